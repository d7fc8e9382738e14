"""What to do about a text that is no date of the forms we read."""

from __future__ import annotations

import re

from dossier.data import load
from dossier.edtf import MONTHS, in_words, is_season
from dossier.store.meant import is_short_year, meant_dates

DAY_FORM = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR_AND_MONTH = re.compile(r"~?\d{4}-(\d{2})")
_MONTH_AND_DAY = re.compile(rf"(?:{'|'.join(name[:3] for name in MONTHS)})[a-z]*\.? (\d\d)", re.IGNORECASE)
_FORMS = "2022, 2022-06, 2022-09-21, 2022-Q2, ~2022, 2022-02/2022-06 or 2022-02/.."
_NO_SUCH_DAY = "the calendar has no such day"


def date_hint(text: str, key: str) -> str:
    """For a date as precise as its source."""
    if DAY_FORM.fullmatch(text):
        return _NO_SUCH_DAY
    if meant := meant_dates(text):
        return _did_you_mean(text, key, meant)
    if found := _YEAR_AND_MONTH.fullmatch(text):
        return f"there is no month {found[1]}; two years are written with a slash: 2012/2013"
    if text.strip(" ?.-").casefold() in {"", *load("meant.yaml")["everywhere"]}:
        return "delete the line: what has no date of its own needs none"
    return f"{'write' if re.search(r'[0-9]', text) else 'work it out from the article and write it as'} {_FORMS}"


def day_hint(text: str, key: str) -> str:
    """For a calendar day."""
    if DAY_FORM.fullmatch(text):
        return _NO_SUCH_DAY
    meant = [found for found in meant_dates(text) if DAY_FORM.fullmatch(found)]
    return _did_you_mean(text, key, meant) if meant else "write year-month-day: 2024-05-28"


def _did_you_mean(text: str, key: str, dates: list[str]) -> str:
    said = (f'{key}: "{date}"' + (f" ({in_words(date)})" if is_season(date) else "") for date in dates)
    hint = f"did you mean {' or '.join(said)}?"
    if not is_short_year(text):
        return hint
    day = _MONTH_AND_DAY.fullmatch(text.strip())
    return f"{hint} a year has four digits" + (f"; if {day[1]} is a day, give its year as well" if day else "")
