"""Questions that a dossier calls for, each as the draft of a file for an editor.

    for question in suggestions(dossier):
        print(question_text(question, dossier))

They come from how sources judge a thing (`judging.py`), what they see moving (`moving.py`), what they say brought a
thing about (`causing.py`), what one says and another denies (`denials.py`), what one side charges another with
(`charges.py`), and pairs at odds that the detector found (`pairs.py`). None is proposed unless its own cues find
claims of two sources, or of one that tells of a charge, each on one side: an editor may accept it as it stands. Only
of how three or more judge a thing all may be of one mind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from dossier.data import load
from dossier.language.cues import compile_cue, match
from dossier.language.line import Line
from dossier.language.words import words_of
from dossier.model import Claim, Codebook, Dossier, Question
from dossier.relating.apart.frames import frame_of
from dossier.relating.proposing.asking import main_verb
from dossier.relating.proposing.causing import causing_questions
from dossier.relating.proposing.charges import charge_questions
from dossier.relating.proposing.denials import denial_questions
from dossier.relating.proposing.judging import judging_questions
from dossier.relating.proposing.moving import moving_questions
from dossier.relating.proposing.pairs import pair_questions

_SOURCES = 2  # a question is worth asking when two sources speak to it, or one side charges another
_BOTH = 5  # one in so many of the claims found may say both
_MOST = 12  # suggestions given of each kind


def suggestions(dossier: Dossier) -> tuple[Question, ...]:
    """Questions no codebook question asks yet: those with most sources and with both sides come first."""
    bare = Codebook(regions=dossier.codebook.regions, names=dossier.codebook.names)
    frames = [frame_of(c, bare) for c in dossier.shown if not c.positions and c.voice != "hypothetical"]
    charged = list(charge_questions(frames, {s.id: s.cleaned.text for s in dossier.sources}))
    judging = list(judging_questions(frames))
    worth = [*judging, *moving_questions(frames), *causing_questions(frames), *charged]
    worth += [(2 + value, question) for value, question in denial_questions(frames)]
    worth.sort(key=lambda item: (-item[0], item[1].id))
    found: dict[str, Question] = {}
    settled = [frozenset(r.between) for r in dossier.relations if r.status == "dismissed" or r.rule == "outcomes"]
    asked: list[frozenset[str]] = []
    for question in (*(q for _, q in islice(worth, 2 * _MOST)), *islice(pair_questions(dossier), _MOST)):
        sides = behind(question, dossier)
        told = frozenset(c.id for side in sides.values() for c in side)
        least = 1 if any(question is q for _, q in charged) else _SOURCES
        holds = any(question is q for _, q in judging) or _asks_what_it_finds(question)
        if holds and _may_be_accepted(question, sides, least) and not _is_asked(told, settled, asked):
            found.setdefault(question.id, question)
            asked.append(told)
    return tuple(q for id, q in found.items() if id not in dossier.question)


def _is_asked(told: frozenset[str], settled: Sequence[frozenset[str]], asked: Sequence[frozenset[str]]) -> bool:
    """Whether a person settled it, or another question finds more than half of its claims."""
    return any(told <= pair for pair in settled) or any(2 * len(told & other) > len(told) for other in asked)


def _may_be_accepted(question: Question, sides: dict[str, tuple[Claim, ...]], least: int) -> bool:
    """Whether enough sources speak to it, and hardly any claim says both yes and no: "fell and rose again"."""
    torn = " - " in question.question  # a sentence with a dash, or a word whose hyphen was lost, asks nothing
    sources = {claim.source for side in sides.values() for claim in side}
    told = [{c.id for c in claims} for claims in sides.values()]
    apart = _BOTH * len(set.intersection(*told)) <= len(set.union(*told))
    return len(sources) >= least and apart and not torn


def _asks_what_it_finds(question: Question) -> bool:
    """Whether the cues hold what is asked: to find "vaccine" and "dengue" does not tell who halted what."""
    cues = (*question.yes, *question.no, *question.signs_yes, *question.signs_no)
    if any(word.isupper() for cue in cues for word in cue.split()):
        return True
    verb, held = main_verb(question.question), {w.lemma for w in words_of(question.question)}
    words = [re.findall(r"[a-z]+", cue) for cue in cues]
    if not verb or verb in load("events.yaml")["light"]:  # "is there any shortage", "make a profit"
        return held.issuperset(words[0])
    return any(verb in w for w in words)


def question_text(question: Question, dossier: Dossier) -> str:
    """The file an editor can take over, with the claims that called for it as comments."""
    lines = ["# yaml-language-server: $schema=../../../docs/assets/schema/question.schema.json"]
    lines += [f"question: {question.question}"]
    for key, values in (("themes", question.themes), ("countries", question.countries)):
        lines += [f"{key}: [{', '.join(values)}]"] if values else []
    lines += ["lasting: true"] if question.lasting else []
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
        for side in {_other(side) if hit.flipped != (claim.voice == "rebutted") else side for side, hit in hits}:
            found[side].append(claim)
    return {side: tuple(claims) for side, claims in found.items()}


def _cues_of(question: Question, side: str) -> tuple[str, ...]:
    return (*getattr(question, side), *getattr(question, f"signs_{side}"))


def _other(side: str) -> str:
    return "no" if side == "yes" else "yes"
