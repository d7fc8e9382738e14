"""Whether a claim answers a question of the codebook outright, or is only a sign that speaks for an answer.

"Exports fell" answers whether exports are falling; "a freight line closed" is a sign: it can be true whatever the
answer is. Two answers may contradict each other, a sign may not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from dossier.data import load
from dossier.language.cues import Cue, Match, compile_cue, match
from dossier.language.direction import Direction
from dossier.language.grammar import words_in
from dossier.language.line import Line, whole_line
from dossier.language.listed import listed_forms
from dossier.language.named import is_only_named
from dossier.language.words import Word, once, words_of
from dossier.model import Claim, Codebook, Question
from dossier.relating.answering import is_likely

_listed = partial(listed_forms, "cues.yaml")

_REACH = 7  # words from "tries to" to what is tried
_STOPS = frozenset(".;:?!—")
_CLOSE = 4  # words from "wants" to what is wanted


@dataclass(frozen=True, slots=True, eq=False)  # one for each question of a codebook
class Direct:
    """A question and its cues: those that find answers, and those that find signs."""

    question: Question
    sides: Callable[[Sequence[Word]], list[tuple[str, Match]]]  # what speaks for yes and for no in some words
    signs: tuple[Cue, ...]
    has_signs: bool  # cues or examples


def answered(claim: Claim, codebook: Codebook) -> frozenset[str]:
    """The questions a claim answers outright. A position that a person set without cue words is
    an answer, unless they wrote it down as a sign."""
    if not claim.positions:
        return frozenset()
    known = _known(codebook)
    if claim not in known.answers:
        known.answers[claim], known.passed[claim] = _worked_out(claim, codebook)
    return known.answers[claim]


def were_answered(claim: Claim, codebook: Codebook, questions: frozenset[str]) -> None:
    """They were worked out before, and need not be again."""
    _known(codebook).answers[claim] = questions


def passed_over(claim: Claim, codebook: Codebook) -> frozenset[str]:
    """The questions on which a draft has a cue's words and most likely no answer: it is held against nobody."""
    known = _known(codebook).passed
    if claim not in known:
        known[claim] = _worked_out(claim, codebook)[1]
    return known[claim]


def _worked_out(claim: Claim, codebook: Codebook) -> tuple[frozenset[str], frozenset[str]]:
    """The questions it answers outright, and those on which it is passed over."""
    found: set[str] = set()
    passed: set[str] = set()
    reviewed = claim.status == "reviewed"  # what a person reviewed is taken at its word
    words = words_of(as_sentence(claim.quote))
    line = whole_line(words)
    for position in claim.positions:
        if position.sign:
            continue
        direct = direct_cues(position.question, codebook) if position.words else None
        if direct is None:
            found.add(position.question)
            continue
        signs = [m for cue in direct.signs if (m := match(cue, line)) is not None]
        sides = [(side, m) for side, m in direct.sides(words) if not any(sign.outdoes(m) for sign in signs)]
        rebutted = claim.voice == "rebutted"  # the claim takes the side against what its words say
        matches = [m for side, m in sides if rebutted or position.stance in ("mixed", _turned(side, m))]
        said = [m for m in matches if reviewed or not is_only_named(line, m.at)]  # a thing only named is a sign
        if matches and not reviewed and not is_likely(claim, line, matches, direct.question):
            passed.add(position.question)
        elif any(_is_done(line, m) for m in said) or not (matches or (direct.has_signs and not rebutted)):
            found.add(position.question)
    return frozenset(found), frozenset(passed)


def as_sentence(quote: str) -> str:
    """A quote as most statements have it: so what is worked out of either serves both."""
    said = " ".join(quote.split())
    return said if said.endswith((".", "!", "?", "…")) else f"{said}."


def _is_done(line: Line, found: Match) -> bool:
    """Said, and not only tried, owed or mentioned: "tries to gain sway", "his growing sway" do not say it."""
    first = min(found.at)
    stops = [i + 1 for i in range(first) if line.words[i].text in _STOPS]
    low = stops[-1] if stops else 0  # not the clause: "aims at raising output and cutting costs"
    if _is_mentioned(line, found) or _is_owed(line, found, low) or _is_purpose(line, first, low):
        return False
    before = range(max(low, first - _REACH), first)
    if any(_word(line.words[i]) in _listed("wishes") and i not in found.at for i in before if i >= first - _CLOSE):
        return False
    tries = [i for i in before if _word(line.words[i]) in _listed("attempts") and i not in found.at]
    links = ("to", "at", "for", "of", "in")
    return not any(_word(line.words[k]) in links for i in tries for k in range(i + 1, first + 1))


