"""Who did it, and to whom: told the other way round."""

from __future__ import annotations

from dossier.language.grammar import words_in
from dossier.language.lexical import first_used_as_verb, is_verb
from dossier.language.listed import listed
from dossier.relating.alignment import Alignment
from dossier.relating.apart.acts import is_act_between, is_passive
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.terms import Term
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.wordings import around

_SAME_WORDS = 0.78  # roles are turned where little else differs
_ALL = 0.9  # so much is shared that nothing telling is left


def roles(pair: Alignment, setting: Setting) -> Opinion | None:
    """Who did it to whom is told the other way round."""
    if act := _turned(pair):
        words = (around(pair.a, act[0].index, act[0].index + 1), around(pair.b, act[1].index, act[1].index + 1))
        return Opinion("contradicts", "roles", words, "say the opposite about who does it to whom", 0.8)
    if (max(pair.cover_a, pair.cover_b) if setting.same_situation else pair.cover) < _SAME_WORDS:
        return None
    met = [(x, y) for x, y in pair.met if x.kind in ("name", "word")]
    others = [
        [t for t in left if t.kind == "word" and not first_used_as_verb(t.lemma)]
        for left in (pair.left_a, pair.left_b)
    ]
    if all(others):
        return None  # a minister sent to Spain, a banker sent from there
    for verb_a, verb_b in met:
        if verb_a.kind != "word" or verb_a.lemma in listed("mutual"):
            continue
        if not is_act_between(pair.a, verb_a) or _is_named(pair.a, verb_a) or _is_named(pair.b, verb_b):
            continue
        turned = is_passive(pair.a, verb_a) != is_passive(pair.b, verb_b)
        movers = [
            (x, y)
            for x, y in met
            if x is not verb_a
            and x.kind == "name"
            and ((x.index < verb_a.index) != (y.index < verb_b.index)) != turned
        ]
        movers = [m for n, m in enumerate(movers) if not n or m[0].index > movers[n - 1][0].index + 1]
        if len(movers) == 2 and (movers[0][0].index < verb_a.index) != (movers[1][0].index < verb_a.index):
            words = (around(pair.a, verb_a.index, verb_a.index + 1), around(pair.b, verb_b.index, verb_b.index + 1))
            return Opinion("contradicts", "roles", words, "say the opposite about who does it to whom", 0.8)
    return None


def _turned(pair: Alignment) -> tuple[Term, Term] | None:
    """The verb around which two stand in turned order, where all else is met: "the dog chases the cat"."""
    stands = dict(pair.met) if pair.cover >= _ALL else {}
    for before, act, after in zip(pair.a.terms, pair.a.terms[1:], pair.a.terms[2:]):
        doer, verb, done = (stands.get(t) for t in (before, act, after))
        if (
            not (doer and verb and done)
            or act.kind != "word"
            or not is_verb(act.lemma)
            or act.lemma in listed("mutual")
        ):
            continue
        direct = _is_direct(pair.a, act, after) and _is_direct(pair.b, verb, doer)
        if direct and done.index < verb.index < doer.index and {before.kind, after.kind} <= {"word", "name"}:
            return act, verb
    return None


def _is_direct(frame: Frame, verb: Term, thing: Term) -> bool:
    """Whether nothing but an article stands between the verb and what it is done to, no "by", no "in"."""
    return all(w.text.lower() in words_in("determiners") for w in frame.words[verb.index + 1 : thing.index])


def _is_named(frame: Frame, term: Term) -> bool:
    """ "Their TRAINING from Denmark": a thing, whatever verb it comes of."""
    return term.index > 0 and frame.words[term.index - 1].text.lower() in words_in("determiners")
