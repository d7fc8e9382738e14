"""The telling words of a claim, taken out of its sentence: names, numbers, times and all words but small ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from dossier.language.grammar import function_words, may_lead, words_in
from dossier.language.lexical import concepts_of, has_entry, weight_of
from dossier.language.listed import calendar_words, listed_words
from dossier.language.negation import Negation
from dossier.language.phrases import plain
from dossier.language.synonyms import keys_of_form, plain_verbs
from dossier.language.words import Word
from dossier.relating.apart.acronyms import acronyms
from dossier.relating.apart.countries import Land, countries_in
from dossier.relating.apart.holding import other_holder
from dossier.relating.apart.numerals import Numeral, is_counted_inside
from dossier.relating.apart.terms import Term

_ordinals = partial(listed_words, "numerals.yaml", "ordinals")
_outright = partial(listed_words, "denials.yaml", "outright")  # no topic words; "stop", "end" are told

_NAME_WEIGHT = 1.2
_SHORT = 5  # letters from which on a word is not passed over for what it is formed of: "others"
_SHORT_WEIGHT = 5.0  # of an acronym, be it spelt like a small word


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is known of a sentence's words before any of them is taken out, by their numbers."""

    words: tuple[Word, ...]
    cues: tuple[Negation, ...]
    in_cue: frozenset[int]
    numbers: Mapping[int, Numeral]
    verbs: Mapping[int, str]
    lands: Mapping[int, Land]
    acronyms: Mapping[int, frozenset[str]]

    def is_negated(self, i: int) -> bool:
        return bool(self.cues) and sum(c.reaches(i) for c in self.cues) % 2 == 1


def telling_words(
    words: tuple[Word, ...], cues: tuple[Negation, ...], numbers: tuple[Numeral, ...]
) -> tuple[Term, ...]:
    """In their order; `cues` are what denies in the sentence, `numbers` what is counted in it."""
    looked = _Looked(
        words,
        cues,
        frozenset(i for c in cues for i in range(c.start, c.end) if words[c.start].text.lower() in _outright()),
        {i: n for n in numbers for i in range(n.start, n.end)},
        plain_verbs(words),
        countries_in(words),
        acronyms(words),
    )
    long_names = {i for start, land in looked.lands.items() if land.end > start + 1 for i in range(start, land.end)}
    terms: list[Term] = []
    for i in range(len(words)):
        number = looked.numbers.get(i) if i not in looked.in_cue else None  # "no one" is nobody
        if number is not None and i == number.start:
            before = {_before_denial(words, c.start) for c in cues if c.end == i}
            refused = not before.isdisjoint({",", *words_in("be")})  # "one lake, not two", "is not 34"
            terms.append(replace(_number_term(words, number), negated=refused))
        elif number is not None and not _is_counted(words[i], number):
            continue
        elif i in long_names:
            terms += [_long_name(looked, i)] if i in looked.lands and i not in looked.in_cue else []
        elif _tells(looked, i):
            terms.append(_word_term(looked, i))
    return tuple(terms)


def _before_denial(words: tuple[Word, ...], start: int) -> str:
    """The word before a "not", be it grown together with it: "is" of "IS not" and "ISn't"."""
    head, mark, _ = plain(words[start].text).partition("n't")
    return head if mark else words[start - 1].text.lower()


def _is_counted(word: Word, number: Numeral) -> bool:
    """Whether a word inside a number is a telling one: "one PUPIL in eight"."""
    return word.text.lower() not in _ordinals() and is_counted_inside(number, word)


def _tells(looked: _Looked, i: int) -> bool:
    """Whether the word means something of its own: no small word, no part of a cue, nothing grown together."""
    word = looked.words[i]
    low, small = word.text.lower(), function_words()
    if i in looked.verbs and not looked.verbs[i]:
        return False
    if low in ("n't", "t", "s", "not", "no") or _is_contracted(plain(word.text)):
        return False
    if _is_time(looked, i) or _is_acronym(looked, i) or i in looked.verbs:
        return True
    minor = low in small or (word.lemma in small and len(low) < _SHORT)
    return word.is_word and i not in looked.in_cue and not minor


