"""The small language in which editors say what a claim sounds like: words, alternatives, gaps, directions.

    match(compile_cue("<NO> influence|clout FALLS"), words_of("Oslo's clout is waning"))

finds the words, negation and direction worked in. docs/about/codebook.md explains the language to analysts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from dossier.data import load
from dossier.language.cue import SMALL_GAP, WIDE_GAP, Cue, Match, Part, Term, Way
from dossier.language.cue_writing import compile_cue, compile_phrase, cue_faults
from dossier.language.grammar import words_in
from dossier.language.line import Line
from dossier.language.moved import STAND_FOR
from dossier.language.negation import Negation
from dossier.language.words import Word

__all__ = ["Cue", "Match", "compile_cue", "compile_phrase", "cue_faults", "match", "stands"]

_NEAR = 5  # words between a thing and its direction where the sentence's grammar tells us nothing
_STAY_OFF = 3  # words around a match in which a "-word" must not stand
_STOPS = frozenset(".;:?!—()")
_AS_MUCH = frozenset({"so", "as", "such", "more", "less", "better", "worse"})
_PAUSES = frozenset(",.;:?!—")
_ENDS = frozenset(".;:?!")  # even "..." does not reach into the next statement


def match(cue: Cue, text: Line | Sequence[Word]) -> Match | None:
    """Where the cue stands in the text, negation and direction worked in; None when it does not."""
    line = text if isinstance(text, Line) else Line(text)
    found = _standing(cue, line)
    if found is None:
        return None
    at, by, sign = found
    if cue.denied_or_not:
        return Match(frozenset(at), False, "", len(cue.parts) > 1)
    if not sign:
        by = _turned_by(line, at)
        sign = -1 if len(by) % 2 == 1 else 1
    if sign < 0 and cue.as_it_stands:
        return None
    return Match(frozenset(at), sign < 0, ", ".join(by), len(cue.parts) > 1)


def stands(cue: Cue, line: Line) -> bool:
    """Whether `match` would find it, for those who do not ask which way it is turned: no negation has to be read."""
    return match(cue, line) is not None if cue.as_it_stands else _standing(cue, line) is not None


def _standing(cue: Cue, line: Line) -> tuple[set[int], list[str], int] | None:
    """The cue's words, what turned its direction, and its sign: 0 where it asks for no direction."""
    forms = line.forms
    for need in cue.needs:
        if need.isdisjoint(forms):
            return None
    at: set[int] = set()
    by: list[str] = []
    sign = 0
    for part in cue.parts:
        found = _find(line, part, at)
        if found is None:
            return None
        places, way, turned = found
        at |= places
        if way:
            sign = way * (sign or 1)
            by += turned
    window = range(min(at) - _STAY_OFF, max(at) + _STAY_OFF + 1)
    if any(i in window for term in cue.never for key in term.starts for i in line.places.get(key, ())):
        return None
    return at, by, sign


def _turned_by(line: Line, at: set[int]) -> list[str]:
    """The negations that count: two cancel out only side by side ("failed to prevent"); "nor" goes with "neither"."""
    if not line.negations:
        return []
    short = load("cues.yaml")["short_reach"]
    reaching = [
        n
        for n in line.negations
        if at.isdisjoint(range(n.start, n.end))  # one that the cue itself holds does not turn it round
        and not _begins_anew(line, n.end, min(at))
        and not _is_best_ever(line, n)
        and any(n.reaches(i) and (n.words.lower() not in short or i - n.end < SMALL_GAP) for i in at)
    ]
    while len(reaching) > 1 and reaching[-1].words.lower() == "nor":
        reaching.pop()
    counted: list[Negation] = []
    for negation in reversed(reaching):
        if counted and counted[-1].start - negation.end > 1:
            break
        counted.append(negation)
    return [n.words for n in reversed(counted)]


def _is_best_ever(line: Line, negation: Negation) -> bool:
    """ "Never been closer", "never so many", "no OTHER town has such a ferry": the most there has been, not none."""
    words = [w.text.lower() for w in line.words[negation.end : negation.end + _NEAR]]
    if words[:1] in (["other"], ["else"]):  # "nowhere ELSE"
        told = (w.text.lower() for w in line.words[negation.end : line.end])
        return not _AS_MUCH.isdisjoint(takewhile(lambda low: low not in _PAUSES, told))
    return negation.words.lower() == "never" and any(
        w in _AS_MUCH - {"such"} or (len(w) > 4 and w.endswith("er")) for w in words
    )


