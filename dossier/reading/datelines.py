"""Datelines: "LIMA, Peru, 3 May (Agency) — ", where a report was filed. They say nothing, so no quote holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.reading.places.gazetteer import longest, world_index

_DAY = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)"
_AGENCY = r"(?: \([A-Za-z][\w /.-]{1,25}\))"
_REGION = r"(?:, [A-Z][\w. ’'-]{1,20}?)?"
_DASH = r",?(?: -{1,2} ?| ?[–—] ?| // ?)(?=[“\"A-Z\d])"
# A place or its country in capitals is enough; what is in small letters needs a day or an agency behind it.
_DATELINE = re.compile(
    rf"(?:[A-Z][A-Z.’'-]{{2,}}(?:[ /][A-Z][A-Z.’'-]+){{0,3}}{_REGION}{_DAY}?{_AGENCY}?"
    rf"|(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}|\d{{1,2}} [A-Z][a-z]{{2,8}}\.?){_AGENCY}"
    rf"|\((?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,2}}){_REGION}{_DAY}\)"
    rf"|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,2}}(?:, [A-Z]{{4,}}|{_REGION}(?:{_DAY}{_AGENCY}?|{_AGENCY}))){_DASH}"
)
# Behind a colon only over the report itself: further down, and over more than one line, such words name who speaks.
_COLON = re.compile(
    rf"(?:[A-Z]{{4,}}|[A-Z]{{3}} [A-Z]{{3,}})(?: [A-Z]+){{0,2}}{_REGION}{_DAY}?{_AGENCY}?: (?=[“\"A-Z\d])"
)
# Of a place in small letters alone only the report's first words tell: no verb may stand before the dash.
_PLAIN = re.compile(rf"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,2}}{_REGION} [-–—]{{1,2}} (?=(?:[A-Z]\w+|An?|The) [a-z])")
_TOWN = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}(?=: [“\"A-Z\d])")
_LINES_ABOVE = 3
_CLOSES = (" -", "–", "—", " //")  # without one of these no dateline can end
_LONGEST = 80


def after_dateline(text: str, start: int, end: int) -> int:
    """Where what is told begins in text[start:end], `start` when no dateline stands there."""
    end = min(end, start + _LONGEST)
    lead = text[start:end]
    if not any(mark in lead for mark in _CLOSES):
        found = _over_all(text, start, end)
        if found is None and (town := _town(text, start, end)):
            return town + len(": ")
    else:
        found = _DATELINE.match(text, start, end) or _opening(text, start, end)
    return found.end() if found else start


def _opening(text: str, start: int, end: int) -> re.Match[str] | None:
    """ "Mumbai - Investors were shocked" where the report begins."""
    return None if text[:start].strip() else _PLAIN.match(text, start, end)


def _town(text: str, start: int, end: int) -> int:
    """The end of a town's name where the report begins: "Nairobi: The court has ruled"; 0 when there is none."""
    found = _TOWN.match(text, start, end)
    if not found or text[:start].strip():
        return 0
    place = longest(text, start, world_index().get(found[0].split(" ")[0], ()))
    return found.end() if place and place.kind in ("town", "capital") and place.name == found[0] else 0


def _over_all(text: str, start: int, end: int) -> re.Match[str] | None:
    """ "NEW DELHI: The minister ..." where the report begins."""
    found = _COLON.match(text, start, end) if text.find(": ", start, end) > 0 else None
    if found is None or text.count("\n", 0, start) > _LINES_ABOVE or (start and text[start - 1] != "\n"):
        return None
    return None if any(_COLON.match(text, line + 1) for line in _lines(text, found.end())) else found


def _lines(text: str, start: int) -> Iterator[int]:
    """Where the lines behind `start` break."""
    while (start := text.find("\n", start) + 1) > 0:
        yield start - 1
