"""Whether what a claim tells is so, or only wished, planned, foreseen, possible; or told as a fairy tale."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from dossier.data import load
from dossier.language.phrases import Lexicon
from dossier.language.words import Word
from dossier.relating.apart.frames import Frame, by_frame

_OPENERS = frozenset({"that", "who", "which"})


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
