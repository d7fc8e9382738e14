"""The whole pipeline in order: read the folders, draft claims, relate them, check everything.

The rooms `reading` and `relating` are imported only if something is not in the cache.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.checks import check, check_related
from dossier.checks.echoes import without_echoes
from dossier.collecting import uncollected
from dossier.editing.history import corrections, deleted_with_ledger
from dossier.editing.prose import relied_on
from dossier.editing.schemas import write_schemas
from dossier.model import Claim, Cleaned, Codebook, Dossier, Passage, Reading, Relation, Source, said, without_notes
from dossier.model.plain import plain as tuples
from dossier.model.sameness import once_for_each
from dossier.problems import Problem, Where, errors, in_order
from dossier.quotes import place_in
from dossier.store.cache import Cache, open_cache
from dossier.store.claims import claim_text, read_claims
from dossier.store.codebook import read_codebook
from dossier.store.drafts import Saved, claim_files, own_drafts, save_drafts
from dossier.store.ledger import LEDGER
from dossier.store.limits import read_limits
from dossier.store.settings import site_settings
from dossier.store.sources import read_sources
from dossier.store.spans import Span

if TYPE_CHECKING:
    from dossier.relating.many.memory import Memory
    from dossier.relating.many.shelving import Couples


Compared = tuple[tuple[Relation, ...], tuple[Reading, ...]]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What drafting did to each source's folder of claims."""

    saved: tuple[Saved, ...]
    problems: tuple[Problem, ...]


@uncollected()
def read_dossier(
    root: Path, memory: Memory | None = None, executor: Executor | None = None
) -> tuple[Dossier, list[Problem]]:
    """Read both folders and work out the whole dossier; write only to the cache.

    `memory` carries comparisons over to the next call in the same process; an `executor` may compare elsewhere.
    The dossier contains what could be read; if any of the problems is an error, it must not be published.
    """
    kept = open_cache(root)
    plain, problems = _read_claims(root, kept)
    relations, readings = _compared(_bared(plain), kept, memory, executor)
    by_source = grouped(plain.claims)
    dossier = replace(
        plain,
        relations=relations,
        readings=readings,
        passages=tuple(p for s in plain.sources for p in _passages(s, by_source.get(s.id, ()), kept)),
        corrections=corrections(root),
    )
    return dossier, without_echoes(dossier, in_order([*problems, *check_related(dossier, root)]))


@uncollected()
def extract(root: Path, executor: Executor | None = None) -> Extraction:
    """Draft claims from every source and write those that no person has touched.

    Nothing is written if there is an error, except errors in the program's own drafts: those are drafted again
    (a theme was renamed, an article was replaced). With an executor the articles are drafted elsewhere.
    """
    kept = open_cache(root)
    plain, problems = _read_claims(root, kept)
    limits, _ = read_limits(root)
    standing = errors(problems)
    own = own_drafts(root, [source.id for source in plain.sources], limits) if standing else ()
    if standing := [p for p in standing if p.where.path not in own]:
        return Extraction((), tuple(standing))
    from dossier.spreading import drafts

    empty = [source.id for source in plain.sources if _is_empty(root / "claims" / source.id)]
    needed = relied_on(plain.codebook)
    # What is drafted is written at once: a long run that is cut off has done what it did, and nothing piles up.
    made = drafts([source for source in plain.sources if source.is_english], plain.codebook, kept, executor)
    drafted = ((source, next(made) if source.is_english else ()) for source in plain.sources)
    saved = tuple(save_drafts(root, source, new, limits, needed, _written(new, kept)) for source, new in drafted)
    faults = write_schemas(root, plain.codebook)
    anew = _drafted_anew(root, {s.source for s in saved if s.written}.intersection(empty))
    return Extraction(saved, tuple(in_order([*faults, *anew, *(p for s in saved for p in s.problems)])))


def _is_empty(folder: Path) -> bool:
    return not folder.is_dir() or not ((folder / LEDGER).exists() or claim_files(folder))


def _drafted_anew(root: Path, sources: Collection[str]) -> Iterator[Problem]:
    """A warning for each folder deleted with its ledger: new drafts may be wanted, but people's work is gone too."""
    for source, revision in deleted_with_ledger(root, sources).items():
        path = f"claims/{source}"
        what = "this folder was deleted together with its ledger: it is drafted again, and people's changes are gone"
        hint = f"to get it back as it was, delete the folder, then: git restore --source={revision} {path}"
        yield Problem(Where(path), "ledger", what, hint, "warning")


def _written(drafts: tuple[Claim, ...], kept: Cache) -> Callable[[Claim], str]:
    """The text of each draft's file, looked up by the place of its quote, as its id may change."""
    parts = (repr(tuples(drafts)),)
    texts = kept.record("written", parts, tuple[str, ...], lambda: tuple(map(claim_text, drafts)))
    by_place = {(d.start, d.end): text for d, text in zip(drafts, texts)}
    known = by_place if len(by_place) == len(drafts) == len(texts) else {}
    return lambda draft: known.get((draft.start, draft.end)) or claim_text(draft)


def _read_claims(root: Path, kept: Cache) -> tuple[Dossier, list[Problem]]:
    """The dossier as its files give it, checked, before claims are compared."""
    limits, unbounded = read_limits(root)
    sources, unread = read_sources(root, limits, kept)
    codebook, uncoded = read_codebook(root, limits, kept)
    claims, unclear = read_claims(root, limits, kept)
    read = {s.id: replace(s, cleaned=_cleaned(s, kept)) for s in sources}
    spans = _spans(read, grouped(claims), kept)
    placed = tuple(_placed(c, spans[c.id]) if c.source in read else replace(c, start=-1, end=-1) for c in claims)
    dossier = Dossier(*site_words(root), sources=tuple(read.values()), codebook=codebook, claims=placed)
    found = in_order([*unbounded, *unread, *uncoded, *unclear, *check(dossier, root)])
    return dossier, without_echoes(dossier, found)


