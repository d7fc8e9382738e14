"""A content behind its verb: to the end of its clause, or a quotation."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.reading.sentences.telling import parsed
from dossier.reading.sentences.verb_forms import present_forms
from dossier.reading.speech.extent import after_cue
from dossier.reading.speech.frames import Frame


@dataclass(frozen=True, slots=True)
class Content:
    """A content found behind its verb; `clear` when a "that", a question word or a quotation shows it."""

    span: tuple[int, int]
    clear: bool


def quotation_from(frame: Frame, k: int) -> Content | None:
    """A quotation right here or behind a comma or colon."""
    at = k
    while at < len(frame.words) and frame.words[at].text in (",", ":", "—", "–", "-") and not frame.in_quotation(at):
        at += 1
    q = frame.quotation_at(at) if at < len(frame.words) else None
    if q is None:
        return None
    after = frame.word_at(q.end)
    goes_on = at == k and after < len(frame.words) and frame.words[after].is_word
    if goes_on:
        end = after_cue(frame, at)
        return Content(end, True) if end else None
    return Content((q.start, q.end), True)


def to_end(frame: Frame, k: int, clear: bool) -> Content | None:
    """All from word number k to the end of what is said."""
    span = after_cue(frame, k)
    return Content(span, clear) if span else None


def deed_only(frame: Frame, content: Content | None) -> Content | None:
    """ "To mediate" of "Mali offered to mediate and called the war a folly": what anybody did next is not offered."""
    if content is None:
        return None
    start = content.span[0]
    tokens, told, _ = parsed(frame.text[slice(*content.span)])
    for k in range(1, len(tokens) - 2):
        if tokens[k].text != "," or tokens[k].deep or tokens[k + 1].low not in _TURNS:
            continue
        if tokens[k + 2].low in present_forms()[0] | {"to", "not"} or k + 2 in told:
            continue  # "to pay, and leave", "…, and pays"
        if any(k + 3 <= n < k + _SUBJECT for n in told):
            return Content((start, start + tokens[k - 1].end), content.clear)
    return content


_TURNS = frozenset(("and", "but", "while"))
_SUBJECT = 12  # words of a clause before its verb
