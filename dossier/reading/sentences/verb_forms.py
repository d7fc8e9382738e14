"""What the form of a word alone says of it: a past, a participle, a plain form, a plural, never a verb."""

from __future__ import annotations

from functools import cache, lru_cache, partial

from dossier.data import load
from dossier.language.dictionary import base_of, is_known
from dossier.language.grammar import words_in
from dossier.language.lexical import first_used_as_verb, has_entry, is_verb
from dossier.language.listed import listed_words
from dossier.reading.sentences.tokens import Token, class_of
from dossier.reading.speech.reporting import verbs as reporting
from dossier.world import countries

words_of = partial(listed_words, "clause_tree.yaml")

_SHORT = 4  # letters of "sued", "used", "died"
_PREFIXES = ("over", "under", "out", "re", "off")
_SINGULAR = ("ss", "us", "is")  # of one thing: "crisis", "virus", "progress"


@cache
def plain_auxiliary(low: str) -> str:
    """The plain form of an auxiliary: "is" of "isn't", "will" of "they'll"; "" for another word."""
    known = load("clause_tree.yaml")
    left, _, right = low.partition("'")
    if left in known["clitic_on"] and right in known["clitics"]:
        return str(known["clitics"][right])
    plain = known["shortened"].get(low, low.removesuffix("n't"))
    return plain if plain in words_of("be", "have", "do", "modals") else ""


@cache
def present_forms() -> tuple[frozenset[str], frozenset[str]]:
    """Base forms, and forms with -s, of the verbs we know."""
    bases = class_of("present")
    return bases, frozenset(_third_person(base) for base in bases) - {"haves"} | {"has"}


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def looks_past(token: Token) -> bool:
    """Whether the word has the form of a past tense, whatever it does in its sentence."""
    return token.text.islower() and is_past_form(token.low)


@lru_cache(maxsize=50_000)
def is_regular_past(low: str) -> bool:
    """Whether a word ends like a past and is no word of its own: not "unnamed", "hundred"."""
    if not low.endswith("ed") or "-" in low or low in class_of("not_past"):
        return False
    return base_of(low) != low or not is_known(low) or is_verb(low[:-1]) or is_verb(low[:-2])


def is_rarely_past(low: str) -> bool:
    """Whether a past is far more often an adjective: "retired", "limited"."""
    return low in class_of("not_past") and base_of(low) != low


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
    if plain_auxiliary(low) or is_past_form(low) or is_rarely_past(low) or low in words_of("only_past"):
        return True
    return low in reporting() or any(low in forms for forms in present_forms()) or may_be_present(low)


def may_be_present(low: str) -> bool:
    """Whether a dictionary has the word as a verb, or as no other word: "dispels"."""
    base = base_of(low)
    unlisted = base != low and not has_entry(base) and not base.endswith(tuple(words_of("noun_endings")))
    return low.isalpha() and (is_verb(base) or unlisted)


def is_only_verb(low: str) -> bool:
    """Whether a plain form is hardly ever a noun, so that what it is said of need not show: "EXPLAIN", "PRECLUDE"."""
    return first_used_as_verb(low) or (low in present_forms()[0] and not has_entry(low))


@cache
def never_present() -> frozenset[str]:
    """Words that name, point or join, though a dictionary has some of them as verbs, too: "up", "us"."""
    closed = class_of("pronouns", "joints") | words_in("pronouns", "links", "adverbs", "conjunctions")
    prepositions = listed_words("grammar.yaml", "prepositions") - {"like"}
    return (closed - present_forms()[0]) | prepositions | words_of("several")


def is_singular(low: str) -> bool:
    """Whether a noun names one thing, by its ending."""
    return not low.endswith("s") or low.endswith(_SINGULAR) or low in class_of("singular_in_s")


@lru_cache(maxsize=50_000)
def is_plural(before: str) -> bool:
    """Whether the word before a verb is of several: "rates", "women", "half of them", "most"."""
    ends = before.endswith("s") and not before.endswith("ss")
    return ends or before.endswith("men") or before in words_of("several") | words_of("alone")


@cache
def adjectives() -> frozenset[str]:
    """What is said before a plural of a people's own things: "french", "polish"."""
    lands = countries().values()
    names = frozenset(country.name.lower() for country in lands)
    return frozenset(word.lower() for country in lands for word in country.demonyms) - names
