"""Which countries a claim speaks of: those it names or means, else those of the text before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dossier.reading.findings import Findings, Span, within
from dossier.reading.places.bystanders import countries_of, held_office, tellers_aside
from dossier.reading.places.finding import MEANT, Mention
from dossier.reading.places.gazetteer import any_of
from dossier.reading.places.home import first_spoken_of
from dossier.reading.places.memory import in_aside, in_predicate, is_compared, is_partner
from dossier.reading.referents import leads_back, points_back, stands_for_one
from dossier.reading.speech.reporting import small
from dossier.reading.speech.voice import Voice


def places_of(
    found: Findings, number: int, span: Span, mentions: Sequence[Mention], voice: Voice, meaning: Sequence[str]
) -> tuple[tuple[str, ...], bool]:
    """The places of the claim whose quote is text[slice(*span)] in sentence `number`, and whether they are its own.

    `mentions` are those in the quote and in what its first word means; `meaning` are the places that word is known
    to stand for. Named in the quote comes first, then what it refers to; a quote that opens with "they" takes over
    from before. A claim without any is about what the sentences before spoke of, or the whole text.
    """
    sentence, text = found.sentences[number], found.text
    told = _spoken_of(found, sentence.start, sentence.end, mentions)
    named = countries_of(m for m in told if m.kind not in MEANT)
    meant = countries_of(m for m in told if m.kind in ("reference", "sign"))
    told_of = found.spoken_of[number]
    if named and not meant and told_of and all(is_compared(text, m) for m in told):
        return told_of, False  # "more than anywhere but Japan"
    if not named and not meant and (not told_of or told_of != found.home):
        meant = countries_of(m for m in told if m.kind == "firm")
    if not named and not meant:
        # What is told of a speaker besides the name ("a lobby group in Ghent") is not what the claim is about.
        besides = voice.speaker[1] if voice.speaker else sentence.end
        there = [m for m in found_in(found, sentence.start, sentence.end) if m.start < besides]
        meant = countries_of(m for m in there if m.kind != "firm" and not in_aside(text, sentence.start, m.start))
    quote = text[slice(*span)]
    speaks = voice.speaker is not None and sentence.start <= voice.speaker[0] < sentence.end
    speaks = speaks and text[slice(*voice.speaker)].lower() not in small("pronouns")  # type: ignore[misc]
    speaks = speaks and voice.speaker[0] != span[0]  # type: ignore[index]  # "Its minister called this": whose?
    if speaks and quote.split(" ", 1)[0].lower() in small("subject_pronouns") | {"his", "her", "its", "their"}:
        own = tuple(dict.fromkeys([*_own_of_speaker(found, voice.speaker, quote), *named, *meant]))
        return (own, True) if own else (found.spoken_of[number], False)
    if not meant and (leads_back(quote) or (not named and points_back(quote))):
        meant = list(meaning) or _taken_over(found, number, quote)
    elif not meant and _owes(text, span, told):
        meant = list(meaning) or _taken_over(found, number, quote)
        meant = [] if set(named) <= set(meant) == set(found.home) else meant  # all of a text say nothing more
    if speaks and named and not meant and _is_deed_of_others(text, span, told):
        meant = _of_one(found, voice.speaker)  # "KENYA said Ugandan boats had entered ITS waters"
    if named and not meant and all(in_aside(text, sentence.start, m.start) for m in told):
        meant = list(found.spoken_of[number])  # the aside names others: the sentence is about whom it was before
    if named and not meant and all(is_partner(text, m) for m in told):
        # "Exports to China fell" in a text on Peru, "Qatar froze its plans; trade with Oman came to a halt"
        opened = first_spoken_of(found_in(found, sentence.start, span[0]), sentence.start)
        owner = told_of if len(found.home) == 1 else opened or told_of
        meant = list(owner) if len(owner) == 1 else []
    if (
        named
        and not meant
        and len(found.home) == 1
        and all(_BOUND.search(text, m.start - _NEAR, m.start) for m in told)
    ):
        meant = list(found.home)  # "flew him to Oman": from where goes without saying
    own = tuple(dict.fromkeys([*named, *meant]))
    if not own and len(found.home) == 1 and _AT_HOME.search(quote):
        return found.home, False
    if not own and _WORLDWIDE.search(quote) and not _OF_SOMEBODY.search(quote):
        return (), False
    return (own, True) if own else (found.spoken_of[number], False)


def _of_one(found: Findings, speaker: Span | None) -> list[str]:
    """The one country whose name stands in who speaks; none where it names several."""
    named = countries_of(m for m in found_in(found, *speaker) if m.kind in ("name", "people")) if speaker else []
    return named if len(named) == 1 else []


def _is_deed_of_others(text: str, span: Span, told: Sequence[Mention]) -> bool:
    """Whether a quote tells what another country's arms did: "by UGANDAN FIRE", "entered ITS waters"."""
    if not all(m.kind == "people" for m in told):
        return False
    return bool(_ITS.search(text, *span)) or all(_arms().match(text, m.end) for m in told)


