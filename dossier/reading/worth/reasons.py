"""Why a sentence is no claim, whatever stands in it: a question, a heading, an appeal, a fragment."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dossier.language.words import Word
from dossier.reading.speech.reporting import small, verbs
from dossier.reading.worth.lists import forms, has, phrases, starts
from dossier.reading.worth.predicates import finite, inflected

_QUESTION = re.compile(r"\?[\s\"”’')\]]*$")
ENDS = re.compile(r"[.!…;:][\s\"”’')\]]*$")
_BYLINE = re.compile(r"^\W*(?:by|By|BY)\s+[A-Z][\w.’'-]+(?:\s+(?:and\s+)?[A-Z][\w.’'-]+){0,5}\W*$")
_ADDRESS = re.compile(r"^\W*(?:https?://|www\.)\S+\W*$|^\S+@\S+$")

_NUMBERED = re.compile(r"^\W*(?:Table|Figure|Fig|Chart|Map|Box|Exhibit|Graph)\.? \d+[a-z]?[.:]")
_NOTE = re.compile(
    r"^\W*(?:Correction|Clarification|Editor['’]s note|Editors['’] note|Update|Disclaimer|Note to readers)\b\W*:"
)
_BIO = re.compile(
    r"^The (?:author|writer) is (?:an?|the) "
    r"|^(?:He|She|(?:[A-Z][\w.’'-]+ ){1,4})\s?(?:is|was) (?:an?|the) (?:[\w’'-]+ ){0,4}"
    r"(?:fellow|journalist|writer|correspondent|columnist|lecturer|author|novelist|contributor)\b"
    r"(?: (?:at|for|of|with|in|based|and|covering)\b.*)?\.?$"
)
_ADVERT = re.compile(r"(?i)^\W*(?:sponsored|advertisement|promoted|partner content)\b\W*:")
# "Section 2 describes the data": how the text goes on.
_SECTION = re.compile(
    r"^\W*(?:Section|Chapter|Part|Appendix) (?:\d+|[IVX]+|[A-Z]) "
    r"(?:describes?|presents?|discusses|concludes?|reviews?|reports?|sets out|outlines|explains|gives|introduces)\b"
)
# "See page 11 for letters", "Turn to page 4".
_PAGE = re.compile(
    r"^\W*(?:See|Turn to|Go to|Continued on|Continued from|More on|Story on|Letters on) pages? \d", re.IGNORECASE
)
# "Here is what we know:", "She sends this from the count:".
_INTRODUCES = re.compile(r"(?i)\b(?:this|these|the following|here (?:is|are)|here['’]s|as follows)\b[^:.]{0,60}:$")
# "(Hussein Malla/AP)", "REUTERS/Ana Ruiz": who took the picture.
_PICTURE = re.compile(
    r"(?<!Press )(?<!Presse )\((?:[^()/]{3,40}/)?(?:AP|AFP|Reuters|EPA|Getty|Photo|Image)\b[^)]*\)\W*$"
    r"|\b(?:REUTERS|AFP|EPA|AP) ?/ ?[A-Z][\w. ’'-]+$"
)
_ALSO = re.compile(r"(?i)^\W*(?:read|see|watch)? ?(?:also|more|next|related)(?: read)?\b ?:")
_SHORT = 8  # words of a byline, a caption, an answer
_QUOTED = re.compile(r"[“\"]([^”\"]*)[”\"]")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as it is weighed: its text without space around, its words, and those in lower case."""

    text: str
    words: Sequence[Word]
    lows: Sequence[str]


def plain_reason(sentence: str, words: Sequence[Word], lows: Sequence[str]) -> str:
    """The reason that settles it, "" when there is none."""
    if not words:
        return "no words"
    line = Line(sentence.strip(), words, lows)
    return next((reason for reason, holds in _REASONS if holds(line)), "")


def _matches(*patterns: re.Pattern[str]) -> Callable[[Line], bool]:
    return lambda line: any(pattern.match(line.text) for pattern in patterns)


def _opens_with(name: str) -> Callable[[Line], bool]:
    return lambda line: starts(line.lows, name)


