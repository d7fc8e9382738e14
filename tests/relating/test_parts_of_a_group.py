"""What is said of a part of a group: all, most, few, not every; when two parts cannot both be right."""

import pytest

from dossier.relating.bare.pair import relate_bare

CANNOT = [
    ("All the bakeries in Tartu have raised their prices.", "Some bakeries in Tartu have not raised their prices."),
    ("Every senator voted for the treaty.", "Not every senator voted for the treaty."),
    ("Most of the herders lost animals in the frost.", "Few herders lost animals in the frost."),
    ("Not one of the wells was tested.", "Several wells were tested."),
    ("Nine in ten pupils passed the test.", "A minority of pupils passed the test."),
    ("Two of the eight ferries sail in winter.", "All eight ferries sail in winter."),
]
SAME = [
    ("Two of the eight ports have not signed the pact.", "Six of the eight ports have signed the pact."),
    ("Most of the herders did not lose animals in the frost.", "Few herders lost animals in the frost."),
    ("None of the wells was tested.", "Not a single well was tested."),
]
MAY_BOTH_HOLD = [
    ("Some bakeries in Tartu have raised their prices.", "Some bakeries in Tartu have not raised their prices."),
    ("Not all bakeries in Tartu have raised their prices.", "Many bakeries in Tartu have raised their prices."),
    ("Many senators voted for the treaty.", "Many senators did not vote for the treaty."),
]


@pytest.mark.parametrize(("a", "b"), CANNOT)
def test_parts_without_anything_in_common_contradict_each_other(a: str, b: str) -> None:
    assert relate_bare(a, "", b, "") == "contradicts"
    assert relate_bare(b, "", a, "") == "contradicts"


@pytest.mark.parametrize(("a", "b"), SAME)
def test_what_most_do_not_do_few_do(a: str, b: str) -> None:
    assert relate_bare(a, "", b, "") == "agrees"


@pytest.mark.parametrize(("a", "b"), MAY_BOTH_HOLD)
def test_some_may_and_some_may_not(a: str, b: str) -> None:
    assert relate_bare(a, "", b, "") in ("tension", "none")
