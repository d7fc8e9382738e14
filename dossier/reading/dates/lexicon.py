"""Tokens of a text, each with one class of time word; most words have none.

The classes of a text make a string, one character per token, in which shapes.py looks for time expressions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from dossier.data import load

NONE = "."  # the class of any other token
_TOKEN = re.compile(
    r"\n|\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s|am|pm)\b|[a-zA-Z]+\b)?"
    r"|[ap]\.m\b\.?|[AP]\.M\b\.?|o['’]clock\b|B\.C\.(?:E\.)?|A\.D\.|C\.E\."
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|St)\.(?=[\s,])"
    r"|[^\W\d_]+|[^\w\s]"
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?![\d-])|\d{4}-(?:Q[1-4]|W\d\d)\b")
_QUARTER = re.compile(r"(?:Q[1-4]|H[12])\b")
_PAIR = re.compile(r"[12]\d{3}/(?:\d{4}|\d{2})")
_DAYS = re.compile(r"[0-3]?\d/[0-3]?\d")
_TIME = re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?(am|pm)?")
_NUMERIC = re.compile(r"\d{1,2}([./])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}([./])\d{1,2}\2\d{1,2}")
_LONGEST = 20  # characters; what is longer is a code, no number of days
_CASED = frozenset({"month", "month-short", "weekday", "weekday-short", "weekdays", "era", "zone"})


class Token(NamedTuple):
    """One token: its words, the class name, and what the class says it means."""

    text: str
    sort: str
    value: str | int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word -> class and value, class -> character, and phrases by their first word."""

    words: dict[str, tuple[str, str | int]]
    letters: dict[str, str]
    phrases: dict[str, list[tuple[tuple[str, ...], str, str]]]


_SHAPED = ("digits", "year", "nth-digits", "decade", "time-digits", "iso-date", "numeric-date", 
           "quarter-name", "year-pair", "none")  # fmt: skip


@cache
def lexicon() -> Lexicon:
    """The vocabulary of data/dates.yaml, ready for look-up."""
    data = load("dates.yaml")
    words: dict[str, tuple[str, str | int]] = {}
    for sort, known in data["words"].items():
        for word, value in known.items():
            for form in _spellings(str(word), sort):
                words.setdefault(form, (sort, value))
    for sort, plain in data["plain"].items():
        for word in plain:
            for form in _spellings(word, sort):
                words.setdefault(form, (sort, word))
    names = sorted({*data["words"], *data["plain"], *_SHAPED, *(sort for _, sort, _ in data["phrases"])})
    letters = {name: chr(0x4E00 + i) for i, name in enumerate(names)}
    letters["none"] = NONE
    phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for text, sort, value in data["phrases"]:
        parts = tuple(m[0].lower() for m in _TOKEN.finditer(text))
        phrases.setdefault(parts[0], []).append((parts, sort, value))
    for known in phrases.values():
        known.sort(key=lambda p: -len(p[0]))
    return Lexicon(words, letters, phrases)


def _spellings(word: str, sort: str) -> tuple[str, ...]:
    dotted = (word + ".",) if sort.endswith("-short") else ()
    if sort in _CASED:
        return (word, *dotted) if sort in ("era", "zone") else (word, word.upper(), *dotted)
    return (word, word.capitalize(), word.upper())


def tokens_of(text: str) -> tuple[list[tuple[str, int, int]], str]:
    """Every token as (words, start, end), and the string of their classes."""
    known = lexicon()
    words, letters, starts = known.words, known.letters, known.phrases
    spans: list[tuple[str, int, int]] = []
    sorts: list[str] = []
    skip_to = 0
    for found in _TOKEN.finditer(text):
        word, start = found[0], found.start()
        if start < skip_to:
            continue
        end = found.end()
        if _tells_no_time(word):
            spans.append((word, start, end))
            sorts.append(NONE)
            continue
        if word[0].isdigit():
            sort, end = _sort_of_number(text, word, start, end)
            skip_to = end
            word = text[start:end]
        elif (phrase := starts.get(word.lower())) and (hit := _phrase_at(text, start, phrase)):
            sort, end = hit
            word, skip_to = text[start:end], end
        elif entry := words.get(word):
            sort = entry[0]
        elif word in ("Q", "H") and _QUARTER.match(text, start):
            sort, end = "quarter-name", end + 1
            word, skip_to = text[start:end], end
        else:
            sort = "none"
        spans.append((word, start, end))
        sorts.append(letters[sort])
    return spans, "".join(sorts)


@lru_cache(maxsize=50_000)
def _tells_no_time(word: str) -> bool:
    """Whether a word can be no part of a time, whatever stands beside it; most can not."""
    known = lexicon()
    return not (word[0].isdigit() or word in known.words or word.lower() in known.phrases or word in ("Q", "H"))


def _phrase_at(text: str, start: int, phrases: list[tuple[tuple[str, ...], str, str]]) -> tuple[str, int] | None:
    """The class and end of a phrase that begins at `start`."""
    for parts, sort, _ in phrases:
        at = start
        for part in parts:
            while text[at : at + 1] == " ":
                at += 1
            if text[at : at + len(part)].lower() != part:
                break
            at += len(part)
        else:
            if not text[at : at + 1].isalnum():
                return sort, at
    return None


def _sort_of_number(text: str, word: str, start: int, end: int) -> tuple[str, int]:
    """The class of a token that begins with a digit, and where it really ends."""
    if iso := _ISO.match(text, start):
        return "iso-date", iso.end()
    if len(word) > _LONGEST:
        return "none", end
    digits = word.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    tail = word[len(digits) :]
    if digits.isdigit() and digits.isascii():
        if not tail:
            plausible = len(digits) == 4 and 1000 <= int(digits) <= 2199
            if plausible and digits[3] == "0" and text[end : end + 2] in ("'s", "’s"):
                return "decade", end + 2
            return ("year" if plausible else "digits"), end
        if tail == "s" and digits[-1] == "0" and len(digits) in (2, 4):
            return "decade", end
        if tail in ("st", "nd", "rd", "th"):
            return "nth-digits", end
        if tail in ("am", "pm") and int(digits) <= 12:
            return "time-digits", end
        return "none", end
    if _DAYS.fullmatch(word):
        return "nth-digits", end  # the night of 13/14 February
    if _PAIR.fullmatch(word):
        return "year-pair", end
    if _NUMERIC.fullmatch(word):
        return "numeric-date", end
    if _TIME.fullmatch(word):
        return "time-digits", end
    return ("digits" if not tail and word.isascii() else "none"), end


def value_of(word: str, sort: str) -> str | int:
    """What a token of this class means: a month's number, a unit's letter, the word itself."""
    known = lexicon()
    if entry := known.words.get(word):
        return entry[1]
    low = word.lower()
    for parts, phrase_sort, value in known.phrases.get(low.split("'")[0].split("’")[0].split(" ")[0], ()):
        if phrase_sort == sort and "".join(parts) == low.replace(" ", ""):
            return value
    return word
