"""Records as plain tuples all the way down: quick to hash, to compare and to write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

_SCALARS = frozenset({str, int, float, bool, NoneType})


def plain(value: Any) -> Any:
    """The value with every record in it as a tuple of its fields' values."""
    kind: Any = type(value)
    return _way(kind)(value)


@cache
def _way(kind: Any) -> Callable[[Any], Any]:
    if is_dataclass(kind):
        return _record(kind)
    if kind is tuple:
        return lambda value: tuple([plain(item) for item in value])
    if kind is list:
        return lambda value: [plain(item) for item in value]
    if kind is dict:
        return lambda value: {key: plain(item) for key, item in value.items()}
    if kind in (set, frozenset):
        return lambda value: sorted(map(plain, value))
    return lambda value: value


def _record(kind: Any) -> Callable[[Any], Any]:
    names = [f.name for f in fields(kind)]
    hints = get_type_hints(kind)
    deep = [place for place, name in enumerate(names) if not _is_flat(hints[name])]
    if len(names) == 1:
        return lambda value: (plain(getattr(value, names[0])),)
    values = attrgetter(*names)
    if not deep:
        return values

    def way(value: Any) -> tuple[Any, ...]:
        row = list(values(value))
        for place in deep:
            row[place] = plain(row[place])
        return tuple(row)

    return way


def _is_flat(kind: Any) -> bool:
    """Whether a value of this type cannot contain a record."""
    if get_origin(kind) in (tuple, Union, UnionType):
        return all(given is Ellipsis or _is_flat(given) for given in get_args(kind))
    return kind in _SCALARS
