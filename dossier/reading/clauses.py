"""The parts of a sentence that state something each: 'exports rose, while imports fell'.

Two parts are told apart only where each has its own subject and its own finite verb and can stand alone as
a quote. Relative clauses, enumerations, conditions and reasons stay with what they belong to; so does a part
whose subject is a pronoun or missing. In doubt a sentence stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dossier.data import load

_TOKEN = re.compile(r"[^\W_]+(?:[.,’'\-‑][^\W_]+)*%?|[^\w\s]")
_OPENING, _CLOSING = "([{“«", ")]}”»"
_REACH = 14  # words between the beginning of a part and its verb
_LONGEST = 400  # words; longer sentences are no sentences


@dataclass(frozen=True, slots=True)
class _Token:
    low: str
    text: str
    start: int
    end: int
    deep: bool  # inside brackets or quotation marks


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(map(str, load("clauses.yaml")[name]))


@cache
def _present() -> tuple[frozenset[str], frozenset[str]]:
    bases = _set("present")
    return bases, frozenset(_third_person(base) for base in bases) - {"haves"} | {"has"}


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def split_clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the sentence text[start:end] that state something independently; the whole where there is one.

    Joining words and the marks before them lie outside the spans.
    """
    tokens = _tokens(text, start, end)
    if not 5 <= len(tokens) <= _LONGEST or _hangs_together(tokens) or tokens[-1].text == "?":
        return [(start, end)]
    spans, at, left = [], start, 0
    for place in range(2, len(tokens) - 1):
        begin = _part_begins(tokens, place)
        if begin and _can_part(tokens, left, place, begin):
            spans.append((at, tokens[place - 1].end))
            at, left = tokens[begin].start, begin
    return [*spans, (at, end)]


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    tokens, depth, quoted = [], 0, False
    for match in _TOKEN.finditer(text, start, end):
        mark = match[0]
        depth += mark in _OPENING
        quoted ^= mark == '"'
        tokens.append(_Token(mark.lower().replace("’", "'"), mark, match.start(), match.end(), depth > 0 or quoted))
        depth = max(0, depth - (mark in _CLOSING))
    return tokens


def _hangs_together(tokens: Sequence[_Token]) -> bool:
    first = " ".join(t.low for t in tokens[:3])
    if any(first.startswith(harmless) for harmless in _set("harmless_openers")):
        return False
    return tokens[0].low in _set("openers")


def _part_begins(tokens: Sequence[_Token], place: int) -> int:
    """Where a new part begins if the one before ends at `place`: after ';', ', while', 'and'; 0 if none does."""
    token = tokens[place]
    if token.deep:
        return 0
    at = place
    if token.text in (";", ","):
        at += 1
        joint = tokens[at].low in _set("joints")
        if token.text == "," and not joint:
            return 0
        at += joint
    elif token.low in ("and", "but") and tokens[place - 1].text not in (",", ";", "—", "–", "-"):
        at += 1
    else:
        return 0
    while at < len(tokens) and (tokens[at].low in _set("after_joint") or tokens[at].text == ","):
        at += 1
    return at if at < len(tokens) - 1 and not tokens[at].deep else 0


def _can_part(tokens: Sequence[_Token], left: int, place: int, begin: int) -> bool:
    before = tokens[left:place]
    mark = tokens[place].text
    verb = _verb_of_right(tokens, begin)
    if not verb or not _has_verb(before) or not _stands_alone(before, _after_adverbial(before, 0, len(before))):
        return False
    lows = {t.low for t in before}
    if lows & _set("speaking") or _hanging(before) or _complement(before):
        return False
    if mark in (";", ","):
        return True
    return not lows & _set("relatives") and _own_subject(tokens, place, begin, verb)


def _hanging(before: Sequence[_Token]) -> bool:
    """Whether a reason, a time or a condition opens in the part before: what follows may belong to it."""
    for k, token in enumerate(before):
        if token.low not in _set("hanging") or token.deep or k == 0:
            continue
        if token.low in _set("hanging_or_not") and not _has_verb(before[k + 1 :]):
            continue
        return True
    return False


def _complement(before: Sequence[_Token]) -> bool:
    """'that' which opens a sentence of its own and not a relative clause: no verb follows it directly."""
    return any(
        t.low == "that" and k > 0 and not _is_finite(before, k + 1) and not t.deep for k, t in enumerate(before)
    )


def _own_subject(tokens: Sequence[_Token], place: int, begin: int, verb: int) -> bool:
    """Without a comma, 'and' must be followed by what can only be a new subject."""
    first = tokens[begin]
    if first.low in _set("numbers") or first.low in _set("prepositions") or first.low == "there":
        return True
    last = tokens[place - 1]
    ended = last.low.endswith(("ly", "ed", "%")) or last.low[0].isdigit() or last.low in _set("past") or _adverb(last)
    if ended:
        return True
    return first.text[0].isupper() and verb - begin <= 3 and tokens[verb].low in _set("auxiliaries") | _set("past")


