"""Whether a sentence is a claim, and how much there is in it to check."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache

from dossier.data import load
from dossier.language.inflection import forms_of
from dossier.language.words import Word, words_of
from dossier.reading.speech.reporting import small, verbs

_QUESTION = re.compile(r"\?[\s\"”’')\]]*$")
_ENDS = re.compile(r"[.!…;:][\s\"”’')\]]*$")
_FIGURE = re.compile(
    r"(?<![\w])[$€£¥]?\d[\d.,]*\s?(?:%|percent|per cent|million|billion|trillion|thousand)?", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_BYLINE = re.compile(r"^\W*(?:by|By|BY)\s+[A-Z][\w.’'-]+(?:\s+(?:and\s+)?[A-Z][\w.’'-]+){0,5}\W*$")
_ADDRESS = re.compile(r"^\W*(?:https?://|www\.)\S+\W*$|^\S+@\S+$")
_ENTRY = re.compile(
    r"^[A-Z][\w’'-]+, [A-Z][\w’'. -]+\. .*(?:19|20)\d\d\.?$"
)  # "Smith, Jane. The Times, 5 April 2025."

_QUOTED = re.compile(r"[“\"]([^”\"]*)[”\"]")
_LONGEST = 2000  # characters; what goes on for longer is a list or damage, not a sentence to quote
_POINTING = frozenset(("this", "that", "these", "those", "some", "many", "most", "few", "all", "both", "several"))


def worth(sentence: str) -> float:
    """How much a sentence is worth checking, 0 to 1; from 0.5 on we take it for a claim."""
    return _weighed(sentence)[0]


def reason_against(sentence: str) -> str:
    """Why a sentence is no claim, in one or two plain words; "" when it is one."""
    return _weighed(sentence)[1]


def is_matter(low: str) -> bool:
    """Whether the small word is a plain noun of public matters: exports, wages."""
    return low in _forms("weighty") or low in _phrases("number_words")


def has_verb(text: str) -> bool:
    """Whether a finite verb may stand in the text, so that it can be a statement at all."""
    words = [w for w in words_of(text) if w.is_word]
    return bool(words) and _finite(words, [w.text.lower().replace("’", "'") for w in words])


@lru_cache(maxsize=2048)
def _weighed(sentence: str) -> tuple[float, str]:
    if len(sentence) > _LONGEST:
        return 0.0, "too long"
    words = [w for w in words_of(sentence) if w.is_word]
    lows = [w.text.lower().replace("’", "'") for w in words]
    score = _score(sentence, words, lows)
    reason = _plain_reason(sentence, words, lows)
    if reason:
        return min(0.45, 0.35 * _squash(score)), reason
    value = _squash(score)
    return value, "" if value >= 0.5 else _soft_reason(lows)


def _squash(score: float) -> float:
    return 1 / (1 + math.exp(-score))


# ---------------------------------------------------------------- reasons that settle it


def _plain_reason(sentence: str, words: Sequence[Word], lows: Sequence[str]) -> str:
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
    if joined in _phrases("navigation") or (len(words) <= 3 and lows[-1] in ("comments", "comment")):
        return "navigation"
    if _starts(lows, "greetings") and len(words) < 14 and not any(c.isdigit() for c in text):
        return "greeting"
    if _is_appeal(words, lows, text):
        return "appeal"
    if _has(lows, "about_itself"):
        return "about the article itself"
    if _starts(lows, "captions") and (len(words) < 9 or ":" in text[:25]) and not _finite(words, lows):
        return "caption"
    if _ENTRY.match(text):
        return "reference"
    ended = bool(_ENDS.search(text))
    if not _finite(words, lows) and not (ended and len(words) > 4 and _inflected(words, lows)):
        return "fragment" if ended else "heading"
    if _shouted(words):
        return "heading"
    if len(words) < 3:
        return "fragment"
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


def _soft_reason(lows: Sequence[str]) -> str:
    if _has(lows, "small_talk") or lows[0] in ("i", "we", "you", "my", "our", "i'm", "we're", "i've"):
        return "first-person talk"
    if _has(lows, "rhetoric") or any(w in _forms("feelings") for w in lows):
        return "rhetoric"
    return "nothing to check" if len(lows) > 5 else "fragment"


def _finite(words: Sequence[Word], lows: Sequence[str]) -> bool:
    """Whether a finite verb may stand in it; a bare participle after a noun does not count."""
    for at, text in enumerate(lows):
        if text in small("auxiliaries") or "n't" in text:
            return True
        if text.endswith(("'re", "'m", "'ve", "'ll", "'d")) or text in (
            "it's",
            "that's",
            "he's",
            "she's",
            "there's",
            "what's",
            "let's",
        ):
            return True
        if not (words[at].text.islower() or at == 0):
            continue
        known = text in _forms("verbs") or text in verbs()
        if known and not text.endswith("ing") and (at > 0 or len(words) > 3):
            before = lows[at - 1] if at else ""
            if before in small("articles") - _POINTING or before in ("of", "in", "for"):
                continue
            return True
        if at and text.endswith("ed") and len(text) > 4:
            return True
    return False


def _inflected(words: Sequence[Word], lows: Sequence[str]) -> bool:
    """In a sentence with its full stop, a word in another form than the dictionary's may be a verb not listed."""
    return any(
        word.text.islower()
        and word.lemma != lows[at]
        and not lows[at].endswith("ing")
        and lows[at - 1] not in small("articles")
        and lows[at - 1] not in small("prepositions")
        for at, word in enumerate(words)
        if at
    )


