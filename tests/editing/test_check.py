"""check, as an editor, a pre-commit hook and a pull request call it."""

from __future__ import annotations

import errno
import json
import os
import shlex
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from folder import PROJECT

from dossier.cli import main
from editing.conftest import Editor

Faulty = tuple[str, str]


@pytest.fixture
def faulty(editor: Editor) -> Faulty:
    """Two claims with a fault each: an unknown theme, and a quote that does not stand in its article."""
    theme, quote = editor.claim("The price of electricity fell"), editor.claim("Wind output in Ireland fell")
    editor.edit(theme, "status: draft", "themes: [wind-powr]\nstatus: draft")
    editor.edit(quote, "fell", "rose")
    return theme, quote


def test_paths_limit_the_findings_to_files_and_folders(editor: Editor, faulty: Faulty) -> None:
    theme, quote = (str(editor.root / path) for path in faulty)
    assert editor.type("check").stdout.count("error:") == 2
    done = editor.type("check", theme)
    assert done.exit_code == 1
    assert "[unknown-theme]" in done.stdout and "[quote-not-found]" not in done.stdout
    done = editor.type("check", str(editor.root / "claims/calm"))
    assert "[unknown-theme]" not in done.stdout and "[quote-not-found]" in done.stdout
    assert editor.type("check", theme, quote).stdout.count("error:") == 2
    assert editor.type("check", str(editor.root)).stdout.count("error:") == 2
    assert editor.type("check", str(editor.root / "sources")).exit_code == 0


@pytest.mark.parametrize("path", ["claims/calm/gone.yaml", "/etc/hosts"])
def test_a_path_that_is_not_in_the_dossier_is_told(editor: Editor, path: str) -> None:
    assert editor.type("check", path).exit_code == 2


def test_the_hook_before_a_commit_checks_the_files_of_the_commit(editor: Editor, faulty: Faulty, monkeypatch) -> None:
    (hook,) = yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    program, *words = shlex.split(hook["entry"].removeprefix("python "))
    assert (PROJECT / program).is_file()
    monkeypatch.chdir(editor.root)
    assert editor.type(*words, faulty[0]).exit_code == 1
    assert editor.type(*words, "sources/calm.yaml").exit_code == 0


