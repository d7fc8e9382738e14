"""What an article has named up to here: its topic, the last list of countries, the last region.

The focus is what a sentence that names no place goes on about: "Exports fell" after one on Peru.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from dossier.data import load
from dossier.reading.places.finding import Mention
from dossier.reading.places.gazetteer import any_of, peculiar
from dossier.reading.sentences.telling import has_verb
from dossier.reading.speech.reporting import small, verbs

_DASHES = ("-", "‑", "–")
_INSIDE = re.compile(r"^\s+\w+\s+of\s+(?:the\s+)?$")
_IN = re.compile(r"\b(?:in|to|into|across|throughout|at) (?:the )?$")
_THAN = re.compile(
    r"\b(?:[Tt]han|[Oo]nly|[Uu]nlike|(?:anywhere|everywhere|nowhere) (?:but|except)|[Cc]ompared (?:with|to))"
    r"(?: (?:in|of|that of|those of|those in|that in))?(?: the)? $"
)
_AND_OTHERS = re.compile(
    r"(?:(?:, | and )[A-Z][\w-]+(?: [A-Z][\w-]+)?)* (?:also |have |has |later )?(?P<verb>[a-z]+)\b"
)
_LANDS = ("name", "capital", "town", "part")
_FIRST_WORD = re.compile(r"\w+")
_LEADS_BACK = re.compile(r"(?:But |And |Yet )?(?:he|she|it|they|his|her|its|their)\b", re.IGNORECASE)
_SCENE = re.compile(r"(?:(?:Meanwhile|Elsewhere|But|And|Further \w+),? )?(?:In|Across) (?:the )?", re.IGNORECASE)
_INDEFINITE = re.compile(r"\b(?:an?|some|several|two|three|many)\s+$", re.IGNORECASE)
_LASTING = -1  # the age of a list that opens its sentence: it is meant until the next one
_CLAUSE = re.compile(r"[,;] (?:and|but|while|whereas|though)? ?(?:in \w+,? )?$", re.IGNORECASE)
_ASIDE = re.compile(r"\w, (?:which|who|whose|[\w.,-]+ of (?:them|whom|which|those))\b[^,.;:]*\Z")
_LISTED = re.compile(r"^\s*(?:,|(?P<last>and|or|,\s*and|as well as|&))\s*(?:the\s+)?$")


@dataclass(slots=True)
class Context:
    """What has been named up to here; one per article."""

    weight: dict[str, float] = field(default_factory=dict)  # country -> how much it is the topic
    group: tuple[str, ...] = ()  # the last list of countries or region named
    region: str = ""
    named: list[str] = field(default_factory=list)  # countries in the order of their last naming
    last: str = ""  # the last country named in the sentence before
    lies_in: str = ""  # the country in which the sentence before ended: "sell cars in Norway"
    part_of: str = ""  # a part of a country named since the last region: "Kherson"
    focus: tuple[str, ...] = ()
    home: tuple[str, ...] = ()  # what the whole text is about
    is_set: bool = False  # whether the focus is this paragraph's own
    is_firm: bool = False  # whether the sentence that set it named nothing else
    is_scene: bool = False  # whether its paragraph began so: "In Peru, …"
    is_torn: bool = False  # whether another had it before in this paragraph, or another shared its sentence
    before: tuple[str, ...] = ()  # the countries of the sentence before
    age: int = 0  # sentences since the last list that opened none
    recent: list[tuple[str, ...]] = field(default_factory=list)  # the countries of the last two sentences
    lately: list[tuple[Mention, ...]] = field(default_factory=list)  # all mentions of the last two sentences
    seen: dict[str, None] = field(default_factory=dict)  # all countries named, the last one last
    bodies: dict[str, str] = field(default_factory=dict)  # what only one of them has -> whose it is


def remember(text: str, start: int, mentions: Sequence[Mention], context: Context) -> None:
    """Take what a sentence named into the memory."""
    mentions = [m for m in sorted(mentions, key=lambda m: m.start) if not in_compound(text, m)]
    named = [m for m in mentions if m.kind in ("name", "capital", "reference") and m.places[0].isupper()]
    context.last = named[-1].places[0] if named else ""
    ends = mentions[-1] if mentions else None
    lies = ends and ends.kind in _LANDS and _IN.search(text[max(0, ends.start - 16) : ends.start])
    context.lies_in = ends.places[0] if ends and lies else ""
    for i, mention in enumerate(mentions):
        if mention.kind == "region" and i and _INSIDE.match(text[mentions[i - 1].end : mention.start]):
            continue  # "Nordic countries of the European Union" are the Nordic ones
        if mention.kind == "region" or (mention.kind == "reference" and not mention.places[0].isupper()):
            context.region, context.group, context.part_of = mention.places[0], mention.places, ""
            continue
        if mention.kind == "part":
            context.part_of = mention.places[0]
        weight = WEIGHTS.get(mention.kind, 1.0) + (1.0 if i == 0 and mention.start - start < 60 else 0.0)
        if text[mention.end : mention.end + 2] in ("'s", "’s") or _is_speaking(text, mention):
            weight /= 2
        for code in mention.places:
            context.weight[code] = context.weight.get(code, 0.0) + weight / len(mention.places)
            if mention.kind in ("name", "capital", "reference"):
                context.named = [c for c in context.named if c != code] + [code]
    lists = lists_in(text, mentions)
    context.age += context.age >= 0
    if lists:
        opens = mentions[0].places[0] in lists[-1] and not in_predicate(text, start, mentions[0].start)
        context.group, context.age = lists[-1], _LASTING if opens else 0
    context.before = distinct(mentions)
    context.recent = [*context.recent[-1:], context.before]
    for mention in mentions:
        body = peculiar().match(text, mention.end) if len(mention.places) == 1 else None
        if body:
            context.bodies[load("places.yaml")["peculiar"][body["body"].lower()]] = mention.places[0]
    for code in context.before:
        context.seen.pop(code, None)
        context.seen[code] = None


def inherited(context: Context) -> tuple[str, ...]:
    """What a sentence that names no place is about: what its paragraph clearly speaks of, else the whole text."""
    if len(context.home) == 1 and context.home[0] in context.focus:
        return context.home
    if not context.is_set or (context.home and not context.is_firm):
        return context.home
    return () if context.is_torn else context.focus


def new_paragraph(context: Context) -> None:
    """Begin with what the whole text is about; what was spoken of last stays known to "the junta"."""
    context.focus = context.home or context.focus
    context.is_set = context.is_firm = context.is_torn = context.is_scene = False


def refocus(text: str, start: int, mentions: Sequence[Mention], context: Context, is_new: bool) -> None:
    """Turn to the country that the sentence beginning at `start` opens with, or to the only one it names.

    `mentions` are those it speaks of, in order. "Its army entered Sudan" goes on about whom it spoke of before, and
    so does "The army entered Sudan", unless it opens a paragraph of a text that is about nothing else.
    """
    told = [m for m in mentions if not in_compound(text, m)]
    if not told:
        return
    first = next((m for m in told if not _is_somebodys(text, m)), told[0])
    leads_back = bool(_LEADS_BACK.match(text, start)) and first.kind != "reference"
    is_only = all(m.places == first.places for m in told)
    is_scene = is_new and first.kind in _LANDS and bool(_SCENE.fullmatch(text, start, first.start))
    is_held = bool(context.home) or not is_new
    if not context.is_scene and _turns_home(text, start, told, context):
        context.is_firm = False  # what the whole text is about is spoken of again
    if context.focus and (leads_back or (in_predicate(text, start, first.start) and (is_held or not is_only))):
        return
    is_adjective = first.kind == "people" and not is_only
    if is_adjective and context.is_set and any(m.places == context.focus and m.kind in _LANDS for m in told):
        return  # "Chinese investors announced a mine that Lima dropped" goes on about Peru
    if context.home and all(is_compared(text, m) or _is_speaking(text, m) or is_partner(text, m) for m in told):
        return  # "Only Athens owes more", "Paris and Washington said they were concerned"
    run = next((r for r in lists_in(text, told) if first.places[0] in r), ())
    focus = run if first is told[0] and run else first.places
    is_switch = context.is_set and focus != context.focus
    shares = any(m.places != focus and _CLAUSE.search(text, m.start - 30, m.start) for m in told)
    context.is_torn = is_switch or (shares and not run)
    context.is_scene = is_scene or (context.is_scene and not is_switch)
    context.is_firm = (is_only or is_scene or focus == run) and not is_switch
    context.focus, context.is_set = focus, True


def _turns_home(text: str, start: int, told: Sequence[Mention], context: Context) -> bool:
    """Whether one of those that the whole text is about is spoken of: of several, another, and not by the way."""
    if len(context.home) == 1:
        return any(place in context.home for m in told for place in m.places)
    others = [m for m in told if any(p in context.home and p not in context.focus for p in m.places)]
    return any(not in_predicate(text, start, m.start) for m in others)


def in_predicate(text: str, start: int, at: int) -> bool:
    """Whether a verb of the sentence that begins at `start` stands before `at`: "The loans went to Malta"."""
    opening = _FIRST_WORD.match(text, start)
    if opening and opening[0].lower() in small("clause_openers", "prepositions"):
        start = max(start, text.rfind(",", start, at) + 1)  # "After the war began, Kenya"
    return has_verb(text[start:at]) or in_aside(text, start, at)


def in_aside(text: str, start: int, at: int) -> bool:
    """ "The mines, WHICH buy power from MALI, were spared": told by the way of what the sentence speaks of."""
    return bool(_ASIDE.search(text, start, at))


def is_compared(text: str, mention: Mention) -> bool:
    """'more than anywhere but JAPAN', 'only ATHENS owes more': what is spoken of is held against it."""
    return bool(_THAN.search(text, max(0, mention.start - 40), mention.start))


def is_partner(text: str, mention: Mention) -> bool:
    """'exports to China and Japan', 'her Chinese counterpart': who has to do with them the sentence does not tell."""
    return bool(
        _partnered().search(text, max(0, mention.start - _PARTNER_REACH), mention.start)
        or _buying().match(text, mention.end)
        or text.startswith(" counterpart", mention.end)
    )


@cache
def _partnered() -> re.Pattern[str]:
    listed = r"(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2},? (?:and )?)*"
    return re.compile(rf"\b(?i:{any_of('partnered')}) (?:to|from|with) (?:the )?{listed}$")


@cache
def _buying() -> re.Pattern[str]:
    return re.compile(
        rf" (?:is|was|are|remains?|remained|became) (?:the|its|their|a) [^,.;:]{{0,30}}\b(?:{any_of('buying')})\b"
    )


_PARTNER_REACH = 60  # characters


def _is_speaking(text: str, mention: Mention) -> bool:
    """'PARIS and Washington said': governments that comment on what is told."""
    if mention.kind not in ("capital", "seat"):
        return False
    after = _AND_OTHERS.match(text, mention.end)
    return bool(after and after["verb"] in verbs())


def _is_somebodys(text: str, mention: Mention) -> bool:
    """'A Chinese firm signed with La Paz': the firm is Chinese, the matter Bolivia's."""
    return mention.kind == "people" and bool(_INDEFINITE.search(text, max(0, mention.start - 12), mention.start))


