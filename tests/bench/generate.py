"""A dossier of any size for measuring: seeded, many topics and countries, known agreements and contradictions.

    python tests/bench/generate.py FOLDER --claims 500

Sentences are put together from small word lists, so that the reader and the detector have real work: names,
dates, figures, speakers, directions. No person named here exists.
"""

from __future__ import annotations

import argparse
import random
import re
from dataclasses import dataclass
from pathlib import Path

CLAIMS_PER_SOURCE = 50
COUNTRIES = ("Norway", "Chile", "Kenya", "Vietnam", "Portugal", "Canada", "Ghana", "Poland", "Peru", "Japan", "Egypt",
             "India", "Spain", "Mexico", "Latvia", "Malta", "Nepal", "Oman", "Fiji", "Zambia")  # fmt: skip
THINGS = ("rice exports", "coal output", "rail traffic", "school enrolment", "fish stocks", "steel imports",
          "solar capacity", "wheat prices", "tourist arrivals", "housing starts", "bus fares", "copper sales",
          "milk production", "internet access", "forest cover", "road deaths", "youth unemployment",
          "vaccination rates", "port capacity", "water use")  # fmt: skip
KINDS = ("", "rural ", "urban ", "coastal ", "private ", "public ", "foreign ", "local ", "seasonal ", "registered ")
SPEAKERS = (
    "the transport ministry",
    "the statistics office",
    "analysts",
    "the central bank",
    "local officials",
)
UP = ("rose", "grew", "increased", "climbed")
DOWN = ("fell", "declined", "dropped", "shrank")
TAILS = ("after the new tariff", "as demand shifted", "despite the dry season", "because of the port strike",
         "under the reform", "in most districts")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planted:
    """A pair of sentences we know to contradict each other, by source."""

    left: str
    right: str
    thing: str


def sentence(pick: random.Random, thing: str, country: str, up: bool, year: int) -> str:
    """One checkable sentence on a measured thing."""
    verb = pick.choice(UP if up else DOWN)
    lead = pick.choice(("", f"According to {pick.choice(SPEAKERS)}, "))
    body = f"{thing} in {country} {verb} by {pick.randint(2, 60)} percent in {year} {pick.choice(TAILS)}."
    return f"{lead}{body}" if lead else body[0].upper() + body[1:]


def made_of(text: str) -> tuple[str, ...]:
    """The thing, the country and the year a sentence was made of; two others cannot contradict it."""
    found = _MADE.search(text)
    return tuple(part.lower() for part in found.groups()) if found else ()


_MADE = re.compile(
    rf"(?i)((?:{'|'.join(filter(None, KINDS))})?(?:{'|'.join(THINGS)})) in ({'|'.join(COUNTRIES)}) .* in (20\d\d)"
)


def generate(folder: Path, claims: int, seed: int = 7, questions: int = len(THINGS)) -> list[Planted]:
    """Write a dossier with about `claims` statements; every tenth is contradicted by the next source."""
    pick = random.Random(seed)
    things = [kind + thing for kind in KINDS for thing in THINGS][:questions]
    planted: list[Planted] = []
    count = max(2, claims // CLAIMS_PER_SOURCE)
    (folder / "sources").mkdir(parents=True)
    codebook = folder / "claims" / "codebook"
    (codebook / "questions").mkdir(parents=True)
    carried: list[tuple[str, str, bool, int]] = []
    for number in range(count):
        said = [(t, c, not up, year) for t, c, up, year in carried]
        planted += [Planted(f"a{number - 1:05}", f"a{number:05}", thing) for thing, *_ in said]
        while len(said) < CLAIMS_PER_SOURCE:
            said.append((pick.choice(things), pick.choice(COUNTRIES), pick.random() < 0.5, pick.randint(2015, 2024)))
        carried = [s for s in said[5:] if pick.random() < 0.1]
        lines = [sentence(pick, *s) for s in said]
        paragraphs = [" ".join(lines[i : i + 4]) for i in range(0, len(lines), 4)]
        (folder / "sources" / f"a{number:05}.txt").write_text("\n\n".join(paragraphs) + "\n", "utf-8")
        (folder / "sources" / f"a{number:05}.yaml").write_text(
            f'title: Report number {number}\npublisher: The Bench\nissued: "2025-01-{number % 28 + 1:02}"\n'
            "issued-evidence: made for measuring\nlanguage: en\nrights:\n  holder: nobody\n  publish: full\n",
            "utf-8",
        )
    (codebook / "themes.yaml").write_text(
        "".join(f"{t.replace(' ', '-')}:\n  title: {t.capitalize()}\n  words: [{t}]\n" for t in things),
        "utf-8",
    )
    (codebook / "places.yaml").write_text("regions: {}\nnames: {}\n", "utf-8")
    for thing in things:
        slug = thing.replace(" ", "-")
        (codebook / "questions" / f"{slug}-rising.yaml").write_text(
            f"question: Are {thing} rising?\nthemes: [{slug}]\nabout: [{thing}]\n"
            f"yes: [{thing} RISES]\nno: [{thing} FALLS]\n",
            "utf-8",
        )
    return planted


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=500)
    options = parser.parse_args()
    print(len(generate(options.folder, options.claims)), "planted contradictions")
