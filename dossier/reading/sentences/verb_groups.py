"""The finite verbs of a sentence with their auxiliaries: "had already been closed", "said", "may not have left"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dossier.data import load
from dossier.language.grammar import is_adverb
from dossier.reading.sentences.tokens import Token, class_of, low_at
from dossier.reading.sentences.verb_forms import is_participle, is_past_form, may_be_finite, plain_auxiliary, words_of
from dossier.reading.sentences.verb_signs import LIKELY, SURE, sureness

_BETWEEN = 5  # adverbs between an auxiliary and its verb


class Verb(NamedTuple):
    """The words first..last of a sentence: the finite form, the main verb, and how sure it is that this is one.

    `words` are all from the finite form to the main verb without adverbs: ("had", "been", "closed"), ("closed",).
    """

    first: int
    last: int
    words: tuple[str, ...]
    sure: int

    @property
    def head(self) -> str:
        """The main verb, or the auxiliary that stands alone."""
        return self.words[-1] if self.words[-1] != "to" else self.words[-2]

    @property
    def may_be_noun(self) -> bool:
        """Whether the form may also be a noun: "the appeals court"."""
        return self.sure < SURE and not is_past_form(self.head)

    @property
    def may_be_participle(self) -> bool:
        """Whether the form may also tell what was done to the noun before it: "the permit awarded last year"."""
        return self.sure == LIKELY and len(self.words) == 1 and is_past_form(self.head)


def finite_verbs(tokens: Sequence[Token]) -> list[Verb]:
    """The finite verbs in their order, as far as each one's form and neighbours tell."""
    found, past = [], 0
    for at in [at for at, token in enumerate(tokens) if may_be_finite(token.low)]:
        if at >= past and (verb := _verb_at(tokens, at)):
            found.append(verb)
            past = verb.last + 1
    return found


def _verb_at(tokens: Sequence[Token], at: int) -> Verb | None:
    if plain := _auxiliary(tokens, at):
        return _with_auxiliary(tokens, at, plain)
    sure, low = sureness(tokens, at), tokens[at].low
    if sure and low in words_of("linking") and is_participle(low_at(tokens, at + 1)):
        return Verb(at, at + 1, (low, tokens[at + 1].low), SURE)  # "remains committed"
    return Verb(at, at, (low,), sure) if sure else None


def _auxiliary(tokens: Sequence[Token], at: int) -> str:
    """The plain form of an auxiliary; not of "to have", "in May", "at 9 am", "the political will"."""
    token, plain = tokens[at], plain_auxiliary(tokens[at].low)
    if not plain:
        return ""
    before = low_at(tokens, at - 1)
    if before == "to" or (token.low == "am" and before[:1].isdigit()) or token.text == "May":
        return ""
    if plain in words_of("also_nouns") and (_is_name(tokens, at) or before in words_of("before_nouns")):
        return ""
    return plain


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    """ "WILL Porter won the vote": a capital inside a sentence, or at its head with another behind it."""
    if not tokens[at].text.istitle() or low_at(tokens, at + 1) in ("not", "be", "have"):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    named = after.text.istitle() and after.low not in class_of("pronouns", "determiners") and tokens[-1].text != "?"
    return named if at == 0 else True


def _with_auxiliary(tokens: Sequence[Token], at: int, aux: str) -> Verb:
    ahead = False
    words, last, k = [aux], at, at + 1  # the plain form: "is" of "it's"
    while k < min(len(tokens), at + 1 + _BETWEEN + len(words)):
        low = tokens[k].low
        if is_adverb(low) or low in words_of("between") or (low == "to" and words == ["ought"]):
            k += 1
            continue
        if low in words_of("unfinished") and (low != "have" or words[-1] in words_of("modals")):
            words.append(low)
            last, k = k, k + 1
            continue
        ahead = low in words_of("ahead") and words[-1] in words_of("be") and low_at(tokens, k + 1) == "to"
        ahead = ahead and low_at(tokens, k + 2) not in class_of("determiners", "possessives")  # "due to the drought"
        if ahead or _goes_with(words[-1], tokens, k):
            words.append(low)
            last = k
        break
    if low_at(tokens, last + 1) == "to" and (
        (words[-1] in words_of("ahead") and len(words) > 1 and ahead) or _is_meant(tokens, words, last)
    ):
        words.append("to")  # "is expected to", "is to", "has to"
    return Verb(at, last, tuple(words), SURE)


def _is_meant(tokens: Sequence[Token], words: Sequence[str], last: int) -> bool:
    """ "The mine IS TO receive a loan", "has to": not "the aim is to", "is to blame"."""
    plans = load("periods.yaml")
    if len(words) > 1 or words[0] not in ("is", "are", "was", "were", "has", "have", "had"):
        return False
    return low_at(tokens, last + 2) not in plans["no_plan"] and low_at(tokens, last - 1) not in plans["purposes"]


def _goes_with(before: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is the main verb behind this auxiliary."""
    low = tokens[at].low
    if not low.isalpha() or not tokens[at].text[0].islower() or low in class_of("determiners", "possessives"):
        return False
    if before in words_of("modals", "do"):
        return low not in class_of("prepositions", "pronouns", "joints")
    if before in words_of("have") | {"having"}:
        return is_participle(low)
    return is_participle(low) or (low.endswith("ing") and low not in words_of("things_in_ing"))


def tense_of_words(words: Sequence[str]) -> str:
    """The tense of a verb by its own words: past, present, perfect, future, would, or "" without a verb."""
    if not words:
        return ""
    first, last = plain_auxiliary(words[0]) or words[0], words[-1]
    if (
        first in ("would", "may", "might", "must", "could", "should", "ought")
        and "have" in words[1:-1]
        and last != "to"
    ):
        return "past"
    if first in ("will", "shall", "should", "ought"):
        return "future"
    if first == "would":
        return "would"
    if first in words_of("have") - {"had"}:
        return "perfect" if len(words) > 1 and last != "to" else "present"
    if first in words_of("be") and last == "to" and first not in ("was", "were"):
        return "future"
    if first in ("was", "were", "had", "did"):
        return "past"
    if first in words_of("be", "do", "modals") or not (is_past_form(first) or first in words_of("only_past")):
        return "present"
    return "past"
