"""What is wrong with a text that is no date of the forms we read, and what to do about it."""

from __future__ import annotations

import re
from calendar import monthrange

from dossier.data import load
from dossier.edtf import MONTHS, in_words, is_season, parse
from dossier.store.hints import shown
from dossier.store.meant_dates import DAY_FORM, impossible_days, is_short_year, meant_dates
from dossier.store.nodes import Items, Mapping, Text

_CSL_DATE = {"date-parts", "circa"}  # what CSL says of a date, as far as we read it
_YEAR_AND_MONTH = re.compile(r"~?\d{4}-(\d{2})")
_MONTH_AND_DAY = re.compile(rf"(?:{'|'.join(name[:3] for name in MONTHS)})[a-z]*\.? (\d\d)", re.IGNORECASE)
_FORMS = "2022, 2022-06, 2022-09-21, 2022-Q2, ~2022, 2022-02/2022-06 or 2022-02/.."


def date_fault(text: str, key: str) -> tuple[str, str]:
    """What is wrong with a date as precise as its source, and what to do."""
    meant = meant_dates(text)
    if not meant and (days := impossible_days(text)):
        what, nearest = _no_such_day(text, days)
        if not nearest:
            return what, f"write {_FORMS}"
        # Of a period the end that is right stays, of what is about a day that it is about it.
        day, month = (w if parse(w := text.replace(days[0], part)) else part for part in (nearest, nearest[:7]))
        return what, f'write {key}: "{day}", or the month alone: {key}: "{month}"'
    return f"'{shown(text)}' is not a date we can read", _date_hint(text, key, meant)


def day_fault(text: str, key: str) -> tuple[str, str]:
    """What is wrong with a calendar day, and what to do."""
    meant = [found for found in meant_dates(text) if DAY_FORM.fullmatch(found)]
    if not meant and (days := impossible_days(text)):
        what, nearest = _no_such_day(text, days)
        return what, f'write {key}: "{nearest or "2024-05-28"}"'
    return f"'{shown(text)}' is not a day", _did_you_mean(text, key, meant) if meant else (
        "write year-month-day: 2024-05-28"
    )


def csl_date(node: Mapping) -> str:
    """The date of CSL-JSON's {date-parts: [[2022, 12, 16]]} in our form, "" where it is none that we read."""
    parts = node.get("date-parts")
    rows = parts.items if isinstance(parts, Items) else ()
    ends = [
        "-".join(f"{i.value:0>2}" if n else i.value for n, i in enumerate(row.items) if isinstance(i, Text))
        for row in rows
        if isinstance(row, Items) and 0 < len(row.items) < 4
    ]
    circa = node.get("circa")
    about = "~" if isinstance(circa, Text) and circa.value not in ("", "0", "false") else ""
    written = about + "/".join(ends)
    fits = len(ends) == len(rows) < 3 and parse(written) and {key.value for key, _ in node.entries} <= _CSL_DATE
    return written if fits else ""


def _no_such_day(text: str, days: list[str]) -> tuple[str, str]:
    """Why the calendar has none of these days, and the last day of the month that was named."""
    for year, month, _ in (day.split("-") for day in days):
        if year != "0000" and 1 <= int(month) <= 12:
            last = monthrange(int(year), int(month))[1]
            what = f"'{shown(text)}' is not in the calendar: {MONTHS[int(month) - 1]} {year} has {last} days"
            return what, f"{year}-{month}-{last}"
    return f"'{shown(text)}' is not in the calendar: a year has twelve months", ""


def _date_hint(text: str, key: str, meant: list[str]) -> str:
    if meant:
        return _did_you_mean(text, key, meant)
    if found := _YEAR_AND_MONTH.fullmatch(text):
        return f"there is no month {found[1]}; two years are written with a slash: 2012/2013"
    if text.strip(" ?.-").casefold() in {"", *load("meant.yaml")["everywhere"]}:
        return "delete the line: what has no date of its own needs none"
    dated = [] if re.search(r"\d{4}", text) else meant_dates(f"{text} 2022") or meant_dates(f"{text}/2022")
    if dated and dated[0].strip("~") != "2022":
        return f'give its year as well; of the year 2022 it would be {key}: "{dated[0]}"'
    return f"{'write' if re.search(r'[0-9]', text) else 'work it out from the article and write it as'} {_FORMS}"


def _did_you_mean(text: str, key: str, dates: list[str]) -> str:
    said = (f'{key}: "{date}"' + (f" ({in_words(date)})" if is_season(date) else "") for date in dates)
    hint = f"did you mean {' or '.join(said)}?"
    if not is_short_year(text):
        return hint
    day = _MONTH_AND_DAY.fullmatch(text.strip())
    return f"{hint} a year has four digits" + (f"; if {day[1]} is a day, give its year as well" if day else "")
