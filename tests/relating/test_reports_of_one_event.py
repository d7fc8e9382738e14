"""Long claims: what counts when they tell much besides."""

from collections.abc import Iterator
from dataclasses import replace

from two_claims import kind

from dossier.model import Claim, Cleaned, Codebook, Metadata, Source
from dossier.relating.bare.pair import bare_claim
from dossier.relating.relate import relate


def claims(source: str, texts: tuple[str, ...]) -> Iterator[Claim]:
    for number, text in enumerate(texts, 1):
        yield replace(bare_claim(source, text), id=f"{source}/p{number}", date="2023-05")


def test_a_long_claim_is_found_by_what_it_shares_not_by_words_of_its_own() -> None:
    short = "Exports from Bolivia to Peru grew in 2021."
    long = (
        "Exports from Bolivia to Peru fell in 2021, customs ledgers reveal, while haulage brokers, landlords, "
        "freight insurers, pallet makers, tollbooth clerks and quarantine vets lamented shortages."
    )
    sources = tuple(Source(i, Metadata(title=i, issued="2022"), "", Cleaned("")) for i in ("a", "b"))
    found = relate((*claims("a", (short,)), *claims("b", (long,))), sources=sources, codebook=Codebook())
    assert [r.type for r in found] == ["contradicts"]


def test_openings_insertions_and_tails_do_not_keep_two_figures_apart() -> None:
    here = "Tin output in Bolivia climbed to 18,000 tonnes in 2021 from 15,000 tonnes a year earlier."
    assert kind(here, "In 2021, Bolivia produced 18,000 tonnes of tin, its highest output in a decade.") == "agrees"
    assert (
        kind(here, "In 2021, Bolivia produced 11,000 tonnes of tin, its lowest output in a decade.") == "contradicts"
    )
    assert kind(here, "In 2021, Peru produced 11,000 tonnes of tin, its lowest output in a decade.") == "none"
