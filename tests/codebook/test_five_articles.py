"""The five articles meet on the codebook's questions where a careful analyst sees them meet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from dossier.model import Claim
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.store.codebook import read_codebook
from dossier.store.sources import read_sources

ROOT = Path(__file__).parents[2]
PAIRS = yaml.load((Path(__file__).parent / "pairs.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)["pairs"]


@pytest.fixture(scope="module")
def drafts() -> dict[str, tuple[Claim, ...]]:
    codebook, _ = read_codebook(ROOT)
    sources, _ = read_sources(ROOT)
    read = (replace(s, cleaned=clean(s.original, s.meta.keep_as_written)) for s in sources)
    return {source.id: draft(source, codebook) for source in read}


def _stance(claims: tuple[Claim, ...], fragment: str, question: str) -> str:
    """The side of the claim that holds the words, or what stands in the way."""
    holding = [claim for claim in claims if fragment in " ".join(claim.quote.split())]
    if not holding:
        return f"no claim holds '{fragment}'"
    return next(filter(None, (claim.stance_on(question) for claim in holding)), f"'{fragment}' takes no side")


def test_every_pair_of_articles_is_looked_at() -> None:
    assert len({frozenset((pair[0], pair[2])) for pair in PAIRS}) == 10


def test_claims_meet_where_an_analyst_sees_them_meet(drafts: dict[str, tuple[Claim, ...]]) -> None:
    """At least 9 in 10, and what must be found by rule without exception."""
    missed = []
    for a, fragment_a, b, fragment_b, question, expected in PAIRS:
        one = _stance(drafts[a], fragment_a, question)
        other = _stance(drafts[b], fragment_b, question)
        sides = {one, other}
        if sides != ({"yes", "no"} if expected == "opposite" else {one} & {"yes", "no"}):
            missed.append(f"{question} ({expected}): {a} {one} [{fragment_a}] / {b} {other} [{fragment_b}]")
    assert len(missed) <= len(PAIRS) // 10, "\n".join(missed)


@pytest.mark.parametrize(
    ("question", "yes", "no"),
    [
        (
            "russia-trade-growing",
            "turnover with all five nations is growing fast",
            "weakened the economic foundation",
        ),
        ("sanctions-observed", "adhering to Western sanctions", "exporting sanctioned goods"),
        ("russian-influence-declining", "dominance is fading", "strengthened his influence"),
    ],
)
def test_the_sharpest_contradictions(question: str, yes: str, no: str, drafts: dict[str, tuple[Claim, ...]]) -> None:
    claims = tuple(claim for found in drafts.values() for claim in found)
    assert (_stance(claims, yes, question), _stance(claims, no, question)) == ("yes", "no")
