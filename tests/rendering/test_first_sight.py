"""What a reader sees at first sight: who says what, what names a country, a dossier that asks nothing yet."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
import wind

from dossier.model import Codebook, Figure, Relation
from dossier.rendering.render import render

PAGES = render(wind.DOSSIER)
STALLED = "grid-review/p01-offshore-stalled"


def read(page: str) -> str:
    """A page as a reader sees it: no tags, single spaces."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", page)))


def test_a_pair_says_who_answers_what_before_it_quotes() -> None:
    text = read(PAGES["contradictions.md"])
    assert "Yes Coast Daily, 2 March 2024“Offshore building is growing fast" in text
    assert "No Grid Review, May 2024“Offshore building has stalled" in text


def test_the_list_of_contradictions_says_what_would_settle_each() -> None:
    assert "What would settle it: Yearly counts." in read(PAGES["contradictions.md"])


def test_a_country_page_opens_with_what_names_the_country() -> None:
    page = read(PAGES["countries/DK.md"])
    assert page.index("Danish ports profit from every turbine") < page.index("Said about a region it belongs to")
    assert "No claim names it; 1 claim on a region it belongs to." in read(PAGES["countries/NL.md"])


def test_regions_stand_apart_from_countries_on_home_and_in_the_list() -> None:
    home, listed = PAGES["index.md"], PAGES["countries/index.md"]
    countries, _, regions = home.partition("A region or alliance")
    assert "countries/DK.html" in countries and "countries/north-sea.html" not in countries
    assert "countries/north-sea.html" in regions
    assert listed.index("Denmark") < listed.index("Regions and alliances") < listed.index("North Sea")


def test_of_a_source_home_tells_numbers_and_not_that_somebody_counted_to_two() -> None:
    met = next(c for c in wind.CLAIMS if "35 percent" in c.quote)
    two = replace(met, id=f"{met.source}/a", quote="The two ports differ", figures=(Figure("two", 2, 2),))
    claims = (two, met)
    asked = replace(wind.DOSSIER.codebook, questions=())
    home = render(replace(wind.DOSSIER, codebook=asked, claims=claims, relations=(), readings=()))["index.md"]
    assert home.index("<mark>35 percent</mark>") < home.index("The two ports differ")


def test_without_relations_home_tells_what_each_source_says_and_counts_no_questions() -> None:
    book = replace(wind.DOSSIER.codebook, questions=())
    claims = tuple(replace(c, positions=()) for c in wind.CLAIMS)
    pages = render(replace(wind.DOSSIER, codebook=book, claims=claims, relations=(), readings=()))
    home = read(pages["index.md"])
    assert "0 questions" not in home
    assert "so this page shows what was found by comparing their wording." in home
    assert "No two of them were found to be about the same thing." in home
    assert "“Wind met 35 percent of Irish demand in 2023”" in home
    assert "Compared with the other sources" not in pages["sources/coast-daily.md"]


def _without_questions(*relations: Relation) -> dict[str, str]:
    """The pages of the dossier on wind, were no question asked and were these all the pairs found."""
    book = replace(wind.DOSSIER.codebook, questions=())
    claims = tuple(replace(c, positions=()) for c in wind.CLAIMS)
    return render(replace(wind.DOSSIER, codebook=book, claims=claims, relations=relations, readings=()))


@pytest.mark.parametrize(
    ("kind", "heading"), [("contradicts", "Where they contradict each other"), ("agrees", "Where they agree")]
)
def test_pairs_that_no_question_joins_stand_on_home_each_for_itself(kind: str, heading: str) -> None:
    ours = ("coast-daily/p01-offshore-growing", "coast-daily/p01-wind-met-35")
    pages = _without_questions(*(Relation(kind, (id, STALLED), "", "points", "", status="confirmed") for id in ours))
    home = read(pages["index.md"])
    assert home.index(heading) < home.index("Start from")
    assert "“Wind met 35 percent" in home and "“Offshore building is growing fast”" in home
    assert "without a shared question" not in read(pages["agreements.md"]) + read(pages["contradictions.md"])


SIGNS = (
    '<td><span class="badge badge--contradicts',
    '<li><span class="badge badge--contradicts',
    "tally--contradicts",
    "edge tint--contradicts",
    "1 contradiction",
)


def test_pairs_that_wording_alone_puts_at_odds_are_hints_until_somebody_has_judged_them() -> None:
    pages = _without_questions(
        Relation("contradicts", ("coast-daily/p01-offshore-growing", STALLED), "", "points", "They differ."),
        *(
            Relation("updates", (id, STALLED), "", "points", "Later.")
            for id in ("coast-daily/p01-wind-met-35", "coast-daily/p01-villages-support")
        ),
    )
    home, page = read(pages["index.md"]), read(pages["contradictions.md"])
    assert "Where they contradict each other" not in home and "Where they may be at odds" not in home
    assert "Judging by rules alone, 1 pair may contradict each other and 2 may show a change over time" in home
    assert "What each source says" in home
    assert "Hints no editor has judged yet 1 pair Only their wording" in page and "one in ten" in page
    assert "Why they may contradict: They differ." in page
    told = [path for path, text in pages.items() for sign in SIGNS if path.endswith(".md") and sign in text]
    assert told == [] and "May contradict" in pages["relations.md"]
    assert "? 3 hints" in read(pages["sources/index.md"])


