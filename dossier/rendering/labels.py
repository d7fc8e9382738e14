"""What readers see for each coded value: a symbol, a word and a colour, so that colour never speaks alone."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import cache, lru_cache

from dossier.data import load
from dossier.edtf import in_words, parse
from dossier.model import Figure, Metadata

_DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Label:
    """How one coded value is shown; `css` names the colour, `meaning` is the sentence behind the word."""

    symbol: str
    word: str
    css: str
    meaning: str = ""
    short: str = ""  # where there is room for one word
    why: str = ""  # what a reason for it is a reason of
    may: str = ""  # what it may be, where wording alone suggests it and nobody has judged


STANCE = {
    "yes": Label("✓", "Yes", "yes", "says yes"),
    "no": Label("✕", "No", "no", "says no"),
    "mixed": Label("±", "Mixed", "mixed", "says both, or partly"),
    "silent": Label("–", "Silent", "silent", "says nothing about it"),
    "unread": Label("·", "Not yet read", "silent", "no claim is drawn from it yet"),
}
RELATION = {
    "contradicts": Label(
        "≠",
        "Contradict",
        "contradicts",
        "cannot both be right as they stand",
        why="Why they contradict",
        may="may contradict",
    ),
    "qualifies": Label(
        "≈",
        "Partly at odds",
        "qualifies",
        "differ in scope or degree",
        why="Why they are partly at odds",
        may="may be partly at odds",
    ),
    "updates": Label(
        "→",
        "Changed over time",
        "updates",
        "are about different times; things changed in between",
        why="Why this is a change",
        may="may show a change",
    ),
    "agrees": Label("=", "Agree", "agrees", "say the same, independently", why="Why they agree"),
    "hint": Label("?", "Hint", "hint", "may be at odds by their wording; no editor has looked yet"),
}
VERDICT = {
    "contradiction": Label("≠", "Contradiction", "contradicts", "Sources contradict each other"),
    "unchecked": Label("?", "May contradict", "silent", "Sources may contradict each other; nobody has checked yet"),
    "qualified": Label("≈", "Partly at odds", "qualifies", "Sources differ in scope or degree"),
    "changed": Label("→", "Changed over time", "updates", "Sources are about different times"),
    "agreement": Label("=", "Agreement", "agrees", "Independent sources say the same"),
    "single-source": Label("·", "One source", "silent", "Only one source answers it"),
    "differing": Label(
        "?", "Answers differ", "silent", "Sources answer differently; whether they contradict each other is not known"
    ),
    "open": Label("?", "Open", "silent", "No source takes a position"),
}
# What some questions come to, as the end of a sentence: "on 3 of 9 questions ...".
FOUND = {
    "contradiction": "{who} contradict each other",
    "unchecked": "{who} may contradict each other, which nobody has checked yet",
    "qualified": "{who} are partly at odds",
    "changed": "the answer of {who} changed over time",
    "differing": "{who} answer differently",
    "agreement": "{who} agree",
    "single-source": "only one of {who} answers",
}
DECIDED = {
    "proposed": Label("○", "Found by rule, not yet reviewed", "proposed", short="by rule"),
    "confirmed": Label("●", "Confirmed by an editor", "confirmed", short="confirmed"),
    "dismissed": Label("⊘", "Dismissed by an editor", "dismissed", short="dismissed"),
    "stale": Label("◌", "Decided earlier; the claims have changed since", "proposed", short="to look at again"),
}
STATUS = {
    "draft": Label("○", "Draft, not yet reviewed", "proposed"),
    "reviewed": Label("●", "Reviewed", "confirmed"),
    "rejected": Label("⊘", "Rejected", "dismissed"),
}
VOICE = {
    "own": "in the source’s own voice",
    "attributed": "reported from someone else",
    "rebutted": "reported in order to deny it",
    "hypothetical": "as a supposition",
}
MODALITY = {
    "certain": "stated as certain",
    "likely": "stated as likely",
    "possible": "stated as possible",
    "doubtful": "stated as doubtful",
}
# What a correction did: for one, for several.
CORRECTED = {
    "corrected": ("claim corrected", "claims corrected"),
    "rejected": ("claim rejected", "claims rejected"),
    "reviewed": ("claim reviewed", "claims reviewed"),
    "removed": ("claim removed", "claims removed"),
    "added": ("claim added", "claims added"),
    "decided": ("decision on a pair", "decisions on pairs"),
    "summed": ("summary of a question", "summaries of questions"),
}
# Every rule by which the engine relates two claims, as the end of a sentence about the pair.
RULE = {
    "question": "both answer the same question",
    "sign": "one answers the question, the other points to an answer",
    "decision": "an editor paired the two",
    # whole sentences
    "same": "both say the same in similar words",
    "swap": "the same sentence except for one key word",
    "slot": "the same sentence except in one place, where the words differ",
    "roles": "the same words, but who does it to whom is reversed",
    "negation": "one denies what the other states",
    "rebuttal": "one calls what the other says untrue",
    "poles": "each says which of two opposite states the same thing is in",
    "phases": "each says whether the same thing is still going on",
    "plans": "each says whether the same thing is still planned",
    "direction": "each says which way the same thing is moving",
    "keepers": "each says who holds the same thing",
    "holders": "each says who is at the top of the same ranking",
    "winners": "each says who won",
    "parts": "each gives a share of the same whole",
    "portions": "each says how much of the same group is meant",
    "figures": "each gives a figure for the same thing",
    "dates": "each dates the same event",
    # articles that report the same events
    "points": "each says which of two opposite ways it is; their articles report the same events",
    "denied": "one denies what the other reports; their articles report the same events",
    "blame": "each blames a different side for the same act; their articles report the same events",
    "causes": "one denies the cause that the other gives; their articles report the same events",
    "alike": "what they share, weighed against what they do not, makes it very likely that both report the same "
    "thing; their articles report the same events",
    "measures": "each gives a number for the same measure; their articles report the same events",
    "tallies": "each says how many people were affected; their articles report the same events",
    "outcomes": "one looks ahead to an event, the other reports its outcome",
}
GATE = {
    "period": "Time",
    "places": "Place",
    "voice": "Who says it",
    "modality": "How sure",
    "scope": "Scope",
    "unit": "Unit",
    "origin": "Origin",
}
UNKNOWN = Label("?", "Unknown", "silent")


def plural(count: int, one: str, many: str = "") -> str:
    """ "1 claim", "2 claims", "1,204 claims", "3 countries"."""
    return f"{number(count)} {one if count == 1 else many or _many(one)}"


def _many(one: str) -> str:
    return f"{one[:-1]}ies" if one.endswith("y") and one[-2:-1] not in "aeiou" else f"{one}s"


def number(value: float) -> str:
    """A number as English readers write it: 1,204 or 0.5, millions in words."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.2f}".rstrip("0").rstrip(".") + f" {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")


