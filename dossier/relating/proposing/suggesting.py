"""Questions that a dossier calls for, each as the draft of a file for an editor.

    for question in suggestions(dossier):
        print(question_text(question, dossier))

They come from three places: what several sources see moving (`moving_questions.py`), what one says and another denies
(`denial_questions.py`), and pairs that the detector found (`pair_questions.py`). None is proposed unless its own cues
find claims of two sources, each on one side: an editor may accept it as it stands.
"""

from __future__ import annotations

from itertools import islice

from dossier.language.cues import compile_cue, match
from dossier.language.line import Line
from dossier.language.words import words_of
from dossier.model import Claim, Codebook, Dossier, Question
from dossier.relating.apart.frames import frame_of
from dossier.relating.proposing.denials import denial_questions
from dossier.relating.proposing.moving import moving_questions
from dossier.relating.proposing.pairs import pair_questions

_SOURCES = 2  # a question is worth asking when two sources speak to it
_MOST = 12  # suggestions given of each kind


def suggestions(dossier: Dossier) -> tuple[Question, ...]:
    """Questions no codebook question asks yet: those with most sources and with both sides come first."""
    bare = Codebook(regions=dossier.codebook.regions, names=dossier.codebook.names)
    frames = [frame_of(c, bare) for c in dossier.shown if not c.positions and c.voice != "hypothetical"]
    worth = [*moving_questions(frames), *((2 + value, q) for value, q in denial_questions(frames))]
    worth.sort(key=lambda item: (-item[0], item[1].id))
    found: dict[str, Question] = {}
    asked = [frozenset(r.between) for r in dossier.relations if r.status == "dismissed" or r.rule == "outcomes"]
    for question in (*(q for _, q in islice(worth, 2 * _MOST)), *islice(pair_questions(dossier), _MOST)):
        sides = behind(question, dossier)
        told = frozenset(c.id for side in sides.values() for c in side)
        torn = " - " in question.question  # a sentence with a dash, or a word whose hyphen was lost, asks nothing
        if torn or any(told <= other for other in asked) or not _may_be_accepted(sides):
            continue  # asked or settled already, or an editor would accept what does not work
        found.setdefault(question.id, question)
        asked.append(told)
    return tuple(q for id, q in found.items() if id not in dossier.question)


def _may_be_accepted(sides: dict[str, tuple[Claim, ...]]) -> bool:
    """Whether two sources speak to it, and no claim says both yes and no."""
    sources = {claim.source for side in sides.values() for claim in side}
    return len(sources) >= _SOURCES and {c.id for c in sides["yes"]}.isdisjoint(c.id for c in sides["no"])


def question_text(question: Question, dossier: Dossier) -> str:
    """The file an editor can take over, with the claims that called for it as comments."""
    lines = ["# yaml-language-server: $schema=../../../docs/assets/schema/question.schema.json"]
    lines += [f"question: {question.question}"]
    for key, values in (("themes", question.themes), ("countries", question.countries)):
        lines += [f"{key}: [{', '.join(values)}]"] if values else []
    found = behind(question, dossier)
    only_signs = question.signs_yes or question.signs_no
    for side in ("yes", "no"):
        cues = _cues_of(question, side)
        name = f"signs-{side}" if only_signs else side
        lines += [f"{name}:" if cues else f"{name}: []"]
        lines += [f"  # {' '.join(c.quote.split())}  [{c.id}]" for c in found[side]]
        lines += [f"  - {cue}" for cue in cues]
    return "\n".join(lines) + "\n"


def behind(question: Question, dossier: Dossier) -> dict[str, tuple[Claim, ...]]:
    """The claims that a question's cues find, by side."""
    cues = [(side, compile_cue(t, dossier.codebook)) for side in ("yes", "no") for t in _cues_of(question, side)]
    found: dict[str, list[Claim]] = {"yes": [], "no": []}
    for claim in dossier.shown:
        line = Line(words_of(claim.quote))
        hits = [(side, hit) for side, cue in cues if (hit := match(cue, line))]
        for side in {_other(side) if hit.flipped else side for side, hit in hits}:
            found[side].append(claim)
    return {side: tuple(claims) for side, claims in found.items()}


def _cues_of(question: Question, side: str) -> tuple[str, ...]:
    return (*getattr(question, side), *getattr(question, f"signs_{side}"))


def _other(side: str) -> str:
    return "no" if side == "yes" else "yes"
