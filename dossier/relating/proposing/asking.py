"""A question made of what a claim says or denies: "the lease was not signed" asks "Was the lease signed?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dossier.data import load
from dossier.language.grammar import is_adverb, words_in
from dossier.language.lexical import first_used_as_verb, is_verb
from dossier.language.negation import clause_around
from dossier.language.words import Word, words_of
from dossier.relating.apart.acts import past_forms
from dossier.relating.apart.frames import Frame

_SUBJECT = 9  # words within which the verb stands that a question begins with
_NEXT = 6  # words behind an "and" within which the verb of a new clause stands
_LONGEST = 18  # words of a question that somebody reads at once
_FIRST = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "did", "does"})
_PLAIN = frozenset({"did", "does", "will", "would", "can", "could"})
_PARTS = frozenset({"that", "who", "whom", "which", "what", "where", "when", "and", "but", "if", "or", "because"})
_RELATIVE = frozenset({"that", "which", "who"})
_EMPHATIC = frozenset(
    {"single", "hardly", "scarcely", "barely", "neither"}
)  # "not a SINGLE boat", "HARDLY a chance": no plain question
_LEANING = frozenset(
    {"our", "my", "we", "i", "he", "she", "it", "they", "them", "us", "this", "these", "those", "such"}
)
_NEEDED = frozenset({"it", "them", "him"})
_OWNING = frozenset({"its", "his", "her", "their"})
_DROPPED = frozenset({"not", "never", "ever", "still", "yet", "also", "however", "therefore", "thus", "already"})
_NOTHING = {"nothing": "anything", "nobody": "anybody", "nowhere": "anywhere"}
_YEAR = re.compile(r"(?:19|20)\d\d")
_DECADE = re.compile(r"(?<=\b(?:19|20)\d0) (?=s\b)")  # "the 1930 s"
_STOPS = frozenset('.,;:—–()“”"')


def asked(frame: Frame, at: int) -> str:
    """The question that the clause round word number `at` answers with yes or no, negations left out.

    "" where it cannot be put simply, or would ask for a number: cues do not tell 1,310 from 1,560.
    """
    return asked_by(frame, _clause_round(frame, at))


def asked_by(frame: Frame, words: list[Word]) -> str:
    """The same for a clause given by its words."""
    if words and words[0].text.lower() == "nor" and len(words) > 2 and words[1].text.lower() in _FIRST:
        return _put(words[1].text, _lowered(words[2:], frame))
    subject = _subject(words)
    if not subject:
        return ""
    verb, rest = words[subject].text.lower(), words[subject + 1 :]
    if words[subject].lemma in load("acts.yaml")["saying"]:
        return ""  # whether somebody said it is at issue nowhere
    said = _lowered(words[:subject], frame)
    if verb not in _FIRST:
        verb, rest = _auxiliary(words[subject]), [_plain(words[subject]), *rest]
    told = [w.text for w in _clause(rest)]
    if verb in ("does", "is") and said[:1] in (["a"], ["an"]):
        return ""  # "A bridge does not mend itself" is said of all bridges and at issue nowhere
    return _put(verb, [*_without_no(said), *_without_no(told)]) if told else ""


def asked_of(frame: Frame, who: Sequence[Word], act: Word, rest: Sequence[Word]) -> str:
    """Whether somebody did what they are charged with: "his staff", "hiding", "it" is "Did the staff hide it?"."""
    said = _lowered(list(who), frame)
    if said and said[0].lower() in _OWNING:
        said[0] = "the"
    lows = {text.lower() for text in said}
    told = [w.text for w in _clause(_uncounted(rest))]
    if not said or not (_LEANING | _PARTS | _STOPS | {"other", "each"}).isdisjoint(lows) or not told:
        return ""
    return _put("did", [*said, act.lemma, *told])


def _uncounted(rest: Sequence[Word]) -> list[Word]:
    """What stands before a number, and before the "on" or "by" that leads to it."""
    number = next((n for n, w in enumerate(rest) if w.text[0].isdigit()), len(rest))
    links = [n for n in range(min(number, len(rest) - 1), 0, -1) if rest[n].text.lower() in words_in("links")]
    return list(rest[: links[0]] if number < len(rest) and links else rest)


def main_verb(question: str) -> str:
    """What a question asks whether somebody does; "" where it asks whether there is something."""
    words = words_of(question)[1:]
    lows = [w.text.lower() for w in words]
    plain = question.partition(" ")[0].lower() in _PLAIN
    told = [w.lemma for n, w in enumerate(words) if n and _may_be_asked(w, lows[n - 1], plain)]
    found = next((lemma for lemma in told if first_used_as_verb(lemma)), next(iter(told), ""))  # "the support PRICE"
    return found or ("" if lows[:1] == ["there"] else "?")


def _may_be_asked(word: Word, before: str, plain: bool) -> bool:
    """Whether this may be the verb: behind "did" in its plain form, else as verbs are formed."""
    low = word.text.lower()
    if (
        before in words_in("determiners", "links") | _RELATIVE | {"any"}
        or word.text[0].isupper()
        or word.lemma in ("be", "have")
    ):
        return False
    formed = low.endswith(("ed", "ing")) or low in past_forms()
    return is_verb(word.lemma) and low == word.lemma if plain else formed


def _clause_round(frame: Frame, at: int) -> list[Word]:
    """The words from the beginning of a word's clause, without an "and" before them."""
    first = clause_around(frame.words, at)[0]
    while first and frame.words[first - 1].text.lower() in _RELATIVE:
        first = clause_around(frame.words, first - 2)[0] if first > 1 else 0
    words = [w for w in frame.words[first:] if w.text != "."]
    joined = max((n for n in range(at - first) if words[n].text.lower() in ("and", "but")), default=-1)
    opens = joined >= 0 and _subject(words[joined + 1 :]) and _subject(words[joined + 1 :]) <= at - first - joined
    return words[joined + 1 :] if opens else words


