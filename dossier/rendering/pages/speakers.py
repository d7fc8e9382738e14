"""Who speaks inside the sources: what each one is quoted as saying, in which source, and what contradicts it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.language.dictionary import is_known
from dossier.language.grammar import within_a_sentence
from dossier.model import Claim
from dossier.rendering import room
from dossier.rendering.arranged import grouped
from dossier.rendering.page import Page, Planned
from dossier.rendering.pages.tallies import LISTS
from dossier.rendering.remembering import remembered
from dossier.rendering.templates import fill
from dossier.rendering.view import View
from dossier.world import code_of

PATH = "speakers.html"
_BESIDE = re.compile(r"^(?:the|an?) |\s*\([^)]*\)", re.IGNORECASE)  # "the Coast Guard (PCG)"


def pages(view: View) -> Iterator[Planned]:
    """The list of speakers, those who say most first."""
    said = [c for c in view.claims if c.speaker]
    yield remembered(view, PATH, lambda: (said, LISTS), lambda: _page(view, said))


def _page(view: View, said: Sequence[Claim]) -> Page:
    of = speakers(claim.speaker for claim in said)
    found = sorted(grouped(said, lambda c: (of[c.speaker],)).items(), key=lambda item: (-len(item[1]), item[0]))
    shown, left = [], room.LINES
    for _, claims in found:
        by_letters = {(name := within_a_sentence(claim.speaker)).casefold(): name for claim in claims}
        names = sorted(by_letters.values())
        fullest = max(names, key=len)
        shown.append((f"{fullest[:1].upper()}{fullest[1:]}", names, claims[:left]))
        left -= len(claims)
        if left <= 0:
            break
    values = {"speakers": shown, "more": len(found) - len(shown)}
    about = "Who is quoted in the sources, what they say there, and what contradicts it."
    return Page(PATH, "Speakers", fill(view, "speakers.html", PATH, values), about)


def speakers(names: Iterator[str]) -> dict[str, str]:
    """By name whom it means: articles and brackets left out, and a person by surname alone where one bears it.

    A surname ends a name and stands in no dictionary: "Governor Romeu Zema" and "Zema" are one, "Ministry of Health"
    and "Health" are not.
    """
    bare = {name: _BESIDE.sub("", name).split() for name in names}
    people: dict[str, set[str]] = {}
    for words in bare.values():
        if len(words) > 1 and _is_surname(words[-1]) and words[-2][:1].isupper():
            people.setdefault(words[-1], set()).add(words[-2])
    return {name: _whom(words, people) for name, words in bare.items()}


def _whom(words: list[str], people: dict[str, set[str]]) -> str:
    first = people.get(words[-1], set()) if words else set()
    if len(words) == 1 and len(first) == 1:
        return f"{min(first)} {words[-1]}".casefold()
    return " ".join(words[-2:] if len(words) > 1 and words[-2] in first else words).casefold()


def _is_surname(word: str) -> bool:
    return word[:1].isupper() and not word.isupper() and not is_known(word.lower()) and not code_of(word)
