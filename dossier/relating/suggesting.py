"""Questions that a dossier calls for: groups of claims on one thing, from several sources, that take sides.

    for question in suggestions(dossier):
        print(question_text(question, dossier))

A suggestion is a draft for a person: what moves or is disputed, the words for either side, and the claims behind it.
What single pairs call for is in `pair_questions.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from dossier.data import load
from dossier.language.cues import compile_cue, match
from dossier.language.direction import Direction
from dossier.language.line import Line
from dossier.language.words import words_of
from dossier.model import Claim, Codebook, Dossier, Question
from dossier.relating.apart.frames import Frame, frame_of
from dossier.relating.apart.heads import head_of
from dossier.relating.apart.terms import Term
from dossier.relating.pair_questions import pair_questions

_SOURCES = 2  # a question is worth asking when two sources speak to it
_MOST = 12  # suggestions given of either kind
_TELLING = 2.5
# dimension -> the words of a question, and the capitals for the two sides
_ASKED = {
    "amount": ("{} {} rising?", "RISES", "FALLS"),
    "strength": ("{} {} getting stronger?", "STRONGER", "WEAKER"),
    "quality": ("{} {} improving?", "RISES", "FALLS"),
    "closeness": ("{} {} drawing closer?", "CLOSER", "FURTHER"),
    "support": ("Is there support for {1}?", "SUPPORTS", "OPPOSES"),
    "tension": ("{} {} getting tenser?", "TENSER", "CALMER"),
    "dependence": ("{} {} something to depend on?", "DEPENDS", "INDEPENDENT"),
}


@dataclass(frozen=True, slots=True)
class Moved:
    """One claim that says where a thing is heading."""

    frame: Frame
    thing: Term
    direction: Direction


def suggestions(dossier: Dossier) -> tuple[Question, ...]:
    """Questions no codebook question asks yet: on things that move, then on single pairs.

    Those with most sources and with both sides come first.
    """
    bare = Codebook(regions=dossier.codebook.regions, names=dossier.codebook.names)
    spoken = {c.id for c in dossier.shown if c.positions}
    groups: dict[tuple[str, str], list[Moved]] = {}
    for claim in dossier.shown:
        if claim.id not in spoken and claim.voice != "hypothetical":
            for moved in _moved(frame_of(claim, bare)):
                groups.setdefault((moved.thing.lemma, moved.direction.dimension), []).append(moved)
    worth = [(key, group) for key, group in groups.items() if len(_sources(group)) >= _SOURCES]
    worth.sort(key=lambda item: (-_interest(item[1]), item[0]))
    moving = [_question(thing, dimension, group, dossier) for (thing, dimension), group in worth[:_MOST]]
    found: dict[str, Question] = {}
    asked: list[frozenset[str]] = []
    for question in (*moving, *islice(pair_questions(dossier), _MOST)):
        told = frozenset(c.id for side in behind(question, dossier).values() for c in side)
        if not any(told <= other for other in asked):  # else the same claims are asked about twice
            found.setdefault(question.id, question)
            asked.append(told)
    return tuple(q for id, q in found.items() if id not in dossier.question and _is_asked_by_two(q, dossier))


def _is_asked_by_two(question: Question, dossier: Dossier) -> bool:
    """Whether its cues find what two sources say; else an editor would accept an empty question."""
    return len({claim.source for side in behind(question, dossier).values() for claim in side}) >= _SOURCES


def question_text(question: Question, dossier: Dossier) -> str:
    """The file an editor can take over, with the claims that called for it as comments."""
    lines = ["# yaml-language-server: $schema=../../../docs/assets/schema/question.schema.json"]
    lines += [f"question: {question.question}"]
    for key, values in (("themes", question.themes), ("countries", question.countries)):
        lines += [f"{key}: [{', '.join(values)}]"] if values else []
    for side, cues in (("yes", question.yes), ("no", question.no)):
        lines += [f"{side}:" if cues else f"{side}: []"]
        lines += [f"  # {' '.join(c.quote.split())}  [{c.id}]" for c in behind(question, dossier)[side]]
        lines += [f"  - {cue}" for cue in cues]
    return "\n".join(lines) + "\n"


def behind(question: Question, dossier: Dossier) -> dict[str, tuple[Claim, ...]]:
    """The claims that a question's cues find, by side."""
    found: dict[str, list[Claim]] = {"yes": [], "no": []}
    for claim in dossier.shown:
        line = Line(words_of(claim.quote))
        for side in ("yes", "no"):
            hits = [m for text in getattr(question, side) if (m := match(compile_cue(text, dossier.codebook), line))]
            if hits:
                found["no" if (side == "yes") == hits[0].flipped else "yes"].append(claim)
                break
    return {side: tuple(claims) for side, claims in found.items()}


def _moved(frame: Frame) -> list[Moved]:
    found = []
    for direction in frame.directions:
        head = head_of(frame, direction)
        if direction.sign and head and _is_askable(head) and direction.dimension in _ASKED:
            found.append(Moved(frame, head, direction))
    return found


def _is_askable(head: Term) -> bool:
    return head.kind == "word" and head.weight > _TELLING and head.lemma not in _too_wide()


def _too_wide() -> frozenset[str]:
    return frozenset([*load("amounts.yaml")["containers"], *load("amounts.yaml")["too_wide"]])


def _sources(group: Sequence[Moved]) -> set[str]:
    return {m.frame.claim.source for m in group}


def _interest(group: Sequence[Moved]) -> float:
    """Many sources, and both sides."""
    return len(_sources(group)) + 2 * (len({m.direction.sign for m in group}) == 2)


def _has_article(group: Sequence[Moved], word: str) -> bool:
    """Whether the claims speak of "the" thing right before the word."""
    ahead = [
        m.frame.words[m.thing.index - 1].text.lower() for m in group if m.thing.index and m.thing.text.lower() == word
    ]
    return "the" in ahead


def _question(thing: str, dimension: str, group: Sequence[Moved], dossier: Dossier) -> Question:
    asked, up, down = _ASKED[dimension]
    claims = [m.frame.claim for m in group]
    themes = Counter(t for c in claims for t in c.themes)
    places = Counter(p for c in claims for p in c.countries)
    most = len(claims) / 2
    named = Counter(m.thing.text.lower() for m in group)
    word = min(named, key=lambda w: (-named[w], w))
    the = "the " if _has_article(group, word) else ""
    be = "Are" if word.endswith("s") and not word.endswith("ss") else "Is"
    return Question(
        id=f"{thing}-{up.lower()}",
        question=asked.format(be, the + word),
        themes=tuple(t for t, n in sorted(themes.items()) if n >= most),
        countries=tuple(p for p, n in sorted(places.items()) if n >= most),
        yes=(f"{thing} {up}",),
        no=(f"{thing} {down}",),
        settle=f"One series on {thing}, measured in the same way over the years.",
    )
