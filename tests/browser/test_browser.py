"""The site in a real browser, served and from a folder: it opens, says nothing in the console, asks no one else."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

KINDS = (
    "index.html",
    "questions/index.html",
    "contradictions.html",
    "agreements.html",
    "changes.html",
    "partly-at-odds.html",
    "relations.html",
    "sources/index.html",
    "countries/index.html",
    "themes/index.html",
    "timeline.html",
    "figures.html",
    "speakers.html",
    "claims.html",
    "print.html",
    "downloads.html",
    "method.html",
    "corrections.html",
    "about/licences.html",
)


def kinds(site: Path) -> list[str]:
    """One page of each kind."""
    found = [next(iter(sorted(p for p in (site / folder).glob("*.html") if p.name != "index.html"))).relative_to(site)
             for folder in ("questions", "sources", "countries", "themes")]  # fmt: skip
    return [*KINDS, *(path.as_posix() for path in found)]


@dataclass
class Watched:
    """A page, what it said in the console and whom it asked."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda m: self.said.append(m.text))
        self.page.on("pageerror", lambda e: self.said.append(str(e)))
        self.page.on("dialog", lambda d: (self.said.append(f"dialog: {d.message}"), d.dismiss()))
        self.page.on("request", lambda r: self.asked.append(r.url))

    def outside(self, home: str) -> list[str]:
        return [u for u in self.asked if not u.startswith((home, "data:", "blob:", "about:"))]


def opened(browser: Browser, **options: object) -> BrowserContext:
    context = browser.new_context(**options)  # type: ignore[arg-type]
    context.set_default_timeout(10_000)
    return context


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = opened(browser)
    yield Watched(context.new_page())
    context.close()


@pytest.fixture(params=["served", "file"])
def home(request: pytest.FixtureRequest, site: Path) -> str:
    """Where the site stands: on a server, or in a folder."""
    return str(request.getfixturevalue("served")) if request.param == "served" else site.as_uri()


def test_every_kind_of_page_opens_quietly(watched: Watched, home: str, site: Path) -> None:
    for path in kinds(site):
        watched.page.goto(f"{home}/{path}")
        assert watched.page.locator("h1").count() == 1, path
        assert watched.said == [], path
        assert watched.outside(home) == [], path


