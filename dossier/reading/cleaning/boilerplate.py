"""What stands around an article without being part of it, left out by the rules of data/boilerplate.yaml."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dossier.data import load
from dossier.model import Edit
from dossier.reading.cleaning.lines import lines_of

EDGE = 6  # paragraphs at the beginning and at the end that count as the edges of a page
_APPEALS = ("donation-appeal", "donation-plea")
_SPOKEN = re.compile(
    r"[“\"][^”\"]{0,600}[”\"]\W{0,3}(?:[\w'’-]+ ){0,6}(?:said|says|told|added|wrote)\b"
    r"|\b(?:said|says|told|wrote|added)\b[^“\"]{0,60}[“\"]"
)
_ASKS_READERS = re.compile(r"\b(?:[Ww]e|us|[Oo]ur|[Yy]ou|[Yy]our)\b")
_REFERENCE = re.compile(r"\b(?:19|20)\d\d\b|https?:|www\.|^[A-Z][\w’'-]+, [A-Z]")
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*$")


Place = frozenset[str]  # those of "anywhere", "edges" and "top" that hold for a paragraph


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of boilerplate: its name, where on the page it may stand, and what it looks like."""

    name: str
    where: str
    longest: int
    spoken: bool
    whole: re.Pattern[str] | None
    starts: re.Pattern[str] | None
    holds: re.Pattern[str] | None

    def fits(self, paragraph: str, place: Place) -> bool:
        """Whether the paragraph that stands at this place is boilerplate of this kind."""
        if len(paragraph) > self.longest or self.where not in place:
            return False
        if not self.spoken and _SPOKEN.search(paragraph):
            return False
        return bool(
            (self.whole and self.whole.fullmatch(paragraph))
            or (self.starts and self.starts.match(paragraph))
            or (self.holds and self.holds.search(paragraph))
        )


@cache
def rules() -> tuple[Rule, ...]:
    """All rules in the order of the data file."""
    data = load("boilerplate.yaml")
    return tuple(_rule(name, entry) for name, entry in data.items() if isinstance(entry, dict))


def _rule(name: str, entry: dict[str, object]) -> Rule:
    flags = re.DOTALL if entry.get("cased") else re.DOTALL | re.IGNORECASE

    def pattern(key: str) -> re.Pattern[str] | None:
        alternatives = entry.get(key)
        assert alternatives is None or isinstance(alternatives, list)
        return re.compile("|".join(f"(?:{a})" for a in alternatives), flags) if alternatives else None

    longest = entry["longest"]
    assert isinstance(longest, int)
    return Rule(
        name,
        str(entry["where"]),
        longest,
        entry.get("spoken", True) is True,
        pattern("whole"),
        pattern("starts"),
        pattern("holds"),
    )


# ---------------------------------------------------------------- paragraphs


def boilerplate(text: str, off: Collection[str] = ()) -> list[Edit]:
    """Edits that leave out whole paragraphs of a text whose paragraphs are lines with empty lines between."""
    spans = [(line.start, line.end) for line in lines_of(text)]
    paragraphs = [text[start:end] for start, end in spans]
    found = found_in(paragraphs, off)
    return list(_removals(spans, found))


def found_in(paragraphs: Sequence[str], off: Collection[str] = ()) -> dict[int, str]:
    """Number of each paragraph that is boilerplate, from 0, and the rule that says so."""
    active = [rule for rule in rules() if rule.name not in off]
    found = {} if "stray-words" in off else _particles(paragraphs)
    kept = [place for place in range(len(paragraphs)) if place not in found]
    begun = False  # the text itself has begun: a sentence has been seen
    before = 0  # paragraphs that are no boilerplate
    for number, place in enumerate(kept):
        paragraph = paragraphs[place]
        where = {"anywhere"}
        if before < EDGE or number >= len(kept) - EDGE:
            where.add("edges")
        if not begun:
            where.add("top")
        name = next((rule.name for rule in active if rule.fits(paragraph, frozenset(where))), "")
        if name:
            found[place] = name
        before += not name
        begun = begun or (not name and paragraph.count(" ") > 2 and paragraph.endswith((".", "!", "…", ".”", '."')))
    if "source-line" not in off:
        _reference_after_source(paragraphs, found)
    if not set(_APPEALS) & set(off):
        _inside_appeal(paragraphs, found)
    if "read-also" not in off:
        _teasers(paragraphs, found)
    if "stray-words" not in off:
        _leftovers(paragraphs, found)
    return found


