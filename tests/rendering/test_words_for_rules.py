"""Readers see words for every rule and every gate of the engine, never its own names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from dossier.model import Question, Relation
from dossier.rendering.labels import GATE, RULE
from dossier.rendering.pairs import what_would_settle

ENGINE = Path(__file__).parents[2] / "dossier" / "relating"


def texts(node: ast.AST) -> Iterator[str]:
    """The texts in an expression: both of "parts" if ... else "states"."""
    return (n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str))


@cache
def engine() -> tuple[tuple[ast.Call | ast.Assign, ...], ...]:
    """What each of the engine's files calls and binds."""
    trees = (ast.parse(file.read_text("utf-8")) for file in ENGINE.rglob("*.py"))
    return tuple(tuple(n for n in ast.walk(tree) if isinstance(n, (ast.Call, ast.Assign))) for tree in trees)


@cache
def named(record: str, place: int) -> frozenset[str]:
    """What the engine's calls of a record give at that place, by itself or by a name bound in the same file."""
    found: set[str] = set()
    for nodes in engine():
        calls = [n for n in nodes if isinstance(n, ast.Call) and getattr(n.func, "id", "") == record]
        given = [call.args[place] for call in calls if len(call.args) > place]
        names = {node.id for node in given if isinstance(node, ast.Name)}
        bound = [n for n in nodes if isinstance(n, ast.Assign) and getattr(n.targets[0], "id", "") in names]
        found |= {text for node in given if isinstance(node, ast.Constant) for text in texts(node)}
        found |= {text for assigned in bound for branch in branches(assigned.value) for text in texts(branch)}
    return frozenset(found)


def branches(value: ast.expr) -> tuple[ast.expr, ...]:
    return (value.body, value.orelse) if isinstance(value, ast.IfExp) else (value,)


@pytest.mark.parametrize("rule", sorted(named("Opinion", 1)))
def test_every_rule_is_told_in_words(rule: str) -> None:
    assert " " in RULE[rule]


@pytest.mark.parametrize("rule", sorted({*named("Opinion", 1), "decision"} - {"sign", "same", "reworded"}))
def test_every_contradiction_says_what_would_settle_it(rule: str) -> None:
    pair = Relation("contradicts", ("a/one", "b/two"), "", rule, "They differ.")
    found = what_would_settle(pair)
    assert found["evidence"].endswith(".")
    assert rule == "decision" or "editor" not in found.get("slot", "")
    assert not what_would_settle(replace(pair, status="dismissed"))
    assert not what_would_settle(pair, Question("harvest", "Is it more?", settle="Statistics by valley."))


@pytest.mark.parametrize("gate", sorted(named("Gate", 0)))
def test_every_gate_is_told_in_words(gate: str) -> None:
    assert GATE[gate][0].isupper()


def test_no_words_are_kept_for_a_rule_that_is_gone() -> None:
    assert set(RULE) - {"decision"} <= named("Opinion", 1)
