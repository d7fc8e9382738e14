"""How figures read: their words, what they count, and the scale they stand on."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import wind

from dossier.model import Figure
from dossier.rendering.labels import amount
from dossier.rendering.render import render


def page_of(*figures: Figure) -> str:
    """The page of figures where each of these is given by a claim of its own, in turn by two sources."""
    makers = (wind.CLAIMS[0], wind.CLAIMS[5])
    claims = tuple(
        replace(makers[n % 2], id=f"{makers[n % 2].source}/c{n}", figures=(figure,), quote=f"It was {figure.raw}.")
        for n, figure in enumerate(figures)
    )
    return render(replace(wind.DOSSIER, claims=claims, relations=(), readings=()))["figures.md"]


def cells(page: str) -> list[str]:
    """What stands in the first column of the table."""
    found = re.findall(r"<tr data-item[^>]*>\s*<td>(.*?)</td>", page, re.DOTALL)
    return [re.sub("<[^>]*>", "", cell) for cell in found]


def test_a_bare_factor_is_told_in_the_words_of_the_source() -> None:
    assert amount(Figure("doubled", 2, 2, "", "hives")) == "doubled"
    assert amount(Figure("2.5", 2.5, 2.5, "", "hives")) == "2.5"


@pytest.mark.parametrize(
    ("raw", "low", "high", "told"),
    [("well over 20", 20, None, "more than 20"), ("at least 20", 20, None, "at least 20"),
     ("20 or more", 20, None, "at least 20"), ("fewer than 20", None, 20, "less than 20"),
     ("as many as 20", None, 20, "up to 20"), ("", 20, None, "at least 20")],
)  # fmt: skip
def test_an_open_figure_holds_the_number_itself_only_where_the_source_does(
    raw: str, low: float | None, high: float | None, told: str
) -> None:
    assert amount(Figure(raw, low, high, "", "hives")) == told


@pytest.mark.parametrize(
    ("unit", "told"),
    [("krone", "5 kroner"), ("yen", "5 yen"), ("yuan", "5 yuan"), ("dollar", "5 dollars"), ("leu", "5 lei"),
     ("percentage point", "5 percentage points")],
)  # fmt: skip
def test_money_and_measures_have_their_own_plurals(unit: str, told: str) -> None:
    assert amount(Figure("5", 5, 5, unit)) == told
    assert amount(Figure("1", 1, 1, unit)) == f"1 {unit}"


def test_a_change_is_not_a_share() -> None:
    share = Figure("62%", 62, 62, "percentage", "residents")
    change = Figure("12%", 12, 12, "percentage", "trade on the quay", change="down")
    assert cells(page_of(share, change)) == ["12 percent ↓ down: trade on the quay", "62 percent of residents"]


def test_what_is_only_called_it_is_not_named() -> None:
    plain, called = Figure("3", 3, 3, "percentage", "it"), Figure("4", 4, 4, "percentage", "its oil")
    assert cells(page_of(plain, called)) == ["3 percent", "4 percent of its oil"]


def test_long_names_on_a_scale_do_not_run_into_each_other() -> None:
    page = page_of(*(Figure(f"{n} million", n * 1e6, n * 1e6, "krone") for n in (8, 12)))
    scale = re.findall(r'<span style="left:([\d.]+)%">([^<]*)</span>', page)
    assert scale[0][1] == "0" and [name for _, name in scale[1:]] == ["4 million", "8 million", "12 million"]


def test_numbers_that_are_all_the_same_make_no_picture() -> None:
    three, four = (Figure(f"{n} plants", n, n, "plant") for n in (3, 4))
    assert 'class="tracks"' not in page_of(three, three) and 'class="tracks"' in page_of(three, four)


def test_a_number_in_a_picture_says_what_it_is_of_in_the_words_behind_it() -> None:
    told = "Power was 60% renewable, 35% coal and 5% gas"
    shares = (Figure(f"{n}%", n, n, "percentage") for n in (60, 35, 5))
    claims = tuple(replace(maker, figures=(share,), quote=told) for maker, share in zip(
        (wind.CLAIMS[0], wind.CLAIMS[5], wind.CLAIMS[6]), shares, strict=True))  # fmt: skip
    page = render(replace(wind.DOSSIER, claims=claims, relations=(), readings=()))["figures.md"]
    names = re.findall(r'class="track__name"[^>]*>([^<]*)<', page)
    assert [name.partition(": ")[2] for name in names] == ["“gas”", "“coal”", "“renewable”"]
