"""Who a speaker is: "he" and "this expert" are whoever was named last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dossier.language.dictionary import is_known
from dossier.language.lexical import has_entry, is_kind_of
from dossier.language.words import lemma_of, words_of
from dossier.reading.datelines import after_dateline
from dossier.reading.places.finding import find_countries
from dossier.reading.sentences.telling import parsed
from dossier.reading.speech.frames import Attribution
from dossier.reading.speech.persons import (
    ONE,
    is_bodys_name,
    is_first,
    met_again,
    people_shown,
    person_meant,
    speaker_of_first,
)
from dossier.reading.speech.phrases import on_the_right
from dossier.reading.speech.reporting import small, verbs
from dossier.reading.speech.sorts import (
    HEAD_ENDS,
    MANY,
    SMALL,
    are_several,
    given_names,
    is_body,
    is_individual,
    is_many,
    is_person_word,
    listed,
    may_be_one,
)

_SAME = re.compile(r"(?:this|that|the same|the latter)\b", re.IGNORECASE)
_ROLE = re.compile(
    r"(?i)^(?:the )?(?:[a-z]+ )?"
    r"(?:calculations?|estimates?|data|figures|statistics|results?|findings|words) (?:of|from|by) (?!last |this )"
)
# "Dr Lee, WHO LED THE TRIAL, and his colleagues": told of one of those who speak.
_TOLD_OF = re.compile(r", (?:an?|who|whose|of|at|from|aged|\d+)\b[^,]*(?:, [^,]*)?, (?=and )")
_LONGEST = 400  # characters of a sentence in which its subject is looked for
_FAR = 1500  # characters: further back nobody is remembered as "he"
_NEAR = 600  # and nothing as "it"


_ASIDE = re.compile(r"(?:In|At|By|On|From) [^,.;:“”]{1,60},? ")  # "In a report published in January it found"
_LAST_NAMES = re.compile(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+$")
_CLOSING = re.compile(r"\b((?:the|these|some|many) (?:[a-z-]+ )?[a-z-]+s)[.!?]['”\"’]?\s*$")
_THEY = frozenset(("they", "them", "their"))
_OBJECTS = frozenset(("him", "her", "them"))  # "according to him"
_ENDS = re.compile(r"[.!?]['”\"’]?\s+")


def speaker_names(text: str, heard: Sequence[Attribution]) -> dict[tuple[int, int], str]:
    """For each source's place the name to print; "" where only a pronoun stands for nobody we know."""
    names: dict[tuple[int, int], str] = {}
    spelled: dict[str, str] = {}  # "The ministry" and "the ministry" are one speaker
    one = any(a.source and text[slice(*a.source)].lower() in ONE for a in heard)
    shown = [*people_shown(text), *met_again(text, heard)] if one else []
    named: list[tuple[int, str]] = []  # whoever was named as a speaker so far, and where
    within: dict[tuple[int, int], tuple[int, int]] = {}  # "we" inside somebody's words
    called: dict[str, str] = {}  # whoever was "he" or "she" before is not the other
    for source in sorted({a.source for a in heard if a.source}):
        words = _ROLE.sub("", text[source[0] : source[1]]).strip()
        speaks = next((a for a in heard if a.source == source), None) if is_first(words) else None
        outer = speaker_of_first(text, speaks, heard) if speaks else None
        if outer:
            within[source] = outer
            continue
        low = words.lower()
        pronoun = (low in small("pronouns") and low not in MANY) or low in small("owners") or low in _OBJECTS
        if pronoun or _SAME.match(words):
            sort = ONE.get(words.lower(), "")
            fit = sorted([*named, *shown])
            if sort:
                fit = [n for n in fit if not (is_bodys_name(text, n[0]) or _is_land(n[1]))]
                known = _who_says(source, heard, names) or person_meant(
                    sort, source, text, fit, called, {at for at, _ in named if not _spoken_of(at, heard)}
                )
            else:
                known = _meant(words.lower(), fit, text, source[0], heard)
            if known and sort:
                called[known.split()[-1]] = sort
                named.append((source[0], known))
            names[source] = known or ("" if pronoun else words)
            continue
        words = named_as(words, text, source[0]) or _TOLD_OF.sub(" ", words)
        names[source] = words = spelled.setdefault(words.lower(), words)
        named.append((source[0], words))
    return names | {first: names.get(outer, "") for first, outer in within.items()}


