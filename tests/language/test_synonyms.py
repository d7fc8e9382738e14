"""Words that stand for one another: the lists themselves, and who meets whom by them."""

from __future__ import annotations

from itertools import combinations

import pytest

from dossier.data import load
from dossier.language.lexical import are_opposite, are_same
from dossier.language.synonyms import LISTS, groups_of, keys_of_form

GROUPS = [
    tuple(line.split(", ")) for name in LISTS for line in "".join(load(f"synonyms_{name}.yaml").values()).splitlines()
]


def test_a_group_holds_several_words_and_each_once() -> None:
    assert [g for g in GROUPS if len(g) < 2 or len(set(g)) < len(g)] == []


def test_no_group_stands_within_another() -> None:
    sets = [frozenset(g) for g in GROUPS]
    assert [sorted(s) for s in sets if any(s <= t and s is not t for t in sets)] == []


def test_no_group_holds_opposites() -> None:
    assert [(a, b) for g in GROUPS for a, b in combinations(g, 2) if are_opposite(a, b)] == []


def test_a_phrase_has_several_words_and_stands_once() -> None:
    phrases = [line.partition(": ")[0] for line in "".join(load("synonyms_phrases.yaml").values()).splitlines()]
    assert len(set(phrases)) == len(phrases)
    assert [p for p in phrases if len(p.split()) < 2] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("expenditure", "spending"),
        ("shortfall", "deficit"),
        ("closure", "shutdown"),
        ("arrive", "arrival"),
        ("authorisation", "approval"),
        ("authorization", "approval"),
        ("neighbor", "neighboring"),
        ("exonerate", "acquit"),
        ("outlay", "expense"),
    ],
)
def test_words_that_news_use_for_one_another(one: str, other: str) -> None:
    assert are_same(one, other) and are_same(other, one)


@pytest.mark.parametrize(("one", "between", "other"), [("dismiss", "fire", "shoot"), ("arrive", "reach", "attain")])
def test_two_words_do_not_meet_through_a_third(one: str, between: str, other: str) -> None:
    assert are_same(one, between) and are_same(between, other)
    assert groups_of(one).isdisjoint(groups_of(other))


def test_a_form_that_is_listed_itself_is_met_by_it() -> None:
    assert keys_of_form("goods", "good") and keys_of_form("goods", "good").isdisjoint(keys_of_form("good", "good"))
    assert not keys_of_form("towns", "town")
