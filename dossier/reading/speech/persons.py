"""Whom a pronoun means: "he" and "she" are whoever is told of just before, speaker or not; "we" is who speaks."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from dossier.data import load
from dossier.language.dictionary import is_known
from dossier.reading.sentences.telling import may_tell
from dossier.reading.speech.frames import Attribution
from dossier.reading.speech.reporting import small, verbs
from dossier.reading.speech.sorts import SMALL, given_names, is_individual, is_person_word, listed, may_be_one, sex_of

Named = tuple[int, str]  # where a person stands in the text, and the name to print

ONE = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
_FAR = 1500  # characters: further back nobody is remembered as "he"
_ROLE_REACH = 30  # characters before a name in which the word stands that says what bears it

_NAME = rf"[A-Z][\w’'-]+(?: {SMALL}(?:[A-Z][\w’'-]+|[A-Z]\.)){{1,4}}"
_OPENING = re.compile(r"(?:(?<=\. )|(?<=\n)|(?<=[”\"] ))(?:(?:Mr|Ms|Mrs|Dr)\.? )?([A-Z][\w’'-]+)(?= [a-z])")
_PRONOUNS = frozenset(("they", "he", "she", "we", "who", "some", "many", "others", "police"))
_TELLS = frozenset(("who", "whose"))
_SHOWN = re.compile(rf"(?<![\w’'-])({_NAME}), (\d\d(?=,)|who\b|whose\b|(?:an?|the) [^,.;]{{3,60}})")
# "A miner in Jharia, Ramesh Bauri,": the name behind the trade.
_ROLE_FIRST = re.compile(rf"\b(?:[Aa]n?|[Tt]he|[A-Z]\w+['’]s) ((?:[\w’'-]+ ){{0,6}}[\w’'-]+), ({_NAME})(?=,)")
# "Our reporter Miora Randria is there", "the water comes up to Marta Quispe's knees"
_OWNING = re.compile(rf"(?<![\w’'-])({_NAME})(?=['’]s [a-z]| (?:is|was|has|had) )")
# "The premier Alberto Otárola", "police arrested Ahmed Hassan"; not "in Panamericana Norte".
_WHOLE = re.compile(rf"(?:(?P<before>\b[a-z][\w’'-]*) )?(?<![\w’'-])(?P<name>{_NAME})")
# A last name alone; "Quispe's plan" is not Quispe.
_LAST = re.compile(r"(?<![\w’'-])(?<![A-Z][a-z] )[A-Z][\w’-]+(?!['’\w-]| [A-Z])")
_PLACED = frozenset(("in", "at", "near", "from", "on", "of", "to", "through", "via", "the", "by", "called", "named"))
# "The head of the builders’ federation, Nuno Prazeres": between what one is and the name.
_APPOSED = re.compile(r"[’']? ?(?:[\w’'-]+ ){0,3}(?:[\w’'-]+, )?|, (?:the|an?) (?:[\w-]+ ){1,3}")
_WORDS = re.compile(r"[^\W\d_]+")
_ENDS = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\b[A-Z])[.!?]['”\"’]?\s+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")
_JOINED = re.compile(r"(?:[;:—–]|, (?:and|but|though|although|while)|\b(?:and|but|what)) $")
_BEHIND_COLON = re.compile(r": [^:;“”]+, $")
# "He added", "she also said": whoever spoke last goes on.
_GOES_ON = re.compile(r" (?:also|then|further|later|went on)\b| (?:add|continu|repeat|reiterat|stress|conclud)\w*\b")


def person_meant(
    pronoun: str,
    source: tuple[int, int],
    text: str,
    speakers: Sequence[Named],
    called: Mapping[str, str],
    spoke: Container[int],
) -> str:
    """Whom "he" or "she" at text[source[0]:source[1]] takes up; "" where nobody was told of before.

    `speakers` are those named so far, with whoever else a sentence shows; `pronoun` is "he" or "she"; `called` tells
    by which of the two those with a last name were called before, `spoke` where those stand who say something.
    """
    at, near = source[0], max(0, source[0] - _FAR)

    def is_so(name: str) -> bool:
        return sex_of(name) in ("", pronoun) and called.get(name.split()[-1], pronoun) == pronoun

    fit = [n for n in speakers if near <= n[0] < at and may_be_one(n[1]) and is_so(n[1])]
    if _GOES_ON.match(text, source[1]):
        return fit[-1][1] if fit else ""
    *before, own = _sentences(text, near, at)
    if _BEHIND_COLON.search(text, *own):  # "Ana Ruiz contradicted him: the wall has cracks, SHE said"
        opens = [who for place, who in people_in(text, *own) if place == own[0]]
        if opens and is_so(opens[0]):
            return opens[0]
    # In the sentence of the pronoun itself another may be spoken of, unless a clause is over.
    for start, end in reversed([*before, own] if _JOINED.search(text, *own) else before):
        told = [n for n in fit if start <= n[0] < end]
        if told:  # "Ruiz said that Ali Sow, a nurse, knew. HE argued": whoever spoke, rather than one spoken of
            return next((n[1] for n in reversed(told) if n[0] in spoke), told[-1][1])
        here = sorted([*people_in(text, start, end), *_by_surname(text, start, end)])
        met = [n[1] for n in here if is_so(n[1])]
        if met:
            return met[0]
    return fit[-1][1] if fit else ""


def _sentences(text: str, since: int, at: int) -> list[tuple[int, int]]:
    """The last sentences before a place, the one that it stands in last."""
    silent = _silenced(text)
    starts = [since, *(m.end() for m in _ENDS.finditer(silent, since, at))]
    return list(zip(starts, [*starts[1:], at], strict=True))


@lru_cache(maxsize=4)
def _silenced(text: str) -> str:
    """The text with what stands in quotation marks blanked: "my father" there is told of by somebody else."""
    return _QUOTED.sub(lambda found: f"{' ' * (len(found[0]) - 2)}{found[0][-2:]}", text)  # the full stop stays


def _by_surname(text: str, start: int, end: int) -> Iterator[Named]:
    """Those in text[start:end] of whom only the last name stands there, known in full from further up."""
    silent = _silenced(text)
    for found in _LAST.finditer(silent, start, end):
        place, name = _in_full(text).get(found[0], (end, ""))
        if place < found.start():
            yield found.start(), name


@lru_cache(maxsize=4)
def _in_full(text: str) -> dict[str, Named]:
    """Each person of the text by the last name: where the whole name stands first, and what it is."""
    full: dict[str, Named] = {}
    for place, name in people_in(text, 0, len(text)):
        if is_individual(name) and " " in name:
            full.setdefault(name.split()[-1], (place, name))
    return full


def people_in(text: str, start: int, end: int) -> Iterator[Named]:
    """Single people told of in text[start:end], by name or by what they are, outside quotation marks."""
    silent = _silenced(text)
    named = []
    for found in _WHOLE.finditer(silent, start, end):
        placed = (found["before"] or "").lower() in _PLACED and not any(map(is_person_word, _bearing(found["name"])))
        one = is_individual(found["name"]) or is_person_word(found["before"] or "")  # "minister Eamon Ryan"
        if not placed and one and not is_bodys_name(text, found.start("name")):
            named.append(found.span("name"))
            yield found.start("name"), found["name"]
    for found in _role().finditer(silent, start, end):
        if not any(_APPOSED.fullmatch(text, found.end(), a) or abs(b - found.start()) <= 2 for a, b in named):
            yield found.start(), found[0]


@cache
def _role() -> re.Pattern[str]:
    """ "A deputy minister", "the chief of the valley", "the Secretary of State"; not "the minister’s plan"."""
    heads = "|".join(sorted((listed("people") | listed("offices")) - listed("bodies") - _PRONOUNS))
    inside = r"(?:(?!(?:an?|the|of|in|to|and|or|for|by|with|on|at|from|who|that)\b)[\w-]+ ){0,3}?"
    return re.compile(
        rf"(?<![\w’'-])(?:[Aa]n?|[Tt]he) {inside}(?:(?i:{heads}))(?![\w’'-])(?! (?:[A-Z]|(?:{heads})\b))"
        r"(?: (?:of|for) (?:the )?(?!(?:an?|his|her|its|their)\b)[\w-]+(?: [A-Z]\w+)*)?"
    )


def _bearing(name: str) -> list[str]:
    """The words of a name that may tell what its bearer is: "Senior Chief Mukuni"."""
    return [w.lower() for w in name.split()[:-1]]


def is_bodys_name(text: str, at: int) -> bool:
    """Whether a name stands behind what it is the name of: "the mining company, Erdenes Tavan Tolgoi"."""
    before = text[max(0, at - _ROLE_REACH) : at]
    borne = _WORDS.findall(before[:-2].lower().rpartition(",")[2]) if before.endswith(", ") else [""]
    first = text[at : at + _ROLE_REACH].split(" ", 1)[0].lower()
    if first in listed("titles") or first in given_names():
        return False  # "said the bank, Governor Ana Ruiz told reporters"
    led = any(w in listed("offices") or (is_person_word(w) and w not in listed("bodies")) for w in borne)
    return bool(borne) and borne[-1] in listed("bodies") and not led  # "the head of the federation, Nuno Prazeres"


def met_again(text: str, heard: Sequence[Attribution]) -> list[Named]:
    """Where a sentence opens with one who speaks elsewhere: "Jónsson himself will not stand. He was asked …"."""
    names: dict[str, str] = {}
    for source in sorted({a.source for a in heard if a.source}):
        words = text[slice(*source)]
        if is_individual(words) or (words.isalpha() and words.istitle() and not is_known(words.lower())):
            names.setdefault(words.split()[-1], words)
    return [(m.start(), names[m[1]]) for m in _OPENING.finditer(text) if m[1] in names]


def people_shown(text: str) -> list[Named]:
    """People told of with their age, trade or doings: "Elena Ramos, 52, sold her boat", "Ali Sow, a nurse, waits"."""
    return (
        [
            (found.start(1), found[1])
            for found in _SHOWN.finditer(text)
            if found[2] in _TELLS or found[2].isdigit() or any(is_person_word(w) for w in _WORDS.findall(found[2]))
        ]
        + [
            (found.start(2), found[2])
            for found in _ROLE_FIRST.finditer(text)
            if any(is_person_word(w) or w in listed("offices") for w in _WORDS.findall(found[1]))
        ]
        + [(found.start(1), found[1]) for found in _OWNING.finditer(text) if is_individual(found[1])]
    )


# Behind these stands no more than a circumstance: "we expect a good year AS prices have risen".
TURNS_ASIDE = re.compile(r",| (?:after|before|because|since|when|while|as|if|until|unless) ")
_FIRST = frozenset(("we", "i"))
_SPEAKERS = frozenset(("we", "i", "you", "our", "my", "it", "this", "that", "he", "she", "they"))


def told_in_first_person(text: str, heard: Sequence[Attribution]) -> tuple[int, int] | None:
    """The content of "we can say that …" inside words whose speaker is named; None where there is none.

    Only what is plainly asserted: "we hope that" and "we cannot say that" assert nothing.
    """
    told = (a for a in heard if speaker_of_first(text, a, heard) and _asserts(text, a))
    return next((a.content for a in told if stands_alone(text[slice(*a.content)])), None)


def _asserts(text: str, inner: Attribution) -> bool:
    if not (inner.source and inner.cue) or inner.by_noun:
        return False
    between = text[inner.source[1] : inner.content[0]].lower().replace("’", "'").split()
    verb = verbs().get(text[slice(*inner.cue)].lower())
    plain = not any(word == "cannot" or word.endswith("n't") for word in between) and all(
        word in small("auxiliaries") | {"now", "today", "that", text[slice(*inner.cue)].lower()} for word in between
    )
    return plain and verb is not None and verb.base in load("acts.yaml")["assertions"]


def speaker_of_first(text: str, inner: Attribution, heard: Sequence[Attribution]) -> tuple[int, int] | None:
    """Who "we" or "I" is, when `inner` is said by them inside the words of somebody named."""
    if inner.source is None or not is_first(text[slice(*inner.source)]):
        return None
    around = (a for a in heard if a is not inner and a.content[0] <= inner.source[0] < a.content[1] and a.source)
    return next((a.source for a in around if a.source and not is_first(text[slice(*a.source)])), None)


def stands_alone(content: str) -> bool:
    """Whether such a content says something by itself: "the drought is over", not "we will win"."""
    words = content.lower().split()
    turn = TURNS_ASIDE.search(content)
    return len(words) > 2 and words[0] not in _SPEAKERS and may_tell(content[: turn.start()] if turn else content)


def is_first(words: str) -> bool:
    """Whether the words are "we" or "I"."""
    return words.lower() in _FIRST
