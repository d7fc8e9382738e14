"""Countries, regions and themes: what is said of each, by whom, where sources part and meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from dossier.model import Claim, Question, Relation
from dossier.rendering import room
from dossier.rendering.addresses import claim_page, country_page, theme_page
from dossier.rendering.arranged import grouped
from dossier.rendering.charts.borders import borders
from dossier.rendering.charts.tiles import tiles
from dossier.rendering.charts.tracks import time_axis
from dossier.rendering.labels import RELATION, UNKNOWN, Label, plural
from dossier.rendering.ordering import sharpness
from dossier.rendering.page import Page, Planned
from dossier.rendering.pages.tallies import LISTS, TITLES, tally
from dossier.rendering.remembering import remembered, whole
from dossier.rendering.templates import fill
from dossier.rendering.view import View

_FEW = 3
_ORDER = ("contradicts", "updates", "qualifies", "agrees")  # as a country's page tells them
# Name, page, number of claims, of their sources, of claims on its regions, what is found.
Subject = tuple[str, str, int, int, int, list[tuple[Label, str]]]
_ROWS = 12  # rows of a time axis that still read at a glance


def pages(view: View) -> Iterator[Planned]:
    """Both lists, each country and region, each theme."""
    regions = "; regions have pages of their own" if any(map(view.is_region, view.places)) else ""
    about = f"What the sources say about each{regions}."
    yield whole(view, "countries/index.html", partial(_index, view, "countries", "Countries", view.places, about))
    for place in view.places:
        yield _place(view, place)
    about = "What the claims are about."
    yield whole(view, "themes/index.html", partial(_index, view, "themes", "Themes", tuple(view.claims_on), about))
    for theme in view.claims_on:
        yield _theme(view, theme)


def _index(view: View, folder: str, title: str, ids: Sequence[str], lead: str) -> Page:
    path = f"{folder}/index.html"
    is_place = folder == "countries"
    subjects: list[Subject] = []
    region: list[bool] = []
    by_name = view.naming if is_place else view.claims_on
    for one in sorted(ids, key=lambda i: (-len(by_name.get(i, ())), i)):
        claims = (view.claims_at if is_place else view.claims_on)[one]
        name = view.place_name(one) if is_place else view.theme_name(one)
        target = country_page(one) if is_place else theme_page(one)
        named = by_name.get(one, ())
        subjects.append(
            (
                name,
                target,
                len(named),
                len({c.source for c in named}),
                len(claims) - len(named),
                tally(view.relations_at.get(one, ()) if is_place else _among(view, named)),
            )
        )
        region.append(is_place and view.is_region(one))
    picture = (borders(view, path) or tiles(view, path)) if is_place else ""
    values: dict[str, object] = {
        "title": title,
        "lead": lead if picture or not is_place else "",
        "groups": [(title, found) for title, found in _groups(subjects, region) if found],
        "unnamed": [s for s in subjects if not s[2]],
        "picture": picture,
    }
    return Page(path, title, fill(view, "subjects.html", path, values), f"{title} in this dossier.")


def _groups(subjects: Sequence[Subject], region: Sequence[bool]) -> list[tuple[str, list[Subject]]]:
    """Those that claims name: countries or themes, and what countries belong to under a heading of its own."""
    named = [(s, r) for s, r in zip(subjects, region, strict=True) if s[2]]
    return [("", [s for s, r in named if not r]), ("Regions and alliances", [s for s, r in named if r])]


def _place(view: View, place: str) -> Planned:
    members = [m for m in view.dossier.codebook.members.get(place, ()) if m in view.claims_at]
    regions = [r for r, inside in sorted(view.dossier.codebook.members.items()) if place in inside]
    near = members if view.is_region(place) else [r for r in regions if r in view.claims_at]
    values: dict[str, object] = {
        "id": place,
        "name": view.place_name(place),
        "kind": "Countries",
        "index": "countries/index.html",
        "filter": "country",
        "beside": [(view.place_name(p), country_page(p)) for p in near],
    }
    return _kept(view, country_page(place), view.claims_at[place], values)


def _theme(view: View, theme: str) -> Planned:
    found = view.theme.get(theme)
    values: dict[str, object] = {
        "id": theme,
        "name": view.theme_name(theme),
        "kind": "Themes",
        "index": "themes/index.html",
        "filter": "theme",
        "beside": [],
        "description": found.description if found else "",
    }
    return _kept(view, theme_page(theme), view.claims_on[theme], values)


def _kept(view: View, path: str, claims: tuple[Claim, ...], values: dict[str, object]) -> Planned:
    return remembered(view, path, lambda: (claims, values), lambda: _page(view, path, claims, values))


def _page(view: View, path: str, claims: tuple[Claim, ...], values: dict[str, object]) -> Page:
    named = view.naming.get(str(values["id"]), ()) if values["filter"] == "country" else claims
    ids = {c.id for c in named}
    wider = [c for c in claims if c.id not in ids]
    if values["filter"] == "country":
        among, own = _among(view, claims), list(view.relations_at.get(str(values["id"]), ()))
    else:
        among = own = _on_theme(view, str(values["id"]), claims)
    own.sort(key=lambda r: (r.type != "contradicts", not ids.issuperset(r.between)))
    lead = f"{plural(len(named), 'claim')} from {plural(len({c.source for c in named}), 'source')}."
    if wider and named:
        lead += f" {plural(len(wider), 'further claim')} on a region it belongs to."
    elif wider:
        lead = f"No claim names it; {plural(len(wider), 'claim')} on a region it belongs to."
    about = str(values.get("description", ""))
    values = values | {
        "claims": claims,
        "named": _by_source(view, named[: room.LINES]),
        "wider": _by_source(view, wider[: max(0, room.LINES - len(named))]),
        "wider_count": len(wider),
        "own_count": len(named),
        "lead": f"{about} {lead}".strip(),
        "questions": _questions(view, named),
        "relations": [(kind, [r for r in own if r.kind == kind]) for kind in _ORDER],
        "hints": sum(r.is_hint for r in own),
        "regional": tally(r for r in among if ids.isdisjoint(r.between)),
        "few": _FEW,
        "pages": LISTS,
        "titles": TITLES,
        "axis": _axis(view, named, path),
    }
    html = fill(view, "subject.html", path, values)
    return Page(path, str(values["name"]), html, f"What the sources say of {values['name']}: {lead}")


def _by_source(view: View, claims: Sequence[Claim]) -> list[tuple[str, tuple[Claim, ...]]]:
    return sorted(grouped(claims, lambda c: (c.source,)).items(), key=lambda item: view.order[item[0]])


def _among(view: View, claims: tuple[Claim, ...]) -> list[Relation]:
    """Relations with both sides among these claims, each once, in no order."""
    ids = {c.id for c in claims}
    return [r for i in ids for r in view.relations_of.get(i, ()) if r.between[0] == i and r.between[1] in ids]


def _on_theme(view: View, theme: str, claims: tuple[Claim, ...]) -> list[Relation]:
    """Relations with both sides on a theme, or with one where the question they answer bears the theme too."""
    inside = {id(r): r for r in _among(view, claims)}
    for claim in claims:
        for r in view.relations_of.get(claim.id, ()):
            if r.question in view.question and theme in view.question[r.question].themes:
                inside[id(r)] = r
    return sorted(inside.values(), key=sharpness)


def _questions(view: View, claims: tuple[Claim, ...]) -> list[Question]:
    asked = {p.question for c in claims for p in c.positions}
    return [q for q in view.questions if q.id in asked]


def _axis(view: View, claims: tuple[Claim, ...], path: str) -> str:
    """The claims that meet others, on a time axis; all of them would be no picture."""
    met = [c for c in claims if view.relations_of.get(c.id)][:_ROWS]
    rows = [(view.short[c.source], claim_page(c.id), c, RELATION.get(view.sharpest_of(c), UNKNOWN)) for c in met]
    return time_axis(view, path, rows, "The time the most discussed claims are about")
