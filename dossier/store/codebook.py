"""claims/codebook/ to a Codebook: themes, places, events, groups of words, questions and people's decisions."""

from __future__ import annotations

import os
from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import Any

from dossier.model import Codebook, Decision, Event, Group, LocalName, Question, Region, Theme
from dossier.problems import Problem, Where
from dossier.store.astray import MEANT, TAKE_OVER, beside, misnamed, named_like, readable, to_be_read
from dossier.store.cache import Cache
from dossier.store.fields import FILE, FileKind
from dossier.store.files import (
    entries,
    is_safe_name,
    is_slug,
    read_bytes,
    read_text,
    relative,
    safe_name,
)
from dossier.store.hints import did_you_mean, listed, nearest_word, shown
from dossier.store.kinds import values_in
from dossier.store.limits import LIMITS, Limits
from dossier.store.loading import Loading, Values
from dossier.store.nodes import Items, Mapping, Node, Text

Held = tuple[str, bytes]  # a file: its path and what it holds
Parsed = tuple[Codebook, tuple[Problem, ...]]
_PARTS = ("themes", "places", "events", "groups", "decisions")


def read_codebook(root: Path, limits: Limits = LIMITS, kept: Cache | None = None) -> tuple[Codebook, list[Problem]]:
    """The codebook as far as it can be read; a missing file is an empty part."""
    folder = root / "claims" / "codebook"
    listed_there, problems = entries(root, folder)
    problems += [p for file in listed_there for p in _unknown_part(root, file)]
    questions, found = _question_files(root, limits)
    problems += found
    parts = [file for name in _PARTS if os.path.lexists(file := folder / f"{name}.yaml")]
    held = list[Held]()
    for file in (*parts, *questions):
        data, found = read_bytes(root, file, limits.yaml_bytes)
        problems += found
        if data is not None:
            held.append((relative(root, file), data))
    known = (repr(limits), *(part for file in held for part in file))
    make = partial(_parsed, held, limits)
    codebook, wrong = (kept or Cache()).record("codebook", known, Parsed, make, of="codebook")
    return codebook, [*problems, *wrong]


def _parsed(held: list[Held], limits: Limits) -> Parsed:
    """The codebook that these files hold, and what is wrong with them."""
    loaded, problems, questions = dict[str, Values](), list[Problem](), list[Question]()
    for path, data in held:
        folder, _, name = path.rpartition("/")
        id = name.removesuffix(".yaml")
        is_question = folder.endswith("/questions")
        values, found = _load(data, path, FILE["question" if is_question else id], limits)
        problems += found
        if not is_question:
            loaded[id] = values
        elif values.get("question"):
            where = Where(path)
            plain = {key.replace("-", "_"): value for key, value in values.items()}
            questions.append(Question(**plain | {"id": id, "where": where, "decisions": _decisions(values, id)}))
    of = {name: loaded.get(name, {}) for name in _PARTS}
    codebook = Codebook(
        themes=tuple(Theme(id, **_with_title(id, values)) for id, (_, values) in of["themes"].items()),
        regions=tuple(_region(id, values) for id, (_, values) in of["places"].get("regions", {}).items()),
        names=tuple(
            LocalName(name, **v) for name, (_, v) in of["places"].get("names", {}).items() if v.get("places")
        ),
        events=tuple(Event(id, **values) for id, (_, values) in of["events"].items() if len(values) == 2),
        groups=tuple(Group(id, **values) for id, (_, values) in of["groups"].items()),
        questions=tuple(questions),
        decisions=_decisions(of["decisions"], ""),
    )
    return codebook, tuple(problems)


def absent_part(root: Path | None, name: str, used: Collection[str], what: str) -> Problem | None:
    """One message for a part of the codebook that is not there though it is used, instead of one for each use."""
    if root is None or os.path.lexists(root / "claims" / "codebook" / name):
        return None
    path = f"claims/codebook/{name}"
    said = f"it is missing, but claims and questions name {what}: {listed(used, 5)}"
    return Problem(Where(path), "missing-codebook", said, f"bring it back from Git: git restore {path}")


def _load(data: bytes, path: str, kind: FileKind, limits: Limits) -> tuple[Values, list[Problem]]:
    """The values of one file: by key, or by slug with the place of each entry."""

    def load(loading: Loading, node: Node) -> Values:
        if kind.keyed:
            return _keyed(loading, node, kind)
        values = loading.record(node, kind.fields, f"a {kind.name} file")
        for id, (where, _) in values.get("regions", {}).items():
            _check_slug(loading, id, where)
        _place_decisions(loading, values, node)
        return values

    return values_in(data, path, kind, limits, load)


