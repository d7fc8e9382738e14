"""Which questions of the codebook a claim speaks to, which side it takes, and by which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from dossier.data import load
from dossier.language.cues import Cue, Match, compile_cue, match, stands
from dossier.language.disowned import denied_in, left_open, mentioned_in, unsaid_in
from dossier.language.inflection import forms_of
from dossier.language.line import Line, line_within
from dossier.language.named import is_only_named
from dossier.language.words import Word
from dossier.model import Codebook, Position, Question
from dossier.reading.resembling import Examples, Weighed, examples_of


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question made ready: its cues compiled, its places expanded."""

    id: str
    places: frozenset[str]
    about: tuple[Cue, ...]

    def asks_of(self, places: frozenset[str]) -> bool:
        """Whether a claim on these places may speak to it; one that names none may speak to any."""
        return not (self.places and places) or not places.isdisjoint(self.places)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A cue of a question's yes or no list, numbered over the codebook."""

    number: int
    question: int
    side: str
    cue: Cue


@dataclass(frozen=True, slots=True)
class _Index:
    """Cues by the rarest word they cannot do without, with the number of the words of which another must stand."""

    questions: tuple[_Asked, ...]
    cues: dict[str, list[tuple[_Candidate, int]]]
    others: dict[str, list[int]]  # for each form the numbers of the sets of words it belongs to; 0 needs none
    examples: Examples

    def near(self, forms: frozenset[str]) -> dict[int, _Candidate]:
        """The cues that may stand in a text with these words, by their numbers: of many hundred a few."""
        standing = {0}.union(*[self.others[form] for form in forms & self.others.keys()])
        return {
            c.number: c for first in forms & self.cues.keys() for c, other in self.cues[first] if other in standing
        }


class _Hit(NamedTuple):
    side: str
    match: Match
    as_it_stands: bool


def positions_in(
    text: str,
    claim_span: tuple[int, int],
    countries: Iterable[str],
    voice: str,
    codebook: Codebook,
    before: Sequence[str] = (),
) -> tuple[Position, ...]:
    """The claim's positions, in the codebook's order of questions; none for what is only supposed.

    Cues come first, though parts that stand far apart count only where the examples do not speak against them;
    a question on which no cue stands may be reached by its example sentences.
    `text` is the sentence the claim stands in, `claim_span` the claim's characters in it; `countries` are the claim's
    places, regions or codes; a claim that names none may speak to any question. A cue must stand inside the claim; an
    `about` word may stand anywhere in the sentence, or in those `before` it: "The ferry is old. IT leaks."
    """
    if voice == "hypothetical" or not codebook.questions:
        return ()
    index = _index(codebook)
    line = line_within(text, *claim_span)
    words, first, last = line.words, line.start, line.end
    places = codebook.expand(tuple(countries))
    hits: dict[int, list[_Hit]] = {}
    for _, candidate in sorted(index.near(line.forms).items()):
        seen = match(candidate.cue, line) if index.questions[candidate.question].asks_of(places) else None
        if seen is not None:
            hits.setdefault(candidate.question, []).append(_Hit(candidate.side, seen, candidate.cue.as_it_stands))
    sentence = line if line.is_whole else line_within(text, 0, len(text))
    hits = {n: seen for n, seen in hits.items() if _is_about(index.questions[n], sentence, before)}
    denied = denied_in(line)
    # A claim that its voice turns round is not turned a second time by what made its voice so.
    hits = _owned(hits, line, frozenset() if voice == "rebutted" else denied, voice == "own")
    weighed = Weighed(index.examples, line)
    if voice != "rebutted":
        hits = _borne_out(hits, index, weighed)
    turned_from = (
        _rejected_from(line, first, last) if voice == "rebutted" and not _denied(line, first) else len(words)
    )
    if turned_from < len(words):
        kept = {
            n: [h for h in seen if not h.as_it_stands or max(h.match.at) < turned_from] for n, seen in hits.items()
        }
        hits = {n: left for n, left in kept.items() if left}
    found = {n: _position(index.questions[n].id, hits[n], words, text, turned_from) for n in hits}
    if voice != "rebutted" and not denied and not left_open(line) and weighed.says_anything:
        found |= _resembled(index, places, found, weighed, line, sentence, text)
    return tuple(found[n] for n in sorted(found))


