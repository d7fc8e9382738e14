"""Corrections: what people changed, on a page and as a feed."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from xml.etree import ElementTree

import wind

from dossier.model import Correction
from dossier.rendering.render import exports_of, pages_of
from dossier.rendering.view import SiteOptions

HOSTILE = 'Fix </title><script>alert(1)</script> & "quotes" ]]> \x08'
CHANGES = (
    Correction("2025-03-02", "coast-daily/p01-offshore-growing", "corrected", HOSTILE, "abc1234567"),
    Correction("2025-03-02", "offshore-growing", "decided", "Same years", "abc1234568"),
    Correction("2025-03-01", "north-blog/p01-gone", "removed", "Said twice", "abc1234569"),
)
SITE = SiteOptions(url="https://wind.example/")
ATOM = "{http://www.w3.org/2005/Atom}"
CORRECTED = replace(wind.DOSSIER, corrections=CHANGES)


def page(dossier: object) -> str:
    return next(p.html for p in pages_of(dossier, SITE) if p.path == "corrections.html")  # type: ignore[arg-type]


def feed(dossier: object) -> ElementTree.Element:
    return ElementTree.fromstring(exports_of(dossier, SITE)["feed.xml"])  # type: ignore[arg-type]


def test_the_newest_correction_stands_first_with_its_reason_and_leads_to_the_claim() -> None:
    html = page(CORRECTED)
    text = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))
    assert text.index("2 March 2025") < text.index("1 March 2025")
    assert "Claim corrected: Offshore building was growing fast in 2023." in text
    assert "Said twice 1 claim removed · abc1234569" in text
    assert 'href="sources/coast-daily.html#p01-offshore-growing"' in html
    assert 'href="questions/offshore-growing.html"' in html


def test_what_was_changed_at_once_says_its_reason_once() -> None:
    many = tuple(replace(CHANGES[1], claim=f"q{n}") for n in range(9))
    html = page(replace(wind.DOSSIER, corrections=many))
    assert html.count("Same years") == 1
    assert "9 decisions on pairs" in html
    assert html.count('<li class="line">') == 9


def test_without_corrections_the_page_says_so() -> None:
    assert "Nothing has been corrected yet" in page(wind.DOSSIER)


def test_the_feed_has_an_entry_per_correction_and_its_text_stays_text() -> None:
    root = feed(CORRECTED)
    titles = [e.findtext(f"{ATOM}title") for e in root.iter(f"{ATOM}entry")]
    assert titles == [
        "Claim corrected: Offshore building was growing fast in 2023.",
        "Decision on a pair: Is offshore building growing?",
        "Claim removed: north-blog/p01-gone",
    ]
    assert "</title><script>" in root.findtext(f"{ATOM}entry/{ATOM}summary", "")
    assert root.findtext(f"{ATOM}updated") == "2025-03-02T00:00:00Z"
    links = [link.get("href") for link in root.iter(f"{ATOM}link")]
    assert "https://wind.example/sources/coast-daily.html#p01-offshore-growing" in links


def test_ids_of_the_feed_differ_and_stay() -> None:
    ids = [e.text for e in feed(CORRECTED).iter(f"{ATOM}id")]
    assert len(set(ids)) == len(CHANGES) + 1
    later = (Correction("2025-04-01", "fish", "decided", "Asked them", "abc1234570"), *CHANGES)
    assert set(ids) < {e.text for e in feed(replace(wind.DOSSIER, corrections=later)).iter(f"{ATOM}id")}


def test_a_feed_without_corrections_is_a_feed_too() -> None:
    assert list(feed(wind.DOSSIER).iter(f"{ATOM}entry")) == []


def test_a_published_feed_says_where_it_stands() -> None:
    links = {link.get("rel"): link.get("href") for link in feed(wind.DOSSIER).findall(f"{ATOM}link")}
    assert links == {"alternate": f"{SITE.url}corrections.html", "self": f"{SITE.url}feed.xml"}
