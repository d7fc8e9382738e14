"""A sentence while its clauses are read: which have opened so far, and in which of them it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.reading.sentences.tokens import Token
from dossier.reading.sentences.verb_groups import Verb

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