WEIGHTS = {
    "name": 2.0,
    "reference": 2.0,
    "capital": 2.0,
    "people": 1.0,
    "local": 1.0,
    "seat": 1.0,
    "part": 0.5,
    "town": 1.0,
}


def lists_in(text: str, mentions: Sequence[Mention]) -> list[tuple[str, ...]]:
    """Runs of countries joined by commas and 'and': 'A, B and C'; behind "and B" a comma ends the list."""
    runs: list[list[Mention]] = []
    is_over = False
    for mention in mentions:
        if mention.kind not in ("name", "capital"):
            continue
        joined = _LISTED.match(text[runs[-1][-1].end : mention.start]) if runs else None
        if joined and runs[-1][-1].kind == mention.kind and not (is_over and not joined["last"]):
            runs[-1].append(mention)
        else:
            runs.append([mention])
        is_over = bool(joined and joined["last"])
    return [distinct(run) for run in runs if len(run) > 1]


def in_compound(text: str, mention: Mention) -> bool:
    """'the A-B war', 'London-based': names that are only part of a word."""
    before, after = text[max(0, mention.start - 1) : mention.start], text[mention.end : mention.end + 1]
    return before in _DASHES or after in _DASHES


def distinct(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The countries of the mentions, each once, in order."""
    return tuple(distinct_codes([c for m in mentions for c in m.places if c.isupper()]))


def distinct_codes(codes: Sequence[str]) -> list[str]:
    """The codes, each once, in order."""
    return list(dict.fromkeys(codes))
