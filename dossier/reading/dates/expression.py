"""What finding dates gives: time expressions with their places and values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """The words text[start:end], what they mean as a TIMEX3 value, and as EDTF.

    `edtf` is "" where no calendar period is named (durations, sets). `kind` is date, time, duration or set.
    """

    start: int
    end: int
    timex: str
    edtf: str
    kind: str


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved meaning: the TIMEX3 value and the period in EDTF."""

    timex: str
    edtf: str = ""
    kind: str = "date"
