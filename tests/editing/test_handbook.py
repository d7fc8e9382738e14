"""docs/about/editing.md, followed to the letter; in a fresh clone of this dossier: tests/test_workflows.py."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import textwrap
from pathlib import Path

import pytest
from checks.small import SOUND, problems_of, write
from folder import PROJECT

from dossier.assemble import site_words
from editing.conftest import Editor

PAGE = (PROJECT / "docs/about/editing.md").read_text("utf-8")
BLOCKS = [textwrap.dedent(block) for block in re.findall(r"^ *```yaml\n(.*?)^ *```", PAGE, re.MULTILINE | re.DOTALL)]
COMMANDS = re.findall(r"^\| `python build_dossier\.py ([^`]+)` \|", PAGE, re.MULTILINE)
CLAIM, REVIEWED, NEW, DECISION = BLOCKS
HARVESTS = "claims/gazette/p01-harvests.yaml"
QUESTION = "claims/codebook/questions/harvest-falling.yaml"


def wrong(root: Path, path: str = "", text: str = "") -> list[str]:
    """What check says of the handbook's dossier with one file changed."""
    write(root, SOUND | {HARVESTS: CLAIM} | ({path: text} if path else {}))
    return [str(p) for p in problems_of(root)]


def test_the_claim_it_shows_is_a_right_one(tmp_path: Path) -> None:
    assert wrong(tmp_path) == []


def test_a_claim_is_reviewed_as_it_says(tmp_path: Path) -> None:
    changed = CLAIM.replace("status: draft\n", REVIEWED)
    assert wrong(tmp_path, HARVESTS, changed) == []


HABITS = ('note: "The table says: 31."', "countries: [NO, SE]", "status: rejected  # one day only")


@pytest.mark.parametrize("line", HABITS)
def test_its_habits_hold(tmp_path: Path, line: str) -> None:
    key = line.partition(":")[0]
    lines = [n for n in CLAIM.splitlines() if not n.startswith(f"{key}:")]
    assert wrong(tmp_path, HARVESTS, "\n".join([*lines, line, ""])) == []


def test_the_new_claim_it_gives_to_paste_is_a_right_one(tmp_path: Path) -> None:
    assert wrong(tmp_path, "claims/gazette/p01-better-year.yaml", NEW) == []


def test_a_judgement_written_by_hand_gets_the_line_it_lacks(tmp_path: Path) -> None:
    ids = DECISION.replace("gazette/p02-harvests-fell", "gazette/p01-harvests").replace(
        "p01-rich-harvest", "p01-rich"
    )
    text = str(SOUND[QUESTION]) + ids
    (found,) = wrong(tmp_path, QUESTION, text)
    assert "warning: the decision does not say what it was about [stale-decision]" in found
    (line,) = re.findall(r'seen: "\w+"', found)
    assert wrong(tmp_path, QUESTION, f"{text}    {line}\n") == []


def test_the_message_it_shows_is_the_one_that_comes(tmp_path: Path) -> None:
    misspelt = CLAIM.replace("farming", "farmin")
    found = wrong(tmp_path, HARVESTS, misspelt)
    assert found == [re.findall(r"```text\n(.*?)\n```", PAGE, re.DOTALL)[0]]


ROWS = re.findall(r"^\| (`.*?) \| (.*?) \|", PAGE, re.MULTILINE)
CHOICES = [(key, choice) for keys, told in ROWS for key in re.findall(r"`(voice|modality|kind|status)`", keys)
           for choice in re.findall(r"`([a-z]+)`", told)]  # fmt: skip


@pytest.mark.parametrize(("key", "choice"), CHOICES)
def test_every_choice_of_the_table_can_be_set(tmp_path: Path, key: str, choice: str) -> None:
    lines = [line for line in CLAIM.splitlines() if not line.startswith(f"{key}:")]
    assert wrong(tmp_path, HARVESTS, "\n".join([*lines, f"{key}: {choice}", ""])) == []


