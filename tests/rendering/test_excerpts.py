"""Rights: how much of an article readers see beside its quotations."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
import wind

from dossier.model import Claim, Cleaned, Metadata, Passage, Rights, Source
from dossier.rendering.excerpts import AROUND, BEYOND, excerpts, sentence
from dossier.rendering.render import pages_of, render

TEXT = " ".join(f"w{n}" for n in range(400))


def article(publish: str) -> Source:
    return Source("s", Metadata("t", rights=Rights(publish=publish)), TEXT, Cleaned(TEXT, (), ((0, len(TEXT)),)))


def quoting(*words: str) -> list[Claim]:
    return [Claim(f"s/{w}", "s", w, w, start=TEXT.index(f"{w} "), end=TEXT.index(f"{w} ") + len(w)) for w in words]


def test_a_dozen_words_stand_on_each_side() -> None:
    before, after = excerpts(article("excerpt"), quoting("w100")).of("s/w100")
    assert before.split() == ["…", *(f"w{n}" for n in range(100 - AROUND, 100))]
    assert after.split() == [*(f"w{n}" for n in range(101, 101 + AROUND)), "…"]


def test_all_contexts_together_stay_below_their_share_of_the_article() -> None:
    claims = quoting(*(f"w{n}" for n in range(20, 380, 30)))
    found = excerpts(article("excerpt"), claims)
    seen = {word for sides in found.around.values() for side in sides for word in side.split()} - {"…"}
    assert len(seen) <= 400 * BEYOND
    assert found.beside == len(seen)


def test_words_that_another_quotation_shows_cost_nothing() -> None:
    claims = quoting(*(f"w{n}" for n in range(100, 140)))
    found = excerpts(article("excerpt"), claims)
    assert all(len(found.of(c.id)[0].split()) > AROUND for c in claims)
    assert found.beside <= 2 * AROUND


def limited(**limits: float) -> Source:
    whole = article("excerpt")
    return replace(whole, meta=replace(whole.meta, rights=Rights(**limits)))


def spans(*pairs: tuple[int, int]) -> list[Claim]:
    found = []
    for first, last in pairs:
        start, end = TEXT.index(f"w{first} "), TEXT.index(f" w{last} ") + len(f" w{last}")
        found.append(Claim(f"s/{first}", "s", TEXT[start:end], "s", start=start, end=end))
    return found


@pytest.mark.parametrize("limits", [{"share": 10.0}, {"words": 40.0}, {"share": 10.0, "words": 300.0}])
def test_quotations_and_what_is_around_them_stay_within_the_limits(limits: dict[str, float]) -> None:
    claims = spans((10, 29), (100, 114), (200, 219), (300, 304))
    found = excerpts(limited(**limits), claims)
    assert found.cut == {"s/200"}
    assert found.quoted + found.beside <= 40


def test_without_limits_every_quotation_stands_whole() -> None:
    assert excerpts(article("none"), spans((1, 390))).cut == frozenset()


def test_the_source_page_says_that_quotations_were_cut() -> None:
    first = wind.SOURCES[0]
    short = replace(first, meta=replace(first.meta, rights=replace(first.meta.rights, words=12)))
    pages = {p.path: p.html for p in pages_of(replace(wind.DOSSIER, sources=(short, *wind.SOURCES[1:])))}
    assert "Only the first words of" in pages[f"sources/{first.id}.html"]
    assert "Only the first words of" not in pages[f"sources/{wind.SOURCES[1].id}.html"]


def site_within(words: float) -> dict[str, str]:
    """Every file of the site when so many words of the first source may be shown."""
    first = wind.SOURCES[0]
    short = replace(first, meta=replace(first.meta, rights=replace(first.meta.rights, words=words)))
    return render(replace(wind.DOSSIER, sources=(short, *wind.SOURCES[1:])))


def test_a_limit_holds_on_every_page_and_in_the_data() -> None:
    long, few = "Most villages on the coast support the turbines", "Most villages on the …"
    whole, site = render(wind.DOSSIER), site_within(12)
    assert {path for path, text in whole.items() if long in text} > {
        "data/dossier.json",
        "data/claims.csv",
        "claims.md",
    }
    assert [path for path, text in site.items() if long in text] == []
    assert few in site["questions/villages-support.md"]
    assert few in site["data/claims.csv"]


def test_what_contradicts_another_source_is_shown_whole_before_anything_else() -> None:
    page = site_within(14)["questions/offshore-growing.md"]
    assert "Offshore building is <mark>growing fast</mark>" in page


def test_a_draft_whose_statement_repeats_its_quotation_does_not_tell_it_either() -> None:
    assert all("Wind met 35 percent of Irish demand" not in text for text in site_within(3).values())


def test_nothing_stands_around_a_quotation_where_the_rights_say_none() -> None:
    assert excerpts(article("none"), quoting("w100")).around == {}


def test_everything_may_stand_there_where_the_rights_say_full() -> None:
    claims = quoting(*(f"w{n}" for n in range(20, 380, 30)))
    found = excerpts(article("full"), claims)
    assert all(len(found.of(c.id)[0].split()) == AROUND + 1 for c in claims)


@pytest.mark.parametrize(
    ("publish", "shown"), [("full", "w0 w1 w2 w3 w4 w5 w6 w7"), ("excerpt", "w0 w1 w2 w3 …"), ("none", "")]
)
def test_a_sentence_left_out_is_named_as_the_rights_allow(publish: str, shown: str) -> None:
    assert sentence(article(publish), Passage("s", 0, TEXT.index(" w8"), (), "rhetoric")) == shown


def of_site(publish: str) -> str:
    first = wind.SOURCES[0]
    rights = replace(first.meta.rights, publish=publish)
    changed = replace(first, meta=replace(first.meta, rights=rights))
    pages = pages_of(replace(wind.DOSSIER, sources=(changed, *wind.SOURCES[1:])))
    return unescape(re.sub(r"<[^>]+>", "", "".join(p.html for p in pages)))


def test_no_page_shows_a_sentence_left_out_beyond_its_first_words() -> None:
    assert "Nobody asked the fish." in of_site("full")
    assert "Nobody asked …" in of_site("excerpt")
    assert "Nobody asked the fish" not in of_site("excerpt")
    assert "Nobody asked" not in of_site("none")


def test_the_source_page_accounts_for_every_sentence() -> None:
    text = of_site("excerpt")
    assert "Left out: no checkable statement" in text
    assert "The mood at …" in text
    assert "became claims" in text
