"""A claim as it stands on its source's page, put together as text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from dossier.model import Claim, Source
from dossier.rendering.addresses import claim_anchor, edit_link, form_link, passage
from dossier.rendering.excerpts import Excerpts
from dossier.rendering.exports.citing import Cited, citing
from dossier.rendering.labels import MODALITY, STATUS, published, when
from dossier.rendering.links import claim_clashes, claim_links
from dossier.rendering.pieces import SO_FAR, To, facts, met, period, said_by, says_the_same, shown, tags
from dossier.rendering.quoting import marked, tongue
from dossier.rendering.view import View

_MARKED = ("“</span>", '"</span>', "&#34;</span>")
_ENDS = " .,;:!?…”’\"')"  # what closes a sentence or sets off its next part


@dataclass(frozen=True, slots=True)
class Cards:
    """What the claims of one source have in common on its page."""

    view: View
    to: To
    source: Source
    excerpts: Excerpts
    cited: Callable[[Claim], Cited]


def cards_of(view: View, source: Source, excerpts: Excerpts) -> Callable[[To], Callable[[Claim], Markup]]:
    """For a page's links the way to the card of each of its claims."""
    cited = citing(view, source)

    def for_page(to: To) -> Callable[[Claim], Markup]:
        cards = Cards(view, to, source, excerpts, cited)
        return lambda claim: card(cards, claim)

    return for_page


def card(cards: Cards, claim: Claim) -> Markup:
    """One claim: what it says, its words, what contradicts it; the rest folds out."""
    view, to, source = cards.view, cards.to, cards.source
    anchor = claim_anchor(claim.id)
    before, after = map(_around, cards.excerpts.of(claim.id))
    own = ' class="bare"' if before.endswith(_MARKED) else ""  # the article's own marks stand around it already
    said = f"<q{own}>{marked(claim.quote, [p.words for p in claim.positions if p.words])}</q>"
    link = f'<a class="headerlink" href="#{anchor}" title="Permanent link">¶</a>'
    if says_the_same(claim):
        beneath = _around(cards.excerpts.of(claim.id)[1].lstrip(_ENDS))  # a line of its own begins with a word
        above, words = "", f'{before}<h3 id="{anchor}">{said}{link}</h3> {beneath}'
    else:
        above, words = f'<h3 id="{anchor}">{shown(claim.statement)}{link}</h3>\n', f"<p>{before}{said}{after}</p>"
    return Markup(
        f'<article class="claim" data-item {view.data_of([claim])}>\n{above}'
        f'<blockquote class="claim__quote"{tongue(source.meta.language)}>{words}</blockquote>\n'
        f"<section data-search-exclude>\n{claim_clashes(view, to, claim)}"
        f'<div class="claim__foot">\n<details class="fold"><summary>{_summary(view, source, claim)}</summary>\n'
        f'<p class="claim__facts">{_details(view, to, source, claim)}</p>\n'
        f"{_note(claim)}{claim_links(view, to, claim)}\n"
        f"{_cite(cards, claim, anchor)}{_report(view, claim)}</details>\n"
        f'<div class="claim__do">{_do(view, source, claim)}</div>\n</div>\n</section>\n</article>'
    )


def _around(words: str) -> str:
    return f'<span class="around" data-search-exclude>{shown(words)}</span>' if words else ""


def _summary(view: View, source: Source, claim: Claim) -> str:
    draft = [f"{STATUS['draft'].symbol} draft"] if claim.status == "draft" else []
    told = f"{' · '.join([*facts(claim, source), *draft])}{met(view, claim)}".strip()
    return f'{told} <span class="claim__more">{"· " if told else ""}Details</span>'.strip()


def _details(view: View, to: To, source: Source, claim: Claim) -> str:
    own = not claim.speaker and claim.voice == "own"
    on = f", {shown(when(claim.reviewed_on))}" if claim.reviewed_on else ""
    by = f" by {shown(claim.reviewed_by)}{on}" if claim.reviewed_by else ""
    dated = claim.date_from and claim.date_from != "publication"
    spoken, day = period(claim, source), shown(published(source.meta.issued))
    status = STATUS[claim.status]
    parts = (
        said_by(claim).capitalize() if own else "",
        f"{shown(claim.kind)}, {MODALITY[claim.modality]}",
        f"{spoken or 'about the time of writing'} ({day})" if spoken in ("", SO_FAR) else "",
        f"dated from “{shown(claim.date_from)}”" if dated else "",
        tags(view, to, claim),
        f"{status.symbol} {status.word}{by}",
    )
    return " · ".join(filter(None, parts))


def _note(claim: Claim) -> str:
    return f'<p class="claim__note"><b>Note:</b> {shown(claim.note)}</p>' if claim.note else ""


def _cite(cards: Cards, claim: Claim, anchor: str) -> str:
    cited = cards.cited(claim)
    return (
        '<details class="fold cite"><summary>Cite or copy this claim</summary>\n'
        f'<p>{shown(cited.text)}</p><p><a href="#{anchor}">Permanent link</a></p>\n'
        f'<p class="quiet">BibTeX</p><pre>{shown(cited.bibtex)}</pre>'
        f'<p class="quiet">CSL-JSON</p><pre>{shown(cited.csl)}</pre></details>\n'
    )


def _report(view: View, claim: Claim) -> str:
    """The form by which a reader reports a mistake."""
    form = form_link(view.options.report, "wrong-claim", claim=claim.id)
    if not form or not edit_link(view.options.edit, view.claim_file(claim)):
        return ""
    return f'<p class="claim__facts"><a href="{shown(form)}">Report a mistake</a></p>'


def _do(view: View, source: Source, claim: Claim) -> str:
    """Where the words stand in the original, and where the claim is changed."""
    file = view.claim_file(claim)
    found, edit = passage(source.meta.URL, claim.quote), edit_link(view.options.edit, file)
    original = f'<a href="{shown(found)}" rel="noopener">In the original</a> ' if found else ""
    if not edit:
        return f'{original}<span class="quiet">{shown(file)}</span>'
    return f'{original}<a href="{shown(edit)}">Edit<span class="visually-hidden"> this claim</span></a>'
