"""Who a speaker is: "he" and "this expert" are whoever was named last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dossier.language.dictionary import is_known
from dossier.language.words import words_of
from dossier.reading.places.finding import find_countries
from dossier.reading.referents import subject_of
from dossier.reading.sentences.verbs import is_finite, tokens_of
from dossier.reading.speech.acts import is_person_word, listed
from dossier.reading.speech.finding import Attribution
from dossier.reading.speech.firsthand import is_first, speaker_of_first
from dossier.reading.speech.reporting import small
from dossier.reading.speech.speakers import on_the_right

_SAME = re.compile(r"(?:this|that|the same|the latter)\b", re.IGNORECASE)
_ROLE = re.compile(
    r"(?i)(?:the )?(?:calculations?|estimates?|data|figures|statistics|results?|findings|words) (?:of|from|by) "
)
_MANY = frozenset(("people", "police", "men", "women", "others", "some", "many", "few", "several", "both"))
_LONGEST = 400  # characters of a sentence in which its subject is looked for
_ROLE_REACH = 30  # characters before a name in which the word stands that says what bears it
_FAR = 1500  # characters: further back nobody is remembered as "he"
_NEAR = 600  # and nothing as "it"


_SAYS = re.compile(r"it (?:says|said|claims|claimed|insists|insisted|argues|argued|adds|added)[,.]")
_JOINED = re.compile(r"\b(?:and|but|while|whereas|though) $")  # "The bank cut its forecast, and its president said"
_OWNERS = frozenset(("its", "his", "her"))
_SORT = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
_THEY = frozenset(("they", "them", "their"))
_ONE = frozenset(("he", "she", "him", "his", "her"))
_HEAD_ENDS = re.compile(r" (?:in|of|from|at|for|with|on|who|near|along|close) ")
_ENDS = re.compile(r"[.!?]['”\"’]?\s+")


def speaker_names(text: str, heard: Sequence[Attribution]) -> dict[tuple[int, int], str]:
    """For each source's place the name to print; "" where only a pronoun stands for nobody we know."""
    names: dict[tuple[int, int], str] = {}
    spelled: dict[str, str] = {}  # "The ministry" and "the ministry" are one speaker
    shown = [*people_shown(text), *_met_again(text, heard)] if any(_is_one(text, a) for a in heard) else []
    named: list[tuple[int, str]] = []  # whoever was named as a speaker so far, and where
    called: dict[str, str] = {}  # whoever was "he" or "she" before is not the other
    for source in sorted({a.source for a in heard if a.source}):
        words = _ROLE.sub("", text[source[0] : source[1]]).strip()
        speaks = next((a for a in heard if a.source == source), None) if is_first(words) else None
        outer = speaker_of_first(text, speaks, heard) if speaks else None
        if outer:
            names[source] = _ROLE.sub("", text[slice(*outer)]).strip()
            continue
        pronoun = (words.lower() in small("pronouns") and words.lower() not in _MANY) or words.lower() in (
            "his",
            "her",
            "their",
            "its",
            "my",
            "our",
        )
        if pronoun or _SAME.match(words):
            sort = _SORT.get(words.lower(), "")
            fit = [n for n in [*named, *shown] if not sort or called.get(n[1].split()[-1], sort) == sort]
            fit = [n for n in fit if not (sort and _is_bodys_name(text, n[0]))]
            known = _meant(words.lower(), sorted(fit), text, source[0])
            if known and sort:
                called[known.split()[-1]] = sort
            names[source] = known or ("" if pronoun else words)
            continue
        if words.split()[0].lower() in _OWNERS and (owner := _owner(text, source[0], words.split()[0].lower())):
            words = f"{owner}{'’' if owner.endswith('s') else '’s'} {words.split(' ', 1)[1]}"
        names[source] = words = spelled.setdefault(words.lower(), words)
        named.append((source[0], words))
    return names


@lru_cache(maxsize=4096)
def is_individual(words: str) -> bool:
    """Whether a speaker's name is one person's: "General Salou Mahamane", "Ms. Diaz"; not "the World Bank"."""
    parts = words.replace(".", "").split()
    if not parts or is_many(words):
        return False
    if any(p.lower() in listed("titles") for p in parts):
        return True
    first = parts[:4]
    named = len(parts) > 1 and all(p[0].isupper() and not is_known(p.lower()) for p in first[:2])
    return named and not any(m.end == len(words) for m in find_countries(words))  # "Meteo Madagascar" is a body


def is_body(words: str) -> bool:
    """Whether a speaker is an institution or a paper: "The World Bank", "a poll by the institute"."""
    if is_individual(words):
        return False
    short = any(len(w) > 1 and w.isupper() and w.isalpha() for w in words.split())  # the FAO
    return short or any(w in listed("bodies") for w in words.lower().split())


