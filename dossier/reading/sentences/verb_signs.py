"""Whether the form of a word and its neighbours make it a finite verb."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache, partial

from dossier.data import load
from dossier.language.dictionary import base_of
from dossier.language.grammar import is_adverb, words_in
from dossier.language.lexical import first_used_as_verb, has_entry, is_verb
from dossier.language.listed import listed_words
from dossier.reading.sentences.verbs import (
    Token,
    adjectives,
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
    if plain_auxiliary(low) or is_past_form(low) or _is_rarely_past(low) or low in words_of("only_past"):
        return True
    return low in reporting() or any(low in forms for forms in present_forms()) or _may_be_present(low)


def _may_be_present(low: str) -> bool:
    """Whether a dictionary has the word as a verb, or as no other word: "dispels"."""
    base = base_of(low)
    unlisted = base != low and not has_entry(base) and not base.endswith(tuple(words_of("noun_endings")))
    return low.isalpha() and (is_verb(base) or unlisted)


def sureness(tokens: Sequence[Token], at: int) -> int:
    """How surely a word without auxiliary is a finite verb; 0 = it is none."""
    token, low = tokens[at], tokens[at].low
    before = tokens[at - 1].low if at else "to"
    if not token.text[0].islower() or not low.isalpha() or low in words_of("unfinished", "between"):
        return 0
    if before in _NO_FINITE or before.endswith("'s"):
        return 0
    lead = _behind_subject(tokens, at)
    before = tokens[lead].low if lead >= 0 else "to"
    if low in words_of("only_past") and before not in class_of("determiners", "possessives", "prepositions"):
        return SURE
    if is_past_form(low) or _is_rarely_past(low):
        return _sureness_of_past(tokens, at, before)
    if low in words_of("saying_now"):
        return SURE
    closed = class_of("determiners", "possessives", "prepositions")
    if (
        before in (closed | words_of("with_plain_form")) - words_of("alone")
        or low in closed
        or low in _never_present()
        or low.endswith("ing")
    ):
        return 0
    named = (
        tokens[lead].text[0].isupper()
        and before not in words_of("alone")
        and not (
            lead and low == base_of(low) and tokens[lead - 1].low in class_of("determiners")  # "the Kharif season"
        )
    )
    return _sureness_of_present(tokens, at, lead, named)


def _behind_subject(tokens: Sequence[Token], at: int) -> int:
    """The number of the word before a verb, over what may stand between the two: "families STILL live"."""
    lead = at - 1
    while lead > 0 and (is_adverb(tokens[lead].low) or tokens[lead].low in words_of("before_verbs")):
        lead -= 1 + (tokens[lead].low == "longer" and tokens[lead - 1].low == "no")
    return lead


def _is_only_verb(low: str) -> bool:
    """Whether a plain form is hardly ever a noun, so that what it is said of need not show: "EXPLAIN", "PRECLUDE"."""
    return first_used_as_verb(low) or (low in present_forms()[0] and not has_entry(low))


def _is_of_a_people(tokens: Sequence[Token], at: int) -> bool:
    """ "DANISH wind", not "the Danish want": an adjective with nothing that makes a noun of it."""
    the = at and tokens[at - 1].low in class_of("determiners")
    return tokens[at].low in adjectives() and not the and not _is_plural(tokens[at].low)


def _is_plural(before: str) -> bool:
    """Whether the word before a verb is of several: "rates", "women", "half of them", "most"."""
    ends = before.endswith("s") and not before.endswith("ss")
    return ends or before.endswith("men") or before in words_of("several") | words_of("alone")


def opens_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word opens an object or says where or when, as behind a verb, or nothing more comes."""
    if at >= len(tokens) or not tokens[at].text[0].isalnum():
        return True
    low = tokens[at].low
    opens = class_of("determiners", "possessives", "prepositions", "pronouns")
    return low in opens or low in ("to", "of") or low[0].isdigit() or tokens[at].text[0].isupper()


