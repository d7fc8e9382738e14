"""Which themes of the codebook a text speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dossier.language.cues import Cue, compile_phrase, match
from dossier.language.line import Line
from dossier.language.words import words_of
from dossier.model import Codebook, Theme


def themes_in(text: str, codebook: Codebook) -> tuple[str, ...]:
    """Ids of the themes one of whose words stands in the text, in any form, in the codebook's order."""
    if not codebook.themes:
        return ()
    line = Line(words_of(text))
    index = _index(codebook.themes)
    called: set[str] = set()
    for key in line.places:
        for theme, cue in index.get(key, ()):
            if theme not in called and match(cue, line):
                called.add(theme)
    return tuple(t.id for t in codebook.themes if t.id in called)


@lru_cache(maxsize=8)
def _index(themes: Sequence[Theme]) -> dict[str, list[tuple[str, Cue]]]:
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
