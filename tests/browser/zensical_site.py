"""Shows that the rendered tree is a site for Zensical too: builds it there and follows every link.

Zensical is no part of the tests; get it into a folder of its own and name its program:

    python -m venv /tmp/zensical && /tmp/zensical/bin/pip install zensical
    python tests/browser/zensical_site.py /tmp/zensical/bin/zensical
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from test_links import dead, documents

PROJECT = Path(__file__).parents[2]
PARTS = ("sources", "claims", "docs", "mkdocs.yml", "build_dossier.py")


def copied(root: Path) -> None:
    """The dossier's own files, so that the rendered pages do not land among them."""
    for name in PARTS:
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, root / name)
        else:
            shutil.copy(PROJECT / name, root / name)


def main(zensical: str) -> int:
    """Render, build, follow the links; 0 when all lead somewhere."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        copied(root)
        subprocess.run([sys.executable, "build_dossier.py", "-q", "render"], cwd=root, check=True)
        subprocess.run([zensical, "build", "--clean", "--strict"], cwd=root, check=True)
        pages = documents(root / "site")
        found = dead(root / "site", pages)
        links = sum(len(page.links | page.loads) for page in pages.values())
        print(f"{len(pages)} pages, {links} links, {len(found)} of them dead", *found[:20], sep="\n")
        return 1 if found or not pages else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
