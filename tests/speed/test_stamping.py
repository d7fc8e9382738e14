"""Stamped pages are the theme's own, byte for byte, and the theme works far less."""

from __future__ import annotations

import gc
import shutil
from collections import Counter
from pathlib import Path

import pytest

from dossier.collecting import uncollected
from dossier.publishing import finished, stamping
from dossier.publishing.site import build_site

PROJECT = Path(__file__).parents[2]


def copied(to: Path) -> Path:
    """A folder with all the project's own content."""
    for name in ("sources", "claims", "docs"):
        shutil.copytree(PROJECT / name, to / name)
    for name in ("mkdocs.yml", "build_dossier.py"):
        shutil.copy(PROJECT / name, to / name)
    return to


def tree(folder: Path) -> dict[str, bytes]:
    """All files by their path, without those that say when they were made."""
    dated = ("sitemap.xml", "sitemap.xml.gz")
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in dated
    }


def test_stamped_pages_are_what_the_theme_makes_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copied(tmp_path / "root")
    address = root / "mkdocs.yml"
    text = address.read_text("utf-8")
    address.write_text(text.replace('!ENV [SITE_URL, ""]', "https://site.example/sub/"), "utf-8")
    shells: Counter[str] = Counter()

    def counted(*given: object) -> stamping.Shell | None:
        made = shell_of(*given)  # type: ignore[arg-type]
        shells[type(made).__name__] += 1
        return made

    shell_of = stamping.shell_of
    monkeypatch.setattr(stamping, "shell_of", counted)
    with uncollected():
        assert build_site(root, tmp_path / "stamped") == ""
        assert not gc.isenabled()  # whoever builds within larger work has nothing searched through before it is done
    monkeypatch.setattr(finished, "STAMPED", "main.html")
    assert build_site(root, tmp_path / "themed") == ""
    assert tree(tmp_path / "stamped") == tree(tmp_path / "themed")
    # Not one for each page: the sections stamp their pages into a handful of shells, and each shell could be made.
    assert set(shells) == {"tuple"}
    assert shells.total() < 10 < len(list((tmp_path / "stamped").rglob("*.html")))
