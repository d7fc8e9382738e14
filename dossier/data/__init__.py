"""What is true of the world or of English, as files; nothing here belongs to one dossier."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str) -> Any:
    """The content of a data file of this package, .yaml or .json, read once. Treat it as read-only."""
    text = files(__package__).joinpath(name).read_text("utf-8")
    return json.loads(text) if name.endswith(".json") else yaml.load(text, Loader=_LOADER)
