"""The finite verbs of a sentence with their auxiliaries: "had already been closed", "said", "may not have left"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dossier.data import load
from dossier.language.dictionary import base_of
from dossier.language.grammar import is_adverb
from dossier.language.lexical import has_entry, is_verb
from dossier.reading.sentences.verbs import Token, class_of, is_finite
from dossier.reading.speech.reporting import verbs as reporting

# How sure a group is a finite verb: a form that is nothing else, one that may be a participle or a noun, and one
# that is a verb only where a clause has no other.
SURE, LIKELY, PERHAPS = 3, 2, 1
_SHORT = 4  # letters of "sued", "used", "died"
_BETWEEN = 5  # adverbs between an auxiliary and its verb


@dataclass(frozen=True, slots=True)
class Verb:
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


@cache
def words_of(*names: str) -> frozenset[str]:
    """The words of these lists of data/clause_tree.yaml."""
    return frozenset(word for name in names for word in load("clause_tree.yaml")[name])


@cache
def _pasts() -> frozenset[str]:
    return class_of("past") | frozenset(load("periods.yaml")["past"]) - words_of("be", "do", "have", "modals")


def is_past_form(low: str) -> bool:
    """Whether a word has the form of a past, which most verbs share with their participle."""
    regular = low.endswith("ed") and len(low) > 3 and "-" not in low and low not in class_of("not_past")
    return regular or low in _pasts()


def finite_verbs(tokens: Sequence[Token]) -> list[Verb]:
    """The finite verbs in their order, as far as each one's form and neighbours tell."""
    found, at = [], 0
    while at < len(tokens):
        verb = _verb_at(tokens, at)
        if verb:
            found.append(verb)
        at = verb.last + 1 if verb else at + 1
    return found


def _verb_at(tokens: Sequence[Token], at: int) -> Verb | None:
    aux = _auxiliary(tokens, at)
    if aux:
        return _with_auxiliary(tokens, at, aux)
    sure, low = _sureness(tokens, at), tokens[at].low
    if sure and low in words_of("linking") and is_participle(_low(tokens, at + 1)):
        return Verb(at, at + 1, (low, tokens[at + 1].low), SURE)  # "remains committed"
    return Verb(at, at, (low,), sure) if sure else None


def plain_auxiliary(low: str) -> str:
    """The plain form of an auxiliary: "is" of "isn't", "will" of "they'll"; "" for another word."""
    plain = low
    if "'" in low:
        left, _, right = low.partition("'")
        if left in words_of("clitic_on") and right in load("clause_tree.yaml")["clitics"]:
            return str(load("clause_tree.yaml")["clitics"][right])
        plain = {"won't": "will", "can't": "can", "shan't": "shall"}.get(low, low.removesuffix("n't"))
    return plain if plain in words_of("be", "have", "do", "modals") else ""


def _auxiliary(tokens: Sequence[Token], at: int) -> str:
    token, low = tokens[at], tokens[at].low
    before = tokens[at - 1].low if at else ""
    plain = plain_auxiliary(low)
    if before == "to" or (low == "may" and token.text[0].isupper()) or (low == "am" and before[:1].isdigit()) or (plain in ("may", "will", "might", "can", "must") and _is_noun(token, at, before)):
        return ""
    return plain


def _is_noun(token: Token, at: int, before: str) -> bool:
    """ "In May", "the political will"."""
    return (token.text[0].isupper() and at > 0) or before in class_of("determiners", "possessives") or before == "political"


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
        ahead = low in words_of("ahead") and words[-1] in words_of("be") and _low(tokens, k + 1) == "to"
        ahead = ahead and _low(tokens, k + 2) not in class_of("determiners", "possessives")  # "due to the drought"
        if ahead or _goes_with(words[-1], tokens, k):
            words.append(low)
            last = k
        break
    if _low(tokens, last + 1) == "to" and (words[-1] in words_of("ahead") and len(words) > 1 and ahead or _is_meant(tokens, words, last)):
        words.append("to")  # "is expected to", "is to", "has to"
    return Verb(at, last, tuple(words), SURE)


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _is_meant(tokens: Sequence[Token], words: Sequence[str], last: int) -> bool:
    """ "The mine IS TO receive a loan", "has to": not "the aim is to", "is to blame"."""
    plans = load("periods.yaml")
    if len(words) > 1 or words[0] not in ("is", "are", "was", "were", "has", "have", "had"):
        return False
    return _low(tokens, last + 2) not in plans["no_plan"] and _low(tokens, last - 1) not in plans["purposes"]


