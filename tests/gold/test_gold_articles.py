"""Whole articles on one matter: what is shown between them must hold, and much of what a reader finds is shown."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from dossier.model import Claim, Codebook, Metadata, Relation, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.relating.relate import relate

FOLDER = Path(__file__).parent / "articles"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
PRECISION = {
    "points": 0.85,
    "tallies": 0.9,
    "measures": 0.85,
    "causes": 0.85,
}  # of each rule, over all articles
FOUND = 0.28  # of what a reader finds
SAME_WORDS = 0.6  # a claim holds words of a source when so many of them stand in its quote
NEAR = {"contradicts", "updates", "qualifies"}  # whether the day or the degree keeps two apart is arguable


@cache
def told(name: str) -> dict[str, list]:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))


@cache
def shown(name: str) -> tuple[dict[str, Claim], tuple[Relation, ...]]:
    sources = [
        Source(i, Metadata(title=i, issued=article["issued"]), article["text"], clean(article["text"]))
        for i, article in told(name)["articles"].items()
    ]
    claims = [claim for source in sources for claim in draft(source, Codebook())]
    return {c.id: c for c in claims}, relate(claims, Codebook(), sources)


def holds(claim: Claim, wanted: str) -> bool:
    """Whether a claim is the one meant by "source: words"."""
    source, _, words = wanted.partition(": ")
    own, meant = (re.findall(r"\w+", text.lower()) for text in (claim.quote, words))
    return claim.source == source and len(set(own) & set(meant)) >= SAME_WORDS * len(set(meant))


def is_meant(relation: Relation, claims: dict[str, Claim], wanted: str) -> bool:
    kind, one, two = wanted.split(" | ")
    if relation.type != kind and not {relation.type, kind} <= NEAR:
        return False
    a, b = (claims[i] for i in relation.between)
    return (holds(a, one) and holds(b, two)) or (holds(a, two) and holds(b, one))


@pytest.mark.parametrize("rule", PRECISION)
def test_what_is_shown_between_whole_articles_holds(rule: str) -> None:
    right, wrong = 0, []
    for name in NAMES:
        claims, relations = shown(name)
        true = [*told(name)["wanted"], *told(name)["also true"]]
        for relation in relations:
            if relation.rule == rule:
                good = any(is_meant(relation, claims, line) for line in true)
                right += good
                wrong += [] if good else [relation.because]
    assert right and right >= PRECISION[rule] * (right + len(wrong)), wrong


def test_much_of_what_a_reader_finds_is_shown() -> None:
    found = Counter(
        any(is_meant(r, shown(name)[0], line) for r in shown(name)[1])
        for name in NAMES
        for line in told(name)["wanted"]
    )
    assert found[True] >= FOUND * found.total(), found


def test_articles_that_have_nothing_to_do_with_each_other_say_nothing_of_each_other() -> None:
    assert [r.because for r in shown("unrelated")[1]] == []


def test_every_reason_names_the_words_of_both_sides() -> None:
    for name in NAMES:
        claims, relations = shown(name)
        for relation in relations:
            for i in relation.between:
                assert claims[i].source in relation.because
            assert relation.because.count("“") >= 2, relation.because
