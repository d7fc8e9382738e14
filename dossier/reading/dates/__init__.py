"""Time expressions of a text: where they stand, what they mean, as TIMEX3 and as EDTF.

recognise: lexicon.py (classes of words) -> shapes.py (what stands together) -> traps.py (what only looks so);
resolve: makers_*.py give each its value from its scene; open ends and ranges come from bounds.py.
"""

from __future__ import annotations

from dossier.reading.dates.events import find_events
from dossier.reading.dates.finding import find_dates
from dossier.reading.dates.scene import TimeExpression

__all__ = ["TimeExpression", "find_dates", "find_events"]