def _goes_with(before: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is the main verb behind this auxiliary."""
    low = tokens[at].low
    if not low.isalpha() or not tokens[at].text[0].islower() or low in class_of("determiners", "possessives"):
        return False
    if before in words_of("modals", "do"):
        return low not in class_of("prepositions", "pronouns", "joints")
    if before in words_of("have") | {"having"}:
        return is_participle(low)
    return is_participle(low) or (low.endswith("ing") and low not in ("nothing", "something"))


@cache
def is_participle(low: str) -> bool:
    """Whether a word may be what "has" or "was" stands before: "closed", "shrunk", "put", "overtaken"."""
    listed = load("periods.yaml")
    irregular = {form for base, forms in load("irregular.yaml").items() for form in (base, *forms)}
    known = (irregular | set(listed["either"]) | words_of("only_participle") | {"had"}) - {"be", "is", "are", "was", "were", "have", "has"}
    plain = low if low in known else next((low[len(p):] for p in ("over", "under", "out", "re", "off") if low.startswith(p)), low)
    formed = is_past_form(low) or low.endswith("en") or plain in known
    return formed and not low.endswith(("ing", "er")) and low not in listed["no_participles"]


def _sureness(tokens: Sequence[Token], at: int) -> int:
    """How surely a word without auxiliary is a finite verb; 0 = it is none."""
    token, low = tokens[at], tokens[at].low
    if not at or not token.text[0].islower() or not low.isalpha() or low in words_of("unfinished", "between"):
        return 0
    before, after = tokens[at - 1].low, _low(tokens, at + 1)
    if before in ("to", "be", "been", "being", "of", "having") or before.endswith("'s"):
        return 0
    skipped = is_adverb(before) and at > 1
    before = tokens[at - 2].low if skipped else before
    if low in words_of("only_past") and before not in class_of("determiners", "possessives"):
        return SURE
    pronoun = before in ("he", "she", "it", "they", "we", "i", "who", "which")
    closed = class_of("determiners", "possessives", "prepositions")
    if is_past_form(low):
        if before in closed - words_of("alone"):
            return 0
        if pronoun:
            return SURE
        return LIKELY if is_finite(tokens, at) or before == "," or (len(low) == _SHORT and after != "by") else PERHAPS if after == "by" else 0
    if low in ("say", "says", "think", "thinks"):
        return SURE
    if before in closed or low in class_of("determiners", "pronouns", "prepositions") or low.endswith("ing"):
        return 0
    third = low.endswith("s") and not low.endswith("ss")
    plural = before.endswith("s") and not before.endswith("ss")
    if pronoun and before not in ("who", "which") and third != (before in ("he", "she", "it")):
        return 0
    telling = reporting().get(low)
    if telling and after == "that":
        return SURE
    if is_finite(tokens, at) or (telling and "also_nouns" not in telling.takes and third != plural):
        return SURE if pronoun else LIKELY
    base = base_of(low)
    if not (is_verb(base) or (base != low and not has_entry(base))):
        return 0
    if pronoun:
        return SURE
    name = tokens[at - 1 - skipped].text[0].isupper() or not before.isalpha()
    if name and third and after in ("to", "that"):
        return LIKELY  # "the Philippines plans to"
    return PERHAPS if third != plural or name else 0


def tense_of_words(words: Sequence[str]) -> str:
    """The tense of a verb by its own words: past, present, perfect, future, would, or "" without a verb."""
    if not words:
        return ""
    first, last = plain_auxiliary(words[0]) or words[0], words[-1]
    if first in ("would", "may", "might", "must", "could", "should", "ought") and "have" in words[1:]:
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
