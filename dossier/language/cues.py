"""The small language in which editors say what a claim sounds like: words, alternatives, gaps, directions.

    compile_cue("<NO> influence|clout FALLS")   someone's influence is said to shrink (or, turned round, to grow)
    compile_cue("tighten|toughen ... (migration rules | labour law)")

docs/about/codebook.md explains it to analysts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, lru_cache

from dossier.data import load
from dossier.language.inflection import forms_of
from dossier.language.lexical import weight_of
from dossier.language.line import Line, spelled
from dossier.language.negation import Negation
from dossier.language.words import Word, words_of
from dossier.model import Codebook
from dossier.world import countries

SMALL_GAP = 3  # words that may stand between two words of a cue
WIDE_GAP = 14  # words that "..." may stand for
_NEAR = 5  # words between a thing and its direction where the sentence's grammar tells us nothing
_STAY_OFF = 3  # words around a match in which a "-word" must not stand
_MANY = 40  # forms in a term from which on it is no use for telling cues apart
_STOPS = frozenset(".;:?!—()")
_PIECE = re.compile(r"\.{3}|…|[()|+]|-?<[^<>]*>|[^\s()|+]+?(?=\.{3}|…|[()|+]|\s|$)")

Phrase = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One place in a cue: the words (any form) or phrases that may stand there."""

    singles: frozenset[str]
    phrases: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)  # by the forms of their first word
    gap: int = SMALL_GAP  # words allowed before it
    starts: frozenset[str] = frozenset()  # forms with which it begins
    needs: frozenset[str] = frozenset()  # forms of which a text must hold one: of a phrase, its rarest word


@dataclass(frozen=True, slots=True)
class Way:
    """A direction a cue asks for: one of the words in capitals."""

    name: str
    sign: int
    dimensions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Part:
    """Terms in order, close together, and the direction they must have, if any."""

    terms: tuple[Term, ...]
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A compiled cue: all parts must stand in the text, in any order."""

    text: str
    parts: tuple[Part, ...]
    never: tuple[Term, ...] = ()
    as_it_stands: bool = False  # "!": under negation it says nothing
    needs: tuple[frozenset[str], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a cue was found: the word numbers, and whether the text says its opposite."""

    at: frozenset[int]
    flipped: bool
    by: str = ""  # the words that turned it round

    @property
    def span(self) -> tuple[int, int]:
        """First and last word number, end exclusive."""
        return min(self.at), max(self.at) + 1


# ---------------------------------------------------------------- compiling


def compile_cue(text: str, codebook: Codebook | None = None) -> Cue:
    """The cue ready for matching; raises ValueError with a message for editors.

    `codebook` gives `<places>` their local names and regions; without it `<region>` is only checked for its form.
    """
    as_it_stands = text.rstrip().endswith("!")
    pieces = _PIECE.findall(text.rstrip().rstrip("!"))
    if not pieces:
        raise ValueError("a cue needs at least one word")
    parts: list[Part] = []
    never: list[Term] = []
    for chunk in _split(pieces, "+"):
        if not chunk:
            raise ValueError("'+' stands between two parts: 'price + hunger'")
        part, off = _part(chunk, codebook)
        parts.append(part)
        never += off
    needs = tuple(term.needs for part in parts for term in part.terms)
    needs = tuple(sorted(needs, key=_commonness))
    return Cue(text, tuple(parts), tuple(never), as_it_stands, needs)


def _commonness(forms: frozenset[str]) -> tuple[float, list[str]]:
    """How often a text will hold one of the forms; rare first. Long lists name places: they stand everywhere."""
    often = sum(10 ** -weight_of(form) for form in sorted(forms))
    return often * (100 if len(forms) > _MANY else 1), sorted(forms)


def _part(pieces: list[str], codebook: Codebook | None) -> tuple[Part, list[Term]]:
    terms: list[Term] = []
    never: list[Term] = []
    ways: list[Way] = []
    gap, i = SMALL_GAP, 0
    while i < len(pieces):
        piece = pieces[i]
        if piece in ("...", "…"):
            if not terms:
                raise ValueError("'...' stands between two words: 'ban ... export'")
            gap, i = WIDE_GAP, i + 1
            continue
        if piece in _ways():
            ways.append(_ways()[piece])
            i += 1
            continue
        off = piece.startswith("-") and len(piece) > 1
        options, i = _options([piece[1:], *pieces[i + 1 :]] if off else pieces[i:], i, codebook)
        (never if off else terms).append(_term(options, gap))
        gap = SMALL_GAP
    if not terms:
        raise ValueError("a cue needs a word besides its direction: 'trade RISES'")
    if gap == WIDE_GAP:
        raise ValueError("'...' stands between two words: 'ban ... export'")
    if len(ways) > 1:
        raise ValueError(f"one direction is enough: {' and '.join(w.name for w in ways)}; join two cues with '+'")
    return Part(tuple(terms), ways[0] if ways else None), never


