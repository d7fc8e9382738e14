"""What is true of the world or of English, as files; nothing here belongs to one dossier."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from dossier.data.prepared import prepared


@cache
def load(name: str) -> Any:
    """The content of a data file of this package, .yaml or .json, read once. Treat it as read-only."""
    written = source(name)
    return json.loads(written) if name.endswith(".json") else prepared(name, written, lambda: _read(written))


def source(name: str) -> bytes:
    """A data file as it is written."""
    return files(__package__).joinpath(name).read_bytes()


def _read(written: bytes) -> Any:
    import yaml  # here: what is kept is read without it

    return yaml.load(written, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
