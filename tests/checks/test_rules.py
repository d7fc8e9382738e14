"""Every rule gives its message, is explained in the handbook, and never hides another."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from checks.cases import CASES
from checks.small import CLAIM, SOUND, problems_of, write
from dossier.data import load

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs/about/checks.md").read_text("utf-8")
EXPLAINED = re.findall(r"^### ([a-z-]+)$", PAGE, re.MULTILINE)
_RULE = re.compile(r"[a-z]+(?:-[a-z]+)*")
_MAKERS = {"Problem": 1, "fault": 1, "_fault": 1, "refused": 0}  # who makes problems, and where the rule stands


def rules_in(file: Path) -> set[str]:
    """Names of rules in the calls that make problems."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            rule = node.args[_MAKERS[name]] if name in _MAKERS and len(node.args) > _MAKERS[name] else None
            if isinstance(rule, ast.Constant) and isinstance(rule.value, str) and _RULE.fullmatch(rule.value):
                found.add(rule.value)
    return found


def test_a_sound_dossier_has_nothing_wrong(tmp_path: Path) -> None:
    write(tmp_path, SOUND)
    assert [str(p) for p in problems_of(tmp_path)] == []


@pytest.mark.parametrize("rule", CASES)
def test_a_wrong_edit_gives_its_message(tmp_path: Path, rule: str) -> None:
    files, message = CASES[rule]
    blocked = [path for path in SOUND if any(path.startswith(f"{f}/") for f in files)]
    write(tmp_path, {path: data for path, data in SOUND.items() if path not in blocked} | files)
    assert message in [str(p) for p in problems_of(tmp_path) if p.rule == rule]


@pytest.mark.parametrize("rule", CASES)
def test_the_handbook_shows_the_message_as_it_is(rule: str) -> None:
    section = PAGE.partition(f"\n### {rule}\n")[2].partition("\n### ")[0]
    assert any_seen(CASES[rule][1]) in any_seen(section)


def any_seen(text: str) -> str:
    """A fingerprint is what it is; the handbook shows one of them."""
    return re.sub(r'seen: "[0-9a-f]+"', "seen: ...", text)


def test_every_rule_of_the_program_is_explained_once_and_no_other() -> None:
    used = set().union(*(rules_in(file) for file in (ROOT / "dossier").rglob("*.py")))
    of_yaml = load("yaml_faults.yaml")  # what lines look like stands there, with the rule where it is one of its own
    used |= {line["rule"] for line in of_yaml["lines"] if "rule" in line} | set(of_yaml["rules"].values())
    assert sorted(EXPLAINED) == sorted(set(EXPLAINED))
    assert set(EXPLAINED) == used


def test_one_bad_file_hides_no_other_problem(tmp_path: Path) -> None:
    """All wrong edits that fit side by side, each in its own file, are all reported in one run."""
    write(tmp_path, SOUND)
    wanted = set()
    for rule, (files, _) in CASES.items():
        if list(files) == [CLAIM]:
            write(tmp_path, {f"claims/gazette/{rule}.yaml": files[CLAIM]})
            wanted.add((f"claims/gazette/{rule}.yaml", rule))
    assert wanted <= {(p.where.path, p.rule) for p in problems_of(tmp_path)}
