"""How much each sign weighs that a sentence holds something to check, fitted to sentences that people have judged.

    python -m tests.gold.worth        writes dossier/data/checkable.yaml

`worth.csv` holds a row for each sentence read, from real debates, speeches, interviews, comments and news: the
text it stands in (s- speech, a- analysis or comment, n- news), 1 where a reader found something that a careful editor
would keep as a claim, 0 where there is nothing to check, no mark where it lay between, and the signs as the reader
works them out (November 2026). The sentences were read without knowing what the reader says of them. What is no
claim whatever stands in it (questions, captions, headings) is left out. The texts are other people's, not kept here.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from math import log
from pathlib import Path

import yaml

from tests.gold import fitting

HERE = Path(__file__).parent
JUDGED = HERE / "worth.csv"
DATA = HERE.parents[1] / "dossier" / "data" / "checkable.yaml"
LEAST = 0.12  # likelihood, by its signs and its text, from which on a sentence of a text becomes a claim
USUAL = log(20)  # an article's usual sentence has as many words


def as_data() -> dict[str, object]:
    """What stands in `checkable.yaml`."""
    return {"in_texts": in_texts(), **fitting.as_data(JUDGED)}


def in_texts() -> dict[str, float]:
    """What the text around says: a sentence among such that hold much to check most likely holds something itself."""
    judged, means = odds_in_texts()
    base, (own, around) = fitting.fitted([(text, held, [odds, means[text]]) for text, held, odds in judged])
    reports = [mean for text, mean in means.items() if text[0] != "s"]
    told = {
        "asked": (log(LEAST / (1 - LEAST)) - base) / own,
        "around": around / own,
        "usual": sum(reports) / len(reports),
    }
    return {name: round(value, 3) for name, value in told.items()}


def odds_in_texts() -> tuple[list[tuple[str, float, float]], dict[str, float]]:
    """Each judged sentence with its text and its log odds, its shortness not counted; the mean of each text."""
    base, weights = fitting.fitted(fitting.rows(JUDGED)[1])
    judged, texts = [], defaultdict(list)
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        (_, _, *names), *kept = csv.reader(lines)
    for text, held, *values in kept:
        found = {name: float(value) for name, value in zip(names, values)}
        found["length"] = max(found["length"], USUAL)
        odds = base + sum(weight * value for weight, value in zip(weights, found.values()))
        texts[text].append(odds)
        if held:
            judged.append((text, float(held), odds))
    return judged, {text: sum(found) / len(found) for text, found in texts.items()}


HEAD = """# How much each sign weighs that a sentence holds something to check, and how much its text asks of it.
# Written by tests/gold/worth.py from sentences that people have judged.
"""


if __name__ == "__main__":
    DATA.write_text(HEAD + yaml.safe_dump(as_data(), sort_keys=False), "utf-8")
