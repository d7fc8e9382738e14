"""Where the time goes: each stage, whole commands with and without a cache, and MkDocs on the same pages as Markdown.

    make bench              the dossier here and 500 generated claims
    make bench SIZE=5000    the same with a larger one; 500 beside it gives the exponents of growth

Every figure is the median of rounds taken in turn, each in a process of its own, in seconds of processor time: what
other programs do on the machine counts least there. Figures of one run are comparable with each other only.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generate import Planted, generate
from peers import peers

ROOT = Path(__file__).parents[2]
SMALL = 500
EDITED = ("note", "statement")  # what of one claim is changed: a note is compared with nothing
# In a generated dossier relations grow faster than claims, so what shows both is measured by both as well.
SHOWING = ("render pages", "exports")
ROWS = ("number of claims", "number of relations")
NOT_SECONDS = ("MiB", "number", "share")
T = TypeVar("T")
Figures = dict[str, float]


def stages(root: Path) -> Figures:
    """The pure stages once, on what lies in `root`; nothing is kept from one to the next."""
    from dossier.assemble import read_dossier
    from dossier.checks import check
    from dossier.model import Dossier
    from dossier.reading.drafting import draft
    from dossier.relating.memory import Memory
    from dossier.relating.relate import relate
    from dossier.rendering.render import binaries_of, exports_of, pages_of
    from dossier.store.claims import read_claims
    from dossier.store.sources import read_sources

    seconds: Figures = {}

    def timed(name: str, work: Callable[[], T]) -> T:
        start = spent_here()
        result = work()
        seconds[name] = spent_here() - start
        return result

    def exports(dossier: Dossier) -> int:
        return len(exports_of(dossier)) + len(binaries_of(dossier))

    whole, _ = read_dossier(root)
    timed("read sources", lambda: read_sources(root))
    timed("draft", lambda: [draft(source, whole.codebook) for source in whole.sources])
    timed("read claims", lambda: read_claims(root))
    timed("check", lambda: check(whole, root))
    compared = Memory()
    timed("relate", lambda: relate(whole.claims, whole.codebook, whole.sources, compared))
    timed("render pages", lambda: pages_of(whole))
    timed("exports", lambda: exports(whole))
    seconds["number of pairs compared"] = compared.compared
    seconds["number of claims"], seconds["number of relations"] = len(whole.claims), len(whole.relations)
    return seconds


def saves(root: Path) -> Figures:
    """What an editor waits for under `serve`: built once, then brought up to date after one claim file was saved."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.livereload import LiveReloadServer

    def whole() -> None:
        build(load_config(str(root / "mkdocs.yml"), site_dir=str(root / "served")), serve_url="http://127.0.0.1/")

    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "served"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1/")
    server = LiveReloadServer(whole, "127.0.0.1", 0, str(root / "served"))
    config.plugins.on_serve(server, config=config, builder=whole)
    figures: Figures = {}
    for key in EDITED:
        edit(root, key)
        start = time.process_time()
        server.builder()
        figures[f"under serve, one {key} saved"] = time.process_time() - start
    return figures


def edit(root: Path, key: str) -> None:
    """Change one key of the first claim: its note, by which nothing is compared, or its statement."""
    file = min(p for p in (root / "claims").glob("*/p*.yaml") if p.parent.name != "codebook")
    kept: list[str] = []
    dropping = False
    for line in file.read_text("utf-8").splitlines():
        dropping = line.startswith(f"{key}: ") or (dropping and line.startswith(" "))
        kept += [] if dropping else [line]
    file.write_text("\n".join([*kept, f"{key}: Changed at {time.monotonic_ns()}.", ""]), "utf-8")


@dataclass(frozen=True, slots=True)
class Ran:
    """A finished process: seconds of processor time, and what it said."""

    seconds: float
    output: str


def spent_here() -> float:
    """Processor time of this process and of the children it forked."""
    return time.process_time() + spent()


