"""What a number counts: '238 dead', '100,000 Kenyan citizens', '80% of its oil'."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dossier.language.dictionary import is_known
from dossier.language.words import lemma_of
from dossier.reading.figures.tokens import DASHES, Token, low_at, tokens_of, touches, words
from dossier.world import is_demonym

_LONGEST = 5
_NEAR = 8  # words before a number within which "population" says that people are counted
_BEING = ("were", "was", "are", "is", "being")


def counted(
    tokens: Sequence[Token], i: int, first: int, unit: str, is_share: bool, text: str
) -> tuple[str, str, int]:
    """Unit, counted words, and where the figure ends, for a number that ends before token i.

    A share or percentage keeps its unit and names what it is a part of.
    """
    after, second = low_at(tokens, i), low_at(tokens, i + 1)
    if unit or is_share:
        return unit, _part_of(tokens, i, is_share, text), i
    if after == "of" and second in ("which", "whom"):
        return _of_which(tokens, first, i)
    if after == "of" and second == "them" and i + 2 < len(tokens) and is_plural(tokens[i + 2]):
        return _singular(tokens[i + 2]), tokens[i + 2].text, i  # "six people, two of them toddlers"
    if after == "head" and second == "of" and i + 2 < len(tokens):
        return _singular_or_same(tokens[i + 2]), tokens[i + 2].text, i  # "31 head of cattle"
    at = _behind_openers(tokens, i)
    if low_at(tokens, at - 1) == "one" and low_at(tokens, at - 2) not in DASHES and _is_noun(tokens, at):
        return _single(tokens, at, i, text)
    head, start, _ = _phrase(tokens, at)
    if head >= 0:
        return _singular(tokens[head]), _text(tokens, start, head + 1, text), i
    return next((found for read in _ELSEWHERE if (found := read(tokens, i, first, at))), ("", "", i))


def _part_of(tokens: Sequence[Token], i: int, is_share: bool, text: str) -> str:
    """ "80% of ITS OIL", "half THE FLEET"."""
    if low_at(tokens, i) == "of":
        _, start, end = _phrase(tokens, i + 1)
        return _text(tokens, start, end, text)
    head, start, _ = _phrase(tokens, i) if is_share else (-1, i, i)
    return _text(tokens, start, head + 1, text) if head >= 0 else ""


def _behind_openers(tokens: Sequence[Token], i: int) -> int:
    """Past "of its last", a dash and "more" to the noun: "12 of their last 15 TESTS", "30 more BOATS"."""
    at = i + (low_at(tokens, i) == "of")
    at += low_at(tokens, at) in words("owners") and at > i
    at += low_at(tokens, at) in words("in_order") and at > i + 1
    at += low_at(tokens, at) in ("-", "‑") and touches(tokens, at)
    return at + (low_at(tokens, at) in words("additional"))


def _single(tokens: Sequence[Token], at: int, i: int, text: str) -> tuple[str, str, int]:
    """ "One PATROL BOAT"."""
    one = at
    while low_at(tokens, one + 1) in words("one_nouns"):
        one += 1
    return words("units").get(low_at(tokens, one), low_at(tokens, one)), _text(tokens, at, one + 1, text), i


Counted = tuple[str, str, int] | None


def _told_behind(tokens: Sequence[Token], i: int, first: int, at: int) -> Counted:
    """ "Of whom 106 were WOMEN"."""
    told = low_at(tokens, i) in _BEING and _phrase(tokens, i + 1)[0] == i + 1
    return (_singular(tokens[i + 1]), tokens[i + 1].text, i) if told else None


def _people(tokens: Sequence[Token], i: int, first: int, at: int) -> Counted:
    """ "1.4 million SUDANESE"."""
    return ("people", tokens[at].text, i) if _is_people(tokens, at) else None


def _told_before(tokens: Sequence[Token], i: int, first: int, at: int) -> Counted:
    """ "A TOWN of 12,000", "its POPULATION is 12,000", "MAGNITUDE 6.1"."""
    before = low_at(tokens, first - 1)
    town = before == "of" and low_at(tokens, first - 2) in words("peopled")
    population = before in _BEING and any(low_at(tokens, first - n) == "population" for n in range(2, _NEAR))
    if town or population:
        return "people", "", i
    return ("magnitude", "", i) if before == "magnitude" else None


def _number_of(tokens: Sequence[Token], i: int, first: int, at: int) -> Counted:
    """ "Put the number of foreign BOATS at 114"."""
    noun = _numbered(tokens, first)
    return (_singular(tokens[noun]), tokens[noun].text, i) if noun >= 0 else None


def _hurt(tokens: Sequence[Token], i: int, first: int, at: int) -> Counted:
    """ "Killed 12", "12 were also feared drowned": people, though none is named."""
    behind = i + (low_at(tokens, i) in _BEING)
    after = low_at(tokens, behind)
    if after in ("still", "also", "reported", "feared"):
        after = low_at(tokens, behind + 1)
    hurt = low_at(tokens, first - 1) in words("casualty_verbs") or after in words("casualty_verbs")
    return ("people", "", i) if hurt or after in words("people_verbs") else None


# Where no noun stands behind a number: other places that may tell what it counts, the first that does is taken.
_ELSEWHERE: tuple[Callable[[Sequence[Token], int, int, int], Counted], ...] = (
    _told_behind,
    _people,
    _told_before,
    _number_of,
    _hurt,
)


def _is_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word behind "one" may be what is counted."""
    return (
        i < len(tokens)
        and tokens[i].text.islower()
        and tokens[i].is_word
        and tokens[i].low not in words("plain_after")
    )


