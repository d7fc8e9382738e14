"""Pages stay of a size to read however large the dossier grows, and lead to what found no room on them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
import wind

from dossier.model import Claim, Dossier, Name, Position, Reading, Relation
from dossier.rendering import room
from dossier.rendering.page import Page
from dossier.rendering.pages import places, timeline
from dossier.rendering.render import pages_of
from dossier.rendering.shortnames import told_apart
from dossier.rendering.view import View

QUESTION = "offshore-growing"
_LINK = re.compile(r'href="([^":?#]*)(?:\?[^"#]*)?#([^"]+)"')
_ANCHOR = re.compile(r'\bid="([^"]+)"')


def crowded(count: int) -> Dossier:
    """So many sources that all say yes, each in one claim, and each pair of neighbours agrees."""
    sources = tuple(replace(wind.SOURCES[0], id=f"paper-{n:04}") for n in range(count))
    claims = tuple(
        Claim(
            f"{source.id}/p01-growing",
            source.id,
            "Offshore building is growing fast",
            f"Building grew, says paper {n}.",
            countries=("IE",),
            themes=("wind-power",),
            date="2023",
            positions=(Position(QUESTION, "yes", "growing fast"),),
        )
        for n, source in enumerate(sources)
    )
    relations = tuple(
        Relation("agrees", (a.id, b.id), QUESTION, "question", "Both say so.", score=0.5)
        for n, a in enumerate(claims)
        for b in claims[n + 1 : n + 4]
    )
    stances = tuple((claim.source, "yes", (claim.id,)) for claim in claims)
    reading = Reading(QUESTION, "agreement", "All say yes.", stances)
    silent = tuple(replace(r, stances=(), silent=tuple(s.id for s in sources)) for r in wind.READINGS[1:])
    return replace(
        wind.DOSSIER,
        sources=sources,
        claims=claims,
        relations=relations,
        readings=(reading, *silent),
        passages=(),
    )


@cache
def built(count: int) -> dict[str, Page]:
    return {page.path: page for page in pages_of(crowded(count))}


def test_a_questions_page_does_not_grow_beyond_what_anyone_reads() -> None:
    path = f"questions/{QUESTION}.html"
    few, many = (built(count)[path].html for count in (50, 100))
    assert len(many) < 1.05 * len(few)
    assert "All 100 sources in the list" in many and "claims.html?question=" in many


def test_pairs_without_room_stand_in_the_table_of_all() -> None:
    pages = built(100)
    pairs = len(crowded(100).relations)
    assert pairs > room.PAIRS
    assert f"All {pairs} in the list" in pages[f"questions/{QUESTION}.html"].html
    assert pages["relations.html"].html.count("<tr data-item") == pairs


def test_every_link_into_a_page_finds_its_place_there() -> None:
    pages = built(100)
    anchors = {path: {*_ANCHOR.findall(page.html), "content"} for path, page in pages.items()}
    seen = 0
    for path, page in pages.items():
        for target, anchor in _LINK.findall(page.html):
            folder = path.rpartition("/")[0]
            aim = target.removeprefix("../") if target.startswith("../") else f"{folder}/{target}".strip("/")
            if aim.startswith(
                "about/"
            ):  # written by hand: tests/browser/test_links.py finds its place in the built site
                continue
            assert anchor in anchors[aim if target else path], (path, target, anchor)
            seen += 1
    assert seen > len(pages)


def test_a_table_that_is_full_keeps_the_sharpest_of_each_question_and_kind() -> None:
    kinds = ("contradicts", "agrees")
    relations = tuple(
        Relation(kind, (f"a/p{n}", f"b/p{n}"), question, "question", "", score=1 - n / room.ROWS)
        for kind in kinds
        for question in ("one", "two")
        for n in range(room.ROWS // 2 if question == "one" else 10)
    )
    kept = room.sharpest_of_each(relations)
    assert len(kept) == room.ROWS < len(relations)
    assert [r for r in relations if r.question == "two"] == [r for r in kept if r.question == "two"]
    held = set(kept)
    assert list(kept) == [r for r in relations if r in held]
    assert room.sharpest_of_each(kept) == kept


def test_a_theme_lists_what_fits_and_leads_to_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "LINES", 7)
    html = next(p.make().html for p in places.pages(View(crowded(10))) if p.path == "themes/wind-power.html")
    assert html.count('<li class="line"') == 7
    assert 'claims.html?theme=wind-power">All 10 in the list' in html


def test_a_year_lists_what_fits_and_leads_to_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "YEAR", 7)
    (planned,) = timeline.pages(View(crowded(10)))
    page = planned.make()
    assert page.html.count('<li class="line" data-item') == 7
    assert "7 of 10 claims that begin in 2023" in page.html
    assert 'claims.html?year=2023">All 10 claims in the list' in page.html
    anchors = _ANCHOR.findall(page.html)
    assert {aim for target, aim in _LINK.findall(page.html) if not target} <= set(anchors)


def test_many_questions_leave_fewer_pairs_to_each() -> None:
    found = ([200], [9] * 30, [40] * 50, [40] * 1000, [1] * 250 + [40, 40])
    assert [room.pairs_a_question(counts, 25) for counts in found] == [25, 25, 6, 2, 25]


def test_sources_of_one_house_read_apart() -> None:
    meta = replace(wind.SOURCES[0].meta, publisher="The Post", container_title="", container_title_short="")
    told = {
        "a": replace(meta, issued="2023-05-04"),
        "b": replace(meta, issued="2024-01-02", title="A calm year"),
        "c": replace(meta, issued="2024-01-02", title="A windy year"),
        "d": replace(meta, issued="2024-03-04"),
        "e": replace(meta, publisher="The Times"),
        "f": replace(meta, publisher="The Times", issued="~2021-06"),
    }
    names = told_apart({id: meta.publisher for id, meta in told.items()}, told)
    assert names == {
        "a": "The Post 2023",
        "b": "The Post “A calm year”",
        "c": "The Post “A windy year”",
        "d": "The Post 4 March 2024",
        "e": "The Times 2024",
        "f": "The Times 2021",
    }


def test_many_sources_can_be_searched_and_those_of_one_side_fold() -> None:
    listed, question = (built(50)[path] for path in ("sources/index.html", f"questions/{QUESTION}.html"))
    assert 'name="words"' in listed.html and "toc" in listed.hide
    side = question.html[question.html.index("position--yes") :]
    assert side.index("sources/paper-0004.html") < side.index("44 more sources</summary>") < side.index("paper-0010")
    few = {p.path: p.html for p in pages_of(wind.DOSSIER)}
    assert 'name="words"' not in few["sources/index.html"]
    assert "more sources</summary>" not in few[f"questions/{QUESTION}.html"]


def test_of_many_authors_a_card_names_three() -> None:
    meta = replace(wind.SOURCES[0].meta, author=tuple(Name(f"Author{n}") for n in range(5)))
    sources = (replace(wind.SOURCES[0], meta=meta), *wind.SOURCES[1:])
    pages = {p.path: p.html for p in pages_of(replace(wind.DOSSIER, sources=sources))}
    assert "Author0, Author1, Author2 and 2 others" in pages["sources/index.html"]
    assert "Author4" in pages["sources/coast-daily.html"]


def test_a_source_goes_by_the_paper_it_appeared_in_and_by_no_more_than_fits_a_column() -> None:
    paper = replace(wind.SOURCES[0].meta, container_title="Valley Gazette", publisher="Valley Press")
    long = replace(wind.SOURCES[1].meta, publisher="Proceedings of the Symposium on Rural Electrification and Coasts")
    sources = (replace(wind.SOURCES[0], meta=paper), replace(wind.SOURCES[1], meta=long), wind.SOURCES[2])
    pages = {p.path: p.html for p in pages_of(replace(wind.DOSSIER, sources=sources))}
    matrix = pages["questions/index.html"].partition("</thead>")[0]
    assert ">Valley Gazette</a>" in matrix and ">Proceedings of the Symposium on Rural…</a>" in matrix
    assert "Valley Press" in pages["sources/coast-daily.html"]


def test_the_printed_dossier_keeps_to_the_claims_that_meet_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "PRINTED", 2)
    page = next(p.html for p in pages_of(wind.DOSSIER) if p.path == "print.html")
    listed = re.findall(r"<li><a href=\"(sources/[^\"]+#[^\"]+)\"", page)
    assert sorted(listed) == [
        "sources/coast-daily.html#p01-offshore-growing",
        "sources/grid-review.html#p01-offshore-stalled",
    ]
    assert "Only those that agree or disagree with others most sharply are printed" in page
