"""A short statement that a long sentence tells among other things: who did it, what was done, and to what.

"Ana Ruiz, the chemist who founded the clinic in Lima and died in May, ..." tells that Ana Ruiz founded the clinic,
and not that she founded it in May: every word of the statement must hang on the one verb there as it does here.
"""

from __future__ import annotations

from dataclasses import dataclass

from dossier.language.grammar import words_in
from dossier.language.lexical import is_verb
from dossier.language.listed import listed
from dossier.language.negation import is_finite
from dossier.relating.alignment import Alignment, light_words
from dossier.relating.apart.acts import is_likely_act, is_passive, past_forms, stands_as_verb
from dossier.relating.apart.cores import adds_to, pieces_of
from dossier.relating.apart.countries import country_of
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.terms import Term
from dossier.relating.bare.retelling import shorter_side

_LONGER = 1.3  # times the weight of the statement; a text as short tells little besides
_LEAST = 2  # words that must be met
_ALIKE = frozenset({"to", "from", "by", "against", "over", "for"})  # links that tell what part something has in it
_WHO = frozenset({"who", "which", "that"})


def told_within(pair: Alignment) -> tuple[Term, Term] | None:
    """The verb in both texts, when the longer tells what the shorter says; else nothing."""
    side = shorter_side(pair)
    told = _told(pair, side)
    if told is None or any(x.negated != y.negated for x, y in pair.met) or not _hangs_together(told):
        return None
    return (told.verb, told.act) if side else (told.act, told.verb)


def told_of_another(pair: Alignment) -> bool:
    """Whether the longer has all words of the shorter, but its verb says them of somebody else, or with another link.

    "The coach praised the striker, who SCORED" does not tell that the coach scored, nor "moved FROM Bergen to
    Drammen" that somebody moved to Bergen.
    """
    told = _told(pair, shorter_side(pair))
    if told is None:
        return False
    stands = told.stands
    if any(_is_apart(told, t, stands[t]) for t in told.said.terms if t.index > told.act.index and t in stands):
        return True
    doer = _doer(told)
    return (
        doer is not None and is_passive(told.said, told.act) == _is_done(told.text, told.verb) and _not_of(told, doer)
    )


def told_otherwise(pair: Alignment) -> tuple[Term, Term] | None:
    """The year or place that the two give for what happens but once: "born in Lagos", "born in Accra"."""
    side = shorter_side(pair)
    left = [t for t in (pair.left_b if side else pair.left_a) if t.lemma not in light_words()]
    if len(left) != 1 or left[0].kind not in ("name", "time"):
        return None
    told = _told(pair, side, left[0])
    if told is None or any(x.negated != y.negated for x, y in pair.met) or not _hangs_together(told):
        return None
    own, link = left[0], _link(told.said, left[0])
    if (
        own.index < told.act.index
        or not link
        or {told.act.lemma, told.verb.lemma}.isdisjoint(listed("single_events"))
    ):
        return None
    others = (t for t in told.text.terms if t.index > told.verb.index and t not in told.stands.values())
    other = next((t for t in others if _fills(told, own, t) and _link(told.text, t) == link), None)
    return None if other is None else (other, own) if side else (own, other)


