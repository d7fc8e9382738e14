"""What is too large is refused with the name of the limit, and mkdocs.yml raises it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest
import yaml
from checks.small import CLAIM, SOUND, write
from folder import PROJECT

from dossier.assemble import read_dossier
from dossier.store.limits import LIMITS, read_limits

LONG = "All of the harvests fell. " * 12
# limit -> its value, and the files that go beyond it
BEYOND: dict[str, tuple[int, dict[str, str]]] = {
    "yaml_bytes": (150, {CLAIM: f"{SOUND[CLAIM]!s}note: {LONG}\n"}),
    "source_bytes": (150, {"sources/gazette.txt": f"{SOUND['sources/gazette.txt']!s}{LONG}\n"}),
    "line_length": (100, {"sources/gazette.txt": f"{SOUND['sources/gazette.txt']!s}{LONG}\n"}),
    "depth": (2, {CLAIM: f"{SOUND[CLAIM]!s}figures: [{{raw: three}}]\n"}),
    "claims_per_source": (1, {"claims/gazette/p02-better.yaml": "quote: >-\n  a better year\nstatement: Better.\n"}),
    "total_claims": (1, {}),
    "total_characters": (20, {}),
}


def told(root: Path, limits: str) -> list[str]:
    write(root, {"mkdocs.yml": f"site_name: Small\nextra:\n  dossier:\n    limits: {{{limits}}}\n"})
    return [str(p) for p in read_dossier(root)[1]]


@pytest.mark.parametrize("limit", BEYOND)
def test_beyond_a_limit_the_message_names_it_and_raising_it_helps(tmp_path: Path, limit: str) -> None:
    value, files = BEYOND[limit]
    write(tmp_path, SOUND | files)
    messages = told(tmp_path, f"{limit}: {value}")
    assert any(f"raise '{limit}' under extra: dossier: limits: in mkdocs.yml" in text for text in messages), messages
    assert told(tmp_path, f"{limit}: 100_000") == []


def test_an_article_that_is_refused_is_not_read_any_further(tmp_path: Path) -> None:
    write(tmp_path, SOUND | {"sources/gazette.txt": 2 * f"{SOUND['sources/gazette.txt']!s}{LONG}\n"})
    (message,) = told(tmp_path, "line_length: 100")
    assert "the line has 312 characters" in message


def test_what_is_no_limit_is_told_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, SOUND)
    assert told(tmp_path, "yaml_byte: 5, depth: many") == [
        "mkdocs.yml:4:14: error: there is no limit called 'yaml_byte' [unknown-key]\n"
        f"    hint: the limits are: {', '.join(sorted(asdict(LIMITS)))}",
        "mkdocs.yml:4:28: error: the limit 'depth' is not a whole number above 0 [bad-number]\n"
        "    hint: write it as 12",
    ]


def test_a_site_in_the_place_of_the_claims_is_told(tmp_path: Path) -> None:
    write(tmp_path, SOUND | {"mkdocs.yml": "site_dir: ./claims/site\n"})
    assert [str(p) for p in read_dossier(tmp_path)[1]] == [
        "mkdocs.yml:1:11: error: the site would replace everything in './claims/site' [no-site]\n"
        "    hint: name a folder of its own: site_dir: site"
    ]


@pytest.mark.parametrize("text", ["", "extra: {dossier: [1]}", "a: !ENV [X, 1]\n", "extra:\n  dossier:\n"])
def test_without_limits_the_usual_ones_hold(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"mkdocs.yml": text})
    assert read_limits(tmp_path) == (LIMITS, [])


def test_settings_that_cannot_be_read_are_told_and_the_usual_limits_hold(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": "site_name: Wind\nextra: [\n"})
    limits, (problem,) = read_limits(tmp_path)
    assert limits == LIMITS
    assert (problem.where.path, problem.where.line, problem.rule) == ("mkdocs.yml", 2, "syntax")
    assert "'[' is not closed" in problem.what


def test_the_handbook_lists_every_limit_with_its_usual_value() -> None:
    section = (PROJECT / "docs/about/checks.md").read_text("utf-8").partition("### too-large\n")[2]
    block = section.partition("```yaml\n")[2].partition("```")[0]
    assert yaml.safe_load(block)["extra"]["dossier"]["limits"] == asdict(LIMITS)
