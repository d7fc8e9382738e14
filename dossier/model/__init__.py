"""The records that pass through the program: sources, claims, codebook, relations, the dossier.

All are frozen values.
"""

from dossier.model.claims import HEAD, Claim, Figure, Position, fingerprint, is_about, said, without_notes
from dossier.model.codebook import Codebook, Decision, Event, Group, LocalName, Question, Region, Theme
from dossier.model.sources import Cleaned, Edit, Metadata, Name, Rights, Source
from dossier.model.whole import Correction, Dossier, Gate, Passage, Reading, Relation
from dossier.model.words import (
    DECIDED,
    JUDGEMENTS,
    KINDS,
    MODALITIES,
    RELATION_TYPES,
    SIDES,
    SIGN,
    STANCES,
    STATUSES,
    VERDICTS,
    VOICES,
)
from dossier.problems import NOWHERE

__all__ = [
    "Claim",
    "Cleaned",
    "Codebook",
    "Correction",
    "DECIDED",
    "Decision",
    "Dossier",
    "Edit",
    "Event",
    "Figure",
    "Gate",
    "Group",
    "HEAD",
    "JUDGEMENTS",
    "KINDS",
    "LocalName",
    "MODALITIES",
    "Metadata",
    "NOWHERE",
    "Name",
    "Passage",
    "Position",
    "Question",
    "RELATION_TYPES",
    "Reading",
    "Region",
    "Relation",
    "Rights",
    "SIDES",
    "SIGN",
    "STANCES",
    "STATUSES",
    "Source",
    "Theme",
    "VERDICTS",
    "VOICES",
    "fingerprint",
    "is_about",
    "said",
    "without_notes",
]
