"""Updates everything that refers to a renamed claim or article, in every file that people write.

Decisions that held still hold. Articles and web addresses are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from dossier.model import Claim, Decision, Dossier, fingerprint, is_about
from dossier.problems import Problem
from dossier.store.files import decode, read_bytes, relative
from dossier.store.ledger import LEDGER
from dossier.store.limits import Limits
from dossier.store.renewing import with_seen
from dossier.store.replacing import Edit

_ADDRESS = r"https?://[^\s<>\"'\\`{}()\[\]]+"
_WRITTEN = ("*.md", "claims/**/*.yaml", "sources/*.yaml", "docs/**/*.md")


def followed(
    root: Path, dossier: Dossier, ids: Mapping[str, str], named: Callable[[str], str], limits: Limits
) -> tuple[list[Edit], list[Problem]]:
    """The files that name something by its old name, as they will be; or why one of them cannot be read.

    `ids` gives the new id of each claim that gets one, and `named` writes the new names into a text.
    """
    edits: list[Edit] = []
    sources = {id.partition("/")[0].encode() for id in ids.keys() | ids.values()}
    for file in _written(root):
        data, problems = read_bytes(root, file, max(limits.yaml_bytes, limits.source_bytes))
        path = relative(root, file)
        if data is None or not any(source in data for source in sources):
            continue
        text, problems = decode(data, path)
        if text is None:
            return [], problems
        after = named(text)
        for decision in reversed(_decisions(dossier, path)):
            after = _held(after, decision, dossier, ids, limits)
        if after != text:
            edits.append(Edit(path, text, after))
    return edits, []


def still_held(
    text: str, decision: Decision, before: tuple[Claim, Claim], after: tuple[Claim, Claim], limits: Limits
) -> str:
    """The text with a decision that was about the pair as it was made one about the pair as it is."""
    if not is_about(decision.seen, *before) or is_about(decision.seen, *after):
        return text
    return with_seen(text, decision, fingerprint(*after), limits) or text


def renaming(pattern: str, new: Callable[[re.Match[str]], str]) -> Callable[[str], str]:
    """A text with all that matches written anew; but not inside an address of the web."""
    found = re.compile(rf"{_ADDRESS}|{pattern}")
    return lambda text: found.sub(lambda m: m[0] if m[0].startswith("http") else new(m), text)


def _held(text: str, decision: Decision, dossier: Dossier, ids: Mapping[str, str], limits: Limits) -> str:
    """The same for a claim under another name, which older fingerprints hold."""
    old = {new: id for id, new in ids.items()}
    if not any(id in ids or id in old for id in decision.pair):
        return text
    pair = []
    for id in decision.pair:
        was, now = old.get(id, id), ids.get(id, id)
        claim = dossier.claim.get(was) or dossier.claim.get(now)
        if claim is None:
            return text
        pair.append((replace(claim, id=was), replace(claim, id=now)))
    (a, new_a), (b, new_b) = pair
    return still_held(text, decision, (a, b), (new_a, new_b), limits)


def _written(root: Path) -> Iterator[Path]:
    """The files in which people name claims and articles; the program's ledgers are none."""
    for pattern in _WRITTEN:
        yield from (file for file in sorted(root.glob(pattern)) if file.name != LEDGER and file.is_file())


def _decisions(dossier: Dossier, path: str) -> list[Decision]:
    return sorted((d for d in dossier.codebook.every_decision if d.where.path == path), key=lambda d: d.where)
