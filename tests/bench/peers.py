"""The same pages for other builders: plain Markdown, as a person would have written it."""

from __future__ import annotations

import re
import shutil
import sys
from html import unescape
from pathlib import Path

_SPACE = re.compile(r"[ \t]+")
_LINES = re.compile(r"\n\s*\n+")
_MARKS = (
    (re.compile(r"<(script|style|svg|form|details)\b.*?</\1>", re.DOTALL), ""),
    (re.compile(r"<h([1-4])\b[^>]*>"), lambda m: "\n\n" + "#" * int(m[1]) + " "),
    (re.compile(r"<(blockquote)\b[^>]*>"), "\n\n> "),
    (re.compile(r"<li\b[^>]*>"), "\n- "),
    (re.compile(r"</?(p|div|section|ul|ol|table|tr|article|h[1-4]|figure|dl|header)\b[^>]*>"), "\n\n"),
    (re.compile(r'<a\b[^>]*href="([^"]+)\.html([^"]*)"[^>]*>(.*?)</a>', re.DOTALL), r"[\3](\1.md\2)"),
    (re.compile(r"<[^>]*>"), " "),
)


def as_markdown(html: str) -> str:
    """What a page says, as Markdown."""
    for pattern, by in _MARKS:
        html = pattern.sub(by, html)  # type: ignore[arg-type]
    return _LINES.sub("\n\n", _SPACE.sub(" ", unescape(html)))


def plain_markdown(root: Path, to: Path) -> int:
    """Write every page of a built site as Markdown; the number of pages."""
    count = 0
    for file in sorted((root / "site").rglob("*.html")):
        name = file.relative_to(root / "site").with_suffix(".md")
        body = file.read_text("utf-8").partition('<div class="dossier" id="content">')[2]
        if body:
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            (to / name).write_text(
                as_markdown(body.partition('<footer class="md-')[0].partition('<script id="__config"')[0]), "utf-8"
            )
            count += 1
    return count


def peers(root: Path) -> dict[str, tuple[tuple[str, ...], Path]]:
    """Name -> (command, folder) of the other builders on this machine, their input written."""
    folder = root / "peers"
    shutil.rmtree(folder, ignore_errors=True)
    pages = plain_markdown(root, folder / "docs")
    config = (
        "site_name: Plain\nuse_directory_urls: false\ntheme:\n  name: material\n  font: false\nplugins: [search]\n"
    )
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    found: dict[str, tuple[tuple[str, ...], Path]] = {
        f"peer: MkDocs and Material, {pages} pages of Markdown": (
            (sys.executable, "-m", "mkdocs", "build", "-q"),
            folder,
        )
    }
    if shutil.which("hugo"):
        layouts = folder / "layouts" / "_default"
        layouts.mkdir(parents=True)
        for kind in ("single", "list"):
            (layouts / f"{kind}.html").write_text("<!doctype html><title>{{ .Title }}</title>{{ .Content }}", "utf-8")
        (folder / "hugo.toml").write_text('baseURL = "/"\n', "utf-8")
        shutil.copytree(folder / "docs", folder / "content")
        found[f"peer: Hugo, {pages} pages of Markdown"] = (("hugo", "--quiet", "--destination", "hugo-site"), folder)
    return found
