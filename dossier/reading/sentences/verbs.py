"""Finite verbs, found without a tagger: by the form of a word and by its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

from dossier.language.dictionary import base_of, is_known
from dossier.language.lexical import is_verb
from dossier.language.listed import listed_words
from dossier.language.words import straight
from dossier.world import countries

class_of = partial(listed_words, "clauses.yaml")

_TOKEN = re.compile(r"[^\W_]+(?:[.,’'\-‑][^\W_]+)*%?|[^\w\s]")
_OPENING, _CLOSING = "([{“«", ")]}”»"
_ENCLOSING = frozenset((*_OPENING, *_CLOSING, '"'))


_SINGULAR = ("ss", "us", "is")  # of one thing: "crisis", "virus", "progress"
_OPENS_OBJECT = frozenset(("a", "an", "the", "that", "no", "its", "their", "some", "many"))
_REACH = 8  # words between a plural subject and its verb
_NO_SUBJECT = frozenset(("to", "of", "be"))
_BEFORE_PARTICIPLES = frozenset((",", "is", "are", "was", "were", "been", "being", "has", "have", "had"))


class Token(NamedTuple):
    """One word or mark of a sentence."""

    low: str
    text: str
    start: int
    end: int
    deep: bool  # inside brackets or quotation marks


@cache
def present_forms() -> tuple[frozenset[str], frozenset[str]]:
    """Base forms, and forms with -s, of the verbs we know."""
    bases = class_of("present")
    return bases, frozenset(_third_person(base) for base in bases) - {"haves"} | {"has"}


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Words and marks of text[start:end], those inside brackets or quotation marks known as deep."""
    tokens, depth, quoted, at = [], 0, False, start
    make = tuple.__new__  # what Token(...) comes to; called for every word that is read
    for chunk in text[start:end].split(" "):
        for low, word, first, last, is_plain in _between_spaces(chunk):
            if is_plain:
                tokens.append(make(Token, (low, word, at + first, at + last, depth > 0 or quoted)))
                continue
            depth += word in _OPENING
            quoted ^= word == '"'
            tokens.append(make(Token, (word, word, at + first, at + last, depth > 0 or quoted)))
            depth = max(0, depth - (word in _CLOSING))
        at += len(chunk) + 1
    return tokens


@lru_cache(maxsize=50_000)
def _between_spaces(chunk: str) -> list[tuple[str, str, int, int, bool]]:
    """The words and marks of a text without a space, each with its place and whether it encloses nothing."""
    return [
        (
            straight(word)
            if (len(word := match[0]) > 1 or word.isalnum()) and word not in class_of("bodies")
            else word,
            word,
            *match.span(),
            word not in _ENCLOSING,
        )
        for match in _TOKEN.finditer(chunk)
    ]


@cache
def adjectives() -> frozenset[str]:
    """What is said before a plural of a people's own things: "french", "polish"."""
    lands = countries().values()
    names = frozenset(country.name.lower() for country in lands)
    return frozenset(word.lower() for country in lands for word in country.demonyms) - names


def looks_past(token: Token) -> bool:
    """Whether the word has the form of a past tense, whatever it does in its sentence."""
    return token.text.islower() and (token.low in class_of("past") or is_regular_past(token.low))


@lru_cache(maxsize=50_000)
def is_regular_past(low: str) -> bool:
    """Whether a word ends like a past and is no word of its own: not "unnamed", "hundred"."""
    if not low.endswith("ed") or "-" in low or low in class_of("not_past"):
        return False
    return base_of(low) != low or not is_known(low) or is_verb(low[:-1]) or is_verb(low[:-2])


def is_past(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is an auxiliary or a verb in the past."""
    plain = at < len(tokens) and tokens[at].low in class_of("past", "auxiliaries")
    return plain or (is_finite(tokens, at) and tokens[at].low.endswith("ed"))


def is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is a finite verb, as far as its form and its neighbours tell."""
    if not 0 <= at < len(tokens) or not _may_be_finite(tokens[at].low):
        return False
    token = tokens[at]
    low = token.low
    if low in class_of("auxiliaries") or low.endswith("n't"):
        return token.text != "May"  # the month
    before = tokens[at - 1].low if at else ""
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if (
        not token.text.islower()
        or before in _NO_SUBJECT
        or before in class_of("determiners", "possessives", "prepositions")
    ):
        return False
    measure = tokens[at + 2].low if following == "by" and at + 2 < len(tokens) else ""
    part = tokens[at + 3].low.removesuffix("s") if at + 3 < len(tokens) else ""
    counted = measure in class_of("numbers") | {"a", "an", "one"} and part in class_of("fractions", "counted_in")
    if counted or measure[:1].isdigit() or measure in class_of("measures"):
        following = ""  # "fell by a third" tells of a fall, "found by a child" of a child
    if low in class_of("past"):
        return following != "by"
    if len(low) > 4 and is_regular_past(low):
        return following != "by" and before not in _BEFORE_PARTICIPLES
    bases, thirds = present_forms()
    if low in thirds:
        if at and tokens[at - 1].text[0].isupper() and before in adjectives() and not token.deep:
            behind = class_of("prepositions", "auxiliaries", "past") | {"to", "of"}
            if following in behind:
                return False  # "French exports to Mali", "Polish claims were"
        if following in ("and", "or") and not _goes_on(tokens, at + 2):
            return False  # "partner forces and aid"
        if before in class_of("numbers"):
            return False  # "two funds"
        return is_singular(before)
    return low in bases and (
        (before.endswith("s") and not before.endswith("'s"))  # "traders head", not "the company's head"
        or before in class_of("numbers")
        or before in ("people", "who", "police")
        or before.endswith("men")
        or _plural_does(tokens, at, following)
    )


@lru_cache(maxsize=50_000)
def _may_be_finite(low: str) -> bool:
    """Whether the form alone may be a finite verb; most words may not."""
    if low in class_of("auxiliaries", "past") or low.endswith(("n't", "ed")):
        return True
    return any(low in forms for forms in present_forms())


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether behind "and" a second verb may stand, "exports and refines", or a sentence, "rises and the"."""
    low = tokens[at].low if at < len(tokens) else ""
    return low in present_forms()[1] or low in class_of("determiners", "possessives", "pronouns", "joints")


def _plural_does(tokens: Sequence[Token], at: int, following: str) -> bool:
    """ "Doctors at the hospital REPORT a rise": a base form with an object, behind a plural and where it is."""
    told = following in _OPENS_OBJECT or (following == "to" and tokens[at].low in _intending())
    head = head_before(tokens, at) if told else ""
    return head.endswith("s") and len(head) > len("gas") and not is_singular(head)


@cache
def _intending() -> frozenset[str]:
    return listed_words("periods.yaml", "intending")


def head_before(tokens: Sequence[Token], at: int) -> str:
    """The noun of which the one before this word tells more: "doctors at the hospital", "opposition to imports"."""
    for k in range(at - 1, max(0, at - _REACH), -1):
        low, before = tokens[k].low, tokens[k - 1].low
        if not tokens[k].text[0].isalnum() or low in class_of("auxiliaries", "past", "relatives", "joints"):
            return ""
        if low in ("in", "at", "of", "from", "on", "near", "for", "to"):
            return before
    return ""


def is_singular(low: str) -> bool:
    """Whether a noun names one thing, by its ending."""
    return not low.endswith("s") or low.endswith(_SINGULAR) or low in class_of("singular_in_s")
