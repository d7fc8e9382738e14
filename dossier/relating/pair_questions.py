"""Questions that single pairs of claims call for: what one source says and another denies, confirms or saw change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.language.cues import compile_cue, match
from dossier.language.grammar import words_in
from dossier.language.line import Line
from dossier.language.words import words_of
from dossier.model import Claim, Codebook, Dossier, Question, Relation
from dossier.relating.apart.frames import Frame, frame_of

_SHARPEST = {"contradicts": 0, "qualifies": 1, "updates": 2, "agrees": 3}
_NAMED = 3  # words of a question's id
_SUBJECT = 9  # words within which the verb stands that a question begins with
_FIRST = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could"})
_PARTS = frozenset({"that", "who", "which", "where", "when", "and", "but", "if"})
_LEANING = frozenset({"our", "we", "he", "she", "it", "they", "this", "that", "these", "those"})
_STOP = re.compile(r"[;:,](?= )")
_WORDS = re.compile(r"[\w%.,’'-]+(?: [\w%.,’'-]+)*")


def pair_questions(dossier: Dossier) -> Iterator[Question]:
    """A question for each pair that no question relates, sharpest first; no claim stands behind two of them.

    It asks whether what the shorter of the two says is so. The deciding words of each are the cues of their sides; of
    an agreement both are cues for yes. An editor finds better words for both.
    """
    bare = Codebook(regions=dossier.codebook.regions, names=dossier.codebook.names)
    claims = {claim.id: claim for claim in dossier.shown}
    shown = (r for r in dossier.relations if not r.question and r.status != "dismissed")
    open_pairs = [r for r in shown if r.rule != "outcomes"]  # what was promised and what came of it are both so
    behind: set[str] = set()
    for relation in sorted(open_pairs, key=lambda r: (_SHARPEST[r.type], -r.score, r.between)):
        if behind.isdisjoint(relation.between) and all(id in claims for id in relation.between):
            question = _question(relation, [claims[id] for id in relation.between], bare)
            if question:
                behind.update(relation.between)
                yield question


def _question(relation: Relation, pair: list[Claim], bare: Codebook) -> Question | None:
    (a, asked), (b, other) = sorted(zip(pair, relation.words), key=lambda side: len(side[0].statement))
    cues = (_cue(asked, a, bare), _cue(other, b, bare))
    if a.statement.split(" ", 1)[0].lower() in _LEANING:  # "he put the number at 2,100": nobody knows who
        (a, asked), (b, other) = (b, other), (a, asked)
        cues = cues[::-1]
    if a.statement.split(" ", 1)[0].lower() in _LEANING:
        return None
    named = _telling(frame_of(a, bare))
    if not all(cues) or not named:
        return None
    yes, no = (tuple(dict.fromkeys(cues)), ()) if relation.type == "agrees" else (cues[:1], cues[1:])
    return Question(
        id="-".join(named),
        question=_asked(_inside(a, asked, bare)),
        themes=tuple(t for t in a.themes if t in b.themes),
        countries=tuple(p for p in a.countries if p in b.countries),
        yes=yes,
        no=no,
    )


def _cue(words: str, claim: Claim, bare: Codebook) -> str:
    """The longest run of plain words among the deciding ones that finds the claim again, "" for none."""
    runs: list[str] = _WORDS.findall(words.replace(" … ", "\n"))
    for run in sorted(runs, key=len, reverse=True):
        cue = run.strip(" .,").lower()
        try:
            found = match(compile_cue(cue, bare), Line(words_of(claim.quote)))
        except ValueError:
            continue
        if found:
            return cue
    return ""


def _telling(frame: Frame) -> tuple[str, ...]:
    """The most telling plain words of a claim, in the order it has them: the id of its question."""
    plain = [t for t in frame.terms if t.kind in ("word", "name") and re.fullmatch(r"[a-z]+", t.lemma)]
    chosen = sorted(plain, key=lambda t: (-t.weight, t.index))[:_NAMED]
    return tuple(dict.fromkeys(t.lemma for t in sorted(chosen, key=lambda t: t.index)))


def _asked(said: str) -> str:
    """As a question: "Were the backups destroyed?", else "Is it true that …?" where no small verb can go first."""
    words = said.split()
    at = next((n for n, w in enumerate(words[:_SUBJECT]) if w.lower() in _FIRST), 0)
    plain = (
        at
        and words[0].lower() not in words_in("links")
        and not any("," in w or w.lower() in _PARTS for w in words[:at])
    )
    if not plain:
        return f"Is it true that {said}?"
    first = " ".join((words[at].capitalize(), *words[:at], *words[at + 1 :]))
    return f"{first}?"


def _inside(claim: Claim, deciding: str, bare: Codebook) -> str:
    """What a claim says as part of a sentence: no speaker before it, nothing behind the deciding words' clause."""
    said = (claim.quote if claim.statement.startswith("According to") else claim.statement or claim.quote).strip()
    said = " ".join(said.split()).rstrip(".")
    told = " ".join(deciding.split("…")[0].split())
    ends = said.find(told) + len(told) if told and told in said else len(said)
    stops = [m.start() for m in _STOP.finditer(said, ends)]
    said = said[: stops[0]] if stops else said
    names = {t.index for t in frame_of(claim, bare).terms if t.kind == "name"}
    shouted = said.split(" ", 1)[0][1:2].isupper()
    return said if 0 in names or shouted else said[:1].lower() + said[1:]
