"""Sources, codebook and claims: folders in, records and messages out."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.model import Decision, Event, Group, LocalName, Name, Region, Theme
from dossier.store.claims import read_claims
from dossier.store.codebook import read_codebook
from dossier.store.limits import Limits
from dossier.store.sources import read_sources


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def first_lines(problems: list) -> list[str]:
    return [str(p).splitlines()[0] for p in problems]


def test_a_source_is_its_text_as_received_and_its_metadata(tmp_path: Path) -> None:
    write(tmp_path, {
        "sources/valley.txt": "One\r\nTwo\n\n three  ",
        "sources/valley.yaml": """\
title: "Valleys: a report"
author:
  - {family: Hansen, given: Ida}
  - literal: Statistics Office
container-title: Gazette
publisher: Valley Press
issued: 2022-12
issued-evidence: "text: this December"
URL: https://example.org/a?b=1&c=2
family: gazette-report
origin: Relays the radio.
keep-as-written: [lost-ligature, spaces]
rights: {holder: The Press, publish: none}
""",
    })  # fmt: skip
    (source,), problems = read_sources(tmp_path)
    assert problems == []
    assert source.original == "One\r\nTwo\n\n three  "
    assert source.meta.title == "Valleys: a report"
    assert source.meta.author == (Name("Hansen", "Ida"), Name(literal="Statistics Office"))
    assert (source.meta.container_title, source.meta.issued, source.meta.issued_evidence) == (
        "Gazette", "2022-12", "text: this December")  # fmt: skip
    assert source.meta.URL == "https://example.org/a?b=1&c=2"
    assert source.meta.keep_as_written == ("lost-ligature", "spaces")
    assert (source.meta.rights.publish, source.family, source.meta.language) == ("none", "gazette-report", "en")


WRONG_SOURCES: dict[str, tuple[dict[str, str | bytes], str]] = {
    "no title": ({"sources/a.yaml": "issued: 2022\n"},
                 "sources/a.yaml:1:1: error: a source has no 'title' [missing-key]"),
    "an empty title": ({"sources/a.yaml": "title:\n"},
                       "sources/a.yaml:1:7: error: a source has no 'title' [missing-key]"),
    "a CSL name misspelt": (
        {"sources/a.yaml": "title: A\ncontainer_title: B\n"},
        "sources/a.yaml:2:1: error: a source has no key 'container_title' [unknown-key]",
    ),
    "author as a text": (
        {"sources/a.yaml": "title: A\nauthor: Ida Hansen\n"},
        "sources/a.yaml:2:9: error: 'author' is a list, not the text 'Ida Hansen' [wrong-type]",
    ),
    "no day in the calendar": (
        {"sources/a.yaml": "title: A\nissued: 2022-02-30\n"},
        "sources/a.yaml:2:9: error: '2022-02-30' is not in the calendar: February 2022 has 28 days [bad-date]",
    ),
    "all of it or what": (
        {"sources/a.yaml": "title: A\nrights: {publish: everything}\n"},
        "sources/a.yaml:2:19: error: 'everything' is not allowed in 'publish' [wrong-choice]",
    ),
    "a list": ({"sources/a.yaml": "- title: A\n"},
               "sources/a.yaml:1:1: error: a source is a list of 'key: value' lines, not a list [wrong-type]"),
    "a path as a name": ({"sources/..a.yaml": "title: A\n", "sources/a.yaml": "title: A\n", "sources/b c.txt": "x"},
                         "sources/b c.txt:1:1: error: 'b c' cannot be a source's id [bad-name]"),
    "a name Windows cannot open": ({"sources/con.txt": "x", "sources/a.yaml": "title: A\n"},
                                   "sources/con.txt:1:1: error: 'con' cannot be a source's id [bad-name]"),
    "capitals": ({"sources/A.txt": "x", "sources/A.yaml": "title: A\n", "sources/a.yaml": "title: A\n"},
                 "sources/a.txt:1:1: error: 'A.txt' has the same id apart from upper and lower case "
                 "[duplicate-id]"),
    "an empty article": ({"sources/a.txt": " \n", "sources/a.yaml": "title: A\n"},
                         "sources/a.txt:1:1: error: the article is empty [empty-file]"),
    "an article in Latin-1": (
        {"sources/a.txt": "x\nna\xefve".encode("latin-1"), "sources/a.yaml": "title: A\n"},
        "sources/a.txt:2:3: error: byte 0xEF is not UTF-8 [encoding]"),
    "NUL in an article": ({"sources/a.txt": "some text\0here", "sources/a.yaml": "title: A\n"},
                          "sources/a.txt:1:10: error: control character U+0000 in the text [control-character]"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG_SOURCES)
def test_what_is_wrong_with_a_source_is_said_with_its_line(tmp_path: Path, case: str) -> None:
    files, message = WRONG_SOURCES[case]
    write(tmp_path, {"sources/a.txt": "Some text.", **files})
    _, problems = read_sources(tmp_path)
    assert message in first_lines(problems)


def test_a_source_without_readable_metadata_still_holds_its_text(tmp_path: Path) -> None:
    write(tmp_path, {"sources/a.txt": "Some text.", "sources/a.yaml": "title: A: B"})
    (source,), problems = read_sources(tmp_path)
    assert source.original == "Some text." and len(problems) == 1


def test_an_article_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"sources/a.txt": "x" * 101, "sources/a.yaml": "title: A"})
    sources, problems = read_sources(tmp_path, Limits(source_bytes=100))
    assert sources == []
    assert first_lines(problems) == [
        "sources/a.txt:1:1: error: the file has 101 bytes; at most 100 are read [too-large]"
    ]


def test_no_folders_are_an_empty_dossier(tmp_path: Path) -> None:
    assert read_sources(tmp_path) == ([], [])
    assert read_claims(tmp_path) == ([], [])
    assert read_codebook(tmp_path)[1] == []


THEMES = "farming:\n  title: Farming\n  words: [harvest, crop]\nmilling: {title: Mills}\n"


def test_the_codebook_is_read_from_its_files(tmp_path: Path) -> None:
    write(tmp_path, {
        "claims/codebook/themes.yaml": THEMES,
        "claims/codebook/places.yaml": """\
