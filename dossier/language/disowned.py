"""What a sentence only mentions: an opinion it calls wrong, what is asked, demanded, doubted or made a condition.

"Claims that the ferry is full have no basis" and "those who say that the ferry is full are wrong" deny it; "it is
open whether the ferry is full", "urged the company to fill the ferry", "talk of a full ferry" and "sails only if the
ferry is full" say nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.line import Line, keys_of, whole_line
from dossier.language.listed import listed_forms
from dossier.language.negation import is_finite
from dossier.language.words import Word, lows_of, once

_words = partial(listed_forms, "cues.yaml")

_LISTS = (
    "left_to_others",
    "taking_back",
    "demanding",
    "conditions",
    "doubting",
    "reasons",
    "dismissals",
    "dismissed_before",
)
_TO_THAT = 4  # words from an opinion to what it says: "fears in the capital that"
_STOPS = frozenset(".;:?!—")
_LINKS = frozenset({"that", "of", "about"})
_ASKING = frozenset({"whether"})
_ASIDE = frozenset({",", "-", "–", "—", "("})
_HOW = frozenset({"how"})
_MIGHT = frozenset({"would", "could", "should", "may", "might"})
_OURS = frozenset({"my", "our"})
_NO = frozenset({"no", "little", "without"})
_WHO = frozenset({"who", "whoever"})


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Words of which the sentence does not say that they are so, and the words by which it does not."""

    words: frozenset[int]
    by: frozenset[int]

    def holds(self, at: frozenset[int]) -> bool:
        """Whether a cue at these words says no more than what is unsaid: one that names the demand itself does."""
        return self.by.isdisjoint(at) and not self.words.isdisjoint(at)


def denied_in(line: Line) -> frozenset[int]:
    """The words of opinions that the sentence itself calls wrong, and of what it takes back: "safe in name only"."""
    found: set[int] = set()
    for i in line.where(_words("opinions")):
        lows = lows_of(line.words)
        link = next((k for k in range(i + 1, min(i + 1 + _TO_THAT, line.end)) if lows[k] in _LINKS), None)
        verdict = _verdict(line, link + 1) if link is not None else None
        if verdict is not None:
            found |= set(range(i, verdict))
    for start, after in _fronted(line):
        found |= set(range(after, _end(line, start)))
    for start, _ in _standing(line, "taking_back", line.start):
        found |= _subject_of(line, start)
    for start in _held(line):
        verdict = _verdict(line, start)
        if verdict is not None:
            found |= set(range(start, verdict))
    return frozenset(found)


def mentioned_in(line: Line) -> frozenset[int]:
    """The words of what the sentence only names: "THE ARGUMENT that it is safe is as old as ships", "SUPPOSE that".

    Not of those it bears out: "the figures support the claim that it is safe", "the claim that it is safe is right".
    """
    lows = lows_of(line.words)
    supposes = lows[line.start : line.start + 2] in (["suppose", "that"], ["imagine", "that"])
    found = set(range(line.start + 2, line.clause(line.start)[1])) if supposes else set[int]()
    for i in line.where(_words("mere_opinions")):
        link = i + 1 + (lows[i + 1 : i + 2] in (["is"], ["was"]))
        named = i == line.start or lows[i - 1] in words_in("determiners") - _OURS
        if lows[link : link + 1] == ["that"] and named and line.forms.isdisjoint(_words("bearing_out")):
            told = range(link + 1, min(line.end, line.clause(link)[1]))
            finite = [k for k in told if is_finite(line.words, k)]
            found |= {k for k in told if len(finite) < 2 or k < finite[-1]}
    return frozenset(found)


def _subject_of(line: Line, verb: int) -> set[int]:
    """The words of the phrase before what takes it back: "since duties rose, ITS SAFETY is an illusion"."""
    lows = lows_of(line.words)
    while verb > line.start and lows[verb - 1] in words_in("be", "auxiliaries"):
        verb -= 1
    ends = (i + 1 for i in range(verb - 1, line.start - 1, -1) if _ends_phrase(line.words, i))
    return set(range(next(ends, line.start), verb))


def _ends_phrase(words: Sequence[Word], i: int) -> bool:
    low = words[i].text.lower()
    return not words[i].is_word or low in _boundaries() or is_finite(words, i)


@cache
def _boundaries() -> frozenset[str]:
    return frozenset(load("negation.yaml")["boundaries"]) | {"that", "as"}


def _held(line: Line) -> Iterator[int]:
    """Where begins what somebody holds: "those who say that", "anybody who thinks", "to say that", "THAT it is"."""
    opening = "".join(lows_of(line.words)[line.start : line.start + 1])
    if opening == "that":
        yield line.start + 1
    for i in [*([line.start] if opening == "to" else []), *line.where(_WHO)]:
        if i + 1 < line.end and not line.keys[i + 1].isdisjoint(_words("opinion_verbs")):
            yield i + 2


