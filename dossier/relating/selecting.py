"""Of all that holds between two sources the few relations that a reader should see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.model import Gate
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.times import PRESENT
from dossier.relating.comparisons.opinion import Opinion

Overtaken = Mapping[Frame, Sequence[str]]
# Relations of one type shown for one question and two sources.
SHOWN = {"contradicts": 2, "agrees": 2, "updates": 1, "qualifies": 1}
_TOLD = 1  # how often one claim may stand in them
_SECOND = 0.9  # a second one must come this near to the first


@dataclass(frozen=True, slots=True)
class Found:
    """A relation before it is put into words; most are dropped for stronger ones that say the same."""

    a: Frame
    b: Frame
    opinion: Opinion
    type: str
    gates: tuple[Gate, ...]
    score: float

    @property
    def between(self) -> tuple[str, str]:
        """The two claims, by id."""
        return self.a.claim.id, self.b.claim.id


def select(found: Sequence[Found], over: Overtaken) -> list[Found]:
    """The closest few of each type for a question and two sources, none that a closer one makes idle."""
    live = [f for f in found if not f.opinion.question or _is_live(f, over)]
    groups: dict[tuple[str, str, str], list[Found]] = {}
    kept: list[Found] = []
    for one in live:
        if one.opinion.question:
            key = (one.opinion.question, one.a.claim.source, one.b.claim.source)
            groups.setdefault(key, []).append(one)
        else:
            kept.append(one)
    for group in groups.values():
        kept += _closest(group)
    return _once(kept)


def _closest(group: list[Found]) -> list[Found]:
    """Contradictions first; beside one, what only qualifies or was before it is idle."""
    if len(group) == 1:
        return group
    ordered = sorted(group, key=lambda f: (-f.score, f.between))
    chosen: list[Found] = []
    told: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for kind in ("contradicts", "agrees", "updates", "qualifies"):
        if kind in ("updates", "qualifies") and any(f.type in ("contradicts", "updates") for f in chosen):
            continue
        best: list[Found] = []
        used = told[kind == "agrees"]
        for one in ordered:
            near = not best or (one.score >= _SECOND * best[0].score and _is_answered(one))
            if one.type == kind and near and len(best) < SHOWN[kind] and all(used[i] < _TOLD for i in one.between):
                best.append(one)
                used.update(one.between)
        chosen += best
    return chosen


def _is_answered(one: Found) -> bool:
    """Both sides answer the question outright; a second pair of signs would only repeat the first."""
    return all(one.opinion.question in frame.answers for frame in (one.a, one.b))


def _once(found: list[Found]) -> list[Found]:
    """Two claims that agree on several questions are shown where they meet most closely."""
    best: dict[tuple[str, ...], Found] = {}
    for one in sorted(found, key=lambda f: (-f.score, f.opinion.question)):
        key = (*one.between, one.type) if one.type == "agrees" else (*one.between, one.type, one.opinion.question)
        best.setdefault(key, one)
    return list(best.values())


def overtaken(frames: Sequence[Frame]) -> Overtaken:
    """Claims that their own source does not hold, by what it answers outright elsewhere; with the questions.

    It says that they are over, or quotes somebody and says the contrary in its own words.
    """
    said: dict[tuple[str, str], list[Frame]] = {}
    for frame in frames:
        for question in frame.answers:
            said.setdefault((frame.claim.source, question), []).append(frame)
    asked = ((frame, [p.question for p in frame.claim.positions]) for frame in frames)
    over = {
        f: tuple(q for q in questions if _is_overtaken(f, q, said) or _is_quoted_against(f, q, said))
        for f, questions in asked
    }
    return {frame: questions for frame, questions in over.items() if questions}


def _is_live(found: Found, over: Overtaken) -> bool:
    """A source that tells "a year ago it was so, now it is not" holds the second view, not the first."""
    past = [found.opinion.question in over.get(frame, ()) for frame in (found.a, found.b)]
    if any(past):
        if found.type == "contradicts":
            return _of_one_time(found)  # what either says of later years settles nothing of this one
        return found.type == "agrees" and all(past) and next(g.open for g in found.gates if g.name == "period")
    return True


def _of_one_time(found: Found) -> bool:
    """Whether both claims are dated to the very same time by their own words."""
    dated = all(".." not in f.claim.date and f.claim.date_from not in ("", PRESENT) for f in (found.a, found.b))
    return dated and found.a.period == found.b.period


def _is_quoted_against(frame: Frame, question: str, said: dict[tuple[str, str], list[Frame]]) -> bool:
    """ "They claim that the ferry is safe. It is not": whoever quotes that is on the other side."""
    stance = frame.claim.stance_on(question)
    return frame.claim.voice == "attributed" and any(
        other.claim.voice in ("own", "rebutted")
        and _of_one_place(frame, other)
        and (frame.period is None or other.period is None or frame.period.overlaps(other.period))
        and {other.claim.stance_on(question), stance} == {"yes", "no"}
        for other in said.get((frame.claim.source, question), ())
    )


def _of_one_place(a: Frame, b: Frame) -> bool:
    return not a.places or not b.places or not a.places.isdisjoint(b.places)


def _is_overtaken(frame: Frame, question: str, said: dict[tuple[str, str], list[Frame]]) -> bool:
    if frame.period is None:
        return False
    stance = frame.claim.stance_on(question)
    until_now = frame.claim.date.startswith("../")
    return any(
        other.period is not None
        and _of_one_place(frame, other)
        and (other.period.start > frame.period.end or (until_now and other.period.start >= frame.period.start))
        and {other.claim.stance_on(question), stance} == {"yes", "no"}
        for other in said.get((frame.claim.source, question), ())
    )
