"""Every command that writes, cut off or hindered at its n-th call that touches the disk.

`make faults` tries every call with every fault; here each command is hindered at some calls, in turn by each fault.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from folder import Folder, wind_dossier
from runs import MORE

from dossier.cli import main
from never_lost.faults import ERRORS, Fault, die, failing, in_child, telling

KINDS = [("die", False), *((name, lasting) for name in ERRORS for lasting in (False, True))]
# In `make test` one of so many calls is tried, of the other commands one of four.
OFTEN = {"extract": 14, "render": 20, "schema": 6, "check": 16, "rename an article": 6}
CRASHED, NO_MORE = 70, 71
CALLS = ".calls"
ROSE, FELL, PRICE = "irish-wind/p02-rose", "calm/p01-fell", "irish-wind/p03-price"
BOTH = "twofold/p01-both"
QUESTION = "claims/codebook/questions/output-rising.yaml"
ON = ("--by", "A. Editor", "--on", "2024-05-28")
COMMANDS: dict[str, tuple[str, ...]] = {
    "extract": ("extract", "--jobs", "1"),
    "decide": ("decide", ROSE, FELL, "--as", "dismissed", "--because", "Other grids.", *ON),
    "decide a list": ("decide", "--file", "pairs.yaml", *ON),
    "decide --still-holds": ("decide", ROSE, "--still-holds"),
    "new claim": ("new", "claim", "calm", "--quote", "The grid in Ireland is not ready"),
    "split": ("split", BOTH, "--quote", "imports of gas fell", "--move", "output-rising"),
    "rename": ("rename", ROSE, "irish-wind/p02-output"),
    "rename an article": ("rename", "irish-wind", "windy"),
    "suggest": ("suggest", "--write", "SUGGESTED"),
    "schema": ("schema",),
    "render": ("render", "--to", "pages"),
    "check": ("check",),
}  # fmt: skip
ONCE = {"new claim", "split", "suggest"}  # done a second time they do more, or say that it is done


def claim(quote: str, question: str = "output-rising", stance: str = "yes") -> str:
    return f"# mine\nquote: >-\n  {quote}\nstatement: {quote}.\ncountries: [IE]\npositions:\n  {question}: {stance}\n"


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A dossier in which every command has something to do, after a first `check`."""
    made = wind_dossier(tmp_path_factory.mktemp("ready") / "wind")
    shutil.rmtree(made.root / "docs")
    made.write("sources/twofold.txt", "Wind output in Ireland rose in 2023, and imports of gas fell.\n")
    made.write("sources/twofold.yaml", "title: Two things\nissued: 2024-01\n")
    made.write("claims/twofold/p01-both.yaml", claim("Wind output in Ireland rose in 2023, and imports of gas fell"))
    made.write(f"claims/{ROSE}.yaml", claim("Wind output in Ireland rose sharply in 2023"))
    made.write(f"claims/{FELL}.yaml", claim("Wind output in Ireland fell in 2023", stance="no"))
    made.write(f"claims/{PRICE}.yaml", claim("The price of electricity fell in Ireland in 2023", "price-falling"))
    for source, said in (
        ("post", "Harvests in the highlands fell sharply"),
        ("daily", "Harvests in the highlands are growing again"),
    ):
        made.write(f"sources/{source}.txt", f"{said}.\n")
        made.write(f"sources/{source}.yaml", "title: On harvests\nissued: 2024-01\n")
        made.write(f"claims/{source}/p01-harvests.yaml", f"quote: >-\n  {said}\nstatement: {said}.\n")
    judged = f"decisions:\n  - pair: [{ROSE}, {BOTH}]\n    relation: agrees\n    because: Both say so.\n"
    made.write(QUESTION, f"{made.read(QUESTION)}summary: It rose [{ROSE}], it rose twice [{BOTH}].\n{judged}")
    other = judged.replace(BOTH, FELL).replace("agrees", "dismissed")
    made.write("claims/codebook/questions/price-falling.yaml", f"question: Is the price falling?\n{other}")
    pairs = "".join(
        f"  - pair: [{a}, {b}]\n    question: {q}\n    relation: dismissed\n    because: Other matters.\n"
        for a, b, q in ((FELL, BOTH, "output-rising"), (ROSE, PRICE, "price-falling"))
    )
    made.write("pairs.yaml", f"decisions:\n{pairs}")
    COMMANDS["suggest"] = ("suggest", "--write", suggested(made))
    warm = Folder(Path(shutil.copytree(made.root, tmp_path_factory.mktemp("warm") / "wind")))
    with contextlib.chdir(warm.root):
        for words in COMMANDS.values():  # what the program loads is loaded before the first process is made
            CliRunner().invoke(main, ["--root", str(warm.root), *words])
    return made


