"""How much each sign weighs that a sentence holds something to check, fitted to sentences that people have judged.

    python -m tests.gold.worth        writes dossier/data/checkable.yaml

`worth.csv` holds a row for each sentence judged, from real debates, speeches, interviews, comments and news: the
text it stands in, 1 where a reader found something that a careful editor would keep as a claim (0 where there is
nothing to check; what lay between was left out), and the signs as the reader works them out (November 2026). The
sentences were read without knowing what the reader says of them. What is no claim whatever stands in it (questions,
captions, headings) is not in it. The texts are other people's and are not kept here.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.gold import fitting

HERE = Path(__file__).parent
JUDGED = HERE / "worth.csv"
DATA = HERE.parents[1] / "dossier" / "data" / "checkable.yaml"
IN_ARTICLES = 0.2  # nearly all that news and comments tell comes to this when its shortness does not count


def as_data() -> dict[str, object]:
    """What stands in `checkable.yaml`."""
    return {"in_articles": IN_ARTICLES, **fitting.as_data(JUDGED)}


HEAD = """# How much each sign weighs that a sentence holds something to check, and how likely it must be in articles.
# Written by tests/gold/worth.py from sentences that people have judged.
"""


if __name__ == "__main__":
    DATA.write_text(HEAD + yaml.safe_dump(as_data(), sort_keys=False), "utf-8")
