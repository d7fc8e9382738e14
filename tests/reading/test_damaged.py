"""One article, damaged in the ways in which files arrive, reads as if it had not been damaged."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from itertools import count

import pytest

from dossier.model import Claim, Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft

TEXT = """\
Lake Chad's fishers wait for the rain

The fishing season on Lake Chad began three weeks late this year because the rains failed, the ministry of \
fisheries of Chad confirmed on Monday.

“The catch has fallen by a fifth since 2019,” the head of the fishers’ union in Bol said. “Nobody in this office \
can say what the families will live on next month.”

Officials in Nigeria disagree. They identified a different cause: nets with a mesh that is finer than the law \
allows, and traders who pay for small fish. A study of the lake basin commission, published in May, found no \
sign of a fall in stocks on the western shore.

The price of dried fish in Maiduguri, in the north of Nigeria, rose from 900 to 1,400 naira between January and \
June. Traders blamed the closed border; the army said that the border had been open since April.

Cameroon and Niger have banned nets with a fine mesh. Neither country has published the number of nets that were \
confiscated - the commission counts fewer than 200 - and scientific surveys of their waters are rare.

The four states will meet in N'Djamena in September to decide on a common season. The commission proposes that \
fishing should stop for six weeks."""
HEADER = "Journal of Lake Studies, Vol. 12                    "


def wrapped(width: int, indent: str = "") -> str:
    blocks = (textwrap.wrap(p, width, break_on_hyphens=False) for p in TEXT.split("\n\n"))
    return "\n\n".join("\n".join([indent + lines[0], *lines[1:]]) for lines in blocks)


def with_pages(foot: Callable[[int], str]) -> str:
    """After each seven lines of text comes a new page."""
    page, lines = count(1), []
    for number, line in enumerate(wrapped(66).split("\n"), 1):
        lines += [line, "", foot(next(page)), ""] if number % 7 == 0 else [line]
    return "\n".join(lines)


def hyphenated() -> str:
    """The word that opens a line begins at the end of the line above."""
    return re.sub(r"(?<=\S)\n([a-z]{4})(?=[a-z]{3,}\b)", r" \1-\n", wrapped(50))


def numbered() -> str:
    number = count(1)
    return "\n".join(f"{next(number):>3}  {line}" if line else "" for line in wrapped(66).split("\n"))


def with_notes() -> str:
    number = count(1)
    return re.sub(r"(?<=[a-z][.”])(?=\s|\Z)", lambda _: str(next(number)), TEXT)


DAMAGES = {
    "hard line breaks": wrapped(66),
    "a narrow column": wrapped(34),
    "paragraphs set in, without empty lines": wrapped(66, "    ").replace("\n\n", "\n"),
    "hyphens at line ends": hyphenated(),
    "running headers with the number of the page": with_pages(lambda page: f"{HEADER}{page}"),
    "page numbers": with_pages(lambda page: f"Page {page} of 5"),
    "numbered lines": "\n".join(f"{n:>3}  {line}".rstrip() for n, line in enumerate(wrapped(66).split("\n"), 1)),
    "numbered lines, empty ones not counted": numbered(),
    "numbers of notes that slipped onto the line": with_notes(),
    "a mail that was sent on": "\n".join(f"> {line}".rstrip() for line in wrapped(66).split("\n")),
    "ligatures as single letters": TEXT.replace("fi", "ﬁ").replace("fl", "ﬂ"),
    "ligatures that were lost": re.sub(r"(?<=[a-z])fi(?=[a-z])", "", TEXT),
    "UTF-8 read as Windows-1252": TEXT.encode().decode("cp1252", "replace"),
    "marks of a typewriter": TEXT.replace("“", "``").replace("”", "''"),
    "soft hyphens": re.sub(r"\b([a-z]{4})(?=[a-z]{4})", "\\1\u00ad", TEXT),
    "narrow spaces": TEXT.replace(" o", "\u202fo").replace(" t", "\u2009t"),
    "Windows line ends": TEXT.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("received", DAMAGES.values(), ids=DAMAGES.keys())
def test_reads_as_if_it_had_not_been_damaged(received: str) -> None:
    assert clean(received).text == TEXT


FASHIONS = {
    "straight": TEXT.replace("“", '"').replace("”", '"'),
    "single": TEXT.replace("“", "‘").replace("”", "’"),
    "French": TEXT.replace("“", "«\u00a0").replace("”", "\u00a0»"),
    "German": TEXT.replace("“", "„").replace("”", "“"),
}


def told(text: str) -> list[tuple[object, ...]]:
    """The claims of an article, but for the fashion of their quotation marks."""
    source = Source(
        "a", Metadata(title="Lake Chad's fishers wait for the rain", issued="2024-07-02"), text, clean(text)
    )
    return [tuple(map(plain, fields(claim))) for claim in draft(source, Codebook())]


def fields(claim: Claim) -> tuple[str, ...]:
    return claim.quote, claim.statement, claim.speaker, claim.voice, claim.date, " ".join(claim.countries)


def plain(text: str) -> str:
    return re.sub('[“”„«»"‘]|’(?!s |s’)', "", text)


@pytest.mark.parametrize("received", FASHIONS.values(), ids=FASHIONS.keys())
def test_quotation_marks_of_all_fashions_say_who_speaks(received: str) -> None:
    assert told(received) == told(TEXT)
    assert any("union" in str(speaker) for _, _, speaker, *_ in told(TEXT))
