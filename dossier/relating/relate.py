"""From claims to relations: which agree, contradict, qualify or update each other, and why.

relations = relate(claims, codebook, sources)
relations = apply_decisions(relations, claims, codebook)
readings = read_questions(claims, relations, codebook, sources)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dossier.model import Claim, Codebook, Gate, Relation, Source
from dossier.relating.alignment import Alignment, align
from dossier.relating.candidates import candidate_pairs
from dossier.relating.comparing import Opinion, Setting, opinions
from dossier.relating.decisions import apply_decisions
from dossier.relating.frames import Frame, frame_of
from dossier.relating.gates import pass_gates

_EVERYWHERE = 0.5  # a country in more than this share of the claims tells nothing about what one of them is on
# Relations of one type shown for one question and two sources; more of them repeat the same.
_SHOWN = {"contradicts": 2, "agrees": 2, "updates": 1, "qualifies": 1}
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
    found: list[Relation] = []
    for n, m in candidate_pairs(frames):
        found += relations_between(frames[n], frames[m], setting, families)
    return tuple(sorted(_telling(found), key=lambda r: (r.between, r.question)))


def _telling(found: list[Relation]) -> list[Relation]:
    """Of the relations of one type on one question between two sources the strongest few: the rest repeat them."""
    groups: dict[tuple[str, ...], list[Relation]] = {}
    for relation in found:
        sources = (i.rpartition("/")[0] for i in relation.between)
        groups.setdefault((relation.question, relation.type, *sources), []).append(relation)
    kept: list[Relation] = []
    for (question, kind, *_), group in groups.items():
        ordered = sorted(group, key=lambda r: (-r.score, r.between))
        kept += _apart(ordered, _SHOWN[kind]) if question else ordered
    return kept


def _apart(ordered: list[Relation], most: int) -> list[Relation]:
    """The first few that share no claim, so that none is told twice."""
    kept: list[Relation] = []
    used: set[str] = set()
    for relation in ordered:
        if used.isdisjoint(relation.between) and len(kept) < most:
            kept.append(relation)
            used.update(relation.between)
    return kept


def relate_pair(
    a: Claim, b: Claim, codebook: Codebook | None = None, setting: Setting | None = None
) -> Relation | None:
    """The relation between two claims on their own, or None. `setting` says how much is known of them beforehand."""
    book = codebook or Codebook()
    found = relations_between(frame_of(a, book), frame_of(b, book), setting or Setting(), {})
    return found[0] if found else None


def ground_places(frames: Sequence[Frame]) -> frozenset[str]:
    """Countries that most claims of a dossier name."""
    counts = Counter(place for frame in frames for place in frame.claim.countries)
    return (
        frozenset(p for p, n in counts.items() if n > _EVERYWHERE * len(frames)) if len(frames) > 10 else frozenset()
    )


def relations_between(a: Frame, b: Frame, setting: Setting, families: dict[str, str]) -> list[Relation]:
    """The relations of two claims: one for each shared question, else one by the first general comparison."""
    if a.claim.source == b.claim.source and not setting.same_situation:
        return []
    if a.claim.id > b.claim.id:
        a, b = b, a
    pair = align(a, b)
    found: list[Relation] = []
    for opinion in opinions(pair, setting):
        kind, gates = pass_gates(a, b, opinion, setting)
        if kind:
            found.append(_relation(pair, opinion, kind, gates, families))
    return found


def _relation(
    pair: Alignment, opinion: Opinion, kind: str, gates: tuple[Gate, ...], families: dict[str, str]
) -> Relation:
    a, b = pair.a.claim, pair.b.claim
    origin = families.get(a.source, a.source) == families.get(b.source, b.source)
    if origin and families:
        gates = (*gates, Gate("origin", False, "both articles draw on one origin"))
    closed = sum(not g.open for g in gates if g.name != "origin")
    score = opinion.score * (0.85**closed) * (_ONE_ORIGIN if origin and families else 1.0)
    return Relation(
        type=kind,
        between=(a.id, b.id),
        question=opinion.question,
        rule=opinion.rule,
        because=because(opinion, kind, a, b, gates),
        words=opinion.words,
        gates=gates,
        score=round(min(1.0, score), 3),
    )


_OUTCOME = {
    "agrees": "",
    "contradicts": "",
    "qualifies": ", so this qualifies rather than contradicts",
    "updates": ", so the later one updates the earlier",
}


def because(opinion: Opinion, kind: str, a: Claim, b: Claim, gates: tuple[Gate, ...]) -> str:
    """One sentence with the words of both sides, what they do to each other, and the gates."""
    mine, theirs = opinion.words
    closed = [g.note for g in gates if not g.open]
    opened = [g.note for g in gates if g.open and not g.note.startswith(("no ", "nothing "))]
    start = f"“{mine}” ({a.source}) and “{theirs}” ({b.source}) {opinion.what}"
    if closed:
        return f"{start}; but {' and '.join(closed)}{_OUTCOME[kind] if kind != opinion.type else ''}."
    return f"{start}; {', '.join(opened)}." if opened else f"{start}."
