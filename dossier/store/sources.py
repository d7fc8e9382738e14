"""sources/<id>.txt (or .html, .pdf) and <id>.yaml to Source records; the text is kept exactly as received."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from dossier.model import Cleaned, Metadata, Name, Rights, Source
from dossier.problems import Problem, Where
from dossier.store.articles import read_article
from dossier.store.astray import readable
from dossier.store.cache import Cache
from dossier.store.fields import FILE
from dossier.store.files import entries, read_bytes, relative
from dossier.store.kinds import values_in
from dossier.store.limits import LIMITS, Limits
from dossier.store.loading import Values
from dossier.store.pairing import refusal, unpaired

Parsed = tuple[Metadata, tuple[Problem, ...]]


def read_sources(
    root: Path, limits: Limits = LIMITS, kept: Cache | None = None
) -> tuple[list[Source], list[Problem]]:
    """Every source whose text and metadata can be read, in the order of their ids, and what is wrong.

    `cleaned` is left empty: reading fills it. Newlines in `original` are those of the file.
    """
    files, problems = entries(root, root / "sources")
    files.sort(key=lambda file: file.suffix != ".txt")  # claims quote the text as it was first
    read, found = readable(root, files, lambda file: refusal(root, file, limits))
    problems += found
    metadata = {file.stem: file for file in read if file.suffix == ".yaml"}
    texts = {file.stem: file for file in read if file.suffix != ".yaml"}
    refused = [file for file in files if file not in read]
    problems += unpaired(root, texts, metadata, refused)
    sources = []
    for id, file in sorted(texts.items()):
        source, found = _source(root, id, file, metadata.get(id), limits, kept or Cache())
        problems += found
        if source:
            sources.append(source)
    return sources, problems


def _source(
    root: Path, id: str, text_file: Path, meta_file: Path | None, limits: Limits, kept: Cache
) -> tuple[Source | None, list[Problem]]:
    """One source from its two files; without metadata it still counts, under its id, so that claims find it."""
    original, problems = read_article(root, text_file, limits)
    if original is not None and not original.strip():
        where = Where(relative(root, text_file))
        problems.append(Problem(where, "empty-file", "the article is empty", "fill the file or delete both"))
    meta = Metadata(title=id)
    if meta_file is not None:
        meta, found = _read_metadata(root, meta_file, id, limits, kept)
        problems += found
    if original is None:
        return None, problems
    return Source(id, meta, original, Cleaned(""), Where(f"sources/{id}.yaml")), problems


def _read_metadata(root: Path, file: Path, id: str, limits: Limits, kept: Cache) -> Parsed:
    """What the file beside an article says of it, as far as it can be read."""
    data, problems = read_bytes(root, file, limits.yaml_bytes)
    if data is None:
        return Metadata(title=id), tuple(problems)
    path = relative(root, file)
    return kept.record(
        "metadata", (path, repr(limits), data), Parsed, partial(_parsed, data, path, id, limits), of=id
    )


def _parsed(data: bytes, path: str, id: str, limits: Limits) -> Parsed:
    values, problems = values_in(data, path, FILE["source"], limits)
    return _metadata(values, id), tuple(problems)


def _metadata(values: Values, id: str) -> Metadata:
    plain = {key.replace("-", "_"): value for key, value in values.items()}
    plain["author"] = tuple(Name(**name) for name in plain.get("author", ()))
    plain["rights"] = Rights(**plain.get("rights", {}))
    plain.setdefault("title", id)
    return Metadata(**plain)
