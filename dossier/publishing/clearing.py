"""MkDocs deletes everything in the folder it builds into; this allows it only for a site or an empty folder."""

from __future__ import annotations

import os
from pathlib import Path

from dossier.problems import Problem, Where

_ENTRIES = ("sitemap.xml", "data/dossier.json")  # what a whole site has
_MARK = ".dossier-site"  # what one has whose build was cut off; hidden, so MkDocs does not delete it


def begin_site(folder: Path) -> None:
    """Mark the folder until the site is whole, so that the next build takes the place of one that was cut off."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _MARK).touch()


def end_site(folder: Path) -> None:
    """Take the mark away: what somebody puts here when the site is deleted is not taken for a part of it."""
    (folder / _MARK).unlink(missing_ok=True)


def no_site(folder: Path) -> Problem | None:
    """Why the folder may not be emptied for the site."""
    try:
        lying = sorted(e.name for e in os.scandir(folder) if not e.name.startswith("."))  # the others MkDocs leaves
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        hint = "move it away, or name another folder behind --to, or as site_dir in mkdocs.yml"
        return Problem(Where(folder.as_posix()), "no-site", "a file lies where the site would go", hint)
    if not lying or any((folder / name).exists() for name in (_MARK, *_ENTRIES)):
        return None
    named = ", ".join(f"'{name}'" for name in lying[:3]) + (f" and {len(lying) - 3} more" if len(lying) > 3 else "")
    what = f"the site would take the place of all that lies here, and this is no site: {named}"
    hint = "name another folder behind --to, or as site_dir in mkdocs.yml: one that is empty or not there yet"
    return Problem(Where(folder.as_posix()), "no-site", what, hint)
