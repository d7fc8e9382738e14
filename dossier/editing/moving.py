"""Renames an article with its metadata, its folder of claims and everything that refers to them.

It can be run again at any time, after a run that was cut off or after files were renamed by hand.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from dossier.editing.following import followed, renaming
from dossier.editing.prose import relied_on
from dossier.editing.renaming import in_the_way, must_be_another, same_file
from dossier.model import Dossier
from dossier.problems import Problem, Refused, Where
from dossier.quotes import stands_in
from dossier.store.articles import ARTICLES
from dossier.store.files import entries, is_safe_name, relative, safe_name
from dossier.store.hints import did_you_mean
from dossier.store.limits import LIMITS, Limits
from dossier.store.replacing import replace_all
from dossier.store.writing import renamed

_READ = (*ARTICLES, ".yaml")
_FILES = "|".join(ending[1:] for ending in (*_READ, ".md"))  # of the article, and of its page


def rename_source(
    root: Path, dossier: Dossier, old: str, new: str, limits: Limits = LIMITS
) -> tuple[list[str], list[Problem]]:
    """Rename an article's two files and its folder of claims, and name its claims so everywhere; what changed.

    First what names them is written, then the folder goes, then the files. Raises Refused with what to do.
    """
    must_be_another(old, new)
    moves = [(_claims(root, old), _claims(root, new)), *((_file(root, old, e), _file(root, new, e)) for e in _READ)]
    there = (*(before for before, _ in moves), _file(root, new, ".yaml"))
    if not is_safe_name(old, limits.name_length) or not any(map(os.path.lexists, there)):
        otherwise = "rename a question's file by hand" if old in dossier.question else "its files lie in sources/"
        hint = did_you_mean(old, dossier.source, otherwise)
        raise Refused(f"no article is called {old!r}; {hint}")
    _must_be_free(root, moves, old, new, limits)
    _must_be_quoted(dossier, old, new)
    stems = {id.partition("/")[2] for id in (*dossier.claim, *relied_on(dossier.codebook)) if _is_of(id, old, new)}
    ids = {f"{old}/{stem}": f"{new}/{stem}" for stem in stems}
    edits, problems = followed(root, dossier, ids, _named(old, new, stems), limits)
    problems = [*in_the_way(root, (before for before, _ in moves)), *problems]
    problems = problems or replace_all(root, edits, limits)
    changed = [edit.path for edit in edits]
    for before, after in moves:
        if not problems and os.path.lexists(before):
            problems = renamed(before, after, Where(relative(root, before)))
            changed.append(relative(root, after))
    return [] if problems else changed, problems


def _claims(root: Path, id: str) -> Path:
    return root / "claims" / id


def _file(root: Path, id: str, ending: str) -> Path:
    return root / "sources" / f"{id}{ending}"


def _is_of(id: str, *sources: str) -> bool:
    return id.partition("/")[0] in sources


def _named(old: str, new: str, stems: set[str]) -> Callable[[str], str]:
    """The ids of its claims, its page, and the places of its files."""
    name = re.escape(old)
    paths = rf"(?<=claims/){name}(?![\w-])|(?<=sources/){name}(?=\.(?:{_FILES})(?!\w))"
    pattern = rf"{paths}|(?<![\w/-]){name}/([\w-]+)"

    def written(found: re.Match[str]) -> str:
        if found[1] is None:
            return new
        return f"{new}/{found[1]}" if found[1] in stems else found[0]

    return renaming(pattern, written)


def _must_be_free(root: Path, moves: list[tuple[Path, Path]], old: str, new: str, limits: Limits) -> None:
    """Refuse a name that is no id, or that another article has."""
    if not is_safe_name(new, limits.name_length):
        raise Refused(f"{new!r} cannot be an article's id; use letters, digits and hyphens: {safe_name(new)}")
    for before, after in moves:
        if (
            os.path.lexists(before)
            and os.path.lexists(after)
            and not same_file(after, before)
            and not _is_bare(after)
        ):
            both = f"{relative(root, before)} and {relative(root, after)} are both there"
            raise Refused(f"{both}; choose another name, or move away what is not wanted")
    there = (*entries(root, root / "sources")[0], *entries(root, root / "claims")[0])
    alike = (file for file in there if _id(file).casefold() == new.casefold() and _id(file) not in (old, new))
    if other := next(alike, None):
        raise Refused(f"{new!r} differs from {_id(other)!r} only in upper and lower case; choose another name")


def _is_bare(folder: Path) -> bool:
    return folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir())


def _id(file: Path) -> str:
    return file.stem if file.suffix in _READ else file.name


def _must_be_quoted(dossier: Dossier, old: str, new: str) -> None:
    """Refuse to lay claims to an article that they do not quote."""
    article = dossier.source.get(new)
    claims = [claim for claim in dossier.claims if claim.source == old]
    if article is None or old in dossier.source or not claims:
        return
    lost = [claim.id for claim in claims if not stands_in(claim.quote, article.text)]
    if 2 * len(lost) > len(claims):
        raise Refused(f"the claims in claims/{old}/ do not quote the article {new!r}: {lost[0]}")
