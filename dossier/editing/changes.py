"""What a change means: two states of a dossier compared in claim terms, as Markdown for a reviewer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from dossier.editing.becoming import Change, Section, change_between
from dossier.editing.changes_beside import Key, decided, decisions, questions, sources, tags, touched
from dossier.editing.fields_changed import CLAIM, changed
from dossier.editing.naming import Names, plain
from dossier.editing.revisions import State
from dossier.model import Claim, Relation
from dossier.problems import Problem, errors
from dossier.rendering.addresses import country_page, question_page, source_page, theme_page

_VERB = {
    "agrees": ("agrees with", ""),
    "contradicts": ("contradicts", "may contradict"),  # behind the comma what is said of a hint
    "qualifies": ("is partly at odds with", "may be partly at odds with"),
    "updates": ("is about another time than", "may be about another time than"),
}
_PAGE = {"sources": source_page, "questions": question_page, "countries": country_page, "themes": theme_page}
_OTHER = ("qualifies", "updates")
_MOST_LINES = 50  # under one heading: the summary of a step must stay below a megabyte
_TITLE = "# What this change means\n\n"


def report(before: State, after: State) -> str:
    """The whole report; it says so when nothing changed.

    While something is wrong, nothing is said of relations, verdicts and pages: they would be those of what could
    be read, and nobody will ever see them.
    """
    change = change_between(before, after)
    wrong = errors(after.problems)
    sections = [
        *_unpublished(change),
        *([] if wrong else [Section("Verdicts that turned", tuple(_verdicts(change)))]),
        *_claims(change),
        *questions(change),
        *decisions(change),
        *([] if wrong else _relations(change)),
        *sources(change),
        *tags(change),
        *([] if wrong else [Section("Pages affected", tuple(_pages(change)))]),
    ]
    shown = [s for s in sections if s.lines]
    if not shown:
        return f"{_TITLE}Nothing changes for readers. Hand-written pages and the program are not compared here.\n"
    more = "\nWhat happens to agreements, contradictions and pages is reported once the errors are fixed.\n"
    return _TITLE + "\n\n".join(map(_listed, shown)) + "\n" + (more if wrong else "")


def _listed(section: Section) -> str:
    lines = [f"- {line}" for line in section.lines[:_MOST_LINES]]
    if len(section.lines) > _MOST_LINES:
        lines.append(f"- and {len(section.lines) - _MOST_LINES} more")
    return f"## {section.title} ({len(section.lines)})\n\n" + "\n".join(lines)


def _unpublished(change: Change) -> Iterator[Section]:
    wrong = errors(change.after.problems)
    lines = (f"{change.new.place(p.where)}: {plain(p.what)} \\[{p.rule}\\]" for p in wrong)
    yield Section("Errors: nothing is published until they are fixed", tuple(lines))
    was = errors(change.before.problems)
    if was and not wrong:
        told = f"{len(was)} of before, the first at {plain(str(was[0].where))}"
        yield Section("Errors that are fixed", (told,))


def _claims(change: Change) -> Iterator[Section]:
    old, new = change.old, change.new
    unread, were = change.unread, _paths(change.before.problems)
    stayed = set(change.became.values())
    come = [c for c in change.after.dossier.claims if c.id not in stayed]
    went = [c for c in change.before.dossier.claims if c.id not in change.became]
    both = list(change.both)
    yield Section("Claims added", tuple(new.quoted(c) for c in come if c.where.path not in were))
    yield Section("Claims that can be read again", tuple(new.quoted(c) for c in come if c.where.path in were))
    yield Section("Claims removed", tuple(old.quoted(c) for c in went if c.where.path not in unread))
    yield Section("Claims that cannot be read now", tuple(old.quoted(c) for c in went if c.where.path in unread))
    rejected = (now for was, now in both if now.status == "rejected" != was.status)
    yield Section("Claims rejected", tuple(new.quoted(c) for c in rejected))
    moved = ((was, now) for was, now in both if was.id != now.id and not _came_along(was, now, change.renamed))
    yield Section("Claims moved", tuple(f"{old.claim(was)} is now {new.claim(now)}" for was, now in moved))
    quoted = ((was, now) for was, now in both if was.quote != now.quote)
    yield Section(
        "Quotes changed",
        tuple(f"{new.claim(now, 'quote')}: “{plain(was.quote)}” is now “{plain(now.quote)}”" for was, now in quoted),
    )
    told = (_fields(was, now, change) for was, now in both)
    yield Section("Claims reworded or retagged", tuple(filter(None, told)))
    held = {now.id: was.start >= 0 for was, now in both}
    lost = (c for _, c in both if c.start < 0 and held[c.id])
    found = (c for _, c in both if c.start >= 0 and not held[c.id])
    yield Section("Quotes that are no longer in their source", tuple(new.quoted(c) for c in lost))
    yield Section("Quotes that are now in their source", tuple(new.quoted(c) for c in found))


def _came_along(was: Claim, now: Claim, sources: dict[str, str]) -> bool:
    """Whether a claim changed its name only because its source did."""
    return sources.get(was.source) == now.source and was.id.partition("/")[2] == now.id.partition("/")[2]


def _fields(was: Claim, now: Claim, change: Change) -> str:
    """All that changed of a claim, in one line that leads to the first of it; "" where nothing did."""
    told = changed(CLAIM, was, now, now.where.path in change.unread)
    if now.status == "rejected":
        told.pop("status", None)
    return f"{change.new.claim(now, next(iter(told)))}: {'; '.join(told.values())}" if told else ""


def _paths(problems: Iterable[Problem]) -> set[str]:
    return {p.where.path for p in errors(problems)}


def _relations(change: Change) -> Iterator[Section]:
    came, went = _came_and_went(change)
    for types, title in (
        (("agrees",), "Agreements"),
        (("contradicts",), "Contradictions"),
        (_OTHER, "Other relations"),
    ):
        yield Section(f"{title} that appeared", tuple(_told(r, change.new) for r in came if r.type in types))
        yield Section(f"{title} that vanished", tuple(_told(r, change.old) for r in went if r.type in types))
    old, new = _shown(change)
    went_stale = [
        r for key, r in new.items() if r.status == "stale" and (key not in old or old[key].status != "stale")
    ]
    told = (decided(r.decision, change.new) if r.decision else _told(r, change.new) for r in went_stale)
    yield Section("Decisions that went stale", tuple(told))


def _came_and_went(change: Change) -> tuple[list[Relation], list[Relation]]:
    """Relations that readers see now and did not, or were told otherwise of; and those they saw."""
    old, new = _shown(change)
    stayed = {key for key, r in new.items() if key in old and _label(old[key]) == _label(r)}
    came, went = ([r for key, r in d.items() if key not in stayed] for d in (new, old))
    return came, went


def _shown(change: Change) -> tuple[dict[Key, Relation], dict[Key, Relation]]:
    """Relations that readers saw and see, by the claims as they are called now and the question."""
    became = change.became
    shown = [[r for r in s.dossier.relations if r.status != "dismissed"] for s in (change.before, change.after)]
    old = {(tuple(sorted(became.get(id, id) for id in r.between)), r.question): r for r in shown[0]}
    return old, {(r.between, r.question): r for r in shown[1]}


def _verdicts(change: Change) -> Iterator[str]:
    old = {r.question: r.verdict for r in change.before.dossier.readings}
    for reading in change.after.dossier.readings:
        if old.get(reading.question) != reading.verdict:
            was = old.get(reading.question, "not asked")
            yield f"{change.new.question(reading.question)} was {was}, is {reading.verdict}"


def _pages(change: Change) -> Iterator[str]:
    claims, new = list[Claim](), set(change.became.values())
    for was, now in change.both:
        if was != replace(now, where=was.where, start=was.start, end=was.end):
            claims += [was, now]
    claims += [c for c in change.after.dossier.claims if c.id not in new]
    claims += [c for c in change.before.dossier.claims if c.id not in change.became]
    pages = {*touched(change), *chain.from_iterable(map(_tells_of, claims))}
    for relation in chain.from_iterable(_came_and_went(change)):
        pages |= {("sources", id.partition("/")[0]) for id in relation.between}
        pages |= {("questions", relation.question)} if relation.question else set()
    for kind, page in _PAGE.items():
        yield from (change.new.page(kind, id, page(id)) for of, id in sorted(pages) if of == kind)


def _tells_of(claim: Claim) -> Iterator[tuple[str, str]]:
    """The pages on which a claim stands, by kind and id."""
    yield "sources", claim.source
    yield from (("questions", position.question) for position in claim.positions)
    yield from (("countries", code) for code in claim.countries)
    yield from (("themes", theme) for theme in claim.themes)


def _told(relation: Relation, names: Names) -> str:
    a, b = relation.between
    about = f" on {plain(relation.question)}" if relation.question else ""
    return f"{names.by_id(a)} {_label(relation)} {names.by_id(b)}{about}: {plain(relation.because)}"


def _label(relation: Relation) -> str:
    """What readers are told it is: nobody has judged a hint."""
    return _VERB[relation.type][relation.is_hint]
