"""Questions on what one side charges another with: "accused the firm of hiding it" asks "Did the firm hide it?"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.lexical import is_verb
from dossier.language.phrases import Lexicon
from dossier.language.words import Word, words_of
from dossier.model import Question
from dossier.relating.apart.frames import Frame
from dossier.relating.proposing.asking import asked_by, asked_of, main_verb

_BEFORE = 30  # characters of the article before a quote within which stands "insists that"
_SAME = 20  # and by so many of the first ones what is read is found again in the quote
_REACH = 9  # words behind "accuse" within which stands of what


@dataclass(frozen=True, slots=True)
class Charge:
    """What somebody is said to have done, by the words of one claim."""

    frame: Frame
    act: str
    object: str
    question: str


def charge_questions(frames: Sequence[Frame], texts: Mapping[str, str]) -> Iterator[tuple[float, Question]]:
    """Questions with how much they are worth: of how many sources the charge is told. `texts` are the articles."""
    told: dict[tuple[str, str], list[Charge]] = {}
    for frame in frames:
        for charge in (*_charges(frame), *_contested(frame, words_of(_before(frame, texts)))):
            told.setdefault((charge.act, charge.object), []).append(charge)
    for _, charges in sorted(told.items()):
        yield 1 + len({c.frame.claim.source for c in charges}), _question(charges)


def _before(frame: Frame, texts: Mapping[str, str]) -> str:
    """What the article, and the quote itself, say right before what is read of it."""
    claim = frame.claim
    inside = max(0, claim.quote.lower().find(frame.text[:_SAME].lower()))
    article = texts.get(claim.source, "")[max(0, claim.start - _BEFORE) : max(0, claim.start)]
    return f"{article} {claim.quote[:inside]}"


def _charges(frame: Frame) -> Iterator[Charge]:
    """ "Accused X OF DOING Y": who is charged, and with what."""
    words = frame.words
    for found in _charging().find(words):
        last = min(len(words) - 2, found.end + _REACH)
        at = next((n for n in range(found.end + 1, last) if words[n].text.lower() == found.value), 0)
        if at and words[at + 1].text.lower().endswith("ing") and is_verb(words[at + 1].lemma):
            text = asked_of(frame, words[found.end : at], words[at + 1], words[at + 2 :])
            yield from _charge(frame, at + 1, text)


def _contested(frame: Frame, before: Sequence[Word]) -> Iterator[Charge]:
    """ "INSISTS that X did Y": the word stands in the quote, or in the article right before it."""
    lows = [w.text.lower() for w in frame.words]
    named = words_in("determiners", "links")  # "the CLAIMED protection"
    ends = [f.end for f in _contesting().find(frame.words) if not f.start or lows[f.start - 1] not in named]
    before = [w for w in before if w.is_word]
    if any(f.end >= len(before) - (before[-1].text.lower() == "that") for f in _contesting().find(before)):
        ends.insert(0, 0)
    for end in ends:
        clause = [w for w in frame.words[end:] if w.text != "."]
        text = asked_by(frame, clause[1:] if clause and clause[0].text.lower() == "that" else clause)
        verb = main_verb(text) if text else ""
        at = next((n for n in range(end, len(frame.words)) if frame.words[n].lemma == verb), 0)
        if at:
            yield from _charge(frame, at, text)


def _charge(frame: Frame, act: int, text: str) -> Iterator[Charge]:
    """The charge with the most telling thing behind its verb that the question holds too, or else the next word."""
    held = {w.lemma for w in words_of(text)} - words_in("determiners", "links")
    terms = [t for t in frame.terms if t.index > act and t.kind == "word" and t.lemma in held]
    words = (w.lemma for w in frame.words[act + 1 :] if w.lemma in held)
    thing = max(terms, key=lambda t: t.weight).lemma if terms else next(words, "")
    if thing.isalpha():
        yield Charge(frame, frame.words[act].lemma, thing, text)


@cache
def _contesting() -> Lexicon[str]:
    """The verbs by which a side holds something against others."""
    return Lexicon(dict.fromkeys(load("acts.yaml")["contesting"], "contested"))


@cache
def _charging() -> Lexicon[str]:
    """The verbs that charge somebody, by the word before what it is."""
    return Lexicon({verb: link for link, verbs in load("acts.yaml")["charging"].items() for verb in verbs})


def _question(charges: Sequence[Charge]) -> Question:
    act, thing = charges[0].act, charges[0].object
    places = Counter(p for c in charges for p in c.frame.claim.countries)
    return Question(
        id=f"{act}-{thing}",
        question=min((c.question for c in charges), key=lambda text: (len(text), text)),
        countries=tuple(sorted(p for p, n in places.items() if n >= len(charges) / 2)),
        yes=(f"{act} ... {thing}", f"{thing} ... {act}"),
        no=(),
    )
