"""Whether the form of a word and its neighbours make it a finite verb."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dossier.data import load
from dossier.language.dictionary import base_of
from dossier.language.grammar import is_adverb, words_in
from dossier.language.lexical import first_used_as_verb
from dossier.reading.sentences.tokens import Token, class_of, low_at
from dossier.reading.sentences.verb_forms import (
    adjectives,
    is_only_verb,
    is_past_form,
    is_plural,
    is_rarely_past,
    is_regular_past,
    is_singular,
    may_be_present,
    never_present,
    plain_auxiliary,
    present_forms,
    words_of,
)
from dossier.reading.speech.reporting import verbs as reporting

# How sure a word is a finite verb: a form that is nothing else, one that may be a participle or a noun, and one that
# is a verb only where a clause has no other.
SURE, LIKELY, PERHAPS = 3, 2, 1
_YEAR = 4  # digits
_REACH = 8  # words between a plural subject and its verb
_NO_FINITE = ("to", "be", "been", "being", "of", "having")  # behind these no finite verb stands
_OPENS_OBJECT = frozenset(("a", "an", "the", "that", "no", "its", "their", "some", "many"))


def sureness(tokens: Sequence[Token], at: int) -> int:
    """How surely a word without auxiliary is a finite verb; 0 = it is none."""
    token, low = tokens[at], tokens[at].low
    before = tokens[at - 1].low if at else ""
    if not token.text[0].islower() or not low.isalpha() or low in words_of("unfinished", "between"):
        return 0
    if before in _NO_FINITE or before.endswith("'s"):
        return 0
    lead = _behind_subject(tokens, at)
    before = tokens[lead].low if lead >= 0 else ""
    if before in words_of("be") and not low.endswith("s"):
        return 0  # "is SUPPOSED to", "is OPEN"
    if low in words_in("adverbs") and (before in present_forms()[1] or is_past_form(before)):
        return 0  # "goes BACK to"
    if low in words_of("only_past") and before not in _closed():
        return SURE
    if is_past_form(low) or is_rarely_past(low):
        return _sureness_of_past(tokens, at, before)
    if low in words_of("saying_now"):
        return SURE
    if before in _no_subjects() or low in _closed() or low in never_present() or low.endswith("ing"):
        return 0
    if lead < 0:
        return LIKELY if low in present_forms()[1] else 0
    named = (
        tokens[lead].text[0].isupper()
        and before not in words_of("alone")
        and not (
            lead and low == base_of(low) and tokens[lead - 1].low in class_of("determiners")  # "the Kharif season"
        )
    )
    return _sureness_of_present(tokens, at, lead, named)


@cache
def _closed() -> frozenset[str]:
    return class_of("determiners", "possessives", "prepositions")


@cache
def _no_subjects() -> frozenset[str]:
    """Right behind these no present stands: "the", "in", "helped"."""
    return (_closed() | words_of("with_plain_form")) - words_of("alone")


@cache
def _before_participles() -> frozenset[str]:
    """Right behind these a past is a participle: "the INJURED", "the worst AFFECTED"."""
    return (_closed() | words_of("degrees")) - words_of("alone")


def _behind_subject(tokens: Sequence[Token], at: int) -> int:
    """The number of the word before a verb, over what may stand between the two: "families STILL live"."""
    lead = at - 1
    while lead > 0 and (is_adverb(tokens[lead].low) or tokens[lead].low in words_of("before_verbs")):
        lead -= 1 + (tokens[lead].low == "longer" and tokens[lead - 1].low == "no")
    return lead


def _sureness_of_past(tokens: Sequence[Token], at: int, before: str) -> int:
    low, after = tokens[at].low, low_at(tokens, at + 1)
    if before in _before_participles() or _tells_which(tokens, at):
        return 0
    if before in words_of("subjects"):
        return SURE
    if is_rarely_past(low):
        phrase = before != "," and not after[:1].isdigit() and opens_phrase(tokens, at + 1)
        return PERHAPS if phrase else 0  # "Jordan RETIRED in 2010", not "dies aged 56"
    if before in words_of("alone"):  # "most OPPOSED the plan", "all CHANGED with the war"; not "most affected areas"
        told = low in words_of("only_past") or (after != "by" and opens_phrase(tokens, at + 1))
        return LIKELY if told else 0
    if before == "," or ((after != "by" or _tells_how_much(tokens, at + 2)) and _is_plain_past(low)):
        return LIKELY
    if _is_listed_plain(tokens, at, before):
        return LIKELY  # "the Colts BEAT the Jaguars"
    if low not in load("periods.yaml")["either"]:
        return PERHAPS if after == "by" else 0
    named = at > 1 and tokens[at - 1].text[0].isupper() and tokens[at - 2].low not in class_of("determiners")
    return LIKELY if named else PERHAPS  # "since Rabat quit a deal", not "the OPEC cut"


def _tells_which(tokens: Sequence[Token], at: int) -> bool:
    """ "Newly RELEASED figures show": behind an adverb that opens a sentence, and before a bare noun."""
    opened = at == 1 and tokens[0].text[0].isupper() and is_adverb(tokens[0].low)
    return opened and not opens_phrase(tokens, at + 1) and not is_adverb(tokens[at + 1].low)


def _is_plain_past(low: str) -> bool:
    """A past that is hardly ever a noun or a participle, or a regular one."""
    return low in class_of("past") or is_regular_past(low)


def _tells_how_much(tokens: Sequence[Token], at: int) -> bool:
    """ "Fell by A THIRD" tells of a fall, "found by a child" of a child."""
    measure, part = ((*(t.low for t in tokens[at : at + 2]), "", "")[k] for k in (0, 1))
    counted = measure in class_of("numbers") | {"a", "an", "one"}
    parts = class_of("fractions", "counted_in")
    return (counted and part.removesuffix("s") in parts) or measure[:1].isdigit() or measure in class_of("measures")


def _sureness_of_present(tokens: Sequence[Token], at: int, lead: int, named: bool) -> int:
    """A present must agree with its subject where that stands right before it."""
    low, before, after = tokens[at].low, tokens[lead].low, low_at(tokens, at + 1)
    third = low.endswith("s") and not low.endswith("ss")
    plural = is_plural(before)
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
    if before in words_of("alone") and not is_only_verb(low):
        return 0  # "most PEOPLE", "both FIGURES"
    told = telling and "also_nouns" not in telling.takes and third != plural
    if across or told or (_is_listed_third(tokens, at, before) if third else _is_listed_plain(tokens, at, before)):
        return SURE if subject else LIKELY
    if not (may_be_present(low) or low in present_forms()[0]):
        return 0
    if named and third and after == "to" and low in load("periods.yaml")["intending"]:
        return LIKELY  # "the Philippines plans to"
    free = (before == "," and (third or is_only_verb(low))) or (before.isdigit() and len(before) == _YEAR)
    inside = lead > 0 and tokens[lead - 1].text[0].isalpha()
    free = free or (named and (third or inside)) or (is_only_verb(low) and before not in class_of("joints"))
    several = not third and is_plural(head_before(tokens, at)) and after in class_of("determiners", "possessives")
    return SURE if subject else PERHAPS if third != plural or free or several else 0


def _is_listed_third(tokens: Sequence[Token], at: int, before: str) -> bool:
    """ "The firm EXPORTS oil"; not "partner FORCES and aid"."""
    joined = at + 1 < len(tokens) and tokens[at + 1].low in ("and", "or") and not _goes_on(tokens, at + 2)
    of_one = is_singular(before) and before not in class_of("numbers")
    return of_one and not joined and tokens[at].low in present_forms()[1]


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether behind "and" a second verb may stand, "exports and refines", or a sentence, "rises and the"."""
    low = low_at(tokens, at)
    return low in present_forms()[1] or low in class_of("determiners", "possessives", "pronouns", "joints")


