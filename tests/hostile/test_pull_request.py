"""A hostile pull request is shown as text: no tag, no event, no address, no formula of theirs comes to life."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dossier.assemble import read_dossier
from dossier.rendering.pages.desk import desk
from dossier.rendering.render import exports_of, pages_of
from dossier.rendering.view import SiteOptions, View
from hostile.attack import PAYLOADS, write_attack

BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Reader(HTMLParser):
    """A page as a browser takes it: tags, attributes, addresses, and what stands there to be read."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.scripts: list[str] = []
        self.comments: list[str] = []
        self.text: list[str] = []
        self._type = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [
            v or "" for k, v in attrs if k in ("href", "src", "action", "xlink:href", "formaction", "data")
        ]
        self._type = (dict(attrs).get("type") or "javascript") if tag == "script" else ""

    def handle_endtag(self, tag: str) -> None:
        self._type = ""

    def handle_data(self, data: str) -> None:
        (self.scripts if self._type else self.text).append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


@dataclass
class Site:
    """What would be published."""

    ids: dict[str, str]
    pages: dict[str, Reader] = field(default_factory=dict)
    exports: dict[str, str] = field(default_factory=dict)

    def shows(self, path: str, text: str) -> bool:
        return plain(text) in plain("".join(self.pages[path].text))


def plain(text: str) -> str:
    """White space made equal; direction marks that end a text are ours."""
    return " ".join(BIDI.sub("", text).split())


def made(root: Path, texts: dict[str, str]) -> Site:
    site = Site(write_attack(root, texts))
    dossier, problems = read_dossier(root)
    assert [str(p) for p in problems if p.severity == "error"] == []
    options = SiteOptions(url="https://example.org/", edit="https://example.org/edit/main")
    for page in [*pages_of(dossier, options), desk(View(dossier, options))]:
        assert re.fullmatch(r"[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*\.html", page.path) and ".." not in page.path
        site.pages[page.path] = Reader()
        site.pages[page.path].feed(page.html)
        site.pages[page.path].close()
    site.exports = exports_of(dossier, options)
    return site


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return made(tmp_path_factory.mktemp("attack") / "wind", PAYLOADS)


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return made(tmp_path_factory.mktemp("plain") / "wind", {name: f"words {name}" for name in PAYLOADS})


@pytest.mark.parametrize("name", PAYLOADS)
def test_it_is_shown_as_it_was_written(attacked: Site, name: str) -> None:
    """As statement, speaker, note and reviewer of a claim, and inside its quotation."""
    source = attacked.ids[name].partition("/")[0]
    assert attacked.shows(f"sources/{source}.html", PAYLOADS[name])
    assert attacked.shows("claims.html", PAYLOADS[name])
    assert attacked.shows("themes/index.html", PAYLOADS[name])
    rows = {c["id"]: c for c in json.loads(attacked.exports["data/dossier.json"])["claims"]}
    assert plain(rows[attacked.ids[name]]["statement"]) == plain(PAYLOADS[name])


def test_no_page_gets_a_tag_an_attribute_or_a_comment_from_it(attacked: Site, harmless: Site) -> None:
    tags = {tag for page in harmless.pages.values() for tag in page.tags}
    attributes = {name for page in harmless.pages.values() for name in page.attributes}
    for path, page in attacked.pages.items():
        assert page.tags <= tags, path
        assert page.attributes <= attributes, path
        assert not {name for name in page.attributes if name.startswith("on")}, path
        assert not page.comments, path


def test_no_address_of_theirs_becomes_a_link(attacked: Site) -> None:
    for path, page in attacked.pages.items():
        for address in page.addresses:
            assert re.match(r"(https://example\.org/|[\w./?=&;%#-]*$)", address.replace("+", "-")), (path, address)
            assert not address.startswith("//"), (path, address)


def test_scripts_inside_pages_are_data_that_reads_as_json(attacked: Site) -> None:
    blocks = [(path, text) for path, page in attacked.pages.items() for text in page.scripts]
    assert blocks
    for path, text in blocks:
        json.loads(text), path
        assert "<" not in text, path


def test_no_cell_of_a_table_is_a_formula(attacked: Site) -> None:
    for path, cell in cells(attacked):
        assert not cell.lstrip().startswith(("=", "+", "-", "@")), (path, cell)


def cells(site: Site) -> Iterator[tuple[str, str]]:
    for path, text in site.exports.items():
        if path.endswith(".csv"):
            for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))):
                yield from ((path, cell) for cell in row if not re.fullmatch(r"-?\d+(\.\d+)?", cell))


def test_every_export_can_be_read_by_its_kind_of_program(attacked: Site) -> None:
    for path, text in attacked.exports.items():
        if path.endswith(".json"):
            json.loads(text)
        if path.endswith(".xml"):
            assert "<!" not in text
            ElementTree.fromstring(text)


def test_the_bibliography_keeps_its_braces_closed(attacked: Site, harmless: Site) -> None:
    text = re.sub(r"\\.", "", attacked.exports["data/sources.bib"])
    assert text.count("{") == text.count("}")
    keys = re.compile(r"^\s*(\w+) = \{", re.MULTILINE)
    assert sorted(keys.findall(text)) == sorted(keys.findall(harmless.exports["data/sources.bib"]))
