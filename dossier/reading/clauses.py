"""The parts of a sentence that state something each: 'exports rose, while imports fell'.

Two parts are told apart only where each has its own subject and its own finite verb and can stand alone as
a quote. Relative clauses, enumerations, conditions and reasons stay with what they belong to; so does a part
whose subject is a pronoun or missing. In doubt a sentence stays whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.verbs import Token, class_of, has_verb, is_finite, is_past, looks_past, present_forms, tokens_of

_REACH = 14  # words between the beginning of a part and its verb
_LONGEST = 400  # words; longer sentences are no sentences


def split_clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the sentence text[start:end] that state something independently; the whole where there is one.

    Joining words and the marks before them lie outside the spans.
    """
    tokens = tokens_of(text, start, end)
    if not 5 <= len(tokens) <= _LONGEST or _hangs_together(tokens) or tokens[-1].text == "?":
        return [(start, end)]
    spans, at, left = [], start, 0
    for place in range(2, len(tokens) - 1):
        begin = _part_begins(tokens, place)
        if begin and _can_part(tokens, left, place, begin):
            spans.append((at, tokens[place - 1].end))
            at, left = tokens[begin].start, begin
    return [*spans, (at, end)]


def _hangs_together(tokens: Sequence[Token]) -> bool:
    first = " ".join(t.low for t in tokens[:3])
    if any(first.startswith(harmless) for harmless in class_of("harmless_openers")):
        return False
    return tokens[0].low in class_of("openers") or _is_reported(tokens)


def _is_reported(tokens: Sequence[Token]) -> bool:
    """'..., officials said on Monday': what the last words attribute is the whole sentence."""
    commas = [k for k, t in enumerate(tokens) if t.text == "," and not t.deep]
    tail = tokens[commas[-1] + 1 :] if commas else []
    return (
        len(tail) <= 12
        and bool({t.low for t in tail[:6]} & class_of("speaking"))
        and tail[0].low not in class_of("joints")
    )


def _part_begins(tokens: Sequence[Token], place: int) -> int:
    """Where a new part begins if the one before ends at `place`: after ';', ', while', 'and'; 0 if none does."""
    token = tokens[place]
    if token.deep:
        return 0
    at = place
    if token.text in (";", ","):
        at += 1
        joint = tokens[at].low in class_of("joints")
        if token.text == "," and not joint:
            return 0
        at += joint
    elif token.low in ("and", "but") and tokens[place - 1].text not in (",", ";", "—", "–", "-"):
        at += 1
    else:
        return 0
    while at < len(tokens) and (tokens[at].low in class_of("after_joint") or tokens[at].text == ","):
        at += 1
    return at if at < len(tokens) - 1 and not tokens[at].deep else 0


def _can_part(tokens: Sequence[Token], left: int, place: int, begin: int) -> bool:
    before = tokens[left:place]
    mark = tokens[place].text
    verb = _verb_of_right(tokens, begin)
    if not verb or not has_verb(before) or not _stands_alone(before, _after_adverbial(before, 0, len(before))):
        return False
    lows = {t.low for t in before}
    if lows & class_of("speaking") or _hanging(before) or _complement(before):
        return False
    if mark in (";", ","):
        return True
    if lows & (class_of("relatives") | class_of("hanging_or_not")) or any(t.low == "and" for t in tokens[begin:verb]):
        return False
    if lows & _BE and tokens[verb].low.endswith("ed"):
        return False  # 'ten were killed and fifty injured': the verb is shared
    return _own_subject(tokens, place, begin, verb)


def _hanging(before: Sequence[Token]) -> bool:
    """Whether a reason, a time or a condition opens in the part before: what follows may belong to it."""
    for k, token in enumerate(before):
        if token.low not in class_of("hanging") or token.deep or k == 0:
            continue
        if token.low in class_of("hanging_or_not") and not has_verb(before[k + 1 :]):
            continue
        return True
    return False


def _complement(before: Sequence[Token]) -> bool:
    """'that' which opens a sentence of its own and not a relative clause: no verb follows it directly."""
    return any(
        t.low == "that" and k > 0 and not is_finite(before, k + 1) and not t.deep for k, t in enumerate(before)
    )


def _own_subject(tokens: Sequence[Token], place: int, begin: int, verb: int) -> bool:
    """Without a comma, 'and' must be followed by what can only be a new subject."""
    first = tokens[begin]
    if first.low in class_of("numbers") or first.low in class_of("prepositions") or first.low == "there":
        return True
    last = tokens[place - 1]
    ended = (
        last.low.endswith(("ly", "ed", "%")) or last.low[0].isdigit() or last.low in class_of("past") or _adverb(last)
    )
    if ended:
        return True
    return (
        first.text[0].isupper()
        and verb - begin <= 3
        and tokens[verb].low in class_of("auxiliaries") | class_of("past")
    )


def _adverb(token: Token) -> bool:
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


def _verb_of_right(tokens: Sequence[Token], begin: int) -> int:
    """Number of the finite verb of a part that begins there; 0 if it has none or cannot stand alone."""
    if tokens[begin].low in class_of("hanging") or not _stands_alone(tokens, begin):
        return 0
    at = _after_adverbial(tokens, begin, len(tokens))
    if at >= len(tokens) or not _stands_alone(tokens, at):
        return 0
    if looks_past(tokens[at]):
        return 0
    commas = 0
    for k in range(at + 1, min(len(tokens), at + _REACH)):
        token = tokens[k]
        if token.deep:
            continue
        if token.text in (";", ":") or token.low in class_of("relatives") | class_of("hanging") | class_of("people"):
            return 0
        if token.low in class_of("joints") | {"or"} and (tokens[k - 1].text == "," or is_finite(tokens, k + 1)):
            return 0
        commas += token.text == ","
        if is_finite(tokens, k):
            # An apposition stands between two commas; a single one ends what is no subject.
            return k if commas in (0, 2) and _names_something(tokens[at:k]) else 0
    return 0


def _names_something(subject: Sequence[Token]) -> bool:
    return any(t.text[0].isalnum() and not t.low.endswith("ly") and t.low not in class_of("empty") for t in subject)


def _after_adverbial(tokens: Sequence[Token], begin: int, limit: int) -> int:
    """Past 'in December,' or 'in the second quarter of 2022,' at the beginning of a part."""
    if tokens[begin].low not in class_of("prepositions"):
        return begin
    for k in range(begin + 1, min(limit, begin + 9)):
        if tokens[k].text == ",":
            return k + 1
    return begin


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether the subject that begins here can be understood without what went before."""
    if at >= len(tokens):
        return False
    first = tokens[at]
    if not first.text[0].isalnum() and first.text not in "$€£“\"'‘":
        return False
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if first.low in class_of("possessives"):
        return False
    if first.low in class_of("pronouns"):
        if following == "of":
            return at + 2 < len(tokens) and tokens[at + 2].low not in ("them", "these", "those", "which", "whom")
        return (
            first.low not in ("he", "she", "it", "they")
            and not (is_finite(tokens, at + 1) or following in _ADVERBS)
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
    if first.low in present_forms()[1] and any(is_past(tokens, k) for k in (at + 1, at + 2)):
        return True  # 'imports fell': a plural that looks like a verb
    return not is_finite(tokens, at) or (first.low in ("will", "may", "can") and first.text[0].isupper())


_BE = frozenset(["is", "are", "was", "were"])
_ADVERBS = frozenset(["also", "now", "still", "never", "not", "then", "too", "already", "soon", "later"])
