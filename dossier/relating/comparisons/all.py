"""Ways in which two claims can be compared, in their order; the first that has an opinion wins.

Each is a small function of an Alignment and a Setting, nothing else, with an opinion or none.
"""

from __future__ import annotations

from collections.abc import Callable

from dossier.data import load
from dossier.language.direction import akin
from dossier.language.lexical import is_verb, used_as_adjective
from dossier.language.listed import listed
from dossier.relating.alignment import Alignment, align
from dossier.relating.apart.acts import is_likely_act
from dossier.relating.apart.cores import clauses, core
from dossier.relating.apart.countries import capital_of
from dossier.relating.apart.frames import Frame, by_frame, in_same_words, is_one_denied
from dossier.relating.apart.introduced import introduced
from dossier.relating.apart.numerals import Numeral
from dossier.relating.apart.standards import is_whole
from dossier.relating.apart.terms import Term, alone_on_both
from dossier.relating.comparisons.denying import negation, phases, rebuttal
from dossier.relating.comparisons.doers import roles
from dossier.relating.comparisons.holders import holders
from dossier.relating.comparisons.moving import direction
from dossier.relating.comparisons.oneslot import one_slot
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.poles import poles
from dossier.relating.comparisons.portioned import portions
from dossier.relating.comparisons.slots import dates, figures, tolls
from dossier.relating.comparisons.stances import shared_questions
from dossier.relating.comparisons.swaps import swap_verdict
from dossier.relating.comparisons.totals import going_on
from dossier.relating.comparisons.wordings import met_words, of_anothers, stand_before_a_denial

__all__ = ["COMPARISONS", "Opinion", "Setting", "opinions"]

_ALIKE = 0.2  # two sentences that differ in a word share more than this
_SAME = 0.6  # so much must be shared by what says the same
_MUCH = 0.5  # so much must be shared for a second look without what trails behind
_TOO_LITTLE = 0.2  # of neither side so much is shared: no comparison could have an opinion


def one_word_apart(pair: Alignment, setting: Setting) -> Opinion | None:
    """The same sentence but for a word or two."""
    if pair.cover < _ALIKE:
        return None
    verdict = swap_verdict(pair.a.words, pair.b.words, setting.scene)
    if verdict is None or (not setting.scene and pair.order_turned):
        return None
    kind, mine, theirs = verdict
    denied = all(map(stand_before_a_denial, (pair.a, pair.b), (pair.left_a, pair.left_b)))
    if kind == "contradicts" and denied and not setting.scene:
        return None  # neither "the boys" nor "the girls" were allowed to swim
    if kind == "contradicts":
        return Opinion(kind, "swap", (mine, theirs), "differ in one place", 0.9)
    return Opinion(kind, "swap", (mine, theirs), "say the same in other words", 0.85)


def word_for_word(a: Frame, b: Frame) -> Opinion:
    """What claims in the same words say: both, be it ever so uncertain."""
    return Opinion("agrees", "same", (a.claim.quote, b.claim.quote), "say it in the same words", 0.95)


def same_statement(pair: Alignment, setting: Setting) -> Opinion | None:
    """The same thing said in other words."""
    cover = max(pair.cover_b, pair.cover) if setting.same_situation else pair.cover
    if (
        cover < _SAME
        or any(x.negated != y.negated for x, y in pair.met if x.kind in ("word", "number"))
        or pair.clash(allowed=setting.allowed(pair))
    ):
        return None
    if _undone(pair) or _heading_apart(pair) or _other_acts(pair) or _of_a_part(pair):
        return None
    known = introduced(pair.a), introduced(pair.b)
    if len([x for x, y in pair.met if x.kind == "word" and x.index not in known[0] and y.index not in known[1]]) < 2:
        return None
    words = (met_words(pair, 0), met_words(pair, 1))
    return Opinion("agrees", "same", words, "say the same", min(0.9, 0.45 + 0.5 * cover))


def _other_acts(pair: Alignment) -> bool:
    """Each has a verb that the other lacks: bought is not returned."""
    sides = (pair.left_a, pair.left_b)
    return all(any(t.kind == "word" and (is_likely_act(t) or _tells_how(t)) for t in side) for side in sides)


def _of_a_part(pair: Alignment) -> bool:
    """ "The six judges", "four OF THE SIX judges": one number is the whole, and only one side tells of a part."""
    met = [(_numeral(pair.a, x), _numeral(pair.b, y)) for x, y in pair.met if x.kind == "number"]
    return any(m and n and is_whole(pair.a, m) != is_whole(pair.b, n) for m, n in met)


def _numeral(frame: Frame, term: Term) -> Numeral | None:
    return next((n for n in frame.numerals if n.start == term.index), None)


def _undone(pair: Alignment) -> bool:
    """One side alone tells of leaving, ending, denying: beside the rest in common that makes it another statement."""
    alone = [{t.lemma for t in left if t.kind == "word"} & listed("undoing") for left in (pair.left_a, pair.left_b)]
    acts = [any(t.kind == "word" and is_verb(t.lemma) for t in left) for left in (pair.left_a, pair.left_b)]
    return (bool(alone[0]) and not acts[1]) or (bool(alone[1]) and not acts[0])