def _owned(hits: dict[int, list[_Hit]], line: Line, denied: frozenset[int], is_own: bool) -> dict[int, list[_Hit]]:
    """Cues in what the sentence calls wrong are turned round; in what it asks, demands or names they do not count."""
    if not hits:
        return hits
    unsaid = unsaid_in(line)
    mentioned = mentioned_in(line) - denied if is_own else frozenset[int]()  # what others say is theirs
    kept: dict[int, list[_Hit]] = {}
    for n, seen in hits.items():
        for h in seen:
            if any(u.holds(h.match.at) for u in unsaid) or _is_beside_denial(line, h.match):
                continue
            if h.match.at <= mentioned:
                continue
            if h.match.at <= denied and not _turned_outside(line, h.match, denied):
                if not h.as_it_stands:
                    turned = h.match._replace(flipped=not h.match.flipped, by="what the sentence calls wrong")
                    kept.setdefault(n, []).append(h._replace(match=turned))
            else:
                kept.setdefault(n, []).append(h)
    return kept


def _turned_outside(line: Line, found: Match, denied: frozenset[int]) -> bool:
    """Whether what calls it wrong has turned the cue already: "there is NO evidence that the catch is growing".

    "Those who say that the catch is NOT growing are wrong" has a denial of its own within what is wrong.
    """
    by = Counter(found.by.lower().split(", ")) if found.by else Counter[str]()
    return bool(by - Counter(n.words.lower() for n in line.negations if n.start in denied))


def _is_beside_denial(line: Line, found: Match) -> bool:
    """ "We were NOT told of that suspension", "DENYING the activists' ALLEGATIONS": something else is denied."""
    if not found.flipped:
        return False
    by, last = found.by.lower(), line.words[max(found.at) : max(found.at) + 2]
    owner = last[0].text.endswith(("'s", "’s")) or (last[0].text.endswith("s") and last[-1].text in ("'", "’"))
    denies_verb = by.endswith(("n't", "n’t")) or by in load("cues.yaml")["verb_denials"]
    return owner or (denies_verb and is_only_named(line, found.at))


def _borne_out(hits: dict[int, list[_Hit]], index: _Index, weighed: Weighed) -> dict[int, list[_Hit]]:
    """Without the parts in any order that the examples speak against: they met by chance."""
    kept = {
        n: [
            h
            for h in seen
            if not h.match.loose or not weighed.speaks_against(index.questions[n].id, _side(h, h.match.flipped))
        ]
        for n, seen in hits.items()
    }
    return {n: left for n, left in kept.items() if left}


def _resembled(
    index: _Index,
    places: frozenset[str],
    found: Container[int],
    weighed: Weighed,
    line: Line,
    sentence: Line,
    text: str,
) -> dict[int, Position]:
    """The position by the examples, on a question that no cue has placed the claim on."""
    numbers = {q.id: n for n, q in enumerate(index.questions) if q.asks_of(places)}
    near = weighed.nearest(numbers, bool(found))
    if near is None or numbers[near.question] in found:
        return {}
    if not _is_about(index.questions[numbers[near.question]], sentence):
        return {}
    quoted = text[line.words[near.at[0]].start : line.words[near.at[1]].end]
    return {numbers[near.question]: Position(near.question, near.side, quoted)}


def _is_about(asked: _Asked, sentence: Line, before: Sequence[str] = ()) -> bool:
    if not asked.about or any(stands(cue, sentence) for cue in asked.about):
        return True
    return any(stands(cue, line_within(text, 0, len(text))) for text in before for cue in asked.about)