def _word_term(looked: _Looked, i: int) -> Term:
    words, negated = looked.words, looked.is_negated(i)
    word = words[i]
    lemma = looked.verbs.get(i, "leave" if _leaves(words, i) else word.lemma)
    other = other_holder(words, i, lemma)
    if other:
        return Term(other, word.text, i, weight_of(lemma), "word", frozenset(), negated)
    country = looked.lands[i].code if i in looked.lands else ""
    named = country or _is_acronym(looked, i) or _is_name(words, i)
    kind = "time" if _is_time(looked, i) else "name" if named else "word"
    weight = weight_of(lemma) * (_NAME_WEIGHT if kind == "name" else 1.0)
    keys = _met_by(word.text.lower(), lemma, country)
    if i in looked.acronyms and not country:
        keys |= looked.acronyms[i]
    return Term(lemma, word.text, i, _SHORT_WEIGHT if _is_acronym(looked, i) else weight, kind, keys, negated)


def _long_name(looked: _Looked, start: int) -> Term:
    """A country or capital named in several words, which together are one name: "South Sudan", "Addis Ababa"."""
    land = looked.lands[start]
    words = looked.words[start : land.end]
    lemma = " ".join(plain(w.text) for w in words)
    weight = max(weight_of(w.lemma) for w in words) * _NAME_WEIGHT
    text, keys = " ".join(w.text for w in words), _met_by(lemma, lemma, land.code)
    return Term(lemma, text, start, weight, "name", keys, looked.is_negated(start))


def _is_time(looked: _Looked, i: int) -> bool:
    """The name of a day or month, not "may" or "march" at the start."""
    return i > 0 and looked.words[i].text[0].isupper() and looked.words[i].text.lower() in calendar_words()


def _is_acronym(looked: _Looked, i: int) -> bool:
    return i in looked.acronyms and looked.words[i].text.isupper()  # "the WHO" is a name


@lru_cache(maxsize=50_000)
def _met_by(low: str, lemma: str, country: str) -> frozenset[str]:
    """What a word may be met by: one set for all claims that have the word."""
    return frozenset({country}) if country else concepts_of(lemma) | keys_of_form(low, lemma)


def _is_contracted(low: str) -> bool:
    """ "Didn't", "they're", "I'm": small words grown together."""
    head, mark, _ = low.partition("'")
    return low.endswith("n't") or (bool(mark) and head in function_words())


def _leaves(words: tuple[Word, ...], i: int) -> bool:
    """ "LEFT Mali", "left the party", no left hand and nothing left over."""
    after = words[i + 1].text if words[i].text.lower() == "left" and i + 1 < len(words) else ""
    before = words[i - 1].text.lower() if i else ""
    named = after[:1].isupper() or after.lower() in words_in("determiners")
    return named and before not in words_in("be", "determiners")


def _number_term(words: tuple[Word, ...], number: Numeral) -> Term:
    value = number.low if number.low is not None else number.high or 0.0
    text = " ".join(w.text for w in words[number.start : number.end])
    kind = {"year": "time", "day": "time", "label": "name"}.get(number.kind, "number")
    named = f"{value:.3g}" if number.kind == "share" else f"{value:g}"  # "a third" and "one in three" are one share
    return Term(f"#{number.kind[0]}{named}", text, number.start, 4.0, kind, frozenset(), False)


def _is_name(words: tuple[Word, ...], i: int) -> bool:
    """A capital inside a sentence; at its start only what no English dictionary lists as common."""
    text = words[i].text
    if not text[0].isupper() or len(text) < 2:
        return False
    opens = i == 0 or words[i - 1].text in '.?!:“"‘'
    leads = may_lead(text.lower()) and i + 1 < len(words) and words[i + 1].text.islower()
    return not opens or not (leads or has_entry(words[i].lemma))
