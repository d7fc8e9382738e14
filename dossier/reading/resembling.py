"""Which side of which question a claim resembles, by the codebook's example sentences: for what no cue foresees.

A sentence is known by its traits: its telling words, the groups of words that stand in it, what is denied, what
moves which way, and who is named first. The examples teach how much each trait speaks for a side and how much against
it (`weights`); what is shown beside an example but answers nothing teaches as well. A sentence is given to the side
for which its traits weigh enough.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dossier.language.cue_names import names_for
from dossier.language.cue_writing import compile_phrase
from dossier.language.grammar import function_words
from dossier.language.line import Line, line_within
from dossier.model import Codebook, Group, Question
from dossier.reading.weights import Learned, Weights, learned

Side = tuple[str, str]  # a question and yes or no

_FEW = 4  # examples of a side from which on they can speak against a cue
_OVERWHELMING = 0.1  # weight from which on it matters no more who is named
_SURE = -0.2  # weight from which on a sentence takes the examples' side
_ENOUGH = -0.6  # the same where somebody is named and no other question comes near
_CLEARER = 0.25  # how far off the next question is then
_SIDED = 0.2  # how far off the other side must be
_AGAINST = -1.0  # weight below which parts that stand far apart are taken to meet by chance
_NOTHING = -1.2  # what speaks for a side of which the sentence has nothing
_ALWAYS = 0.7  # share of a side's examples that name an actor for it to be needed
_WORDS = 3  # words that must speak for it
_STRANGE = 0.5  # how much a word that stands in no example counts against likeness


@dataclass(frozen=True, slots=True)
class Resemblance:
    """The side, its nearest example, how much speaks for it, and the first and last word shared with that example."""

    question: str
    side: str
    example: str
    weight: float
    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Taught:
    """What takes long to work out of the examples, as it can be kept: each one's traits, and their weights."""

    traits: tuple[tuple[str, ...], ...]
    weights: Learned


class Weighed:
    """What the examples say of one sentence."""

    def __init__(self, examples: Examples, line: Line) -> None:
        self._examples = examples
        self._places = examples.traits(line) if examples.rows else {}
        self._vector = examples.vector(self._places) if examples.rows else {}
        self._weights = examples.weights.of(self._vector) if examples.rows else {}

    @property
    def says_anything(self) -> bool:
        """Whether they speak for or against any side at all."""
        return bool(self._weights)

    def speaks_against(self, question: str, side: str) -> bool:
        """Whether the examples of a side, where there are enough, see nothing of theirs in the sentence."""
        if self._examples.number(question, side) < _FEW:
            return False
        own = self._weights.get((question, side), -math.inf)
        return own < _AGAINST or own < self._weights.get((question, _other(side)), -math.inf)

    def nearest(self, questions: Iterable[str], beside: bool = False) -> Resemblance | None:
        """The side of one of these questions for which most speaks; None when that is not enough, or one or two words
        are all that speaks for it."""
        asked = frozenset(questions)
        open_to = {side: weight for side, weight in self._weights.items() if side[0] in asked}
        if not open_to:
            return None
        best = max(sorted(open_to), key=lambda side: open_to[side])
        if not self._is_enough(best, beside):
            return None
        telling = self._examples.weights.telling(self._vector, best)
        if len({i for trait in telling for i in self._places[trait]}) < _WORDS:
            return None
        text, traits = self._examples.most_alike(best, self._vector)
        at = [i for trait in traits & self._places.keys() for i in self._places[trait]]
        return Resemblance(*best, text, open_to[best], (min(at), max(at))) if at else None

    def _is_enough(self, best: Side, beside: bool) -> bool:
        own = self._weights[best]
        if own < _OVERWHELMING and not self._examples.always_named(best) <= self._places.keys():
            return False
        other = self._weights.get((best[0], _other(best[1])), _NOTHING)
        if own < (_SURE if beside else _ENOUGH) or own < other + _SIDED:
            return False
        next_one = max((w for side, w in self._weights.items() if side[0] != best[0]), default=_NOTHING)
        return own >= _SURE or (self._examples.names_somebody(self._places) and own >= next_one + _CLEARER)


