"""Whatever text comes in, every reader ends, raises nothing, and gives places inside the text.

`make test` runs a few hundred examples; RUNS=50 pytest tests/fuzz runs fifty times as many.
"""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from editing.test_one_truth import HOMES
from hypothesis import given
from hypothesis import strategies as st
from runs import runs

from dossier.checks import check
from dossier.editing.prose import sentences_of
from dossier.edtf import in_words, parse
from dossier.language.citations import citations, without_citations
from dossier.model import Claim, Cleaned, Codebook, Decision, Dossier, Metadata, Question, Source, Theme
from dossier.quotes import nearest, place_in
from dossier.reading.cleaning.steps import clean
from dossier.reading.dates import find_dates
from dossier.reading.drafting import draft
from dossier.reading.figures.finding import find_figures
from dossier.reading.passages import passages
from dossier.reading.places.finding import find_countries
from dossier.reading.sentences.splitting import split_sentences
from dossier.reading.speech.finding import attributions
from dossier.relating.relate import relate
from dossier.rendering.render import exports_of, pages_of
from dossier.store.claims import claim_from, claim_text, read_claims
from dossier.store.codebook import read_codebook
from dossier.store.decisions import with_decision
from dossier.store.dialect import read_yaml
from dossier.store.sources import read_sources

# Pieces on which readers of news stumble, mixed with anything at all.
STUMBLING = """
the of in and but not he they who said told according to will may since until between from by about nearly
1 2 10 1,200 3.5 30% $5 €2bn million billion a third half dozen 1990s 2022 2022-06 20 May 5 June, 2023 Monday last
year next month Q3 p.m. U.S. Dr. No. e.g. i.e. vs. Mr. Kazakhstan Norway Georgia Jordan Chad Turkey Russian
Irish the region its
“ ” " ' ‘ ’ ( ) [ ] { } - – — … . , ; : ! ? / \\ * _ # @ & < > | ~ ^ ` = + % ° § • ﬁ ﬂ \ufb03
"""
WORDS = st.lists(st.sampled_from(STUMBLING.split()) | st.text(max_size=6), max_size=60)
ARTICLE = st.tuples(WORDS, st.sampled_from([" ", "  ", "\n", "\n\n", "\r\n", ""])).map(lambda t: t[1].join(t[0]))
TEXT = ARTICLE | st.text(max_size=400)
DAY = st.sampled_from(["", "2022-12", "2023-05-28", "~2020", "2021/.."])
YAML_PIECES = [
    "quote:", ">-", "|", "statement:", "countries:", "[", "]", "{", "}", ",", "- ", ": ", "\n", "  ", "\t", "&a",
    "*a", "!!x", "'", '"', "#", "---", "...", "%YAML 1.1", "? ", "NO", "yes", "2022", "<<", "themes:", "positions:",
    "figures:", "raw:", "value:", "status:", "draft", "decisions:", "pair:", "question:", "\\",
    "\\x00", "words", "é",
]  # fmt: skip
YAML = st.sampled_from(YAML_PIECES)
FILE = st.lists(YAML | st.text(max_size=3), max_size=60).map("".join)


def inside(spans: list[tuple[int, int]], text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in spans)


@runs(250)
@given(TEXT)
def test_cleaning_gives_paragraphs_and_edits_that_lead_back(text: str) -> None:
    cleaned = clean(text)
    inside(list(cleaned.paragraphs), cleaned.text)
    assert all(a[1] <= b[0] for a, b in pairwise(cleaned.paragraphs))
    assert all(0 <= e.start <= e.end <= len(text) for e in cleaned.edits)
    assert all(a.end <= b.start for a, b in pairwise(cleaned.edits))
    rebuilt, at = [], 0
    for edit in cleaned.edits:
        rebuilt += [text[at : edit.start], edit.replacement]
        at = edit.end
    assert "".join([*rebuilt, text[at:]]) == cleaned.text


@runs(250)
@given(TEXT)
def test_sentences_are_in_order_and_inside(text: str) -> None:
    spans = list(split_sentences(text))
    inside(spans, text)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@runs(250)
@given(TEXT, DAY)
def test_dates_are_inside_and_can_be_read(text: str, published: str) -> None:
    found = find_dates(text, published)
    inside([(d.start, d.end) for d in found], text)
    assert all(parse(d.edtf) for d in found if d.edtf), [d.edtf for d in found]


