"""What is fuzzed: one function for each reader, from any bytes to promises that must hold. Nothing here may raise.

The functions are called by tests/fuzz/run.py with bytes that a coverage-guided fuzzer makes up, and by a test with a
few bytes each, so that they are known to work without the fuzzer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from dossier.checks import check
from dossier.edtf import in_words, parse
from dossier.language.cue_writing import cue_faults
from dossier.model import Claim, Codebook, Decision, Dossier, Metadata, Question, Source, Theme
from dossier.quotes import nearest
from dossier.reading.cleaning.steps import clean
from dossier.reading.dates import find_dates
from dossier.reading.drafting import draft
from dossier.reading.figures.finding import find_figures
from dossier.reading.passages import passages
from dossier.reading.sentences.splitting import split_sentences
from dossier.reading.speech.finding import attributions
from dossier.relating.relate import relate
from dossier.rendering.render import exports_of, pages_of
from dossier.store.articles import NotReadable, html_text, pdf_text
from dossier.store.claims import claim_from, claim_text
from dossier.store.decisions import with_decision
from dossier.store.dialect import read_yaml
from dossier.store.files import decode

SCRIPT = "<script>alert(1)</script>"
BOOK = Codebook(
    themes=(Theme("trade", "Trade", ("trade", "million")),),
    questions=(Question("rising", "Is it rising?", yes=("million RISES",), no=("million FALLS",)),),
)


def as_text(data: bytes) -> str:
    """A file's text as the store would give it; "" where it refuses the bytes."""
    return decode(data, "x")[0] or ""


def yaml(data: bytes) -> None:
    text = as_text(data)
    node, problems = read_yaml(text, "x.yaml")
    assert node is not None or problems
    assert all(p.where.line >= 1 and p.where.column >= 1 and p.what.isprintable() for p in problems)
    with_decision(text, node, Decision(("a/b", "c/d"), "agrees", "because"))


def claim(data: bytes) -> None:
    read, problems = claim_from(as_text(data), "a/p01", "x.yaml")
    assert read is not None or problems
    if read and not problems:
        again, found = claim_from(claim_text(read), "a/p01", "x.yaml")
        assert again and not found
        assert " ".join(again.quote.split()) == " ".join(read.quote.split())


def cleaner(data: bytes) -> None:
    text = as_text(data)
    cleaned = clean(text)
    rebuilt, at = [], 0
    for edit in cleaned.edits:
        assert at <= edit.start <= edit.end <= len(text)
        rebuilt += [text[at : edit.start], edit.replacement]
        at = edit.end
    assert "".join([*rebuilt, text[at:]]) == cleaned.text


def sentences(data: bytes) -> None:
    text = as_text(data)
    at = 0
    for start, end in split_sentences(text):
        assert at <= start < end <= len(text)
        at = end
    attributions(text)


def dates(data: bytes) -> None:
    text = as_text(data)
    for found in find_dates(text, "2023-05-28"):
        assert 0 <= found.start < found.end <= len(text)
        assert not found.edtf or parse(found.edtf)
    period = parse(text[:60])
    assert period is None or period.start <= period.end
    in_words(text[:60])


def figures(data: bytes) -> None:
    text = as_text(data)
    assert all(0 <= f.start < f.end <= len(text) for f in find_figures(text))


def article(data: bytes) -> None:
    text = as_text(data)
    source = Source("a", Metadata("T", issued="2023"), text, clean(text))
    claims = draft(source, BOOK)
    assert len({c.id for c in claims}) == len(claims)
    assert all(source.text[c.start : c.end] == c.quote for c in claims)
    passages(source, claims)
    nearest(text[:200], source.text)


def pages(data: bytes) -> None:
    """Every text a person may write comes out as text on every page."""
    text = as_text(data)
    parts = (text.split("\n") + [""] * 8)[:8]
    line = " ".join(parts[0].split()) or "x"
    source = Source("a", Metadata(line, note=parts[1], origin=parts[2]), text or "x", clean(text or "x"))
    question = Question("rising", parts[3] or "Is it?", summary=parts[4], settle=parts[5])
    book = Codebook(themes=(Theme("trade", parts[6] or "T"),), questions=(question,))
    mine = Claim("a/p01-x", "a", line, parts[7] or "x", ("NO",), ("trade",), note=parts[1], speaker=parts[2])
    dossier = Dossier(line, parts[1], (source,), book, (mine,), relate((mine,), book, (source,)))
    check(dossier)
    for page in pages_of(dossier):
        assert SCRIPT not in page.html
    assert exports_of(dossier)


def cues(data: bytes) -> None:
    lines = tuple(as_text(data).split("\n")[:6])
    list(cue_faults(Codebook(questions=(Question("q", "Q?", yes=lines),))))


def html(data: bytes) -> None:
    try:
        assert html_text.__wrapped__(data).strip()
    except NotReadable as reason:
        assert str(reason)


def pdf(data: bytes) -> None:
    try:
        assert pdf_text.__wrapped__(data, 20).strip()
    except NotReadable as reason:
        assert str(reason)


TARGETS: dict[str, Callable[[bytes], None]] = {
    f.__name__: f for f in (yaml, claim, cleaner, sentences, dates, figures, article, pages, cues, html, pdf)
}


@cache
def seeds() -> dict[str, tuple[bytes, ...]]:
    """Bytes to begin with: what each reader sees on a good day, and what it has stumbled over."""
    from store.test_articles import pdf as made_pdf

    news = "Exports rose 30 percent in May 2022, the ministry said.\n\n“We will not,” he told Reuters on 5 June.\n"
    told = "quote: >-\n  Exports rose 30 percent\nstatement: Exports rose.\ncountries: [NO]\nthemes: [trade]\n"
    more = 'date: "2022-05"\npositions: {rising: yes}\nfigures:\n  - {raw: 30 percent, value: 30}\nstatus: draft\n'
    page = f"<html><body><nav>Menu</nav><article><h1>Trade</h1><p>{news * 4}</p></article></body></html>"
    decisions = "decisions:\n  - pair: [a/b, c/d]\n    relation: agrees\n    because: x\n"
    plain = news.encode()
    attack = f"{SCRIPT}\n{{{{ 7*7 }}}}\n[x](javascript:alert(1))\n{SCRIPT}\n{SCRIPT} [a/p01-x]\n-->\n]]>\n{SCRIPT}"
    return dict.fromkeys(TARGETS, (plain,)) | {
        "yaml": (told.encode(), (told + more).encode(), decisions.encode()),
        "claim": (told.encode(), (told + more).encode()),
        "pages": (plain, attack.encode()),
        "cues": (b"export|import RISES\n(no one) ... <NO>\n", b"a -<NO>\nnot b ! c"),
        "html": (page.encode(),),
        "pdf": (made_pdf(["Rents in Lisbon rose."], ["Ferries stopped."]),),
    }
