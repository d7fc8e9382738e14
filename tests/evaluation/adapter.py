"""Offers the reader and the detector to an outside scorer: plain text in, plain tuples out.

    make evaluate EVAL=FOLDER        runs FOLDER/score.py with this file

Every function is pure: no clock, no network, no memory of earlier calls. Offsets count code points.
"""

from __future__ import annotations

from dossier.language.happenings import same_happening
from dossier.reading.dates import find_dates as dated
from dossier.reading.figures.finding import find_figures as counted
from dossier.reading.places.finding import find_countries
from dossier.reading.sentences.splitting import split_sentences as split
from dossier.reading.speech.finding import attributions
from dossier.reading.worth import worth
from dossier.relating.bare.pair import relate_bare


def split_sentences(text: str) -> list[tuple[int, int]]:
    return list(split(text))


def find_dates(text: str, published: str) -> list[tuple[int, int, str]]:
    return [(d.start, d.end, d.timex) for d in dated(text, published)]


def find_figures(text: str) -> list[dict[str, object]]:
    return [
        {
            "start": f.start,
            "end": f.end,
            "low": f.figure.low,
            "high": f.figure.high,
            "unit": f.figure.unit or None,
            "change": f.figure.change or None,
            "approx": f.figure.approx,
        }
        for f in counted(text)
    ]


def tag_countries(text: str) -> list[tuple[int, int, str]]:
    return [(m.start, m.end, code) for m in find_countries(text) for code in m.places]


def attribute(text: str) -> list[dict[str, tuple[int, int] | None]]:
    return [{"source": a.source, "cue": a.cue, "content": a.content} for a in attributions(text)]


def is_claim(sentence: str) -> float:
    return worth(sentence)


def relate_pair(a: str, a_published: str, b: str, b_published: str) -> str:
    return relate_bare(a, a_published, b, b_published)


def same_claim(a: str, b: str) -> float:
    return same_happening(a, b)
