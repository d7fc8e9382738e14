"""What the dossier needs beside claims: letters that read as they stand, ledgers, schemas."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dossier.editing.schemas import outdated
from dossier.language.garbled import garbled_word, ungarbled
from dossier.model import Dossier
from dossier.problems import Problem, Where
from dossier.store.cache import open_cache
from dossier.store.faults import unfinished_merge_in_prose
from dossier.store.files import decode, read_bytes, relative
from dossier.store.hints import shown
from dossier.store.ledger import LEDGER, no_ledger, read_ledger
from dossier.store.limits import read_limits
from dossier.store.places import Pointing

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SIGN = re.compile('[<*_\\["“„«]')  # without one of these no text is looked at further
_MARKUP = re.compile(r"</?[a-z][^<>]*>|(\*\*|__)\w[^*]*\1|\[[^\]]*\]\(https?:[^)]*\)", re.IGNORECASE)
_ALL_MARKED = re.compile("[“„«][^“”„«»]*[”“»]")
_PUBLISHED = (".md", ".html", ".css", ".js")
_PUT_HERE = "put the folder itself here"
_OWN_SENTENCES = ("statement", "note", "question", "because")


def texts_read_as_they_stand(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """Letters are whole, and no invisible mark turns them round, so that a reviewer sees what stands there."""
    for where, key, text in _own_words(dossier):
        if text.isascii():
            continue
        if word := garbled_word(text):
            what = f"letters in '{key}' are garbled: '{shown(word)}' for '{shown(ungarbled(word))}'"
            hint = "type them again, and save the file as UTF-8: it was opened in another encoding"
            yield Problem(at(where, key), "garbled", what, hint, "warning")
        if found := _TURNING.search(text):
            what = f"an invisible mark (U+{ord(found[0]):04X}) in '{key}' reverses the order of letters"
            yield Problem(at(where, key), "turning-mark", what, "delete the text there and type it again", "warning")


def texts_are_plain(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """No text holds signs of Markdown or HTML, or a quotation mark too many, which readers would see."""
    for where, key, text in _own_words(dossier):
        if not _SIGN.search(text):
            continue
        if found := _MARKUP.search(text):
            what = f"'{shown(found[0])}' in '{key}' formats nothing: readers see these signs"
            yield Problem(at(where, key), "markup", what, "delete them; all texts here are plain", "warning")
        if key in _OWN_SENTENCES and (_ALL_MARKED.fullmatch(text) or text.count('"') % 2):
            what = f"a quotation mark in '{key}' is no part of the sentence, or its partner is missing"
            hint = "delete it: only \" and ', the plain ones, may stand around a text without being shown"
            yield Problem(at(where, key), "markup", what, hint, "warning")


_WORDS_OF: tuple[tuple[Callable[[Dossier], Sequence[Any]], tuple[str, ...]], ...] = (
    (lambda d: d.claims, ("statement", "speaker", "note", "date_from", "reviewed_by")),
    (lambda d: d.codebook.questions, ("question", "summary", "settle")),
    (lambda d: d.codebook.every_decision, ("because", "by")),
)
_WORDS_OF_SOURCES = ("title", "container_title", "publisher", "note", "origin", "issued_evidence")


def _own_words(dossier: Dossier) -> Iterator[tuple[Where, str, str]]:
    """What people write and readers see, with its place and key; quotations are the article's."""
    for records, keys in _WORDS_OF:
        yield from ((record.where, key, getattr(record, key)) for record in records(dossier) for key in keys)
    for source in dossier.sources:
        yield from ((source.where, key.replace("_", "-"), getattr(source.meta, key)) for key in _WORDS_OF_SOURCES)
        yield from ((source.where, "author", " ".join((n.given, n.family, n.literal))) for n in source.meta.author)
    yield from ((Where("claims/codebook/themes.yaml"), theme.id, theme.title) for theme in dossier.codebook.themes)
    yield from (
        (Where("claims/codebook/places.yaml"), "regions", region.title) for region in dossier.codebook.regions
    )


def ledgers_are_whole(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """The tool can only keep people's work apart from its own while it can read its ledgers."""
    if at.root is not None:
        claimed = {claim.source for claim in dossier.claims}
        folders = {id: at.root / "claims" / id for id in sorted({s.id for s in dossier.sources} | claimed)}
        known = {id for id, folder in folders.items() if os.path.lexists(folder / LEDGER)}
        yield from _faults_of(at.root, list(folders.values()))
        for id in sorted(claimed & {s.id for s in dossier.sources} - known) if known else ():
            yield no_ledger(at.root, folders[id])


def _faults_of(root: Path, folders: list[Path]) -> tuple[Problem, ...]:
    """What is wrong with the ledgers; of those that were looked at before it is known."""
    limits = read_limits(root)[0]

    def found() -> tuple[Problem, ...]:
        return tuple(p for folder in folders for p in read_ledger(root, folder, limits)[1])

    held = [(folder.name, read_bytes(root, folder / LEDGER, limits.source_bytes)) for folder in folders]
    return open_cache(root).record("ledgers", (repr(held), repr(limits)), tuple[Problem, ...], found)


def pages_can_be_read(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """Hand-written pages are UTF-8, they and templates merged, and no link in docs/ publishes what is elsewhere."""
    root = at.root
    for file in sorted((root / "docs").rglob("[!.]*")) if root else ():
        assert root
        if not file.name.isprintable():
            yield Problem(
                Where(relative(root, file)), "bad-name", "this name holds what is no letter", "rename the file"
            )
        elif file.is_symlink() and file.is_dir():
            yield Problem(Where(relative(root, file)), "symlink", "this is a link to a folder", _PUT_HERE)
        elif file.is_symlink() or not (file.is_file() or file.is_dir()):
            yield from read_bytes(root, file, sys.maxsize)[1]
        elif file.suffix in _PUBLISHED and file.is_file():
            with contextlib.suppress(OSError):
                data, path = file.read_bytes(), relative(root, file)
                text = data.decode("utf-8", "replace")
                if "\ufffd" in text and file.suffix == ".md":
                    yield from decode(data, path)[1]
                if found := unfinished_merge_in_prose(text, path):
                    yield found


def schemas_know_the_codebook(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """The schemas in docs/assets/schema offer the codebook's own words to an editor's program."""
    for path in outdated(at.root, dossier.codebook)[:1] if at.root else ():
        what = "the schemas lack the codebook's newest words"
        hint = "if you have the program here, run: python build_dossier.py schema"
        yield Problem(Where(f"docs/{path}"), "old-schema", what, hint, "warning")
