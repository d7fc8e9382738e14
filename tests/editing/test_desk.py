"""The editor's desk: what waits for a person, with the way to it; readers do not get it."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
import urllib.request
from html import unescape

import pytest
from folder import PROJECT

from dossier.assemble import read_dossier
from dossier.publishing.site import build_site
from dossier.rendering.pages.desk import desk
from dossier.rendering.view import SiteOptions, View
from editing.conftest import Editor

REPOSITORY = "https://github.com/someone/dossier/edit/main/"


def sections(editor: Editor, edit: str = REPOSITORY) -> dict[str, str]:
    """The desk's sections by their anchors, as text with the addresses of links."""
    html = desk(View(read_dossier(editor.root)[0], SiteOptions(edit=edit))).html
    parts = re.split(r'<h2 id="(\w+)">', html)
    shown = (unescape(re.sub(r'<a href="([^"]*)">|<[^>]*>', r" \1 ", part)) for part in parts[2::2])
    return dict(zip(parts[1::2], (" ".join(text.split()) for text in shown)))


def test_drafts_come_in_the_order_of_what_hangs_on_them(editor: Editor) -> None:
    drafts = sections(editor)["drafts"]
    path = editor.claim("Wind output in Ireland rose")
    assert drafts.index("rose sharply") < drafts.index("largest source")
    assert drafts.index("fell in 2023") < drafts.index("largest source")
    assert f"{REPOSITORY}{path}" in drafts


def test_a_reviewed_claim_leaves_the_drafts(editor: Editor) -> None:
    editor.edit(editor.claim("Wind output in Ireland rose"), "status: draft", "status: reviewed")
    assert "rose sharply" not in sections(editor)["drafts"]


def test_a_stale_decision_stands_there_with_the_line_that_renews_it(editor: Editor) -> None:
    rose, fell = editor.claim("Wind output in Ireland rose"), editor.claim("Wind output in Ireland fell")
    editor.type("decide", rose, fell, "--as", "dismissed", "--because", "Land and sea.")
    assert "Nothing to do here." in sections(editor)["stale"]
    editor.edit(rose, "statement: ", "statement: As we read it, ")
    stale = sections(editor)["stale"]
    assert "Land and sea." in stale and 'seen: "' in stale
    assert f"{REPOSITORY}claims/codebook/questions/output-rising.yaml" in stale
    assert re.findall(r'seen: "\w+"', stale) == re.findall(r'seen: "\w+"', editor.type("check").stdout)


def test_claims_without_a_position_stand_beside_questions_they_may_answer(editor: Editor) -> None:
    waiting = sections(editor)["positions"]
    assert "Onshore wind farms were the largest source" in waiting
    assert "perhaps questions/output-rising.html Is wind output in Ireland rising?" in waiting
    assert "rose sharply" not in waiting


def test_a_question_that_one_source_answers_waits_for_another(editor: Editor) -> None:
    assert "Nothing to do here." in sections(editor)["questions"]
    editor.edit(editor.claim("Wind output in Ireland fell"), "status: draft", "status: rejected")
    assert "Is wind output in Ireland rising?" in sections(editor)["questions"]


def test_a_sentence_nobody_claimed_has_the_command_and_the_page_to_begin(editor: Editor) -> None:
    editor.delete(editor.claim("The grid in Ireland is not ready"))
    sentences = sections(editor)["sentences"]
    words = "The grid in Ireland is not ready for more turbines."
    assert f'new claim calm --quote "{words}"' in sentences
    assert (
        "https://github.com/someone/dossier/new/main?filename=claims%2Fcalm%2Fp01-the-grid-in-ireland-is.yaml"
        in sentences
    )
    assert "Will it last?" not in sentences
    done = editor.type("new", "claim", "calm", "--quote", words)
    assert done.exit_code == 0
    assert words not in sections(editor)["sentences"]


def test_what_github_is_filled_with_is_a_right_claim(editor: Editor) -> None:
    editor.delete(editor.claim("The grid in Ireland is not ready"))
    html = desk(View(read_dossier(editor.root)[0], SiteOptions(edit=REPOSITORY))).html
    (query,) = re.findall(r'/new/main\?([^"]+)"', html)
    fields = dict(part.split("=", 1) for part in unescape(query).split("&"))
    path, text = (urllib.request.unquote(fields[key].replace("+", " ")) for key in ("filename", "value"))
    editor.write(path, text)
    assert editor.type("check").output == ""


def test_a_source_without_a_date_waits_for_one(editor: Editor) -> None:
    editor.edit("sources/calm.yaml", "issued: 2024-01\n", "")
    assert f"{REPOSITORY}sources/calm.yaml" in sections(editor)["undated"]


def test_without_a_repository_the_desk_names_the_files(editor: Editor) -> None:
    found = sections(editor, edit="")
    assert editor.claim("Wind output in Ireland rose") in found["drafts"]
    assert "github.com" not in "".join(found.values())


def test_readers_do_not_get_the_desk_unless_it_is_asked_for(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", "yesterday")  # which MkDocs reads in the middle of its work
        assert "SOURCE_DATE_EPOCH" in build_site(editor.root)
    editor.edit("claims/codebook/themes.yaml", "wind-power:\n", "new-theme:\n  title: New\nwind-power:\n")
    assert build_site(editor.root) == ""
    assert not (editor.root / "site/desk.html").exists()
    assert "desk.html" not in editor.read("site/index.html") + editor.read("site/search/search_index.json")
    schema = json.loads(editor.read("site/assets/schema/claim.schema.json"))
    assert "new-theme" in schema["properties"]["themes"]["items"]["enum"]

    assert build_site(editor.root, desk=True) == ""
    assert "Drafts to review" in editor.read("site/desk.html")
    assert 'href="desk.html"' in editor.read("site/index.html")


def test_who_serves_the_site_to_themselves_gets_the_desk(editor: Editor) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    words = [
        sys.executable,
        str(PROJECT / "build_dossier.py"),
        "--root",
        str(editor.root),
        "serve",
        "--address",
        address,
    ]
    served = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"http://{address}/desk.html", timeout=5) as answer:
                    assert "Drafts to review" in answer.read().decode()
                    return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the desk was not served")
    finally:
        served.kill()
        served.wait()
