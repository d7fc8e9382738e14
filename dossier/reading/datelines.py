"""Datelines: "LIMA, Peru, 3 May (Agency) — ", where a report was filed. They say nothing, so no quote holds them."""

from __future__ import annotations

import re

_DAY = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)"
_AGENCY = r"(?: \([A-Za-z][\w /.-]{1,25}\))"
_REGION = r"(?:, [A-Z][\w. ’'-]{1,20}?)?"
_DASH = r",?(?: -{1,2} ?| ?[–—] ?)(?=[“\"A-Z\d])"
# A place in capitals is enough; one in small letters needs a day or an agency behind it.
_DATELINE = re.compile(
    rf"(?:[A-Z][A-Z.’'-]{{2,}}(?: [A-Z][A-Z.’'-]+){{0,3}}{_REGION}{_DAY}?{_AGENCY}?"
    rf"|(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}|\d{{1,2}} [A-Z][a-z]{{2,8}}\.?){_AGENCY}"
    rf"|\((?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,2}}){_REGION}{_DAY}\)"
    rf"|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,2}}{_REGION}(?:{_DAY}{_AGENCY}?|{_AGENCY})){_DASH}"
)
_CLOSES = re.compile(r" -|[–—]")  # without it no dateline can end
_LONGEST = 80


def after_dateline(text: str, start: int, end: int) -> int:
    """Where what is told begins in text[start:end], `start` when no dateline stands there."""
    end = min(end, start + _LONGEST)
    found = _DATELINE.match(text, start, end) if _CLOSES.search(text, start, end) else None
    return found.end() if found else start
