"""What a claim says, slot by slot, worked out once so that thousands of pairs can be compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from dossier.edtf import Period
from dossier.language.core import core_of
from dossier.language.direction import Direction, directions
from dossier.language.negation import Negation, negations
from dossier.language.phrases import spread_out
from dossier.language.synonyms import plain_verbs
from dossier.language.words import Word, Words, lows_of, words_of
from dossier.model import Claim, Codebook, said
from dossier.relating.answers import answered
from dossier.relating.apart.cards import Card, card_of
from dossier.relating.apart.numerals import Numeral, numerals
from dossier.relating.apart.scopes import scope_of
from dossier.relating.apart.telling import telling_words
from dossier.relating.apart.terms import Term
from dossier.relating.apart.times import period_of, roughly

_kept: list[Any] = []
P = ParamSpec("P")
T = TypeVar("T")
_ADDED = re.compile(r" \([^()]*\)?")  # "the three countries (Chad, Mali and Togo)"
_NOT = frozenset({"not", "never"})
_SENTENCE = 40  # words; a longer text is no single statement with a speaker to take off


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One claim taken apart.

    Two frames are one only when they are the same object, so what is worked out of a frame can be kept by it.
    """

    claim: Claim
    text: str  # what of its statement or quote is compared; the words stand in it
    words: Words
    terms: tuple[Term, ...]
    weight: float
    negations: tuple[Negation, ...]
    directions: tuple[Direction, ...]
    numerals: tuple[Numeral, ...]
    period: Period | None
    places: frozenset[str]
    scope: str  # none | few | some | many | most | all, or ""
    before_after: int  # -1 tells of before something, +1 of after, 0 of neither or both
    near: Period | None = None  # the period with the margin its date has
    answers: frozenset[str] = frozenset()  # questions it answers outright; to others it is only a sign
    issued: str = ""  # when its source came out (EDTF)
    # Worked out when first asked for:
    name: str = field(init=False, repr=False)  # a hash of all it is made from, beside the codebook
    card: Card = field(init=False, repr=False)
    codebook: Codebook | None = field(default=None, init=False, repr=False)  # until the claim is taken apart

    if not TYPE_CHECKING:

        def __getattr__(self, part: str) -> Any:
            """What was left for later is worked out when it is first asked for."""
            _complete(self, part)
            return object.__getattribute__(self, part)

    def __getstate__(self) -> dict[str, Any]:
        """Sent elsewhere as far as it is taken apart."""
        parts = (*AT_ONCE, "card", "codebook") if self.codebook is not None else (*AT_ONCE, *_LATER, "codebook")
        return {part: getattr(self, part) for part in parts}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """And so it arrives."""
        for name, value in state.items():
            object.__setattr__(self, name, value)

    @property
    def names(self) -> frozenset[str]:
        """Names of people, places and bodies, as lemmas."""
        return frozenset(t.lemma for t in self.terms if t.kind == "name")

    def text_of(self, start: int, end: int) -> str:
        """The words with numbers from start to end as the quote has them, without names that the statement adds."""
        text = self.text[self.words[start].start : self.words[end - 1].end] if start < end else ""
        return _ADDED.sub(lambda m: m[0] if m[0] in self.claim.quote else "", text)

    def numbers_of(self, words: str) -> list[int]:
        """The numbers of these words of its text, if they stand there one behind the other."""
        at = self.text.find(words) if words else -1
        return [i for i, w in enumerate(self.words) if at <= w.start < at + len(words)] if at >= 0 else []

    def stretch(self, places: Iterable[int]) -> str:
        """From the first of the words with these numbers to the last, without marks at its ends."""
        numbers = tuple(places)
        return self.text_of(min(numbers), max(numbers) + 1).strip(" ,.;:")


def by_frame(work: Callable[P, T]) -> Callable[P, T]:
    """Has what is worked out of one frame alone kept for a while: each claim is held against many others."""
    kept: Any = lru_cache(maxsize=20_000)(work)
    _kept.append(kept)
    found: Callable[P, T] = kept
    return found


def empty(frame: Frame, codebook: Codebook) -> None:
    """Leaves of a frame what is asked before claims are compared: the claim is taken apart again when it is."""
    if frame.codebook is None and frame.card:  # which is worked out while there is something to work it out of
        for part in _LATER:
            object.__delattr__(frame, part)
        object.__setattr__(frame, "codebook", codebook)


