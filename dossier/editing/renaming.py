"""Renames a claim file and updates everything that refers to it; every other byte stays.

It can be run again at any time, after a crash or after the file was renamed by hand.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dossier.editing.following import followed, renaming
from dossier.explain import claim_named
from dossier.model import Dossier
from dossier.problems import Problem, Refused, Where
from dossier.quotes import stands_in
from dossier.store.files import entries, is_safe_name, relative, safe_name
from dossier.store.hints import did_you_mean
from dossier.store.ledger import read_ledger
from dossier.store.limits import LIMITS, Limits
from dossier.store.replacing import replace_all
from dossier.store.writing import NOT_RENAMED, renamed, unwritten


def rename(
    root: Path, dossier: Dossier, old: str, new: str, limits: Limits = LIMITS
) -> tuple[list[str], list[Problem]]:
    """Rename a claim's file and write its new id wherever something names it; the files changed.

    Decisions that held go on holding. Raises Refused with what to do.
    """
    must_be_another(old, new)
    before, after = (root / "claims" / f"{id}.yaml" for id in (old, new))
    is_done = not os.path.lexists(before) and new in dossier.claim
    if not is_done:
        if os.path.lexists(before) and old not in dossier.claim:
            raise Refused(f"the file of {old!r} cannot be read as a claim; fix it first")
        claim_named(dossier, old)
        _must_be_free(root, dossier, before, new, limits)
        _must_be_quoted(dossier, old, new)
    edits, problems = followed(root, dossier, {old: new}, _named(old, new), limits)
    problems = [*in_the_way(root, [] if is_done else [before]), *problems]
    problems = problems or replace_all(root, edits, limits)
    if not problems and not is_done:
        problems = renamed(before, after, Where(relative(root, before)))
    return [] if problems else [*(e.path for e in edits), relative(root, after)], problems


def must_be_another(old: str, new: str) -> None:
    """Refuse the name that it has."""
    if old == new:
        raise Refused(f"{old!r} is its name; give another one")


def _named(old: str, new: str) -> Callable[[str], str]:
    """The claim's id, and the address of its place on its source's page."""
    (source, _, stem), (home, _, name) = old.partition("/"), new.partition("/")
    place = rf"(?<=sources/){re.escape(source)}(\.(?:html|md)#){re.escape(stem)}(?![\w-])"
    pattern = rf"(?:(?<=claims/)|(?<![\w/-])){re.escape(old)}(?![\w-])|{place}"
    return renaming(pattern, lambda found: f"{home}{found[1]}{name}" if found[1] else new)


def _must_be_free(root: Path, dossier: Dossier, before: Path, new: str, limits: Limits) -> None:
    """Refuse a name that is no id, leads to no article, or is somebody's."""
    folder, _, stem = new.partition("/")
    if folder not in dossier.source:
        raise Refused(f"there is no source {folder!r}; {did_you_mean(folder, dossier.source, 'write SOURCE/NAME')}")
    if not is_safe_name(stem, limits.name_length):
        raise Refused(f"{stem!r} cannot be a claim's id; use letters, digits and hyphens: {folder}/{safe_name(stem)}")
    there = [file for file in entries(root, root / "claims" / folder)[0] if file.stem.casefold() == stem.casefold()]
    if any(not same_file(file, before) for file in there):
        raise Refused(f"{new!r} is another claim's id already; choose another name")
    ledger = read_ledger(root, root / "claims" / folder, limits)[0]
    if ledger is None or any(name.casefold() == f"{stem}.yaml".casefold() for name in ledger):
        raise Refused(f"{new!r} is the name of a draft made by the program; choose another name")


def _must_be_quoted(dossier: Dossier, old: str, new: str) -> None:
    """Refuse another article's folder where the claim does not quote that article."""
    home = new.partition("/")[0]
    claim = dossier.claim[old]
    if home != claim.source and not stands_in(claim.quote, dossier.source[home].text):
        raise Refused(f"the quote of {old!r} is not in {home!r}, and a claim belongs to the article it quotes")


def same_file(file: Path, other: Path) -> bool:
    """One file under two names: a rename that was cut off, or names that differ in case only."""
    return os.path.lexists(other) and os.path.samestat(file.lstat(), other.lstat())


def in_the_way(root: Path, files: Iterable[Path]) -> Iterator[Problem]:
    """Why some of these cannot be renamed, told before anything is: links, and folders that may not be changed."""
    for file in files:
        if file.is_symlink():
            what, hint = "this is a link, not the file or folder itself", "put the file or folder itself here"
            yield Problem(Where(relative(root, file)), "symlink", what, hint)
        elif os.path.lexists(file) and not os.access(file.parent, os.W_OK):
            shut = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            yield unwritten(Where(relative(root, file)), shut, NOT_RENAMED)