def test_no_page_scrolls_sideways_on_a_phone(browser: Browser, site: Path) -> None:
    context = opened(browser, viewport={"width": 390, "height": 844})
    page = context.new_page()
    for path in kinds(site):
        page.goto(f"{site.as_uri()}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
    context.close()


def test_dark_mode_follows_the_system_and_can_be_switched(browser: Browser, site: Path) -> None:
    context = opened(browser, color_scheme="dark")
    page = context.new_page()
    page.goto(f"{site.as_uri()}/index.html")
    body = page.locator("body")
    assert body.get_attribute("data-md-color-scheme") == "slate"
    page.get_by_title("Switch to light").click()
    assert body.get_attribute("data-md-color-scheme") == "default"
    context.close()


def kept(page: Page) -> int:
    """How many rows the filter keeps, shown on this page of the table or a later one."""
    return page.locator("#rows tbody tr:not([data-off])").count()


def test_filters_narrow_the_claims_and_stand_in_the_address(watched: Watched, home: str, site: Path) -> None:
    data = json.loads((site / "data" / "dossier.json").read_text("utf-8"))
    source = data["claims"][0]["source"]
    wanted = [c for c in data["claims"] if c["source"] == source]
    page = watched.page
    page.goto(f"{home}/claims.html")
    page.select_option("select[name=source]", source)
    assert kept(page) == len(wanted)
    assert page.locator(".filters__count").inner_text() == f"{len(wanted)} of {len(data['claims'])}"
    assert f"source={source}" in page.url
    page.goto(page.url)
    assert kept(page) == len(wanted)
    page.locator(".filters button[type=reset]").click()
    page.wait_for_url(lambda url: "?" not in url)  # no script is evaluated: the policy of the page forbids it
    assert kept(page) == len(data["claims"])


def test_two_sources_are_compared_by_the_number_that_leads_there(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(f"{home}/sources/fiia-silvan-2023.html")
    link = page.locator("table.profile td a[href*='type=agrees']").first
    wanted = int(link.inner_text())
    link.click()
    page.locator("#rows[data-ready]").wait_for(state="attached")
    assert kept(page) == wanted


def test_on_a_phone_the_filters_leave_room_for_the_list(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    address = f"{site.as_uri()}/claims.html"
    page.goto(address)
    assert page.locator("form.filters label:visible").count() == 2
    assert page.locator("#rows tbody tr").first.is_visible()
    assert (page.locator("#rows tbody tr").first.bounding_box() or {"y": 844})["y"] < 600
    page.get_by_role("button", name="More filters").click()
    assert page.locator("form.filters label:visible").count() > 4
    page.goto(f"{address}?year=2022")
    assert page.locator("select[name=year]").is_visible()
    page.close()


def test_a_long_table_shows_its_first_rows_and_more_on_demand(watched: Watched, site: Path) -> None:
    data = json.loads((site / "data" / "dossier.json").read_text("utf-8"))
    page = watched.page
    page.goto(f"{site.as_uri()}/claims.html")
    rows = page.locator("#rows tbody tr:visible")
    assert rows.count() == min(100, len(data["claims"]))
    while page.locator(".more-rows").is_visible():
        page.locator(".more-rows").click()
    assert rows.count() == len(data["claims"])


def test_the_download_has_every_row_that_the_filter_keeps(watched: Watched, site: Path) -> None:
    data = json.loads((site / "data" / "dossier.json").read_text("utf-8"))
    page = watched.page
    page.goto(f"{site.as_uri()}/claims.html")
    with page.expect_download() as got:
        page.get_by_role("button", name="Download").click()
    with got.value.path().open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == len(data["claims"]) + 1


def test_words_filter_the_claims(watched: Watched, site: Path) -> None:
    page = watched.page
    page.goto(f"{site.as_uri()}/claims.html?words=zzzz-nothing")
    assert page.locator("#rows tbody tr:visible").count() == 0


def test_a_column_sorts_both_ways(watched: Watched, site: Path) -> None:
    page = watched.page
    page.goto(f"{site.as_uri()}/claims.html")
    cells = page.locator("#rows tbody tr td:nth-child(2)")
    button = page.get_by_role("button", name="Sort by Source")
    button.click()
    up = cells.all_inner_texts()
    button.click()
    assert up == sorted(up, key=str.casefold)
    assert cells.all_inner_texts() == sorted(up, key=str.casefold, reverse=True) or len(set(up)) < 2


def look_for(page: Page, words: str) -> None:
    """Put words into the search, the last letter as a person does, once it is ready."""
    field = page.locator(".md-search__input")
    field.click()
    page.wait_for_timeout(1000)
    field.fill(words[:-1])
    field.press_sequentially(words[-1])
    page.locator(".md-search-result__link").first.wait_for()


def test_search_finds_a_claim_by_its_words(watched: Watched, home: str, site: Path) -> None:
    data = json.loads((site / "data" / "dossier.json").read_text("utf-8"))
    claim = max(data["claims"], key=lambda c: len(c["statement"]))
    path, _, anchor = claim["url"].partition("#")
    page = watched.page
    page.goto(f"{home}/index.html")
    words = sorted((w for w in claim["statement"].split() if w.isalpha()), key=len)[-5:]
    look_for(page, " ".join(words))
    page.locator(f'.md-search-result__link[href$="#{anchor}"][href*="{path}"]').first.wait_for(state="attached")
    assert watched.outside(home) == []
    assert watched.said == []


def test_search_is_of_what_sources_say_and_how_to_mend_it_not_of_the_workshop(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    found = {doc["location"].partition("#")[0] for doc in index["docs"]}
    assert "about/editing.html" in found and "sources/fiia-silvan-2023.html" in found
    assert not found & {f"about/{name}.html" for name in ("architecture", "changelog", "performance", "testing")}
    told = {doc["location"]: (doc["title"], doc["text"]) for doc in index["docs"]}
    assert told["sources/fiia-silvan-2023.html"][0].startswith("FIIA, January 2023: ")
    data = json.loads((site / "data" / "dossier.json").read_text("utf-8"))
    spoken = [claim for claim in data["claims"] if claim["speaker"]]
    assert spoken and all(claim["speaker"] in told[claim["url"]][1] for claim in spoken)


def test_without_scripts_everything_is_there(browser: Browser, site: Path) -> None:
    context = opened(browser, java_script_enabled=False)
    page = context.new_page()
    data = json.loads((site / "data" / "dossier.json").read_text("utf-8"))
    page.goto(f"{site.as_uri()}/claims.html")
    assert page.locator("#rows tbody tr").count() == len(data["claims"])
    assert not page.locator("form.filters").first.is_visible()
    context.close()


def test_the_keyboard_leads_from_home_to_a_quotation_and_its_passage(watched: Watched, site: Path) -> None:
    page = watched.page
    page.goto(f"{site.as_uri()}/index.html")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.glance') && document.activeElement.matches('h3 a')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/questions/*.html#*")
    for _ in range(200):
        page.keyboard.press("Tab")
        if "Open the passage" in page.evaluate("document.activeElement.textContent"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/*.html#*")
    assert page.locator("h3:target").count() == 1


def test_the_first_screen_says_what_it_is_how_large_and_where_sources_part_meet_and_change(
    browser: Browser, site: Path
) -> None:
    context = opened(browser, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{site.as_uri()}/index.html")
    parts = ["h1", ".lead", ".counts", "#agreements", "#agreements + .glance"]
    data = json.loads((site / "data" / "dossier.json").read_text("utf-8"))
    for kind, part in (("contradicts", "#contradictions"), ("updates", "#changes")):
        if any(r["type"] == kind for r in data["relations"]):
            parts += [part, f"{part} + div .glance__side:nth-of-type(2)"]
    for part in parts:
        box = page.locator(part).first.bounding_box()
        assert box and box["y"] + box["height"] <= 900, part
    context.close()


def test_two_clicks_lead_from_home_to_both_quotations_of_any_contradiction_and_one_more_to_the_passage(
    watched: Watched, site: Path
) -> None:
    data = json.loads((site / "data" / "dossier.json").read_text("utf-8"))
    claims = {c["id"]: c for c in data["claims"]}
    page = watched.page
    page.goto(f"{site.as_uri()}/index.html")
    pairs = [r for r in data["relations"] if r["type"] == "contradicts" and r["status"] != "dismissed"]
    way = page.locator(".home a[href='contradictions.html']")
    assert way.count() == bool(pairs)
    if pairs:
        way.click()
    for fold in page.locator("#pairs details.fold--more > summary").all():
        fold.click()
    text = " ".join(page.locator("#pairs").inner_text().split())
    links = {a.get_attribute("href") for a in page.locator("#pairs a").all()}
    for pair in pairs:
        for claim in (claims[i] for i in pair["between"]):
            assert " ".join(claim["quote"].split()) in text
            assert claim["url"] in links


def test_the_matrix_is_sorted_and_narrowed_by_theme_and_country(watched: Watched, site: Path) -> None:
    page = watched.page
    page.goto(f"{site.as_uri()}/questions/index.html")
    rows = page.locator("#matrix tbody tr:visible")
    all_of_them = rows.count()
    for name in ("theme", "country"):
        value = page.locator(f"select[name={name}] option").nth(1).get_attribute("value") or ""
        page.select_option(f"select[name={name}]", value)
        kept = page.locator(f"#matrix tbody tr[data-{name}~='{value}']").count()
        assert rows.count() == kept <= all_of_them
        assert f"{name}={value}" in page.url
        page.locator(".filters button[type=reset]").click()
        page.wait_for_url(lambda url: "?" not in url)  # no script is evaluated: the policy of the page forbids it
    page.get_by_role("button", name="Sort by Question").click()
    asked = page.locator("#matrix tbody tr th").all_inner_texts()
    assert asked == sorted(asked, key=str.casefold)


def test_a_link_that_is_shared_carries_the_page_s_title_and_what_it_says(watched: Watched, site: Path) -> None:
    page = watched.page
    for path in kinds(site):
        page.goto(f"{site.as_uri()}/{path}")
        told = page.locator("meta[property='og:title']").get_attribute("content") or ""
        if not path.endswith("index.html"):
            assert " ".join(told.split()) in " ".join(page.title().split()), path
        assert page.locator("meta[property='og:description']").get_attribute("content"), path
    # The picture needs a whole address, which this site has none of; it lies ready for one.
    assert (site / "assets" / "card.png").read_bytes().startswith(b"\x89PNG")


def test_hostile_text_runs_nothing(browser: Browser, hostile_site: Path) -> None:
    context = opened(browser)
    watched = Watched(context.new_page())
    for file in sorted(set(hostile_site.rglob("*.html")) - {hostile_site / "404.html"}):
        watched.page.goto(file.as_uri())
        assert watched.said == [], file
    watched.page.goto(f"{hostile_site.as_uri()}/index.html")
    look_for(watched.page, "offshore")
    assert watched.outside(hostile_site.as_uri()) == []
    assert watched.said == []
    context.close()


def test_pages_print(browser: Browser, site: Path) -> None:
    context = opened(browser)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/print.html")
    assert page.pdf(format="A4").startswith(b"%PDF")
    context.close()
