"""How likely two claims tell of one thing, and what is seen of it before they are laid side by side."""

from __future__ import annotations

from itertools import product

from dossier.model import Claim, Codebook
from dossier.relating.apart.frames import Frame, frame_of
from dossier.relating.comparisons.likely import at_most, likelihood, shared_by, signs
from dossier.relating.meeting_words import Matter, matter_of

OURS = (
    "The governor of Kisumu opened the repaired bridge on Monday.",
    "About 340 people crossed it in the first hour, the ministry said.",
    "Engineers warned that the old pillars may sink again.",
    "The flood of 2019 had swept away two of its spans.",
    "Traders welcomed the cheaper road to Uganda.",
)
THEIRS = (
    "Kisumu's bridge was reopened on Monday by the governor.",
    "In one hour 340 persons used the bridge.",
    "The pillars could sink, according to engineers from Uganda.",
    "Two spans were lost in the 2019 flood.",
    "The minister stayed away from the ceremony.",
)


def framed(texts: tuple[str, ...], source: str, issued: str) -> list[Frame]:
    claims = (Claim(id=f"{source}/{n}", source=source, quote=text, statement=text) for n, text in enumerate(texts))
    return [frame_of(claim, Codebook(), issued) for claim in claims]


def test_no_two_claims_are_likelier_than_they_could_be_by_their_words_alone() -> None:
    ours, theirs = framed(OURS, "a", "2023-05-02"), framed(THEIRS, "b", "2023-05-04")
    matter = matter_of(ours, theirs)
    for point in (False, True):  # whether both tell it the same way
        likely = [(how_likely(a, b, matter, point), at_most(a, b, matter, point)) for a, b in product(ours, theirs)]
        assert all(0 <= told <= most for told, most in likely)
        assert max(told for told, _ in likely) > 0.7
        assert sum(most < 0.7 for _, most in likely) > len(likely) / 2


def test_a_length_told_in_two_units_is_one_figure() -> None:
    ours = framed(
        ("The wave dragged a bus 100 kilometres (62 miles) down to the mill of Kisumu.", *OURS), "a", "2023"
    )
    plain = framed(("The wave dragged a bus 100 kilometres down to the mill of Kisumu.", *OURS), "a", "2023")
    theirs = framed(("A bus with 31 herders was dragged 100 kilometres to the mill of Kisumu.", *THEIRS), "b", "2023")
    matters = ((said, matter_of(said, theirs)) for said in (ours, plain))
    found = [(shared_by(said[0], theirs[0], matter), matter) for said, matter in matters]
    twice, once = (signs(shared, matter) for shared, matter in found if shared)
    assert [twice[sign] for sign in ("large number", "other numbers")] == [1, 0]
    assert [once[sign] for sign in ("large number", "other numbers")] == [1, 0]


def how_likely(a: Frame, b: Frame, matter: Matter, point: bool) -> float:
    shared = shared_by(a, b, matter)
    return likelihood(signs(shared, matter, point)) if shared else 0.0
