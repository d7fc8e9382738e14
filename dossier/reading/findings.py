"""Everything found in a text, each kind looked for once and then cut out by place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol, TypeVar

from dossier.model import Codebook
from dossier.reading.dates import TimeExpression, find_dates
from dossier.reading.dates.events import find_events
from dossier.reading.figures.finding import find_figures
from dossier.reading.figures.leaning import FoundFigure
from dossier.reading.places.finding import Mention, find_places
from dossier.reading.places.home import home_of_text, titled_places
from dossier.reading.places.money import with_money, with_seats
from dossier.reading.places.persons import with_known_persons
from dossier.reading.places.references import survey
from dossier.reading.sentences.splitting import split_sentences
from dossier.reading.speech.finding import attributions
from dossier.reading.speech.frames import Attribution

Span = tuple[int, int]
_START, _CONTENT = attrgetter("start"), attrgetter("content")
_FAR = 40  # contents that begin before a sentence and are asked whether they reach into it


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=_Placed)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place, and the number and start of its paragraph."""

    start: int
    end: int
    paragraph: int
    paragraph_start: int


_FEW, _LEAST = 0.2, 5  # of the sentences of an analysis; sentences by which it is known
_SMALL = re.compile(r"(?<![\w’'-])[a-z]{2,}(?![\w-])")
_INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")


@dataclass(frozen=True, slots=True)
class Findings:
    """What stands in a text, all in order of place."""

    text: str
    published: str
    sentences: tuple[Sentence, ...]
    spans: tuple[Span, ...]  # the sentences' places alone
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    figures: tuple[FoundFigure, ...]
    heard: tuple[Attribution, ...]
    spoken_of: tuple[tuple[str, ...], ...]  # for each sentence: the places it goes on about when it names none
    turned_to: tuple[tuple[str, ...], ...]  # the same, whatever the whole text is about
    home: tuple[str, ...] = ()  # what the whole text is about
    small: frozenset[str] = frozenset()  # words that the text writes small, and with a capital only where all are
    argues: bool = False  # an analysis, not a report


def find_all(text: str, published: str, paragraphs: Sequence[Span], codebook: Codebook, title: str = "") -> Findings:
    """Read the whole text once; its title, where it has one, tells what it is about."""
    sentences = tuple(
        Sentence(start + first, start + last, number, start)
        for number, (start, end) in enumerate(paragraphs, 1)
        for first, last in split_sentences(text[start:end])
    )
    spans = tuple((s.start, s.end) for s in sentences)
    named = with_known_persons(text, with_money(text, with_seats(text, find_places(text, codebook), codebook)))
    home = home_of_text(text, named, spans, titled_places(title, find_places(title, codebook))) if title else ()
    places = survey(text, spans, named, codebook, home)
    mentions = sorted([*named, *places.references], key=lambda m: (m.start, m.end))
    times = sorted(
        [*find_dates(text, published), *find_events(text, codebook.events)], key=lambda t: (t.start, t.end)
    )
    figures = tuple(find_figures(text))
    shares = {f.start for f in figures if f.figure.unit == "percentage" or (f.figure.low or 0) % 1}
    # "62 percent of families said": nobody in particular; the article tells how many say so.
    heard = tuple(a for a in attributions(text) if a.source is None or a.source[0] not in shares)
    return Findings(
        text,
        published,
        sentences,
        spans,
        tuple(mentions),
        tuple(times),
        figures,
        heard,
        places.spoken_of,
        places.turned_to,
        home,
        _written_small(text),
        _argues(spans, [a.content[0] for a in heard if a.source], [f.start for f in figures]),
    )


def _argues(spans: Sequence[Span], said: Sequence[int], counted: Sequence[int]) -> bool:
    """Whether few sentences are said by others, and few give figures."""
    few = len(spans) * _FEW
    return len(spans) >= _LEAST and all(
        len({bisect_left(spans, (place + 1,)) for place in places}) <= few for places in (said, counted)
    )


def _written_small(text: str) -> frozenset[str]:
    """Words of the text that are no names: it writes them small, and nowhere with a capital inside a sentence."""
    named = {word.lower() for word in _INSIDE.findall(text)}
    return frozenset(word for word in _SMALL.findall(text) if word not in named)


def within(found: Sequence[P], start: int, end: int) -> Sequence[P]:
    """Those that lie inside text[start:end]."""
    first = bisect_left(found, start, key=_START)
    last = bisect_left(found, end, first, key=_START)
    return [f for f in found[first:last] if f.end <= end]


def heard_at(heard: Sequence[Attribution], start: int, end: int) -> list[Attribution]:
    """Attributions whose content touches text[start:end]; contents are in order, and a few reach far."""
    last = bisect_left(heard, (end,), key=_CONTENT)
    return [a for a in heard[max(0, last - _FAR) : last] if a.content[1] > start]
