"""Rows of dots and ranges on one common scale: periods on a time axis, figures on a number line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from dossier.edtf import Period, parse
from dossier.model import Claim, Figure
from dossier.rendering.labels import Label, amount, number
from dossier.rendering.templates import fill
from dossier.rendering.view import View

_PAGE_MARGIN = 2.0  # percent left free at both ends, so that a dot at the edge stays whole
_NAMES = 34  # characters of all the marks of a scale that stand apart in the width of a phone
_LOG_FROM = 100  # a largest value so many times the smallest is drawn on a logarithmic scale


@dataclass(frozen=True, slots=True)
class Track:
    """One row: from `low` to `high` percent of the width; an open end has an arrow."""

    name: str
    target: str
    value: str
    low: float
    high: float
    css: str
    open_low: bool = False
    open_high: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """One mark of the scale."""

    at: float
    name: str


def time_axis(view: View, path: str, rows: Sequence[tuple[str, str, Claim, Label]], caption: str) -> Markup:
    """Claims by the time they speak of: (name, target, claim, label) per row; "" without two dated rows.

    Decades and centuries are left out: one of them would squeeze everything else into a corner.
    """
    dated = [(row, period) for row in rows if (period := _axis_period(row[2].date))]
    if len(dated) < 2:
        return Markup("")
    years = [d.year for _, p in dated for d in (p.start, p.end) if d not in (date.min, date.max)]
    first, last = min(years), max(years) + 1
    tracks = [
        _period_track(name, target, f"{label.word}, {view.about(claim)}", label.css, period, first, last)
        for (name, target, claim, label), period in dated
    ]
    step = max(1, math.ceil((last - first) / 8))
    ticks = [Tick(_share(y, first, last), str(y)) for y in range(first, last + 1, step)]
    return draw(view, path, caption, tracks, ticks)


def _axis_period(edtf: str) -> Period | None:
    return parse(edtf) if edtf and "X" not in edtf else None


def _period_track(name: str, target: str, value: str, css: str, period: Period, first: int, last: int) -> Track:
    open_low, open_high = period.start == date.min, period.end == date.max
    low = _share(first if open_low else _year(period.start), first, last)
    high = _share(last if open_high else _year(period.end) + 1 / 366, first, last)
    return Track(name, target, value, low, high, css, open_low, open_high)


def _year(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 366


def number_line(view: View, path: str, rows: Sequence[tuple[str, str, Figure, str]], caption: str) -> Markup:
    """Figures of one unit: (name, target, figure, css) per row; "" without two of them."""
    bounded = [row for row in rows if row[2].low is not None or row[2].high is not None]
    if len(bounded) < 2:
        return Markup("")
    values = [v for _, _, f, _ in bounded for v in (f.low, f.high) if v is not None]
    smallest, largest = min(values), max(values)
    by_power = smallest > 0 and largest / smallest >= _LOG_FROM
    scale = math.log10 if by_power else float
    if by_power:
        marks = [10.0**p for p in range(math.floor(math.log10(smallest)), math.ceil(math.log10(largest)) + 1)]
        marks = marks[:: max(1, math.ceil(len(marks) / 6))]
    else:
        marks = _apart(_round_marks(min(0.0, smallest), largest))
    first, last = scale(min(marks[0], smallest)), scale(max(marks[-1], largest))
    tracks = [
        Track(
            name,
            target,
            amount(figure),
            _share(scale(figure.low), first, last) if figure.low is not None else _share(first, first, last),
            _share(scale(figure.high), first, last) if figure.high is not None else _share(last, first, last),
            css,
            figure.low is None,
            figure.high is None,
        )
        for name, target, figure, css in bounded
    ]
    ticks = [Tick(_share(scale(m), first, last), number(m)) for m in marks]
    return draw(view, path, caption + (", on a logarithmic scale" if by_power else ""), tracks, ticks)


def _round_marks(low: float, high: float) -> list[float]:
    """Four to seven round numbers from below `low` to above `high`."""
    span = (high - low) or abs(high) or 1.0
    power = 10.0 ** math.floor(math.log10(span / 4))
    step = next(power * m for m in (1, 2, 5, 10) if span / (power * m) <= 6)
    return [round(i * step, 10) for i in range(math.floor(low / step), math.ceil(high / step) + 1)]


def _apart(marks: list[float]) -> list[float]:
    """Every second one, where all their names would run into each other on a phone: "10 million"."""
    return marks if len(marks) * max(len(number(m)) for m in marks) <= _NAMES else marks[::2]


def _share(value: float, first: float, last: float) -> float:
    width = 100 - 2 * _PAGE_MARGIN
    return round(_PAGE_MARGIN + width * (value - first) / ((last - first) or 1), 2)


def draw(view: View, path: str, caption: str, tracks: Sequence[Track], ticks: Sequence[Tick]) -> Markup:
    """The picture: a list of rows, each with its own piece of SVG on the common scale."""
    return Markup(fill(view, "tracks.html", path, {"caption": caption, "tracks": tracks, "ticks": ticks}))