def _lacks_subject(lows: Sequence[str]) -> bool:
    """ "Sent back to the camp.": a participle in front and no finite verb behind it."""
    first = lows[0]
    past = first.endswith("ed") or first in (
        "sent",
        "made",
        "taken",
        "born",
        "left",
        "built",
        "written",
        "known",
        "held",
        "lost",
        "seen",
    )
    if not past or len(lows) < 2 or not (lows[1] in small("prepositions") or lows[1] in ("back", "away", "out")):
        return False
    return not any(w in small("auxiliaries") or w in _forms("verbs") or w.endswith("ed") for w in lows[2:])


def _shouted(words: Sequence[Word]) -> bool:
    letters = [w.text for w in words if w.text.isalpha()]
    return len(letters) > 2 and all(t.isupper() for t in letters)


def _is_appeal(words: Sequence[Word], lows: Sequence[str], text: str) -> bool:
    """An imperative at the start: a bare verb form with no subject."""
    first = lows[0]
    at = 1 if first in ("just", "and", "so", "but", "also", "now", "then") and len(lows) > 2 else 0
    two = " ".join(lows[at : at + 2])
    if first in ("please", "let's") or two in ("let us", "let me", "do not", "don't forget"):
        return True
    if lows[at] not in _phrases("appeals") and two not in _phrases("appeals"):
        return False
    if len(lows) <= at + 1:
        return True
    after = lows[at + 1]
    thing = after in small("articles") or after in _phrases("after_appeals")
    if thing and after not in small("inner_prepositions") | {"and"}:
        return True
    if thing and lows[at] not in ("support", "help", "post", "read"):
        return True
    later_verb = any(w in small("auxiliaries") for w in lows[at + 1 : at + 6]) and not thing
    return not later_verb and text.rstrip().endswith("!")


# ---------------------------------------------------------------- the score


