"""Updates a site in which few pages changed: writes those pages and nothing else.

The theme is not loaded: what it puts around a page is in the site already. If more changed than the text of pages and
the data (a page was added or removed, a title changed), the whole site is built.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from dossier.publishing.beside import Exports, entries_of, export_tasks
from dossier.publishing.imprint import (
    Imprint,
    Printed,
    encoded,
    entries_hash,
    hash_of,
    hashes_of,
    in_one_line,
    printed,
    told_by,
)
from dossier.publishing.keeping import Shelf
from dossier.publishing.making import done, joined, make
from dossier.rendering.page import Page, Planned
from dossier.rendering.pages.desk import PATH as DESK
from dossier.rendering.pages.desk import desk as desk_page
from dossier.rendering.render import planned
from dossier.rendering.unfit import Unfit
from dossier.rendering.view import View

OPEN = '<div class="dossier" id="content">\n'  # what stands before and behind the HTML of a page
CLOSE = "\n</div>"
INDEX = "search/search_index.json"
SCRIPT = "search/search_index.js", "var __index = "  # the same for pages that are opened without a server
Files = dict[str, bytes]
T = TypeVar("T")


class Unlike(Exception):
    """The site must be built as a whole."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A site brought up to date: what it is made of now, and the files that were written."""

    imprint: Imprint
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """How much of a site is brought up to date; the rest stays as it lies there."""

    pages: Callable[[str], bool] = lambda path: True
    data: bool = True  # what lies beside the pages: data for other tools, and the search
    wanted: Callable[[], bool] = lambda: True  # asked now and then; once it says no nothing is written


ALL = Part()


def mended(view: View, site: Path, last: Imprint, shelf: Shelf, part: Part = ALL) -> Mended | None:
    """The site with what changed in the dossier since, or None, and nothing written, where that is not enough.

    Of pages made from the same as in `last` nothing is asked but what they were made from.
    """
    try:
        found = _changed(view, last, part)
        told = told_by(view) if part.data else last.told
        makers = export_tasks(view) if told != last.told else []
        results = done([partial(_going_on, part, task) for task in [*makers, *(c.task(shelf) for c in found)]])
        now, files = _pages(site, last, found, results[len(makers) :])
        imprint = replace(last, pages=now)
        if makers:
            imprint, changed = _data(view, site, imprint, told, joined(results[: len(makers)]))
            files |= changed
        for path, content in files.items() if part.wanted() else ():
            (site / path).write_bytes(content)
    except (Unlike, Unfit, OSError, ValueError):
        return None
    return Mended(imprint, tuple(files)) if part.wanted() else None


def planned_with(view: View, desk: bool) -> list[Planned]:
    """Every page of the site; the editor's desk is for those who serve it to themselves, or ask for it."""
    return [*planned(view), *([Planned(DESK, partial(desk_page, view))] if desk else [])]


@dataclass(frozen=True, slots=True)
class Changed:
    """A page that may not say what it said: how it lies there, and what it is made from now."""

    place: int
    before: Printed
    page: Planned
    key: str

    def task(self, shelf: Shelf) -> Callable[[], Page]:
        """What makes it, or finds it made."""
        return lambda: (shelf.find(self.key) if self.key else None) or make(self.page, self.key, shelf)


def _changed(view: View, last: Imprint, part: Part) -> list[Changed]:
    plan = [page for page in planned_with(view, last.desk) if page.path not in last.hidden]
    if [page.path for page in plan] != [before.page.path for before in last.pages]:
        raise Unlike
    found = []
    for place, (page, before) in enumerate(zip(plan, last.pages)):
        if part.pages(page.path):
            key = page.key() if page.key else ""
            if not key or key != before.key:
                found.append(Changed(place, before, page, key))
    return found


def _going_on(part: Part, task: Callable[[], T]) -> T:
    if not part.wanted():
        raise Unlike
    return task()


def _pages(
    site: Path, last: Imprint, found: Sequence[Changed], made: Sequence[Page]
) -> tuple[tuple[Printed, ...], Files]:
    """Every page as it is now, and the files of those that changed."""
    now = list(last.pages)
    files: Files = {}
    for changed, page in zip(found, made, strict=True):
        before = changed.before
        after = printed(page, changed.key, before.file, before.address)
        described = page.description != before.page.description
        if after.shell != before.shell or (described and not last.stamped):
            raise Unlike
        if described or after.body != before.body:
            files[before.file] = _spliced((site / before.file).read_bytes(), before, page)
        now[changed.place] = after
    return tuple(now), files


def _data(view: View, site: Path, last: Imprint, told: str, exports: Exports) -> tuple[Imprint, Files]:
    """The imprint with the data as they are now, and the files of those that changed."""
    hashes = hashes_of(exports)
    if [path for path, _ in hashes] != [path for path, _ in last.exports]:
        raise Unlike
    files = {path: encoded(exports[path]) for path, _ in set(hashes) - set(last.exports)}
    entries = entries_of(((p.address, p.page.title, p.page.description) for p in last.pages), view)
    imprint = replace(last, told=told, exports=hashes, entries=(len(entries), entries_hash(entries)))
    return imprint, files | (_search(site, entries, last) if imprint.entries != last.entries else {})


def _spliced(data: bytes, before: Printed, page: Page) -> bytes:
    """The file of a page with other HTML in its place, and another description."""
    start = data.find(OPEN.encode()) + len(OPEN)
    end = start + before.size
    body = encoded(page.html)
    once = data.count(OPEN.encode()) == 1 and data.startswith(CLOSE.encode(), end)
    # A script in a page's own words is allowed by its hash in the page's head.
    if not once or hash_of(data[start:end]) != before.body or b"<script>" in body:
        raise Unlike
    return body.join(_described(part, before.page, page) for part in (data[:start], data[end:]))


def _described(text: bytes, before: Page, page: Page) -> bytes:
    """What the theme puts around a page, with its description: it stands in the head for those who link there."""
    if page.description == before.description:
        return text
    was, now = (encoded(in_one_line(p.description)) for p in (before, page))
    if text.count(b'"%s"' % was) != text.count(was):
        raise Unlike
    return text.replace(b'"%s"' % was, b'"%s"' % now)


def _search(site: Path, entries: Iterable[dict[str, Any]], last: Imprint) -> Files:
    """The search's files with other entries of ours; none in a site without a search."""
    if not (site / INDEX).exists():
        return {}
    text = (site / INDEX).read_text("utf-8")
    content = json.loads(text)
    count, told = last.entries
    script, head = SCRIPT
    inlined = (site / script).exists()
    if entries_hash(content["docs"][:count]) != told or _written(content) != text:
        raise Unlike
    if inlined and (site / script).read_text("utf-8") != head + text:
        raise Unlike
    content["docs"][:count] = entries
    made = _written(content)
    return {INDEX: made.encode()} | ({script: (head + made).encode()} if inlined else {})


def _written(content: object) -> str:
    return json.dumps(content, separators=(",", ":"))
