"""The dossier in real repositories: other line ends, unfinished merges, shallow clones, worktrees, no git at all."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from editing.conftest import Editor, editor
from folder import PROJECT

from dossier.assemble import extract, read_dossier
from dossier.problems import errors

__all__ = ["editor"]  # a fixture


def git(root: Path, *words: str, fine: bool = True) -> str:
    command = ["git", "-c", "user.name=A. Editor", "-c", "user.email=a@example.org", *words]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert not fine or done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def repository(editor: Editor) -> Editor:
    """The dossier after its first extraction, committed."""
    for name in (".gitattributes", ".gitignore"):
        shutil.copy(PROJECT / name, editor.root)
    git(editor.root, "init", "-q", "-b", "main")
    git(editor.root, "add", "-A")
    git(editor.root, "commit", "-qm", "base")
    git(editor.root, "tag", "base")
    return editor


def cloned(repository: Editor, to: Path, *options: str) -> Editor:
    git(to.parent, "clone", "-q", *options, f"file://{repository.root}", str(to))
    return Editor(to)


@pytest.mark.parametrize("autocrlf", ["true", "input", "false"])
def test_line_ends_of_another_system_make_no_file_a_persons(
    repository: Editor, tmp_path: Path, autocrlf: str
) -> None:
    other = cloned(repository, tmp_path / "other", "-c", f"core.autocrlf={autocrlf}", "-c", "core.eol=crlf")
    assert other.tree("claims") == repository.tree("claims")
    assert other.tree("sources") == repository.tree("sources")
    saved = extract(other.root).saved
    assert not any(s.written or s.refreshed or s.withdrawn or s.covered for s in saved)
    assert git(other.root, "status", "--porcelain") == ""


def test_without_our_attributes_changed_line_ends_count_as_a_persons_and_nothing_is_lost(
    repository: Editor, tmp_path: Path
) -> None:
    (repository.root / ".gitattributes").unlink()
    git(repository.root, "commit", "-qam", "no attributes")
    other = cloned(repository, tmp_path / "other", "-c", "core.autocrlf=true")
    before = other.tree("claims")
    assert any(b"\r\n" in data for data in before.values())
    for _ in range(2):
        assert not errors(extract(other.root).problems)
        assert {p: d for p, d in other.tree("claims").items() if not p.endswith("_extracted.yaml")} == {
            p: d for p, d in before.items() if not p.endswith("_extracted.yaml")
        }


def test_a_merge_nobody_finished_is_one_clear_message(repository: Editor) -> None:
    path = repository.claim("Wind output in Ireland rose")
    for branch, word in (("left", "grew"), ("right", "went up")):
        git(repository.root, "checkout", "-q", "-b", branch, "main")
        text = repository.read(path)
        line = next(n for n in text.splitlines() if n.startswith("statement:"))
        repository.edit(path, line, f"statement: Wind output {word}.")
        git(repository.root, "commit", "-qam", branch)
    git(repository.root, "merge", "-q", "left", fine=False)
    assert "<<<<<<<" in repository.read(path)
    before = repository.tree("claims")
    found = [line for line in repository.type("check").stdout.splitlines() if line.startswith(path)]
    assert len(found) == 1 and "both sides of an unfinished merge [merge-conflict]" in found[0]
    assert errors(extract(repository.root).problems)
    assert repository.tree("claims") == before


@pytest.mark.parametrize("committed", [False, True])
def test_a_folder_deleted_with_its_ledger_is_drafted_anew_and_comes_back_as_the_message_says(
    repository: Editor, committed: bool
) -> None:
    path = repository.claim("Wind output in Ireland rose")
    repository.edit(path, "status: draft", "status: reviewed  # mine")
    (repository.root / repository.claim("The grid in Ireland is not ready")).unlink()
    git(repository.root, "commit", "-qam", "a person's work")
    before = repository.tree("claims")
    folders = ("claims/calm", "claims/irish-wind")
    for folder in folders:
        shutil.rmtree(repository.root / folder)
    if committed:
        git(repository.root, "commit", "-qam", "both folders gone")
    told = repository.type("extract")
    assert told.exit_code == 0 and told.stdout.count("was deleted together with its ledger") == 2
    assert "deleted together" not in repository.type("extract").stdout
    assert repository.read(path).endswith("status: draft\n")
    for folder, command in zip(folders, re.findall(r"then: git (restore .+)", told.stdout), strict=True):
        shutil.rmtree(repository.root / folder)
        git(repository.root, *command.split())
    assert repository.tree("claims") == before
    assert "deleted together" not in repository.type("extract").stdout
    assert repository.tree("claims") == before


def test_an_unfinished_merge_in_the_ledger_changes_nothing(repository: Editor) -> None:
    ledger = "claims/calm/_extracted.yaml"
    text = repository.read(ledger)
    repository.write(ledger, f"<<<<<<< ours\n{text}=======\n{text}>>>>>>> theirs\n")
    before = repository.tree("claims")
    assert "[ledger]" in repository.type("extract").stdout
    assert repository.tree("claims") == before


def test_a_ledger_put_together_from_both_sides_as_its_message_says_makes_no_file_the_tools(
    repository: Editor,
) -> None:
    ledger = "claims/calm/_extracted.yaml"
    text = repository.read(ledger)
    edited = repository.claim("The price of electricity fell")
    repository.edit(edited, "status: draft", "status: reviewed")
    theirs = text.replace(re.findall("sha256: (.+)", text)[0], "0" * 64)
    repository.write(ledger, f"<<<<<<< ours\n{text}=======\n{theirs}>>>>>>> theirs\n")
    assert "delete the lines with <<<<<<<, ======= and >>>>>>>" in repository.type("check").stdout
    repository.write(ledger, theirs)  # the marks deleted, and of what stood twice one entry
    before = repository.tree("claims")
    assert not errors(extract(repository.root).problems)
    assert repository.tree("claims") == before


def test_two_branches_with_a_new_theme_each_do_not_clash_in_the_schemas(repository: Editor) -> None:
    themes = "claims/codebook/themes.yaml"
    for branch, theme in (("left", "hydro-power"), ("right", "the-grid")):
        git(repository.root, "checkout", "-q", "-b", branch, "main")
        at = "wind-power:" if branch == "left" else "  words: [wind, wind farm, turbine]\n"
        new = f"{theme}:\n  title: New\n  words: [{branch}]\n"
        repository.edit(themes, at, f"{new}{at}" if branch == "left" else f"{at}{new}")
        assert not errors(extract(repository.root).problems)
        git(repository.root, "add", "-A")
        git(repository.root, "commit", "-qm", branch)
    git(repository.root, "merge", "-q", "left", "-m", "both")
    assert not errors(extract(repository.root).problems)
    assert not [p for p in read_dossier(repository.root)[1] if p.rule == "old-schema"]
    offered = repository.read("docs/assets/schema/claim.schema.json")
    assert all(offered.count(f'"{theme}"') == 1 for theme in ("hydro-power", "the-grid"))


BRANCHES = ("corrected", "rejected", "added", "engine")


@pytest.mark.parametrize("order", list(itertools.permutations(BRANCHES))[::5])
def test_branches_merged_in_any_order_keep_what_each_person_did(repository: Editor, order: tuple[str, ...]) -> None:
    rose, price = repository.claim("Wind output in Ireland rose"), repository.claim("The price of electricity fell")
    grid = repository.claim("The grid in Ireland is not ready")

    def corrected() -> None:
        repository.edit(rose, "statement: ", "statement: As we read it, ")

    def rejected() -> None:
        repository.edit(price, "status: draft", "status: rejected  # hydro power")
        repository.delete(grid)

    def added() -> None:
        repository.write(
            "claims/calm/mine.yaml", "quote: >-\n  not ready for more\nstatement: Mine.\nstatus: rejected\n"
        )

    def engine() -> None:
        repository.edit("claims/codebook/themes.yaml", "[wind, wind farm, turbine]", "[wind, electricity]")
        assert not errors(extract(repository.root).problems)

    for branch, work in zip(BRANCHES, (corrected, rejected, added, engine)):
        git(repository.root, "checkout", "-q", "-b", branch, "main")
        work()
        git(repository.root, "add", "-A")
        git(repository.root, "commit", "-qm", branch)
    theirs = {}
    for branch, path in (("corrected", rose), ("rejected", price), ("added", "claims/calm/mine.yaml")):
        theirs[path] = git(repository.root, "show", f"{branch}:{path}")
    git(repository.root, "checkout", "-q", "main")
    for branch in order:
        git(repository.root, "merge", "-q", "-X", "theirs", "-m", branch, branch, fine=False)
        for path in git(repository.root, "diff", "--name-only", "--diff-filter=U").split():
            # Where the tool refreshed what a person changed or deleted, the person's side is taken.
            owner = next((b for b in BRANCHES[:3] if git(repository.root, "diff", "base", b, "--", path)), "engine")
            keep = git(repository.root, "ls-tree", owner, "--", path)
            git(repository.root, *(("checkout", owner, "--", path) if keep else ("rm", "-q", "--", path)))
        git(repository.root, "add", "-A")
        git(repository.root, "commit", "-qm", f"merge {branch}", fine=False)
    merged = {path: repository.read(path) for path in theirs}
    for _ in range(2):
        assert not errors(extract(repository.root).problems)
        assert {path: repository.read(path) for path in theirs} == merged
        assert not (repository.root / grid).exists(), "deleted, and made again"
    assert merged["claims/calm/mine.yaml"] == theirs["claims/calm/mine.yaml"]
    assert "hydro power" in merged[price] and "As we read it" in merged[rose]


def test_a_shallow_clone_works_and_says_what_it_cannot_compare(repository: Editor, tmp_path: Path) -> None:
    repository.edit(repository.claim("Wind output in Ireland rose"), "status: draft", "status: reviewed")
    git(repository.root, "commit", "-qam", "reviewed")
    shallow = cloned(repository, tmp_path / "shallow", "--depth", "1")
    assert shallow.type("check").output == ""
    assert shallow.type("diff", "HEAD").exit_code == 0
    done = shallow.type("diff", "HEAD~1")
    assert done.exit_code == 2 and "git has no 'HEAD~1' here" in done.stderr
    assert read_dossier(shallow.root)[0].claims == read_dossier(repository.root)[0].claims


def test_a_worktree_or_submodule_has_a_git_file_instead_of_a_folder(repository: Editor, tmp_path: Path) -> None:
    git(repository.root, "worktree", "add", "-q", str(tmp_path / "tree"), "-b", "other")
    tree = Editor(tmp_path / "tree")
    assert (tree.root / ".git").is_file()
    tree.edit(tree.claim("Wind output in Ireland rose"), "status: draft", "status: reviewed")
    git(tree.root, "commit", "-qam", "Checked against the report")
    assert [c.what for c in read_dossier(tree.root)[0].corrections] == ["reviewed"]
    assert tree.type("diff", "main").exit_code == 0


def test_without_git_all_but_the_comparison_works(editor: Editor, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert editor.type("check").output == ""
    assert editor.type("extract").exit_code == 0
    done = editor.type("diff", "main")
    assert done.exit_code == 2 and "git is not installed here" in done.stderr
    monkeypatch.undo()
    assert shutil.which("git")
    done = editor.type("diff", "main")
    assert done.exit_code == 2 and "Traceback" not in done.output


def test_names_fit_on_every_disk_and_differ_in_more_than_capitals(editor: Editor) -> None:
    sentence = "Wind " + "output" * 60 + " in Ireland rose in {}, the Grid Operator said, by 30 percent."
    text = "\n\n".join([sentence.format(2023), sentence.format(2023).replace("Grid", "grid"), sentence.format(2024)])
    editor.write("sources/calm.txt", text + "\n")
    assert not errors(extract(editor.root).problems)
    names = [f.name for f in (editor.root / "claims/calm").iterdir()]
    assert len(names) > 2
    assert all(len(name.encode()) < 140 for name in names)
    assert len({name.casefold() for name in names}) == len(names)
