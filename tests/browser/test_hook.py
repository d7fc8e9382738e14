"""MkDocs alone builds the site; a broken claim file stops a build and, while serving, shows a banner."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build as build_again
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from sitebuilding import build_strictly


@pytest.fixture
def root(hostile_root: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "dossier"
    shutil.copytree(hostile_root, copy)
    return copy


def claim_of(root: Path) -> Path:
    return root / "claims" / "north-blog" / "p01-offshore.yaml"


def test_a_broken_claim_file_stops_the_build_with_its_place(root: Path, tmp_path: Path) -> None:
    claim = claim_of(root)
    claim.write_text(claim.read_text("utf-8").replace("[wind-power]", "[wind-powr]"), "utf-8")
    done = build_strictly(root, tmp_path / "site")
    assert done.returncode != 0
    assert "claims/north-blog/p01-offshore.yaml:" in done.stdout + done.stderr
    assert not (tmp_path / "site" / "index.html").exists()


@pytest.fixture
def served(root: Path, tmp_path: Path) -> Iterator[MkDocsConfig]:
    """A running preview: MkDocs keeps the hook loaded between its builds."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    build_again(config, serve_url="http://127.0.0.1/")
    yield config
    config.plugins.on_shutdown()


def test_while_serving_the_last_good_pages_stay_under_a_banner_until_mended(
    root: Path, tmp_path: Path, served: MkDocsConfig
) -> None:
    page = tmp_path / "site" / "sources" / "north-blog.html"
    claim = claim_of(root)
    good = claim.read_text("utf-8")
    assert "is growing fast" in page.read_text("utf-8")

    claim.write_text(good.replace("[wind-power]", "['<b>wind-powr']"), "utf-8")
    build_again(served, serve_url="http://127.0.0.1/")
    broken = page.read_text("utf-8")
    assert "is growing fast" in broken
    assert "These pages are the last good ones." in broken
    assert "claims/north-blog/p01-offshore.yaml:" in broken
    assert "<b>wind-powr" not in broken

    claim.write_text(good.replace("note: ", "note: 'Mended. ' # "), "utf-8")
    build_again(served, serve_url="http://127.0.0.1/")
    mended = page.read_text("utf-8")
    assert "These pages are the last good ones." not in mended
    assert "Mended." in mended


def test_a_hand_written_page_wins_over_a_generated_one(root: Path, tmp_path: Path) -> None:
    (root / "docs" / "figures.md").write_text("# Figures by hand\n", "utf-8")
    done = build_strictly(root, tmp_path / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Figures by hand" in (tmp_path / "site" / "figures.html").read_text("utf-8")


def test_templates_are_not_published(site: Path) -> None:
    assert not list(site.rglob("parts.html")) and not (site / "templates").exists()
