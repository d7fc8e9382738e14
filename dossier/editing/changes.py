"""What a change means: two states of a dossier compared in claim terms, as Markdown for a reviewer."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dossier.model import Claim, Dossier, Relation

# Fields a reviewer wants to see when they change, with the words for them; the quote is told apart.
_FIELDS: dict[str, Callable[[Claim], object]] = {
    "statement": lambda c: c.statement,
    "places": lambda c: ", ".join(sorted(c.countries)),
    "themes": lambda c: ", ".join(sorted(c.themes)),
    "date": lambda c: c.date,
    "positions": lambda c: ", ".join(sorted(f"{p.question}: {p.stance}" for p in c.positions)),
    "speaker": lambda c: c.speaker,
    "voice": lambda c: c.voice,
    "modality": lambda c: c.modality,
    "kind": lambda c: c.kind,
    "figures": lambda c: "; ".join(f.raw for f in c.figures),
    "note": lambda c: c.note,
    "status": lambda c: c.status,
}


_VERB = {"agrees": "agrees with", "qualifies": "is partly at odds with", "updates": "tells of another time than"}


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the report with its lines; left out when it has none."""

    title: str
    lines: tuple[str, ...]


def report(before: Dossier, after: Dossier) -> str:
    """The whole report; it says so when nothing changed."""
    sections = [
        Section("Verdicts that turned", tuple(_verdicts(before, after))),
        *_claims(before, after),
        *_quotes(before, after),
        *_relations(before, after),
        Section("Pages affected", tuple(_pages(before, after))),
    ]
    shown = [s for s in sections if s.lines]
    if not shown:
        return "# What this change means\n\nNothing changes for readers.\n"
    parts = [f"## {s.title} ({len(s.lines)})\n\n" + "\n".join(f"- {line}" for line in s.lines) for s in shown]
    return "# What this change means\n\n" + "\n\n".join(parts) + "\n"


def plain(text: str) -> str:
    """Text from a claim, made harmless in Markdown and HTML, on one line."""
    return re.sub(r"([\\`*_{}\[\]()#+!|~@-])", r"\\\1", html.escape(" ".join(text.split()), quote=False))


def _moved(before: Dossier, after: Dossier) -> dict[str, str]:
    """Old id -> new id of claims that only changed their file."""
    gone = {(c.source, c.quote): c.id for c in before.claims if c.id not in after.claim}
    come = {(c.source, c.quote): c.id for c in after.claims if c.id not in before.claim}
    return {gone[key]: come[key] for key in sorted(gone.keys() & come.keys())}


def _claims(before: Dossier, after: Dossier) -> Iterator[Section]:
    moved = _moved(before, after)
    added = [c for c in after.claims if c.id not in before.claim and c.id not in moved.values()]
    removed = [c for c in before.claims if c.id not in after.claim and c.id not in moved]
    both = [(before.claim[c.id], c) for c in after.claims if c.id in before.claim]
    rejected = [new for old, new in both if new.status == "rejected" != old.status]
    yield Section("Claims added", tuple(_named(c) for c in added))
    yield Section("Claims removed", tuple(_named(c) for c in removed))
    yield Section("Claims rejected", tuple(_named(c) for c in rejected))
    yield Section("Claims moved", tuple(f"{plain(old)} is now {plain(new)}" for old, new in moved.items()))
    quoted = ((old, new) for old, new in both if old.quote != new.quote)
    yield Section(
        "Quotes changed",
        tuple(f"{plain(new.id)}: “{plain(old.quote)}” is now “{plain(new.quote)}”" for old, new in quoted),
    )
    yield Section("Claims reworded or retagged", tuple(line for old, new in both for line in _fields(old, new)))


def _fields(old: Claim, new: Claim) -> Iterator[str]:
    for name, value in _FIELDS.items():
        if value(old) != value(new) and not (name == "status" and new.status == "rejected"):
            yield f"{plain(new.id)}: {name} was {_or_none(value(old))}, is {_or_none(value(new))}"


def _or_none(value: object) -> str:
    return f"“{plain(str(value))}”" if value else "empty"


def _quotes(before: Dossier, after: Dossier) -> Iterator[Section]:
    held = {c.id: c.start >= 0 for c in before.claims}
    stopped = [c for c in after.claims if c.start < 0 and held.get(c.id, True)]
    started = [c for c in after.claims if c.start >= 0 and held.get(c.id) is False]
    yield Section("Quotes that no longer stand in their source", tuple(_named(c) for c in stopped))
    yield Section("Quotes that now stand in their source", tuple(_named(c) for c in started))


def _relations(before: Dossier, after: Dossier) -> Iterator[Section]:
    old, new = ({(r.between, r.question): r for r in d.relations if r.status != "dismissed"} for d in (before, after))
    for kind, title in (("agrees", "Agreements"), ("contradicts", "Contradictions"), ("", "Other relations")):

        def of_kind(relations: Iterable[Relation], kind: str = kind) -> list[Relation]:
            return [r for r in relations if (r.type == kind if kind else r.type in ("qualifies", "updates"))]

        came = of_kind(r for key, r in new.items() if key not in old or old[key].type != r.type)
        went = of_kind(r for key, r in old.items() if key not in new or new[key].type != r.type)
        yield Section(f"{title} that appeared", tuple(_told(r) for r in came))
        yield Section(f"{title} that vanished", tuple(_told(r) for r in went))
    stale = [r for key, r in new.items() if r.status == "stale" and getattr(old.get(key), "status", "") != "stale"]
    yield Section("Decisions that went stale", tuple(_told(r) for r in stale))


def _verdicts(before: Dossier, after: Dossier) -> Iterator[str]:
    old = {r.question: r.verdict for r in before.readings}
    for reading in after.readings:
        if old.get(reading.question) != reading.verdict:
            was = old.get(reading.question, "not asked")
            yield f"{plain(after.question[reading.question].question)} was {was}, is {reading.verdict}"


def _pages(before: Dossier, after: Dossier) -> Iterator[str]:
    old, new = ({c.id: c for c in d.claims} for d in (before, after))
    touched = {id for id in old.keys() | new.keys() if old.get(id) != new.get(id)}
    claims = [c for id in touched for c in (old.get(id), new.get(id)) if c]
    yield from sorted({f"sources/{plain(c.source)}" for c in claims})
    yield from sorted({f"questions/{plain(p.question)}" for c in claims for p in c.positions})
    yield from sorted({f"countries/{plain(code)}" for c in claims for code in c.countries})
    yield from sorted({f"themes/{plain(theme)}" for c in claims for theme in c.themes})


def _named(claim: Claim) -> str:
    return f"{plain(claim.id)}: “{plain(claim.quote)}”"


def _told(relation: Relation) -> str:
    a, b = relation.between
    about = f" on {plain(relation.question)}" if relation.question else ""
    return f"{plain(a)} {_VERB.get(relation.type, relation.type)} {plain(b)}{about}: {plain(relation.because)}"
