"""What a person most likely meant by a date, number or word that does not fit: what to write instead."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from unicodedata import category, normalize

from dossier.data import load
from dossier.edtf import MONTHS, SEASON_NAMES, parse
from dossier.store.hints import latin

_LAST_CENTURY = 50  # a year of two digits from here on is one of the last century
_LONGEST = 50  # characters of a date somebody writes in words
DAY_FORM = re.compile(r"\d{4}-\d{2}-\d{2}")
_MARKS = " \t\u00a0\"'“”„‘’,."
_DASH = re.compile(r"\s*[–—‐‑−]\s*")
_YEARS = re.compile(r"(\d{4})\s*[-/]\s*(\d{4})")
_SHORT_YEARS = re.compile(r"(\d\d)(\d\d)\s*[-/]\s*(\d\d)")
_TWO_SHORT_YEARS = re.compile(r"['’]?(\d\d)\s*[-/]\s*['’]?(\d\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?")
_YEAR_LAST = re.compile(r"(?:(\d{1,2})[-./ ]+)?(\d{1,2})[-./ ]+(\d{4})")
_MONTH = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|er)?\.? )?([^\W\d_]{3,12})\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,? (\d{4})", re.I
)
_QUARTER = re.compile(r"(?:Q([1-4])[ /-]*(\d{4})|(\d{4})[ /-]*Q([1-4]))", re.IGNORECASE)
_DECADE = re.compile(r"(?:the )?(\d{3})0['’]?s", re.IGNORECASE)
_CENTURY = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th) century", re.IGNORECASE)
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SHORT_YEAR = re.compile(r"(.*?[^\d'’])?['’]?(\d\d)")  # "March 24", "12.3.22", "'22"
_NOTED = re.compile(r"(.*\d)\s*\((.+)\)")
_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d.*")
_TWO_DATES = re.compile(r"(\d{4}[\d-]*)(?:\s*[,;&]\s*|\s+(?:and|or)\s+)(\d{4}[\d-]*)")
_OPEN = re.compile(r"(\d{4}(?:-\d{2}){0,2})\s*[-/]\s*([a-z]+)", re.IGNORECASE)
_YEAR_MONTH = re.compile(r"(\d{4})[-/ ]([a-z]{3,9})", re.IGNORECASE)
_PART_OF_DECADE = re.compile(r"(early|mid|late)[ -](?:the )?(\d{3})0['’]?s", re.IGNORECASE)
_WINTER = re.compile(r"winter (\d{4})\s*[-/]\s*\d{2,4}", re.IGNORECASE)  # named by the year it begins in
_LETTERS = re.compile(r"[\dOoIl]{4}(?:-[\dOoIl]{2}){0,2}")  # an O for a nought
_SCALED = re.compile(r"(\S*\d) ?([a-z]+)", re.IGNORECASE)
_AMOUNT = re.compile(r"(-?)[^\w-]{0,3}(\d[\d., _\u00a0\u202f'’]*)\s*(?:%|percent|per cent)?")


def meant_dates(text: str) -> list[str]:
    """Dates of our forms that the text may stand for, the likelier first; [] when it cannot be told."""
    plain = _DASH.sub("-", " ".join(normalize("NFKC", text).split()).strip(_MARKS))
    if len(plain) > _LONGEST:
        return []
    found = dict.fromkeys(found for found in _dates(plain) if parse(found))
    if not found and (short := _SHORT_YEAR.fullmatch(plain)):
        found = dict.fromkeys(found for found in _dates(f"{short[1] or ''}{_whole(short[2])}") if parse(found))
    return list(found)[:2]


def impossible_days(text: str) -> list[str]:
    """Days of our form that the text names though no calendar has them: 2023-02-31 for "31.02.2023"."""
    plain = _DASH.sub("-", " ".join(text.split()).strip(_MARKS).lstrip("~"))[:_LONGEST]
    named = (found for part in (plain, *plain.split("/")) for found in _dates(part.strip()))
    return [day for day in dict.fromkeys(named) if DAY_FORM.fullmatch(day) and day.isascii() and not parse(day)]


def is_short_year(text: str) -> bool:
    """Whether the text ends in two digits that may be a year or a day: "March 24", "12.3.22"."""
    return not re.search(r"\d{4}", text) and bool(_SHORT_YEAR.fullmatch(text.strip(_MARKS)))


@lru_cache(2**14)  # the figures of all claims are looked at each time
def meant_number(text: str) -> str:
    """The number without separators and signs, or "" when it cannot be told."""
    text = re.sub(r"\d", lambda digit: str(int(digit[0])), text)  # of any alphabet
    scaled = _SCALED.fullmatch(text.strip())
    zeros = load("meant.yaml")["scales"].get(scaled[2].casefold()) if scaled else None
    if scaled and zeros:
        number = meant_number(scaled[1])
        return f"{Decimal(number).scaleb(zeros):f}".split(".")[0] if number and len(number) < 9 else ""
    about = next((word for word in load("meant.yaml")["about"] if text.casefold().startswith(f"{word} ")), "")
    found = _AMOUNT.fullmatch(text[len(about) :].strip())
    if not found:
        return ""
    digits = re.sub(r"[ _\u00a0\u202f'’]", "", found[2]).strip(".,")
    if re.fullmatch(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*", digits):
        return found[1] + re.sub(r"[.,]", "", digits)
    if re.fullmatch(r"\d{1,3}(,\d{3})+\.\d+", digits):
        return found[1] + digits.replace(",", "")
    digits = digits.replace(",", ".")
    return found[1] + digits if re.fullmatch(r"\d+(\.\d+)?", digits) else ""


def meant_choice(text: str, choices: tuple[str, ...]) -> str:
    """The choice that another word stands for, or ""."""
    plain = latin(text).strip(_MARKS).casefold()
    meant = (word for word in load("meant.yaml")["words"].get(plain.replace(" ", "-"), ()) if word in choices)
    words = re.findall(r"[\w'-]+", plain)
    denied = load("meant.yaml")["denied"]  # "not a contradiction", "not reviewed"
    if len(words) > 1 and words[0] in denied["words"] and (by := [w for w in denied["by"] if w in choices]):
        return str(by[0])
    said = {word for word in words if word in choices}
    alone = "mixed" if said == {"yes", "no"} and "mixed" in choices else ""
    return next(meant, "") or (said.pop() if len(said) == 1 else alone)


def meant_language(text: str) -> str:
    """The code of the language that a name or code in capitals stands for, or ""."""
    wanted = " ".join(text.casefold().replace("_", "-").split())
    codes: dict[str, str] = load("meant.yaml")["languages"]
    return codes.get(wanted, wanted if wanted.partition("-")[0] in codes.values() else "")


def means_nothing(text: str) -> bool:
    """Whether programs take the text for no value at all, which a text here never is, or people mean none by it."""
    listed = text.casefold() in load("meant.yaml")["nothing"]
    return 0 < len(text) <= 4 and (listed or all(category(sign)[0] == "P" for sign in text))


def meant_key(key: str, names: Iterable[str]) -> str:
    """The key that another word stands for, or ""."""
    wanted = key.strip(_MARKS).casefold().replace(" ", "_")
    return next((word for word in load("meant.yaml")["keys"].get(wanted, ()) if word in set(names)), "")


def _dates(text: str) -> Iterator[str]:
    """Candidates; not all of them are dates."""
    yield text
    for key, form in (("since", "{}/.."), ("until", "../{}"), ("about", "~{}")):
        for word in load("meant.yaml")[key]:
            if text.casefold().startswith(f"{word} "):
                inner = _inner(text[len(word) :])
                if key == "until":
                    inner = [found.rpartition("/")[2] for found in inner]
                yield from (found if "/" in found else form.format(found.lstrip("~")) for found in inner)
    for word in load("meant.yaml")["during"]:
        if text.casefold().startswith(f"{word} "):
            yield from _inner(text[len(word) :])
    if found := re.search(r" (?:of|de) ", text):
        yield from _inner(f"{text[: found.start()]} {text[found.end() :]}")
    for word, (first, last) in load("meant.yaml")["parts"].items():
        if found := re.fullmatch(rf"{word}[ -](\d{{4}})", text, re.IGNORECASE):
            yield f"{found[1]}-{first}/{found[1]}-{last}"
    for word, (first, last) in load("meant.yaml")["days"].items():
        if (found := re.fullmatch(rf"{word}[ -](.+)", text, re.IGNORECASE)) and (month := _one_month(found[1])):
            end = min(int(last), monthrange(int(month[:4]), int(month[5:]))[1])
            yield f"{month}-{first}/{month}-{end:02}"
    if found := re.fullmatch(r"(\d{4})-", text):
        yield f"{found[1]}/.."
    if text.endswith("?"):
        yield f"~{text[:-1]}"
    if found := _TWO_DATES.fullmatch(text):
        yield "/".join(found.groups())
    if (found := _OPEN.fullmatch(text)) and found[2].casefold() in load("meant.yaml")["open-end"]:
        yield f"{found[1]}/.."
    if (found := _YEAR_MONTH.fullmatch(text)) and (name := _months().get(found[2].casefold())):
        yield f"{found[1]}-{name}"
    day_name, _, dated = text.partition(" ")
    if any(day_name.strip(".,").casefold() in (day, day[:3]) for day in load("numerals.yaml")["weekdays"]):
        yield from _inner(dated)
    if found := _PART_OF_DECADE.fullmatch(text):
        yield "/".join(f"{found[2]}{year}" for year in load("meant.yaml")["years"][found[1].casefold()])
    if found := _WINTER.fullmatch(text):
        yield f"{found[1]}-24"
    if _LETTERS.fullmatch(text):
        yield text.translate(str.maketrans("OoIl", "0011"))
    if found := _YEARS.fullmatch(text):
        yield f"{found[1]}/{found[2]}"
    if found := _SHORT_YEARS.fullmatch(text):
        yield f"{found[1]}{found[2]}/{found[1]}{found[3]}" if found[2] < found[3] and int(found[3]) > 12 else ""
    if (found := _TWO_SHORT_YEARS.fullmatch(text)) and int(found[1]) > 12 and int(found[2]) == int(found[1]) + 1:
        yield f"{_whole(found[1])}/{_whole(found[2])}"
    if found := _STAMP.fullmatch(text):
        yield found[1]
    if found := _DIGITS.fullmatch(text):
        yield "-".join(found.groups())
    if found := _NOTED.fullmatch(text):
        yield from _inner(f"{found[2]} {found[1]}")
    if found := _CENTURY.fullmatch(text):
        yield f"{int(found[1]) - 1:02}XX"
    if found := _DECADE.fullmatch(text):
        yield f"{found[1]}X"
    if found := _QUARTER.fullmatch(text):
        yield f"{found[2] or found[3]}-Q{found[1] or found[4]}"
    if found := _YEAR_FIRST.fullmatch(text):
        yield "-".join(f"{int(part):02}" for part in found.groups() if part)
    if found := _YEAR_LAST.fullmatch(text):
        day, month, year = found.groups()
        yield f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
        yield f"{year}-{int(day):02}-{int(month):02}" if day else ""
    if (found := _MONTH.fullmatch(text)) and (name := _months().get(found[2].casefold())):
        day = found[1] or found[3]
        yield f"{found[4]}-{name}" + (f"-{int(day):02}" if day else "")
    if (found := re.fullmatch(r"([A-Za-z]+)(?: and |-)([A-Za-z]+) (\d{4})", text)) and {
        found[1].casefold(),
        found[2].casefold(),
    } <= _months().keys():
        yield "/".join(f"{found[3]}-{_months()[found[n].casefold()]}" for n in (1, 2))
    words = "|".join(map(re.escape, load("meant.yaml")["to"]))
    parts = re.split(rf"\s+(?:{words})\s+|\s*/\s*|\s+-\s+", text, maxsplit=1)
    if len(parts) == 2:
        if re.fullmatch(r"\d{1,2}|[A-Za-z]{3,9}", parts[0]) and (rest := parts[1].split(maxsplit=1)[1:]):
            parts[0] = f"{parts[0]} {rest[0]}"  # "5 to 30 April 2025", "April to June 2025"
        ends = [next((d for d in _inner(part) if "/" not in d), "") for part in parts]
        yield "/".join(ends)
        yield "/".join(reversed(ends))


def _one_month(text: str) -> str:
    """The month that a text names, as year and month, or ""."""
    return next((found for found in _inner(text) if re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", found)), "")


def _whole(year: str) -> str:
    """A year of two digits with its century."""
    return f"{'19' if int(year) >= _LAST_CENTURY else '20'}{year}"


def _inner(text: str) -> list[str]:
    """Dates of a part of the text."""
    return [found for found in _dates(text.strip(_MARKS)) if parse(found)]


@cache
def _months() -> dict[str, str]:
    """Month and season names, ours whole and in three letters, and what stands for them in a date."""
    seasons = {name: number for number, name in SEASON_NAMES.items()} | {"fall": "23"}
    whole = {name.casefold(): f"{n:02}" for n, name in enumerate(MONTHS, 1)}
    theirs = {name: f"{n:02}" for n, names in load("meant.yaml")["months"].items() for name in names.split()}
    return theirs | seasons | whole | {name[:3]: number for name, number in whole.items()} | {"sept": "09"}
