"""What people changed among the claims, newest first, and the same as a feed."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from dossier.model import Correction
from dossier.rendering.addresses import claim_page, outside, question_page
from dossier.rendering.labels import CORRECTED, plural, when
from dossier.rendering.page import Page, Planned
from dossier.rendering.templates import fill
from dossier.rendering.view import View

PATH = "corrections.html"
_SHOWN = 500
_FED = 50
_NEVER = "1970-01-01"  # a feed must say when it changed last; one without entries has no better day
_CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)), " ")


def pages(view: View) -> Iterator[Planned]:
    """The page of corrections."""
    yield Planned(PATH, lambda: _page(view))


def _page(view: View) -> Page:
    shown = view.dossier.corrections[:_SHOWN]
    days = [(when(day), day, _changes(view, list(found))) for day, found in groupby(shown, key=lambda c: c.day)]
    values = {"days": days, "more": len(view.dossier.corrections) - len(shown)}
    html = fill(view, "corrections.html", PATH, values)
    return Page(PATH, "Corrections", html, "What people changed in this dossier, newest first.")


@dataclass(frozen=True, slots=True)
class Change:
    """What one person did at once, for one reason."""

    reason: str
    commit: str
    told: str  # "2 claims corrected, 1 decision on a pair"
    parts: list[tuple[str, str, str]]  # what was done, to what, and where that stands


def _changes(view: View, corrections: list[Correction]) -> list[Change]:
    """The corrections of one day, those of one change together."""
    return [_change(view, list(same)) for _, same in groupby(corrections, key=lambda c: (c.commit, c.reason))]


def _change(view: View, same: list[Correction]) -> Change:
    counts = Counter(c.what for c in same)
    told = ", ".join(plural(n, *CORRECTED.get(what, (what,))) for what, n in counts.items())
    parts = [(_title(c), _name(view, c), _target(view, c)) for c in same]
    return Change(same[0].reason, same[0].commit, told, list(dict.fromkeys(parts)))


def latest(view: View, count: int) -> list[tuple[str, Change]]:
    """The last changes by their day, one for each reason: what touches many claims says it once."""
    reasons: dict[tuple[str, str], list[Correction]] = {}
    for correction in view.dossier.corrections:
        reasons.setdefault((correction.day, correction.reason), []).append(correction)
    return [(day, _change(view, same)) for (day, _), same in list(reasons.items())[:count]]


def files(view: View) -> dict[str, str]:
    """feed.xml: the latest corrections as an Atom feed; it changes only when a correction is made."""
    shown = view.dossier.corrections[:_FED]
    home = view.options.url if outside(view.options.url) else ""
    head = [
        f"<title>{_text(view.dossier.title)}: corrections</title>",
        f"<id>urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, home or view.dossier.title)}</id>",
        f"<updated>{shown[0].day if shown else _NEVER}T00:00:00Z</updated>",
        f"<author><name>{_text(view.dossier.title)}</name></author>",
        f'<link rel="alternate" href="{escape(home + PATH)}"/>',
    ]
    if home:
        head.append(f'<link rel="self" href="{escape(home + "feed.xml")}"/>')
    entries = (entry(view, c, home) for c in shown)
    body = "\n".join([*head, *entries])
    return {
        "feed.xml": f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n{body}\n</feed>\n'
    }


def _title(correction: Correction) -> str:
    return CORRECTED.get(correction.what, (correction.what,))[0].capitalize()


def entry(view: View, correction: Correction, home: str) -> str:
    """One correction as an entry; its id stays the same from build to build."""
    name = uuid.uuid5(uuid.NAMESPACE_URL, repr((correction.commit, correction.claim, correction.what)))
    parts = (
        f"<id>urn:uuid:{name}</id>",
        f"<title>{_text(f'{_title(correction)}: {_name(view, correction)}')}</title>",
        f"<updated>{correction.day}T00:00:00Z</updated>",
        f'<link rel="alternate" href="{escape(home + (_target(view, correction) or PATH))}"/>',
        f"<summary>{_text(f'{correction.reason} ({correction.claim}, {correction.commit})')}</summary>",
    )
    return f"<entry>{''.join(parts)}</entry>"


def _name(view: View, correction: Correction) -> str:
    """What was changed, in words where it still stands in the dossier."""
    if correction.claim in view.claim:
        return view.claim[correction.claim].statement
    return view.question[correction.claim].question if correction.claim in view.question else correction.claim


def _target(view: View, correction: Correction) -> str:
    if correction.claim in view.claim:
        return claim_page(correction.claim)
    return question_page(correction.claim) if correction.claim in view.question else ""


def _text(text: str) -> str:
    """Text that no XML reader stumbles over."""
    return escape(text.translate(_CONTROL), quote=False)
