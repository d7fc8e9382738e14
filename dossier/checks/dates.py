"""Dates that can be read in two ways: the one we read may not be the one meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.edtf import SEASON_NAMES, in_words
from dossier.model import Dossier
from dossier.problems import Problem, Where
from dossier.store.places import Pointing

_TWO_YEARS = re.compile(r"~?(\d\d)(\d\d)-(2[1-4])")
_SEASON = re.compile(rf"{'|'.join(SEASON_NAMES.values())}|fall", re.IGNORECASE)


def dates_mean_what_they_say(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """2021-22 is summer 2021, as dates are written here; who means two years is told."""
    for where, key, date, evidence in _dated(dossier):
        found = _TWO_YEARS.fullmatch(date)
        if found and int(found[3]) == int(found[2]) + 1 and not _SEASON.search(evidence):
            what = f"'{date}' is read as {in_words(date)}, not as two years"
            hint = f'for the two years write {key}: "{found[1]}{found[2]}/{found[1]}{found[3]}"'
            more = "; for the season say so beside it: date_from: summer" if key == "date" else ""
            yield Problem(at(where, key), "bad-date", what, hint + more, "warning")


def _dated(dossier: Dossier) -> Iterator[tuple[Where, str, str, str]]:
    """Place, key, date and the words it comes from."""
    for claim in dossier.claims:
        yield claim.where, "date", claim.date, claim.date_from
    for source in dossier.sources:
        yield source.where, "issued", source.meta.issued, source.meta.issued_evidence
