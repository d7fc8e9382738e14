"""How many it befell, by what a sentence of an article says of it: "some 70,000 have lost their homes".

Unlike a figure among few words, such a number needs no other word in common once two articles tell of the same
things.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.phrases import Found, Lexicon
from dossier.relating.apart.causes import causes_of
from dossier.relating.apart.counts import Count, is_no_person, thing_of
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.numerals import Numeral
from dossier.relating.apart.standards import is_age, is_limit
from dossier.relating.apart.terms import Term
from dossier.relating.apart.uncounted import counts_none, is_former, leaves_others

_FAR = 9  # words between a number and what befell those it counts
_NEXT = 3  # words after a number within which stands who is counted
_WHERE = 5  # words after those within which a place narrows the number: "61 children IN ENGA"
_PLACE = 3  # words of its name at most
_MANNER = 7  # words after those within which stands of what they died
_ARMED = frozenset({"soldier", "police"})
_AT = frozenset({"in", "from", "at", "near"})
_BREAKS = frozenset(",;:—–()")


@by_frame
def counts_of(frame: Frame) -> tuple[Count, ...]:
    """What each number and each share of a claim counts; no years, no days."""
    fated = {t.number: t for t in tallies_of(frame)}
    told = (n for n in frame.numerals if n.kind in ("cardinal", "share"))
    return tuple(fated.get(n) or Count(n, thing_of(frame, n)) for n in told)


@by_frame
def tallies_of(frame: Frame) -> tuple[Count, ...]:
    """All such numbers of a claim."""
    found = [f for f in fates().find(frame.words) if f.value]
    vague = [Numeral(f.start, f.end, *f.value, "cardinal", True) for f in _vague().find(frame.words)] if found else []
    numbers = [n for n in (*frame.numerals, *vague) if n.kind == "cardinal" and not counts_none(frame, n)]
    numbers.sort(key=lambda n: n.start)
    listed = _listed(frame, numbers, [_tally(frame, n, found) for n in numbers]) if found else []
    made = [t for t in listed if t]
    none = [_none(frame, i, f) for f in found for i in _nobody(frame, f)]
    return (*(t for t in made if not _has_rival(t, made)), *none)


def _listed(frame: Frame, numbers: Sequence[Numeral], made: list[Count | None]) -> list[Count | None]:
    """ "NINE SOLDIERS and 14 civilians were killed": what befell the last of a list befell those before."""
    for n in range(len(numbers) - 2, -1, -1):
        number, next_ = numbers[n], made[n + 1]
        between = [w.text.lower() for w in frame.words[number.end : numbers[n + 1].start]]
        if next_ and not made[n] and 1 < len(between) <= _NEXT + 1 and between[-1] == "and":
            own = replace(next_, number=number, group=_group(frame, number), start=number.start)
            made[n] = replace(own, where=_beside(frame, number) or next_.where)
    return made


def _has_rival(one: Count, made: Sequence[Count]) -> bool:
    """ "Two deaths were unclassifiable, THREE were coincidental": each of several such numbers is of a part."""
    told = (one.fate, one.group, one.where, one.manner)
    return any(told == (t.fate, t.group, t.where, t.manner) and one.number.clashes(t.number) for t in made)


@cache
def _vague() -> Lexicon[tuple[float, float]]:
    """ "DOZENS of people died": as large as that, and no nearer."""
    return Lexicon(
        {words: (float(low), float(high)) for words, (low, high) in load("numerals.yaml")["vague"].items()}
    )


def _nobody(frame: Frame, fate: Found[str]) -> list[int]:
    """Where "nobody" stands right before what befell none, "no" before "deaths"."""
    if any(0 <= cause.start - fate.end <= _NEXT for cause in causes_of(frame)):
        return []  # "no deaths LINKED TO the vaccine": people may have died of other things
    low = [w.text.lower() for w in frame.words[max(0, fate.start - _NEXT) : fate.start]]
    said = [n for n, w in enumerate(low) if w in load("predicates.yaml")["nobody"] or low[n : n + 2] == ["no", "one"]]
    said = said or ([len(low) - 1] if low[-1:] == ["no"] else [])
    after = [w.text.lower() for w in frame.words[fate.end : fate.end + 2]]
    if after[:1] == ["nobody"] or after == ["no", "one"]:  # "the flood killed nobody"
        return [fate.start]
    return [fate.start - len(low) + n for n in said[:1] if frame.words[fate.start - 1].text.lower() != "of"]


def _none(frame: Frame, at: int, fate: Found[str]) -> Count:
    number = Numeral(at, at + 1, 0.0, 0.0, "cardinal")
    where, manner = _where(frame, number, fate), _manner(frame, at, fate.end, fate)
    end = fate.end + (at == fate.start)
    return Count(number, fate=fate.value, start=at, end=end, where=where, manner=manner)


def _is_of_things(frame: Frame, fate: str, thing: Term) -> bool:
    """ "The flood killed 300 SHEEP": what befell them is told of no people."""
    listed = load("predicates.yaml")
    return (
        is_no_person(frame, thing)
        and not listed["fates"][fate].get("things")
        and thing.lemma not in listed["everybody"]
    )


def ways_of(fate: str) -> tuple[int, ...]:
    """+1 where a later count may find more of them, -1 where it may find fewer; both, or neither."""
    told = load("predicates.yaml")["fates"].get(fate, {})
    return (1,) * bool(told.get("grow")) + (-1,) * bool(told.get("shrink"))


def counted_daily(fate: str) -> bool:
    """Whether there are others each time: who marched in March did not march in January."""
    return bool(load("predicates.yaml")["fates"].get(fate, {}).get("daily"))


def placed_apart(frame: Frame, tally: Count) -> frozenset[str]:
    """Names of the places at which other numbers of the claim are counted."""
    others = [n for n in frame.numerals if n.kind == "cardinal" and not tally.start <= n.start < tally.end]
    names = [t for t in frame.terms if t.kind == "name"]
    return frozenset(
        t.lemma for n in others for t in names if n.end <= t.index < n.end + _WHERE and _linked(frame, n.end, t)
    )


def _tally(frame: Frame, number: Numeral, found: list[Found[str]]) -> Count | None:
    near = [
        f
        for f in found
        if _is_in(number, f)
        or (_between(frame, number, f) is not None and not (f.start < number.end and number.start < f.end))
    ]
    thing = thing_of(frame, number)
    if not near or is_age(frame, number):
        return None
    near = [f for f in near if f.value != "marching"] or near  # "two demonstrators died"
    fate = min(near, key=lambda f: (_between(frame, number, f) or 0, f.start))
    if (fate.value == "aboard" and is_limit(frame, number)) or (thing and _is_of_things(frame, fate.value, thing)):
        return None
    start, end = min(number.start, fate.start), max(number.end + 1, fate.end)
    return Count(
        number,
        thing,
        fate=fate.value,
        group=_group(frame, number),
        where=_where(frame, number, fate),
        start=start,
        end=end,
        manner=_manner(frame, start, end, fate),
        part=leaves_others(frame, end)
        or (fate.value == "dead" and _is_besides(frame, number))
        or _is_of_before(frame, start, end),
    )


def _is_besides(frame: Frame, number: Numeral) -> bool:
    """ "EIGHT OTHERS are presumed dead": besides those told of before."""
    return [w.lemma for w in frame.words[number.end : number.end + 1]] == ["other"]


def _is_of_before(frame: Frame, start: int, end: int) -> bool:
    """ "Ten HAD ALREADY died that week", "it COMES THREE YEARS AFTER a fire killed ten": before what is told of."""
    low = [w.text.lower() for w in frame.words[:end]]
    told = low[start:]
    follows = [n for n in range(start) if frame.words[n].lemma in load("predicates.yaml")["follows"]]
    after = [n for n in range(1, start) if low[n] == "after" and low[n - 1].endswith("s")]  # years, months, days
    return ("already" in told and "had" in told) or any(n < m for n in follows for m in after)


def _manner(frame: Frame, start: int, end: int, fate: Found[str]) -> frozenset[str]:
    """Of what they died, by the stretch itself and the words that follow it: "of hypothermia", "in two fires"."""
    last = next((n for n in range(end, len(frame.words)) if frame.words[n].text in _BREAKS), len(frame.words))
    told = frozenset(m for f in _manners().find(frame.words[start : min(last, end + _MANNER)]) for m in f.value)
    known = end == fate.end and [w.text.lower() for w in frame.words[end : end + 1]] == ["of"]
    beside = (t for t in frame.terms if known and t.kind == "word" and end < t.index <= end + 2)
    return told or frozenset(t.lemma for t in beside)  # in no list: itself; "a toll of 359" is no manner


def _is_in(number: Numeral, fate: Found[str]) -> bool:
    """ "Cost 740 lives"."""
    return "_" in fate.entry and fate.start < number.start and number.end < fate.end


def _between(frame: Frame, number: Numeral, fate: Found[str]) -> int | None:
    """How many words lie between, None when another number or another clause does."""
    first, last = (number.end, fate.start) if number.start < fate.start else (fate.end, number.start)
    words = frame.words[first:last]
    if len(words) > _FAR or any(w.text in _BREAKS or w.text.lower() in _joints() for w in words):
        return None
    if any(first <= n.start < last and not (is_former(frame, n) or is_age(frame, n)) for n in frame.numerals):
        return None
    return len(words)


@cache
def _joints() -> frozenset[str]:
    return frozenset({"and", "but", "while", "which", "when", "after", "before", "because"})


def _group(frame: Frame, number: Numeral) -> str:
    """Who is counted, when that is a part of all."""
    parts, everybody = load("predicates.yaml")["parts"], load("predicates.yaml")["everybody"]
    words = frame.words[max(0, number.start - 1) : number.end + _NEXT + 1]
    stops = words_in("links", "auxiliaries", "be") - {"of"} | _BREAKS
    stop = next(
        (n for n, w in enumerate(words) if n > number.end - number.start and w.text.lower() in stops),
        len(words),
    )
    for word in words[:stop]:
        if word.lemma in parts or word.text.lower() in parts:
            return _GROUPS.get(word.lemma, word.lemma)
        if word.lemma in everybody:
            return ""
    return ""


_GROUPS = {
    "military": "soldier",
    "policeman": "police",
    "policewoman": "police",
    "cop": "police",
    "officer": "police",
    "men": "man",
    "women": "woman",
    "children": "child",
    "fireman": "firefighter",
    "pupil": "child",
    "baby": "child",
    "infant": "child",
}


def _where(frame: Frame, number: Numeral, fate: Found[str]) -> frozenset[str]:
    """Names right after those counted ("in Enga"), and countries right before ("Sudanese losses")."""
    if _group(frame, number) in _ARMED:  # of which side they are stands beside them or anywhere
        return _beside(frame, number) or frozenset(_named(t) for t in frame.terms if any(k.isupper() for k in t.keys))
    last = max(number.end, fate.end)
    after = [
        t for t in frame.terms if last <= t.index < last + _WHERE and t.kind == "name" and _linked(frame, last, t)
    ]
    before = [
        t for t in frame.terms if number.start - 5 <= t.index < number.start and any(k.isupper() for k in t.keys)
    ]
    return frozenset(_named(t) for t in (*after, *before, *_opening(frame, number))) | _beside(frame, number)


def _opening(frame: Frame, number: Numeral) -> list[Term]:
    """ "IN MPANDE, about a dozen people": names of the place with which the clause of a number opens."""
    lows = [w.text.lower() for w in frame.words[: number.start]]
    comma = next((n for n in range(len(lows) - 1, -1, -1) if lows[n] == ","), 0)
    named = [t for t in frame.terms if comma - _PLACE <= t.index < comma and t.kind == "name"]
    opens = named[0].index - 1 if named and named[-1].index == comma - 1 else -1
    begins = opens >= 0 and lows[opens] in _AT and (opens == 0 or lows[opens - 1] in {*_BREAKS, *_joints()})
    told = any(comma < n.end <= number.start for n in frame.numerals)
    return named if begins and not told else []


def _beside(frame: Frame, number: Numeral) -> frozenset[str]:
    """ "37,000 CAMBODIANS": who is counted, by name."""
    return frozenset(_named(t) for t in frame.terms if t.kind == "name" and 0 <= t.index - number.end < _NEXT)


def _linked(frame: Frame, start: int, term: Term) -> bool:
    between = [w.text.lower() for w in frame.words[start : term.index]]
    return any(w in _AT for w in between) and not any(w in _BREAKS for w in between)


def _named(term: Term) -> str:
    return next((k for k in sorted(term.keys) if k.isupper()), term.lemma)


@cache
def fates() -> Lexicon[str]:
    """What may befall those counted, by the phrases that say so."""
    data = load("predicates.yaml")
    told = {phrase: fate for fate, told in reversed(data["fates"].items()) for phrase in told["words"]}
    return Lexicon(told | dict.fromkeys(data["no_fates"], ""))


@cache
def _manners() -> Lexicon[tuple[str, ...]]:
    """Of what people die, by the words that say so; some words are of several."""
    listed: dict[str, tuple[str, ...]] = {}
    for manner, phrases in load("predicates.yaml")["manners"].items():
        for phrase in phrases:
            listed[phrase] = (*listed.get(phrase, ()), manner)
    return Lexicon(listed)
