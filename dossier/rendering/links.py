"""A claim's positions and relations, as the list below it on its source's page."""

from __future__ import annotations

from urllib.parse import quote

from markupsafe import Markup

from dossier.model import Claim, Relation
from dossier.rendering import room
from dossier.rendering.addresses import claim_page, question_page
from dossier.rendering.labels import STANCE, number
from dossier.rendering.pieces import To, badge, shown, sign
from dossier.rendering.quoting import shortened, tongue
from dossier.rendering.view import View

_LIST = '<ul class="claim__links">'


def claim_clashes(view: View, to: To, claim: Claim) -> Markup:
    """What contradicts the claim (hints excluded): this is always visible, while all other relations fold out."""
    found = [r for r in view.relations_of.get(claim.id, ()) if r.kind == "contradicts"][: room.MET]
    if not found:
        return Markup("")
    return Markup(f"{_LIST}{''.join(_relation(view, to, relation, claim) for relation in found)}</ul>\n")


def claim_links(view: View, to: To, claim: Claim) -> Markup:
    """The claim's positions, then its other relations, the sharpest first; "" if it has neither."""
    answers = [
        f'<li>{badge(STANCE[p.stance])} <a href="{shown(to(question_page(p.question)))}">'
        f"{shown(view.question[p.question].question)}</a></li>\n"
        for p in claim.positions
        if p.question in view.question
    ]
    found = view.relations_of.get(claim.id, ())
    meets = [_relation(view, to, relation, claim) for relation in found[: room.MET] if relation.kind != "contradicts"]
    if len(found) > room.MET:
        target = f"{shown(to('relations.html'))}?source={quote(claim.source)}"
        meets.append(f'<li><a class="more" href="{target}">All {number(len(found))} in the list</a></li>\n')
    if not answers and not meets:
        return Markup("")
    return Markup(f"{_LIST}\n{''.join(answers)}{''.join(meets)}</ul>\n")


def _relation(view: View, to: To, relation: Relation, claim: Claim) -> str:
    other = view.other(relation, claim)
    compare = ""
    if relation.question in view.question:
        compare = f' <a class="quiet" href="{shown(to(view.place_of(relation)))}">compare</a>'
    return f'<li>{sign(relation)} <a href="{shown(to(claim_page(other.id)))}"{_words(view, other)}{compare}</li>\n'


def _words(view: View, claim: Claim) -> str:
    """The text of a link to a claim: its first words and its source."""
    key = ("words", claim.id)
    if key not in view.fragments:
        view.fragments[key] = (
            f"{tongue(view.source[claim.source].meta.language)}>“{shown(shortened(claim.quote, 110))}”</a> "
            f'<span class="quiet">{shown(view.short[claim.source])}</span>'
        )
    return view.fragments[key]
