"""Where things are heading in a sentence: rising, falling, stronger, weaker, closer, further, for, against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from dossier.data import load
from dossier.language.grammar import is_a_thing, is_adverb, words_in
from dossier.language.lexical import first_used_as_verb, is_verb
from dossier.language.listed import calendar_words, listed_forms, listed_words
from dossier.language.moved import STAND_FOR, Entry, thing_of
from dossier.language.negation import Negation, negations
from dossier.language.phrases import Found, Lexicon, plain
from dossier.language.words import Word, once

_MEASURES = ("amount", "strength", "quality")  # verbs of these move other nouns of direction
_SIGNS = {"up": 1, "down": -1, "flat": 0}
_REACH = 3  # words between an inverter and the word it turns
_BE = words_in("be")
_AUX = words_in("be", "auxiliaries")
_DETERMINERS = words_in("determiners")
_LINKS = words_in("links")
_CONJUNCTIONS = words_in("conjunctions")
_PEOPLE = words_in("pronouns", "conjunctions")
_OF = frozenset({"for", "of", "among", "between"})  # after a word that may be noun or verb they show the noun
_RELATIVES = frozenset({"who", "which", "that", "whose"})


@dataclass(frozen=True, slots=True)
class Direction:
    """A direction word at words[start:end]: +1, -1 or 0 on a dimension, negation and inverters worked in.

    `thing` guesses where what is moving stands, as word numbers, end exclusive; (0, 0) when there is no guess.
    `turned_by` names the words that turned it, "" when it stands as it is.
    """

    sign: int
    dimension: str
    start: int
    end: int
    thing: tuple[int, int]
    words: str
    kind: str  # verb | noun | adjective
    turned_by: str = ""


@once
def directions(words: Sequence[Word]) -> tuple[Direction, ...]:
    """Every direction word of a sentence, in order."""
    found = [f for f in _lexicon().find(words) if not _names_things(words, f)]
    turners = list(_turners().find(words))
    denied = negations(words)
    verbs = frozenset(f.end for f in found if _kind(words, f) == "verb")
    by = [_turner_of(words, f, _kind(words, f), turners) for f in found]
    used = {t.start for t in by if t}  # "the decline slows", "dropped its objections": one direction, not two
    single = [
        _judged(words, f, turner, [n for n in denied if n.reaches(f.start)], verbs)
        for f, turner in zip(found, by)
        if turner or f.start not in used
    ]
    return _joined(_of_one_subject(words, single))


def _of_one_subject(words: Sequence[Word], found: list[Direction]) -> list[Direction]:
    """ "Sales FELL in 2014 and ROSE in 2015": the second verb tells of what the first does, if it has no object."""
    told: list[Direction] = []
    for d in found:
        before = next((o for o in reversed(told) if o.kind == "verb"), None)
        if d.kind == "verb" and before and _goes_on(words, before.end, d.start):
            if before.thing[1] <= before.start and d.thing[0] < d.start:
                d = replace(d, thing=before.thing)
            elif before.thing[0] < d.start < before.thing[1]:  # "cut RATES and raised FEES"
                told[told.index(before)] = replace(before, thing=(before.thing[0], d.start - 1))
        told.append(d)
    return told


def _goes_on(words: Sequence[Word], end: int, start: int) -> bool:
    """Whether nothing but an "and", what belongs to the verb and perhaps "they" stands before it."""
    joint = next((k for k in range(start - 1, end - 1, -1) if words[k].text.lower() in ("and", "but", "then")), -1)
    plain_words = (w.text.lower() for w in words[joint + 1 : start])
    marks = any(w.text in ".;:" for w in words[end:start])
    return joint >= 0 and not marks and all(low in _AUX | STAND_FOR or is_adverb(low) for low in plain_words)


def _names_things(words: Sequence[Word], found: Found[Entry]) -> bool:
    """What heads nowhere: a noun that looks like a verb ("Attacks by rebels"), "two points of growth"."""
    if is_a_thing(words, found.start, found.end) or _dates(words, found):
        return True
    last = words[found.end - 1]
    plural = last.text.lower() == f"{last.lemma}s"
    single = found.end - found.start == 1
    if single and found.value.kinds == ("adjective",) and (plural or _stands_as_noun(words, found.start)):
        return True  # adjectives have no plural
    if found.value.kinds != ("verb",):
        return False
    before = words[found.start - 1].text.lower() if found.start else ""
    after = words[found.end].text.lower() if found.end < len(words) else ""
    if single and last.text.lower() == last.lemma and after in _AUX - {"to"}:
        return bool(before) and before not in _AUX | _PEOPLE  # "the power SUPPLY is"
    if not last.text.endswith("s"):
        return False
    return before == "of" or before in load("numerals.yaml")["cardinals"] or (not before and after in _LINKS)


def _stands_as_noun(words: Sequence[Word], i: int) -> bool:
    """ "The FIRM said": a word that is a noun too, with no noun behind it that it tells of."""
    if words[i].lemma not in listed_words("direction.yaml", "nouns_too"):
        return False
    before = words[i - 1].text.lower() if i else ""
    after = words[i + 1] if i + 1 < len(words) else None
    if not before or before in _BE or is_adverb(before):
        return False
    if after is None or not after.is_word or after.text.lower() in _AUX | _LINKS | _PEOPLE | _RELATIVES:
        return True
    plural = after.text.endswith("s") and not (before in _DETERMINERS or first_used_as_verb(after.lemma))
    return after.text.lower() != after.lemma and is_verb(after.lemma) and not plural


def _dates(words: Sequence[Word], found: Found[Entry]) -> bool:
    """ "Since the BEGINNING of January": a time, and nothing that begins."""
    after = [w.text.lower() for w in words[found.end : found.end + 3]]
    return (
        words[found.start].text.endswith("ing")
        and after[:1] == ["of"]
        and any(
            w in calendar_words() or w in listed_forms("numerals.yaml", "spans") or w.isdigit() for w in after[1:]
        )
    )


def _joined(single: list[Direction]) -> tuple[Direction, ...]:
    """A noun of direction that itself moves counts once: "dominance is fading", "opposition grew"."""
    joined: list[Direction] = []
    swallowed: set[int] = set()
    for verb in single:
        nouns = [n for n in single if verb.kind == "verb" and n.kind == "noun" and _moves(verb, n)]
        if nouns and verb.dimension in _MEASURES:
            noun = nouns[-1] if nouns[-1].end <= verb.start else nouns[0]
            swallowed.add(noun.start)
            softer = noun.dimension == "amount" and verb.sign < 0
            turned = ", ".join(t for t in (noun.turned_by, verb.turned_by) if t)
            thing = noun.thing if noun.thing != (0, 0) and noun.dimension != "strength" else verb.thing
            text = f"{noun.words} {verb.words}" if noun.start < verb.start else f"{verb.words} {noun.words}"
            sign = 0 if softer else verb.sign * noun.sign
            joined.append(Direction(sign, noun.dimension, verb.start, verb.end, thing, text, "verb", turned))
        else:
            joined.append(verb)
    return tuple(d for d in joined if d.kind != "noun" or d.start not in swallowed)


def _moves(verb: Direction, noun: Direction) -> bool:
    """Whether the noun heads what the verb moves: the last word before it, the first or second after it."""
    first, last = verb.thing
    if not first <= noun.start < noun.end <= last:
        return False
    return noun.end == last if noun.end <= verb.start else noun.start - verb.end <= 3


def akin(a: str, b: str) -> bool:
    """Whether two dimensions speak of one thing in other words (amount and strength)."""
    return a == b or any(a in group and b in group for group in load("direction.yaml")["kin"])


@cache
def _lexicon() -> Lexicon[Entry]:
    entries: dict[str, Entry] = {}
    for dimension, signs in load("direction.yaml")["dimensions"].items():
        for sign, kinds in signs.items():
            for kind, phrases in kinds.items():
                for phrase in phrases.split(", "):
                    known = entries.get(phrase)
                    own = known.kinds if known and known.dimension == dimension else ()
                    if known and not own:
                        continue  # the first dimension that lists a word keeps it
                    entries[phrase] = Entry(_SIGNS[sign], dimension, (*own, kind.rstrip("s")))
    return Lexicon(entries)


@cache
def _turners() -> Lexicon[str]:
    data = load("direction.yaml")
    return Lexicon(dict.fromkeys(data["flip"] + data["turn"], "flip") | dict.fromkeys(data["soften"], "soften"))


def _judged(
    words: Sequence[Word],
    found: Found[Entry],
    turner: Found[str] | None,
    denied: list[Negation],
    others: frozenset[int],
) -> Direction:
    entry = found.value
    kind = _kind(words, found)
    sign, by = entry.sign, [n.words for n in denied]
    sign *= -1 if len(by) % 2 else 1
    if turner:
        text = " ".join(w.text for w in words[turner.start : turner.end])
        if turner.value == "soften":
            sign = 0
        elif not any(text.lower() in b.lower() or b.lower() in text.lower() for b in by):
            sign = -sign
        if text not in by:
            by.append(text)
    text = " ".join(w.text for w in words[found.start : found.end])
    thing = thing_of(words, found, kind, others)
    if turner and thing[0] <= turner.start < thing[1] <= turner.end:
        thing = (thing[0], turner.start) if turner.start > thing[0] else (0, 0)
    return Direction(sign, entry.dimension, found.start, found.end, thing, text, kind, ", ".join(by))


def _turner_of(words: Sequence[Word], found: Found[Entry], kind: str, turners: list[Found[str]]) -> Found[str] | None:
    """The inverter that governs the word: just before it, or as the verb of a noun just after it."""
    for turner in turners:
        if turner.start < found.end and found.start < turner.end:
            continue
        before = words[turner.end : found.start]
        if turner.end <= found.start and len(before) <= _REACH - 1 and all(_light(w) for w in before):
            return turner
        after = words[found.end : turner.start]
        subject = kind == "noun" and turner.start >= found.end
        if (
            subject
            and (all(w.text.lower() in _AUX for w in after) or _names_thing(after))
            and _is_verb(words, turner)
        ):
            return turner
    return None


def _names_thing(between: Sequence[Word]) -> bool:
    """ "growth IN EXPORTS has stopped": a link, a few words, nothing that ends a phrase."""
    low = [w.text.lower() for w in between]
    return 1 < len(low) <= 5 and low[0] in _LINKS and low[-1] not in _CONJUNCTIONS and all(w.is_word for w in between)


def _is_verb(words: Sequence[Word], turner: Found[str]) -> bool:
    before = words[turner.start - 1].text.lower() if turner.start else ""
    return before not in _DETERMINERS and before not in _LINKS


def _light(word: Word) -> bool:
    low = plain(word.text)
    return low in _DETERMINERS or low in _AUX or low == "of" or is_adverb(low) or word.text.endswith(("'s", "’s"))


def _kind(words: Sequence[Word], found: Found[Entry]) -> str:
    """Noun, verb or adjective: by the list, and where a word is several by what stands before it."""
    kinds = found.value.kinds
    before = words[found.start - 1].text.lower() if found.start else ""
    after = words[found.end].text.lower() if found.end < len(words) else ""
    if len(kinds) == 1:
        return kinds[0]
    opens = found.start == 0 and found.end < len(words) and (after in _LINKS or after in _OF)  # "Attacks by rebels"
    noun_like = opens or before in _DETERMINERS or before in _LINKS or before.endswith(("'s", "’s")) or after in _OF
    if noun_like and "noun" in kinds and before != "to":
        return "noun"
    return "verb" if "verb" in kinds else kinds[0]
