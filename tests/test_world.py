"""The countries of the world, and what somebody may have meant."""

from __future__ import annotations

import pytest

from dossier.model import Codebook, Region
from dossier.world import countries, is_demonym, name_of, nearest_codes


def test_all_codes_are_there_with_a_name_and_a_place() -> None:
    assert len(countries()) == 250
    for code, country in countries().items():
        assert code == country.code and len(code) == 2 and code.isupper()
        assert country.name and country.official
        assert -90 <= country.latlng[0] <= 90 and -180 <= country.latlng[1] <= 180
        assert country.name not in country.also


def test_names_are_those_of_plain_english() -> None:
    for code, name in {
        "TR": "Turkey",
        "CI": "Ivory Coast",
        "NO": "Norway",
        "PS": "Palestine",
        "XK": "Kosovo",
    }.items():
        assert countries()[code].name == name


def test_capitals() -> None:
    for code, capital in {"AU": "Canberra", "CA": "Ottawa", "KZ": "Astana", "MM": "Naypyidaw", "NG": "Abuja"}.items():
        assert countries()[code].capital == capital


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("UK", "GB"),
        ("gb", "GB"),
        ("Kazakhstan", "KZ"),
        ("Kazahkstan", "KZ"),
        ("Norwegian", "NO"),
        ("Portugual", "PT"),
        ("Cote d'Ivoire", "CI"),
        ("Nairobi", "KE"),
        ("South-Korea", "KR"),
        ("the US", "US"),
        ("England", "GB"),
        ("Kremlin", "RU"),
    ],
)
def test_nearest(written: str, meant: str) -> None:
    assert nearest_codes(written)[0] == meant


def test_nothing_near() -> None:
    assert nearest_codes("xqzzt") == []
    assert nearest_codes("") == []
    assert nearest_codes("QQ") == []
    assert nearest_codes("Africa") == nearest_codes("South America") == []


def test_readers_get_names() -> None:
    codebook = Codebook(regions=(Region("nordic", "Nordic countries", ("DK", "SE")),))
    assert name_of("SE") == "Sweden"
    assert name_of("nordic", codebook) == "Nordic countries"
    assert name_of("south-asia") == "South Asia"


def test_peoples() -> None:
    assert is_demonym("Kenyans") and is_demonym("Thai") and not is_demonym("Table")
