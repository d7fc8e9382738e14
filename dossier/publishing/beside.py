"""What a site holds beside its pages: data for other tools, schemas, and what the search finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from html import escape
from typing import Any

from dossier.model import Claim
from dossier.rendering.addresses import claim_page
from dossier.rendering.render import BINARIES, EXPORTS
from dossier.rendering.view import View
from dossier.store.schema import schema_files

Entry = dict[str, Any]
Exports = Mapping[str, str | bytes]  # files by path


def export_tasks(view: View) -> list[Callable[[], Exports]]:
    """What makes every generated file that is no page, by its path: some files each, in any order."""
    binaries = [partial(_binary, path, make, view) for path, make in BINARIES.items()]
    return [*(partial(make, view) for make in EXPORTS), *binaries, partial(schema_files, view.dossier.codebook)]


def _binary(path: str, make: Callable[[View], bytes], view: View) -> Exports:
    return {path: make(view)}


def entries_of(pages: Iterable[tuple[str, str, str]], claims: Iterable[Claim]) -> list[Entry]:
    """What readers look for, once each: pages, given as (address, title, description), then claims by their words."""
    found = [_entry(*page) for page in pages]
    return found + [_entry(claim_page(c.id), c.statement, c.quote) for c in claims]


def _entry(location: str, title: str, text: str) -> Entry:
    return {
        "location": location,
        "title": escape(title, quote=False),
        "text": f"<p>{escape(text, quote=False)}</p>",
    }
