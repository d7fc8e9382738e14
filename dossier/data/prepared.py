"""What comes of data files alone, kept from process to process.

It lies beside the installed packages, as compiled templates do, and never in a folder that people share.
It is taken for nothing more than that: an entry counts when it names what it was made from and hashes to what it
says, and where nothing may be written nothing is kept. Delete it at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

T = TypeVar("T")
_FOLDER = Path(sys.prefix) / "var" / "dossier-prepared"


def prepared(name: str, made_from: bytes, make: Callable[[], T], folder: Path = _FOLDER) -> T:
    """What `make` gives, of plain dicts, lists, tuples and texts, worked out anew when `made_from` is another.

    `made_from` holds all that decides it: the bytes of the data, and of the code where that may change.
    """
    file = folder / f"{name}.{sys.implementation.cache_tag}.prepared"
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        seal, _, body = file.read_bytes().partition(b"\n")
        if seal == _seal(made_from, body):
            kept: T = marshal.loads(body)
            return kept
    made = make()
    with contextlib.suppress(OSError, ValueError):
        folder.mkdir(parents=True, exist_ok=True)
        body = marshal.dumps(cast(Any, made))
        beside = file.with_name(f"{file.name}.{os.getpid()}")
        beside.write_bytes(_seal(made_from, body) + b"\n" + body)
        beside.replace(file)
    return made


def _seal(made_from: bytes, body: bytes) -> bytes:
    return hashlib.sha256(b"%d:%s%s" % (len(made_from), made_from, body)).hexdigest().encode()
