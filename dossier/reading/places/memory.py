"""What an article has named up to here: its topic, the last list of countries, the last region."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dossier.model import Codebook
from dossier.reading.places.finding import Mention

_DASHES = ("-", "‑", "–")
_INSIDE = re.compile(r"^\s+\w+\s+of\s+(?:the\s+)?$")
_LISTED = re.compile(r"^\s*(?:,|and|or|,\s*and|as well as|&)\s*(?:the\s+)?$")


@dataclass(slots=True)
class Context:
    """What has been named up to here; one per article."""

    weight: dict[str, float] = field(default_factory=dict)  # country -> how much it is the topic
    group: tuple[str, ...] = ()  # the last list of countries or region named
    region: str = ""
    named: list[str] = field(default_factory=list)  # countries in the order of their last naming
    last: str = ""  # the last country named in the sentence before
    part_of: str = ""  # a part of a country named since the last region: "Kherson"


def remember(text: str, start: int, mentions: Sequence[Mention], context: Context, codebook: Codebook) -> None:
    """Take what a sentence named into the memory."""
    mentions = [m for m in sorted(mentions, key=lambda m: m.start) if not in_compound(text, m)]
    named = [m for m in mentions if m.kind in ("name", "capital", "reference") and m.places[0].isupper()]
    context.last = named[-1].places[0] if named else ""
    for i, mention in enumerate(mentions):
        if mention.kind == "region" and i and _INSIDE.match(text[mentions[i - 1].end : mention.start]):
            continue  # "Nordic countries of the European Union" are the Nordic ones
        if mention.kind == "region" or (mention.kind == "reference" and not mention.places[0].isupper()):
            context.region, context.group, context.part_of = mention.places[0], mention.places, ""
            continue
        if mention.kind == "part":
            context.part_of = mention.places[0]
        weight = WEIGHTS.get(mention.kind, 1.0) + (1.0 if i == 0 and mention.start - start < 60 else 0.0)
        if text[mention.end : mention.end + 2] in ("'s", "’s"):
            weight /= 2
        for code in mention.places:
            context.weight[code] = context.weight.get(code, 0.0) + weight / len(mention.places)
            if mention.kind in ("name", "capital", "reference"):
                context.named = [c for c in context.named if c != code] + [code]
    lists = _lists(text, mentions)
    if lists:
        context.group = lists[-1]


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


def _lists(text: str, mentions: Sequence[Mention]) -> list[tuple[str, ...]]:
    """Runs of countries joined by commas and 'and': 'A, B and C'."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        if mention.kind not in ("name", "capital"):
            continue
        if runs and runs[-1][-1].kind == mention.kind and _LISTED.match(text[runs[-1][-1].end : mention.start]):
            runs[-1].append(mention)
        else:
            runs.append([mention])
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
