"""Conditions that must hold before two claims may be said to contradict each other."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from dossier.data import load
from dossier.edtf import in_words
from dossier.language.listed import lexicon_of, listed
from dossier.language.negation import clause_around
from dossier.language.phrases import Lexicon
from dossier.language.words import words_of
from dossier.model import Codebook, Gate
from dossier.relating.answers import asks_of_past
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.scopes import scope_of
from dossier.relating.apart.times import (
    PRESENT,
    SUREST,
    apart,
    both_name_times,
    dated_alike,
    is_undated_past,
    of_its_days,
    passing,
    told_apart,
    told_near,
)
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.narrowing import narrowed_apart
from dossier.world import countries

_leaning = partial(lexicon_of, "certainty.yaml", "leaning")

_NEAR = 2  # words before others that may narrow them
_MIDDLE = frozenset({"few", "some", "many", "most"})
_OPENING = frozenset({"that", "which", "who"})  # behind the deciding words they tell of something else
_COUNTS = frozenset({"measures", "tallies", "figures"})
_UNSURE = frozenset({"possible", "doubtful"})
POINTS = frozenset(
    {"points", "aspects", "amounts", "tallies", "measures", "causes", "outcomes", "blame", "alike"}
)  # found only between articles that tell of the same things


def period(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate:
    """Both are about times that overlap; an unknown time fits any."""
    if a.period is None or b.period is None or a.near is None or b.near is None:
        return Gate("period", True, "no two dates to hold against each other")
    if opinion.rule == "dates":
        return Gate("period", True, "the dates are what is in dispute")
    days = (a.issued, b.issued)
    if opinion.passing == "counting":
        return Gate("period", True, "told within hours of each other")
    if opinion.rule == "tallies" and opinion.passing:
        return passing(*days)
    dated = all(f.claim.date_from not in ("", PRESENT) for f in (a, b))
    if opinion.rule == "tallies" and opinion.type != "agrees" and dated and not a.period.overlaps(b.period):
        return Gate("period", False, apart(a.period, b.period))
    if opinion.passing == "now":
        return told_apart(a.claim, b.claim, days)
    if opinion.turning and any(is_undated_past(f.claim) for f in (a, b)):
        return Gate("period", False, "one undoes the other, and one of them is not dated")
    if opinion.rule in POINTS:
        return dated_alike(a.claim, b.claim, days, alike=opinion.type == "agrees")
    if opinion.rule == "plans":
        near = told_near(a.issued, b.issued)
        return Gate("period", near, "told at about the same time" if near else "told at different times")
    if asks_of_past(opinion.question, setting.codebook) and not both_name_times(a.claim, b.claim):
        return Gate("period", True, "the question asks what happened, whenever it is told")
    loose = [is_undated_past(frame.claim) for frame in (a, b)]
    if opinion.question and any(loose) and opinion.type != "agrees" and not all(loose):
        return Gate("period", False, "one of them is about some earlier day that is not named")
    if a.period.overlaps(b.period) and a.near.overlaps(b.near):
        return Gate("period", True, "about the same time")
    if opinion.question and opinion.type == "contradicts" and _turned_since(a, b):
        return Gate("period", False, apart(a.period, b.period))
    level = opinion.rule in ("figures", "direction") and opinion.type == "contradicts"
    if a.near.overlaps(b.near) and (not level or told_near(*days)):
        return Gate("period", True, "about the same time, within a few months")
    return Gate("period", False, apart(a.period, b.period))


def _turned_since(a: Frame, b: Frame) -> bool:
    """Whether news of other days answers the question: "the talks failed" in December, "they resumed" in August."""
    one, other = (of_its_days(f.claim, f.period) for f in (a, b))
    return one is not None and other is not None and not one.overlaps(other)


def places(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate:
    """Both speak of a common country, where both name any."""
    if not a.places or not b.places or (opinion.rule in POINTS and not (_names_any(a) and _names_any(b))):
        return Gate("places", True, "no two places to hold against each other")
    common = a.places & b.places
    own_a, own_b = a.places - setting.ground, b.places - setting.ground
    if common and (not own_a or not own_b or own_a & own_b):
        return Gate("places", True, f"both about {_shared(a, b, setting)}")
    return Gate("places", False, "they speak of different countries")


def _names_any(frame: Frame) -> bool:
    """Whether it names a country in its own words, and has none only from what its article is about."""
    return any(k.isupper() for t in frame.terms if t.kind == "name" for k in t.keys)


def voice(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate:
    """Both sides stand behind what they say: nothing they only report to reject, or suppose."""
    for frame, words in zip((a, b), opinion.words):
        set_right = _sets_right(frame) or _stands_beyond(frame, words)
        rebutted = frame.claim.voice == "rebutted" and not opinion.question and not set_right
        if frame.claim.voice == "hypothetical" or rebutted:
            return Gate("voice", False, f"{frame.claim.source} only gives it as {frame.claim.voice}")
    reported = [f.claim.source for f in (a, b) if f.claim.voice == "attributed"]
    if reported:
        who = " and ".join(dict.fromkeys(reported))
        return Gate("voice", True, f"{who} {'report' if len(reported) > 1 else 'reports'} it as said by others")
    return Gate("voice", True, "both say it themselves")


def _sets_right(frame: Frame) -> bool:
    """ "Contrary to reports, the mine works": what comes after the comma its source stands behind."""
    opens = frame.text.split(maxsplit=1)[:1] == ["Contrary"]
    return opens and "," in frame.text


def _stands_beyond(frame: Frame, words: str) -> bool:
    """ "DENIED the charge, four days after 284 PEOPLE DIED": what no denial of the sentence reaches is told as so."""
    at = frame.text.find(words) if words else -1
    inside = [i for i, w in enumerate(frame.words) if at <= w.start < at + len(words)] if at >= 0 else []
    denied = any(cue.reaches(i) for cue in frame.negations for i in inside)
    return bool(inside) and bool(frame.negations) and not denied


def modality(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate:
    """Both are sure enough, and both speak of what is or both of what will be."""
    if opinion.rule == "plans":
        return Gate("modality", True, "both speak of what is planned")
    if opinion.rule == "outcomes":
        return Gate("modality", True, "one looks ahead, the other tells what came of it")
    if opinion.rule == "rebuttal":
        return Gate("modality", True, "one rejects what the other gives, however surely")
    if _both_lean(a, b):
        return Gate("modality", True, "both only hold it likely")
    open_ones = [f for f, words in zip((a, b), opinion.words) if _leaves_open(f) and not _is_plain(f, words)]
    for frame in open_ones:
        if frame.claim.modality in _UNSURE:
            return Gate("modality", False, f"{frame.claim.source} calls it only {frame.claim.modality}")
    ahead = [f for f in open_ones if f.claim.kind == "prediction"]
    if len(ahead) == 1 and opinion.type != "agrees":
        return Gate("modality", False, f"{ahead[0].claim.source} looks ahead, the other tells what is")
    wished = [f for f in (a, b) if f.claim.kind == "recommendation"]
    if len(wished) == 1:
        return Gate("modality", False, f"{wished[0].claim.source} says what should be")
    return Gate("modality", True, ("neither leaves it open", "one looks ahead", "both look ahead")[len(ahead)])


def _both_lean(a: Frame, b: Frame) -> bool:
    """ "Is likely to end", "will probably not end": what both hold likely they cannot both be right in."""
    return all(f.claim.modality in _UNSURE and any(_leaning().find(f.words)) for f in (a, b))


def _leaves_open(frame: Frame) -> bool:
    return frame.claim.modality in _UNSURE or frame.claim.kind == "prediction"


def _is_plain(frame: Frame, words: str) -> bool:
    """Whether the deciding words stand in a clause of their own, apart from the "may" or "will" of the sentence.

    Only for drafts: what a person reviewed is taken at its word.
    """
    quote = " ".join(frame.claim.quote.split())
    at = quote.find(words) if words else -1
    if at < 0 or frame.claim.status == "reviewed":
        return False
    text = words_of(quote)
    inside = [i for i, w in enumerate(text) if w.start < at + len(words) and w.end > at]
    low, high = clause_around(text, inside[0])[0], clause_around(text, inside[-1])[1]
    told_of = (n for n in range(inside[-1] + 1, high) if text[n].text.lower() in _OPENING)
    held = range(low, next(told_of, high))  # "upheld the sentence in a ruling THAT could bar him"
    open_words = [n for f in _leaving_open().find(text) for n in range(f.start, f.end)]
    return bool(open_words) and not any(n in held for n in open_words)


@cache
def _leaving_open() -> Lexicon[str]:
    """Words after which it is not said that something is so."""
    data = load("modality.yaml")
    ahead = [*load("certainty.yaml")["unsure"], "will", "would", "shall"]
    return Lexicon(dict.fromkeys((*data["doubtful"], *data["possible"], *ahead), "open"))


def scope(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate:
    """Not all against some: both may be true."""
    for one, other in ((a, b), (b, a)) if opinion.type != "agrees" else ():
        if _is_part(one, other, setting) and other.scope not in ("all", "none"):
            mine, theirs = (
                _named(one, _inner(one, setting), setting),
                _named(other, set(other.claim.countries), setting),
            )
            what = f"{one.claim.source} speaks of {mine}, {other.claim.source} of {theirs}"
            return Gate("scope", False, what)
    if opinion.question and opinion.type == "contradicts":
        things = narrowed_apart(a, b, opinion.question, setting.codebook)
        if things:
            return Gate(
                "scope", False, f"{a.claim.source} speaks of “{things[0]}”, {b.claim.source} of “{things[1]}”"
            )
    since = other_start(a, b) if opinion.type == "contradicts" else ""
    since = since or (_counts_from(a, b) if opinion.type == "contradicts" and opinion.rule in _COUNTS else "")
    if since:
        return Gate("scope", False, since)
    if opinion.passing == "counting":
        return Gate("scope", False, "each hour found another number")
    if opinion.rule == "portions":
        return Gate("scope", True, "the part of the group is what is in dispute")
    if opinion.type == "contradicts" and _both_partial(a, b):
        return Gate("scope", False, f"“{a.scope}” and “{b.scope}” may both be true")
    if opinion.rule in ("question", "sign", "figures", "dates", "roles", "parts") or not (a.scope and b.scope):
        return Gate("scope", True, "nothing narrows one side")
    single = opinion.type == "agrees" and opinion.rule in POINTS
    if single and not all(_scope_at(f, words) for f, words in zip((a, b), opinion.words)):
        return Gate("scope", True, "what narrows one side is told of something else")
    if opinion.type == "contradicts" and not _both_partial(a, b) and {a.scope, b.scope} <= _MIDDLE:
        return Gate("scope", True, f"“{a.scope}” and “{b.scope}” cannot both be true")
    if a.scope != b.scope and (a.scope in _MIDDLE or b.scope in _MIDDLE) and "none" not in (a.scope, b.scope):
        return Gate("scope", False, f"“{a.scope}” on one side, “{b.scope}” on the other")
    return Gate("scope", True, "the same scope")


def _scope_at(frame: Frame, words: str) -> str:
    """What narrows the deciding words or stands right before them: "MANY states do not recognise it"."""
    before = frame.text.partition(words)[0].split()[-_NEAR:] if words in frame.text else []
    return scope_of(words_of(" ".join((*before, words))))


def _both_partial(a: Frame, b: Frame) -> bool:
    far = {a.scope, b.scope} in ({"few", "most"}, {"few", "many"}, {"most"})
    return a.scope in _MIDDLE and b.scope in _MIDDLE and not far


def other_start(a: Frame, b: Frame) -> str:
    """ "It tripled since 2021" and "it fell since last year" count from different days, so both may hold; else ""."""
    for one, other in ((a, b), (b, a)):
        if one.period is None or other.period is None or not one.period.overlaps(other.period):
            continue
        if not one.claim.date.endswith("/.."):
            continue
        if one.period.end - one.period.start > SUREST and other.period.start - one.period.start > SUREST / 2:
            return f"{one.claim.source} counts from {in_words(one.claim.date.removesuffix('/..'))}"
    return ""


def _counts_from(a: Frame, b: Frame) -> str:
    """ "Seven since Saturday" and "four on Sunday" may both be so; else ""."""
    open_ended = [f.claim.date.endswith("/..") and f.claim.date_from not in ("", PRESENT) for f in (a, b)]
    for (one, own), (other, its) in (
        ((a, open_ended[0]), (b, open_ended[1])),
        ((b, open_ended[1]), (a, open_ended[0])),
    ):
        if own and not its and other.claim.date_from not in ("", PRESENT):
            return f"{one.claim.source} counts from {in_words(one.claim.date.removesuffix('/..'))}"
    return ""


def _is_part(one: Frame, other: Frame, setting: Setting) -> bool:
    """A single country or two on one side, on the other a region they belong to."""
    own = _inner(one, setting) - setting.ground
    wide = set(other.claim.countries)
    regions = {place for place in wide if place not in countries()}
    few = 0 < len(own) <= 2 and all(place in countries() for place in own)
    return few and bool(regions) and not own & wide and own <= other.places


def _inner(frame: Frame, setting: Setting) -> set[str]:
    """The places a claim is about: of "two countries of the region, Peru and Chile" only those two."""
    named = set(frame.claim.countries)
    members = setting.codebook.members
    single = {p for p in named if any(p in members.get(region, ()) for region in named)}
    if not single or not listed("examples").isdisjoint(w.text.lower() for w in frame.words):
        return named
    return single


def _shared(a: Frame, b: Frame, setting: Setting) -> str:
    """The places both speak of, as a reader would name them: a region before its members."""
    both = [p for p in a.claim.countries if p in b.claim.countries]
    inner = [p for f in (a, b) for p in f.claim.countries if p in countries() and p in a.places & b.places]
    wide = [p for p in both if p not in countries()]
    telling = [p for p in both if p not in setting.ground] or [p for p in inner if p not in setting.ground]
    return place_names(
        wide or list(dict.fromkeys(telling or both or inner)) or sorted(a.places & b.places), setting.codebook
    )


def _named(frame: Frame, places: set[str], setting: Setting) -> str:
    """Some of a claim's places in words, a region before single countries."""
    named = [p for p in frame.claim.countries if p in places]
    wide = [p for p in named if p not in countries()]
    return place_names(wide or [p for p in named if p not in setting.ground] or named, setting.codebook)


def place_names(places: list[str], codebook: Codebook) -> str:
    """Names of countries and regions, the first three of them."""
    titles = {region.id: region.title for region in codebook.regions}
    names = [titles.get(p) or (countries()[p].name if p in countries() else p) for p in places]
    shown = names[:3] if len(names) <= 3 else [*names[:2], "others"]
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else "".join(shown)


Ask = Callable[[Frame, Frame, Opinion, Setting], Gate]
GATES: dict[str, Ask] = {"period": period, "places": places, "voice": voice, "modality": modality, "scope": scope}
