"""sources/<id>.txt (or .html, .pdf) and <id>.yaml to Source records; the text is kept exactly as received."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from dossier.model import Cleaned, Metadata, Name, Rights, Source
from dossier.problems import Problem, Where
from dossier.store.articles import ARTICLES, read_article
from dossier.store.cache import Cache
from dossier.store.dialect import read_yaml
from dossier.store.fields import FILE, SOURCE_FIELDS
from dossier.store.files import decode, entries, is_safe_name, read_bytes, relative, safe_name
from dossier.store.hints import shown
from dossier.store.limits import LIMITS, Limits
from dossier.store.loading import Loading, Values
from dossier.store.straying import stray_kind

Parsed = tuple[Metadata, tuple[Problem, ...]]
_OTHER_KINDS = (".md", ".docx", ".doc", ".odt", ".rtf", ".epub")


def read_sources(
    root: Path, limits: Limits = LIMITS, kept: Cache | None = None
) -> tuple[list[Source], list[Problem]]:
    """Every source whose text and metadata can be read, in the order of their ids, and what is wrong.

    `cleaned` is left empty: reading fills it. Newlines in `original` are those of the file.
    """
    files, problems = entries(root, root / "sources")
    texts: dict[str, Path] = {}
    metadata: dict[str, Path] = {}
    seen: dict[str, Path] = {}
    for file in files:
        kind = _kind(file)
        if not kind:
            problems += _unsupported(root, file)
            continue
        if not is_safe_name(file.stem, limits.name_length):
            problems.append(_bad_name(root, file))
            continue
        twin = seen.setdefault(f"{kind}:{file.stem.casefold()}", file)
        if twin != file:
            what = f"'{file.name}' and '{twin.name}' would be one source"
            problems.append(Problem(Where(relative(root, file)), "duplicate-id", what, "rename one of the two"))
            continue
        (texts if kind == "text" else metadata)[file.stem] = file
    sources = []
    for id in sorted(texts.keys() | metadata.keys()):
        source, found = _source(root, id, texts.get(id), metadata.get(id), limits, kept or Cache())
        problems += found
        if source:
            sources.append(source)
    return sources, problems


def _source(
    root: Path, id: str, text_file: Path | None, meta_file: Path | None, limits: Limits, kept: Cache
) -> tuple[Source | None, list[Problem]]:
    """One source from its two files; without metadata it still counts, under its id, so that claims find it."""
    if text_file is None:
        where = Where(f"sources/{id}.yaml")
        hint = f"put the article into sources/{id}.txt; claims belong into claims/"
        return None, [Problem(where, "missing-text", f"there is no sources/{id}.txt to this file", hint)]
    original, problems = read_article(root, text_file, limits)
    if original is not None and not original.strip():
        where = Where(relative(root, text_file))
        problems.append(Problem(where, "empty-file", "the article is empty", "fill the file or delete both"))
    meta = Metadata(title=id)
    if meta_file is None:
        where = Where(relative(root, text_file))
        hint = f"write sources/{id}.yaml with at least: title: the headline"
        problems.append(Problem(where, "missing-metadata", f"there is no sources/{id}.yaml to this article", hint))
    else:
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
    text, problems = decode(data, path)
    node, found = read_yaml(text, path, limits) if text is not None else (None, [])
    problems += found
    if node is None:
        return Metadata(title=id), tuple(problems)
    if stray := stray_kind(node, FILE["source"]):
        return Metadata(title=id), (*problems, stray)
    loading = Loading()
    values = loading.record(node, SOURCE_FIELDS, "a source")
    return _metadata(values, id), (*problems, *loading.problems)


def _metadata(values: Values, id: str) -> Metadata:
    plain = {key.replace("-", "_"): value for key, value in values.items()}
    plain["author"] = tuple(Name(**name) for name in plain.get("author", ()))
    plain["rights"] = Rights(**plain.get("rights", {}))
    plain.setdefault("title", id)
    return Metadata(**plain)


def _kind(file: Path) -> str:
    return "text" if file.suffix in ARTICLES else "metadata" if file.suffix == ".yaml" else ""


def _unsupported(root: Path, file: Path) -> list[Problem]:
    """A message for what nobody will read; a README may stay."""
    where, suffix = Where(relative(root, file)), file.suffix.lower()
    if file.stem.upper() == "README":
        return []
    if suffix in _OTHER_KINDS:
        what = f"articles are read from .txt, .html and .pdf files, not from {suffix}"
        return [Problem(where, "unsupported-file", what, "save its text as a .txt file in UTF-8")]
    hint = "articles end in .txt, .html or .pdf, what is known of them in .yaml, both in small letters"
    what = "a folder stands here" if file.is_dir() else f"'{shown(file.name)}' is not read"
    return [Problem(where, "unsupported-file", what, hint, "warning")]


def _bad_name(root: Path, file: Path) -> Problem:
    what = f"'{shown(file.stem)}' cannot be a source's id"
    hint = f"name it with letters a to z, digits and hyphens: {safe_name(file.stem)}{file.suffix}"
    return Problem(Where(relative(root, file)), "bad-name", what, hint)
