"""axe-core over every kind of page, light and dark, on a screen and on a phone: no fault of WCAG 2.2 A and AA."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from npmtools import npm_file
from playwright.sync_api import Browser
from test_browser import kinds, opened

# Dark and narrow pages differ in colours and sizes only, so there these rules are asked alone.
ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
SEEN = {"type": "rule", "values": ["color-contrast", "link-in-text-block", "target-size"]}
# Folds are opened first, for what they hide is read as well. Of a long list the first entries stand for all of it,
# and each in which something stands that is in none before it.
RUN = """async (runOnly) => {
  const lists = "tbody, details, section, .dossier ul, .dossier ol, .group, #said, #times";
  for (const list of document.querySelectorAll(lists)) {
    const seen = new Set();
    for (const [n, entry] of [...list.children].entries()) {
      const kinds = [entry, ...entry.querySelectorAll("*")].map((e) => `${e.tagName} ${e.getAttribute("class")}`);
      if (n >= 3 && kinds.every((kind) => seen.has(kind))) entry.remove();
      else kinds.forEach((kind) => seen.add(kind));
    }
  }
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const found = await axe.run(document, {runOnly, resultTypes: ["violations"]});
  return found.violations.map((v) => [v.id, v.nodes.length, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200) +
    " " + n.any.map((a) => a.message).join(" ").slice(0, 200))]);
}"""


@pytest.mark.parametrize(
    ("scheme", "width", "rules"), [("light", 1280, ALL), ("dark", 1280, SEEN), ("light", 390, SEEN)]
)
def test_no_page_breaks_a_rule_of_accessibility(
    browser: Browser, site: Path, served: str, scheme: str, width: int, rules: dict[str, Any]
) -> None:
    axe = npm_file("axe-core/axe.min.js").read_text("utf-8")
    context = opened(browser, color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    faults: dict[str, Any] = {}
    for path in (*kinds(site), "404.html"):
        page.goto(f"{served}/{path}")
        page.evaluate(axe)
        found = page.evaluate(RUN, rules)
        if found:
            faults[path] = found
    context.close()
    assert faults == {}
