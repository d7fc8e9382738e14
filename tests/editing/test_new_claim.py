"""A person copies words from an article; the tool finds them and fills in the rest of the file."""

from __future__ import annotations

import pytest

from editing.conftest import Editor


def removed(editor: Editor, words: str) -> None:
    """A person deletes the draft on these words."""
    editor.delete(editor.claim(words))


def test_the_file_has_what_a_draft_would_have(editor: Editor) -> None:
    draft = editor.read(editor.claim("Wind output in Ireland fell"))
    removed(editor, "Wind output in Ireland fell")
    done = editor.type("new", "claim", "calm", "--quote", "Wind output in Ireland fell in 2023")
    assert done.exit_code == 0, done.output
    text = editor.read(done.stdout.strip())
    for line in draft.splitlines():
        if line.startswith(("countries:", "themes:", "date:", "  output-rising:", "status:")):
            assert line in text.splitlines()
    assert editor.type("check").output == ""


def test_white_space_does_not_count_and_the_words_of_the_article_are_written(editor: Editor) -> None:
    removed(editor, "The grid in Ireland is not ready")
    done = editor.type("new", "claim", "calm", "--quote", "The grid\n  in Ireland   is not ready")
    assert done.exit_code == 0, done.output
    assert "  The grid in Ireland is not ready\n" in editor.read(done.stdout.strip())


def test_the_file_is_the_persons_and_extraction_leaves_it_alone(editor: Editor) -> None:
    removed(editor, "The grid in Ireland is not ready")
    path = editor.type("new", "claim", "calm", "--quote", "The grid in Ireland is not ready").stdout.strip()
    assert path.rpartition("/")[2] not in editor.read("claims/calm/_extracted.yaml")
    before = editor.tree("claims")
    assert editor.type("extract").exit_code == 0
    assert editor.tree("claims") == before


def test_words_over_two_sentences_can_be_claimed(editor: Editor) -> None:
    removed(editor, "Wind output in Ireland fell")
    removed(editor, "The grid in Ireland is not ready")
    quote = "Wind output in Ireland fell in 2023. The grid in Ireland is not ready for more turbines."
    done = editor.type("new", "claim", "calm", "--quote", quote)
    assert done.exit_code == 0, done.output
    assert editor.type("check").output == ""


def test_words_that_do_not_stand_there_get_the_nearest_passage_to_paste(editor: Editor) -> None:
    before = editor.tree("claims")
    done = editor.type("new", "claim", "calm", "--quote", "The grid of Ireland is not yet ready for turbines")
    assert done.exit_code == 1
    assert "quote: >-\n  The grid in Ireland is not ready for more turbines" in done.stdout
    assert editor.tree("claims") == before


def test_a_passage_that_is_claimed_already_is_refused_with_the_file_to_edit(editor: Editor) -> None:
    standing = editor.claim("The grid in Ireland is not ready")
    before = editor.tree("claims")
    done = editor.type("new", "claim", "calm", "--quote", "Ireland is not ready")
    assert done.exit_code == 1
    assert standing in done.stdout
    assert editor.tree("claims") == before


def test_where_a_claim_was_rejected_a_better_one_may_stand(editor: Editor) -> None:
    editor.edit(editor.claim("The grid in Ireland is not ready"), "status: draft", "status: rejected")
    done = editor.type("new", "claim", "calm", "--quote", "The grid in Ireland is not ready")
    assert done.exit_code == 0, done.output
    assert editor.type("check").output == ""


@pytest.mark.parametrize(("words", "said"), [
    (("new", "claim", "clam", "--quote", "x"), "did you mean 'calm'?"),
    (("new", "claim", "calm"), "--quote"),
    (("new", "clam"), "clam"),
])  # fmt: skip
def test_a_command_typed_wrongly_says_what_was_meant(editor: Editor, words: tuple[str, ...], said: str) -> None:
    done = editor.type(*words)
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.parametrize("quote", [" ", "\u200b", "\0", "a" * 100_000, "{{ x }}", "../../../etc/passwd", "-"])
def test_odd_words_are_a_message(editor: Editor, quote: str) -> None:
    before = editor.tree("claims")
    done = editor.type("new", "claim", "calm", "--quote", quote)
    assert done.exit_code == 1
    assert "are not in 'calm'" in done.stdout
    assert editor.tree("claims") == before


def test_words_that_begin_or_end_inside_a_word_are_refused(editor: Editor) -> None:
    tree = editor.tree("claims")
    for quote in ("inister said", "the minister sai"):
        done = editor.type("new", "claim", "calm", "--quote", quote)
        assert done.exit_code == 1 and "hint: copy whole words" in done.output
    assert editor.tree("claims") == tree
