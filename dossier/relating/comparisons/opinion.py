"""What one comparison makes of two claims, and how much was known before they were compared."""

from __future__ import annotations

from dataclasses import dataclass, field

from dossier.model import Codebook
from dossier.relating.alignment import Alignment

# Rules that hold only between articles that tell of the same things.
POINTS = frozenset({"points", "tallies", "measures", "causes", "outcomes", "blame", "alike", "denied"})


@dataclass(frozen=True, slots=True)
class Setting:
    """How much is known before two claims are compared.

    `same_situation`: both are known to speak of one situation (two descriptions of one picture, a text and
    a statement about it). Then two different drinks exclude each other, and less must be shared. In a dossier
    this is not known: two countries may each have their own inflation, so names and topic have to meet.
    """

    same_situation: bool = False
    scene: bool = False  # more than that: two descriptions of one picture or moment
    ground: frozenset[str] = frozenset()  # countries named all over the dossier: sharing one of them shows nothing
    codebook: Codebook = field(default_factory=Codebook)  # for the words of questions and regions

    def allowed(self, pair: Alignment) -> float:
        """The share of words that may differ on both sides; in a short sentence one word is another thing."""
        short = min(len(pair.a.terms), len(pair.b.terms)) <= 5
        return 0.25 if self.same_situation and not short else 0.12


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one comparison makes of a pair: a relation, the rule, the deciding words of a and b, how sure."""

    type: str
    rule: str
    words: tuple[str, str]
    what: str
    score: float
    question: str = ""
    passing: str = ""  # "now" or "then": a state that another day may find, or found, changed; "counting": each hour
