"""Which words of a claim tell of an act: verbs that say something by themselves, where they stand as verbs.

Points are made of acts that mean something alone; clauses, and what is no noun, know any word that stands as a verb.
"""

from __future__ import annotations

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.lexical import first_used_as_verb, is_verb
from dossier.relating.comparisons.wordings import listed
from dossier.relating.frames import Frame, Term

_VERBS_FOLLOW = words_in("be", "auxiliaries", "pronouns") | {"to"}


def is_act(term: Term) -> bool:
    """A verb, no such light one that it tells nothing by itself."""
    light = term.lemma in load("events.yaml")["light"] or term.lemma in load("predicates.yaml")["telling"]
    if term.kind != "word" or light or term.lemma in listed("measuring"):
        return False
    return first_used_as_verb(term.lemma) or (is_verb(term.lemma) and term.text.endswith(("ed", "ing")))


def stands_as_verb(frame: Frame, term: Term) -> bool:
    """A form only verbs have, or a word that stands after "will", "to", "they": "military DEFEATS" are things."""
    low = term.text.lower()
    before = frame.words[term.index - 1].text.lower() if term.index else ""
    formed = low != term.lemma and not low.endswith("s") and before not in words_in("determiners")
    if low.endswith("ing") and before not in words_in("be", "conjunctions", "adverbs") and before != ",":
        formed = False  # "in every POLLING station"
    return formed or before in words_in("auxiliaries", "pronouns") or before == "to"


def is_told_as_act(frame: Frame, term: Term, light: bool = False) -> bool:
    """A word that is a verb most of the time, or stands here in the form of one, none that says little by itself."""
    if term.kind != "word" or (not light and term.lemma in load("events.yaml")["light"]):
        return False
    low, before = term.text.lower(), frame.words[term.index - 1].text.lower() if term.index else ""
    if before in words_in("determiners"):
        return False
    if low.endswith("ing") and before in words_in("be", "auxiliaries", "adverbs"):
        return True
    formed = low != term.lemma and not low.endswith("s")
    return first_used_as_verb(term.lemma) or (is_verb(term.lemma) and (formed or before in _VERBS_FOLLOW))
