"""How much each sign weighs that two claims tell of one thing, fitted to pairs that people have judged.

    python -m tests.gold.alike        writes dossier/data/alike.yaml

`alike.csv` holds a row for each pair of claims judged, from 286 articles of news, comment and dispute on 63
matters: the matter, 1 where a reader found that both say the same (0 where they do not, or are at odds, or one tells
more), and the signs as the detector works them out (29 November 2026). What the detector had shown was judged
together with pairs taken at random, without knowing which was which. The articles are other people's and are not
kept here.

An earlier table of 5,547 pairs was given up: its articles are gone, so no sign can be worked out anew, and its
readers were more lenient. With both tables the fit was no better.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.gold import fitting

HERE = Path(__file__).parent
JUDGED = HERE / "alike.csv"
DATA = HERE.parents[1] / "dossier" / "data" / "alike.yaml"
SURE = 0.9  # so likely that no other act, and no time that only one of them names, says that they tell of two things
SHOWN = 0.75  # of the pairs that are shown some 90 in a hundred held in matters that nothing was fitted to


def as_data() -> dict[str, object]:
    """What stands in `alike.yaml`."""
    return {"shown": SHOWN, "sure": SURE, **fitting.as_data(JUDGED)}


HEAD = """# How much each sign weighs that two claims tell of one thing, how likely it must be to be shown, and from
# where on it is so sure that another act, or a time that only one names, counts no more.
# Written by tests/gold/alike.py from pairs that people have judged.
"""


if __name__ == "__main__":
    DATA.write_text(HEAD + yaml.safe_dump(as_data(), sort_keys=False), "utf-8")
