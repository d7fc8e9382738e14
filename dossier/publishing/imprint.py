"""What a build wrote, as hashes, so that the next build knows which pages to write again.

The pages' own words stand in the site; here are their hashes, and what they were made from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import escape

from dossier.rendering.hashing import digest
from dossier.rendering.page import Page
from dossier.rendering.view import SiteOptions, View, templates_of


@dataclass(frozen=True, slots=True)
class Printed:
    """One generated page as it lies in the site."""

    key: str  # what it was made from; "" of a page that is made anew each time
    page: Page  # without its HTML
    file: str  # where it lies, and below which address
    address: str
    shell: str  # a hash of all that the theme shows around its HTML
    body: str  # a hash of its HTML
    size: int  # of its HTML in bytes


@dataclass(frozen=True, slots=True)
class Imprint:
    """All that a build wrote of a dossier."""

    site: tuple[str, str, str]  # the options it was made with
    desk: bool
    pages: tuple[Printed, ...]
    told: str  # a hash of all that exports and the search tell
    exports: tuple[tuple[str, str], ...]  # path and hash
    entries: tuple[int, str]  # how many of the search's entries are ours, the first ones, and their hash
    hidden: tuple[str, ...]  # generated pages that gave way to hand-written ones
    stamped: bool = False  # whether the theme shows descriptions as they are (`stamping`)

    def files(self) -> Iterator[str]:
        """Every file of the site that was made of the dossier."""
        yield from (page.file for page in self.pages)
        yield from (path for path, _ in self.exports)


def printed(page: Page, key: str, file: str, address: str) -> Printed:
    """How a page is remembered."""
    body = encoded(page.html)
    return Printed(key, replace(page, html=""), file, address, shell_of(page), hash_of(body), len(body))


def shell_of(page: Page) -> str:
    """A hash of what a theme tells pages apart by, but for the HTML itself and the words of its description."""
    titled = "<h1" in page.html, "<script>" in page.html
    return digest(page.path, page.title, bool(page.description), page.edit, page.hide, page.toc, titled)


def hashes_of(exports: Mapping[str, str | bytes]) -> tuple[tuple[str, str], ...]:
    """Exports by path with the hash of what they hold."""
    return tuple((path, hash_of(encoded(content))) for path, content in exports.items())


def told_by(view: View) -> str:
    """A hash of all that exports and the search tell."""
    return digest(view.common, view.everything)


def entries_hash(entries: Iterable[object]) -> str:
    """A hash of entries of the search."""
    return digest(list(entries))


def options_of(imprint: Imprint, root: Path) -> SiteOptions:
    """The options a site was made with, and the templates of the dossier as it lies now: it may be a copy."""
    return SiteOptions(*imprint.site, templates_of(root))


def in_one_line(text: str) -> str:
    """As a theme is given a title or a description: it prints them as they are, so they are escaped before."""
    return str(escape(" ".join(text.split())))


def encoded(content: str | bytes) -> bytes:
    """Bytes as MkDocs writes them."""
    return content if isinstance(content, bytes) else content.encode("utf-8", "xmlcharrefreplace")


def hash_of(content: bytes) -> str:
    """The hash of a file or of a part of one."""
    return hashlib.sha256(content).hexdigest()
