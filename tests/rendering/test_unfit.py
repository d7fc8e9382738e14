"""Templates that do not fit the program: one message with the template, its line and what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import wind

from dossier.rendering.render import pages_of
from dossier.rendering.unfit import Unfit
from dossier.rendering.view import TEMPLATES, SiteOptions

HOME = "docs/templates/pages/home.html"
# what stands in the second line of the template for the home page -> what is told
OLDER = {
    b"{{ view.stances_of_old }}": f"{HOME}:2:1: error: this template does not fit the program: ",
    b"{{ no_longer_there(view) }}": f"{HOME}:2:1: error: this template does not fit the program: 'no_longer_there'",
    b"{{ passage(1, 2, 3, 4) }}": f"{HOME}:2:1: error: this template does not fit the program: passage() takes",
    b"{{ pieces.met(view, 3) }}": f"{HOME}:2:1: error: this template does not fit the program: 'int' object has no",
    b"{% nothing %}": f"{HOME}:2:1: error: this template does not fit the program: Encountered unknown tag",
    b"caf\xe9": f"{HOME}:2:1: error: this template does not fit the program: ",
    b"{% include 'gone.html' %}": "docs/templates/pages/gone.html:1:1: error: this template is missing",
}


@pytest.mark.parametrize("line, told", OLDER.items(), ids=map(str, OLDER))
def test_a_template_of_another_version_is_named(tmp_path: Path, line: bytes, told: str) -> None:
    own = Path(shutil.copytree(TEMPLATES, tmp_path / "docs" / "templates" / "pages"))
    (own / "home.html").write_bytes(b"\n" + line + b"\n" + (own / "home.html").read_bytes())
    with pytest.raises(Unfit) as stopped:
        pages_of(wind.DOSSIER, SiteOptions(templates=own))
    assert str(stopped.value).startswith(told)
    assert "copy docs/templates/ of the program" in str(stopped.value)


def test_a_mistake_of_the_program_is_no_fault_of_the_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> str:
        raise TypeError("a mistake of ours")

    monkeypatch.setattr("dossier.rendering.pieces.closed", broken)
    with pytest.raises(TypeError, match="a mistake of ours"):
        pages_of(wind.DOSSIER)
