"""Whether the verbs around a time expression tell of the past or of the future, and of what lies ahead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import takewhile

from dossier.data import load
from dossier.edtf import parse
from dossier.language.listed import listed_words
from dossier.reading.dates.shapes import Tokens
from dossier.reading.dates.values import period, shifted
from dossier.reading.sentences.verb_forms import words_of

_ahead = partial(listed_words, "dates_tense.yaml")

_OPEN = ("is", "are", "be", "will", "would", "remain", "remains", "stay", "stays", "keep")  # before a participle
_OWNING = ("the", "a", "an", "its", "their", "his", "her", "these", "those")  # "the GROUNDED jets"
_REACH = 14  # words each way; a clause is rarely longer
_SENTENCE = 30  # words looked back from a "by"


@cache
def _cues() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = load("dates_tense.yaml")
    return frozenset(data["future"]), frozenset(data["past"]), frozenset(data["stops"])


def is_stop(word: str) -> bool:
    """Whether the word ends a sentence, or lies outside the text."""
    return not word or word in _cues()[2]


def tense_around(tokens: Tokens, start: int, end: int) -> int:
    """-1 past, 1 future, 0 unknown: the nearest verb that says, those before counting as nearer."""
    best, answer = _REACH * 2 + 2, 0
    if tokens.word(start - 1).lower() == "since":
        return -1  # what goes on since then began before it is told
    if tokens.word(start - 1).lower() == "by" and _will_before(tokens, start - 1):
        return 1
    if tokens.word(end).lower() in _ahead("issued") and not _is_yet_to_say(tokens, end + 1):
        return -1
    for step, first in ((-1, start - 1), (1, end)):
        for n in range(_REACH):
            word = tokens.word(first + step * n)
            if is_stop(word):
                break
            cost = n if step < 0 else n + 3
            if cost >= best or (step > 0 and answer and word == "and"):
                break  # "delivered tents on Thursday and plans to send more"
            i = first + step * n
            if word.isalpha() and (kind := _kind(tokens, i)):
                best, answer = cost, kind
                break
    return answer


def _is_yet_to_say(tokens: Tokens, i: int) -> bool:
    """ "The May report WILL show", "IS due": whether a verb that can look ahead does so right behind it."""
    return tokens.word(i).lower() in _ahead("yet_to_say") and _kind(tokens, i) > 0


def _will_before(tokens: Tokens, at: int) -> bool:
    """ "Will import 400,000 tonnes of maize from Zambia by August": whether the last verb that says looks ahead."""
    for n in range(1, _SENTENCE):
        word = tokens.word(at - n)
        if is_stop(word):
            return False
        if word.isalpha() and (kind := _kind(tokens, at - n)):
            return kind > 0
    return False


def _kind(tokens: Tokens, i: int) -> int:
    """-1, 0 or 1 for what the i-th word says of the time, with those beside it."""
    before, word, after = (tokens.word(i + n) for n in (-1, 0, 1))
    future, past, _ = _cues()
    if (word == "to" and before.lower() in _ahead("vowing")) or (
        word in ("is", "are", "am") and after in _ahead("setting_out")
    ):
        return 1
    if word == "May" or (word[0].isupper() and before.isalpha()):
        return 0  # "the Health Plan announced on Monday": a name
    low = word.lower()
    if low in _ahead("nouns_too") and (before.isdigit() or before.lower() in _ahead("noun_openers")):
        return 0  # "by 129 votes to 117", "criticised the plan on Monday"
    if low in _ahead("objects") and (before.lower() in past or before.endswith("ed")):
        return 0  # "voiced HOPE on Wednesday", "unveiled PLANS on Monday"
    if low in ("has", "have") and after == "to":
        return 1  # "may have to do so again in July"
    if low in _ahead("awaited") and before.lower() in ("was", "were", "been"):
        return 0  # "was due to rule on 22 June": whether that has come does not show
    if low in future or (low == "set" and after.lower() in ("to", "for")):
        return 1
    if low in ("is", "are") and after.lower() in ("to", "set", "due", "expected", "scheduled", "planned", "likely"):
        return 1
    if before == "be" and tokens.word(i - 2) == "to" and tokens.word(i - 3).lower() == "had":
        return -1  # "water HAD TO BE released in September"
    if before.lower() == "be" or (low in ("has", "have") and after.lower() == "until"):
        return 1
    if low in past and (before.lower() == "to" or before.lower() in words_of("modals")):
        return 0  # "expects it to CUT", "will PUT it off": forms that are infinitives there
    if low in past or (low.endswith("ed") and len(low) > 4 and before.lower() not in _OPEN + _OWNING):
        return -1
    return 0


_BACK = 30  # words before it
_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")


def is_foretold(tokens: Tokens, past: int, first: int, end: int, tense: int) -> bool:
    """Whether a time from `first` to `end` lies ahead of the one that ends at `past`, in the same sentence.

    "Warned in August that pumps would run dry in October": not of the October after publication.
    """
    between = [tokens.word(i).lower() for i in range(past, first)]
    if any(is_stop(word) for word in between) or (tense <= 0 and "that" not in between):
        return False
    return "would" in between or "would" in _in_sentence(tokens, range(end, end + _REACH))


def counted_on(tokens: Tokens, first: int, past: int, length: str, published: str) -> str:
    """The period that "in two weeks" or "within a year" means beside a verb that looks ahead from publication.

    "" where no such verb stands by, or it looks ahead from another time: "said that it would open in two weeks".
    """
    link, count = tokens.word(first - 1).lower(), _LENGTH.fullmatch(length)
    now = parse(published) if count and link in ("in", "within") and ".." not in published else None
    if count is None or now is None or tense_around(tokens, first, past) <= 0:
        return ""
    for around in (range(first - 1, first - _BACK, -1), range(past, past + _REACH)):
        if "would" in _in_sentence(tokens, around):
            return ""
    unit = "m" if count[2] == "M" else count[2]
    grain = unit if unit in "mY" else "m" if now.days > 1 else "D"
    least, most = (period(shifted(day, int(count[1]), unit), grain) for day in (now.start, now.end))
    if link == "within":
        opens = period(now.start, grain)
        return f"{opens}/{most}" if opens < most else ""
    return f"~{least}" if least == most else f"~{least}/{most}"


def _in_sentence(tokens: Tokens, places: Iterable[int]) -> Iterator[str]:
    return takewhile(lambda word: not is_stop(word), (tokens.word(i).lower() for i in places))
