"""The tense of what a clause tells, by its verb and by what somebody says in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial

from dossier.language.listed import listed_words
from dossier.reading.sentences.clause_tree import Clause, clauses_of, held_by
from dossier.reading.sentences.tokens import class_of
from dossier.reading.sentences.verb_forms import is_participle, words_of
from dossier.reading.sentences.verb_groups import tense_of_words
from dossier.reading.speech.reporting import verbs

listed = partial(listed_words, "periods.yaml")

WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+|[^\w\s]")
_REACHED = re.compile(
    r"(?<!\bup )\b(?:to|reached) (?:(?:about|only|just|almost|nearly|over|some|around|a record) )?[$€£]?\d"
)
_TOLD = ("past", "future", "shifted")
_NEAR = 60  # characters behind "has" in which a level is reached
_CLAUSE = 600  # characters within which a clause shows its tense; what is longer is no sentence a person wrote


@lru_cache(maxsize=4096)  # a sentence is looked at again for each claim after it
def tense_of(clause: str) -> str:
    """That of its main clause: past, present, perfect, future, or "" where no verb says.

    After a verb of saying the words said decide; "reported" when they are not in the past either, "shifted" when they
    may be a present told in the past: "said it regretted the decision".
    """
    tree = clauses_of(clause[:_CLAUSE])
    return _tense_in(tree, 0, clause) if tree else ""


def _tense_in(tree: Sequence[Clause], number: int, text: str) -> str:
    clause = tree[number]
    own = tense_of_words(clause.verb)
    if own not in ("past", "present", "would") or (own == "past" and not says(clause.verb)):
        return own
    head = _head(clause)
    if own == "would":
        return _of_would(tree, _behind(clause, text))
    if own == "present" and head in listed("foreseeing") and "to" in _behind(clause, text):
        return "future"  # "analysts expect the bank to cut"
    if not says(clause.verb):
        return own
    held = held_by(tree, number)
    if held < 0:
        noun_follows = not class_of("determiners", "possessives").isdisjoint(_behind(clause, text)[:1])
        told = (
            own == "past"
            and len(clause.verb) == 1
            and head in listed("reporting")
            and not (head != "said" and noun_follows)
        )
        return "reported" if told else own
    inner = _tense_in(tree, held, text)
    if own != "past":
        return inner or own
    if inner == "past" and is_shifted(text[tree[held].start : tree[held].end]):
        return "shifted"
    return inner if inner in _TOLD else "reported"


def _behind(clause: Clause, text: str) -> list[str]:
    """The words of a clause behind its verb."""
    return WORD.findall(text[clause.verb_start : clause.end].lower())[len(clause.verb) :]


def says(verb: Sequence[str]) -> bool:
    """Whether a verb tells what somebody says: not "had been held", "was told"."""
    known = verbs().get(verb[-1])
    passive = len(verb) > 1 and verb[-2] in words_of("be", "unfinished") and not verb[-1].endswith("ing")
    return bool(known and known.takes & {"clause", "only_with_that"}) and not passive


def _head(clause: Clause) -> str:
    words = [w for w in clause.verb if w != "to"]
    return words[-1] if words else ""


def _of_would(tree: Sequence[Clause], rest: Sequence[str]) -> str:
    """ "Would rather see" tells of now, "if it warms, such years would come" of what lies ahead; else of neither."""
    if not {"rather", "like", "prefer", "love"}.isdisjoint((*tree[0].verb[1:], *rest[:2])):
        return "present"
    return "future" if any(c.link in ("if", "unless") and tense_of_words(c.verb) == "present" for c in tree) else ""


def is_planned(words: Sequence[str], i: int) -> bool:
    """ "The mine IS TO receive a loan"; not "the aim is to", "is to blame"."""
    if words[i] not in ("is", "are") or not i or "to" not in words[i + 1 : i + 2]:
        return False
    verb = words[i + 2] if i + 2 < len(words) else ""
    return verb.isalpha() and verb not in listed("no_plan") and words[i - 1] not in listed("purposes")


def is_shifted(clause: str) -> bool:
    """Whether the verb of what somebody said tells a state: "was ready", "was stepping down", "wanted"."""
    tree = clauses_of(clause[:_CLAUSE])
    if not tree or not tree[0].verb:
        return False
    first, *more = tree[0].verb
    if first in ("was", "were"):
        return not (more and is_participle(more[-1]))
    if first == "had":
        return not more  # "said her grandson had asthma"
    return not more and first in listed("states")


def lasts(clause: str) -> bool:
    """Whether a past tells a state, or what came before, and so may be older than the news it stands in."""
    tree = clauses_of(clause[:_CLAUSE])
    goes_on = tree and tree[0].verb[-1:] and tree[0].verb[-1].endswith("ing")  # "was carrying 20 people"
    return (is_shifted(clause) and not goes_on) or not listed("older").isdisjoint(WORD.findall(clause.lower()))


def has_happened(clause: str) -> bool:
    """Whether the first "has" tells of something that happened (has grown, has been banned).

    What it tells of a state (has become, has been silent), of a level reached (has risen to 5 percent), of what has
    not happened or of what is owned does not.
    """
    tree = clauses_of(clause[:_CLAUSE])
    perfect = next((c for c in tree if tense_of_words(c.verb) == "perfect" and c.kind != "relative"), None)
    if perfect is None or _REACHED.search(clause, perfect.verb_start, perfect.verb_start + _NEAR):
        return False
    before = WORD.findall(clause[perfect.start : perfect.verb_start].lower())
    around = WORD.findall(clause[perfect.verb_start : perfect.end].lower())[: len(perfect.verb) + 1]
    if not listed("not_yet").isdisjoint((*before, *around)) or perfect.verb[1] in listed("holding"):
        return False
    verb = perfect.verb[-1]
    return verb != "been" and (is_participle(verb) or verb.endswith("ing"))