def forget() -> None:
    """Drops what was kept by frames."""
    for kept in _kept:
        kept.cache_clear()


def frame_of(claim: Claim, codebook: Codebook, issued: str = "", whole: bool = False) -> Frame:
    """Takes a claim apart: its statement when it has one, else its quote. `issued` is when its source came out.

    `whole` keeps what is hung on behind ("…, saying that"), which is left out otherwise.
    """
    text = _said(claim, whole)
    words = words_of(text)
    cues = _outside_phrases(words, negations(words))
    numbers = numerals(words)
    terms = telling_words(words, cues, numbers)
    period = period_of(claim, issued)
    return Frame(
        claim=claim,
        text=text,
        words=words,
        terms=terms,
        weight=sum(t.weight for t in terms),
        negations=cues,
        directions=directions(words),
        numerals=numbers,
        period=period,
        places=codebook.expand(claim.countries),
        scope=scope_of(words),
        before_after=before_after(words),
        near=roughly(claim, period),
        answers=answered(claim, codebook),
        issued=issued,
    )


AT_ONCE = ("claim", "period", "places", "near", "answers", "issued")
_LATER = frozenset(f.name for f in fields(Frame) if f.init).difference(AT_ONCE)


def _complete(frame: Frame, part: str) -> None:
    """Works out a part that is not known yet, and what comes with it."""
    if part == "card":
        made: dict[str, Any] = {"card": card_of(frame.terms, frame.answers)}
    elif part == "name":
        made = {"name": frame_name(frame.claim, frame.issued)}
    elif part in _LATER and frame.codebook is not None:
        whole = frame_of(frame.claim, frame.codebook, frame.issued)
        made = {name: getattr(whole, name) for name in _LATER} | {"codebook": None}
    else:
        raise AttributeError(part)
    for name, value in made.items():
        object.__setattr__(frame, name, value)


def frame_name(claim: Claim, issued: str) -> str:
    """A hash of what a frame is made from, beside the codebook."""
    return sha256(f"{issued}\0{said(claim)}".encode("utf-8", "replace")).hexdigest()[:32]


def _outside_phrases(words: Words, cues: tuple[Negation, ...]) -> tuple[Negation, ...]:
    """Without cues inside a phrase that stands for one verb: "found NOT guilty" is acquitted."""
    inside = plain_verbs(words)
    return tuple(c for c in cues if any(inside.get(i) != "" for i in range(c.start, c.end)))


def whole_frame(frame: Frame, codebook: Codebook) -> Frame:
    """The claim with what is hung on behind; mostly nothing is, and the frame is whole as it stands."""
    if _said(frame.claim, whole=True) == frame.text:
        return frame
    return frame_of(frame.claim, codebook, frame.issued, whole=True)


def _said(claim: Claim, whole: bool) -> str:
    """What is claimed, without who says it, before or after: that stands in the claim's speaker."""
    text = " ".join((claim.statement or claim.quote).split())  # patterns stumble through long rows of spaces
    if (
        claim.voice == "attributed"
        and text.startswith("According to ")
        and not claim.quote.startswith("According to ")
    ):
        text = text.partition(", ")[2] or text
    if whole or len(text.split()) > _SENTENCE:
        return text
    core = core_of(text)
    return core if core.rstrip(".!?…") in text else core[0].lower() + core[1:]


def in_same_words(a: Frame, b: Frame) -> bool:
    """Whether two claims say word for word the same, as where two papers print one agency's sentence."""
    return _spelt(a) == _spelt(b)


def is_one_denied(a: Frame, b: Frame) -> bool:
    """Whether two claims say the same but for a "not" in one of them: "it IS safe", "it is NOT safe"."""
    (ours, no), (theirs, nor) = _spelt(a), _spelt(b)
    return no != nor and ours == theirs


@by_frame
def _spelt(frame: Frame) -> tuple[tuple[str, ...], int]:
    """The words without "not" and "never", "can't" and "cannot" as "can", and how often it is denied so."""
    told = lows_of(spread_out(frame.words)[0] or frame.words)
    parts = [part for low in told if low[0].isalnum() for part in (("can", "not") if low == "cannot" else (low,))]
    return tuple(part for part in parts if part not in _NOT), sum(part in _NOT for part in parts)


def before_after(words: Iterable[Word]) -> int:
    """-1 for words that tell of before something, +1 of after, 0 of neither or both."""
    low = {w.text.lower() for w in words}
    return ("after" in low) - ("before" in low)
