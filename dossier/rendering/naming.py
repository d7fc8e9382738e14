"""Our own sentences name sources by id; here they get the names readers know them by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from dossier.language.words import is_known

_ANSWER = re.compile(r"(?:Yes|No|Both yes and no), says? .*?\.(?=\s|$)")  # the first sentence of a verdict


def in_names(text: str, short: Mapping[str, str]) -> str:
    """The text with each id replaced by its name; an id that is an ordinary word only where a source must stand."""
    telling, every, answering = _patterns(tuple(i for i, name in short.items() if name != i))
    answer = _ANSWER.match(text)
    at = answer.end() if answer else 0
    head, rest = text[:at], text[at:]
    if every:
        head = every.sub(lambda found: short[found[0]], head)
    for pattern in (telling, answering):
        rest = pattern.sub(lambda found: _name(found[0], short), rest) if pattern else rest
    return head + rest


def _name(id: str, short: Mapping[str, str]) -> str:
    """An id may begin a sentence, and has a capital there that is not its own."""
    return short[id] if id in short else short[f"{id[:1].lower()}{id[1:]}"]


@lru_cache(maxsize=8)
def _patterns(ids: tuple[str, ...]) -> tuple[re.Pattern[str] | None, ...]:
    """Finds ids that are no ordinary words, as `daily-2024`; all ids; those in "report answers"."""
    named = sorted((i for i in ids if re.fullmatch(r"\w+(-\w+)*", i)), key=len, reverse=True)
    telling = [i for i in named if "-" in i or not is_known(i.lower())]
    ordinary = [i for i in named if i not in telling]
    begun = [f"{i[:1].upper()}{i[1:]}" for i in ordinary if i[:1].islower()]
    return _either(telling), _either(named), _either([*ordinary, *begun], r"(?= answers? )")


def _either(ids: list[str], after: str = "") -> re.Pattern[str] | None:
    return re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, ids))})(?![\w/-]){after}") if ids else None