def test_ten_minutes_are_enough_for_its_five_steps() -> None:
    """At 200 words a minute, fifteen seconds for each thing to press or open and a minute and a half to type."""
    steps = PAGE.partition("## What cannot happen")[0]
    actions = re.findall(r"\b(?:press|open|sign in)\b", steps, re.IGNORECASE)
    assert len(steps.split()) / 200 + len(actions) / 4 + 1.5 <= 10


ARGUMENTS = {
    "QUESTION": "output-rising",
    "SOURCE": "calm",
    "A": "rose",
    "B": "fell",
    '"…"': '"The grid in Ireland is not ready"',
    '"half"': '"Wind output in Ireland"',
    "main": "HEAD",
    "NEW": "irish-wind/p02-rose",
    "NEW-SOURCE": "quiet",
}


def test_the_commands_it_names_work(editor: Editor) -> None:
    subprocess.run(["git", "init", "-q"], cwd=editor.root, check=True)
    subprocess.run(["git", "add", "-A"], cwd=editor.root, check=True)
    person = ["-c", "user.name=A. Editor", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *person, "commit", "-qm", "base"], cwd=editor.root, check=True)
    names = {"rose": "Wind output in Ireland rose", "fell": "Wind output in Ireland fell"}
    ids = {short: editor.claim(words) for short, words in names.items()}
    editor.delete(editor.claim("The grid in Ireland is not ready"))
    assert {c.split()[0] for c in COMMANDS} == {
        "check",
        "serve",
        "new",
        "decide",
        "split",
        "rename",
        "diff",
        "explain",
    }
    for command in COMMANDS:
        words = [ids.get(ARGUMENTS.get(w, w), ARGUMENTS.get(w, w)) for w in command.split(" ")]
        if "--still-holds" in words:
            editor.edit(ids["rose"], "statement: ", "statement: As we read it, ")
        if words[0] != "serve":
            done = editor.type(*shlex.split(" ".join(words)))
            assert done.exit_code == 0, (command, done.output)
        if words[0] == "rename":
            ids = {short: words[-1] if path == words[1] else path.replace(*words[1:]) for short, path in ids.items()}


def test_what_cannot_happen_does_not_happen(editor: Editor) -> None:
    path = editor.claim("Wind output in Ireland rose")
    editor.edit(path, "rose", "soared")
    left = editor.read(path)
    assert editor.type("build").exit_code == 1
    assert not (editor.root / "site").exists()
    editor.type("extract")
    assert editor.read(path) == left


def test_the_commands_that_empty_the_house_leave_no_word_of_the_old_dossier(tmp_path: Path) -> None:
    page = (PROJECT / "docs/about/new-dossier.md").read_text("utf-8")
    emptying = re.findall(r"^```sh\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)[0]
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    for path in ("sources/old.txt", "claims/old/p01.yaml", "docs/articles.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("old")
    old = site_words(tmp_path)
    who = "git -c user.name=A -c user.email=a@example.org"
    for command in ("git init -q", "git add .", f"{who} commit -q -m all", emptying):
        subprocess.run(command, shell=True, cwd=tmp_path, check=True)
    kept = (tmp_path / "mkdocs.yml").read_text("utf-8")
    assert not list((tmp_path / "sources").iterdir()) and not list(tmp_path.glob("claims/*/*.*"))
    assert old[0] not in kept and old[1] not in " ".join(kept.split())
    assert site_words(tmp_path) == ("A new dossier", "")
    assert not (tmp_path / "docs/articles.md").exists() and "articles.md" not in kept
    named = re.findall(r"[A-Z]\w+", old[0])
    assert named and not set(named) & set(re.findall(r"\w+", (PROJECT / "docs/method.md").read_text("utf-8")))
    assert "hooks: [build_dossier.py]" in kept and "site_url:" in kept
