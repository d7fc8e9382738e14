"""What words before a number make of it: about, more than, up to."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.figures.numbers import Number
from dossier.reading.figures.tokens import DASHES, Token, edge_words, low_at, touches, words

_LONGEST_PHRASE = 4


def qualified(tokens: Sequence[Token], i: int, number: Number) -> tuple[int, float | None, float | None, bool]:
    """Where the figure starts with its qualifiers, its ends and whether it is rough."""
    low, high, approx = number.low, number.high, number.approx
    first = i
    for _ in range(2):
        length, name = max((_phrase_before(tokens, first, n), n) for n in _QUALIFIERS)
        over = length == 1 and low_at(tokens, first - 1) == "over"
        verb = low_at(tokens, first - length - 1)
        adds_up = length == 2 and name == "at_most" and (verb in words("upward") or verb.startswith("add"))
        if (
            not length
            or adds_up
            or (over and (_lasts(tokens, number, first) or low_at(tokens, first - 2) in words("with_over")))
        ):
            break  # "handed over 20 percent"
        first -= length
        if name != "approx" and _is_denied(tokens, first):
            name = "at_most" if name == "at_least" else "at_least"
        low, high = (None if name == "at_most" else low), (None if name == "at_least" else high)
        approx = approx or name == "approx"
    if low is None and high is None:
        low, high = number.low, number.high
    return first, low, high, approx


def _lasts(tokens: Sequence[Token], number: Number, first: int) -> bool:
    """ "Rose by half over ten years": the time it took; "for over ten years" is at least so long."""
    at = number.last + (low_at(tokens, number.last) in DASHES)
    return words("units").get(low_at(tokens, at)) in words("durations") and low_at(tokens, first - 2) not in _LASTING


def _is_denied(tokens: Sequence[Token], first: int) -> bool:
    """ "Has NEVER caught more than 500", "does NOT exceed 5": the other end is open then."""
    for back in range(1, _REACH):
        word = low_at(tokens, first - back)
        if word in words("never") or word.endswith(("n't", "n’t")):
            return True
        if not word[:1].isalpha() or word in words("not_of_amount"):
            return False
    return False


_REACH = 4  # words: "did not want to pay more than"
_QUALIFIERS = ("approx", "at_least", "at_most")
_LASTING = ("for", "in", "after", "of", "lasted", "took", "take", "takes", "is", "was", "just", "little", "with")


def _phrase_before(tokens: Sequence[Token], i: int, name: str) -> int:
    """How many tokens before i make up a phrase of the table, 0 for none."""
    if low_at(tokens, i - 1) not in edge_words(name, -1):
        return 0
    for length in range(min(_LONGEST_PHRASE, i), 0, -1):
        phrase = " ".join(t.low for t in tokens[i - length : i])
        if phrase in words(name) and not (phrase in "<>" and touches(tokens, i - 1)):
            return length
    return 0


def phrase_here(tokens: Sequence[Token], i: int, name: str) -> int:
    """How many tokens from i on make up a phrase of the table, 0 for none."""
    if low_at(tokens, i) not in edge_words(name, 0):
        return 0
    for length in (2, 1):
        if " ".join(t.low for t in tokens[i : i + length]) in words(name):
            return length
    return 0
