"""One slip, one message, with what to write: slips of people who never saw a file like this."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.cases import QUESTION, SEEN, Files, claim, summed
from checks.small import CLAIM, SOUND, dossier_of, problems_of, write
from dossier.checks import check
from dossier.store.limits import read_limits
from dossier.store.places import Pointing

TEXT = str(SOUND[CLAIM])
STATEMENT = "statement: Harvests fell."
CITED = summed("Harvests fell [gazette/p01-harvests].") | {
    "claims/codebook/decisions.yaml": "decisions:\n  - pair: [gazette/p01-harvests, report/p01-rich]\n"
    "    relation: dismissed\n    because: Different valleys.\n    seen: 0f3a9c1b2d4e\n"
}


def told(root: Path, files: Files) -> list[str]:
    write(root, SOUND | CITED | files)
    return [f"{p.where}: {p.what} -> {p.hint}" for p in problems_of(root)]


# what is wrong -> what is changed; place, what is told and what to write
SLIPS: dict[str, tuple[Files, str]] = {
    "a mark never closed, a marked text below": (
        claim(STATEMENT, 'statement: "Harvests fell.'),
        f"{CLAIM}:3:12: a quotation mark is opened and never closed -> "
        "write it as:\nstatement: >-\n  Harvests fell.",
    ),
    "marks inside marks": (
        claim(STATEMENT, 'statement: "The "harvests" fell."'),
        f"{CLAIM}:3:18: there are words after the closing quotation mark -> "
        'write it as:\nstatement: >-\n  The "harvests" fell.',
    ),
    "begins with braces": (
        claim(STATEMENT, "statement: {Harvests} fell."),
        f"{CLAIM}:3:23: there are words after the closing bracket -> "
        "write it as:\nstatement: >-\n  {Harvests} fell.",
    ),
    "begins with a question mark": (
        claim(STATEMENT, "statement: ? Harvests fell."),
        f"{CLAIM}:3:12: a text without quotation marks cannot begin with '?' -> "
        "write it as:\nstatement: >-\n  ? Harvests fell.",
    ),
    "no colon": (
        claim("status: draft", "status draft"),
        f"{CLAIM}:8:1: a colon is missing after the key -> write 'status: draft'",
    ),
    "a colon of another alphabet": (
        claim("status: draft", "status\uff1adraft"),
        f"{CLAIM}:8:1: this colon is of another alphabet -> write 'status: draft'",
    ),
    "a list opened and never closed": (
        claim("[farming]", "[farming"),
        f"{CLAIM}:5:9: a list opened with '[' is not closed, or a comma is missing -> write themes: [farming]",
    ),
    "a list closed and never opened": (
        claim("[farming]", "farming]"),
        f"{CLAIM}:5:9: 'themes' is a list, not the text 'farming]' -> write themes: [farming]",
    ),
    "a text as a list": (
        claim(STATEMENT, "statement:\n  - Harvests: fell."[:23] + " fell."),
        f"{CLAIM}:4:3: 'statement' is a text, not a list -> write statement: Harvests fell.",
    ),
    "a page saved instead of the file": (
        {CLAIM: f"<!DOCTYPE html>\n<html><body>{TEXT}</body></html>"},
        f"{CLAIM}:1:1: this is a web page, not the file itself -> "
        "copy only the lines of the file, without the page around them",
    ),
    "a space that is none, in a key": (
        claim("status: draft", "status\u00a0: draft"),
        f"{CLAIM}:8:1: a claim has no key 'status' -> did you mean 'status'? "
        "a space in it is not a plain one, or cannot be seen; type the word again",
    ),
    "a Cyrillic letter in a code": (
        claim("[NO]", "[N\u041e]"),
        f"{CLAIM}:4:13: no country or region is called 'N\u041e' -> did you mean 'NO'? "
        "'\u041e' in it is another letter (cyrillic capital letter o); type the word again",
    ),
    "an underscore in a number": (
        claim("status: draft", "figures:\n  - {raw: all three, value: 1_000}"),
        f"{CLAIM}:9:29: '1_000' is not a number -> did you mean 1000?",
    ),
    "a number beyond numbers": (
        claim("status: draft", "figures:\n  - {raw: all three, value: 1e999}"),
        f"{CLAIM}:9:29: '1e999' is larger than any number we can hold -> write the number of the article, in digits",
    ),
    "two days of a month": (
        claim('"2022"', "5 to 30 April 2022"),
        f"{CLAIM}:6:7: '5 to 30 April 2022' is not a date we can read -> "
        'did you mean date: "2022-04-05/2022-04-30"?',
    ),
    "words left out of a quote": (
        claim("Harvests fell in all three valleys\ns", "Harvests fell ... in all three valleys\ns"),
        f"{CLAIM}:1:8: the quote is not in 'gazette' word for word: 'Harvests fell ... in all three valleys' -> "
        "a quote leaves no words out. The whole passage, to paste:\n"
        "quote: >-\n  Harvests fell in all three valleys\nor only: in all three valleys",
    ),
    "words left out between sentences": (
        claim("Harvests fell in all three valleys\ns", "Harvests fell […] a better year\ns"),
        f"{CLAIM}:1:8: the quote is not in 'gazette' word for word: 'Harvests fell […] a better year' -> "
        "a quote leaves no words out. The whole passage, to paste:\nquote: >-\n"
        "  Harvests fell in all three valleys. The ministry expects a better year\nor only: Harvests fell",
    ),
    "the last word of a quote mistyped": (
        claim("valleys\ns", "vallys\ns"),
        f"{CLAIM}:1:8: the quote is not in 'gazette' word for word: 'Harvests fell in all three vallys' -> "
        "the nearest passage, to paste:\nquote: >-\n  Harvests fell in all three valleys",
    ),
    "another word in the place of a quote's last one": (
        claim("valleys\ns", "regions\ns"),
        f"{CLAIM}:1:8: the quote is not in 'gazette' word for word: 'Harvests fell in all three regions' -> "
        "its last word is not the article's. To paste:\n"
        "quote: >-\n  Harvests fell in all three valleys\nor only: Harvests fell in all three",
    ),
    "a word added behind what the article ends its sentence with": (
        claim("valleys\ns", "valleys again\ns"),
        f"{CLAIM}:1:8: the quote is not in 'gazette' word for word: 'Harvests fell in all three valleys again' -> "
        "only its beginning is in the article; the rest is not its words. To paste:\n"
        "quote: >-\n  Harvests fell in all three valleys",
    ),
    "stars for dashes": (
        claim("[NO]", "\n  * NO\n  * SE"),
        f"{CLAIM}:5:4: a list item begins with a dash and a space -> write '- NO'",
    ),
    "a star behind the key": (
        claim("[NO]", "* NO"),
        f"{CLAIM}:4:13: a text without quotation marks cannot begin with '*' -> write countries: [NO]",
    ),
    "a numbered list": (
        claim("[NO]", "\n  1. NO\n  2. SE"),
        f"{CLAIM}:5:3: 'countries' is a list, not the text '1. NO 2. SE' -> write countries: [NO, SE]",
    ),
    "all countries": (
        claim("[NO]", "[all]"),
        f"{CLAIM}:4:13: no country or region is called 'all' -> "
        "a claim about no country in particular names none: leave it out; regions are: nordic",
    ),
    "no country at hand": (
        claim("[NO]", "[N/A]"),
        f"{CLAIM}:4:13: no country or region is called 'N/A' -> "
        "a claim about no country in particular names none: leave it out; regions are: nordic",
    ),
    "all questions": (
        claim("{harvest-falling: yes}", "[all]"),
        f"{CLAIM}:7:12: 'positions' takes 'question: yes' lines, not a list -> "
        "for example: positions: {harvest-falling: yes}",
    ),
    "a question without brackets": (
        claim("{harvest-falling: yes}", "harvest-falling: yes"),
        f"{CLAIM}:7:27: there is a ': ' inside a text without quotation marks -> "
        "write, with yes, no, mixed, sign-yes or sign-no:\npositions:\n  harvest-falling: yes",
    ),
    "a brace never closed": (
        claim("yes}", "yes"),
        f"{CLAIM}:7:12: a '{{' is not closed, or a comma is missing -> "
        "write, with yes, no, mixed, sign-yes or sign-no:\npositions:\n  harvest-falling: yes",
    ),
    "a question without a side": (
        claim("yes}", "}"),
        f"{CLAIM}:7:30: there is nothing after 'harvest-falling' -> choose one of: yes, no, mixed, sign-yes, sign-no",
    ),
    "a hash before a theme": (
        claim("[farming]", "#farming"),
        f"{CLAIM}:5:8: '#' turns what follows into a comment: nothing is left of 'themes' -> "
        "delete the '#'; for a comment put a space after the '#'",
    ),
    "a hash before a text": (
        claim("status: draft", "note: #3 of the list is meant"),
        f"{CLAIM}:8:6: '#' turns what follows into a comment: nothing is left of 'note' -> "
        'write note: "#3 of the list is meant"; for a comment put a space after the \'#\'',
    ),
    "a date with a comma behind": (
        claim('"2022"', '"2022",'),
        f'{CLAIM}:6:13: there are words after the closing quotation mark -> write date: "2022"',
    ),
    "a year with an apostrophe": (
        claim('"2022"', "'22"),
        f'{CLAIM}:6:7: a quotation mark is opened and never closed -> write date: "2022"',
    ),
    "a word with an apostrophe at its beginning": (
        claim("status: draft", "note: 'tis wrong"),
        f"{CLAIM}:8:7: a quotation mark is opened and never closed -> write it as:\nnote: >-\n  'tis wrong",
    ),
    "the first line indented": (
        {CLAIM: f" {TEXT}"},
        f"{CLAIM}:1:1: the first line is indented and the others are not -> delete the spaces before 'quote'",
    ),
    "two claims as a list": (
        {CLAIM: "- quote: >-\n    x\n  statement: y\n- quote: >-\n    z\n  statement: a\n"},
        f"{CLAIM}:1:1: a claim is a list of 'key: value' lines, not a list -> "
        "put each entry of the list into a file of its own, without dash and indentation",
    ),
    "a figure without a dash": (
        claim("status: draft", "figures:\n  raw: all three\n  value: 3"),
        f"{CLAIM}:9:3: 'figures' is a list, not 'key: value' lines -> "
        "put '- ' before 'raw' and two spaces before the other keys, so that they stand below it",
    ),
    "a figure's key out of its place": (
        claim("status: draft", "figures:\n- raw: all three\nvalue: 3"),
        f"{CLAIM}:10:1: a claim has no key 'value' -> "
        "if it belongs to the entry of 'figures' above, put 2 spaces before it",
    ),
    "authors as a list of names": (
        {"sources/gazette.yaml": "title: A hard year\nauthor: [Ida Hansen, Per Berg]\nissued: 2022-12\n"},
        "sources/gazette.yaml:2:9: 'author' is a list of 'key: value' lines, not of texts -> "
        "write:\nauthor:\n  - {literal: Ida Hansen}\n  - {literal: Per Berg}",
    ),
    "authors as a list in a list, and keys beside it": (
        {"sources/gazette.yaml": "title: A hard year\nauthor:\n  - [Ida Hansen, Per Berg]\n  - {family: Dal}\n"},
        "sources/gazette.yaml:3:3: 'author' is a list of 'key: value' lines, not of texts -> "
        "write:\nauthor:\n  - {literal: Ida Hansen}\n  - {literal: Per Berg}\n  - {family: Dal}",
    ),
    "authors in one line": (
        {"sources/gazette.yaml": "title: A hard year\nauthor: By Ida Hansen, Per van den Berg and A. Dal\n"},
        "sources/gazette.yaml:2:9: 'author' is a list, not the text 'By Ida Hansen, Per van den Be…' -> "
        "write:\nauthor:\n  - {literal: Ida Hansen}\n  - {literal: Per van den Berg}\n  - {literal: A. Dal}",
    ),
    "an office whose name has an 'and'": (
        {"sources/gazette.yaml": "title: A hard year\nauthor: Ministry of Trade and Industry\n"},
        "sources/gazette.yaml:2:9: 'author' is a list, not the text 'Ministry of Trade and Industry' -> "
        "write:\nauthor:\n  - {literal: Ministry of Trade and Industry}",
    ),
    "two addresses": (
        {"sources/gazette.yaml": "title: A hard year\nURL: [https://a.example, https://b.example]\n"},
        "sources/gazette.yaml:2:6: 'URL' is a text, not a list -> write one of them: URL: https://a.example",
    ),
    "decisions among the themes": (
        {"claims/codebook/themes.yaml": f"{SOUND['claims/codebook/themes.yaml']!s}decisions:\n  - pair: [a, b]\n"},
        "claims/codebook/themes.yaml:5:3: 'decisions' is a list of 'key: value' lines, not a list -> "
        "delete the dashes at the beginning of the lines, so that each begins with its key",
    ),
    "an address as Markdown": (
        {"sources/gazette.yaml": "title: A hard year\nURL: [here](https://example.org/a)\nissued: 2022-12\n"},
        "sources/gazette.yaml:2:12: there are words after the closing bracket -> write URL: https://example.org/a",
    ),
    "a list opened at the end": (
        claim("status: draft", "note: ["),
        f"{CLAIM}:9:1: a list opened with '[' is not closed -> write it as [one, two]",
    ),
    "a brace opened at the end": (
        claim("status: draft", "figures: {"),
        f"{CLAIM}:9:1: a '{{' is not closed -> write it as {{key: value}}",
    ),
    "an address with a name to log in": (
        {"sources/gazette.yaml": "title: A hard year\nURL: https://known.example@other.example/\nissued: 2022-12\n"},
        "sources/gazette.yaml:2:6: 'https://known.example@other.example/' is not an address we can link to -> "
        "delete what comes before the '@': it is a login name, not part of the address",
    ),
    "a number in other digits": (
        claim("status: draft", "figures:\n  - {raw: all three, value: \u0663}"),
        f"{CLAIM}:9:29: '\u0663' is not a number -> did you mean 3?",
    ),
    "half a character as a code": (
        claim("status: draft", 'note: "\\ud800"'),
        f"{CLAIM}:8:10: a backslash code inside double quotation marks stands for no character -> "
        "delete it, or use single quotation marks",
    ),
    "an address in angle brackets": (
        {"sources/gazette.yaml": "title: A hard year\nURL: <https://example.org/a>\nissued: 2022-12\n"},
        "sources/gazette.yaml:2:6: '<https://example.org/a>' is not an address we can link to -> "
        "did you mean https://example.org/a?",
    ),
    "a quote changed on its first line only": (
        claim(">-\n  Harvests fell in all three valleys", "Harvests fell in both\n  valleys and all three valleys"),
        f"{CLAIM}:1:8: the quote is not in 'gazette' word for word: "
        "'Harvests fell in both valleys and all three valleys' -> "
        "the nearest passage, to paste:\nquote: >-\n  Harvests fell in all three valleys",
    ),
    "a colon in a text of two lines": (
        claim(STATEMENT, "statement: Harvests fell\n  in the valleys: all three."),
        f"{CLAIM}:4:17: there is a ': ' inside a text without quotation marks -> "
        "write it as:\nstatement: >-\n  Harvests fell in the valleys: all three.",
    ),
    "a text on the line of a key that holds lines": (
        {"sources/gazette.yaml": "title: A hard year\nissued: 2022-12\nrights: The Gazette\n  publish: full\n"},
        "sources/gazette.yaml:4:10: 'rights' has a text on its line and 'key: value' lines below it -> "
        "put that text below as a line of its own: two spaces and holder: The Gazette",
    ),
    "names of countries and regions": (
        claim("[NO]", "[Norway, Nordic, SE]"),
        f"{CLAIM}:4:13: no country or region is called 'Norway' or 'Nordic' -> write countries: [NO, nordic, SE]",
    ),
    "a code and a region with a semicolon": (
        claim("[NO]", "[NO; nordic]"),
        f"{CLAIM}:4:13: no country or region is called 'NO; nordic' -> write them apart, with commas: [NO, nordic]",
    ),
    "names without brackets, one of a region": (
        claim("[NO]", "Norway, Nordic"),
        f"{CLAIM}:4:12: 'countries' is a list, not the text 'Norway, Nordic' -> write countries: [NO, nordic]",
    ),
    "round brackets": (
        claim("[NO]", "(NO, nordic)"),
        f"{CLAIM}:4:12: 'countries' is a list, not the text '(NO, nordic)' -> write countries: [NO, nordic]",
    ),
    "codes without commas": (
        claim("[NO]", "NO SE"),
        f"{CLAIM}:4:12: 'countries' is a list, not the text 'NO SE' -> write countries: [NO, SE]",
    ),
    "a country of two words": (
        claim("[NO]", "Saudi Arabia"),
        f"{CLAIM}:4:12: 'countries' is a list, not the text 'Saudi Arabia' -> write countries: [SA]",
    ),
    "two kinds": (
        claim("status: draft", "kind: [fact, assessment]"),
        f"{CLAIM}:8:7: 'kind' is a text, not a list -> write one of them: kind: fact",
    ),
    "a question in its own words": (
        claim("{harvest-falling: yes}", "\n  Are the harvests falling?: yes"),
        f"{CLAIM}:8:3: no question is called 'Are the harvests falling?' -> "
        "did you mean 'harvest-falling'? a question is named by its file, without .yaml",
    ),
    "a question nobody asks": (
        claim("{harvest-falling: yes}", "\n  Do ferries sail on Mondays?: yes"),
        f"{CLAIM}:8:3: no question is called 'Do ferries sail on Mondays?' -> "
        "a question is named by its file in claims/codebook/questions, without .yaml; or delete the line",
    ),
    "lines with their numbers": (
        {CLAIM: "".join(f"{n} {line}\n" for n, line in enumerate(["# see the handbook", *TEXT.splitlines()], 1))},
        f"{CLAIM}:1:1: the lines begin with a sign or number that does not belong to the file -> "
        "delete '1' and what is like it at the beginning of every line",
    ),
    "typographic marks around a sentence": (
        claim("Harvests fell.", "“Harvests fell.”"),
        f"{CLAIM}:3:12: a quotation mark in 'statement' is no part of the sentence, or its partner is missing -> "
        "delete it: only \" and ', the plain ones, may stand around a text without being shown",
    ),
    "a mark left behind": (
        claim("Harvests fell.", 'Harvests fell."'),
        f"{CLAIM}:3:12: a quotation mark in 'statement' is no part of the sentence, or its partner is missing -> "
        "delete it: only \" and ', the plain ones, may stand around a text without being shown",
    ),
    "a language by its name": (
        {"sources/gazette.yaml": "title: A hard year\nissued: 2022-12\nlanguage: English\n"},
        "sources/gazette.yaml:3:11: 'English' is not the code of a language -> did you mean language: en?",
    ),
    "a statement drawn into the quote": (
        claim(STATEMENT, f"  {STATEMENT}"),
        f"{CLAIM}:1:1: 'statement:' is indented and so part of 'quote' above it -> "
        "delete the spaces before 'statement:'",
    ),
    "a question mark for a date": (
        claim('"2022"', "?"),
        f"{CLAIM}:6:7: a text without quotation marks cannot begin with '?' -> "
        "delete the line, or write what is meant after 'date:'",
    ),
    "countries with yes behind them": (
        claim("[NO]", "\n  NO: yes\n  SE: yes"),
        f"{CLAIM}:5:3: 'countries' is a list, not 'key: value' lines -> write countries: [NO, SE]",
    ),
    "three years": (
        claim('"2022"', "[2021, 2022, 2023]"),
        f"{CLAIM}:6:7: 'date' is a text, not a list -> write date: \"2021/2023\"",
    ),
    "both sides": (
        claim("yes}", '"yes, no"}'),
        f"{CLAIM}:7:30: 'yes, no' is not allowed in 'harvest-falling' -> "
        "did you mean 'mixed'? choose one of: yes, no, mixed, sign-yes, sign-no",
    ),
    "a side with its reason": (
        claim("yes}", "no because it grew}"),
        f"{CLAIM}:7:30: 'no because it grew' is not allowed in 'harvest-falling' -> "
        "did you mean 'no'? choose one of: yes, no, mixed, sign-yes, sign-no",
    ),
    "a day without its year": (
        claim('"2022"', "24 Feb"),
        f"{CLAIM}:6:7: '24 Feb' is not a date we can read -> "
        'give its year as well; of the year 2022 it would be date: "2022-02-24"',
    ),
    "a year with a dash behind": (
        claim('"2022"', "2022-"),
        f"{CLAIM}:6:7: '2022-' is not a date we can read -> did you mean date: \"2022/..\"?",
    ),
    "half a month": (
        {"sources/gazette.yaml": "title: A hard year\nissued: second half of December 2022\n"},
        "sources/gazette.yaml:2:9: 'second half of December 2022' is not a date we can read -> "
        'did you mean issued: "2022-12-16/2022-12-31"?',
    ),
    "a key in another language": (
        claim(STATEMENT, "aussage: Harvests fell."),
        f"{CLAIM}:3:1: a claim has no key 'aussage' -> did you mean 'statement'?",
    ),
    "a wrong ending": (
        {CLAIM: None, CLAIM.replace(".yaml", ".yml"): TEXT},
        f"{CLAIM.replace('.yaml', '.yml')}:1:1: 'p01-harvests.yml' is not read -> rename it to p01-harvests.yaml",
    ),
    "put into another source's folder": (
        {CLAIM: None, CLAIM.replace("gazette", "report"): TEXT},
        "claims/report/p01-harvests.yaml:1:8: this quote is from 'gazette', not from 'report' -> "
        "move the file to claims/gazette/",
    ),
    "an unreadable question": (
        {QUESTION: "question: Are harvests falling?\nthemes: [farming\n"},
        f"{QUESTION}:2:9: a list opened with '[' is not closed, or a comma is missing -> write themes: [farming]",
    ),
    "a question that asks the opposite": (
        claim("harvest-falling: yes", "harvest-rising: no"),
        f"{CLAIM}:7:13: no question is called 'harvest-rising' -> "
        "'harvest-falling' asks the opposite: write harvest-falling: yes",
    ),
    "an article saved in a second encoding": (
        {"sources/report.txt": "The valleys’ farmers brought in a rich harvest.\n".encode().decode("latin-1")},
        "sources/report.txt:1:13: control character U+0080 in the text -> "
        "the text was read in another encoding before it was saved: fetch it again, and save it as UTF-8",
    ),
    "a speaker under a key spelt otherwise": (
        claim("status: draft", "Speaker: The ministry\nstatus: draft"),
        f"{CLAIM}:8:1: a claim has no key 'Speaker' -> did you mean 'speaker'?",
    ),
    "a decision pasted without the spaces before it": (
        {QUESTION: f"question: Falling?\ndecisions:\n  - pair: [gazette/p01-harvests, report/p01-rich]\n"
            f"    relation: dismissed\n    because: x\n    seen: {SEEN}\n- pair: [a/b, c/d]\n  relation: agrees\n"},
        f"{QUESTION}:7:1: this list item is further left than those above it -> "
        "put 2 spaces before it, and before each line that belongs to it",
    ),
    "the first decision without its dash": (
        {QUESTION: f"question: Falling?\ndecisions:\n    pair: [gazette/p01-harvests, report/p01-rich]\n"
            f"    relation: dismissed\n    seen: {SEEN}\n  - pair: [a/b, c/d]\n    relation: agrees\n"},
        f"{QUESTION}:6:3: a list item begins with a dash, and the first one here has none -> "
        "write '- ' before 'pair'",
    ),
    "a decision whose dash stands too far left": (
        {QUESTION: f"question: Falling?\ndecisions:\n- pair: [gazette/p01-harvests, report/p01-rich]\n"
            f"    relation: dismissed\n    seen: {SEEN}\n"},
        f"{QUESTION}:4:5: this line does not fit the lines above it -> "
        "begin the line above where this one begins: put 2 spaces before '- pair:'",
    ),
    "a line of a decision one space too far right": (
        {QUESTION: f"question: Falling?\ndecisions:\n  - pair: [gazette/p01-harvests, report/p01-rich]\n"
            f"    relation: dismissed\n    because: Other valleys.\n     by: A. Editor\n    seen: {SEEN}\n"},
        f"{QUESTION}:6:8: this line does not fit the lines above it -> "
        "begin it exactly below 'because': 4 spaces before 'by', no more",
    ),
    "a line of a decision at the beginning of the line": (
        {QUESTION: f"question: Falling?\ndecisions:\n  - pair: [gazette/p01-harvests, report/p01-rich]\n"
            f"relation: dismissed\n    because: Other valleys.\n    seen: {SEEN}\n"},
        f"{QUESTION}:5:12: 'relation' belongs to the entry above it -> "
        "begin 'relation:' exactly below the other keys of that entry",
    ),
    "decisions without the line above them": (
        {"claims/codebook/decisions.yaml": "- pair: [gazette/p01-harvests, report/p01-rich]\n  relation: agrees\n"},
        "claims/codebook/decisions.yaml:1:1: a decisions file is a list of 'key: value' lines, not a list -> "
        "write 'decisions:' above it, as the first line",
    ),
    "a region without the line above it": (
        {"claims/codebook/places.yaml": "nordic:\n  title: Nordic\n  members: [NO]\n"},
        "claims/codebook/places.yaml:1:1: a places file has no key 'nordic' -> "
        "put it below 'regions:', indented by two spaces, with all lines that belong to it",
    ),
    "a checked claim whose status is no word of ours": (
        claim("status: draft", 'status: wrong date\nreviewed_by: A. Editor\nreviewed_on: "2024-05-28"'),
        f"{CLAIM}:8:9: 'wrong date' is not allowed in 'status' -> choose one of: draft, reviewed, rejected",
    ),
    "a claim of nobody's article beside ledgers": (
        {
            "claims/gazette/_extracted.yaml": "drafts: {}\n",
            "claims/report/_extracted.yaml": "drafts: {}\n",
            "claims/gazete/p09-x.yaml": "quote: >-\n  The ministry expects\nstatement: It expects.\n",
        },
        "claims/gazete/p09-x.yaml:1:1: there is no source 'gazete' -> "
        "did you mean 'gazette'? then move what is in it to claims/gazette/",
    ),
    "a speaker whose words count as the article's": (
        claim("status: draft", "speaker: The ministry\nstatus: draft"),
        f"{CLAIM}:8:10: 'The ministry' says it, but according to 'voice' the article itself does -> "
        "add the line voice: attributed; or, if the article says it, delete the speaker",
    ),
    "a new claim on words that a checked one quotes": (
        claim("status: draft", "status: reviewed")
        | {"claims/gazette/a-new.yaml": "quote: >-\n  Harvests fell in all three valleys\nstatement: They fell.\n"},
        "claims/gazette/a-new.yaml:1:8: it quotes the same words as 'gazette/p01-harvests' -> "
        "correct 'gazette/p01-harvests' instead of adding a second claim; delete or reject this one",
    ),
    "a line of a decision one space to the left": (
        {QUESTION: "question: Falling?\ndecisions:\n  - pair: [gazette/p01-harvests, a/b]\n   because: x\n"},
        f"{QUESTION}:4:4: this line does not fit the lines above it -> "
        "begin it exactly below 'pair': 4 spaces before 'because', no more",
    ),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_gives_one_message_with_what_to_write(tmp_path: Path, slip: str) -> None:
    files, message = SLIPS[slip]
    assert [m for m in told(tmp_path, files) if "changed since it was decided" not in m] == [message]


DATES = {
    "March 24": '"2024-03"? a year has four digits; if 24 is a day, give its year as well',
    "March '24": '"2024-03"? a year has four digits',
    "12.3.22": '"2022-03-12" or date: "2022-12-03"? a year has four digits',
    "3/98": '"1998-03"? a year has four digits',
    "spring 22": '"2022-21" (spring 2022)? a year has four digits',
    "21/22": '"2021/2022"? a year has four digits',
    "since '22": '"2022/.."? a year has four digits',
    "Monday, 18 March 2024": '"2024-03-18"?',
    "early 2020s": '"2020/2023"?',
    "sometime in 2025": '"2025"?',
    "20220921": '"2022-09-21"?',
    "2022 (approx.)": '"~2022"?',
    "16. Dezember 2022": '"2022-12-16"?',
    "1er mars 2022": '"2022-03-01"?',
    "3 de mayo de 2022": '"2022-05-03"?',
    "mid-December 2022": '"2022-12-11/2022-12-20"?',
    "end of February 2023": '"2023-02-21/2023-02-28"?',
}


@pytest.mark.parametrize(
    "text", ["Harvests “fell” and “rose”.", "Harvests fell 5 < 6 and x > y.", "“Rich” harvests fell: “poor”."]
)
def test_marks_that_belong_to_a_sentence_are_left_alone(tmp_path: Path, text: str) -> None:
    assert [m for m in told(tmp_path, claim("Harvests fell.", f"'{text}'")) if "statement" in m] == []


@pytest.mark.parametrize("date", DATES)
def test_a_date_written_short_is_given_back_whole(tmp_path: Path, date: str) -> None:
    (message,) = told(tmp_path, claim('"2022"', f'"{date}"'))
    assert message.partition(" -> ")[2] == f"did you mean date: {DATES[date]}"


def test_a_month_beyond_the_year_is_told(tmp_path: Path) -> None:
    (message,) = told(tmp_path, claim('"2022"', "2022-13"))
    assert message.endswith("there is no month 13; two years are written with a slash: 2012/2013")


def test_who_knows_no_date_is_told_to_leave_it_out(tmp_path: Path) -> None:
    (message,) = told(tmp_path, claim('"2022"', "unknown"))
    assert message.endswith("delete the line: what has no date of its own needs none")


def test_a_deleted_claim_that_much_rests_on_is_told_once_with_every_place(tmp_path: Path) -> None:
    write(tmp_path, SOUND | CITED | {CLAIM: None})
    (problem,) = problems_of(tmp_path)
    assert problem.what == "there is no claim 'gazette/p01-harvests' any more, but 1 summary and 1 decision name it"
    assert "'status: rejected'" in problem.hint and "cite another claim" in problem.hint
    for path, line in ((QUESTION, 3), ("claims/codebook/decisions.yaml", 2)):
        assert f"\n{path}: line {line}" in problem.hint


TURNED = {
    "an author": {"sources/gazette.yaml": "title: A hard year\nissued: 2022-12\nauthor:\n  - {literal: \u202eIda}\n"},
    "a title": {"sources/gazette.yaml": "title: A hard \u202eyear\nissued: 2022-12\n"},
    "a reviewer": claim("status: draft", "status: reviewed\nreviewed_by: \u2067Ida"),
    "a theme": {"claims/codebook/themes.yaml": "farming:\n  title: Farm\u202aing\n"},
    "what would settle it": {QUESTION: "question: Falling?\nsettle: Harvest \u202estatistics.\n"},
}


@pytest.mark.parametrize("place", TURNED)
def test_letters_turned_round_are_told_wherever_readers_would_see_them(tmp_path: Path, place: str) -> None:
    write(tmp_path, SOUND | TURNED[place])
    assert [p.rule for p in problems_of(tmp_path)] == ["turning-mark"]


def test_a_settings_file_that_cannot_be_read_is_told_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Lake Orrin: the dam\n", "utf-8")
    (problem,) = read_limits(tmp_path)[1]
    assert (
        f"{problem.where}: {problem.what}" == "mkdocs.yml:1:22: there is a ': ' inside a text without quotation marks"
    )
    assert problem.hint == "write it as:\nsite_name: >-\n  Lake Orrin: the dam"


def test_a_merge_nobody_finished_is_told_of_the_settings_too(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("<<<<<<< ours\nsite_name: A\n=======\nsite_name: B\n>>>>>>> b\n", "utf-8")
    (problem,) = read_limits(tmp_path)[1]
    assert f"{problem.where}: {problem.rule}" == "mkdocs.yml:1:1: merge-conflict"


def test_what_stands_under_a_misspelt_key_is_looked_at_as_well(tmp_path: Path) -> None:
    files: Files = {"sources/gazette.yaml": "Title: A hard year\nissued: 2022-12\nurl: example.org/a\n"}
    assert [m for m in told(tmp_path, files) if m.startswith("sources/")] == [
        "sources/gazette.yaml:1:1: a source has no key 'Title' -> did you mean 'title'?",
        "sources/gazette.yaml:3:1: a source has no key 'url' -> did you mean 'URL'?",
        "sources/gazette.yaml:3:6: 'example.org/a' is not an address we can link to -> "
        "did you mean https://example.org/a?",
    ]


def test_of_several_places_the_one_with_whole_words_is_quoted(tmp_path: Path) -> None:
    article = "The unripe corn was cut. Ripe corn is rare; ripe corn sells.\n"
    files = {"sources/gazette.txt": article, CLAIM: "quote: >-\n  ripe corn\nstatement: Corn sells.\n"}
    write(tmp_path, SOUND | files)
    assert problems_of(tmp_path) == []


@pytest.mark.parametrize(
    ("value", "said"), [("value: 238", ""), ("value: 240", "240"), ("low: 238, high: 240", ""), ("low: 240", "240")]
)
def test_a_figure_has_the_value_that_its_words_give(tmp_path: Path, value: str, said: str) -> None:
    counted = f"quote: >-\n  238 farms\nstatement: Farms went.\nfigures:\n  - {{raw: 238, {value}, unit: farm}}\n"
    article = {"sources/gazette.txt": f"{SOUND['sources/gazette.txt']!s}It left 238 farms.\n"}
    path = "claims/gazette/p01-farms.yaml"
    messages = [m for m in told(tmp_path, article | {path: counted}) if m.startswith(path)]
    wrong = f"{path}:5:3: the figure '238' has the value {said}"
    assert messages == (
        [f"{wrong} -> write value: 238, or in 'raw' the words of the quote that say {said}"] if said else []
    )


def test_a_pair_written_as_a_text_is_given_back_as_two_ids(tmp_path: Path) -> None:
    text = str(CITED["claims/codebook/decisions.yaml"])
    text = text.replace("[gazette/p01-harvests, report/p01-rich]", "gazette/p01-harvests and report/p01-rich")
    assert "write pair: [gazette/p01-harvests, report/p01-rich]" in told(
        tmp_path, {"claims/codebook/decisions.yaml": text}
    )[0]  # fmt: skip


def test_disagrees_is_taken_for_contradicts(tmp_path: Path) -> None:
    text = str(CITED["claims/codebook/decisions.yaml"]).replace("dismissed", "disagrees")
    (message,) = told(tmp_path, {"claims/codebook/decisions.yaml": text})
    assert "did you mean 'contradicts'?" in message


def test_a_cited_claim_that_was_renamed_is_found_by_what_it_quoted(tmp_path: Path) -> None:
    quote = "quote: >-\n      Harvests fell in all three\n      valleys\n"
    ledger = f"drafts:\n  p01-harvests.yaml:\n    sha256: {'0' * 64}\n    {quote}"
    files = {CLAIM: None, "claims/gazette/valleys.yaml": TEXT, "claims/gazette/_extracted.yaml": ledger}
    (message,) = (m for m in told(tmp_path, files) if "gazette/p01-harvests" in m)
    assert " -> did you mean 'gazette/valleys'? It is named in\n" in message
    assert message.endswith("line 3 (summary)\nclaims/codebook/decisions.yaml: line 2 (decision)")


def test_white_space_makes_no_decision_stale(tmp_path: Path) -> None:
    write(tmp_path, SOUND | CITED)
    (asked,) = problems_of(tmp_path)
    seen = asked.hint.rpartition("seen: ")[2].strip('"')
    text = str(CITED["claims/codebook/decisions.yaml"]).replace("0f3a9c1b2d4e", seen)
    spaced = TEXT.replace("fell in all", "fell in\n  all").replace(STATEMENT, "statement: Harvests\u00a0fell.  ")
    assert told(tmp_path, {"claims/codebook/decisions.yaml": text, CLAIM: spaced}) == []


def test_no_file_is_looked_into_again_where_nothing_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    question = "claims/codebook/questions/harvest-falling.yaml"
    summed = f"{SOUND[question]!s}summary: Harvests fell [gazette/p01-harvests].\n"
    counted = str(SOUND[CLAIM]).replace(
        "status: draft", "figures:\n  - {raw: three valleys, value: 3}\nstatus: draft"
    )
    write(tmp_path, SOUND | {question: summed, CLAIM: counted})
    dossier, unread = dossier_of(tmp_path)
    asked: list[object] = []
    monkeypatch.setattr(Pointing, "__call__", lambda self, where, *keys: asked.append((where, keys)) or where)
    assert dossier.claim["gazette/p01-harvests"].figures
    assert [*unread, *check(dossier, tmp_path), *asked] == []
