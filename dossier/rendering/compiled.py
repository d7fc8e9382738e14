"""Compiled templates, kept from run to run.

They are code and run unseen, so they lie where compiled Python lies, beside the installed packages, and never in a
folder that people share.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from functools import cache
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(FileSystemBytecodeCache):
    """One file per template name: a folder built once does not leave its own behind."""

    def get_cache_key(self, name: str, filename: str | os.PathLike[str] | None = None) -> str:
        """By name; whether the template is still the same is seen by its hash."""
        return super().get_cache_key(name)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Damaged files count as none."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # whatever reading a cut-off file may raise
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """A full disk or a folder taken away is no reason to stop."""
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


@cache
def compiled(kind: str, maker: Path) -> BytecodeCache | None:
    """Where compiled templates of one kind are kept, or None where nothing may be written.

    `maker` is the file that sets up their environment: with other settings other code comes out.
    """
    salt = hashlib.sha256(maker.read_bytes()).hexdigest()[:12]
    folder = Path(sys.prefix) / "var" / "dossier-templates" / f"{kind}-{salt}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return CompiledTemplates(str(folder)) if os.access(folder, os.W_OK) else None