def _asks(line: Line) -> bool:
    return _QUESTION.search(line.text) is not None


def _is_byline(line: Line) -> bool:
    return len(line.words) <= _SHORT and _BYLINE.match(line.text) is not None


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
    return opens and not finite(line.words, line.lows)


def _names_picture(line: Line) -> bool:
    return ("/" in line.text or "(" in line.text) and _PICTURE.search(line.text) is not None


def _introduces(line: Line) -> bool:
    return line.text.endswith(":") and _INTRODUCES.search(line.text) is not None


def _is_ended(line: Line) -> bool:
    return ENDS.search(line.text) is not None


def _has_no_verb(line: Line) -> bool:
    if finite(line.words, line.lows):
        return False
    return not (_is_ended(line) and len(line.words) > 4 and inflected(line.words, line.lows))


def _is_heading(line: Line) -> bool:
    return not _is_ended(line) and _has_no_verb(line)


def _is_cut(line: Line) -> bool:
    """ "Gone.", "Not a phone call, not a letter.", "He thought …"."""
    denies = line.lows[0] == "not" and not any(w in small("auxiliaries") for w in line.lows)
    trails = line.text.endswith(("…", "...")) and len(line.words) < 10
    return len(line.words) < 3 or denies or trails or _lacks_subject(line.lows)


def _points_back(line: Line) -> bool:
    """ "The ministry confirmed this."."""
    back = len(line.words) <= 6 and line.lows[-1] in ("this", "it", "so")
    return back and any(w in verbs() for w in line.lows)


def _only_answers(line: Line) -> bool:
    """ "“Absolutely,” she said."."""
    quoted = _QUOTED.search(line.text) if len(line.words) < _SHORT else None
    return quoted is not None and len(quoted[1].split()) < 3 and any(w in verbs() for w in line.lows)


def soft_reason(lows: Sequence[str]) -> str:
    """What weighed most against a sentence that scored too low."""
    if has(lows, "small_talk") or lows[0] in phrases("speaking_for_oneself"):
        return "first-person talk"
    if has(lows, "rhetoric") or any(w in forms("feelings") for w in lows):
        return "rhetoric"
    return "nothing to check" if len(lows) > 5 else "fragment"


def _lacks_subject(lows: Sequence[str]) -> bool:
    """ "Sent back to the camp.": a participle in front and no finite verb behind it."""
    first = lows[0]
    past = first.endswith("ed") or first in phrases("participles")
    if not past or len(lows) < 2 or not (lows[1] in small("prepositions") or lows[1] in ("back", "away", "out")):
        return False
    return not any(w in small("auxiliaries") or w in forms("verbs") or w.endswith("ed") for w in lows[2:])


def _is_appeal(words: Sequence[Word], lows: Sequence[str], text: str) -> bool:
    """An imperative at the start: a bare verb form with no subject."""
    first = lows[0]
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
    return not later_verb and text.rstrip().endswith("!")


def _appeals(line: Line) -> bool:
    return _is_appeal(line.words, line.lows, line.text)


# The first reason that holds is told.
_REASONS: tuple[tuple[str, Callable[[Line], bool]], ...] = (
    ("question", _asks),
    ("address", _matches(_ADDRESS)),
    ("byline", _is_byline),
    ("navigation", _leads_elsewhere),
    ("greeting", _greets),
    ("appeal", _appeals),
    ("appeal", _opens_with("our_appeals")),
    ("question", _opens_with("our_questions")),
    ("about the article itself", _is_about_itself),
    ("caption", _is_caption),
    ("navigation", _matches(_ADVERT, _PAGE, _ALSO)),
    ("caption", _matches(_NUMBERED)),
    ("caption", _names_picture),
    ("about the article itself", _matches(_NOTE, _SECTION)),
    ("about the author", _matches(_BIO)),
    ("introduces what follows", _introduces),
    ("heading", _is_heading),
    ("fragment", _has_no_verb),
    ("names the source of what came before", _points_back),
    ("fragment", _is_cut),
    ("fragment", _only_answers),
)
