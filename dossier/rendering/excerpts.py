"""How much of a source's text is shown: what its rights allow, and beside its quotations never a whole article.

`rights.publish` says which: `full` shows every sentence and any context, `excerpt` a few words around each quotation
and the first words of what was left out, `none` the quotations alone. `rights.share` and `rights.words` limit the
quotations too: those that meet other sources come first, the others are named by their first words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from dossier.model import Claim, Passage, Rights, Source

AROUND = 12  # words of context on each side: enough to judge a quotation, far from the whole article
BEYOND = 0.1  # of an article's words, so many that no quotation holds may stand around quotations, all in all
FIRST = 5  # words that name a sentence left out, and never more than half of it
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Excerpts:
    """What may stand around each quotation, by claim id, and how much of the text is shown so."""

    around: dict[str, tuple[str, str]] = field(default_factory=dict)
    cut: frozenset[str] = frozenset()  # claims whose quotation is only named
    words: int = 0  # in the whole text
    quoted: int = 0  # in quotations
    beside: int = 0  # around them and in no quotation

    def of(self, claim: str) -> tuple[str, str]:
        """The words before and after a claim's quotation; empty where none may be shown."""
        return self.around.get(claim, ("", ""))


def excerpts(source: Source, claims: Iterable[Claim]) -> Excerpts:
    """The context of each quotation; where the article's share is used up, later claims go without."""
    text, publish = source.text, source.meta.rights.publish
    shown = bytearray(len(text))
    starts = [m.start() for m in _WORD.finditer(text)]
    limit = _limit(source.meta.rights, len(starts))
    cut: set[str] = set()
    placed: list[Claim] = []
    quoted = 0
    for claim in (c for c in claims if 0 <= c.start < c.end):
        new = [i for i in starts[bisect_left(starts, claim.start) : bisect_left(starts, claim.end)] if not shown[i]]
        if quoted + len(new) > limit:
            cut.add(claim.id)
            continue
        quoted += len(new)
        shown[claim.start : claim.end] = b"\1" * (claim.end - claim.start)
        placed.append(claim)
    room = int(min(len(starts) * BEYOND, limit - quoted))
    allowed = {"full": len(starts), "excerpt": room}.get(publish, -1)
    left, around = allowed, {}
    for claim in placed if allowed >= 0 else ():
        sides = []
        for words in _near(claim, source):
            kept, left = _within(words, text, shown, left)
            sides.append(kept)
            for start, _ in kept:
                shown[start] = 1
        around[claim.id] = _read(claim, source, *sides)
    return Excerpts(around, frozenset(cut), len(starts), quoted, allowed - left)


def sentence(source: Source, passage: Passage) -> str:
    """A sentence in the list of all of them: whole, named by its first words, or not at all."""
    words = source.text[passage.start : passage.end].split()
    publish = source.meta.rights.publish
    if publish == "full":
        return " ".join(words)
    return named(words) if publish == "excerpt" else ""


def named(words: list[str]) -> str:
    """The first words, which tell it from others and no more."""
    few = words[: min(FIRST, len(words) // 2)]
    return f"{' '.join(few)} …" if few else ""


def _limit(rights: Rights, words: int) -> float:
    """How many words of an article of so many one page may show."""
    limits = [rights.words, None if rights.share is None else words * rights.share / 100]
    return words if rights.publish == "full" else min(words, *(n for n in limits if n is not None), words)


def _near(claim: Claim, source: Source) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The words before and after a quotation, within its paragraph, the nearest first."""
    first, last = _paragraph(claim, source)
    before = [m.span() for m in _WORD.finditer(source.text, first, claim.start)]
    after = [m.span() for m in _WORD.finditer(source.text, claim.end, last)]
    return before[-AROUND:][::-1], after[:AROUND]


def _within(
    words: list[tuple[int, int]], text: str, shown: bytearray, left: int
) -> tuple[list[tuple[int, int]], int]:
    """As many words, from the quotation on, as may still be shown; what is shown already costs nothing."""
    kept: list[tuple[int, int]] = []
    for start, end in words:
        left -= not shown[start] and any(map(str.isalnum, text[start:end]))
        if left < 0:
            return kept, 0
        kept.append((start, end))
    return kept, left


def _read(
    claim: Claim, source: Source, before: list[tuple[int, int]], after: list[tuple[int, int]]
) -> tuple[str, str]:
    """Both sides as they are shown, with "…" where the paragraph goes on."""
    text = source.text
    first, last = _paragraph(claim, source)
    a = before[-1][0] if before else claim.start
    d = after[-1][1] if after else claim.end
    head = ("… " if text[first:a].strip() else "") + " ".join(text[a : claim.start].split())
    tail = " ".join(text[claim.end : d].split()) + (" …" if text[d:last].strip() else "")
    # A quote may begin or end inside a sentence: "(" before it or "." after it stays close to it.
    ahead = head + _gap(text[claim.start - 1 : claim.start]) if head else ""
    return ahead, _gap(text[claim.end : claim.end + 1]) + tail


def _paragraph(claim: Claim, source: Source) -> tuple[int, int]:
    """The paragraph a quotation begins in, as far as the quotation's end at least."""
    spans = source.cleaned.paragraphs
    first, last = next((p for p in spans if p[0] <= claim.start < p[1]), (0, len(source.text)))
    return first, max(last, claim.end)


def _gap(neighbour: str) -> str:
    return " " if neighbour.isspace() else ""
