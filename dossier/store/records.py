"""Records as plain JSON and back, by the types their fields declare; nothing is run or imported while reading."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Way = Callable[[Any], Any]


class Misfit(ValueError):
    """The text does not hold what was asked for."""


def to_json(value: object) -> str:
    """Records become lists of their fields' values, in order."""
    return json.dumps(value, default=_listed, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str, kind: Any) -> Any:
    """A value of `kind`, a record or a type such as tuple[Claim, ...]; Misfit when the text holds anything else."""
    try:
        return _way(kind)(json.loads(text))
    except Misfit:
        raise
    except (ValueError, TypeError, RecursionError) as error:
        raise Misfit(str(error)) from None


def _listed(record: object) -> list[object]:
    if is_dataclass(record):
        return [getattr(record, f.name) for f in fields(record)]
    raise TypeError(f"{type(record).__name__} is no record")


@cache
def _way(kind: Any) -> Way:
    """How a value of one type is read."""
    if is_dataclass(kind):
        return _record(kind)
    if kind in (str, int, bool, float):
        return _plain(kind)
    origin, given = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _row(given)
    if origin in (Union, UnionType) and NoneType in given and len(given) == 2:
        other = _way(next(g for g in given if g is not NoneType))
        return lambda value: None if value is None else other(value)
    raise TypeError(f"no way to read {kind}")


def _plain(kind: type) -> Way:
    taken = (float, int) if kind is float else (kind,)

    def read(value: Any) -> Any:
        if type(value) not in taken:
            raise Misfit(f"{value!r} is no {kind.__name__}")
        return value

    return read


def _row(given: tuple[Any, ...]) -> Way:
    if len(given) == 2 and given[1] is Ellipsis:
        one = _way(given[0])
        return lambda value: tuple([one(item) for item in _as_list(value)])
    ways = [_way(kind) for kind in given]
    return lambda value: tuple([way(item) for way, item in zip(ways, _as_list(value), strict=True)])


def _record(kind: Any) -> Way:
    hints = get_type_hints(kind)
    ways = [_way(hints[f.name]) for f in fields(kind)]
    return lambda value: kind(*[way(item) for way, item in zip(ways, _as_list(value), strict=True)])


def _as_list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise Misfit(f"{value!r} is no list")
    return value
