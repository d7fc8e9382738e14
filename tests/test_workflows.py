"""What the workflows run on GitHub also runs here, on a pull request that corrects a claim of this dossier."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from folder import PROJECT

WORKFLOWS = sorted((PROJECT / ".github/workflows").glob("*.yml"))
STEPS = {
    step["run"]: step.get("env", {})
    for file in WORKFLOWS
    for job in yaml.safe_load(file.read_text("utf-8"))["jobs"].values()
    for step in job["steps"]
    if "run" in step
}
CORRECTED = "As an editor reads it."
BY_OTHERS = "As others read another claim."
# Said elsewhere here: the environment is what these tests run in, and they are what the last two call.
RUNNING_NOW = {"-m pip install", "-m pytest", ".ci/run"}


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What GitHub checks out: a pull request that corrects a claim, merged into a main branch that went on since."""
    target = tmp_path_factory.mktemp("clone") / "dossier"
    subprocess.run(["git", "clone", "-q", str(PROJECT), str(target)], check=True)
    for name in ("claims", "sources", "docs", "dossier"):
        shutil.copytree(PROJECT / name, target / name, dirs_exist_ok=True)
    for name in ("mkdocs.yml", "build_dossier.py"):
        shutil.copy(PROJECT / name, target)
    first, second = sorted(target.glob("claims/*-*/p*.yaml"))[:2]
    git(target, "checkout", "-q", "-B", "main")
    commit(target, "the files as they are now")
    git(target, "checkout", "-q", "-b", "editor/change")
    reword(first, CORRECTED)
    commit(target, "a correction")
    git(target, "checkout", "-q", "main")
    reword(second, BY_OTHERS)
    commit(target, "what others did since")
    git(target, "merge", "-q", "--no-ff", "-m", "as GitHub tries it", "editor/change")
    return target


def git(root: Path, *words: str) -> None:
    person = ("-c", "user.name=A. Editor", "-c", "user.email=a@example.org")
    subprocess.run(["git", *person, *words], cwd=root, check=True, capture_output=True)


def commit(root: Path, why: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", why)


def reword(claim: Path, statement: str) -> None:
    lines = claim.read_text("utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("statement:"))
    claim.write_text("\n".join([*lines[:at], f"statement: {statement}", *lines[at + 1 :], ""]), "utf-8")


@pytest.mark.parametrize("command", [c for c in STEPS if not any(part in c for part in RUNNING_NOW)])
def test_every_step_of_the_workflows_runs_in_a_clone(command: str, clone: Path) -> None:
    summary = clone.parent / "summary.md"
    tools = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    settings = {
        "PATH": tools,
        "GITHUB_STEP_SUMMARY": str(summary),
        "REPO_URL": "https://example.org/a/b",
    }
    done = subprocess.run(
        ["bash", "-e", "-c", command],
        cwd=clone,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    if "STEP_SUMMARY" in command:
        told = summary.read_text("utf-8")
        assert "# What this change means" in told and CORRECTED in told and BY_OTHERS not in told
        assert "](https://example.org/a/b/blob/" in told, "the files are those of a commit, so names lead to them"


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda f: f.name)
def test_workflows_are_safe_for_strangers_pull_requests(file: Path) -> None:
    text = file.read_text("utf-8")
    assert "pull_request_target" not in text
    assert "secrets." not in text
    assert yaml.safe_load(text)["permissions"] == {"contents": "read"}
    actions = [
        step["uses"] for job in yaml.safe_load(text)["jobs"].values() for step in job["steps"] if "uses" in step
    ]
    assert all(len(action.partition("@")[2]) == 40 for action in actions), "actions are pinned to a commit"


def test_continuous_integration_calls_the_readmes_test_command() -> None:
    assert "make test" in (PROJECT / ".ci/run").read_text("utf-8")
    assert "make test" in (PROJECT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda f: f.name)
def test_nothing_worked_out_before_comes_in_with_a_change(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.index("rm -rf .cache") < text.index("build_dossier.py")
