"""The clauses of a claim with what each tells: its words, its acts, whether denied, whether so or still to come."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from dossier.language.grammar import words_in
from dossier.language.lexical import is_verb
from dossier.language.negation import Negation, clause_around
from dossier.relating.apart.acts import is_told_as_act
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.moods import mood_of, mood_words
from dossier.relating.apart.terms import Term, meetable

_LEAST = 2  # telling words of a clause that tells something by itself
_HUNG_ON = 2  # telling words before a relative clause that may be what it hangs on
_RELATIVES = frozenset({"which", "who", "whom", "whose", "where"})
_BEFORE = 8  # words before an act within which a mood is looked for


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A clause of a claim, or several that are told in one breath."""

    terms: tuple[Term, ...]
    acts: tuple[Term, ...]
    doings: tuple[Term, ...]  # the acts and the light ones: leave, reach, hold
    subject: tuple[Term, ...]
    cues: tuple[Negation, ...]
    start: int
    end: int


@by_frame
def parts_of(frame: Frame) -> tuple[Part, ...]:
    """All clauses that tell something, and the claim as a whole where it has several."""
    by_clause: dict[tuple[int, int], list[Term]] = defaultdict(list)
    for term in frame.terms:
        by_clause[clause_around(frame.words, term.index)].append(term)
    clauses = [_with_antecedent(frame, terms) for terms in by_clause.values()]
    single = [_part(frame, terms) for terms in clauses if len(terms) >= _LEAST]
    whole = [_part(frame, list(frame.terms))] if len(by_clause) > 1 and frame.terms else []
    return tuple(single + whole + _relative(frame))


def _with_antecedent(frame: Frame, terms: list[Term]) -> list[Term]:
    """A clause that hangs on a word, with the word: "NIS, IN WHICH Gazprom HAS A MAJORITY"."""
    low = clause_around(frame.words, terms[0].index)[0]
    opens = [w.text.lower() for w in frame.words[max(0, low - 2) : low + 2]]
    if not low or _RELATIVES.isdisjoint(opens):
        return terms
    before = [t for t in frame.terms if t.index < low and t.kind in ("word", "name")][-_HUNG_ON:]
    return [t for t in before if before[-1].index - t.index < _HUNG_ON] + terms


def _relative(frame: Frame) -> list[Part]:
    """ "The AGREEMENT that COLOMBO REACHED with its BONDHOLDERS is too generous": what is said by the way."""
    low = [w.text.lower() for w in frame.words]
    found = []
    for i in range(1, len(low) - 1):
        if low[i] != "that" or not any(t.index == i - 1 and t.kind == "word" for t in frame.terms):
            continue
        ends = next((j for j in range(i + 2, len(low)) if low[j] in words_in("be", "auxiliaries")), 0)
        terms = [t for t in frame.terms if i - 1 <= t.index < ends]
        if len(terms) > _LEAST and not any(w in (",", ".") for w in low[i:ends]) and not is_verb(terms[0].lemma):
            found.append(_part(frame, terms))
    return found


def _part(frame: Frame, terms: list[Term]) -> Part:
    start, end = terms[0].index, terms[-1].index + 1
    low = clause_around(frame.words, start)[0]
    inside = [c for c in frame.negations if low <= c.start < end]
    cues = {i for c in inside for i in range(c.start, c.end)}  # "RULED OUT recognition"
    told = [t for t in terms if t.index not in mood_words(frame) and t.index not in cues] or terms
    acts = tuple(t for t in told if is_told_as_act(frame, t))
    return Part(
        terms=tuple(told),
        acts=acts,
        doings=tuple(t for t in told if t in acts or is_told_as_act(frame, t, light=True)),
        subject=_subject(frame, told, acts),
        cues=tuple(inside),
        start=start,
        end=end,
    )


def mood_at(frame: Frame, part: Part, act: Term) -> str:
    """Whether an act of the clause is told as done, or as wished, planned, possible."""
    low = clause_around(frame.words, act.index)[0]
    return mood_of(frame, max(low, act.index - _BEFORE), act.index)


def _subject(frame: Frame, terms: list[Term], acts: tuple[Term, ...]) -> tuple[Term, ...]:
    """The words it opens with, up to the first small word between: "FRENCH EXPORTS to", "the CITY rises from"."""
    run = [t for n, t in enumerate(terms) if t.index == terms[0].index + n and t not in acts]
    return tuple(t for n, t in enumerate(run) if not (n and t.text.endswith("s") and is_verb(t.lemma))) or tuple(run)


def weight_met(a: Frame, b: Frame) -> float:
    """How much the words of one weigh that the other may have too: seen at once, before clauses are held together."""
    known = met_by(b)
    return sum(t.weight for t in a.terms if not t.met_by.isdisjoint(known))


@by_frame
def met_by(frame: Frame) -> frozenset[str]:
    """All by which its words may be met."""
    return meetable(frame.terms)
