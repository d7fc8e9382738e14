"""Whole articles on other topics, in other layouts, with other damage: each folder of dossiers/ holds a source and
what should be drafted from it, read and put right by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.model import Claim, Codebook, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.reading.passages import passages
from dossier.store.sources import read_sources

DOSSIERS = sorted(path for path in (Path(__file__).parent / "dossiers").iterdir() if path.is_dir())
# What a claim holds unless its expectation says otherwise.
PLAIN = {"speaker": "", "voice": "own", "modality": "certain", "kind": "fact", "countries": []}


def article(root: Path) -> Source:
    (source,), problems = read_sources(root)
    assert not problems
    return replace(source, cleaned=clean(source.original, source.meta.keep_as_written))


def expected(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load((root / "expected.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    return found


def told(claim: Claim, wanted: dict[str, Any]) -> dict[str, Any]:
    """The claim as the expectation writes it: what is usual left out, the date only where it is asked for."""
    found: dict[str, Any] = {"quote": claim.quote}
    if claim.statement != f"{claim.quote[:1].upper()}{claim.quote[1:]}.":
        found["statement"] = claim.statement
    for key, usual in PLAIN.items():
        value = getattr(claim, key)
        value = list(value) if isinstance(value, tuple) else value
        if value != usual:
            found[key] = value
    return found | ({"date": claim.date} if "date" in wanted else {})


@pytest.mark.parametrize("root", DOSSIERS, ids=lambda path: path.name)
def test_drafts(root: Path) -> None:
    claims, wanted = draft(article(root), Codebook()), expected(root)["claims"]
    assert [told(c, w) for c, w in zip(claims, wanted)] == wanted
    assert len(claims) == len(wanted)


@pytest.mark.parametrize("root", DOSSIERS, ids=lambda path: path.name)
def test_what_is_left_out_has_its_reason(root: Path) -> None:
    source = article(root)
    left = {
        source.text[p.start : p.end]: p.reason for p in passages(source, draft(source, Codebook())) if not p.claims
    }
    assert left == expected(root)["left_out"]


@pytest.mark.parametrize("root", DOSSIERS, ids=lambda path: path.name)
def test_boilerplate_is_gone(root: Path) -> None:
    text = article(root).text
    assert [words for words in expected(root)["removed"] if words in text] == []
