"""Whether a sentence is a claim, and how likely it holds something to check."""

from __future__ import annotations

from dossier.reading.worth.judging import asked_in, is_matter, reason_against, reason_to_skip, what_speaks, worth

__all__ = ["asked_in", "is_matter", "reason_against", "reason_to_skip", "what_speaks", "worth"]
