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


def test_a_dossier_made_from_a_copy_tells_nothing_of_the_old_topic(folder: Folder) -> None:
    subprocess.run(["git", "init", "-q", str(folder.root)], check=True)
    assert folder.run("extract").returncode == 0
    first, *_ = folder.files("claims/irish-wind/*.yaml")
    folder.edit(first, "statement: ", "statement: In short, ")
    commit(folder, "Put right what the report says")
    assert len(corrections(folder.root)) == 1
    for path in (*folder.files("sources/irish-wind.*"), *folder.files("claims/irish-wind/*")):
        folder.delete(path)
    assert corrections(folder.root) == ()


def test_without_git_history_there_are_none(folder: Folder) -> None:
    assert corrections(folder.root) == ()


def test_of_a_question_only_decisions_and_its_summary_are_told(folder: Folder) -> None:
    question = "claims/codebook/questions/wind-growing.yaml"
    subprocess.run(["git", "init", "-q", str(folder.root)], check=True)
    folder.write(question, "question: Is wind growing?\nyes: [wind GROWS]\nno: [wind SHRINKS]\ndecisions: []\n")
    commit(folder, "A question")
    folder.edit(question, "wind GROWS", "turbines GROW")
    commit(folder, "Its cues find more")
    assert corrections(folder.root) == ()
    folder.edit(question, "decisions: []", "decisions:\n  # looked at again\n  - between: [a/p01-x, b/p01-y]")
    commit(folder, "They speak of one year")
    folder.edit(question, "no: [", "summary: It grows [a/p01-x].\nno: [")
    commit(folder, "Summed up")
    assert [(c.what, c.reason) for c in corrections(folder.root)] == [
        ("summed", "Summed up"),
        ("decided", "They speak of one year"),
    ]


def test_an_article_renamed_keeps_what_was_corrected_in_it(folder: Folder) -> None:
    question = "claims/codebook/questions/wind-growing.yaml"
    subprocess.run(["git", "init", "-q", str(folder.root)], check=True)
    assert folder.run("extract").returncode == 0
    first, second, *_ = folder.files("claims/irish-wind/*.yaml")
    pair = ", ".join(path.removeprefix("claims/").removesuffix(".yaml") for path in (first, second))
    folder.write(
        question,
        "question: Is wind growing?\nyes: [wind GROWS]\nno: [wind SHRINKS]\n"
        f"decisions:\n  - pair: [{pair}]\n    relation: dismissed\n    because: One thing.\n    by: An Editor\n",
    )
    folder.edit(first, "statement: ", "statement: In short, ")
    commit(folder, "Put right what the report says")
    before = corrections(folder.root)
    assert len(before) == 1
    assert folder.run("rename", "irish-wind", "wind-in-ireland").returncode == 0
    assert folder.files(f"{first.replace('irish-wind', 'wind-in-ireland')}")
    commit(folder, "The name of the article")
    (told,) = corrections(folder.root)
    assert (told.reason, told.claim) == (before[0].reason, before[0].claim.replace("irish-wind", "wind-in-ireland"))
