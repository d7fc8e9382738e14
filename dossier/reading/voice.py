"""In whose voice a claim is made: the author's own, somebody else's, one to be rejected, or only supposed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dossier.data import load
from dossier.language.words import Word, is_known
from dossier.reading.reporting import verbs
from dossier.reading.speech import Attribution
from dossier.reading.wording import Sign, found_in, text_of


@dataclass(frozen=True, slots=True)
class Voice:
    """own, attributed, rebutted or hypothetical; who speaks, the reporting word, and what decided."""

    value: str
    words: str = ""
    speaker: tuple[int, int] | None = None
    cue: str = ""


def voice_of(
    text: str, words: Sequence[Word], span: tuple[int, int], heard: Sequence[Attribution], first: int = 0
) -> Voice:
    """The voice of the claim text[span[0]:span[1]].

    `words` are those of its sentence, which begins at `first` in the text; `heard` the attributions that touch it.
    A verb that does something by being said ("pledged to") leaves the claim that it was said the author's own.
    """
    inside = [i for i, w in enumerate(words) if span[0] <= w.start + first and w.end + first <= span[1]]
    if not inside:
        return Voice("own")
    begin, end = inside[0], inside[-1] + 1
    speech = _speech(text, span, heard)
    found = found_in("voice.yaml", words)
    condition = _condition(words, found, begin, end)
    if condition:
        return Voice("hypothetical", condition, speech.speaker if speech else None, speech.cue if speech else "")
    for one in found:
        if (
            one.value == "rebutted"
            and one.start <= end
            and one.start < end
            and _governs(words, one.start, begin, end)
        ):
            return Voice("rebutted", text_of(words, one), speech.speaker if speech else None)
    if speech:
        return speech
    for one in found:
        if one.value == "hearsay" and begin <= one.start < end:
            return Voice("attributed", text_of(words, one))
    return Voice("own")


def _speech(text: str, span: tuple[int, int], heard: Sequence[Attribution]) -> Voice | None:
    """The closest attribution whose content is the claim, or most of it."""
    best: Attribution | None = None
    for a in heard:
        shared = min(a.content[1], span[1]) - max(a.content[0], span[0])
        if shared < 0.5 * (span[1] - span[0] - _naming(a, span)):
            continue
        if a.cue and span[0] <= a.cue[0] < span[1] and is_act(text, a):
            continue
        if best is None or (a.content[1] - a.content[0]) < (best.content[1] - best.content[0]):
            best = a
    if best is None:
        return None
    cue = text[best.cue[0] : best.cue[1]] if best.cue else ""
    base = base_of(cue)
    value = "rebutted" if base in _list("denials") else "attributed"
    return Voice(value, cue, best.source, base)


def _naming(heard: Attribution, span: tuple[int, int]) -> int:
    """How many characters of the claim only name the speaker and the saying."""
    places = [p for p in (heard.source, heard.cue) if p and span[0] <= p[0] and p[1] <= span[1]]
    if heard.cue not in places:
        return 0
    return max(p[1] for p in places) - min(p[0] for p in places)


def is_act(text: str, heard: Attribution) -> bool:
    """Whether saying it is what is told: "vowed to appeal", "must convince", "polls show"."""
    if heard.cue is None:
        return False
    base = base_of(text[heard.cue[0] : heard.cue[1]])
    if (
        base
        and set(_PUNCTUATION.split(text[max(0, heard.cue[0] - 25) : heard.cue[0]].lower())[-1].split()[-3:]) & _MODALS
    ):
        return True
    if base in _list("evidence"):
        who = text[heard.source[0] : heard.source[1]] if heard.source else ""
        return not who or not _can_speak(who)
    if text[max(0, heard.content[0] - 7) : heard.content[0]].rstrip(" ,").endswith(" that"):
        return base in _list("acts_always")
    return base in _list("acts")


_PUNCTUATION = re.compile(r"[^\w\s’'-]")
_MODALS = frozenset(("will", "would", "must", "should", "may", "might", "could", "can", "to", "cannot"))


def _can_speak(who: str) -> bool:
    words = who.split()
    if any(w[:1].isupper() for w in words[1:]) or (
        len(words) == 1 and who[0].isupper() and not is_known(who.lower())
    ):
        return True
    return any(w.lower().rstrip("s") in _list("people") or w.lower() in _list("people") for w in words)


@cache
def base_of(cue: str) -> str:
    """The base form of a reporting word, "" for phrases and nouns."""
    words = cue.lower().split()
    verb = verbs().get(words[-1]) if words else None
    return verb.base if verb else ""


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load("acts.yaml")[name])


def _condition(words: Sequence[Word], found: Sequence[Sign], begin: int, end: int) -> str:
    """The word that makes the claim hang on a condition, in front of it in its sentence or inside it."""
    for one in found:
        if one.value == "conditions" and (one.start < end and (one.start >= begin or _opens(words, one.start))):
            return text_of(words, one)
        if one.value == "unreal" and begin <= one.start < end:
            return text_of(words, one)
    return "Should" if begin == 0 and words[0].text == "Should" else ""


def _opens(words: Sequence[Word], i: int) -> bool:
    """Whether a condition stands at the head of the sentence, so that the main clause hangs on it too."""
    return all(not w.is_word or w.text.lower() in ("but", "and", "yet", "even", "so", "however") for w in words[:i])


def _governs(words: Sequence[Word], at: int, begin: int, end: int) -> bool:
    """A rejecting phrase reaches what follows it up to a full turn of the sentence."""
    if at > begin:
        return at - begin <= 8
    between = words[at:begin]
    return not any(w.text in (";",) or w.text.lower() == "but" for w in between)