def _tells_how(term: Term) -> bool:
    """ "Held", "put", "came", "absent": how something is or was left, told by the verb or beside it."""
    return term.lemma in load("events.yaml")["leaving_be"] or used_as_adjective(term.lemma)


def _heading_apart(pair: Alignment) -> bool:
    """One of them tells of a fall that the other does not."""
    return any(
        d.sign < 0 and not any(o.sign < 0 and akin(o.dimension, d.dimension) for o in other.directions)
        for left, own, other in ((pair.left_a, pair.a, pair.b), (pair.left_b, pair.b, pair.a))
        for d in own.directions
        if any(d.start <= t.index < d.end for t in left)
    )


COMPARISONS: tuple[Callable[[Alignment, Setting], Opinion | None], ...] = (
    portions,
    tolls,
    one_word_apart,
    rebuttal,
    holders,
    direction,
    phases,
    poles,
    negation,
    roles,
    dates,
    figures,
    one_slot,
    same_statement,
)


def general_opinion(a: Frame, b: Frame, setting: Setting) -> Opinion | None:
    """That of the first comparison that has something to say, for claims that share no question.

    Whole sentences are compared, then what both mainly say, or say in a clause. Most pairs tell of two things in all
    of these, which is seen before they are laid side by side.
    """
    if in_same_words(a, b):
        return word_for_word(a, b)
    likely = [pair for pair in ((a, b), *_parts(a, b)) if setting.same_situation or not of_two_things(*pair)]
    whole = align(a, b) if likely else None
    if whole is None or max(whole.cover_a, whole.cover_b) < _TOO_LITTLE or of_anothers(whole):
        return None
    apart = alone_on_both((whole.left_a, whole.left_b)) - {"word"}
    laid = (whole if pair == (a, b) else _much(align(*pair)) for pair in likely)
    told = ((pair is whole, o) for pair in laid if pair and (o := _first_opinion(pair, setting)))
    # Parts may say the same of "the second day" and "the fiftieth day".
    found = next((o for is_whole, o in told if is_whole or not (apart and o.type == "agrees")), None)
    return going_on(a, b, found) if found else None


def _parts(a: Frame, b: Frame) -> list[tuple[Frame, Frame]]:
    """What either mainly says and what it says in clauses, where sentences open, insert and trail into more."""
    if a.before_after * b.before_after:
        return []
    ours, theirs = ([core(f) or f, *clauses(f)] for f in (a, b))
    return [(one, other) for one in ours for other in theirs if (one, other) != (a, b)]


def _much(pair: Alignment) -> Alignment | None:
    return pair if max(pair.cover_a, pair.cover_b) >= _MUCH else None


def _first_opinion(pair: Alignment, setting: Setting) -> Opinion | None:
    """That of the first comparison that has one; none where they tell of two things."""
    if not setting.same_situation and _are_two(alone_on_both((pair.left_a, pair.left_b))):
        return None
    return next(
        (o for compare in COMPARISONS if (o := compare(pair, setting)) is not None and not _is_denied(pair, o)), None
    )


def _is_denied(pair: Alignment, opinion: Opinion) -> bool:
    """Whether they agree in a part only, a figure, and one says "not" of what both tell."""
    if opinion.type != "agrees":
        return False
    plain = [sum(c.is_plain for c in frame.negations) for frame in (pair.a, pair.b)]
    apart = plain[0] != plain[1] and any(x.kind == "word" and x.negated != y.negated for x, y in pair.met)
    return is_one_denied(pair.a, pair.b) or (opinion.rule == "figures" and apart)


def _are_two(alone: frozenset[str]) -> bool:
    """Whether each side has two of a name, a number and a time that the other lacks."""
    return len(alone - {"word"}) > 1


def of_two_things(a: Frame, b: Frame) -> bool:
    """Whether alignment is sure to leave so much over, by what each word could meet at all."""
    (mine, all_mine), (theirs, all_theirs) = _may_meet(a), _may_meet(b)
    left = (
        (kind for kind, by in mine if by.isdisjoint(all_theirs)),
        (k for k, by in theirs if by.isdisjoint(all_mine)),
    )
    return _are_two(frozenset(left[0]).intersection(left[1]))


@by_frame
def _may_meet(frame: Frame) -> tuple[list[tuple[str, frozenset[str]]], frozenset[str]]:
    """By what each name, number and time of a claim may be met, with its kind; and by what any of its words may."""
    told = [(t.kind, t.keys | {t.lemma} | _state(t.lemma)) for t in frame.terms]
    return [one for one in told if one[0] != "word"], frozenset().union(*[by for _, by in told])


def _state(lemma: str) -> frozenset[str]:
    """A capital may stand for its country."""
    return frozenset(filter(None, (capital_of(lemma),)))


def opinions(a: Frame, b: Frame, setting: Setting) -> list[Opinion]:
    """One opinion for each shared question; without any, the general one."""
    shared = shared_questions(a, b, setting.codebook)
    if shared:
        return shared
    general = general_opinion(a, b, setting)
    return [general] if general else []
