"""Why two claims are related, or why not: both frames slot by slot, what was compared, which gate closed."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.data import load
from dossier.edtf import in_words
from dossier.model import Claim, Codebook
from dossier.relating.alignment import Alignment, align
from dossier.relating.apart.frames import Frame, frame_of
from dossier.relating.apart.terms import meet
from dossier.relating.behind_gates import all_gates, pass_gates
from dossier.relating.comparisons.all import COMPARISONS, Opinion, Setting, opinions
from dossier.relating.comparisons.likely import likelihood, shared_by, signs
from dossier.relating.comparisons.poles import telling_poles
from dossier.relating.comparisons.ways import one_way
from dossier.relating.matter import Between
from dossier.relating.meeting import met
from dossier.relating.meeting_words import is_pointed


def explain_pair(
    a: Claim,
    b: Claim,
    codebook: Codebook,
    setting: Setting | None = None,
    told: Between | None = None,
    issued: Mapping[str, str] | None = None,
) -> str:
    """A text for people, also for a pair that is not related. Pass relate's setting to see the dossier's own view.

    `told` holds the two, in the order of their ids, as their articles are held against each other, None when those
    tell of different things; `issued` says when each source came out.
    """
    setting = setting or Setting()
    first, second = sorted((a, b), key=lambda claim: claim.id)
    day = issued or {}
    one, two = (frame_of(claim, codebook, day.get(claim.source, "")) for claim in (first, second))
    pair = align(one, two)
    lines = [*_frames(one, two), "", *_shared(pair), ""]
    if first.source == second.source or opinions(one, two, setting):
        lines += _compared(pair, setting)
    else:
        opinion = met(*told.frames, told.matter) if told else None
        if told and opinion:
            lines += [
                "Article by article:",
                *_judged(*told.frames, opinion, setting),
                *_likely(told),
                "",
                _as_sentences("As whole sentences no"),
            ]
        else:
            lines += [*_compared(pair, setting), "", *_unmet(told)]
    return "\n".join(line.rstrip() for line in lines)


def _slots(frame: Frame) -> dict[str, str]:
    claim = frame.claim
    return {
        "claim": claim.id,
        "says": " ".join((claim.statement or claim.quote).split()),
        "speaker": f"{claim.speaker or 'the source'} ({claim.voice}, {claim.modality}, {claim.kind})",
        "when": in_words(claim.date) or "not dated",
        "where": ", ".join(sorted(frame.places)) or "no country",
        "scope": frame.scope or "not narrowed",
        "directions": "; ".join(
            f"{d.words} ({d.dimension} {d.sign:+d}{', turned by ' + d.turned_by if d.turned_by else ''}) of "
            f"“{frame.text_of(*d.thing) or '?'}”"
            for d in frame.directions
        ),
        "denied by": "; ".join(c.words for c in frame.negations),
        "figures": "; ".join(frame.text_of(n.start, n.end) for n in frame.numerals),
        "positions": "; ".join(f"{p.question}: {p.stance} (“{p.words}”)" for p in claim.positions),
    }


def _frames(one: Frame, two: Frame) -> list[str]:
    first, second = _slots(one), _slots(two)
    lines = []
    for slot in first:
        lines += [f"{slot}:", f"  A  {first[slot] or '-'}", f"  B  {second[slot] or '-'}"]
    return lines


def _shared(pair: Alignment) -> list[str]:
    met = ", ".join(x.text if x.lemma == y.lemma else f"{x.text}={y.text}" for x, y in pair.met)
    return [
        f"shared words: {met or 'none'} ({pair.cover_a:.0%} of A, {pair.cover_b:.0%} of B)",
        f"only in A: {', '.join(t.text for t in pair.left_a) or 'nothing'}",
        f"only in B: {', '.join(t.text for t in pair.left_b) or 'nothing'}",
    ]


def _compared(pair: Alignment, setting: Setting) -> list[str]:
    lines = []
    if pair.a.claim.source == pair.b.claim.source:
        lines.append("Not related: both are of one source.")
    for claim in (pair.a.claim, pair.b.claim):
        if claim.status == "rejected":
            lines.append(f"Not related: {claim.id} is rejected.")
    found = opinions(pair.a, pair.b, setting)
    if not found:
        return [*lines, _as_sentences("Not related: no")]
    return [*lines, *(line for opinion in found for line in _judged(pair.a, pair.b, opinion, setting))]


def _as_sentences(opening: str) -> str:
    names = ", ".join(["questions", *(c.__name__.replace("_", " ") for c in COMPARISONS)])
    return f"{opening} comparison has an opinion ({names})."


def _judged(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> list[str]:
    """One opinion, its words, and what the gates make of it; all are told, also where one would do."""
    kind, _ = pass_gates(a, b, opinion, setting)
    return [
        f"{opinion.rule}{' ' + opinion.question if opinion.question else ''}: {opinion.what}",
        f"  A “{opinion.words[0]}”",
        f"  B “{opinion.words[1]}”",
        *(f"  gate {g.name}: {'open' if g.open else 'closed'}, {g.note}" for g in all_gates(a, b, opinion, setting)),
        f"  so: {kind or 'not related'}",
    ]


def _unmet(told: Between | None) -> list[str]:
    """What two articles on one matter tell, nothing of which meets."""
    if told is None:
        return ["Article by article: not compared, their articles share too few telling words or lie years apart."]
    (a, b), rare = told.frames, told.matter.rare
    both = sorted({x.text for x in a.terms for y in b.terms if meet(x, y) and is_pointed(x, y, rare)})
    lines = [f"Article by article: nothing meets. Telling words of both: {', '.join(both) or 'none'}."]
    for side, frame in (("A", a), ("B", b)):
        ways = (
            f"{frame.text_of(p.start, p.end)} ({p.name}{', not' if p.sign < 0 else ''})" for p in telling_poles(frame)
        )
        lines.append(f"  {side} says: {'; '.join(ways) or 'nothing that is compared'}")
    return lines + _likely(told)


def _likely(told: Between) -> list[str]:
    """How likely both tell of one thing, and the signs that speak for it and against it."""
    shared = shared_by(*told.frames, told.matter)
    if shared is None:
        return []
    found = signs(shared, told.matter, one_way(*told.frames, told.matter))
    listed = ", ".join(f"{name} {value:.2f}" for name, value in found.items() if value)
    least = load("alike.yaml")["shown"]
    return [f"  that both tell of one thing: {likelihood(found):.0%}, shown from {least:.0%} on ({listed})"]