def spent() -> float:
    """Processor time of all finished child processes so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ran(*command: str, at: Path) -> Ran:
    """Run to the end; a failure ends the measuring."""
    start = spent()
    done = subprocess.run(command, cwd=at, capture_output=True, text=True, check=False)
    seconds = spent() - start
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout[-2000:]}{done.stderr[-3000:]}")
    return Ran(seconds, done.stdout)


def one_round(root: Path, with_peers: bool) -> Figures:
    """Every figure once for one dossier, each in fresh processes."""
    tool = (sys.executable, "build_dossier.py")
    figures: Figures = json.loads(
        ran(sys.executable, __file__, "--stages", str(root), at=root).output.splitlines()[-1]
    )
    shutil.rmtree(root / ".cache", ignore_errors=True)
    figures["build, nothing kept"] = ran(*tool, "build", at=root).seconds
    figures["build, all as it was"] = ran(*tool, "build", at=root).seconds
    for key in EDITED:
        edit(root, key)
        figures[f"build, one {key} changed"] = ran(*tool, "build", at=root).seconds
    figures["check, not told before"] = ran(*tool, "check", at=root).seconds
    figures["check, told before"] = ran(*tool, "check", at=root).seconds
    served = ran(sys.executable, __file__, "--saves", str(root), at=root).output.splitlines()[-1]
    figures |= json.loads(served)
    for name, (command, folder) in (peers(root) if with_peers else {}).items():
        figures[name] = ran(*command, at=folder).seconds
    figures["peak MiB of any of these"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return figures


def prepared(folder: Path, size: int) -> tuple[Path, list[Planted]]:
    """A dossier to measure, drafted, in a folder of its own; size 0 is a copy of the one here."""
    root = folder / str(size)
    planted = generate(root, size) if size else []
    for name in ("docs",) if size else ("docs", "sources", "claims"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("mkdocs.yml", "build_dossier.py"):
        shutil.copy(ROOT / name, root)
    ran(sys.executable, "build_dossier.py", "extract", at=root)
    return root, planted


def recall(root: Path, planted: list[Planted]) -> float:
    """The share of planted contradictions for which the two sources are shown to contradict each other."""
    data = json.loads((root / "site" / "data" / "dossier.json").read_text("utf-8"))
    said = {c["id"]: c["quote"].lower() for c in data["claims"]}
    found = set()
    for relation in data["relations"]:
        if relation["type"] == "contradicts":
            left, right = sorted(relation["between"])
            found |= {(left.split("/")[0], right.split("/")[0], p.thing) for p in planted if p.thing in said[left]}
    return sum((p.left, p.right, p.thing) in found for p in planted) / max(1, len(planted))


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", type=int, default=SMALL)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--stages", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--saves", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.stages or options.saves:
        print(json.dumps(stages(options.stages) if options.stages else saves(options.saves)))
        return
    with tempfile.TemporaryDirectory() as folder:
        sizes = [0, *sorted({SMALL, options.size})]
        dossiers = {size: prepared(Path(folder), size) for size in sizes}
        rounds = [
            {size: one_round(root, size == options.size) for size, (root, _) in dossiers.items()}
            for _ in range(options.rounds)
        ]
        table = {size: middle([r[size] for r in rounds]) for size in sizes}
        for size, (root, planted) in dossiers.items():
            if planted:
                table[size]["share of planted contradictions found"] = recall(root, planted)
    show(table, options.size)


def middle(rounds: list[Figures]) -> Figures:
    """The median of each figure."""
    return {name: statistics.median(r[name] for r in rounds) for name in rounds[0]}


def show(table: dict[int, Figures], size: int) -> None:
    """The table as Markdown, with growth between the generated sizes and ratios to the build."""
    names = list(dict.fromkeys(name for figures in table.values() for name in figures))
    growing = size != SMALL
    heads = [f"{n} generated claims" if n else "the dossier here" for n in table]
    print("| | " + " | ".join(heads) + (" | exponent" if growing else "") + " |")
    print("|---" * (len(heads) + 1 + growing) + "|")
    for name in names:
        cells = [f"{figures[name]:,.2f}" if name in figures else "" for figures in table.values()]
        if growing:
            cells.append(exponent(table, name, size))
        print(f"| {name} | " + " | ".join(cells) + " |")
    largest = table[size]
    build = largest["build, nothing kept"]
    for name in largest:
        if name.startswith(("peer", "build, one", "under serve")):
            print(f"\n{name} : build, nothing kept = {largest[name] / build:.2f}")


def exponent(table: dict[int, Figures], name: str, size: int) -> str:
    """How a figure grows: 1 doubles when the claims double; in brackets, when claims and relations do."""
    small, large = table[SMALL].get(name), table[size].get(name)
    if not small or not large or name.startswith(NOT_SECONDS):
        return ""
    by_claims, by_rows = (
        math.log(large / small) / math.log(sum(table[size][n] for n in rows) / sum(table[SMALL][n] for n in rows))
        for rows in (ROWS[:1], ROWS)
    )
    return f"{by_claims:.2f} ({by_rows:.2f})" if name in SHOWING else f"{by_claims:.2f}"


if __name__ == "__main__":
    main()
