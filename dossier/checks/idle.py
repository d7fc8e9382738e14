"""A question whose cues stand in the articles finds nothing when none of its `about` words ever does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from dossier.language.cues import Cue, compile_cue, stands
from dossier.language.line import whole_line
from dossier.language.words import words_of
from dossier.model import Codebook, Dossier, Question
from dossier.problems import Problem
from dossier.store.hints import shown
from dossier.store.places import Pointing


def about_words_stand_somewhere(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """Where a cue was found and no `about` word is in any article, the list was meant otherwise than it is read."""
    placed = {p.question for claim in dossier.claims for p in claim.positions if p.words}
    for question in dossier.codebook.questions:
        if not question.about or question.id in placed:
            continue
        about, cues = (_readable(texts, dossier.codebook) for texts in (question.about, _answers(question)))
        if any(_stands(about, text) for text in _paragraphs(dossier)):
            continue
        finds = sum(_stands(cues, claim.quote) for claim in dossier.claims)
        if finds:
            many = f"{finds} claim{'s' * (finds > 1)}"
            what = f"cues stand in {many}, but in no article what 'about' asks for: '{shown(question.about[0])}'"
            hint = (
                "it finds one of the words joined by | and then what stands behind: give each phrase its own line"
                if "|" in question.about[0] and " " in question.about[0]
                else "give the words by which the articles name the matter, or leave 'about' out"
            )
            yield Problem(at(question.where, "about", question.about[0]), "idle-about", what, hint, "warning")


def _answers(question: Question) -> tuple[str, ...]:
    return (*question.yes, *question.no, *question.signs_yes, *question.signs_no)


def _readable(texts: Iterable[str], codebook: Codebook) -> list[Cue]:
    """The cues that can be read; another check reports the others."""
    cues = []
    for text in texts:
        with suppress(ValueError):
            cues.append(compile_cue(text, codebook))
    return cues


def _stands(cues: Iterable[Cue], text: str) -> bool:
    line = whole_line(words_of(text))
    return any(stands(cue, line) for cue in cues)


def _paragraphs(dossier: Dossier) -> Iterator[str]:
    """All that was read: what a claim quotes first, for most words stand there."""
    yield from (claim.quote for claim in dossier.claims)
    for source in dossier.sources:
        yield from source.text.splitlines()
