"""Coverage-guided fuzzing of the readers in targets.py: `make fuzz`, or `python tests/fuzz/run.py yaml --runs 9000`.

Each target runs in a process of its own and ends at the first crash, traceback or input that takes too long; that
input is then kept in .cache/fuzz/. What was learnt (inputs that reach new lines) is kept there too for next time.
Needs the extra `fuzz` (atheris, Linux).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
KEPT = ROOT / ".cache" / "fuzz"
SECONDS_FOR_ONE = 20  # far more than any of these short inputs may take, however busy the machine


def fuzz(name: str, options: list[str]) -> None:
    """Run one target in this process; the fuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=["dossier"]):
        from fuzz.targets import TARGETS, seeds
    TARGETS[name](seeds()[name][0])  # word lists and dictionaries are loaded once, and are no input's slowness
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()


def prepared(name: str) -> list[str]:
    """The fuzzer's options: where it begins, which words it may try, where it leaves what it finds."""
    from fuzz.targets import SCRIPT, seeds
    from fuzz.test_readers import STUMBLING, YAML_PIECES

    corpus = KEPT / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()[name]):
        (corpus / f"seed-{number}").write_bytes(seed)
    words = sorted({*STUMBLING.split(), *YAML_PIECES, SCRIPT})
    entries = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words)
    (KEPT / "words.dict").write_text("".join(f'"{entry}"\n' for entry in entries), "utf-8")
    return [f"-dict={KEPT / 'words.dict'}", f"-artifact_prefix={KEPT}/{name}-", f"-timeout={SECONDS_FOR_ONE}",
            "-max_len=1500", "-rss_limit_mb=3000", "-print_final_stats=1", "-verbosity=0", str(corpus)]  # fmt: skip


def main() -> int:
    """Run the targets named, or all; 1 when one of them broke."""
    if sys.argv[1:2] == ["--only"]:  # in the target's own process, where nothing of ours may be loaded yet
        fuzz(sys.argv[2], sys.argv[3:])
    from fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}; by default all")
    parser.add_argument("--runs", type=int, default=20_000, help="inputs for each target (default 20000)")
    given = parser.parse_args()
    broken = []
    for name in given.targets or TARGETS:
        began = time.monotonic()
        command = [sys.executable, __file__, "--only", name, *prepared(name), f"-runs={given.runs}"]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        tries = [line.split()[-1] for line in done.stderr.splitlines() if "number_of_executed_units" in line]
        took = time.monotonic() - began
        how = f"BROKEN, status {done.returncode}" if done.returncode else "fine"  # -9: ended from outside
        print(f"{name:10} {tries[0] if tries else '?':>8} inputs {took:6.0f} s  {how}", flush=True)
        if done.returncode:
            broken.append(name)
            told = [line for line in done.stderr.splitlines() if not line.startswith("INFO: Instrumenting")]
            print(*told[-60:], sep="\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]  # this tree, wherever another is installed
    sys.exit(main())
