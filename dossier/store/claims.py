"""claims/<source>/<id>.yaml to Claim records, and back to text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from dossier.model import HEAD, SIGN, Claim, Figure, Position
from dossier.problems import Problem, Where
from dossier.store.astray import hidden_claims, in_no_folder, outside, readable, refusal
from dossier.store.cache import Cache
from dossier.store.fields import BLOCK, CHOICE, CLAIM_FIELDS, DATE, DAY, FIGURE, FILE, STANCE_MAP, Field
from dossier.store.files import (
    entries,
    forget_hashes,
    is_safe_name,
    read_bytes,
    read_hash,
    read_text,
    relative,
)
from dossier.store.hints import shown
from dossier.store.kinds import values_in
from dossier.store.ledger import LEDGER
from dossier.store.limits import LIMITS, Limits, raising
from dossier.store.loading import Values
from dossier.store.spelling import block, inline, inside_braces, listed, word

Held = tuple[str, bytes]  # a claim file: its name and a hash of what it holds
Parsed = tuple[tuple[Claim, ...], tuple[Problem, ...]]
CODEBOOK = "codebook"


def read_claims(root: Path, limits: Limits = LIMITS, kept: Cache | None = None) -> tuple[list[Claim], list[Problem]]:
    """Every readable claim in the order of folders and names, and what is wrong with the others.

    A claim with one bad value is still given, without that value, so that one fault hides no other.
    """
    folders, problems = entries(root, root / "claims")
    problems += in_no_folder(root, limits)
    claims: list[Claim] = []
    taken = 0
    for folder in folders:
        if folder.name == CODEBOOK or folder.stem.upper() == "README":
            continue
        if folder.name.casefold() == CODEBOOK:
            what, hint = f"the folder '{folder.name}' is not read", f"rename it to {CODEBOOK}, in lower case"
            problems.append(Problem(Where(relative(root, folder)), "bad-name", what, hint))
            continue
        if not folder.is_dir():
            problems.append(outside(root, folder, limits))
            continue
        found, wrong = read_folder(root, folder, limits, kept)
        claims += found
        taken += sum(len(c.quote) + len(c.statement) for c in found)
        for count, limit, of in (
            (len(claims), "total_claims", "claims"),
            (taken, "total_characters", "characters"),
        ):
            if count > getattr(limits, limit):
                what = f"more than {getattr(limits, limit)} {of} in all; the folders from here on are not read"
                hint = f"split it into two dossiers, {raising(limit)}"
                return claims, [*problems, *wrong, Problem(Where(relative(root, folder)), "too-large", what, hint)]
        problems += wrong
    return claims, problems


def read_folder(
    root: Path, folder: Path, limits: Limits = LIMITS, kept: Cache | None = None
) -> tuple[list[Claim], list[Problem]]:
    """The claims of one source's folder."""
    files, problems = entries(root, folder)
    if not is_safe_name(folder.name, limits.name_length):
        what, hint = f"'{shown(folder.name)}' cannot be a source's id", "name the folder as its source"
        return [], [*problems, Problem(Where(relative(root, folder)), "bad-name", what, hint)]
    problems += hidden_claims(root, folder, limits)
    files = [file for file in files if file.name != LEDGER]
    if len(files) > limits.claims_per_source:
        what = f"{len(files)} files; at most {limits.claims_per_source} claims are read for one source"
        hint = f"split the source, {raising('claims_per_source')}"
        return [], [*problems, Problem(Where(relative(root, folder)), "too-large", what, hint)]
    files, found = readable(root, files, lambda file: refusal(root, file, limits))
    problems += found
    held, taken = list[Held](), dict[Path, bytes]()
    for file in files:
        told, found = read_hash(root, file, limits.yaml_bytes, taken)
        problems += found
        if told is not None:
            held.append((file.name, told))
    path = relative(root, folder)
    parts = (path, repr(limits), *(part for file in held for part in file))
    make = partial(_parsed, root, folder, held, taken, limits)
    try:
        claims, wrong = (kept or Cache()).record("claims", parts, Parsed, make, of=folder.name)
    except _Changed:
        forget_hashes()
        return read_folder(root, folder, limits, kept)
    return list(claims), [*problems, *wrong]


class _Changed(Exception):
    """A file was saved while its folder was read."""


