"""claims/<source>/_extracted.yaml: which claim files are the tool's own, and what each of them quoted.

An entry stays when its file is edited or deleted, so that the tool knows what not to propose again. It goes
only when the tool itself withdraws a draft. Whatever is not certainly the tool's is a person's.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping as Entries
from dataclasses import dataclass
from pathlib import Path

from dossier.problems import Problem, Where
from dossier.store.dialect import read_yaml
from dossier.store.files import is_safe_name, read_text, relative
from dossier.store.limits import LIMITS, Limits
from dossier.store.nodes import Mapping, Text
from dossier.store.spelling import block

LEDGER = "_extracted.yaml"
_HASH = re.compile(r"[0-9a-f]{64}")
_HEAD = """\
# Kept by the tool: which files here are its own drafts, and what they quoted.
# It is how the tool knows what you changed or deleted. Commit it; do not edit it.
"""
_BOTH = (
    "keep the entries of both sides: delete the lines with <<<<<<<, ======= and >>>>>>>, and of a file that then "
    "stands twice either entry"
)
_RESTORE = "bring it back from Git (git restore {0}), or delete it: then every file here counts as yours"


@dataclass(frozen=True, slots=True)
class Entry:
    """One draft as the tool wrote it."""

    sha256: str
    quote: str


Ledger = dict[str, Entry]


def no_ledger(root: Path, folder: Path) -> Problem:
    """Claims lie there, but nothing tells which of them are the tool's, nor what people deleted."""
    path = f"{relative(root, folder)}/{LEDGER}"
    what = "the program's ledger is missing; every claim file here counts as a person's"
    hint = f"if it was lost, bring it back from Git before the next run: git restore {path}"
    return Problem(Where(path), "ledger", what, hint, "warning")


def read_ledger(root: Path, folder: Path, limits: Limits = LIMITS) -> tuple[Ledger | None, list[Problem]]:
    """The ledger by file name, empty when there is none; None when it cannot be trusted, with the message."""
    file = folder / LEDGER
    if not os.path.lexists(file):  # also where the folder may not be looked into, which has its own message
        return {}, []
    text, problems = read_text(root, file, limits.source_bytes, "source_bytes")
    node: object = None
    if problems and problems[0].rule == "unreadable":
        return None, problems  # what is not damaged need not be brought back, and must not be deleted
    if text is not None:
        node, problems = read_yaml(text, relative(root, file), limits)
    # The tool ends its files with a line end: one that is cut off in the middle may still be readable as YAML.
    whole = text is not None and text.endswith("\n")
    entries = None if problems or not whole else _entries(node)
    if entries is None:
        where = problems[0].where if problems else Where(relative(root, file))
        unlike = "its entries are not in the form the program writes" if whole else "its end is missing"
        said = problems[0].what if problems else unlike
        what = f"the program's ledger is damaged: {said}; nothing is drafted for this source"
        merging = (
            bool(problems) and problems[0].rule == "merge-conflict"
        )  # Git restores no file of an unfinished merge
        return None, [Problem(where, "ledger", what, _BOTH if merging else _RESTORE.format(where.path))]
    return entries, []


def _entries(node: object) -> Ledger | None:
    drafts = node.get("drafts") if isinstance(node, Mapping) else None
    if isinstance(drafts, Text) and not drafts.value:
        return {}
    if not isinstance(drafts, Mapping):
        return None
    found = {}
    for key, value in drafts.entries:
        stem, dot, kind = key.value.rpartition(".")
        hash = value.get("sha256") if isinstance(value, Mapping) else None
        quote = value.get("quote") if isinstance(value, Mapping) else None
        if not (isinstance(hash, Text) and isinstance(quote, Text) and _HASH.fullmatch(hash.value) and quote.value):
            return None
        if (dot, kind) != (".", "yaml") or not is_safe_name(stem):
            return None
        found[key.value] = Entry(hash.value, quote.value)
    return found


def ledger_text(ledger: Entries[str, Entry]) -> str:
    """The ledger as a file, by name, so that branches that add different drafts merge well."""
    lines = [_HEAD + "drafts:"]
    for name, entry in sorted(ledger.items()):
        lines += [f"  {name}:", f"    sha256: {entry.sha256}", f"    quote: {block(entry.quote, '      ')}"]
    return "\n".join(lines) + "\n"
