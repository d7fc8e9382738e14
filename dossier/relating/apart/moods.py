"""Whether what a claim tells is so, or only wished, planned, foreseen, possible; or told as a fairy tale."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from itertools import pairwise

from dossier.data import load
from dossier.language.lexical import has_entry, is_verb
from dossier.language.listed import lexicon_of
from dossier.language.negation import is_finite
from dossier.language.phrases import Lexicon
from dossier.language.words import Word
from dossier.relating.apart.frames import Frame, by_frame

_OPENERS = frozenset({"that", "who", "which"})
_undone = partial(lexicon_of, "predicates.yaml", "undone")
_undone_doing = partial(lexicon_of, "predicates.yaml", "undone_doing")
_still_open = partial(lexicon_of, "predicates.yaml", "still_open")

_MARKS = frozenset(".;:?!,—–")  # behind these another clause begins


def mood_of(frame: Frame, low: int, start: int) -> str:
    """Ahead or asked by the words before; "to do" without such words is no more than possible."""
    before = frame.words[low:start]
    opens = [n for n, w in enumerate(before) if w.text.lower() in _OPENERS]
    first = opens[-1] + 1 if opens else 0
    before = before[first:]
    months = [n for n, w in enumerate(before) if w.text == "May" and low + first + n]
    found = list(_moods().find(before, months))
    if found:
        return found[-1].value
    infinitive = (
        len(before) > 1
        and before[-1].text.lower() == "to"
        and before[-2].lemma not in load("predicates.yaml")["done"]
    )
    return "possible" if infinitive or _is_had_done(before) else ""


def _is_had_done(before: Sequence[Word]) -> bool:
    """ "Went to court TO HAVE THE VOTE annulled", where "to have been annulled" tells that it was."""
    low = [w.text.lower() for w in before]
    opens = [n + 2 for n, two in enumerate(pairwise(low)) if two == ("to", "have")]
    return bool(opens) and low[opens[-1] : opens[-1] + 1] != ["been"] and opens[-1] < len(low)


def is_undone(frame: Frame, at: int) -> bool:
    """ "Plans to MOVE the capital", "demands HIGHER wages": whether nothing says that word number `at` is done."""
    ends = [end for end in _undone_ends(frame) if end <= at]
    return bool(ends) and not any(_turns_to_deeds(frame.words, n) for n in range(ends[-1], at))


def _turns_to_deeds(words: Sequence[Word], n: int) -> bool:
    """Where what is done is told again: "called for calm BUT fired aides", "asked for help AND SENT for her"."""
    low = words[n].text.lower()
    if low == "and" and n + 1 < len(words):
        return is_finite(words, n + 1) or words[n + 1].text.endswith("ed")
    return low in _MARKS or low == "but"


@by_frame
def tells_of_deeds(frame: Frame) -> bool:
    """Whether a claim tells of nothing that is only planned, wished or refused, and may come yet."""
    return not _undone_ends(frame) and next(_still_open().find(frame.words), None) is None


@by_frame
def _undone_ends(frame: Frame) -> tuple[int, ...]:
    """Behind which words it is only planned or asked for; behind "agree to" a verb follows, "consider" an "ing"."""
    words = frame.words
    found = [(f, f.entry.endswith(" to")) for f in _undone().find(words) if f.end < len(words)]
    wished = {f.end - to for f, to in found if not to or _is_plain_verb(words[f.end])}
    thought = (f.end for f in _undone_doing().find(words) if f.end < len(words))
    return tuple(sorted(wished.union(end for end in thought if words[end].text.endswith("ing"))))


def _is_plain_verb(word: Word) -> bool:
    return is_verb(word.text) or (word.text == word.lemma and not has_entry(word.lemma))


@by_frame
def mood_words(frame: Frame) -> frozenset[int]:
    """The numbers of all words by which something is planned, wished or promised: they tell nothing of what."""
    return frozenset(i for f in _moods().find(frame.words) for i in range(f.start, f.end))


@cache
def _moods() -> Lexicon[str]:
    return Lexicon({phrase: mood for mood, phrases in load("predicates.yaml")["moods"].items() for phrase in phrases})


@by_frame
def calls_untrue(frame: Frame) -> bool:
    """Whether the claim calls what it tells a fairy tale."""
    return next(_untrue().find(frame.words), None) is not None


@cache
def _untrue() -> Lexicon[str]:
    return Lexicon(dict.fromkeys(map(str, load("predicates.yaml")["untrue"]), "untrue"))
