"""What the rights of an article allow must reach for what the dossier is about."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Dossier
from dossier.problems import Problem
from dossier.rendering.rights import cut
from dossier.store.places import Pointing


def compared_quotations_may_be_shown(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """Of two claims that meet, readers see both quotations, unless a limit on what may be shown is too low."""
    compared = {id for r in dossier.relations if r.status != "dismissed" for id in r.between}
    short = cut(dossier) & compared
    for source in dossier.sources:
        found = sum(id.startswith(f"{source.id}/") for id in short)
        if found:
            what = f"of {found} compared {_quotations(found)} only the first words may be shown"
            yield Problem(at(source.where, "rights"), "limit-too-low", what,
                          "raise 'share' or 'words' as far as the rights in the text allow", "warning")  # fmt: skip


def _quotations(count: int) -> str:
    return "quotation" if count == 1 else "quotations"
