"""Who speaks in an interview: "Ana Ruiz:" in front of a paragraph or over some, "AR:" later, "Q:" and "A:"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dossier.language.dictionary import is_known
from dossier.reading.places.finding import find_countries
from dossier.reading.sentences.splitting import split_sentences
from dossier.reading.speech.frames import Attribution
from dossier.reading.speech.persons import people_in
from dossier.reading.speech.sorts import SMALL, is_individual, is_person_word, is_role, listed

Span = tuple[int, int]

# At the beginning of a paragraph: a name, with the letters that stand for it later, or such letters alone.
_LABEL = re.compile(
    rf"(?m)^(?:(?P<name>[A-Z][\w.’'-]+(?: {SMALL}[A-Z][\w.’'-]+){{0,4}})"
    r"(?: \((?:(?P<short>[A-Z]{1,4})|[a-z][^()\n]*)\)|, (?P<trade>[^\n:.?!]{2,80}))?|(?P<letters>[A-Z]{1,4})): ?"
    r"|^(?P<dotted>[QA])\. (?=[A-Z“\"])"
)
_ASKS = re.compile(r"\?[\"”’)]*$")
_LEAST = 2  # turns that make an interview where nobody asks in a paragraph of their own


@dataclass(frozen=True, slots=True)
class _Label:
    """What stands in front of a turn; `place` is where the name stands that it means, None where none is known."""

    start: int
    end: int
    words: str
    short: str = ""  # "Ana Ruiz (AR)"
    known: bool = False  # it is somebody who speaks
    place: Span | None = None


def turns(text: str) -> Iterator[Attribution]:
    """What is said under such labels, sentence by sentence.

    A label that nothing shows to be a speaker's ends the turn before it, and what stands under it is the article's.
    """
    labels = _named(text, [_Label(m.start(), m.end(), _words(m), m["short"] or "") for m in _LABEL.finditer(text)])
    spoken = [label for label in labels if label.known]
    asked = any(_ASKS.search(text, 0, label.start - 2) for label in spoken if label.start)
    if len(spoken) < _LEAST and not (spoken and asked):
        return
    for label, after in pairwise([*labels, _Label(len(text), len(text), "")]):
        for start, end in _paragraphs(text, label.end, after.start) if label.known else ():
            if start != label.end and _ASKS.search(text, start, end):
                break  # the next question
            for a, b in split_sentences(text[start:end]):
                yield Attribution(label.place, None, (start + a, start + b))


def behind_label(text: str, start: int, end: int, heard: Sequence[Attribution]) -> int:
    """Where what is said begins in the sentence text[start:end], behind a label; else `start`."""
    opens = (a.content[0] for a in heard if a.cue is None and start < a.content[0] < end)
    return next((at for at in opens if (label := _LABEL.match(text, start)) and label.end() == at), start)


def _words(found: re.Match[str]) -> str:
    return found["name"] or found["letters"] or found["dotted"]


def _named(text: str, labels: Sequence[_Label]) -> list[_Label]:
    """The labels, those that mean somebody with the place of the name."""
    people, asking = _people(text) if labels else {}, _asking(text, labels)
    found = []
    for label in labels:
        own = (label.start, label.start + len(label.words))
        if label.words.lower() in listed("asked") | listed("answered"):
            found.append(replace(label, known=True))
        elif place := people.get(label.words.rpartition(" ")[2] if _is_titled(label.words) else label.words):
            found.append(replace(label, known=True, place=place))
        elif label.short or label.words in asking or _is_somebody(label.words, bool(asking)):
            place = people[label.short] = people.setdefault(label.words, own)
            found.append(replace(label, known=True, place=place))
        else:
            found.append(label)
    return _answering(text, found, asking)


def _people(text: str) -> dict[str, Span]:
    """Where each person stands in full, by the last name and by the first letters; not by what two people bear."""
    named: dict[str, dict[str, Span]] = {}
    for start, name in people_in(text, 0, len(text)):
        if " " in name and is_individual(name):
            named.setdefault(name.rpartition(" ")[2], {}).setdefault(name, (start, start + len(name)))
    found: dict[str, list[Span]] = {}
    for last, names in named.items():
        full = [span for name, span in names.items() if not _is_titled(name)] or list(names.values())
        found[last] = full
        for span in full:
            found.setdefault(_letters(text[slice(*span)]), []).append(span)
    return {key: spans[0] for key, spans in found.items() if len(spans) == 1}


def _is_titled(name: str) -> bool:
    return name.split()[0].lower().rstrip(".") in listed("titles")


def _letters(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _asking(text: str, labels: Sequence[_Label]) -> set[str]:
    """The labels, "Q" among them, under which at least two turns, and half of them, end in a question."""
    often: Counter[str] = Counter()
    for label, after in pairwise([*labels, _Label(len(text), len(text), "")]):
        often[label.words] += 1 if _ASKS.search(text[label.end : after.start].rstrip()) else 0
    uses = Counter(label.words for label in labels)
    return {words for words, asked in often.items() if asked >= _LEAST and asked * 2 >= uses[words]}


def _is_somebody(words: str, interview: bool) -> bool:
    """Whether a label by itself is a speaker's: "Ana Ruiz", "Secretary Ruiz"; where somebody asks, "Reiter" too."""
    first, _, last = words.partition(" ")
    if is_individual(words) or is_role(words) or (last and is_person_word(first.lower())):
        return True
    return interview and not all(map(is_known, words.lower().split())) and not find_countries(words)


def _answering(text: str, labels: Sequence[_Label], asking: Collection[str]) -> list[_Label]:
    """ "A" means the one person who answers: of the labels, else of what stands before the first of them."""
    people = {label.place for label in labels if label.place and label.words not in asking}
    if not people and labels:
        people = {(at, at + len(who)) for at, who in people_in(text, 0, labels[0].start) if is_individual(who)}
    one = next(iter(people)) if len(people) == 1 else None
    return [replace(label, place=one) if label.words.lower() in listed("answered") else label for label in labels]


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines of text[start:end] that hold something."""
    for line in re.compile(r"[^\n]+").finditer(text, start, end):
        yield line.span()
