"""How much each sign weighs that a draft answers a question, fitted to answers that people have judged.

    python -m tests.gold.answering        writes dossier/data/answering.yaml

`answering.csv` holds a row for each draft of which a cue says that it answers a question, from 151 articles of news,
comment and dispute on 26 matters, with two to five questions each whose cues were written in minutes: the matter, 1
where a reader found that the claim answers the question outright and on that side, 0 where it only points to an
answer, says nothing of it or the contrary, no mark where that is open, and the signs as the detector works them out
(November 2026). The drafts were read without the side the cues had put them on. The articles are other people's and
are not kept here.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.gold import fitting

HERE = Path(__file__).parent
JUDGED = HERE / "answering.csv"
DATA = HERE.parents[1] / "dossier" / "data" / "answering.yaml"
LEAST = 0.3  # of the drafts below it not even half are on the right side, so they are held against nobody


def as_data() -> dict[str, object]:
    """What stands in `answering.yaml`."""
    return {"least": LEAST, **fitting.as_data(JUDGED)}


HEAD = """# How much each sign weighs that what a cue finds answers the question, and how likely it must be to count.
# Written by tests/gold/answering.py from answers that people have judged.
"""


if __name__ == "__main__":
    DATA.write_text(HEAD + yaml.safe_dump(as_data(), sort_keys=False), "utf-8")
