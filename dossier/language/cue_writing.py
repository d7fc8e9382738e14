"""Reads what an analyst writes: from the text of a cue to the cue, or a message that says what is wrong."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache, lru_cache

from dossier.data import load
from dossier.language.cue import SMALL_GAP, WIDE_GAP, Cue, Part, Phrase, Term, Way
from dossier.language.cue_names import names_for
from dossier.language.inflection import forms_of
from dossier.language.lexical import weight_of
from dossier.language.line import spelled
from dossier.language.words import spoken
from dossier.model import Codebook, Question

_MANY = 40  # forms in a term from which on it is no use for telling cues apart
_PIECE = re.compile(r"\.{3}|…|[()|+]|-?<[^<>]*>|[^\s()|+]+?(?=\.{3}|…|[()|+]|\s|$)")


def compile_cue(text: str, codebook: Codebook | None = None) -> Cue:
    """The cue ready for matching; raises ValueError with a message for editors.

    `codebook` gives `<places>` their local names and regions; without it `<region>` is only checked for its form.
    """
    denied_or_not = text.rstrip().endswith("!!")
    as_it_stands = text.rstrip().endswith("!") and not denied_or_not
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
    return Cue(text, tuple(parts), tuple(never), as_it_stands, denied_or_not, needs)


def compile_phrase(text: str) -> Cue:
    """A word or phrase without any signs of the cue language: its words next to each other, in any form."""
    term = _term((text,), SMALL_GAP, as_written=True)
    return Cue(text, (Part((term,)),), needs=(term.needs,))


def cue_faults(codebook: Codebook) -> tuple[tuple[Question, str, str, str], ...]:
    """Cues that cannot be read: the question, the list it stands in (about, signs-yes …), the cue, what is wrong."""
    found = []
    for question in codebook.questions:
        for side in ("about", "yes", "no", "signs_yes", "signs_no"):
            for text in getattr(question, side):
                try:
                    compile_cue(text, codebook)
                except ValueError as fault:
                    found.append((question, side.replace("_", "-"), text, str(fault)))
    return tuple(found)


@lru_cache(maxsize=20_000)
def _commonness(forms: frozenset[str]) -> tuple[bool, float]:
    """How often a text will hold the commonest form; rare first. Long lists name places: they stand everywhere."""
    return len(forms) > _MANY, -min(map(weight_of, forms))


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
            gap, i = SMALL_GAP, i + 1  # "..." before a direction does no harm: it may stand anywhere near
            continue
        off = piece.startswith("-") and len(piece) > 1
        options, i = _options([piece[1:], *pieces[i + 1 :]] if off else pieces[i:], i, codebook)
        (never if off else terms).append(_term(tuple(options), gap))
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
                if not option or "..." in option or (len(option) > 1 and any(word[0] in "<~" for word in option)):
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
    """The phrases one word of a cue stands for: itself, all names of a <place>, all words of a ~group."""
    if piece[0] in "<~":
        return names_for(piece, codebook)
    near = get_close_matches(piece, _ways(), 1, 0.75) if piece.isupper() else []
    if near:
        raise ValueError(f"no direction is called {piece}; did you mean {near[0]}?")
    return [piece]


@lru_cache(maxsize=20_000)
def _term(options: tuple[str, ...], gap: int, as_written: bool = False) -> Term:
    """One place of a cue; the names of a country or region stand in many."""
    singles: set[str] = set()
    phrases: dict[Phrase, None] = {}
    for option in options:
        tokens = _tokens(option, as_written)
        if not tokens:
            raise ValueError(f"'{option}' is not a word")
        if len(tokens) == 1:
            singles |= tokens[0]
        else:
            phrases[tokens] = None
    begun: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        for form in phrase[0]:
            begun.setdefault(form, []).append(phrase)
    by_first = {form: tuple(sorted(found, key=_spelled_out)) for form, found in begun.items()}
    needs = singles.union(*map(_rarest, phrases))
    return Term(frozenset(singles), by_first, gap, frozenset(singles | by_first.keys()), frozenset(needs))


@lru_cache(maxsize=20_000)
def _tokens(option: str, as_written: bool) -> Phrase:
    """The forms of each word of an option; many terms hold the same names."""
    parts = spoken(option)
    return tuple(_alike(parts[0]) if len(parts) == 1 and not as_written else _forms(part) for part in parts)


@lru_cache(maxsize=20_000)
def _spelled_out(phrase: Phrase) -> list[list[str]]:
    return [sorted(forms) for forms in phrase]


@lru_cache(maxsize=20_000)
def _rarest(phrase: Phrase) -> frozenset[str]:
    return min(phrase, key=_commonness)


@lru_cache(maxsize=20_000)
def _forms(token: str) -> frozenset[str]:
    low = token.lower().replace("’", "'")
    return frozenset(spelled(form) for form in (forms_of(low) if token.islower() else {low, low + "s"}))


@lru_cache(maxsize=20_000)
def _alike(token: str) -> frozenset[str]:
    """The forms of a word and of those that stand for it."""
    return _forms(token).union(*(_forms(other) for other in _stand_for().get(token, ())))


@cache
def _stand_for() -> dict[str, tuple[str, ...]]:
    return {word: tuple(group) for group in load("cues.yaml")["alike"] for word in group}


@cache
def _ways() -> dict[str, Way]:
    ways = load("cues.yaml")["ways"]
    return {name: Way(name, way["sign"], frozenset(way["dimensions"])) for name, way in ways.items()}
