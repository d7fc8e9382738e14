"""Who wrote an article is told at its foot and is no claim; whom the article tells of stays in it."""

from __future__ import annotations

import pytest

from dossier.model import Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft, read_source
from dossier.reading.passages import passages

BODY = """Dry wells

Marcela Ibarra

Farmers in Chile have lost a third of their wells since 2010. The mayor of Toconao, Luis Roca, blames the mines.

Output rose by 60 percent last year, and nobody measured the water.

"""


def article(foot: str) -> Source:
    text = BODY + foot
    return Source("an-article", Metadata(title="Dry wells", issued="2024-02-14"), text, clean(text))


@pytest.mark.parametrize(
    "foot",
    [
        "Marcela Ibarra is a journalist based in Santiago. She has covered mining since 2009.",
        "About the author: Kwabena Mensah is a senior researcher at the Sahel Policy Lab.",
        "The author is a former ambassador to Iran.",
        "Jan van Dyk and Ada Byron are freelance reporters in Lagos.",
        "Dr. Ali Sow teaches history at the university of Dakar.",
        "Boris Lind, a former diplomat, is a fellow at Chatham House.",
    ],
)  # fmt: skip
def test_a_note_on_the_author_is_no_claim(foot: str) -> None:
    source = article(foot)
    assert foot.split(". ")[0] in source.text
    assert [c.quote for c in draft(source, Codebook()) if c.quote in foot] == []
    reads = [(r.reason, source.text[r.sentence.start : r.sentence.end]) for r in read_source(source, Codebook())]
    assert {reason for reason, words in reads if words in foot and words not in BODY} == {"about the author"}
    places = passages(source, draft(source, Codebook()))
    left = {p.reason for p in places if (words := source.text[p.start : p.end]) in foot and words not in BODY}
    assert left == {"about the author"}


@pytest.mark.parametrize(
    "foot",
    [
        "Luis Roca is an economist at the university of Antofagasta and has measured 40 wells.",
        "Lake Chad is a source of fish for three million people.",
        "Hugo Banzer was president of Bolivia from 1971 to 1978.",
        "South Korea is a member of the pact.",
    ],
)
def test_whom_the_article_tells_of_stays(foot: str) -> None:
    assert [c.quote for c in draft(article(foot), Codebook()) if c.quote in foot]
