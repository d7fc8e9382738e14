"""What a change means: two states of a dossier compared in claim terms, as Markdown for a reviewer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from dossier.editing.naming import Names, plain
from dossier.editing.revisions import State
from dossier.model import Claim, Relation
from dossier.problems import Problem, errors
from dossier.rendering.addresses import country_page, question_page, source_page, theme_page
from dossier.rendering.labels import amount

# Fields a reviewer wants to see when they change, with the words for them; the quote is told apart.
_FIELDS: dict[str, tuple[str, Callable[[Claim], object]]] = {
    "statement": ("statement", lambda c: c.statement),
    "places": ("countries", lambda c: ", ".join(sorted(c.countries))),
    "themes": ("themes", lambda c: ", ".join(sorted(c.themes))),
    "date": ("date", lambda c: c.date),
    "positions": ("positions", lambda c: ", ".join(sorted(f"{p.question}: {p.side}" for p in c.positions))),
    "speaker": ("speaker", lambda c: c.speaker),
    "voice": ("voice", lambda c: c.voice),
    "modality": ("modality", lambda c: c.modality),
    "kind": ("kind", lambda c: c.kind),
    "figures": ("figures", lambda c: "; ".join(f"{f.raw} ({amount(f)})" for f in c.figures)),
    "note": ("note", lambda c: c.note),
    "status": ("status", lambda c: c.status),
}
_VERB = {"agrees": "agrees with", "qualifies": "is partly at odds with", "updates": "tells of another time than"}
_MOST_ERRORS = 10
_MOSTLY = 0.5  # of their words in common makes two claims one that moved
_BACK = 20  # claims before a place that may reach it; they hardly ever overlap


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the report with its lines; left out when it has none."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """The two states, how each names things, and which claim of the one became which of the other."""

    before: State
    after: State
    became: dict[str, str]  # old id -> new id, of claims that are in both

    @property
    def old(self) -> Names:
        """Names of what was."""
        return Names(self.before, frozenset(self.before.dossier.claim))

    @property
    def new(self) -> Names:
        """Names of what is."""
        return Names(self.after, frozenset(self.before.dossier.claim))

    @property
    def both(self) -> Iterator[tuple[Claim, Claim]]:
        """Each claim that stayed, as it was and as it is, in the order it is now."""
        was = {new: old for old, new in self.became.items()}
        return ((self.before.dossier.claim[was[c.id]], c) for c in self.after.dossier.claims if c.id in was)


def report(before: State, after: State) -> str:
    """The whole report; it says so when nothing changed."""
    change = Change(before, after, _became(before, after))
    sections = [
        *_unpublished(change),
        Section("Verdicts that turned", tuple(_verdicts(change))),
        *_claims(change),
        *_quotes(change),
        *_relations(change),
        Section("Pages affected", tuple(_pages(change))),
    ]
    shown = [s for s in sections if s.lines]
    if not shown:
        return "# What this change means\n\nNothing changes for readers.\n"
    parts = [f"## {s.title} ({len(s.lines)})\n\n" + "\n".join(f"- {line}" for line in s.lines) for s in shown]
    return "# What this change means\n\n" + "\n\n".join(parts) + "\n"


def _became(before: State, after: State) -> dict[str, str]:
    """Old id -> new id: the same id, else a claim of the same source on the same words, or on most of them.

    A source whose article lies under another name now is the same source.
    """
    renamed = _renamed(before, after)
    same = {c.id: c.id for c in before.dossier.claims if c.id in after.dossier.claim}
    come: dict[str, list[Claim]] = {}
    for claim in sorted(after.dossier.claims, key=lambda c: (c.start, c.id)):
        if claim.id not in same:
            come.setdefault(claim.source, []).append(claim)
    moved: dict[str, str] = {}
    for old in before.dossier.claims:
        if old.id not in same:
            now = come.get(renamed.get(old.source, old.source), [])
            near = [new for new in _near(old, now) if new.id not in moved.values()]
            best = max(near, key=lambda new: _shared(old, new), default=None)
            if best and _shared(old, best) >= _MOSTLY:
                moved[old.id] = best.id
    return same | moved


def _renamed(before: State, after: State) -> dict[str, str]:
    """Old id -> new id of sources that are the same article under another name."""
    ids = [{source.id for source in state.dossier.sources} for state in (before, after)]
    come = {source.original: source.id for source in after.dossier.sources if source.id not in ids[0]}
    return {s.id: come[s.original] for s in before.dossier.sources if s.id not in ids[1] and s.original in come}


def _near(old: Claim, come: list[Claim]) -> list[Claim]:
    """Claims that may stand on the same words; `come` is in the order of the text."""
    same = [new for new in come if new.quote == old.quote]
    if same or old.start < 0:
        return same
    end = bisect_left(come, old.end, key=lambda new: new.start)
    return come[max(0, end - _BACK) : end]


def _shared(old: Claim, new: Claim) -> float:
    """How much of their words two claims of one source have in common, by where they stand."""
    if old.quote == new.quote:
        return 1.0
    if old.start < 0 or new.start < 0:
        return 0.0
    common = min(old.end, new.end) - max(old.start, new.start)
    return max(0.0, common / max(old.end - old.start, new.end - new.start, 1))


def _unpublished(change: Change) -> Iterator[Section]:
    """Errors come first: with them the rest is only of what could be read."""
    wrong = errors(change.after.problems)
    lines = [f"{change.new.place(p.where)}: {plain(p.what)} \\[{p.rule}\\]" for p in wrong[:_MOST_ERRORS]]
    if len(wrong) > _MOST_ERRORS:
        lines.append(f"and {len(wrong) - _MOST_ERRORS} more")
    yield Section("Errors: nothing is published until they are mended", tuple(lines))
    was = errors(change.before.problems)
    if was and not wrong:
        told = f"{len(was)} of before, the first at {plain(str(was[0].where))}"
        yield Section("Errors that are mended", (told,))


def _claims(change: Change) -> Iterator[Section]:
    old, new = change.old, change.new
    unread, were = _paths(change.after.problems), _paths(change.before.problems)
    come = [c for c in change.after.dossier.claims if c.id not in change.became.values()]
    went = [c for c in change.before.dossier.claims if c.id not in change.became]
    both = list(change.both)
    yield Section("Claims added", tuple(new.quoted(c) for c in come if c.where.path not in were))
    yield Section("Claims that can be read again", tuple(new.quoted(c) for c in come if c.where.path in were))
    yield Section("Claims removed", tuple(old.quoted(c) for c in went if c.where.path not in unread))
    yield Section("Claims that cannot be read now", tuple(old.quoted(c) for c in went if c.where.path in unread))
    rejected = (now for was, now in both if now.status == "rejected" != was.status)
    yield Section("Claims rejected", tuple(new.quoted(c) for c in rejected))
    sources = _renamed(change.before, change.after)
    yield Section("Sources renamed", tuple(f"{plain(was)} is now {plain(now)}" for was, now in sources.items()))
    moved = ((was, now) for was, now in both if was.id != now.id and not _came_along(was, now, sources))
    yield Section("Claims moved", tuple(f"{old.claim(was)} is now {new.claim(now)}" for was, now in moved))
    quoted = ((was, now) for was, now in both if was.quote != now.quote)
    yield Section(
        "Quotes changed",
        tuple(f"{new.claim(now, 'quote')}: “{plain(was.quote)}” is now “{plain(now.quote)}”" for was, now in quoted),
    )
    told = (_fields(was, now, new) for was, now in both)
    yield Section("Claims reworded or retagged", tuple(filter(None, told)))


def _came_along(was: Claim, now: Claim, sources: dict[str, str]) -> bool:
    """Whether a claim changed its name only because its source did."""
    return sources.get(was.source) == now.source and was.id.partition("/")[2] == now.id.partition("/")[2]


def _fields(was: Claim, now: Claim, names: Names) -> str:
    """All that changed of a claim, in one line that leads to the first of it; "" where nothing did."""
    told = {
        key: f"{name} {_or_none(value(was))}, now {_or_none(value(now))}"
        for name, (key, value) in _FIELDS.items()
        if value(was) != value(now) and not (name == "status" and now.status == "rejected")
    }
    return f"{names.claim(now, next(iter(told)))}: {'; '.join(told.values())}" if told else ""


def _or_none(value: object) -> str:
    return f"“{plain(str(value))}”" if value else "empty"


def _paths(problems: Iterable[Problem]) -> set[str]:
    return {p.where.path for p in errors(problems)}


def _quotes(change: Change) -> Iterator[Section]:
    held = {now.id: was.start >= 0 for was, now in change.both}
    claims = change.after.dossier.claims
    stopped = [c for c in claims if c.start < 0 and held.get(c.id, True)]
    started = [c for c in claims if c.start >= 0 and held.get(c.id) is False]
    yield Section("Quotes that no longer stand in their source", tuple(change.new.quoted(c) for c in stopped))
    yield Section("Quotes that now stand in their source", tuple(change.new.quoted(c) for c in started))


def _relations(change: Change) -> Iterator[Section]:
    became = change.became
    old = {}
    for r in change.before.dossier.relations:
        a, b = sorted(became.get(id, id) for id in r.between)
        old[(a, b), r.question] = r
    new = {(r.between, r.question): r for r in change.after.dossier.relations}
    old, new = ({key: r for key, r in d.items() if r.status != "dismissed"} for d in (old, new))
    for kind, title in (("agrees", "Agreements"), ("contradicts", "Contradictions"), ("", "Other relations")):

        def of_kind(relations: Iterable[Relation], kind: str = kind) -> list[Relation]:
            return [r for r in relations if (r.type == kind if kind else r.type in ("qualifies", "updates"))]

        came = of_kind(r for key, r in new.items() if key not in old or old[key].type != r.type)
        went = of_kind(r for key, r in old.items() if key not in new or new[key].type != r.type)
        yield Section(f"{title} that appeared", tuple(_told(r, change.new) for r in came))
        yield Section(f"{title} that vanished", tuple(_told(r, change.old) for r in went))
    stale = [r for key, r in new.items() if r.status == "stale" and getattr(old.get(key), "status", "") != "stale"]
    yield Section("Decisions that went stale", tuple(_told(r, change.new) for r in stale))


def _verdicts(change: Change) -> Iterator[str]:
    old = {r.question: r.verdict for r in change.before.dossier.readings}
    for reading in change.after.dossier.readings:
        if old.get(reading.question) != reading.verdict:
            was = old.get(reading.question, "not asked")
            yield f"{change.new.question(reading.question)} was {was}, is {reading.verdict}"


def _pages(change: Change) -> Iterator[str]:
    claims = []
    for was, now in change.both:
        if was != replace(now, where=was.where):
            claims += [was, now]
    claims += [c for c in change.after.dossier.claims if c.id not in change.became.values()]
    claims += [c for c in change.before.dossier.claims if c.id not in change.became]
    page = change.new.page
    yield from (page("sources", id, source_page(id)) for id in sorted({c.source for c in claims}))
    questions = {p.question for c in claims for p in c.positions}
    yield from (page("questions", id, question_page(id)) for id in sorted(questions))
    places = {code for c in claims for code in c.countries}
    yield from (page("countries", id, country_page(id)) for id in sorted(places))
    themes = {theme for c in claims for theme in c.themes}
    yield from (page("themes", id, theme_page(id)) for id in sorted(themes))


def _told(relation: Relation, names: Names) -> str:
    a, b = relation.between
    about = f" on {plain(relation.question)}" if relation.question else ""
    verb = _VERB.get(relation.type, relation.type)
    return f"{names.by_id(a)} {verb} {names.by_id(b)}{about}: {plain(relation.because)}"
