"""`diff` on real revisions: it says what a change means, or in one line why it cannot."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from editing.conftest import Editor

PERSON = ("-c", "user.name=A. Editor", "-c", "user.email=a@example.org")


def git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", *PERSON, *words], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def kept(editor: Editor) -> Editor:
    """The dossier with one commit."""
    git(editor.root, "init", "-qb", "main")
    editor.write(".gitignore", ".cache/\n")
    git(editor.root, "add", "-A")
    git(editor.root, "commit", "-qm", "base")
    return editor


def commit(editor: Editor) -> None:
    git(editor.root, "add", "-A")
    git(editor.root, "commit", "-qm", "change")


def test_names_lead_to_the_repository_at_that_commit_and_to_the_site(kept: Editor, monkeypatch) -> None:
    monkeypatch.setenv("REPO_URL", "https://example.org/a/b")
    more = 'repo_url: !ENV [REPO_URL, "https://example.org/none"]\nsite_url: https://example.org/site/\n'
    kept.write("mkdocs.yml", kept.read("mkdocs.yml") + more)
    commit(kept)
    path = kept.claim("Wind output in Ireland rose")
    kept.edit(path, "statement: ", "statement: As we read it, ")
    commit(kept)
    text = kept.type("diff", "HEAD~1").stdout
    line = kept.read(path).splitlines().index(next(n for n in kept.read(path).splitlines() if "As we read" in n)) + 1
    assert f"(https://example.org/a/b/blob/{git(kept.root, 'rev-parse', 'HEAD')}/{path}#L{line})" in text
    assert "([page](https://example.org/site/sources/" in text


def test_a_base_without_claims_is_all_additions(editor: Editor) -> None:
    git(editor.root, "init", "-qb", "main")
    git(editor.root, "commit", "-q", "--allow-empty", "-m", "nothing yet")
    done = editor.type("diff", "HEAD")
    assert done.exit_code == 0
    assert f"## Claims added ({len(editor.files('claims/*/p[0-9]*.yaml'))})" in done.stdout


def test_a_head_with_errors_says_so_first(kept: Editor) -> None:
    path = kept.claim("Wind output in Ireland rose")
    kept.write(path, kept.read(path) + "themes: [\n")
    text = kept.type("diff", "main").stdout
    assert text.startswith("# What this change means\n\n## Errors: nothing is published until they are fixed (1)")
    assert "## Claims that cannot be read now (1)" in text and "Claims removed" not in text


def test_a_link_out_of_the_repository_is_not_followed(kept: Editor) -> None:
    (kept.root / "claims/outside").symlink_to("/etc")
    (kept.root / "sources/secret.txt").symlink_to("/etc/passwd")
    commit(kept)
    done = kept.type("diff", "HEAD~1", "HEAD")
    assert done.exit_code == 0 and "root:" not in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [(("nowhere",), "git has no 'nowhere' here"), (("main", "nowhere"), "git has no 'nowhere' here"),
     (("--", "--output=x"), "is not a revision"), (("main:claims",), "git has no 'main:claims' here")],
)  # fmt: skip
def test_what_is_no_revision_is_told(kept: Editor, words: tuple[str, ...], said: str) -> None:
    done = kept.type("diff", *words)
    assert done.exit_code == 2 and said in done.stderr


def test_a_shallow_clone_is_told_how_to_get_the_rest(kept: Editor, tmp_path: Path) -> None:
    first = git(kept.root, "rev-parse", "HEAD")
    kept.write("claims/note.txt", "x\n")
    commit(kept)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{kept.root}", "shallow")
    done = Editor(tmp_path / "shallow").type("diff", first)
    assert done.exit_code == 2 and "git fetch --unshallow" in done.stderr


def test_without_git_one_line_says_so(editor: Editor, monkeypatch, tmp_path: Path) -> None:
    assert "git has no 'main' here" in editor.type("diff", "main").stderr
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git is not installed here" in editor.type("diff", "main").stderr


def test_a_branch_that_only_the_other_side_has_is_named_as_it_is_called_here(kept: Editor, tmp_path: Path) -> None:
    git(kept.root, "checkout", "-qb", "ana/date")
    git(tmp_path, "clone", "-q", f"file://{kept.root}", "clone")
    here = Editor(tmp_path / "clone")
    assert "did you mean 'origin/main'?" in here.type("diff", "main").stderr
    assert here.type("diff", "origin/main", "ana/date").stdout.endswith("compared here.\n")


def test_a_file_saved_on_windows_still_leads_to_the_repository(kept: Editor, tmp_path: Path) -> None:
    path = kept.claim("Wind output in Ireland rose")
    kept.write(".gitattributes", "claims/** text eol=lf\n")
    kept.write("mkdocs.yml", kept.read("mkdocs.yml") + "repo_url: https://example.org/a/b\n")
    commit(kept)
    saved = kept.read(path).replace("statement: ", "statement: As we read it, ").replace("\n", "\r\n")
    (tmp_path / "saved").write_bytes(saved.encode())
    blob = git(kept.root, "hash-object", "-w", "--no-filters", str(tmp_path / "saved"))
    git(kept.root, "update-index", "--cacheinfo", f"100644,{blob},{path}")
    git(kept.root, "commit", "-qm", "as a browser sends it")
    git(tmp_path, "clone", "-q", f"file://{kept.root}", "clone")
    here = Editor(tmp_path / "clone")
    at = f"](https://example.org/a/b/blob/{git(here.root, 'rev-parse', 'HEAD')}/{path}"
    assert at in here.type("diff", "HEAD~1").stdout
    here.edit(path, "As we read it", "As nobody has read it yet")
    assert at not in here.type("diff", "HEAD~1").stdout