def _spoken_of(at: int, heard: Sequence[Attribution]) -> bool:
    """Whether whoever is named at a place stands in what somebody else says."""
    return any(a.content[0] <= at < a.content[1] and a.source and a.source[0] < a.content[0] for a in heard)


def _who_says(source: tuple[int, int], heard: Sequence[Attribution], names: dict[tuple[int, int], str]) -> str:
    """ "Ana Ruiz said SHE was glad that": who opens what somebody says is whoever says it."""
    outer = (a.source for a in heard if a.source and a.source < source and a.content[0] == source[0])
    return next((names.get(who, "") for who in outer if may_be_one(names.get(who, ""))), "")


def _meant(pronoun: str, named: Sequence[tuple[int, str]], text: str, at: int, heard: Sequence[Attribution]) -> str:
    """Who "he", "they" or "this expert" is: the last one named who can be meant, if not too far back.

    "It" is whoever spoke and nobody who is spoken of: "The treaty says that Peru will not oppose it. It also says …".
    """
    near = [(place, who) for place, who in named if 0 < at - place < _FAR]
    if pronoun in _THEY:
        near = [(place, who) for place, who in near if not (_is_one_person(who) or _is_single(who))]
        near = [
            (place, who) for place, who in near if is_many(who) or are_several(who) or "\n\n" not in text[place:at]
        ]
        near = [(place, who) for place, who in near if not are_several(who) or _may_speak(who)]
        before = _subject_before(text, near[-1][0] if near else max(0, at - _FAR), at)
        last = near[-1][1] if near else ""
        return before if before and (is_many(before) or not last) else last
    if pronoun == "it":
        near = [(place, who) for place, who in near if at - place < _NEAR and not are_several(who)]
        near = [(place, who) for place, who in near if not is_many(who) and not is_individual(who)]
        near = [(place, who) for place, who in near if not any(a.content[0] <= place < a.content[1] for a in heard)]
        if own := _subject_of(text, at) or _thing_before(text, at):
            return own
    return near[-1][1] if near else ""


def _is_one_person(who: str) -> bool:
    """ "Ana Ruiz", "the science writer Ana Ruiz"."""
    return is_individual(who) or is_individual(" ".join(_LAST_NAMES.findall(who)))


def _is_single(who: str) -> bool:
    """ "A court dismissed the complaint of two groups. They will appeal": one court is not "they"."""
    return who.lower().split()[0] in ("a", "an") and not is_many(who) and not are_several(who)


def _is_land(who: str) -> bool:
    """ "Warsaw says": a government is nobody's "he"."""
    return any((m.start, m.end) == (0, len(who)) for m in find_countries(who))


def _subject_of(text: str, at: int) -> str:
    """The body with which the sentence opened: "The firm would not comment, but in its report it said …"."""
    subject = _opening_phrase(text[after_dateline(text, _starts(text, at - _LONGEST, at)[-1], at) : at])
    head = HEAD_ENDS.split(subject)[0].lower()
    if head.endswith("s") and is_known(head) and not head.endswith("ss"):
        return ""  # "Imports from Mali, it said, would rise"
    opens = subject[:1].isupper() and subject.lower().split()[0] not in small("pronouns", "prepositions")
    return subject if opens and not is_many(subject) and not is_individual(subject) and is_body(subject) else ""


def _starts(text: str, since: int, at: int) -> list[int]:
    """Where the sentences of a paragraph begin that stand between two places, from the first of them on."""
    opened = text.rfind("\n\n", 0, at)
    first = max(0, since, opened + 2 if opened >= 0 else 0)
    return [first, *(m.end() for m in _ENDS.finditer(text, first, at))]


def _without_verb(subject: str) -> str:
    """ "A study" of "A study finds no effect", "The ministry" of "The ministry maintains"."""
    tokens, told, _ = parsed(subject)
    shapes = ("s", "past", "base") if are_several(subject) or is_many(subject) else ("s", "past")
    known = ((k, verbs().get(t.low)) for k, t in enumerate(tokens) if k > 1)
    says = {k for k, v in known if v and v.shape in shapes and (v.shape != "base" or "also_nouns" not in v.takes)}
    verb = next((t.start for k, t in enumerate(tokens) if k and (k in says or k in told)), len(subject))
    return subject[:verb].rstrip()