def amount(figure: Figure) -> str:
    """A figure in words: "about 30 percent", "at least 5 dollars"; a bare factor in the source's words: "doubled"."""
    if not figure.unit and figure.raw and not any(map(str.isdigit, figure.raw)):
        return figure.raw
    low, high = figure.low, figure.high
    if low is None and high is None:
        size = "?"
    elif low is None:
        size = f"{_bound('less than', 'up to', figure.raw)} {number(high or 0)}"
    elif high is None:
        size = f"{_bound('more than', 'at least', figure.raw)} {number(low)}"
    else:
        size = number(low) if low == high else f"{number(low)} to {number(high)}"
    about = "about " if figure.approx and size[0].isdigit() else ""
    return f"{about}{size} {unit_words(figure.unit, plural_form=not low == high == 1)}".strip()


def _bound(strict: str, least: str, raw: str) -> str:
    """How an open figure begins: "at least", but "more than" if the source excludes the number itself."""
    return strict if _leaving_out(strict).search(raw) else least


@cache
def _leaving_out(name: str) -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, load("figures.yaml")[name]))
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)


def unit_words(unit: str, plural_form: bool = True) -> str:
    """A unit as readers say it: percentage -> percent, dollar -> dollars; people stay people."""
    if unit in ("percentage", "percent"):
        return "percent"
    if not unit or not plural_form or unit == "people" or unit.endswith("s"):
        return unit
    return _coins().get(unit) or _many(unit)


@cache
def _coins() -> dict[str, str]:
    """Currencies with an irregular or unchanged plural: kroner, lei, yen."""
    written: dict[str, list[str]] = {}
    for word, unit in load("figures.yaml")["money"].items():
        written.setdefault(unit, []).append(word)
    regular = {unit for unit, words in written.items() if _many(unit) in words}
    return {
        unit: next((w for w in words if w != unit and w[:2] == unit[:2]), unit)
        for unit, words in written.items()
        if unit not in regular
    }


@lru_cache(maxsize=10_000)
def when(edtf: str, empty: str = "no date given") -> str:
    """An EDTF date in words; a period names its month and year once: "28 to 30 September 2022"."""
    if not edtf:
        return empty
    first, middle, last = in_words(edtf).partition(" to ")
    if not middle:
        return first
    ahead, behind = first.split(), last.split()
    while len(ahead) > 1 and len(ahead) == len(behind) and ahead[-1] == behind[-1]:
        ahead.pop()
        behind.pop()
    half = _half(edtf) if len(ahead) == 1 else ""
    return f"{' '.join(last.split()[1:])} ({half} half)" if half else f"{' '.join(ahead)} to {last}"


@lru_cache(maxsize=10_000)
def published(edtf: str, empty: str = "no date given") -> str:
    """When an article came out; a period means one day within it: "between 5 and 30 April 2025"."""
    first, middle, last = when(edtf, empty).partition(" to ")
    return f"between {first} and {last}" if middle and edtf else first


def byline(meta: Metadata, most: int = 0) -> str:
    """Who wrote an article, the first `most` by name, without an organisation also shown as its publisher."""
    houses = (meta.container_title.casefold(), meta.publisher.casefold())
    names = [str(a) for a in meta.author if not any(a.literal and str(a).casefold() in h for h in houses)]
    others = f" and {len(names) - most} others" if 0 < most < len(names) - 1 else ""
    return ", ".join(names[:most] if others else names) + others


def _half(edtf: str) -> str:
    """Which half of a month a period is: "first", "second" or ""."""
    period = parse(edtf)
    if not period or not _DAYS.fullmatch(edtf):
        return ""
    if (period.start.day, period.end.day) == (1, 15):
        return "first"
    last = monthrange(period.end.year, period.end.month)[1]
    return "second" if period.start.day in (15, 16) and period.end.day == last else ""
