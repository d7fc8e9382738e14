"""What a codebook's example sentences teach, cached for the next process: working it out takes seconds."""

from __future__ import annotations

from dossier.model import Codebook
from dossier.store.cache import Cache


def have_learned(codebook: Codebook, kept: Cache, write: bool = True) -> None:
    """Load what the examples teach from the cache, or work it out now and cache it unless `write` is False."""
    from dossier.reading.resembling import Taught, examples_of  # here: a run that finds all kept does without it

    examples = [(q.id, q.examples_yes, q.examples_no, q.examples_neither) for q in codebook.questions]
    parts = (repr(examples), repr((codebook.groups, codebook.regions, codebook.names)))
    if write:
        examples_of(codebook, lambda make: kept.record("taught", parts, Taught, make))
    else:
        examples_of(codebook, lambda make: kept.look_up("taught", parts, Taught) or make())