@runs(250)
@given(TEXT)
def test_figures_places_and_speech_are_inside(text: str) -> None:
    inside([(f.start, f.end) for f in find_figures(text)], text)
    inside([(m.start, m.end) for m in find_countries(text)], text)
    for a in attributions(text):
        inside([span for span in (a.source, a.cue, a.content) if span and span[0] < span[1]], text)


BOOK = Codebook(
    themes=(Theme("trade", "Trade", ("trade", "million")),),
    questions=(Question("rising", "Is it rising?", yes=("million RISES",), no=("million FALLS",)),),
)


@runs(120)
@given(TEXT, DAY)
def test_drafts_quote_the_article_word_for_word_and_come_back_from_their_files(text: str, published: str) -> None:
    source = Source("a", Metadata("T", issued=published), text, clean(text))
    claims = draft(source, BOOK)
    assert len({c.id for c in claims}) == len(claims)
    for claim in claims:
        assert source.text[claim.start : claim.end] == claim.quote
        assert not claim.date or parse(claim.date)
        read, problems = claim_from(claim_text(claim), claim.id, "x.yaml")
        assert read and not problems
        assert " ".join(read.quote.split()) == " ".join(claim.quote.split())
    passages(source, claims)


@runs(25)
@given(TEXT, TEXT)
def test_pages_and_exports_are_made_of_anything(one: str, other: str) -> None:
    sources = tuple(
        Source(id, Metadata(text[:50] or id), text, clean(text)) for id, text in (("a", one), ("b", other))
    )
    claims = tuple(c for s in sources for c in draft(s, BOOK))
    relations = relate(claims, BOOK, sources)
    dossier = Dossier(one[:30], other[:60], sources, BOOK, claims, relations)
    check(dossier)
    assert pages_of(dossier) and exports_of(dossier)


@runs(300)
@given(FILE | TEXT)
def test_any_text_as_yaml_is_a_value_or_a_message(text: str) -> None:
    node, problems = read_yaml(text, "x.yaml")
    assert node is not None or problems
    for problem in problems:
        assert problem.where.line >= 1 and problem.where.column >= 1 and problem.what.isprintable()
    claim, found = claim_from(text, "a/p01", "x.yaml")
    assert claim is not None or found


@runs(60)
@given(st.sampled_from(sorted(HOMES)), FILE | TEXT, st.binary(max_size=20))
def test_any_bytes_in_any_file_are_read_or_refused(kind: str, text: str, more: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        file = root / HOMES[kind]
        file.parent.mkdir(parents=True)
        for data in (text.encode("utf-8", "surrogatepass"), text.encode("utf-8", "replace") + more):
            file.write_bytes(data)
            for read in (read_claims, read_codebook, read_sources):
                _, problems = read(root)
                assert all("\n" not in p.what for p in problems)
        assert [f for f in root.rglob("*") if f.is_file()] == [file]


@runs(200)
@given(TEXT, TEXT)
def test_quotes_and_citations_are_looked_for_in_anything(quote: str, text: str) -> None:
    inside([(n.start, n.end) for n in nearest(quote, text)], text)
    place_in(Claim("a/p01-x", "a", quote, "x"), Cleaned(text))
    assert all(text[c.start : c.end].startswith("[") for c in citations(text))
    without_citations(text)
    sentences_of(text)


@runs(300)
@given(st.text(alphabet="0123456789-/~.XQ ", max_size=24))
def test_any_date_is_a_period_or_none(text: str) -> None:
    period = parse(text)
    assert period is None or period.start <= period.end
    assert in_words(text) or not text


LONG = (
    "(", "[", "“", "'", "1,", "a.", "-", "– ", "the ", "he said ", "\n", " \n", "U.S. ", "1 ", "million ", "\u0301",
    "“a” ",
)  # fmt: skip


@pytest.mark.parametrize("piece", LONG)
def test_the_same_over_and_over_ends(piece: str) -> None:
    text = piece * (20_000 // len(piece)) + "."
    source = Source("a", Metadata("T", issued="2023"), text, clean(text))
    draft(source, BOOK)
    read_yaml(f"quote: {text}\n", "x.yaml")
    with_decision("", None, Decision(("a/b", "c/d"), "agrees", text))
