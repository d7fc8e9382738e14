"""What a quote's first word stands for, where the sentence before lets us be sure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.language.grammar import is_adverb
from dossier.language.words import Word, words_of
from dossier.reading.alone import is_alone
from dossier.reading.places.finding import MEANT, Mention
from dossier.reading.sentences.clause_parts import QUANTITIES
from dossier.reading.sentences.verbs import class_of, is_finite, tokens_of
from dossier.reading.speech.people import listed
from dossier.reading.speech.reporting import small, verbs

_LEADING = re.compile(
    r"(?:(?:he|she|it|they|his|her|its|their|this|these|those|such|them)\b"
    r"|(?:both|neither|each|the two) (?:has|have|had|is|are|was|were|will|would|can|could|may|do|does|did|also|now"
    r"|still|later|then|of (?:them|these|those)|[a-z]+ed)\b"
    r"|[a-z]+ of (?:them|these|those|the (?:two|three|four|five|six|seven|eight|nine|ten) (?=[a-z]))\b)",
    re.IGNORECASE,
)
_LEADING_NEAR = re.compile(r"\b(?:he|she|it|they|his|her|its|their|these|those)\b", re.IGNORECASE)
# "It is clear that", "it would be wrong to": this "it" stands for nothing.
_EMPTY_IT = re.compile(
    r"it (?:is|was|would be|will be|seems?|appears?|remains?|has been|may be)\b(?! \w+ing\b).{0,40}"
    r"\b(?:that|to|how|whether)\b",
    re.IGNORECASE,
)
_LONGEST = 6


def leads_back(quote: str) -> bool:
    """Whether the quote opens with a word that stands for something said before."""
    return bool(_LEADING.match(quote)) and not _EMPTY_IT.match(quote)


def stands_for_one(quote: str) -> bool:
    """Whether the word that leads back is "it", "he" or "she" and not "they"."""
    found = _LEADING_NEAR.search(quote[:60])
    return bool(found) and found[0].lower() in ("it", "its", "he", "his", "she", "her")  # type: ignore[index]


def points_back(quote: str) -> bool:
    """Whether the quote holds such a word anywhere near its beginning."""
    return bool(_LEADING_NEAR.search(quote[:60]))


def referent(quote: str, before: str, mentions: Sequence[Mention], start: int) -> str:
    """The name for a leading "he", "she" or "it": the subject of the sentence before, when it is a plain name.

    `mentions` are those of the sentence before, which begins at `start`. "" when not sure.
    """
    first = re.match(r"(he|she|it|his|her|its)\b(?!['’])", quote, re.IGNORECASE)
    if not first or not before:
        return ""
    subject = subject_of(before)
    if not subject or subject.lower() in small("pronouns"):
        return ""
    place = before.find(subject)
    named = [m for m in mentions if m.start - start >= place and m.end - start <= place + len(subject)]
    whole = any(m.end - m.start >= len(subject.removeprefix("the ").removeprefix("The ")) for m in named)
    thing = first[1].lower() in ("it", "its")
    if thing:
        if _EMPTY_IT.match(quote):
            return ""
        names = {"people", "local"} if subject.isupper() else {"people", "local", *MEANT}  # a president is no "it"
        known = whole and (named[0].kind not in names or subject.startswith("the "))
        return subject if known else ""
    alone = is_alone(before, place, place + len(subject), "she" if first[1].lower() in ("she", "her") else "he")
    goes_on = bool(re.match(r"(?:s?he) also\b", quote, re.IGNORECASE))  # "Vucic repeated it. He also ruled out …"
    return subject if (alone or goes_on) and _is_person(subject, whole, named) else ""


def same_pronoun(quote: str, before: str) -> bool:
    """Whether a quote and the sentence before it open with the same "he", "she" or "it", or "her" behind "she"."""
    first, earlier = (_ONE_MEANT.match(t) for t in (quote, before))
    return bool(first and earlier) and _SORT[first[1].lower()] == earlier[1].lower()  # type: ignore[index]


_ONE_MEANT = re.compile(r"(?:But |And |Yet )?(he|she|it|his|her|its)\b", re.IGNORECASE)
_SORT = {"he": "he", "his": "he", "she": "she", "her": "she", "it": "it", "its": "it"}


def meant_of(text: str, sentence: int, start: int, end: int) -> tuple[int, int] | None:
    """Of whom "all" speaks in "None of the states signed, and all are waiting": the place of "of the states".

    text[start:end] is the quote, `sentence` the beginning of its sentence; None when it does not begin so.
    """
    first = text[start : start + 12].split(" ", 1)[0].lower()
    if first not in QUANTITIES or start == sentence:
        return None
    own = tokens_of(text, start, min(end, start + 60))
    if len(own) < 2 or not is_finite(own, 1):
        return None
    tokens = tokens_of(text, sentence, start)
    for k, token in enumerate(tokens[:-2]):
        if token.low in QUANTITIES | class_of("numbers") and tokens[k + 1].low == "of" and not token.deep:
            verb = next((n for n in range(k + 3, min(len(tokens), k + 10)) if is_finite(tokens, n)), 0)
            return (tokens[k + 1].start, tokens[verb - 1].end) if verb else None
    return None


def _is_person(subject: str, whole: bool, named: Sequence[Mention]) -> bool:
    words = subject.split()
    if any(w.lower().strip(".") in listed("titles") for w in words):
        return True
    return all(w[0].isupper() for w in words) and 1 <= len(words) <= 4 and words[0].lower() != "the"


def subject_of(sentence: str) -> str:
    """The subject of a sentence when it is a short plain name; "" otherwise."""
    words = words_of(sentence)
    start = _after_opening(words)
    end = start
    while end < len(words) and end - start < _LONGEST:
        word, low = words[end], words[end].text.lower()
        if low in small("auxiliaries") or (
            word.text.islower()
            and (low in verbs() or low in class_of("past") or low.endswith("ed") or low.endswith("s"))
        ):
            break
        if low in small("adverbs") or is_adverb(low):
            break
        if not word.is_word or not (word.text[0].isupper() or low in ("the", "of", "president", "minister")):
            return ""
        end += 1
    if end == start or end >= len(words) or end - start >= _LONGEST:
        return ""
    return sentence[words[start].start : words[end - 1].end]


def _after_opening(words: Sequence[Word]) -> int:
    """Behind "But", "However," and "In 2022,"."""
    low = words[0].text.lower() if words else ""
    if low in ("but", "and", "yet") and len(words) > 1:
        return 2 if words[1].text == "," else 1
    if low in small("adverbs") or low in small("prepositions"):
        comma = next((i for i, w in enumerate(words[:8]) if w.text == ","), None)
        if comma is not None:
            return comma + 1
        return 1 if low in small("adverbs") else 0
    return 0
