"""Whether words have a finite verb, so that they can state something."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dossier.reading.sentences.verb_groups import Verb, finite_verbs
from dossier.reading.sentences.verb_signs import LIKELY
from dossier.reading.sentences.verbs import Token, class_of, is_regular_past, tokens_of


class Parsed(NamedTuple):
    """A text as words and marks, and its finite verbs by the number of their first word."""

    tokens: tuple[Token, ...]
    verbs: dict[int, Verb]

    def is_verb(self, at: int) -> bool:
        """Whether word number `at` is most likely a finite verb."""
        return at in self.verbs and self.verbs[at].sure >= LIKELY


@lru_cache(maxsize=1024)  # the same words are tried as a quote of several clauses
def parsed(text: str) -> Parsed:
    """The words and the finite verbs of a text; places count from its start."""
    tokens = tuple(tokens_of(text, 0, len(text)))
    return Parsed(tokens, {verb.first: verb for verb in finite_verbs(tokens)})


def may_tell(text: str) -> bool:
    """Whether a finite verb may stand in the text, so that it can be a statement at all."""
    return bool(parsed(text).verbs)


def has_verb(text: str) -> bool:
    """Whether a finite verb surely stands in it behind a subject, outside brackets, quotations, relative clauses."""
    tokens, verbs = parsed(text)
    owed = 0  # verbs of relative clauses still to come
    for k, token in enumerate(tokens):
        if token.deep:
            continue
        if token.low in class_of("relatives") and (k or token.text != "That"):
            owed += 1
        elif k and k in verbs and verbs[k].sure >= LIKELY and not _is_set_off(tokens, verbs[k]):
            if not owed:
                return True
            owed -= 1
    return False


def _is_set_off(tokens: tuple[Token, ...], verb: Verb) -> bool:
    """ "An inquiry, PUBLISHED in March": more likely a participle than a verb."""
    return verb.may_be_participle and tokens[verb.first - 1].text == "," and is_regular_past(verb.head)
