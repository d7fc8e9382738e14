"""How a reader disputes a relation: in a form, or in the file where pairs are decided."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.model import Claim, Relation, fingerprint
from dossier.rendering.addresses import edit_link, form_link
from dossier.rendering.pieces import To, shown
from dossier.rendering.view import View

_GUIDE = "about/editing.html#judge"


def dispute(view: View, relation: Relation) -> str:
    """The link to the form that asks what is wrong with this pair; "" if there is none."""
    form = form_link(view.options.report, "wrong-pair", pair=" and ".join(relation.between))
    if not form:
        return ""
    between = " and ".join(shown(view.short[view.claim[id].source]) for id in relation.between)
    return f'<a class="dispute" href="{shown(form)}">Dispute this<span class="visually-hidden">: {between}</span></a>'


def judging(view: View, to: To, relation: Relation, sides: Sequence[Claim]) -> str:
    """Where the pair is decided; if nobody has, with the lines to paste there."""
    asked = view.question.get(relation.question)
    if asked:
        path, others = asked.where.path or f"claims/codebook/questions/{asked.id}.yaml", asked.decisions
    else:
        path, others = "claims/codebook/decisions.yaml", view.dossier.codebook.decisions
    edit = edit_link(view.options.edit, path)
    file = f'<a href="{shown(edit)}">{shown(path)}</a>' if edit else f"<code>{shown(path)}</code>"
    if relation.decision:
        return _row("Change it", f"Find the two claims under <code>decisions</code> in {file} and edit the entry.")
    lines = "" if others else "decisions:\n"
    lines += (
        f"  - pair: [{', '.join(relation.between)}]\n    relation: dismissed\n    because:\n    by:\n"
        f'    seen: "{fingerprint(*sides)}"\n'
    )
    return _row(
        "Judge it",
        f"Paste these lines at the end of {file}, with your reason after <code>because:</code> and your name after "
        f'<code>by:</code>. <a href="{to(_GUIDE)}">What to write instead of <code>dismissed</code></a>'
        f"<pre>{shown(lines)}</pre>",
    )


def _row(name: str, told: str) -> str:
    return f'<div class="judge"><dt>{name}</dt><dd>{told}</dd></div>\n'
