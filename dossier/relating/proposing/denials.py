"""Questions on what one source says and another denies: the same telling word, negated here and not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dossier.data import load
from dossier.language.cues import compile_cue, match
from dossier.language.grammar import words_in
from dossier.language.lexical import is_verb
from dossier.language.line import Line
from dossier.language.words import words_of
from dossier.model import Question
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.terms import Term
from dossier.relating.proposing.asking import asked

Met = tuple[Frame, Term]

_TELLING = 2.9
_ALONE = 4.5  # weight from which on a word is found without another beside it
_NEAR = 12  # words within which another word stands beside the one that is denied
_NEXT = 1  # words between what denies and what is denied ("not been signed")
_WHO = frozenset({"who", "which", "that", "if", "whether"})  # "those WHO did not return" tells of something else
_MEANT = ("mean", "intend", "suppose")  # "not MEANT to": it is what it is meant for that is denied
_MANY = 20  # claims with a word from which on it is what the whole dossier is about, and no question


def denial_questions(frames: Sequence[Frame]) -> Iterator[tuple[float, Question]]:
    """Questions with how much they are worth, for each word that is denied in one source and said in another."""
    having: dict[str, list[Met]] = {}
    for frame in frames:
        for term in {t.lemma: t for t in frame.terms if t.kind == "word" and _is_telling(t)}.values():
            having.setdefault(term.lemma, []).append((frame, term))
    for lemma, met in sorted(having.items()):
        denied = {f.claim.source for f, t in met if _is_denied(f, t)}
        said = {f.claim.source for f, t in met if not t.negated}
        if denied and said and len(denied | said) > 1 and len(met) < _MANY:
            yield from _of_word(lemma, met)


def _is_denied(frame: Frame, term: Term) -> bool:
    """Whether it is this very word that is denied: "not SIGNED", "no SHORTAGE", and nothing further on."""
    lows = [w.text.lower() for w in frame.words]
    if "than" in lows[term.index :]:  # "NO country BUYS more wine THAN Chile" says that Chile does
        return False
    near = [n for n in frame.negations if n.reaches(term.index) and 0 <= term.index - n.end <= _NEXT]
    return any(
        words_in("links").isdisjoint(lows[n.end : term.index])
        and _WHO.isdisjoint(lows[max(0, n.start - 2) : n.start])
        for n in near
    )


def _is_telling(term: Term) -> bool:
    data = load("amounts.yaml")
    vague = (*data["too_wide"], *data["containers"], *load("acts.yaml")["judgements"], *_MEANT)
    return term.weight > _TELLING and term.lemma.isalpha() and term.lemma not in vague


def _of_word(lemma: str, met: Sequence[Met]) -> Iterator[tuple[float, Question]]:
    """The question on a word, with the cue that finds most sources on both sides."""
    lines = {f.claim.id: Line(words_of(f.claim.quote)) for f, _ in met}
    best: tuple[tuple[str, ...], list[tuple[Frame, bool]]] | None = None
    for beside in _beside(met):
        cues = (f"{lemma} ... {beside}", f"{beside} ... {lemma}") if beside else (lemma,)
        found = _found(cues, met, lines)
        if _differ(found) and (best is None or len(_sources(found)) > len(_sources(best[1]))):
            best = (cues, found)
    text = _text(best[0][0].split(" ... "), best[1]) if best else ""
    if best and text:
        yield len(_sources(best[1])) + met[0][1].weight / 10, _question(best[0], text, [f for f, _ in best[1]])


def _sources(found: Sequence[tuple[Frame, bool]]) -> set[str]:
    return {f.claim.source for f, _ in found}


def _differ(found: Sequence[tuple[Frame, bool]]) -> bool:
    """Whether two sources stand on opposite sides."""
    sides = [{f.claim.source for f, turned in found if turned == side} for side in (True, False)]
    return all(sides) and len(sides[0] | sides[1]) > 1


def _beside(met: Sequence[Met]) -> list[str]:
    """Words that stand beside it where it is said and where it is denied; "" where it is rare enough alone."""
    near: dict[str, set[tuple[str, bool]]] = {}
    for frame, term in met:
        for other in frame.terms:
            plain = other.kind == "word" and other.lemma != term.lemma and _is_telling(other)
            if plain and abs(other.index - term.index) <= _NEAR:
                near.setdefault(other.lemma, set()).add((frame.claim.source, term.negated))
    shared = sorted(lemma for lemma, told in near.items() if len({source for source, _ in told}) > 1)
    both = [lemma for lemma in shared if len({negated for _, negated in near[lemma]}) > 1]
    alone = met[0][1].weight >= _ALONE and is_verb(met[0][1].lemma) and not shared  # else each tells of another thing
    both.sort(key=lambda word: not is_verb(word))  # a thing and what is done to it tell most
    return both or ([""] if alone else [])


def _found(cues: Sequence[str], met: Sequence[Met], lines: Mapping[str, Line]) -> list[tuple[Frame, bool]]:
    """The claims in which a cue stands, and whether it is turned round there."""
    made = [compile_cue(cue) for cue in cues]
    hits = [(f, next((m for cue in made if (m := match(cue, lines[f.claim.id]))), None)) for f, _ in met]
    return [(f, m.flipped) for f, m in hits if m is not None]


def _text(cue: Sequence[str], found: Sequence[tuple[Frame, bool]]) -> str:
    """The shortest way in which the claims ask it, with the words of the cue: of a denial where there is one."""
    made: list[tuple[int, bool, int, str]] = []
    for frame, turned in found:
        at = next((t.index for t in frame.terms if t.lemma == cue[0]), None)
        text = asked(frame, at) if at is not None else ""
        held = {w.lemma for w in words_of(text)}
        if cue[0] in held:
            made.append((-len(held.intersection(cue)), not turned, len(text), text))
    return min(made)[3] if made else ""


def _question(cues: Sequence[str], text: str, frames: Sequence[Frame]) -> Question:
    claims = [f.claim for f in frames]
    most = len(claims) / 2
    themes, places = Counter(t for c in claims for t in c.themes), Counter(p for c in claims for p in c.countries)
    return Question(
        id="-".join(dict.fromkeys(w for w in cues[0].split() if w != "...")),
        question=text,
        themes=tuple(t for t, n in sorted(themes.items()) if n >= most),
        countries=tuple(p for p, n in sorted(places.items()) if n >= most),
        yes=tuple(cues),
        no=(),
    )
