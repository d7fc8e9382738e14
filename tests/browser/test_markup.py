"""Each kind of page is valid HTML, as html-validate sees it; the theme's own habits are left to the theme."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from npmtools import FOLDER, npm_file
from test_browser import kinds

# The theme's own: autocomplete on its switches, an empty tabindex in its drawer, rel=edit on its edit button.
THEIRS = ("valid-autocomplete", "attribute-allowed-values", "attribute-misuse")
RULES = {"extends": ["html-validate:standard"], "root": True, "rules": dict.fromkeys(THEIRS, "off")}


def test_every_kind_of_page_is_valid(site: Path, tmp_path: Path) -> None:
    program = npm_file("html-validate/bin/html-validate.mjs")
    config = tmp_path / "rules.json"
    config.write_text(json.dumps(RULES), "utf-8")
    pages = [str(site / path) for path in kinds(site)]
    report = tmp_path / "report.json"
    command = ["node", str(program), "--config", str(config), "--formatter", f"json={report}", *pages]
    subprocess.run(command, capture_output=True, cwd=FOLDER, check=False)
    found = {
        f"{Path(page['filePath']).name}: {m['ruleId']}: {m['message']}"
        for page in json.loads(report.read_text("utf-8"))
        for m in page["messages"]
    }
    assert sorted(found) == []