def _begins_anew(line: Line, start: int, end: int) -> bool:
    """Whether a new statement begins between two words: "they did not vote, and their exports fell"."""
    words = line.words
    return any(
        words[i].text == "," and words[i + 1].text.lower() in ("and", "but", "yet", "while", "so")
        and words[i + 2].text.lower() in words_in("determiners")
        for i in range(start, min(end, len(words)) - 2)
    )  # fmt: skip


def _find(line: Line, part: Part, taken: set[int]) -> tuple[set[int], int, list[str]] | None:
    """Where the part stands, on words that no other part of the cue has taken."""
    first = part.terms[0]
    for start in line.where(first.starts):
        for places in _here(line, first, start):
            rest = _follow(line, part.terms, 1, places[-1] + 1)
            if rest is None:
                continue
            found = {*places, *rest}
            if not found.isdisjoint(taken):
                continue
            if part.way is None:
                return found, 0, []
            headed = _headed(line, found, part.way)
            if headed:
                return headed
    return None


def _follow(line: Line, terms: tuple[Term, ...], k: int, at: int) -> list[int] | None:
    """Places of terms[k:] from word `at` on, each within its gap of the one before; None when one is missing."""
    if k == len(terms):
        return []
    skipped = 0
    while at < line.end and skipped <= terms[k].gap:
        for places in _here(line, terms[k], at):
            rest = _follow(line, terms, k + 1, places[-1] + 1)
            if rest is not None:
                return [*places, *rest]
        word = line.words[at]
        if word.text in (_STOPS if terms[k].gap < WIDE_GAP else _ENDS):
            return None
        skipped += word.is_word
        at += 1
    return None


def _here(line: Line, term: Term, at: int) -> list[list[int]]:
    """The ways in which the term stands at this very word, longest first."""
    keys = line.keys[at]
    if keys.isdisjoint(term.starts):
        return []
    found = [] if keys.isdisjoint(term.singles) else [[at]]
    if not term.phrases:
        return found
    for phrase in {p: None for key in sorted(keys) for p in term.phrases.get(key, ())}:
        end = at + len(phrase)
        if end <= line.end and not any(s.isdisjoint(line.keys[at + n]) for n, s in enumerate(phrase)):
            found.append(list(range(at, end)))
    return sorted(found, key=len, reverse=True)


def _headed(line: Line, thing: set[int], way: Way) -> tuple[set[int], int, list[str]] | None:
    """The direction of the thing at these words, +1 as the way asks, -1 the opposite way.

    Of a thing that went both ways ("fell, and rose again") a cue finds the one it asks for.
    """
    free = [d for d in line.directions if d.end - d.start > 1 or thing.isdisjoint(range(d.start, d.end))]
    own = [d for d in free if not thing.isdisjoint(range(d.thing[0], d.thing[1])) or d.start in thing]
    told = any(d.dimension in way.dimensions for d in own)
    if not told:
        first, last = min(thing), max(thing)
        low, high = line.clause(first)
        own = [d for d in free if low <= d.start < high and max(d.start - last, first - d.end + 1) - 1 <= _NEAR]
        # "Compared with payments IT is cheap" tells of something else.
        own = [d for d in own if STAND_FOR.isdisjoint(w.text.lower() for w in line.words[last + 1 : d.start])]
    far = {d: min(abs(i - j) for i in thing for j in (d.start, d.end - 1)) for d in own}
    for d in sorted(own, key=lambda d: (told and d.sign * way.sign < 0, far[d])):
        if d.dimension in way.dimensions and d.sign:
            best = any(_is_best_ever(line, n) and n.reaches(d.start) for n in line.negations) and d.turned_by
            sign = -d.sign if best and d.turned_by.lower() == "never" else d.sign
            return {*thing, *range(d.start, d.end)}, sign * way.sign, [d.turned_by] if d.turned_by else []
        if not thing.isdisjoint(range(d.start, d.end)):
            return None  # the thing is part of an idiom that says something else ("reduce dependence")
    return None
