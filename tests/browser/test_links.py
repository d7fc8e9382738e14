"""Every link of the built site leads somewhere, its anchor included; nothing asks another host."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

LOADING = {
    ("script", "src"),
    ("link", "href"),
    ("img", "src"),
    ("iframe", "src"),
    ("source", "src"),
    ("form", "action"),
}
HOST = "http://site.example/sub/"


@dataclass
class Document(HTMLParser):
    """What a page links to, loads, and can be linked at."""

    links: set[str] = field(default_factory=set)
    loads: set[str] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.anchors |= {found[key] for key in ("id", "name") if key in found}
        for name in ("href", "src", "action"):
            if name in found and found.get("rel") not in ("canonical",):
                (self.loads if (tag, name) in LOADING else self.links).add(found[name])


def documents(site: Path) -> dict[str, Document]:
    read = {}
    for file in sorted(site.rglob("*.html")):
        document = Document()
        document.feed(file.read_text("utf-8"))
        read[file.relative_to(site).as_posix()] = document
    return read


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Document]:
    return documents(site)


def dead(site: Path, pages: dict[str, Document]) -> list[str]:
    """Links that lead nowhere, as `page -> link`."""
    found = []
    for page, document in pages.items():
        base = HOST if page == "404.html" else urljoin(HOST, page)
        for link in document.links | document.loads:
            address = urlsplit(urljoin(base, link))
            if page == "404.html" and link.startswith("/"):
                address = urlsplit(urljoin(HOST, link.lstrip("/")))
            if address.netloc != "site.example" or address.scheme not in ("http", "https"):
                continue
            path = unquote(address.path.removeprefix("/sub/")) or "index.html"
            target = site / path
            if target.is_dir():
                path, target = f"{path.rstrip('/')}/index.html".lstrip("/"), target / "index.html"
            anchor = unquote(address.fragment)
            missing = (
                anchor and path in pages and anchor not in pages[path].anchors and anchor[:2] not in ("__", ":~")
            )
            if not target.is_file() or missing:
                found.append(f"{page} -> {link}")
    return found


def test_every_internal_link_and_anchor_exists(site: Path, pages: dict[str, Document]) -> None:
    assert dead(site, pages) == []


def test_every_page_is_one_click_from_how_to_correct_a_claim(pages: dict[str, Document]) -> None:
    without = {name for name, page in pages.items() if not any(link.endswith("editing.html") for link in page.links)}
    assert without <= {"404.html", "about/editing.html"}


def test_every_page_shows_which_part_of_the_site_it_belongs_to(site: Path, pages: dict[str, Document]) -> None:
    opened = {name: (site / name).read_text("utf-8").count("md-tabs__item--active") for name in pages}
    assert {name for name, count in opened.items() if count != 1} <= {"404.html"}


def test_every_link_of_the_hostile_site_exists(hostile_site: Path) -> None:
    assert dead(hostile_site, documents(hostile_site)) == []


def test_nothing_is_loaded_from_another_host(pages: dict[str, Document]) -> None:
    outside = {load for document in pages.values() for load in document.loads if re.match(r"(https?:)?//", load)}
    assert outside == set()


def test_no_link_runs_a_script(hostile_site: Path) -> None:
    for page, document in documents(hostile_site).items():
        assert not [x for x in document.links | document.loads if re.match(r"\s*(javascript|data|vbscript):", x)], (
            page
        )


def test_every_claim_of_the_data_file_stands_at_its_address(site: Path, pages: dict[str, Document]) -> None:
    data = json.loads((site / "data" / "dossier.json").read_text("utf-8"))
    for claim in data["claims"]:
        path, _, anchor = claim["url"].partition("#")
        assert anchor in pages[path].anchors, claim["url"]


def test_claims_and_questions_are_found_by_their_words_once(site: Path) -> None:
    data = json.loads((site / "data" / "dossier.json").read_text("utf-8"))
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    places = [entry["location"] for entry in index["docs"]]
    for claim in data["claims"]:
        assert places.count(claim["url"]) == 1
    titles = {entry["title"] for entry in index["docs"]}
    assert not [q["question"] for q in data["questions"] if q["question"] not in titles and "&" not in q["question"]]


def near_home(pages: dict[str, Document], clicks: int) -> set[str]:
    """Pages that so many clicks from the home page lead to."""
    reached = {"index.html"}
    for _ in range(clicks):
        linked = {urljoin(HOST + page, link) for page in reached for link in pages[page].links}
        paths = {unquote(urlsplit(address).path.removeprefix("/sub/")) for address in linked}
        reached |= {path for path in paths if path in pages}
    return reached


def test_two_clicks_lead_to_both_quotations_of_every_disagreement_and_a_third_to_the_passage(
    site: Path, pages: dict[str, Document]
) -> None:
    data = json.loads((site / "data" / "dossier.json").read_text("utf-8"))
    urls = {claim["id"]: claim["url"] for claim in data["claims"]}
    near = {page: pages[page] for page in near_home(pages, 2) if not page.startswith("sources/")}
    links = {page: {urljoin(HOST + page, link) for link in document.links} for page, document in near.items()}
    disagreements = [
        r for r in data["relations"] if r["type"] in ("contradicts", "qualifies") and r["status"] != "dismissed"
    ]
    for relation in disagreements:
        passages = {HOST + urls[claim] for claim in relation["between"]}
        assert any(
            passages <= found for page, found in links.items() if page.startswith("questions/") or "/" not in page
        )