def typed(root: Path, words: tuple[str, ...], fault: Fault | None = None) -> int:
    """The command in a process of its own, its status, or NO_MORE where no fault came; its calls go into CALLS."""

    def work() -> int:
        out = os.open(os.devnull, os.O_WRONLY)
        os.dup2(out, 1)
        os.dup2(out, 2)
        os.chdir(root)
        if fault:
            fault.arm(streams=True)
        try:
            main(["--root", str(root), *words])
            status = 0
        except SystemExit as ended:
            status = int(ended.code or 0)
        except BaseException:
            return CRASHED
        if fault and not fault.at:
            (root / CALLS).write_text("\n".join(fault.calls), "utf-8")
        return NO_MORE if fault and fault.seen < fault.at else status

    return in_child(work)


def put_back(folder: Folder, before: dict[str, bytes]) -> None:
    """The files as they were; only what differs is written."""
    now = folder.tree()
    for path in now.keys() - before.keys():
        (folder.root / path).unlink()
    for path, data in before.items():
        if now.get(path) != data:
            (folder.root / path).parent.mkdir(parents=True, exist_ok=True)
            (folder.root / path).write_bytes(data)
    for pending in folder.root.glob("claims/*/.pending"):
        pending.rmdir()


def digest(root: Path) -> bytes:
    """One number for all files and folders, the hidden ones too."""
    all_of_it = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        data = path.read_bytes() if path.is_file() else b"folder"
        all_of_it.update(f"{path}\0{len(data)}\0".encode() + data)
    return all_of_it.digest()


def seen(tree: dict[str, bytes]) -> dict[str, bytes]:
    """What people and the next run look at: no hidden files, nothing that is only kept to be faster."""
    return {path: data for path, data in tree.items() if not re.search(r"(^|/)\.", path)}


def faults(name: str, calls: list[int]) -> Iterator[tuple[int, str, bool]]:
    """Calls and what happens there: every fault in turn, or every fault at every call."""
    if MORE > 1:
        yield from ((at, *kind) for at in calls for kind in KINDS)
        return
    for number, at in enumerate(calls[:: OFTEN.get(name, 4)]):
        yield (at, *KINDS[number % len(KINDS)])


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_is_hindered_harms_nothing(ready: Folder, tmp_path: Path, name: str) -> None:
    folder = Folder(Path(shutil.copytree(ready.root, tmp_path / "wind")))
    words = COMMANDS[name]
    assert typed(folder.root, ("check",)) in (0, 1)  # what is kept from run to run is there
    if name == "check":  # which writes only what is kept from run to run
        shutil.rmtree(folder.root / ".cache")
    before = folder.tree()
    assert typed(folder.root, words, Fault(0, die)) == 0 or name == "check"
    calls = telling((folder.root / CALLS).read_text("utf-8").splitlines())
    after = seen(folder.tree())
    assert after != seen(before) or name == "check"
    points = 0
    ended: set[bytes] = set()  # what was left behind and ended well: the next run sees nothing but these files
    for at, kind, lasting in faults(name, calls):
        put_back(folder, before)
        what = f"{kind}{' from' if lasting else ' at'} call {at} on"
        status = typed(folder.root, words, Fault(at, die if kind == "die" else failing(ERRORS[kind]), lasting))
        if status == NO_MORE:
            break
        points += 1
        assert status == (-9 if kind == "die" else status) and status != CRASHED, f"{what}: it crashed"
        now = seen(folder.tree())
        for path in now.keys() | before.keys() & after.keys():
            assert now.get(path) in (before.get(path), after.get(path)), f"{what}: {path} is neither old nor new"
        left = digest(folder.root)
        if left in ended:
            continue
        again = typed(folder.root, words)
        assert again != CRASHED
        assert not list(folder.root.glob("[!.]*/**/.*.tmp")), f"{what}: a file half written stays for ever"
        if name not in ONCE:
            assert seen(folder.tree()) == after, f"{what}: the next run does not end the work"
        ended.add(left)
    assert points
    print(f"{name}: {points} faults")


def suggested(folder: Folder) -> str:
    """A question the program proposes."""
    told = CliRunner().invoke(main, ["--root", str(folder.root), "suggest"]).output
    return re.findall(r"^# claims/codebook/questions/(.+)\.yaml$", told, re.MULTILINE)[0]


def test_two_people_who_decide_at_once_lose_no_decision(ready: Folder, tmp_path: Path) -> None:
    folder = Folder(Path(shutil.copytree(ready.root, tmp_path / "wind")))
    pairs = [(ROSE, FELL), (FELL, BOTH), (PRICE, BOTH), (FELL, PRICE)]
    children = []
    for number, pair in enumerate(pairs):
        child = os.fork()
        if child == 0:
            words = (
                "decide",
                *pair,
                "--question",
                "output-rising",
                "--as",
                "dismissed",
                "--because",
                f"Reason {number}.",
            )
            os._exit(typed(folder.root, words))
        children.append(child)
    ended = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert 0 in ended and set(ended) <= {0, 1}
    text = folder.read(QUESTION)
    assert [n for n in range(4) if f"Reason {n}." in text] == [n for n, status in enumerate(ended) if status == 0]
    assert "Both say so." in text
