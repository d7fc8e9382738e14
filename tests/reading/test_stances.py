"""Figures of speech by which a writer says yes, no or neither: the sentences of stances.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dossier.model import Claim, Codebook, Metadata, Question, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft

CASES = [
    (text, side)
    for side, texts in yaml.safe_load((Path(__file__).parent / "cases" / "stances.yaml").read_text("utf-8")).items()
    for text in texts
]
ASKED = Codebook(questions=(Question("safe", "Is the harbour safe?", yes=("safe", "safety"), no=("dangerous",)),))


def drafted(text: str) -> tuple[Claim, ...]:
    return draft(Source("a-column", Metadata("A column", issued="2023-03-15"), text, clean(text)), ASKED)


@pytest.mark.parametrize(("text", "side"), CASES, ids=[text for text, _ in CASES])
def test_stance(text: str, side: str) -> None:
    stances = {position.stance for claim in drafted(text) for position in claim.positions}
    assert stances == ({side} if side != "nothing" else set())


def test_what_the_defenders_say_is_told_as_theirs() -> None:
    claims = drafted("The harbour of Beira is safe, or so its pilots say.")
    assert [(c.voice, c.speaker) for c in claims] == [("attributed", "its pilots")]
