"""What a headline makes of a claim: bears it out, denies it, or only passes it on."""

import pytest

from dossier.relating.bare.pair import relate_bare

BORNE_OUT = [
    ("Bid to oust Samoan leader fails", "The bid to oust Samoa's leader did not succeed."),
    ("Bus drivers in Porto call off strike", "The strike by bus drivers in Porto was cancelled."),
    ("Pope believes in dialogue with Beijing", "The pope believes in dialogue with Beijing."),
]
DENIED = [
    ("Bank in Cyprus reopens after heist", "The bank in Cyprus has remained closed since the heist."),
    ("Fed raises rates to 5 percent", "The Fed lowered its rates to 5 percent."),
    ("Union rejects rumour of strike at port", "The union will strike at the port."),
]
PASSED_ON = [
    ("Will Norway leave the whaling commission?", "Norway has not left the whaling commission."),
    ("Viral clip shows bear on Paris metro", "A bear rode the Paris metro."),
    ("Experts split over new malaria vaccine", "The new malaria vaccine works."),
    ("Posts say Swiss bank will collapse", "The Swiss bank will collapse."),
    ("Senator asked about plan to close base", "The base will be closed."),
    ("Rumour: Ajax to sell its captain to Porto", "Ajax will sell its captain to Porto."),
]


@pytest.mark.parametrize(("headline", "claim"), BORNE_OUT)
def test_a_headline_bears_a_claim_out(headline: str, claim: str) -> None:
    assert relate_bare(headline, "", claim, "") == "agrees"


@pytest.mark.parametrize(("headline", "claim"), DENIED)
def test_a_headline_denies_a_claim(headline: str, claim: str) -> None:
    assert relate_bare(headline, "", claim, "") == "contradicts"


@pytest.mark.parametrize(("headline", "claim"), PASSED_ON)
def test_a_headline_that_asks_or_passes_on_takes_no_side(headline: str, claim: str) -> None:
    assert relate_bare(headline, "", claim, "") in ("none", "tension")
