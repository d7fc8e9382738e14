"""The maker of each kind of shape in data/dates.yaml: the function that bears its name."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from dossier.reading.dates import (
    makers_beyond,
    makers_clock,
    makers_day,
    makers_duration,
    makers_period,
    makers_relative,
)
from dossier.reading.dates.scene import Scene, Value
from dossier.reading.dates.shapes import Found

Maker = Callable[[Found, Scene], Value | None]
_MODULES = (makers_beyond, makers_clock, makers_day, makers_duration, makers_period, makers_relative)


@cache
def maker_of(name: str) -> Maker:
    """The function that gives shapes of this name their value."""
    made: Maker = next(getattr(module, name) for module in _MODULES if hasattr(module, name))
    return made
