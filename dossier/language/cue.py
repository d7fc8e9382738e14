"""What a cue is once it is read: terms in order, close together, with a direction and words to stay clear of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

SMALL_GAP = 3  # words that may stand between two words of a cue
WIDE_GAP = 14  # words that "..." may stand for

Phrase = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One place in a cue: the words (any form) or phrases that may stand there."""

    singles: frozenset[str]
    phrases: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)  # by the forms of their first word
    gap: int = SMALL_GAP  # words allowed before it
    starts: frozenset[str] = frozenset()  # forms with which it begins
    needs: frozenset[str] = frozenset()  # forms of which a text must hold one: of a phrase, its rarest word


@dataclass(frozen=True, slots=True)
class Way:
    """A direction a cue asks for: one of the words in capitals."""

    name: str
    sign: int
    dimensions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Part:
    """Terms in order, close together, and the direction they must have, if any."""

    terms: tuple[Term, ...]
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A compiled cue: all parts must stand in the text, in any order."""

    text: str
    parts: tuple[Part, ...]
    never: tuple[Term, ...] = ()
    as_it_stands: bool = False  # "!": under negation it says nothing
    denied_or_not: bool = False  # "!!": it holds its own denial, so no other turns it round
    needs: tuple[frozenset[str], ...] = field(default=(), compare=False)


class Match(NamedTuple):
    """Where a cue was found: the word numbers, and whether the text says its opposite."""

    at: frozenset[int]
    flipped: bool
    by: str = ""  # the words that turned it round
    loose: bool = False  # found by parts that may stand far apart and in any order

    @property
    def span(self) -> tuple[int, int]:
        """First and last word number, end exclusive."""
        return min(self.at), max(self.at) + 1

    def outdoes(self, other: Match) -> bool:
        """Whether it tells more: it spans the other and has more words, or as many further apart.

        Parts in any order span half a sentence by chance, so they never outdo what stands close together.
        """
        if self.loose != other.loose:
            return other.loose
        if len(self.at) < len(other.at) or self.at == other.at:
            return False
        if not (self.span[0] <= other.span[0] and other.span[1] <= self.span[1]):
            return False
        return len(self.at) > len(other.at) or self.span != other.span
