"""MkDocs deletes everything in the folder it builds into; this allows it only for a site or an empty folder."""

from __future__ import annotations

import os
from pathlib import Path

from dossier.problems import Problem, Where

_ENTRIES = ("sitemap.xml", "data/dossier.json")  # what a whole site has; one cut off early has our assets


def no_site(folder: Path, docs: Path) -> Problem | None:
    """Why the folder may not be emptied for the site of the dossier whose pages are in `docs`."""
    try:
        lying = sorted(e.name for e in os.scandir(folder) if not e.name.startswith("."))  # the others MkDocs leaves
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        hint = "move it away, or name another folder behind --to, or as site_dir in mkdocs.yml"
        return Problem(Where(folder.as_posix()), "no-site", "a file lies where the site would go", hint)
    ours = [file.name for file in (docs / "assets").glob("*")]
    if not lying or any((folder / name).exists() for name in (*_ENTRIES, *(f"assets/{name}" for name in ours))):
        return None
    named = ", ".join(f"'{name}'" for name in lying[:3]) + (f" and {len(lying) - 3} more" if len(lying) > 3 else "")
    what = f"the site would take the place of all that lies here, and this is no site: {named}"
    hint = "name another folder behind --to, or as site_dir in mkdocs.yml: one that is empty or not there yet"
    return Problem(Where(folder.as_posix()), "no-site", what, hint)