def _cleaned(source: Source, kept: Cache) -> Cleaned:
    def make() -> Cleaned:
        from dossier.reading.cleaning.steps import clean

        return clean(source.original, source.meta.keep_as_written)

    return kept.record("cleaned", (source.original, repr(source.meta.keep_as_written)), Cleaned, make, of=source.id)


def _compared(plain: Dossier, kept: Cache, memory: Memory | None, executor: Executor | None) -> Compared:
    """The relations between the claims, given as they are compared, and the verdict on each question."""
    from dossier.relating.decisions import apply_decisions
    from dossier.relating.many import shelving

    parts = (_as_text(plain.codebook), repr(tuples([(s.id, s.meta) for s in plain.sources])))
    said_by_all = "\n".join(map(said, plain.claims))
    now: list[tuple[Relation, ...]] = []

    def make() -> tuple[tuple[Reading, ...], Couples]:
        relations, readings, places = _compared_now(plain, kept, memory, executor)
        now.append(relations)
        return readings, places

    form = tuple[tuple[Reading, ...], shelving.Couples]
    readings, places = kept.record("compared", (said_by_all, *parts), form, make, of="all")
    if now:
        return now[0], readings
    found = shelving.all_related(kept if kept.folder else None, memory.related if memory else {}, places)
    if found is None:  # the cached relations are damaged, or from another edition
        return _compared_now(plain, kept, memory, executor)[:2]
    return apply_decisions(found, plain.claims, plain.codebook), readings


def _compared_now(
    plain: Dossier, kept: Cache, memory: Memory | None, executor: Executor | None
) -> tuple[tuple[Relation, ...], tuple[Reading, ...], Couples]:
    from dossier.relating.many.memory import Memory
    from dossier.relating.questions import readings
    from dossier.relating.relate import relate

    claims, sources, codebook = plain.claims, plain.sources, plain.codebook
    remembered = memory or Memory()
    remembered.shelf = kept if kept.folder else None
    family = _families(sources, [c for c in claims if c.status != "rejected"], kept)
    relations = relate(claims, codebook, sources, remembered, executor, family)
    return relations, readings(claims, relations, codebook, sources, family), remembered.places


def _families(sources: Sequence[Source], claims: Sequence[Claim], kept: Cache) -> dict[str, str]:
    """Which articles draw on one origin, as their quotations show; cached, because quotations rarely change."""

    def make() -> tuple[tuple[str, str], ...]:
        from dossier.relating.families import origins

        return tuple(origins(sources, claims).items())

    parts = (repr(tuples([(s.id, s.meta) for s in sources])), "\n".join(f"{c.source}\t{c.quote!r}" for c in claims))
    return dict(kept.record("origins", parts, tuple[tuple[str, str], ...], make, of="all"))


def ready_to_compare(dossier: Dossier, root: Path, memory: Memory) -> None:
    """Load the word lists and fill `memory` before somebody waits for a comparison.

    A process that found everything in the cache has neither, and its first change would wait for both.
    """
    from dossier.relating.many.loading import load_for

    load_for(dossier.claims, dossier.codebook)
    if not memory.frames:
        _compared_now(_bared(dossier), open_cache(root), memory, None)


def _passages(source: Source, claims: tuple[Claim, ...], kept: Cache) -> tuple[Passage, ...]:
    def make() -> tuple[Passage, ...]:
        from dossier.reading.passages import passages

        return passages(source, claims)

    parts = (source.id, _as_text(source.cleaned), repr([(c.id, c.start, c.end) for c in claims]))
    return kept.record("passages", parts, tuple[Passage, ...], make, of=source.id)


def grouped(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    """Claims by their source."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.source, []).append(claim)
    return {source: tuple(group) for source, group in groups.items()}


def site_words(root: Path) -> tuple[str, str]:
    """The dossier's title and description, from mkdocs.yml; its other settings and tags are left alone."""
    said = {key: node.value for key, node in site_settings(root).items() if isinstance(node.value, str)}
    return said.get("site_name", "Dossier"), said.get("site_description", "")


def _spans(sources: Mapping[str, Source], claims: Mapping[str, tuple[Claim, ...]], kept: Cache) -> dict[str, Span]:
    """Where each claim's quote is in its source, by the claim's id."""
    found: dict[str, Span] = {}
    for id, own in claims.items():
        if id in sources:
            text = sources[id].cleaned
            parts = (_as_text(text), repr([(c.id, c.quote) for c in own]))
            make = partial(_spans_in, text, own)
            found |= zip([c.id for c in own], kept.record("spans", parts, tuple[Span, ...], make, of=id))
    return found


def _spans_in(text: Cleaned, claims: tuple[Claim, ...]) -> tuple[Span, ...]:
    return tuple(place_in(claim, text) for claim in claims)


@once_for_each
def _placed(claim: Claim, span: Span) -> Claim:
    return replace(claim, start=span[0], end=span[1])


@once_for_each
def _as_text(record: Codebook | Cleaned) -> str:
    return repr(tuples(record))


_bare = once_for_each(without_notes)


def _bared(plain: Dossier) -> Dossier:
    """The dossier with what of its claims is compared."""
    return replace(plain, claims=tuple(map(_bare, plain.claims)))
