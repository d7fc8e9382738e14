"""Two sentences without a codebook: the detector's answer for an outside scorer."""

from __future__ import annotations

from functools import cache, lru_cache, partial
from itertools import product

from dossier.data import load
from dossier.language.direction import Direction
from dossier.language.grammar import words_in
from dossier.language.headline import is_headline, is_sentence, sentence_case
from dossier.language.lexical import are_opposite, first_used_as_verb, is_kind_of
from dossier.language.listed import lexicon_of, listed_words
from dossier.language.words import lows_of, words_of
from dossier.model import Claim, Codebook
from dossier.relating.alignment import Alignment, align
from dossier.relating.apart.acts import past_forms
from dossier.relating.apart.cores import clauses, core
from dossier.relating.apart.frames import Frame, frame_of
from dossier.relating.apart.terms import Term
from dossier.relating.bare.headlines import headline_stance, is_passed_on
from dossier.relating.bare.opposed import told_of_one_thing
from dossier.relating.bare.passages import is_longer, sentences
from dossier.relating.bare.retelling import (
    both_deny,
    contained,
    denied,
    is_parallel,
    told_from_both_ends,
    unmet,
)
from dossier.relating.bare.things import of_two_things
from dossier.relating.behind_gates import pass_gates
from dossier.relating.comparisons.all import COMPARISONS, Setting
from dossier.relating.comparisons.exchanged import done_to_another
from dossier.relating.comparisons.wordings import of_anothers

_supposing = partial(lexicon_of, "certainty.yaml", "supposing")
_ahead = partial(lexicon_of, "certainty.yaml", "ahead")  # words of one who looks ahead to what nobody can decide on
_unsure = partial(listed_words, "certainty.yaml", "unsure")  # words that leave open whether it is so

_NO_CODEBOOK = Codebook()
_LOOSE = frozenset(
    {"negation", "figures", "same", "slot"}
)  # rules that forgive much when two texts are on one situation
# Rules that have an opinion only where one thing is spoken of:
_OF_ONE_THING = frozenset({"negation", "poles", "direction", "slot", "phases", "same"})
_MUCH = 0.5  # so much of what one mainly says the other has, before the rest may be left out
_TOO_LITTLE = 0.2  # of neither side so much is shared: nothing to compare
_ANSWERS = {
    "": "none",
    "updates": "tension",
    "qualifies": "tension",
    "agrees": "agrees",
    "contradicts": "contradicts",
}


def relate_bare(a: str, a_published: str, b: str, b_published: str) -> str:
    """agrees, contradicts, tension or none, for two sentences published on the given days."""
    one, two = _frame("a", a), _frame("b", b)
    if is_longer(one, two):
        return _told_in(a, two)
    if is_longer(two, one):
        return _told_in(b, one)
    return _answer(one, two)


def _answer(one: Frame, two: Frame) -> str:
    """What all words of the two make of it, else their cores, else their most telling predicates."""
    answer = _related(one, two)
    if answer == "none":
        answer = _by_cores(one, two)
    return answer if answer != "none" else _by_points(one, two)


def _by_cores(one: Frame, two: Frame) -> str:
    """What the two mainly say, without what opens, is put in or trails behind; of two scenes nothing."""
    if _on_one_scene(one, two) or one.before_after * two.before_after:
        return "none"
    parts = [(core(f) or f, *clauses(f)) for f in (one, two)]
    cores = [pair for pair in product(*parts) if pair != (one, two)]
    close = (pair for pair in cores if max(align(*pair).cover_a, align(*pair).cover_b) >= _MUCH)
    return "contradicts" if any(_related(*pair) == "contradicts" for pair in close) else "none"


def _by_points(one: Frame, two: Frame) -> str:
    """What predicates make of two statements on one situation; of two scenes nothing."""
    if _on_one_scene(one, two):
        return "none"
    setting = Setting(same_situation=True)
    pair = align(one, two)
    opinion = None if of_two_things(pair) or done_to_another(pair) else told_of_one_thing(pair, setting)
    if opinion is None:
        return "none"
    kind, _ = pass_gates(one, two, opinion, setting)
    return _ANSWERS[kind] if kind in ("contradicts", "agrees") else "none"


def _told_in(text: str, statement: Frame) -> str:
    """The same for a text and a short statement: what the sentence nearest to it has to say of it."""
    parts = (_frame("text", part) for part in sentences(text))
    near = max(parts, key=lambda part: align(part, statement).cover_b)
    answer = _related(near, statement)
    return "none" if answer == "agrees" and _says_more(align(near, statement)) else answer


def _says_more(pair: Alignment) -> bool:
    """Whether the second side names or tells a thing that the first has in no form."""
    return any(t.kind != "word" or not first_used_as_verb(t.lemma) for t in unmet(pair, 1))


@lru_cache(maxsize=10_000)
def _frame(name: str, text: str) -> Frame:
    plain = sentence_case(text)
    return frame_of(bare_claim(name, plain), _NO_CODEBOOK)