def _is_thing(words: str) -> bool:
    """Whether a speaker's name ends, before "of" or "in", in what is no person: "the yearly assessment"."""
    head = _HEAD_ENDS.split(words)[0].split()
    return bool(head) and head[0].lower() in small("articles") and head[-1].islower() and not is_person_word(head[-1])


def is_role(words: str) -> bool:
    """Whether a speaker without a name is one person: "a spokesman for the council", "the fire officer"."""
    head = _HEAD_ENDS.split(words)[0].split()
    named = len(head) > 2 and all(w[0].isupper() for w in head[-2:]) and is_person_word(head[-3].lower())
    if named and not is_many(words):
        return True  # "fire officer Gerard Moran"
    opens = bool(head) and head[0].lower() in ("a", "an", "the")
    return opens and not is_many(words) and not is_body(words) and is_person_word(head[-1].lower())


def is_many(words: str) -> bool:
    """Whether a speaker is more than one: "Diplomats in Abuja", "two farmers", "Ali and Sow"."""
    head = _HEAD_ENDS.split(words)[0].split()
    last = head[-1].lower() if head else ""
    return (
        last in _MANY
        or (last.endswith("men") and is_person_word(last))
        or (last.endswith("s") and not last.endswith("ss") and is_person_word(last) and is_known(last))
        or any(w in ("and", "&") for w in head)
    )


def _meant(pronoun: str, named: Sequence[tuple[int, str]], text: str, at: int) -> str:
    """Who "he", "they" or "this expert" is: the last one named who can be meant, if not too far back."""
    near = [(place, who) for place, who in named if 0 < at - place < _FAR]
    if pronoun in _THEY:
        near = [(place, who) for place, who in near if not is_individual(who)]
        before = _subject_before(text, near[-1][0] if near else max(0, at - _FAR), at)
        return before if before and (is_many(before) or not near) else near[-1][1] if near else ""
    if pronoun in _ONE:
        several = {who for _, who in near if is_many(who) or _are_several(who)}
        near = [(place, who) for place, who in near if not (who in several or is_body(who) or _is_thing(who))]
    if pronoun == "it":
        near = [(place, who) for place, who in near if at - place < _NEAR and not _are_several(who)]
        near = [(place, who) for place, who in near if not is_many(who) and not is_individual(who)]
        if own := _subject_of(text, at) or _thing_before(text, at):
            return own
    return near[-1][1] if near else ""


def _is_bodys_name(text: str, at: int) -> bool:
    """Whether a name stands behind what it is the name of: "the mining company, Erdenes Tavan Tolgoi"."""
    before = text[max(0, at - _ROLE_REACH) : at]
    return before.endswith(", ") and before[:-2].split(" ")[-1].lower() in listed("bodies")


def _is_one(text: str, heard: Attribution) -> bool:
    return heard.source is not None and text[slice(*heard.source)].lower() in _ONE


def _met_again(text: str, heard: Sequence[Attribution]) -> list[tuple[int, str]]:
    """Where a sentence opens with one who speaks elsewhere: "Jónsson himself will not stand. He was asked …"."""
    names: dict[str, str] = {}
    for source in sorted({a.source for a in heard if a.source}):
        words = text[slice(*source)]
        if is_individual(words) or (words.isalpha() and words.istitle() and not is_known(words.lower())):
            names.setdefault(words.split()[-1], words)
    return [(m.start(), names[m[1]]) for m in _OPENING.finditer(text) if m[1] in names]


def people_shown(text: str) -> list[tuple[int, str]]:
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
            if any(is_person_word(w) for w in _WORDS.findall(found[1]))
        ]
        + [(found.start(1), found[1]) for found in _OWNING.finditer(text) if is_individual(found[1])]
    )


_NAME = r"[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|[A-Z]\.|de|da|del|van|von|bin|al|el|la)){1,4}"
_OPENING = re.compile(r"(?:(?<=\. )|(?<=\n)|(?<=[”\"] ))(?:(?:Mr|Ms|Mrs|Dr)\.? )?([A-Z][\w’'-]+)(?= [a-z])")
_TELLS = frozenset(("who", "whose"))
_SHOWN = re.compile(rf"(?<![\w’'-])({_NAME}), (\d\d(?=,)|who\b|whose\b|(?:an?|the) [^,.;]{{3,60}})")
# "A miner in Jharia, Ramesh Bauri,": the name behind the trade.
_ROLE_FIRST = re.compile(rf"\b(?:an?|the) ((?:[\w’'-]+ ){{0,6}}[\w’'-]+), ({_NAME})(?=,)")
# "Our reporter Miora Randria is there", "the water comes up to Marta Quispe's knees"
_OWNING = re.compile(rf"(?<![\w’'-])({_NAME})(?=['’]s [a-z]| (?:is|was|has|had) )")
_WORDS = re.compile(r"[^\W\d_]+")


