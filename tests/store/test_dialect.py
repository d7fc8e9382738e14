"""The dialect of our YAML: text in, values or messages out; never a traceback."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runs import runs

from dossier.store.dialect import read_yaml
from dossier.store.files import decode
from dossier.store.nodes import Items, Mapping, Node, Text


def plain(node: Node | None) -> object:
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.entries} if isinstance(node, Mapping) else None


VALUES = {
    "countries: [NO, ON, n]": {"countries": ["NO", "ON", "n"]},
    "date: 2022-06-21": {"date": "2022-06-21"},
    "date: 2022": {"date": "2022"},
    "a: yes\nb: off\nc: null\nd: ~\ne: 1_000\nf: 0o17\ng: 1:30": {
        "a": "yes", "b": "off", "c": "null", "d": "~", "e": "1_000", "f": "0o17", "g": "1:30"},
    "yes: [rising]\nno: [falling]": {"yes": ["rising"], "no": ["falling"]},
    "a:\nb: ''": {"a": "", "b": ""},
    "quote: >-\n  rose #1\n  and: more": {"quote": "rose #1 and: more"},
    "a: 'it''s'": {"a": "it's"},
    "---\na: b\n...": {"a": "b"},
    "a: b\r\nc: d\r\n": {"a": "b", "c": "d"},
    "<<: b": {"<<": "b"},
    "a: 20 % of – “x”": {"a": "20 % of – “x”"},
}  # fmt: skip


@pytest.mark.parametrize("text", VALUES)
def test_every_scalar_is_the_text_a_person_wrote(text: str) -> None:
    node, problems = read_yaml(text, "f.yaml")
    assert problems == []
    assert plain(node) == VALUES[text]


MESSAGES = {
    "a: b: c": "1:5: error: there is a ': ' inside a text without quotation marks [syntax]",
    "a: 1\n\nb: 'x\nc: 2\n": "3:4: error: a quotation mark is opened and never closed [syntax]",
    'a: "x\\q"': "1:6: error: a backslash inside double quotation marks starts a code that does not exist [syntax]",
    "a: [1, 2\nb: 3": "1:4: error: a list opened with '[' is not closed, or a comma is missing [syntax]",
    "a: {b: 1": "1:4: error: a '{' is not closed, or a comma is missing [syntax]",
    "a: @b": "1:4: error: a text without quotation marks cannot begin with this character [syntax]",
    "a: - b": "1:4: error: a list item '- ' cannot stand here [syntax]",
    "a: 1\nb\n": "2:1: error: this line has no 'key: value' [syntax]",
    "a: 1\n-- \nSent from a telephone\n": "2:1: error: this line has no 'key: value' [syntax]",
    "a: 1\n...\nSent from a telephone\n": "3:1: error: the file is at its end above this line [syntax]",
    "a:\n  - b\n c": "3:2: error: this line does not fit the lines above it [syntax]",
    "a: > x": "1:6: error: the mark after the key is wrong [syntax]",
    "? [a]\n: b": "1:3: error: a list stands where a key should be [syntax]",
    "a: 1\na: 2": "2:1: error: 'a' appears twice, first in line 1 [duplicate-key]",
    "a: {b: 1, b: 2}": "1:11: error: 'b' appears twice, first in line 1 [duplicate-key]",
    "a: {b: 1, c: 1, b: 2, c: 2}": "1:17: error: 'b' and 'c' appear twice, the first in line 1 [duplicate-key]",
    "a: &b c": "1:4: error: '&b' names a part of the file for copying [anchor]",
    "a: *b": "1:4: error: '*b' copies another part of the file [alias]",
    "a: !!python/object/apply:os.system [ls]":
        "1:4: error: '!!python/object/apply:os.system' gives a text another type [tag]",
    "%TAG ! tag:x,2000:\n---\na: b": "1:1: error: the file declares its own YAML tags [tag]",
    "a: b\n---\nc: d": "2:1: error: a second document begins here after '---' [many-documents]",
    "a:\n\tb: 1": "2:1: error: a tab indents this line [tab]",
    "a: b\x0c": "1:5: error: control character U+000C in the text [control-character]",
    "a: b\u2028c: d": "1:5: error: control character U+2028 in the text [control-character]",
    'a: "\\0"': "1:4: error: a backslash code stands for a control character [control-character]",
    "": "1:1: error: the file is empty [empty-file]",
    "\n# only this\n": "1:1: error: the file is empty [empty-file]",
    "---\n": "1:1: error: the file is empty [empty-file]",
    "a: 1\r\n<<<<<<< HEAD\r\nb: 1\r\n=======\r\n>>>>>>> x\r\n":
        "2:1: error: the file contains both sides of an unfinished merge [merge-conflict]",
}  # fmt: skip


@pytest.mark.parametrize("text", MESSAGES)
def test_a_fault_is_one_message_in_plain_words(text: str) -> None:
    _, problems = read_yaml(text, "f.yaml")
    assert [str(p).splitlines()[0] for p in problems] == [f"f.yaml:{MESSAGES[text]}"]
    assert all(p.hint for p in problems)


def test_several_faults_are_all_reported() -> None:
    _, problems = read_yaml("a: &x 1\nb: *x\na: !!str 2\n", "f.yaml")
    assert [p.rule for p in problems] == ["anchor", "alias", "tag", "duplicate-key"]


def test_a_quote_may_hold_what_looks_like_a_merge_mark() -> None:
    node, problems = read_yaml("quote: >-\n  <<<<<<< is how Git marks\n  ======= it\n", "f.yaml")
    assert problems == [] and isinstance(node, Mapping)


def test_a_comment_behind_a_value_is_kept_with_it() -> None:
    node, _ = read_yaml("positions:\n  rising: yes   # grew fast \n", "f.yaml")
    assert isinstance(node, Mapping) and isinstance(node.get("positions"), Mapping)
    value = node.get("positions").get("rising")  # type: ignore[union-attr]
    assert isinstance(value, Text) and value.comment == "grew fast"


BYTES = {
    "UTF-16 little end first": ("a: b".encode("utf-16-le"), "1:1: error: the file looks like UTF-16, not UTF-8"),
    "UTF-16 with its mark": ("a: b".encode("utf-16"), "1:1: error: the file is written in UTF-16, not UTF-8"),
    "UTF-32": ("a: b".encode("utf-32"), "1:1: error: the file is written in UTF-32, not UTF-8"),
    "Latin-1": ("a: b\nc: é".encode("latin-1"), "2:4: error: byte 0xE9 is not UTF-8"),
    "cut inside a letter": ("a: é".encode()[:-1], "1:4: error: byte 0xC3 is not UTF-8"),
}


@pytest.mark.parametrize("case", BYTES)
def test_another_encoding_is_named(case: str) -> None:
    data, message = BYTES[case]
    text, problems = decode(data, "f.yaml")
    assert text is None
    assert [str(p).splitlines()[0] for p in problems] == [f"f.yaml:{message} [encoding]"]


def test_a_byte_order_mark_is_accepted() -> None:
    assert decode(b"\xef\xbb\xbfa: b", "f.yaml") == ("a: b", [])


BOMBS = {
    "billion laughs": "a: &a [x,x]\n" + "".join(f"{b}: &{b} [*{a},*{a}]\n" for a, b in zip("abcdefgh", "bcdefghi")),
    "brackets": "[" * 100_000,
    "braces": "{" * 100_000,
    "dashes": "- " * 100_000,
    "questions": "? " * 100_000,
    "many keys": "".join(f"k{n}: v\n" for n in range(20_000)),
    "one long line": "a: " + "x" * 250_000,
    "quotes": "a: " + "'" * 100_000,
    "many anchors": "".join(f"k{n}: &a{n} v\n" for n in range(5_000)),
    "deep indentation": "".join(" " * n + "a:\n" for n in range(500)),
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_ends_in_messages_or_harmless_values(bomb: str) -> None:
    node, problems = read_yaml(bomb, "f.yaml")
    assert node is not None or problems


MARKS = st.sampled_from(
    [*" \n\t:-#'\"[]{},&*!|>%@`?~<=.\\\r\0\x85\u2028\ufeff", "a", "é", "key: ", "- ", "\n  ", "---", "<<<<<<< "]
)


@runs(300)
@given(st.lists(MARKS, max_size=60).map("".join) | st.text(max_size=200))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    node, problems = read_yaml(text, "f.yaml")
    assert node is not None or problems


@runs(150)
@given(st.binary(max_size=200))
def test_no_bytes_make_the_decoder_fail(data: bytes) -> None:
    text, problems = decode(data, "f.yaml")
    assert (text is None) == bool(problems)