def _related(one: Frame, two: Frame) -> str:
    setting = Setting(same_situation=True, scene=_on_one_scene(one, two))
    pair = align(one, two)
    if (max(pair.cover_a, pair.cover_b) < _TOO_LITTLE and not _of_one_pronoun(one, two)) or of_anothers(pair):
        return "none"
    stance = (
        headline_stance(pair) if not setting.scene and any(is_headline(f.claim.statement) for f in (one, two)) else ""
    )
    if stance:
        return _ANSWERS[stance]
    opinion = next((o for compare in COMPARISONS if (o := compare(pair, setting)) is not None), None)
    if opinion is None or (opinion.rule in _LOOSE and is_parallel(pair) and _swapped(pair, opinion.words)):
        return _freely(pair)
    if opinion.rule in _OF_ONE_THING and not setting.scene and of_two_things(pair):
        return "none"
    if setting.scene and opinion.rule == "swap" and not _may_both_hold(opinion.words):
        return _ANSWERS[opinion.type]  # "some" in one picture are the same on both sides
    if _supposed(one, [x for x, _ in pair.met]) != _supposed(two, [y for _, y in pair.met]):
        return "tension"
    kind, _ = pass_gates(one, two, opinion, setting)
    return _ANSWERS[kind]


def _supposed(frame: Frame, met: list[Term]) -> bool:
    """Whether what is said hangs on an "if" it opens with, or is mostly what is asked for: "did not say WHETHER"."""
    opened = [f.start for f in _supposing().find(frame.words)]
    return any(start == 0 or 2 * sum(t.index > start for t in met) > len(met) for start in opened)


def _of_one_pronoun(one: Frame, two: Frame) -> bool:
    """ "They did not disagree", "they agreed": the subject counts for no word."""
    opens = [lows_of(f.words)[:1] for f in (one, two)]
    return opens[0] == opens[1] and opens[0] in (["he"], ["she"], ["it"], ["they"], ["we"], ["i"])


def _swapped(pair: Alignment, words: tuple[str, str]) -> bool:
    """Whether something stands in the place of something else, apart from the words that decided."""
    said = [frozenset(w.text for w in words_of(text)) for text in words]
    drop = [[t for t in left if t.text in own] for left, own in ((pair.left_a, said[0]), (pair.left_b, said[1]))]
    return pair.swapped_beside(drop[0], drop[1]) is not None


def _on_one_scene(one: Frame, two: Frame) -> bool:
    """Two descriptions of what is to be seen; a headline beside a sentence is none."""
    alike = is_sentence(one.claim.statement) == is_sentence(two.claim.statement)
    return alike and is_scene(one) and is_scene(two) and not (is_passed_on(one) or is_passed_on(two))


def _freely(pair: Alignment) -> str:
    """What remains when the words must not stand in the same order."""
    if _supposed(pair.a, [x for x, _ in pair.met]) != _supposed(pair.b, [y for _, y in pair.met]):
        return "none"
    if denied(pair):
        return "contradicts"
    return (
        "agrees"
        if _contains(pair) or both_deny(pair) or (is_parallel(pair) and told_from_both_ends(pair))
        else "none"
    )


def _contains(pair: Alignment) -> bool:
    """Whether one says all that the other says, as surely."""
    sure = all(f.claim.modality == "certain" for f in (pair.a, pair.b)) and pair.a.claim.kind == pair.b.claim.kind
    told = told_of_one_thing(pair, Setting(same_situation=True)) if sure and contained(pair) else None
    if told and told.type == "contradicts":
        return False
    return sure and contained(pair)


def is_scene(frame: Frame) -> bool:
    """A description of what is to be seen: nothing past or ahead, no measures, no speaker, no state that acts."""
    low = [w.text.lower() for w in frame.words]
    if any(_is_a_state(frame, t) for t in frame.terms):
        return False
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
    return not past and not any(_measures(frame, d) for d in frame.directions)


def _is_a_state(frame: Frame, term: Term) -> bool:
    """ "KENYA supplies", "UGANDA'S fuel": a state that does or has something, no place where one is seen."""
    after = frame.words[term.index + 1] if term.index + 1 < len(frame.words) else None
    acts = term.index == 0 and after is not None and first_used_as_verb(after.lemma)
    return any(key.isupper() for key in term.keys) and (acts or term.text.endswith(("'s", "’s")))


def _may_both_hold(words: tuple[str, str]) -> bool:
    """Whether the deciding words hold of some and of others: "many" and "few", "support" and "oppose"."""
    opposed = any(are_opposite(x.lemma, y.lemma) for x in words_of(words[0]) for y in words_of(words[1]))
    return opposed


def _measures(frame: Frame, found: Direction) -> bool:
    """Sales that jump, not a man who does."""
    inside = [t.lemma for t in frame.terms if found.thing[0] <= t.index < found.thing[1]]
    moved_by_itself = any(is_kind_of(lemma, kind) for lemma in inside for kind in ("person", "animal"))
    return found.dimension == "amount" and found.kind == "verb" and not moved_by_itself


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
