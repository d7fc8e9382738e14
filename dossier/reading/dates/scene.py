"""What is found and the scene it is resolved in: publication, the last date read, and the tense around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


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


@dataclass(frozen=True, slots=True)
class Scene:
    """The circumstances of one expression.

    `tense` is -1 where the verbs around it tell of the past, 1 of the future, 0 where they do not say.
    `narrative` is true for texts that tell of another time than their own: there a bare month belongs to the
    year told of, not to the year of publication.
    """

    day: date  # one possible day of publication
    last: date | None = None  # first day of the last calendar expression
    last_timex: str = ""
    tense: int = 0
    narrative: bool = False
    year: int = 0  # the year written with the next date it is joined to: "between March and June 1944"
    rate: bool = False  # "15 a year": a number stands just before
    last_month: date | None = None  # first day of the last expression that names a month or a day
    last_month_timex: str = ""
    last_day: date | None = None  # the last day told as such
    foretold: bool = False  # "warned in August that … would run dry in October": ahead of the date told before

    @property
    def here(self) -> date:
        """The day of which "later" and "that" speak: the last date read, else publication."""
        return self.last or self.day

    def told(self, unit: str) -> date:
        """The day of which "that month", "the same week" speak: a bare year read since names none."""
        return self.last_month or self.here if unit in "DNWFm" else self.here

    def told_timex(self, unit: str) -> str:
        """What was said of the day that `told` gives; "" where it is that of publication."""
        return self.last_month_timex or self.last_timex if unit in "DNWFm" else self.last_timex

    @property
    def today(self) -> date:
        """The day to which a time of day belongs: the last one read, unless only a month or a year was.

        Nor the day of a meeting to come, where the past is told: "was to vote on Friday. Overnight police came".
        """
        ahead = self.here > self.day and self.tense < 1
        return self.here if len(self.last_timex) >= len("2022-09-21") and not ahead else self.day

    @property
    def now(self) -> date:
        """The day of which bare months and weekdays speak."""
        return self.here if self.narrative or (self.foretold and self.here <= self.day) else self.day
