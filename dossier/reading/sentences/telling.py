"""Whether words have a finite verb, so that they can state something."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dossier.reading.sentences.tokens import Token, class_of, tokens_of
from dossier.reading.sentences.verb_forms import is_regular_past
from dossier.reading.sentences.verb_groups import Verb, finite_verbs
from dossier.reading.sentences.verb_signs import LIKELY

_STOP = " ."


class Parsed(NamedTuple):
    """A text as words and marks, and its finite verbs by the number of their first word; places count from its start.

    `verbs` are those that most likely are some, `perhaps` all that may be.
    """

    tokens: tuple[Token, ...]
    verbs: dict[int, Verb]
    perhaps: dict[int, Verb]


def parsed(text: str) -> Parsed:
    """The words and the finite verbs of a text; the stop at its end tells of none, so a quote is read only once."""
    said = _parsed(text.rstrip(_STOP))
    stop = tokens_of(text, len(text.rstrip(_STOP)), len(text))
    return said._replace(tokens=(*said.tokens, *stop)) if stop else said


@lru_cache(maxsize=1024)  # the same words are tried as a quote of several clauses
def _parsed(text: str) -> Parsed:
    tokens = tuple(tokens_of(text, 0, len(text)))
    perhaps = {verb.first: verb for verb in finite_verbs(tokens)}
    return Parsed(tokens, {at: verb for at, verb in perhaps.items() if verb.sure >= LIKELY}, perhaps)


def may_tell(text: str) -> bool:
    """Whether a finite verb may stand in the text, so that it can be a statement at all."""
    return bool(_parsed(text.rstrip(_STOP)).perhaps)


def has_verb(text: str) -> bool:
    """Whether a finite verb surely stands in it behind a subject, outside brackets, quotations, relative clauses."""
    tokens, verbs, _ = parsed(text)
    owed = 0  # verbs of relative clauses still to come
    for k, token in enumerate(tokens):
        if token.deep:
            continue
        if token.low in class_of("relatives") and (k or token.text != "That"):
            owed += 1
        elif k and k in verbs and not _is_set_off(tokens, verbs[k]):
            if not owed:
                return True
            owed -= 1
    return False


def _is_set_off(tokens: tuple[Token, ...], verb: Verb) -> bool:
    """ "An inquiry, PUBLISHED in March": more likely a participle than a verb."""
    return verb.may_be_participle and tokens[verb.first - 1].text == "," and is_regular_past(verb.head)