def _subject(words: list[Word]) -> int:
    """How many words stand before the verb that opens the question; 0 where they are no plain subject."""
    lows = [w.text.lower() for w in words[:_SUBJECT]]
    found = next((i for i, low in enumerate(lows) if low in _FIRST and (not i or lows[i - 1] not in _RELATIVE)), 0)
    found = found or next((i for i, w in enumerate(words[:_SUBJECT]) if i and _tells(words, i)), 0)
    lows = lows[:found]
    opens_none = words_in("links") | _FIRST | _LEANING | _OWNING | {"that"}  # "THAT it came back is no failure"
    if not lows or lows[0] in opens_none or _is_no_thing(words[:found]):
        return 0
    if lows[-1] in ("may", "might", "must", "should"):
        return 0
    if lows == ["there"] or not ((_PARTS - _RELATIVE) | _LEANING | _STOPS).isdisjoint(lows):
        return found if lows == ["there"] else 0
    return found


def _is_no_thing(subject: list[Word]) -> bool:
    """ "Agreeing to pay", "subsequently", "above": no thing of which a question can be asked."""
    first = subject[0].text.lower()
    acts = first.endswith("ing") and is_verb(subject[0].lemma)
    return acts or (len(subject) == 1 and (is_adverb(first) or first in words_in("links")))


def _tells(words: list[Word], i: int) -> bool:
    """Whether a finite verb stands there that needs "did" or "does" for a question: "signed", "supports"."""
    low, lemma, before = words[i].text.lower(), words[i].lemma, words[i - 1].text.lower()
    if words[i].text[0].isupper() or before in words_in("determiners", "links") or not is_verb(lemma):
        return False
    after = words[i + 1].text.lower() if i + 1 < len(words) else ""
    past = low in load("irregular.yaml").get(lemma, ())[:1] or low.endswith("ed")
    present = low == f"{lemma}s" and first_used_as_verb(lemma)
    return low != lemma and after != "by" and (past or present)