def _options(pieces: list[str], at: int, codebook: Codebook | None) -> tuple[list[str], int]:
    """The alternatives that begin here, as phrases, and where the next term begins."""
    found: list[str] = []
    i = 0
    while True:
        if i >= len(pieces) or pieces[i] in ("|", ")", "...", "…"):
            raise ValueError("'|' stands between two words: 'rise|grow'")
        if pieces[i] == "(":
            if ")" not in pieces[i:]:
                raise ValueError("a bracket is open: close it with ')'")
            end = i + pieces[i:].index(")")
            inner = pieces[i + 1 : end]
            if "(" in inner:
                raise ValueError("brackets cannot stand inside brackets")
            for option in _split(inner, "|"):
                if not option or "..." in option or (len(option) > 1 and any("<" in word for word in option)):
                    raise ValueError("in brackets stand phrases with '|' between them: '(stand by | side with)'")
                found += _named(option[0], codebook) if len(option) == 1 else [" ".join(option)]
            i = end + 1
        else:
            found += _named(pieces[i], codebook)
            i += 1
        if i < len(pieces) and pieces[i] == "|":
            i += 1
            continue
        return found, at + i


def _split(pieces: list[str], mark: str) -> list[list[str]]:
    chunks: list[list[str]] = [[]]
    for piece in pieces:
        if piece == mark:
            chunks.append([])
        else:
            chunks[-1].append(piece)
    return chunks


def _named(piece: str, codebook: Codebook | None) -> list[str]:
    """The phrases one word of a cue stands for: itself, or all names of a <place>."""
    if not piece.startswith("<"):
        near = get_close_matches(piece, _ways(), 1, 0.75) if piece.isupper() else []
        if near:
            raise ValueError(f"no direction is called {piece}; did you mean {near[0]}?")
        return [piece]
    place = piece.strip("<>")
    names = _names_of(place, codebook)
    if not names and (codebook or not place.islower()):
        raise ValueError(f"no place is called '{place}': write a country code, <NO>, or a region of places.yaml")
    return names or [place.replace("-", " ")]


def _names_of(place: str, codebook: Codebook | None) -> list[str]:
    country = countries().get(place)
    names: list[str] = []
    if country:
        names += [country.name, *country.also, *country.demonyms, country.capital]
    if codebook:
        for region in codebook.regions:
            if region.id == place:
                names += region.words
                names += [n for member in region.members for n in _names_of(member, codebook)]
        names += [n for local in codebook.names if local.places == (place,) for n in (local.name, *local.also)]
    return [n for n in names if n]


def _term(options: Iterable[str], gap: int) -> Term:
    singles: set[str] = set()
    phrases: set[Phrase] = set()
    for option in options:
        tokens = tuple(_forms(w.text) for w in words_of(option) if w.is_word)
        if not tokens:
            raise ValueError(f"'{option}' is not a word")
        if len(tokens) == 1:
            singles |= tokens[0]
        else:
            phrases.add(tokens)
    by_first: dict[str, tuple[Phrase, ...]] = {}
    for phrase in sorted(phrases, key=lambda p: [sorted(s) for s in p]):
        for form in phrase[0]:
            by_first[form] = (*by_first.get(form, ()), phrase)
    needs = singles.union(*(min(phrase, key=_commonness) for phrase in phrases))
    return Term(frozenset(singles), by_first, gap, frozenset(singles | by_first.keys()), frozenset(needs))


@lru_cache(maxsize=20_000)
def _forms(token: str) -> frozenset[str]:
    low = token.lower().replace("’", "'")
    return frozenset(spelled(form) for form in (forms_of(low) if token.islower() else {low, low + "s"}))


@cache
def _ways() -> dict[str, Way]:
    ways = load("cues.yaml")["ways"]
    return {name: Way(name, way["sign"], frozenset(way["dimensions"])) for name, way in ways.items()}


# ---------------------------------------------------------------- matching


