"""The parts of a sentence that state something each: 'exports rose, while imports fell'.

Two parts are told apart only where each has its own subject and its own finite verb and can stand alone as
a quote. Relative clauses, enumerations, conditions and reasons stay with what they belong to; so does a part
whose subject is a pronoun or missing. In doubt a sentence stays whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.sentences.clause_parts import (
    after_adverbial,
    in_row,
    leans_back,
    reports_too,
    shares_quantity,
    stands_alone,
    verb_behind_clause,
    verb_of_right,
)
from dossier.reading.sentences.verbs import Token, class_of, has_verb, is_finite, looks_past, present_forms, tokens_of

_LONGEST = 200  # words; longer sentences are no sentences
_ANNOUNCING = frozenset(["follows", "following", "this", "these", "question", "reason", "answer"])
_QUOTES = frozenset(("“", "”", '"'))
_DASHES = (":", "—", "–", "-")
_JOINTS = frozenset((*_DASHES, ",", "and", "but"))  # no part ends at another word
_NOW = frozenset(["is", "are", "has", "have"])
_BE = frozenset(["is", "are", "was", "were"])


def split_clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the sentence text[start:end] that state something independently; the whole where there is one.

    Joining words and the marks before them lie outside the spans.
    """
    tokens = tokens_of(text, start, end)
    if not 5 <= len(tokens) <= _LONGEST or tokens[-1].text == "?":
        return [(start, end)]
    cut = next((k for k, t in enumerate(tokens) if t.text == ";" and _parts_at_semicolon(tokens, k)), 0)
    if cut:
        behind = cut + 1 + (tokens[cut + 1].low in class_of("joints"))
        one, other = (start, tokens[cut - 1].end), (tokens[behind].start, end)
        return [*split_clauses(text, *one), *split_clauses(text, *other)]
    if tokens[0].low in ("while", "whereas"):
        return _contrasted(tokens) or [(start, end)]
    if _hangs_together(tokens):
        return [(start, end)]
    spans, at, left = [], start, 0
    for place in [k for k in range(2, len(tokens) - 1) if tokens[k].low in _JOINTS]:
        begin = _part_begins(tokens, place)
        if begin and _can_part(tokens, left, place, begin):
            spans.append((at, tokens[place - 1].end))
            at, left = tokens[begin].start, begin
    return [*spans, (at, end)]


