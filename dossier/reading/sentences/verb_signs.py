"""Whether the form of a word and its neighbours make it a finite verb."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache, partial

from dossier.data import load
from dossier.language.dictionary import base_of
from dossier.language.grammar import is_adverb
from dossier.language.lexical import first_used_as_verb, has_entry, is_verb
from dossier.language.listed import listed_words
from dossier.reading.sentences.verbs import (
    Token,
    class_of,
    head_before,
    is_finite,
    is_regular_past,
    is_singular,
    present_forms,
)
from dossier.reading.speech.reporting import verbs as reporting

words_of = partial(listed_words, "clause_tree.yaml")

# How sure a word is a finite verb: a form that is nothing else, one that may be a participle or a noun, and one that
# is a verb only where a clause has no other.
SURE, LIKELY, PERHAPS = 3, 2, 1
_SHORT = 4  # letters of "sued", "used", "died"
_YEAR = 4  # digits
_NO_FINITE = ("to", "be", "been", "being", "of", "having")  # behind these no finite verb stands
_PREFIXES = ("over", "under", "out", "re", "off")


@cache
def plain_auxiliary(low: str) -> str:
    """The plain form of an auxiliary: "is" of "isn't", "will" of "they'll"; "" for another word."""
    known = load("clause_tree.yaml")
    left, _, right = low.partition("'")
    if left in known["clitic_on"] and right in known["clitics"]:
        return str(known["clitics"][right])
    plain = known["shortened"].get(low, low.removesuffix("n't"))
    return plain if plain in words_of("be", "have", "do", "modals") else ""


@lru_cache(maxsize=50_000)
def is_past_form(low: str) -> bool:
    """Whether a word has the form of a past, which most verbs share with their participle."""
    return (len(low) >= _SHORT and is_regular_past(low)) or low in _pasts()


@cache
def _pasts() -> frozenset[str]:
    auxiliaries = words_of("be", "do", "have", "modals")
    listed = load("periods.yaml")
    return class_of("past") | frozenset((*listed["past"], *listed["either"])) - auxiliaries


@lru_cache(maxsize=50_000)
def is_participle(low: str) -> bool:
    """Whether a word may be what "has" or "was" stands before: "closed", "shrunk", "put", "overtaken"."""
    known = _participles()
    plain = next((low[len(p) :] for p in _PREFIXES if low.startswith(p) and low not in known), low)
    formed = is_past_form(low) or low.endswith("en") or plain in known
    return formed and not low.endswith(("ing", "er")) and low not in load("periods.yaml")["no_participles"]


@cache
def _participles() -> frozenset[str]:
    listed = load("irregular.yaml")
    irregular = {form for base, forms in listed.items() if base not in ("be", "have") for form in (base, *forms)}
    return frozenset(irregular | set(load("periods.yaml")["either"]) | words_of("only_participle") | {"had"})


@lru_cache(maxsize=50_000)
def may_be_finite(low: str) -> bool:
    """Whether a word may be a finite verb at all, wherever it stands."""
    if plain_auxiliary(low) or is_past_form(low) or low in words_of("only_past"):
        return True
    return low in reporting() or any(low in forms for forms in present_forms()) or _may_be_present(low)


def _may_be_present(low: str) -> bool:
    """Whether a dictionary has the word as a verb, or as no other word: "dispels"."""
    base = base_of(low)
    return low.isalpha() and (is_verb(base) or (base != low and not has_entry(base)))


def sureness(tokens: Sequence[Token], at: int) -> int:
    """How surely a word without auxiliary is a finite verb; 0 = it is none."""
    token, low = tokens[at], tokens[at].low
    before = tokens[at - 1].low if at else "to"
    if not token.text[0].islower() or not low.isalpha() or low in words_of("unfinished", "between"):
        return 0
    if before in _NO_FINITE or before.endswith("'s"):
        return 0
    skipped = is_adverb(before) and at > 1
    before = tokens[at - 2].low if skipped else before
    if low in words_of("only_past") and before not in class_of("determiners", "possessives", "prepositions"):
        return SURE
    if is_past_form(low):
        return _sureness_of_past(tokens, at, before)
    if low in words_of("saying_now"):
        return SURE
    closed = class_of("determiners", "possessives", "prepositions")
    if before in closed or low in closed or low in class_of("pronouns") or low.endswith("ing"):
        return 0
    lead = at - 1 - skipped
    named = tokens[lead].text[0].isupper() and not (
        lead and low == base_of(low) and tokens[lead - 1].low in class_of("determiners")  # "the Kharif season"
    )
    return _sureness_of_present(tokens, at, before, named)


def _sureness_of_past(tokens: Sequence[Token], at: int, before: str) -> int:
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if before in (class_of("determiners", "possessives", "prepositions") | words_of("degrees")) - words_of("alone"):
        return 0
    if before in words_of("subjects"):
        return SURE
    if is_finite(tokens, at) or before == "," or (len(tokens[at].low) == _SHORT and after != "by"):
        return LIKELY
    if tokens[at].low not in load("periods.yaml")["either"]:
        return PERHAPS if after == "by" else 0
    named = at > 1 and tokens[at - 1].text[0].isupper() and tokens[at - 2].low not in class_of("determiners")
    return LIKELY if named else PERHAPS  # "since Rabat quit a deal", not "the OPEC cut"


def _sureness_of_present(tokens: Sequence[Token], at: int, before: str, named: bool) -> int:
    """A present must agree with its subject where that stands right before it."""
    low, after = tokens[at].low, tokens[at + 1].low if at + 1 < len(tokens) else ""
    third = low.endswith("s") and not low.endswith("ss")
    plural = before.endswith("s") and not before.endswith("ss")
    across = third and plural and first_used_as_verb(low[:-1]) and is_singular(head_before(tokens, at) or "s")
    subject = before in words_of("subjects")
    if subject and before not in ("who", "which") and third != (before in ("he", "she", "it")):
        return 0
    telling = reporting().get(low)
    if telling and after == "that":
        return SURE
    if across or is_finite(tokens, at) or (telling and "also_nouns" not in telling.takes and third != plural):
        return SURE if subject else LIKELY
    if not _may_be_present(low):
        return 0
    if named and third and after == "to" and low in load("periods.yaml")["intending"]:
        return LIKELY  # "the Philippines plans to"
    free = named or before == "," or (before.isdigit() and len(before) == _YEAR)
    return SURE if subject else PERHAPS if third != plural or free else 0