def _teasers(paragraphs: Sequence[str], found: dict[int, str]) -> None:
    """'More on this story' or who edited it and, to the end of the page, mostly headlines, subjects and times."""
    rest: list[int] = []
    for place in range(len(paragraphs) - 1, -1, -1):
        if _ends_article(paragraphs[place], found.get(place, "")):
            told = sum(bool(_SENTENCE.search(paragraphs[p])) for p in rest)
            if 2 * told < len(rest):
                found.update(dict.fromkeys(rest, "read-also"))
                rest = []
        elif place not in found:
            if _is_list_item(paragraphs[place]):
                return
            rest.append(place)


def _ends_article(paragraph: str, rule: str) -> bool:
    """Whether a paragraph is the label over what else there is to read, or an agency's last line."""
    return (rule == "read-also" and len(paragraph) <= _LONGEST_LABEL) or (
        rule == "credit" and "diting by" in paragraph
    )


_LONGEST_LABEL = 40


def _reference_after_source(paragraphs: Sequence[str], found: dict[int, str]) -> None:
    """'Source:' alone on its line, and what it names on the next."""
    for place in [p for p, name in found.items() if name == "source-line" and paragraphs[p].endswith(":")]:
        following = place + 1
        free = following < len(paragraphs) and following not in found
        if free and len(paragraphs[following]) <= 200 and _REFERENCE.search(paragraphs[following]):
            found[following] = "source-line"


def _inside_appeal(paragraphs: Sequence[str], found: dict[int, str]) -> None:
    """What stands between two paragraphs of an appeal and speaks to readers belongs to it, near the end of a text."""
    tail = min(len(paragraphs) // 2, len(paragraphs) - 2 * EDGE)
    appeals = [p for p, name in sorted(found.items()) if name in _APPEALS and p >= tail]
    for one, two in pairwise(appeals):
        if two - one <= 3:
            _asking(paragraphs, range(one + 1, two), found)
    rest = range(appeals[-1] + 1, len(paragraphs)) if appeals else range(0)
    later = [p for p in rest if p in found]
    if later and later[-1] - appeals[-1] <= 3:
        _asking(paragraphs, range(appeals[-1] + 1, later[-1]), found)


def _asking(paragraphs: Sequence[str], places: Iterable[int], found: dict[int, str]) -> None:
    for place in places:
        if _ASKS_READERS.search(paragraphs[place]):
            found.setdefault(place, "donation-plea")


def _particles(paragraphs: Sequence[str]) -> dict[int, str]:
    """A particle that stands alone as a paragraph, or a mark."""
    stray = frozenset(map(str, load("boilerplate.yaml")["stray"]))
    return {
        place: "stray-words"
        for place, paragraph in enumerate(paragraphs)
        if paragraph in stray or paragraph.lower().strip(" .:,!") in stray
    }


def _leftovers(paragraphs: Sequence[str], found: dict[int, str]) -> None:
    """Single words after the last whole sentence of the text."""
    whole = [p for p, t in enumerate(paragraphs) if p not in found and " " in t and _SENTENCE.search(t)]
    for place in range(len(paragraphs) - 1, whole[-1] if whole else len(paragraphs), -1):
        if place not in found:
            if " " in paragraphs[place] or _is_list_item(paragraphs[place]):
                return
            found[place] = "stray-words"


def _is_list_item(paragraph: str) -> bool:
    return paragraph[0] in "•-*–—" or paragraph[0].isdigit()


def _removals(spans: Sequence[tuple[int, int]], found: dict[int, str]) -> Iterator[Edit]:
    last_kept = max((p for p in range(len(spans)) if p not in found), default=-1)
    for place, rule in sorted(found.items()):
        start, end = spans[place]
        if place < last_kept:
            yield Edit(start, spans[place + 1][0], "", rule)
        elif last_kept >= 0:
            yield Edit(spans[place - 1][1], end, "", rule)
        else:
            yield Edit(start, spans[place + 1][0] if place + 1 < len(spans) else end, "", rule)
