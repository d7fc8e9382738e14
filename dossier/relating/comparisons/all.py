"""Ways in which two claims can be compared, in their order; the first that has an opinion wins.

Each is a small function of an Alignment and a Setting, nothing else, with an opinion or none.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from dossier.data import load
from dossier.language.direction import akin
from dossier.language.lexical import is_verb, used_as_adjective
from dossier.language.listed import listed
from dossier.relating.alignment import Alignment, align
from dossier.relating.apart.acts import is_likely_act
from dossier.relating.apart.cores import clauses, core
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.terms import Term, alone_on_both
from dossier.relating.comparisons.denying import negation, phases, rebuttal
from dossier.relating.comparisons.doers import roles
from dossier.relating.comparisons.exchanged import other_doer
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
from dossier.relating.comparisons.wordings import met_words, of_anothers

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
    if kind == "contradicts":
        return Opinion(kind, "swap", (mine, theirs), "differ in one place where both cannot hold", 0.9)
    return Opinion(kind, "swap", (mine, theirs), "say the same with another word", 0.85)


def same_statement(pair: Alignment, setting: Setting) -> Opinion | None:
    """The same thing said in other words."""
    cover = max(pair.cover_b, pair.cover) if setting.same_situation else pair.cover
    if (
        cover < _SAME
        or any(x.negated != y.negated for x, y in pair.met if x.kind in ("word", "number"))
        or pair.clash(allowed=setting.allowed(pair))
    ):
        return None
    if _undone(pair) or _heading_apart(pair) or _other_acts(pair) or other_doer(pair):
        return None
    if len([x for x, _ in pair.met if x.kind == "word"]) < 2:
        return None
    words = (met_words(pair, 0), met_words(pair, 1))
    return Opinion("agrees", "same", words, "say the same", min(0.9, 0.45 + 0.5 * cover))


def _other_acts(pair: Alignment) -> bool:
    """Each has a verb that the other lacks: bought is not returned."""
    sides = (pair.left_a, pair.left_b)
    return all(any(t.kind == "word" and (is_likely_act(t) or _tells_how(t)) for t in side) for side in sides)


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
    """That of the first comparison that has something to say, for claims that share no question."""
    pair = align(a, b)
    if max(pair.cover_a, pair.cover_b) < _TOO_LITTLE or of_anothers(pair):
        return None
    found = _first_opinion(pair, setting) or _of_cores(a, b, setting)
    return going_on(a, b, found) if found else None


def _first_opinion(pair: Alignment, setting: Setting) -> Opinion | None:
    """That of the first comparison that has one.

    None where each side has two of a name, a number and a time that the other lacks: they tell of two things.
    """
    if len(alone_on_both((pair.left_a, pair.left_b)) - {"word"}) > 1:
        return None
    return next((o for compare in COMPARISONS if (o := compare(pair, setting)) is not None), None)


def _of_cores(a: Frame, b: Frame, setting: Setting) -> Opinion | None:
    """The same for what both mainly say, or say in a clause, where sentences open, insert and trail into more."""
    if a.before_after * b.before_after:
        return None
    parts = [[core(f) or f, *clauses(f)] for f in (a, b)]
    return next(
        (o for one, two in product(*parts) if (one, two) != (a, b) and (o := _of_parts(one, two, setting))), None
    )


def _of_parts(a: Frame, b: Frame, setting: Setting) -> Opinion | None:
    main = align(a, b)
    if max(main.cover_a, main.cover_b) < _MUCH:
        return None
    return _first_opinion(main, setting)


def opinions(a: Frame, b: Frame, setting: Setting) -> list[Opinion]:
    """One opinion for each shared question; without any, the general one."""
    shared = shared_questions(a, b)
    if shared:
        return shared
    general = general_opinion(a, b, setting)
    return [general] if general else []
