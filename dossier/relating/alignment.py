"""Which words of two claims meet, and what is left over on either side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial

from dossier.data import load
from dossier.language.grammar import is_adverb
from dossier.language.lexical import are_opposite, are_siblings, closeness, is_kind_of, used_as_adjective
from dossier.language.listed import listed_words, of_one_class
from dossier.relating.apart.countries import capital_of
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.terms import Term

light_words = partial(listed_words, "events.yaml", "light")  # verbs that say little by themselves: keep, leave, make

_WORDS = frozenset({"word"})
_ENDS = ("to", "from", "against", "over")  # links that tell the two ends of something apart
_SEATS = ("in", "with")  # behind these a capital stands for its country
_FORMED = 0.7  # how close a word formed from another, or its synonym, stands to it
_KIN = 0.85  # a word met by another form or a synonym counts for a little less


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of terms that meet, and the terms of each side that meet nothing."""

    a: Frame
    b: Frame
    met: tuple[tuple[Term, Term], ...]
    left_a: tuple[Term, ...]
    left_b: tuple[Term, ...]
    shared: float

    @property
    def cover_a(self) -> float:
        """The share of a's weight that b has too, 0 to 1."""
        return self.shared / self.a.weight if self.a.weight else 0.0

    @property
    def cover_b(self) -> float:
        """The share of b's weight that a has too, 0 to 1."""
        return self.shared / self.b.weight if self.b.weight else 0.0

    @property
    def cover(self) -> float:
        """The smaller of the two."""
        return min(self.cover_a, self.cover_b)

    def without(self, drop_a: Iterable[Term], drop_b: Iterable[Term]) -> float:
        """The smaller cover when the given terms are left out of the reckoning."""
        return min(self._covers(drop_a, drop_b))

    def without_of_shorter(self, drop_a: Iterable[Term], drop_b: Iterable[Term]) -> float:
        """The larger of the two: how much of the shorter side the longer has."""
        return max(self._covers(drop_a, drop_b))

    def _covers(self, drop_a: Iterable[Term], drop_b: Iterable[Term]) -> tuple[float, float]:
        drop_a, drop_b = set(drop_a), set(drop_b)
        rest_a = self.a.weight - sum(t.weight for t in drop_a)
        rest_b = self.b.weight - sum(t.weight for t in drop_b)
        kept = sum(_worth(x, y) for x, y in self.met if x not in drop_a and y not in drop_b)
        return kept / rest_a if rest_a > 0 else 1.0, kept / rest_b if rest_b > 0 else 1.0

    @property
    def but_for_one(self) -> float:
        """The most that `without` could come to when one term left over on each side is left out."""
        sides = ((self.a.weight, self.left_a), (self.b.weight, self.left_b))
        return min(self.shared / (weight - max([t.weight for t in left], default=0.0)) for weight, left in sides)

    def clash(self, drop_a: Iterable[Term] = (), drop_b: Iterable[Term] = (), allowed: float = 0.12) -> bool:
        """Whether something stands in each that the other lacks: two subjects, two places, two times.

        Extra words on one side only say more; on both sides they say that the two speak of different things.
        Without the given terms (those whose difference is the point) a share of `allowed` is forgiven,
        never a name, a number or a time.
        """
        out_a, out_b = set(drop_a), set(drop_b)
        firm_a, firm_b = _firm(self.a), _firm(self.b)
        rest_a = [t for t in self.left_a if t in firm_a and t not in out_a]
        rest_b = [t for t in self.left_b if t in firm_b and t not in out_b]
        if not ({t.kind for t in rest_a} & {t.kind for t in rest_b}).issubset(_WORDS):
            return True
        if any(exclude(x.lemma, y.lemma) for x in _sorting(self.left_a, out_a) for y in _sorting(self.left_b, out_b)):
            return True
        share_a = sum(t.weight for t in rest_a) / max(self.a.weight, 1.0)
        share_b = sum(t.weight for t in rest_b) / max(self.b.weight, 1.0)
        return min(share_a, share_b) > allowed or self.order_turned or self.ends_turned

    def swapped_beside(self, drop_a: Iterable[Term] = (), drop_b: Iterable[Term] = ()) -> tuple[Term, Term] | None:
        """Words that stand in the same place of both and have nothing to do with each other: another object, say.

        The same place is between the same words that both have; the given terms are left out.
        """
        return next(self.swaps(drop_a, drop_b), None)

    def swaps(self, drop_a: Iterable[Term] = (), drop_b: Iterable[Term] = ()) -> Iterator[tuple[Term, Term]]:
        """All words that stand in the same place of both, without the given terms."""
        out_a, out_b = set(drop_a), set(drop_b)
        left_a, left_b = [t for t in self.left_a if t not in out_a], [t for t in self.left_b if t not in out_b]
        stands: dict[Term | None, Term | None] = {None: None, **dict(self.met)}
        around_a = _neighbours([t for t in self.a.terms if t not in out_a], left_a)
        around_b = _neighbours([t for t in self.b.terms if t not in out_b], left_b)
        for x in filter(_weighty, left_a):
            for y in filter(_weighty, left_b):
                if are_opposite(x.lemma, y.lemma):
                    continue
                if all(stands.get(m) is n for m, n in zip(around_a[x], around_b[y])):
                    yield x, y

    @property
    def ends_turned(self) -> bool:
        """ "German exports to China" and "Chinese exports to Germany": the two ends change places."""
        names = [(x, y) for x, y in self.met if x.kind == y.kind == "name"]
        for link in _ENDS if len(names) > 1 else ():
            linked_a = {n for n, (x, _) in enumerate(names) if _word_before(self.a, x) == link}
            linked_b = {n for n, (_, y) in enumerate(names) if _word_before(self.b, y) == link}
            if linked_a and linked_b and linked_a.isdisjoint(linked_b):
                return True
        return False

    @property
    def order_turned(self) -> bool:
        """ "after the storm" and "before the storm" are two times."""
        return (self.a.before_after, self.b.before_after) in ((1, -1), (-1, 1))