def _keyed(loading: Loading, node: Node, kind: FileKind) -> Values:
    if not isinstance(node, Mapping):
        loading.fault(node.where, "wrong-type", f"a file of {kind.name} contains slugs, each with its keys below it",
                      "write for each: its slug, a colon, and its keys below, indented by two spaces")  # fmt: skip
        return {}
    found = {}
    for key, value in node.entries:
        _check_slug(loading, key.value, key.where)
        found[key.value] = (key.where, loading.record(value, kind.fields, f"'{shown(key.value)}'"))
    return found


def _check_slug(loading: Loading, id: str, where: Where) -> None:
    if not is_slug(id) or not is_safe_name(id):
        hint = f"use lower-case letters, digits and hyphens: {safe_name(id)}"
        loading.fault(where, "bad-name", f"'{shown(id)}' cannot be a slug", hint)


def _place_decisions(loading: Loading, values: Values, node: Node) -> None:
    """Remember where each decision stands, for messages about it, and see that each is about two claims."""
    decisions = node.get("decisions") if isinstance(node, Mapping) else None
    if "decisions" in values and not isinstance(decisions, Items):
        del values["decisions"]  # they stand under another key, which is told
    elif isinstance(decisions, Items) and "decisions" in values:
        places = [item.where for item in decisions.items if not (isinstance(item, Text) and not item.value.strip())]
        values["decisions"] = tuple(zip(values["decisions"], places, strict=True))
        for decision, where in values["decisions"]:
            if "pair" in decision and len(decision["pair"]) != 2:
                what = f"a pair names two claims, not {len(decision['pair'])}"
                loading.fault(where, "wrong-pair", what, "for example: pair: [gazette/p02-harvests, report/p01-rich]")


def _with_title(id: str, values: Values) -> Values:
    return {"title": id.replace("-", " ").capitalize(), **values}


def _region(id: str, values: Values) -> Region:
    return Region(id, **{"members": (), **_with_title(id, values)})


def _question_files(root: Path, limits: Limits) -> tuple[list[Path], list[Problem]]:
    """The files of questions, in the order of their names, and what is wrong with the others."""
    files, problems = entries(root, root / "claims" / "codebook" / "questions")
    questions, found = readable(root, files, lambda file: _no_question(root, file, limits))
    return questions, [*problems, *found]


def _no_question(root: Path, file: Path, limits: Limits) -> Problem | None:
    """Why a file is not read as a question."""
    if file.suffix == ".yaml":
        fine = is_slug(file.stem) and is_safe_name(file.stem, limits.name_length)
        keep = f"{TAKE_OVER}; for a question of its own call it "
        return None if fine else misnamed(root, file, "a question's", named_like(file), keep, "lower-case letters")
    what, meant = f"'{shown(file.name)}' is not read", _is_meant(root, file, limits)
    hint = to_be_read(file) if meant else "question files end in .yaml"
    if file.is_dir():
        hint = "question files go directly into claims/codebook/questions/"
    said = "" if file.stem.upper() == "README" else what
    return Problem(Where(relative(root, file)), "unsupported-file", said, hint, "error" if meant else "warning")


def _is_meant(root: Path, file: Path, limits: Limits) -> bool:
    """Whether somebody wrote a question, or several, where none is read."""
    if file.is_dir() or MEANT.search(file.name):
        return True
    return "\nquestion: " in f"\n{read_text(root, file, limits.yaml_bytes)[0] or ''}"


def _decisions(values: Values, question: str) -> tuple[Decision, ...]:
    """Those complete enough to count."""
    found: list[tuple[Any, Where]] = list(values.get("decisions", ()))
    complete = [(d, at) for d, at in found if len(d.get("pair", ())) == 2 and "relation" in d]
    return tuple(Decision(**{"because": "", **d}, question=question, where=at) for d, at in complete)


def _unknown_part(root: Path, file: Path) -> list[Problem]:
    """A message for what nobody would read, so that no work lies there unseen."""
    if file.name == "questions" or file.stem.upper() == "README":
        return []
    if file.suffix == ".yaml" and file.stem in _PARTS:
        return []
    known = [f"{name}.yaml" for name in _PARTS]
    hint = did_you_mean(file.name, known, f"the codebook has {', '.join(known)} and questions/<id>.yaml")
    hint = beside(file, nearest_word(file.name, known)) or hint
    return [Problem(Where(relative(root, file)), "unsupported-file", f"'{shown(file.name)}' is not read", hint)]