def _score(sentence: str, words: Sequence[Word], lows: Sequence[str]) -> float:
    if not lows:
        return -5.0
    years = len(_YEAR.findall(sentence))
    figures = sum(1 for m in _FIGURE.finditer(sentence) if not _YEAR.fullmatch(m[0].strip(" .,")))
    spelled = sum(w in _phrases("number_words") for w in lows)
    names = _names(words)
    score = -0.95
    score += min(2.4, 1.2 * figures) + min(0.8, 0.5 * spelled) + 0.5 * min(1, years)
    score += min(1.5, 0.55 * names)
    score += 0.5 * min(2, sum(w in _forms("trends") for w in lows))
    score += 0.45 * min(2, _count(lows, "comparisons"))
    score += min(1.2, 0.35 * sum(w in _forms("weighty") for w in lows))
    score += 0.35 * any(w in verbs() for w in lows[1:] if verbs().get(w) and verbs()[w].shape in ("past", "s"))
    score += _subject(words, lows)
    score += 0.03 * min(20, len(lows)) - (0.45 if len(lows) < 5 else 0.0)
    score -= 0.8 * any(w in _phrases("abstract") for w in lows[:2])
    score -= 0.6 * (len(lows) < 11 and not figures and not _ENDS.search(sentence))  # a headline, a caption
    score += 0.25 * any(w in ("was", "were", "has", "have", "had") for w in lows)
    score += 0.3 * any(w in small("days") - {"may", "week", "day", "days", "later"} for w in lows)
    score -= 0.9 * min(2, _count(lows, "small_talk")) + 1.3 * min(2, _count(lows, "rhetoric"))
    score -= 0.35 * min(3, sum(w in _forms("feelings") for w in lows))
    score -= 0.5 * ("!" in sentence) + 0.5 * any(w in ("you", "your", "you're", "yours") for w in lows)
    score -= 0.35 * (lows[0] in ("if", "maybe", "perhaps", "well", "so", "and"))
    return score


def _subject(words: Sequence[Word], lows: Sequence[str]) -> float:
    """A thing or a person as subject speaks for a claim, "I" and "you" against it."""
    first = (
        lows[0]
        if lows[0] not in ("and", "but", "so", "well", "now", "also", "however", "yet") or len(lows) < 2
        else lows[1]
    )
    if " ".join(lows[:2]) in _phrases("rivals"):
        return 0.45
    if first in ("i", "i'm", "i've", "i'll", "i'd", "my", "me"):
        return -0.75
    if first in ("you", "you're", "you've", "your"):
        return -0.9
    if first in ("we", "we're", "we've", "we'll", "our", "let"):
        return -0.35
    if first in ("that's", "it's", "this", "that", "it", "there's", "what", "here", "nobody", "everyone"):
        return 0.15
    if first in ("he", "she", "they", "he's", "she's", "they're"):
        return 0.45
    return 0.8


def _names(words: Sequence[Word]) -> int:
    """Runs of capitalised words that do not merely open the sentence."""
    count, inside = 0, False
    for at, word in enumerate(words):
        capital = word.text[0].isupper() and word.text.split("’")[0].split("'")[0] != "I"
        opens = at == 0 and not word.text.isupper() and _merely_opens(words)
        if capital and not inside and not opens:
            count += 1
        inside = capital
    return count


def _merely_opens(words: Sequence[Word]) -> bool:
    """Whether the first word has its capital only because it is the first."""
    low = words[0].text.lower()
    if len(words) > 1 and words[1].text[0].isupper():
        return False
    return words[0].lemma in _forms("verbs") or any(low in small(name) for name in _SMALL_WORDS)


_SMALL_WORDS = ("articles", "prepositions", "clause_openers", "adverbs", "pronouns")


# ---------------------------------------------------------------- word lists


@cache
def _phrases(name: str) -> frozenset[str]:
    return frozenset(load("worth.yaml")[name])


@cache
def _forms(name: str) -> frozenset[str]:
    return frozenset(form for base in load("worth.yaml")[name] for form in forms_of(base))


@cache
def _table(name: str) -> dict[str, tuple[list[str], ...]]:
    """First word -> the phrases of a list it may open, longest first."""
    table: dict[str, list[list[str]]] = {}
    for phrase in sorted(_phrases(name)):
        words = [w.text.lower() for w in words_of(phrase) if w.is_word]
        table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in table.items()}


def _count(lows: Sequence[str], name: str) -> int:
    """How many phrases of a list stand in the words, not overlapping."""
    table, found, past = _table(name), 0, 0
    for at, low in enumerate(lows):
        if at < past or low not in table:
            continue
        for phrase in table[low]:
            if lows[at : at + len(phrase)] == phrase:
                found, past = found + 1, at + len(phrase)
                break
    return found


def _has(lows: Sequence[str], name: str) -> bool:
    return _count(lows, name) > 0


def _starts(lows: Sequence[str], name: str) -> bool:
    return any(lows[: len(phrase)] == phrase for phrase in _table(name).get(lows[0], ()))
