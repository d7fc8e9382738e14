"""The dossier for other tools: what they read is what the site shows."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from dataclasses import replace

import pytest
import wind

from dossier.rendering.exports.tables import harmless
from dossier.rendering.render import binaries_of, exports_of, render

FILES = exports_of(wind.DOSSIER)
DATA = json.loads(FILES["data/dossier.json"])


def rows(path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(FILES[path].removeprefix("\ufeff"))))


def by_id(kind: str, name: str) -> dict[str, object]:
    return next(row for row in DATA[kind] if row["id"] == name)


def test_the_data_file_names_its_schema() -> None:
    assert DATA["schema"] == "dossier/1"
    assert set(DATA) == {"schema", "sources", "questions", "claims", "relations"}


def test_a_claim_has_what_other_tools_need() -> None:
    claim = by_id("claims", "coast-daily/p01-offshore-growing")
    text = wind.TEXTS["coast-daily"]
    assert text[claim["char_start"] : claim["char_end"]] == claim["quote"]  # type: ignore[misc]
    assert claim["url"] == "sources/coast-daily.html#p01-offshore-growing"
    assert claim["positions"] == {"offshore-growing": "yes"}
    assert (claim["start"], claim["end"]) == ("2023-01-01", "2023-12-31")


def test_an_open_or_missing_date_is_null() -> None:
    stalled = by_id("claims", "grid-review/p01-offshore-stalled")
    assert (stalled["start"], stalled["end"]) == ("2022-01-01", None)
    ports = by_id("claims", "grid-review/p01-danish-ports")
    assert (ports["start"], ports["end"]) == (None, None)


def test_rejected_claims_are_not_published_and_dismissed_pairs_are_marked() -> None:
    assert "north-blog/p01-rejected" not in [c["id"] for c in DATA["claims"]]
    assert [r["because"] for r in DATA["relations"] if r["status"] == "dismissed"] == ["Dismissed pair."]


def test_a_question_has_its_verdict_and_who_holds_what() -> None:
    question = by_id("questions", "offshore-growing")
    assert question["verdict"] == "contradiction"
    assert {"source": "coast-daily", "stance": "yes", "claims": ["coast-daily/p01-offshore-growing"]} in question[
        "positions"
    ]  # type: ignore[operator]


def test_tables_have_one_row_per_thing() -> None:
    assert len(rows("data/claims.csv")) == len(DATA["claims"])
    assert len(rows("data/relations.csv")) == len(DATA["relations"])
    assert {r["unit"] for r in rows("data/figures.csv")} == {"percentage"}


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1"])
def test_no_cell_is_run_as_a_formula(cell: str) -> None:
    assert harmless(cell).startswith("'")


def test_ordinary_cells_stay_as_they_are() -> None:
    assert harmless("Trade - growing = fast") == "Trade - growing = fast"


def test_the_bibliography_has_every_source() -> None:
    assert FILES["data/sources.bib"].count("@misc{") == 3
    items = {item["id"]: item for item in json.loads(FILES["data/sources.csl.json"])}
    assert items["coast-daily"]["issued"] == {"date-parts": [[2024, 3, 2]]}
    assert "URL" not in items["north-blog"]


def test_bibtex_stays_whole_with_braces_in_a_title() -> None:
    meta = replace(wind.SOURCES[0].meta, title="50 % of {all} & more_\\x")
    files = exports_of(replace(wind.DOSSIER, sources=(replace(wind.SOURCES[0], meta=meta),)))
    entry = files["data/sources.bib"]
    assert r"50 \% of \{all\} \& more\_" in entry
    unescaped = entry.replace("\\{", "").replace("\\}", "")
    assert unescaped.count("{") == unescaped.count("}")


def test_the_database_answers_by_words_and_holds_its_keys() -> None:
    db = sqlite3.connect(":memory:")
    db.deserialize(binaries_of(wind.DOSSIER)["data/dossier.sqlite"])
    found = db.execute(
        "SELECT claim.id FROM claim_text JOIN claim ON claim.rowid = claim_text.rowid "
        "WHERE claim_text MATCH 'stalled'"
    ).fetchall()
    assert found == [("grid-review/p01-offshore-stalled",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize(
    ("issued", "told"),
    [("2024-03-02", "2024-03-02"), ("2024-05", "2024-05"), ("~2020", None), ("2022-12-16/2022-12-31", None)],
)
def test_linked_data_gives_a_date_only_where_it_is_one(issued: str, told: str | None) -> None:
    first = replace(wind.SOURCES[0], meta=replace(wind.SOURCES[0].meta, issued=issued))
    page = render(replace(wind.DOSSIER, sources=(first, *wind.SOURCES[1:])))["sources/coast-daily.md"]
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    claim = json.loads(found[1])["@graph"][0]
    assert claim["@type"] == "Claim"
    assert claim["appearance"].get("datePublished") == told
