"""What a site contains besides its pages: data for other tools, schemas, and the entries of the search."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from html import escape
from typing import Any

from dossier.model import Claim, Source
from dossier.rendering.addresses import claim_page, source_page
from dossier.rendering.labels import published
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


def entries_of(pages: Iterable[tuple[str, str, str]], view: View) -> list[Entry]:
    """What readers look for, once each: pages, given as (address, title, description), then claims by their words.

    An article's hits stand together below its title, so that says whose it is and when it came out.
    """
    by = {source_page(s.id): _named(view, s) for s in view.sources}
    found = [_entry(address, by.get(address, title), text) for address, title, text in pages]
    return found + [_entry(claim_page(c.id), c.statement, _spoken(c)) for c in view.claims]


def _named(view: View, source: Source) -> str:
    issued = f", {published(source.meta.issued)}" if source.meta.issued else ""
    return f"{view.short[source.id]}{issued}: {source.meta.title or source.id}"


def _spoken(claim: Claim) -> str:
    return f"{claim.quote} ({claim.speaker})" if claim.speaker else claim.quote


def _entry(location: str, title: str, text: str) -> Entry:
    return {
        "location": location,
        "title": escape(title, quote=False),
        "text": f"<p>{escape(text, quote=False)}</p>",
    }
