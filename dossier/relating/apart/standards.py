"""What a number in a claim stands beside: a whole it is part of, a figure it is held against, an age."""

from __future__ import annotations

from itertools import takewhile

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.listed import listed_words
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.numerals import Numeral

_BACK = 4  # words before a number within which it is said to be a limit, or held against another
_BY = 2  # words between "rose" and by how much
_BEHIND = 4  # words after a number within which "less" or "more" makes it a difference
_AGE = 3  # words and marks after a number within which it is said to be an age
_NEXT = 4  # words after a share within which stands what it is a part of
_SMALL = words_in("determiners") | {"some", "about", "around", "roughly", "nearly"}


@by_frame
def whole_of(frame: Frame, number: Numeral) -> Numeral | None:
    """The number a number is a part of: "38 of the 63 seats", "fourteen of its 24 parishes"."""
    after = [w.text.lower() for w in frame.words[number.end : number.end + 4]]
    of = next((i for i, w in enumerate(after[:2]) if w == "of"), None)  # "1.8 billion dollars of the 5 billion"
    if of is None:
        return None
    at = number.end + of + 1 + (len(after) > of + 1 and after[of + 1] in _SMALL)
    return next((n for n in frame.numerals if n.start == at), None)


@by_frame
def is_part(frame: Frame, number: Numeral) -> bool:
    """ "900 OF THE jobs", "only three OF THEM"."""
    after = [w.text.lower() for w in frame.words[number.end : number.end + 2]]
    return number.kind == "cardinal" and after[:1] == ["of"] and after[1:] != ["those"]


@by_frame
def is_whole(frame: Frame, number: Numeral) -> bool:
    """Whether parts of it are told: "61 of 74 contracts", "of the 120 houses 95 are gone"."""
    if any(whole_of(frame, n) is number for n in frame.numerals):
        return True
    at = number.start - 1
    if at > 0 and frame.words[at].text.lower() in _SMALL:
        at -= 1
    opens = at >= 0 and frame.words[at].text.lower() == "of" and (at == 0 or not frame.words[at - 1].is_word)
    return opens and any(n.start > number.end and n.kind in ("cardinal", "share") for n in frame.numerals)


@by_frame
def is_held_against(frame: Frame, number: Numeral) -> bool:
    """ "Up FROM 8.9 percent", "AFTER 600,000 last year", "FAR FROM the 70 percent": what it was or is not."""
    before = [w.text.lower() for w in frame.words[max(0, number.start - _BACK - 1) : number.start]]
    if before[-1:] == ["of"]:  # "against A LOSS OF 5.1 billion"
        before = before[:-2]
    if before[-1:] == ["than"] and (number.low is None or number.high is None):
        return False  # "more than 5 billion" leaves it open and names nothing it is held against
    near = [w for w in before if w not in _SMALL][-2:]
    return any(w in load("numerals.yaml")["held_against"] for w in near)


@by_frame
def is_limit(frame: Frame, number: Numeral) -> bool:
    """ "A CAPACITY of 350 passengers", "LICENSED to carry 40": how many may be there, and not how many were."""
    unit = frame.words[number.end].lemma if number.end < len(frame.words) else ""
    before = [w.text.lower() for w in frame.words[max(0, number.start - _BACK) : number.start]]
    told = listed_words("numerals.yaml", "limits").isdisjoint(before)
    return not told and unit in listed_words("amounts.yaml", "counted_people")


def is_age(frame: Frame, number: Numeral) -> bool:
    """ "A child UNDER FIVE", "aged 14", "aged SIX to twelve", "a 68-YEAR-OLD", "56 YEARS old", "a woman OF 20"."""
    after = [w.text.lower() for w in frame.words[number.end : number.end + _AGE] if w.is_word]
    if after[:1] == ["year-old"] or after[:2] in (["years", "old"], ["year", "old"]):
        return True
    if not number.start:
        return False
    before = frame.words[number.start - 1].text.lower()
    if before in ("to", "and"):
        return any(n.end == number.start - 1 and is_age(frame, n) for n in frame.numerals)
    who = frame.words[number.start - 2] if number.start > 1 else None
    people = {*load("predicates.yaml")["parts"], *load("predicates.yaml")["everybody"]}
    of_one = before == "of" and who is not None and who.text.lower() == who.lemma  # "a GROUP of 20" is no person
    young = before in ("under", "over", "below", "above") or of_one
    return before == "aged" or (young and who is not None and who.lemma in people)


def moves_by(frame: Frame, number: Numeral) -> int:
    """+1 or -1 for a figure that only tells how much more or less: "ROSE BY 9 percent", "six pesos LESS"; else 0."""
    before = frame.words[number.start - 1].text.lower() if number.start else ""
    if before not in load("numerals.yaml")["moved_to"]:
        moved = [d.sign for d in frame.directions if 0 <= number.start - d.end <= _BY]
        if moved:
            return moved[0]
    behind = takewhile(lambda w: w.is_word, frame.words[number.end : number.end + _BEHIND])
    after = [w.text.lower() for w in behind]
    return next((sign for w, sign in load("numerals.yaml")["moved_by"].items() if w in after), 0)
