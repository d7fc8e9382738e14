"""Numbers beside what befell people that are no count of all: what it was before, a rate, some of a list."""

from __future__ import annotations

from functools import partial

from dossier.data import load
from dossier.language.listed import lexicon_of, listed_words
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.numerals import Numeral

_formerly = partial(lexicon_of, "numerals.yaml", "formerly")
_others = partial(lexicon_of, "numerals.yaml", "others")

_NEXT = 3  # words beside a number within which stands what makes it such
_BEFORE = 8  # words before a number, within its clause, within which stands "initially"; and behind it "a year"
_EACH = frozenset({"a", "per", "each", "every"})
_THEN = frozenset({"after", "before", "later", "earlier", "ago", "and"})  # "a year later"


def counts_none(frame: Frame, number: Numeral) -> bool:
    """Whether the number is no count of those it befell, as things stand."""
    return any(no_count(frame, number) for no_count in _NO_COUNTS)


def _is_nobody(frame: Frame, number: Numeral) -> bool:
    """ "NO ONE was killed" counts nobody."""
    return number.start > 0 and frame.words[number.start - 1].text.lower() == "no"


def is_former(frame: Frame, number: Numeral) -> bool:
    """ "Rose FROM 65 to 84", "INITIALLY put it at 127", "290, NOT 359": what it was before, or is not."""
    before = [w.text.lower() for w in frame.words[max(0, number.start - _BEFORE) : number.start]]
    after = [w.text.lower() for w in frame.words[number.end : number.end + _NEXT]]
    if before[-1:] == ["from"]:
        moved = any(0 <= number.start - d.end < _NEXT for d in frame.directions)
        return "to" in after or moved
    start = next((n + 1 for n in range(len(before) - 1, -1, -1) if not before[n][0].isalnum()), 0)
    clause = frame.words[number.start - len(before) + start : number.start]
    return any(_formerly().find(clause)) or (before[-1:] == ["not"] and not any(w == "than" for w in after))


def _is_rate(frame: Frame, number: Numeral) -> bool:
    """ "500 a day", "1,000 infections and 60 deaths EACH YEAR" count nobody twice the same."""
    after = [w.text.lower() for w in frame.words[number.end : number.end + _BEFORE + 2]]
    told = zip(after, after[1:], (*after[2:], ""))
    often = any(x in _EACH and y in load("figures.yaml")["durations"] and z not in _THEN for x, y, z in told)
    return often or after[:1] in (["a"], ["per"], ["times"]) or after[1:2] in (["a"], ["per"])


def _is_of_list(frame: Frame, number: Numeral) -> bool:
    """ "Two of the four", "one in ten", "17 OF THE DEAD", "11 MORE people", "9 NEW cases": a part."""
    after = [w.text.lower() for w in frame.words[number.end : number.end + 2]]
    behind = [w.text.lower() for w in frame.words[number.end + 2 : number.end + 3]]
    ends = number.end + 1 + (after[1:2] in (["the"], ["these"], ["those"]))
    part = after in [["of", word] for word in ("them", "whom", "ours", "theirs")]
    some = number.high == 1 or not listed_words("numerals.yaml", "befallen").isdisjoint(behind)
    part = part or after[:1] in (["more"], ["new"]) or (after == ["of", "the"] and some)
    part = part or (after[:1] in (["of"], ["in"]) and any(n.start == ends for n in frame.numerals))
    return part or frame.words[max(0, number.start - 1)].text.lower() in (
        "every",
        "another",
        "further",
        "additional",
        "other",
    )


def _is_measured(frame: Frame, number: Numeral) -> bool:
    """ "An injured baby 35 MILES from the town", "died within six MONTHS"."""
    after = frame.words[number.end : number.end + 1]
    lasting, units = load("grammar.yaml")["spans_of_time"], load("amounts.yaml")["units"].values()
    return any(w.text.lower() in lasting or any(w.lemma in listed for listed in units) for w in after)


_NO_COUNTS = (_is_nobody, is_former, _is_rate, _is_of_list, _is_measured)


def leaves_others(frame: Frame, end: int) -> bool:
    """ "34 died on the spot, AND THE OTHERS in hospital": behind the number the claim tells of more of them."""
    return any(_others().find(frame.words[end:]))
