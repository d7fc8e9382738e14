"""Themes are called by their words, in any form."""

from __future__ import annotations

from dossier.model import Codebook, Theme
from dossier.reading.themes import themes_in

CODEBOOK = Codebook(
    themes=(
        Theme("wind-power", "Wind power", ("wind farm", "turbine")),
        Theme("grid", "Grid", ("grid", "power line", "EU")),
    )
)


def test_words_in_any_form() -> None:
    assert themes_in("Three wind farms were linked by new power lines.", CODEBOOK) == ("wind-power", "grid")
    assert themes_in("Turbines turn.", CODEBOOK) == ("wind-power",)


def test_a_part_of_a_phrase_is_not_the_phrase() -> None:
    assert themes_in("The wind blew over the farm.", CODEBOOK) == ()


def test_names_in_capitals() -> None:
    assert themes_in("The EU pays.", CODEBOOK) == ("grid",)
    assert themes_in("", CODEBOOK) == ()
    assert themes_in("The EU pays.", Codebook()) == ()


def test_signs_in_a_theme_are_plain_text() -> None:
    odd = Codebook(themes=(Theme("odd", "Odd", ("%", "(a|b", "(grants)")),))
    assert themes_in("They cut grants.", odd) == ("odd",)
    assert themes_in("Nothing here.", odd) == ()
