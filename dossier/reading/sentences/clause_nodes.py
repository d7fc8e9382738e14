"""A sentence while its clauses are read: which have opened so far, in which it stands, what an "and" joins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.language.grammar import is_adverb
from dossier.language.listed import listed_words
from dossier.reading.sentences.tokens import Token, class_of
from dossier.reading.sentences.verb_forms import is_past_form, is_plural, plain_auxiliary, words_of
from dossier.reading.sentences.verb_groups import Verb
from dossier.reading.speech.reporting import verbs as reporting

UNFINISHED = ("participle", "reduced", "apposition", "bracket")
CLOSED_BY_COMMA = (*UNFINISHED, "relative")
SIDE = ("temporal", "reason", "condition")
STOPS = (";", ":", "—", "–")  # a dash that has no partner
MARKS = (",", "—", "–", "--", "-")


@dataclass(slots=True, eq=False)
class Node:
    """A clause while it is read, by numbers of words."""

    kind: str
    first: int
    parent: Node | None
    link: str = ""
    verb: Verb | None = None
    last: int = -1
    joint: int = -1  # where an "and" stands behind the verb

    @property
    def awaits(self) -> bool:
        """Whether its finite verb is still to come."""
        return self.verb is None and self.kind not in UNFINISHED

    def up(self) -> Iterator[Node]:
        """The clause itself, the one it hangs on, and so on to the main one."""
        node: Node | None = self
        while node:
            yield node
            node = node.parent


@dataclass(slots=True, eq=False)
class Reading:
    """A sentence while it is read: its words, its finite verbs, the clauses so far and the one it stands in."""

    tokens: Sequence[Token]
    finite: Mapping[int, Verb]  # all that may be
    nodes: list[Node]
    top: Node
    comma: int = -1
    closed: bool = False  # whether the last comma ended a clause

    def open(self, kind: str, first: int, parent: Node, link: str = "", verb: Verb | None = None) -> None:
        """A clause inside another, which everything behind belongs to until it is closed."""
        self.back_to(parent, max(first, verb.first) if verb else first)
        self.top = Node(kind, first, parent, link, verb)
        self.place(self.top)

    def place(self, node: Node) -> None:
        """Put a clause among the others in their order; what opened behind its first word stands inside it."""
        place = next((k for k, n in enumerate(self.nodes) if n.first > node.first), len(self.nodes))
        for other in self.nodes[place:]:
            other.parent = node if other.parent is node.parent else other.parent
        self.nodes.insert(place, node)

    def back_to(self, node: Node, at: int) -> None:
        """Close what stands inside a clause at word number `at`; what has no word yet was no clause."""
        while self.top is not node and self.top.parent:
            self.top.last = at - 1
            if self.top.first >= at:
                self.nodes.remove(self.top)
            self.top = self.top.parent


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
    if _is_a_deed_beside(read, told.verb, joint, verb) and (
        tokens[joint - 1].text == "," or told.verb.head.endswith("ing") or _is_a_thing(own)
    ):
        return saying  # "noticed that a boat WAS LEAVING and FIRED a shot", "said it was over, and NAMED the culprit"
    known = reporting().get(verb.head)
    tells = known is not None and bool(known.takes & {"person", "deed"}) and is_past_form(verb.head)
    return saying if tells and _is_a_thing(own) and not _is_a_thing(speaker) else told


def _is_a_deed_beside(read: Reading, state: Verb, joint: int, verb: Verb) -> bool:
    """Whether a past with its object stands behind the "and" of what "was" so or "was going on"."""
    after = read.tokens[verb.last + 1].low if verb.last + 1 < len(read.tokens) else ""
    deed = len(verb.words) == 1 and is_past_form(verb.head)
    states = state.words[0] in ("was", "were") and (len(state.words) == 1 or state.head.endswith("ing"))
    takes = after.isalpha() and not is_adverb(after) and after not in class_of("prepositions")
    return states and deed and takes


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
