"""Why a relation is what it is, in a sentence or two for a reader who has never seen the engine."""

from __future__ import annotations

from datetime import date

from dossier.language.grammar import function_words
from dossier.language.negation import clause_around, negations
from dossier.language.words import words_of
from dossier.model import Codebook, Gate
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.times import when
from dossier.relating.comparisons.opinion import Opinion

_WHOLE = 26  # words up to which a quote is given whole
_PART = 20  # words given of a longer one
_CLOSED = ("scope", "modality", "voice", "origin")

_SIGN = "a sign settles nothing, but it points the other way"

Side = tuple[Frame, str]  # a claim, and its words that decided


def because(opinion: Opinion, kind: str, a: Frame, b: Frame, gates: tuple[Gate, ...], codebook: Codebook) -> str:
    """What both sides say, on what question, when, the older first; then why it is this relation."""
    sides = sorted(zip((a, b), opinion.words), key=lambda s: s[0].period.start if s[0].period else date.max)
    if opinion.question:
        asked = next((q.question for q in codebook.questions if q.id == opinion.question), opinion.question)
        told = _answers(f"Asked “{asked}”, ", opinion.question, sides)
    else:
        told = f"{_said(sides[0])} and {_said(sides[1])} {opinion.what}."
    return f"{told} {_why(opinion, kind, {g.name: g for g in gates}, a, b)}".strip()


def _answers(start: str, question: str, sides: list[Side]) -> str:
    stances = [frame.claim.stance_on(question).replace("mixed", "yes and no") for frame, _ in sides]
    verbs = ["answers" if question in frame.answers else "points to" for frame, _ in sides]
    if stances[0] == stances[1] and verbs[0] == verbs[1]:
        both = "answer" if verbs[0] == "answers" else "point to"
        return f"{start}both {both} {stances[0]}: {_said(sides[0])} and {_said(sides[1])}."
    told = [
        f"{frame.claim.source} {verb} {stance} ({_quoted((frame, words))})"
        for (frame, words), verb, stance in zip(sides, verbs, stances)
    ]
    return f"{start}{told[0]} and {told[1]}."


def _said(side: Side) -> str:
    return f"{side[0].claim.source} ({_quoted(side)})"


def _quoted(side: Side) -> str:
    frame, words = side
    time = when(frame.claim, frame.period)
    return f"“{telling(frame, words)}”" + (f", {time}" if time else "")


def _why(opinion: Opinion, kind: str, gates: dict[str, Gate], a: Frame, b: Frame) -> str:
    """The gates in a few words: what the two have in common, then what keeps them from more."""
    shut = [gates[n].note for n in _CLOSED if n in gates and not gates[n].open]
    common = _common(gates)
    if kind == "updates" and opinion.rule == "outcomes":
        return "The earlier one looks ahead, the later one says what has happened since."
    if kind == "updates":
        return f"The two are {gates['period'].note}, so the matter may have changed in between."
    if kind == "contradicts":
        sure = gates["modality"].note.startswith("neither") if "modality" in gates else False
        start = f"{common}, and neither hedges" if common and sure else common
        before = f"{start}. " if start else ""
        if not opinion.question:  # wording alone: whether both mean one thing a person has to see
            return f"{before}If both mean the same thing, they cannot both be right{_limits(shut)}."
        if a.claim.status == b.claim.status == "draft":
            return f"{before}If both are read correctly, they cannot both be right{_limits(shut)}."
        return (
            f"{start}, so they cannot both be right{_limits(shut)}."
            if start
            else f"They cannot both be right{_limits(shut)}."
        )
    if kind == "qualifies" and opinion.rule == "sign":
        return f"{_sentence(_SIGN)}{_limits(shut)}." if shut or not common else f"{common}; {_SIGN}."
    if kind == "qualifies":
        outcome = "they agree only in part" if opinion.type == "agrees" else "both may hold"
        return f"But {' and '.join(shut)}, so {outcome}." if shut else f"{common}."
    if "period" in gates and not gates["period"].open:
        common = f"{common}, though {gates['period'].note}" if common else f"The two are {gates['period'].note}"
    return f"{common}{_limits(shut)}." if common else _sentence(" and ".join(shut))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _limits(shut: list[str]) -> str:
    return f"; yet {' and '.join(shut)}" if shut else ""


def _common(gates: dict[str, Gate]) -> str:
    place, period = gates.get("places"), gates.get("period")
    where = (
        f"Both speak of {place.note.removeprefix('both about ')}" if place and place.note.startswith("both") else ""
    )
    if not (period and period.open and period.note.startswith("about")):
        return where
    return f"{where} at about the same time" if where else "Both are about the same time"


def telling(frame: Frame, words: str) -> str:
    """The quote, verbatim; of a long one the clause round the words that decided, with dots where it is cut."""
    quote = " ".join(frame.claim.quote.split())
    text = words_of(quote)
    if sum(w.is_word for w in text) <= _WHOLE:
        return quote.strip(" ,;:—-.")
    at = max(0, quote.find(words) if words else 0)
    inside = [i for i, w in enumerate(text) if w.start < at + max(1, len(words)) and w.end > at] or [0]
    first, last = inside[0], inside[-1] + 1
    low, high = clause_around(text, first)[0], clause_around(text, last - 1)[1]
    if high - low > _PART:
        spare = max(0, _PART - (last - first)) // 2
        low, high = max(low, first - spare), min(high, max(last, first + _PART))
    low = min([low, *(n.start for n in negations(text) if n.reaches(first) and n.start < low)])
    while high > low + 1 and (not text[high - 1].is_word or text[high - 1].text.lower() in function_words()):
        high -= 1
    shown = quote[text[low].start : text[high - 1].end].strip(" ,;:—-.")
    return f"{'… ' if low else ''}{shown}{' …' if high < len(text) - 1 else ''}"