def _numbered(tokens: Sequence[Token], first: int) -> int:
    """Where "boats" stands in 'put the number of foreign boats at 114', 'the number of boats fell from 93', or -1."""
    if low_at(tokens, first - 1) not in _STANDS_AT:
        return -1
    for at in range(first - 2, max(0, first - _NUMBER_REACH), -1):
        if not tokens[at].is_word:
            return -1
        if tokens[at].low == "of" and tokens[at - 1].low == "number":
            return _phrase(tokens, at + 1)[0]
    return -1


_STANDS_AT = ("at", "from", "to", "was", "is", "were", "are", "reached", "hit", "than", "exceeded")
_NUMBER_REACH = 14  # words


def _is_people(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word is a people whose name has no plural of its own, and tells of what sort nothing is."""
    if i >= len(tokens) or not tokens[i].low.endswith(("ese", "ish", "nch")) or not is_demonym(tokens[i].text):
        return False
    return (
        i + 1 >= len(tokens)
        or not tokens[i + 1].is_word
        or tokens[i + 1].low.endswith("ed")
        or low_at(tokens, i + 1) in words("plain_after")
    )


def _of_which(tokens: Sequence[Token], first: int, i: int) -> tuple[str, str, int]:
    """'its regions, 11 of which': the plural in front of the comma is what is counted."""
    noun = tokens[first - 2] if first > 1 and low_at(tokens, first - 1) == "," else None
    counts = noun is not None and noun.is_word and is_plural(noun) and (is_known(noun.low) or is_demonym(noun.text))
    return (_singular(noun), noun.text, i) if noun and counts else ("", "", i)


def unit_of(phrase: str) -> str:
    """'refugee' for 'the number of refugees', 'case' for 'Dengue cases': what rises by a count, "" for measures."""
    _, number_of, numbered = phrase.lower().rpartition("number of ")
    tokens = tokens_of(numbered if number_of else phrase)
    joint = next((n for n, t in enumerate(tokens) if n and t.low in _JOINTS), len(tokens))
    tokens = tokens[:joint]  # "deaths from malaria" are deaths, "the price of oranges" is none
    if not tokens or not tokens[-1].is_word or not is_plural(tokens[-1]):
        return ""
    counts = number_of or tokens[-1].low not in words("measured")
    return _singular(tokens[-1]) if counts else ""


_JOINTS = ("of", "from", "in", "among", "for", "to", "on", "by", "at", "with", "between", "against")


def phrase_at(tokens: Sequence[Token], i: int, text: str) -> str:
    """The words of the noun phrase that starts at token i."""
    _, start, end = _phrase(tokens, i)
    return _text(tokens, start, end, text)


def _phrase(tokens: Sequence[Token], i: int) -> tuple[int, int, int]:
    """The head noun of the phrase at i (or -1), and where the phrase starts and ends."""
    start = i
    while low_at(tokens, i) in ("the", "its", "their", "his", "her", "our", "all", "a", "an", "those", "these"):
        i += 1
    head, at = -1, i
    names = 0  # words with a capital, and the numbers of models, lengthen no phrase
    while at < len(tokens) and at < i + names + _LONGEST:
        word = tokens[at]
        names += not word.text[0].islower()
        if word.low in ("-", "‑", "’", "'") and touches(tokens, at):
            at += 1
            continue
        if head < 0 and (word.is_digits or _is_mark_of_model(tokens, at)):
            at += 1
            continue
        joined = low_at(tokens, at + 1) in DASHES and touches(tokens, at + 1) and touches(tokens, at + 2)
        if not word.is_word or (word.low in words("plain_after") and not joined):
            break  # but "four by-elections"
        if head >= 0 and tokens[head].low not in words("plural_modifiers"):
            break
        if is_plural(word) and not (word.text[0].isupper() and low_at(tokens, at + 1) in DASHES):
            head = at  # not "Rolls" of "the Rolls-Royce engines"
        elif head >= 0:
            break
        at += 1
    return head, start, head + 1 if head >= 0 else at


def _is_mark_of_model(tokens: Sequence[Token], i: int) -> bool:
    """The A of "Airbus A320 jets"."""
    return tokens[i].text.isupper() and len(tokens[i].text) < 3 and touches(tokens, i + 1) and tokens[i + 1].is_digits


def is_plural(word: Token) -> bool:
    """Whether a word looks like a plural noun."""
    low = word.low
    if low in words("irregular") or (low.endswith("men") and len(low) > 5):
        return True
    if word.text[0].isupper() and low.endswith("s") and not low.endswith("ss") and is_demonym(word.text):
        return True
    if word.text[-1] == "s" and word.text[:-1].isupper() and len(low) > 2:
        return True  # MPs, NGOs
    if low.endswith(("'s", "’s", "ss", "us", "is", "ous")) or len(low) < 4:
        return low in ("lives",)
    return low.endswith("s")


def _singular(word: Token) -> str:
    """Dictionary form in lower case; peoples count as people."""
    if word.low in words("irregular"):
        return str(words("irregular")[word.low])
    if word.text[0].isupper() and is_demonym(word.text):
        return "people"
    if word.low.endswith("men"):
        return word.low[:-2] + "an"
    lemma = lemma_of(word.text)
    if lemma != word.low and not lemma.endswith("s"):
        return lemma
    return word.low[:-3] + "y" if word.low.endswith("ies") else word.low[:-1]


def _singular_or_same(word: Token) -> str:
    return _singular(word) if is_plural(word) else word.low


def _text(tokens: Sequence[Token], start: int, end: int, text: str) -> str:
    """The words as they stand, line breaks made spaces."""
    return " ".join(text[tokens[start].start : tokens[end - 1].end].split()) if start < end <= len(tokens) else ""
