"""Word lists are read once and kept in Python's own form; what lies there changes nothing in what they say."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest
import simplemma
import yaml

from dossier.data import load, source
from dossier.data.prepared import prepared
from dossier.language import dictionary

ENDINGS = [*load("wording.yaml")["bases_of_endings"], "ies", "sation", "ness", "ves", "ted", "ing", "s", "lly", ""]
TABLE = {"rise": ["rises", "rose"], "fall": ["falls", "fell"]}


def made() -> dict[str, list[str]]:
    return {word: list(forms) for word, forms in TABLE.items()}


def never() -> dict[str, list[str]]:
    raise AssertionError("what is kept is not worked out again")


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_what_was_made_is_read_again(tmp_path: Path) -> None:
    assert prepared("words", b"first", made, tmp_path) == TABLE
    assert prepared("words", b"first", never, tmp_path) == TABLE


def test_a_changed_list_is_made_anew_and_takes_the_place_of_the_old(tmp_path: Path) -> None:
    prepared("words", b"first", made, tmp_path)
    assert prepared("words", b"second", lambda: {"sink": ["sank"]}, tmp_path) == {"sink": ["sank"]}
    assert prepared("words", b"second", never, tmp_path) == {"sink": ["sank"]}
    assert only_file(tmp_path)


@pytest.mark.parametrize("damage", ["cut off", "a letter changed", "another's words", "empty", "rubbish"])
def test_what_is_damaged_or_foreign_counts_for_nothing(tmp_path: Path, damage: str) -> None:
    prepared("words", b"first", made, tmp_path)
    file = only_file(tmp_path)
    whole = file.read_bytes()
    seal = whole.partition(b"\n")[0]
    file.write_bytes(
        {
            "cut off": whole[: len(whole) // 2],
            "a letter changed": whole.replace(b"rose", b"rase"),
            "another's words": seal + b"\n" + marshal.dumps({"rise": ["fell"]}),
            "empty": b"",
            "rubbish": b"\x80\xff" * 50,
        }[damage]
    )
    assert prepared("words", b"first", made, tmp_path) == TABLE
    assert file.read_bytes() == whole


def test_where_nothing_can_be_written_the_words_are_there_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert prepared("words", b"first", made, tmp_path / "file") == TABLE


def test_what_has_no_plain_form_is_made_each_time(tmp_path: Path) -> None:
    for _ in range(2):
        assert prepared("words", b"first", lambda: {"of": Path("a")}, tmp_path) == {"of": Path("a")}


def test_the_kept_dictionary_says_what_the_dictionary_says() -> None:
    """Of words it has and of such as it lacks, by every ending that its rules know and by some that they do not."""
    told = [
        "countries",
        "went",
        "zloty",
        "Kyrgyz",
        "unratified",
        "naïve",
        "cafe\u0301s",
        "MICE",
        "paris",
        "Rome",
        "一",
    ]
    lacking = [f"{start}{ending}" for start in ("q", "zur", "Zurqax") for ending in ENDINGS]
    parts = [
        "don't",
        "don’t",
        "donʼt",
        "o'clock",
        "Norway's",
        "x’y",
        "re-elected",
        "Ex-ministers",
        "x-",
        "F-16s",
        "1,200",
    ]
    for word in (*told, *lacking, *parts):
        assert dictionary.base_of(word) == simplemma.lemmatize(word, "en"), word
        assert dictionary.is_known(word) == simplemma.is_known(word, "en"), word


def test_a_word_list_says_what_its_file_says() -> None:
    assert load("direction.yaml") == yaml.safe_load(source("direction.yaml"))
