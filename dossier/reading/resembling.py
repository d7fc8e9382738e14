"""Which example sentences of the codebook a claim resembles most: for what no cue foresees.

Two sentences are compared by their telling words, by the groups of words that stand in both, by denial and direction.
Rare things weigh more than common ones. The four nearest examples of a side speak for it together: one alone is
often near by chance. The numbers were set on 660 sentences that no example was written for: of what is placed, two
thirds are right, and one in thirty is on the wrong side.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass

from dossier.language.cue_names import names_for
from dossier.language.cue_writing import compile_phrase
from dossier.language.grammar import function_words
from dossier.language.line import Line, line_within
from dossier.model import Codebook

_NEAREST = 4
_ENOUGH = 0.2  # likeness from which on a sentence takes the examples' side, when no cue stands in it
_SURE = 0.25  # the same beside a cue of another question
_CLEARER = 1.35  # times nearer than to the examples of the other side: those of one question look alike
_HARDLY = 0.999  # so near a limit rounding decides, and all is reckoned out
_STRANGE = 0.7  # how much a word that stands in no example counts against likeness


@dataclass(frozen=True, slots=True)
class Resemblance:
    """The side, its nearest example, how near its examples are, and the first and last word shared with that one."""

    question: str
    side: str
    example: str
    likeness: float
    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Example:
    question: str
    side: str
    text: str
    traits: frozenset[str]
    length: float


class Examples:
    """The example sentences of a codebook, ready for comparing."""

    def __init__(self, codebook: Codebook) -> None:
        listed = [
            (q.id, side, text)
            for q in codebook.questions
            for side, texts in (("yes", q.examples_yes), ("no", q.examples_no))
            for text in texts
        ]
        self._groups = _groups(codebook) if listed else {}
        traits = [frozenset(self._traits(line_within(text, 0, len(text)))) for _, _, text in listed]
        often = Counter(trait for each in traits for trait in each)
        self._weight = {trait: math.log(1 + len(listed) / n) ** 2 for trait, n in often.items()}
        self._strange = _STRANGE**2 * math.log(1 + len(listed)) ** 2 if listed else 0.0
        self._examples = [_Example(*head, own, self._length(own)) for head, own in zip(listed, traits)]
        self._holding: dict[str, list[int]] = {}
        for number, own in enumerate(traits):
            for trait in sorted(own):
                self._holding.setdefault(trait, []).append(number)
        self._lengths = [example.length for example in self._examples]

    def nearest(self, line: Line, questions: Container[str], beside_cues: bool = False) -> Resemblance | None:
        """The side of one of these questions whose examples the line resembles enough, the nearest of all."""
        places = self._traits(line) if self._examples else {}
        own = frozenset(places)
        length = self._length(own)
        near: dict[tuple[str, str], list[tuple[float, int]]] = {}
        shared = [0.0] * len(self._examples)
        for trait in sorted(own & self._holding.keys()):
            weight = self._weight[trait]
            for number in self._holding[trait]:
                shared[number] += weight
        enough = _SURE if beside_cues else _ENOUGH
        alike = [weight / (length * own_length) for weight, own_length in zip(shared, self._lengths)]
        if max(alike, default=0.0) < _HARDLY * enough:
            return None  # no four of them come to more than the nearest
        for number, (example, likely) in enumerate(zip(self._examples, alike)):
            if likely and example.question in questions:
                near.setdefault((example.question, example.side), []).append((likely, -number))
        if not near:
            return None
        likeness = {side: sum(x for x, _ in sorted(found)[-_NEAREST:]) / _NEAREST for side, found in near.items()}
        question, side = max(sorted(likeness), key=lambda key: likeness[key])
        reached = likeness[question, side]
        against = likeness.get((question, "no" if side == "yes" else "yes"), 0.0)
        if reached < enough or reached < _CLEARER * against:
            return None
        example = self._examples[-max(near[question, side])[1]]
        at = [i for trait in own & example.traits for i in places[trait]]
        return Resemblance(question, side, example.text, reached, (min(at), max(at)))

    def _length(self, traits: frozenset[str]) -> float:
        return math.sqrt(sum(self._weight.get(t, self._strange) for t in sorted(traits))) or 1.0

    def _traits(self, line: Line) -> dict[str, list[int]]:
        """What a sentence is compared by, and the numbers of the words that show it."""
        found: dict[str, list[int]] = {}
        for i in range(line.start, line.end):
            word = line.words[i]
            if word.is_word and word.text.lower() not in function_words():
                found.setdefault(word.lemma, []).append(i)
            for group in {g for form in line.keys[i] for g in self._groups.get(form, ())}:
                found.setdefault(f"~{group}", []).append(i)
        for n in line.negations:
            if line.start <= n.start < line.end:
                found.setdefault("not", []).append(n.start)
        for d in line.directions:
            if line.start <= d.start < line.end:
                found.setdefault(f"{d.dimension} {d.sign}", []).append(d.start)
        return found


def _groups(codebook: Codebook) -> dict[str, tuple[str, ...]]:
    """The groups a single word belongs to, by its forms."""
    found: dict[str, tuple[str, ...]] = {}
    for group in codebook.groups:
        singles = [name for name in names_for(f"~{group.id}", codebook) if " " not in name]
        forms = frozenset[str]().union(*(compile_phrase(name).parts[0].terms[0].singles for name in singles))
        for form in forms:
            found[form] = (*found.get(form, ()), group.id)
    return found
