"""What may be a part of its own: a subject and a finite verb that a reader understands without the rest."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.language.listed import listed_words
from dossier.reading.sentences.verbs import Token, class_of, is_finite, is_past, present_forms

QUANTITIES = frozenset(["all", "none", "some", "most", "many", "few", "both", "several", "others", "half"])

_ADVERBS = frozenset(["also", "now", "still", "never", "not", "then", "too", "already", "soon", "later"])


def after_adverbial(tokens: Sequence[Token], begin: int, limit: int) -> int:
    """Past 'in December,' or 'in the second quarter of 2022,' at the beginning of a part."""
    if tokens[begin].low not in class_of("prepositions"):
        return begin
    for k in range(begin + 1, min(limit, begin + 9)):
        if tokens[k].text == ",":
            return k + 1
    return begin


def stands_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether the subject that begins here can be understood without what went before."""
    if at >= len(tokens):
        return False
    first = tokens[at]
    if not first.text[0].isalnum() and first.text not in "$€£“\"'‘":
        return False
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if first.low in class_of("possessives"):
        return False
    if first.low in class_of("pronouns"):
        if following == "of":
            return at + 2 < len(tokens) and tokens[at + 2].low not in ("them", "these", "those", "which", "whom")
        return (
            first.low not in ("he", "she", "it", "they")
            and not (is_finite(tokens, at + 1) or following in _ADVERBS)
            and first.low in listed_words("grammar.yaml", "self_standing")
        )
    if first.low in present_forms()[1] and _is_plural_noun(tokens, at):
        return True
    return not is_finite(tokens, at) or (first.low in ("will", "may", "can") and first.text[0].isupper())


def _is_plural_noun(tokens: Sequence[Token], at: int) -> bool:
    """ "Imports fell", "exports to China have grown": a plural that looks like a verb."""
    return any(is_past(tokens, k) for k in range(at + 1, at + 6))


def shares_quantity(before: Sequence[Token], tokens: Sequence[Token], begin: int) -> bool:
    """ "None of the states signed, and all are waiting": all of the states are meant, and a reader can be told so."""
    return (
        begin + 1 < len(tokens)
        and tokens[begin].low in QUANTITIES
        and is_finite(tokens, begin + 1)
        and len(before) > 4
        and before[0].low in QUANTITIES | class_of("numbers")
        and before[1].low == "of"
        and before[2].low in class_of("determiners") | {"its", "their", "these", "those"}
    )


def leans_back(tokens: Sequence[Token], begin: int, verb: int) -> bool:
    """Whether a part needs the one before to be understood: "has not ratified it", "that of rice", "Peru’s rose"."""
    if tokens[verb - 1].low.endswith(("'s", "s'")) or (tokens[begin].low in ("that", "those") and verb - begin > 1):
        return True
    if any(t.low in ("them", "which", "whom") for t in tokens[begin:verb]):
        return True  # "half of them are women"
    plural = tokens[verb - 1].low.endswith("s") or any(t.low == "and" for t in tokens[begin:verb])
    for k in range(verb + 1, len(tokens)):
        low, after = tokens[k].low, tokens[k + 1].low if k + 1 < len(tokens) else ""
        if low in (";",) or (tokens[k].text == "," and after in class_of("joints")):
            return False
        if low in ("it", "them", "him", "they", "this"):
            speaks_of_itself = is_finite(tokens, k + 1) and (
                (low == "it" and not plural) or (low == "they" and plural)
            )
            if low == "this" and not is_finite(tokens, k + 1) and after not in (".", ",", ";"):
                continue
            if not speaks_of_itself:
                return True
    return any(t.low == "one" for t in tokens[begin + 1 : verb])
