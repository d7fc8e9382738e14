"""A site of which a few pages changed gets those written, and nothing else is made again.

The theme is not asked: what it puts around a page is in the site already, and stays. Where more changed than the
pages' own words and the data (a page came or went, a title changed), the whole site is built.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dossier.model import Dossier
from dossier.publishing.beside import entries_of, exports_in
from dossier.publishing.imprint import (
    Imprint,
    Printed,
    encoded,
    entries_hash,
    hash_of,
    hashes_of,
    options_of,
    printed,
    told_by,
)
from dossier.rendering.page import Page
from dossier.rendering.pages.desk import desk
from dossier.rendering.remembering import Keep
from dossier.rendering.render import pages_in
from dossier.rendering.view import View

OPEN = '<div class="dossier" id="content">\n'  # what stands before and behind the HTML of a page
CLOSE = "\n</div>"
_INDEX = "search/search_index.json"
_SCRIPT = "search/search_index.js", "var __index = "  # the same for pages that are opened without a server
Files = dict[str, bytes]


class Unlike(Exception):
    """The site must be built as a whole."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A site brought up to date: what it is made of now, and the files that were written."""

    imprint: Imprint
    view: View
    pages: list[Page]
    exports: Mapping[str, str | bytes] | None  # None where none changed
    written: tuple[str, ...]


def mended(dossier: Dossier, site: Path, last: Imprint, keep: Keep) -> Mended | None:
    """The site with what changed in the dossier since, or None, and nothing written, where that is not enough.

    `keep` gives back pages made before; of those made from the same as in `last`, nothing but the name is used.
    """
    keys: dict[str, str] = {}

    def noted(key: str, make: Callable[[], Page]) -> Page:
        page = keep(key, make)
        keys[page.path] = key
        return page

    options = options_of(last)
    view = View(dossier, options, noted)
    pages = [*pages_in(view), *([desk(dossier, options)] if last.desk else [])]
    try:
        now, files = _pages(site, [p for p in pages if p.path not in last.hidden], keys, last)
        imprint = replace(last, pages=now)
        exports = None
        if (told := told_by(view)) != last.told:
            exports = exports_in(view)
            hashes = hashes_of(exports)
            if [path for path, _ in hashes] != [path for path, _ in last.exports]:
                return None
            files |= {path: encoded(exports[path]) for path, _ in set(hashes) - set(last.exports)}
            found = entries_of(((p.address, p.page.title, p.page.description) for p in now), view.claims)
            imprint = replace(imprint, told=told, exports=hashes, entries=(len(found), entries_hash(found)))
            if imprint.entries != last.entries:
                files |= _search(site, found, last)
    except (Unlike, OSError, ValueError):
        return None
    for path, content in files.items():
        (site / path).write_bytes(content)
    return Mended(imprint, view, pages, exports, tuple(files))


def _pages(
    site: Path, pages: list[Page], keys: Mapping[str, str], last: Imprint
) -> tuple[tuple[Printed, ...], Files]:
    """Every page as it is now, and the files of those that changed."""
    if [page.path for page in pages] != [before.page.path for before in last.pages]:
        raise Unlike
    now: list[Printed] = []
    files: Files = {}
    for page, before in zip(pages, last.pages):
        key = keys.get(page.path, "")
        if key and key == before.key:
            now.append(before)
            continue
        after = printed(page, key, before.file, before.address)
        if after.shell != before.shell:
            raise Unlike
        if after.body != before.body:
            files[before.file] = _spliced((site / before.file).read_bytes(), before, encoded(page.html))
        now.append(after)
    return tuple(now), files


def _spliced(data: bytes, before: Printed, body: bytes) -> bytes:
    """The file of a page with other HTML in its place."""
    start = data.find(OPEN.encode()) + len(OPEN)
    end = start + before.size
    once = data.count(OPEN.encode()) == 1 and data.startswith(CLOSE.encode(), end)
    # A script in a page's own words is allowed by its hash in the page's head.
    if not once or hash_of(data[start:end]) != before.body or b"<script>" in body:
        raise Unlike
    return data[:start] + body + data[end:]


def _search(site: Path, entries: Iterable[dict[str, Any]], last: Imprint) -> Files:
    """The search's files with other entries of ours; none in a site without a search."""
    if not (site / _INDEX).exists():
        return {}
    text = (site / _INDEX).read_text("utf-8")
    content = json.loads(text)
    count, told = last.entries
    script, head = _SCRIPT
    inlined = (site / script).exists()
    if entries_hash(content["docs"][:count]) != told or _written(content) != text:
        raise Unlike
    if inlined and (site / script).read_text("utf-8") != head + text:
        raise Unlike
    content["docs"][:count] = entries
    made = _written(content)
    return {_INDEX: made.encode()} | ({script: (head + made).encode()} if inlined else {})


def _written(content: object) -> str:
    return json.dumps(content, separators=(",", ":"))
