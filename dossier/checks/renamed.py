"""An article whose name was changed in some places only: one message, with the command that ends it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from dossier.model import Claim, Dossier
from dossier.problems import Problem, Where
from dossier.quotes import stands_in
from dossier.store.hints import nearest_word, shown
from dossier.store.places import Pointing

_TWICE = 2  # places that name claims of an article that is not there, before it is taken for a renamed one


def claims_belong_to_a_source(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A folder of claims is named as the source they quote."""
    homes = _homes(dossier)
    for folder, claim in _homeless(dossier, at).items():
        what, near = (
            f"there is no source '{shown(folder)}'",
            homes.get(folder) or nearest_word(folder, dossier.source),
        )
        hint = "put the article into sources/, or rename the folder"
        if near and any(claim.source == near for claim in dossier.claims):
            hint = f"did you mean '{near}'? then move what is in it to claims/{near}/"
        elif folder in homes:
            what, hint = f"{what}; its claims quote the article '{near}'", _to_end_it(folder, near)
        elif near:
            hint = f"rename the folder to {near}; or, if the article was renamed, give its two files their name back"
        yield Problem(claim.where, "unknown-source", what, hint)


def under_another_name(named: Mapping[str, Sequence[Where]], dossier: Dossier, at: Pointing) -> dict[str, str]:
    """Articles that the given ids of missing claims name -> the folder in which all these claims lie."""
    stems: dict[str, set[str]] = {}
    for claim in dossier.claims:
        stems.setdefault(claim.source, set()).add(claim.id.partition("/")[2])
    found = {home: folder for folder, home in _homes(dossier).items()} if _homeless(dossier, at) else {}
    for source in {id.partition("/")[0] for id in named} - stems.keys() - found.keys():
        missing = [id for id in named if id.startswith(f"{source}/")]
        cited = {id.partition("/")[2] for id in missing}
        folder = next((folder for folder, known in stems.items() if cited <= known), "")
        if folder and sum(len(named[id]) for id in missing) >= _TWICE:
            found[source] = folder
    return found


def named_otherwise(
    named: Mapping[str, Sequence[Where]], lies: Mapping[str, str], dossier: Dossier, at: Pointing
) -> Iterator[Problem]:
    """One message for all places that name an article's claims by another name than that of their folder.

    A folder whose article is not there, and an article whose metadata are not, have their own messages.
    """
    for source, folder in lies.items():
        places = [where for id in named if id.startswith(f"{source}/") for where in named[id]]
        if places and folder in dossier.source and source not in dossier.source and not _has_metadata(source, at):
            named_there = f"{len(places)} places name some: they lie in claims/{folder}/"
            what = f"there is no claim of '{shown(source)}', but {named_there}"
            hint = _to_end_it(source, folder)
            yield Problem(min(places), "unknown-source", what, hint)


def _to_end_it(one: str, other: str) -> str:
    command = "python build_dossier.py rename"
    by_hand = "without the program: its two files, its folder of claims and all that names them need one name"
    called = f"to call the article '{other}' everywhere: {command} {one} {other}; or '{one}': {command} {other} {one}"
    return f"{called}; {by_hand}"


def _homeless(dossier: Dossier, at: Pointing) -> dict[str, Claim]:
    """Folders of claims named after no source, and the first claim in each."""
    folders: dict[str, Claim] = {}
    for claim in dossier.claims:
        if claim.source not in dossier.source:
            folders.setdefault(claim.source, claim)
    return {id: claim for id, claim in folders.items() if not _has_metadata(id, at)}


def _has_metadata(id: str, at: Pointing) -> bool:
    """Whether something is known of an article that is not there, which is told of its file."""
    return at.root is not None and os.path.lexists(at.root / "sources" / f"{id}.yaml")


def _homes(dossier: Dossier) -> dict[str, str]:
    """Folders of claims named after no source -> the source that their first claim quotes."""
    found: dict[str, str] = {}
    for claim in dossier.claims:
        if claim.source not in dossier.source and claim.source not in found:
            found[claim.source] = next((s.id for s in dossier.sources if stands_in(claim.quote, s.text)), "")
    return {folder: home for folder, home in found.items() if home}
