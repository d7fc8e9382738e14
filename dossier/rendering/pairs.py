"""Pairs of claims as text: side by side, or in a few lines of a long list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from dossier.data import load
from dossier.model import Claim, Question, Relation
from dossier.rendering.addresses import claim_page, relation_anchor
from dossier.rendering.disputes import dispute, judging
from dossier.rendering.labels import DECIDED, GATE, RELATION, RULE, STANCE, when
from dossier.rendering.pieces import To, badge, facts, issued, reading, shown, source_link
from dossier.rendering.quoting import beside, enclosed, shortened, tongue
from dossier.rendering.view import View

Sides = Sequence[Claim]


def quote(view: View, to: To, claim: Claim, words: Iterable[str] = (), stance: str = "", who: bool = True) -> Markup:
    """One side of a comparison: who answers what and when, the words, about what time."""
    source = view.source[claim.source]
    answer = f"{badge(STANCE[stance])} " if stance else ""
    named = (
        f'<p class="quote__who">{answer}{source_link(view, to, claim.source)}{issued(view, claim.source)}</p>'
        if who
        else ""
    )
    told = " · ".join(facts(claim, source))
    # An en space may hang at a line's end, where a dot would stand alone. Without <wbr> no line ends before the
    # isolated link, and dates break in the middle.
    gap = "&ensp;<wbr>" if told else ""
    return Markup(
        f'<figure class="quote">\n{named}'
        f"<blockquote{tongue(source.meta.language)}><p>{enclosed(claim.quote, words)}</p></blockquote>\n"
        f'<figcaption>\n{reading(claim)}<span class="quote__facts">{"" if who else answer}{told}{gap}'
        f'<a class="quote__go" href="{shown(to(claim_page(claim.id)))}">Open the passage'
        f'<span class="visually-hidden"> in {shown(view.short[claim.source])}: {shown(shortened(claim.quote, 40))}'
        "</span></a></span>\n"
        "</figcaption>\n</figure>"
    )


def reason(view: View, to: To, relation: Relation, sides: Sides) -> str:
    """Why two claims are related: the editor's own words if one confirmed it, else what the rule found."""
    if relation.status == "confirmed" and relation.decision and relation.decision.because:
        return relation.decision.because
    return found(view, relation, sides)


def found(view: View, relation: Relation, sides: Sides) -> str:
    """What the rule found, without repeating the question and the quotations shown above it."""
    asked = view.question[relation.question].question if relation.question in view.question else ""
    return beside(view.in_names(relation.because), asked, [claim.quote for claim in sides])


def pair(view: View, to: To, relation: Relation, anchor: bool = False, ask: bool = True) -> Markup:
    """Two claims side by side and why they are related; the heading above says how."""
    sides = view.pair(relation)
    label = RELATION[relation.type]
    why = f"Why they {label.may}" if relation.is_hint else label.why
    quotes = "\n".join(
        quote(view, to, claim, view.words_in(relation, claim), claim.stance_on(relation.question)) for claim in sides
    )
    return Markup(
        f'<article class="pair pair--{RELATION[relation.kind].css}"{_anchored(relation, anchor)} data-item '
        f'{view.data_of(sides)} data-status="{relation.status}">\n{asked(view, to, relation) if ask else ""}'
        f'<div class="pair__sides">\n{quotes}\n</div>\n'
        f'<p class="pair__why"><b>{why}:</b> {shown(reason(view, to, relation, sides))}</p>\n'
        f"{settling(view, relation)}{_foot(view, to, relation, sides)}</article>"
    )


def _foot(view: View, to: To, relation: Relation, sides: Sides) -> str:
    """Whether somebody checked it, how it was found, how to decide it, and where to dispute it."""
    decided = DECIDED[relation.status]
    return (
        f'<div class="pair__foot">\n<details class="fold"><summary>{decided.symbol} {decided.word}; how it was found'
        f'</summary>\n<dl class="facts">\n{_how(view, relation, sides)}{judging(view, to, relation, sides)}</dl>'
        f"</details>\n{dispute(view, relation)}</div>\n"
    )


def settling(view: View, relation: Relation) -> str:
    """What is in dispute and what would settle it, unless the question says so for all its pairs."""
    found = what_would_settle(relation, view.question.get(relation.question))
    slot = f"<b>In dispute:</b> {shown(found['slot'])}. " if "slot" in found else ""
    return (
        f'<p class="pair__why">{slot}<b>What would settle it:</b> {shown(found["evidence"])}</p>\n' if found else ""
    )