def test_home_begins_with_the_agreement_that_is_surest_and_not_with_that_of_most_sources() -> None:
    stalled = ("coast-daily/p01-offshore-growing", STALLED), (STALLED, "north-blog/p01-only-beginning")
    villages = "coast-daily/p01-villages-support", "grid-review/p01-villages"
    unsure = [Relation("agrees", pair, "", "alike", "Same.", score=0.75) for pair in stalled]
    sure = Relation("agrees", villages, "", "alike", "Same.", score=0.95)
    home = read(_without_questions(*unsure, sure)["index.md"])
    assert home.index("Most villages on the coast") < home.index("Offshore building is growing")


def test_an_empty_list_leads_to_what_there_is_instead() -> None:
    pages = _without_questions(Relation("agrees", ("coast-daily/p01-villages-support", STALLED), "", "same", "Same."))
    for path, back in (("contradictions.md", ""), ("changes.md", ""), ("questions/index.md", "../")):
        assert f'Found instead: <a href="{back}agreements.html">1 agreement</a>' in pages[path], path
    assert 'To begin with: <a href="../claims.html">all' in _without_questions()["questions/index.md"]
    unthemed = replace(wind.DOSSIER, claims=tuple(replace(c, themes=()) for c in wind.CLAIMS))
    assert 'To begin with: <a href="../claims.html">all' in render(unthemed)["themes/index.md"]


def test_one_source_has_nothing_to_be_compared_with() -> None:
    alone = replace(wind.DOSSIER, sources=wind.SOURCES[:1], relations=(), readings=(),
                    claims=tuple(c for c in wind.CLAIMS if c.source == wind.SOURCES[0].id))  # fmt: skip
    pages = render(alone)
    assert "there is one source so far" in read(pages["contradictions.md"])
    assert "No pair has been found yet" in read(pages["relations.md"]) and "<table" not in pages["relations.md"]


def test_words_in_another_language_say_which_and_run_their_own_way() -> None:
    told = replace(wind.SOURCES[0], meta=replace(wind.SOURCES[0].meta, language="ar"))
    page = render(replace(wind.DOSSIER, sources=(told, *wind.SOURCES[1:])))["contradictions.md"]
    assert '<blockquote lang="ar" dir="auto"><p>“Offshore' in page
    assert '<blockquote lang="en"' not in page


def test_search_ends_words_at_brackets_and_possessives() -> None:
    text = (Path(__file__).parents[2] / "mkdocs.yml").read_text("utf-8")
    found = re.search(r"separator: '(.+)'\n", text)
    assert found
    words = re.split(
        found[1].replace("''", "'"), "Russia’s troops of the Organization (OSCE), “200,000” at 2.5% of Iran's"
    )
    assert {"Russia", "OSCE", "200,000", "2.5%", "Iran"} <= set(words)


def test_a_theme_shows_a_contradiction_on_its_question_though_one_side_bears_another_theme() -> None:
    claims = tuple(replace(c, themes=("ports",)) if c.id == "grid-review/p01-offshore-stalled" else c
                   for c in wind.CLAIMS)  # fmt: skip
    page = render(replace(wind.DOSSIER, claims=claims))["themes/wind-power.md"]
    assert "Offshore building has stalled since 2022" in unescape(re.sub(r"<[^>]+>", "", page))


def test_the_table_of_claims_has_no_column_that_would_be_empty() -> None:
    bare = tuple(replace(c, themes=(), positions=()) for c in wind.CLAIMS)
    page = render(replace(wind.DOSSIER, claims=bare, codebook=Codebook(), relations=(), readings=()))["claims.md"]
    heads = re.findall(r"<th [^>]*>([^<]*)<", page)
    assert heads == ["Claim", "Source", "Time", "Places", "Other sources"]
    row = page.partition("<tbody>")[2].partition("</tr>")[0]
    assert row.count("<td") == len(heads)


def test_a_contradiction_of_drafts_that_nobody_has_checked_is_nowhere_called_one() -> None:
    (at_odds,) = (r for r in wind.DOSSIER.relations if r.type == "contradicts" and r.question == "offshore-growing")
    drafts = replace(at_odds, status="proposed", decision=None, drafted=True)
    pages = render(replace(wind.DOSSIER, relations=(drafts,)))
    badge = '<span class="badge badge--silent"><span class="badge__sign" aria-hidden="true">?</span> May contradict'
    for path in ("index.md", "questions/index.md", "questions/offshore-growing.md", "print.md"):
        assert badge in pages[path] and "</span> Contradiction<" not in pages[path], path
    home = read(pages["index.md"])
    assert home.index("Where they may be at odds Is offshore building") < home.index(
        "Yes: “Offshore building is growing"
    )
    assert "Judging by rules alone, 1 pair may contradict each other" in home
    assert read(pages["contradictions.md"]).count("no editor has checked it yet") == 1
    assert 'data-verdict="unchecked"' in pages["questions/index.md"]
    changes = render(replace(wind.DOSSIER, relations=(replace(drafts, type="updates"),)))
    assert "What changed over time" not in read(changes["index.md"])
    assert "1 pair may show a change over time" in read(changes["index.md"])
    assert "questions/index.html?verdict=unchecked" in pages["index.md"]
