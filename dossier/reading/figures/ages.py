"""Numbers that are somebody's age: 'Ann Lee, 45,', 'died at 91'."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.figures.following import counts, goes_on
from dossier.reading.figures.tokens import Token, low_at, value_of, words


def is_age(tokens: Sequence[Token], first: int, last: int, unit: str) -> bool:
    """'aged 45', 'Ann Lee, 45,', 'are under 30', 'died at 91'; but 'a 45-year-old' is 45 years."""
    before = low_at(tokens, first - 1)
    if before in ("aged", "age") or (before == "of" and low_at(tokens, first - 2) == "age"):
        return True
    if (
        before in ("and", "or", "to")
        and low_at(tokens, first - 2).isdecimal()
        and low_at(tokens, first - 3) in ("aged", "ages")
    ):
        return True
    if unit or last != first + 1 or not 0 < _small_value(tokens[first]) < 120:
        return False
    if before in ("under", "over", "above", "below") and low_at(tokens, first - 2) in words("age_verbs"):
        return not counts(tokens, last) and not goes_on(tokens, last)
    if before in ("under", "over", "above", "below") and low_at(tokens, first - 2) in words("aged_people"):
        return not counts(tokens, last)
    if not tokens[first].is_digits:
        return False
    near = {low_at(tokens, n) for n in range(first - 4, first - 1)}  # "died last year at 61"
    if before == "at" and near & {"die", "dies", "died", "dead", "aged"}:
        return not counts(tokens, last)
    if before in ("is", "was", "turned", "turns") and low_at(tokens, first - 2) in words("aged_one"):
        return low_at(tokens, last) in ("", ".", ",", "and", "when", "but", "now")
    at = first - 3 if low_at(tokens, first - 2) == "." else first - 2  # "Ann Lee Jr., 45,", "the singer, 33,"
    name = at >= 0 and tokens[at].is_word and (tokens[at].text[0].isupper() or low_at(tokens, last) == ",")
    return (
        before == "," and name and low_at(tokens, last) in (",", ".") and not low_at(tokens, last + 1)[:1].isdecimal()
    )


def _small_value(word: Token) -> float:
    """The number a digit or a small number word stands for, 0 for others."""
    return value_of(word.text) if word.is_digits else float(words("small").get(word.low, 0))
