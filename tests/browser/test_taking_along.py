"""What an analyst takes along: a quotation with its source, and only the pairs of one year."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Browser
from test_browser import opened


def test_a_quotation_is_copied_with_its_source_and_its_place_in_the_site(
    browser: Browser, site: Path, served: str
) -> None:
    claim = json.loads((site / "data" / "dossier.json").read_text("utf-8"))["claims"][0]
    context = opened(browser)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served)
    page = context.new_page()
    page.goto(f"{served}/{claim['url']}")
    fold = page.locator("details.cite:visible", has_text=claim["quote"]).first
    fold.locator("summary").click()
    fold.get_by_role("button", name="Copy").click()
    fold.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"“{claim['quote']}”") and copied.endswith(claim["url"])
    context.close()


def test_pairs_are_narrowed_to_those_that_speak_of_one_year(browser: Browser, site: Path) -> None:
    page = opened(browser).new_page()
    page.goto(f"{site.as_uri()}/agreements.html")
    year = page.locator("select[name=year] option").last.inner_text()
    page.goto(f"{site.as_uri()}/agreements.html?year={year}")
    kept = page.locator("#pairs [data-item]:not([hidden])")
    assert 0 < kept.count() < page.locator("#pairs [data-item]").count()
    assert all(year in (pair.get_attribute("data-year") or "").split() for pair in kept.all())


def test_what_was_corrected_since_the_last_visit_is_marked_new(browser: Browser, site: Path, served: str) -> None:
    page = opened(browser).new_page()
    page.goto(f"{served}/corrections.html")
    changes, new = page.locator(".change"), page.locator(".change .badge", has_text="New")
    assert changes.count() > 2 and new.count() == 0  # at the first visit nothing is new
    third = changes.nth(2).get_attribute("data-change")
    page.evaluate(
        "seen => localStorage.setItem(Object.keys(localStorage).find(k => k.startsWith('corr')), seen)", third
    )
    page.goto(f"{served}/index.html")
    assert page.locator("li[data-change] .badge").count() == 2
    page.goto(f"{served}/corrections.html")
    assert new.count() == 2
    page.reload()
    assert new.count() == 0
