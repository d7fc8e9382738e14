"""Work spread over independent items, in this process or on any concurrent.futures.Executor.

Only items that are not in the cache are sent, and results are stored here: if a worker dies nothing is lost, and
another does its batch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import Any, TypeVar

from dossier.collecting import uncollected
from dossier.learning import have_learned
from dossier.model import Claim, Codebook, Source
from dossier.store.cache import Cache

_BATCH = 60_000  # characters: about a second's work, so that sending it costs little beside it
Drafts = tuple[Claim, ...]
T = TypeVar("T")


def drafts(sources: Sequence[Source], codebook: Codebook, kept: Cache, executor: Executor | None) -> Iterator[Drafts]:
    """The drafts of each source, in order, as they come; with an executor they are made elsewhere, all the same."""
    book = repr(codebook)
    found = [kept.look_up("drafts", (repr(s), book), Drafts) for s in sources]
    missing = [source for source, known in zip(sources, found) if known is None]
    batches = list(in_batches(missing))
    if missing:
        have_learned(codebook, kept)
    work = partial(_drafted, codebook=codebook, kept=kept)
    made = chain.from_iterable(_spread(work, batches, executor if len(batches) > 1 else None))
    for source, known in zip(sources, found):
        if known is None:
            known = next(made)
            kept.keep("drafts", (repr(source), book), known)
        yield known


def _spread(
    work: Callable[[tuple[Source, ...]], list[Drafts]], batches: list[tuple[Source, ...]], executor: Executor | None
) -> Iterator[list[Drafts]]:
    """The result of each batch, in order; if the system kills a worker (for its memory), the rest is done here."""
    done = 0
    try:
        for made in executor.map(work, batches) if executor else ():
            done += 1
            yield made
    except BrokenExecutor:
        pass
    yield from map(work, batches[done:])


def in_batches(sources: Sequence[Source]) -> Iterator[tuple[Source, ...]]:
    """The articles in their order, in batches."""
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


@uncollected()
def _drafted(sources: Sequence[Source], codebook: Codebook, kept: Cache) -> list[Drafts]:
    from dossier.reading.drafting import draft  # here, so that a run that finds all kept does without the reader

    have_learned(codebook, kept, write=False)  # on another machine the folder may not be there
    return [draft(source, codebook) for source in sources]


class Processes(Executor):
    """Processes on this machine, started when there is work."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: Executor | None = None

    def submit(self, work: Callable[..., T], /, *args: Any, **given: Any) -> Future[T]:
        """Hand the work to one of the processes."""
        if self._pool is None:
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context

            # Begun anew, not forked: a server that rebuilds has threads, and what they hold locked would stay so.
            self._pool = ProcessPoolExecutor(self._jobs, get_context("spawn"))
        return self._pool.submit(work, *args, **given)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes that were started."""
        if self._pool is not None:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)


@contextmanager
def workers(jobs: int, cluster: str = "") -> Iterator[Executor | None]:
    """Who does the work: a Dask cluster by its address, processes here, or None if this process is enough."""
    if cluster:
        with _client(cluster) as client:
            yield client.get_executor()
    elif jobs < 2:
        yield None
    else:
        with Processes(jobs) as pool:
            yield pool


def _client(address: str) -> Any:
    """A connection to a scheduler. Raises ConnectionError."""
    try:
        from distributed import Client
    except ImportError:
        raise ConnectionError("a cluster needs the extra 'cluster': pip install -e '.[cluster]'") from None
    try:
        return Client(address, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ConnectionError(f"no cluster answers at {address}: {error}") from None
