"""Questions that single pairs of claims call for: what one source says and another denies, confirms or saw change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from dossier.language.cues import compile_cue, match
from dossier.language.line import Line
from dossier.language.words import words_of
from dossier.model import Claim, Codebook, Dossier, Question, Relation
from dossier.relating.apart.frames import Frame, frame_of
from dossier.relating.apart.terms import Term
from dossier.relating.proposing.asking import asked

_SHARPEST = {"contradicts": 0, "qualifies": 1, "updates": 2}
_NAMED = 3  # words of a question's id
_TELLING = 2.9
_WORDS = 2  # telling words of a cue


def pair_questions(dossier: Dossier) -> Iterator[Question]:
    """A question for each pair that no question relates, sharpest first; no claim stands behind two of them.

    It asks whether what the shorter of the two says is so. The telling ones of the deciding words are cues of their
    sides; of an agreement both are cues for yes.
    """
    bare = Codebook(regions=dossier.codebook.regions, names=dossier.codebook.names)
    claims = {claim.id: claim for claim in dossier.shown}
    shown = (r for r in dossier.relations if not r.question and r.status != "dismissed" and r.type in _SHARPEST)
    open_pairs = [r for r in shown if r.rule != "outcomes"]  # what was promised and what came of it are both so
    behind: set[str] = set()
    for relation in sorted(open_pairs, key=lambda r: (_SHARPEST[r.type], -r.score, r.between)):
        if behind.isdisjoint(relation.between) and all(id in claims for id in relation.between):
            question = _question(relation, [claims[id] for id in relation.between], bare)
            if question:
                behind.update(relation.between)
                yield question


def _question(relation: Relation, pair: list[Claim], bare: Codebook) -> Question | None:
    sides = sorted(zip(pair, relation.words), key=lambda side: len(side[0].statement))
    sides = sides if _text(*sides[0], bare) else sides[::-1]
    (a, _), (b, _) = sides
    text, named = _text(*sides[0], bare), _telling(frame_of(a, bare))
    shared = {t.lemma for t in frame_of(a, bare).terms} & {t.lemma for t in frame_of(b, bare).terms}
    (cues, turned), (others, others_turned) = (_cues(words, c, shared, bare) for c, words in sides)
    if not (text and named and cues and others):
        return None
    opposed = relation.type != "agrees"
    lists: dict[str, list[str]] = {"yes": list(cues), "no": []}  # what is asked is what the first says or denies
    lists["no" if opposed != (turned != others_turned) else "yes"] += [cue for cue in others if cue not in cues]
    return Question(
        id="-".join(named),
        question=text,
        themes=tuple(t for t in a.themes if t in b.themes),
        countries=tuple(p for p in a.countries if p in b.countries),
        yes=tuple(lists["yes"]),
        no=tuple(lists["no"]),
    )


def _cues(deciding: str, claim: Claim, shared: Set[str], bare: Codebook) -> tuple[tuple[str, ...], bool]:
    """The telling words of what decided, without numbers, in any order, and whether the claim turns them round.

    Words that both claims have and what is denied come first: what others say in a like way is found too. None where
    fewer than two remain, or where they do not find the claim again.
    """
    held = {w.lemma for w in words_of(deciding)}
    frame = frame_of(claim, bare)
    terms = [
        t for t in frame.terms if t.kind == "word" and t.lemma.isalpha() and t.lemma in held and t.weight > _TELLING
    ]
    best = sorted(terms, key=lambda t: (t.lemma not in shared, not t.negated, -t.weight, t.index))
    chosen = sorted(best[:_WORDS], key=lambda t: t.index)
    words = tuple(dict.fromkeys(t.lemma for t in chosen))
    if {*words} <= shared and len(chosen) > 1 and _is_compound(*chosen):
        return (), False
    line = Line(words_of(claim.quote))
    cues = (" ... ".join(words), " ... ".join(words[::-1]))
    hit = next((m for cue in cues if len(words) > 1 and (m := match(compile_cue(cue, bare), line))), None)
    return (cues, hit.flipped) if hit else ((), False)


def _is_compound(first: Term, second: Term) -> bool:
    """ "Apartment blocks" only names what both tell of; "the election was stolen" tells something of it."""
    return second.index - first.index == 1 and second.text.lower() in (second.lemma, f"{second.lemma}s")


def _text(claim: Claim, deciding: str, bare: Codebook) -> str:
    """The question that the clause with the deciding words answers."""
    frame = frame_of(claim, bare)
    told = {w.lemma for w in words_of(deciding)}
    at = next((t.index for t in reversed(frame.terms) if t.lemma in told and t.kind == "word"), None)
    text = asked(frame, at) if at is not None else ""
    return text if at is not None and frame.words[at].lemma in {w.lemma for w in words_of(text)} else ""


def _telling(frame: Frame) -> tuple[str, ...]:
    """The most telling plain words of a claim, in the order it has them: the id of its question."""
    plain = [t for t in frame.terms if t.kind in ("word", "name") and re.fullmatch(r"[a-z]+", t.lemma)]
    chosen = sorted(plain, key=lambda t: (-t.weight, t.index))[:_NAMED]
    return tuple(dict.fromkeys(t.lemma for t in sorted(chosen, key=lambda t: t.index)))
