"""Quotes in their sources: where each is, and what comes nearest if it is not there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dossier.model import Claim, Cleaned
from dossier.store.hints import latin
from dossier.store.spans import Span, best_occurrence, paragraph_named
from dossier.store.spelling import block

_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_EVEN = str.maketrans("“”„«»‘’‚–—\xa0", '"""""\'\'\'-- ')  # typed marks are as good as printed ones
MARKS = "\"'-“”„«»‘’‚–—"  # typing and printing programs put one of them for another
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LED = re.compile(r"^[\s•·‣▪*>–—-]+(?=\w|[\"'“‘])|^[\"'“‘„«](?=\w)|(?<=\w)[\"”’»]$")  # a bullet, marks set around
_LOOSE = frozenset(",;:([{-–—")  # marks a passage does not end with
_STOPS = frozenset(".!?")
_ENDING = ".,;:!?)”’\"'"
_TELLING = 4  # words that hardly stand in an article by chance
_MOST = 600  # characters of a quote that are compared; a passage that begins alike is found as well


@dataclass(frozen=True, slots=True)
class Near:
    """A passage that resembles a quote: text[start:end], and how closely, up to 100."""

    start: int
    end: int
    score: float


def place_in(claim: Claim, cleaned: Cleaned) -> Span:
    """Where the claim's quote is in its source's cleaned text, or (-1, -1).

    If there are several places, the one in the paragraph given by the claim's id counts (p09-...), else the nearest.
    """
    number = paragraph_named(claim.id.rpartition("/")[2])
    return best_occurrence(claim.quote, cleaned.text, cleaned.paragraphs, number) or (-1, -1)


def stands_in(quote: str, text: str) -> bool:
    """Whether a text contains a quote; the amount of white space does not matter."""
    return " ".join(quote.split()) in " ".join(text.split())


def nearest(quote: str, text: str, n: int = 3) -> list[Near]:
    """Up to `n` passages nearest to a quote, best first, cut at whole words.

    Parts of the text are first ranked by the words they share with the quote, so that a large text costs little.
    """
    from rapidfuzz import fuzz  # loaded only where something is not found, as in the other modules

    wanted = _even(" ".join(_UNSEEN.sub("", quote).split())[:_MOST])
    words = {w.casefold() for w in _WORD.findall(wanted)}
    if not words:
        return []
    places = [(m.start(), m[0].casefold()) for m in _WORD.finditer(text)]
    size = max(len(wanted) * 2, 80)
    shared = _shared_words([(at, word) for at, word in places if word in words], size)
    tried: list[int] = []
    found = []
    for at in sorted(shared, key=lambda at: (-shared[at], at)):
        if len(tried) == 4 * n:
            break
        if all(abs(at - other) > size // 4 for other in tried):
            tried.append(at)
            start = max(at - size // 2, 0)
            aligned = fuzz.partial_ratio_alignment(wanted, _even(text[start : at + size]), score_cutoff=50)
            if aligned:
                found.append(_at_words(text, start + aligned.dest_start, start + aligned.dest_end, wanted))
    return _apart(found)[:n]


def longest_held(quote: str, text: str) -> str:
    """The longest run of a quote's words that is in the text unchanged; "" if it has only a few words."""
    words, text = quote.split()[:_MOST], " ".join(text.split())
    best, end = (0, 0), 0
    for start in range(len(words)):
        end = max(end, start)
        while end < len(words) and " ".join(words[start : end + 1]) in text:
            end += 1
        best = max(best, (end - start, start))
    count, start = best
    held = " ".join(words[start : start + count])
    more = f"{held} {words[start + count].rstrip(_ENDING)}" if start + count < len(words) else held
    return (more if more in text else held) if count >= _TELLING else ""


def to_paste(text: str) -> str:
    """A passage as the lines of a claim file."""
    return f"quote: {block(text)}"


def _shared_words(places: list[tuple[int, str]], size: int) -> dict[int, int]:
    """Start of a window -> how many of the quote's words stand in it; one entry for each word found."""
    counts: dict[int, int] = {}
    last = 0
    inside: dict[str, int] = {}
    for first, (at, word) in enumerate(places):
        while last < len(places) and places[last][0] < at + size:
            inside[places[last][1]] = inside.get(places[last][1], 0) + 1
            last += 1
        counts[places[first][0]] = len(inside)
        inside[word] -= 1
        if not inside[word]:
            del inside[word]
    return counts


def _at_words(text: str, start: int, end: int, wanted: str) -> Near:
    """The passage cut at whole words, with those at its ends that make it more like the quote, without the others."""
    from rapidfuzz import fuzz

    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    from_, to = max(start - 40, 0), end + 40
    tokens = [(from_ + m.start(), from_ + m.end()) for m in _TOKEN.finditer(text[from_:to])]
    inside = [n for n, (a, b) in enumerate(tokens) if start <= a and b <= end]
    if not inside:
        return Near(start, end, 0.0)
    best = (-1.0, 0, inside[0], inside[-1])
    while True:
        _, _, first, last = best
        ends = ((first + a, last + b) for a, b in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)))
        tried = [
            (fuzz.ratio(wanted, _even(text[tokens[a][0] : tokens[b][1]])), a - b, a, b)
            for a, b in ends
            if 0 <= a <= b < len(tokens)
        ]
        if max(tried) <= best:
            first, last = _rounded([text[a:b] for a, b in tokens], first, last, wanted)
            return Near(tokens[first][0], tokens[last][1], best[0])
        best = max(tried)


def _rounded(tokens: list[str], first: int, last: int, wanted: str) -> tuple[int, int]:
    """The ends without a mark that is not in the quote, and with the word in whose place the quote has another."""
    said = _TOKEN.findall(wanted)
    while first < last and not tokens[first][0].isalnum() and _even(tokens[first]) != said[0]:
        first += 1
    while first < last - 1 and tokens[last - 1] in _STOPS and tokens[last] not in said:
        last -= 2  # a word of the next sentence, taken along for its likeness
    while first < last and tokens[last] in _LOOSE and _even(tokens[last]) != said[-1]:
        last -= 1
    if len(said) > 2 and last + 1 < len(tokens) and tokens[last + 1].isalnum():
        last += _even(tokens[last]) == said[-2] and said[-1].isalnum()
    if len(said) > 2 and first > 0 and tokens[first - 1].isalnum():
        first -= _even(tokens[first]) == said[1] and said[0].isalnum()
    return first, last


def differs_in_marks(quote: str, passage: str) -> bool:
    """Whether the words are the passage's, and only marks, what cannot be seen or letters that look alike are not."""
    return _words_only(quote) == _words_only(passage)


def _words_only(text: str) -> list[str]:
    return _WORD.findall(latin(_LED.sub("", _UNSEEN.sub("", text).strip()).translate(_EVEN)))


def _even(text: str) -> str:
    """Marks and letters as they are compared; as long as the text."""
    return "".join(low if len(low := c.lower()) == 1 else c for c in text.translate(_EVEN))


def _apart(found: list[Near]) -> list[Near]:
    """The best of each place."""
    kept: list[Near] = []
    for near in sorted(found, key=lambda f: (-f.score, f.start)):
        if all(near.end <= other.start or other.end <= near.start for other in kept):
            kept.append(near)
    return kept
