"""Work done only once for identical objects.

While a dossier is served, nearly all records are the same objects as at the last save. Comparing their identity is
fast; hashing or comparing their contents would cost as much as the work itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

T = TypeVar("T")
_MOST = 2**18  # results that are held


def once_for_each(work: Callable[..., T]) -> Callable[..., T]:
    """Do `work` once for the same frozen objects; equal objects count as different."""
    known: dict[tuple[int, ...], tuple[tuple[Any, ...], T]] = {}

    @wraps(work)
    def kept(*given: Any) -> T:
        place = tuple(map(id, given))
        found = known.get(place)
        if found is None:
            if len(known) >= _MOST:
                known.clear()
            # Held together with what it was made from, so that nothing else can come to lie there.
            found = known[place] = (given, work(*given))
        return found[1]

    return kept