def align(a: Frame, b: Frame) -> Alignment:
    """Pairs equal lemmas first, then words that stand for the same."""
    by_lemma = _by_lemma(b)
    passed: dict[str, int] = {}  # how many with a lemma are met
    met: list[tuple[Term, Term]] = []
    rest: list[Term] = []
    for term in a.terms:
        same = by_lemma.get(term.lemma, ())
        at = passed.get(term.lemma, 0) if same else 0
        if at < len(same):
            met.append((term, same[at]))
            passed[term.lemma] = at + 1
        else:
            rest.append(term)
    others = [t for lemma, same in by_lemma.items() for t in same[passed.get(lemma, 0) :]]
    for near in (_keyed, _formed, _seated):
        if not rest or not others:
            break
        still: list[Term] = []
        for term in rest:
            kin = near(a, term, b, others)
            if kin:
                others.remove(kin)
                met.append((term, kin))
            else:
                still.append(term)
        rest = still
    others.sort(key=lambda t: t.index)
    one, two = _told_by_both(a, [x for x, _ in met], b), _told_by_both(b, [y for _, y in met], a)
    if (one, two) != (a, b):
        return align(one, two)
    return Alignment(a, b, tuple(met), tuple(rest), tuple(others), sum([_worth(x, y) for x, y in met]))


@by_frame
def _by_lemma(frame: Frame) -> dict[str, tuple[Term, ...]]:
    found: dict[str, tuple[Term, ...]] = {}
    for term in frame.terms:
        found[term.lemma] = (*found.get(term.lemma, ()), term)
    return found


@by_frame
def _firm(frame: Frame) -> frozenset[Term]:
    """What may stand against something else: neither light words nor how a thing is done."""
    light = light_words()
    return frozenset(t for t in frame.terms if t.lemma not in light and not is_manner(t))


def _sorting(left: Iterable[Term], out: Collection[Term]) -> list[Term]:
    """What may tell two things apart: light words too, where they are adjectives: the old bridge, the NEW one."""
    light = light_words()
    words = (t for t in left if t.kind == "word" and t not in out and not is_manner(t))
    return [t for t in words if t.lemma not in light or used_as_adjective(t.lemma)]