def test_a_pull_request_gets_ten_annotations_one_for_each_file_first_and_the_rest_as_summary(
    editor: Editor, faulty: Faulty, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    themes = ", ".join(f"<b>no-{n}</b>" for n in range(12))
    editor.edit(faulty[0], "[wind-powr]", f'["{themes.replace(", ", chr(34) + ", " + chr(34))}"]')
    done = editor.type("check", "--format", "github")
    assert done.exit_code == 1
    annotations = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert len(annotations) == 10
    assert {a.partition("file=")[2].partition(",")[0] for a in annotations[:2]} == set(faulty)
    text = summary.read_text("utf-8")
    assert text.startswith("# Before\n## Further findings (3)\n")
    assert text.count("unknown-theme") == 3
    assert "<b>" not in text


def test_without_further_findings_the_summary_stays_as_it_is(editor, faulty, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    editor.type("check", "--format", "github")
    assert (tmp_path / "summary.md").read_text("utf-8") == ""


def test_json_is_for_programs(editor: Editor, faulty: Faulty) -> None:
    found = json.loads(editor.type("check", "--format", "json").stdout)
    assert {(f["path"], f["rule"]) for f in found} == {(faulty[0], "unknown-theme"), (faulty[1], "quote-not-found")}


def test_a_comma_inside_braces_is_explained(editor: Editor) -> None:
    path = editor.claim("Wind met 35 percent")
    text = editor.read(path)
    figure = next(line for line in text.splitlines() if "raw:" in line)
    editor.edit(path, figure, "  - {raw: about 100,000, value: 100000}")
    done = editor.type("check")
    assert "has no key '000'" in done.stdout
    assert "put that text in quotation marks" in done.stdout


def typed(editor: Editor, *words: str, out: int, encoding: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, which writes in the encoding of some other system."""
    surroundings = os.environ | {"PYTHONIOENCODING": encoding}
    command = [sys.executable, str(PROJECT / "build_dossier.py"), *words]
    return subprocess.run(command, cwd=editor.root, stdout=out, stderr=subprocess.PIPE, env=surroundings, check=False)


def test_what_is_kept_in_a_file_is_utf8_on_every_system(editor: Editor) -> None:
    editor.edit(editor.claim("Wind output in Ireland rose"), "status: draft", "status: Łódź")
    done = typed(editor, "check", out=subprocess.PIPE, encoding="latin-1")
    assert done.returncode == 1 and "Łódź" in done.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_where_nothing_can_be_printed_one_line_says_so(editor: Editor) -> None:
    with Path("/dev/full").open("wb") as full:
        done = typed(editor, "explain", "calm", out=full.fileno(), encoding="utf-8")
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["not finished: No space left on device; make room, then run again"]


@pytest.mark.parametrize("folder", ["claims", "sources"])
def test_no_site_is_built_where_something_else_lies(
    editor: Editor, folder: str, caplog: pytest.LogCaptureFixture
) -> None:
    before = editor.tree(folder)
    done = editor.type("build", "--to", str(editor.root / folder))
    assert done.exit_code == 1
    assert f"{editor.root / folder}:1:1: error: the site would replace everything in this folder" in caplog.text
    assert editor.tree(folder) == before


@pytest.mark.parametrize("folder", [".", "..", "claims", "sources/pages"])
def test_no_pages_are_written_among_articles_and_claims(editor: Editor, folder: str) -> None:
    before = sorted(editor.root.parent.rglob("*.md"))
    done = editor.type("render", "--to", str(editor.root / folder))
    assert done.exit_code == 2 and "name a folder of their own" in done.output
    assert sorted(editor.root.parent.rglob("*.md")) == before


def test_no_site_goes_where_a_file_lies(editor: Editor, caplog: pytest.LogCaptureFixture) -> None:
    editor.write("site", "mine")
    assert editor.type("build").exit_code == 1
    assert f"{editor.root / 'site'}:1:1: error: there is a file where the site would go" in caplog.text
    assert editor.read("site") == "mine"


@pytest.mark.parametrize(
    ("port", "told"),
    [("99999", "write host and port, as in 127.0.0.1:8001"), ("", "in use; name another: --address 127.0.0.1:8001")],
)
def test_an_address_where_nothing_can_be_served_is_told(editor: Editor, port: str, told: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = editor.type("serve", "--address", f"127.0.0.1:{port or taken.getsockname()[1]}")
    assert done.exit_code == 2 and told in done.output


SETTINGS = {
    "none": (None, "mkdocs.yml:1:1: error: there is no such file, and it says how the site is built [unreadable]"),
    "NUL": (b"site_name: x\0\n", "mkdocs.yml:1:13: error: control character U+0000 in the text [control-character]"),
    "UTF-16": ("site_name: x\n".encode("utf-16"), "mkdocs.yml:1:1: error: the file cannot be read as UTF-8"),
    "deep": (b"a: " + b"[" * 2000 + b"]" * 2000, "error: too many levels of lists inside lists [too-deep]"),
    "a theme": (b"hooks: [build_dossier.py]\nsite_name: x\ntheme: {name: materiall}\n",
                "mkdocs.yml:3:8: error: 'theme': Unrecognised theme name: 'materiall'."),
}  # fmt: skip


@pytest.mark.parametrize("text, told", SETTINGS.values(), ids=SETTINGS)
def test_settings_by_which_no_site_can_be_built_are_told_at_their_place(
    editor: Editor, text: bytes | None, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    settings = editor.root / "mkdocs.yml"
    settings.unlink()
    if text:
        settings.write_bytes(text)
    done = editor.type("build")
    assert done.exit_code == 1
    assert told in done.stdout + caplog.text
    assert not isinstance(done.exception, UnicodeError | RecursionError)


@pytest.mark.parametrize("command", [("render", "--to", "out"), ("schema",), ("build",)])
def test_a_full_disk_is_told_in_one_line(editor: Editor, command: tuple[str, ...], monkeypatch) -> None:
    editor.write("claims/codebook/themes.yaml", editor.read("claims/codebook/themes.yaml") + "sea: {title: Sea}\n")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("dossier.store.writing.put_in_place", full)
    monkeypatch.setattr("mkdocs.utils.write_file", full)
    monkeypatch.setattr("mkdocs.utils.copy_file", full)
    done = editor.type(*command)
    assert done.exit_code == 1
    assert "No space left on device" in done.stdout
    assert "Traceback" not in done.output


def test_where_nothing_is_any_more_one_line_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    done = CliRunner().invoke(main, ["check"])
    assert done.exit_code == 2 and "the current folder no longer exists" in done.output


def test_a_dossier_without_articles_is_not_taken_for_another_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "claims").mkdir()
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["check"])
    assert done.exit_code == 2 and "has no folder 'sources'" in done.output
