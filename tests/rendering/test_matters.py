"""Pairs held together by what they are about: one card for one matter, no words put into anybody's mouth."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.model import (
    Claim,
    Cleaned,
    Codebook,
    Dossier,
    Figure,
    Metadata,
    Position,
    Question,
    Relation,
    Source,
)
from dossier.rendering.matters import Matter, matters
from dossier.rendering.render import pages_of, render
from dossier.rendering.view import View

SAID = {
    "a": ("the ferry sank", "2026-01-27", "The ferry sank at dawn, killing 15 people."),
    "b": ("the vessel went down", "2026-01-26", "Officials said the vessel went down with 18 dead."),
    "c": ("the boat capsized", "2026-01-28", "Survivors say the boat capsized; at least 18 died."),
    "d": ("a ship in trouble", "2026-01-29", "Radio reports told of a ship in trouble."),
}
COUNT = re.compile(r"(?:at least )?\d+")
WORDS = {"15": ("a", "killing 15 people"), "18 b": ("b", "18 dead"), "18 c": ("c", "at least 18 died")}


def people(raw: str) -> Figure:
    """A count as it is read: "at least 18" is open above."""
    count = float(raw.split()[-1])
    return Figure(raw, count, None if raw.startswith("at least") else count, "people")


def dossier(*relations: Relation) -> Dossier:
    texts = {name: text for name, (_, _, text) in SAID.items()}
    sources = (
        Source(
            name,
            Metadata(name.upper(), publisher=name.upper(), issued=SAID[name][1]),
            text,
            Cleaned(text, (), ((0, len(text)),)),
        )
        for name, text in texts.items()
    )
    claims = (
        Claim(f"{name}/p1", name, text, text, start=0, end=len(text), figures=tuple(map(people, COUNT.findall(text))))
        for name, text in texts.items()
    )
    return Dossier("Ferry", "", tuple(sources), claims=tuple(claims), relations=relations)


def pair(kind: str, one: str, other: str) -> Relation:
    """A pair of two articles by what each says of the sinking, or by the words of a count."""
    (a, words), (b, others) = (WORDS.get(side, (side, SAID.get(side, ("",))[0])) for side in (one, other))
    return Relation(kind, (f"{a}/p1", f"{b}/p1"), "", "points", f"{a} and {b}.", (words, others))


def told(*relations: Relation) -> list[Matter]:
    view = View(dossier(*relations))
    return matters(view, [r for r in view.relations if r.type == relations[0].type])


def test_what_meets_one_claim_is_one_matter() -> None:
    (matter,) = told(pair("agrees", "a", "b"), pair("agrees", "a", "c"))
    assert matter.head.source == "a"
    assert matter.sources == ("a", "b", "c")  # whose words all meet, then by day


def test_another_thing_that_the_same_claim_says_is_another_matter() -> None:
    found = told(pair("agrees", "a", "b"), pair("agrees", "a", "d"), pair("agrees", "18 b", "18 c"))
    assert sorted(m.count for m in found) == [1, 2]


def test_a_chain_is_no_matter_but_who_meets_two_of_it_belongs_to_it() -> None:
    chain = [pair("agrees", "a", "b"), pair("agrees", "b", "c"), pair("agrees", "c", "d")]
    assert sorted(m.count for m in told(*chain)) == [1, 2]
    assert [m.count for m in told(*chain, pair("agrees", "a", "d"))] == [4]


def test_who_gives_the_same_number_stands_once_against_the_other() -> None:
    at_odds = pair("qualifies", "15", "18 b"), pair("qualifies", "15", "18 c")
    assert [m.count for m in told(*at_odds)] == [2]
    (matter,) = told(pair("qualifies", "15", "18 b"), pair("agrees", "18 b", "18 c"))
    assert set(matter.sources) == {"a", "b"}  # that C agrees with B makes no pair of A and C
    (matter,) = told(*at_odds, pair("agrees", "18 b", "18 c"))
    assert matter.sources == ("c", "a", "b")  # newest first


def test_every_pair_stands_once_in_the_card_with_its_own_reason() -> None:
    kinds = [
        pair("agrees", "a", "b"),
        pair("agrees", "a", "c"),
        pair("agrees", "b", "c"),
        pair("agrees", "18 b", "d"),
    ]
    page = render(dossier(*kinds))["agreements.md"]
    assert page.count("data-item") == page.count("Dispute this") + len(kinds) == len(kinds)
    printed = render(dossier(*kinds))["print.md"]
    assert "3 sources: “<mark>The ferry sank</mark>" in printed
    assert "<b>2 sources</b> <span>“Officials said the vessel" in printed  # not the whole quotation twice
    card = page.partition("</article>")[0]
    assert "3 pairs with the reasons" in card and "3 sources: “<mark>The ferry sank</mark>" in card
    assert [f"<p>{r.because}</p>" in card for r in kinds] == [True, True, True, False]


def test_two_articles_of_one_origin_are_told_as_such() -> None:
    found = dossier(pair("agrees", "a", "b"), pair("agrees", "a", "c"))
    meta = {name: replace(found.source[name].meta, family="wire" if name in "bc" else "") for name in SAID}
    copied = replace(found, sources=tuple(replace(s, meta=meta[s.id]) for s in found.sources))
    pages = {p.path: p.html for p in pages_of(copied)}
    assert "3 sources that draw on 2 origins" in pages["agreements.html"]
    assert "3 sources that draw on 2 origins" in pages["index.html"]
    assert pages["index.html"].partition("glance--agrees")[2].partition("</article>")[0].count("glance__side") == 3


def test_numbers_at_odds_stand_side_by_side_by_source() -> None:
    page = render(dossier(pair("qualifies", "15", "18 b"), pair("qualifies", "15", "18 c")))["partly-at-odds.md"]
    assert "3 sources: at least 18, 15 or 18 people</p>" in page
    assert re.findall('matter__value">([^<]*)<', page) == ["at least 18 people", "15 people", "18 people"]


def test_the_few_quotations_of_a_dispute_show_both_its_sides() -> None:
    pairs = [pair("contradicts", "15", other) for other in ("18 b", "18 c", "d")]
    (matter,) = told(*(replace(r, status="confirmed") for r in pairs))
    assert [c.source for c in matter.claims] == ["d", "c", "a", "b"]  # newest first, behind them what they all deny
    assert [c.source for c in matter.facing(2)] == ["d", "a"]


def test_those_who_say_yes_stand_together_before_those_who_say_no() -> None:
    answers = {"a": "no", "b": "yes", "c": "no", "d": "yes"}
    pairs = [replace(pair("contradicts", *of), question="sank", drafted=True) for of in ("ab", "ad", "bc", "cd")]
    told = dossier(*pairs)
    claims = (replace(c, positions=(Position("sank", answers[c.source]),)) for c in told.claims)
    asked = Codebook(questions=(Question("sank", "Did the ferry sink?"),))
    page = render(replace(told, claims=tuple(claims), codebook=asked))["contradictions.md"]
    rows = page.partition('<dl class="matter__said">')[2].partition("</dl>")[0]
    assert re.findall(r"</span> (Yes|No)</span>", rows) == ["Yes", "Yes", "No", "No"]
    assert "What would settle it" not in page  # first comes whether it is read correctly
