"""Questions on what brought something about, told or denied by several sources: "Did the vaccine cause deaths?"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.data import load
from dossier.language.grammar import is_adverb
from dossier.language.lexical import used_as_adjective
from dossier.model import Question
from dossier.relating.apart.acts import is_likely_act
from dossier.relating.apart.causes import causes_of
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.terms import Term, meet

_SOURCES = 2
_TELLING = 2.5


@dataclass(frozen=True, slots=True)
class Blamed:
    """A cause and what it is said to have caused, or not, by one claim."""

    frame: Frame
    cause: Term
    effect: Term
    sign: int


def causing_questions(frames: Sequence[Frame]) -> Iterator[tuple[float, Question]]:
    """Questions with how many sources tell of cause and effect; none on what nobody denies."""
    told = [b for frame in frames for b in _blamed(frame)]
    groups = [[b for b in told if meet(b.cause, one.cause) and meet(b.effect, one.effect)] for one in told]
    asked: set[tuple[str, str]] = set()
    for group in sorted(groups, key=lambda g: -len({b.frame.claim.source for b in g})):
        sources, things = ({b.frame.claim.source for b in group}, {(b.cause.lemma, b.effect.lemma) for b in group})
        disputed = len({b.sign for b in group}) > 1
        if len(sources) >= _SOURCES and disputed and asked.isdisjoint(things):
            asked |= things
            yield 2 + len(sources), _question(group)


def _blamed(frame: Frame) -> Iterator[Blamed]:
    for told in causes_of(frame):
        causes, effects = ([t for t in side if _is_thing(t)] for side in (told.cause, told.effect))
        yield from (Blamed(frame, x, y, told.sign) for x in causes for y in effects)


def _is_thing(term: Term) -> bool:
    """A noun that is no person: of "the deaths of three children" the deaths."""
    plain = term.kind == "word" and term.lemma.isalpha() and term.weight > _TELLING
    other = is_likely_act(term) or used_as_adjective(term.lemma) or is_adverb(term.text.lower())
    return plain and not other and term.lemma not in load("predicates.yaml")["parts"]


def _question(group: Sequence[Blamed]) -> Question:
    listed = load("causes.yaml")["cues"]
    before, behind = (f"({' | '.join(listed[side])})" for side in ("before", "behind"))
    (cause, causes), (effect, effects) = (
        _named([(b.frame, getattr(b, side)) for b in group]) for side in ("cause", "effect")
    )
    places = Counter(p for b in group for p in b.frame.claim.countries)
    return Question(
        id=f"{group[0].cause.lemma}-causes-{group[0].effect.lemma}",
        question=f"Did {cause} cause {effect}?",
        countries=tuple(sorted(p for p, n in places.items() if n >= len(group) / 2)),
        yes=(f"{causes} ... {before} ... {effects}", f"{effects} ... {behind} ... {causes}"),
        no=(),
    )


def _named(met: Sequence[tuple[Frame, Term]]) -> tuple[str, str]:
    """The thing as most claims call it, with "the" where one of them says so; and all words for it, as a cue."""
    text = Counter(term.text.lower() for _, term in met).most_common(1)[0][0]
    before = {f.words[t.index - 1].text.lower() for f, t in met if t.index and t.text.lower() == text}
    words = "|".join(dict.fromkeys(t.lemma for _, t in met))
    return f"the {text}" if "the" in before and not text.endswith("s") else text, words