def _auxiliary(verb: Word) -> str:
    return "does" if verb.text.lower() == f"{verb.lemma}s" else "did"


def _plain(verb: Word) -> Word:
    return verb._replace(text=verb.lemma)


def _clause(rest: list[Word]) -> list[Word]:
    """What follows the verb up to the end of its clause, and nothing that leans on what stood before."""
    kept: list[Word] = []
    for n, word in enumerate(rest):
        low = word.text.lower()
        after = rest[n + 1].text.lower() if n + 1 < len(rest) else ""
        if low == "or" and kept and after not in _FIRST | _LEANING:
            kept.append(word)  # "civilian OR military losses"
            continue
        if word.text in _STOPS or (low in _PARTS and kept and (low != "and" or _opens_clause(rest, n + 1))):
            if low == "that" and is_verb(kept[-1].lemma):
                return []  # what it would IMPLY THAT something is so, and not that it is
            break
        kept.append(word)
    leaning = next((n for n, w in enumerate(kept) if w.text.lower() in _LEANING), None)
    if leaning is not None:  # "died because of our resignation" asks who died
        links = [n for n in range(leaning) if kept[n].text.lower() in words_in("links")]
        bound = kept[leaning].text.lower() in _NEEDED  # "took part in IT", "is meant to replace THEM"
        kept = kept[: links[0]] if links and not bound else []
    while kept and kept[-1].text.lower() in words_in("links", "determiners"):
        kept.pop()
    return kept


def _opens_clause(rest: list[Word], i: int) -> bool:
    """Whether something else is told behind an "and": "AND that prices fell", "AND no promise was made"."""
    lows = [w.text.lower() for w in rest[i : i + _NEXT]]
    if not lows or lows[0] in _FIRST | _PARTS or _tells(rest, i):
        return bool(lows)
    return lows[0] in words_in("determiners") | {"no"} and not _FIRST.isdisjoint(lows)


def _without_no(texts: list[str]) -> list[str]:
    """Without what denies: "no lease" is "any lease", "still not" nothing."""
    found: list[str] = []
    for n, text in enumerate(texts):
        low = text.lower()
        if low == "no" and n + 1 < len(texts) and texts[n + 1].lower() == "longer":
            found.append("still")
        elif low == "longer" and n and texts[n - 1].lower() == "no":
            continue
        elif low in ("no", "none"):
            found.append("any")
        elif low in _NOTHING:
            found.append(_NOTHING[low])
        elif low not in _DROPPED:
            found.append(text)
    return found


def _lowered(words: list[Word], frame: Frame) -> list[str]:
    """The words with a small letter before them where the sentence began; a name keeps its own."""
    names = {frame.words[t.index].start for t in frame.terms if t.kind == "name"}
    texts = [w.text for w in words]
    title = texts[1:2] and texts[1][:1].isupper() and texts[0].lower() not in words_in("determiners")
    if texts and words[0].start == 0 and 0 not in names and not texts[0][1:2].isupper() and not title:
        texts[0] = texts[0][:1].lower() + texts[0][1:]
    return texts


def _counts_people(texts: Sequence[str]) -> bool:
    """ "NINE PEOPLE": cues do not tell nine from ten; "three brothers" are some whom the text has told of."""
    counted, anybody = load("numerals.yaml")["cardinals"], load("amounts.yaml")["anybody"]
    return any(a.lower() in counted and words_of(b)[0].lemma in anybody for a, b in pairwise(texts))


def _put(verb: str, rest: list[str]) -> str:
    whole = [verb.capitalize(), *rest]
    if any(word.lower() in _EMPHATIC for word in rest) or _counts_people(rest):
        return ""
    text = " ".join(whole).replace(" ’", "’").replace(" %", "%").replace("$ ", "$")
    text = _DECADE.sub("", text)
    counted = any(word[0].isdigit() and not _YEAR.fullmatch(word) for word in rest)
    return f"{text}?" if len(rest) > 1 and len(whole) <= _LONGEST and not counted else ""
