"""Why a sentence is no claim, whatever stands in it: a question, a heading, an appeal, a fragment."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
_QUOTED = re.compile(r"[“\"]([^”\"]*)[”\"]")


def plain_reason(sentence: str, words: Sequence[Word], lows: Sequence[str]) -> str:
    """The reason that settles it, "" when there is none."""
    text = sentence.strip()
    if not words:
        return "no words"
    if _QUESTION.search(text):
        return "question"
    if _ADDRESS.match(text):
        return "address"
    joined = " ".join(lows)
    if _BYLINE.match(text) and len(words) <= 8:
        return "byline"
    if joined in phrases("navigation") or (len(words) <= 3 and lows[-1] in ("comments", "comment")):
        return "navigation"
    if starts(lows, "greetings") and len(words) < 14 and not any(c.isdigit() for c in text):
        return "greeting"
    if _is_appeal(words, lows, text) or starts(lows, "our_appeals"):
        return "appeal"
    if starts(lows, "our_questions"):
        return "question"
    if has(lows, "about_itself"):
        return "about the article itself"
    if starts(lows, "captions") and (len(words) < 9 or ":" in text[:25]) and not finite(words, lows):
        return "caption"
    if _ADVERT.match(text) or _PAGE.match(text) or _ALSO.match(text):
        return "navigation"
    if _NUMBERED.match(text) or (("/" in text or "(" in text) and _PICTURE.search(text)):
        return "caption"
    if _NOTE.match(text) or _SECTION.match(text):
        return "about the article itself"
    if _BIO.match(text):
        return "about the author"
    if text.endswith(":") and _INTRODUCES.search(text):
        return "introduces what follows"
    ended = bool(ENDS.search(text))
    if not finite(words, lows) and not (ended and len(words) > 4 and inflected(words, lows)):
        return "fragment" if ended else "heading"
    if len(words) < 3 or (lows[0] == "not" and not any(w in small("auxiliaries") for w in lows)):
        return "fragment"  # "Not a phone call, not a letter."
    if len(words) <= 6 and lows[-1] in ("this", "it", "so") and any(w in verbs() for w in lows):
        return "names the source of what came before"
    if _lacks_subject(lows):
        return "fragment"
    if text.endswith(("…", "...")) and len(words) < 10:
        return "fragment"
    quoted = _QUOTED.search(text)
    if quoted and len(words) < 8 and len(quoted[1].split()) < 3 and any(w in verbs() for w in lows):
        return "fragment"  # “Absolutely,” she said.
    return ""


def soft_reason(lows: Sequence[str]) -> str:
    """What weighed most against a sentence that scored too low."""
    if has(lows, "small_talk") or lows[0] in ("i", "we", "you", "my", "our", "i'm", "we're", "i've"):
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
    at = 1 if first in ("just", "and", "so", "but", "also", "now", "then") and len(lows) > 2 else 0
    two = " ".join(lows[at : at + 2])
    if first in ("please", "let's") or two in ("let us", "let me", "do not", "don't forget"):
        return True
    if lows[at] not in phrases("appeals") and two not in phrases("appeals"):
        return False
    if len(lows) <= at + 1:
        return True
    after = lows[at + 1]
    thing = after in small("articles") or after in phrases("after_appeals")
    if thing and after not in small("inner_prepositions") | {"and"}:
        return True
    if thing and lows[at] not in ("support", "help", "post", "read"):
        return True
    later_verb = any(w in small("auxiliaries") for w in lows[at + 1 : at + 6]) and not thing
    return not later_verb and text.rstrip().endswith("!")
