"""What may be a part of its own: a subject and a finite verb that a reader understands without the rest."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.language.listed import listed_words
from dossier.reading.sentences.telling import Parsed
from dossier.reading.sentences.tokens import Token, class_of, low_at
from dossier.reading.sentences.verb_forms import is_past_form, plain_auxiliary, present_forms
from dossier.reading.sentences.verb_groups import Verb

QUANTITIES = frozenset(["all", "none", "some", "most", "many", "few", "both", "several", "others", "half"])

_NEAR = 6  # words from a plural to its verb
_ADVERBS = frozenset(["also", "now", "still", "never", "not", "then", "too", "already", "soon", "later"])


def after_adverbial(tokens: Sequence[Token], begin: int, limit: int) -> int:
    """Past 'in December,' or 'in the second quarter of 2022,' at the beginning of a part."""
    if tokens[begin].low not in class_of("prepositions"):
        return begin
    for k in range(begin + 1, min(limit, begin + 9)):
        if tokens[k].text == ",":
            return k + 1
    return begin


def stands_alone(said: Parsed, at: int, end: int = 0) -> bool:
    """Whether the subject that begins at word number `at` can be understood without what went before."""
    tokens = said.tokens[:end] if end else said.tokens
    if at >= len(tokens):
        return False
    first = tokens[at]
    if not first.text[0].isalnum() and first.text not in "$€£“\"'‘":
        return False
    following = low_at(tokens, at + 1)
    if first.low in class_of("possessives"):
        return False
    if first.low in class_of("pronouns"):
        if following == "of":
            return at + 2 < len(tokens) and tokens[at + 2].low not in ("them", "these", "those", "which", "whom")
        return (
            first.low not in ("he", "she", "it", "they")
            and not (at + 1 in said.verbs or following in _ADVERBS)
            and first.low in listed_words("grammar.yaml", "self_standing")
        )
    # "Imports fell", "exports to China have grown": a plural that looks like a verb.
    near = (verb for k, verb in said.verbs.items() if at < k < at + _NEAR)
    return at not in said.verbs or (first.low in present_forms()[1] and any(map(_is_past, near)))


def _is_past(verb: Verb) -> bool:
    return bool(plain_auxiliary(verb.words[0])) or is_past_form(verb.words[0])


def shares_quantity(said: Parsed, left: int, end: int, begin: int) -> bool:
    """ "None of the states signed, and all are waiting": all of the states are meant, and a reader can be told so."""
    before, tokens = said.tokens[left:end], said.tokens
    return (
        begin + 1 < len(tokens)
        and tokens[begin].low in QUANTITIES
        and begin + 1 in said.verbs
        and len(before) > 4
        and before[0].low in QUANTITIES | class_of("numbers")
        and before[1].low == "of"
        and before[2].low in class_of("determiners") | {"its", "their", "these", "those"}
    )


def leans_back(said: Parsed, begin: int, verb: int) -> bool:
    """Whether a part needs the one before to be understood: "has not ratified it", "that of rice", "Peru’s rose"."""
    tokens = said.tokens
    if tokens[verb - 1].low.endswith(("'s", "s'")) or (tokens[begin].low in ("that", "those") and verb - begin > 1):
        return True
    if any(t.low in ("them", "which", "whom") for t in tokens[begin:verb]):
        return True  # "half of them are women"
    plural = tokens[verb - 1].low.endswith("s") or any(t.low == "and" for t in tokens[begin:verb])
    for k in range(verb + 1, len(tokens)):
        low, after = tokens[k].low, low_at(tokens, k + 1)
        if low in (";",) or (tokens[k].text == "," and after in class_of("joints")):
            return False
        if low in ("it", "them", "him", "they", "this"):
            speaks_of_itself = k + 1 in said.verbs and ((low == "it" and not plural) or (low == "they" and plural))
            if low == "this" and k + 1 not in said.verbs and after not in (".", ",", ";"):
                continue
            if not speaks_of_itself:
                return True
    return any(t.low == "one" for t in tokens[begin + 1 : verb])
