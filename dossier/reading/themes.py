"""Which themes of the codebook a text speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dossier.language.cues import Cue, compile_phrase, stands
from dossier.language.line import line_within
from dossier.language.words import words_of
from dossier.model import Codebook, Theme


def themes_in(text: str, codebook: Codebook, span: tuple[int, int] | None = None) -> tuple[str, ...]:
    """Ids of the themes one of whose words stands in the text, in any form, in the codebook's order.

    With a `span` only words inside those characters of the text count.
    """
    if not codebook.themes:
        return ()
    line = line_within(text, *(span or (0, len(text))))
    index = _index(codebook)
    called: set[str] = set()
    for key in line.places:
        for theme, cue in index.get(key, ()):
            if theme not in called and stands(cue, line):
                called.add(theme)
    return tuple(t.id for t in codebook.themes if t.id in called) if called else ()


# Hashing a large codebook costs more than a claim; the one used last is known by its identity.
_by_identity: dict[int, tuple[Codebook, dict[str, list[tuple[str, Cue]]]]] = {}


def _index(codebook: Codebook) -> dict[str, list[tuple[str, Cue]]]:
    held = _by_identity.get(id(codebook))
    if held is None or held[0] is not codebook:
        held = codebook, _index_of(codebook.themes)
        _by_identity.clear()
        _by_identity[id(codebook)] = held
    return held[1]


@lru_cache(maxsize=8)
def _index_of(themes: Sequence[Theme]) -> dict[str, list[tuple[str, Cue]]]:
    """First form of a theme's word -> the themes and words it may open."""
    index: dict[str, list[tuple[str, Cue]]] = {}
    for theme in themes:
        for word in theme.words:
            if not any(w.is_word for w in words_of(word)):
                continue  # an entry of signs only names nothing
            cue = compile_phrase(word)
            for key in sorted(cue.needs[0]):
                index.setdefault(key, []).append((theme.id, cue))
    return index