def _adverb(token: _Token) -> bool:
    return token.low in (
        "fast",
        "further",
        "again",
        "up",
        "down",
        "together",
        "apart",
        "low",
        "high",
        "percent",
        "steady",
    )


# ---------------------------------------------------------------- subject and verb


def _verb_of_right(tokens: Sequence[_Token], begin: int) -> int:
    """Number of the finite verb of a part that begins there; 0 if it has none or cannot stand alone."""
    if tokens[begin].low in _set("hanging") or not _stands_alone(tokens, begin):
        return 0
    at = _after_adverbial(tokens, begin, len(tokens))
    if at >= len(tokens) or not _stands_alone(tokens, at):
        return 0
    for k in range(at + 1, min(len(tokens), at + _REACH)):
        token = tokens[k]
        if token.deep:
            continue
        if token.text in (";", ":") or token.low in _set("relatives") | _set("hanging"):
            return 0
        if _is_finite(tokens, k):
            joined = tokens[k - 1].low in _set("joints") | {"or"}
            return k if not joined and _names_something(tokens[at:k]) else 0
    return 0


def _has_verb(tokens: Sequence[_Token]) -> bool:
    """Whether there is a finite verb outside relative clauses."""
    owed = 0  # verbs of relative clauses still to come
    skip = -1
    for k, token in enumerate(tokens):
        if token.deep or k <= skip:
            continue
        if token.low in _set("relatives"):
            owed += 1
        elif k > 0 and _is_finite(tokens, k):
            if not owed:
                return True
            owed -= 1
            skip = k + 2 if token.low in _set("auxiliaries") else k
    return False


def _names_something(subject: Sequence[_Token]) -> bool:
    return any(t.text[0].isalnum() and not t.low.endswith("ly") and t.low not in _set("empty") for t in subject)


def _after_adverbial(tokens: Sequence[_Token], begin: int, limit: int) -> int:
    """Past 'in December,' or 'in the second quarter of 2022,' at the beginning of a part."""
    if tokens[begin].low not in _set("prepositions"):
        return begin
    for k in range(begin + 1, min(limit, begin + 9)):
        if tokens[k].text == ",":
            return k + 1
    return begin


def _stands_alone(tokens: Sequence[_Token], at: int) -> bool:
    """Whether the subject that begins here can be understood without what went before."""
    if at >= len(tokens):
        return False
    first = tokens[at]
    if not first.text[0].isalnum() and first.text not in "$€£“\"'‘":
        return False
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if first.low in _set("possessives"):
        return False
    if first.low in _set("pronouns"):
        if following == "of":
            return at + 2 < len(tokens) and tokens[at + 2].low not in ("them", "these", "those", "which", "whom")
        return (
            first.low not in ("he", "she", "it", "they")
            and not (_is_finite(tokens, at + 1) or following in _ADVERBS)
            and (
                first.low
                in (
                    "this",
                    "that",
                    "these",
                    "those",
                    "all",
                    "both",
                    "some",
                    "many",
                    "most",
                    "few",
                    "each",
                    "another",
                    "one",
                    "such",
                )
            )
        )
    if first.low in _present()[1] and any(_is_past(tokens, k) for k in (at + 1, at + 2)):
        return True  # 'imports fell': a plural that looks like a verb
    return not _is_finite(tokens, at) or (first.low in ("will", "may", "can") and first.text[0].isupper())


def _is_past(tokens: Sequence[_Token], at: int) -> bool:
    plain = at < len(tokens) and tokens[at].low in _set("past") | _set("auxiliaries")
    return plain or (_is_finite(tokens, at) and tokens[at].low.endswith("ed"))


_ADVERBS = frozenset(["also", "now", "still", "never", "not", "then", "too", "already", "soon", "later"])


def _is_finite(tokens: Sequence[_Token], at: int) -> bool:
    """Whether the word is a finite verb, as far as its form and its neighbours tell."""
    if not 0 <= at < len(tokens):
        return False
    token = tokens[at]
    low = token.low
    if low in _set("auxiliaries") or low.endswith("n't"):
        return True
    before = tokens[at - 1].low if at else ""
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if not token.text.islower() or before in _set("determiners") | _set("possessives") | _set("prepositions") | {
        "to",
        "of",
        "be",
    }:
        return False
    if low in _set("past"):
        return following != "by"
    if low.endswith("ed") and len(low) > 4 and low not in _set("not_past") and "-" not in low:
        return following != "by" and before not in ("is", "are", "was", "were", "been", "being", "has", "have", "had")
    bases, thirds = _present()
    if low in thirds:
        return not before.endswith("s") or before.endswith("ss")
    return low in bases and (
        before.endswith("s") or before in _set("numbers") or before in ("people", "who", "men", "women")
    )
