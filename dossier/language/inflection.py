"""Forms of English words, so that a list of base forms finds them all without a tagger."""

from __future__ import annotations

from functools import cache, lru_cache

from dossier.data import load

_VOWELS = "aeiou"


@lru_cache(maxsize=50_000)
def forms_of(base: str) -> frozenset[str]:
    """Every form a word list entry may take in a text: shrink -> shrink, shrinks, shrinking, shrank, ...

    Too many rather than too few: forms that English does not have harm nobody, unless they are another word.
    """
    forms = {base, *load("irregular.yaml").get(base, ())}
    if not base.isalpha() or len(base) < 2 or base in _unchanging():
        return frozenset(forms)
    if base.endswith("y") and base[-2] not in _VOWELS:
        forms |= {base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
    elif base.endswith("e"):
        forms |= {base + "s", base + "d", base[:-1] + "ing"}
    else:
        plural = "es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s"
        stems = {base, base + base[-1]} if _doubles(base) else {base}
        forms |= {base + plural, *(s + e for s in stems for e in ("ed", "ing"))}
    return frozenset(forms)


@cache
def _unchanging() -> frozenset[str]:
    return frozenset(load("function_words.yaml")["unchanging"].split())


def _doubles(base: str) -> bool:
    """drop -> dropped, cancel -> cancelled: one vowel before one consonant at the end."""
    return base[-1] not in _VOWELS + "wxy" and base[-2] in _VOWELS and (len(base) < 3 or base[-3] not in _VOWELS)
