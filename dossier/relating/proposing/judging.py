"""Questions on what commentators hold of a thing: "Was the exit right?", "Does the tax work?"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dossier.data import load
from dossier.language.cues import Cue, compile_cue, compile_phrase, match, stands
from dossier.language.line import Line
from dossier.language.words import words_of
from dossier.model import Question
from dossier.relating.apart.frames import Frame
from dossier.relating.proposing.judged import is_done, is_of, is_subject, may_be_judged, name_of

_SOURCES = 2  # so many tell something of a thing that is asked about ...
_SHARE = 4  # ... and one in so many of all
_ONE_SIDED = 3  # sources that judge a thing alike
_FIRST = 3  # what a judgement is worth before what moves or is denied: it is what authors quarrel over
_OWN = 2 / 3  # share of what the cues find that must be said of this very thing


@dataclass(frozen=True, slots=True)
class _Pole:
    """One wording of a judgement: of which axis, on which side, before or behind the thing."""

    axis: str
    side: str
    place: str
    text: str
    cue: Cue


@dataclass(frozen=True, slots=True)
class _Judged:
    """A claim in which a judgement stands by a thing, and whether it is passed on this thing."""

    frame: Frame
    thing: str
    at: int  # the thing's word in the quote
    pole: _Pole
    shape: str  # how the cue puts the two together
    side: str
    is_own: bool


def judging_questions(frames: Sequence[Frame]) -> Iterator[tuple[float, Question]]:
    """Questions with how much they are worth, for each thing that two sources judge in opposite ways."""
    lines = {f.claim.id: Line(words_of(f.claim.quote)) for f in frames}
    things = _things(frames)
    told = [j for f in frames for j in _judged(f, lines[f.claim.id], things)]
    for name, axis in load("judging.yaml")["axes"].items():
        by_thing: dict[str, list[_Judged]] = {}
        for one in told:
            if one.pole.axis == name:
                by_thing.setdefault(one.thing, []).append(one)
        for group in _groups(axis, by_thing):
            own = [j for j in group if j.is_own]
            if _is_in_dispute(own) and _share_of(own, group) >= _OWN:
                yield _FIRST + len({j.frame.claim.source for j in own}), _question(name, axis, own, lines)


def _share_of(own: Sequence[_Judged], group: Sequence[_Judged]) -> float:
    """Of the claims that the cues made of these will find, how many judge the thing."""
    cues = {(j.thing, j.shape, j.pole.text) for j in own}
    found = {j.frame.claim.id for j in group if (j.thing, j.shape, j.pole.text) in cues}
    return len({j.frame.claim.id for j in own}) / len(found)


def _things(frames: Sequence[Frame]) -> frozenset[str]:
    """What many sources speak of and may judge, and the words that stand for any deed."""
    telling: dict[str, set[str]] = {}
    for frame in frames:
        for term in frame.terms:
            if may_be_judged(term):
                telling.setdefault(term.lemma, set()).add(frame.claim.source)
    least = max(_SOURCES, len({f.claim.source for f in frames}) / _SHARE)
    return frozenset(t for t, sources in telling.items() if len(sources) >= least) | {*load("judging.yaml")["deeds"]}


@cache
def _poles() -> tuple[_Pole, ...]:
    axes: dict[str, Any] = load("judging.yaml")["axes"]
    return tuple(
        _Pole(name, side, place, text, compile_phrase(text))
        for name, axis in axes.items()
        for side in ("yes", "no")
        for place in ("behind", "before")
        for text in axis[side][place]
    )


def _judged(frame: Frame, line: Line, things: frozenset[str]) -> Iterator[_Judged]:
    """Each judgement of a claim with each thing that stands by it."""
    here = sorted(things.intersection(w.lemma for w in line.words))
    for pole in _poles() if here else ():
        if not stands(pole.cue, line):
            continue
        for thing in here:
            for shape in _SHAPES[pole.place]:
                one = _found(frame, line, thing, pole, shape)
                if one:
                    yield one


_SHAPES = {"behind": ("{thing} ... {pole}",), "before": ("{pole} of {thing}", "{pole} {thing}")}


def _found(frame: Frame, line: Line, thing: str, pole: _Pole, shape: str) -> _Judged | None:
    hit = match(compile_cue(shape.format(thing=thing, pole=f"({pole.text})")), line)
    if hit is None or thing in pole.text.split():
        return None
    first, last = min(hit.at), max(hit.at)
    if is_done(line.words[last if pole.place == "before" else first].text):
        return None
    turned = hit.flipped != (
        frame.claim.voice == "rebutted"
    )  # whoever quotes a judgement to reject it judges otherwise
    side = pole.side if not turned else "no" if pole.side == "yes" else "yes"
    if pole.place == "before":
        return _Judged(frame, thing, last, pole, shape, side, is_of(line.words, first, last))
    said = min(hit.at - {first})
    return _Judged(frame, thing, first, pole, shape, side, is_subject(line.words, first, said))


def _groups(axis: dict[str, Any], by_thing: dict[str, list[_Judged]]) -> Iterator[list[_Judged]]:
    """What is told of each thing; of what was decided or done all that is told of "the decision" too."""
    data = load("judging.yaml")
    names: list[str] = []
    if axis.get("deeds"):
        names = max(data["done"], key=lambda names: sum(len(by_thing.get(t, ())) for t in names))
        yield [j for t in (*names, *data["deeds"]) for j in by_thing.get(t, ())]
    yield from (by_thing[t] for t in sorted(by_thing) if t not in names and not (names and t in data["deeds"]))


def _is_in_dispute(own: Sequence[_Judged]) -> bool:
    """Whether one source says yes of it and another no, or so many judge it that somebody will say the other.

    What stands only before it may be part of its name: "a SAFE seat", "LEGAL aid".
    """
    if all(j.pole.place == "before" for j in own):
        return False
    sides = [{j.frame.claim.source for j in own if j.side == side} for side in ("yes", "no")]
    return len(sides[0] | sides[1]) >= (_SOURCES if all(sides) else _ONE_SIDED)


def _question(name: str, axis: dict[str, Any], own: Sequence[_Judged], lines: dict[str, Line]) -> Question:
    data = load("judging.yaml")
    named = [j for j in own if j.thing not in data["deeds"]] or own
    thing = Counter(j.thing for j in named).most_common(1)[0][0]
    told, many = name_of(thing, [(lines[j.frame.claim.id].words, j.at) for j in named if j.thing == thing])
    verb, _, rest = axis["asks"].partition(" ")
    return Question(
        id=f"{thing}-{name}",
        question=f"{data['plural'][verb] if many else verb} {rest.format(told)}",
        yes=_cues(own, "yes"),
        no=_cues(own, "no"),
        lasting=bool(axis.get("lasting")),
    )


def _cues(own: Sequence[_Judged], side: str) -> tuple[str, ...]:
    """A cue for each way in which thing and judgement were found together."""
    shapes = dict.fromkeys(j.shape for j in own if j.pole.side == side)
    return tuple(_cue([j for j in own if j.pole.side == side and j.shape == shape], shape) for shape in shapes)


def _cue(own: Sequence[_Judged], shape: str) -> str:
    poles = sorted({j.pole.text for j in own})
    said = f"({' | '.join(poles)})" if any(" " in text for text in poles) else "|".join(poles)
    return shape.format(thing="|".join(sorted({j.thing for j in own})), pole=said)