def _is_owed(line: Line, found: Match, low: int) -> bool:
    """ "Brussels MUST first approve the aid": what should be may be or not. A cue may hold the word itself."""
    before = range(max(low, min(found.at) - _CLOSE), max(found.at))
    owed = [i for i in before if i not in found.at and _word(line.words[i]) in load("cues.yaml")["owed"]]
    return any(not found.at.isdisjoint(range(i + 1, i + _CLOSE)) for i in owed)


def _is_purpose(line: Line, first: int, low: int) -> bool:
    """What something is done for, whether it comes of it or not: "TO CURB waste, Lima taxed bags", "MEANT TO"."""
    told = " ".join(_word(w) for w in line.words[max(low, first - _REACH) : first])
    if any(f" {purpose} " in f" {told} " for purpose in load("cues.yaml")["purposes"]):
        return True
    opening = [_word(w) for w in line.words[low : low + 2]]
    fronted = first > low + 1 and opening[0] == "to" and opening[1] not in words_in("determiners")
    return fronted and any(w.text == "," for w in line.words[first:])


def _turned(side: str, found: Match) -> str:
    return side if not found.flipped else "no" if side == "yes" else "yes"


def _is_mentioned(line: Line, found: Match) -> bool:
    """A direction that only stands before its noun ("its growing presence"), without a verb that says it is so."""
    used = [d for d in line.directions if not found.at.isdisjoint(range(d.start, d.end))]
    if not used or any(not _is_adjective(line, d) or d.end not in found.at for d in used):
        return False
    if max(found.at) > max(d.end for d in used):
        return False  # "the poor pay most"
    first = min(found.at)
    before = {_word(line.words[i]) for i in range(max(0, first - _CLOSE), used[0].start)}
    return before.isdisjoint(words_in("be")) and before.isdisjoint(_listed("having"))


def _is_adjective(line: Line, d: Direction) -> bool:
    if d.kind == "adjective":
        return True
    before = _word(line.words[d.start - 1]).replace("’", "'") if d.start else ""
    formed = d.end == d.start + 1 and _word(line.words[d.start]).endswith(("ing", "ed"))
    return formed and (before.endswith(("'s", "s'")) or before in words_in("determiners"))


def _word(word: Word) -> str:
    return word.text.lower()


@dataclass(frozen=True, slots=True)
class _Known:
    """What was worked out by one codebook so far."""

    codebook: Codebook
    cues: dict[str, Direct | None]
    answers: dict[Claim, frozenset[str]]
    passed: dict[Claim, frozenset[str]]


# Hashing a large codebook costs more than a claim; the one used last is known by its identity.
_last: list[_Known] = []


def _known(codebook: Codebook) -> _Known:
    if not _last or _last[0].codebook is not codebook:
        _last[:] = [_Known(codebook, {}, {}, {})]
    return _last[0]


def direct_cues(asked: str, codebook: Codebook) -> Direct | None:
    """The cues of a question, compiled when first asked for; None when the codebook has no such question."""
    ready = _known(codebook).cues
    if asked not in ready:
        question = next((q for q in codebook.questions if q.id == asked), None)
        ready[asked] = _ready(question, codebook) if question else None
    return ready[asked]


def _ready(question: Question, codebook: Codebook) -> Direct:
    signs = (*question.signs_yes, *question.signs_no)
    yes, no, found = (_readable(texts, codebook) for texts in (question.yes, question.no, signs))
    cues = (*(("yes", cue) for cue in yes), *(("no", cue) for cue in no))
    return Direct(
        question, once(partial(_sides, cues)), found, bool(found or question.examples_yes or question.examples_no)
    )


def _sides(cues: Iterable[tuple[str, Cue]], words: Sequence[Word]) -> list[tuple[str, Match]]:
    line = whole_line(words)
    return [(side, m) for side, cue in cues if (m := match(cue, line)) is not None]


def _readable(texts: Iterable[str], codebook: Codebook) -> tuple[Cue, ...]:
    """The cues that can be read; the checks report the others."""
    cues = []
    for text in texts:
        with suppress(ValueError):
            cues.append(compile_cue(text, codebook))
    return tuple(cues)


def of_whichever_time(question: str, codebook: Codebook) -> str:
    """Why no later day changes the answer; "" where one may.

    "Did the dams worsen the drought?" asks for one thing that is over, "should they be torn down?" for an opinion; of
    others an editor may say that it lasts.
    """
    asked = next((q for q in codebook.questions if q.id == question), None)
    if asked is None:
        return ""
    for what, openings in load("cues.yaml")["asked_whenever"].items():
        if asked.question.startswith(tuple(f"{words} " for words in openings)):
            return f"the question asks {what}, whenever it is reported"
    return "the question's answer lasts, whenever it is given" if asked.lasting else ""
