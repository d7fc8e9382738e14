"""Saving draft claims beside what people wrote, without ever touching that."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path

from dossier.model import Claim, Source
from dossier.problems import Problem, Where
from dossier.store.claims import claim_text, read_claim
from dossier.store.files import home_of, is_safe_name, relative
from dossier.store.ledger import LEDGER, Entry, Ledger, ledger_text, no_ledger, read_ledger
from dossier.store.limits import LIMITS, Limits, raising
from dossier.store.pending import Change, Unfinished, commit, recover
from dossier.store.spans import Span, best_occurrence, likely_span, overlap, paragraph_named
from dossier.store.writing import alone, sha, sha_of, unwritten


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of one source's drafts: names of claim files, and what went wrong."""

    source: str
    written: tuple[str, ...] = ()  # new
    refreshed: tuple[str, ...] = ()  # the tool's own, now different
    kept: tuple[str, ...] = ()  # the tool's own, unchanged
    withdrawn: tuple[str, ...] = ()  # the tool's own, no longer drafted
    covered: tuple[str, ...] = ()  # drafts not made: a person wrote, edited, rejected or deleted one there
    problems: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        parts = (
            (self.written, "new"),
            (self.refreshed, "refreshed"),
            (self.kept, "unchanged"),
            (self.withdrawn, "withdrawn"),
            (self.covered, "left to people"),
        )
        return f"{self.source}: {', '.join(f'{len(n)} {what}' for n, what in parts if n) or 'no claims'}"


def save_drafts(
    root: Path,
    source: Source,
    drafts: Sequence[Claim],
    limits: Limits = LIMITS,
    relied_on: Collection[str] = (),
    write: Callable[[Claim], str] = claim_text,
) -> Saved:
    """Write, refresh and withdraw the tool's own drafts of one source; on any failure all stays as it was.

    A draft is made only where no person's claim stands, and none was edited, rejected, renamed or deleted. Drafts
    whose ids people rely on (in decisions and summaries) may be refreshed, but are not withdrawn. `write` gives the
    file a draft is written as.
    """
    where = Where(f"claims/{source.id}")
    folder, fault = home_of(root, source.id, limits.name_length)
    if fault:
        return Saved(source.id, problems=(fault,))
    if len(drafts) > limits.claims_per_source:
        what = f"{len(drafts)} drafts from one source; at most {limits.claims_per_source} are kept"
        hint = f"split the source, {raising('claims_per_source')}"
        return Saved(source.id, problems=(Problem(where, "too-large", what, hint),))
    if not drafts and not folder.exists():
        return Saved(source.id)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder):
            return _save(root, folder, source, drafts, limits, relied_on, write)
    except Unfinished as error:
        what = f"some drafts could not be put in place: {error.strerror}"
        return Saved(source.id, problems=(Problem(where, "cannot-write", what, "run again to finish"),))
    except OSError as error:
        return Saved(source.id, problems=(unwritten(where, error),))


def own_drafts(root: Path, sources: Iterable[str], limits: Limits = LIMITS) -> frozenset[str]:
    """Paths of claim files that are still as the tool wrote them, below `root`."""
    own: set[str] = set()
    for source in sources:
        folder = root / "claims" / source
        ledger, _ = read_ledger(root, folder, limits)
        own.update(relative(root, folder / n) for n, e in (ledger or {}).items() if sha_of(folder / n) == e.sha256)
    return frozenset(own)


def _save(
    root: Path,
    folder: Path,
    source: Source,
    drafts: Sequence[Claim],
    limits: Limits,
    relied_on: Collection[str],
    write: Callable[[Claim], str],
) -> Saved:
    """The same, with the folder held against others."""
    ledger, problems = read_ledger(root, folder, limits)
    if ledger is None:
        return Saved(source.id, problems=tuple(problems))
    recover(folder, {name: entry.sha256 for name, entry in ledger.items()})
    files = claim_files(folder)
    if files and not (folder / LEDGER).exists():
        problems.append(no_ledger(root, folder))
    hashes = {name: sha_of(folder / name) for name in files}
    own = {name for name, entry in ledger.items() if hashes.get(name) == entry.sha256}
    drafted = {_plain(draft.quote) for draft in drafts}
    relied = {f"{id.partition('/')[2]}.yaml" for id in relied_on if id.partition("/")[0] == source.id}
    own -= {name for name in own & relied if _plain(ledger[name].quote) not in drafted}
    taken = list(_taken(root, folder, source, ledger, own, files, limits))
    recorded = {_plain(ledger[name].quote) for name in own}
    free = [d for d in drafts if not _is_taken(d, taken, _plain(d.quote) in recorded)]
    named = _named(free, ledger, own, {n.casefold() for n in (*files, *ledger)}, limits)

    texts = {name: write(draft) for name, draft in named.items()}
    fresh = {n: Entry(sha(texts[n].encode()), named[n].quote) for n in named}
    place = {
        n: (t, hashes.get(n, "") if n in own else "") for n, t in texts.items() if hashes.get(n) != fresh[n].sha256
    }
    remove = {name: ledger[name].sha256 for name in own if name not in named and name not in relied}
    new_ledger = {n: e for n, e in ledger.items() if n not in remove} | fresh
    other = new_ledger != ledger and ledger_text(new_ledger) != ledger_text(ledger)
    if place or remove or other or not (folder / LEDGER).exists():
        commit(folder, folder / LEDGER, Change(place, remove, ledger_text(new_ledger)))
    return Saved(
        source.id,
        written=tuple(sorted(n for n in place if n not in own)),
        refreshed=tuple(sorted(n for n in place if n in own)),
        kept=tuple(sorted(n for n in named if n not in place)),
        withdrawn=tuple(sorted(remove)),
        covered=tuple(sorted(d.id for d in drafts if d not in free)),
        problems=tuple(problems),
    )


