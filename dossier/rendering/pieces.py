"""The smallest pieces of pages, put together as text: they stand there many thousand times."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from dossier.model import Claim
from dossier.rendering.labels import RELATION, Label
from dossier.rendering.quoting import closed
from dossier.rendering.view import View

_SPECIAL = re.compile("[&<>\"']").search


def shown(value: object) -> str:
    """A value as it stands in HTML: escaped, and with every direction that it turns turned back."""
    if type(value) is str:
        text = closed(value)
        return escape(text) if _SPECIAL(text) else text
    return value if type(value) is Markup else escape(value)


@lru_cache(maxsize=1000)
def badge(label: Label, text: str = "") -> Markup:
    """A label as symbol, word and colour; another text may stand in the word's place."""
    sign = f'<span class="badge__sign" aria-hidden="true">{shown(label.symbol)}</span>'
    return Markup(f'<span class="badge badge--{shown(label.css)}">{sign} {shown(text or label.word)}</span>')


def met(view: View, claim: Claim) -> Markup:
    """How often a claim meets others, by kind."""
    key = ("met", claim.id)
    if key not in view.fragments:
        kinds = [r.type for r in view.relations_of.get(claim.id, ())]
        counts = ((label, kinds.count(kind)) for kind, label in RELATION.items())
        view.fragments[key] = "".join(_tally(label, count) for label, count in counts if count)
    return Markup(view.fragments[key])


def _tally(label: Label, count: int) -> str:
    told = f"{label.word}: {count}"
    return (
        f' <span class="tally tally--{label.css}" role="img" aria-label="{told}" title="{told}">'
        f"{label.symbol}{count}</span>"
    )
