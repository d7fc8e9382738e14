"""The corrections page: what people changed, told from real git history."""

import subprocess

from folder import Folder

from dossier.editing.history import corrections


def commit(folder: Folder, subject: str) -> None:
    person = ("-c", "user.name=An Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
    for words in (["add", "-A"], [*person, "commit", "-q", "-m", subject]):
        subprocess.run(["git", "-C", str(folder.root), *words], check=True)


def test_the_tools_drafts_are_no_corrections_and_peoples_edits_are(folder: Folder) -> None:
    subprocess.run(["git", "init", "-q", str(folder.root)], check=True)
    assert folder.run("extract").returncode == 0
    commit(folder, "First drafts")
    assert corrections(folder.root) == ()
    first, second, third, *_ = folder.files("claims/irish-wind/*.yaml")
    folder.edit(first, "statement: ", "statement: In short, ")
    folder.edit(second, "status: draft", "status: rejected")
    folder.delete(third)
    commit(folder, "Put right what the report says")
    told = {(c.what, c.claim) for c in corrections(folder.root)}
    ids = [path.removeprefix("claims/").removesuffix(".yaml") for path in (first, second, third)]
    assert told == {("corrected", ids[0]), ("rejected", ids[1]), ("removed", ids[2])}
    assert {c.reason for c in corrections(folder.root)} == {"Put right what the report says"}


def test_without_git_history_there_are_none(folder: Folder) -> None:
    assert corrections(folder.root) == ()
