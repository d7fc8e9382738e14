"""What 'the country', 'the region', 'both states', 'all five' refer to, where the text before lets us know.

Readings are tried in order and the first that is sure of itself wins; where none is, nothing is said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dossier.data import load
from dossier.model import Codebook
from dossier.reading.places.finding import Mention
from dossier.reading.places.memory import WEIGHTS, Context, distinct, distinct_codes, in_compound, remember

_NOUNS = r"(?:countries|nations|republics|states|powers|sides|governments|capitals|neighbours|neighbors|economies)"
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten)"
_PATTERN = re.compile(
    rf"\b(?:(?P<one>(?:the|this|that|their home|its own) (?:country|nation|republic|kingdom)\b)"
    rf"|(?P<region>(?:the|this|that|the whole|the entire) region\b)"
    rf"|(?P<rest>(?:the )?(?:other|remaining) (?P<left>{_NUMBER})\b)"
    rf"|(?P<both>both (?:the )?{_NOUNS}\b|the two {_NOUNS}\b|these two {_NOUNS}\b)"
    rf"|(?P<all>(?:all|the|these|those) (?P<count>three|four|five|six|seven|eight|nine|ten)\b(?: {_NOUNS}\b)?)"
    rf"|(?P<group>(?:these|those|the|the two|such) (?:countries|nations|republics|states|regimes)\b))(?!-)",
    re.IGNORECASE,
)
_LEAVING = re.compile(r"\b(?:fle[de]\w*|fleeing|leav\w+|left|exit\w*|quit\w*|abandon\w*|depart\w* from)\s+$", re.I)
_COMING = re.compile(r"\b(?:enter\w*|reach\w*|to|into|invad\w+|arriv\w+ in)\s+$", re.IGNORECASE)
_OF_PLACE = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?[A-Z]")
_CLOSE = 30  # characters: "the remaining two countries of South Asia"
_FAR_AHEAD = 0.5  # how near a second country may come to the one that "the two countries" adds
_SUBJECT = 45  # characters from the sentence's start: "Kenyan officials said the country"


def resolve(
    text: str, sentences: Sequence[tuple[int, int]], mentions: Sequence[Mention], codebook: Codebook
) -> list[Mention]:
    """References in the text's sentences, as mentions of kind "reference", in order.

    `mentions` are those of find_places over the same text. Only what is said before counts, and within a
    sentence what stands before the reference; a blank line weakens the memory.
    """
    context, found = Context(), []
    starts = [m.start for m in mentions]
    end_before = 0
    for start, end in sentences:
        first = bisect_left(starts, start)
        here = mentions[first : bisect_left(starts, end, first)]
        keep = 0.25 if "\n\n" in text[end_before:start] else 0.5
        context.weight = {code: w * keep for code, w in context.weight.items() if w > 0.05}
        references = [
            _reference(text, start, match, here, context, codebook) for match in _PATTERN.finditer(text, start, end)
        ]
        made = [m for m in references if m]
        found += made
        remember(text, start, [*here, *made], context, codebook)
        end_before = end
    return found


def _reference(
    text: str, start: int, match: re.Match[str], here: Sequence[Mention], context: Context, codebook: Codebook
) -> Mention | None:
    """The mention a matched phrase makes, or None where it points nowhere we know."""
    if any(m.start < match.end() and match.start() < m.end for m in here):
        return None  # the codebook has a name for it
    before = [m for m in here if m.end <= match.start() and not in_compound(text, m)]
    later = [m for m in here if m.start >= match.end() and not in_compound(text, m)]
    kind = next(name for name in _READERS if match[name])
    places = _READERS[kind](_Look(text, start, match, before, later, context, codebook))
    return Mention(match.start(), match.end(), places, "reference") if places else None


@dataclass(frozen=True, slots=True)
class _Look:
    """A reference and all there is to read it by."""

    text: str
    start: int  # of its sentence
    match: re.Match[str]
    before: Sequence[Mention]  # in its sentence
    later: Sequence[Mention]  # after it in its sentence
    context: Context
    codebook: Codebook


Reader = Callable[[_Look], tuple[str, ...]]


def _one(look: _Look) -> tuple[str, ...]:
    """'the country': whom one flees is the people named; where one comes to is a place named; else the topic."""
    lead = look.text[max(0, look.match.start() - 20) : look.match.start()]
    single = [m for m in look.before if len(m.places) == 1 and m.places[0].isupper()]
    peoples = [m for m in single if m.kind == "people"]
    names = [m for m in single if m.kind in ("name", "capital")]
    if _LEAVING.search(lead) and peoples:
        return peoples[-1].places
    if names:
        return names[-1].places
    is_coming = bool(_COMING.search(lead))
    if single and not is_coming and single[0].start - look.start < _SUBJECT:
        return single[0].places
    weight = dict(look.context.weight)
    for mention in () if is_coming else single:
        weight[mention.places[0]] = weight.get(mention.places[0], 0) + WEIGHTS.get(mention.kind, 1.0)
    if look.match[0][0].isupper() and look.context.last:
        weight[look.context.last] = weight.get(look.context.last, 0) + 1.0  # it takes up the thread
    for mention in look.later:
        # "the country ... Kenyan voters" speaks of one; "the country ... than Kenya" of two.
        for code in mention.places if mention.kind in ("people", "name") else ():
            weight[code] = weight.get(code, 0) + 0.5 if mention.kind == "people" else 0.0
    if is_coming:
        weight = {code: w for code, w in weight.items() if all(code not in m.places for m in single)}
    return _heaviest(weight)


def _region(look: _Look) -> tuple[str, ...]:
    """'the region': the last region named, or the country a part was named of since."""
    regions = [m for m in look.before if m.kind == "region"]
    if regions:
        return regions[-1].places
    parts = [m for m in look.before if m.kind == "part"]
    if parts or look.context.part_of:
        return parts[-1].places if parts else (look.context.part_of,)
    return (look.context.region,) if look.context.region else ()


def _both(look: _Look) -> tuple[str, ...]:
    """'both countries': a list of two just before, else the two named last."""
    if _OF_PLACE.match(look.text, look.match.end()):
        return ()
    here = distinct(m for m in look.before if m.kind != "region")
    if len(here) == 2:
        return here
    if len(look.context.group) == 2 and (not here or here[0] in look.context.group):
        return look.context.group
    if len(here) == 1:
        other = _heaviest({code: w for code, w in look.context.weight.items() if code not in here}, _FAR_AHEAD)
        return tuple(sorted((*here, *other))) if other else ()
    recent = distinct_codes(
        [*reversed([c for m in look.before for c in m.places if c.isupper()]), *reversed(look.context.named)]
    )
    return tuple(sorted(recent[:2])) if len(recent) >= 2 else ()


def _all(look: _Look) -> tuple[str, ...]:
    """'all five': the list or region of just so many."""
    count = _number(look.match["count"])
    if len(look.context.group) == count:
        return look.context.group
    regions = [m.places[0] for m in look.before if m.kind == "region"] or [look.context.region]
    return (regions[-1],) if len(look.codebook.members.get(regions[-1], ())) == count else ()


def _rest(look: _Look) -> tuple[str, ...]:
    """'the other four': the region's members but the one spoken of; 'the remaining two': those not yet named."""
    near = [m.places[0] for m in look.later if m.kind == "region" and m.start < look.match.end() + _CLOSE]
    members = look.codebook.members.get(near[0] if near else look.context.region, ())
    count = _number(look.match["left"])
    recent = [c for c in reversed([*look.context.named, *(c for m in look.before for c in m.places)]) if c in members]
    spoken = distinct_codes(recent)[: len(members) - count]
    left = tuple(code for code in members if code not in spoken)
    return left if len(left) == count else ()


def _group(look: _Look) -> tuple[str, ...]:
    """'these countries': the last list or region; 'the countries of X' names X itself."""
    if _OF_PLACE.match(look.text, look.match.end()):
        return ()
    regions = [m for m in look.before if m.kind == "region"]
    return regions[-1].places if regions else look.context.group


_READERS: dict[str, Reader] = {
    "one": _one, "region": _region, "rest": _rest, "both": _both, "all": _all, "group": _group,
}  # fmt: skip


def _heaviest(weight: dict[str, float], runner_up: float = 0.95) -> tuple[str, ...]:
    """The topic, if one country is clearly so."""
    ranked = sorted(weight.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < 0.25 or (len(ranked) > 1 and ranked[1][1] > runner_up * ranked[0][1]):
        return ()
    return (ranked[0][0],)


def _number(word: str) -> int:
    return int(load("figures.yaml")["small"][word.lower()])
