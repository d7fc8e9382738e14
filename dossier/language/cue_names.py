"""What stands behind the names in a cue: a <place> under all its names, a ~group of words that say one thing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from difflib import get_close_matches

from dossier.model import Codebook, Group
from dossier.world import countries

_SIGNS = frozenset("|()+!…")


def names_for(piece: str, codebook: Codebook | None) -> list[str]:
    """The phrases that <NO>, <nordics> or ~rulers stand for; raises ValueError with a message for editors.

    Without a codebook a name is only checked for its form.
    """
    return _of_group(piece[1:], codebook) if piece[0] == "~" else _of_place(piece.strip("<>"), codebook)


def group_faults(codebook: Codebook) -> tuple[tuple[Group, str, str], ...]:
    """Entries of groups that cannot be read: the group, the entry, what is wrong. Cues do without them."""
    found = []
    for group in codebook.groups:
        for word in group.words:
            try:
                _entry(word, codebook, group.id)
            except ValueError as fault:
                found.append((group, word, str(fault)))
    return tuple(found)


def _of_group(name: str, codebook: Codebook | None) -> list[str]:
    if codebook is None:
        return [name.replace("-", " ")]
    if name not in codebook.group:
        near = get_close_matches(name, codebook.group, 1, 0.6)
        told = f"did you mean ~{near[0]}?" if near else "groups stand in claims/codebook/groups.yaml"
        raise ValueError(f"no group is called '~{name}'; {told}")
    if not (names := _words_of(name, codebook)):
        raise ValueError(f"the group ~{name} holds no word")
    return names


def _words_of(name: str, codebook: Codebook) -> list[str]:
    """What stands in a group and in those it names, each looked into once."""
    names: dict[str, None] = {}
    seen = {name}
    inside = [iter(codebook.group[name])]
    while inside:
        for word in inside[-1]:
            inner = word[1:] if word.startswith("~") else ""
            if inner in codebook.group and inner not in seen:
                seen.add(inner)
                inside.append(iter(codebook.group[inner]))
                break
            with suppress(ValueError):  # reported once, for the group
                names |= {} if inner else dict.fromkeys(_plain(word, codebook))
        else:
            inside.pop()
    return list(names)


def _entry(word: str, codebook: Codebook, of: str) -> list[str]:
    """What one entry of a group adds."""
    if word == f"~{of}":
        raise ValueError(f"'{word}' leads back to itself")
    return _of_group(word[1:], codebook) if word.startswith("~") else _plain(word, codebook)


def _plain(word: str, codebook: Codebook) -> list[str]:
    """A phrase as it stands, or a place's names."""
    if word.startswith("<"):
        return _of_place(word.strip("<>"), codebook)
    if not _SIGNS.isdisjoint(word) or "..." in word or any(part.isupper() and len(part) > 4 for part in word.split()):
        raise ValueError(f"'{word}' is no plain word or phrase: signs and directions belong into the cue")
    return [word]


def _of_place(place: str, codebook: Codebook | None) -> list[str]:
    names = list(_names_of(place, codebook))
    if not names and (codebook or not place.islower()):
        raise ValueError(f"no place is called '{place}': write a country code, <NO>, or a region of places.yaml")
    return names or [place.replace("-", " ")]


def _names_of(place: str, codebook: Codebook | None) -> Iterator[str]:
    country = countries().get(place)
    if country:
        yield from (n for n in (country.name, *country.also, *country.demonyms, country.capital) if n)
    if codebook:
        for region in codebook.regions if not country else ():
            if region.id == place:
                yield from region.words
                for member in region.members:
                    # A region that lists a region is told of, and followed nowhere: it may lead back to itself.
                    yield from _names_of(member, codebook) if member in countries() else ()
        for local in codebook.names:
            if local.places == (place,):
                yield from (local.name, *local.also)
