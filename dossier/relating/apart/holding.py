"""Who holds an office now, and who did, will or stands in for it: what the president says the former one does not."""

from __future__ import annotations

from functools import cache

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.lexical import is_kind_of
from dossier.language.words import Word

_REACH = 3  # words before the office within which it is said: "FORMER Georgian prime MINISTER"


def other_holder(words: tuple[Word, ...], i: int, lemma: str) -> str:
    """Another lemma for somebody who is not the holder of what words[i] names ("ex-president"), "" for the holder."""
    ends = words_in("links", "determiners", "conjunctions", "auxiliaries")
    for word in reversed(words[max(0, i - _REACH) : i]):
        low = word.text.lower()
        if low in _others():
            return f"{_others()[low]}-{lemma}" if is_kind_of(lemma, "person") else ""
        if low in ends or not word.is_word:
            break
    return ""


@cache
def _others() -> dict[str, str]:
    listed: dict[str, list[str]] = load("exclusive.yaml")["other_holders"]
    return {word: name for name, words in listed.items() for word in words}
