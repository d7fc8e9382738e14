"""Which cues of the codebook stand in a sentence, and which of them count: for `explain`."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from dossier.language.cues import Match, compile_cue, match, stands
from dossier.language.disowned import unsaid_in
from dossier.language.line import Line, line_within
from dossier.model import Codebook, Question
from dossier.reading.resembling import Weighed, examples_of

_LISTS = ("yes", "no", "signs_yes", "signs_no")


@dataclass(frozen=True, slots=True)
class Reason:
    """A cue that stands in the text: its question and list, the words it was found by, and why it does not count."""

    question: str
    key: str  # the list of the question file: yes, no, signs-yes, signs-no, examples-yes, examples-no
    cue: str  # or the example sentence
    words: str
    turned_by: str = ""  # the negation that turned it round
    without_effect: str = ""  # "" when it counts


def reasons_in(
    text: str, countries: Iterable[str], codebook: Codebook, placed: Container[str] = ()
) -> tuple[Reason, ...]:
    """Every cue that stands in a claim's words, and the example they resemble; those without effect included.

    Of questions on which it is `placed`, what they are `about` may stand outside its own words.
    """
    line = line_within(text, 0, len(text))
    places = codebook.expand(tuple(countries))
    weighed = Weighed(examples_of(codebook), line)
    found = [
        r for q in codebook.questions for r in _of_question(q, line, text, places, weighed, codebook, q.id in placed)
    ]
    asked = {q.id for q in codebook.questions if not _elsewhere(q, places, codebook)}
    near = weighed.nearest(asked, any(not r.without_effect for r in found))
    if near is None:
        return tuple(found)
    words = text[line.words[near.at[0]].start : line.words[near.at[1]].end]
    taken = any(r.question == near.question and not r.without_effect for r in found)
    effect = "a cue stands on this question" if taken else ""
    return (*found, Reason(near.question, f"examples-{near.side}", near.example, words, "", effect))


def told(reason: Reason) -> str:
    """One line for people."""
    turned = f", turned round by {reason.turned_by!r}" if reason.turned_by else ""
    effect = f"; without effect: {reason.without_effect}" if reason.without_effect else ""
    return f"{reason.question} ({reason.key}) by {reason.words!r}{turned}: {reason.cue}{effect}"


def _of_question(
    question: Question,
    line: Line,
    text: str,
    places: frozenset[str],
    weighed: Weighed,
    codebook: Codebook,
    is_placed: bool,
) -> Iterator[Reason]:
    found: list[tuple[Match, Reason]] = []
    chance: list[Reason] = []
    for key in _LISTS:
        for cue in getattr(question, key):
            with suppress(ValueError):  # the checks report a cue that cannot be read
                hit = match(compile_cue(cue, codebook), line)
                if hit is not None:
                    words = text[line.words[min(hit.at)].start : line.words[max(hit.at)].end]
                    reason = Reason(question.id, key.replace("_", "-"), cue, words, hit.by)
                    turned = {"yes": "no", "no": "yes"} if hit.flipped else {"yes": "yes", "no": "no"}
                    if hit.loose and weighed.speaks_against(question.id, turned[key.split("_")[-1]]):
                        chance.append(replace(reason, without_effect="the examples speak against it"))
                    else:
                        found.append((hit, reason))
    shut = _shut(question, line, places, codebook) if found and not is_placed else ""
    yield from chance
    unsaid = unsaid_in(line) if found else ()
    said = [(hit, reason) for hit, reason in found if not any(u.holds(hit.at) for u in unsaid)]
    for hit, reason in found:
        effect = shut
        if (hit, reason) not in said:
            effect = effect or "it is demanded, doubted or a condition there, and not said"
        elif any(other.outdoes(hit) for other, _ in said):
            effect = effect or "another cue says more"
        yield replace(reason, without_effect=effect)


def _shut(question: Question, line: Line, places: frozenset[str], codebook: Codebook) -> str:
    """Why the claim does not speak to the question at all."""
    if _elsewhere(question, places, codebook):
        return "the claim is about other places"
    if question.about and not any(_stands(cue, line, codebook) for cue in question.about):
        return "none of the question's 'about' words stands there or shortly before"
    return ""


def _elsewhere(question: Question, places: frozenset[str], codebook: Codebook) -> bool:
    asked = codebook.expand(question.countries)
    return bool(asked and places) and places.isdisjoint(asked)


def _stands(cue: str, line: Line, codebook: Codebook) -> bool:
    with suppress(ValueError):
        return stands(compile_cue(cue, codebook), line)
    return False
