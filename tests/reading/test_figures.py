"""Figures with value, unit and direction; numbers that are none; what is counted."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import Figure
from dossier.reading.figures.finding import find_figures

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "figures.yaml").read_text("utf-8"))


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _value(figure: Figure) -> str:
    about = "~" if figure.approx else ""
    if figure.low is not None and figure.low == figure.high:
        return about + _number(figure.low)
    ends = ["" if end is None else _number(end) for end in (figure.low, figure.high)]
    return about + "..".join(ends)


def _written(text: str) -> list[str]:
    return [
        f"{text[f.start : f.end]} | {_value(f.figure)} | {f.figure.unit} | {f.figure.change}".replace(
            "|  |", "| |"
        ).strip()
        for f in find_figures(text)
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_figures(case: dict[str, str]) -> None:
    assert _written(case["text"]) == [line.strip() for line in case["reads"]]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Chile uses it to export 80% of its copper.", "its copper"),
        ("The quake left 238 dead.", "dead"),
        ("About 100,000 Kenyan citizens came.", "Kenyan citizens"),
        ("Trade turnover rose 5 %.", "Trade turnover"),
        ("Peru cut its output by 12 percent.", "output"),
        ("A quarter of Niger’s uranium production is idle.", "Niger’s uranium production"),
        ("One in five children is hungry.", "children"),
        ("Ghana shipped 4 million tonnes of cocoa.", "cocoa"),
        ("Lagos saw a 3% increase in births.", "births"),
        ("Nearly half of the 1,500 nurses agreed.", "the 1,500 nurses"),
        ("Tourism revenue has more than doubled.", "Tourism revenue"),
    ],
)
def test_what_is_counted(text: str, counted: str) -> None:
    assert find_figures(text)[0].figure.of == counted


def test_raw_is_the_text_itself() -> None:
    text = "Nearly 40 % of\nvoters and more than two dozen judges agreed."
    assert all(f.figure.raw == text[f.start : f.end] for f in find_figures(text))


def test_every_rule_is_named_once() -> None:
    names = [case["rule"] for case in CASES]
    assert len(names) == len(set(names))


PIECES = [
    "5",
    "7.5",
    "%",
    " ",
    "-",
    "million",
    "a",
    "half",
    "of",
    "between",
    "and",
    "$",
    "one",
    "in",
    "from",
    "to",
    "rose",
    "\n",
    ",",
    "(",
    "fold",
    "2019",
    "May",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    end = 0
    for found in find_figures(text):
        assert end <= found.start < found.end <= len(text)
        assert found.figure.low is not None or found.figure.high is not None
        end = found.end