def _parsed(root: Path, folder: Path, held: list[Held], taken: dict[Path, bytes], limits: Limits) -> Parsed:
    """The claims of a folder's files, and what is wrong with them; `taken` holds the bytes of those just read."""
    claims, problems = list[Claim](), list[Problem]()
    for name, told in held:
        file, path = folder / name, f"{relative(root, folder)}/{name}"
        data = taken.get(file)
        if data is None:
            data, _ = read_bytes(root, file, limits.yaml_bytes)
            if data is None or sha256(data).digest() != told:
                raise _Changed
        claim, wrong = _in_file(data, f"{folder.name}/{file.stem}", path, limits)
        claims += [claim] if claim else []
        problems += wrong
    return tuple(claims), tuple(problems)


@lru_cache(2**16)  # so that of a folder in which one file was saved the others are not taken apart again
def _in_file(data: bytes, id: str, path: str, limits: Limits) -> tuple[Claim | None, tuple[Problem, ...]]:
    """The claim in a file of these bytes, and what is wrong with it."""
    claim, problems = claim_from(data, id, path, limits)
    return claim, tuple(problems)


def read_claim(root: Path, file: Path, limits: Limits = LIMITS) -> tuple[Claim | None, list[Problem]]:
    """One claim file."""
    text, problems = read_text(root, file, limits.yaml_bytes)
    if text is None:
        return None, problems
    return claim_from(text, f"{file.parent.name}/{file.stem}", relative(root, file), limits)


def claim_from(text: str | bytes, id: str, path: str, limits: Limits = LIMITS) -> tuple[Claim | None, list[Problem]]:
    """The claim a text holds; None when it has no quote that could be read."""
    values, problems = values_in(text, path, FILE["claim"], limits)
    return _claim(values, id, Where(path)) if values.get("quote") else None, problems


def deciding_words(comment: str, quote: str) -> str:
    """A comment behind a position counts as its deciding words when all of it stands in the quote."""
    said = " ".join(quote.split()).casefold()
    parts = [" ".join(part.split()) for part in re.split("…", comment)]
    stands = comment and all(part.casefold() in said for part in parts)
    return " ".join(comment.split()) if stands else ""


def _claim(values: Values, id: str, where: Where) -> Claim:
    plain = dict(values)
    quote = plain["quote"]
    plain["positions"] = tuple(
        Position(question, stance.removeprefix(SIGN), deciding_words(comment, quote), stance.startswith(SIGN))
        for question, stance, comment in plain.get("positions", ())
    )
    plain["figures"] = tuple(_figure(figure) for figure in plain.get("figures", ()))
    plain.setdefault("statement", " ".join(quote.split()))
    return Claim(id=id, source=id.partition("/")[0], where=where, **plain)


def _figure(values: Values) -> Figure:
    plain = dict(values)
    value = plain.pop("value", None)
    return Figure(**{"raw": "", "low": value, "high": value, **plain})


# ---------------------------------------------------------------- and back to text


def claim_text(claim: Claim) -> str:
    """The file a claim is written as: keys in the order of their definition, defaults left out.

    `id` and offsets are not in it: the file's name and the source's text hold those.
    """
    lines = [HEAD]
    for field in CLAIM_FIELDS:
        value = getattr(claim, field.name)
        if field.name == "status" or (value and value != field.default):
            lines += _lines(field, value)
    return "\n".join(lines) + "\n"


def _lines(field: Field, value: Any) -> Iterator[str]:
    """One key of a claim with its value."""
    name = field.name
    if field.kind == BLOCK:
        yield f"{name}: {block(value)}"
    elif field.kind == STANCE_MAP:
        yield f"{name}:"
        for position in value:
            said = " ".join(position.words.split())
            yield f"  {word(position.question)}: {position.side}" + (f"  # {said}" if said else "")
    elif name == "figures":
        yield f"{name}:"
        yield from (f"  - {_figure_text(figure)}" for figure in value)
    elif field.many:
        yield f"{name}: {listed(value)}"
    elif field.kind in (DATE, DAY):
        yield f'{name}: "{value}"'
    else:
        yield f"{name}: {value if field.kind == CHOICE else inline(value)}"


def _figure_text(figure: Figure) -> str:
    """A figure on one line, between braces."""
    values: Values = {f.name: getattr(figure, f.name, None) for f in FIGURE}
    if figure.low is not None and figure.low == figure.high:
        values |= {"value": figure.low, "low": None, "high": None}
    parts = []
    for field in FIGURE:
        value = values[field.name]
        if isinstance(value, bool):
            parts += [f"{field.name}: true"] if value else []
        elif isinstance(value, (int, float)):
            parts.append(f"{field.name}: {_number(value)}")
        elif value or field.required:
            parts.append(f"{field.name}: {inside_braces(value)}")
    return "{" + ", ".join(parts) + "}"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(float(value))