def _subject_of(text: str, at: int) -> str:
    """The body with which the sentence opened: "The firm would not comment, but in its report it said …"."""
    start = max((m.end() for m in _ENDS.finditer(text, max(0, at - _LONGEST), at)), default=max(0, at - _LONGEST))
    words = words_of(text[start:at])
    found = on_the_right(words, 0, len(words)) if words else None
    subject = text[start + words[found[0]].start : start + words[found[1] - 1].end] if found else ""
    subject = _without_verb(subject)
    head = _HEAD_ENDS.split(subject)[0].lower()
    if head.endswith("s") and is_known(head) and not head.endswith("ss"):
        return ""  # "Imports from Mali, it said, would rise"
    aside = text[:at].endswith(", ") and _SAYS.match(text, at) and not is_many(subject) and not is_individual(subject)
    if aside and subject[:1].isupper():
        return subject  # "The coastguard, it says, had no fuel"
    opens = subject[:1].isupper() and subject.lower().split()[0] not in small("pronouns", "prepositions")
    return subject if opens and not is_many(subject) and not is_individual(subject) and is_body(subject) else ""


def _owner(text: str, at: int, pronoun: str) -> str:
    """Whose president "its president" is: whoever the sentence before, or the clause before "and", opened with."""
    opened = text.rfind("\n\n", 0, at)
    since = max(0, at - _LONGEST, opened + 2 if opened >= 0 else 0)
    starts = [since, *(m.end() for m in _ENDS.finditer(text, since, at))]
    joined = _JOINED.search(text, starts[-1], at)
    start, end = (starts[-1], at) if joined else (starts[-2], starts[-1]) if len(starts) > 1 else (at, at)
    subject = subject_of(text[start:end]) if start < end else ""
    plain = bool(subject) and " " not in subject and is_known(subject.lower())
    named = (
        subject
        and not subject.endswith(("'s", "’s"))
        and not plain
        and not is_many(subject)
        and subject.lower() not in small("pronouns")
    )
    if not named or is_individual(subject) == (pronoun == "its"):
        return ""
    return subject[0].lower() + subject[1:] if subject.startswith("The ") else subject


def _without_verb(subject: str) -> str:
    """ "A study" of "A study finds no effect", "The ministry" of "The ministry maintains"."""
    tokens = tokens_of(subject, 0, len(subject))
    verb = next((t.start for k, t in enumerate(tokens) if k and is_finite(tokens, k)), len(subject))
    return subject[:verb].rstrip()


def _thing_before(text: str, at: int) -> str:
    """The body or country with which the sentence before opened: "The council published advice. It recommends …"."""
    opened = text.rfind("\n\n", 0, at)
    since = max(0, at - _LONGEST, opened + 2 if opened >= 0 else 0)
    starts = [since, *(m.end() for m in _ENDS.finditer(text, since, at))]
    if len(starts) < 2 or starts[-1] != at:
        return ""
    sentence = text[starts[-2] : at]
    words = words_of(sentence)
    found = on_the_right(words, 0, len(words))
    subject = _without_verb(sentence[words[found[0]].start : words[found[1] - 1].end] if found else "")
    country = any((m.start, m.end) == (0, len(subject)) for m in find_countries(subject))
    return subject if subject and (country or is_body(subject)) and not is_many(subject) else ""


def _are_several(subject: str) -> bool:
    """A plural without a number, "the wardens", "Her neighbours": good for "they say" when nobody else was named."""
    head = _HEAD_ENDS.split(subject)[0].split()
    return bool(head) and head[-1].islower() and head[-1].endswith("s") and not head[-1].endswith(("ss", "us", "is"))


def _subject_before(text: str, since: int, at: int) -> str:
    """The people with whom the sentence before opened: "Diplomats in Abuja are less sure. They say …"."""
    opened = text.rfind("\n\n", 0, at)
    starts = [max(since, opened + 2 if opened >= 0 else 0), *(m.end() for m in _ENDS.finditer(text, since, at))]
    ends = [start for start in starts if start >= starts[0]]
    if len(ends) < 2:
        return ""
    sentence = text[ends[-2] : ends[-1]]
    words = words_of(sentence)
    found = on_the_right(words, 0, len(words))
    subject = sentence[words[found[0]].start : words[found[1] - 1].end] if found else ""
    return subject if is_many(subject) or _are_several(subject) else ""
