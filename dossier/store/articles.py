"""An article's file to its text: .txt as it stands, the article of a saved web page, the pages of a PDF.

The extracted text is the original that all places count in: the same bytes give the same text, under the same
versions of the libraries. These are loaded only where such a file lies.
"""

from __future__ import annotations

import logging
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from dossier.problems import Problem, Where
from dossier.store.faults import unfinished_merge_in_prose
from dossier.store.files import control_character, other_kind, read_bytes, read_text, relative
from dossier.store.limits import Limits, long_line, raising

_AS_TEXT = "save its text as a .txt file in UTF-8"
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_MARKS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\uffff"
_LINE_END = re.compile(r"(?<=-)\n\r?\n|\r\n?")
_UNWANTED = re.compile(f"[{_MARKS}]")


class NotReadable(Exception):
    """The file holds no text that can be read; the words say why, and what to do."""

    def __init__(self, why: str, hint: str = _AS_TEXT) -> None:
        super().__init__(why)
        self.hint = hint


def read_article(root: Path, file: Path, limits: Limits) -> tuple[str | None, list[Problem]]:
    """The text of an article's file; or None and what is wrong with it."""
    if file.suffix == ".txt":
        text, problems = read_text(root, file, limits.source_bytes, "source_bytes")
        if text is not None and (merge := unfinished_merge_in_prose(text, relative(root, file))):
            return None, [merge]
        problems = problems or long_line(text or "", relative(root, file), limits)
        return None if problems else text, problems
    is_pdf = file.suffix == ".pdf"
    name = "pdf_bytes" if is_pdf else "source_bytes"
    data, problems = read_bytes(root, file, getattr(limits, name), name)
    if data is None:
        return None, problems
    path = relative(root, file)
    try:
        if (kind := other_kind(data)) not in ("", "a PDF" if is_pdf else ""):
            raise NotReadable(f"this is {kind}, not what its ending says")
        text = pdf_text(data, limits.pdf_pages) if is_pdf else html_text(data)
    except NotReadable as reason:
        return None, [Problem(Where(path), "unreadable-article", str(reason), reason.hint)]
    if len(text) > limits.source_bytes:
        what = f"its text has {len(text)} characters; at most {limits.source_bytes} are read"
        return None, [Problem(Where(path), "too-large", what, f"split it or cut it down, {raising('source_bytes')}")]
    found = control_character(text, path)
    return (None, [found]) if found else (text, [])


ARTICLES = (".txt", ".html", ".htm", ".pdf")
_ENDLESS_TAG = re.compile(r"<[A-Za-z](?:[^\s<>]*\s+){20000}")  # the parser holds each attribute against all others


@lru_cache(maxsize=64)
def html_text(data: bytes) -> str:
    """The article of a saved web page, one paragraph a line with an empty line between; menus and forms left out.

    Raises NotReadable where the page holds no article.
    """
    import trafilatura  # half a second to load, and most dossiers hold no web page

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it would say is said by our message
    page = _decoded(data)
    if _ENDLESS_TAG.search(page):
        raise NotReadable("a tag of this page has more attributes than any page needs")
    try:
        # Without memory of pages seen before: the same bytes must give the same text.
        text = trafilatura.extract(
            page, include_comments=False, include_tables=True, deduplicate=False, with_metadata=False
        )
    except Exception as error:  # whatever a broken page does to the parser, the editor gets a message
        raise NotReadable(f"the page cannot be taken apart: {type(error).__name__}") from error
    lines = [line.strip() for line in _plain(text or "").splitlines()]
    paragraphs = [line for line in lines if line]
    if not paragraphs:
        raise NotReadable("there is no article in this page")
    return "\n\n".join(paragraphs) + "\n"


def _decoded(data: bytes) -> str:
    """UTF-8 where it is, else what the page says of itself, else Windows-1252, which every byte fits."""
    named = _CHARSET.search(data[:4096])
    for encoding in ("utf-8-sig", named[1].decode("ascii") if named else "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


@lru_cache(maxsize=64)
def pdf_text(data: bytes, most_pages: int) -> str:
    """The text of a PDF's pages, lines as printed, an empty line between two pages.

    Raises NotReadable for a file that is broken, locked, too long, or only a picture of a text.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise NotReadable("the PDF is locked with a password" if locked else "the PDF is broken") from error
    try:
        if len(document) > most_pages:
            what = f"the PDF has {len(document)} pages; at most {most_pages} are read"
            raise NotReadable(what, f"{_AS_TEXT}, {raising('pdf_pages')}")
        pages = [_page_text(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise NotReadable("a page of the PDF is broken") from error
    finally:
        document.close()
    text = "\n\n".join(page for page in pages if page)
    if not text.strip():
        raise NotReadable("the PDF contains no text; it may be a scan")
    return text + "\n"


def _page_text(document: Any, number: int) -> str:
    page = document[number]
    reading = page.get_textpage()
    try:
        # pdfium writes U+FFFE for a hyphen and the end of its line; cleaning joins the word again where it should.
        text: str = _LINE_END.sub("\n", reading.get_text_range().replace("\ufffe", "-\n"))
    finally:
        reading.close()
        page.close()
    return _plain(text).strip("\n")


def _plain(text: str) -> str:
    """Without the control characters that printing programs leave behind."""
    return _UNWANTED.sub("", text)
