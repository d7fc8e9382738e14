"""The theme's environment without waste: no walk over ten thousand icons, templates compiled once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from dossier.rendering.compiled import compiled


class QuickLoader(FileSystemLoader):
    """Lists templates without entering folders whose name begins with a dot: MkDocs publishes nothing of them."""

    def list_templates(self) -> list[str]:
        """Names of all templates, sorted."""
        found: set[str] = set()
        for top in self.searchpath:
            for folder, inside, files in os.walk(top, followlinks=self.followlinks):
                inside[:] = [name for name in inside if not name.startswith(".")]
                below = Path(folder).relative_to(top).as_posix()
                found.update(name if below == "." else f"{below}/{name}" for name in files)
        return sorted(found)


def quickened(make: Callable[[], Environment]) -> Callable[[], Environment]:
    """The same way to a theme's environment, quicker."""

    def quick() -> Environment:
        env = make()
        if type(env.loader) is FileSystemLoader:
            env.loader = QuickLoader(env.loader.searchpath)
            env.bytecode_cache = compiled("theme", Path(__file__))
        return env

    return quick
