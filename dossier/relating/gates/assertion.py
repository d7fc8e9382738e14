"""The gates of voice and modality: do both claims assert what they say?"""

from __future__ import annotations

from functools import cache, partial

from dossier.data import load
from dossier.language.disowned import denied_in, doubted_in, mentioned_in
from dossier.language.line import Line
from dossier.language.listed import lexicon_of
from dossier.language.negation import clause_around
from dossier.language.phrases import Lexicon
from dossier.language.words import words_of
from dossier.model import Gate
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.moods import is_undone, tells_of_deeds
from dossier.relating.comparisons.opinion import POINTS, Opinion, Setting

_leaning = partial(lexicon_of, "certainty.yaml", "leaning")
_supposing = partial(lexicon_of, "certainty.yaml", "supposing")
_OPENING = frozenset({"that", "which", "who"})  # behind the deciding words they tell of something else
_OF_DENIALS = frozenset({"denied", "rebuttal", "parts", "portions"})  # what is denied is one of the two sides
_OF_PLANS = frozenset({"plans", "phases", "rebuttal"})  # what is planned is itself in dispute
_WAYS = frozenset({"direction", "poles"})  # they count denials in
_UNSURE = frozenset({"possible", "doubtful"})


def voice(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate:
    """Both sides stand behind what they say: nothing they only report to reject, or suppose."""
    for frame, words in zip((a, b), opinion.words):
        beyond = _stands_beyond(frame, words)
        settled = opinion.question or opinion.rule == "denied" or beyond  # who rejects it may be the other side
        rebutted = frame.claim.voice == "rebutted" and not settled
        if frame.claim.voice == "hypothetical" or rebutted:
            return Gate("voice", False, f"{frame.claim.source} only gives it as {frame.claim.voice}")
    if not opinion.question:
        open_ones = [f for f, words in zip((a, b), opinion.words) if _leaves_asked(f, words)]
        if len(open_ones) == 1:
            return Gate("voice", False, f"{open_ones[0].claim.source} leaves open whether it is so")
        undone = [f for f, words in zip((a, b), opinion.words) if _is_undone(f, words)]
        if (
            len(undone) == 1
            and all(map(tells_of_deeds, {a, b} - {*undone}))
            and opinion.rule not in POINTS | _OF_PLANS
        ):
            return Gate("voice", False, f"{undone[0].claim.source} tells it as planned, wished or asked for")
        mentioned = [f for f, words in zip((a, b), opinion.words) if _only_mentions(f, words, opinion)]
        if len(mentioned) == 1 and opinion.rule not in _OF_DENIALS:
            return Gate("voice", False, f"{mentioned[0].claim.source} does not say that it is so")
    reported = [f.claim.source for f in (a, b) if f.claim.voice == "attributed"]
    if reported:
        who = " and ".join(dict.fromkeys(reported))
        return Gate("voice", True, f"{who} {'report' if len(reported) > 1 else 'reports'} it as said by others")
    return Gate("voice", True, "both say it themselves")


def _leaves_asked(frame: Frame, words: str) -> bool:
    """ "Did not say WHETHER the diver was drunk", "IF the pumps fail, it is flooded": only supposed or asked."""
    before = [""] + [w.text.lower() for w in frame.words]  # "EVEN if it rains": it is so in any case
    opens = [f.start for f in _supposing().find(frame.words) if before[f.start] != "even"]
    inside = _told_in(frame, words) if opens else []
    return bool(inside) and (opens[0] == 0 or opens[0] < inside[0])


def _is_undone(frame: Frame, words: str) -> bool:
    """ "Plans to MOVE ITS CAPITAL", "told them to BOYCOTT THE BALLOT": what decides stands behind such words."""
    inside = _told_in(frame, words)
    return bool(inside) and is_undone(frame, inside[0])


def _told_in(frame: Frame, words: str) -> list[int]:
    """The numbers of the deciding words; of words picked out of a sentence ("Ghana, lower, tax") that of the last."""
    found = frame.numbers_of(words)
    last = words.replace("…", " ").split()[-1:] if not found else []
    return found or [n for n, w in enumerate(frame.words) if w.text in last][-1:]


def _only_mentions(frame: Frame, words: str, opinion: Opinion) -> bool:
    """ "It is NAIVE TO THINK THAT it is safe", "USED TO be safe": what a sentence calls wrong, or no longer so.

    What calls it wrong is the denial itself in "there is NO EVIDENCE that it is safe".
    """
    told_by_denial = opinion.rule in ("negation", "denied") or (
        opinion.type == "contradicts" and opinion.rule in _WAYS
    )
    if told_by_denial and not any(cue.start in _disowned(frame) for cue in frame.negations):
        return False
    return not _disowned(frame).isdisjoint(frame.numbers_of(words) or range(len(frame.words)))


@by_frame
def _disowned(frame: Frame) -> frozenset[int]:
    line = Line(frame.words)
    named = mentioned_in(line) if frame.claim.voice == "own" else frozenset[int]()
    return denied_in(line).union(named, *(unsaid.words for unsaid in doubted_in(line)))


def _stands_beyond(frame: Frame, words: str) -> bool:
    """ "DENIED the charge, four days after 284 PEOPLE DIED": what no denial of the sentence reaches is told as so."""
    inside = frame.numbers_of(words) if frame.negations else []
    return bool(inside) and not any(cue.reaches(i) for cue in frame.negations for i in inside)


def modality(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate:
    """Both are sure enough, and both speak of what is or both of what will be."""
    if opinion.rule == "plans":
        return Gate("modality", True, "both speak of what is planned")
    if opinion.rule == "outcomes":
        return Gate("modality", True, "one looks ahead, the other reports the outcome")
    if opinion.rule == "rebuttal":
        return Gate("modality", True, "one rejects what the other states, however surely")
    if opinion.type == "agrees" and a.claim.modality == b.claim.modality in _UNSURE:
        return Gate("modality", True, f"both call it {a.claim.modality}")
    if _both_lean(a, b):
        return Gate("modality", True, "both only hold it likely")
    open_ones = [f for f, words in zip((a, b), opinion.words) if _leaves_open(f) and not _is_plain(f, words)]
    for frame in open_ones:
        if frame.claim.modality in _UNSURE:
            return Gate("modality", False, f"{frame.claim.source} calls it only {frame.claim.modality}")
    ahead = [f for f in open_ones if f.claim.kind == "prediction"]
    if len(ahead) == 1 and opinion.type != "agrees":
        return Gate("modality", False, f"{ahead[0].claim.source} looks ahead, the other says how things are")
    wished = [f for f in (a, b) if f.claim.kind == "recommendation"]
    if len(wished) == 1:
        return Gate("modality", False, f"{wished[0].claim.source} says what should be")
    return Gate("modality", True, ("neither hedges", "one looks ahead", "both look ahead")[len(ahead)])


def _both_lean(a: Frame, b: Frame) -> bool:
    """ "Is likely to end", "will probably not end": what both hold likely they cannot both be right in."""
    return all(f.claim.modality in _UNSURE and any(_leaning().find(f.words)) for f in (a, b))


def _leaves_open(frame: Frame) -> bool:
    return frame.claim.modality in _UNSURE or frame.claim.kind == "prediction"


def _is_plain(frame: Frame, words: str) -> bool:
    """Whether the deciding words stand in a clause of their own, apart from the "may" or "will" of the sentence.

    Only for drafts: what a person reviewed is taken at its word.
    """
    quote = " ".join(frame.claim.quote.split())
    at = quote.find(words) if words else -1
    if at < 0 or frame.claim.status == "reviewed":
        return False
    text = words_of(quote)
    inside = [i for i, w in enumerate(text) if w.start < at + len(words) and w.end > at]
    low, high = clause_around(text, inside[0])[0], clause_around(text, inside[-1])[1]
    told_of = (n for n in range(inside[-1] + 1, high) if text[n].text.lower() in _OPENING)
    held = range(low, next(told_of, high))  # "upheld the sentence in a ruling THAT could bar him"
    open_words = [n for f in _leaving_open().find(text) for n in range(f.start, f.end)]
    return bool(open_words) and not any(n in held for n in open_words)


@cache
def _leaving_open() -> Lexicon[str]:
    """Words after which it is not said that something is so."""
    data = load("modality.yaml")
    ahead = [*load("certainty.yaml")["unsure"], "will", "would", "shall", "won't", "won’t"]
    return Lexicon(dict.fromkeys((*data["doubtful"], *data["possible"], *ahead), "open"))
