"""One short name for each source, so that no two in a list read the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from dossier.edtf import parse
from dossier.model import Metadata
from dossier.rendering.labels import published
from dossier.rendering.quoting import shortened

_NAME = 44  # characters of a publisher that still fit into a sentence, a column and beside a picture
_TITLE = 40  # characters of a title that tell a source from the others of its house
# What tells sources of one house apart: the year where that is enough, else the day, else the title.
_TOLD_BY: tuple[Callable[[Metadata], str], ...] = (
    lambda meta: f" {period.start.year}" if (period := parse(meta.issued)) else "",
    lambda meta: f" {published(meta.issued)}" if meta.issued else "",
    lambda meta: f" “{shortened(meta.title, _TITLE)}”" if meta.title else "",
)


def told_apart(names: Mapping[str, str], metas: Mapping[str, Metadata]) -> dict[str, str]:
    """Names by source id, cut where they are too long, with as much added as is needed to tell equal ones apart.

    Without brackets: in sentences they contain the time a claim is about, "The Post 2023 (since May 2021)".
    """
    names = {id: shortened(name, _NAME) for id, name in names.items()}
    made = dict(names)
    for told_by in _TOLD_BY:
        counts = Counter(made.values())
        for id, name in made.items():
            if counts[name] > 1 and (told := told_by(metas[id])):
                made[id] = f"{names[id]}{told}"
    return made
