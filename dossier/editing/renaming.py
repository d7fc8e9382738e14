"""A claim file under another name: what names the claim follows, and every other byte stays.

It can be run again at any time: after a crash, or after somebody renamed the file by hand, what is left is done.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

from dossier.explain import claim_named
from dossier.model import Claim, Decision, Dossier, fingerprint, is_about
from dossier.problems import Problem, Where
from dossier.store.files import entries, is_safe_name, read_text, relative, safe_name
from dossier.store.hints import did_you_mean
from dossier.store.ledger import read_ledger
from dossier.store.limits import LIMITS, Limits
from dossier.store.renewing import with_seen
from dossier.store.replacing import Edit, replace_all
from dossier.store.writing import put_under_another_name


class Unnamed(ValueError):
    """The claim cannot be called so; the message says why, or what to write."""


def rename(
    root: Path, dossier: Dossier, old: str, new: str, limits: Limits = LIMITS
) -> tuple[list[str], list[Problem]]:
    """Rename a claim's file and write its new id wherever decisions and summaries name it; the files changed.

    Decisions that held go on holding. Raises LookupError for an unknown claim, Unnamed with what to do.
    """
    old, new = (_id(name) for name in (old, new))
    before, after = (root / "claims" / f"{id}.yaml" for id in (old, new))
    is_done = not os.path.lexists(before) and new in dossier.claim
    if not is_done:
        if os.path.lexists(before) and old not in dossier.claim:
            raise Unnamed(f"the file of {old!r} cannot be read as a claim; mend it first")
        claim_named(dossier, old)
        _must_be_free(root, dossier, before, new, limits)
    claim = dossier.claim[new if is_done else old]
    edits: list[Edit] = []
    for path in _naming_claims(root):
        text, problems = read_text(root, root / path, limits.yaml_bytes)
        if text is None:
            return [], problems
        renamed = _named(text, old, new)
        for decision in reversed(_decisions(dossier, path)):
            if {old, new} & set(decision.pair):
                renamed = _fresh(renamed, decision, dossier, replace(claim, id=old), new, limits)
        if renamed != text:
            edits.append(Edit(path, text, renamed))
    problems = replace_all(root, edits, limits)
    if not problems and not is_done:
        problems = _move(root, before, after)
    return [] if problems else [*(e.path for e in edits), relative(root, after)], problems


def _id(name: str) -> str:
    return name.removeprefix("claims/").removesuffix(".yaml")


def _must_be_free(root: Path, dossier: Dossier, before: Path, new: str, limits: Limits) -> None:
    """Refuse a name that is no id, leads to no article, or is somebody's."""
    folder, _, stem = new.partition("/")
    if folder not in dossier.source:
        raise Unnamed(f"there is no source {folder!r}; {did_you_mean(folder, dossier.source, 'write SOURCE/NAME')}")
    if not is_safe_name(stem, limits.name_length):
        raise Unnamed(f"{stem!r} cannot be a claim's id; use letters, digits and hyphens: {folder}/{safe_name(stem)}")
    there = [file for file in entries(root, root / "claims" / folder)[0] if file.stem.casefold() == stem.casefold()]
    if any(not _same(file, before) for file in there):
        raise Unnamed(f"{new!r} is another claim's id already; choose another name")
    ledger = read_ledger(root, root / "claims" / folder, limits)[0]
    if ledger is None or any(name.casefold() == f"{stem}.yaml".casefold() for name in ledger):
        raise Unnamed(f"{new!r} is the name of a draft that the tool made; choose another name")


def _same(file: Path, other: Path) -> bool:
    """One file under two names: a rename that was cut off, or names that differ in case only."""
    return os.path.lexists(other) and os.path.samestat(file.lstat(), other.lstat())


def _naming_claims(root: Path) -> list[str]:
    """The files in which people name claims."""
    codebook = root / "claims" / "codebook"
    files = [*entries(root, codebook / "questions")[0], codebook / "decisions.yaml"]
    return [relative(root, file) for file in files if file.suffix == ".yaml" and os.path.lexists(file)]


def _named(text: str, old: str, new: str) -> str:
    return re.sub(rf"(?<![\w/-]){re.escape(old)}(?![\w-])", new, text)


def _decisions(dossier: Dossier, path: str) -> list[Decision]:
    of = [*(d for q in dossier.codebook.questions for d in q.decisions), *dossier.codebook.decisions]
    return sorted((d for d in of if d.where.path == path), key=lambda d: d.where)


def _fresh(text: str, decision: Decision, dossier: Dossier, old: Claim, new: str, limits: Limits) -> str:
    """The text with a decision that held, and whose fingerprint has the old id in it, given one without."""
    other = next((dossier.claim.get(id) for id in decision.pair if id not in (old.id, new)), None)
    renamed = replace(old, id=new)
    if other is None or not is_about(decision.seen, old, other) or is_about(decision.seen, renamed, other):
        return text
    return with_seen(text, decision, fingerprint(renamed, other), limits) or text


def _move(root: Path, before: Path, after: Path) -> list[Problem]:
    where = Where(relative(root, before))
    if before.is_symlink():
        return [Problem(where, "symlink", "this is a link, not the file itself", "put the file itself here")]
    try:
        after.parent.mkdir(exist_ok=True)
        put_under_another_name(before, after)
    except OSError as error:
        what = f"the file was not renamed: {error.strerror or error}"
        return [Problem(where, "cannot-write", what, "make the folder writable or make room, then run again")]
    return []
