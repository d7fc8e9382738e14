"""Why a relation is what it is, in a sentence or two for a reader who has never seen the engine."""

from __future__ import annotations

from dossier.model import Codebook, Gate
from dossier.relating.frames import Frame
from dossier.relating.opinion import Opinion
from dossier.relating.times import when

_CLOSED = ("scope", "modality", "period", "voice", "origin")
_NOTHING = ("no ", "nothing ", "the same scope")


def because(opinion: Opinion, kind: str, a: Frame, b: Frame, gates: tuple[Gate, ...], codebook: Codebook) -> str:
    """What both sides say, on what question, when; then why it is this relation."""
    told = _answers(opinion, a, b, codebook) if opinion.question else _statements(opinion, a, b)
    return f"{told} {_why(opinion, kind, {g.name: g for g in gates}, (a.claim.source, b.claim.source))}"


def _answers(opinion: Opinion, a: Frame, b: Frame, codebook: Codebook) -> str:
    asked = next((q.question for q in codebook.questions if q.id == opinion.question), opinion.question)
    mine, theirs = (_said(frame, words) for frame, words in zip((a, b), opinion.words))
    sides = [frame.claim.stance_on(opinion.question) for frame in (a, b)]
    if sides[0] == sides[1]:
        return f"Asked “{asked}”, both {_verb(opinion, a, b)} {sides[0]}: {mine} and {theirs}."
    verbs = ["answers" if opinion.question in frame.answers else "points to" for frame in (a, b)]
    sides = ["yes and no" if side == "mixed" else side for side in sides]
    return f"Asked “{asked}”, {verbs[0].join((f'{a.claim.source} ', f' {sides[0]}'))} {_brackets(mine, a)}, and " \
           f"{b.claim.source} {verbs[1]} {sides[1]} {_brackets(theirs, b)}."  # fmt: skip


def _verb(opinion: Opinion, a: Frame, b: Frame) -> str:
    return "answer" if all(opinion.question in frame.answers for frame in (a, b)) else "point to"


def _statements(opinion: Opinion, a: Frame, b: Frame) -> str:
    mine, theirs = (_said(frame, words) for frame, words in zip((a, b), opinion.words))
    return f"{mine} and {theirs} {opinion.what}."


def _said(frame: Frame, words: str) -> str:
    time = when(frame.claim, frame.period)
    return f"{frame.claim.source} “{words}”{f' ({time})' if time else ''}"


def _brackets(said: str, frame: Frame) -> str:
    """The same without the name, which stands before it already."""
    words = said.removeprefix(f"{frame.claim.source} ")
    return f"({words[:-1].replace(' (', ', ', 1)})" if words.endswith(")") else f"({words})"


def _why(opinion: Opinion, kind: str, gates: dict[str, Gate], sources: tuple[str, str]) -> str:
    """The gates in a few words: what is common, then what keeps the two from more."""
    common = [gates[n].note for n in ("places", "period") if n in gates and gates[n].open]
    common = [note for note in common if not note.startswith(_NOTHING)]
    start = f"They are {' and '.join(n.removeprefix('both ') for n in common)}" if common else ""
    shut = [gates[n].note for n in _CLOSED if n in gates and not gates[n].open]
    if kind == "updates":
        return f"{_apart(gates['period'].note)}, so the matter may have changed in between."
    if kind == "contradicts":
        tail = "Both cannot hold" if not shut else f"Both cannot hold; but {' and '.join(shut)}"
        return f"{start}. {tail}." if start else f"{tail}."
    if opinion.rule == "sign" and not shut:
        return f"{start}; one sign does not settle it, but it points the other way." if start else \
            "One sign does not settle it, but it points the other way."  # fmt: skip
    if kind == "qualifies":
        limits = " and ".join(note for note in shut)
        return f"But {limits}, so {'they agree only in part' if opinion.type == 'agrees' else 'both may hold'}." \
            if limits else f"{start}."  # fmt: skip
    later = gates["period"] if "period" in gates and not gates["period"].open else None
    parts = [start] if start else []
    if later is not None:
        parts.append(f"{'though ' if start else 'They are '}{later.note}")
    parts += [note for note in shut if later is None or note != later.note]
    return f"{', '.join(parts)}." if parts else ""


def _apart(note: str) -> str:
    return f"They are {note}" if note.startswith("about") else note[:1].upper() + note[1:]
