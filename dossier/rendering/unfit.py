"""A message for a template that the program cannot fill: which one, at which line, and what to do.

A dossier may have templates of its own, and after an update of the program these may be outdated.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from dossier.problems import Problem, Where

_OLDER = (
    "it may be of another version: copy docs/templates/ of the program that you run over the dossier's, or take back"
)


class Unfit(Exception):
    """Raised for templates that do not fit the program; the arguments are `Problem`s."""


def unfit(error: Exception, folder: Path, own: Path) -> Problem | None:
    """The problem to report for an error raised while a page was made from the templates in `folder`.

    None for a bug of ours: it was raised in the program, and the templates are its own, in `own`.
    """
    asked = list(_lines(error.__traceback__, folder))
    if isinstance(error, UnicodeDecodeError):
        name, line = next(_not_utf8(folder), ("", 0))
    elif isinstance(error, TemplateSyntaxError):
        name, line = str(error.name or ""), error.lineno
    elif isinstance(error, TemplateNotFound):
        name, line = str(error.name or ""), 1
    elif asked and (asked[-1][2] or isinstance(error, TemplateError) or not _is_ours(asked[-1][0], folder, own)):
        name, line, _ = asked[-1]
    else:
        name, line = "", 0
    if not name:
        return None
    path = f"docs/templates{folder.as_posix().rpartition('/templates')[2]}/{name}"
    gone = isinstance(error, TemplateNotFound)
    said = " ".join(str(error.message if isinstance(error, TemplateError) else error).split())
    what = "this template is missing" if gone else f"this template does not fit the program: {said[:200]}"
    return Problem(Where(path, line), "template", what, f"{_OLDER} the last change: git checkout HEAD {path}")


def _not_utf8(folder: Path) -> Iterator[tuple[str, int]]:
    """Templates of which a line is not written in UTF-8, each with that line."""
    for file in sorted(folder.rglob("*.html")):
        text = file.read_bytes().decode("utf-8", "replace")
        if "\ufffd" in text:
            yield file.relative_to(folder).as_posix(), text.count("\n", 0, text.index("\ufffd")) + 1


def _lines(trace: TracebackType | None, folder: Path) -> Iterator[tuple[str, int, bool]]:
    """The templates that were being filled: name, line, and whether the error came up in the template itself."""
    while trace:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(folder):
            yield file.relative_to(folder).as_posix(), trace.tb_lineno, trace.tb_next is None
        trace = trace.tb_next


def _is_ours(name: str, folder: Path, own: Path) -> bool:
    try:
        return (folder / name).read_bytes() == (own / name).read_bytes()
    except OSError:
        return False
