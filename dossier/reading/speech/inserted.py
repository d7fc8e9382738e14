"""A saying in the middle of what is said: "No permit was given, it said in a statement, and the stamp was old"."""

from __future__ import annotations

from dataclasses import replace

from dossier.language.grammar import is_adverb
from dossier.reading.sentences.telling import has_verb, parsed
from dossier.reading.sentences.verb_forms import present_forms
from dossier.reading.speech.extent import after_cue
from dossier.reading.speech.frames import Attribution, Frame
from dossier.reading.speech.reporting import going_on, small, verbs
from dossier.reading.speech.times import low

_DASHES = frozenset(("—", "–"))
_MARKS = frozenset((",",)) | _DASHES
_TAIL = 9  # words of "told reporters in the capital on Monday"
_NAMED = 16  # words of ", a former minister of two presidents"
_LEAST = 3  # words of a clause behind the saying
_JOINS = frozenset(("and", "but", "because", "so", "since", "although", "though", "or", "yet"))
_LEADING = frozenset(("but", "and", "yet", "only", "even"))  # "BUT ONLY those who pay, she said, will vote"
_SUBORDINATORS = frozenset(
    ("if", "unless", "because", "since", "while", "although", "though", "when", "after", "once", "until")
)


def both_sides(frame: Frame, heard: Attribution) -> list[Attribution]:
    """What a speaker says before and behind a saying that stands between two commas; else `heard` alone.

    Of "The mines, she said, take too much water" the subject alone is no content; `opens` tells where it stands.
    """
    if not (heard.source and heard.cue) or heard.by_noun:
        return [heard]
    words = frame.words
    start = frame.word_at(min(heard.source[0], heard.cue[0]))
    end = frame.word_at(max(heard.source[1], heard.cue[1]))
    if start < 1 or words[start - 1].text not in _MARKS or frame.in_quotation(start - 1):
        return [heard]
    first = _opening(frame, start - 1)
    turned = heard.cue[0] < heard.source[0] < heard.content[1]
    parted = parting(frame, start, end) if turned else 0
    behind = parted or _behind(frame, end)
    if not behind or first >= start - 1 or frame.in_quotation(start - 2):
        return [heard]
    before, after = _place(frame, first, start - 1), after_cue(frame, behind)
    if after and _goes_on(frame, before, first, behind):
        return [replace(heard, content=before), replace(heard, content=after, opens=before[0])]
    if after and not _is_whole(frame, before, first) and (_is_subject(frame, first, behind) or parted):
        return [replace(heard, content=after, opens=before[0])]
    hangs_on = low(words[behind]) in _JOINS | _SUBORDINATORS | small("prepositions")
    if hangs_on and low(words[first]) in small("prepositions"):
        hangs_on = not has_verb(_rest(frame, behind))  # "In a note that X sent, it said, in May prices ROSE"
    told_after = heard.content[0] == words[behind].start and hangs_on
    return [replace(heard, content=before) if told_after and _is_whole(frame, before, first) else heard]


def parting(frame: Frame, i: int, end: int) -> int:
    """The word behind the comma in "The plan, SAY critics led by a banker, IS to fail": where its verb goes on.

    The verb of saying stands at word number `i`, and its speaker ends before words[end]; 0 where none of it fits.
    """
    words, first = frame.words, _opening(frame, i - 1)
    if (
        i < 2
        or words[i - 1].text not in _MARKS
        or first >= i - 1
        or _is_whole(frame, _place(frame, first, i - 1), first)
    ):
        return 0
    if any(w.text == "," for w in words[first : i - 1]) or (
        end < len(words) and low(words[end]) in small("auxiliaries")
    ):
        return 0  # "Ratna Sari, whose term ends, SAID the fund was empty, adding"
    stops = (k + 1 for k in range(end, min(len(words) - 1, end + _NAMED)) if words[k].text == words[i - 1].text)
    return next((k for k in stops if _takes_up(frame, first, k)), 0)


