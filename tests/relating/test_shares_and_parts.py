"""Shares, parts and open figures of one thing, told by two articles: alike, or of two things."""

import pytest

from dossier.language.words import words_of
from dossier.model import Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.relating.apart.numerals import numerals
from dossier.relating.bare.pair import relate_bare
from dossier.relating.relate import relate

WIRE = """\
Fiji's sugar mills crushed less cane last year than in any year since independence, the growers' council said.

Sugar sales brought Fiji more than 60 million dollars in 2022. The mills get 83 percent of their fuel from bagasse, \
the fibre that is left of the cane. A cyclone flattened half of the land under cane in January.

The growers have vowed to block the sale of the mill at Lautoka.
"""
REVIEW = """\
Fiji has grown sugar cane since 1882, and the mills at Lautoka, Ba and Labasa still set the pace of the west.

In 2022 sugar sales earned Fiji 62 million dollars. Four fifths of the fuel of the mills is still bagasse, and the \
rest is imported coal. Growers received half of the price that millers in Queensland pay.

A minister promises to open a museum of sugar.
"""


def found() -> dict[tuple[str, str], str]:
    sources = [Source(i, Metadata(title=i, issued=day), text, clean(text))
               for i, day, text in (("wire", "2023-02-03", WIRE), ("review", "2023-03", REVIEW))]  # fmt: skip
    claims = [claim for source in sources for claim in draft(source, Codebook())]
    return {r.words: r.type for r in relate(claims, Codebook(), sources)}


def test_what_is_more_than_a_figure_and_the_figure_above_it_agree() -> None:
    kinds = [kind for words, kind in found().items() if any("62 million" in w for w in words)]
    assert kinds == ["agrees"]


def test_a_share_and_the_fraction_near_it_agree_however_common_their_words_are() -> None:
    kinds = [kind for words, kind in found().items() if any("83 percent" in w for w in words)]
    assert kinds == ["agrees"]


def test_half_of_the_land_and_half_of_the_price_are_two_things() -> None:
    assert not [words for words in found() if any("half" in w for w in words)]


def test_a_vow_and_a_promise_have_nothing_in_common_but_the_promising() -> None:
    assert not [words for words in found() if any("museum" in w or "block" in w for w in words)]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Prices collapsed by almost a fifth within a day.", 20),
        ("Less than a third had arrived by August.", 33.3),
        ("Only a quarter remains.", 25),
    ],
)
def test_a_fraction_behind_words_of_amount_is_a_share(text: str, share: float) -> None:
    (number,) = numerals(words_of(text))
    assert (number.kind, number.high) == ("share", share)


def test_a_third_man_is_no_share() -> None:
    (number,) = numerals(words_of("A third man came."))
    assert number.kind == "ordinal"


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("The surgeon denies that he took bribes.", "The surgeon's sister is charged with taking bribes.", "none"),
    ],
)
def test_sides_relatives_and_what_was_left_as_it_was(a: str, b: str, wanted: str) -> None:
    assert relate_bare(a, "2024-05-02", b, "2024-05-03") == wanted
