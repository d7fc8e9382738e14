"""A reporting verb where it stands: with its auxiliaries, and the clause whose finite verb it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.language.words import Word
from dossier.reading.speech.frames import Frame
from dossier.reading.speech.reporting import Verb, small
from dossier.reading.speech.subjects import group_before
from dossier.reading.speech.times import low


@dataclass(frozen=True, slots=True)
class Standing:
    """A reporting verb where it stands: its word number, the clause it is the verb of, where its group begins."""

    frame: Frame
    at: int
    verb: Verb
    clause: int
    group: int

    @property
    def words(self) -> Sequence[Word]:
        """Those of its sentence."""
        return self.frame.words

    @property
    def helpers(self) -> frozenset[str]:
        """The auxiliaries and adverbs in front of it."""
        return frozenset(low(w) for w in self.words[self.group : self.at])

    def word(self, number: int) -> str:
        """The word so many behind the verb, or before it, in lower case; "" beyond the sentence."""
        at = self.at + number
        return low(self.words[at]) if 0 <= at < len(self.words) else ""


def standing(frame: Frame, i: int, form: Verb) -> Standing:
    """The verb with its auxiliaries and the clause whose finite verb it is; -1 where it is none."""
    group = group_before(frame.words, i)
    clause = frame.clause_of_verb(i)
    helped = form.shape == "past" and any(low(w) in small("auxiliaries") for w in frame.words[group:i])
    joined = group > 0 and low(frame.words[group - 1]) in ("and", "but", "or")
    if clause >= 0 and not joined and _is_none(frame, clause, group):
        clause = -1
    return Standing(frame, i, form, frame.owners[group] if helped and clause < 0 else clause, group)


def _is_none(frame: Frame, clause: int, group: int) -> bool:
    """Whether the tree's verb is no finite one: "patients REPORTED weekly", "as Eric Lund once OBSERVED"."""
    told = frame.tree[clause]
    inside = frame.word_at(frame.start + told.start)
    return (
        told.kind == "reduced" or told.link == "than" or inside > group or (inside == group and told.link == "once")
    )