def _fills(told: _Told, own: Term, other: Term) -> bool:
    """Whether a word of the text fills the place of the statement's own, and both cannot: two years, two towns."""
    if not _goes_with(told, own, other) or own.kind != other.kind:
        return False
    if own.kind == "time":
        return own.lemma.startswith("#y") and other.lemma.startswith("#y")
    return not any(country_of(t.text) for t in (own, other))


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement, its one verb, and where its words stand in the longer text."""

    said: Frame
    act: Term
    text: Frame
    verb: Term
    stands: dict[Term, Term]


def _told(pair: Alignment, side: int, but_for: Term | None = None) -> _Told | None:
    said, text = (pair.b, pair.a) if side else (pair.a, pair.b)
    left = pair.left_b if side else pair.left_a
    stands = {both[side]: both[1 - side] for both in pair.met}
    longer = text.weight >= _LONGER * said.weight and len(stands) >= _LEAST
    if (
        not longer
        or any(t.lemma not in light_words() and t is not but_for for t in left)
        or any(w.text == "," for w in said.words)
    ):
        return None
    act = _act(said)
    return _Told(said, act, text, stands[act], stands) if act in stands else None


def _act(said: Frame) -> Term | None:
    """The one verb of a statement: a form only verbs have, else one in -s: "the river RISES in Tibet"."""
    acts = [t for t in said.terms[1:] if t.kind == "word" and (is_verb(t.lemma) or is_likely_act(t) or _is_past(t))]
    sure = [t for t in acts if stands_as_verb(said, t) or said.words[t.index - 1].text.lower() in words_in("be")]
    present = [t for t in acts if t.text.lower() != t.lemma and not _is_behind_an_article(said, t)]
    found = sure or present
    return found[0] if len(found) == 1 else None


def _is_past(term: Term) -> bool:
    """A form of the past, be the verb in no dictionary of ours: "erupted", "born"."""
    return term.text.endswith("ed") or term.text in past_forms() or term.text == "born"


def _is_behind_an_article(said: Frame, term: Term) -> bool:
    return said.words[term.index - 1].text.lower() in words_in("determiners", "links")


def _doer(told: _Told) -> Term | None:
    """What the statement is about: the last part of what it names first, behind no link."""
    doers = [t for t in told.said.terms if t.index < told.act.index and t in told.stands]
    ends = (t for t, after in zip(doers, [*doers[1:], told.act]) if after is told.act or after.index > t.index + 1)
    return next((t for t in ends if not _link(told.said, t)), None)


def _hangs_together(told: _Told) -> bool:
    doer, (said, text, stands) = _doer(told), (told.said, told.text, told.stands)
    others = [t for t in said.terms if t.index > told.act.index and t in stands]
    if doer is None:
        return False
    if is_passive(said, told.act) == _is_done(text, told.verb):
        return _is_subject(text, stands[doer], told.verb) and all(_goes_with(told, t, stands[t]) for t in others)
    if is_passive(said, told.act) or not others:
        return False
    agent = stands[doer].index > told.verb.index and _link(text, stands[doer]) == "by"
    return agent and _is_subject(text, stands[others[0]], told.verb)


def _not_of(told: _Told, doer: Term) -> bool:
    """Whether the verb is surely said of something else than the doer of the statement."""
    text, thing, verb = told.text, told.stands[doer], told.verb
    inside = any(_opens_clause(text, i) for i in range(thing.index)) and not any(
        _opens_clause(text, i) or not text.words[i].is_word for i in range(thing.index, verb.index)
    )
    if thing.index < verb.index and (inside or _link(text, thing)):
        return True
    start = next(start for start, end in pieces_of(text.words) if start <= verb.index < end)
    return any(_opens_clause(text, i) for i in range(start, verb.index)) and not _is_subject(text, thing, verb)


def _is_done(text: Frame, verb: Term) -> bool:
    """Whether it is done to somebody: in the passive, or by a participle that opens a stretch: "BUILT in 1865, …"."""
    return is_passive(text, verb) or _is_participle(text, verb)


def _is_participle(text: Frame, verb: Term) -> bool:
    """ "BUILT in 1865, the mill …", "the drug, DEVELOPED by Roche, …"; not "the river, which is long, FLOWS to"."""
    own = next((n for n, (start, _) in enumerate(pieces_of(text.words)) if start == verb.index), None)
    linked = any(w.text.lower() in words_in("links") for w in text.words[verb.index + 1 : verb.index + 2])
    if own is None or (own and adds_to(text.words, pieces_of(text.words)[own - 1][0])):
        return False
    return linked and not verb.text.endswith(("ing", "s"))


def _is_subject(text: Frame, thing: Term, verb: Term) -> bool:
    """Whether a thing is what the verb is said of: before it, or named in what a participle of it hangs on."""
    pieces = pieces_of(text.words)
    own = next(n for n, (start, end) in enumerate(pieces) if start <= verb.index < end)
    start = pieces[own][0]
    if _is_participle(text, verb):
        return _ends(text, pieces[own - 1], thing) if own else len(pieces) > 1 and _opens(text, pieces[1], thing)
    who = [i for i in range(start, verb.index) if _opens_clause(text, i)]
    if who:
        noun = [t for t in text.terms if t.index < who[-1]][-1:]
        hangs_on = noun == [thing] or (own > 0 and _ends(text, pieces[own - 1], thing))
        return hangs_on and not _other_verb(text, who[-1] + 1, verb.index)
    first = next((n for n, (low, high) in enumerate(pieces) if low <= thing.index < high), own)
    if thing.index > verb.index or not all(adds_to(text.words, pieces[n][0]) for n in range(first + 1, own)):
        return False
    begins = _opens(text, pieces[first], thing)
    return begins and not _other_verb(text, start if first != own else thing.index + 1, verb.index)


def _opens_clause(text: Frame, i: int) -> bool:
    """ "WHO founded it", "which", "that rose"; not "said THAT prices rose"."""
    low, after = text.words[i].text.lower(), text.words[i + 1 : i + 2]
    return low in _WHO and (low != "that" or any(is_finite(text.words, i + 1) or is_verb(w.lemma) for w in after))


def _opens(text: Frame, piece: tuple[int, int], thing: Term) -> bool:
    """Whether a thing is the first that a stretch names, be it in several words: "the volcano ETNA"."""
    before = [text.words[i] for i in range(piece[0], thing.index)]
    return piece[0] <= thing.index < piece[1] and not any(
        w.text.lower() in words_in("links", "be", "auxiliaries") or w.text.endswith(("ed", "ing")) for w in before
    )


def _ends(text: Frame, piece: tuple[int, int], thing: Term) -> bool:
    last = [t for t in text.terms if piece[0] <= t.index < piece[1]][-1:]
    return last == [thing]


def _other_verb(text: Frame, start: int, end: int) -> bool:
    """Whether another verb stands before this one, and the two are not joined: "ROSE in the hills and FLOWS"."""
    low = [w.text.lower() for w in text.words]
    verbs = [i for i in range(start, end) if is_finite(text.words, i) and low[i] not in words_in("be", "auxiliaries")]
    return bool(verbs) and "and" not in low[verbs[-1] : end]


def _goes_with(told: _Told, own: Term, there: Term) -> bool:
    """Whether a word behind the verb of the statement belongs to that verb in the text, too, by the same link."""
    text = told.text
    if there.index < told.verb.index:
        before = range(there.index)
        return there.kind == "time" and not any(is_finite(text.words, i) or _opens_clause(text, i) for i in before)
    end = next(end for start, end in pieces_of(text.words) if start <= told.verb.index < end)
    return there.index < end and not _is_apart(told, own, there)


def _is_apart(told: _Told, own: Term, there: Term) -> bool:
    """Whether a word behind the verb stands there by another link, or behind another verb."""
    links = _link(told.said, own), _link(told.text, there)
    if links[0] != links[1] and all(links) and not _ALIKE.isdisjoint(links):
        return True
    behind = range(told.verb.index + 1, there.index)
    return any(is_finite(told.text.words, i) or told.text.words[i].text in _WHO for i in behind)


def _link(frame: Frame, term: Term) -> str:
    """The preposition before a word and what leads to it: "by" of "by the Swiss company ROCHE"."""
    closed = False
    for i in range(term.index - 1, -1, -1):
        low = frame.words[i].text.lower()
        if low in words_in("links"):
            return low
        if closed or not frame.words[i].is_word or is_finite(frame.words, i):
            return ""
        closed = low in words_in("determiners")
    return ""
