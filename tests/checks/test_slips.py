"""Slips that a file can hold and still be read: each is told, with the line to write."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from checks.small import CLAIM, SOUND, problems_of, write


def said(root: Path, old: str, new: str) -> str:
    text = SOUND[CLAIM]
    assert isinstance(text, str) and old in text
    write(root, SOUND | {CLAIM: text.replace(old, new)})
    return "\n".join(map(str, problems_of(root)))


LOST = {
    "behind a text": "Exports rose # 5 percent",
    "on the next line": "Exports rose\n  # 5 percent",
    "after two lines": "Exports rose\n  much,\n  # 5 percent",
}


@pytest.mark.parametrize("text", LOST.values(), ids=LOST)
def test_an_amount_behind_a_hash_is_told_to_be_a_comment(tmp_path: Path, text: str) -> None:
    found = said(tmp_path, "Harvests fell.", text)
    assert "3:12: warning: '#' ends the text of 'statement' here; what follows is a comment: '5 percent'" in found
    assert f'write statement: "{" ".join(text.split())}"' in found


def test_a_list_that_is_not_closed_is_written_out_as_it_may_stand(tmp_path: Path) -> None:
    assert "hint: write countries: [NO, SE, the-north]" in said(tmp_path, "[NO]", "[Norway, SE, The north")


MERGED = {"docs/method.md": "# How\n", "docs/templates/pages/home.html": "<p>\n"}


@pytest.mark.parametrize("path", MERGED)
def test_a_page_with_both_sides_of_a_merge_is_told(tmp_path: Path, path: str) -> None:
    write(tmp_path, SOUND | {path: f"{MERGED[path]}<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> other\n"})
    assert [str(p.where) + p.rule for p in problems_of(tmp_path)] == [f"{path}:2:1merge-conflict"]


def test_a_folder_in_the_place_of_a_ledger_is_told_though_none_was_there_before(tmp_path: Path) -> None:
    write(tmp_path, SOUND)
    assert problems_of(tmp_path) == []
    (tmp_path / "claims/gazette/_extracted.yaml").mkdir()
    assert [p.what for p in problems_of(tmp_path) if p.severity == "error"] == [
        "the program's ledger is damaged: this is a folder, but should be a file; nothing is drafted for this source"
    ]


@pytest.mark.parametrize("text", ["Harvests fell. # see the table", "Harvests fell.\n# 5 percent", "x\n  # why"])
def test_a_comment_that_is_one_is_left_alone(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, "Harvests fell.", text) == ""


def test_a_text_that_goes_on_behind_a_hash_is_explained(tmp_path: Path) -> None:
    found = said(tmp_path, "Harvests fell.", "Exports rose\n  # 5 percent\n  in May.")
    assert "5:3: error: the line above begins with '#', which ends the text: '# 5 percent' [syntax]" in found


def test_a_quote_that_goes_on_with_invented_words_is_cut_back_to_the_article(tmp_path: Path) -> None:
    more = (
        ", and the minister resigned in tears after long talks with the king and all of parliament, which met for it"
    )
    found = said(tmp_path, "three valleys", f"three valleys{more}")
    assert "only this part is in the article" in found
    assert found.endswith("quote: >-\n  Harvests fell in all three valleys")


@pytest.mark.parametrize("date", ["2021-22", "~2022-23"])
def test_two_years_written_short_are_told_to_be_a_season(tmp_path: Path, date: str) -> None:
    found = said(tmp_path, 'date: "2022"', f'date: "{date}"')
    assert f"warning: '{date}' is read as" in found and f'write date: "{date[-7:-3]}/20{date[-2:]}"' in found


@pytest.mark.parametrize(
    "lines", ['"2021-22"\ndate_from: the summer of 2021', '"2022-22"\ndate_from: that season', '"2021/2022"']
)
def test_a_date_that_can_be_read_in_one_way_is_left_alone(tmp_path: Path, lines: str) -> None:
    assert said(tmp_path, '"2022"', lines) == ""


ODD = {
    "indenting": ("  Harvests", "\u00a0\u00a0Harvests", "2:1"),
    "behind a key": ("status: draft", "status:\u00a0draft", "8:8"),
}


@pytest.mark.parametrize(("old", "new", "place"), ODD.values(), ids=ODD)
def test_a_space_that_is_not_a_plain_one_is_shown(tmp_path: Path, old: str, new: str, place: str) -> None:
    found = said(tmp_path, old, new)
    assert found.startswith(f"{CLAIM}:{place}: error: a space here is not a plain one") and found.count("error") == 1


def test_a_key_in_another_spelling_is_told_once(tmp_path: Path) -> None:
    found = said(tmp_path, "statement:", "Statement:")
    assert (
        found
        == f"{CLAIM}:3:1: error: a claim has no key 'Statement' [unknown-key]\n    hint: did you mean 'statement'?"
    )


FAR = {
    "2202": ("2022", "the year 2202 in '2202' is far from anything the article says; the article is of 2022"),
    "0222-06": ("2022-06", "the year 0222"),
    "1022": ("2022", "the year 1022"),
    "2021/2202": ("2021/2022", "the year 2202 in '2021/2202'"),
    "0777": ("", "the year 0777"),
    "9999": ("1999", "the year 9999"),
}


@pytest.mark.parametrize("date", FAR)
def test_a_year_far_from_the_article_is_told_with_the_one_that_was_meant(tmp_path: Path, date: str) -> None:
    found = said(tmp_path, '"2022"', f'"{date}"')
    meant, what = FAR[date]
    assert found.count("[bad-date]") == 1 and ":6:7: warning: " + what in found
    assert (f"did you mean {meant}?" in found) if meant else ("did you mean" not in found)


@pytest.mark.parametrize("lines", ['"2100"', '"1777"', '"1622"', '"0777"\ndate_from: in the year 777', '"19XX"'])
def test_a_year_that_an_article_may_speak_of_is_left_alone(tmp_path: Path, lines: str) -> None:
    assert said(tmp_path, '"2022"', lines) == ""


NEW = {
    "a second claim below the first": ("status: draft\n", f"status: draft\n{SOUND[CLAIM]}", "a file of its own"),
    "a list in braces": ("[NO]", "{NO, SE}", "write countries: [NO, SE]"),
    "a flag": ("[NO]", "[\U0001f1f3\U0001f1f4]", "did you mean 'NO'?"),
    "points in place of dashes": ("[NO]", "\n• NO", "write '- NO'"),
    "no space behind the question": ("falling: yes", "falling:yes", "write harvest-falling: yes"),
    "an arrow": ("{harvest-falling: yes}", "harvest-falling → no", "positions:\n  harvest-falling: no"),
    "both sides": ("{harvest-falling: yes}", "[harvest-falling: yes, harvest-falling: no]", "harvest-falling: mixed"),
    "years in a list": ('"2022"', "[2021, 2022]", 'write date: "2021/2022"'),
    "a mark that is none": ("quote: >-", "quote: > -", "write 'quote: >-' and nothing else in this line"),
    "words added": ("valleys\n", "valleys, the paper wrote\n", "the rest is not its words. To paste:"),
    "a footnote copied along": ("valleys\n", "valleys[1]\n", "quote: >-\n  Harvests fell in all three valleys"),
    "a list in a list": ("[NO]", "[[NO, SE]]", "write countries: [NO, SE]"),
    "a side without its question": ("{harvest-falling: yes}", "yes", "for example: positions: {"),
    "for and against": ("falling: yes", "falling: against", "did you mean 'no'?"),
    "a state as a key": ("status: draft", "reviewed: yes", "write status: reviewed"),
    "two marked words": ("Harvests fell.", '"a" and "b"', 'statement: >-\n  "a" and "b"'),
    "lines joined": (
        "quote: >-\n  Harvests fell in all three valleys\n", "quote: >- Harvests fell in all three valleys ",
        "break the line before 'statement:'"),
    "words above": ("quote: >-", "Edited by Ida\nquote: >-", "put '# ' before it"),
    "bold keys": ("quote: >-\n  Harvests", "**quote:** Harvests", "write 'quote: '"),
    "a figure in words": ("status: draft", "figures: 30 percent", 'figures:\n  - {raw: "30 percent"}'),
}  # fmt: skip


@pytest.mark.parametrize("slip", NEW)
def test_a_slip_is_answered_with_what_to_write(tmp_path: Path, slip: str) -> None:
    old, new, answer = NEW[slip]
    found = said(tmp_path, old, new)
    assert found.count(": error: ") == 1 and answer in found


KEYS = {"text:": "quote", "claim:": "statement", "places:": "countries", "topics:": "themes", "stance:": "positions"}


@pytest.mark.parametrize("word", KEYS)
def test_another_word_for_a_key_is_understood(tmp_path: Path, word: str) -> None:
    found = said(tmp_path, f"{KEYS[word]}:", word)
    assert found.count(": error: ") == 1 and found.endswith(f"did you mean '{KEYS[word]}'?")


@pytest.mark.parametrize("name", ["p02-new.txt", "p02-new", "p02-new.md"])
def test_a_claim_under_another_ending_is_not_lost_without_a_word(tmp_path: Path, name: str) -> None:
    write(tmp_path, SOUND | {f"claims/gazette/{name}": SOUND[CLAIM]})
    (found,) = problems_of(tmp_path)
    assert (found.severity, found.hint) == ("error", "rename it to p02-new.yaml")


@pytest.mark.parametrize("sign", ["1 ", "1. ", "+", "> ", "| "])
def test_lines_pasted_with_a_sign_before_each_are_recognised(tmp_path: Path, sign: str) -> None:
    write(tmp_path, SOUND | {CLAIM: "".join(f"{sign}{line}\n" for line in str(SOUND[CLAIM]).splitlines())})
    (found,) = problems_of(tmp_path)
    assert f"delete '{sign.strip()}'" in found.hint


@pytest.mark.parametrize(
    ("date", "form"),
    [("31.02.2023", "{}"), ("2023-02-31", "{}"), ("31 February 2023", "{}"), ("Feb 31, 2023", "{}"),
     ("~2023-02-30", "~{}"), ("2023-01/2023-02-30", "2023-01/{}"), ("2023-02-29/..", "{}/..")],
)  # fmt: skip
def test_a_day_the_calendar_lacks_is_told_with_the_days_its_month_has(tmp_path: Path, date: str, form: str) -> None:
    found = said(tmp_path, 'date: "2022"', f'date: "{date}"')
    assert f"'{date}' is not in the calendar: February 2023 has 28 days [bad-date]" in found
    day, month = form.format("2023-02-28"), form.format("2023-02")
    assert f'write date: "{day}", or the month alone: date: "{month}"' in found


MEANT = {"winter 2022/23": "2022-24", "２０２２": "2022", "1st half of 2023": "2023-01/2023-06"}


@pytest.mark.parametrize("date", MEANT)
def test_a_date_in_another_spelling_is_offered_in_ours(tmp_path: Path, date: str) -> None:
    assert f'did you mean date: "{MEANT[date]}"' in said(tmp_path, 'date: "2022"', f"date: {date}")


@pytest.mark.parametrize("nothing", ["null", "~", "NULL"])
def test_what_programs_call_nothing_is_not_shown_to_readers_as_a_word(tmp_path: Path, nothing: str) -> None:
    found = said(tmp_path, "Harvests fell.", nothing)
    assert found.count("error:") == 1 and f"'{nothing}' would be shown to readers as it is" in found
    assert "delete the line" in said(tmp_path, 'date: "2022"', f'date: "2022"\nspeaker: {nothing}')


@pytest.mark.parametrize("name", ["Narnia", "Africa"])
def test_a_country_that_is_none_is_not_taken_for_one_that_rhymes(tmp_path: Path, name: str) -> None:
    found = said(tmp_path, "countries: [NO]", f"countries: [{name}]")
    assert f"no country or region is called '{name}'" in found and "did you mean" not in found


def test_all_countries_are_not_albania(tmp_path: Path) -> None:
    assert "delete the line, or write what is meant" in said(tmp_path, "countries: [NO]", "countries: all")


@pytest.mark.parametrize("name", ["index", "codebook"])
def test_a_source_cannot_take_the_name_of_something_else(tmp_path: Path, name: str) -> None:
    """Its claims would lie in the codebook, or its page replace the list of all sources."""
    write(tmp_path, SOUND | {f"sources/{name}.txt": "Exports rose.\n", f"sources/{name}.yaml": "title: A\n"})
    assert {p.rule for p in problems_of(tmp_path)} == {"bad-name"}


def test_a_web_page_put_beside_an_article_is_one_message(tmp_path: Path) -> None:
    write(tmp_path, SOUND | {"sources/gazette.html": "<article><p>Ferries stopped.</p></article>"})
    assert [p.rule for p in problems_of(tmp_path)] == ["duplicate-id"]


def test_a_mistyped_year_of_an_article_is_told_there_and_not_at_each_claim(tmp_path: Path) -> None:
    words = ("bridge", "mill", "road", "well", "barn")
    claims = {
        f"claims/gazette/p0{n}-mended.yaml": f"quote: >-\n  the {word}\nstatement: The {word}.\ndate: 2022\n"
        for n, word in enumerate(words, 2)
    }
    article = "Harvests fell in all three valleys. They mended " + ", ".join(f"the {word}" for word in words) + ".\n"
    files = SOUND | claims | {"sources/gazette.txt": article}
    write(tmp_path, files | {"sources/gazette.yaml": "title: A hard year\nissued: 3022-12\n"})
    (problem,) = problems_of(tmp_path)
    assert str(problem.where) == "sources/gazette.yaml:2:9"
    assert problem.what == "'3022-12' is far from what 6 of 6 dated claims are about"


TOLD = {  # what a person writes in place of what, and what is told
    'date: "2022"|date: "2022-22"': ("is read as summer 2022, not as two years or a month", "date_from: summer"),
    'date: "2022"|date: "2021-22"': ("is read as summer 2021", 'for the two years write date: "2021/2022"'),
    "[NO]|[NO, SE, NO]": ("'NO' is listed twice in 'countries'", ""),
    "status: draft|status: draft\nreviewed_by: Ann": ("'Ann' is named as having checked it", "status: reviewed"),
    "statement: Harvests fell.|statement: ...": ("'...' would be shown", "write: statement:"),
    "statement: Harvests fell.|statement: TODO": ("'TODO' would be shown", "write: statement:"),
    'statement: Harvests fell.|statement: "\u200b\u2060"': ("a claim has no 'statement'", "add, for example"),
    "quote: >-|   1 quote: >-": ("begin with a sign or number that does not belong to the file", "delete '1'"),
}


@pytest.mark.parametrize("change", TOLD)
def test_a_value_that_means_nothing_or_something_else_is_told(tmp_path: Path, change: str) -> None:
    found = said(tmp_path, *change.split("|"))
    for part in TOLD[change]:
        assert part in found


COUNTED = {
    "raw: all three, value: 3, unit: '%'": "write unit: percentage",
    "raw: all three, value: 3, unit: Dollars": "write unit: dollar",
    "raw: all three, value: 3, unit: valley": "",
    "raw: arvests": "is not in the quote",
}


@pytest.mark.parametrize("figure", COUNTED)
def test_a_figure_says_its_value_in_the_unit_by_which_figures_meet(tmp_path: Path, figure: str) -> None:
    found = said(tmp_path, "status: draft", f"figures:\n  - {{{figure}}}\nstatus: draft")
    assert COUNTED[figure] in found and bool(found) == bool(COUNTED[figure])


def test_a_figure_without_its_value_is_told_what_it_is(tmp_path: Path) -> None:
    article = {"sources/gazette.txt": "It left 238 farms, the paper says.\n"}
    counted = "quote: >-\n  238 farms\nstatement: Farms went.\nfigures:\n  - {raw: 238, unit: farm}\n"
    write(tmp_path, SOUND | article | {CLAIM: counted})
    (problem,) = (p for p in problems_of(tmp_path) if p.rule == "bad-number")
    assert problem.hint == "write value: 238"


def test_a_cue_on_both_sides_is_told(tmp_path: Path) -> None:
    path = "claims/codebook/questions/harvest-falling.yaml"
    write(tmp_path, SOUND | {path: f"{SOUND[path]!s}yes: [harvest FALLS]\nno: [harvest FALLS]\n"})
    (problem,) = problems_of(tmp_path)
    assert (problem.rule, problem.where.line) == ("listed-twice", 4)


ELSEWHERE = {  # a file, and what is told of it
    "p02-better.yaml": "move it to claims/<source-id>/",
    "claims/gazette/p01-harvests.yml": "p01-harvests.yaml is beside it: copy your changes",
    "claims/gazette/p01-harvests.yaml.orig": "p01-harvests.yaml is beside it",
    "claims/gazette/.#p01-harvests.yaml": "p01-harvests.yaml is beside it",
    "claims/gazette/p02-better.yaml.orig": "rename it to p02-better.yaml",
    "claims/codebook/questions/harvest-falling.yaml.bak": "harvest-falling.yaml is beside it",
    "claims/codebook/themes.yaml.bak": "themes.yaml is beside it",
}


@pytest.mark.parametrize("path", ELSEWHERE)
def test_a_file_that_is_not_read_is_never_to_be_put_over_one_that_is(tmp_path: Path, path: str) -> None:
    beside = {"claims/codebook/questions/harvest-falling.yaml.bak", "claims/codebook/themes.yaml.bak"}
    content = SOUND[path.removesuffix(".bak")] if path in beside else SOUND[CLAIM]
    write(tmp_path, SOUND | {path: content})
    (problem,) = problems_of(tmp_path)
    assert problem.where.path == path and ELSEWHERE[path] in problem.hint


def test_a_folder_where_an_article_or_its_metadata_should_be_is_one_message(tmp_path: Path) -> None:
    page = {"sources/page.html": "<html></html>"}
    write(tmp_path, SOUND | page | {"sources/new.txt/a": "", "sources/other.yaml/a": ""})
    assert [(p.where.path, p.rule) for p in problems_of(tmp_path)] == [
        ("sources/new.txt", "not-a-file"),
        ("sources/other.yaml", "not-a-file"),
        ("sources/page.html", "unreadable-article"),
    ]


def test_an_article_that_was_changed_is_to_be_brought_back(tmp_path: Path) -> None:
    ledger = f"drafts:\n  p01-harvests.yaml:\n    sha256: {'0' * 64}\n    quote: >-\n      {{}}\n"
    changed = {"sources/gazette.txt": str(SOUND["sources/gazette.txt"]).replace("three", "four")}
    back = "bring the article back (git restore sources/gazette.txt); else the nearest passage"
    for quote, hint in (("Harvests fell in all three valleys", back), ("Other words", "the nearest passage")):
        write(tmp_path, SOUND | changed | {"claims/gazette/_extracted.yaml": ledger.format(quote)})
        (problem,) = (p for p in problems_of(tmp_path) if p.rule == "quote-not-found")
        assert problem.hint.partition(hint)[0] in ("", "these words were there when the claim was drafted: ")
        assert hint in problem.hint and "Harvests fell in all four valleys" in problem.hint
    gone = {"sources/gazette.txt": "The chess club has a new hall.\n"}
    write(
        tmp_path,
        SOUND | gone | {"claims/gazette/_extracted.yaml": ledger.format("Harvests fell in all three valleys")},
    )
    (problem,) = (p for p in problems_of(tmp_path) if p.rule == "quote-not-found")
    assert "gazette.txt); else delete the claim: nothing like it is there any more" in problem.hint


@pytest.mark.parametrize("spelt", [str.capitalize, "• {}".format], ids=["capitals", "bullets"])
def test_keys_that_a_word_processor_spelt_otherwise_are_one_message(
    tmp_path: Path, spelt: Callable[[str], str]
) -> None:
    text = re.sub(r"^\w+", lambda key: spelt(key[0]), str(SOUND[CLAIM]), flags=re.MULTILINE)
    write(tmp_path, SOUND | {CLAIM: text})
    (problem,) = problems_of(tmp_path)
    assert f"the first of them '{spelt('quote')}'" in problem.what
    assert problem.hint.endswith(": quote, statement, countries, themes, date, positions, status")


def test_a_text_that_was_wrapped_is_to_be_indented(tmp_path: Path) -> None:
    found = said(tmp_path, "Harvests fell.", "Harvests fell in the\nthree valleys.")
    assert ":4:1: error: this line has no 'key: value'" in found and "indent the line by two spaces" in found


@pytest.mark.parametrize("path", ["docs/note.md", "docs/assets/note.css"])
def test_a_pipe_or_a_lost_link_among_the_pages_is_told_before_a_build_waits_for_it(tmp_path: Path, path: str) -> None:
    write(tmp_path, {**SOUND, "docs/index.md": "# Hello\n", "docs/assets/a.css": "a {}\n"})
    os.mkfifo(tmp_path / path)
    (tmp_path / "docs/old.md").symlink_to("nowhere.md")
    found = {p.where.path: (p.rule, p.severity) for p in problems_of(tmp_path)}
    assert found == {path: ("not-a-file", "error"), "docs/old.md": ("symlink", "error")}


def test_a_hand_written_page_in_another_encoding_is_told_before_a_build_empties_the_site(tmp_path: Path) -> None:
    write(tmp_path, {**SOUND, "docs/index.md": "# Hello\n"})
    (tmp_path / "docs/mine.md").write_bytes("# Who\n\nFrançois\n".encode("cp1252"))
    (told,) = problems_of(tmp_path)
    assert (told.where.path, told.where.line, told.where.column, told.rule) == ("docs/mine.md", 3, 5, "encoding")


@pytest.mark.parametrize(
    ("line", "behind"),
    [("countries: [NO]", "x]"), ('date: "2022"', "x"), ("positions: {harvest-falling: yes}", " I think")],
)
def test_what_stands_behind_a_closed_value_is_left_off_what_to_write(tmp_path: Path, line: str, behind: str) -> None:
    found = said(tmp_path, line, line + behind)
    assert found.endswith(f"hint: write {line}"), found


def test_a_value_below_a_misspelt_key_is_pointed_at(tmp_path: Path) -> None:
    found = said(tmp_path, "countries: [NO]", "countriess: [Norwayland]")
    assert ":4:14: error: no country or region is called 'Norwayland'" in found, found


@pytest.mark.parametrize("above", ["", "# Help: docs/about/editing.md\n"])
def test_a_quote_whose_key_was_deleted_is_told_at_its_words(tmp_path: Path, above: str) -> None:
    found = said(tmp_path, "quote: >-\n", above)
    line = 2 if above else 1
    assert f":{line}:1: error: this text is under no key [syntax]" in found and "'quote: >-'" in found, found
