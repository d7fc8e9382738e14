"""Text of strangers in places that are no field of a claim: the codebook's names, git's history, the environment."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from editing.conftest import Editor

from dossier.assemble import read_dossier
from dossier.editing.history import corrections
from dossier.editing.schemas import write_schemas
from dossier.publishing.site import build_site
from dossier.rendering.render import exports_of, pages_of
from dossier.rendering.view import SiteOptions
from dossier.store.spelling import inline
from hostile.attack import PAYLOADS
from hostile.test_pull_request import Reader, plain

NAMES = ("script", "quote-and-tag", "apostrophe-and-event", "ends-of-ours", "markdown-link", "jinja", "json-break",
         "json-double-escape", "settings-of-theme", "style-end", "formula", "xml-end", "bibtex", "right-to-left-open",
         "address", "svg-load")  # fmt: skip


def with_names(editor: Editor, texts: dict[str, str]) -> dict[str, Reader]:
    """Every page of the dossier with these texts as titles of regions and themes, names, words."""
    regions = "".join(f"  r-{n}:\n    title: {inline(t)}\n    members: [IE]\n" for n, t in texts.items())
    names = "".join(f"  {inline(t)}: [r-{n}]\n" for n, t in texts.items())
    editor.write("claims/codebook/places.yaml", f"regions:\n{regions}names:\n{names}")
    editor.write(
        "claims/codebook/events.yaml",
        "".join(f"e-{n}:\n  date: 2023-06\n  words: [{inline(t)}]\n" for n, t in texts.items()),
    )
    editor.write(
        "claims/codebook/groups.yaml",
        "".join(f"g-{n}:\n  words: [wind]\n  description: {inline(t)}\n" for n, t in texts.items()),
    )
    for path in editor.files("claims/*/p*.yaml"):
        text = editor.read(path).replace("countries: [IE]", f"countries: [{', '.join(f'r-{n}' for n in texts)}]")
        editor.write(path, text)
    first = inline(next(iter(texts.values())))
    editor.edit("sources/calm.yaml", "language: en", f"language: en\ncontainer-title-short: {first}")
    dossier, problems = read_dossier(editor.root)
    assert [str(p) for p in problems if p.severity == "error" and p.rule != "bad-cue"] == []
    options = SiteOptions(url="https://example.org/", edit="https://example.org/edit/main")
    pages = {}
    for page in pages_of(dossier, options):
        pages[page.path] = Reader()
        pages[page.path].feed(page.html)
    for path, text in exports_of(dossier, options).items():
        if path.endswith(".json"):
            json.loads(text)
    return pages


def test_names_of_the_codebook_stay_text(editor: Editor) -> None:
    attacked = with_names(editor, {name: PAYLOADS[name] for name in NAMES})
    told = plain("".join(text for page in attacked.values() for text in page.text))
    assert all(plain(PAYLOADS[name]) in told for name in NAMES)
    for path, page in attacked.items():
        assert not {name for name in page.attributes if name.startswith("on")}, path
        assert not page.tags & {"iframe", "img", "base", "object", "embed", "style", "meta", "link"}, path
        assert not page.comments and not any("<" in text for text in page.scripts), path
        assert all(address.startswith("https://example.org/") or ":" not in address for address in page.addresses), (
            path
        )


def test_names_of_the_codebook_stay_text_in_the_schemas(editor: Editor) -> None:
    with_names(editor, {name: PAYLOADS[name] for name in NAMES})
    assert write_schemas(editor.root, read_dossier(editor.root)[0].codebook) == []
    schema = json.loads(editor.read("docs/assets/schema/claim.schema.json"))
    assert all(
        PAYLOADS[name] in json.dumps(schema, ensure_ascii=False).replace('\\"', '"') for name in ("script", "jinja")
    )


SUBJECTS = {
    "a mark between entries": "Fix \x1e this",
    "an entry of its own": f"Fix\x1e{'0' * 40}\t2020-01-01\tForged",
    "tabs": "Fix\tthat\tand this",
    "colours": "Fix \x1b[31mred\x1b[0m",
    "a carriage return": "Fix\rthis",
    "bytes that are no text": b"Fix \xff\xfe this",
    "formats": "%H %x00 %s {0}",
    "markup": PAYLOADS["ends-of-ours"],
    "nothing": "",
}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_commits_subject_is_only_a_reason_in_the_list_of_corrections(tmp_path: Path, subject: str) -> None:
    claim = tmp_path / "claims/calm/p01-x.yaml"
    claim.parent.mkdir(parents=True)
    claim.write_text("quote: >-\n  Wind\nstatement: It fell.\n", "utf-8")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/calm.yaml").write_text("title: Calm\n", "utf-8")
    git = ["git", "-C", str(tmp_path), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "-A"], check=True)
    said = SUBJECTS[subject]
    message = said if isinstance(said, bytes) else said.encode()
    subprocess.run([*git, "commit", "-q", "--allow-empty-message", "-F", "-"], input=message, check=True)
    (found,) = corrections(tmp_path)
    assert (found.claim, found.what) == ("calm/p01-x", "added")
    assert found.day != "2020-01-01" and "\0" not in found.reason


ADDRESSES = {
    "SITE_URL": 'https://x.example/"><script>alert(1)</script>/',
    "REPO_URL": 'https://github.com/a/b" onmouseover="alert(1)',
    "EDIT_URI": "../../'><script>alert(1)</script>/",
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_an_address_that_would_break_out_of_pages_stops_the_build(
    editor: Editor, name: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(name, ADDRESSES[name])
    assert build_site(editor.root)
    assert f"{name.lower()} holds a character that no address has" in caplog.text
    assert not (editor.root / "site").exists()


@pytest.mark.parametrize("name", ["SITE_URL", "REPO_URL"])
def test_an_address_that_is_a_script_stops_the_build(
    editor: Editor, name: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(name, "javascript:alert(1)//")
    assert build_site(editor.root)
    assert "isn't valid" in caplog.text
    assert not (editor.root / "site").exists()


@pytest.mark.parametrize(
    "said", ["site_dir: .", "site_dir: ''", "site_dir: [a]", "site_url: !ENV []\nrepo_url: !ENV"]
)
def test_odd_settings_of_the_site_end_no_command(editor: Editor, said: str) -> None:
    editor.write("mkdocs.yml", f"{editor.read('mkdocs.yml')}{said}\n")
    assert editor.type("check").exit_code == 0
    subprocess.run(["git", "init", "-q"], cwd=editor.root, check=True)
    assert "git has no 'HEAD' here" in editor.type("diff", "HEAD").stderr


@pytest.mark.parametrize("way", ["docs/../claims", "./sources", "../{name}/claims/x", "{root}/claims"])
def test_a_site_in_the_place_of_the_claims_is_told_before_anything_is_built(editor: Editor, way: str) -> None:
    place = way.format(name=editor.root.name, root=editor.root)
    editor.write("mkdocs.yml", f"{editor.read('mkdocs.yml')}site_dir: {place}\n")
    assert "the site would replace everything in" in editor.type("check").stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [("---\na: b\n", "a second document begins here after '---'"),
     ("%YAML 9.9\n---\na: b\n", "a line that begins with '%' says how to read the file")],
)  # fmt: skip
def test_settings_that_are_no_yaml_are_told_in_plain_words(editor: Editor, text: str, said: str) -> None:
    before = "" if text.startswith("%") else editor.read("mkdocs.yml")
    editor.write("mkdocs.yml", before + text)
    assert said in editor.type("check").stdout


@pytest.mark.parametrize("path", ["docs/mine.md", "docs/assets/mine.txt", "docs/more", "sources/mine.txt"])
@pytest.mark.parametrize("leads", ["/etc/hosts", ".git/config", "/etc", "..", "nowhere"])
def test_no_link_publishes_what_is_not_of_the_dossier(editor: Editor, path: str, leads: str) -> None:
    editor.write(".git/config", "The key is 1234.\n")
    editor.write("docs/index.md", "# Hello\n")
    target = Path(leads) if leads.startswith("/") else editor.root / leads
    (editor.root / path).parent.mkdir(parents=True, exist_ok=True)
    (editor.root / path).symlink_to(target)
    done = editor.type("check")
    assert done.exit_code == 1 and f"{path}:1:1: error: this " in done.output, done.output


def test_a_link_to_a_page_of_the_dossier_is_a_page(editor: Editor) -> None:
    editor.write("README.md", "# Hello\n")
    editor.write("docs/index.md", "# Hello\n")
    (editor.root / "docs/read.md").symlink_to("../README.md")
    assert editor.type("check").exit_code == 0


def test_a_page_whose_name_is_no_text_is_told(editor: Editor) -> None:
    editor.write("docs/index.md", "# Hello\n")
    (editor.root / os.fsdecode(b"docs/p\xff.md")).write_text("# Hello\n", "utf-8")
    assert "error: this name holds what is no letter [bad-name]" in editor.type("check").output