def _takes_up(frame: Frame, first: int, behind: int) -> bool:
    """Whether what stands before a saying goes on behind it: its verb, or "In Peru, say officials, PRICES ROSE"."""
    words, opens = frame.words, low(frame.words[behind])
    if frame.in_quotation(behind) or opens.endswith("ing"):
        return False
    if low(words[first]) not in small("prepositions"):
        return _is_subject(frame, first, behind)
    stop = next((k for k in range(behind, len(words)) if words[k].text == ","), len(words))
    return opens not in _JOINS | {"who", "which", "whose"} and has_verb(
        frame.text[slice(*_place(frame, behind, stop))]
    )


def _place(frame: Frame, first: int, end: int) -> tuple[int, int]:
    return frame.words[first].start, frame.words[end - 1].end


def _goes_on(frame: Frame, before: tuple[int, int], first: int, behind: int) -> bool:
    """Whether what stands behind the saying belongs to what is said, as what stands before it does."""
    if _is_whole(frame, before, first):
        return _says_on(frame, behind)
    if low(frame.words[first]) in _SUBORDINATORS:
        return has_verb(_rest(frame, behind)) and has_verb(frame.text[slice(*before)])
    return False


def _is_whole(frame: Frame, before: tuple[int, int], first: int) -> bool:
    """Whether what stands before the saying is a main clause."""
    return low(frame.words[first]) not in _SUBORDINATORS and has_verb(frame.text[slice(*before)])


def _behind(frame: Frame, end: int) -> int:
    """The word behind the comma that closes the saying, over where, when and to whom it was said; 0 without one."""
    words = frame.words
    for at in range(end, min(len(words) - 2, end + _TAIL)):
        if frame.in_quotation(at):
            return 0
        if words[at].text in _MARKS:
            return at + 1 if not frame.in_quotation(at + 1) else 0
        if at == end and not _opens_tail(frame, at):
            return 0
        if (
            not words[at].is_word
            or low(words[at]) in ("that", "who", "which")
            or low(words[at]) in small("auxiliaries")
        ):
            return 0
    return 0


def _opens_tail(frame: Frame, at: int) -> bool:
    text, verb = low(frame.words[at]), verbs().get(low(frame.words[at - 1]))
    if verb and "person" in verb.takes and (text in small("articles") or frame.words[at].text[0].isupper()):
        return True  # "told the paper"
    return text in small("prepositions", "days") | {"last", "late", "early", "reporters", "us"} or is_adverb(text)


def _opening(frame: Frame, end: int) -> int:
    """Where the clause before the saying begins: behind a colon or semicolon, else with the sentence."""
    marks = (k + 1 for k in range(end) if frame.words[k].text in (";", ":") and not frame.in_quotation(k))
    first = max(marks, default=0)
    while first < end and frame.words[first].text in (",", "."):
        first += 1
    return first


def _is_subject(frame: Frame, first: int, behind: int) -> bool:
    """ "The transfers, she said, WERE repayments": what stands in front is what the verb behind is said of."""
    opens = next((low(w) for w in frame.words[first:behind] if low(w) not in _LEADING), "")
    if opens in small("prepositions", "adverbs", "clause_openers") or is_adverb(opens):
        return False
    tokens, told, _ = parsed(_rest(frame, behind))
    return 0 in told or tokens[0].low in present_forms()[0] | going_on()


def _says_on(frame: Frame, behind: int) -> bool:
    """Whether a clause is joined behind as one joins what one says, and no other speaker takes over."""
    tokens, told, _ = parsed(_rest(frame, behind))
    if tokens[0].low not in _JOINS or len(tokens) < _LEAST:
        return False
    verb = next((k for k in told if k > 1), 0)
    report = verbs().get(told[verb].head) if verb else None
    return verb > 0 and not (report and report.takes & {"clause", "person"})  # "…, he said, but the union denied it"


def _rest(frame: Frame, behind: int) -> str:
    return frame.text[frame.words[behind].start : frame.end]
