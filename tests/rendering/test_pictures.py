"""Pictures of the whole, which questions hang together, and what stands open on the page of a question."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import wind

from dossier.model import Claim, Dossier, Position, Reading
from dossier.rendering.render import render


def dated(*dates: str) -> Dossier:
    """A dossier whose claims speak of these times."""
    claims = tuple(replace(wind.CLAIMS[0], id=f"coast-daily/c{n:02}", date=date) for n, date in enumerate(dates))
    return replace(wind.DOSSIER, claims=claims, relations=(), readings=())


def columns(page: str) -> list[str]:
    """What a screen reader says of each column of the first picture."""
    return [unescape(told) for told in re.findall(r'aria-label="([^"]*)"', page[: page.index("</figure>")])]


def test_the_years_stand_in_one_picture_before_any_list() -> None:
    page = render(dated("2019", *["2022-09"] * 9, "2022-12-16", "2023-05"))["timeline.md"]
    told = columns(page)
    assert "July to September 2022: 9 claims" in told
    assert "October to December 2022: 1 claim" in told
    assert page.index("<figure") < page.index('id="times"')


def test_the_days_of_a_piece_of_news_have_a_column_each_and_what_lies_before_stands_apart() -> None:
    page = render(dated("1993/..", *["2009-06-28"] * 8, "2009-06-30/2009-07-01", "2009-07-02", "2009"))["timeline.md"]
    told = columns(page)
    assert told[:2] == ["1993, over a longer time: 1 claim", "2009, over a longer time: 1 claim"]
    assert told[2:] == ["28 June 2009: 8 claims", "30 June 2009: 1 claim", "2 July 2009: 1 claim"]
    assert re.findall(r'columns__name">(\w+)', page) == ["Longer", "Longer", "28", "29", "30", "1", "2"]
    assert "2009 by month" not in page
    assert 'href="#y2009-7"' in page and 'id="y2009-7"' in page


def test_every_column_leads_to_its_claims() -> None:
    page = render(dated("2019", *["2022-09"] * 9, "2022-12-16", "2023-05", "2023/.."))["timeline.md"]
    aims = re.findall(r'href="#(y[^"]+)"', page)
    assert len(set(aims)) > 5
    assert all(f'id="{aim}"' in page for aim in aims)


def test_what_lasts_a_whole_year_is_put_into_no_month() -> None:
    told = columns(render(dated("2022", "2022-09", "2023-01"))["timeline.md"])
    assert "2022, over a longer time: 1 claim" in told
    assert not any("January to March 2022" in one for one in told)


def test_a_year_with_many_claims_folds_and_tells_the_sharpest_first() -> None:
    plain = [replace(wind.CLAIMS[0], id=f"coast-daily/c{n:02}", date="2023-05") for n in range(9)]
    page = render(replace(wind.DOSSIER, claims=(*wind.CLAIMS, *plain)))["timeline.md"]
    year = page[page.index('id="y2023"') :]
    assert year.index("Offshore building was growing fast in 2023.") < year.index("<details")


def test_a_claim_stands_on_the_timeline_even_without_a_date() -> None:
    page = render(dated("2022-09", "2023-01", ""))["timeline.md"]
    assert 'href="sources/coast-daily.html#c02"' in page[page.index('id="undated"') :]


def answering(**stances: tuple[str, str]) -> Dossier:
    """A dossier whose claims each answer two questions."""
    claims: list[Claim] = []
    for name, pair in stances.items():
        a, b = name.split("__")
        positions = (Position(a.replace("_", "-"), pair[0]), Position(b.replace("_", "-"), pair[1]))
        claims.append(replace(wind.CLAIMS[1], id=f"coast-daily/{name}", positions=positions))
    return replace(wind.DOSSIER, claims=tuple(claims), relations=())


def test_questions_that_the_same_quotations_answer_are_joined_and_told_in_words() -> None:
    page = render(answering(fish__offshore_growing=("yes", "no"), fish__ports_profit=("no", "no")))[
        "questions/index.md"
    ]
    listed = page[page.index("<details", page.index('class="arcs"')) :]
    assert page.count("<path") == listed.count('<li class="line">') == 2
    assert "Opposite answers, in 1 quotation" in listed
    assert "The same answer, in 1 quotation" in listed


def test_without_shared_quotations_there_is_no_picture_of_questions() -> None:
    assert 'class="arcs"' not in render(wind.DOSSIER)["questions/index.md"]


def test_sources_are_joined_by_a_line_for_each_way_in_which_they_meet() -> None:
    page = render(wind.DOSSIER)["sources/index.md"]
    drawn = page[page.index('<figure class="network">') : page.index("<figcaption", page.index('class="network"'))]
    met = {frozenset(c.split("/")[0] for c in r.between) for r in wind.DOSSIER.relations}
    assert len(met) <= drawn.count("<line") <= len(wind.DOSSIER.relations)
    assert "Coast Daily, Grid Review: Contradict 1" in drawn
    assert all(f'href="{s.id}.html"' in drawn for s in wind.DOSSIER.sources)


def test_a_question_tells_whether_those_near_to_it_are_answered_alike() -> None:
    page = render(answering(fish__offshore_growing=("yes", "no")))["questions/fish.md"]
    assert "1 claim in common, with opposite answers" in page[page.index('id="near"') :]


def test_what_folds_away_on_a_question_is_never_the_only_quotation_of_its_answer() -> None:
    claims = [replace(wind.CLAIMS[1], id=f"coast-daily/c{n}", positions=(Position("fish", stance),))
              for n, stance in enumerate(("yes", "yes", "yes", "no"))]  # fmt: skip
    held = (("coast-daily", "yes", tuple(c.id for c in claims)),)
    asked = replace(
        wind.DOSSIER, claims=tuple(claims), relations=(), readings=(Reading("fish", "open", "", held, ()),)
    )
    page = render(asked)["questions/fish.md"]
    shown = [page.index(f"sources/coast-daily.html#c{n}") for n in range(4)]
    assert shown[3] < page.index("1 more quotation") < shown[2]
