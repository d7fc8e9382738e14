"""Whether a figure describes a rise, a fall or no change: 'rose 5 %', 'a 3% increase', 'cut by half'."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dossier.language.grammar import is_adverb
from dossier.reading.figures.tokens import Token, low_at, words

_STOPS = (".", ";", ":", "!", "?", "—")
_FAR, _NEAR = 12, 6
_RATES = ("percentage", "percentage point", "time")
_SHARES = ("percentage", "percentage point", "basis point", "time", "point", "")


def change_of(tokens: Sequence[Token], first: int, last: int, unit: str) -> str:
    """up, down, same or "" for the figure tokens[first:last]."""
    if low_at(tokens, first - 1) == "from" or (low_at(tokens, first - 1), low_at(tokens, first - 2)) == (
        "the",
        "from",
    ):
        return ""
    if low_at(tokens, first - 1) == "of" and low_at(tokens, first - 2)[:1].isdecimal():
        return ""  # "lost 60 of 180 employees"
    if low_at(tokens, last) in words("bearings") and unit in words("lengths"):
        return ""  # "the ship sank 12 miles off the coast"
    if unit in words("durations") and low_at(tokens, first - 1) not in ("by", "to"):
        return ""  # "rose over five years": how long, not how much
    moved = unit == "percentage" and low_at(tokens, last) != "of"
    return (
        _after(tokens, last, unit) or _before(tokens, first, unit) or (_moved_object(tokens, first) if moved else "")
    )


def _moves(unit: str) -> bool:
    """Whether what is told in the unit mostly rises and falls: shares, points, money."""
    return unit in _SHARES or unit in _monies()


@cache
def _monies() -> frozenset[str]:
    return frozenset((*words("money").values(), *words("currencies").values(), *words("codes").values()))


def what_changed(tokens: Sequence[Token], first: int, text: str, is_verb: bool = False) -> str:
    """The words before the verb of change: 'trade turnover' of 'trade turnover rose 5 %'.

    `is_verb` where the token at `first` is that verb itself: 'imports doubled'.
    """
    verb = first if is_verb else -1
    for i in range(first - 1, max(-1, first - _FAR), -1):
        if not tokens[i].low[0].isalnum() and tokens[i].low in (*_STOPS, ",", "\n"):
            break
        if _direction(tokens[i].low):
            verb = i
            break
    if verb < 0:
        return ""
    # "cut its rates by 5 %": what stands between the verb and "by" is what changed.
    bridge = next((i for i in range(verb + 1, first) if tokens[i].low in ("by", "to", "from")), verb)
    between = [t for t in tokens[verb + 1 : bridge] if t.low not in _ARTICLES and not is_adverb(t.low)]
    if between and all(t.is_word for t in between):
        return " ".join(text[between[0].start : between[-1].end].split())
    end = verb
    while end > 0 and (low_at(tokens, end - 1) in words("change")["helping"] or is_adverb(low_at(tokens, end - 1))):
        end -= 1
    start = _phrase_start(tokens, end)
    if (
        low_at(tokens, start - 1) == "in"
        and start > 1
        and tokens[start].text[0].isupper()
        and tokens[start - 2].is_word
    ):
        end = start - 1  # "Dengue cases in Lima rose"
        start = _phrase_start(tokens, end)
    number = next((i for i in range(start, end) if tokens[i].is_digits), end)
    end = number - (low_at(tokens, number - 1) == "of") if number < end else end
    while start < end and low_at(tokens, start) in _ARTICLES:
        start += 1
    return " ".join(text[tokens[start].start : tokens[end - 1].end].split()) if start < end else ""


def _phrase_start(tokens: Sequence[Token], end: int) -> int:
    """Where the run of words that ends before token `end` starts, six words at most."""
    start = end
    while start > 0 and end - start < 6 and tokens[start - 1].low[0].isalnum():
        if tokens[start - 1].low in words("change")["phrase_ends"]:
            break
        start -= 1
    return start


_ARTICLES = ("the", "a", "an", "its", "their", "and")


def _after(tokens: Sequence[Token], last: int, unit: str) -> str:
    """'a 5 % increase', '5 % higher', '40%, down from 50%'."""
    table: dict[str, str] = words("change")["after"]
    comma = low_at(tokens, last) == ","
    at = last + 1 if comma else last
    word, following = low_at(tokens, at), low_at(tokens, at + 1)
    if word in ("up", "down") and (following in ("from", "on", "year") or not comma):
        return word if following in ("from", "on", "year") or unit in _SHARES[:4] else ""
    if comma:
        return ""
    if later := _after_comma(tokens, last):
        return later
    begin = last + (low_at(tokens, last) == "of" and not _moves(unit))  # "18 inches of sea level rise"
    for step in range(begin - last, begin - last + 3):
        word = low_at(tokens, last + step)
        if word in table:
            if word in ("up", "down") and low_at(tokens, last + step - 1) in words("change")["ending_in_up"]:
                return ""  # "one in twelve gave up"
            if word in _COMPARES and unit not in _RATES and (unit or step or low_at(tokens, last + 1) != "than"):
                return ""  # but "3,000 fewer than in May"
            return table[word] if _moves(unit) or step or word in _COMPARES else ""
        if not word[:1].isalpha() or word in words("plain_after"):
            return ""
    return ""


_COMPARES = ("more", "less", "fewer", "greater", "larger", "bigger", "smaller")


def _after_comma(tokens: Sequence[Token], last: int) -> str:
    """'4 million cars this year, up from 3 million': the way is told behind a few words and a comma."""
    for at in range(last, last + 6):
        if low_at(tokens, at) == ",":
            way = low_at(tokens, at + 1)
            return way if way in ("up", "down") and low_at(tokens, at + 2) == "from" else ""
        if not low_at(tokens, at)[:1].isalpha():
            return ""
    return ""


def _before(tokens: Sequence[Token], first: int, unit: str) -> str:
    """'rose 5 %', 'rose by 5 %', 'cut its output by 5 %', 'an increase of 5 %', 'remained at 5 %'."""
    first = _behind_landmark(tokens, _behind_praise(tokens, first))
    bridge = low_at(tokens, first - 1)
    behind = low_at(tokens, first - 3 if low_at(tokens, first - 2) == "up" else first - 2)
    if bridge == "to" and (behind in words("equals") or (behind[:3] == "add" and low_at(tokens, first - 2) == "up")):
        return ""  # "the crop lost amounts to 2 percent", "it adds up to 5 million"
    if bridge == "at" and (kept := _kept(tokens, first)):
        return kept
    reaches_far = bridge in ("by", "to")
    for back in range(1, (_FAR if reaches_far else _NEAR) + 1):
        word = low_at(tokens, first - back)
        if not word or word in _STOPS or "\n" in word:
            return ""
        way = _direction(word)
        if way and not _is_other_word(tokens, first - back, way, unit, bridge):
            return way
        if word == "," and not reaches_far:
            return ""
        passes = word[0].isdecimal() or word in _amounts() or is_adverb(word)
        if not passes and not (reaches_far and word[0].isalnum()):
            return ""
        if reaches_far and word in ("who", "which", "that", "and", "but", "while") and back > 1:
            return ""
    return ""


@cache
def _amounts() -> frozenset[str]:
    """What may stand between a change and its number: other words of an amount."""
    tables = (words(name) for name in ("small", "scales", "units", "money", "approx", "parts"))
    signs = ("from", "%", "percent", "$", "€", "£", ",", "-", "‑", "more", "than", "least")
    return frozenset(words("change")["between"]).union(signs, *tables)


def _behind_praise(tokens: Sequence[Token], first: int) -> int:
    """Where the figure begins for 'rose BY a staggering 40 percent'."""
    for back in (2, 3):
        word = low_at(tokens, first - back + 1)
        if not word[:1].isalpha() or word in words("plain_after") or _direction(word):
            break
        if low_at(tokens, first - back) in ("a", "an"):
            return first - back
    return first


def _behind_landmark(tokens: Sequence[Token], first: int) -> int:
    """Where the figure begins for 'fell TO a ten-year low of 4 percent'."""
    if low_at(tokens, first - 1) != "of" or low_at(tokens, first - 2) not in words("change")["landmarks"]:
        return first
    for back in range(first - 3, max(first - 9, 0), -1):
        if low_at(tokens, back) == "to":
            return back + 1
        if low_at(tokens, back) in _STOPS:
            break
    return first


def _moved_object(tokens: Sequence[Token], first: int) -> str:
    """'raised prices 5 %', 'has cut its workforce 10 %': what is moved stands between the verb and how far."""
    for back in range(2, 5):
        word = low_at(tokens, first - back)
        if word in words("change")["moving"] and low_at(tokens, first - back - 1) not in ("the", "a", "an", "of"):
            return _direction(word)
        if not word.isalpha() or word in words("plain_after") - words("owners"):
            return ""
    return ""


def _kept(tokens: Sequence[Token], first: int) -> str:
    """'kept its cash rate at 4 %': same, with the object between."""
    for back in range(2, 7):
        word = low_at(tokens, first - back)
        if word in words("change")["keeping"]:
            return "same"
        if not word[:1].isalpha():
            return ""
    return ""


@cache
def _direction(word: str) -> str:
    """up, down or same for a word of change, "" for any other."""
    table = words("change")
    for way in ("up", "down", "same"):
        if word in table[way]:
            return way
    factor = table["factors"].get(word)
    return str(factor[1]) if factor else ""


_STANDS_BEFORE_UP = (",", "is", "are", "was", "were", "be", "been", "closed", "ended", "traded", "and", "(")


def _is_other_word(tokens: Sequence[Token], i: int, way: str, unit: str, bridge: str) -> bool:
    """Words of change that mean something else here: 'up to', 'held two meetings', 'the lower house'."""
    word, after = low_at(tokens, i), low_at(tokens, i + 1)
    if unit in ("foot", "metre") and word in ("surge", "swell", "swells"):
        return True  # "a storm surge of ten feet"
    if word in ("up", "down"):
        if low_at(tokens, i - 1) in words("change")["ending_in_up"]:
            return True  # "make up 8 %"
        if after == "by" or (after == "to" and low_at(tokens, i - 1) in words("upward")):
            return False  # "went up by 20 piastres", "edged up to 4 percent"
        if low_at(tokens, i - 1) in _STANDS_BEFORE_UP and (after[:1].isdecimal() or after in words("currencies")):
            return False  # "at $81 a barrel, up 65 cents"
        return (word == "up" and after == "to") or after in ("in", "with", "for") or not _moves(unit)
    if way == "same":
        return after not in words("change")["levels"] and bridge not in ("at", "around", "near")
    if word.startswith("rais") and word == bridge:
        return True  # "raised $250 million", "raised up to $5 million": money found, not a rise
    if word in words("change")["weak_nouns"] and unit in words("change")["gained"]:
        return False  # "lost 41 seats"
    if word in words("change")["weak_nouns"]:
        return unit not in (*_RATES, "basis point", "point") and bridge not in ("by", "to")
    return after == "than" and word in ("higher", "lower", "fewer")