def left_open(line: Line) -> tuple[Unsaid, ...]:
    """The clauses with "whether": what is asked in them is not said, nor what reaches into them."""
    return tuple(
        Unsaid(frozenset(range(i + 1, min(_end(line, i), line.clause(i + 1)[1]))), frozenset({i}))
        for i in line.where(_ASKING)
    )


def _how_it_might(line: Line) -> tuple[Unsaid, ...]:
    """ "Should say HOW he WOULD fill the ferry": that it will be full nobody says; "shows how it fills" does."""
    clauses = ((i, min(_end(line, i), line.clause(i)[1], line.end)) for i in line.where(_HOW))
    lows = lows_of(line.words)
    return tuple(
        Unsaid(frozenset(range(i + 1, end)), frozenset({i}))
        for i, end in clauses
        if not _MIGHT.isdisjoint(lows[i:end])
    )


def _only_imagined(line: Line) -> Iterator[Unsaid]:
    """ "A SAFE FERRY would cost millions": there is none; "the ferry is safe, OR SO they say": that is theirs."""
    lows = lows_of(line.words)
    if lows[line.start : line.start + 1] in (["a"], ["an"]):
        low, high = line.clause(line.start)
        would = next((i for i in range(low, min(high, line.end)) if lows[i] in ("would", "could")), line.start)
        yield Unsaid(frozenset(range(line.start, would)), frozenset({would}))
    for start, after in _standing(whole_line(line.words), "left_to_others", line.start + 1):
        if lows[start - 1] in _ASIDE and lows[after : after + 1] != ["that"]:  # a quote may leave it off
            yield Unsaid(frozenset(range(line.start, start)), frozenset(range(start, after)))


def unsaid_in(line: Line) -> tuple[Unsaid, ...]:
    """What the sentence asks, demands, doubts or makes a condition, and does not say to be so."""
    return (
        left_open(line)
        + _how_it_might(line)
        + tuple(_only_imagined(line))
        + tuple(one for name in ("demanding", "conditions") for one in _behind(line, name))
        + doubted_in(line)
    )


def doubted_in(line: Line) -> tuple[Unsaid, ...]:
    """What the sentence calls doubtful, not known, or no longer so: "doubts about the ferry", "used to be full"."""
    sure = {i + 1 for i in line.where(_NO)}  # "there is LITTLE DOUBT that it is full"
    return tuple(one for one in _behind(line, "doubting") if sure.isdisjoint(one.by))


def _behind(line: Line, name: str) -> Iterator[Unsaid]:
    for start, after in _standing(line, name, line.start):
        yield Unsaid(frozenset(range(after, _reach(line, after))), frozenset(range(start, after)))


def _reach(line: Line, after: int) -> int:
    """Where the clause ends, or tells why or when."""
    end = min(line.end, line.clause(after)[1]) if after < line.end else line.end
    return min([end, *(start for start, _ in _standing(line, "reasons", after))])


def _verdict(line: Line, start: int) -> int | None:
    """Where the sentence calls wrong what it has told from word `start` on."""
    ends = [at for at, _ in _standing(line, "dismissals", start)]
    return min((at for at in ends if at < _end(line, start)), default=None)


def _fronted(line: Line) -> Iterator[tuple[int, int]]:
    """ "It is groundless to speak of", "there is little evidence that": where it stands, and what comes after."""
    return (one for one in _standing(line, "dismissed_before", line.start) if not _is_some(line, one[0]))


def _is_some(line: Line, i: int) -> bool:
    """ "A FEW of them say that"."""
    return line.words[i].text.lower() == "few" and i > 0 and line.words[i - 1].text.lower() == "a"


def _standing(line: Line, name: str, start: int) -> Iterator[tuple[int, int]]:
    """Where phrases of a list begin and end, from word `start` on."""
    near = _near(line.words).get(name)
    if not near:
        return
    lows, keys = lows_of(line.words), line.keys
    for i in range(start, line.end):
        for phrase in near:
            end = i + len(phrase)
            if end <= line.end and all(w == lows[k] or w in keys[k] for k, w in enumerate(phrase, i)):
                yield i, end


def _end(line: Line, start: int) -> int:
    return next((i for i in range(start, line.end) if line.words[i].text in _STOPS), line.end)


@once
def _near(words: Sequence[Word]) -> dict[str, list[tuple[str, ...]]]:
    """By list the phrases of which a sentence holds all words, as they stand or in other forms."""
    spoken = frozenset(lows_of(words)).union(*keys_of(words))
    near: dict[str, list[tuple[str, ...]]] = {}
    for first in _opened().keys() & spoken:
        for name, phrase in _opened()[first]:
            if spoken.issuperset(phrase):
                near.setdefault(name, []).append(phrase)
    return near


@cache
def _opened() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The phrases of all lists by their first word, each with the name of its list."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for name in _LISTS:
        for phrase in load("cues.yaml")[name]:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((name, words))
    return found
