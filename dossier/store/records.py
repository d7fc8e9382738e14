"""Records as plain JSON and back, by the types their fields declare; nothing is run or imported while reading."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from dossier.model.plain import plain

Way = Callable[[Any], Any]
_ALIKE = 2**12
_TAKEN: dict[type, tuple[type, ...]] = {str: (str,), int: (int,), bool: (bool,), float: (float, int)}


class Misfit(ValueError):
    """The text does not hold what was asked for."""


def to_json(value: object) -> str:
    """Records become lists of their fields' values, in order."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str, kind: Any) -> Any:
    """A value of `kind`, a record or a type such as tuple[Claim, ...]; Misfit when the text holds anything else."""
    try:
        return _way(kind)(json.loads(text))
    except Misfit:
        raise
    except (ValueError, TypeError, RecursionError) as error:
        raise Misfit(str(error)) from None


@cache
def _way(kind: Any) -> Way:
    """How a value of one type is read."""
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        return _record(kind)
    if kind in _TAKEN:
        return _plain(kind)
    origin, given = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _row(given)
    if origin in (Union, UnionType) and NoneType in given and len(given) == 2:
        other = _way(next(g for g in given if g is not NoneType))
        return lambda value: None if value is None else other(value)
    raise TypeError(f"no way to read {kind}")


def _plain(kind: type) -> Way:
    taken = _TAKEN[kind]

    def read(value: Any) -> Any:
        if type(value) not in taken:
            raise Misfit(f"{value!r} is no {kind.__name__}")
        return value

    return read


def _row(given: tuple[Any, ...]) -> Way:
    if len(given) == 2 and given[1] is Ellipsis:
        return _alike(given[0]) if given[0] in _TAKEN else _rows(_way(given[0]))
    ways = [_way(kind) for kind in given]
    if not set(given) <= _TAKEN.keys():
        return lambda value: tuple([way(item) for way, item in zip(ways, _as_list(value), strict=True)])
    fits = _fitting(ways)

    def read(value: Any) -> Any:
        fits(value)
        return tuple(value)

    return read


def _fitting(ways: Sequence[Way]) -> Callable[[Any], None]:
    """Misfit unless the ways take these plain values: one look at the types of all, and each way once for those."""
    known: set[tuple[type, ...]] = set()

    def fits(value: Any) -> None:
        kinds = tuple(map(type, _as_list(value)))
        if kinds not in known:
            for way, item in zip(ways, value, strict=True):
                way(item)
            known.add(kinds)

    return fits


def _rows(one: Way) -> Way:
    return lambda value: tuple([one(item) for item in _as_list(value)])


def _alike(kind: type) -> Way:
    """One look at the types of all values at once: what examples teach are a hundred thousand numbers."""
    taken = frozenset(_TAKEN[kind])

    def read(value: Any) -> Any:
        if not taken.issuperset(map(type, _as_list(value))):
            raise Misfit(f"{value!r} holds more than {kind.__name__}")
        return tuple(value)

    return read


def _record(kind: Any) -> Way:
    """One look at the types of all values at once, for a large dossier has a hundred thousand records."""
    hints = get_type_hints(kind)
    given = [hints[name] for name in getattr(kind, "_fields", None) or [f.name for f in fields(kind)]]
    deep = [(place, _way(one)) for place, one in enumerate(given) if one not in _TAKEN]
    fits = _fitting([_way(one) if one in _TAKEN else _anything for one in given])
    # Records of a few words are the same thousands of times: then they are one object.
    make = lru_cache(_ALIKE)(kind) if {str, bool}.issuperset(given) else kind

    def read(value: Any) -> Any:
        fits(value)
        for place, way in deep:
            value[place] = way(value[place])
        return make(*value)

    return read


def _anything(value: Any) -> Any:
    return value


def _as_list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise Misfit(f"{value!r} is no list")
    return value
