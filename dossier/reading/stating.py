"""The statement: one neutral sentence made from a quote by rule, never changing what it says."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from dossier.data import load
from dossier.language.dictionary import is_known
from dossier.language.grammar import function_words, is_adverb
from dossier.language.lexical import first_used_as_verb, has_entry, is_adjective
from dossier.language.words import lemma_of
from dossier.reading.places.finding import find_countries
from dossier.reading.speech.reporting import small
from dossier.reading.speech.sorts import given_names, is_person_word, listed
from dossier.reading.worth import is_matter

_FIRST = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_FIRST_PERSON = re.compile(
    r"(?<![“\"])\b(?:[Ww]e|[Oo]urs?|[Uu]s|I|[Mm]y|[Mm]e)\b"
)  # these words are the speaker's own; "US" is a country
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|accused|supposedly|purportedly|ostensibly|suspected|rumou?red|alleged|understood|according"
    r"|said to|said that|be said|believed to|believed that|thought to|reported to|reports? that|claim(?:s|ed)? that"
    r"|(?:is|was) (?:feared|thought|hoped|expected|estimated|assumed) that"
    r"|we keep hearing|we are (?:often )?told|story (?:goes|is told)|argument goes)\b",
    re.IGNORECASE,
)
_SMALL_WORDS = ("articles", "subject_pronouns", "prepositions", "clause_openers", "adverbs", "pronouns")
_CONTRACTED = frozenset((  # "That's twice what it paid", "today's plea"
    "that", "it", "he", "she", "there", "what", "here", "this", "today", "yesterday", "tomorrow", "tonight",
))  # fmt: skip
_AND_THAT = re.compile(r"(,? (?:and|but)) that (?=(?:it|they|this|that|these|he|she) )")
_OF_A_NAME = re.compile(r"(?:of|for|without) (?:the )?[A-Z]")
# The speaker stands in front: "But only the poor, he said, will be paid".
_JOINS = re.compile(r"^(?:But|And|Yet),? (?=\w)")
_INSERTED = re.compile(r", (?:he|she|they|it) (?:says?|said|adds?|added|argues?|argued|writes?|wrote), ")
_COMMA_INSIDE = (",”", ',"')
_OPENED = re.compile(r"(?:^|[\s(])([“\"])(?=\w)[^“”\"]*$")


def statement(
    quote: str, voice: str, speaker: str, referent: str = "", told: bool = False, small_words: Set[str] = frozenset()
) -> str:
    """The quote as a sentence of ours: a leading "it" or "the country" named, the speaker put in front.

    `referent` is what the quote's first words stand for, "" when nobody can be sure; `told` that the quote itself
    says who speaks; `small_words` are words that its article writes small: no names.
    """
    body = " ".join(quote.split())
    if voice == "attributed" and not told:
        body = _AND_THAT.sub(r"\1 ", body)
    if referent:
        body = _named(body, referent)
    if speaker and not _in_first_person(body):
        body = _INSERTED.sub(" ", _JOINS.sub("", body))
    if voice in ("attributed", "hypothetical", "rebutted") and speaker:
        said = f"“{body}”" if _in_first_person(body) else _lowered(body, small_words)
        body = f"According to {_inside(speaker, small_words)}, {said}"
    elif voice == "attributed" and not told and not _HEARSAY.search(quote):
        said = f"“{body}”" if _in_first_person(body) else _lowered(body, small_words)
        body = f"Reportedly, {said}"
    return _closed(_capital(body))


def is_inserted(quote: str) -> bool:
    """Whether who speaks stands in the middle of a quote as no more than "he said"."""
    return _INSERTED.search(quote) is not None


def _capital(body: str) -> str:
    """The first letter large, behind a quotation mark too."""
    first = 1 if body[:1] in '“"‘' else 0
    return body[:first] + body[first : first + 1].upper() + body[first + 1 :]


def _in_first_person(body: str) -> bool:
    """Whether the words are the speaker's own "we"; not one that stands in quotation marks already."""
    told = _QUOTED.sub("", body) if "“" in body or '"' in body else body
    return _FIRST_PERSON.search(told) is not None


def _named(body: str, referent: str) -> str:
    """The leading pronoun or "the country" replaced, "all" filled up with whom it means."""
    if referent.startswith("of "):
        first, _, rest = body.partition(" ")
        return f"{first} {referent} {rest}"
    found = re.match(r"(?:he|she|it|they)\b(?!['’])", body, re.IGNORECASE)
    if found:
        return referent + body[found.end() :]
    found = re.match(r"(?:his|her|its|their|our|my) (?:country|homeland|nation)\b(['’]s)?", body, re.IGNORECASE)
    if found:
        return (_possessive(referent) if found[1] else referent) + body[found.end() :]
    found = re.match(r"(?:his|her|its|their)\b", body, re.IGNORECASE)
    if found:
        return _possessive(referent) + body[found.end() :]
    found = re.match(r"(?:the|this|that) (?:country|region|republic|nation|state)(['’]s)?(?=\W)", body, re.IGNORECASE)
    if found and (found[1] or not _is_noun_next(body[found.end() :])):
        return (_possessive(referent) if found[1] else referent) + body[found.end() :]
    return body


