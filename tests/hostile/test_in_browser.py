"""No script of a hostile pull request runs on any page, and would not even if one slipped through."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from dossier.publishing.site import build_site
from hostile.attack import PAYLOADS, write_attack

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the attacked dossier."""
    root = tmp_path_factory.mktemp("attacked") / "wind"
    write_attack(root, PAYLOADS)
    assert build_site(root, desk=True) == ""
    return root / "site"


class Watched:
    """A page, and everything on it that only a script of theirs could do."""

    def __init__(self, browser: Browser) -> None:
        self.page: Page = browser.new_page()
        self.dialogs: list[str] = []
        self.refused: list[str] = []
        self.asked: list[str] = []
        self.page.on("dialog", lambda d: (self.dialogs.append(d.message), d.dismiss()))
        self.page.on("console", lambda m: self.refused.append(m.text) if "Content Security" in m.text else None)
        self.page.on("request", lambda r: self.asked.append(r.url))

    def went_out(self) -> list[str]:
        return [url for url in self.asked if not url.startswith(("file:", "data:", "blob:", "about:"))]

    def handlers(self) -> list[str]:
        """Attributes that wait for a reader to do something, and addresses that are scripts; all folds are opened."""
        found = self.page.evaluate(
            """() => {
                for (const fold of document.querySelectorAll("details")) fold.open = true;
                const attributes = [...document.querySelectorAll("*")].flatMap((e) => [...e.attributes]);
                const leads = ["href", "src", "action", "formaction", "data", "xlink:href", "srcdoc"];
                const live = (a) => /^on/i.test(a.name) || a.name === "srcdoc" ||
                    (leads.includes(a.name) && /^\\s*(javascript|data|vbscript):/i.test(a.value));
                return attributes.filter(live).map((a) => a.name + "=" + a.value);
            }"""
        )
        return list(found)


def test_no_script_of_theirs_runs_on_any_page_even_without_the_policy(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    bare = tmp_path / "bare"
    shutil.copytree(site, bare)
    pages = sorted(bare.rglob("*.html"))
    assert len(pages) > 80
    for file in pages:
        file.write_text(POLICY.sub("", file.read_text("utf-8")), "utf-8")
    watched = Watched(browser)
    for file in pages:
        if file.name != "404.html":
            watched.page.goto(file.as_uri())
            assert (watched.handlers(), watched.dialogs, watched.went_out()) == ([], [], []), file


def test_the_policy_hinders_no_page_and_allows_no_script_inside(browser: Browser, site: Path) -> None:
    for file in site.rglob("*.html"):
        (policy,) = POLICY.findall(file.read_text("utf-8"))
        scripts = policy.partition("script-src")[2]
        assert "unsafe" not in scripts and "*" not in scripts, file
    watched = Watched(browser)
    for name in ("index", "claims", "questions/q-00", "sources/paper-00", "about/editing", "desk"):
        watched.page.goto(f"{site.as_uri()}/{name}.html")
        assert watched.refused == [], name
    field, found = (watched.page.locator(at) for at in ("input.md-search__input", ".md-search-result__link"))
    for _ in range(20):  # what is typed before the search is ready is not looked for
        field.fill("win")
        field.press_sequentially("d")
        watched.page.wait_for_timeout(1000)
        if found.count():
            break
    assert found.count()
    assert (watched.refused, watched.dialogs) == ([], [])


@pytest.mark.parametrize(
    "slipped", ["<script>alert(1)</script>", '<p id="x" onclick="alert(1)">x</p>', "<img src=x onerror=alert(1)>"]
)
def test_a_script_that_slipped_through_would_be_stopped_by_the_policy(
    browser: Browser, site: Path, tmp_path: Path, slipped: str
) -> None:
    page = (site / "claims.html").read_text("utf-8")
    assert "<article" in page
    guarded = page.replace("<article", f"{slipped}<article", 1)
    for name, text, runs in (("guarded", guarded, False), ("bare", POLICY.sub("", guarded), True)):
        shutil.copytree(site / "assets", tmp_path / name / "assets")
        (tmp_path / name / "claims.html").write_text(text, "utf-8")
        watched = Watched(browser)
        watched.page.goto((tmp_path / name / "claims.html").as_uri())
        watched.page.evaluate("document.getElementById('x')?.click()")
        watched.page.wait_for_timeout(200)
        assert bool(watched.dialogs) is runs
        assert bool(watched.refused) is not runs
