"""How much there is to check in a sentence: figures, names, events for it, talk and feeling against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dossier.language.words import Word
from dossier.reading.speech.reporting import small, verbs
from dossier.reading.worth.lists import among, count, forms, phrases
from dossier.reading.worth.reasons import ENDS

FIGURE = re.compile(
    r"(?<![\w])[$€£¥]?\d[\d.,]*\s?(?:%|percent|per cent|million|billion|trillion|thousand)?", re.IGNORECASE
)
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")

_SHORT = 12  # words
_HAD = frozenset(("was", "were", "has", "have", "had"))
_YOU = frozenset(("you", "your", "you're", "yours"))


@cache
def _dated() -> frozenset[str]:
    return small("days") - {"may", "week", "day", "days", "later"}


@cache
def _reporting() -> frozenset[str]:
    """Forms in which a verb of saying tells that somebody said it."""
    return frozenset(form for form, verb in verbs().items() if verb.shape in ("past", "s"))


def score(sentence: str, words: Sequence[Word], lows: Sequence[str]) -> float:
    """The weight of a sentence, about 0 where it may or may not be a claim."""
    if not lows:
        return -5.0
    years = len(YEAR.findall(sentence))
    figures = sum(1 for m in FIGURE.finditer(sentence) if not YEAR.fullmatch(m[0].strip(" .,")))
    spelled = among(lows, phrases("number_words"))
    names = _names(words)
    score = -0.95
    score += min(2.4, 1.2 * figures) + min(0.8, 0.5 * spelled) + 0.5 * min(1, years)
    score += min(1.5, 0.55 * names)
    score += 0.5 * min(2, among(lows, forms("trends")))
    score += 0.45 * min(2, count(lows, "comparisons"))
    score += min(1.2, 0.35 * among(lows, forms("weighty")))
    score += 0.75 * (not forms("befalls").isdisjoint(lows[1:]))
    score += 0.35 * (not _reporting().isdisjoint(lows[1:]))
    score += _subject(words, lows) + 0.35 * _aims(lows)
    score += 0.03 * min(20, len(lows)) - (0.45 if len(lows) < 5 else 0.0)
    score -= 0.8 * (not phrases("abstract").isdisjoint(lows[:2]))
    score -= 0.6 * (len(lows) < 11 and not figures and not ENDS.search(sentence))  # a headline, a caption
    score += 0.25 * (not _HAD.isdisjoint(lows))
    score += 0.3 * (not _dated().isdisjoint(lows))
    score -= 0.9 * min(2, count(lows, "small_talk")) + 1.3 * min(2, count(lows, "rhetoric"))
    score -= 0.35 * min(3, among(lows, forms("feelings")))
    score -= 1.2 * (len(lows) < _SHORT and not figures and among(lows, forms("gestures")) > 0)
    score -= 0.6 * min(2, among(lows, forms("scenery"))) * (not figures)
    score -= 0.5 * ("!" in sentence) + 0.5 * (not _YOU.isdisjoint(lows))
    score -= 0.35 * (lows[0] in ("if", "maybe", "perhaps", "well", "so", "and"))
    return score


def _subject(words: Sequence[Word], lows: Sequence[str]) -> float:
    """A thing or a person as subject speaks for a claim, "I" and "you" against it."""
    first = (
        lows[0]
        if lows[0] not in ("and", "but", "so", "well", "now", "also", "however", "yet") or len(lows) < 2
        else lows[1]
    )
    if " ".join(lows[:2]) in phrases("rivals"):
        return 0.45
    if first in ("i", "i've", "we", "we've", "you", "you've") and _acted(lows):
        return 0.3
    if first in ("i", "i'm", "i've", "i'll", "i'd", "my", "me"):
        return -0.75
    if first in ("you", "you're", "you've", "your"):
        return -0.9
    if first == "our":
        return 0.1
    if first in ("we", "we're", "we've", "we'll", "our", "let"):
        return -0.35
    if first in ("that's", "it's", "this", "that", "it", "there's", "what", "here", "nobody", "everyone"):
        return 0.15
    if first in ("he", "she", "they", "he's", "she's", "they're"):
        return 0.45
    return 0.8


def _acted(lows: Sequence[str]) -> bool:
    """ "I passed a law", "you've voted to raise taxes": an act of office in the past."""
    acts = forms("office_acts")
    return any(w in acts and (w.endswith("ed") or w in _PAST_ACTS or "'" in lows[0]) for w in lows[1:4])


def _aims(lows: Sequence[str]) -> bool:
    """ "They want to privatise the airline": an act of office that somebody is said to aim at."""
    if _AIMING.isdisjoint(lows) or lows[0] in ("i", "we"):
        return False
    aims = (at for at, low in enumerate(lows[:-2]) if low in _AIMING and lows[at + 1] == "to")
    return any(lows[at + 2] in forms("office_acts") for at in aims)


_AIMING = frozenset(("want", "wants", "wanted"))


_PAST_ACTS = frozenset(("cut", "built", "spent", "withdrew", "froze", "led"))


def _names(words: Sequence[Word]) -> int:
    """Runs of capitalised words that do not merely open the sentence."""
    count, inside = 0, False
    for at, text in enumerate([word.text for word in words]):
        capital = text[0].isupper() and text.split("’")[0].split("'")[0] != "I"
        if capital and not inside and (at or text.isupper() or not _merely_opens(words)):
            count += 1
        inside = capital
    return count


def _merely_opens(words: Sequence[Word]) -> bool:
    """Whether the first word has its capital only because it is the first."""
    low = words[0].text.lower()
    if len(words) > 1 and words[1].text[0].isupper():
        return False
    return words[0].lemma in forms("verbs") or any(low in small(name) for name in _SMALL_WORDS)


_SMALL_WORDS = ("articles", "prepositions", "clause_openers", "adverbs", "pronouns")