def match(cue: Cue, text: Line | Sequence[Word]) -> Match | None:
    """Where the cue stands in the text, negation and direction worked in; None when it does not."""
    line = text if isinstance(text, Line) else Line(text)
    if any(need.isdisjoint(line.forms) for need in cue.needs):
        return None
    at: set[int] = set()
    flipped, by, directed = False, [], False
    for part in cue.parts:
        found = _find(line, part)
        if found is None:
            return None
        places, sign, turned = found
        at |= places
        if sign:
            directed = True
            flipped ^= sign < 0
            by += turned
    if not directed:
        by = _turned_by(line, at)
        flipped = len(by) % 2 == 1
    if flipped and cue.as_it_stands:
        return None
    window = range(min(at) - _STAY_OFF, max(at) + _STAY_OFF + 1)
    if any(i in window for term in cue.never for key in term.starts for i in line.places.get(key, ())):
        return None
    return Match(frozenset(at), flipped, ", ".join(by))


def _turned_by(line: Line, at: set[int]) -> list[str]:
    """The negations that count: two cancel out only side by side ("failed to prevent"); "nor" goes with "neither"."""
    short = load("cues.yaml")["short_reach"]
    reaching = [
        n
        for n in line.negations
        if at.isdisjoint(range(n.start, n.end))  # one that the cue itself holds does not turn it round
        and any(n.reaches(i) and (n.words.lower() not in short or i - n.end < SMALL_GAP) for i in at)
    ]
    while len(reaching) > 1 and reaching[-1].words.lower() == "nor":
        reaching.pop()
    counted: list[Negation] = []
    for negation in reversed(reaching):
        if counted and counted[-1].start - negation.end > 1:
            break
        counted.append(negation)
    return [n.words for n in reversed(counted)]


def _find(line: Line, part: Part) -> tuple[set[int], int, list[str]] | None:
    first = part.terms[0]
    for start in line.where(first.starts):
        for places in _here(line, first, start):
            rest = _follow(line, part.terms, 1, places[-1] + 1)
            if rest is None:
                continue
            found = {*places, *rest}
            if part.way is None:
                return found, 0, []
            headed = _headed(line, found, part.way)
            if headed:
                return headed
    return None


def _follow(line: Line, terms: tuple[Term, ...], k: int, at: int) -> list[int] | None:
    """Places of terms[k:] from word `at` on, each within its gap of the one before; None when one is missing."""
    if k == len(terms):
        return []
    skipped = 0
    while at < line.end and skipped <= terms[k].gap:
        for places in _here(line, terms[k], at):
            rest = _follow(line, terms, k + 1, places[-1] + 1)
            if rest is not None:
                return [*places, *rest]
        word = line.words[at]
        if word.text in _STOPS and terms[k].gap < WIDE_GAP:
            return None
        skipped += word.is_word
        at += 1
    return None


def _here(line: Line, term: Term, at: int) -> list[list[int]]:
    """The ways in which the term stands at this very word, longest first."""
    keys = line.keys[at]
    if keys.isdisjoint(term.starts):
        return []
    found = [] if keys.isdisjoint(term.singles) else [[at]]
    for phrase in {p: None for key in sorted(keys) for p in term.phrases.get(key, ())}:
        end = at + len(phrase)
        if end <= line.end and not any(s.isdisjoint(line.keys[at + n]) for n, s in enumerate(phrase)):
            found.append(list(range(at, end)))
    return sorted(found, key=len, reverse=True)


def _headed(line: Line, thing: set[int], way: Way) -> tuple[set[int], int, list[str]] | None:
    """The direction of the thing at these words, +1 as the way asks, -1 the opposite way."""
    free = [d for d in line.directions if d.end - d.start > 1 or thing.isdisjoint(range(d.start, d.end))]
    own = [d for d in free if not thing.isdisjoint(range(d.thing[0], d.thing[1])) or d.start in thing]
    if not any(d.dimension in way.dimensions for d in own):
        first, last = min(thing), max(thing)
        low, high = line.clause(first)
        own = [d for d in free if low <= d.start < high and max(d.start - last, first - d.end + 1) - 1 <= _NEAR]
    for d in sorted(own, key=lambda d: min(abs(i - j) for i in thing for j in (d.start, d.end - 1))):
        if d.dimension in way.dimensions and d.sign:
            return {*thing, *range(d.start, d.end)}, d.sign * way.sign, [d.turned_by] if d.turned_by else []
        if not thing.isdisjoint(range(d.start, d.end)):
            return None  # the thing is part of an idiom that says something else ("reduce dependence")
    return None
