"""Two sentences without a codebook: the detector's answer for an outside scorer."""

from __future__ import annotations

from functools import cache, lru_cache, partial

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.headline import is_headline, is_sentence, sentence_case
from dossier.language.listed import lexicon_of, listed_words
from dossier.language.words import words_of
from dossier.model import Claim, Codebook
from dossier.relating.alignment import Alignment, align
from dossier.relating.apart.acts import past_forms
from dossier.relating.apart.frames import Frame, frame_of
from dossier.relating.bare.headlines import headline_stance
from dossier.relating.bare.retelling import (
    both_deny,
    denied,
    is_parallel,
)
from dossier.relating.bare.within import told_of_another, told_otherwise, told_within
from dossier.relating.behind_gates import pass_gates
from dossier.relating.comparisons.all import general_opinion
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.wordings import cue_and, of_anothers

_ahead = partial(lexicon_of, "certainty.yaml", "ahead")  # words of one who looks ahead to what nobody can decide on
_unsure = partial(listed_words, "certainty.yaml", "unsure")  # words that leave open whether it is so

_NO_CODEBOOK = Codebook()
_LOOSE = frozenset({"negation", "figures", "same", "slot"})  # rules that forgive much where both are on one situation
_ANSWERS = {
    "": "none",
    "updates": "tension",
    "qualifies": "tension",
    "agrees": "agrees",
    "contradicts": "contradicts",
}


def relate_bare(a: str, a_published: str, b: str, b_published: str) -> str:
    """agrees, contradicts, tension or none, for two sentences published on the given days."""
    return _answer(_frame("a", a), _frame("b", b))


def _answer(one: Frame, two: Frame) -> str:
    """What the comparisons of a dossier make of the two; else whether one retells or denies the other freely."""
    pair = align(one, two)
    setting = Setting(same_situation=True, scene=_on_one_scene(one, two))
    stance = "" if setting.scene else _of_headline(pair)
    if stance in ("contradicts", "qualifies"):
        return _ANSWERS[stance]
    if of_anothers(pair):
        return _ANSWERS[stance]
    opinion = general_opinion(one, two, setting)
    if stance and not (opinion and opinion.type == "contradicts"):
        return _ANSWERS[stance]
    if opinion is None or (opinion.rule in _LOOSE and is_parallel(pair) and _swapped(pair, opinion.words)):
        return _ANSWERS[stance] if stance else _freely(pair, setting)
    if opinion.rule == "same" and told_of_another(pair):
        return "none"
    return _ANSWERS[pass_gates(one, two, opinion, setting)[0]]


def _of_headline(pair: Alignment) -> str:
    return headline_stance(pair) if any(is_headline(f.claim.statement) for f in (pair.a, pair.b)) else ""


@lru_cache(maxsize=10_000)
def _frame(name: str, text: str) -> Frame:
    plain = sentence_case(text)
    return frame_of(bare_claim(name, plain), _NO_CODEBOOK)


def _swapped(pair: Alignment, words: tuple[str, str]) -> bool:
    """Whether something stands in the place of something else, apart from the words that decided."""
    said = [frozenset(w.text for w in words_of(text)) for text in words]
    drop = [[t for t in left if t.text in own] for left, own in ((pair.left_a, said[0]), (pair.left_b, said[1]))]
    return pair.swapped_beside(drop[0], drop[1]) is not None


def _on_one_scene(one: Frame, two: Frame) -> bool:
    """Two descriptions of what is to be seen; a headline beside a sentence is none."""
    alike = is_sentence(one.claim.statement) == is_sentence(two.claim.statement)
    return alike and is_scene(one) and is_scene(two)


def _freely(pair: Alignment, setting: Setting) -> str:
    """What remains when the words must not stand in the same order."""
    for kind, rule, decisive in (
        ("contradicts", "negation", denied(pair)),
        ("agrees", "same", told_within(pair)),
        ("contradicts", "dates", told_otherwise(pair)),
    ):
        if decisive:
            words = (cue_and(pair.a, decisive[0]), cue_and(pair.b, decisive[1]))
            return _ANSWERS[pass_gates(pair.a, pair.b, Opinion(kind, rule, words, "", 0.7), setting)[0]]
    return "agrees" if both_deny(pair) else "none"


def is_scene(frame: Frame) -> bool:
    """A description of what is to be seen: nothing past or ahead, no measures, no speaker, no state that acts."""
    low = [w.text.lower() for w in frame.words]
    if not _told().isdisjoint(low) or any(t.kind == "time" for t in frame.terms):
        return False
    past = any(
        word.endswith("ed") and (after in words_in("determiners")) and not be
        for word, after, be in zip(low, [*low[1:], "."], [False, *(w in words_in("be", "determiners") for w in low)])
    )
    done = past_forms()
    past = past or any(
        w in ("has", "have") and (n.endswith("ed") or n == "been" or n in done) for w, n in zip(low, [*low[1:], "."])
    )
    past = past or any(w in ("was", "were") and not n.endswith("ing") for w, n in zip(low, [*low[1:], "."]))
    return not past


@cache
def _told() -> frozenset[str]:
    """Words that news use and picture captions do not: past forms, forecasts, money."""
    past = {forms[0] for forms in load("irregular.yaml").values()}
    also_seen = load("certainty.yaml")["also_seen"]
    return frozenset(past - {*also_seen}) | frozenset(load("certainty.yaml")["told"])


def bare_claim(name: str, text: str) -> Claim:
    """A claim that nobody has read: only its modal verbs are looked at."""
    words = words_of(text)
    months = {i for i, w in enumerate(words) if i and w.text == "May"}
    unable = {i for i, w in enumerate(words[:-1]) if w.text.lower() == "could" and words[i + 1].text.lower() == "not"}
    unsure = not _unsure().isdisjoint(w.text.lower() for i, w in enumerate(words) if i not in months | unable)
    return Claim(
        id=f"{name}/1",
        source=name,
        quote=text,
        statement=text,
        modality="possible" if unsure else "certain",
        kind="prediction" if any(_ahead().find(words)) else "fact",
    )
