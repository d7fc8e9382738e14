"""The map: cut to the countries spoken of, every one a link, disputed areas hatched and said so."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import wind

from dossier.model import Claim, Dossier, Relation
from dossier.rendering.charts.borders import outlines
from dossier.rendering.render import render
from dossier.world import countries


def claims_on(*places: str) -> tuple[Claim, ...]:
    return tuple(
        Claim(f"coast-daily/c{n}", "coast-daily", "wind blows", "Wind blows.", countries=(place,))
        for n, place in enumerate(places)
    )


def page(*places: str, relations: tuple[Relation, ...] = ()) -> str:
    dossier = Dossier("t", "d", sources=wind.SOURCES[:1], claims=claims_on(*places), relations=relations)
    return render(dossier)["countries/index.md"]


def drawn(html: str) -> list[str]:
    return re.findall(r'<a href="[^"]+" aria-label="([^":]+):', html)


def test_each_country_spoken_of_is_a_link_with_its_count_in_words() -> None:
    html = page("DK", "DE", "NL", "DE")
    assert 'href="DE.html" aria-label="Germany: 2 claims"' in html
    assert drawn(html) == ["Denmark", "Germany", "Netherlands"]


def test_countries_around_are_drawn_without_a_link_and_far_ones_not_at_all() -> None:
    html = page("DK", "DE", "NL")
    around = html.count('class="map__other"')
    assert 5 < around < 40  # neighbours, but not the world


def test_a_map_across_the_date_line_and_of_the_whole_world_is_still_a_map() -> None:
    for places in (("NZ", "FJ", "US"), ("BR", "JP", "ZA", "CA"), ("RU", "US", "JP")):
        html = page(*places)
        assert '<figure class="map">' in html
        assert "nan" not in html and "inf " not in html


def test_what_is_disputed_is_hatched_and_named() -> None:
    html = unescape(page("UA", "RO", "BG", "TR"))
    assert "Hatched because disputed: Crimea (" in html
    assert html.count('class="map__disputed"') == html.count("url(#hatch)") >= 1
    assert "Hatched" not in page("AR", "CL", "UY")


def test_nobody_gets_a_disputed_area_counted_into_its_outline() -> None:
    """Simferopol lies within no country's outline."""
    for code, rings in outlines().items():
        assert not any(_within(ring, 34.1, 45.0) for ring in rings), code


def test_a_dossier_without_enough_outlines_has_a_grid_of_tiles() -> None:
    small = [c for c in countries() if c not in outlines()][:3]
    assert '<figure class="tiles">' in page(*small)
    assert "<figure" not in page("DK", "DE")


def test_the_outlines_are_of_the_public_domain_and_the_page_says_so() -> None:
    assert "Natural Earth, public domain" in page("DK", "DE", "NL")


def test_contradictions_between_claims_on_a_country_are_counted_there() -> None:
    pair = Relation("contradicts", ("coast-daily/c0", "coast-daily/c1"), "", "One says so, one not.", "same")
    judged = replace(pair, status="confirmed")
    assert '"Germany: 2 claims, 1 contradiction"' in page("DE", "DE", "DK", "NL", relations=(judged,))
    assert '"Germany: 2 claims"' in page("DE", "DE", "DK", "NL", relations=(pair,))


def test_map_card_and_page_of_a_country_count_the_same_pairs() -> None:
    """Pairs in which a claim names it, and none of two claims on its region."""
    north = "north-sea"  # a region of the codebook
    pairs = tuple(
        Relation(
            "contradicts", (f"coast-daily/c{a}", f"coast-daily/c{b}"), "", "So and not.", "same", status="confirmed"
        )
        for a, b in ((0, 1), (1, 2))
    )
    dossier = replace(wind.DOSSIER, claims=claims_on(north, north, "DK", "DE", "NL"), relations=pairs, readings=())
    pages = render(dossier)
    assert 'aria-label="Denmark: 1 claim, 1 contradiction"' in pages["countries/index.md"]
    assert 'aria-label="Germany: 1 claim"' in pages["countries/index.md"]
    card = pages["countries/index.md"].partition('<a href="DK.html">Denmark</a></h2>')[2].partition("</li>")[0]
    assert "1 contradiction<" in card
    assert 'id="contradicts">Contradictions <span class="count">1<' in pages["countries/DK.md"]


def _within(ring: tuple[tuple[float, float], ...], x: float, y: float) -> bool:
    crossings = 0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        crossings += (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay)
    return crossings % 2 == 1