def _position(question: str, hits: list[_Hit], words: Sequence[Word], text: str, turned_from: int) -> Position:
    """The side the most telling cues take: one that spans another, with as many words or more, wins over it."""
    telling = [h for h in hits if not any(other.match.outdoes(h.match) for other in hits)]
    telling = [h for h in telling if not any(_governs(other, h) for other in telling)]
    sides = {_side(h, h.match.flipped != (max(h.match.at) >= turned_from)) for h in telling}
    at = frozenset[int]().union(*(h.match.at for h in telling))
    quoted = text[words[min(at)].start : words[max(at)].end]
    return Position(question, sides.pop() if len(sides) == 1 else "mixed", quoted)


def _governs(a: _Hit, b: _Hit) -> bool:
    """In "cut its reliance on it" the verb and its noun say more than the noun and what follows it."""
    apart = (a.side == b.side) == (a.match.flipped != b.match.flipped)
    return apart and not a.match.at.isdisjoint(b.match.at) and min(a.match.at) < min(b.match.at)


def _side(hit: _Hit, turned: bool) -> str:
    return hit.side if not turned else "no" if hit.side == "yes" else "yes"


def _rejected_from(line: Line, first: int, last: int) -> int:
    """The word from which on a rebutted claim is rejected: "wrong to read A as B" takes A for granted."""
    readings = frozenset(form for verb in load("cues.yaml")["readings"] for form in forms_of(verb) | {verb})
    verb = next((i for i in range(first, last) if line.words[i].text.lower() in readings), None)
    if verb is None:
        return first
    return next((i for i in range(verb + 1, last) if line.words[i].text.lower() == "as"), first)


def _denied(line: Line, first: int) -> bool:
    """Whether what rebuts the claim turned its cues round already: a denial, "not to say that", a "not" before it."""
    denials = frozenset((*load("cues.yaml")["denials"], *load("cues.yaml")["denied_sayings"]))
    return any(
        n.start < first < n.last or any(word.lemma in denials for word in line.words[n.start : n.end + 2])
        for n in line.negations
    )


@lru_cache(maxsize=8)
def _index_of(questions: tuple[Question, ...], regions: Codebook) -> _Index:
    return _build(questions, regions)


def _index(codebook: Codebook) -> _Index:
    """The index of a codebook, built once for equal content."""
    found = _by_identity.get(id(codebook))
    if found and found[0] is codebook:
        return found[1]
    index = _index_of(
        codebook.questions, Codebook(regions=codebook.regions, names=codebook.names, groups=codebook.groups)
    )
    _by_identity.clear()
    _by_identity[id(codebook)] = (codebook, index)
    return index


# Hashing a large codebook costs more than a claim; the one used last is known by its identity.
_by_identity: dict[int, tuple[Codebook, _Index]] = {}


def _build(questions: tuple[Question, ...], codebook: Codebook) -> _Index:
    asked: list[_Asked] = []
    cues: dict[str, list[tuple[_Candidate, int]]] = {}
    others: dict[frozenset[str], int] = {frozenset(): 0}
    total = 0
    for number, question in enumerate(questions):
        about = tuple(_readable(question.about, codebook))
        asked.append(_Asked(question.id, codebook.expand(question.countries), about))
        for side, texts in _cues_of(question):
            for cue in _readable(texts, codebook):
                total += 1
                second = cue.needs[1] if len(cue.needs) > 1 else frozenset[str]()
                entry = (_Candidate(total, number, side, cue), others.setdefault(second, len(others)))
                for word in cue.needs[0]:
                    cues.setdefault(word, []).append(entry)
    holding: dict[str, list[int]] = {}
    for forms, place in others.items():
        for form in forms:
            holding.setdefault(form, []).append(place)
    return _Index(
        tuple(asked),
        cues,
        holding,
        examples_of(
            Codebook(questions=questions, regions=codebook.regions, names=codebook.names, groups=codebook.groups)
        ),
    )


def _cues_of(question: Question) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Answers and signs alike place a claim on a side; how much it weighs is for relating."""
    return (("yes", question.yes), ("no", question.no), ("yes", question.signs_yes), ("no", question.signs_no))


def _readable(texts: tuple[str, ...], codebook: Codebook) -> Iterator[Cue]:
    """The cues that can be read; the checks report the others."""
    for text in texts:
        with suppress(ValueError):
            yield compile_cue(text, codebook)
