"""Why a sentence is no claim, whatever stands in it: a question, a heading, an appeal, a fragment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dossier.data import load
from dossier.language.words import Word
from dossier.reading.speech.reporting import small, verbs
from dossier.reading.worth.lists import forms, has, phrases, starts
from dossier.reading.worth.predicates import finite, inflected

ENDS = re.compile(r"[.!…;:][\s\"”’')\]]*$")
_QUOTED = re.compile(r"[“\"]([^”\"]*)[”\"]")


@cache
def _looks() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each reason that shows by how the whole sentence looks, in order."""
    return tuple((entry["reason"], re.compile(entry["look"])) for entry in load("worth.yaml")["looks"])


def plain_reason(sentence: str, words: Sequence[Word], lows: Sequence[str]) -> str:
    """The reason that settles it, "" when there is none."""
    text = sentence.strip()
    if not words:
        return "no words"
    if reason := next((reason for reason, look in _looks() if look.search(text)), ""):
        return reason
    if " ".join(lows) in phrases("navigation") or (len(words) <= 3 and lows[-1] in ("comments", "comment")):
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