@cache
def _arms() -> re.Pattern[str]:
    return re.compile(rf" (?:[a-z]+ )?(?:{any_of('arms')})\b")


_ITS = re.compile(r"\bits\b")
_BOUND = re.compile(r"\b(?:to|into|from|via) (?:the )?(?:[a-z]+ing |[a-z]+ern )?$")
_NEAR = 20  # characters

# "With us the traders took the difference", after a look abroad.
_AT_HOME = re.compile(r"\b(?:with us|among us|in our country|at home)\b", re.IGNORECASE)

# "Cases rise worldwide" in a text on Peru; not "The company employs 9,000 worldwide", "are the dearest in the world".
_WORLDWIDE = re.compile(r"\b(?:worldwide|(?:in|around|across|all over|throughout) the (?:whole |entire )?world)\b")
_OF_SOMEBODY = re.compile(
    r"^(?:the|this|that|these|those|his|her|its|their|our)\b|\b(?:[a-z]{2,}est|most|least|best|worst|first|only)\b",
    re.IGNORECASE,
)


def _own_of_speaker(found: Findings, speaker: Span | None, quote: str) -> list[str]:
    """The country that speaks of itself: "KENYA said its exports", "officials in HANOI say they will"."""
    if speaker is None or not _OF_SPEAKER.match(quote):
        return []
    if quote.lower().startswith("they ") and not _SEVERAL.match(found.text, *speaker):
        return []  # "Kenya's minister said they had fled"
    return countries_of(m for m in found_in(found, *speaker) if m.kind != "firm")


_OF_SPEAKER = re.compile(r"(?:its?|they|their)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:the )?(?:[\w-]+ ){0,2}\w+s\b(?! \w+ry\b)", re.IGNORECASE)


def found_in(found: Findings, start: int, end: int) -> list[Mention]:
    """The mentions in text[start:end] that are no dateline and tell of no bystander."""
    return _spoken_of(found, start, end, within(found.mentions, start, end))


def _spoken_of(found: Findings, start: int, end: int, mentions: Sequence[Mention]) -> list[Mention]:
    told = tellers_aside(found.text, start, end, mentions)
    if len(found.home) != 1:
        return told
    return [m for m in told if m.places == found.home or not held_office(found.text, start, m)]


def _owes(text: str, span: Span, told: Sequence[Mention]) -> bool:
    """Whether a pronoun is what the first place's verb speaks of: "In May his gunboats seized a Danish ship"."""
    if points_back(text[span[0] : span[0] + 6]):
        return False  # "It is not clear whether British banks": if it led back we should know by now
    return bool(told) and points_back(text[span[0] : told[0].start]) and in_predicate(text, span[0], told[0].start)


def _taken_over(found: Findings, number: int, quote: str) -> list[str]:
    """What "it" or "they" takes over from the sentence before."""
    before = _before(found, number)
    there = found_in(found, *before) if before else []
    there = [m for m in there if before and not in_aside(found.text, before[0], m.start)]
    there = [m for m in there if not (len(found.home) == 1 and is_partner(found.text, m))]
    if before and _SAME_IT.match(found.text, before[0]) and _IT.search(quote[:60]) and found.turned_to[number]:
        return list(
            found.turned_to[number]
        )  # "It buys power from Peru. Inflation has pushed its government": one "it"
    one = stands_for_one(quote)
    first = first_spoken_of(there, before[0]) if before and one else ()
    aside = not first or (before and in_predicate(found.text, before[0], there[0].start))
    if one and aside and _PERSON.search(quote[:60]) and len(found.home) == 1:
        return list(found.home)  # "Soldiers took him to Oman. He has slept little since."
    return list(first) or countries_of(there) or list(found.spoken_of[number])


# "In her first speech Kim ..." looks forward.
_PERSON = re.compile(
    r"^(?!(?:in|at|on|during|after|before|for|with) (?:his|her) ).*\b(?:he|she|his|her)\b", re.I | re.S
)
_SAME_IT, _IT = re.compile(r"Its?\b"), re.compile(r"\bits?\b", re.IGNORECASE)


def _before(found: Findings, number: int) -> Span | None:
    """The sentence before in the same paragraph, or the last of the paragraph before."""
    if number == 0:
        return None
    here, before = found.sentences[number], found.sentences[number - 1]
    return (before.start, before.end) if here.paragraph - before.paragraph in (0, 1) else None
