"""Values of expressions that name a longer period: quarters, seasons, years, decades, centuries."""

from __future__ import annotations

import re
from datetime import date

from dossier.edtf import parse
from dossier.reading.dates.makers_day import BCE, full_year, month, number_in, year_after, year_meant, year_of
from dossier.reading.dates.scene import Scene, Value
from dossier.reading.dates.shapes import Found
from dossier.reading.dates.values import SEASON_FIRST_MONTH, add_days, add_months, part_of_period, period, shifted

_LATE = 9  # from this month on the end of the year is near


def quarter(found: Found, scene: Scene) -> Value | None:
    """The second quarter of 2022; the third quarter; Q3 2021; H1 of last year; the (July-)September quarter."""
    named, months = found.get("quarter-name"), [int(token.value) for token in found.all("month", "month-short")]
    if not named and not any(unit.value == "Q" for unit in found.all("unit")):
        return None
    which = int(named.text[-1]) if named else number_in(found, "ordinal", "nth-digits") or sum(months[-1:]) // 3
    if not 1 <= which <= 4 or (months and months not in ([which * 3 - 2, which * 3], [which * 3])):
        return None
    year = year_of(found, scene)
    if not year:
        now = scene.now
        if len(found.all("unit")) > (named is None):
            year = year_meant(found, scene)
        elif found.has("last") and scene.day.month <= which * 3:
            year = scene.day.year - 1
        else:
            year = now.year - (which * 3 - 2 > now.month and scene.tense <= 0 and not scene.narrative)
    return Value(f"{year:04d}-{named.text[0] if named else 'Q'}{which}")


def last_quarter(found: Found, scene: Scene) -> Value | None:
    """The last quarter of 2018, the final quarter of last year."""
    units = found.all("unit")
    if units[0].value != "Q" or (len(units) > 1 and units[1].value != "Y"):
        return None
    whose = Found(found.make, found.tokens[found.tokens.index(units[0]) + 1 :])
    return Value(f"{year_of(found, scene) or year_meant(whose, scene):04d}-Q4")


def half_year(found: Found, scene: Scene) -> Value | None:
    """The first half of 2022; the second half of the year; the first half of the 1990s."""
    ten, first = found.get("decade"), number_in(found, "ordinal", "nth-digits")
    token = found.get("last")
    which = first or (2 if token else 0)
    if which not in (1, 2):
        return None
    if ten:
        start = _decade_digits(ten.text, scene)
        years = f"{start}0/{start}4" if which == 1 else f"{start}5/{start}9"
        return Value(start, years)
    unit = found.get("unit")
    if unit and unit.value != "Y":
        return None
    return Value(f"{year_of(found, scene) or year_meant(found, scene):04d}-H{which}")


def part_of_longer(found: Found, scene: Scene) -> Value | None:
    """The first week of June, the last day of the year: told by the day or week it is."""
    unit, name, last = found.get("unit"), found.get("month", "month-short"), found.get("last")
    whole = month(found, scene) if name else None
    around = whole.timex if whole else f"{year_of(found, scene) or scene.now.year:04d}"
    if not name and len(units := found.all("unit")) > 1:
        around = period(scene.now, str(units[1].value))
    bounds, which = parse(around), number_in(found, "ordinal") or 1
    if unit is None or bounds is None:
        return None
    step = 7 if unit.value == "W" else 1
    day = bounds.end if last else add_days(bounds.start, step * (which - 1))
    return Value(period(day, str(unit.value))) if day <= bounds.end else None


def fiscal_year(found: Found, scene: Scene) -> Value | None:
    """Fiscal 2022; the financial year 2022/23; this fiscal year."""
    unit = found.get("unit")
    if (pair := found.tokens[-1]).sort == "year-pair" or (len(found.tokens) > 2 and found.tokens[-3].sort == "year"):
        return year_range(Found("", (pair,) if pair.sort == "year-pair" else found.tokens[-3:]), scene)
    if unit and unit.value != "Y":
        return None
    return Value(f"FY{year_of(found, scene) or year_meant(found, scene):04d}")


def season(found: Found, scene: Scene) -> Value | None:
    """The summer of 2022; last winter; this spring; the fall."""
    name = str(found.get("season").value)  # type: ignore[union-attr]
    year = year_of(found, scene)
    if not year and (short := found.get("digits")):
        year = full_year(short.text, scene.day.year - 45) if short.text.isdecimal() and len(short.text) == 2 else None
    if not year:
        start = SEASON_FIRST_MONTH[name]
        now = scene.now
        if found.has("unit"):
            year = year_meant(found, scene)
        elif found.has("last"):
            year = scene.day.year - (add_months(date(scene.day.year, start, 1), 3) > scene.day)
        elif found.has("next"):
            onward = found.get("next")
            from_text = onward and onward.value == "after"
            year = year_after(start, scene) if from_text else now.year + (start <= now.month)
        elif found.has("that", "same"):
            year = scene.here.year
        elif found.has("this") or scene.tense > 0:
            year = now.year + (
                scene.tense > 0 and not found.has("this") and add_months(date(now.year, start, 1), 3) <= now
            )
        else:
            year = now.year - (start > now.month)
    return Value(f"{year:04d}-{name}")


