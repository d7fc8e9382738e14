"""A saying behind or in the middle of what is said: "…, said Ana Ruiz", "The mines, say locals, take too much"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dossier.language.grammar import is_adverb
from dossier.language.words import Word
from dossier.reading.sentences.telling import has_verb, parsed
from dossier.reading.sentences.verb_forms import present_forms
from dossier.reading.speech.extent import after_cue
from dossier.reading.speech.frames import Attribution, Frame
from dossier.reading.speech.phrases import Span, head_noun, on_the_right
from dossier.reading.speech.reporting import Verb, forms_in, going_on, small, spoken, verbs
from dossier.reading.speech.sorts import is_person_word
from dossier.reading.speech.times import low, low_at, times_begin


def inverted_source(frame: Frame, i: int, group: int) -> Span | None:
    """The speaker after the verb: “…,” said the minister."""
    words, verb = frame.words, verbs()[low(frame.words[i])]
    if i == 0 or group != i or i + 1 >= len(words) or not _closes_what_is_said(frame, i, verb):
        return None
    if not _may_speak(frame, i):
        return None
    source = on_the_right(words, i + 1, len(words))
    if source is None:
        return None
    quoted, after = frame.in_quotation(i - 1), low(words[i + 1])
    thing = "matter" in verb.takes and after in ("a", "an")  # "the rival, a banker, DEMANDED a recount"
    if (thing or not _is_named(words[i + 1])) and not quoted and not _is_somebody(words, source):
        return None
    if words[i - 1].text in (",", "—", "–") and not quoted and parting(frame, i, source[1]):
        return source
    if words[i - 1].text == "," and (_stands_before(frame, i) or not (quoted or _closes_well(frame, source[1]))):
        return None
    return source


def _closes_what_is_said(frame: Frame, i: int, verb: Verb) -> bool:
    """Whether a quotation or a clause ends right before the verb at word number i, and the verb goes with such."""
    if verb.shape == "ing" or not verb.takes & {"clause", "beside_quotation", "asking"}:
        return False
    quoted = frame.in_quotation(i - 1) or frame.in_quotation(i - 2)
    if not quoted and ("clause" not in verb.takes or verb.base in spoken("seldom_behind")):
        return False  # "they lost their jobs, SAW their shops close"
    return frame.in_quotation(i - 1) or frame.words[i - 1].text in (",", "—", "–", "-", "?", "!")


def _may_speak(frame: Frame, i: int) -> bool:
    """Whether a speaker's name may begin behind the verb at word number i."""
    words, after, quoted = frame.words, low(frame.words[i + 1]), frame.in_quotation(i - 1)
    if after == "as" or (after in spoken("pointing") and not quoted):
        return False  # "…, warned that", "the union, known as the CGT"
    if after in ("it", "him", "them", "us", "me") and not quoted:
        return False  # "the staff, she added, knew it"
    noun = words[i + 1].is_word and words[i + 1].text.islower() and after not in small("prepositions")
    return (noun or _is_named(words[i + 1])) and not times_begin(words, i + 1, len(words))


def _is_named(word: Word) -> bool:
    return word.text[0].isupper() or low(word) in small("articles", "subject_pronouns")


def _stands_before(frame: Frame, i: int) -> bool:
    """Whether the speaker stands before the comma in front of the verb: "The utility, Zesco, EXPECTS"."""
    told = has_verb(frame.text[frame.words[0].start : frame.words[i - 1].start])
    return not told and not frame.in_quotation(i - 2)


def _is_somebody(words: Sequence[Word], source: Span) -> bool:
    """ "…, say fisheries EXPERTS", "…, said chairman Mara Oduya", "…, warned a STUDY": who or what can tell."""
    head = head_noun(words, source)
    tells = low(head) in forms_in("evidence") | forms_in("messages")
    return tells or is_person_word(head.text) or words[source[1] - 1].text[0].isupper()


def _closes_well(frame: Frame, at: int) -> bool:
    """Whether no verb stands behind an inverted speaker: the sentence ends or goes on with an aside."""
    return all(frame.group_of(number)[0] != at for number in range(len(frame.tree)))


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
    if end < len(words) and heard.content[0] == words[end].start and heard.source > heard.cue:
        return [heard]  # "The law, hailed by the mayor AS A TRIUMPH, was dropped"
    if start > 1 and low(words[start - 1]) == "as":  # "…, as the minister put it, …"
        start, end = start - 1, next((k for k in range(end, len(words)) if not words[k].is_word), end)
    if start < 1 or words[start - 1].text not in _MARKS or frame.in_quotation(start - 1):
        return [heard]
    if end < len(words) - 1 and words[end].text == ":" and (goes_on := after_cue(frame, end + 1)):
        return [heard, replace(heard, content=goes_on)]  # "One thing is sure, says Ana Ruiz: THE DAM WILL HOLD"
    first = _opening(frame, start - 1)
    turned = heard.cue[0] < heard.source[0] < heard.content[1]
    parted = parting(frame, start, end) if turned else 0
    behind = parted or _behind(frame, end)
    if not behind or first >= start - 1 or frame.in_quotation(start - 2):
        return [heard]
    before, after = _place(frame, first, start - 1), after_cue(frame, behind)
    if after and low(words[behind]) == "than":  # "held up less by rain, SHE ARGUES, THAN by the firm"
        return [replace(heard, content=(before[0], after[1]))]
    last = frame.text[slice(*heard.source)].lower().split()[-1]
    shows = heard.source < heard.cue and last in forms_in("evidence")  # "…, data shows, and"
    if after and not shows and _goes_on(frame, before, first, behind):
        return [replace(heard, content=before), replace(heard, content=after, opens=before[0])]
    if after and not _is_whole(frame, before, first) and (_is_subject(frame, first, behind) or parted):
        return [replace(heard, content=after, opens=before[0])]
    return [heard]


def parting(frame: Frame, i: int, end: int) -> int:
    """The word behind the comma in "The plan, SAY critics led by a banker, IS to fail": where its verb goes on.

    The verb of saying stands at word number `i`, and its speaker ends before words[end]; 0 where none of it fits.
    """
    words, first = frame.words, _opening(frame, i - 1)
    if first >= i - 1 or _is_whole(frame, _place(frame, first, i - 1), first):
        return 0
    if any(w.text == "," for w in words[first : i - 1]) or (low_at(words, end) in small("auxiliaries")):
        return 0  # "Ratna Sari, whose term ends, SAID the fund was empty, adding"
    stops = (k + 1 for k in range(end, min(len(words) - 1, end + _NAMED)) if words[k].text == words[i - 1].text)
    return next((k for k in stops if _takes_up(frame, first, k)), 0)


def _takes_up(frame: Frame, first: int, behind: int) -> bool:
    """Whether what stands before a saying goes on behind it: its verb, or "In Peru, say officials, PRICES ROSE"."""
    words, opens = frame.words, low(frame.words[behind])
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
