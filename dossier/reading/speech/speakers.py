"""The phrase that names a speaker, to the left or the right of a reporting word.

Without a parser: from the word we walk outwards over what a noun phrase may hold, and stop at what it may not.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.language.words import Word
from dossier.reading.speech.reporting import small, verbs
from dossier.reading.speech.times import low, times_begin, without_times

__all__ = ["Span", "before_verb", "head_noun", "low", "on_the_left", "on_the_right"]

Span = tuple[int, int]  # word numbers, half open

_LONGEST = 24  # words; a longer "subject" is a misreading
_OPENERS = frozenset('("“”«»;:—–…[]?!') | {"''", "``"}


def before_verb(words: Sequence[Word], first: int, verb: int) -> int:
    """Where the verb group begins that ends in `verb`: over auxiliaries and adverbs ("has also repeatedly")."""
    at = verb
    if at - 2 >= first and low(words[at - 1]) in ("nor", "or", "and") and low(words[at - 2]) in verbs():
        at -= 2  # "would neither confirm nor deny"
    while at > first and (
        low(words[at - 1]) in small("auxiliaries") | {"neither"}
        or low(words[at - 1]) in small("adverbs")
        or (low(words[at - 1]).endswith("ly") and words[at - 1].text.islower())
    ):
        at -= 1
    return at


def on_the_left(words: Sequence[Word], first: int, end: int) -> Span | None:
    """The noun phrase that ends right before words[end], without appositives and times; None when there is none."""
    end = without_times(words, first, end)
    if end <= first:
        return None
    if words[end - 1].text == ",":
        return _before_apposition(words, first, end - 1)
    if words[end - 1].text in (")", "]"):
        opening = _opening(words, first, end - 1)
        inner = on_the_left(words, first, opening) if opening > first else None
        return (inner[0], end) if inner and end - opening <= 4 else inner
    return _walk_left(words, first, end)


def on_the_right(words: Sequence[Word], start: int, last: int) -> Span | None:
    """The noun phrase that begins at words[start], up to a comma, a verb or a time."""
    at = start
    while at < last and at - start < _LONGEST:
        word, text = words[at], low(words[at])
        if text == "." and at > start and _abbreviates(words[at - 1]):
            at += 1
            continue
        if text in ("-", "&", "'", "/") or (text == "," and _years_follow(words, at, last)):
            at += 1
            continue
        if not word.is_word or (text in small("clause_openers") and at > start):
            break
        if at > start and (text in small("auxiliaries") or times_begin(words, at, last)):
            break
        if (
            text in small("prepositions")
            and at > start
            and text not in ("of", "for", "at", "from", "in", "with", "on")
        ):
            break
        if at > start and text in ("in", "at", "on", "with", "for", "from") and not _belongs(words, at, last):
            break
        if text in ("and", "or") and not _goes_on(words, at, last):
            break
        if at > start and _looks_past(words, at):
            break
        if at > start and text in small("subject_pronouns"):
            break
        at += 1
    while at > start and (not words[at - 1].is_word or low(words[at - 1]) in small("adverbs")):
        if words[at - 1].text == "." and at - 1 > start and _abbreviates(words[at - 2]):
            break
        at -= 1
    return (start, at) if at > start else None


def _walk_left(words: Sequence[Word], first: int, end: int) -> Span | None:
    last = low(words[end - 1])
    if last in small("subject_pronouns") or (last in small("pronouns") and last not in ("one", "another", "some")):
        if last in ("who", "which", "that"):
            return on_the_left(words, first, end - 1)
        if last in ("there",):
            return None
        return (end - 1, end)
    at = end
    while at > first and end - at < _LONGEST:
        word, text = words[at - 1], low(words[at - 1])
        if text == "." and at - 2 >= first and _abbreviates(words[at - 2]):
            at -= 1
            continue
        if text in ("-", "&", "'", "/", "’") and at < end:
            at -= 1
            continue
        if text == ",":
            if at < end and _in_list(words, first, at - 1, end):
                at -= 1
                continue
            break
        if text in (")",):
            opening = _opening(words, first, at - 1)
            if opening <= first:
                break
            at = opening
            continue
        if not word.is_word or text in _OPENERS:
            break
        if text in ("who",) and at < end:
            return _walk_left(words, first, at - 1) if at - 1 > first else None
        if text in small("clause_openers"):
            break
        if text in ("and", "or"):
            if not _joins_nouns(words, first, at - 1, end):
                break
            at -= 1
            continue
        if text == "but" or text in small("auxiliaries"):
            return _relative_head(words, first, at - 1) or _trimmed(words, at, end)
        if text in small("subject_pronouns") and text not in ("this", "that", "these", "those"):
            break
        if text in small("articles"):
            prior = low(words[at - 2]) if at - 2 >= first else ""
            if prior in small("inner_prepositions") and _noun_before(words, first, at - 2):
                at -= 2
                continue
            if prior in ("all", "both", "half") or prior in ("and", "or"):
                at -= 1
                continue
            if head := _relative_head(words, first, at - 1):
                return head
            at -= 1
            if text in (
                "one",
                "two",
                "three",
                "four",
                "five",
                "many",
                "most",
                "few",
                "several",
                "some",
            ) and prior in (small("articles") | {"last"}):
                continue
            break
        if text == "by" and at - 3 >= first and _looks_past(words, at - 2) and _is_noun(words[at - 3]):
            at -= 2  # "economists polled by Reuters said"
            continue
        if text in small("inner_prepositions"):
            if not _noun_before(words, first, at - 1):
                break
            at -= 1
            continue
        if text in small("prepositions") or (at < end and at - 1 > first and _only_reports(word)):
            break
        if _looks_past(words, at - 1) and at < end:
            head = _relative_head(words, first, at - 1)
            if head:
                return head
            break
        at -= 1
    return _trimmed(words, at, end)


def _relative_head(words: Sequence[Word], first: int, verb: int) -> Span | None:
    """ "people who know the plan said": the speaker stands before the relative pronoun."""
    for at in range(verb - 1, max(first, verb - 6), -1):
        text = low(words[at])
        if text == "who" and at > first and words[at - 1].is_word:
            return _walk_left(words, first, at)
        if text in (",", ";") or not words[at].is_word:
            return None
    return None


def _trimmed(words: Sequence[Word], start: int, end: int) -> Span | None:
    """Without adverbs, times, conjunctions and prepositions at the front."""
    while start < end and (
        not words[start].is_word
        or low(words[start]) in small("adverbs") - {"one"}
        or low(words[start]) in small("coordinators")
        or (low(words[start]) in small("days") and start + 1 < end and low(words[start]) not in ("may",))
        or (low(words[start]) == "last" and start + 1 < end and low(words[start + 1]) in small("days"))
    ):
        start += 1
    return (start, end) if start < end else None


def _before_apposition(words: Sequence[Word], first: int, comma: int) -> Span | None:
    """ "Ada Byron, 36, director of a house in London, said": the name before the first of the commas."""
    commas = [i for i in range(first, comma) if words[i].text == ","]
    for opening in reversed(commas):
        head_end = opening
        if head_end - 1 < first or (not words[head_end - 1].is_word and words[head_end - 1].text not in (")", ".")):
            return None
        between = words[opening + 1 : comma]
        if not between:
            return None
        if _is_name(between) and words[head_end - 1].text.islower():
            return opening + 1, comma  # "the mayor of the town, Anna Petit, said": the name is the shortest
        if _is_apposition(words, opening + 1) or words[head_end - 1].text[0].isupper():
            earlier = [c for c in commas if c < opening]
            if earlier and _is_apposition(words, earlier[-1] + 1) and _ends_in_name(words, earlier[-1]):
                continue
            return on_the_left(words, first, head_end)
    return None


def _is_apposition(words: Sequence[Word], start: int) -> bool:
    text = low(words[start])
    return (
        text in small("articles")
        or text
        in (
            "who",
            "whose",
            "which",
            "among",
            "including",
            "president",
            "director",
            "former",
            "head",
            "chief",
            "ambassador",
        )
        or words[start].text[0].isdigit()
        or (words[start].text.islower() and text not in small("prepositions") and text not in small("clause_openers"))
    )


def _is_name(words: Sequence[Word]) -> bool:
    """Two to four capitalised words, "of" and initials between them allowed."""
    capital = [w for w in words if w.is_word and w.text[0].isupper()]
    return 2 <= len(capital) <= 5 and all(
        w in capital or low(w) in ("of", "de", "van", "al", ".", "von", "da") for w in words
    )


def head_noun(words: Sequence[Word], span: Span) -> Word:
    """The word that says what the phrase is: "opponents" of "opponents of the dam"."""
    for at in range(span[0] + 1, span[1]):
        if low(words[at]) in small("inner_prepositions") and words[at - 1].is_word:
            participle = at - 2 >= span[0] and words[at - 1].text.endswith("ed")
            return words[at - 2] if participle else words[at - 1]
    return words[span[1] - 1]


def _ends_in_name(words: Sequence[Word], end: int) -> bool:
    return end > 0 and words[end - 1].text[0].isupper()


def _opening(words: Sequence[Word], first: int, closing: int) -> int:
    for at in range(closing - 1, max(first, closing - 15) - 1, -1):
        if words[at].text in ("(", "["):
            return at
    return closing


def _abbreviates(word: Word) -> bool:
    """Before a full stop that ends no sentence: a title or an initial."""
    return low(word) in small("titles") or (len(word.text) == 1 and word.text.isupper())


def _only_reports(word: Word) -> bool:
    """ "says", "argues": present forms that are no nouns."""
    verb = verbs().get(low(word)) if word.text.islower() else None
    return verb is not None and verb.shape == "s" and "also_nouns" not in verb.takes and "clause" in verb.takes


def _is_noun(word: Word) -> bool:
    text = low(word)
    return word.is_word and text not in small("auxiliaries") and text not in small("pronouns") and text != "who"


def _noun_before(words: Sequence[Word], first: int, preposition: int) -> bool:
    """Whether a preposition hangs on a noun rather than on a verb or on nothing."""
    at = preposition - 1
    if at < first or (not words[at].is_word and words[at].text != ")"):
        return False
    text = low(words[at])
    if text in small("auxiliaries") or text in small("prepositions") or text in small("coordinators"):
        return False
    if text in small("subject_pronouns") and text not in ("those", "these"):
        return False
    if text in small("days") and text[0].isalpha() and words[at].text.islower():
        return False
    return not _looks_past(words, at) and text not in small("adverbs") and text not in small("clause_openers")


def _looks_past(words: Sequence[Word], at: int) -> bool:
    """A lower-case word that reads as a finite verb or participle where it stands."""
    word = words[at]
    text = low(word)
    if not word.text.islower():
        return False
    before = low(words[at - 1]) if at else ""
    if before in small("articles") or before.endswith("'s") or before == "of":
        return False
    found = verbs().get(text)
    if found and found.shape == "past" and text not in ("read", "felt", "meant", "saw"):
        return True
    return len(text) > 4 and text.endswith("ed") and not text.endswith("eed")


def _joins_nouns(words: Sequence[Word], first: int, at: int, end: int) -> bool:
    """ "Smith and Jones said" against "prices rose and Jones said"."""
    if at - 1 < first or at + 1 >= end:
        return False
    left, right = words[at - 1], words[at + 1]
    if not left.is_word:
        return False
    if left.text[0].isupper():
        return right.text[0].isupper() or low(right) in small("articles") or right.text.islower()
    if right.text[0].isupper() or low(right) in small("articles"):
        return False
    return not _looks_past(words, at - 1) and low(left) not in small("adverbs") and not low(left).endswith("ly")


def _in_list(words: Sequence[Word], first: int, comma: int, end: int) -> bool:
    """A comma of "A, B and C": one short piece on each side and an "and" after."""
    after = [low(w) for w in words[comma + 1 : end]]
    return (
        "and" in after[:6]
        and comma - 1 >= first
        and words[comma - 1].text[0].isupper()
        and (words[comma + 1].text[0].isupper())
    )


def _years_follow(words: Sequence[Word], at: int, last: int) -> bool:
    """The comma of "Smith, Jr."."""
    return at + 1 < last and low(words[at + 1]) in ("jr", "sr", "inc", "ltd", "llc")


def _belongs(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether a prepositional phrase names the speaker further: "at Harvard", "for the ministry"."""
    if at + 1 >= last:
        return False
    after = words[at + 1]
    return after.text[0].isupper() or low(after) in ("the", "a", "an", "his", "her", "their", "its")


def _goes_on(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether "and" joins another name rather than another clause."""
    if at + 1 >= last:
        return False
    return words[at + 1].text[0].isupper() or low(words[at + 1]) in ("the", "other", "his", "her", "their")
