"""In whose hands something is: each side gives it to somebody else."""

from __future__ import annotations

from functools import cache

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.phrases import Found, Lexicon
from dossier.relating.alignment import Alignment
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.terms import Term
from dossier.relating.comparisons.holders import are_one
from dossier.relating.comparisons.opinion import Opinion, Setting

_NAMED = 1  # of what is held one name at least must meet
_MOSTLY = 0.75  # so much of the rest of the shorter side must meet
_SPOKEN = 2  # words before a form in "-ing" within which stands what makes it a verb
_REACH = 5  # words from the verb within which its holder stands


def keepers(pair: Alignment, setting: Setting) -> Opinion | None:
    """The same place or thing held by different ones."""
    mine, theirs = keeper_of(pair.a), keeper_of(pair.b)
    if not mine or not theirs or any(are_one(x, y) for x in mine[1] for y in theirs[1]):
        return None
    drop = [*mine[1], *_inside(pair.a, mine[0])], [*theirs[1], *_inside(pair.b, theirs[0])]
    met = [x for x, y in pair.met if x not in drop[0] and y not in drop[1]]
    if not any(x.kind == "name" for x in met) or len(met) < 1 + _NAMED:
        return None
    if pair.without_of_shorter(*drop) < _MOSTLY or pair.clash(*drop):
        return None
    words = (" ".join(t.text for t in mine[1]), " ".join(t.text for t in theirs[1]))
    return Opinion("contradicts", "keepers", words, "leave one thing in different hands", 0.75)


@by_frame
def keeper_of(frame: Frame) -> tuple[Found[str], tuple[Term, ...]] | None:
    """The words that say who holds something, and the telling words for the holder; None where it is denied."""
    found = next((f for f in _lexicon().find(frame.words) if not _only_describes(frame, f)), None)
    if found is None or any(c.reaches(found.start) for c in frame.negations):
        return None
    after = frame.words[found.end].text.lower() if found.end < len(frame.words) else ""
    if found.value == "behind" or after == "by":
        near = [t for t in frame.terms if found.end <= t.index < found.end + _REACH]
        held = _run(frame, near)
    else:
        near = [t for t in frame.terms if max(0, found.start - _REACH) <= t.index < found.start]
        held = tuple(reversed(_run(frame, near[::-1])))
    return (found, held) if held else None


def _only_describes(frame: Frame, found: Found[str]) -> bool:
    """ "The RULING party", "a HOLDING company" hold nothing that is spoken of."""
    before = [w.text.lower() for w in frame.words[max(0, found.start - _SPOKEN) : found.start]]
    return frame.words[found.start].text.lower().endswith("ing") and words_in("be").isdisjoint(before)


def _run(frame: Frame, terms: list[Term]) -> tuple[Term, ...]:
    """The first telling words without a preposition between them."""
    kept: list[Term] = []
    for term in terms:
        low, high = sorted((kept[-1].index, term.index)) if kept else (term.index, term.index)
        if any(w.text.lower() in words_in("links") or not w.is_word for w in frame.words[low:high]):
            break
        kept.append(term)
    return tuple(kept)


def _inside(frame: Frame, found: Found[str]) -> list[Term]:
    return [t for t in frame.terms if found.start <= t.index < found.end]


@cache
def _lexicon() -> Lexicon[str]:
    listed = load("events.yaml")["keeping"]
    return Lexicon({phrase: place for place, phrases in listed.items() for phrase in phrases})
