"""The smallest pieces of pages, put together as text, because pages contain many thousands of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from markupsafe import Markup

from dossier.language.core import refers_back
from dossier.language.grammar import within_a_sentence
from dossier.model import Claim, Relation, Source
from dossier.rendering.addresses import claim_page, country_page, source_page, theme_page
from dossier.rendering.labels import RELATION, VOICE, Label, published, when
from dossier.rendering.quoting import closed, escaped
from dossier.rendering.view import View

SO_FAR = "up to the time of writing"

To = Callable[[str], str]  # the link from a page to another one


def shown(text: str) -> str:
    """A text for HTML: escaped, and with every change of writing direction closed."""
    return escaped(closed(text))


@lru_cache(maxsize=1000)
def badge(label: Label, text: str = "") -> Markup:
    """A label as symbol, word and colour; `word` may be replaced by another text."""
    sign = f'<span class="badge__sign" aria-hidden="true">{shown(label.symbol)}</span>'
    return Markup(f'<span class="badge badge--{shown(label.css)}">{sign} {shown(text or label.word)}</span>')


def sign(relation: Relation) -> Markup:
    """How two claims are related, as a badge: "Contradict", or only "May contradict"."""
    return badge(RELATION[relation.kind], RELATION[relation.type].may.capitalize() if relation.is_hint else "")


def met(view: View, claim: Claim) -> Markup:
    """How often a claim meets others, by kind."""
    key = ("met", claim.id)
    if key not in view.fragments:
        kinds = view.kinds_of(claim)
        view.fragments[key] = "".join(tallied(label, kinds[kind]) for kind, label in RELATION.items() if kinds[kind])
    return Markup(view.fragments[key])


def tallied(label: Label, count: int) -> Markup:
    """How many there are of one kind of relation, as its sign and a number."""
    told = f"{label.word}: {count}"
    return Markup(
        f' <span class="tally tally--{label.css}" role="img" aria-label="{told}" title="{told}">'
        f"{label.symbol}{count}</span>"
    )


def source_link(view: View, to: To, id: str) -> Markup:
    """A source's short name, linked to its page."""
    return Markup(f'<a href="{shown(to(source_page(id)))}">{shown(view.short[id])}</a>')


def issued(view: View, source: str) -> Markup:
    """When it came out, for use after its short name; "" if unknown, or if the name says so already."""
    told = day(view, source)
    return Markup(f", {shown(told)}" if told else "")


def day(view: View, source: str, unknown: str = "") -> str:
    """When it came out, for use beside its short name; "" if the name says so already."""
    told = published(view.source[source].meta.issued, unknown)
    return "" if told in view.short[source] else told


def tags(view: View, to: To, claim: Claim) -> Markup:
    """Where and about what, as a few words with links."""
    places = (f'<a href="{shown(to(country_page(p)))}">{shown(view.place_name(p))}</a>' for p in claim.countries)
    themes = (f'<a href="{shown(to(theme_page(t)))}">{shown(view.theme_name(t))}</a>' for t in claim.themes)
    return Markup(" · ".join(filter(None, (", ".join(places), ", ".join(themes)))))


def said_by(claim: Claim) -> Markup:
    """Who says it inside the source, and how."""
    if not claim.speaker:
        return Markup(VOICE[claim.voice])
    how = "" if claim.voice in ("own", "attributed") else f", {VOICE[claim.voice]}"
    who = within_a_sentence(claim.speaker)
    small = f"{who[:1].lower()}{who[1:]}"  # "Activists": only our reading knows that their capital opened a sentence
    return Markup(f"said by {shown(small if f'ccording to {small},' in claim.statement else who)}{how}")


def facts(claim: Claim, source: Source) -> list[str]:
    """What a reader must know besides the words: what time they are about, who says them; often nothing."""
    spoken = period(claim, source)
    found = [f"Period: {shown(spoken)}"] if spoken not in ("", SO_FAR) else []  # what is reported has mostly happened
    if claim.speaker or claim.voice != "own":
        told = said_by(claim)
        found.append(told if found else told[:1].upper() + told[1:])
    return found


def period(claim: Claim, source: Source) -> str:
    """The time a claim is about; "" if that is the time of writing, which is shown beside the source's name."""
    issued = source.meta.issued
    first, _, last = claim.date.partition("/")
    if not claim.date or not issued or (claim.date != issued and ".." not in (first, last)):
        return when(claim.date, "not dated")
    if claim.date == issued:
        return ""
    if first == issued.partition("/")[0]:
        return "from the time of writing"
    return SO_FAR if last == issued.rpartition("/")[2] else when(claim.date)


def reading(claim: Claim) -> Markup:
    """Our reading, for a quotation that makes no sense alone: "it", "these", or part of a sentence."""
    first = claim.quote.split(maxsplit=1)[0] if claim.quote.strip() else ""
    if not (first[:1].islower() or refers_back(first)) or says_the_same(claim) or _names_the_speaker(claim):
        return Markup("")
    return Markup(f'<p class="quote__reading">{shown(claim.statement)}</p>\n')


def says_the_same(claim: Claim) -> bool:
    """Whether our reading is the quotation itself, as in a draft that nobody has worked on."""
    return _bare(claim.statement) == _bare(claim.quote)


def _names_the_speaker(claim: Claim) -> bool:
    """Whether our reading only adds the speaker, who is shown beside the quotation anyway."""
    who = _bare(claim.speaker)
    return bool(who) and _bare(claim.statement).replace("“", "") == f"according to {who}, {_bare(claim.quote)}"


def _bare(text: str) -> str:
    return " ".join(text.casefold().split()).strip(' .,;“”"')


def line(view: View, to: To, claim: Claim, show_source: bool = True) -> Markup:
    """A claim in a list: our reading, its source, how often it meets others."""
    source = f"{shown(view.short[claim.source])} · " if show_source else ""
    return Markup(
        f'<li class="line" data-item {view.data_of([claim])}>\n'
        f'<a class="line__says" href="{shown(to(claim_page(claim.id)))}">{shown(claim.statement)}</a>\n'
        f'<span class="line__facts">{source}{shown(view.about(claim, "undated"))}{met(view, claim)}</span>\n</li>'
    )
