"""Which questions are proposed where authors judge one thing in opposite ways."""

from __future__ import annotations

import pytest

from dossier.model import Claim, Cleaned, Dossier, Metadata, Question, Source
from dossier.relating.proposing.suggesting import behind, question_text, suggestions

OTHERS = ("The mayor opened a museum.", "Snow fell in the hills on Monday.", "The choir sang for an hour.")


def dossier(*said: str) -> Dossier:
    """Each sentence in an article of its own."""
    claims = tuple(Claim(f"s{n}/p0", f"s{n}", text, text) for n, text in enumerate(said))
    sources = tuple(Source(c.source, Metadata(title=c.source), "", Cleaned("")) for c in claims)
    return Dossier("T", "D", sources=sources, claims=claims)


def proposed(*said: str) -> list[Question]:
    return list(suggestions(dossier(*said)))


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ("The toll has failed.", "Drivers grumble, but the toll works.", "Does the toll work?"),
        ("The bypass was a mistake.", "The bypass has turned out to be wise.", "Was the bypass the right decision?"),
        ("A closure? The decision was reckless.", "The closure was wise.", "Was the closure the right decision?"),
        ("For us the dam is a disaster.", "The dam will protect the town.", "Does the dam do harm?"),
        ("Silver Fibre is harmless.", "Doctors say that Silver Fibre is dangerous.", "Is Silver Fibre safe?"),
        ("Wind turbines are expensive.", "Wind turbines are cheaper than ever.", "Are wind turbines expensive?"),
        ("The toll, which Ambo pays, was a fiasco.", "The toll works.", "Does the toll work?"),
        ("Experts dismiss NORTOLL as a mistake.", "NORTOLL was wise.", "Was NORTOLL the right decision?"),
        ("The levy is unfair.", "The levy is fair, the union says.", "Is the levy fair?"),
        ("The tunnel is unnecessary.", "The tunnel is vital for the port.", "Is the tunnel needed?"),
        ("The raid was illegal.", "In the end the raid was lawful.", "Is the raid lawful?"),
        ("The timetable is unrealistic.", "The timetable is feasible.", "Is the timetable feasible?"),
    ],
)  # fmt: skip
def test_what_one_author_praises_and_another_condemns_is_asked(one: str, other: str, asked: str) -> None:
    assert [q.question for q in proposed(one, other, *OTHERS)] == [asked]


def test_its_cues_find_both_sides_in_next_months_article_too() -> None:
    (found,) = proposed("The toll has failed.", "The toll works.", *OTHERS)
    later = dossier("In two years the toll has not worked anywhere.", "Nobody can say that the toll has failed.")
    assert {side: [c.source for c in claims] for side, claims in behind(found, later).items()} == {
        "yes": ["s1"],
        "no": ["s0"],
    }


def test_an_answer_that_lasts_is_written_so_into_the_file() -> None:
    whole = dossier("The toll has failed.", "The toll works.", *OTHERS)
    (found,) = suggestions(whole)
    assert "\nlasting: true\n" in question_text(found, whole)


def test_the_same_judgement_by_three_authors_is_a_question_too() -> None:
    alike = (
        "The toll has failed.",
        "The toll was a failure from the first day.",
        "By any measure the toll has failed.",
    )
    assert [q.question for q in proposed(*alike, *OTHERS)] == ["Does the toll work?"]
    assert proposed(*alike[:2], *OTHERS) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("An attack on the reservoir would do harm.", "The reservoir will protect the town."),
        ("The toll office is a failure.", "The toll works."),
        ("The toll’s collectors have failed.", "The toll works."),
        ("To abolish the toll would be fair.", "The toll is unfair."),
        ("Legal aid is paid by the state.", "The aid they got was illegal aid."),
        ("The toll was introduced because the old scheme failed.", "The toll works."),
        ("Norway has failed.", "Norway works."),
        ("The police have failed.", "The toll works."),
        ("The toll, the mayor hopes, will pay for what he calls a failure.", "The toll works."),
    ],
)
def test_what_is_said_of_something_else_makes_no_question(one: str, other: str) -> None:
    assert proposed(one, other, *OTHERS) == []
