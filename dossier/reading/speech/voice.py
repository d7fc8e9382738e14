"""In whose voice a claim is made: the author's own, somebody else's, one to be rejected, or only supposed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dossier.language.grammar import is_adverb, words_in
from dossier.language.words import Word, Words, words_of
from dossier.reading.findings import Sentence, Span
from dossier.reading.sentences.clause_tree import is_told_aside
from dossier.reading.sentences.tokens import class_of
from dossier.reading.speech.acts import base_of, is_act, judgement
from dossier.reading.speech.frames import Attribution
from dossier.reading.speech.framing import stance_of_frame
from dossier.reading.speech.holding import RESTS_ON, holder
from dossier.reading.speech.sorts import listed
from dossier.reading.wording import Sign, text_of, voice_signs


@dataclass(frozen=True, slots=True)
class Voice:
    """own, attributed, rebutted or hypothetical; who speaks, the reporting word, what is said, and what decided."""

    value: str
    words: str = ""
    speaker: tuple[int, int] | None = None
    cue: str = ""
    content: tuple[int, int] | None = None  # what is said


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
    # "The dam is being built, despite Egypt's worry that it will take water": the author says that it is.
    heard = [a for a in heard if not (a.by_noun and a.cue and _BY_THE_WAY.search(text, span[0], a.cue[0]))]
    sentence = (first + words[0].start, first + words[-1].end)
    held = holder(text, span, heard, sentence)
    speech = _voice_by(text, span, heard, sentence, held) if held else None
    found = voice_signs(words)
    told = [
        s
        for s in found
        if s.value not in ("conditions", "unreal", "hearsay")
        or not is_told_aside(text[first : sentence[1]], words[s.start].start)
    ]
    condition = _condition(
        words, [s for s in told if not _asked_for(text, words[s.start].start + first, span, heard)], begin, end
    )
    if condition:
        return Voice("hypothetical", condition, speech.speaker if speech else None, speech.cue if speech else "")
    for one in found:
        if (
            one.value == "rebutted"
            and one.start < end
            and _governs(words, one.start, begin)
            and not RESTS_ON.search(text, first, first + words[one.end - 1].start - 1)
        ):
            return Voice("rebutted", text_of(words, one), speech.speaker if speech else None)
    if speech is None and (judged := judgement(text, span, heard)):
        says, base = judged
        speech = Voice("attributed", text[slice(*says.cue)] if says.cue else "", says.source, base)
    if speech:
        return speech
    for one in told:
        if one.value == "hearsay" and begin <= one.start < end:
            return Voice("attributed", text_of(words, one))
    return Voice("own")


def _voice_by(
    text: str,
    span: tuple[int, int],
    heard: Sequence[Attribution],
    sentence: tuple[int, int],
    best: Attribution,
) -> Voice | None:
    """The voice that an attribution gives its content; None where it leaves it to the author."""
    cue = text[best.cue[0] : best.cue[1]] if best.cue else ""
    base = base_of(cue)
    beside = stance_of_frame(text, sentence, best)
    denied = base in listed("denials")
    if denied and beside == "weighs":
        return None  # "did not deny that": neither said nor rejected
    between = (best.source[1], best.cue[0]) if best.source and best.cue else (0, 0)
    if base in listed("opinions") and between[0] < between[1] and _HOLDS_NOT.fullmatch(text, *between):
        return Voice("attributed", cue, best.source, base, best.content)  # "the bank does not expect that"
    if beside and not denied:
        says = (a.source for a in heard if a.cue and a.content[0] <= span[0] < span[1] <= a.content[1])
        return Voice("rebutted", cue, next(says, None)) if beside == "rejects" else None
    return Voice("rebutted" if denied else "attributed", cue, best.source, base, best.content)


def _asked_for(text: str, at: int, span: tuple[int, int], heard: Sequence[Attribution]) -> bool:
    """Whether a word stands in what somebody is told to ask or threaten: "asked him to go IF prices stay up"."""
    return any(
        a.cue and span[0] <= a.cue[0] < a.cue[1] <= a.content[0] <= at < a.content[1] and is_act(text, a)
        for a in heard
    )


_HOLDS_NOT = re.compile(r" (?:also |still )?(?:does|do|did)(?: not|n[’']t) (?:\w+ly )?")
_BY_THE_WAY = re.compile(r", (?:despite|in spite of|notwithstanding|amid|given) [^,;]*$")


def _condition(words: Sequence[Word], found: Sequence[Sign], begin: int, end: int) -> str:
    """The word that makes the claim hang on a condition, in front of it in its sentence or inside it."""
    for one in found:
        opens = _opens(words, one.start) and all(w.text != ";" for w in words[one.start : begin])
        hangs = one.start < end and (one.start >= begin or opens) and not _excepts(words, begin, one.start)
        if one.value == "conditions" and hangs:
            return text_of(words, one)
        if one.value == "unreal" and begin <= one.start < end and _goes_on_as_verb(words, one.end):
            return text_of(words, one)
    # "WERE the firm to fail, the loss WOULD be small"
    unreal = words[0].text in ("Were", "Had") and any(w.text in ("would", "could", "might") for w in words)
    return words[0].text if begin == 0 and (unreal or words[0].text == "Should") else ""


def _excepts(words: Sequence[Word], begin: int, at: int) -> bool:
    """ "The water IS NOT safe UNLESS it is boiled": what is not so is told, with what it would take."""
    low = [w.text.lower() for w in words[begin : at + 1]]
    return low[-1:] == ["unless"] and any(two[1] == "not" and two[0] in words_in("be") for two in pairwise(low))


def _goes_on_as_verb(words: Sequence[Word], at: int) -> bool:
    """ "Would have HELPED"; what "would have consequences" has them."""
    if words[at - 1].text.lower() != "have":
        return True
    verb = next((w for w in words[at:] if not is_adverb(w.text.lower()) and w.text.lower() != "not"), None)
    if verb is None:
        return False
    low = verb.text.lower()
    return low in class_of("past") or low.endswith("ed") or (verb.lemma != low and not low.endswith(("s", "ing")))


def _opens(words: Sequence[Word], i: int) -> bool:
    """Whether a condition stands at the head of the sentence, so that the main clause hangs on it too."""
    return all(not w.is_word or w.text.lower() in ("but", "and", "yet", "even", "so", "however") for w in words[:i])


def _governs(words: Sequence[Word], at: int, begin: int) -> bool:
    """A rejecting phrase reaches what follows it up to a full turn of the sentence."""
    if at > begin:
        return at - begin <= 8
    between = words[at:begin]
    return not any(w.text in (";", ":") or w.text.lower() == "but" for w in between)


_QUOTES = ("“", '"', "‘")
_OPENING = 2  # words before it: "But they", "In fact they"
_AGAINST = frozenset({"but", "although", "though", "yet", ";", "—", "–"})
# A whole sentence of nothing but a denial: "It would not.", "They do not."
_BARE = re.compile(
    r"(?:But |Yet |No, )?(?:it|they|he|she|this|that|we|I) "
    r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)(?: not|n[’']t)(?: so)?[.!]",
    re.IGNORECASE,
)
# Anywhere in the sentence behind: "In ten years nobody has found a SIGN OF THAT", "Whoever sails KNOWS BETTER".
_NONE_OF_THAT = re.compile(
    r"\b(?:no|not an?|nobody|little|never)\b[^.;:“”\"]{0,30}"
    r"\b(?:evidence|proof|signs?|trace|word|hint|shred|basis|grounds?|indication)\b[^.;:“”\"]{0,20} "
    r"(?:of|for) (?:that|this|it)\b|\bnothing of the (?:sort|kind)\b|^None of (?:that|this)\b|\bknows? better\b"
    r"|\bon paper[.]$",
    re.IGNORECASE,
)


def after_retort(
    voice: Voice, heard: Sequence[Attribution], text: str, sentences: Sequence[Sentence], number: int
) -> Voice:
    """The voice of a claim of sentence `number` that others make, when what follows calls it wrong.

    That is the end of its own sentence, or the next one where it opens so. What the author says alone is not
    touched: nobody takes back what was just said without saying so.
    """
    contents = [a.content[0] for a in heard if a.source and a.cue]
    said = voice.value == "attributed" or (voice.value == "own" and contents)
    if not said or number >= len(sentences):
        return voice
    told = _at_end(min(contents, default=0), text, sentences[number])
    told = told or _behind(voice, text, sentences[number : number + 2])
    return replace(voice, value="rebutted", words=told) if told else voice


def _at_end(said_from: int, text: str, here: Sentence) -> str:
    """ "Two studies saw a fall, ALTHOUGH THESE CLAIMS ARE FALSE": a clause that takes back what stands before it."""
    said = text[max(here.start, said_from) : here.end]
    if not any(turn in said.lower() for turn in _AGAINST):
        return ""
    words = words_of(said)
    retorts = (s for s in voice_signs(words) if s.value == "taken_back" and s.start)
    return next((text_of(words, s) for s in retorts if words[s.start - 1].text.lower() in _AGAINST), "")


def _behind(voice: Voice, text: str, both: Sequence[Sentence]) -> str:
    """What the sentence behind in the same paragraph opens with, if it takes back this one."""
    if len({s.paragraph for s in both}) > 1 or len(both) < 2:
        return ""
    behind = both[1]
    told = text[behind.start : behind.end]
    if told[:1] in _QUOTES:
        return ""  # whoever spoke goes on
    if voice.value == "attributed" and (against := _BARE.fullmatch(told) or _NONE_OF_THAT.search(told)):
        return against[0]
    words = words_of(told)
    retort = next((s for s in voice_signs(words) if s.value == "taken_back" and s.start <= _OPENING), None)
    return text_of(words, retort) if retort else ""


def all_said(voice: Voice, heard: Sequence[Attribution], span: Span) -> Span | None:
    """All that the claim's speaker says inside it, where that is not the whole claim."""
    said = [
        a.content for a in heard if a.source == voice.speaker and span[0] <= a.content[0] and a.content[1] <= span[1]
    ]
    if voice.content is None or voice.content not in said:
        return None
    whole = (min(start for start, _ in said), max(end for _, end in said))
    return whole if whole != span else None


def without_who_speaks(words: Words, first: int, voice: Voice, heard: Sequence[Attribution]) -> Words:
    """The words of a claim without what is told beside the name: "…, said Joseph Chewe, who had warned of deaths"."""
    said = next((a for a in heard if a.source and a.source == voice.speaker and a.content == voice.content), None)
    if said is None or not (said.source and said.cue):
        return words
    same = [a.content for a in heard if a.source == said.source]
    behind = max(said.source[1], said.cue[1]) if said.content[1] <= min(said.source[0], said.cue[0]) else None
    apart = next((w.text == "," for w in words if w.start + first >= said.source[1]), False)
    speaker, cue = said.source[1], said.cue[0]

    def is_kept(at: int) -> bool:
        beside = (apart and speaker <= at < cue) if behind is None else at >= behind
        return not beside or any(start <= at < end for start, end in same)

    return Words(word for word in words if is_kept(word.start + first))
