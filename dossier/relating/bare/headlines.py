"""A claim that goes round and a headline on it: does the headline bear it out, deny it, or only pass it on?"""

from __future__ import annotations

from functools import partial

from dossier.language.listed import lexicon_of
from dossier.language.words import words_of
from dossier.relating.alignment import Alignment
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.terms import alone_on_both
from dossier.relating.bare.retelling import borne_out
from dossier.relating.comparisons.wordings import opposed, tells_of_want

_lexicon = partial(lexicon_of, "headlines.yaml", "hedge", "confirm", "refute")

_ON_IT = 0.35  # the share of the smaller side that both must have before a denial is one of this claim
_WORDS = 3  # that both must have
_SURELY = 0.6  # from here on one other word is only another way to put it
_BORNE_OUT = 0.5  # and before a headline without any doubt in it bears the claim out


def headline_stance(pair: Alignment) -> str:
    """agrees, contradicts, qualifies (only passed on), or "" when the two are not on one thing."""
    shared = borne_out(pair)
    told = [_told(frame) for frame in (pair.a, pair.b)]
    both = told[0].keys() & told[1].keys()  # what both tell is the matter: a drone SHOT DOWN, and no story
    signs = [{sign for entry, sign in own.items() if entry not in both} for own in told]
    if shared < _ON_IT:
        return ""
    if _asks(pair.a) != _asks(pair.b):
        return "qualifies"
    if ("refute" in signs[0]) != ("refute" in signs[1]):
        return "agrees" if opposed(pair) else "" if tells_of_want(pair) else "contradicts"
    if any("hedge" in own and "confirm" not in own for own in signs):
        return "qualifies"
    return "agrees" if shared >= _BORNE_OUT and len(pair.met) >= _WORDS and not _apart(pair, shared) else ""


def _apart(pair: Alignment, shared: float) -> bool:
    """Whether each names somebody or counts something that the other does not, or one word takes another's place."""
    differ = alone_on_both((pair.left_a, pair.left_b))
    return "number" in differ or (shared < _SURELY and pair.swapped_beside() is not None)


def _asks(frame: Frame) -> bool:
    return frame.claim.statement.rstrip().endswith("?")


def _told(frame: Frame) -> dict[str, str]:
    """The phrases that tell how it stands to a claim, each with what it does; "Reports say" is one, too."""
    words = words_of(frame.claim.statement)
    label = len(words) > 2 and words[0].text.lower() == "claim" and words[1].text == ":"
    return {found.entry: found.value for found in _lexicon().find(words[2:] if label else words)}
