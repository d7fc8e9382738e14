"""Which words of a claim tell of an act: one question, asked more or less strictly by what hangs on the answer.

By the word alone: `is_likely_act` (sentences compared whole), `is_act` (it must mean something by itself).
By where it stands, too: `stands_as_verb`, `is_act_between` (who does it to whom).
"""

from __future__ import annotations

from functools import cache

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.lexical import first_used_as_verb, has_entry, is_verb
from dossier.language.listed import listed
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.terms import Term

_VERBS_FOLLOW = words_in("be", "auxiliaries", "pronouns") | {"to"}


@cache
def past_forms() -> frozenset[str]:
    """Irregular past forms: "made", "sunk"."""
    return frozenset(form for forms in load("irregular.yaml").values() for form in forms)


def is_likely_act(term: Term) -> bool:
    """Most likely a verb here: by its commonest use or its form."""
    past = term.text.endswith(("ed", "ing")) or term.text.lower() in load("irregular.yaml").get(term.lemma, ())
    return first_used_as_verb(term.lemma) or (is_verb(term.lemma) and past)


def is_act(term: Term) -> bool:
    """A verb, no such light one that it tells nothing by itself."""
    light = term.lemma in load("events.yaml")["light"] or term.lemma in load("predicates.yaml")["telling"]
    if term.kind != "word" or light or term.lemma in listed("measuring"):
        return False
    if not has_entry(term.lemma):  # "NULLIFIED": what the word lists lack is a verb by its form
        return term.text.endswith("ed") and term.text.lower() != term.lemma
    return first_used_as_verb(term.lemma) or (is_verb(term.lemma) and term.text.endswith(("ed", "ing")))


def stands_as_verb(frame: Frame, term: Term) -> bool:
    """A form only verbs have, or a word that stands after "will", "to", "they": "military DEFEATS" are things."""
    low = term.text.lower()
    before = frame.words[term.index - 1].text.lower() if term.index else ""
    formed = low != frame.words[term.index].lemma or low in past_forms()  # "POWER plant" is no form of "plant"
    formed = formed and not low.endswith(("s", "est")) and before not in words_in("determiners")  # "LONGEST"
    if low.endswith("ing") and before not in words_in("be", "conjunctions", "adverbs") and before != ",":
        formed = False  # "in every POLLING station"
    return formed or before in words_in("auxiliaries", "pronouns") or before == "to"


@by_frame
def told_acts(frame: Frame) -> frozenset[Term]:
    """The words of a claim that tell of acts, and stand as verbs."""
    return frozenset(t for t in frame.terms if is_act(t) and stands_as_verb(frame, t))


def is_act_between(frame: Frame, term: Term) -> bool:
    """A verb stands between two names or right after one; a noun follows an article, or a word that is no plural."""
    before = frame.words[term.index - 1].text.lower() if term.index else ""
    plain = term.text.lower() == term.lemma and term.lemma not in load("irregular.yaml")
    many = before.endswith("s") or before in words_in("auxiliaries", "pronouns", "adverbs", "conjunctions")
    named = before in ("the", "a", "an", "of", "in", "this", "that")
    tells = is_verb(term.lemma) or term.text.endswith("er")  # "is LARGER than"
    return tells and not named and (many or not plain)


def is_passive(frame: Frame, verb: Term) -> bool:
    """Whether it is done to what stands before the verb."""
    by = any(w.text.lower() == "by" for w in frame.words[verb.index + 1 : verb.index + 3])
    been = any(w.text.lower() in words_in("be") for w in frame.words[max(0, verb.index - 2) : verb.index])
    done = verb.text.endswith(("ed", "en", "wn")) or verb.text.lower() in load("irregular.yaml").get(verb.lemma, ())
    return by or (been and done)
