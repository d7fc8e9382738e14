"""Files renamed, deleted, copied or replaced by hand: one message, with all there is to do."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from checks.cases import Files, summed
from checks.small import CLAIM, SOUND, problems_of, write

QUESTION = "claims/codebook/questions/harvest-falling.yaml"
DECISIONS = "claims/codebook/decisions.yaml"
TEXT, ARTICLE, METADATA = (str(SOUND[path]) for path in (CLAIM, "sources/gazette.txt", "sources/gazette.yaml"))
GONE: Files = {"sources/gazette.txt": None}
FILES: Files = {
    "sources/gazette.yaml": None,
    "sources/valley-paper.txt": ARTICLE,
    "sources/valley-paper.yaml": METADATA,
}
NAMED: Files = summed("Harvests fell [gazette/p01-harvests]. They fell [gazette/p01-harvests].")


def to_end_it(one: str, other: str) -> str:
    command = "python build_dossier.py rename"
    return (
        f"to call the article '{other}' everywhere: {command} {one} {other}; or '{one}': {command} {other} {one}; "
        "without the program: its two files, its folder of claims and all that names them need one name"
    )


def told(root: Path, files: Files) -> list[str]:
    write(root, SOUND | files)
    return [f"{p.where}: {p.what} -> {p.hint}" for p in problems_of(root)]


MOVED: dict[str, tuple[Files, str]] = {
    "an article renamed": (
        GONE | {"sources/gazette-2022.txt": ARTICLE},
        "sources/gazette-2022.txt:1:1: the article's metadata file sources/gazette-2022.yaml is missing, "
        "and so is the article of sources/gazette.yaml -> if they belong together, rename this file to gazette.txt: "
        "claims go by that name; or call all of it gazette-2022: python build_dossier.py rename gazette "
        "gazette-2022; "
        "else write sources/gazette-2022.yaml with at least: title: the headline, and put the other's article into "
        "sources/",
    ),
    "metadata renamed": (
        {"sources/gazette.yaml": None, "sources/paper.yaml": METADATA},
        "sources/gazette.txt:1:1: the article's metadata file sources/gazette.yaml is missing, "
        "and so is the article of sources/paper.yaml -> if they belong together, rename sources/paper.yaml to "
        "gazette.yaml: claims go by that name; or call all of it paper: "
        "python build_dossier.py rename gazette paper; else write sources/gazette.yaml with at least: "
        "title: the headline, and put the other's article into sources/",
    ),
    "an article as a Word document": (
        GONE | {"sources/gazette.docx": b"PK\x03\x04"},
        "sources/gazette.docx:1:1: articles are read from .txt, .html and .pdf files, not from .docx -> "
        "save its text as a .txt file in UTF-8",
    ),
    "an ending in capitals": (
        GONE | {"sources/gazette.TXT": ARTICLE},
        "sources/gazette.TXT:1:1: 'gazette.TXT' is not read -> "
        "endings are in lower case: rename it to gazette.txt",
    ),
    "an ending twice": (
        GONE | {"sources/gazette.txt.txt": ARTICLE},
        "sources/gazette.txt.txt:1:1: 'gazette.txt' cannot be a source's id -> "
        "use letters a to z, digits and hyphens: gazette.txt",
    ),
    "metadata under the other ending": (
        {"sources/gazette.yaml": None, "sources/gazette.yml": METADATA},
        "sources/gazette.yml:1:1: 'gazette.yml' is not read -> "
        "endings are in lower case: rename it to gazette.yaml",
    ),
    "a claim copied by a file manager": (
        {"claims/gazette/p01-harvests (1).yaml": TEXT},
        "claims/gazette/p01-harvests (1).yaml:1:1: 'p01-harvests (1)' cannot be a claim's id -> "
        "it looks like a copy of p01-harvests.yaml: delete it, or copy your changes there; "
        "for a claim of its own give it another quote and the name p01-harvests-1.yaml",
    ),
    "a question copied": (
        {QUESTION.replace(".yaml", " copy.yaml"): str(SOUND[QUESTION])},
        f"{QUESTION.replace('.yaml', ' copy.yaml')}:1:1: 'harvest-falling copy' cannot be a question's id -> "
        "it looks like a copy of harvest-falling.yaml: delete it, or copy your changes there; for a "
        "question of its own call it harvest-falling-copy.yaml",
    ),
    "an article copied": (
        {"sources/gazette copy.txt": ARTICLE},
        "sources/gazette copy.txt:1:1: 'gazette copy' cannot be a source's id -> "
        "it looks like a copy of gazette.txt: delete it, or name it gazette-copy.txt",
    ),
    "a folder of claims renamed": (
        {CLAIM: None, CLAIM.replace("gazette", "valley-paper"): TEXT},
        "claims/valley-paper/p01-harvests.yaml:1:1: there is no source 'valley-paper'; its claims quote the article "
        f"'gazette' -> {to_end_it('valley-paper', 'gazette')}",
    ),
    "a folder of claims that much names renamed": (
        NAMED | {CLAIM: None, CLAIM.replace("gazette", "valley-paper"): TEXT},
        "claims/valley-paper/p01-harvests.yaml:1:1: there is no source 'valley-paper'; its claims quote the article "
        f"'gazette' -> {to_end_it('valley-paper', 'gazette')}",
    ),
    "the two files of an article that much names renamed": (
        NAMED | GONE | FILES,
        "claims/gazette/p01-harvests.yaml:1:1: there is no source 'gazette'; its claims quote the article "
        f"'valley-paper' -> {to_end_it('gazette', 'valley-paper')}",
    ),
    "an article that much names renamed with its claims": (
        NAMED | GONE | FILES | {CLAIM: None, CLAIM.replace("gazette", "valley-paper"): TEXT},
        f"{QUESTION}:3:18: there is no claim of 'gazette', but 2 places name some: they lie in "
        f"claims/valley-paper/ -> {to_end_it('gazette', 'valley-paper')}",
    ),
    "an article without its metadata, and its claims": (
        NAMED | {"sources/gazette.txt": None, CLAIM: None, CLAIM.replace("gazette", "valley-paper"): TEXT}
        | {"sources/valley-paper.txt": ARTICLE},
        "sources/valley-paper.txt:1:1: the article's metadata file sources/valley-paper.yaml is missing, "
        "and so is the article of sources/gazette.yaml -> if they belong together, rename sources/gazette.yaml to "
        "valley-paper.yaml: claims go by that name; or call all of it gazette: "
        "python build_dossier.py rename valley-paper gazette; "
        "else write sources/valley-paper.yaml with at least: title: the headline, and put the other's "
        "article into sources/",
    ),
    "the codebook in capitals": (
        {path: None for path in SOUND if "codebook" in path}
        | {path.replace("codebook", "Codebook"): text for path, text in SOUND.items() if "codebook" in path},
        "claims/Codebook:1:1: the folder 'Codebook' is not read -> rename it to codebook, in lower case",
    ),
    "an unfinished merge in an article": (
        {"sources/gazette.txt": f"{ARTICLE}<<<<<<< ours\nOne.\n=======\nTwo.\n>>>>>>> theirs\n"},
        "sources/gazette.txt:2:1: the file contains both sides of an unfinished merge -> "
        "keep the lines you want and delete those with <<<<<<<, ======= and >>>>>>>",
    ),
    "an article saved in one encoding and read in another": (
        {
            "sources/gazette.txt": ARTICLE.replace("all three", "â€˜allâ€™ three"),
            CLAIM: TEXT.replace("in all", "in ‘all’"),
        },
        "sources/gazette.txt:1:18: letters of this article are garbled: 'â€˜allâ€™' for '‘all’' -> "
        "it was saved in one encoding and opened in another; fetch it again from its origin and save it as UTF-8",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", MOVED)
def test_a_file_moved_gives_one_message(tmp_path: Path, what: str) -> None:
    files, message = MOVED[what]
    assert told(tmp_path, files) == [message]


def judged(*ids: str) -> Files:
    pairs = (f"  - pair: [gazette/p01-harvests, {id}]\n    relation: dismissed\n    because: x\n" for id in ids)
    return {DECISIONS: f"decisions:\n{''.join(pairs)}"}


def test_all_that_a_deleted_claim_asks_for_is_told_in_one_round(tmp_path: Path) -> None:
    text = "They fell [report/p01-rich, gazette/p01-harvests]. Harvests fell [gazette/p01-harvests]."
    write(tmp_path, SOUND | summed(text) | judged("report/p01-rich", "report/p01-rich") | {CLAIM: None})
    (problem,) = (p for p in problems_of(tmp_path) if p.rule != "wrong-pair")
    assert problem.what == (
        "there is no claim 'gazette/p01-harvests' any more, but 1 summary and 2 decisions name it"
    )
    assert problem.hint == (
        "bring the file back with 'status: rejected', then its decisions may stay; or delete the decision; "
        "in a summary, either way, cite another claim, or take the citation out. It is named in\n"
        f"{QUESTION}: line 3 (summary)\n"
        f"{QUESTION}: line 3 (summary: 'Harvests fell.' then cites nothing: take out the sentence as well)\n"
        f"{DECISIONS}: line 2, 5 (decisions)"
    )


def test_an_article_that_is_gone_with_its_claims_is_told_once(tmp_path: Path) -> None:
    more: Files = {"claims/report/p02-valleys.yaml": "quote: >-\n  The valleys brought\nstatement: They did.\n"}
    text = "It was rich [report/p01-rich]. All was well [gazette/p01-harvests, report/p02-valleys]."
    gone: Files = dict.fromkeys((*more, "claims/report/p01-rich.yaml", "sources/report.txt", "sources/report.yaml"))
    write(tmp_path, SOUND | summed(text) | judged("report/p01-rich", "report/p02-valleys") | more)
    assert {p.rule for p in problems_of(tmp_path)} == {"stale-decision"}
    (message,) = told(tmp_path, summed(text) | judged("report/p01-rich", "report/p02-valleys") | gone)
    assert message == (
        f"{DECISIONS}:2:34: no claim of 'report' is there any more, but 1 summary and 2 decisions name some -> "
        "bring back from Git what lay in claims/report/, and in sources/ the article; or take out the citations, "
        f"with each sentence that then has none, and the decisions\n{QUESTION}: line 3, 3 (citations)\n"
        f"{DECISIONS}: line 2, 5 (decisions)"
    )


def test_an_article_pasted_twice_into_its_file_is_told(tmp_path: Path) -> None:
    once = f"The valleys brought in a rich harvest. {'. '.join(SENTENCES)}.\n"
    (message,) = told(tmp_path, {"sources/report.txt": once * 2})
    assert (
        message
        == "sources/report.txt:1:1: its whole text appears twice, one after the other -> delete the second half"
    )


def test_what_rejecting_a_cited_claim_asks_for_is_told_for_each_sentence(tmp_path: Path) -> None:
    text = "They fell [report/p01-rich, gazette/p01-harvests]. Harvests fell [gazette/p01-harvests]."
    files = {CLAIM: TEXT.replace("status: draft", "status: rejected")}
    what = "the summary cites 'gazette/p01-harvests', which is rejected and not shown"
    assert told(tmp_path, summed(text) | files) == [
        f"{QUESTION}:3:31: {what} -> cite another claim, or take it out",
        f"{QUESTION}:3:69: {what} -> cite another claim, or leave the sentence out",
    ]


def test_a_figure_of_a_rejected_claim_is_asked_for_at_once(tmp_path: Path) -> None:
    article = {"sources/gazette.txt": "Harvests fell in all three valleys by 30 percent."}
    claim = TEXT.replace("three valleys", "three valleys by 30 percent").replace("draft", "rejected")
    text = "They fell by 30 percent [report/p01-rich, gazette/p01-harvests]."
    messages = told(tmp_path, article | {CLAIM: claim} | summed(text))
    assert len(messages) == 2 and any("'30 percent' in the summary is in none of the claims" in m for m in messages)


def committed(root: Path, files: Files) -> None:
    write(root, SOUND | files)
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "all")):
        subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words], cwd=root, check=True)


BETTER = "claims/gazette/p02-harvests-better.yaml"
SUMMED = summed("It was better [gazette/p02-harvests-better].") | {
    BETTER: "quote: >-\n  expects a better year\nstatement: Better.\n"
}


def test_a_deleted_claim_is_not_taken_for_another_of_like_name(tmp_path: Path) -> None:
    committed(tmp_path, SUMMED)
    (message,) = told(tmp_path, SUMMED | {BETTER: None})
    assert message == (
        f"{QUESTION}:3:18: the summary cites 'gazette/p02-harvests-better', which is no claim -> "
        "claims are named by folder and file: [source/p01-words]; if it was deleted, cite another or take it out; "
        "'It was better.' then cites nothing: take out the sentence as well"
    )


def test_a_persons_claim_that_was_renamed_is_found_by_what_it_quoted_when_it_was_committed(tmp_path: Path) -> None:
    committed(tmp_path, SUMMED)
    (message,) = told(tmp_path, SUMMED | {BETTER: None, "claims/gazette/p02-year.yaml": str(SUMMED[BETTER])})
    assert message.endswith("-> did you mean 'gazette/p02-year'?")


def test_it_is_found_in_a_dossier_that_is_a_folder_of_its_repository_and_after_later_commits(tmp_path: Path) -> None:
    root = tmp_path / "dossiers" / "harvests"
    moved: Files = {BETTER: None, "claims/gazette/p02-year.yaml": str(SUMMED[BETTER])}
    committed(root, SUMMED)
    (root / ".git").rename(tmp_path / ".git")
    for files in (SUMMED, SUMMED | moved, SUMMED | moved | {"claims/gazette/p01-harvests.yaml": TEXT + "note: x\n"}):
        write(root, SOUND | files)
        for words in (("add", "-A"), ("commit", "-qm", "more")):
            person = ("-c", "user.name=A", "-c", "user.email=a@example.org")
            subprocess.run(["git", *person, *words], cwd=root, check=True)
    (message,) = told(root, SUMMED | moved)
    assert message.endswith("-> did you mean 'gazette/p02-year'?")


SENTENCES = [f"The {word} was mended in the autumn" for word in ("bridge", "mill", "road", "well", "barn", "gate")]


def test_another_article_in_the_place_of_one_is_told_once(tmp_path: Path) -> None:
    claims = {
        f"claims/report/p0{n}-mended.yaml": f"quote: >-\n  {said}\nstatement: {said}.\n"
        for n, said in enumerate(SENTENCES, 2)
    }
    articles = {"sources/report.txt": f"The valleys brought in a rich harvest. {'. '.join(SENTENCES)}.\n"}
    assert told(tmp_path, claims | articles) == []
    (message,) = told(tmp_path, {"sources/report.txt": "Ferries sail again, and nobody paid more for oil.\n"})
    assert message == (
        "sources/report.txt:1:1: nothing that 7 claims quote is in this article: p01-rich, p02-mended, "
        "p03-mended, p04-mended and 3 more -> if another article was put in its place, bring the old one back "
        "(git restore sources/report.txt) and give the new one a name of its own; if the old one is not wanted any "
        "more, delete its claims as well: claims/report/"
    )


def test_an_article_with_other_marks_or_a_lost_end_is_told_once(tmp_path: Path) -> None:
    claims = {
        f"claims/report/p0{n}-mended.yaml": f"quote: >-\n  {said}\nstatement: {said}.\n"
        for n, said in enumerate([f"{said} of the town’s year" for said in SENTENCES], 2)
    }
    text = (
        f"The valleys brought in a rich harvest. {'. '.join(f'{said} of the town’s year' for said in SENTENCES)}.\n"
    )
    assert told(tmp_path, claims | {"sources/report.txt": text}) == []
    (message,) = told(tmp_path, {"sources/report.txt": text.replace("’", "'")})
    assert message == (
        "sources/report.txt:1:1: of 7 claims that quote this article, 6 no longer do so word for word -> "
        "articles stay as received: if this one was changed, bring it back (git restore sources/report.txt) and give "
        "a newer version a name of its own; if it was not, the quotes were changed in the claims' files"
    )


def test_other_marks_in_an_article_whose_claims_mostly_have_none_are_told_once(tmp_path: Path) -> None:
    said = [f"{words} of the town’s year" for words in SENTENCES[:5]] + [f"{words} at last" for words in SENTENCES]
    claims = {
        f"claims/report/p{n:02}-mended.yaml": f"quote: >-\n  {words}\nstatement: {words}.\n"
        for n, words in enumerate(said, 2)
    }
    text = f"The valleys brought in a rich harvest. {'. '.join(said)}.\n"
    assert told(tmp_path, claims | {"sources/report.txt": text}) == []
    (message,) = told(tmp_path, {"sources/report.txt": text.replace("’", "'")})
    assert message == (
        "sources/report.txt:1:1: 5 claims quote this article with marks that it has nowhere: ’ -> "
        "articles stay as received: if the marks were changed here, bring the article back (git restore "
        "sources/report.txt); if it was in the claims, put the article's marks into their quotes: "
        "p02-mended, p03-mended, p04-mended, p05-mended, p06-mended"
    )


@pytest.mark.parametrize("said", ["Café”", "GRÜSSE “hier”", "Â gé", "naïve – façade", "Spaß”"])
def test_letters_of_other_languages_are_not_garbled(tmp_path: Path, said: str) -> None:
    assert told(tmp_path, {CLAIM: TEXT.replace("Harvests fell.", f"{said} fell.")}) == []
