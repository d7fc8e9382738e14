"""Who would rather tell than edit finds GitHub's forms on the site, filled in as far as the site knows."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from folder import PROJECT, wind_dossier

from dossier.assemble import read_dossier
from dossier.rendering.render import pages_of
from dossier.rendering.view import SiteOptions

FORMS = {
    file.name: {item["id"] for item in yaml.safe_load(file.read_text("utf-8"))["body"] if "id" in item}
    for file in (PROJECT / ".github/ISSUE_TEMPLATE").glob("*.yml")
    if file.name != "config.yml"
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = wind_dossier(tmp_path_factory.mktemp("forms") / "wind")
    assert folder.run("extract").returncode == 0
    dossier, _ = read_dossier(folder.root)
    options = SiteOptions(edit="https://github.com/a/b/edit/main", report="https://github.com/a/b/issues/new")
    return {page.path: page.html for page in pages_of(dossier, options)}


def forms(html: str) -> list[dict[str, list[str]]]:
    links = re.findall(r'href="(https://github\.com/a/b/issues/new[^"]*)"', html)
    return [parse_qs(urlsplit(unescape(link)).query) for link in links]


def test_every_link_names_a_form_and_only_fields_it_has(pages: dict[str, str]) -> None:
    found = [form for html in pages.values() for form in forms(html)]
    assert {form["template"][0] for form in found} == FORMS.keys()
    for form in found:
        assert form.keys() - {"template"} <= FORMS[form["template"][0]]


def test_a_source_page_proposes_a_claim_from_that_source(pages: dict[str, str]) -> None:
    assert {"template": ["propose-claim.yml"], "source": ["calm"]} in forms(pages["sources/calm.html"])


def test_a_pair_is_disputed_in_a_form_that_names_both_claims(pages: dict[str, str]) -> None:
    pair = "calm/p01-wind-output-fell-2023 and irish-wind/p02-wind-output-rose-sharply"
    for page in ("questions/output-rising.html", "contradictions.html"):
        assert {"template": ["wrong-pair.yml"], "pair": [pair]} in forms(pages[page])


def test_the_lines_that_judge_a_pair_lack_only_the_reason(tmp_path: Path) -> None:
    folder = wind_dossier(tmp_path / "wind")
    assert folder.run("extract").returncode == 0
    dossier, _ = read_dossier(folder.root)
    page = next(p.html for p in pages_of(dossier, SiteOptions()) if p.path == "questions/output-rising.html")
    lines = [unescape(found) for found in re.findall(r"<pre>(.*?)</pre>", page, re.DOTALL)]
    file = "claims/codebook/questions/output-rising.yaml"
    folder.write(file, folder.read(file) + lines[0])
    told = [line for line in folder.run("check").stdout.splitlines() if line.startswith("claims/codebook")]
    assert len(told) == 1 and told[0].endswith("error: 'decisions' has no 'because' [missing-key]")
    folder.edit(file, "because:", "because: They measure different seas.")
    assert "claims/codebook" not in folder.run("check").stdout
    assert read_dossier(folder.root)[0].relations[0].status == "dismissed"


def test_without_a_place_for_issues_there_is_no_such_link(tmp_path: Path) -> None:
    folder = wind_dossier(tmp_path / "wind")
    dossier, _ = read_dossier(folder.root)
    html = "".join(page.html for page in pages_of(dossier, SiteOptions()))
    assert "Propose a source" not in html and "Report a mistake" not in html and "Dispute" not in html
