"""Whether two claims speak of one time."""

import pytest

from dossier.edtf import parse
from dossier.model import Claim
from dossier.relating.apart.times import apart, told_apart


def told(date: str, words: str) -> Claim:
    return Claim("a/one", "a", f"output fell {words}", f"Output fell {words}.", date=date, date_from=words)


def test_a_quarter_and_its_three_months_are_one_time_whenever_they_are_told() -> None:
    quarter, months = told("2025-Q1", "in the first quarter"), told("2025-01/2025-03", "from January to March")
    assert told_apart(quarter, months, ("2025-03-18", "2025-04-02")).open


def test_what_names_no_time_is_of_the_day_it_came_out() -> None:
    undated = told("2025-03", "")
    assert not told_apart(undated, undated, ("2025-03-18", "2025-04-02")).open


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("2018", "2019", "about one year apart"),
        ("2015", "2019", "about four years apart"),
        ("2010/2015", "2018-05-03", "about three years apart"),
        ("2024-12", "2025-01", "about one month apart"),
        ("2024-03", "2025-01", "about one year apart"),
        ("2025-03-01", "2025-03-02", "one day apart"),
        ("2025-03-01", "2025-06-02", "about three months apart"),
    ],
)
def test_how_far_two_times_lie_apart_is_told_in_what_the_longer_is_told_in(one: str, other: str, told: str) -> None:
    first, second = parse(one), parse(other)
    assert first and second
    assert apart(first, second) == apart(second, first) == told
