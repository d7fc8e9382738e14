"""What changed beside the claims: questions, people's decisions, articles and what is told of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.editing.becoming import Change, Section
from dossier.editing.fields_changed import DECISION, QUESTION, REGION, SOURCE, THEME, Fields, apart, changed
from dossier.editing.naming import Names, plain
from dossier.model import Decision, Dossier, Question, Source

Key = tuple[tuple[str, ...], str]  # the two claims as they are called now, and the question


def questions(change: Change) -> Iterator[Section]:
    """Questions that came and went, and what readers see of those that stayed."""
    was, now = change.before.dossier.question, change.after.dossier.question
    yield Section("Questions added", tuple(change.new.question(id) for id in now if id not in was))
    gone = (id for id, q in was.items() if id not in now and q.where.path not in change.unread)
    yield Section("Questions removed", tuple(change.old.question(id) for id in gone))
    told = ((id, changed(QUESTION, was[id], q, q.where.path in change.unread)) for id, q in now.items() if id in was)
    yield Section(
        "Questions and summaries changed",
        tuple(f"{change.new.question(id)}: {'; '.join(parts.values())}" for id, parts in told if parts),
    )


def decisions(change: Change) -> Iterator[Section]:
    """What people decided, and what they no longer say."""
    was = _by_pair(change.before.dossier, change.became)
    now = _by_pair(change.after.dossier, change.became)
    taken = (decided(d, change.new) for key, d in now.items() if key not in was)
    yield Section("Decisions taken", tuple(taken))
    gone = (d for key, d in was.items() if key not in now and d.where.path not in change.unread)
    yield Section("Decisions withdrawn", tuple(decided(d, change.old) for d in gone))
    both = [(was[key], d) for key, d in now.items() if key in was]
    told = ((d, changed(DECISION, old, d, d.where.path in change.unread)) for old, d in both)
    yield Section(
        "Decisions changed",
        tuple(f"{_pair(d, change.new)}: {'; '.join(parts.values())}" for d, parts in told if parts),
    )
    renewed = (d for old, d in both if d.seen != old.seen and not changed(DECISION, old, d))
    yield Section("Decisions renewed", tuple(decided(d, change.new) for d in renewed))


def sources(change: Change) -> Iterator[Section]:
    """Articles that came and went, under another name, with another text, or with other details."""
    was, now = change.before.dossier.source, change.after.dossier.source
    new = set(change.renamed.values())
    yield Section("Sources added", tuple(_titled(s) for id, s in now.items() if id not in was and id not in new))
    gone = (s for id, s in was.items() if id not in now and id not in change.renamed)
    yield Section("Sources removed", tuple(_titled(s) for s in gone))
    yield Section(
        "Sources renamed", tuple(f"{plain(old)} is now {plain(new)}" for old, new in change.renamed.items())
    )
    both = [(was[old], now[new]) for old, new in _same_sources(change)]
    texts = ((s, apart(old.original, s.original)) for old, s in both if old.original.split() != s.original.split())
    yield Section("Articles whose text changed", tuple(f"{plain(s.id)}: {said}" for s, said in texts))
    told = ((s, changed(SOURCE, old, s, s.where.path in change.unread)) for old, s in both)
    yield Section(
        "Details of sources changed",
        tuple(f"{plain(s.id)}: {'; '.join(parts.values())}" for s, parts in told if parts),
    )


def tags(change: Change) -> Iterator[Section]:
    """Themes and regions that came, went, or are called or described otherwise."""
    for title, told in (("Themes changed", _themes(change)), ("Regions changed", _regions(change))):
        yield Section(title, tuple(f"{plain(id)}: {'; '.join(parts.values())}" for id, parts in told.items()))


def decided(decision: Decision, names: Names) -> str:
    """A judgement: on what, which, whose and why."""
    by = f" by {plain(decision.by)}" if decision.by else ""
    return f"{_pair(decision, names)}: {decision.relation}{by}: “{plain(decision.because)}”"


def touched(change: Change) -> Iterator[tuple[str, str]]:
    """The pages that tell something of this otherwise: their kind, and the id they are about."""
    was, now = change.before.dossier, change.after.dossier
    before, after = _by_pair(was, change.became), _by_pair(now, change.became)
    for pair, question in before.keys() | after.keys():
        if _told(before.get((pair, question))) != _told(after.get((pair, question))):
            yield from (("sources", id.partition("/")[0]) for id in pair)
            yield from [("questions", question)] if question else ()
    yield from (
        ("questions", id) for id in was.question.keys() | now.question.keys() if _asked(was, id) != _asked(now, id)
    )
    yield from (
        ("sources", new) for old, new in _same_sources(change) if _known(was.source[old]) != _known(now.source[new])
    )
    yield from (("sources", id) for id in now.source.keys() - was.source.keys())
    yield from (("themes", id) for id in _themes(change))
    yield from (("countries", id) for id in _regions(change))


def _themes(change: Change) -> dict[str, dict[str, str]]:
    was, now = ({t.id: t for t in state.dossier.codebook.themes} for state in (change.before, change.after))
    return _changed_by_id(THEME, was, now)


def _regions(change: Change) -> dict[str, dict[str, str]]:
    was, now = ({r.id: r for r in state.dossier.codebook.regions} for state in (change.before, change.after))
    return _changed_by_id(REGION, was, now)


def _changed_by_id(fields: Fields, was: Mapping[str, object], now: Mapping[str, object]) -> dict[str, dict[str, str]]:
    told = {id: changed(fields, was.get(id), now.get(id)) for id in sorted(was.keys() | now.keys())}
    return {id: parts for id, parts in told.items() if parts}


def _same_sources(change: Change) -> Iterator[tuple[str, str]]:
    was, now = change.before.dossier.source, change.after.dossier.source
    return ((id, new) for id in was if (new := change.renamed.get(id, id)) in now)


def _by_pair(dossier: Dossier, became: dict[str, str]) -> dict[Key, Decision]:
    return {
        (tuple(sorted(became.get(id, id) for id in d.pair)), d.question): d for d in dossier.codebook.every_decision
    }


def _asked(dossier: Dossier, id: str) -> tuple[str, ...]:
    asked: Question | None = dossier.question.get(id)
    return tuple(str(value(asked)) for value in QUESTION.values()) if asked else ()


def _told(decision: Decision | None) -> tuple[str, ...]:
    return tuple(str(value(decision)) for value in DECISION.values()) if decision else ()


def _known(source: Source) -> tuple[str, ...]:
    return (source.original, *(str(value(source)) for value in SOURCE.values()))


def _titled(source: Source) -> str:
    return f"{plain(source.id)}: “{plain(source.meta.title)}”"


def _pair(decision: Decision, names: Names) -> str:
    about = f" on {plain(decision.question)}" if decision.question else ""
    return f"{' and '.join(names.by_id(id) for id in decision.pair)}{about}"
