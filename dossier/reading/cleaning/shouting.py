"""Capitals, as agencies wire them, made readable letter by letter: every letter keeps its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dossier.data import load
from dossier.language.dictionary import is_known
from dossier.language.listed import listed_words
from dossier.reading.sentences.splitting import split_sentences
from dossier.reading.speech.reporting import small
from dossier.world import countries

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_MONTH_DAY = re.compile(r"\b(?:MARCH|MAY) (?=\d)")
_OPENING = re.compile(r"(?:[A-Z]{1,14} ){1,4}(?=[a-z])")
# Who speaks, in a transcript: "SECRETARY OF STATE RUIZ:", "ANA RUIZ (through an interpreter):".
_SPEAKS = re.compile(r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,4}(?=(?: \([^()\n]*\))?: )")
_LONG = 5  # letters of one word in capitals that is no abbreviation
_LEAST = 8  # words; what is shorter is a heading


def unshouted(text: str, paragraphs: Sequence[tuple[int, int]]) -> str:
    """The text with paragraphs in capitals written as others are, letter for letter; the same text where none is.

    A word keeps its first capital at the beginning of a sentence, in a name of the world, and where no dictionary
    has it; an abbreviation of consonants keeps all.
    """
    pieces, at = [], 0
    speaking = [text[start : m.end()] for start, end in paragraphs if (m := _SPEAKS.match(text, start, end))]
    is_transcript = len(set(speaking)) < len(speaking)  # "MADURAI:" alone tells where, not who
    for start, end in paragraphs:
        if is_shouted(text[start:end]):
            pieces += [text[at:start], _cased(text[start:end])]
            at = end
        elif (opening := _OPENING.match(text, start, end)) and _are_plain(opening[0]):
            pieces += [text[at:start], _cased(opening[0])]
            at = opening.end()
        elif is_transcript and (speaks := _SPEAKS.match(text, start, end)) and len(speaks[0]) >= _LONG:
            pieces += [text[at:start], _WORD.sub(lambda word: _titled(word[0]), speaks[0])]
            at = speaks.end()
    return "".join([*pieces, text[at:]]) if pieces else text


def _are_plain(words: str) -> bool:
    """Whether the capitals in front of a paragraph only open it: "THERE IS no", "PLANS for"; not "NATO ships"."""
    lows = words.lower().split()
    return (len(lows) > 1 or len(lows[0]) >= _LONG) and all(
        low not in _abbreviations() and (is_known(low) or low in small("prepositions", "auxiliaries", "articles"))
        for low in lows
    )


def is_shouted(paragraph: str) -> bool:
    """Whether a paragraph of whole sentences is written in capitals."""
    if paragraph.upper() != paragraph or len(paragraph.lower()) != len(paragraph):
        return False
    return len(_WORD.findall(paragraph)) >= _LEAST and paragraph.rstrip("\"'”’)] ").endswith((".", "!", "…"))


def _cased(paragraph: str) -> str:
    opens = {_first_letter(paragraph, start) for start, _ in split_sentences(paragraph)}
    opens |= {found.start() for found in _MONTH_DAY.finditer(paragraph)}
    return _WORD.sub(lambda word: _one(word[0], word.start() in opens), paragraph)


def _first_letter(paragraph: str, start: int) -> int:
    found = _WORD.search(paragraph, start)
    return found.start() if found else start


def _one(word: str, opens: bool) -> str:
    bare, mark, rest = word.partition("’" if "’" in word else "'")
    low = bare.lower()
    if low in _names() or low in _calendar():
        cased = bare[:1] + low[1:]
    elif is_known(low) or low in small("prepositions") or low in small("auxiliaries"):
        cased = bare[:1] + low[1:] if opens else low
    else:
        cased = bare[:1] + low[1:]
    return cased + mark + rest.lower()


def _titled(word: str) -> str:
    low = word.lower()
    small_word = low in small("prepositions", "articles")
    return word if low in _abbreviations() else low if small_word else word[:1] + low[1:]


@cache
def _names() -> frozenset[str]:
    """Words of the names of countries, peoples and capitals, but for those that are words of their own as well."""
    words = {
        word
        for country in countries().values()
        for name in (country.name, *country.also, *country.demonyms, country.capital)
        for word in _WORD.findall(name)
        if word[0].isupper() and len(word) > 2
    }
    own = small("prepositions", "articles", "adverbs") | {"island", "islands", "states", "state", "city"}
    return (
        frozenset(word.lower() for word in words)
        - own
        - {"republic", "united", "union", "kingdom", "central", "holland"}
    )


@cache
def _calendar() -> frozenset[str]:
    return small("days") - listed_words("wording_capitals.yaml", "small_times")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.lower() for word in load("wording_capitals.yaml")["abbreviations"])
