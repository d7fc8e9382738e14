"""A claim under another name: decisions and summaries follow, what held goes on holding, nothing else changes."""

from __future__ import annotations

import hashlib
import re

import pytest

from dossier.assemble import read_dossier
from dossier.model import Claim
from editing.conftest import Editor

QUESTION = "claims/codebook/questions/output-rising.yaml"
NEW = "irish-wind/p02-output-up"


def id_of(path: str) -> str:
    return path.removeprefix("claims/").removesuffix(".yaml")


def old_form(a: Claim, b: Claim) -> str:
    """The fingerprint as it was made until November 2026, with the ids in it."""

    def content(claim: Claim) -> str:
        said = (claim.id, claim.quote, claim.statement, claim.date, claim.voice, claim.modality, claim.kind)
        positions = sorted((p.question, p.side) for p in claim.positions)
        return repr((said, sorted(claim.countries), positions, claim.figures))

    return hashlib.sha256("\n".join(sorted((content(a), content(b)))).encode()).hexdigest()[:12]


@pytest.fixture(params=["new fingerprint", "old fingerprint"])
def judged(editor: Editor, request: pytest.FixtureRequest) -> Editor:
    """A decision that holds, a summary and a comment that name the claim."""
    rose, fell = (id_of(editor.claim(f"Wind output in Ireland {word}")) for word in ("rose", "fell"))
    done = editor.type("decide", rose, fell, "--as", "dismissed", "--because", "Different grids.")
    assert done.exit_code == 0, done.output
    text = editor.read(QUESTION)
    if request.param == "old fingerprint":
        claims = read_dossier(editor.root)[0].claim
        text = re.sub('seen: "[0-9a-f]+"', f'seen: "{old_form(claims[rose], claims[fell])}"', text)
    editor.write(QUESTION, f"# see {rose}-2\n{text}summary: >-\n  It rose [{rose}]\n  and fell [{fell}, {rose}].  \n")
    assert findings(editor) == []
    return editor


def findings(editor: Editor) -> list[str]:
    found = read_dossier(editor.root)[1]
    return [str(p) for p in found if p.where.path.startswith("claims/") and p.rule != "one-sided"]


def test_all_that_names_it_follows_and_what_held_goes_on_holding(judged: Editor) -> None:
    path = judged.claim("Wind output in Ireland rose")
    old, content, question = id_of(path), judged.read(path), judged.read(QUESTION)
    done = judged.type("rename", path, NEW)
    assert done.exit_code == 0, done.output
    assert done.output.split() == [QUESTION, f"claims/{NEW}.yaml"]
    assert judged.read(f"claims/{NEW}.yaml") == content and path not in judged.files("claims/*/*.yaml")
    after = judged.read(QUESTION)
    assert after.startswith(f"# see {old}-2\n"), "another claim's id begins alike"
    seen = re.compile('seen: "[0-9a-f]+"')
    assert seen.sub("", after.replace(NEW, old)) == seen.sub("", question)
    assert findings(judged) == []


def test_the_tool_takes_it_for_a_persons_and_drafts_nothing_in_its_old_place(judged: Editor) -> None:
    path = judged.claim("Wind output in Ireland rose")
    judged.type("rename", path, NEW)
    tree = judged.tree("claims")
    assert judged.type("extract").exit_code == 0
    assert judged.tree("claims") == tree


def test_who_renamed_the_file_by_hand_is_told_each_line_to_change(judged: Editor) -> None:
    path = judged.claim("Wind output in Ireland rose")
    old = id_of(path)
    (judged.root / path).rename(judged.root / f"claims/{NEW}.yaml")
    told = findings(judged)
    lines = judged.read(QUESTION).splitlines()
    assert len(told) == 2 and "2 times" in "".join(told)
    for message in told:
        line, column = map(int, re.findall(r":(\d+):(\d+): error", message)[0])
        assert lines[line - 1][column - 1 :].startswith(old), message
        assert NEW in message.partition("hint:")[2]
    (decision,) = (m for m in told if "[unknown-claim]" in m)
    text = judged.read(QUESTION).replace(f"{old}]", f"{NEW}]").replace(f"[{old},", f"[{NEW},")
    for now in re.findall(r'seen: "[0-9a-f]+"', decision):
        text = re.sub('seen: "[0-9a-f]+"', now, text)
    judged.write(QUESTION, text)
    assert findings(judged) == []


def test_after_a_rename_by_hand_the_command_does_the_rest(judged: Editor) -> None:
    path = judged.claim("Wind output in Ireland rose")
    (judged.root / path).rename(judged.root / f"claims/{NEW}.yaml")
    assert judged.type("rename", id_of(path), NEW).exit_code == 0
    assert findings(judged) == []
    tree = judged.tree("claims")
    assert judged.type("rename", id_of(path), NEW).exit_code == 0
    assert judged.tree("claims") == tree


def test_a_decision_that_was_stale_stays_stale(judged: Editor) -> None:
    path = judged.claim("Wind output in Ireland rose")
    judged.edit(path, "statement: ", "statement: As we read it, ")
    assert judged.type("rename", path, NEW).exit_code == 0
    assert [m.rpartition("[")[0] for m in findings(judged) if "[stale-decision]" in m] != []


REFUSED = {
    "irish-wind/p01-No Good": "cannot be a claim's id",
    "irish-wnd/p01-x": "did you mean 'irish-wind'?",
    "../outside": "there is no source",
    "calm/../../outside": "cannot be a claim's id",
    "irish-wind": "cannot be a claim's id",
}


@pytest.mark.parametrize("new", REFUSED)
def test_a_name_that_will_not_do_is_refused_and_nothing_changes(editor: Editor, new: str) -> None:
    tree = editor.tree("claims")
    done = editor.type("rename", editor.claim("Wind output in Ireland rose"), new)
    assert done.exit_code == 2 and REFUSED[new] in done.output
    assert editor.tree("claims") == tree


def test_nobodys_name_is_taken(editor: Editor) -> None:
    rose, fell = (editor.claim(f"Wind output in Ireland {word}") for word in ("rose", "fell"))
    gone = editor.claim("The grid in Ireland is not ready")
    editor.delete(gone)
    tree = editor.tree("claims")
    for taken in (fell, fell.upper().replace("CLAIMS/CALM", "calm").replace(".YAML", ""), gone):
        done = editor.type("rename", rose, id_of(taken))
        assert done.exit_code == 2 and "choose another name" in done.output, done.output
        assert editor.tree("claims") == tree
    assert "did you mean" in editor.type("rename", "calm/p01-wind-output", "calm/x").output


def test_who_deleted_a_judged_claim_is_told_how_its_judgements_may_stay(judged: Editor) -> None:
    path = judged.claim("Wind output in Ireland rose")
    text = judged.read(path)
    (judged.root / path).unlink()
    (message,) = (m for m in findings(judged) if "[unknown-claim]" in m)
    assert "hint: bring the file back with 'status: rejected', then its decisions may stay; or delete" in message
    judged.write(path, re.sub("status: .*", "status: rejected", text))
    assert not [m for m in findings(judged) if "[unknown-claim]" in m]
