"""A person judges two claims: the page follows, the judgement holds, and a changed claim asks for a new look."""

from __future__ import annotations

import json
import re

import pytest

from editing.conftest import Editor

QUESTION = "claims/codebook/questions/output-rising.yaml"
WHY = "One counts turbines at sea, the other on land."
Pair = tuple[str, str]


def id_of(path: str) -> str:
    return path.removeprefix("claims/").removesuffix(".yaml")


@pytest.fixture
def pair(editor: Editor) -> Pair:
    """Two claims that the rules take for a contradiction."""
    return editor.claim("Wind output in Ireland rose"), editor.claim("Wind output in Ireland fell")


def relation(editor: Editor, pair: Pair) -> dict[str, object]:
    """What the site's data file says of the pair."""
    wanted = sorted(map(id_of, pair))
    (found,) = (r for r in json.loads(editor.pages()["data/dossier.json"])["relations"] if r["between"] == wanted)
    return dict(found)


def is_compared(editor: Editor) -> bool:
    """Whether the page of the question sets the two side by side."""
    return " pair--" in editor.pages()["questions/output-rising.html"]


def test_a_dismissed_pair_stays_away_until_a_claim_changes(editor: Editor, pair: Pair) -> None:
    assert relation(editor, pair)["type"] == "contradicts"
    assert is_compared(editor)

    before = editor.read(QUESTION)
    done = editor.type(
        "decide", *pair, "--as", "dismissed", "--because", WHY, "--by", "A. Editor", "--on", "2024-05-28"
    )
    assert (done.exit_code, done.stdout) == (0, "")
    assert editor.read(QUESTION).startswith(before)
    assert WHY in editor.read(QUESTION) and 'on: "2024-05-28"' in editor.read(QUESTION)

    assert relation(editor, pair)["status"] == "dismissed"
    assert not is_compared(editor)
    assert editor.type("check").output == ""
    editor.type("extract")
    assert relation(editor, pair)["status"] == "dismissed"

    editor.edit(pair[0], "statement: ", "statement: As we read it, ")
    done = editor.type("check")
    assert done.exit_code == 0
    assert f"{QUESTION}:" in done.stdout and "[stale-decision]" in done.stdout
    assert relation(editor, pair)["status"] == "stale"
    assert is_compared(editor)

    old = re.findall(r'seen: "\w+"', editor.read(QUESTION))
    new = re.findall(r'seen: "\w+"', done.stdout)
    editor.edit(QUESTION, old[0], new[0])
    assert editor.type("check").output == ""
    assert relation(editor, pair)["status"] == "dismissed"


def test_deciding_again_replaces_the_decision(editor: Editor, pair: Pair) -> None:
    editor.type("decide", *pair, "--as", "dismissed", "--because", WHY)
    done = editor.type("decide", *reversed(pair), "--as", "qualifies", "--because", "Both are true, for parts of it.")
    assert done.exit_code == 0
    assert editor.read(QUESTION).count("pair:") == 1
    assert WHY not in editor.read(QUESTION)
    assert (relation(editor, pair)["type"], relation(editor, pair)["status"]) == ("qualifies", "confirmed")


def test_ids_do_as_well_as_paths(editor: Editor, pair: Pair) -> None:
    done = editor.type("decide", *map(id_of, pair), "--as", "confirmed", "--because", "Same year, same country.")
    assert done.exit_code == 0
    assert relation(editor, pair)["status"] == "confirmed"


def test_a_pair_that_shares_no_question_goes_to_the_file_for_those(editor: Editor, pair: Pair) -> None:
    price = editor.claim("The price of electricity fell")
    questions = editor.read(QUESTION)
    done = editor.type("decide", price, pair[1], "--as", "agrees", "--because", "Both fell.", "--on", "2024-05-28")
    assert done.exit_code == 0
    assert editor.read(QUESTION) == questions
    assert "relation: agrees" in editor.read("claims/codebook/decisions.yaml")
    assert relation(editor, (price, pair[1]))["because"] == "Both fell."


def test_a_question_that_is_named_is_taken(editor: Editor, pair: Pair) -> None:
    price = editor.claim("The price of electricity fell")
    done = editor.type("decide", price, pair[1], "--as", "agrees", "--because", "x", "--question", "output-rising")
    assert done.exit_code == 0
    assert relation(editor, (price, pair[1]))["question"] == "output-rising"


WRONG = {
    "an unknown claim": ("{0}x", "{1}", ("--as", "agrees", "--because", "x"), "did you mean"),
    "an unknown question": ("{0}", "{1}", ("--as", "agrees", "--because", "x", "--question", "output-risin"),
                            "did you mean 'output-rising'?"),
    "a claim and itself": ("{0}", "{0}", ("--as", "agrees", "--because", "x"), "two different claims"),
    "no reason": ("{0}", "{1}", ("--as", "agrees", "--because", "  "), "say why"),
    "nothing to confirm": ("{1}", "{2}", ("--as", "confirmed", "--because", "x"), "nothing is proposed"),
    "another word": ("{0}", "{1}", ("--as", "refutes", "--because", "x"), "refutes"),
    "a day that is none": ("{0}", "{1}", ("--as", "agrees", "--because", "x", "--on", "May"), "May"),
}  # fmt: skip


@pytest.mark.parametrize(("first", "second", "more", "said"), WRONG.values(), ids=WRONG)
def test_what_was_typed_wrongly_is_told_and_changes_nothing(editor, pair, first, second, more, said) -> None:
    ids = [*map(id_of, pair), id_of(editor.claim("The price of electricity fell"))]
    before = editor.tree("claims")
    done = editor.type("decide", first.format(*ids), second.format(*ids), *more)
    assert done.exit_code == 2
    assert said in done.stderr
    assert editor.tree("claims") == before


def test_a_rejected_claim_cannot_be_judged(editor: Editor, pair: Pair) -> None:
    editor.edit(pair[0], "status: draft", "status: rejected")
    done = editor.type("decide", *pair, "--as", "agrees", "--because", "x")
    assert done.exit_code == 2
    assert "is rejected" in done.stderr
