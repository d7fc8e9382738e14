"""The classes of predicates that points are made of, and where such words count for nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.phrases import Found, Lexicon
from dossier.relating.frames import Frame

_BACK = 8  # words before a predicate within which "before" or "until" opens its clause


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a class: its name, +1 or -1, and how it may be met."""

    name: str
    sign: int
    passing: bool  # a state that another day may find changed
    own: bool  # so telling that what it is said of need not be a rare word
    act: bool  # to have done it to none says nothing of how things stand


@cache
def predicates() -> Lexicon[tuple[Side, ...]]:
    """All phrases of all classes; a phrase may stand in several."""
    entries: dict[str, tuple[Side, ...]] = {}
    for name, told in load("predicates.yaml")["classes"].items():
        for key, sign in (("is", 1), ("not", -1)):
            side = Side(name, sign, *(bool(told.get(flag)) for flag in ("passing", "own", "act")))
            for phrase in told[key]:
                entries[phrase] = (*entries.get(phrase, ()), side)
    return Lexicon(entries)


def is_noun(frame: Frame, found: Found[Any]) -> bool:
    """ "By the END of May", "an OFFER", "a MEETING": words that are nouns as often, after an article."""
    before = frame.words[found.start - 1].text.lower() if found.start else ""
    if found.end == found.start + 1 and frame.words[found.start].text.endswith("ing") and found.entry[-3:] != "ing":
        return before in words_in("determiners")
    return found.entry in load("predicates.yaml")["nouns_too"] and before in words_in("determiners")


def is_done_to_none(frame: Frame, end: int) -> bool:
    """ "Opened NO gate"."""
    return [w.text.lower() for w in frame.words[end : end + 1]] in (["no"], ["none"], ["neither"])


def only_dates(frame: Frame, start: int, low: int) -> bool:
    """ "Five months AFTER the gates were shut", "BEFORE it took place": such a clause tells when, and no news."""
    before = [w.text.lower() for w in frame.words[max(0, low - 1, start - _BACK) : start]]
    opens = [n for n, w in enumerate(before) if w in load("predicates.yaml")["dating"]]
    return bool(opens) and any(w not in words_in("links", "determiners") for w in before[opens[-1] + 1 :])


def denies_only_why(frame: Frame, end: int, high: int) -> bool:
    """ "Did not win BECAUSE of roads": what is denied is the reason."""
    return any(w.text.lower() == "because" for w in frame.words[end : min(len(frame.words), high + 1)])
