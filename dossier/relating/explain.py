"""Why two claims are related, or why not: both frames slot by slot, what was compared, which gate closed."""

from __future__ import annotations

from dossier.edtf import in_words
from dossier.model import Claim, Codebook
from dossier.relating.alignment import Alignment, align
from dossier.relating.comparisons.all import COMPARISONS, Setting, opinions
from dossier.relating.frames import Frame, frame_of
from dossier.relating.gates import pass_gates


def explain_pair(a: Claim, b: Claim, codebook: Codebook, setting: Setting | None = None) -> str:
    """A text for people, also for a pair that is not related. Pass relate's setting to see the dossier's own view."""
    setting = setting or Setting()
    one, two = sorted((frame_of(a, codebook), frame_of(b, codebook)), key=lambda f: f.claim.id)
    pair = align(one, two)
    lines = [*_frames(one, two), "", *_shared(pair), "", *_compared(pair, setting)]
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
        names = ", ".join(["questions", *(c.__name__.replace("_", " ") for c in COMPARISONS)])
        return [*lines, f"Not related: no comparison has an opinion ({names})."]
    for opinion in found:
        kind, gates = pass_gates(pair.a, pair.b, opinion, setting)
        lines.append(f"{opinion.rule}{' ' + opinion.question if opinion.question else ''}: {opinion.what}")
        lines.append(f"  A “{opinion.words[0]}”")
        lines.append(f"  B “{opinion.words[1]}”")
        lines += [f"  gate {g.name}: {'open' if g.open else 'closed'}, {g.note}" for g in gates]
        lines.append(f"  so: {kind or 'not related'}")
    return lines
