"""What a person most likely meant by a date that does not fit: what to write instead."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from unicodedata import normalize

from dossier.data import load
from dossier.edtf import MONTHS, SEASON_NAMES, parse

_LAST_CENTURY = 50  # a year of two digits from here on is one of the last century
_LONGEST = 50  # characters of a date somebody writes in words
_MARKS = " \t\u00a0\"'“”„‘’,."
DAY_FORM = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH_FORM = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_NOUGHTS = str.maketrans("OoIl", "0011")
_DASH = re.compile(r"\s*[–—‐‑−]\s*")
_OPEN_END, _OPEN_BEGIN = re.compile(r"(\d) ?\.{2,}$"), re.compile(r"^\.{2,} ?(\d)")  # "2022..", "...2022"
_SHORT_YEAR = re.compile(r"(.*?[^\d'’])?['’]?(\d\d)")  # "March 24", "12.3.22", "'22"


def meant_dates(text: str) -> list[str]:
    """Dates of our forms that the text may stand for, the likelier first; [] when it cannot be told."""
    plain = _OPEN_END.sub(r"\1/..", _OPEN_BEGIN.sub(r"../\1", " ".join(normalize("NFKC", text).split())))
    bare = plain.strip(_MARKS)
    plain = _DASH.sub("-", bare)
    if len(plain) > _LONGEST:
        return []
    found = _inner(plain) or _inner(_DASH.sub(" - ", bare))
    if not found and (short := _SHORT_YEAR.fullmatch(plain)):
        found = _inner(f"{short[1] or ''}{_whole(short[2])}")
    return list(dict.fromkeys(found))[:2]


def impossible_days(text: str) -> list[str]:
    """Days of our form that the text names though no calendar has them: 2023-02-31 for "31.02.2023"."""
    plain = _DASH.sub("-", " ".join(text.split()).strip(_MARKS).lstrip("~"))[:_LONGEST]
    named = (found for part in (plain, *plain.split("/")) for found in _dates(part.strip()))
    return [day for day in dict.fromkeys(named) if DAY_FORM.fullmatch(day) and day.isascii() and not parse(day)]


def is_short_year(text: str) -> bool:
    """Whether the text ends in two digits that may be a year or a day: "March 24", "12.3.22"."""
    return not re.search(r"\d{4}", text) and bool(_SHORT_YEAR.fullmatch(text.strip(_MARKS)))


def _dates(text: str) -> Iterator[str]:
    """Candidates, the likelier first; not all of them are dates."""
    yield text
    yield from _opened(text)
    for pattern, write in (*_in_words(), *_FORMS):
        if found := pattern.fullmatch(text):
            yield from [write.format(*found.groups())] if isinstance(write, str) else write(found)
    yield from _two_ends(text)


def _inner(text: str) -> list[str]:
    """The dates that a text, often a part of another, may stand for."""
    return [found for found in _dates(text.strip(_MARKS)) if parse(found)]


def _opened(text: str) -> Iterator[str]:
    """ "Since 2022", "until May 2023", "about 2020", "during the winter of 2022"."""
    for key, form in (("since", "{}/.."), ("until", "../{}"), ("about", "~{}"), ("during", "{}")):
        for word in load("meant.yaml")[key]:
            inner = _inner(text[len(word) :]) if text.casefold().startswith(f"{word} ") else []
            if key == "until":
                inner = [found.rpartition("/")[2] for found in inner]
            yield from (
                found if "/" in found or key == "during" else form.format(found.lstrip("~")) for found in inner
            )
    if found := re.search(r" (?:of|de) ", text):
        yield from _inner(f"{text[: found.start()]} {text[found.end() :]}")


def _two_ends(text: str) -> Iterator[str]:
    """ "April to June 2025", "5-30 April 2025", "1 May - 3 June 2025", "2025-04-05 - 2025-04-30"."""
    words = "|".join(map(re.escape, load("meant.yaml")["to"]))
    parts = re.split(
        rf"\s+(?:{words})\s+|\s*/\s*|\s+-\s+|(?:(?<=\b\d)|(?<=\b\d\d))-(?=\d+ [^\W\d])", text, maxsplit=1
    )
    if len(parts) != 2:
        return
    shared = parts[1].split()[1:]  # of "5" the month and the year, of "5 April" the year
    begin = (
        parts[0] if re.search(r"\d{4}", parts[0]) else " ".join((parts[0], *shared[-1 if " " in parts[0] else 0 :]))
    )
    ends = [next((d for d in _inner(part) if "/" not in d), "") for part in (begin, parts[1])]
    yield "/".join(ends)
    yield "/".join(reversed(ends))


def _whole(year: str) -> str:
    """A year of two digits with its century."""
    return f"{'19' if int(year) >= _LAST_CENTURY else '20'}{year}"


def _short_years(found: re.Match[str]) -> Iterator[str]:
    """ "2022-23", but not the month "2012-11"."""
    if found[2] < found[3] and int(found[3]) > 12:
        yield f"{found[1]}{found[2]}/{found[1]}{found[3]}"


def _two_short_years(found: re.Match[str]) -> Iterator[str]:
    """ "'22-23"."""
    if int(found[1]) > 12 and int(found[2]) == int(found[1]) + 1:
        yield f"{_whole(found[1])}/{_whole(found[2])}"


def _year_last(found: re.Match[str]) -> Iterator[str]:
    """ "3.5.2022": day first, as most of the world writes it, then month first."""
    day, month, year = found.groups()
    yield f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    if day:
        yield f"{year}-{int(day):02}-{int(month):02}"


def _named_month(found: re.Match[str]) -> Iterator[str]:
    """ "3 May 2022", "May 3rd, 2022", "May 2022"."""
    if name := _months().get(found[2].casefold()):
        day = found[1] or found[3]
        yield f"{found[4]}-{name}" + (f"-{int(day):02}" if day else "")


def _year_first(found: re.Match[str]) -> Iterator[str]:
    """ "2022 May", "2022 May 3"."""
    if name := _months().get(found[2].casefold()):
        yield f"{found[1]}-{name}" + (f"-{int(found[3]):02}" if found[3] else "")


def _two_months(found: re.Match[str]) -> Iterator[str]:
    """ "May and June 2022"."""
    months = [_months().get(found[n].casefold()) for n in (1, 2)]
    if all(months):
        yield "/".join(f"{found[3]}-{month}" for month in months)


def _behind_weekday(found: re.Match[str]) -> Iterator[str]:
    """ "Tuesday, 3 May 2022"."""
    if any(found[1].strip(".,").casefold() in (day, day[:3]) for day in load("numerals.yaml")["weekdays"]):
        yield from _inner(found[2])


Write = str | Callable[[re.Match[str]], Iterable[str]]
# How people write dates, and ours: a template for what the expression holds, or a function.
_FORMS: tuple[tuple[re.Pattern[str], Write], ...] = tuple(
    (re.compile(form, re.IGNORECASE), write)
    for form, write in (
        (r"(\d{4}(?:-\d{2}){0,2})(?:-|/\.{0,3})", "{}/.."),
        (r"\.*/(\d{4}(?:-\d{2}){0,2})", "../{}"),
        (r"(.*)\?", "~{}"),
        (r"(\d{4}[\d-]*)(?:\s*[,;&]\s*|\s+(?:and|or)\s+)(\d{4}[\d-]*)", "{}/{}"),
        (
            r"(\d{4}(?:-\d{2}){0,2})\s*[-/]\s*([a-z]+)",  # 2022 - now
            lambda m: [f"{m[1]}/.."] if m[2].casefold() in load("meant.yaml")["open-end"] else [],
        ),
        (r"(\d{4})[-/ ]([a-z]{3,9})(?: (\d{1,2}))?", _year_first),
        (r"(\d{4}[\d-]*)(?: onwards?| on| and after|~)", lambda m: [f"~{m[1]}" if m[0][-1] == "~" else f"{m[1]}/.."]),
        (r"(\S*) (.*)", _behind_weekday),
        (
            r"(early|mid|late)[ -](?:the )?(\d{3})0['’]?s",
            lambda m: ["/".join(f"{m[2]}{year}" for year in load("meant.yaml")["years"][m[1].casefold()])],
        ),
        (r"winter (\d{4})\s*[-/]\s*\d{2,4}", "{}-24"),  # named by the year it begins in
        (r"(?-i:[\dOoIl]{4}(?:-[\dOoIl]{2}){0,2})", lambda m: [m[0].translate(_NOUGHTS)]),  # 2O22
        (r"(\d{4})\s*(?:[-/]|\.{2,})\s*(\d{4})", "{}/{}"),
        (r"(\d\d)(\d\d)\s*[-/]\s*(\d\d)", _short_years),
        (r"['’]?(\d\d)\s*[-/]\s*['’]?(\d\d)", _two_short_years),
        (r"(\d{4}-\d{2}-\d{2})[T ]\d.*", "{}"),
        (r"(\d{4})(\d{2})(\d{2})", "{}-{}-{}"),
        (r"(\d{4})-(1[3-9]|[23]\d)-(\d\d)", "{0}-{2}-{1}"),
        (r"(.*\d)\s*\((.+)\)", lambda m: _inner(f"{m[2]} {m[1]}")),  # 2022 (spring)
        (r"(?:the )?(\d{1,2})(?:st|nd|rd|th) century", lambda m: [f"{int(m[1]) - 1:02}XX"]),
        (r"(?:the )?(\d{3})0['’]?s", "{}X"),
        (r"(?:the )?['’]?([2-9])0['’]?s", "19{}X"),
        (r"(?:Q([1-4])[ /-]*(\d{4})|(\d{4})[ /-]*Q([1-4]))", lambda m: [f"{m[2] or m[3]}-Q{m[1] or m[4]}"]),
        (  # 2022.5.3
            r"(\d{4})[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?",
            lambda m: ["-".join(f"{int(part):02}" for part in m.groups() if part)],
        ),
        (r"(?:(\d{1,2})[-./ ]+)?(\d{1,2})[-./ ]+(\d{4})", _year_last),
        (
            r"(?:(\d{1,2})(?:st|nd|rd|th|er)?\.?[ -])?([^\W\d_]{3,12})\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,?[ -](\d{4})"
            r"(?: г\.?| года|, \d\d?[:.]\d\d)?",
            _named_month,
        ),
        (r"([a-z]+)(?: and |-)([a-z]+) (\d{4})", _two_months),
    )
)


@cache
def _in_words() -> tuple[tuple[re.Pattern[str], Write], ...]:
    """Parts of a year and of a month, by the words of meant.yaml: "first half 2022", "early May 2022"."""
    parts, of_months = (load("meant.yaml")[key].items() for key in ("parts", "days"))
    years = [
        (rf"(?:the )?{word}(?: of)?[ -](\d{{4}})", f"{{0}}-{first}/{{0}}-{last}") for word, (first, last) in parts
    ]
    days = [(rf"(?:the )?{word}(?: of)?[ -](.+)", _days(first, int(last))) for word, (first, last) in of_months]
    return tuple((re.compile(form, re.IGNORECASE), write) for form, write in (*years, *days))


def _days(first: str, last: int) -> Write:
    def write(found: re.Match[str]) -> Iterator[str]:
        month = next((inner for inner in _inner(found[1]) if _MONTH_FORM.fullmatch(inner)), "")
        if month:
            end = min(last, monthrange(int(month[:4]), int(month[5:]))[1])
            yield f"{month}-{first}/{month}-{end:02}"

    return write


@cache
def _months() -> dict[str, str]:
    """Month and season names, ours whole and in three letters, and what stands for them in a date."""
    seasons = {name: number for number, name in SEASON_NAMES.items()} | {"fall": "23"}
    whole = {name.casefold(): f"{n:02}" for n, name in enumerate(MONTHS, 1)}
    theirs = {name: f"{n:02}" for n, names in load("meant.yaml")["months"].items() for name in names.split()}
    return theirs | seasons | whole | {name[:3]: number for name, number in whole.items()} | {"sept": "09"}
