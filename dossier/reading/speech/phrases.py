"""The phrase that names a speaker: what may stand in it, where it ends, which of two is the name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dossier.language.dictionary import is_known
from dossier.language.grammar import is_adverb
from dossier.language.lexical import is_kind_of
from dossier.language.words import Word
from dossier.reading.sentences.tokens import class_of
from dossier.reading.sentences.verb_forms import is_past_form, words_of
from dossier.reading.speech.reporting import forms_in, small, spoken, verbs
from dossier.reading.speech.sorts import is_person_word, listed
from dossier.reading.speech.times import low, times_begin

Span = tuple[int, int]  # word numbers, half open
LONGEST = 24  # words; a longer "subject" is a misreading


def head_noun(words: Sequence[Word], span: Span) -> Word:
    """The word that says what the phrase is: "opponents" of "opponents of the dam"."""
    for at in range(span[0] + 1, span[1]):
        if low(words[at]) in small("inner_prepositions") and words[at - 1].is_word:
            participle = at - 2 >= span[0] and words[at - 1].text.endswith("ed")
            return words[at - 2] if participle else words[at - 1]
    return words[span[1] - 1]


def who_can_speak(words: Sequence[Word], span: Span) -> Span:
    """ "Had the support of THE COURT, which said": whoever can speak, in what stands before a relative clause."""
    ends = [at + 1 for at in range(span[0] + 1, span[1] - 1) if low(words[at]) in small("inner_prepositions")]
    inner = next(((at, span[1]) for at in reversed(ends) if _speaks(words, (at, span[1]))), None)
    return inner if inner and not _speaks(words, span) else span


def _speaks(words: Sequence[Word], span: Span) -> bool:
    head = head_noun(words, span)
    tells = listed("bodies") | forms_in("evidence") | forms_in("messages")
    group = is_kind_of(head.lemma, "organization")
    return head.text[0].isupper() or group or is_person_word(head.text) or low(head) in tells


def names_somebody(words: Sequence[Word], span: Span) -> bool:
    """Whether a phrase opens as names of speakers do: "the union", "Fitch", "officials"; not "strained by debt"."""
    opens = words[span[0]]
    return low(opens) in small("articles") or opens.text[0].isupper() or is_person_word(head_noun(words, span).text)


def opening(words: Sequence[Word], first: int, closing: int) -> int:
    """Where the bracket begins that word number `closing` ends; `closing` where none does."""
    for at in range(closing - 1, max(first, closing - 15) - 1, -1):
        if words[at].text in ("(", "["):
            return at
    return closing


def abbreviates(word: Word) -> bool:
    """Before a full stop that ends no sentence: a title or an initial."""
    return low(word) in small("titles", "firm_endings") or (len(word.text) == 1 and word.text.isupper())


def noun_before(words: Sequence[Word], first: int, preposition: int) -> bool:
    """Whether a preposition hangs on a noun rather than on a verb or on nothing."""
    at = preposition - 1
    if at < first or (not words[at].is_word and words[at].text != ")"):
        return False
    text = low(words[at])
    if words[at].text == "May":
        return True
    if text in small("auxiliaries") or text in small("prepositions") or text in small("coordinators"):
        return False
    if text in small("subject_pronouns") and text not in ("those", "these"):
        return False
    if text in small("days") and text[0].isalpha() and words[at].text.islower():
        return False
    return not looks_past(words, at) and text not in small("adverbs") and text not in small("clause_openers")


def looks_past(words: Sequence[Word], at: int) -> bool:
    """A lower-case word that reads as a finite verb or participle where it stands."""
    word = words[at]
    text = low(word)
    if not word.text.islower():
        return False
    before = low(words[at - 1]) if at else ""
    if before in small("articles") or before.endswith("'s") or before == "of":
        return False
    return is_past_form(text) or text in words_of("only_participle")


def is_inside_name(words: Sequence[Word], at: int) -> bool:
    """ "Autostrade PER l'Italia", "Banco DO Brasil", "PER Lie": a small word of another tongue within a name."""
    if low(words[at]) not in small("name_particles") or at + 1 >= len(words) or not _is_capital(words[at + 1]):
        return False
    around = words[at + 1 : at + 2] if words[at].text.istitle() else (words[at - 1], words[at + 1]) if at else ()
    foreign = any(not is_known(w.text.lower()) for w in around)
    return bool(around) and all(map(_is_capital, around)) and (foreign or words[at].text.istitle())


def _is_capital(word: Word) -> bool:
    """ "Lie", "l'Italia"."""
    return word.text[0].isupper() or word.text.replace("’", "'").partition("'")[2][:1].isupper()


def joins_nouns(words: Sequence[Word], first: int, at: int, end: int) -> bool:
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
    if is_person_word(words[end - 1].text) and not is_person_word(left.text):
        return False  # "is known as the stock AND SCIENTISTS estimate"
    return not looks_past(words, at - 1) and low(left) not in small("adverbs") and not is_adverb(low(left))


def in_list(words: Sequence[Word], first: int, comma: int, end: int) -> bool:
    """A comma of "A, B and C": one short piece on each side and an "and" after."""
    after = [low(w) for w in words[comma + 1 : end]]
    return (
        "and" in after[:6]
        and comma - 1 >= first
        and words[comma - 1].text[0].isupper()
        and (words[comma + 1].text[0].isupper())
    )


def belongs(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether a prepositional phrase names the speaker further: "at Harvard", "for the ministry"."""
    if at + 1 >= last:
        return False
    after = words[at + 1]
    return after.text[0].isupper() or low(after) in ("the", "a", "an", "his", "her", "their", "its")