class Examples:
    """The example sentences of a codebook, and what they have taught."""

    def __init__(self, codebook: Codebook, kept: Callable[[Callable[[], Taught]], Taught]) -> None:
        listed = dict(_listed(codebook.questions))
        self._groups = _groups(codebook) if listed else {}
        self._actors = frozenset(f"~{g.id}" for g in codebook.groups if any(w.startswith("<") for w in g.words))
        taught = kept(lambda: self._taught(listed)) if listed else Taught((), learned(()))
        if len(taught.traits) != len(listed) or not taught.weights.is_whole:
            taught = self._taught(listed)
        self._weigh(taught.traits)
        self.rows = [(text, frozenset(t), s) for (text, s), t in zip(listed.items(), taught.traits)]
        self._sides = Counter(side for _, _, sides in self.rows for side in sides)
        named = Counter((s, t) for _, traits, sides in self.rows for s in sides for t in traits & self._actors)
        self._always: dict[Side, frozenset[str]] = {}
        for (side, actor), n in named.items():
            if n >= _ALWAYS * self._sides[side]:
                self._always[side] = self._always.get(side, frozenset()) | {actor}
        self.weights = Weights(taught.weights)
        self._of_side: dict[Side, list[tuple[str, list[str]]]] = {}
        for text, traits, sides in self.rows:
            for side in sides:
                self._of_side.setdefault(side, []).append((text, sorted(traits)))

    def _taught(self, listed: dict[str, frozenset[Side]]) -> Taught:
        """The same for the same examples, in whatever process."""
        rows = tuple(tuple(self.traits(line_within(text, 0, len(text)))) for text in listed)
        self._weigh(rows)
        return Taught(rows, learned([(self.vector(traits), sides) for traits, sides in zip(rows, listed.values())]))

    def _weigh(self, rows: Sequence[tuple[str, ...]]) -> None:
        """How telling each trait is: the fewer examples have it, the more."""
        often = Counter(trait for traits in rows for trait in traits)
        self._rarity = {trait: math.log(1 + len(rows) / n) for trait, n in often.items()}
        self._strange = _STRANGE * math.log(1 + len(rows))

    def number(self, question: str, side: str) -> int:
        """How many examples a side has."""
        return self._sides[question, side]

    def always_named(self, side: Side) -> frozenset[str]:
        """The actors that nearly all examples of a side name: who is not named cannot be meant."""
        return self._always.get(side, frozenset())

    def names_somebody(self, traits: Iterable[str]) -> bool:
        """Whether an actor is named; true where the codebook has no groups that tell."""
        return not self._actors or not self._actors.isdisjoint(traits)

    def vector(self, traits: Iterable[str]) -> dict[str, float]:
        """The traits that stand in examples, the rarer the heavier, with a length of one together with the others."""
        known = {trait: self._rarity[trait] for trait in sorted(traits) if trait in self._rarity}
        strange = sum(1 for trait in traits if trait not in self._rarity and " " not in trait)
        length = math.sqrt(sum(x * x for x in known.values()) + strange * self._strange**2) or 1.0
        return {trait: x / length for trait, x in known.items()}

    def most_alike(self, side: Side, vector: dict[str, float]) -> tuple[str, frozenset[str]]:
        """The example of a side that shares most with the sentence."""
        own = self._of_side[side]
        text, traits = max(own, key=lambda row: sum(vector.get(t, 0.0) for t in row[1]) / math.sqrt(len(row[1]) or 1))
        return text, frozenset(traits)

    def traits(self, line: Line) -> dict[str, list[int]]:
        """What a sentence is known by, and the numbers of the words that show it."""
        found: dict[str, list[int]] = {}
        denied = {i for n in line.negations for i in range(line.start, line.end) if n.reaches(i) and i >= n.end}
        named = False
        for i in range(line.start, line.end):
            traits = self._of_word(line, i)
            for trait in traits:
                found.setdefault(trait, []).append(i)
                if i in denied:
                    found.setdefault(f"not {trait}", []).append(i)
                if trait in self._actors and not named:
                    found.setdefault(f"first {trait}", []).append(i)
            named = named or not self._actors.isdisjoint(traits)
        for n in line.negations:
            if line.start <= n.start < line.end:
                found.setdefault("not", []).append(n.start)
        return found

    def _of_word(self, line: Line, i: int) -> list[str]:
        word = line.words[i]
        own = [word.lemma] if word.is_word and word.text.lower() not in function_words() else []
        if self._groups.keys().isdisjoint(line.keys[i]):
            return own
        return own + [f"~{g}" for g in sorted({g for form in line.keys[i] for g in self._groups.get(form, ())})]


def examples_of(codebook: Codebook, kept: Callable[[Callable[[], Taught]], Taught] = lambda make: make()) -> Examples:
    """The examples of a codebook, weighed once for equal content.

    `kept` is asked for what was worked out of the same codebook before, and given how to work it out.
    """
    places = Codebook(regions=codebook.regions, names=codebook.names)
    room = _room(codebook.questions, codebook.groups, places)
    if not room:
        room.append(Examples(codebook, kept))
    return room[0]


@lru_cache(maxsize=8)
def _room(questions: tuple[Question, ...], groups: tuple[Group, ...], places: Codebook) -> list[Examples]:
    """Where the examples of equal content are put."""
    return []


def _other(side: str) -> str:
    return "no" if side == "yes" else "yes"


def _listed(questions: Iterable[Question]) -> Iterator[tuple[str, frozenset[Side]]]:
    """Every example sentence once, with the sides it is an example of: none for one that answers nothing."""
    sides: dict[str, set[Side]] = {}
    for q in questions:
        for side, texts in (("yes", q.examples_yes), ("no", q.examples_no), ("", q.examples_neither)):
            for text in texts:
                sides.setdefault(text, set()).update({(q.id, side)} if side else ())
    for text, found in sides.items():
        yield text, frozenset(found)


def _groups(codebook: Codebook) -> dict[str, tuple[str, ...]]:
    """The groups a single word belongs to, by its forms."""
    found: dict[str, tuple[str, ...]] = {}
    for group in codebook.groups:
        singles = [name for name in names_for(f"~{group.id}", codebook) if " " not in name]
        forms = frozenset[str]().union(*(compile_phrase(name).parts[0].terms[0].singles for name in singles))
        for form in forms:
            found[form] = (*found.get(form, ()), group.id)
    return found