def _thing_before(text: str, at: int) -> str:
    """The body or country with which the sentence before opened: "The council published advice. It recommends …"."""
    starts = _starts(text, at - _LONGEST, at)
    if len(starts) < 2 or not (starts[-1] == at or _ASIDE.fullmatch(text, starts[-1], at)):
        return ""
    subject = _opening_phrase(text[starts[-2] : at])
    return subject if subject and (_is_land(subject) or is_body(subject)) and not is_many(subject) else ""


def _subject_before(text: str, since: int, at: int) -> str:
    """The people with whom the sentence before opened: "Diplomats in Abuja are less sure. They say …".

    Or with whom it ended; "They waited. They say …" goes on with those of before.
    """
    starts = _starts(text, since, at)
    while len(starts) > 2 and text.startswith("They ", starts[-2]):
        starts.pop()
    if len(starts) < 2:
        return ""
    sentence = text[starts[-2] : starts[-1]]
    subject = _opening_phrase(sentence)
    if is_many(subject) or (are_several(subject) and _may_speak(subject)):
        return subject
    closing = _CLOSING.search(sentence)
    return closing[1] if closing and is_many(closing[1]) else ""


def _may_speak(several: str) -> bool:
    """Whether a plural means people, bodies or places, or nothing a dictionary knows: not "Chad’s losses"."""
    base = lemma_of(HEAD_ENDS.split(several)[0].split()[-1].lower())
    known = is_person_word(base) or base in listed("bodies") or not has_entry(base)
    return known or any(is_kind_of(base, kind) for kind in ("organization", "location"))


def _opening_phrase(sentence: str) -> str:
    """The noun phrase that a sentence opens with: "a Thai court" of "A Thai court in May dismissed the complaint"."""
    words = words_of(sentence)
    found = on_the_right(words, 0, len(words)) if words else None
    if found is None:
        return ""
    first, end = found
    while end - 1 > first and words[end - 1].text.lower() in small("prepositions"):
        end -= 1
    return _without_verb(sentence[words[first].start : words[end - 1].end])


_WORD = r"[A-Z][\w’'&-]*\w"
_NAME = rf"{_WORD}(?: (?:of |{SMALL}){_WORD}){{0,3}}"
_WHOLE = re.compile(r"(?:the|this|that) ((?:[a-z-]+ )?)([a-z]+)", re.IGNORECASE)
_OTHERS = r"(?<!former )(?<!deputy )(?<!vice )(?<!ex-)(?<!acting )(?<!late )(?<!then-)"
_NO_NAME = frozenset(("the", "a", "an", "in", "on", "but", "and", "mr", "mrs", "ms", "dr"))


def named_as(words: str, text: str, at: int) -> str:
    """The name of "the company" or "the minister" at text[at:], as the text before tells it; "" when not sure.

    Sure is what one name alone is called: "state-run miner Codelco", "Ana Ruiz, the health minister,".
    """
    found = _WHOLE.fullmatch(words)
    if not found or found[2].lower() not in listed("roles") | listed("firms"):
        return ""
    sort, noun = found[1].lower(), found[2].lower()
    loose = not sort and noun in listed("any_firm")
    called = _called("|".join(sorted(listed("firms"))) if loose else sort + noun, text)
    names = {name.split()[-1]: name for end, name in called if end <= at}
    one = next(iter(names.values())) if len(names) == 1 else ""
    person = len(one.split()) > 1 or one.lower() in given_names()
    return one if one.lower() not in _NO_NAME and person >= (noun in listed("roles")) else ""


@lru_cache(maxsize=64)  # many speakers of one text are "the ministry"
def _called(nouns: str, text: str) -> tuple[tuple[int, str], ...]:
    """Each name that is called so, and where in the text that has been told."""
    found = ((m.end(), m["behind"] or m["before"]) for m in _calling(nouns).finditer(text))
    return tuple((end, name) for end, name in found if name)


@lru_cache(maxsize=64)
def _calling(nouns: str) -> re.Pattern[str]:
    """ "Health Minister Ana Ruiz", "Australian group BHP"; "Ana Ruiz, Chad’s health minister,"."""
    return re.compile(
        rf"{_OTHERS}\b(?i:{nouns}) (?P<behind>{_NAME})"
        rf"|(?P<before>{_NAME}), (?:[\w’'-]+ ){{0,6}}?{_OTHERS}(?i:{nouns})(?=[,.;]| (?:in|of|for)\b)"
    )
