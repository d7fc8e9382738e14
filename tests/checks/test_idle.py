"""A question is told to find nothing only where its `about` words are what stands in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.small import SOUND, problems_of, write

QUESTION = "claims/codebook/questions/harvest-falling.yaml"
ASKED = "question: Are harvests falling?\nabout:\n  - {}\nyes:\n  - {}\n"


@pytest.mark.parametrize(
    ("about", "cue", "is_told"),
    [
        ("orchard", "harvest FALLS", True),
        ("valley|orchard", "harvest FALLS", False),
        ("ministry", "harvest FALLS", False),  # in a sentence beside the claim's
        ("orchard", "orchard FALLS", False),  # the articles are on something else
    ],
)
def test_about_words_in_no_article_are_told_where_a_cue_waits_for_them(
    tmp_path: Path, about: str, cue: str, is_told: bool
) -> None:
    write(tmp_path, SOUND | {QUESTION: ASKED.format(about, cue)})
    told = [str(p) for p in problems_of(tmp_path) if p.rule == "idle-about"]
    assert bool(told) == is_told
    assert all("'about'" in p for p in told)
