"""Names in full and in letters: "the International Monetary Fund" is met by "the IMF"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dossier.language.grammar import words_in
from dossier.language.words import Word, once

_LETTERS = range(2, 8)  # how long an acronym is
_JOINING = frozenset({"of", "for", "and", "the", "on", "in", "to"})


@once
def acronyms(words: Sequence[Word]) -> dict[int, frozenset[str]]:
    """What each acronym, and the last word of each long name, may be met by: "iimf"."""
    found = {i: frozenset({f"i{w.text.lower()}"}) for i, w in enumerate(words) if _is_short(w)}
    for first, end in _runs(words):
        found[end - 1] = frozenset(f"i{short}" for short in _letters(words[first:end]))
    return found


def _letters(name: Sequence[Word]) -> Iterator[str]:
    """The first letters, of the small words too or not; of a name after "of the" its own as well."""
    starts = [0, *(n + 1 for n, (x, y) in enumerate(pairwise(name)) if (x.text, y.text) == ("of", "the"))]
    for start in starts:
        own = [w.text[0].lower() for w in name[start:] if w.text[0].isupper()]
        every = [w.text[0].lower() for w in name[start:] if w.text.lower() != "the"]
        yield from ("".join(letters) for letters in (own, every) if len(letters) in _LETTERS)


def _is_short(word: Word) -> bool:
    return len(word.text) in _LETTERS and word.text.isalpha() and word.text.isupper()


def _runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Stretches of two or more words with a capital, small joining words between them let in."""
    i = 0
    while i < len(words):
        if not words[i].text[0].isupper():
            i += 1
            continue
        end = i
        while end < len(words) and _goes_on(words, i, end):
            end += 1
        while end > i and not words[end - 1].text[0].isupper():
            end -= 1
        start = i + (end > i and words[i].text.lower() in words_in("determiners"))
        if end - start >= 2:
            yield start, end
        i = max(end, i + 1)


def _goes_on(words: Sequence[Word], start: int, at: int) -> bool:
    text = words[at].text
    return (text[0].isupper() and len(text) > 1 and not _is_short(words[at])) or (
        at > start and text.lower() in _JOINING
    )
