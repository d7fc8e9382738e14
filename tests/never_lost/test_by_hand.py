"""Nothing a person wrote is ever lost: each thing a person may do to a claim file, then the tool again."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.store.drafts import save_drafts
from dossier.store.ledger import LEDGER
from never_lost.desk import SENTENCES, Desk, draft_of, source_of

HARVESTS, MINISTRY, EXPORTS, SEED, MILLS, BREAD = SENTENCES


def edited(file: Path, change: object) -> bytes:
    """Apply a person's change to a file's text; the bytes they leave."""
    data = change(file.read_bytes())  # type: ignore[operator]
    file.write_bytes(data)
    return bytes(data)


EDITS = {
    "reworded": lambda b: b.replace(b"statement: Harvests", b"statement: All harvests"),
    "rejected": lambda b: b.replace(b"status: draft", b"status: rejected  # figure is for one day"),
    "reviewed": lambda b: b.replace(b"status: draft", b"status: reviewed"),
    "commented": lambda b: b + b"# asked the author\n",
    "keys reordered": lambda b: b"status: draft\n" + b.replace(b"status: draft\n", b""),
    "CRLF": lambda b: b.replace(b"\n", b"\r\n"),
    "BOM": lambda b: b"\xef\xbb\xbf" + b,
    "last newline gone": lambda b: b.rstrip(b"\n"),
    "quote shortened": lambda b: b.replace(b"Harvests fell in all three valleys.", b"Harvests fell"),
    "quote moved elsewhere": lambda b: b.replace(b"Harvests fell in all three valleys.", MILLS.encode()),
    "quote broken": lambda b: b.replace(b"Harvests fell", b"Harvests did not at all fall"),
    "no claim any more": lambda b: b"}{ not yaml",
    "emptied": lambda b: b"",
    "a mark only an editor sees": lambda b: b.replace(b"valleys.", "valleys.\u200b".encode(), 1),
}


@pytest.mark.parametrize("change", EDITS.values(), ids=EDITS)
def test_an_edited_file_keeps_every_byte_and_its_passage_is_not_drafted_again(desk: Desk, change: object) -> None:
    desk.save()
    names = desk.names()
    file = desk.file("p01-")
    left = edited(file, change)
    desk.save()
    desk.save(HARVESTS, MINISTRY, "Harvests fell in all three", themes=("farming",))
    assert file.read_bytes() == left
    assert [n for n in desk.names() if n.startswith("p01-")] == [n for n in names if n.startswith("p01-")]


def test_a_deleted_draft_is_never_made_again(desk: Desk) -> None:
    desk.save()
    desk.file("p01-").unlink()
    for quote in (HARVESTS, "Harvests fell", "fell in all three valleys", "HARVESTS FELL"):
        saved = desk.save(quote, MINISTRY) if quote in HARVESTS else desk.save(HARVESTS, MINISTRY)
        assert not saved.written
    assert not [n for n in desk.names() if n.startswith("p01-")]


def test_a_deleted_draft_stays_deleted_when_the_article_is_mended_a_little(desk: Desk) -> None:
    desk.save()
    desk.file("p01-").unlink()
    desk.source = source_of("New first paragraph.", "Harvests fell in all three of the valleys.", *SENTENCES[1:])
    saved = desk.save("Harvests fell in all three of the valleys.", MINISTRY)
    assert not saved.written and len(saved.covered) == 1


def test_a_deleted_file_that_is_brought_back_is_the_tools_again(desk: Desk) -> None:
    desk.save()
    file = desk.file("p01-")
    data = file.read_bytes()
    file.unlink()
    desk.save()
    file.write_bytes(data)
    assert file.name in desk.save().kept


def test_an_added_claim_stays_and_takes_the_place_of_a_draft_on_its_words(desk: Desk) -> None:
    own = desk.claims / "my-own.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("quote: >-\n  fell in all three\nstatement: They fell.\n", "utf-8")
    before = own.read_bytes()
    saved = desk.save()
    assert own.read_bytes() == before
    assert saved.covered == ("gazette/p01-harvests-fell-in-all",)
    assert desk.names() == sorted(["my-own.yaml", *saved.written])


def test_a_claim_added_later_withdraws_the_tools_draft_on_its_words(desk: Desk) -> None:
    desk.save()
    (desk.claims / "my-own.yaml").write_text(f"quote: >-\n  {HARVESTS}\nstatement: They fell.\n", "utf-8")
    assert len(desk.save().withdrawn) == 1
    assert "my-own.yaml" in desk.names()


def test_a_renamed_file_is_the_persons_and_not_drafted_under_its_old_name(desk: Desk) -> None:
    desk.save()
    old = desk.file("p01-")
    new = old.with_name("harvests.yaml")
    data = old.read_bytes()
    old.rename(new)
    desk.save()
    desk.save(HARVESTS, themes=("farming",))
    assert new.read_bytes() == data
    assert not old.exists()


def test_a_file_moved_to_another_case_does_not_come_twice(desk: Desk) -> None:
    desk.save()
    old = desk.file("p01-")
    old.rename(old.with_name(old.name.replace("harvests", "Harvests")))
    desk.save()
    folded = [n.casefold() for n in desk.names()]
    assert len(folded) == len(set(folded)) == len(SENTENCES)


def test_a_file_with_the_name_of_a_coming_draft_is_not_overwritten(desk: Desk) -> None:
    mine = desk.claims / "P01-harvests-fell-in-all.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text(f"quote: >-\n  {MILLS}\nstatement: Closed.\n", "utf-8")
    before = mine.read_bytes()
    desk.save()
    assert mine.read_bytes() == before
    assert desk.file("p01-harvests-fell-in-all-2.yaml")
    tree = desk.tree()
    desk.save()
    assert desk.tree() == tree


def test_a_second_run_changes_no_byte(desk: Desk) -> None:
    desk.save()
    tree = desk.tree()
    stamps = {f: f.stat().st_mtime_ns for f in desk.claims.iterdir()}
    saved = desk.save()
    assert desk.tree() == tree
    assert stamps == {f: f.stat().st_mtime_ns for f in desk.claims.iterdir()}
    assert len(saved.kept) == len(SENTENCES)


def test_an_untouched_draft_is_refreshed(desk: Desk) -> None:
    desk.save()
    saved = desk.save(themes=("farming",))
    assert len(saved.refreshed) == len(SENTENCES)
    assert b"themes: [farming]" in desk.file("p01-").read_bytes()


def test_a_withdrawn_draft_may_come_again(desk: Desk) -> None:
    desk.save()
    assert len(desk.save(HARVESTS).withdrawn) == 5
    assert len(desk.save().written) == 5


def test_a_draft_that_people_rely_on_is_not_withdrawn_nor_drafted_beside(desk: Desk) -> None:
    desk.save()
    file = desk.file("p01-")
    before = file.read_bytes()
    relied = [f"gazette/{file.stem}"]
    for quotes in ([MINISTRY], [MINISTRY, "Harvests fell"], [MINISTRY, "in all three valleys"]):
        saved = save_drafts(desk.root, desk.source, [draft_of(desk.source, q) for q in quotes], relied_on=relied)
        assert file.read_bytes() == before and file.name not in saved.withdrawn and not saved.written
    desk.source = source_of(*SENTENCES[1:])
    save_drafts(desk.root, desk.source, [draft_of(desk.source, MINISTRY)], relied_on=relied)
    assert file.read_bytes() == before
    desk.source = source_of(*SENTENCES)
    refreshed = draft_of(desk.source, HARVESTS, themes=("farming",))
    assert save_drafts(desk.root, desk.source, [refreshed], relied_on=relied).refreshed == (file.name,)
    assert save_drafts(desk.root, desk.source, [draft_of(desk.source, MINISTRY)]).withdrawn == (file.name,)


def test_a_draft_keeps_its_name_when_the_engine_would_name_it_otherwise(desk: Desk) -> None:
    desk.save()
    names = desk.names()
    desk.source = source_of("A new first paragraph.", *SENTENCES)
    desk.save(*SENTENCES)
    assert desk.names() == names


def test_editing_one_of_two_drafts_that_share_words_leaves_the_other(desk: Desk) -> None:
    whole, part = HARVESTS, "in all three valleys"
    desk.save(whole, part)
    file = desk.file("p01-harvests")
    file.write_text(file.read_text("utf-8").replace("status: draft", "status: reviewed"), "utf-8")
    saved = desk.save(whole, part)
    assert not saved.withdrawn and len(desk.names()) == 2


def test_the_same_words_in_two_paragraphs_are_two_passages(desk: Desk) -> None:
    desk.source = source_of(HARVESTS, MINISTRY, HARVESTS)
    paragraphs = desk.source.cleaned.paragraphs
    first = draft_of(desk.source, HARVESTS)
    third = replace(first, id="gazette/p03-harvests-fell", start=paragraphs[2][0], end=paragraphs[2][1])
    save_drafts(desk.root, desk.source, [first, third])
    desk.file("p01-").unlink()
    save_drafts(desk.root, desk.source, [first, third])
    assert desk.names() == ["p03-harvests-fell.yaml"]


# ---------------------------------------------------------------- the ledger


def test_without_a_ledger_every_file_is_a_persons_and_a_message_says_so(desk: Desk) -> None:
    desk.save()
    before = {n: (desk.claims / n).read_bytes() for n in desk.names()}
    (desk.claims / LEDGER).unlink()
    saved = desk.save(themes=("farming",))
    assert {n: (desk.claims / n).read_bytes() for n in desk.names()} == before
    assert [str(p).splitlines()[0] for p in saved.problems] == [
        "claims/gazette/_extracted.yaml:1:1: warning: the program's ledger is missing; "
        "every claim file here counts as a person's [ledger]"
    ]


DAMAGES = {
    "merge conflict": lambda t: "<<<<<<< ours\n" + t + "=======\n" + t + ">>>>>>> theirs\n",
    "cut off": lambda t: t[: len(t) // 2],
    "not YAML": lambda t: "{" + t,
    "another form": lambda t: "drafts: [a, b]\n",
    "empty": lambda t: "",
    "a path out of the folder": lambda t: t.replace("  p01-", "  ../../p01-"),
    "a hash that is none": lambda t: re.sub("sha256: [0-9a-f]{4}", "sha256: ", t),
    "binary": lambda t: "\0\1",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_with_a_damaged_ledger_nothing_changes_and_a_message_says_why(desk: Desk, damage: object) -> None:
    desk.save()
    desk.file("p02-").unlink()
    ledger = desk.claims / LEDGER
    ledger.write_text(damage(ledger.read_text("utf-8")), "utf-8")  # type: ignore[operator]
    tree = desk.tree()
    saved = desk.save(themes=("farming",))
    assert desk.tree() == tree
    (problem,) = saved.problems
    assert problem.rule == "ledger" and problem.severity == "error"
    # Git restores no file of a merge that is not finished: both sides' entries are put together by hand.
    asked = "keep the entries of both sides" if damage is DAMAGES["merge conflict"] else "git restore"
    assert asked in problem.hint


def test_a_ledger_with_other_line_ends_still_counts(desk: Desk) -> None:
    desk.save()
    ledger = desk.claims / LEDGER
    ledger.write_bytes(ledger.read_bytes().replace(b"\n", b"\r\n"))
    tree = desk.tree()
    assert len(desk.save().kept) == len(SENTENCES)
    assert desk.tree() == tree
