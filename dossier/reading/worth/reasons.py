"""Why a sentence is no claim, whatever stands in it: a question, a heading, an appeal, a fragment."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from dossier.data import load
from dossier.language.grammar import is_adverb
from dossier.language.lexical import weight_of
from dossier.language.words import Word
from dossier.reading.sentences.telling import may_tell, parsed
from dossier.reading.speech.reporting import small, verbs
from dossier.reading.worth.signs import has, phrases, starts

ENDS = re.compile(r"[.!…;:][\s\"”’')\]]*$")
_SHORT = 8  # words of a byline, a caption, an answer
_ANY_TALK = 3.15  # the weight of "true" and "wrong"
_POINTS_BACK = re.compile(r"(?:But |And |Yet |Well, )?(?:That|This|that|this)(?: is|[’']s| was)(?: [a-z]+){1,3}[.!]")
_QUOTED = re.compile(r"[“\"]([^”\"]*)[”\"]")
_UNANSWERED = re.compile(
    r"\b(?:(?:did|has|have|had|could|was|were|would) not|(?:did|has|have|had|could|was|were|would)n[’']t|failed to)\b"
    r"[^,;:]*\b(?:for|seeking) (?:an? )?(?:immediate |further )?(?:comment|interview)s?\b[^,;]{0,60}$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as it is weighed: its text without space around, its words, and those in lower case."""

    text: str
    words: Sequence[Word]
    lows: Sequence[str]


def plain_reason(sentence: str, words: Sequence[Word], lows: Sequence[str]) -> str:
    """The reason that settles it, "" when there is none."""
    line = Line(sentence.strip(), words, lows)
    shown = next((reason for reason, mark, look in _looks() if mark in line.text and look.search(line.text)), "")
    return shown or next((reason for reason, holds in _REASONS if holds(line)), "")


@cache
def _looks() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Each reason that shows by how the whole sentence looks, in order, with a mark that has to stand in it."""
    return tuple((e["reason"], e.get("with", ""), re.compile(e["look"])) for e in load("worth.yaml")["looks"])


def _opens_with(name: str) -> Callable[[Line], bool]:
    return lambda line: starts(line.lows, name)


def _leads_elsewhere(line: Line) -> bool:
    """ "Home", "12 comments"."""
    listed = " ".join(line.lows) in phrases("navigation")
    return listed or (len(line.words) <= 3 and line.lows[-1] in ("comments", "comment"))


def _greets(line: Line) -> bool:
    return starts(line.lows, "greetings") and len(line.words) < 14 and not any(c.isdigit() for c in line.text)


def _is_about_itself(line: Line) -> bool:
    return has(line.lows, "about_itself")


def _is_caption(line: Line) -> bool:
    """ "Photo: a street in Quito", "Table 3. Exports"."""
    opens = starts(line.lows, "captions") and (len(line.words) <= _SHORT or ":" in line.text[:25])
    return opens and not may_tell(line.text)


def _is_ended(line: Line) -> bool:
    return ENDS.search(line.text) is not None


def _has_no_verb(line: Line) -> bool:
    return not may_tell(line.text)


def _is_heading(line: Line) -> bool:
    return not _is_ended(line) and _has_no_verb(line)


def _is_cut(line: Line) -> bool:
    """ "Gone.", "He thought …"."""
    trails = line.text.endswith(("…", "...")) and len(line.words) < 10
    return len(line.words) < 2 or trails or _lacks_subject(line)


def _points_back(line: Line) -> bool:
    """ "The ministry confirmed this.": but whoever denies it says something."""
    said = [verbs()[low].base for low in line.lows if low in verbs()]
    back = len(line.words) <= 6 and line.lows[-1] in ("this", "it", "so")
    return back and bool(said) and phrases("denying").isdisjoint(said)


def _is_said_before(line: Line) -> bool:
    """ "It could not.", "Indeed they were wrong.", "That is false.": no word tells more than any talk, or of what."""
    telling = (low for low in line.lows if "'" not in low and low != "indeed" and not is_adverb(low))
    talk = len(line.words) < _SHORT and not any(weight_of(low) > _ANY_TALK for low in telling)
    return talk or _POINTS_BACK.fullmatch(line.text) is not None


def _is_unanswered(line: Line) -> bool:
    """ "The firm did not respond to a request for comment.": unless something else is told before it."""
    found = _UNANSWERED.search(line.text)
    return found is not None and not may_tell(line.text[: found.start()])


def _only_answers(line: Line) -> bool:
    """ "“Absolutely,” she said."."""
    quoted = _QUOTED.search(line.text) if len(line.words) < _SHORT else None
    return quoted is not None and len(quoted[1].split()) < 3 and any(w in verbs() for w in line.lows)


def _lacks_subject(line: Line) -> bool:
    """ "Sent back to the camp.": a participle in front and no finite verb behind it."""
    first, second = line.lows[:2]
    moved = second in small("prepositions") or second in ("back", "away", "out")
    done = first.endswith("ed") or first in phrases("participles")
    return done and moved and not any(at > 1 for at in parsed(line.text).perhaps)


def _appeals(line: Line) -> bool:
    """An imperative at the start: a bare verb form with no subject."""
    lows, first = line.lows, line.lows[0]
    at = 1 if first in phrases("before_appeals") and len(lows) > 2 else 0
    two = " ".join(lows[at : at + 2])
    if {first, two} & phrases("plain_appeals"):
        return True
    if lows[at] not in phrases("appeals") and two not in phrases("appeals"):
        return False
    if len(lows) <= at + 1:
        return True
    after = lows[at + 1]
    thing = after in small("articles") or after in phrases("after_appeals")
    if thing and after not in small("inner_prepositions") | {"and"}:
        return True
    if thing and lows[at] not in phrases("also_deeds"):
        return True
    later_verb = any(w in small("auxiliaries") for w in lows[at + 1 : at + 6]) and not thing
    return not later_verb and line.text.endswith("!")


# The first reason that holds is told.
_REASONS: tuple[tuple[str, Callable[[Line], bool]], ...] = (
    ("navigation", _leads_elsewhere),
    ("greeting", _greets),
    ("appeal", _appeals),
    ("appeal", _opens_with("our_appeals")),
    ("question", _opens_with("our_questions")),
    ("about the article itself", _is_about_itself),
    ("caption", _is_caption),
    ("heading", _is_heading),
    ("fragment", _has_no_verb),
    ("names the source of what came before", _points_back),
    ("fragment", _is_cut),
    ("fragment", _only_answers),
    ("says nothing by itself", _is_said_before),
    ("says nothing by itself", _is_unanswered),
)
