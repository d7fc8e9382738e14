"""Whether a judgement is passed on the very thing beside which it stands, and how the thing is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dossier.data import load
from dossier.language.grammar import is_adverb, words_in
from dossier.language.lexical import first_used_as_verb, has_entry, is_adjective, is_verb
from dossier.language.words import Word
from dossier.relating.apart.terms import Term

_TELLING = 2.5
_SHORT = 4  # letters of a name in capitals that is a word of its own
_APART = frozenset({"that", "who", "whom", "which", "where", "when", "because", "if", "whether"}) | {*",;:—–("}
_TELLING_MORE = frozenset({"which", "who", "whose", "a", "an", "once", "now", "long"})
_CALLED = 1 / 2  # share of the places in which a word stands before a thing that is part of its name
_CLOSED = ("be", "auxiliaries", "determiners", "links", "pronouns", "conjunctions", "adverbs")


def may_be_judged(term: Term) -> bool:
    """Whether a word names a thing, or a name is short for one ("NAFTA"): no country, person, act or quality."""
    short = term.text.isupper() and len(term.text) >= _SHORT
    plain = term.kind == "word" or (term.kind == "name" and (short or has_entry(term.lemma)))
    if not plain or not term.lemma.isalpha() or term.weight < _TELLING or any(key.isupper() for key in term.keys):
        return False
    vague = (*load("amounts.yaml")["too_wide"], *load("amounts.yaml")["containers"], *load("amounts.yaml")["anybody"])
    other = first_used_as_verb(term.lemma) or _is_quality(term.lemma) or is_adverb(term.lemma) or is_done(term.text)
    return not (other or term.lemma in vague)


def is_done(text: str) -> bool:
    """Whether a word that may be a noun is used as a verb: "they CALLED it a blunder"."""
    return text.lower().endswith(("ed", "ing"))


def is_subject(words: Sequence[Word], thing: int, said: int) -> bool:
    """Whether what stands at word `said` is told of the thing before it, in the same clause.

    "An attack ON the dam would do harm" tells of the attack, "energy POLICY is sensible" of the policy.
    """
    lows = _without_aside([w.text.lower() for w in words[thing + 1 : said]])
    joined = _APART | (words_in("conjunctions") - {"as", "than"})
    opens = max((n for n, low in enumerate(lows) if low in joined), default=None)
    if opens is not None:  # "they like taxes because THEY bring in money"
        said_again = "they" if words[thing].text.lower() != words[thing].lemma else "it"
        return said_again in lows[opens + 1 : opens + 2] and not is_sort(words, thing)
    return not (_hangs_on_another(words, thing) or is_sort(words, thing))


def _without_aside(lows: list[str]) -> list[str]:
    """Without what is told in passing right behind the thing: "the deal, WHICH COST MILLIONS, was a blunder"."""
    aside = lows[:1] == [","] and lows[1:2] != [] and lows[1] in _TELLING_MORE and "," in lows[1:]
    return lows[lows.index(",", 1) + 1 :] if aside else lows


def is_of(words: Sequence[Word], said: int, thing: int) -> bool:
    """Whether a judgement before a thing is of it: "the FAILURE of the plan", "a RISKY plan", and no "legal aid"."""
    behind = [w.text.lower() for w in words[said + 1 : thing]]
    before = words[said - 1].text.lower() if said else ""
    led = not behind and before in words_in("determiners")
    return (led or "of" in behind) and not is_sort(words, thing)


def _hangs_on_another(words: Sequence[Word], thing: int) -> bool:
    """Whether the thing only tells which other one is spoken of: "an attack ON the planned dam"."""
    at = thing - 1
    while at >= 0 and _may_lead(words[at]):
        at -= 1
        if words[at + 1].text.lower() in words_in("determiners"):
            break
    if at < 0:
        return False
    done = (
        at and words[at - 1].text.lower() == "to" and is_verb(words[at].lemma)
    )  # "TO STOP the plan would be unwise"
    acting = words[at].text.lower().endswith("ing") and is_verb(words[at].lemma)
    return bool(done or acting) or words[at].text.lower() in words_in("links") - {"as", "than"}


def _may_lead(word: Word) -> bool:
    """Whether a word may stand between a link and its noun."""
    low = word.text.lower()
    return low in words_in("determiners") or word.text[0].isupper() or _is_quality(word.lemma) or is_adverb(low)


def is_sort(words: Sequence[Word], thing: int) -> bool:
    """Whether it tells what sort of thing the next word is, or whose it is: "ENERGY policy", "the DAM'S builders"."""
    if words[thing].text.endswith(("'s", "’s", "s'", "s’")):
        return True
    after = words[thing + 1] if thing + 1 < len(words) else None
    if after is None or not after.is_word or after.text[0].isdigit():
        return False
    low = after.text.lower()
    return not (low in words_in(*_CLOSED) or is_adverb(low) or is_verb(after.lemma) or _is_quality(after.lemma))


def _is_quality(lemma: str) -> bool:
    return is_adjective(lemma) and not is_verb(lemma) and lemma not in load("judging.yaml")["deeds"]


def name_of(thing: str, met: Sequence[tuple[Sequence[Word], int]]) -> tuple[str, bool]:
    """How a thing is called in a question, and whether it is many: "the exit", "Golden Rice", "reactors".

    `met` are the places where it is judged, each with the words of its claim.
    """
    texts = Counter(_plain(words, i) for words, i in met)
    text = max(texts, key=lambda t: (texts[t], t))
    befores = Counter(_plain(words, i - 1) for words, i in met if i and _may_be_named(words[i - 1]))
    before = max(befores, key=lambda t: (befores[t], t), default="")
    before = before if befores[before] > max(1, _CALLED * len(met)) else ""
    first = [words[i - 1 - bool(before)].text.lower() for words, i in met if i > bool(before)]
    the = "the" if first.count("the") >= _CALLED * len(met) and text.islower() else ""
    many = text.endswith("s") and not text.endswith("ss") and text.lower() != thing
    return " ".join(part for part in (the, before, text) if part), many


def _may_be_named(word: Word) -> bool:
    low = word.text.lower()
    return word.is_word and low not in words_in(*_CLOSED) and not is_adverb(low) and not word.text[0].isdigit()


def _plain(words: Sequence[Word], i: int) -> str:
    """The word as it is written within a sentence: "nuclear energy", but "Golden Rice"."""
    text = words[i].text
    opens = i == 0 and has_entry(words[i].lemma)
    in_a_name = any(w.text[0].isupper() for w in words[i + 1 : i + 2])
    return text.lower() if opens and not in_a_name else text
