"""What an "and" joins: whose verb stands behind it, and of which clause that is the second."""

from __future__ import annotations

from dossier.language.grammar import is_adverb
from dossier.language.listed import listed_words
from dossier.reading.sentences.clause_nodes import MARKS, Node, Reading
from dossier.reading.sentences.tokens import Token, class_of
from dossier.reading.sentences.verb_forms import is_past_form, is_plural, plain_auxiliary, words_of
from dossier.reading.sentences.verb_groups import Verb
from dossier.reading.speech.reporting import verbs as reporting

_NEAR = 6  # words behind an "and"


def joined(read: Reading, verb: Verb) -> Node | None:
    """The clause whose "and" a verb stands behind; what may be a noun, only close behind it."""
    one = next((n for n in read.top.up() if n.verb and n.joint > n.verb.last), None)
    if one and verb.may_be_noun and (one is not read.top or verb.first - one.joint > _NEAR):
        return None
    return one


def who_goes_on(read: Reading, told: Node, joint: int, verb: Verb) -> Node:
    """ "Villagers say the army burned it and HAVE fled", "she said the dam was safe and URGED them to stay".

    Behind what is said an "and" may go on with the saying: where the verb has the number of who speaks and not of
    what is spoken of, where it is a past behind "would", and where it tells of a saying, which a thing does not do.
    """
    saying, tokens = told.parent, read.tokens
    bare = all(is_adverb(t.low) or t.low in words_of("before_verbs") for t in tokens[joint + 1 : verb.first])
    if told.kind != "complement" or not bare or not (saying and saying.verb and told.verb):
        return told
    own, speaker = (tokens[max(n.verb.first - 1, 0)] for n in (told, saying) if n.verb)
    if verb.words[0] in words_of("of_several") or verb.words[0] in words_of("of_one"):
        several = verb.words[0] in words_of("of_several")
        return saying if is_plural(speaker.low) == several != is_plural(own.low) else told
    if plain_auxiliary(told.verb.words[0]) in words_of("modals") and len(verb.words) == 1 and is_past_form(verb.head):
        return saying  # "said he WOULD resign and BLAMED the press"
    known = reporting().get(verb.head)
    tells = known is not None and bool(known.takes & {"person", "deed"}) and is_past_form(verb.head)
    return saying if tells and _is_a_thing(own) and not _is_a_thing(speaker) else told


def _is_a_thing(word: Token) -> bool:
    """Whether a subject's last word means nobody who can speak: "bridge"; not "union", "Lima", "it"."""
    speaks = listed_words("acts.yaml", "people", "bodies", "offices", "roles", "firms")
    named = not word.text[0].islower() or word.low in words_of("subjects")
    return not named and not {word.low, word.low.removesuffix("s")} & speaks


def is_in_row(read: Reading, verb: Verb) -> bool:
    """ "Halted work, EVACUATED workers and closed the plant": one of three things that one subject did."""
    told, tokens = read.top.verb, read.tokens
    if not told or len(told.words) > 1 or not is_past_form(told.head) or tokens[verb.first - 1].low != ",":
        return False
    behind = [t.low for t in tokens[verb.last + 1 :]]
    if not behind or behind[0] in class_of("prepositions"):
        return False  # ", followed by police and escorted home"
    last = next((k for k, low in enumerate(behind) if low in ("and", *MARKS)), len(behind))
    last += behind[last : last + 2] == [",", "and"]
    return behind[last : last + 1] == ["and"] and last + 1 < len(behind) and is_past_form(behind[last + 1])
