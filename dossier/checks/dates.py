"""Dates that can be read in two ways: the one we read may not be the one meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dossier.edtf import SEASON_NAMES, in_words
from dossier.model import Dossier, Source
from dossier.problems import Problem, Where
from dossier.store.places import Pointing

_A_SEASON = re.compile(r"~?(\d\d)(\d\d)-(2[1-4])(?!\d)")
_YEAR = re.compile(r"\d{4}")
_EARLIEST, _LATEST = 1000, 2199  # years a claim may be about where the article's own year is not known
_FORESEEN, _LONG_AGO, _NEAR = 100, 500, 50  # years after the article, before it, and as good as its own
_SEVERAL = 5  # claims far from the article's time, before its own year is taken for the slip
_SEASON = re.compile(rf"season|{'|'.join(SEASON_NAMES.values())}|fall", re.IGNORECASE)


def dates_mean_what_they_say(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """2021-22 is summer 2021, as dates are written here; who means two years, or a month, is told."""
    for where, key, date, evidence in _dated(dossier):
        found = _A_SEASON.search(date)
        if found and not _SEASON.search(evidence):
            century, year, number = found.groups()
            follows = date == found[0] and int(number) == int(year) + 1
            told = f'for the two years write {key}: "{century}{year}/{century}{number}"; ' if follows else ""
            more = f"say so beside it: {'date_from: summer' if key == 'date' else 'issued-evidence: summer issue'}"
            what = f"'{date}' is read as {in_words(date)}, not as two years or a month"
            yield Problem(at(where, key), "bad-date", what, f"{told}for the season {more}", "warning")


def dates_are_of_the_articles_time(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A year far from the article's own is most often mistyped; one that the article names is not.

    Where most claims of an article seem so, it is the article's own year that is.
    """
    far: dict[str, list[Problem]] = {}
    for claim in dossier.claims:
        now = _year_of(dossier.source.get(claim.source))
        for year in map(int, _YEAR.findall(claim.date)):
            if _is_far(year, now) and not re.search(rf"\b0*{year}\b", f"{claim.quote} {claim.date_from}"):
                there = f"; the article is of {now}" if now else ""
                what = f"the year {year:04} in '{claim.date}' is far from anything the article says{there}"
                near = _one_slip_away(year, now)
                told = f"did you mean {claim.date.replace(f'{year:04}', str(near))}? " if near else ""
                hint = f"{told}if the article does speak of that year, say by which words: date_from: its words"
                problem = Problem(at(claim.where, "date"), "bad-date", what, hint, "warning")
                far.setdefault(claim.source, []).append(problem)
                break
    dated = Counter(claim.source for claim in dossier.claims if claim.date) if far else Counter()
    for id, problems in far.items():
        source = dossier.source.get(id)
        if source and source.meta.issued and len(problems) >= _SEVERAL and 2 * len(problems) > dated[id]:
            what = f"'{source.meta.issued}' is far from what {len(problems)} of {dated[id]} dated claims are about"
            hint = "look at the article: the year of publication is most likely mistyped"
            yield Problem(at(source.where, "issued"), "bad-date", what, hint, "warning")
        else:
            yield from problems


def _year_of(source: Source | None) -> int:
    """The year an article was published, 0 where it is not known."""
    issued = _YEAR.match(source.meta.issued.lstrip("~")) if source else None
    return int(issued[0]) if issued else 0


def _is_far(year: int, now: int) -> bool:
    """Before any article tells of single years, or so late that nobody foresees it; with a slip, also long ago."""
    if not now:
        return not _EARLIEST <= year <= _LATEST
    return year < _EARLIEST or year > now + _FORESEEN or (year < now - _LONG_AGO and bool(_one_slip_away(year, now)))


def _one_slip_away(year: int, now: int) -> int:
    """The year nearest to the article's that differs in one digit or in the order of two; 0 when none is near."""
    digits = f"{year:04}"
    swapped = [f"{digits[:n]}{digits[n + 1]}{digits[n]}{digits[n + 2 :]}" for n in range(3)]
    replaced = [f"{digits[:n]}{digit}{digits[n + 1 :]}" for n in range(4) for digit in "0123456789"]
    near = [found for found in map(int, [*swapped, *replaced]) if abs(found - now) <= _NEAR]
    return min(near, key=lambda found: abs(found - now), default=0)


def _dated(dossier: Dossier) -> Iterator[tuple[Where, str, str, str]]:
    """Place, key, date and the words it may come from."""
    for claim in dossier.claims:
        yield claim.where, "date", claim.date, f"{claim.date_from} {claim.quote} {claim.statement}"
    for source in dossier.sources:
        yield source.where, "issued", source.meta.issued, source.meta.issued_evidence