def _parts_at_semicolon(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a semicolon parts two sentences: each has its verb, and the second hangs on nothing in the first.

    Somebody else may be heard in the second. What somebody said may run on behind it, unless it was said in the
    past and is told as being so now: "officials feared a wave; 4,000 have come".
    """
    token = tokens[stop]
    if token.deep or not 2 < stop < len(tokens) - 3:
        return False
    begin = stop + 1 + (tokens[stop + 1].low in class_of("joints"))
    before, after = tokens[:stop], tokens[begin:]
    said = [t for t in before if t.low in class_of("speaking")]
    if any(t.text in _QUOTES or (said and t.text == ":") for t in before) or any(t.text == ":" for t in after):
        return False
    at = next((k for k in range(1, len(after)) if is_finite(after, k)), 0)
    dated = after[0].low in class_of("hanging_or_not") and not after[1].text[0].islower()  # "since 2022", "after May"
    hangs = after[0].low in class_of("hanging") and not dated
    if not at or hangs or not stands_alone(after, 0) or leans_back(tokens, begin, begin + at):
        return False
    opens = stands_alone(before, 0) or before[0].low in class_of("possessives")
    if not has_verb(before) or not opens or any(t.low in class_of("people") for t in after[:at]):
        return False
    now = bool(said) and looks_past(said[0]) and after[at].low in _NOW and not _complement(before)
    return not said or now or (reports_too(tokens, begin) and not _hanging(before))


def _contrasted(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """ "While exports to China fell, exports to India grew": the two parts, when each can stand alone."""
    commas = [k for k, t in enumerate(tokens) if t.text == "," and not t.deep]
    marks = any(t.text in (";", ":") or t.low in class_of("speaking") for t in tokens)
    if len(commas) != 1 or marks or not 4 < commas[0] < len(tokens) - 4:
        return []
    left, right = tokens[1 : commas[0]], tokens[commas[0] + 1 :]
    verb = verb_of_right(tokens, commas[0] + 1)
    whole = has_verb(left) and stands_alone(left, 0) and verb and not leans_back(tokens, commas[0] + 1, verb)
    if not whole or not left[0].text[0].isalnum() or left[0].low.endswith("ing"):
        return []
    return [(left[0].start, left[-1].end), (right[0].start, right[-1].end)]


def _hangs_together(tokens: Sequence[Token]) -> bool:
    first = " ".join(t.low for t in tokens[:3])
    if first.startswith(tuple(class_of("harmless_openers"))):
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
    if token.text in _DASHES:
        if not _opens_last_part(tokens, place):
            return 0
        at += 1
    elif token.text == ",":
        at += 1
        at += tokens[at].low in class_of("joints")
    elif token.low in ("and", "but") and tokens[place - 1].text not in (",", ";", "—", "–", "-"):
        at += 1
    else:
        return 0
    while at < len(tokens) and (tokens[at].low in class_of("after_joint") or tokens[at].text == ","):
        at += 1
    return at if at < len(tokens) - 1 and not tokens[at].deep else 0


def _can_part(tokens: Sequence[Token], left: int, place: int, begin: int) -> bool:
    before = tokens[left + _harmless(tokens[left:place]) : place]
    mark = tokens[place].text
    if begin == place + 1 and mark == "," and not in_row(tokens, begin):
        return False
    verb = verb_of_right(tokens, begin) or verb_behind_clause(tokens, begin)
    if not verb and mark == "," and shares_quantity(before, tokens, begin):
        verb = begin + 1
    if not verb or leans_back(tokens, begin, verb) or not has_verb(before) or not _opens_well(before, left):
        return False
    lows = {t.low for t in before}
    if lows & class_of("speaking"):
        return mark == "," and reports_too(tokens, begin) and not _hanging(before)
    if _hanging(before) or _complement(before):
        return False
    if mark in (":", "—", "–", "-"):
        return verb - begin <= 8 and not lows & _ANNOUNCING and before[-1].low not in class_of("telling_what")
    if mark == ",":
        return True
    if lows & class_of("relatives", "hanging_or_not") or any(t.low == "and" for t in tokens[begin:verb]):
        return False
    passive = any(t.low in _BE and before[k + 1].low.endswith("ed") for k, t in enumerate(before[:-1]))
    if passive and tokens[verb].low.endswith("ed"):
        return False  # 'ten were killed and fifty injured': the verb is shared
    return _own_subject(tokens, place, begin, verb)


def _opens_well(before: Sequence[Token], left: int) -> bool:
    """Whether the part before can stand; "its", where it opens the sentence, has its owner named in the statement."""
    own = left == 0 and before[0].low in class_of("possessives")
    return own or stands_alone(before, after_adverbial(before, 0, len(before)))


def _harmless(tokens: Sequence[Token]) -> int:
    """How many words "As a result," and the like take at the beginning."""
    low = " ".join(t.low for t in tokens[:4])
    found = max((p for p in class_of("harmless_openers") if low.startswith(p + " ")), key=len, default="")
    taken = len(found.split())
    return taken + (0 < taken < len(tokens) and tokens[taken].text == ",")


def _opens_last_part(tokens: Sequence[Token], place: int) -> bool:
    """A colon, or a dash without a partner: what follows it runs to the end or to a semicolon."""
    mark = tokens[place].text
    if mark == "-" and tokens[place].start == tokens[place - 1].end:
        return False
    return mark == ":" or all(t.text != mark for k, t in enumerate(tokens) if k != place and not t.deep)


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
    counted = first.low[0].isdigit() and tokens[verb].low in class_of("auxiliaries")
    if counted or first.low in class_of("numbers") or first.low in class_of("prepositions") or first.low == "there":
        return True
    last = tokens[place - 1]
    ended = last.low.endswith(("ly", "ed", "%")) or last.low[0].isdigit() or last.low in class_of("past")
    if ended:
        return True
    return (
        first.text[0].isupper()
        and verb - begin <= 3
        and (
            tokens[verb].low in class_of("auxiliaries", "past")
            or (verb == begin + 1 and last.text.islower() and looks_past(tokens[verb]))
            or (verb == begin + 1 and last.text.islower() and tokens[verb].low in present_forms()[1])
        )
    )
