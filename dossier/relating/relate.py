"""From claims to relations: which agree, contradict, qualify or update each other, and why.

relations = relate(claims, codebook, sources)
relations = apply_decisions(relations, claims, codebook)
readings = read_questions(claims, relations, codebook, sources)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.model import Claim, Codebook, Gate, Relation, Source
from dossier.relating.candidates import candidate_pairs
from dossier.relating.comparing import Opinion, Setting, opinions
from dossier.relating.decisions import apply_decisions
from dossier.relating.frames import Frame, frame_of
from dossier.relating.gates import pass_gates

_EVERYWHERE = 0.5  # a country in more than this share of the claims tells nothing about what one of them is on
# Relations of one type shown for one question and two sources, and how often one claim may be told in them.
_SHOWN = {"contradicts": 3, "agrees": 3, "updates": 2, "qualifies": 1}
_TOLD = 2
_NEAR = 0.04  # what naming the same places adds to a score
_CLOSED = 0.85  # what each closed gate takes from it
_ONE_ORIGIN = 0.8  # how much of its score a relation keeps when both articles draw on one origin


def relate(claims: Iterable[Claim], codebook: Codebook, sources: Iterable[Source]) -> tuple[Relation, ...]:
    """All relations between claims of different sources, people's decisions worked in; sorted."""
    claims = tuple(claims)
    return apply_decisions(find_relations(claims, codebook, sources), claims, codebook)


def find_relations(claims: Iterable[Claim], codebook: Codebook, sources: Iterable[Source]) -> tuple[Relation, ...]:
    """What the engine finds by itself, before any decision; rejected claims take no part."""
    sources = tuple(sources)
    issued = {source.id: source.meta.issued for source in sources}
    shown = sorted((c for c in claims if c.status != "rejected"), key=lambda c: c.id)
    frames = [frame_of(c, codebook, issued.get(c.source, "")) for c in shown]
    families = {source.id: source.family for source in sources}
    setting = Setting(ground=ground_places(frames))
    found: list[Found] = []
    for n, m in candidate_pairs(frames):
        found += _found(frames[n], frames[m], setting, families)
    kept = (_relation(f) for f in _telling(found))
    return tuple(sorted(kept, key=lambda r: (r.between, r.question)))


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


def _telling(found: list[Found]) -> list[Found]:
    """Of the relations of one type on one question between two sources the strongest few: the rest repeat them."""
    groups: dict[tuple[str, ...], list[Found]] = {}
    for one in found:
        sources = (one.a.claim.source, one.b.claim.source)
        groups.setdefault((one.opinion.question, one.type, *sources), []).append(one)
    kept: list[Found] = []
    for (question, kind, *_), group in groups.items():
        ordered = sorted(group, key=lambda f: (-f.score, f.between))
        kept += _apart(ordered, _SHOWN[kind]) if question else ordered
    return kept


def _apart(ordered: list[Found], most: int) -> list[Found]:
    """The first few in which no claim is told more than twice."""
    kept: list[Found] = []
    used: Counter[str] = Counter()
    for one in ordered:
        if len(kept) < most and all(used[i] < _TOLD for i in one.between):
            kept.append(one)
            used.update(one.between)
    return kept


def relate_pair(
    a: Claim, b: Claim, codebook: Codebook | None = None, setting: Setting | None = None
) -> Relation | None:
    """The relation between two claims on their own, or None. `setting` says how much is known of them beforehand."""
    book = codebook or Codebook()
    found = _found(frame_of(a, book), frame_of(b, book), setting or Setting(), {})
    return _relation(found[0]) if found else None


def ground_places(frames: Sequence[Frame]) -> frozenset[str]:
    """Countries that most claims of a dossier name."""
    counts = Counter(place for frame in frames for place in frame.claim.countries)
    return (
        frozenset(p for p, n in counts.items() if n > _EVERYWHERE * len(frames)) if len(frames) > 10 else frozenset()
    )


def _found(a: Frame, b: Frame, setting: Setting, families: dict[str, str]) -> list[Found]:
    """What holds between two claims: one for each shared question, else one by the first general comparison."""
    if a.claim.source == b.claim.source and not setting.same_situation:
        return []
    if a.claim.id > b.claim.id:
        a, b = b, a
    found: list[Found] = []
    for opinion in opinions(a, b, setting):
        kind, gates = pass_gates(a, b, opinion, setting)
        if not kind:
            continue
        one_origin = bool(families) and families.get(a.claim.source) == families.get(b.claim.source)
        if one_origin:
            gates = (*gates, Gate("origin", False, "both articles draw on one origin"))
        closed = sum(not g.open for g in gates if g.name != "origin")
        score = (opinion.score + _NEAR * _nearness(a, b)) * _CLOSED**closed * (_ONE_ORIGIN if one_origin else 1.0)
        found.append(Found(a, b, opinion, kind, gates, round(min(1.0, score), 3)))
    return found


def _nearness(a: Frame, b: Frame) -> float:
    """How comparable they are, so that of many pairs the best come first: places both name, a word like "all"."""
    either = set(a.claim.countries) | set(b.claim.countries)
    shared = len(set(a.claim.countries) & set(b.claim.countries)) / len(either) if either else 0.0
    universal = [f for f in (a, b) if f.scope in ("all", "none")]
    counter = len(universal) == 1 and any(
        f.scope == "" and f.places and f.places < universal[0].places for f in (a, b)
    )
    return shared + 0.5 * bool(universal) + 0.8 * counter


def _relation(found: Found) -> Relation:
    a, b = found.a.claim, found.b.claim
    return Relation(
        type=found.type,
        between=found.between,
        question=found.opinion.question,
        rule=found.opinion.rule,
        because=because(found.opinion, found.type, a, b, found.gates),
        words=found.opinion.words,
        gates=found.gates,
        score=found.score,
    )


def _outcome(seen: str, kind: str) -> str:
    """What the closed gates made of what was seen at first."""
    if seen == kind:
        return ""
    if kind == "updates":
        return ", so the later one updates the earlier"
    return ", so they agree only in part" if seen == "agrees" else ", so this qualifies rather than contradicts"


def because(opinion: Opinion, kind: str, a: Claim, b: Claim, gates: tuple[Gate, ...]) -> str:
    """One sentence with the words of both sides, what they do to each other, and the gates."""
    mine, theirs = opinion.words
    closed = [g.note for g in gates if not g.open]
    opened = [g.note for g in gates if g.open and not g.note.startswith(("no ", "nothing "))]
    start = f"“{mine}” ({a.source}) and “{theirs}” ({b.source}) {opinion.what}"
    if closed:
        return f"{start}; but {' and '.join(closed)}{_outcome(opinion.type, kind)}."
    return f"{start}; {', '.join(opened)}." if opened else f"{start}."
