"""A claim under another name: decisions and summaries follow, what held goes on holding, nothing else changes."""

from __future__ import annotations

import hashlib
import re

import pytest

from dossier.assemble import read_dossier
from dossier.model import Claim
from dossier.problems import errors
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
    (message,) = told
    line, column = map(int, re.findall(r":(\d+):(\d+): error", message)[0])
    assert lines[line - 1][column - 1 :].startswith(old), message
    hint = message.partition("hint:")[2]
    named = {int(n) for numbers in re.findall(r"line ([\d, ]+)", hint) for n in numbers.split(", ")}
    assert NEW in hint and named == {n for n, text in enumerate(lines, 1) if re.search(rf"{old}[\],]", text)}
    text = judged.read(QUESTION).replace(f"{old}]", f"{NEW}]").replace(f"[{old},", f"[{NEW},")
    for now in re.findall(r'seen: "[0-9a-f]+"', message):
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
    "calm/p02-rose": "is not in 'calm'",
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


PAGES = "docs/reading.md"
NAMED = "See [the page](sources/{0}.html#p02), `claims/{0}/p02.yaml` and {0}/{1};\n"
NOT_NAMED = "not https://example.org/sources/irish-wind.html, irish-wind/solar, irish-wind or old-irish-wind/{1}.\n"
BY_HAND = {
    "nothing": (),
    "the article": ("sources/irish-wind.txt",),
    "the metadata": ("sources/irish-wind.yaml",),
    "both files": ("sources/irish-wind.txt", "sources/irish-wind.yaml"),
    "the folder": ("claims/irish-wind",),
    "all": ("sources/irish-wind.txt", "sources/irish-wind.yaml", "claims/irish-wind"),
}


@pytest.mark.parametrize("moved", BY_HAND)
def test_an_article_takes_its_claims_and_all_that_names_them_along(judged: Editor, moved: str) -> None:
    stem = id_of(judged.claim("Wind output in Ireland rose")).partition("/")[2]
    judged.write(PAGES, (NAMED + NOT_NAMED).format("irish-wind", stem))
    judged.edit(judged.claim("Wind output in Ireland fell"), "status:", f"note: Not irish-wind/{stem}.\nstatus:")
    before = written(judged)
    for path in BY_HAND[moved]:
        (judged.root / path).rename(judged.root / path.replace("irish-wind", "windy"))
    if BY_HAND[moved]:
        (told,) = errors(read_dossier(judged.root)[1])
        assert "build_dossier.py rename irish-wind windy" in told.hint
    done = judged.type("rename", "irish-wind", "sources/windy.txt")
    assert done.exit_code == 0, done.output
    assert findings(judged) == []
    after = written(judged)
    assert after.pop(PAGES) == (NAMED.format("windy", stem) + NOT_NAMED.format("", stem)).encode()
    del before[PAGES]
    no_claim = rb"(?<!# see )irish-wind/"
    renamed = {p.replace("/irish-wind", "/windy"): re.sub(no_claim, b"windy/", data) for p, data in before.items()}
    assert after == renamed
    assert judged.type("rename", "irish-wind", "windy").exit_code == 0
    assert written(judged).keys() - {PAGES} == after.keys()


def written(editor: Editor) -> dict[str, bytes]:
    """What people and the tool wrote, but for the fingerprints of decisions."""
    seen = re.compile(rb'seen: "[0-9a-f]+"')
    return {path: seen.sub(b"", data) for path, data in editor.tree().items() if not path.startswith(".cache")}


NO_ARTICLE = {
    ("irish-wnd", "windy"): "did you mean 'irish-wind'?",
    ("irish-wind", "calm"): "are both there",
    ("codebook", "windy"): "no article is called 'codebook'",
    ("", "windy"): "no article is called ''",
    ("irish-wind", "irish-wind"): "is its name",
    ("calm/p01-wind-output-fell-2023", "calm/p01-wind-output-fell-2023"): "is its name",
    ("irish-wind", "Calm"): "only in upper and lower case",
    ("irish-wind", "codebook"): "cannot be an article's id",
    ("irish-wind", "../windy"): "cannot be an article's id",
}


@pytest.mark.parametrize(("old", "new"), NO_ARTICLE)
def test_a_name_that_will_not_do_for_an_article_is_refused(editor: Editor, old: str, new: str) -> None:
    tree = written(editor)
    done = editor.type("rename", old, new)
    assert done.exit_code == 2 and NO_ARTICLE[old, new] in done.output, done.output
    assert written(editor) == tree


def test_claims_are_not_laid_to_an_article_that_they_do_not_quote(editor: Editor) -> None:
    for file in ("irish-wind.txt", "irish-wind.yaml"):
        editor.delete(f"sources/{file}")
    for path in editor.files("claims/calm/*.yaml"):
        editor.delete(path)
    editor.delete("claims/calm/_extracted.yaml")
    (editor.root / "claims/calm").rmdir()
    assert "do not quote the article 'calm'" in editor.type("rename", "irish-wind", "calm").output
    assert (editor.root / "claims/irish-wind").is_dir()


def test_a_name_in_other_letters_is_another_name_and_a_run_cut_off_there_is_ended(editor: Editor) -> None:
    before = editor.tree("sources")
    (editor.root / "sources/Calm.txt").hardlink_to(editor.root / "sources/calm.txt")  # as the run had come so far
    for old, new in (("calm", "Calm"), ("Calm", "calm")):
        assert editor.type("rename", old, new).exit_code == 0
    assert editor.tree("sources") == before
