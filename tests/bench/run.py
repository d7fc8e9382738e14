"""Where the time goes: each stage, whole commands with and without a cache, and MkDocs on the same pages as Markdown.

    make bench              the dossier here and 500 generated claims
    make bench SIZE=5000    the same with a larger one; 500 beside it gives the exponents of growth

Every figure is the median of rounds taken in turn, each in a process of its own, in seconds of processor time: what
other programs do on the machine counts least there. Figures of one run are comparable with each other only.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generate import Planted, generate, made_of
from peers import peers
from report import CLOCK, LARGE, SMALL, Figures, aims, figures

ROOT = Path(__file__).parents[2]
EDITED = ("note", "statement")  # what of one claim is changed: a note is compared with nothing
MARKS = "<!-- measured -->", "<!-- end of what was measured -->"
T = TypeVar("T")


def stages(root: Path) -> Figures:
    """The pure stages once, on what lies in `root`; nothing is kept from one to the next."""
    from dossier.assemble import read_dossier
    from dossier.checks import check
    from dossier.collecting import uncollected
    from dossier.model import Dossier
    from dossier.reading.drafting import draft
    from dossier.relating.many.memory import Memory
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

    timed("read sources", lambda: read_sources(root))
    timed("read claims", lambda: read_claims(root))  # first: a process takes a file apart once
    whole, _ = read_dossier(root)
    with uncollected():  # as `extract` drafts
        timed("draft", lambda: [draft(source, whole.codebook) for source in whole.sources])
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

    from dossier.publishing.awake import LOOKING

    def whole() -> None:
        build(load_config(str(root / "mkdocs.yml"), site_dir=str(root / "served")), serve_url="http://127.0.0.1/")

    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "served"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1/")
    server = LiveReloadServer(whole, "127.0.0.1", 0, str(root / "served"))
    start = time.process_time()
    config.plugins.on_serve(server, config=config, builder=whole)
    for thread in threading.enumerate():  # nobody saves within a second of the start
        if thread is not threading.current_thread() and thread.name != LOOKING:
            thread.join()
    found: Figures = {"under serve, made ready before the first save": time.process_time() - start}
    app = server.get_app()
    assert app
    for key in EDITED:
        edit(root, key)
        start, begun = time.process_time(), time.monotonic()
        server.builder()
        saved = f"under serve, one {key} saved"
        found |= {saved: time.process_time() - start, saved + CLOCK: time.monotonic() - begun}
        list(app({"PATH_INFO": "/index.html"}, lambda status, headers: print))  # lists are written when it answers
        found |= {f"{saved}, lists and data too": time.process_time() - start}
        found |= {f"{saved}, lists and data too{CLOCK}": time.monotonic() - begun}
    return found


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
    """A finished process: seconds of processor time and by the clock, and what it said."""

    seconds: float
    clock: float
    output: str

    def told(self, name: str) -> Figures:
        """Both figures under their name."""
        return {name: self.seconds, name + CLOCK: self.clock}


def spent_here() -> float:
    """Processor time of this process and of the children it forked."""
    return time.process_time() + spent()


def spent() -> float:
    """Processor time of all finished child processes so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ran(*command: str, at: Path) -> Ran:
    """Run to the end; a failure ends the measuring."""
    start, begun = spent(), time.monotonic()
    # As on an editor's machine, Python keeps what it compiled.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, cwd=at, env=env, capture_output=True, text=True, check=False)
    seconds, clock = spent() - start, time.monotonic() - begun
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout[-2000:]}{done.stderr[-3000:]}")
    return Ran(seconds, clock, done.stdout)


def one_round(root: Path, with_peers: bool) -> Figures:
    """Every figure once for one dossier, each in fresh processes."""
    tool = (sys.executable, "build_dossier.py")
    found: Figures = json.loads(ran(sys.executable, __file__, "--stages", str(root), at=root).output.splitlines()[-1])
    shutil.rmtree(root / ".cache", ignore_errors=True)
    found |= ran(*tool, "build", at=root).told("build, nothing kept")
    found |= ran(*tool, "build", at=root).told("build, all as it was")
    for key in EDITED:
        edit(root, key)
        found |= ran(*tool, "build", at=root).told(f"build, one {key} changed")
    found |= ran(*tool, "check", at=root).told("check, not told before")
    found |= ran(*tool, "check", at=root).told("check, told before")
    served = ran(sys.executable, __file__, "--saves", str(root), at=root).output.splitlines()[-1]
    found |= json.loads(served)
    for name, (command, folder) in (peers(root) if with_peers else {}).items():
        found |= ran(*command, at=folder).told(name)
    found["peak MiB of any of these"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return found


def relating(root: Path) -> Figures:
    """Relating alone, of many claims, on all processors."""
    from dossier.assemble import _read_claims
    from dossier.relating.relate import relate
    from dossier.store.cache import Cache

    plain, _ = _read_claims(root, Cache())
    start, begun = spent_here(), time.monotonic()
    relate(plain.claims, plain.codebook, plain.sources)
    name = f"relating {LARGE:,} claims with 200 questions"
    return {name: spent_here() - start, name + CLOCK: time.monotonic() - begun}


def prepared(folder: Path, size: int, questions: int = 20) -> tuple[Path, list[Planted]]:
    """A dossier to measure, drafted, in a folder of its own; size 0 is a copy of the one here."""
    root = folder / str(size)
    planted = generate(root, size, questions=questions) if size else []
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


def precision(root: Path) -> float:
    """The share of contradictions shown whose two sentences were made of one thing, one country and one year."""
    data = json.loads((root / "site" / "data" / "dossier.json").read_text("utf-8"))
    said = {c["id"]: made_of(c["quote"]) for c in data["claims"]}
    pairs = [relation["between"] for relation in data["relations"] if relation["type"] == "contradicts"]
    return sum(said[left] == said[right] for left, right in pairs) / max(1, len(pairs))


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", type=int, default=SMALL)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--relate", action="store_true", help=f"relate {LARGE:,} claims as well: some minutes more")
    parser.add_argument("--into", type=Path, help="a document that gets the tables, between its two marks")
    parser.add_argument("--stages", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--saves", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--relating", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.stages or options.saves:
        print(json.dumps(stages(options.stages) if options.stages else saves(options.saves)))
        return
    if options.relating:
        print(json.dumps(relating(options.relating)))
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
                table[size]["share of contradictions shown that hold"] = precision(root)
        if options.relate:
            large, _ = prepared(Path(folder), LARGE, 200)
            done = ran(sys.executable, __file__, "--relating", str(large), at=large)
            table[options.size] |= json.loads(done.output.splitlines()[-1])
    text = f"{aims(table, options.size)}\n\n{figures(table, options.size)}"
    print(text)
    if options.into:
        written(text, options.into)


def middle(rounds: list[Figures]) -> Figures:
    """The median of each figure."""
    return {name: statistics.median(r[name] for r in rounds) for name in rounds[0]}


def written(text: str, file: Path) -> None:
    """Put the tables into a document, between two lines that mark their place."""
    before, begin, rest = file.read_text("utf-8").partition(f"{MARKS[0]}\n")
    _, end, after = rest.partition(MARKS[1])
    if not (begin and end):
        raise SystemExit(f"{file} has no lines {MARKS[0]} and {MARKS[1]} between which the tables could stand")
    file.write_text(f"{before}{begin}\n{text}\n\n{end}{after}", "utf-8")


if __name__ == "__main__":
    main()
