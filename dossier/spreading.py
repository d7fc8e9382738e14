"""Drafting as a map over independent articles, on this process or any concurrent.futures.Executor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import partial
from itertools import chain

from dossier.model import Claim, Codebook, Source
from dossier.reading.drafting import draft
from dossier.store.cache import Cache

_BATCH = 60_000  # characters: about a second's work, so that sending it costs little beside it
Drafts = tuple[Claim, ...]


def drafts(sources: Sequence[Source], codebook: Codebook, kept: Cache, executor: Executor | None) -> list[Drafts]:
    """The drafts of each source, in order; an executor may work them out elsewhere, the result is the same."""
    work = partial(_batch, codebook=codebook, kept=kept)
    batches = list(in_batches(sources))
    spread = executor.map(work, batches) if executor and len(batches) > 1 else map(work, batches)
    return list(chain.from_iterable(spread))


def in_batches(sources: Sequence[Source]) -> Iterator[tuple[Source, ...]]:
    """Articles in their order, some together."""
    batch: list[Source] = []
    length = 0
    for source in sources:
        if batch and length + len(source.original) > _BATCH:
            yield tuple(batch)
            batch, length = [], 0
        batch.append(source)
        length += len(source.original)
    if batch:
        yield tuple(batch)


def _batch(sources: Sequence[Source], codebook: Codebook, kept: Cache) -> list[Drafts]:
    book = repr(codebook)

    def one(source: Source) -> Drafts:
        return kept.record("drafts", (repr(source), book), tuple[Claim, ...], lambda: draft(source, codebook))

    return [one(source) for source in sources]


@contextmanager
def workers(jobs: int) -> Iterator[Executor | None]:
    """Processes on this machine, or None where one is enough; none is started before there is work for it."""
    if jobs < 2:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        yield pool
