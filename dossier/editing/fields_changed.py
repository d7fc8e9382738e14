"""What changed of one record, field by field, in words for a reviewer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import takewhile
from typing import Any

from dossier.editing.naming import plain
from dossier.model import Rights
from dossier.rendering.labels import amount
from dossier.store.hints import shown

Fields = Mapping[str, Callable[[Any], object]]  # key of the file -> what it says, as text
_WHOLE = 240  # characters of a text that is told whole; of a longer one where the two differ
_AROUND = 5  # words told with what differs

CLAIM: Fields = {
    "statement": lambda c: c.statement,
    "countries": lambda c: ", ".join(sorted(c.countries)),
    "themes": lambda c: ", ".join(sorted(c.themes)),
    "date": lambda c: c.date,
    "positions": lambda c: ", ".join(sorted(f"{p.question}: {p.side}" for p in c.positions)),
    "speaker": lambda c: c.speaker,
    "voice": lambda c: c.voice,
    "modality": lambda c: c.modality,
    "kind": lambda c: c.kind,
    "figures": lambda c: "; ".join(f"{f.raw} ({amount(f)})" for f in c.figures),
    "note": lambda c: c.note,
    "status": lambda c: c.status,
}
QUESTION: Fields = {
    "question": lambda q: q.question,
    "summary": lambda q: q.summary,
    "settle": lambda q: q.settle,
    "themes": lambda q: ", ".join(sorted(q.themes)),
    "countries": lambda q: ", ".join(sorted(q.countries)),
    "lasting": lambda q: "true" if q.lasting else "",
}
DECISION: Fields = {
    "relation": lambda d: d.relation,
    "because": lambda d: d.because,
    "by": lambda d: d.by,
    "on": lambda d: d.on,
}
SOURCE: Fields = {
    "title": lambda s: s.meta.title,
    "author": lambda s: ", ".join(map(str, s.meta.author)),
    "container-title": lambda s: s.meta.container_title,
    "publisher": lambda s: s.meta.publisher,
    "issued": lambda s: s.meta.issued,
    "URL": lambda s: s.meta.URL,
    "language": lambda s: s.meta.language,
    "family": lambda s: s.meta.family,
    "origin": lambda s: s.meta.origin,
    "note": lambda s: s.meta.note,
    "rights": lambda s: _rights(s.meta.rights),
}
THEME: Fields = {
    "title": lambda t: t.title if t else "",
    "description": lambda t: t.description if t else "",
}
REGION: Fields = {
    "title": lambda r: r.title if r else "",
    "members": lambda r: ", ".join(sorted(r.members)) if r else "",
}


def changed(fields: Fields, was: object, now: object, lost: bool = False) -> dict[str, str]:
    """Key -> "date “2020”, now “2021”"; `lost` where what is missing now may only be unreadable, and is not told."""
    pairs = ((key, str(value(was)), str(value(now))) for key, value in fields.items())
    return {key: f"{key} {apart(a, b)}" for key, a, b in pairs if a != b and not (lost and not b)}


def apart(was: str, now: str) -> str:
    """Two texts, of long ones what differs with some words around it: "“… in 2020 …”, now “… in 2021 …”"."""
    if max(len(was), len(now)) > _WHOLE and was and now:
        was, now = _where_they_differ(was.split(), now.split())
    return f"{_or_none(was)}, now {_or_none(now)}"


def _where_they_differ(a: list[str], b: list[str]) -> tuple[str, str]:
    begin = _alike(a, b)
    end = min(_alike(a[::-1], b[::-1]), len(a) - begin, len(b) - begin)
    begin, end = max(0, begin - _AROUND), max(0, end - _AROUND)
    return _cut(a, begin, end), _cut(b, begin, end)


def _alike(a: list[str], b: list[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b)))


def _cut(words: list[str], begin: int, end: int) -> str:
    kept = shown(" ".join(words[begin : len(words) - end]), 2 * _WHOLE)
    return f"{'… ' if begin else ''}{kept}{' …' if end and not kept.endswith('…') else ''}"


def _or_none(value: str) -> str:
    return f"“{plain(value)}”" if value else "empty"


def _rights(rights: Rights) -> str:
    said = {"holder": rights.holder, "publish": rights.publish, "share": rights.share, "words": rights.words}
    return ", ".join(f"{name}: {value}" for name, value in (said | {"note": rights.note}).items() if value)
