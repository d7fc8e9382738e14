"""A quote without what only joins it to the text around: connectives, list marks, single quotation marks."""

from __future__ import annotations

import re
from functools import cache

from dossier.data import load
from dossier.reading.datelines import after_dateline

Span = tuple[int, int]

_LEFT_OFF = " \t\n,;:—–-…"
_DOTS = ("..", ". ")  # "... The boats": what was left out before it
_STOPS = " \t\n,;:.—–-"
_MARKS = {"”": "“", ")": "(", "»": "«", "]": "["}
_PAIRS = {"“": "”", "«": "»", "(": ")", '"': '"', "‘": "’", "'": "'"}
# Single marks, no apostrophes: "miners' pay", "the '90s".
_OPENS_SINGLE = re.compile(r"(?<!\w)['‘](?=[^\W\d])")
_CLOSES_SINGLE = re.compile(r"['’](?!\w)")
_ENDS_SINGLE = re.compile(r"[,.!?]['’]$")
# What stands before a sentence and is none of it: "• ", "2) ", "iv) ", "A: ", "14:32 GMT – ".
_MARKER = re.compile(
    r"(?:[•▪‣◦●·*]\s*|\(?\d{1,2}[.)/]\s+|\(?(?:[ivx]{1,4}|[a-h])\)\s+|[QA]:\s+"
    r"|\[?\d{1,2}[:.]\d\d(?:\s?(?:[A-Z]{3,4}|[ap]\.?m\.?))?\]?\s*[–—:-]?\s+)(?=[A-Z“\"‘])"
    r"|(?:Finding|Point|Lesson|Step|Reason|Myth|Fact) \d{1,2}:\s+"
)


def tidy(text: str, span: Span) -> Span:
    """Without connectives in front, marks around that close or open nothing, and stops behind."""
    start, end = span
    while True:
        before = (start, end)
        while start < end and (text[start] in _LEFT_OFF or text.startswith(_DOTS, start)):
            start += 1
        while end > start and (text[end - 1] in _STOPS) and not _abbreviation(text, start, end):
            end -= 1
        start, end = _marks_off(text, start, end)
        marker = _MARKER.match(text, start, end)
        start = marker.end() if marker else start
        start += _connective(text[start : min(end, start + 60)])
        start = after_dateline(text, start, end)
        if (start, end) == before:
            return start, end


def _abbreviation(text: str, start: int, end: int) -> bool:
    """The full stop of "the U.S." belongs to the word."""
    return text[end - 1] == "." and bool(re.search(r"(?:\b[A-Z]\.){2,}$", text[max(start, end - 8) : end]))


def _marks_off(text: str, start: int, end: int) -> Span:
    """Quotation marks and brackets around the whole, or without a partner inside, are left off."""
    body = text[start:end]
    if not body:
        return start, end
    first, last = body[0], body[-1]
    pairs = _PAIRS
    if (
        len(body) > 2
        and pairs.get(first) == last
        and first not in body[1:-1]
        and last not in body[1:-1].replace("’s", "")
    ):
        return start + 1, end - 1
    if last in _MARKS and _MARKS[last] not in body:
        return start, end - 1
    if first in pairs and first != pairs[first] and pairs[first] not in body[1:]:
        return start + 1, end
    if first == '"' and body.count('"') == 1:
        return start + 1, end
    if last == '"' and body.count('"') == 1:
        return start, end - 1
    if _OPENS_SINGLE.match(body) and not _CLOSES_SINGLE.search(body, 1):
        return start + 1, end
    if _ENDS_SINGLE.search(body) and not _OPENS_SINGLE.search(body):
        return start, end - 1
    return start, end


def _connective(body: str) -> int:
    """How many characters of a connective open the words."""
    low = body.lower()
    with_comma, without_comma, keep, opening = _connectives()
    if opening.isdisjoint(word.rstrip(",") for word in low.split(None, 1)[:1]):
        return 0
    found = with_comma.match(low)
    if found:
        return found.end()
    found = without_comma.match(low)
    if found:
        following = re.match(r"[\w’']+", low[found.end() :])
        if following and following[0] not in keep:
            return found.end()
    return 0


@cache
def _connectives() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str], frozenset[str]]:
    """Those before a comma and those without one, the words before which they stay, and by what any of them opens."""
    data = load("connectives.yaml")

    def listed(name: str) -> str:
        return "|".join(re.escape(p) for p in sorted(data[name], key=lambda p: (-len(p), p)))

    return (
        re.compile(rf"(?:{listed('with_comma')}),\s+"),
        re.compile(rf"(?:{listed('without_comma')})\s+"),
        frozenset(data["keep_before"]),
        frozenset(p.split(" ", 1)[0] for name in ("with_comma", "without_comma") for p in data[name]),
    )
