"""Of which sort a speaker's name is: one person, a role, several people, a body or a paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache, partial

from dossier.data import load
from dossier.language.dictionary import is_known
from dossier.language.lexical import first_used_as_verb, is_kind_of, used_as_adjective
from dossier.language.listed import listed_words
from dossier.language.words import lemma_of
from dossier.reading.places.finding import find_countries
from dossier.reading.speech.reporting import small

# The small words before a word of a name, as an expression: "van der ", "per l'".
SMALL = rf"(?:(?:{'|'.join(sorted(small('name_particles')))}) ){{0,2}}"
listed = partial(listed_words, "acts.yaml")


@lru_cache(maxsize=50_000)
def is_person_word(word: str) -> bool:
    """Whether the word means somebody who can speak: "experts", "ministry"."""
    low = word.lower()
    if low in listed("people") or low.rstrip("s") in listed("people"):
        return True
    base = lemma_of(low)
    return is_kind_of(base, "person") and not (used_as_adjective(base) or first_used_as_verb(base))


@cache
def given_names() -> dict[str, str]:
    """Each given name we know, and whether "he" or "she" may take it up; "" where both may."""
    sexes = (("his", "he"), ("hers", "she"), ("either", ""))
    return {name: sex for names, sex in sexes for name in load("given_names.yaml")[names]}


MANY = frozenset(("people", "police", "men", "women", "others", "some", "many", "few", "several", "both"))
HEAD_ENDS = re.compile(r" (?:in|of|from|at|for|with|on|who|near|along|close|around|across|between|under) ")


@lru_cache(maxsize=4096)
def is_individual(words: str) -> bool:
    """Whether a speaker's name is one person's: "General Salou Mahamane", "Ms. Diaz"; not "the World Bank"."""
    parts = words.replace(".", "").split()
    if not parts or is_many(words):
        return False
    if any(p.lower() in listed("titles") for p in parts):
        return True
    if len(parts) < 2 or not (parts[0][0].isupper() and parts[1][0].isupper()):
        return False
    if _is_named_by_trade(HEAD_ENDS.split(words)[0].split()):
        return True
    if parts[0].lower() in given_names() and listed("bodies").isdisjoint(HEAD_ENDS.split(words)[0].lower().split()):
        return True  # "Mary Hill of the University of Leeds"
    named = not (is_known(parts[0].lower()) or is_known(parts[1].lower()))
    return named and not any(m.end == len(words) for m in find_countries(words))  # "Meteo Madagascar" is a body


def _is_named_by_trade(head: Sequence[str]) -> bool:
    """ "Economist Ana Ruiz", "fire officer Gerard Moran"."""
    named = len(head) > 2 and all(w[0].isupper() for w in head[-2:])
    return named and is_person_word(head[-3].lower()) and head[-3].lower() not in listed("bodies")


def is_body(words: str) -> bool:
    """Whether a speaker is an institution or a paper: "The World Bank", "a poll by the institute"."""
    if is_individual(words):
        return False
    short = any(len(w) > 1 and w.isupper() and w.isalpha() for w in words.split())  # the FAO
    return short or any(w in listed("bodies") for w in words.lower().split())


def is_thing(words: str) -> bool:
    """Whether a speaker's name ends, before "of" or "in", in what is no person: "the yearly assessment"."""
    head = HEAD_ENDS.split(words)[0].split()
    return bool(head) and head[0].lower() in small("articles") and head[-1].islower() and not is_person_word(head[-1])


def is_role(words: str) -> bool:
    """Whether a speaker without a name is one person: "a spokesman for the council", "the fire officer"."""
    head = HEAD_ENDS.split(words)[0].split()
    opens = bool(head) and head[0].lower() in ("a", "an", "the")
    return opens and not is_many(words) and not is_body(words) and is_person_word(head[-1].lower())


def is_many(words: str) -> bool:
    """Whether a speaker is more than one: "Diplomats in Abuja", "two farmers", "Ali and Sow"."""
    head = HEAD_ENDS.split(words)[0].split()
    last = head[-1].lower() if head else ""
    return (
        last in MANY
        or (last.endswith("men") and is_person_word(last))
        or (last.endswith("s") and not last.endswith("ss") and is_person_word(last) and is_known(last))
        or any(w in ("and", "&") for w in head)
    )


def are_several(subject: str) -> bool:
    """A plural without a number, "the wardens", "Her neighbours": good for "they say" when nobody else was named."""
    head = HEAD_ENDS.split(subject)[0].split()
    return bool(head) and head[-1].islower() and head[-1].endswith("s") and not head[-1].endswith(("ss", "us", "is"))


def sex_of(words: str) -> str:
    """ "he" or "she" where a title or a role says which a person is: "Ms Keane", "the chairman"; else ""."""
    parts = words.replace(".", "").lower().split()
    if any(p in listed("hers") or p.endswith("woman") for p in parts):
        return "she"
    if any(p in listed("his") or (p.endswith("man") and is_person_word(p)) for p in parts):
        return "he"
    return next(
        (sex for word in words.split()[:-1] if word[0].isupper() and (sex := given_names().get(word.lower()))), ""
    )


def may_be_one(words: str) -> bool:
    """Whether a speaker's name may be that of one person, so that "he" or "she" can take it up."""
    if is_many(words) or are_several(words) or is_body(words) or is_thing(words):
        return False
    if " " not in words and words.lower() != (base := lemma_of(words.lower())) and base in listed("bodies"):
        return False  # "Authorities"
    named = all(w[0].isupper() for w in words.split())
    if named and any(m.start > 0 and m.end == len(words) for m in find_countries(words)):
        return False  # "Cobre Panama" is a company
    article = words.split(" ", 1)[0].lower() in ("the", "a", "an")
    return not article or is_role(words)  # "the National Society of Fishing" is nobody