def goes_on(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether "and" joins another name rather than another clause."""
    if at + 1 >= last:
        return False
    both = is_person_word(words[at - 1].text) and is_person_word(words[at + 1].text)  # "farmers and traders"
    return both or words[at + 1].text[0].isupper() or low(words[at + 1]) in ("the", "other", "his", "her", "their")


DASHES = frozenset(("—", "–", "-"))
_ASIDE = 24  # words between two dashes
_MOST = 5  # words of a name


def named_behind(words: Sequence[Word], told: Span, aside: Span) -> Span | None:
    """The name in an aside behind what its bearer is; None where the phrase in front is the name.

    One word is a name behind nothing but a noun phrase: "The national utility, Zesco, expects".
    """
    start, end = aside
    while start < end and words[start].text == ",":
        start += 1
    while end > start and words[end - 1].text == ",":
        end -= 1
    said = words[slice(*told)]
    plain = said[-1].text.islower()
    whole = plain and low(said[0]) in small("articles") and all(w.is_word for w in said)
    office = any(low(w) in _bearing() for w in said) and (plain or low(said[0]) in small("articles") | _bearing())
    named = _is_name(words[start:end], whole) and (whole or office)
    return (start, end) if named else None


def name_between_commas(words: Sequence[Word], told: Span, comma: int) -> Span | None:
    """ "According to the mayor of Arlon, ANNA RUIZ, the dam and a bridge were lost": who somebody told of is."""
    end = next((k for k in range(comma + 2, min(len(words), comma + _MOST + 3)) if words[k].text == ","), 0)
    head = head_noun(words, told)
    if not end or words[comma].text != "," or not (is_person_word(head.text) or low(head) in _bearing()):
        return None
    if in_list(words, comma, end, len(words)):
        return None  # "According to the envoy, South Africa, Peru and Chile signed"
    named = named_behind(words, told, (comma, end))
    return named if named and named[1] - named[0] > 1 else None


@cache
def _bearing() -> frozenset[str]:
    """What somebody with a name may be: "the MAYOR of the town, Anna Petit"."""
    somebody = listed("people") | listed("offices") | listed("roles") | listed("firms")
    return somebody - {"who", "whose", *small("subject_pronouns")}


def _is_name(words: Sequence[Word], alone: bool) -> bool:
    """Two to five capitalised words, "of" and initials between them allowed; one where it may stand `alone`."""
    capital = [w for w in words if w.is_word and w.text[0].isupper()]
    return (1 if alone else 2) <= len(capital) <= _MOST and all(
        w in capital or low(w) in small("name_particles") | {"of", "."} for w in words
    )


def opening_dash(words: Sequence[Word], first: int, closing: int) -> int:
    """ "The miner Codelco — the world’s largest — said": where the aside begins that a dash closes; else 0."""
    while closing > first and words[closing - 1].text in DASHES:
        closing -= 1  # "--"
    opened = next((k for k in range(closing - 2, max(first, closing - _ASIDE), -1) if words[k].text in DASHES), 0)
    while opened > first and words[opened - 1].text in DASHES:
        opened -= 1
    return opened


JOINING = frozenset("-&'/’")  # marks inside a name: "the experts’ estimates"


def on_the_right(words: Sequence[Word], start: int, last: int) -> Span | None:
    """The noun phrase that begins at words[start], up to a comma, a verb or a time."""
    at = start
    while at < last and at - start < LONGEST:
        stop = words[at].text == "." and at > start and abbreviates(words[at - 1])
        if stop or words[at].text in JOINING:
            at += 1
        elif not words[at].is_word or (at > start and _ends(words, at, last)):
            at = (at > start and _end_of_list(words, at, last)) or at
            break
        else:
            done = at > start and at + 1 < last and low(words[at]) in class_of("past") and low(words[at + 1]) == "by"
            at += 2 if done else 1  # "a list KEPT BY the teacher"
    while at > start and (
        not words[at - 1].is_word or low(words[at - 1]) in small("adverbs", "articles", "prepositions")
    ):
        if at - 1 == start and low(words[start]) in ("her", "one"):
            break  # "according to HER, …", "said ONE"
        if words[at - 1].text == "." and at - 1 > start and abbreviates(words[at - 2]):
            break
        at -= 1
    return (start, at) if at > start else None


def first_of_two(words: Sequence[Word], span: Span) -> Span:
    """ "According to HIM nuclear power …", "to THE MINISTER the dam is safe": an article opens another phrase."""
    if low(words[span[0]]) in ("him", "them", "me", "us"):
        return span[0], span[0] + 1
    inside = small("prepositions", "articles", "adverbs") | {"and", "or", "all", "both"}
    opens = (at for at in range(span[0] + 1, span[1]) if words[at].text in ("the", "a", "an"))
    return span[0], next((at for at in opens if words[at - 1].is_word and low(words[at - 1]) not in inside), span[1])


def _is_name_alone(words: Sequence[Word], at: int) -> bool:
    """Whether a name without an article or a small word ends before word number `at`."""
    first = at
    while first > 0 and words[first - 1].is_word and words[first - 1].text[0].isupper():
        first -= 1
    before = low(words[first - 1]) if first else ""
    return first < at and before not in small("articles", "prepositions") and not is_known(words[at - 1].text.lower())


def _end_of_list(words: Sequence[Word], comma: int, last: int) -> int:
    """Behind the last name of "Peru, CHILE AND THE UNITED STATES", a list that a mark ends; 0 where none goes on."""
    at, joined = comma, False
    while not joined and at < last and words[at].text == ",":
        first = end = at + 1
        while end < last and words[end].is_word and low(words[end]) != "and":
            end += 1
        if not first < end <= first + _MOST or not _may_be_listed(words, first, end):
            return 0
        at, joined = end, end < last and low(words[end]) == "and"
    first = end = at + 1
    while end < last and words[end].is_word:
        end += 1
    whole = joined and first < end <= first + _MOST and _may_be_listed(words, first, end)
    return end if whole else 0


def _may_be_listed(words: Sequence[Word], first: int, end: int) -> bool:
    """ "Chile", "the United States", "the port authority": the name of one of several who speak."""
    opens = low(words[first]) in ("the", "his", "her", "its", "their")
    said = words[first + opens : end]
    if all(_is_capital(w) or low(w) in small("name_particles") | {"of"} for w in said):
        return bool(said)
    return bool(said) and opens and (is_person_word(said[-1].text) or low(said[-1]) in listed("bodies"))


def _only_tells(word: Word) -> bool:
    """ "Indicate", "argue": a form that is no noun."""
    verb = verbs().get(low(word)) if word.text.islower() else None
    return verb is not None and verb.shape == "base" and "clause" in verb.takes and "also_nouns" not in verb.takes


def _ends(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether word number `at`, not the first of the phrase, stands behind it."""
    text = low(words[at])
    if text in ("and", "or"):
        return not goes_on(words, at, last)
    if is_inside_name(words, at):
        return False
    helps = text in small("auxiliaries") and not words[at].text.istitle()  # no "Do" of "Do Ha Nam"
    shown = text in spoken("pointing") and low(words[at - 1]) == "of"  # "one of THESE sources"
    if helps or (text in small("clause_openers", "subject_pronouns") and not shown):
        return True
    if times_begin(words, at, last):
        return True
    if words[at - 1].text.islower() and words[at - 1].text.endswith("s") and _only_tells(words[at]):
        return True  # "accounts from survivors INDICATE that"
    if looks_past(words, at):  # "a list KEPT BY the teacher" goes on
        return text not in class_of("past") or at + 1 >= last or low(words[at + 1]) != "by"
    if text not in small("prepositions") or text == "of":
        return False
    if text == "in" and _is_name_alone(words, at):
        return True  # "said RUIZ in Lima, where she had fled"
    if text in spoken("of_speakers"):
        return not belongs(words, at, last)
    return text != "by" or low(words[at - 1]) not in forms_in("messages") | forms_in("evidence")
