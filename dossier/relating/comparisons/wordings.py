"""The words of a pair that a comparison turns on: lists from the data, and how they are quoted to readers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from dossier.data import load
from dossier.language.direction import Direction
from dossier.language.grammar import words_in
from dossier.language.kinship import may_be_opposite
from dossier.language.lexical import are_opposite, first_used_as_verb, is_verb
from dossier.language.listed import lexicon_of, listed
from dossier.language.negation import Negation
from dossier.language.phrases import Found
from dossier.language.sorts import tells_which_of_many
from dossier.relating.alignment import Alignment
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.terms import Term

_wanting = partial(lexicon_of, "events.yaml", "wanting")

_GOVERNED = 4  # words after "neglected" within which stands what is not done
_NEXT = 3  # words behind a verb within which stands what it is done to


def opposed(pair: Alignment) -> list[tuple[Term, Term]]:
    """Words left over on the two sides that exclude each other."""
    return [
        (x, y)
        for x in pair.left_a
        for y in pair.left_b
        if x.kind == y.kind == "word" and are_opposite(x.lemma, y.lemma)
    ]


def sorts_many(pair: Alignment, x: Term, y: Term) -> bool:
    """Whether both words open their sentences and tell which of many are meant: what the rich do the poor may do."""
    opens = x.index == y.index == 0
    return opens and all(tells_which_of_many(f.words[:2]) for f in (pair.a, pair.b))


def of_anothers(pair: Alignment) -> bool:
    """Whether one speaks of somebody and the other of what is his: the defendant, the defendant's WIFE."""
    return any(
        _owns(pair.a, x, pair.left_a) != _owns(pair.b, y, pair.left_b) for x, y in pair.met if x.kind == "word"
    )


def _owns(frame: Frame, term: Term, left: tuple[Term, ...]) -> bool:
    own = frame.words[term.index].text.lower().endswith(("'s", "’s"))
    return own and any(t.index == term.index + 1 and t.kind == "word" for t in left)


def of_a_part(pair: Alignment, end_a: int, end_b: int) -> bool:
    """Whether behind the given words one names the thing and one a part: "an AMENDMENT to the budget"."""
    heads = [_behind(pair.a, end_a), _behind(pair.b, end_b)]
    if heads[0] is None or heads[1] is None:
        return False
    alone = [heads[0] in pair.left_a, heads[1] in pair.left_b]
    tied = [_is_tied(pair.a, heads[0]), _is_tied(pair.b, heads[1])]
    return alone[0] != alone[1] and any(single and link for single, link in zip(alone, tied))


def _behind(frame: Frame, end: int) -> Term | None:
    return next((t for t in frame.terms if end <= t.index < end + _NEXT), None)


def _is_tied(frame: Frame, term: Term) -> bool:
    after = frame.words[term.index + 1].text.lower() if term.index + 1 < len(frame.words) else ""
    return after in ("of", "to", "in", "on")


def denied_in_a_word(pair: Alignment) -> bool:
    """One says in a word of its own what the other denies: "left it unchanged" and "did not change it"."""
    left_a, left_b = ([t for t in left if t.kind == "word"] for left in (pair.left_a, pair.left_b))
    return any(x.negated != y.negated and may_be_opposite(x.lemma, y.lemma) for x in left_a for y in left_b)


def far_apart(pair: Alignment) -> bool:
    """Few on one side, most on the other: what most do few do not."""
    return {pair.a.scope, pair.b.scope} in ({"few", "most"}, {"few", "many"}, {"few", "all"})


@by_frame
def outright(frame: Frame) -> list[str]:
    """Cues that deny outright, not verbs such as "stop" that tell of an act."""
    cues = [c.words.lower().replace("’", "'") for c in frame.negations]
    return [c for c in cues if c.split()[0] in listed("outright") or c.endswith("n't")]


def stand_before_a_denial(frame: Frame, terms: Iterable[Term]) -> bool:
    """Whether words stand before a plain denial: "the BOYS did not swim", not "is not OPEN"."""
    cues = [cue.start for cue in frame.negations if cue.is_plain]
    return any(t.index < start for t in terms for start in cues)


def tells_of_want(pair: Alignment) -> bool:
    """Whether both may deny one thing, one with "not" or "no", the other in a word of its own.

    "It has run out of insulin" beside "there is no insulin left", "ignored the warning" beside "did not heed the
    warning": the denied verb is no word of the other, which tells by itself that something is gone, shut or undone.
    """
    side = 0 if outright(pair.a) else 1
    own, bare = (pair.a, pair.b) if side == 0 else (pair.b, pair.a)
    shared = {both[1 - side].index for both in pair.met if both[0].lemma == both[1].lemma}
    wants = [f for f in _wanting().find(bare.words) if shared.isdisjoint(range(f.start, f.end))]
    stands = {
        both[side].index: both[1 - side].index
        for both in pair.met
        if both[0].lemma == both[1].lemma
        or first_used_as_verb(both[1 - side].lemma)  # no "crossing" is shut to "cross"
    }
    acts = [_denied_act(own, cue) for cue in own.negations if cue.is_plain]
    told = [(stands.get(act.index), is_verb(act.lemma)) if act else (-1, False) for act in acts]
    return bool(wants) and all(at is None or any(_wants(bare, f, at, verb) for f in wants) for at, verb in told)


def _wants(bare: Frame, found: Found[str], at: int, verb: bool) -> bool:
    """Whether it is gone: governed by such a word, or in the passive before it; "still treats" keeps it up."""
    going_on = verb and at == found.end and found.entry in load("events.yaml")["going_on"]
    passive = not verb and bare.words[found.start - 1].text.lower() in words_in("be") if found.start else False
    behind = 0 <= at - found.end < _GOVERNED
    return (behind and not going_on) or (passive and 0 < found.start - at <= _GOVERNED)


def _denied_act(frame: Frame, cue: Negation) -> Term | None:
    """The first telling word after "not": what is denied."""
    reached = (t for t in frame.terms if cue.end <= t.index < cue.last and t.kind == "word")
    return next((t for t in reached if t.lemma not in load("events.yaml")["light"]), None)


def around(frame: Frame, start: int, end: int) -> str:
    """The words from start to end and a little on either side."""
    return frame.text_of(max(0, start - 1), min(len(frame.words), end + 2)).strip(" ,.;:")


def moving(frame: Frame, d: Direction) -> str:
    """The thing and its direction word, in the claim's own words."""
    first, last = d.thing if d.thing != (0, 0) else (d.start, d.end)
    return frame.text_of(min(first, d.start), max(last, d.end)).strip(" ,.;:")


def cue_and(frame: Frame, term: Term) -> str:
    """The word with the cue that negates it."""
    cue = next((c for c in frame.negations if c.reaches(term.index)), None)
    if cue is None or not term.negated:
        return around(frame, term.index, term.index + 1)
    first, last = min(cue.start, term.index), max(cue.end, term.index + 1)
    return frame.text_of(first, last) if last - first <= 8 else f"{cue.words} … {term.text}"


def met_words(pair: Alignment, side: int) -> str:
    """The most telling words that both have, in the order of one side."""
    telling = sorted(pair.met, key=lambda m: -m[side].weight)[:4]
    return ", ".join(m[side].text for m in sorted(telling, key=lambda m: m[side].index))
