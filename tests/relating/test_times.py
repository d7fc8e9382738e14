"""Whether two claims speak of one time."""

from dossier.model import Claim
from dossier.relating.times import told_apart


def told(date: str, words: str) -> Claim:
    return Claim("a/one", "a", f"output fell {words}", f"Output fell {words}.", date=date, date_from=words)


def test_a_quarter_and_its_three_months_are_one_time_whenever_they_are_told() -> None:
    quarter, months = told("2025-Q1", "in the first quarter"), told("2025-01/2025-03", "from January to March")
    assert told_apart(quarter, months, ("2025-03-18", "2025-04-02")).open


def test_what_names_no_time_is_of_the_day_it_came_out() -> None:
    undated = told("2025-03", "")
    assert not told_apart(undated, undated, ("2025-03-18", "2025-04-02")).open
