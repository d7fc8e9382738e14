"""A pull request in which every text is an attack: written as real files, in all places a person may write."""

from __future__ import annotations

from pathlib import Path

import yaml
from folder import wind_dossier

from dossier.model import Claim, Figure, Position
from dossier.reading.cleaning.steps import clean
from dossier.store.claims import claim_text
from dossier.store.spelling import inline

PAYLOADS: dict[str, str] = yaml.safe_load((Path(__file__).parent / "payloads.yaml").read_text("utf-8"))
SOURCES = 12
META = ("title", "publisher", "container-title", "issued-evidence", "origin", "note", "holder", "terms", "author")


def write_attack(root: Path, texts: dict[str, str]) -> dict[str, str]:
    """The dossier on disk; payload name -> id of the claim that says it."""
    folder = wind_dossier(root)
    for old in (root / "sources").iterdir():
        old.unlink()
    folder.delete("claims/codebook/questions/output-rising.yaml")
    items = list(texts.items())
    ids = {name: f"paper-{n % SOURCES:02}/p{n // SOURCES + 1:02}-{name}" for n, (name, _) in enumerate(items)}
    for s in range(SOURCES):
        mine = items[s::SOURCES]
        paragraphs = [f"Item {name} wrote {text} about wind in Ireland." for name, text in mine]
        folder.write(f"sources/paper-{s:02}.txt", "\n\n".join(paragraphs) + "\n")
        field = {key: inline(mine[n % len(mine)][1]) for n, key in enumerate(META)}
        folder.write(
            f"sources/paper-{s:02}.yaml",
            "".join(f"{key}: {field[key]}\n" for key in META[:6])
            + f"issued: 2023-{s + 1:02}\nauthor: [{{literal: {field['author']}}}]\n"
            f"rights: {{holder: {field['holder']}, note: {field['terms']}}}\nURL: https://example.org/{s}\n",
        )
        cleaned = clean("\n\n".join(paragraphs) + "\n").text
        for name, text in mine:
            claim = _claim(ids[name], text, _quote(cleaned, name), list(texts).index(name))
            folder.write(f"claims/{ids[name]}.yaml", claim_text(claim))
    folder.write(
        "claims/codebook/themes.yaml",
        "".join(
            f"theme-{n}:\n  title: {inline(' — '.join(text for _, text in items[n : n + 4]))}\n"
            f"  description: {inline(items[n][1])}\n"
            for n in range(0, len(items), 4)
        ),
    )
    first, second = list(ids.values())[:2]
    for n in range(0, len(items), 8):
        asked, settle, summary, because = (inline(t) for _, t in (items[n : n + 4] + items[:4])[:4])
        citing = inline(f"{items[min(n + 2, len(items) - 1)][1]} [{', '.join(ids.values())}]")
        folder.write(
            f"claims/codebook/questions/q-{n:02}.yaml",
            f"question: {asked}\nsettle: {settle}\nsummary: {citing}\nyes: [nothing]\ndecisions:\n"
            f"  - {{pair: [{first}, {second}], relation: contradicts, because: {because}, by: {summary}}}\n",
        )
    return ids


def _quote(cleaned: str, name: str) -> str:
    """The sentence with the payload as it reads after cleaning."""
    start = cleaned.index(f"Item {name} wrote")
    return cleaned[start : cleaned.index("about wind in Ireland", start)].rstrip()


def _claim(id: str, text: str, quote: str, n: int) -> Claim:
    return Claim(
        id, id.partition("/")[0], quote, text, countries=("IE",), themes=(f"theme-{n // 4 * 4}",),
        date="2023", speaker=text, voice="attributed", note=text, reviewed_by=text, status="reviewed",
        positions=(Position(("q-00", "q-104")[n >= 104], ("yes", "no")[n % SOURCES % 2]),),
        figures=(Figure(text, 1, 2, text, text),),
    )  # fmt: skip
