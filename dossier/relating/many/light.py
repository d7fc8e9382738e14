"""Light frames: claims of which only the card is held, taken apart when they are compared and emptied after.

A claim taken apart holds some ten times as much as its card, so of many claims only those that are being compared are
held whole.
"""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model import Claim, Codebook
from dossier.relating.answers import were_answered
from dossier.relating.apart.cards import Card
from dossier.relating.apart.frames import AT_ONCE, Frame, empty, forget
from dossier.relating.apart.times import period_of, roughly


def light_frame(claim: Claim, codebook: Codebook, issued: str, card: Card, name: str = "") -> Frame:
    """The frame of which only the card is known: the claim is taken apart when it is first compared.

    A `name` that is known need not be worked out again.
    """
    frame = Frame.__new__(Frame)
    period = period_of(claim, issued)
    answers = frozenset(card.answers)
    were_answered(claim, codebook, answers)
    known = (claim, period, codebook.expand(claim.countries), roughly(claim, period), answers, issued)
    for part, value in zip((*AT_ONCE, "card", "codebook"), (*known, card, codebook)):
        object.__setattr__(frame, part, value)
    if name:
        object.__setattr__(frame, "name", name)
    return frame


def lighten(frames: Iterable[Frame], codebook: Codebook) -> None:
    """Empties these frames, and drops what was worked out of any."""
    for frame in frames:
        empty(frame, codebook)
    forget()
