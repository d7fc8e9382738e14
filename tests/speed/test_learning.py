"""What example sentences teach is kept between processes, and never trusted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from test_cache import DAMAGES

from dossier.learning import have_learned
from dossier.model import Codebook, Question
from dossier.reading import positions, resembling
from dossier.reading.drafting import read_statement
from dossier.reading.weights import Learned
from dossier.store.cache import Cache

FULL = (
    "The old ferry carries more passengers than it can hold every summer morning.",
    "On summer mornings the old ferry sails with more passengers than seats.",
    "Every cabin of the old ferry is taken long before the summer begins.",
    "Passengers of the old ferry stand on deck because no seat is left in summer.",
)
EMPTY = (
    "The new harbour bus runs with hardly any riders on weekday evenings.",
    "Hardly anybody rides the new harbour bus on a weekday evening.",
    "On weekday evenings most seats of the new harbour bus stay empty.",
    "The new harbour bus has hardly any riders once the evening begins.",
)
BOOK = Codebook(
    questions=(
        Question("ferry-full", "Is the old ferry full?", examples_yes=FULL),
        Question("bus-used", "Is the harbour bus used?", examples_no=EMPTY),
    )
)
SAID = ("In summer the old ferry sails with more passengers than seats.", "Hardly anybody rides the new harbour bus.")


def as_a_new_process() -> None:
    resembling._room.cache_clear()
    positions._index_of.cache_clear()
    positions._by_identity.clear()


def told(kept: Cache) -> list[list[tuple[str, str, str]]]:
    as_a_new_process()
    have_learned(BOOK, kept)
    return [
        [(p.question, p.stance, p.words) for p in read_statement(text, "2024-05-01", BOOK).positions] for text in SAID
    ]


def test_what_was_learned_is_not_learned_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    anew = told(Cache())
    assert [[(question, side) for question, side, _ in found] for found in anew] == [
        [("ferry-full", "yes")],
        [("bus-used", "no")],
    ]
    assert told(Cache(tmp_path)) == anew

    def learned_again(rows: object) -> Learned:
        raise AssertionError("learned although it was kept")

    monkeypatch.setattr(resembling, "learned", learned_again)
    assert told(Cache(tmp_path)) == anew


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda d: d.__name__)
def test_what_is_damaged_is_learned_anew(tmp_path: Path, damage: Callable[[list[Path]], None]) -> None:
    anew = told(Cache(tmp_path))
    damage([p for p in tmp_path.rglob("*") if p.is_file()])
    assert told(Cache(tmp_path)) == anew


@pytest.mark.parametrize(
    "kept",
    [
        resembling.Taught((), Learned((), (), (), (), ())),
        resembling.Taught(((),) * 8, Learned((("ferry-full", "yes"),), (0.0,), ("ferry",), ((7,),), ((1.0,),))),
        resembling.Taught(((),) * 8, Learned((("ferry-full", "yes"),), (0.0,), ("ferry",), ((0,),), ((),))),
    ],
)
def test_what_does_not_fit_the_examples_is_learned_anew(tmp_path: Path, kept: resembling.Taught) -> None:
    anew = told(Cache(tmp_path))
    (entry,) = [p for p in tmp_path.rglob("*") if p.is_file()]
    key = entry.name
    entry.unlink()
    Cache(tmp_path)._write(entry.parent.name, key, '[["a"],[]]')
    assert told(Cache(tmp_path)) == anew
    as_a_new_process()
    given = [kept]
    resembling.examples_of(BOOK, lambda make: given.pop())
    assert [p.stance for p in read_statement(SAID[0], "2024-05-01", BOOK).positions] == ["yes"]