def _is_noun_next(rest: str) -> bool:
    """Whether "the state" only tells of what sort the next word is: "the state COMPANY holds"."""
    following = re.match(r" ([a-z]+)", rest)
    if not following:
        return False
    low = following[1]
    verbal = low.endswith(("s", "ed")) or first_used_as_verb(lemma_of(low)) or is_adverb(low)
    return not (verbal or low in function_words())


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _lowered(body: str, small_words: Set[str] = frozenset()) -> str:
    """The first letter small where the word is no name."""
    first = _FIRST.match(body)
    low = first[0].lower().replace("’", "'") if first else ""
    owns = low.endswith("'s") and low.removesuffix("'s") not in _CONTRACTED
    if not first or first[0] == "I" or owns or low in small("always_capital"):
        return body
    low = low.removesuffix("'s")
    if low in load("numerals.yaml")["ordinals"] and body[first.end() + 1 : first.end() + 2].isupper():
        return body  # "First Quantum has stopped"
    if _opens_with_country(body[: first.end() + 1]):
        return body  # "Paris is left without partners"
    after = body[first.end() :].split(" ", 2)[1] if body[first.end() : first.end() + 1] == " " else ""
    known = low in small(*_SMALL_WORDS) or low in load("numerals.yaml")["cardinals"]
    if not known and not after[:1].isupper():
        plain = _is_word(low, after, body[first.end() + 1 :])
        known = low in small_words or plain or (is_matter(low) and not is_person_word(low))
    return body[:1].lower() + body[1:] if known else body


@lru_cache(maxsize=4096)  # a text has few speakers, and few words to open a sentence with
def _opens_with_country(name: str) -> bool:
    return any(mention.start == 0 for mention in find_countries(name))


def _is_word(low: str, after: str, rest: str) -> bool:
    """Whether it opens a sentence as a word and not as a name: "BREAD prices", "SCHOOLS have", not "RICE said"."""
    if low in small("also_names") or low in given_names():
        return False
    told = after.strip(",.;:").lower()
    if not told.isalpha() or (told == "of" and not low.endswith("s") and _OF_A_NAME.match(rest)):
        return is_person_word(low) and not told
    plain = low.endswith(tuple(load("grammar.yaml")["word_endings"])) and is_known(low)
    if plain or low in small("leading_adjectives", "leading_nouns"):
        return True
    acts = told in small("auxiliaries") or told.endswith("ed") or first_used_as_verb(lemma_of(told))
    return (has_entry(lemma_of(low)) and not acts) or is_person_word(low)


def _inside(speaker: str, small_words: Set[str] = frozenset()) -> str:
    """A speaker inside a sentence: "Local authorities" loses its capital, a name keeps it."""
    first, _, rest = speaker.partition(" ")
    if (len(first) > 1 and first.isupper()) or (first.endswith(("'s", "’s")) and not is_person_word(first[:-2])):
        return speaker  # "China's ministry"
    if first.lower() in small("always_capital") or _opens_with_country(speaker):
        return speaker  # "Egyptian diplomats", "European officials"
    if rest.partition(" ")[0].lower() in listed("spokespeople") and _may_be_a_name(first.lower(), small_words):
        return speaker
    if _OF_A_NAME.match(rest) and first.lower().removesuffix("s") not in listed("people"):
        return speaker  # "Friends of the Earth"
    plural = (first.endswith("s") and is_person_word(first.lower())) or first.endswith(("men", "People"))
    several = rest[:1].islower() and plural
    if rest.startswith(("and his ", "and her ")) and not several:
        return speaker  # "Ng and her team", "Rose and his aides"
    if several or (rest and rest.split()[-1].islower() and rest[0].islower() and is_known(first.lower())):
        return first.lower() + " " + rest
    office = lemma_of(first.lower()) in listed("offices") and first.endswith("s")  # "Councillors"
    if not rest and (office or is_person_word(first) or first.lower() in small_words):
        return first.lower()
    return _lowered(speaker, small_words)


def _may_be_a_name(low: str, small_words: Set[str]) -> bool:
    """Whether a word for which somebody speaks may be a body's name: "AMNESTY spokesman", not "POLICE spokesman"."""
    common = is_person_word(low) or low in listed("bodies") or low in listed("offices")
    telling = is_adjective(low) or low in small("leading_adjectives") or low in function_words()
    return not common and not telling and low not in small_words


def _closed(body: str) -> str:
    bare = body.rstrip(" ,;:—–-")
    bare = bare[:-2] + bare[-1] if bare.endswith(_COMMA_INSIDE) else bare
    if marks := _OPENED.findall(bare):  # a quotation that goes on behind the claim
        bare = f"{bare.removesuffix('.')}.{'”' if marks[-1] == '“' else marks[-1]}"
    return bare if bare.endswith((".", "!", "?", "…", ".”", "!”", "?”", '."')) else f"{bare}."