def _decade_digits(text: str, scene: Scene) -> str:
    digits = re.sub(r"\D", "", text)
    if len(digits) == 2:
        digits = str(full_year(digits, min(scene.day.year - 20, 1970)))
    return digits[:3]


def decade(found: Found, scene: Scene) -> Value | None:
    """The 1990s; the early '90s; the late nineties."""
    token, word, edge = found.get("decade"), found.get("decade-word"), found.get("edge", "early")
    if (
        token
        and len(token.text.rstrip("s'’")) == 2
        and token.start > 0
        and not found.has("the", "edge", "early", "apostrophe")
    ):
        return None
    timex = _decade_digits(token.text, scene) if token else str(word.value) if word else ""
    return Value(timex, part_of_period(timex, str(edge.value)) if edge else "") if timex else None


def century(found: Found, scene: Scene) -> Value | None:
    """The 19th century; the late 16th century; the first century BC."""
    unit, era, edge = found.get("unit", "units"), found.get("era"), found.get("edge", "early")
    if unit is None or unit.value not in ("C", "L"):
        return None
    which = number_in(found, "ordinal", "nth-digits")
    if any(t.sort == "number" for t in found.tokens):
        which = (which or 0) + sum(int(t.value) for t in found.tokens if t.sort == "number")
    if not which or which > 30 or unit.value == "L":
        return None
    if era and era.text in BCE:
        return Value(f"BC{which - 1:02d}")
    timex = f"{which - 1:02d}"
    if unit.sort == "units":  # the 16th and 17th centuries
        last = number_in(Found("", tuple(found.all("ordinal", "nth-digits")[1:])), "ordinal", "nth-digits")
        return Value(timex, f"{timex}XX/{last - 1:02d}XX" if last and which < last <= 30 else "")
    thirds = {"START": (0, 33), "MID": (33, 66), "END": (66, 99)}.get(str(edge.value) if edge else "")
    return Value(timex, f"~{timex}{thirds[0]:02d}/{timex}{thirds[1]:02d}" if thirds and which > 1 else "")


def bc_year(found: Found, scene: Scene) -> Value | None:
    """44 BC; AD 79."""
    number, era = found.get("year", "digits"), found.get("era")
    if not number or not era or not number.text.isdigit() or len(number.text) > 4:
        return None
    return Value(f"{'BC' if era.text in BCE else ''}{int(number.text):04d}")


def edge_of_year(found: Found, scene: Scene) -> Value | None:
    """The end of 2022; early 2009; the beginning of the year."""
    edge, unit = found.get("edge", "early", "year-end"), found.get("unit")
    if edge and unit and edge.text == "turn" and unit.value == "C":
        hundred = scene.here.year // 100 * 100
        return Value(period(scene.here, "C"), f"~{hundred:04d}")
    year = year_of(found, scene)
    if unit:
        relative = "last" if found.has("last") else "next" if found.has("next") else ""
        base = scene.here if found.has("that", "same") else scene.today if unit.value == "D" else scene.now
        step = {"last": -1, "next": 1, "": 0}[relative]
        if not step and scene.tense < 0 and base == scene.day and edge and unit.value == "Y" and found.has("the"):
            step = -(
                edge.value == "END" and base.month < _LATE
            )  # told in March: "by the end of the year 800 had left"
        timex = period(shifted(base, step, str(unit.value)), str(unit.value))
    else:
        timex = f"{year or scene.day.year:04d}"
    return Value(timex, part_of_period(timex, str(edge.value)) if edge else "")


def year(found: Found, scene: Scene) -> Value | None:
    """A bare year."""
    return Value(found.tokens[0].text)


def year_range(found: Found, scene: Scene) -> Value | None:
    """1941-45, 2022/23, 2014–2016: the value is the first year, the period both."""
    first, second = found.tokens[0].text, found.tokens[-1].text
    if "/" in first:
        first, _, second = first.partition("/")
    if not second.isdigit():
        return None
    last = int(first[: len(first) - len(second)] + second) if len(second) < 4 else int(second)
    if len(found.tokens) > 1 and found.tokens[1].sort == "dash" and len(second) == 2 and last <= int(first):
        return Value(f"{first}-{second}") if 1 <= int(second) <= 12 else None
    return Value(first, f"{first}/{last:04d}") if int(first) < last < int(first) + 1000 else None
