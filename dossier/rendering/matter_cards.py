"""A matter as a card: who says what about it, in which words and when; the pairs fold out."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from dossier.model import Claim, Figure
from dossier.rendering.addresses import claim_page
from dossier.rendering.labels import RELATION, STANCE, amount, plural, unit_words
from dossier.rendering.matters import Matter
from dossier.rendering.pairs import asked, brief, pair, settling
from dossier.rendering.pieces import To, badge, facts, issued, reading, shown, source_link
from dossier.rendering.quoting import clause, marked, shortened, stretch, telling, tongue
from dossier.rendering.view import View

_WORDS = 150  # characters of a quotation around the words that count
_TITLE = 120  # of the clause in which the words stand that all others meet
_BARE = {"", "percent"}  # units that leave open what is counted
_SHORTER = 0.8  # of a quotation: a longer clause would say the whole of it twice


def card(view: View, to: To, matter: Matter, anchor: bool = False, ask: bool = False) -> Markup:
    """One card: a single pair side by side; of more claims, each source with its words, and the pairs folded away."""
    first = matter.relations[0]
    if matter.count == 1:
        return pair(view, to, first, anchor, ask)
    values = _values(matter)
    rows = "\n".join(_row(view, to, matter, source, values) for source in matter.sources)
    pairs = "\n".join(brief(view, to, relation, anchor, told=True) for relation in matter.relations)
    # What an editor found out about claims at odds is what a reader came for; of what rules found the rows tell all.
    judged = first.type != "agrees" and first.status == "confirmed"
    fold = 'class="fold" open' if judged else 'class="fold fold--told"'
    return Markup(
        f'<article class="pair pair--{RELATION[first.kind].css} matter" data-group>\n'
        f"{asked(view, to, first) if ask else ''}"
        f'{_head(view, matter)}<dl class="matter__said">\n{rows}\n</dl>\n'
        f"{settling(view, first)}<details {fold}>"
        f"<summary>{plural(matter.count, 'pair')} with the reasons</summary>\n{pairs}\n</details>\n</article>"
    )


def _head(view: View, matter: Matter) -> str:
    """The title, if it says more than the number of sources, which the rows show anyway."""
    return f'<p class="matter__who">{title(view, matter)}</p>\n' if _telling(view, matter) else ""


def heading(view: View, matter: Matter) -> Markup:
    """The heading of a matter without a question: what its sources agree or disagree on, else who they are."""
    about = _about(matter)
    if matter.count == 1 and about:
        return Markup(about)
    if matter.count > 1 and _telling(view, matter):
        return title(view, matter)
    *names, last = (f"<bdi>{shown(view.short[c.source])}</bdi>" for c in matter.facing(3))
    return Markup(f"{', '.join(names)} and {last}")


def _telling(view: View, matter: Matter) -> bool:
    return title(view, matter) != plural(len(matter.sources), "source")


def title(view: View, matter: Matter) -> Markup:
    """How many sources say it, from how many origins if those are fewer, and the words or numbers they share."""
    sources = matter.sources
    origins = view.independent(sources)
    told = f" that draw on {plural(origins, 'origin')}" if origins < len(sources) else ""
    about = "" if matter.relations[0].question in view.question else _about(matter)
    return Markup(f"{plural(len(sources), 'source')}{told}{f': {about}' if about else ''}")


def _about(matter: Matter) -> str:
    """The numbers that differ, or the clause that all others match; "" if that is the whole quotation below."""
    values, deciding = _values(matter), matter.words[matter.head.id]
    said = clause(matter.head.quote, min(deciding, key=len, default=""))
    if values:
        units = {unit_words(figure.unit) for figure in values.values()}
        numbers = _either(_without_unit((values[c.id] for c in matter.claims), units))
        return (
            numbers
            if len(units) == 1 and units.isdisjoint(_BARE)
            else f"{numbers}: “{marked(shortened(said, _TITLE), deciding)}”"
        )
    short = len(said) <= min(_TITLE, _SHORTER * len(matter.head.quote))
    return f"“{marked(said, deciding)}”" if short and matter.relations[0].type == "agrees" else ""


def _either(told: list[str]) -> str:
    *others, last = map(shown, told)
    return f"{', '.join(others)} or {last}" if others else last


def _without_unit(figures: Iterable[Figure], units: set[str]) -> list[str]:
    """Each number once, the unit behind the last where all have one: "15", "at least 18", "29 people"."""
    told = list(dict.fromkeys(amount(f).removesuffix(f" {unit_words(f.unit)}") for f in figures))
    return [*told[:-1], " ".join([told[-1], *units]).strip()] if len(units) == 1 else told


def _values(matter: Matter) -> dict[str, Figure]:
    """The number each claim gives, if their numbers are in dispute; else nothing."""
    if matter.relations[0].type == "agrees":
        return {}
    found = {c.id: value for c in matter.claims if (value := _value(c, matter.words[c.id]))}
    return found if len(found) == len(matter.claims) else {}


def _row(view: View, to: To, matter: Matter, source: str, values: dict[str, Figure]) -> str:
    quotes = "\n".join(
        _quote(view, to, matter, claim, values.get(claim.id)) for claim in matter.claims if claim.source == source
    )
    return f"<div><dt>{source_link(view, to, source)}{issued(view, source)}</dt>\n{quotes}</div>"


def _quote(view: View, to: To, matter: Matter, claim: Claim, value: Figure | None) -> str:
    stance = claim.stance_on(matter.relations[0].question)
    before = f"{badge(STANCE[stance])} " if stance else ""
    if value:
        before += f'<b class="matter__value">{shown(amount(value))}</b> '
    facts_told = " · ".join(facts(claim, view.source[claim.source]))
    told = f' <span class="quiet">{facts_told}</span>' if facts_told else ""
    return (
        f'<dd>{before}<a class="quoted" href="{shown(to(claim_page(claim.id)))}"'
        f"{tongue(view.source[claim.source].meta.language)}>“{telling(claim.quote, matter.words[claim.id], _WORDS)}”"
        f"</a>{told}\n{reading(claim)}</dd>"
    )


def _value(claim: Claim, words: tuple[str, ...]) -> Figure | None:
    """The only number among the deciding words, or None."""
    here = [stretch(claim.quote, phrase) for phrase in words]
    found = {
        figure
        for figure in claim.figures
        for at in [stretch(claim.quote, figure.raw)]
        if any(max(at.start, other.start) < min(at.stop, other.stop) for other in here)
    }
    return found.pop() if len(found) == 1 else None
