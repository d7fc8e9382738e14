"""A source's words as they are shown: the deciding ones marked, long ones shortened, directions closed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from dossier.language.negation import negations
from dossier.language.words import words_of

LANGUAGE = "en"  # of all that the site says itself
_SPECIAL = re.compile("[&<>\"']").search
_ESCAPED = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;"))
_DIRECTED = re.compile("[\u202a\u202b\u202d\u202e\u2066-\u2068]")
_OVERRIDES = re.compile("[\u202a\u202b\u202d\u202e]")
_ISOLATES = re.compile("[\u2066-\u2068]")
_REPEATED = re.compile(r"\(“((?:(?!”, ).)*)”, ([^()”]*)\)", re.DOTALL)
_GAP = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\|)\s*")
_MARKS = frozenset("“”\"‘’'«»„")
_CLAUSE = re.compile(r"[,;:.?!](?=\s)\s+|\s[—–-]\s")
_SPARE = 1.25  # so much longer than asked a quote is shown whole: a few words saved are not worth a cut


def escaped(text: str) -> str:
    """The result of markupsafe's escape as a plain str, because it is needed a hundred thousand times."""
    if _SPECIAL(text):
        for sign, written in _ESCAPED:
            text = text.replace(sign, written)
    return text


def marked(quote: str, words: Iterable[str]) -> Markup:
    """The quote, escaped, with each of `words` in a <mark>; words that are not in it are ignored."""
    return _marked(quote, tuple(words))


@lru_cache(maxsize=10_000)
def _marked(quote: str, words: tuple[str, ...]) -> Markup:
    spans = sorted(span for phrase in words for span in _places(quote, phrase))
    parts: list[str] = []
    at = 0
    for start, end in spans:
        if end <= at:
            continue
        start = max(start, at)
        parts += [escaped(quote[at:start]), "<mark>", escaped(quote[start:end]), "</mark>"]
        at = end
    return Markup(closed("".join([*parts, escaped(quote[at:])])))


def _places(quote: str, phrase: str) -> list[tuple[int, int]]:
    """Where a phrase is in the quote: as a whole, or its pieces between gaps, or its words in order."""
    if not phrase.strip():
        return []
    whole = _find(quote, phrase.strip(), 0)
    if whole:
        return [whole]
    pieces = [piece for piece in _GAP.split(phrase) if piece]
    for parts in (pieces, phrase.split()):
        found = _in_order(quote, parts)
        if found:
            return found
    return []


def _in_order(quote: str, parts: list[str]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for part in parts:
        span = _find(quote, part, spans[-1][1] if spans else 0)
        if span is None:
            return []
        spans.append(span)
    return spans


def _find(quote: str, piece: str, at: int) -> tuple[int, int] | None:
    if piece in quote and piece.isascii() and quote.count(piece) == 1:
        start = quote.index(piece)
        end = start + len(piece)
        outer = quote[start - 1 : start] + quote[end : end + 1]
        if (
            start >= at
            and quote.lower().count(piece.lower()) == 1
            and not any(c.isalnum() or c == "_" for c in outer)
        ):
            return start, end  # nearly always: no pattern need be made for it
    pattern = r"\s+".join(re.escape(word) for word in piece.split())
    found = re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE).search(quote, at)
    return found.span() if found else None


def stretch(quote: str, phrase: str) -> range:
    """Where a phrase is in the quote in one piece, else the whole quote."""
    found = _find(quote, phrase.strip(), 0) if phrase.strip() else None
    return range(*found) if found else range(len(quote))


def enclosed(quote: str, words: Iterable[str] = ()) -> Markup:
    """The quote in quotation marks, with a hair space before or after its own."""
    before, after = ("\u200a" if end in _MARKS else "" for end in (quote[:1], quote[-1:]))
    return Markup(f"“{before}{marked(quote, words)}{after}”")


def closed(text: str) -> str:
    """The text with every direction mark closed, so that what follows keeps its own direction."""
    if text.isascii() or not _DIRECTED.search(text):
        return text
    overrides = max(0, len(_OVERRIDES.findall(text)) - text.count("\u202c"))
    isolates = max(0, len(_ISOLATES.findall(text)) - text.count("\u2069"))
    return text + "\u202c" * overrides + "\u2069" * isolates


def shortened(text: str, limit: int = 160) -> str:
    """The text cut at a word near `limit` characters."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    return f"{head.rsplit(None, 1)[0] if ' ' in head else head}…"


def telling(quote: str, words: Iterable[str], limit: int = 110) -> Markup:
    """The quote cut to about `limit` characters around the words that decide, which are marked.

    It begins where a clause begins and keeps what denies the words: of "it would be wrong to call it an attempt to
    break away" the last words alone would say the opposite.
    """
    said = tuple(words)
    spans = [span for phrase in said for span in _places(quote, phrase)]
    if len(quote) <= _SPARE * limit:
        return marked(quote, said)
    if not spans:
        return marked(shortened(quote, limit), said)
    first, last = _with_denials(quote, spans)
    opens = [0, *(mark.end() for mark in _CLAUSE.finditer(quote, 0, first))]
    start = next((at for at in opens if last - at <= limit), opens[-1])
    end = len(quote) if len(quote) - start <= limit else max(last, quote.rfind(" ", 0, start + limit))
    cut = f"{'… ' if start else ''}{quote[start:end].strip()}{' …' if end < len(quote) else ''}"
    return marked(cut, said)


def _with_denials(quote: str, spans: list[tuple[int, int]]) -> tuple[int, int]:
    """From the first to the last of these spans, extended to whatever denies them or something in their clause."""
    words = words_of(quote)
    first, last = min(spans)[0], max(end for _, end in spans)
    inside = [i for i, word in enumerate(words) if first < word.end and word.start < last]
    for found in negations(words):
        start, end = words[found.start].start, words[max(found.end, found.last) - 1].end
        if any(map(found.reaches, inside)) or not _CLAUSE.search(quote, min(last, end), max(first, start)):
            first, last = min(first, start), max(last, end)
    return first, last


def clause(quote: str, phrase: str) -> str:
    """The clause around a phrase, from mark to mark; of "driver lost" what it was that he lost."""
    here = stretch(quote, phrase)
    start = max((mark.end() for mark in _CLAUSE.finditer(quote, 0, here.start)), default=0)
    mark = _CLAUSE.search(quote, here.stop)
    return quote[start : mark.start() if mark else len(quote)].strip()


@lru_cache(maxsize=1000)
def tongue(language: str) -> Markup:
    """The HTML attributes for a text in another language; "" if it is the site's own."""
    if language.partition("-")[0] in ("", LANGUAGE):
        return Markup("")
    return Markup(' lang="{}" dir="auto"').format(language)


def beside(because: str, question: str, quotes: Iterable[str]) -> str:
    """A reason for use right below the question and both quotations: it repeats neither.

    (“words of the quote”, January 2023) becomes (January 2023).
    """
    asked = f"Asked “{question}”, "
    if question and because.startswith(asked):
        because = because[len(asked) :]
        if because.partition(" ")[0].isalpha():  # a name such as gazette.example keeps its small letter
            because = because[:1].upper() + because[1:]
    said = list(quotes)

    def dated(found: re.Match[str]) -> str:
        words = found[1].strip("… ")
        return f"({found[2]})" if any(words in quote for quote in said) else found[0]

    return _REPEATED.sub(dated, because)
