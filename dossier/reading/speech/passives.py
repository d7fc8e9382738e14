"""A reporting verb in the passive: "it was announced that", "is said to be", "was accused by the union of"."""

from __future__ import annotations

from dossier.reading.speech.extent import after_cue
from dossier.reading.speech.frames import Attribution, Frame, make
from dossier.reading.speech.phrases import Span, head_noun
from dossier.reading.speech.reporting import Verb, small, spoken
from dossier.reading.speech.rightwards import on_the_right
from dossier.reading.speech.subjects import subject_of
from dossier.reading.speech.times import low

_THAT = 6  # words up to the "that" of "It is widely believed in the capital that"


def by_passive(frame: Frame, i: int, verb: Verb, clause: int) -> Attribution | None:
    """What the passive at word number i of a clause attributes, to whoever stands behind its "by"."""
    if verb.takes <= {"beside_quotation", "also_nouns"}:
        return None  # "was opened to boats"
    source, at = _by_whom(frame, i + 1, verb)
    if source is None and verb.base in ("convince", "persuade"):
        source = subject_of(frame, clause)
    at = _behind_place(frame, at) if source is None else at
    text = low(frame.words[at]) if at < len(frame.words) else ""
    if text == "to" and verb.base == "suppose":
        return None  # "is supposed to save" tells what is meant
    fault = text in ("of", "as") or (text == "for" and verb.base in spoken("faulting"))
    if text not in ("that", "whether", "to") and not (fault and "matter" in verb.takes):
        return None
    span = after_cue(frame, at + (text == "that"))
    return make(frame, source, (i, i + 1), span) if span else None


def _by_whom(frame: Frame, at: int, verb: Verb) -> tuple[Span | None, int]:
    """Who does it, told behind "by", and the word number behind them."""
    words = frame.words
    if at >= len(words) or low(words[at]) != "by":
        return None, at
    source = on_the_right(words, at + 1, len(words))
    if source is None or head_noun(words, source).lemma in spoken("manners"):
        return None, at
    ends = (n for n in range(*source) if "matter" in verb.takes and low(words[n]) in ("of", "for"))
    stop = next(ends, source[1])
    return (source[0], stop), stop


def _behind_place(frame: Frame, at: int) -> int:
    """Past "in the capital" to a "that" behind it."""
    words = frame.words
    if at >= len(words) or low(words[at]) not in ("in", "among", "across"):
        return at
    that = next((n for n in range(at + 2, min(len(words), at + _THAT)) if low(words[n]) == "that"), at)
    return at if low(words[that - 1]) in small("coordinators") else that  # "were held in secret and that"