@cache
def _never_present() -> frozenset[str]:
    """Words that name, point or join, though a dictionary has some of them as verbs, too: "up", "us"."""
    closed = class_of("pronouns", "joints") | words_in("pronouns", "links", "adverbs", "conjunctions")
    prepositions = listed_words("grammar.yaml", "prepositions") - {"like"}
    return (closed - present_forms()[0]) | prepositions | words_of("several")


def _is_rarely_past(low: str) -> bool:
    """Whether a past is far more often an adjective: "retired", "limited"."""
    return low in class_of("not_past") and base_of(low) != low


def _sureness_of_past(tokens: Sequence[Token], at: int, before: str) -> int:
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if before in (class_of("determiners", "possessives", "prepositions") | words_of("degrees")) - words_of("alone"):
        return 0
    if before in words_of("be"):
        return 0  # "is SUPPOSED to"
    if before in words_of("subjects"):
        return SURE
    if _is_rarely_past(tokens[at].low):
        phrase = before != "," and not after[:1].isdigit() and opens_phrase(tokens, at + 1)
        return PERHAPS if phrase else 0  # "Jordan RETIRED in 2010", not "dies aged 56"
    if before in words_of("alone") and after != "by" and opens_phrase(tokens, at + 1):
        return LIKELY  # "most OPPOSED the plan", "all CHANGED with the war"; not "most affected areas"
    if is_finite(tokens, at) or before == "," or (len(tokens[at].low) == _SHORT and after != "by"):
        return LIKELY
    if tokens[at].low not in load("periods.yaml")["either"]:
        return PERHAPS if after == "by" else 0
    named = at > 1 and tokens[at - 1].text[0].isupper() and tokens[at - 2].low not in class_of("determiners")
    return LIKELY if named else PERHAPS  # "since Rabat quit a deal", not "the OPEC cut"


def _sureness_of_present(tokens: Sequence[Token], at: int, lead: int, named: bool) -> int:
    """A present must agree with its subject where that stands right before it."""
    low, before, after = tokens[at].low, tokens[lead].low, tokens[at + 1].low if at + 1 < len(tokens) else ""
    third = low.endswith("s") and not low.endswith("ss")
    plural = _is_plural(before)
    across = third and plural and first_used_as_verb(low[:-1]) and is_singular(head_before(tokens, at) or "s")
    subject = before in words_of("subjects")
    if subject and before not in ("who", "which") and third != (before in ("he", "she", "it")):
        return 0
    if named and _is_of_a_people(tokens, lead):
        return 0  # "Belgian TRAWLERS"
    if third and before in class_of("numbers") and not (lead and tokens[lead - 1].text[0].isalpha()):
        return 0  # "Two FUNDS", not "trade among the six makes"
    telling = reporting().get(low)
    noun = lead and tokens[lead - 1].low in class_of("determiners", "possessives") and not (third or plural)
    if telling and after == "that":
        return PERHAPS if noun else SURE  # "its annual REPORT that", but "the majority CLAIM that"
    if across or is_finite(tokens, at) or (telling and "also_nouns" not in telling.takes and third != plural):
        return SURE if subject else LIKELY
    if not (_may_be_present(low) or low in present_forms()[0]):
        return 0
    if named and third and after == "to" and low in load("periods.yaml")["intending"]:
        return LIKELY  # "the Philippines plans to"
    if before in words_of("alone") and not _is_only_verb(low):
        return 0  # "most PEOPLE", "both FIGURES"
    free = (before == "," and (third or _is_only_verb(low))) or (before.isdigit() and len(before) == _YEAR)
    inside = lead > 0 and tokens[lead - 1].text[0].isalpha()
    free = free or (named and (third or inside)) or (_is_only_verb(low) and before not in class_of("joints"))
    several = not third and _is_plural(head_before(tokens, at)) and after in class_of("determiners", "possessives")
    return SURE if subject else PERHAPS if third != plural or free or several else 0
