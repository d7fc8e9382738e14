"""A person says of a position that it is a sign only: what contradicted because of it does so no more."""

from __future__ import annotations

from editing.conftest import Editor
from editing.test_decide import Pair, pair, relation

__all__ = ["pair"]


def test_a_mere_sign_contradicts_nothing(editor: Editor, pair: Pair) -> None:
    assert relation(editor, pair)["type"] == "contradicts"
    editor.edit(pair[0], "output-rising: yes", "output-rising: sign-yes")
    assert editor.type("check").output == ""
    assert relation(editor, pair)["type"] != "contradicts"


def test_a_decision_on_it_is_stale_then(editor: Editor, pair: Pair) -> None:
    editor.type("decide", *pair, "--as", "contradicts", "--because", "Same year, same place.")
    editor.edit(pair[0], "output-rising: yes", "output-rising: sign-yes")
    assert "[stale-decision]" in editor.type("check").output


def test_the_change_is_told_and_the_claim_is_kept_as_written(editor: Editor, pair: Pair) -> None:
    editor.edit(pair[0], "output-rising: yes", "output-rising: sign-yes")
    before = editor.read(pair[0])
    editor.type("extract")
    assert editor.read(pair[0]) == before
