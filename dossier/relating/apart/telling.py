"""The telling words of a claim, taken out of its sentence: names, numbers, times and all words but small ones."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache, partial

from dossier.data import load
from dossier.language.grammar import function_words, may_lead, words_in
from dossier.language.lexical import concepts_of, has_entry, weight_of
from dossier.language.listed import listed_words
from dossier.language.negation import Negation
from dossier.language.phrasal import plain_verbs
from dossier.language.phrases import plain
from dossier.language.synonyms import keys_of_form
from dossier.language.words import Word
from dossier.relating.apart.acronyms import acronyms
from dossier.relating.apart.countries import countries_in
from dossier.relating.apart.holding import other_holder
from dossier.relating.apart.numerals import Numeral, is_counted_inside
from dossier.relating.apart.terms import Term

_ordinals = partial(listed_words, "numerals.yaml", "ordinals")
_outright = partial(listed_words, "denials.yaml", "outright")  # no topic words; "stop", "end" are told

_NAME_WEIGHT = 1.2
_SHORT_WEIGHT = 5.0  # of an acronym, be it spelt like a small word


def telling_words(
    words: tuple[Word, ...], cues: tuple[Negation, ...], numbers: tuple[Numeral, ...]
) -> tuple[Term, ...]:
    """In their order; `cues` are what denies in the sentence, `numbers` what is counted in it."""
    in_cue = {i for c in cues for i in range(c.start, c.end) if words[c.start].text.lower() in _outright()}
    in_number = {i: n for n in numbers for i in range(n.start, n.end)}
    small = function_words()
    verbs = plain_verbs(words)
    lands = countries_in(words)
    long_names = {i for start, land in lands.items() if land.end > start + 1 for i in range(start, land.end)}
    terms: list[Term] = []
    short = acronyms(words)
    for i, word in enumerate(words):
        number = in_number.get(i)
        if number is not None and i not in in_cue:  # "no one" is nobody
            if i == number.start:
                refused = any(c.end == i and words[c.start - 1].text == "," for c in cues)  # "one lake, not two"
                terms.append(replace(_number_term(words, number), negated=refused))
            if i == number.start or word.text.lower() in _ordinals() or not is_counted_inside(number, word):
                continue
        negated = sum(c.reaches(i) for c in cues) % 2 == 1
        if i in long_names:
            if i in lands and i not in in_cue:
                terms.append(_long_name(words[i : lands[i].end], i, lands[i].code, negated))
            continue
        low, lemma = word.text.lower(), verbs.get(i, "leave" if _leaves(words, i) else word.lemma)
        if not lemma:
            continue
        timed = low in _times() and word.text[0].isupper() and i > 0
        letters = i in short and word.text.isupper()  # "the WHO" is a name
        if (
            not timed
            and not letters
            and i not in verbs
            and (not word.is_word or i in in_cue or low in small or (word.lemma in small and len(low) < 5))
        ):
            continue
        if low in ("n't", "t", "s", "not", "no") or _is_contracted(plain(word.text)):
            continue
        other = other_holder(words, i, lemma)
        if other:
            terms.append(Term(other, word.text, i, weight_of(lemma), "word", frozenset(), negated))
            continue
        country = lands[i].code if i in lands else ""
        kind = "time" if timed else "name" if country or letters or _is_name(words, i) else "word"
        weight = _SHORT_WEIGHT if letters else weight_of(lemma) * (_NAME_WEIGHT if kind == "name" else 1.0)
        keys = _met_by(low, lemma, country)
        if i in short and not country:
            keys |= short[i]
        terms.append(Term(lemma, word.text, i, weight, kind, keys, negated))
    return tuple(terms)


@cache
def _times() -> frozenset[str]:
    data = load("numerals.yaml")
    return frozenset([*data["months"], *data["weekdays"]])


def _long_name(words: tuple[Word, ...], start: int, country: str, negated: bool) -> Term:
    """A country or capital named in several words, which together are one name: "South Sudan", "Addis Ababa"."""
    lemma = " ".join(plain(w.text) for w in words)
    weight = max(weight_of(w.lemma) for w in words) * _NAME_WEIGHT
    return Term(
        lemma, " ".join(w.text for w in words), start, weight, "name", _met_by(lemma, lemma, country), negated
    )


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
    kind = "time" if number.kind in ("year", "day") else "number"
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
