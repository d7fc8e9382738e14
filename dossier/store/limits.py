"""How large a file of the dossier may be before it is refused with a message instead of read.

Each limit can be set in mkdocs.yml, under `extra: dossier: limits:`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from dossier.problems import Problem, Where
from dossier.store.settings import pairs, settings_fault, site_settings


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is read; generous for honest work, small enough that nothing hostile can hang a build."""

    yaml_bytes: int = 256 * 1024
    source_bytes: int = 4 * 1024 * 1024
    pdf_bytes: int = 32 * 1024 * 1024
    pdf_pages: int = 400
    depth: int = 12
    line_length: int = 2_000_000  # characters; articles may come as one line
    total_claims: int = 200_000
    total_characters: int = 100_000_000  # of all quotes and statements together
    claims_per_source: int = 5_000
    name_length: int = 120


LIMITS = Limits()


def raising(name: str) -> str:
    """Where a limit is raised, for the end of a hint."""
    return f"or raise '{name}' under extra: dossier: limits: in mkdocs.yml"


def long_line(text: str, path: str, limits: Limits) -> list[Problem]:
    """The first line that is too long."""
    if len(text) <= limits.line_length:
        return []
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > limits.line_length:
            what = f"the line has {len(line)} characters; at most {limits.line_length} are read"
            return [Problem(Where(path, number), "too-large", what, f"break it, {raising('line_length')}")]
    return []


def read_limits(root: Path) -> tuple[Limits, list[Problem]]:
    """The limits of this dossier; what mkdocs.yml says of them wrongly counts for nothing and is told."""
    given: dict[str, int] = {}
    problems = [fault] if (fault := settings_fault(root)) else []
    known = {f.name for f in fields(Limits)}
    for key, value in pairs(_configured(root)):
        where = Where("mkdocs.yml", key.start_mark.line + 1, key.start_mark.column + 1)
        number = value.value.replace("_", "") if isinstance(value.value, str) else ""
        if key.value not in known:
            hint = f"the limits are: {', '.join(sorted(known))}"
            problems.append(Problem(where, "unknown-key", f"there is no limit called '{str(key.value)[:60]}'", hint))
        elif not (number.isascii() and number.isdigit() and 0 < int(number[:19]) < 10**18):
            what = f"the limit '{key.value}' is not a whole number above 0"
            problems.append(Problem(where, "bad-number", what, f"write it as {getattr(LIMITS, key.value)}"))
        else:
            given[key.value] = int(number)
    return Limits(**given), problems


def _configured(root: Path) -> object:
    """The mapping of limits in mkdocs.yml, or None."""
    node: object = site_settings(root).get("extra")
    for name in ("dossier", "limits"):
        node = next((value for key, value in pairs(node) if key.value == name), None)
    return node