def claim_files(folder: Path) -> list[str]:
    """Everything in the folder that bears a claim's name or could clash with one."""
    names = sorted(e.name for e in os.scandir(folder) if e.name != LEDGER and not e.name.startswith("."))
    return [name for name in names if name.casefold().endswith(".yaml")]


# ---------------------------------------------------------------- what people have a hand on


@dataclass(frozen=True, slots=True)
class _Taken:
    """A passage a person has spoken about; `was_ours` when it is one that the tool once drafted."""

    quote: str
    span: Span | None
    was_ours: bool


def _taken(
    root: Path, folder: Path, source: Source, ledger: Ledger, own: set[str], files: list[str], limits: Limits
) -> Iterator[_Taken]:
    """Passages of edited, rejected, renamed, added and deleted claims."""
    for name, entry in sorted(ledger.items()):
        if name not in own:
            yield _Taken(_plain(entry.quote), _span(entry.quote, name, source), True)
    for name in sorted(set(files) - own):
        claim, _ = read_claim(root, folder / name, limits)
        if claim and not (name in ledger and _plain(claim.quote) == _plain(ledger[name].quote)):
            yield _Taken(_plain(claim.quote), _span(claim.quote, name, source), False)


def _span(quote: str, name: str, source: Source) -> Span | None:
    number = paragraph_named(name)
    found = best_occurrence(quote, source.text, source.cleaned.paragraphs, number)
    return found or likely_span(quote, source.text)


def _is_taken(draft: Claim, taken: list[_Taken], stands: bool) -> bool:
    """Whether a person's passage lies under this draft.

    A draft that stands beside one the tool drafted at the same time is no second try at it: the two were
    different claims from the start, though their words may overlap.
    """
    quote = _plain(draft.quote)
    for other in taken:
        if other.was_ours and stands and other.quote != quote:
            continue
        placed = draft.start >= 0 and other.span is not None
        if overlap((draft.start, draft.end), other.span or (0, 0)) if placed else quote == other.quote:
            return True
    return False


def _plain(quote: str) -> str:
    return " ".join(quote.split())


# ---------------------------------------------------------------- names


def _named(
    drafts: Sequence[Claim], ledger: Ledger, own: set[str], used: set[str], limits: Limits
) -> dict[str, Claim]:
    """File names for drafts: the one a draft already has, by its quote and then by its id, else a new one."""
    by_quote: dict[str, list[str]] = {}
    for name in sorted(own):
        by_quote.setdefault(_plain(ledger[name].quote), []).append(name)
    names: dict[str, Claim] = {}

    def give(candidates: Callable[[Claim], list[str]], waiting: list[Claim]) -> list[Claim]:
        left = []
        for draft in waiting:
            name = next((n for n in candidates(draft) if n in own and n not in names), None)
            if name:
                names[name] = draft
            else:
                left.append(draft)
        return left

    def same_quote(draft: Claim) -> list[str]:
        return by_quote.get(_plain(draft.quote), [])

    left = give(lambda draft: [n for n in same_quote(draft) if n == _name(draft)], list(drafts))
    left = give(same_quote, left)
    left = give(lambda draft: [_name(draft)], left)
    for draft in left:
        name = free_name(draft, used, limits)
        used.add(name.casefold())
        names[name] = draft
    return {name: replace(draft, id=f"{draft.source}/{Path(name).stem}") for name, draft in names.items()}


def _name(draft: Claim) -> str:
    return f"{draft.id.rpartition('/')[2]}.yaml"


def free_name(draft: Claim, used: set[str], limits: Limits) -> str:
    """The draft's own name, or that with a number, so that no two differ only in small and capital letters."""
    stem = _name(draft).removesuffix(".yaml")
    if not is_safe_name(stem, limits.name_length):
        stem = re.sub(r"[^A-Za-z0-9]+", "-", stem).strip("-")[: limits.name_length - 8] or "claim"
        stem = stem if is_safe_name(stem) else f"{stem}-claim"
    numbered = (f"{stem[: limits.name_length - 6]}-{n}.yaml" for n in count(2))
    return next(name for name in chain([f"{stem}.yaml"], numbered) if name.casefold() not in used)
