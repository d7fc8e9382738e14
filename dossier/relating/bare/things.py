"""What the things of a claim are told apart by: the words before a noun, and those tied to it behind.

A transit treaty and a treaty on extradition are two things, whatever else two sentences share.
"""

from __future__ import annotations

from dossier.language.grammar import words_in
from dossier.language.kinship import may_be_opposite, may_be_same
from dossier.language.lexical import are_opposite, used_as_adjective
from dossier.relating.alignment import Alignment
from dossier.relating.apart.acts import is_told_as_act
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.terms import Term

_TELLING = 2.4  # from this weight on a word means something of its own
_TIES = frozenset({"of", "on", "for", "about", "against", "over"})  # behind a noun these say which one is meant


def of_two_things(pair: Alignment) -> tuple[Term, Term] | None:
    """Two words by which one thing that both name is two: each tells which one is meant, in no word of the other."""
    told = [told_apart_by(frame) for frame in (pair.a, pair.b)]
    for x, y in pair.met:
        if x.kind != "word" or y.kind != "word" or x not in told[0] or y not in told[1]:
            continue
        lands = _land_before(told[0][x]), _land_before(told[1][y])
        if lands[0] and lands[1] and lands[0].keys.isdisjoint(lands[1].keys):
            return lands[0], lands[1]
        mine = [t for t in told[0][x] if t in pair.left_a and _is_own(t, pair.b)]
        theirs = [t for t in told[1][y] if t in pair.left_b and _is_own(t, pair.a)]
        found = next(((m, t) for m in mine for t in theirs if _are_two(m, t)), None)
        if found:
            return found
    return None


def _land_before(terms: tuple[Term, ...]) -> Term | None:
    """Whose it is: the NORWEGIAN krone, the SWEDISH one."""
    return next((t for t in terms if t.kind == "name" and any(k.isupper() for k in t.keys)), None)


@by_frame
def told_apart_by(frame: Frame) -> dict[Term, tuple[Term, ...]]:
    """For each noun the telling words that say which one is meant."""
    groups = _groups(frame)
    found: dict[Term, tuple[Term, ...]] = {}
    for group, after in zip(groups, [*groups[1:], []]):
        *before, noun = group
        if _acts(frame, noun):
            continue
        between = frame.words[noun.index + 1 : after[0].index] if after else ()
        low = [w.text.lower() for w in between]
        tied = bool(low) and low[0] in _TIES and all(w in words_in("determiners") for w in low[1:])
        found[noun] = (*before, *(after if tied else ()))
    return found


def _groups(frame: Frame) -> list[list[Term]]:
    """Telling words that stand next to one another: each run ends with a noun."""
    groups: list[list[Term]] = []
    for term in frame.terms:
        last = groups[-1][-1] if groups else None
        grown = last is not None and term.index == last.index + 1 and not (_acts(frame, last) or _acts(frame, term))
        if grown:
            groups[-1].append(term)
        else:
            groups.append([term])
    return groups


def _acts(frame: Frame, term: Term) -> bool:
    """A verb; behind "Peru's" as behind "the" stands none."""
    before = frame.words[term.index - 1].text if term.index else ""
    return not before.endswith(("'s", "’s")) and is_told_as_act(frame, term, light=True)


def _is_own(term: Term, other: Frame) -> bool:
    """A noun that the other has in no form."""
    if term.kind != "word" or term.weight < _TELLING or used_as_adjective(term.lemma):
        return False
    return not any(may_be_same(term.lemma, t.lemma) for t in other.terms)


def _are_two(mine: Term, theirs: Term) -> bool:
    """No opposites: those tell what is in dispute."""
    return not (are_opposite(mine.lemma, theirs.lemma) or may_be_opposite(mine.lemma, theirs.lemma))
