"""Which of the phrases between commas names the speaker."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dossier.language.listed import listed_words
from dossier.language.words import Word
from dossier.reading.speech.phrases import Span
from dossier.reading.speech.reporting import small
from dossier.reading.speech.sorts import listed
from dossier.reading.speech.times import low

DASHES = frozenset(("—", "–", "-"))
_ASIDE = 24  # words between two dashes
_PHRASE = 6  # words; fewer are one noun phrase
_ASIDES = frozenset(("in", "at", "during", "on", "after", "before", "from", "by", "with", "through", "for"))


def behind_apposition(words: Sequence[Word], first: int, comma: int) -> tuple[Span | None, int]:
    """ "Ada Byron, 36, director of a house in London, said": the speaker, or where the phrase with the name ends."""
    commas = [i for i in range(first, comma) if words[i].text == ","]
    for opening in reversed(commas):
        head_end = opening
        if head_end - 1 < first or (not words[head_end - 1].is_word and words[head_end - 1].text not in (")", ".")):
            return None, 0
        between = words[opening + 1 : comma]
        opens = _begins_with_article(words, first, head_end)
        # "The minister of Energy, Ana Ruiz,"
        said = words[max([first, *(c + 1 for c in commas if c < opening)]) : head_end]
        plain, bears = words[head_end - 1].text.islower(), any(low(w) in _bearing() for w in said)
        office = bears and (plain or low(said[0]) in small("articles") | _bearing())
        whose = any(
            c < opening and _ends_in_name(words, c) for c in commas
        )  # "Ana Ruiz, the mayor of a town, Belo Vale,"
        if _is_name(between, opens) and not whose and (office or (opens and plain)):
            return (opening + 1, comma), 0  # "the mayor of the town, Anna Petit, said": the name is the shortest
        aside = low(words[opening + 1]) in _ASIDES and len(commas) == 1
        if aside or _is_apposition(words, opening + 1) or words[head_end - 1].text[0].isupper():
            earlier = [c for c in commas if c < opening]
            if earlier and _is_apposition(words, earlier[-1] + 1) and _ends_in_name(words, earlier[-1]):
                continue
            return None, head_end
    return None, 0


@cache
def _bearing() -> frozenset[str]:
    """What somebody with a name may be: "the MAYOR of the town, Anna Petit"."""
    somebody = listed("people") | listed("offices") | listed("roles") | listed("firms")
    return somebody - {"who", "whose", *small("subject_pronouns")}


def opening_dash(words: Sequence[Word], first: int, closing: int) -> int:
    """ "The miner Codelco — the world’s largest — said": where the aside begins that a dash closes; else 0."""
    while closing > first and words[closing - 1].text in DASHES:
        closing -= 1  # "--"
    opened = next((k for k in range(closing - 2, max(first, closing - _ASIDE), -1) if words[k].text in DASHES), 0)
    while opened > first and words[opened - 1].text in DASHES:
        opened -= 1
    return opened


def _is_apposition(words: Sequence[Word], start: int) -> bool:
    text = low(words[start])
    return (
        text in small("articles")
        or text in listed_words("reporting.yaml", "appositions")
        or words[start].text[0].isdigit()
        or (words[start].text.islower() and text not in small("prepositions") and text not in small("clause_openers"))
    )


def _begins_with_article(words: Sequence[Word], first: int, end: int) -> bool:
    """ "THE NATIONAL UTILITY, Zesco, expects": nothing but one noun phrase stands before the name."""
    said = words[first:end]
    return len(said) < _PHRASE and low(said[0]) in small("articles") and all(w.is_word for w in said)


def _is_name(words: Sequence[Word], alone: bool) -> bool:
    """Two to four capitalised words, "of" and initials between them allowed; one behind a noun phrase `alone`."""
    capital = [w for w in words if w.is_word and w.text[0].isupper()]
    return (1 if alone else 2) <= len(capital) <= 5 and all(
        w in capital or low(w) in ("of", "de", "van", "al", ".", "von", "da") for w in words
    )


def _ends_in_name(words: Sequence[Word], end: int) -> bool:
    return end > 0 and words[end - 1].text[0].isupper()
