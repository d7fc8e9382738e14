"""The maker of each kind of shape in data/dates.yaml."""

from __future__ import annotations

from collections.abc import Callable

from dossier.reading.dates import makers_beyond as beyond_
from dossier.reading.dates import makers_clock as clock_
from dossier.reading.dates import makers_day as day_
from dossier.reading.dates import makers_duration as duration_
from dossier.reading.dates import makers_holiday as holiday_
from dossier.reading.dates import makers_period as period_
from dossier.reading.dates import makers_relative as relative_
from dossier.reading.dates.expression import Value
from dossier.reading.dates.scene import Scene
from dossier.reading.dates.shapes import Found

MAKERS: dict[str, Callable[[Found, Scene], Value | None]] = {
    "iso": day_.iso,
    "numeric": day_.numeric,
    "calendar_day": day_.calendar_day,
    "day_range": day_.day_range,
    "nth_day": day_.nth_day,
    "nth_of_month": day_.nth_of_month,
    "month": day_.month,
    "month_in_year": day_.month_in_year,
    "quarter": period_.quarter,
    "last_quarter": period_.last_quarter,
    "named_year": period_.named_year,
    "military_day": clock_.military_day,
    "half_year": period_.half_year,
    "fiscal_year": period_.fiscal_year,
    "season": period_.season,
    "decade": period_.decade,
    "century": period_.century,
    "bc_year": period_.bc_year,
    "edge_of_year": period_.edge_of_year,
    "year": period_.year,
    "year_range": period_.year_range,
    "holiday": holiday_.holiday,
    "ago": relative_.ago,
    "ago_vague": relative_.ago_vague,
    "shifted": relative_.shifted_from,
    "twice_away": beyond_.twice_away,
    "weekdays_ago": beyond_.weekdays_ago,
    "same_of_year": beyond_.same_of_year,
    "year_before": relative_.year_before,
    "next_to": relative_.next_to,
    "shifted_vague": relative_.shifted_vague,
    "from_now": relative_.from_now,
    "before_that": relative_.before_that,
    "week_of": day_.week_of,
    "part_of_longer": period_.part_of_longer,
    "span": duration_.span,
    "window": relative_.window,
    "the_unit": relative_.the_unit,
    "past_unit": relative_.past_unit,
    "nearest_unit": relative_.nearest_unit,
    "weekday": relative_.weekday,
    "nearest_weekday": relative_.nearest_weekday,
    "weekday_week": relative_.weekday_week,
    "weekend": relative_.weekend,
    "recent": relative_.recent,
    "future_units": relative_.future_units,
    "day": relative_.day,
    "named": relative_.named,
    "the_past": relative_.the_past,
    "named_time": relative_.named_time,
    "moment": clock_.moment,
    "clock": clock_.clock,
    "early_hours": clock_.part_of_day,
    "part_of_day": clock_.part_of_day,
    "nearest_part": clock_.nearest_part,
    "tonight": clock_.tonight,
    "military": clock_.military,
    "overnight": clock_.overnight,
    "part_alone": clock_.part_alone,
    "part_bare": clock_.part_bare,
    "duration": duration_.duration,
    "full_unit": duration_.full_unit,
    "article_unit": duration_.article_unit,
    "bare_units": duration_.bare_units,
    "every": duration_.every,
    "every_day": duration_.every_day,
    "rate": duration_.rate,
    "often": duration_.often,
}
