"""Items of lists that are written inside one line: '1) first 2) second', '• one • two'."""

from __future__ import annotations

import re
from collections.abc import Iterator

BULLETS = "•⁃▪‣◦●■□➢➤"
_ITEM = re.compile(rf"(?m)^[ \t]*(?P<bullet>[{BULLETS}]?)\s?(?P<value>\d{{1,3}}|[a-z])(?P<style>\.\)|\.|\))\s")
_BULLET = re.compile(rf"(?<=\s)[{BULLETS}]\s?(?=\S)")
_REACH = 2000  # how far apart two items of a list inside one line may stand


def item_starts(text: str) -> list[int]:
    """Where further items of lists written inside one line begin: '1) first 2) second', '• one • two'."""
    cuts = {m.start() for m in _BULLET.finditer(text)}
    for item in _ITEM.finditer(text):
        cuts.update(_following_items(text, item))
    return sorted(cuts)


def _following_items(text: str, item: re.Match[str]) -> Iterator[int]:
    value, at = item["value"], item.end()
    while value := _successor(value):
        mark = re.compile(rf"(?<=\s){item['bullet']}\s?{re.escape(value + item['style'])}\s+(?=\S)")
        stop = text.find("\n", at, at + _REACH)
        found = mark.search(text, at, stop if stop >= 0 else at + _REACH)
        if not found:
            return
        yield found.start()
        at = found.end()


def _successor(value: str) -> str:
    if value.isdigit():
        return str(int(value) + 1)
    return chr(ord(value) + 1) if value < "z" else ""
