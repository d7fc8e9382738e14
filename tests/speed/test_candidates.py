"""Who is to be compared after any edits is who would be in a dossier that always was so."""

from __future__ import annotations

import random

import pytest

from dossier.model import Claim, Codebook, Position
from dossier.relating.apart.cards import Card
from dossier.relating.apart.frames import Frame
from dossier.relating.candidates import Candidates
from dossier.relating.many.light import light_frame

WORDS = [f"word-{n}" for n in range(60)]


def some_claim(number: int, pick: random.Random, card: Card | None = None) -> Frame:
    """A claim of one of eight articles with countries, a date, answers and, without a card, words by chance."""
    source = f"article-{number % 8}"
    asked = pick.sample(("wages", "prices", "exports"), pick.choice((0, 1, 1, 2)))
    claim = Claim(
        id=f"{source}/p{number:03}",
        source=source,
        quote="It is so.",
        statement="It is so.",
        countries=tuple(pick.sample(("NO", "SE", "DK"), pick.choice((0, 1, 1, 2)))),
        date=pick.choice(("2021", "2022", "2022-05", "2023")),
        positions=tuple(Position(question, pick.choice(("yes", "no"))) for question in asked),
    )
    # Few words stand in most claims, most in few: some rows are long, and some claims have more words than count.
    words = {WORDS[min(int(pick.expovariate(0.08)), 59)] for _ in range(pick.randint(0, 22))}
    keys = tuple((word, 2.9 + len(word) / 10) for word in sorted(words))
    return light_frame(claim, Codebook(), "2024-01-01", card or Card((), keys, (), ()))


@pytest.mark.parametrize("seed", range(2))
def test_who_is_compared_after_any_edits_is_who_would_be_without_them(seed: int) -> None:
    pick = random.Random(seed)
    claims = {number: some_claim(number, pick) for number in range(180)}
    remembered = Candidates()
    for _ in range(25):
        for number in pick.sample(sorted(claims), pick.choice((0, 1, 1, 1, 2, 30))):
            claims[number] = some_claim(number, pick, claims[number].card if pick.random() < 0.5 else None)
        if pick.random() < 0.15:
            claims.pop(number := pick.choice(sorted(claims)))
            claims[number + 200] = some_claim(number, pick)
        frames = sorted(claims.values(), key=lambda frame: frame.claim.id)
        assert remembered.pairs(frames) == Candidates().pairs(frames)
