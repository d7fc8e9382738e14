"""Where the words of a predicate count for nothing: they name a thing, tell when or why, or are only asked for."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.lexical import is_verb
from dossier.language.phrases import Lexicon
from dossier.relating.apart.frames import Frame

_ASKED = 12  # words before a predicate within which it may be asked for
_BACK = 8  # words before a predicate within which "before" or "until" opens its clause


def is_noun(frame: Frame, start: int, end: int, entry: str) -> bool:
    """ "By the END of May", "a MEETING", "the LEFT bank": words as often no verbs, behind "the", "Peru's"."""
    before = frame.words[start - 1].text.lower() if start else ""
    if frame.words[start].text.lower() == "left" and before in words_in("determiners"):
        return True
    if end == start + 1 and frame.words[start].text.endswith("ing") and entry[-3:] != "ing":
        return before in words_in("determiners")
    opens = before in words_in("determiners", "links") - {"to"} or before.endswith(("'s", "’s", "s'", "s’"))
    of_it = [w.text.lower() for w in frame.words[end : end + 1]] == ["of"]  # "a presidential VETO OF it"
    return entry in load("predicates.yaml")["nouns_too"] and (opens or of_it)


def is_attribute(frame: Frame, start: int, end: int) -> bool:
    """ "Plans no CLOSED cages", "met the LEGAL team": right before the thing it only describes, no predicate."""
    word = frame.words[start]
    thing = next((t for t in frame.terms if t.index == end), None)
    if end != start + 1 or thing is None:
        return False
    low = word.text.lower()
    if not low.endswith("ed"):
        named = thing.kind in ("word", "name") and not thing.text.lower().endswith(("ed", "ing"))
        return named and not is_verb(word.lemma) and not low.endswith("ly")
    before = frame.words[start - 1].text.lower() if start else ""
    listed = words_in("determiners", "links") | {"no", "new", "more", "many", "some", "other", "all"}
    return not before or before in listed or before.endswith("ed")


def denies_act(frame: Frame, start: int) -> bool:
    """ "Its FAILURE TO join the sanctions": the joining is denied, nothing failed."""
    return any(cue.start == start and cue.words.lower().endswith(" to") for cue in frame.negations)


def only_dates(frame: Frame, start: int, low: int) -> bool:
    """ "Five months AFTER the gates were shut", "BEFORE it took place": such a clause tells when, and no news."""
    before = [w.text.lower() for w in frame.words[max(0, low - 1, start - _BACK) : start]]
    opens = [n for n, w in enumerate(before) if w in load("predicates.yaml")["dating"]]
    after = before[opens[-1] + 1 :] if opens else []
    return not {",", "and", "but"} & set(after) and any(w not in words_in("links", "determiners") for w in after)


def is_asked_for(frame: Frame, start: int) -> bool:
    """ "Demands that wages RISE", "asked the court to LOWER them": it is asked for, and not so."""
    before = frame.words[max(0, start - _ASKED) : start]
    asked = [f for f in _asking().find(before) if f.entry.endswith((" that", "_ to"))]
    return any(f.entry.endswith(" that") or all(w.is_word for w in before[f.end :]) for f in asked)


@cache
def _asking() -> Lexicon[str]:
    return Lexicon(dict.fromkeys(load("predicates.yaml")["moods"]["asked"], "asked"))


def tells_of_the_only_one(frame: Frame, start: int) -> bool:
    """ "Poseidon, THE ONLY farm TO BE approved": so much is said of one, and of the others rather not."""
    before = [w.text.lower() for w in frame.words[max(0, start - _BACK) : start]]
    only = [
        n for n, two in enumerate(pairwise(before)) if two in (("the", "only"), ("the", "first"), ("the", "last"))
    ]
    after = before[only[-1] + 2 :] if only else []
    return "," not in after and ("to" in after or "that" in after or "who" in after)


def denies_another_act(frame: Frame, start: int, end: int) -> bool:
    """ "REFUSES TO PAY higher prices": what is denied is the paying, and nothing is said of how prices move."""
    named = end < len(frame.words) and frame.words[end].is_word and frame.words[start].text.lower().endswith("er")
    cues = [c for c in frame.negations if c.reaches(start) and c.end < start]
    between = [w for c in cues for w in frame.words[c.end : start] if w.text.lower() not in words_in("auxiliaries")]
    return named and end == start + 1 and any(is_verb(w.lemma) for w in between)
