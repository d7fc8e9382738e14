"""Rows of the long tables and lists, put together as text: a template would take many times as long for each."""

from __future__ import annotations

from collections.abc import Sequence, Sized
from functools import partial

from markupsafe import Markup

from dossier.model import Claim, Relation
from dossier.rendering.addresses import claim_page, question_page
from dossier.rendering.labels import DECIDED, STANCE
from dossier.rendering.ordering import day_order
from dossier.rendering.pairs import found
from dossier.rendering.pieces import To, badge, met, said_by, says_the_same, shown, sign
from dossier.rendering.quoting import shortened, telling, tongue
from dossier.rendering.view import View

_SIDE = 70  # characters of one side of a pair
_WIDE = ' class="wide"'  # a cell that has a line of its own on a phone


def claim_rows(view: View, to: To, claims: Sequence[Claim]) -> Markup:
    """Each claim in one row: what it says, who says it, what it is about; empty columns are left out."""
    columns = "".join("01"[bool(column)] for column in (view.places, view.claims_on, view.questions))
    rows = view.for_each(f"claim rows {columns}", claims, partial(_claim, view, to))
    return Markup("\n".join(rows))


def _claim(view: View, to: To, claim: Claim) -> str:
    words = "" if says_the_same(claim) else f"“{shown(shortened(claim.quote))}”"
    told = " · ".join(filter(None, (words, said_by(claim) if claim.speaker else "")))
    quoted = f' <span class="quiet">{told}</span>' if told else ""
    asked = " ".join(p.question for p in claim.positions)
    known = [(p.question, p.stance) for p in claim.positions if p.question in view.question]
    cells = (
        f'<td><a href="{shown(to(claim_page(claim.id)))}">{shown(claim.statement)}</a>{quoted}</td>'
        f"<td>{shown(view.short[claim.source])}</td>"
        f'<td data-order="{day_order(claim.date)[0]}">{shown(view.about(claim, "undated"))}</td>'
        f"{_cell(view.places, ', '.join(shown(view.place_name(p)) for p in claim.countries))}"
        f"{_cell(view.claims_on, ', '.join(shown(view.theme_name(t)) for t in claim.themes))}"
        f"{_cell(view.questions, ''.join(_position(view, to, *position) for position in known), _WIDE)}"
        f'<td data-order="{99999 - len(view.relations_of.get(claim.id, ()))}">{met(view, claim)}</td>'
    )
    data = f'data-status="{shown(claim.status)}" data-question="{shown(asked)}"'
    return f"<tr data-item {view.data_of([claim])} {data}>{cells}</tr>"


def _cell(column: Sized, told: str, css: str = "") -> str:
    return f"<td{css}>{told}</td>" if column else ""


def _position(view: View, to: To, question: str, stance: str) -> str:
    asked = shown(view.question[question].question)
    return f'<a class="answer" href="{shown(to(question_page(question)))}">{badge(STANCE[stance])} {asked}</a> '


def relation_rows(view: View, to: To, relations: Sequence[Relation]) -> Markup:
    """Each relation in one row: its type, its question, both sides, and whether a person checked it."""
    return Markup("\n".join(view.for_each("relation rows", relations, partial(_relation, view, to))))


def _relation(view: View, to: To, relation: Relation) -> str:
    sides = view.pair(relation)
    asked = view.question.get(relation.question)
    if asked and relation.status != "dismissed":
        on = f'<a href="{shown(to(view.place_of(relation)))}">{shown(asked.question)}</a>'
    else:
        on = shown(found(view, relation, sides))
    review = DECIDED[relation.status]
    cells = (
        f'<td>{sign(relation)}</td><td class="wide">{on}</td>'
        f"{''.join(_side(view, to, relation, claim) for claim in sides)}"
        f'<td title="{review.word}">{review.symbol} {review.short}</td>'
    )
    kinds = " ".join(dict.fromkeys((relation.type, relation.kind)))
    standing = "" if relation.status == "dismissed" else kinds  # who asks for a kind is shown what stands
    told = f'data-type="{standing}" data-status="{relation.status}" data-question="{shown(relation.question)}"'
    return f"<tr data-item {view.data_of(sides)} {told}>{cells}</tr>"


def _side(view: View, to: To, relation: Relation, claim: Claim) -> str:
    words = telling(claim.quote, view.words_in(relation, claim), _SIDE)
    source = f'<span class="quiet">{shown(view.short[claim.source])}</span>'
    spoken = tongue(view.source[claim.source].meta.language)
    return f'<td class="wide"><a href="{shown(to(claim_page(claim.id)))}"{spoken}>“{words}”</a> {source}</td>'


def printed_lines(view: View, to: To, claims: Sequence[Claim]) -> dict[str, Markup]:
    """Each claim, by its id, in a line of the page to print."""
    return _by_id(claims, view.for_each("printed lines", claims, partial(_printed, view, to)))


def _printed(view: View, to: To, claim: Claim) -> str:
    spoken = tongue(view.source[claim.source].meta.language)
    words = "" if says_the_same(claim) else f" <span{spoken}>“{shown(claim.quote)}”</span>"
    return (
        f'<li><a href="{shown(to(claim_page(claim.id)))}">{shown(claim.statement)}</a>{words} '
        f'<span class="quiet">{shown(view.about(claim, "not dated"))}</span></li>'
    )


def timed_lines(view: View, to: To, claims: Sequence[Claim]) -> dict[str, Markup]:
    """Each claim, by its id, in a line of the timeline."""
    return _by_id(claims, view.for_each("timed lines", claims, partial(_timed, view, to)))


def _timed(view: View, to: To, claim: Claim) -> str:
    kinds = view.kinds_of(claim)  # how it meets others, each way once
    return (
        f'<li class="line" data-item {view.data_of([claim])} data-type="{" ".join(kinds)}">'
        f'<a class="line__says" href="{shown(to(claim_page(claim.id)))}">{shown(claim.statement)}</a> '
        f'<span class="line__facts">{shown(view.short[claim.source])}{met(view, claim)}</span></li>\n'
    )


def _by_id(claims: Sequence[Claim], lines: Sequence[str]) -> dict[str, Markup]:
    return {claim.id: Markup(line) for claim, line in zip(claims, lines, strict=True)}
