"""Plans kept and given up, forecasts, sales abroad, currencies: how two reports of one event differ."""

from dataclasses import replace

import pytest
from two_claims import kind

from dossier.model import Codebook
from dossier.relating.apart.frames import frame_of
from dossier.relating.bare.pair import bare_claim
from dossier.relating.behind_gates import pass_gates
from dossier.relating.comparisons.all import opinions
from dossier.relating.comparisons.opinion import Setting


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The airline plans to order 40 jets by 2027.", "The airline has shelved its plan to order jets."),
        ("The city plans to sell the stadium.", "The city has abandoned its plan to sell the stadium."),
        (
            "The operator plans to replace the cable by May.",
            "The operator has dropped its plan to replace the cable.",
        ),
    ],
)
def test_a_plan_is_not_kept_and_given_up(a: str, b: str) -> None:
    assert kind(a, b) == kind(b, a) == "contradicts"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The city has dropped its plan to sell the stadium.", "The council abandoned its plan to sell the stadium."),
        ("The city plans to sell the stadium.", "The city has abandoned its plan to widen the harbour."),
        ("The airline plans to order 40 jets.", "The bank has shelved its plan to order computers."),
        ("The government plans to raise the retirement age.", "Milan has scrapped its plan to raise the bus fare."),
        ("The airline plans to order jets.", "The airline has shelved its merger."),
    ],
)
def test_another_plan_may_be_kept(a: str, b: str) -> None:
    assert "contradicts" not in (kind(a, b), kind(b, a))


def test_a_plan_given_up_years_later_is_news_not_a_contradiction() -> None:
    here = replace(bare_claim("a", "The city plans to sell the stadium."), date="2019-03-01")
    there = replace(bare_claim("b", "The city has abandoned its plan to sell the stadium."), date="2025-03-01")
    frames = frame_of(here, Codebook(), "2019-03-01"), frame_of(there, Codebook(), "2025-03-01")
    found = [pass_gates(*frames, opinion, Setting())[0] for opinion in opinions(*frames, Setting())]
    assert found == ["updates"]


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("The peso has strengthened against the euro.", "The peso lost 6 percent against the euro.", "contradicts"),
        ("The peso has weakened against the euro.", "The peso lost 6 percent against the euro.", "agrees"),
        ("The peso has strengthened against the euro.", "The rupee lost 6 percent against the euro.", "none"),
        ("Lumber sales to Japan rose in May.", "Lumber exports to Korea fell in May.", "none"),
        ("Car sales rose in May.", "Car exports fell in May.", "none"),
        ("Sales to Japan rose in May.", "Exports from Japan fell in May.", "none"),
        (
            "Ticket income is forecast to shrink next year.",
            "The club expects ticket income to grow next year.",
            "contradicts",
        ),
        ("Ticket income will shrink next year.", "The club expects attendance to grow next year.", "none"),
        ("Ticket income has shrunk.", "The club hopes to increase its ticket income.", "none"),
    ],
)
def test_what_rises_and_falls_is_known_under_a_shorter_name(a: str, b: str, wanted: str) -> None:
    assert kind(a, b) == wanted


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("Portugal received 26 million tourists in 2023.", "Tourist numbers reached 26.5 million in 2019.", "none"),
        ("Portugal received 26 million tourists in 2023.", "Croatia received 26.5 million tourists in 2023.", "none"),
        ("Portugal received 26 million tourists in 2023.", "Pupil numbers reached 26.5 million in 2023.", "none"),
        (
            "Rail service in Pune was cut off for three days.",
            "Rail service in Pune was interrupted for three days.",
            "agrees",
        ),
        (
            "Rail service in Pune was cut off for three days.",
            "Rail service in Surat was interrupted for three days.",
            "none",
        ),
    ],
)
def test_one_figure_in_other_words(a: str, b: str, wanted: str) -> None:
    assert kind(a, b) == wanted


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Rain filled the wells in the south, although Murcia has kept its limits on golf courses.",
            "Murcia lifted its limits on golf courses.",
        ),
        (
            "The quake cracked the dam, but the tunnel near Salerno is open.",
            "The tunnel near Salerno is closed.",
        ),
    ],
)
def test_what_a_side_clause_says_is_compared_too(a: str, b: str) -> None:
    assert kind(a, b) == kind(b, a) == "contradicts"
