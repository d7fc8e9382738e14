"""Which of two phrases beside each other names the speaker: "the energy minister, ANA RUIZ, said"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dossier.language.words import Word
from dossier.reading.speech.phrases import Span
from dossier.reading.speech.reporting import small
from dossier.reading.speech.sorts import listed
from dossier.reading.speech.times import low

DASHES = frozenset(("—", "–", "-"))
_ASIDE = 24  # words between two dashes
_MOST = 5  # words of a name
_INSIDE = frozenset(("of", "de", "van", "al", ".", "von", "da"))


def named_behind(words: Sequence[Word], told: Span, aside: Span) -> Span | None:
    """The name in an aside behind what its bearer is; None where the phrase in front is the name.

    One word is a name behind nothing but a noun phrase: "The national utility, Zesco, expects".
    """
    start, end = aside
    while start < end and words[start].text == ",":
        start += 1
    while end > start and words[end - 1].text == ",":
        end -= 1
    said = words[slice(*told)]
    plain = said[-1].text.islower()
    whole = plain and low(said[0]) in small("articles") and all(w.is_word for w in said)
    office = any(low(w) in _bearing() for w in said) and (plain or low(said[0]) in small("articles") | _bearing())
    named = _is_name(words[start:end], whole) and (whole or office)
    return (start, end) if named else None


@cache
def _bearing() -> frozenset[str]:
    """What somebody with a name may be: "the MAYOR of the town, Anna Petit"."""
    somebody = listed("people") | listed("offices") | listed("roles") | listed("firms")
    return somebody - {"who", "whose", *small("subject_pronouns")}


def _is_name(words: Sequence[Word], alone: bool) -> bool:
    """Two to five capitalised words, "of" and initials between them allowed; one where it may stand `alone`."""
    capital = [w for w in words if w.is_word and w.text[0].isupper()]
    return (1 if alone else 2) <= len(capital) <= _MOST and all(w in capital or low(w) in _INSIDE for w in words)


def opening_dash(words: Sequence[Word], first: int, closing: int) -> int:
    """ "The miner Codelco — the world’s largest — said": where the aside begins that a dash closes; else 0."""
    while closing > first and words[closing - 1].text in DASHES:
        closing -= 1  # "--"
    opened = next((k for k in range(closing - 2, max(first, closing - _ASIDE), -1) if words[k].text in DASHES), 0)
    while opened > first and words[opened - 1].text in DASHES:
        opened -= 1
    return opened
