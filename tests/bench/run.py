"""Where the time goes: each stage of the line in a fresh process, on the five articles and on a generated dossier.

    make bench              500 claims
    make bench SIZE=5000

Prints seconds and peak memory per stage, the median of three rounds taken in turn. Figures of one run are
comparable with each other; machines are noisy, so figures of different runs are not.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generate import generate

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 3
T = TypeVar("T")


def measure(root: Path) -> dict[str, float]:
    """Run the whole line once on `root`, stage by stage; seconds each, and counts."""
    from dataclasses import replace

    from dossier.checks import check
    from dossier.reading.cleaning import clean
    from dossier.reading.drafting import draft
    from dossier.relating.relate import relate
    from dossier.rendering.render import render
    from dossier.store.claims import read_claims
    from dossier.store.codebook import read_codebook
    from dossier.store.sources import read_sources

    from dossier.assemble import extract, read_dossier
    from dossier.site import build_site

    seconds: dict[str, float] = {}

    def timed(name: str, work: Callable[[], T]) -> T:
        start = time.perf_counter()
        result = work()
        seconds[name] = time.perf_counter() - start
        return result

    raw, _ = timed("read sources", lambda: read_sources(root))
    codebook, _ = timed("read codebook", lambda: read_codebook(root))
    sources = timed("clean", lambda: [replace(s, cleaned=clean(s.original)) for s in raw])
    drafts = timed("draft", lambda: [draft(s, codebook) for s in sources])
    timed("extract (all of the above and the files)", lambda: extract(root))
    timed("read claims", lambda: read_claims(root))
    dossier, problems = timed("read dossier (claims, relations, checks)", lambda: read_dossier(root))
    relations = timed("relate", lambda: relate(dossier.claims, codebook, dossier.sources))
    timed("check", lambda: check(dossier))
    timed("render", lambda: render(dossier))
    failure = timed("build the site (everything, MkDocs included)", lambda: build_site(root))
    assert not failure, failure
    seconds["peak MiB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds["sources"], seconds["claims"] = len(sources), len(dossier.claims)
    seconds["drafted a second"] = sum(map(len, drafts)) / max(seconds["draft"], 1e-9)
    seconds["relations"], seconds["findings"] = len(relations), len(problems)
    return seconds


def fresh(root: Path) -> dict[str, float]:
    """The same in a process of its own, so that memory and caches are its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--only", str(root)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr[-3000:])
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer


def dossiers(folder: Path, size: int) -> dict[str, Path]:
    """The dossiers measured, each a copy that may be written to."""
    own, made = folder / "own", folder / "made"
    for name in ("sources", "claims", "docs"):
        shutil.copytree(ROOT / name, own / name)
    generate(made, size)
    shutil.copytree(ROOT / "docs", made / "docs")
    for root in (own, made):
        shutil.copy(ROOT / "mkdocs.yml", root)
        shutil.copy(ROOT / "build_dossier.py", root)
    return {"the dossier here": own, f"generated, {size} claims": made}


def main() -> None:
    """Measure both dossiers in turn and print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", type=int, default=500)
    parser.add_argument("--only", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        print(json.dumps(measure(options.only)))
        return
    with tempfile.TemporaryDirectory() as folder:
        roots = dossiers(Path(folder), options.size)
        rounds = [{name: fresh(root) for name, root in roots.items()} for _ in range(ROUNDS)]
        print(f"{'stage':48}" + "".join(f"{name:>28}" for name in roots))
        for stage in rounds[0][next(iter(roots))]:
            middle = [statistics.median(r[name][stage] for r in rounds) for name in roots]
            print(f"{stage:48}" + "".join(f"{value:28,.3f}" for value in middle))


if __name__ == "__main__":
    main()