def _is_listed_plain(tokens: Sequence[Token], at: int, before: str) -> bool:
    """ "Traders HEAD", "two AGREE", "doctors at the hospital REPORT a rise"."""
    if tokens[at].low not in present_forms()[0]:
        return False
    several = is_plural(before) or before in class_of("numbers") or _plural_does(tokens, at)
    return several or (is_only_verb(tokens[at].low) and _are_joined(tokens, at - 1))


def _are_joined(tokens: Sequence[Token], last: int) -> bool:
    """ "Rome, Oslo and the Czech Republic BELIEVE": two names or more, of which the last ends at this word."""
    first = last
    while first > 0 and tokens[first].text[0].isupper():
        first -= 1
    first -= first > 0 and tokens[first].low == "the"
    return first < last and first > 0 and tokens[first].low == "and" and tokens[first - 1].text[0].isupper()


def _plural_does(tokens: Sequence[Token], at: int) -> bool:
    """ "Doctors at the hospital REPORT a rise": a base form with an object, behind a plural and where it is.

    So does "critics of the plan KEEP saying".
    """
    after = low_at(tokens, at + 1)
    told = after in _OPENS_OBJECT or (after == "to" and tokens[at].low in load("periods.yaml")["intending"])
    told = told or (tokens[at].low in words_of("with_ing") and after.endswith("ing"))
    head = head_before(tokens, at) if told else ""
    return head.endswith("s") and len(head) > len("gas") and not is_singular(head)


def head_before(tokens: Sequence[Token], at: int) -> str:
    """The noun of which the one before this word tells more: "doctors at the hospital", "opposition to imports"."""
    for k in range(at - 1, max(0, at - _REACH), -1):
        low, before = tokens[k].low, tokens[k - 1].low
        if not tokens[k].text[0].isalnum() or plain_auxiliary(low) or low in class_of("past", "relatives", "joints"):
            return ""
        if low in ("in", "at", "of", "from", "on", "near", "for", "to"):
            return before
    return ""


def _is_of_a_people(tokens: Sequence[Token], at: int) -> bool:
    """ "DANISH wind", not "the Danish want": an adjective with nothing that makes a noun of it."""
    the = at and tokens[at - 1].low in class_of("determiners")
    return tokens[at].low in adjectives() and not the and not is_plural(tokens[at].low)


def opens_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word opens an object or says where or when, as behind a verb, or nothing more comes."""
    if at >= len(tokens) or not tokens[at].text[0].isalnum():
        return True
    low = tokens[at].low
    opens = class_of("determiners", "possessives", "prepositions", "pronouns")
    return low in opens or low in ("to", "of") or low[0].isdigit() or tokens[at].text[0].isupper()
