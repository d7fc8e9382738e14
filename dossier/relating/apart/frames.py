"""What a claim says, slot by slot, worked out once so that thousands of pairs can be compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from functools import cache, lru_cache, partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from dossier.data import load
from dossier.edtf import Period
from dossier.language.core import core_of
from dossier.language.direction import Direction, directions
from dossier.language.grammar import function_words, may_lead, words_in
from dossier.language.lexical import concepts_of, has_entry, weight_of
from dossier.language.listed import listed_words
from dossier.language.negation import Negation, negations
from dossier.language.phrasal import plain_verbs
from dossier.language.phrases import plain
from dossier.language.synonyms import keys_of_form
from dossier.language.words import Word, Words, words_of
from dossier.model import Claim, Codebook
from dossier.relating.answers import answered
from dossier.relating.apart.acronyms import acronyms
from dossier.relating.apart.cards import Card, card_of
from dossier.relating.apart.countries import country_of, long_seats_of, seat_of
from dossier.relating.apart.numerals import Numeral, is_counted_inside, numerals
from dossier.relating.apart.scopes import scope_of
from dossier.relating.apart.terms import Term
from dossier.relating.apart.times import period_of, roughly

_ordinals = partial(listed_words, "numerals.yaml", "ordinals")
_outright = partial(
    listed_words, "denials.yaml", "outright"
)  # Cues that are no topic words; others ("stop", "end") are what the sentence tells.

_NAME_WEIGHT = 1.2
_SHORT_WEIGHT = 5.0  # of an acronym, be it spelt like a small word
_kept: list[Any] = []
P = ParamSpec("P")
T = TypeVar("T")
_ADDED = re.compile(r" \([^()]*\)?")  # "the three countries (Chad, Mali and Togo)"
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
    terms = _terms(words, cues, numbers)
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
    return sha256(repr((claim, issued)).encode("utf-8", "replace")).hexdigest()[:32]


def _outside_phrases(words: Words, cues: tuple[Negation, ...]) -> tuple[Negation, ...]:
    """Without cues inside a phrase that stands for one verb: "found NOT guilty" is acquitted."""
    inside = plain_verbs(words)
    return tuple(c for c in cues if any(inside.get(i) != "" for i in range(c.start, c.end)))


def whole_frame(frame: Frame, codebook: Codebook) -> Frame:
    """The claim with what is hung on behind; mostly nothing is, and the frame is whole as it stands."""
    if _said(frame.claim, whole=True) == frame.text:
        return frame
    return frame_of(frame.claim, codebook, frame.issued, whole=True)


def reworded(frame: Frame, text: str, codebook: Codebook) -> Frame:
    """The same claim with other words for what it says, as a reader understands them."""
    return frame_of(replace(frame.claim, statement=text), codebook, frame.issued, whole=True)


def _said(claim: Claim, whole: bool) -> str:
    """What is claimed, without who says it, before or after: that stands in the claim's speaker."""
    text = claim.statement or claim.quote
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


def before_after(words: Iterable[Word]) -> int:
    """-1 for words that tell of before something, +1 of after, 0 of neither or both."""
    low = {w.text.lower() for w in words}
    return ("after" in low) - ("before" in low)


@cache
def _times() -> frozenset[str]:
    data = load("numerals.yaml")
    return frozenset([*data["months"], *data["weekdays"]])


def _terms(words: tuple[Word, ...], cues: tuple[Negation, ...], numbers: tuple[Numeral, ...]) -> tuple[Term, ...]:
    in_cue = {i for c in cues for i in range(c.start, c.end) if words[c.start].text.lower() in _outright()}
    in_number = {i: n for n in numbers for i in range(n.start, n.end)}
    small = function_words()
    verbs = plain_verbs(words)
    long_seats = long_seats_of(words)
    terms: list[Term] = []
    short = acronyms(words)
    for i, word in enumerate(words):
        number = in_number.get(i)
        if number is not None and i not in in_cue:  # "no one" is nobody
            if i == number.start:
                refused = any(c.end == i and words[c.start - 1].text == "," for c in cues)  # "one lake, not two"
                terms.append(replace(_number_term(words, number), negated=refused))
            if i == number.start or word.text.lower() in _ordinals() or not is_counted_inside(number, word):
                continue
        low, lemma = word.text.lower(), verbs.get(i, "leave" if _leaves(words, i) else word.lemma)
        if not lemma:
            continue
        timed = low in _times() and word.text[0].isupper() and i > 0
        letters = i in short and word.text.isupper()  # "the WHO" is a name
        if (
            not timed
            and not letters
            and i not in verbs
            and (not word.is_word or i in in_cue or low in small or (word.lemma in small and len(low) < 5))
        ):
            continue
        if low in ("n't", "t", "s", "not", "no") or _is_contracted(plain(word.text)):
            continue
        negated = sum(c.reaches(i) for c in cues) % 2 == 1
        if i and i in long_seats:
            continue
        country = (country_of(plain(word.text)) or seat_of(words, i, long_seats)) if word.text[0].isupper() else ""
        kind = "time" if timed else "name" if country or letters or _is_name(words, i) else "word"
        weight = _SHORT_WEIGHT if letters else weight_of(lemma) * (_NAME_WEIGHT if kind == "name" else 1.0)
        keys = _met_by(low, lemma, country)
        if i in short and not country:
            keys |= short[i]
        terms.append(Term(lemma, word.text, i, weight, kind, keys, negated))
    return tuple(terms)


@lru_cache(maxsize=50_000)
def _met_by(low: str, lemma: str, country: str) -> frozenset[str]:
    """What a word may be met by: one set for all claims that have the word."""
    return frozenset({country}) if country else concepts_of(lemma) | keys_of_form(low, lemma)


def _is_contracted(low: str) -> bool:
    """ "Didn't", "they're", "I'm": small words grown together."""
    head, mark, _ = low.partition("'")
    return low.endswith("n't") or (bool(mark) and head in function_words())


def _leaves(words: tuple[Word, ...], i: int) -> bool:
    """ "LEFT Mali", "left the party", no left hand and nothing left over."""
    after = words[i + 1].text if words[i].text.lower() == "left" and i + 1 < len(words) else ""
    before = words[i - 1].text.lower() if i else ""
    named = after[:1].isupper() or after.lower() in words_in("determiners")
    return named and before not in words_in("be", "determiners")


def _number_term(words: tuple[Word, ...], number: Numeral) -> Term:
    value = number.low if number.low is not None else number.high or 0.0
    text = " ".join(w.text for w in words[number.start : number.end])
    kind = "time" if number.kind in ("year", "day") else "number"
    named = f"{value:.3g}" if number.kind == "share" else f"{value:g}"  # "a third" and "one in three" are one share
    return Term(f"#{number.kind[0]}{named}", text, number.start, 4.0, kind, frozenset(), False)


def _is_name(words: tuple[Word, ...], i: int) -> bool:
    """A capital inside a sentence; at its start only what no English dictionary lists as common."""
    text = words[i].text
    if not text[0].isupper() or len(text) < 2:
        return False
    opens = i == 0 or words[i - 1].text in '.?!:“"‘'
    leads = may_lead(text.lower()) and i + 1 < len(words) and words[i + 1].text.islower()
    return not opens or not (leads or has_entry(words[i].lemma))
