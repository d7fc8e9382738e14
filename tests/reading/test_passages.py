"""Every sentence of a source is accounted for: by a claim or by a reason."""

from __future__ import annotations

from dossier.model import Claim, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.passages import passages


def source(text: str) -> Source:
    return Source("harvest", Metadata("The harvest"), text, clean(text))


def claim(article: Source, quote: str, name: str) -> Claim:
    start = article.text.index(quote)
    return Claim(f"harvest/{name}", "harvest", quote, quote, start=start, end=start + len(quote))


def test_sentences_know_their_claims_or_their_reason() -> None:
    article = source("A Poor Harvest\n\nMaize output in Zambia fell by half. Imports rose. What comes next?")
    claims = [claim(article, "Maize output in Zambia fell by half", "p02-a"), claim(article, "fell by half", "p02-b")]
    told = [(article.text[p.start : p.end], p.claims, p.reason) for p in passages(article, claims)]
    assert told[0] == ("A Poor Harvest", (), "heading")
    assert told[1] == ("Maize output in Zambia fell by half.", ("harvest/p02-a", "harvest/p02-b"), "")
    assert told[2][1] == () and told[2][2]
    assert told[3][0] == "What comes next?" and told[3][2]


def test_a_claim_over_two_sentences_touches_both() -> None:
    article = source("Rain failed in Kenya. Rivers dried up. Wells held.")
    both = claim(article, "Rain failed in Kenya. Rivers dried up.", "p01")
    assert [p.claims for p in passages(article, [both])] == [("harvest/p01",), ("harvest/p01",), ()]


def test_claims_of_other_sources_and_lost_quotes_do_not_count() -> None:
    article = source("Rain failed in Kenya.")
    other = Claim("other/p01", "other", "Rain", "Rain", start=0, end=4)
    lost = Claim("harvest/p09", "harvest", "Snow", "Snow")
    assert [p.claims for p in passages(article, [other, lost])] == [()]
