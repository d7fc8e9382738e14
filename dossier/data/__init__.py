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
    if name.endswith(".json"):
        return json.loads(written)
    return prepared(name, written + source("__init__.py"), lambda: _read(written))


def source(name: str) -> bytes:
    """A data file as it is written."""
    return files(__package__).joinpath(name).read_bytes()


def _read(written: bytes) -> Any:
    """Only `true` and `false` are no words: YAML 1.1 would take "on", "off", "yes" and "no" for them too."""
    import yaml  # here: what is kept is read without it

    plain = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    signs = {
        first: [known for known in all_known if first in "tTfF" or not known[0].endswith(":bool")]
        for first, all_known in plain.yaml_implicit_resolvers.items()
    }
    return yaml.load(written, Loader=type("Words", (plain,), {"yaml_implicit_resolvers": signs}))
