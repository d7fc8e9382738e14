"""Articles as saved web pages and PDFs: their text is read, the same each time, or a message says why not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dossier.problems import Problem
from dossier.store.limits import Limits
from dossier.store.sources import read_sources

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Wheat</title></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><div class="cookie-banner">We use cookies. Accept all</div>
<article><h1>Wheat prices fall in Ghana</h1>
<p>Wheat prices fell 12% in Accra on Tuesday, the statistics office said. It was the third fall this year.</p>
<p>“We have enough,” the minister told reporters. Traders in Kumasi &amp; Tamale agreed on <b>4,000</b> tonnes.</p>
<script>alert("no")</script></article><footer>Copyright the paper</footer></body></html>"""


def pdf(*pages: list[str], locked: bool = False) -> bytes:
    """A small PDF with these lines on its pages."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>", font]
    for n, lines in enumerate(pages):
        drawn = "BT /F 12 Tf 72 720 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        box = "/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>"
        objects += [
            f"<</Type/Page{box}/Contents {5 + 2 * n} 0 R>>",
            f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream",
        ]
    key = "00" * 32
    if locked:
        objects.append(f"<</Filter/Standard/V 1/R 2/O<{key}>/U<{key}>/P -4>>")
    body, places = b"%PDF-1.4\n", []
    for n, one in enumerate(objects, 1):
        places.append(len(body))
        body += f"{n} 0 obj{one}endobj\n".encode("latin-1")
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    secret = f"/Encrypt {len(objects)} 0 R/ID[<{key}><{key}>]" if locked else ""
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R{secret}>>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}{trailer}".encode()


def read(root: Path, name: str, data: bytes, limits: Limits | None = None) -> tuple[str, list[Problem]]:
    (root / "sources").mkdir(exist_ok=True)
    (root / "sources" / name).write_bytes(data)
    (root / "sources" / f"{Path(name).stem}.yaml").write_text("title: A letter\n", "utf-8")
    sources, problems = read_sources(root, limits or Limits())
    return (sources[0].original if sources else ""), problems


def test_a_saved_web_page_is_read_without_what_stands_around_the_article(tmp_path: Path) -> None:
    text, problems = read(tmp_path, "wheat.html", PAGE.encode())
    assert not problems
    paragraphs = text.split("\n\n")
    assert (
        "Wheat prices fell 12% in Accra on Tuesday, the statistics office said. It was the third fall this year."
        in (paragraphs)
    )
    assert "Traders in Kumasi & Tamale agreed on 4,000 tonnes." in text
    for left_out in ("cookies", "Copyright", "alert", "World", "<"):
        assert left_out not in text


@pytest.mark.parametrize("ending", [".html", ".htm"])
def test_a_page_in_an_old_encoding_says_so_itself(tmp_path: Path, ending: str) -> None:
    page = PAGE.replace("utf-8", "windows-1252")
    text, problems = read(tmp_path, "wheat" + ending, page.encode("cp1252"))
    assert not problems
    assert "“We have enough,” the minister told reporters." in text


def test_the_pages_of_a_pdf_are_read_line_by_line(tmp_path: Path) -> None:
    text, problems = read(tmp_path, "letter.pdf", pdf(["Rents in Lisbon rose.", "Wages fell."], ["Ferries stopped."]))
    assert not problems
    assert text == "Rents in Lisbon rose.\nWages fell.\n\nFerries stopped.\n"


def test_a_word_broken_at_the_end_of_a_line_stays_broken_for_cleaning_to_join(tmp_path: Path) -> None:
    text, _ = read(tmp_path, "letter.pdf", pdf(["Rents rose, the mini-", "stry said.", "Wages fell."]))
    assert text == "Rents rose, the mini-\nstry said.\nWages fell.\n"


def test_the_same_bytes_give_the_same_text_in_another_process(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from dossier.store.articles import html_text\n"
        "sys.stdout.buffer.write(html_text(Path(sys.argv[1]).read_bytes()).encode())"
    )
    here, _ = read(tmp_path, "wheat.html", PAGE.encode())
    file = str(tmp_path / "sources" / "wheat.html")
    there = subprocess.run([sys.executable, "-c", code, file], capture_output=True, check=True).stdout
    assert there.decode() == here


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("x.pdf", b"not a PDF at all", "the PDF is broken"),
        ("x.pdf", pdf(["Rents rose."])[:200], "the PDF is broken"),
        ("x.pdf", pdf(["Rents rose."], locked=True), "the PDF is locked with a password"),
        ("x.pdf", pdf([]), "the PDF contains no text; it may be a scan"),
        ("x.pdf", b"", "the PDF is broken"),
        ("x.pdf", b"PK\x03\x04word", "this is a Word document or another zip file, not what its ending says"),
        ("x.html", pdf(["Rents rose."]), "this is a PDF, not what its ending says"),
        ("x.html", b"", "there is no article in this page"),
        (
            "x.html",
            b"<html><body><script>go()</script><img src='a.png'></body></html>",
            "there is no article in this page",
        ),
        ("x.html", bytes(range(256)), "there is no article in this page"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    text, problems = read(tmp_path, name, data)
    assert not text
    assert [(p.rule, p.what) for p in problems] == [("unreadable-article", why)]


def test_a_pdf_of_too_many_pages_is_refused(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "x.pdf", pdf(["one"], ["two"], ["three"]), Limits(pdf_pages=2))
    assert [p.what for p in problems] == ["the PDF has 3 pages; at most 2 are read"]
    assert "raise 'pdf_pages'" in problems[0].hint


def test_a_file_too_large_is_refused_before_it_is_taken_apart(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "x.pdf", pdf(["one"]), Limits(pdf_bytes=100))
    assert [p.rule for p in problems] == ["too-large"]


def test_one_article_in_two_kinds_of_file_is_named(tmp_path: Path) -> None:
    read(tmp_path, "wheat.txt", b"Wheat prices fell.\n")
    _, problems = read(tmp_path, "wheat.html", PAGE.encode())
    assert [p.rule for p in problems] == ["duplicate-id"]


def test_the_libraries_are_loaded_only_for_such_files(tmp_path: Path) -> None:
    read(tmp_path, "wheat.txt", b"Wheat prices fell.\n")
    code = (
        "import sys; from pathlib import Path; import dossier.assemble\n"
        "from dossier.store.sources import read_sources\n"
        "assert read_sources(Path(sys.argv[1]))[0]\n"
        "print(sorted({'trafilatura', 'pypdfium2', 'lxml'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, check=True, text=True)
    assert out.stdout == "[]\n"
