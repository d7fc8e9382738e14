"""What looks like a time expression and is none: which shape is doubted by which check."""

from __future__ import annotations

from dossier.reading.dates import traps_names as names
from dossier.reading.dates import traps_numbers as numbers
from dossier.reading.dates.shapes import Found, Tokens
from dossier.reading.dates.trap_words import Check


def is_time(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """Whether the tokens from `start` to `end`, which have the shape, also mean a time here."""
    check = _CHECKS.get(found.make)
    return check is None or check(tokens, start, end, found)


_CHECKS: dict[str, Check] = {
    "twice_away": numbers.stands_last,
    "quarter": numbers.is_quarter,
    "often": names.is_often,
    "window": numbers.is_window,
    "century": numbers.of_unit("C"),
    "half_year": numbers.is_half_year,
    "before_that": numbers.is_next_to,
    "week_of": numbers.of_unit("W"),
    "part_of_longer": numbers.of_unit("DW"),
    "next_to": numbers.is_next_to,
    "fiscal_year": numbers.of_unit("Y"),
    "month_in_year": numbers.of_unit("Y"),
    "weekday_week": numbers.of_unit("W"),
    "edge_of_year": numbers.is_edge,
    "military": numbers.is_military,
    "military_day": numbers.is_military,
    "last_quarter": numbers.of_unit("Q"),
    "named_year": numbers.is_named_year,
    "early_hours": numbers.is_early_hours,
    "the_unit": numbers.is_the_unit,
    "holiday": names.is_holiday,
    "shifted": numbers.is_shifted,
    "year": numbers.is_year,
    "year_range": numbers.is_year,
    "month": names.is_month,
    "calendar_day": numbers.is_short,
    "season": names.is_season,
    "article_unit": numbers.is_unit,
    "nth_of_month": numbers.of_unit("m"),
    "nth_day": numbers.is_nth_day,
    "duration": numbers.is_duration,
    "bare_units": numbers.is_bare_units,
    "nearest_unit": numbers.is_unit,
    "weekday": names.is_weekday,
    "named": names.is_now,
    "clock": numbers.is_clock,
    "part_alone": names.is_part,
    "part_bare": names.is_part_bare,
    "numeric": numbers.is_ordinary,
    "iso": numbers.is_ordinary,
    "decade": numbers.is_decade,
    "the_past": names.is_the_past,
}
