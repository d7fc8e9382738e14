"""dossier.sqlite: the same content as tables with foreign keys and a full-text index."""

from __future__ import annotations

import sqlite3

from dossier.rendering.addresses import claim_page
from dossier.rendering.view import View

_TABLES = """
CREATE TABLE source (id TEXT PRIMARY KEY, title TEXT, publisher TEXT, authors TEXT, issued TEXT, url TEXT,
  family TEXT);
CREATE TABLE question (id TEXT PRIMARY KEY, question TEXT, verdict TEXT, because TEXT);
CREATE TABLE claim (id TEXT PRIMARY KEY, source TEXT REFERENCES source, quote TEXT, statement TEXT, date TEXT,
  speaker TEXT, voice TEXT, modality TEXT, kind TEXT, status TEXT, char_start INTEGER, char_end INTEGER, url TEXT);
CREATE TABLE claim_country (claim TEXT REFERENCES claim, country TEXT, PRIMARY KEY (claim, country));
CREATE TABLE claim_theme (claim TEXT REFERENCES claim, theme TEXT, PRIMARY KEY (claim, theme));
CREATE TABLE position (claim TEXT REFERENCES claim, question TEXT REFERENCES question, stance TEXT);
CREATE TABLE figure (claim TEXT REFERENCES claim, raw TEXT, low REAL, high REAL, unit TEXT, of TEXT, change TEXT);
CREATE TABLE relation (type TEXT, a TEXT REFERENCES claim, b TEXT REFERENCES claim, question TEXT REFERENCES question,
  because TEXT,
  rule TEXT, score REAL, status TEXT);
CREATE VIRTUAL TABLE claim_text USING fts5(quote, statement, content='claim');
"""


def database(view: View) -> bytes:
    """The file's bytes; equal dossiers give equal bytes under one version of SQLite."""
    db = sqlite3.connect(":memory:")
    try:
        db.executescript(_TABLES)
        for table, rows in _rows(view).items():
            marks = ",".join("?" * len(rows[0])) if rows else ""
            if rows:
                db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        db.execute("INSERT INTO claim_text(claim_text) VALUES ('rebuild')")
        db.commit()
        return db.serialize()
    finally:
        db.close()


def _rows(view: View) -> dict[str, list[tuple[object, ...]]]:
    claims = sorted(view.claims, key=lambda c: c.id)
    known = view.question
    return {
        "source": [
            (s.id, s.meta.title, s.meta.publisher or s.meta.container_title, "; ".join(map(str, s.meta.author)),
             s.meta.issued, s.meta.URL, s.family)
            for s in view.sources
        ],
        "question": [
            (q.id, q.question, view.reading[q.id].verdict, view.reading[q.id].because) for q in view.questions
        ],
        "claim": [
            (c.id, c.source, c.quote, c.statement, c.date, c.speaker, c.voice, c.modality, c.kind, c.status, c.start,
             c.end, claim_page(c.id))
            for c in claims
        ],
        "claim_country": [(c.id, place) for c in claims for place in dict.fromkeys(c.countries)],
        "claim_theme": [(c.id, theme) for c in claims for theme in dict.fromkeys(c.themes)],
        "position": [(c.id, p.question, p.stance) for c in claims for p in c.positions if p.question in known],
        "figure": [(c.id, f.raw, f.low, f.high, f.unit, f.of, f.change) for c in claims for f in c.figures],
        "relation": [
            (r.type, *r.between, r.question if r.question in known else None, r.because, r.rule, round(r.score, 4),
             r.status)
            for r in view.all_relations
        ],
    }  # fmt: skip
