"""A place that only one can hold, given to another by each side: the largest lender, the winner, who has the town."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.listed import listed, listed_words
from dossier.language.phrases import Found, Lexicon
from dossier.relating.alignment import Alignment
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.terms import Term, meet
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.wordings import around

_listed = partial(listed_words, "amounts.yaml")

_LEAST = 0.35  # so much of the rest both must have
_OTHER = 0.2  # and this share of it both may leave over
_BOTH = 2  # words that must meet besides
_MOSTLY = 0.75  # so much of the shorter side must meet, and a name in it, where words for holding say little
_SPOKEN = 2  # words before a form in "-ing" within which stands what makes it a verb
_REACH = 5  # words from the verb within which its holder stands


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds it, the words that say so, and those to show; of the top of a sort what it is the top of."""

    who: tuple[Term, ...]
    said: tuple[Term, ...]
    shown: str
    what: Term | None = None


def holders(pair: Alignment, setting: Setting) -> Opinion | None:
    """One place, held by somebody else on each side."""
    for read, told, mostly in _WAYS:
        rule = "winners" if read is winner_of else "holders" if read is top_of else "keepers"
        mine, theirs = read(pair.a), read(pair.b)
        if mine and theirs and _is_one_place(pair, mine, theirs, mostly):
            return Opinion("contradicts", rule, (mine.shown, theirs.shown), told, 0.8)
    return None


def _is_one_place(pair: Alignment, mine: Held, theirs: Held, mostly: float) -> bool:
    """Whether two different ones hold it, and all else may be told of one thing."""
    if any((x in mine.who and y not in theirs.said) or (y in theirs.who and x not in mine.said) for x, y in pair.met):
        return False  # whoever the other side names in whatever part, but as having lost it
    if mine.what and theirs.what and not meet(mine.what, theirs.what):
        return False
    drop = [*mine.who, *mine.said], [*theirs.who, *theirs.said]
    met = [x for x, y in pair.met if x not in drop[0] and y not in drop[1] and x.kind in ("name", "word")]
    if len(met) < _BOTH or pair.without(*drop) < _LEAST or pair.clash(*drop, allowed=_OTHER):
        return False
    return not mostly or (any(x.kind == "name" for x in met) and pair.without_of_shorter(*drop) >= mostly)


@by_frame
def top_of(frame: Frame) -> Held | None:
    """The place at the top that a claim gives to somebody with a name: the largest, the oldest, the main one."""
    low = [w.text.lower() for w in frame.words]
    at = next((i for i, word in enumerate(low) if word in _listed("tops")), -1)
    before = [word for word in low[max(0, at - 3) : at] if word != "the"]
    if at < 0 or (before and before[-1] in _listed("not_quite_top")) or any(n.reaches(at) for n in frame.negations):
        return None
    run = _run(frame, [t for t in frame.terms if t.index > at], next_to=at)  # "trading partner"
    said = [i for i, word in enumerate(low) if word in _listed("holding")]
    passed = [t for t in frame.terms if t.lemma in listed("overtaking")]
    end = passed[0].index if passed else len(low)
    names = [t for t in frame.terms if t.kind == "name" and not low[t.index].endswith(("'s", "’s", "s'", "s’"))]
    if end < at or any(i < at for i in said):
        who = next((t for t in names if t.index < min(at, end)), None)
    else:  # "its main partner is China"
        who = next((t for t in names if said and t.index > said[0]), None)
    if not run or not who:
        return None
    over = tuple(t for t in names if passed and t.index > end)[:1]  # whom it has passed
    return Held((who,), (*passed, *over), around(frame, at, run[-1].index), run[-1])


@by_frame
def keeper_of(frame: Frame) -> Held | None:
    """Who has it in hand; None where it is denied."""
    found = next((f for f in _keeping().find(frame.words) if not _only_describes(frame, f)), None)
    if found is None or any(c.reaches(found.start) for c in frame.negations):
        return None
    after = frame.words[found.end].text.lower() if found.end < len(frame.words) else ""
    if found.value == "behind" or after == "by":
        who = _run(frame, [t for t in frame.terms if found.end <= t.index < found.end + _REACH])
    else:
        who = _run(frame, [t for t in frame.terms[::-1] if found.start - _REACH <= t.index < found.start])[::-1]
    said = tuple(t for t in frame.terms if found.start <= t.index < found.end)
    return Held(who, said, " ".join(t.text for t in who)) if who else None


def _only_describes(frame: Frame, found: Found[str]) -> bool:
    """ "The RULING party", "a HOLDING company" hold nothing that is spoken of."""
    before = [w.text.lower() for w in frame.words[max(0, found.start - _SPOKEN) : found.start]]
    return frame.words[found.start].text.lower().endswith("ing") and words_in("be").isdisjoint(before)


@cache
def _keeping() -> Lexicon[str]:
    told = load("events.yaml")["keeping"]
    return Lexicon({phrase: place for place, phrases in told.items() for phrase in phrases})


@by_frame
def winner_of(frame: Frame) -> Held | None:
    """Who won a contest or an office: the names before the verb, or behind its "by"; what is won must be told."""
    act = next((t for t in frame.terms if t.kind == "word" and t.lemma in listed("winning")), None)
    if act is None:
        return None
    passive = [w.text.lower() for w in frame.words[act.index + 1 : act.index + 2]] == ["by"]
    who = tuple(t for t in frame.terms if t.kind == "name" and (t.index > act.index) == passive)
    if any(t.index == n.end and t.lemma in listed("won") for t in frame.terms for n in frame.numerals):
        return None  # "62 SEATS": others win some too
    unsure = act.lemma in listed("perhaps_winning")
    if not who or (unsure and not any(t.lemma in listed("won") for t in frame.terms)):
        return None  # "secured a loan"
    acts = tuple(t for t in frame.terms if t.lemma in listed("winning") or t.kind == "number")
    return Held(who, acts, " ".join(t.text for t in who))


def _run(frame: Frame, terms: Sequence[Term], next_to: int | None = None) -> tuple[Term, ...]:
    """The first telling words without a preposition or a mark between them; `next_to` a word, without any gap."""
    kept: list[Term] = []
    for term in terms:
        low, high = sorted((kept[-1].index, term.index)) if kept else (term.index, term.index)
        between = frame.words[low:high]
        if any(w.text.lower() in words_in("links") or not w.is_word for w in between):
            break
        if next_to is not None and term.index != next_to + 1 + len(kept):
            break
        kept.append(term)
    return tuple(kept)


_WAYS: tuple[tuple[Callable[[Frame], Held | None], str, float], ...] = (
    (winner_of, "name different winners of the same thing", 0.0),
    (top_of, "put different names at the top of the same ranking", 0.0),
    (keeper_of, "name different holders of the same thing", _MOSTLY),
)
