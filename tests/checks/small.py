"""A small dossier without a fault, and the messages a changed one gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from dossier.checks import check
from dossier.checks.echoes import without_echoes
from dossier.model import Cleaned, Dossier
from dossier.problems import Problem, in_order
from dossier.quotes import place_in
from dossier.store.claims import read_claims
from dossier.store.codebook import read_codebook
from dossier.store.sources import read_sources

CLAIM = "claims/gazette/p01-harvests.yaml"
SOUND: dict[str, str | bytes] = {
    "sources/gazette.txt": "Harvests fell in all three valleys. The ministry expects a better year.\n",
    "sources/gazette.yaml": "title: A hard year\nissued: 2022-12\n",
    "sources/report.txt": "The valleys brought in a rich harvest.\n",
    "sources/report.yaml": "title: A good year\n",
    "claims/codebook/themes.yaml": "farming:\n  title: Farming\n  words: [harvest]\n",
    "claims/codebook/places.yaml": "regions:\n  nordic:\n    title: Nordic\n    members: [NO, SE]\n",
    "claims/codebook/questions/harvest-falling.yaml": "question: Are harvests falling?\nthemes: [farming]\n",
    CLAIM: """\
quote: >-
  Harvests fell in all three valleys
statement: Harvests fell.
countries: [NO]
themes: [farming]
date: "2022"
positions: {harvest-falling: yes}
status: draft
""",
    "claims/report/p01-rich.yaml": "quote: >-\n  a rich harvest\nstatement: The harvest was rich.\n",
}


def write(root: Path, files: Mapping[str, str | bytes | None]) -> None:
    for path, content in files.items():
        file = root / path
        if content is None:
            file.unlink(missing_ok=True)
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)


def dossier_of(root: Path) -> tuple[Dossier, list[Problem]]:
    """The folder as records, the text as received taken for the cleaned one, and what reading found wrong."""
    read, unread = read_sources(root)
    sources = tuple(replace(s, cleaned=Cleaned(s.original)) for s in read)
    codebook, uncoded = read_codebook(root)
    found, unclear = read_claims(root)
    home = {s.id: s for s in sources}
    claims = []
    for claim in found:
        start, end = place_in(claim, home[claim.source].cleaned) if claim.source in home else (-1, -1)
        claims.append(replace(claim, start=start, end=end))
    dossier = Dossier("Small", "", sources, codebook, tuple(claims))
    return dossier, [*unread, *uncoded, *unclear]


def problems_of(root: Path) -> list[Problem]:
    """Everything wrong in the folder."""
    dossier, problems = dossier_of(root)
    return without_echoes(dossier, in_order([*problems, *check(dossier, root)]))