def what_would_settle(relation: Relation, asked: Question | None = None) -> Mapping[str, str]:
    """The "evidence" that would settle it, and the "slot" in dispute if the quotations do not show it.

    Empty if nothing is open, if the question says so for all its pairs, or if nobody has checked what it is about.
    """
    if (
        relation.type != "contradicts"
        or relation.status == "dismissed"
        or relation.drafted
        or (asked and asked.settle)
    ):
        return {}
    told: Mapping[str, Mapping[str, str]] = load("settling.yaml")
    return told.get(relation.rule, told["decision"])  # an editor may find two at odds whose words agree


def _how(view: View, relation: Relation, sides: Sides) -> str:
    """The rule, the gates that were checked, and what an editor decided."""
    decision = relation.decision
    other = relation.status == "confirmed" and decision and decision.because not in ("", relation.because)
    rule = shown(RULE.get(relation.rule, relation.rule)) + (
        f". {shown(found(view, relation, sides))}" if other else ""
    )
    told = f"<div><dt>Rule</dt><dd>{rule}</dd></div>\n"
    if relation.gates:
        gates = "".join(
            f'<li><span aria-hidden="true">{"✓" if gate.open else "✕"}</span> '
            f'<b>{shown(GATE.get(gate.name, gate.name))}</b> <span class="visually-hidden">'
            f"({'passed' if gate.open else 'not passed'}) </span>{shown(view.in_names(gate.note))}</li>\n"
            for gate in relation.gates
        )
        told += f'<div><dt>Checked</dt><dd><ul class="gates">\n{gates}</ul></dd></div>\n'
    if decision:
        why = "" if relation.status == "confirmed" else f": {shown(decision.because)}"
        on = f", {shown(when(decision.on))}" if decision.on else ""
        by = f" ({shown(decision.by)}{on})" if decision.by else ""
        told += f"<div><dt>Decision</dt><dd>{shown(_judged(decision.relation))}{why}{by}</dd></div>\n"
    return told


def _judged(judgement: str) -> str:
    """What an editor decided, in the words of the headings."""
    return RELATION[judgement].word if judgement in RELATION else judgement.capitalize()


def asked(view: View, to: To, relation: Relation) -> str:
    """The question that links two claims, linked to its page; "" if there is none."""
    if relation.question not in view.question:
        return ""
    words, target = shown(view.question[relation.question].question), shown(to(view.place_of(relation)))
    return f'<p class="pair__head"><a class="pair__question" href="{target}">{words}</a></p>\n'


def brief(view: View, to: To, relation: Relation, anchor: bool = False, told: bool = False) -> Markup:
    """A pair in a few lines, for long lists; if both quotations are `told` above, only the deciding words."""
    sides = view.pair(relation)
    first, second = (
        f"{_answer(relation, claim)}{_words(view, relation, claim) if told else _linked(view, to, relation, claim)} "
        f'<span class="quiet"><bdi>{shown(view.short[claim.source])}</bdi>'
        f"{'' if told else issued(view, claim.source)}</span>"
        for claim in sides
    )
    return Markup(
        f'<div class="brief"{_anchored(relation, anchor)} data-item {view.data_of(sides)}>\n'
        f'<p>{first} <span aria-hidden="true">{RELATION[relation.type].symbol}</span> {second}</p>\n'
        f"<p>{'' if told else f'{DECIDED[relation.status].symbol} '}"
        f"{shown(reason(view, to, relation, sides))}{'' if told else f' {dispute(view, relation)}'}</p>\n"
        f"{_foot(view, to, relation, sides) if told else ''}</div>"
    )


def _answer(relation: Relation, claim: Claim) -> str:
    """Its answer to the question, because a few words of a quotation can sound like the opposite."""
    stance = claim.stance_on(relation.question)
    return f"<b>{STANCE[stance].word}:</b> " if stance else ""


def _linked(view: View, to: To, relation: Relation, claim: Claim) -> str:
    spoken = tongue(view.source[claim.source].meta.language)
    words = enclosed(claim.quote, view.words_in(relation, claim))
    return f'<a href="{shown(to(claim_page(claim.id)))}"{spoken}>{words}</a>'


def _words(view: View, relation: Relation, claim: Claim) -> str:
    spoken = tongue(view.source[claim.source].meta.language)
    return f"<span{spoken}>“{shown(shortened(' … '.join(view.words_in(relation, claim)) or claim.quote, 60))}”</span>"


def _anchored(relation: Relation, anchor: bool) -> str:
    return f' id="{relation_anchor(relation.between, relation.question)}"' if anchor else ""
