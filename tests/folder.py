"""A dossier's folder to try things in: files written, the real program run, the tree compared."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Folder:
    """A dossier on disk, as an editor has it."""

    root: Path

    def write(self, path: str, text: str) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8"))
        return file

    def read(self, path: str) -> str:
        return (self.root / path).read_bytes().decode("utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        text = self.read(path)
        assert old in text, f"{old!r} is not in {path}:\n{text}"
        self.write(path, text.replace(old, new, 1))

    def delete(self, path: str) -> None:
        (self.root / path).unlink()

    def files(self, pattern: str) -> list[str]:
        """Paths that match, sorted; the ledger left out."""
        found = (p for p in self.root.glob(pattern) if p.is_file() and p.name != "_extracted.yaml")
        return sorted(p.relative_to(self.root).as_posix() for p in found)

    def tree(self, below: str = ".") -> dict[str, bytes]:
        """Every file below, with its bytes."""
        found = (p for p in (self.root / below).rglob("*") if p.is_file())
        return {p.relative_to(self.root).as_posix(): p.read_bytes() for p in sorted(found)}

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """The command line as a person calls it, in this folder."""
        return subprocess.run(
            [sys.executable, str(PROJECT / "build_dossier.py"), *words],
            cwd=self.root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )


WIND = """\
Wind met 35 percent of electricity demand in Ireland in 2023. Onshore wind farms were the largest source.

Wind output in Ireland rose sharply in 2023, according to the grid operator. Will it last?

The price of electricity fell in Ireland in 2023.
"""
CALM = """\
Wind output in Ireland fell in 2023. The grid in Ireland is not ready for more turbines.

Offshore farms should be built soon, the minister said in June 2023.
"""


def wind_dossier(root: Path) -> Folder:
    """A small dossier on wind power: two articles, one theme, one question; no claims yet."""
    made = Folder(root)
    made.write("sources/irish-wind.txt", WIND)
    made.write("sources/calm.txt", CALM)
    for name, title in (("irish-wind", "A windy year"), ("calm", "A calm year")):
        made.write(
            f"sources/{name}.yaml",
            f"title: {title}\npublisher: The Example\nissued: 2024-01\nissued-evidence: printed on the page\n"
            "language: en\nrights:\n  holder: The Example\n  publish: excerpt\n",
        )
    made.write(
        "claims/codebook/themes.yaml",
        "wind-power:\n  title: Wind power\n  words: [wind, wind farm, turbine]\n",
    )
    made.write("claims/codebook/places.yaml", "regions: {}\nnames: {}\n")
    made.write(
        "claims/codebook/questions/output-rising.yaml",
        "question: Is wind output in Ireland rising?\nthemes: [wind-power]\ncountries: [IE]\nabout: [wind]\n"
        "yes: [wind output RISES]\nno: [wind output FALLS]\n",
    )
    for name in ("mkdocs.yml", "build_dossier.py"):
        shutil.copy(PROJECT / name, made.root)
    shutil.copytree(PROJECT / "docs", made.root / "docs")
    return made
