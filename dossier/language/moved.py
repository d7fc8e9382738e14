"""Of which words a word of direction tells: what rises, what is weakened, what somebody draws closer to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.language.grammar import function_words, is_adverb, words_in
from dossier.language.phrases import Found, plain
from dossier.language.words import Word

_BE = words_in("be")
_AUX = words_in("be", "auxiliaries")
_DETERMINERS = words_in("determiners")
_LINKS = words_in("links")
_CONJUNCTIONS = words_in("conjunctions")
STAND_FOR = frozenset({"it", "he", "she", "they"})  # whatever was named before
_STOPS = _AUX | {"than"}
_SKIPPED = (
    _AUX
    | {"not", "never", "n't", "no", "longer", "also", "now", "still", "already", "keep", "keeps", "kept"}
    | {"continue", "continues", "continued", "begin", "begins", "began", "start", "starts", "started"}
)
# Of what lies ahead: "rents are EXPECTED to rise" tells of rents.
_AHEAD = frozenset(
    {"expected", "set", "bound", "due", "poised", "forecast", "predicted", "projected", "sure", "certain"}
)
_NO_OBJECT = words_in("auxiliaries", "links", "adverbs", "conjunctions")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of direction as listed: +1, -1 or 0 on a dimension, as verb, noun or adjective."""

    sign: int
    dimension: str
    kinds: tuple[str, ...]


def thing_of(words: Sequence[Word], found: Found[Entry], kind: str, verbs: frozenset[int]) -> tuple[int, int]:
    """Word numbers of what it tells of, end exclusive; (0, 0) where none stands. `verbs` are ends of others."""
    inside = _in_gap(words, found)
    if inside:
        return inside
    after = plain(words[found.end].text) if found.end < len(words) else ""
    if kind != "verb" and words[found.end - 1].text.lower() in _LINKS:
        return _phrase_after(words, found.end)
    if kind == "noun":
        if after in _LINKS - {"by"}:
            return _phrase_after(words, found.end + 1)
        return _phrase_before(words, found.start, verbs)
    if kind == "adjective":
        copula = any(plain(w.text) in _BE for w in words[max(0, found.start - 3) : found.start])
        return (
            _phrase_before(words, found.start, verbs)
            if copula or not after.isalpha()
            else _phrase_after(words, found.end)
        )
    passive = found.start and any(plain(w.text) in _BE for w in words[max(0, found.start - 2) : found.start])
    passive = passive and words[found.end - 1].text.lower().endswith(("ed", "en", "wn"))
    attributive = found.start and words[found.start - 1].text.lower() in _DETERMINERS and after.isalpha()
    counted = after[:1].isdigit() and found.value.dimension in ("openness", "support")
    starts_object = counted or (after.isalpha() and after not in _NO_OBJECT and not is_adverb(after))
    if attributive or (starts_object and not passive):
        return _phrase_after(words, found.end)
    return _phrase_before(words, found.start, verbs)


def _in_gap(words: Sequence[Word], found: Found[Entry]) -> tuple[int, int] | None:
    """What stands inside a phrase: "push RENTS up", "leave THE RATE unchanged"; None where nothing is named there."""
    before, gap, after = found.entry.partition(" _ ")
    if not gap:
        return None
    start, end = found.start + len(before.split()), found.end - len(after.split())
    named = (w for w in words[start:end] if w.is_word and plain(w.text) not in function_words())
    return (start, end) if any(w.text[0].isalpha() and not is_adverb(w.text) for w in named) else None


def _phrase_after(words: Sequence[Word], start: int) -> tuple[int, int]:
    end = start
    while end < len(words) and end - start < 9 and words[end].is_word and plain(words[end].text) not in _STOPS:
        end += 1
    return (start, end) if end > start else (0, 0)


def _in_row(words: Sequence[Word], comma: int, end: int) -> bool:
    """Whether a comma stands inside "Mali, Burkina Faso and Niger": names on both sides, an "and" before the end."""
    if words[comma].text != "," or not 0 < comma < end - 1:
        return False
    named = words[comma - 1].text[0].isupper() and words[comma + 1].text[0].isupper()
    return named and any(w.text in ("and", "or") for w in words[comma + 2 : end])


def _lies_ahead(words: Sequence[Word], end: int) -> bool:
    be = end > 1 and plain(words[end - 2].text) in _BE
    return be and words[end].text.lower() == "to" and plain(words[end - 1].text) in _AHEAD


def _phrase_before(words: Sequence[Word], end: int, verbs: frozenset[int]) -> tuple[int, int]:
    """The words before, back to a mark, an auxiliary, a conjunction or another verb of direction."""
    while end > 0 and (
        plain(words[end - 1].text) in _SKIPPED or is_adverb(words[end - 1].text.lower()) or _lies_ahead(words, end)
    ):
        end -= 1
    if end > 0 and plain(words[end - 1].text) in STAND_FOR:
        return end - 1, end  # "compared with rice IT grew"
    start = end
    if start > 0 and words[start - 1].text == ")":  # "the three countries (Chad, Niger and Mali) fell"
        start = next((k for k in range(start - 1, max(-1, start - 16), -1) if words[k].text == "("), start)
    limit = max(0, start - 12)
    while start > limit and start not in verbs - {end}:
        if not words[start - 1].is_word:
            if not _in_row(words, start - 1, end):
                break
            start -= 1
            continue
        low = plain(words[start - 1].text)
        if (low in _AUX and low != "to") or low == "that" or (low in _CONJUNCTIONS and low not in ("and", "or")):
            break
        start -= 1
    while start < end and words[start].text.lower() in ("and", "or"):
        start += 1
    return (start, end) if end > start else (0, 0)
