"""Two reports of one event: which claims are compared at all, and what counts when they tell much besides."""

from collections.abc import Iterator
from dataclasses import replace

from two_claims import kind

from dossier.model import Claim, Cleaned, Codebook, Metadata, Source
from dossier.relating.bare.pair import bare_claim
from dossier.relating.relate import relate

WIRE = (
    "Port workers at Odense walked out on Monday over pensions.",
    "The walkout idled nine container cranes.",
    "Farm output fell 3 percent while the harbour stood still.",
    "The dockers' federation rejected arbitration.",
)
DAILY = (
    "Odense harbour restarted on Friday after arbitration with the dockers' federation.",
    "Container cranes stood idle for four days and pensions stay as they are.",
    "Agricultural production rose, the exporters' chamber reckons.",
)


def related(first: str, second: str) -> list[tuple[str, tuple[str, str]]]:
    """Relations of the two reports, published on the given days."""
    sources = tuple(
        Source(i, Metadata(title=i, issued=day), "", Cleaned("")) for i, day in (("a", first), ("b", second))
    )
    found = relate((*claims("a", WIRE), *claims("b", DAILY)), sources=sources, codebook=Codebook())
    return [(r.type, r.between) for r in found]


def claims(source: str, texts: tuple[str, ...]) -> Iterator[Claim]:
    for number, text in enumerate(texts, 1):
        yield replace(bare_claim(source, text), id=f"{source}/p{number}", date="2023-05")


def test_claims_of_two_reports_on_one_event_meet_though_they_share_no_rare_word() -> None:
    assert ("contradicts", ("a/p3", "b/p3")) in related("2023-05-02", "2023-05-06")


def test_a_long_claim_is_found_by_what_it_shares_not_by_words_of_its_own() -> None:
    short = "Exports from Bolivia to Peru grew in 2021."
    long = (
        "Exports from Bolivia to Peru fell in 2021, customs ledgers reveal, while haulage brokers, landlords, "
        "freight insurers, pallet makers, tollbooth clerks and quarantine vets lamented shortages."
    )
    sources = tuple(Source(i, Metadata(title=i, issued="2022"), "", Cleaned("")) for i in ("a", "b"))
    found = relate((*claims("a", (short,)), *claims("b", (long,))), sources=sources, codebook=Codebook())
    assert [r.type for r in found] == ["contradicts"]


def test_reports_of_different_months_or_of_no_known_day_are_not_taken_for_one_event() -> None:
    assert ("contradicts", ("a/p3", "b/p3")) not in related("2023-05-02", "2023-11-06")
    assert ("contradicts", ("a/p3", "b/p3")) not in related("2023", "2023")


def test_openings_insertions_and_tails_do_not_keep_two_figures_apart() -> None:
    here = "Tin output in Bolivia climbed to 18,000 tonnes in 2021 from 15,000 tonnes a year earlier."
    assert kind(here, "In 2021, Bolivia produced 18,000 tonnes of tin, its highest output in a decade.") == "agrees"
    assert (
        kind(here, "In 2021, Bolivia produced 11,000 tonnes of tin, its lowest output in a decade.") == "contradicts"
    )
    assert kind(here, "In 2021, Peru produced 11,000 tonnes of tin, its lowest output in a decade.") == "none"