regions:
  nordic: {title: The Nordic countries, members: [NO, SE], words: [Nordic]}
names:
  Storting: [NO]
  Riksdag:
    places: [SE]
    also: [the Riksdag]
""",
        "claims/codebook/events.yaml": "flood:\n  date: 2022-06\n  words: [the flood, since the flood]\n",
        "claims/codebook/groups.yaml": "rulers:\n  words: [king, head of state, ~nobles]\nnobles: {words: [count]}\n",
        "claims/codebook/questions/falling.yaml": """\
question: Are harvests falling?
themes: [farming]
countries: [nordic]
about: [harvest]
yes: [falls, "harvest ~ down"]
no: [rises]
settle: Statistics.
decisions:
  - pair: [a/p01-x, b/p02-y]
    relation: dismissed
    because: Different years.
    by: A. Editor
    on: 2024-05-28
    seen: "0f3a"
""",
        "claims/codebook/decisions.yaml": "decisions:\n  - {pair: [a/p1, b/p2], relation: agrees, because: So.}\n",
    })  # fmt: skip
    codebook, problems = read_codebook(tmp_path)
    assert first_lines(problems) == []
    assert codebook.themes == (Theme("farming", "Farming", ("harvest", "crop")), Theme("milling", "Mills"))
    assert codebook.regions == (Region("nordic", "The Nordic countries", ("NO", "SE"), ("Nordic",)),)
    assert codebook.names == (LocalName("Storting", ("NO",)), LocalName("Riksdag", ("SE",), ("the Riksdag",)))
    assert codebook.events == (Event("flood", "2022-06", ("the flood", "since the flood")),)
    assert codebook.groups == (Group("rulers", ("king", "head of state", "~nobles")), Group("nobles", ("count",)))
    (question,) = codebook.questions
    assert (question.id, question.yes, question.no) == ("falling", ("falls", "harvest ~ down"), ("rises",))
    (decision,) = question.decisions
    assert (decision.pair, decision.question, str(decision.where)) == (
        ("a/p01-x", "b/p02-y"), "falling", "claims/codebook/questions/falling.yaml:9:5")  # fmt: skip
    assert codebook.decisions == (Decision(("a/p1", "b/p2"), "agrees", "So.", where=codebook.decisions[0].where),)


def test_local_names_may_also_be_a_list(tmp_path: Path) -> None:
    write(tmp_path, {"claims/codebook/places.yaml": "names:\n  - {name: Storting, places: [NO], also: [Ting]}\n"})
    codebook, problems = read_codebook(tmp_path)
    assert problems == [] and codebook.names == (LocalName("Storting", ("NO",), ("Ting",)),)


WRONG_CODEBOOKS = {
    "claims/codebook/themes.yaml": {
        "Wind power: {title: Wind}": "1:1: error: 'Wind power' cannot be a slug [bad-name]",
        "wind: Wind": "1:7: error: 'wind' is a list of 'key: value' lines, not the text 'Wind' [wrong-type]",
        "wind: {titel: Wind}": "1:8: error: 'wind' has no key 'titel' [unknown-key]",
        "- wind": "1:1: error: a file of themes contains slugs, each with its keys below it [wrong-type]",
    },
    "claims/codebook/places.yaml": {
        "regions: {nordic: {title: N}}": "1:19: error: 'nordic' has no 'members' [missing-key]",
        "region: {}": "1:1: error: a places file has no key 'region' [unknown-key]",
        "names: {Storting: NO}":
            "1:19: error: 'Storting' is a list of 'key: value' lines, not the text 'NO' [wrong-type]",
    },
    "claims/codebook/questions/q.yaml": {
        "themes: [a]": "1:1: error: a question file has no 'question' [missing-key]",
        "question: Q?\nyes: rises": "2:6: error: 'yes' is a list, not the text 'rises' [wrong-type]",
        "question: Q?\nyes:\n  - a: b": "3:5: error: 'yes' is a text, not 'key: value' lines [wrong-type]",
        "question: Q?\nyes: [a, , b]": "2:10: error: there is a comma where a text should be [syntax]",
        "question: Q?\nyes: [a, '']": "2:10: error: there is an empty item in 'yes' [wrong-type]",
        "question: Q?\ndecisions:\n  - {pair: [a/b], relation: contradict, because: x}":
            "3:29: error: 'contradict' is not allowed in 'relation' [wrong-choice]",
    },
    "claims/codebook/decisions.yaml": {
        "decisions:\n  - {pair: [a/b], relation: agrees, because: x}":
            "2:5: error: a pair names two claims, not 1 [wrong-pair]",
    },
    "claims/codebook/theme.yaml": {"a: b": "1:1: error: 'theme.yaml' is not read [unsupported-file]"},
    "claims/codebook/questions/Big One.yaml": {
        "question: Q?": "1:1: error: 'Big One' cannot be a question's id [bad-name]"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [(path, text, message) for path, cases in WRONG_CODEBOOKS.items() for text, message in cases.items()],
)
def test_what_is_wrong_with_the_codebook_is_said_with_its_line(
    tmp_path: Path, path: str, text: str, message: str
) -> None:
    write(tmp_path, {path: text})
    _, problems = read_codebook(tmp_path)
    assert f"{path}:{message}" in first_lines(problems)


def test_claims_come_in_the_order_of_folders_and_names(tmp_path: Path) -> None:
    text = "quote: >-\n  x\nstatement: y\n"
    write(tmp_path, {f"claims/{name}.yaml": text for name in ("b/p02", "a/p10", "a/p09", "b/p01")})
    claims, problems = read_claims(tmp_path)
    assert problems == [] and [c.id for c in claims] == ["a/p09", "a/p10", "b/p01", "b/p02"]


def test_what_editors_leave_behind_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, {f"claims/a/{n}": "x" for n in (".p01.yaml.swp", "p01.yaml~", ".DS_Store", "README.md")})
    write(tmp_path, {"sources/README.md": "x", "claims/codebook/README.md": "x", "claims/README.md": "x"})
    assert read_claims(tmp_path) == ([], [])
    assert read_sources(tmp_path) == ([], [])
    assert read_codebook(tmp_path)[1] == []


def test_a_claim_with_one_wrong_value_is_given_without_it(tmp_path: Path) -> None:
    write(tmp_path, {"claims/a/p01.yaml": "quote: >-\n  x\nstatement: y\ndate: soon\nthemes: [t]\nstatus: dreft\n"})
    (claim,), problems = read_claims(tmp_path)
    assert (claim.date, claim.themes, claim.status) == ("", ("t",), "draft")
    assert [p.rule for p in problems] == ["bad-date", "wrong-choice"]