@by_frame
def _all_keys(frame: Frame) -> frozenset[str]:
    return frozenset(key for term in frame.terms for key in term.keys)


def is_manner(term: Term) -> bool:
    """ "sharply", "reportedly": how it is or was, not what."""
    return term.kind == "word" and is_adverb(term.text) and len(term.text) > 6


def _keyed(a: Frame, x: Term, b: Frame, others: list[Term]) -> Term | None:
    """The first that may be met by the same key."""
    keys = x.keys
    for y in others if not keys.isdisjoint(_all_keys(b)) else ():
        if not keys.isdisjoint(y.keys):
            return y
    return None


def _formed(a: Frame, x: Term, b: Frame, others: list[Term]) -> Term | None:
    """The first word formed from the other, or a synonym of what the other is formed from."""
    lemma = x.lemma
    for y in others if x.kind == "word" else ():
        if y.kind == "word" and _stands_for(lemma, y.lemma):
            return y
    return None


@lru_cache(maxsize=200_000)
def _stands_for(x: str, y: str) -> bool:
    return closeness(x, y) >= _FORMED and not is_kind_of(x, y)


def _seated(a: Frame, x: Term, b: Frame, others: list[Term]) -> Term | None:
    """A country and its capital: "parliament in Accra" is Ghana's, as "ties with Accra"; Accra itself is not."""
    for y in others:
        if x.kind == y.kind == "name":
            one, two = capital_of(x.lemma), capital_of(y.lemma)
            if (one in y.keys and _word_before(a, x) in _SEATS) or (two in x.keys and _word_before(b, y) in _SEATS):
                return y
    return None


def _worth(x: Term, y: Term) -> float:
    return (1.0 if x.lemma == y.lemma else _KIN) * min(x.weight, y.weight)


def _told_by_both(own: Frame, met: Sequence[Term], other: Frame) -> Frame:
    """Without cues that are themselves what both tell: beside "blockaded", "blocked" denies nothing."""
    if not own.negations or len(own.negations) == len(other.negations):
        return own
    inside = {t.index for t in met}
    shared = [c for c in own.negations if not inside.isdisjoint(range(c.start, c.end))]
    if not shared:
        return own
    terms = tuple(
        replace(t, negated=not t.negated) if sum(c.reaches(t.index) for c in shared) % 2 else t for t in own.terms
    )
    return replace(own, terms=terms, negations=tuple(c for c in own.negations if c not in shared))


@lru_cache(maxsize=200_000)
def exclude(x: str, y: str) -> bool:
    """Old and new, children and adults, euro and dollar: two different things of one sort."""
    return (
        are_opposite(x, y)
        or are_siblings(x, y)
        or of_one_class(x, y)
        or any(x in one and y in other for one, other in _parts())
    )


@cache
def _parts() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Two sides each, both ways round."""
    lines = [[frozenset(side) for side in line] for line in load("exclusive.yaml")["parts"]]
    return tuple((one, other) for line in lines for one in line for other in line if one is not other)


def _word_before(frame: Frame, term: Term) -> str:
    """The word before the term and its article."""
    at = term.index - 1
    if at > 0 and frame.words[at].text.lower() == "the":
        at -= 1
    return frame.words[at].text.lower() if at >= 0 else ""


def _weighty(term: Term) -> bool:
    """No number, and no verb as light as "keep" or "leave"."""
    return term.kind in ("word", "name") and term.lemma not in light_words()


def _neighbours(terms: Sequence[Term], left: Sequence[Term]) -> dict[Term, tuple[Term | None, Term | None]]:
    """For each term left over the last before it and the first after it that is met; None at the ends."""
    alone = set(left)
    found: dict[Term, tuple[Term | None, Term | None]] = {}
    before: Term | None = None
    waiting: list[Term] = []
    for term in terms:
        if term in alone:
            waiting.append(term)
            continue
        found |= dict.fromkeys(waiting, (before, term))
        before, waiting = term, []
    return found | dict.fromkeys(waiting, (before, None))
