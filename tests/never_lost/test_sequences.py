"""Random histories of people and the tool: what a person wrote stays, what a person deleted stays away."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from runs import runs

from dossier.store.claims import read_claim
from dossier.store.ledger import LEDGER, read_ledger
from never_lost.desk import SENTENCES, Desk, source_of
from never_lost.faults import ERRORS, Fault, die, failing, in_child

# What an engine may find in a sentence: all of it, or its beginning, or its end.
CUTS = (lambda s: s, lambda s: " ".join(s.split()[:3]), lambda s: " ".join(s.split()[2:]))
WHICH = st.integers(0, len(SENTENCES) - 1)
ENGINE = st.dictionaries(WHICH, st.integers(0, 2), max_size=6)
FAULT = st.none() | st.tuples(st.integers(1, 40), st.sampled_from(["die", *ERRORS]), st.booleans())
STEP = st.one_of(
    st.tuples(st.just("extract"), ENGINE, st.sampled_from(["trade", "farming"]), FAULT),
    st.tuples(st.just("extract"), ENGINE, st.just("farming"), st.none()),
    st.tuples(st.just("edit"), WHICH, st.sampled_from([b"# mine\n", b"\r\n", b"note: x\n"])),
    st.tuples(st.just("delete"), WHICH),
    st.tuples(st.just("rename"), WHICH, st.sampled_from(["mine", "other", "p01-harvests-fell-in-all"])),
    st.tuples(st.just("add"), WHICH, st.sampled_from(["own", "p02-the-ministry-expects-a"])),
    st.tuples(st.just("text"), st.permutations(range(len(SENTENCES))), st.integers(2, len(SENTENCES))),
)


class History:
    """What happened so far, as the person remembers it."""

    def __init__(self, root: Path) -> None:
        self.desk = Desk(root, source_of(*SENTENCES))
        self.theirs: dict[str, bytes] = {}
        self.gone: set[str] = set()  # quotes of the tool's drafts that were deleted

    def play(self, step: tuple) -> None:  # type: ignore[type-arg]
        getattr(self, step[0])(*step[1:])
        now = {n: (self.desk.claims / n).read_bytes() for n in self.theirs if (self.desk.claims / n).exists()}
        assert now == self.theirs, "a person's file changed or vanished"

    def extract(self, engine: dict[int, int], theme: str, fault: tuple[int, str, bool] | None) -> None:
        quotes = [q for n, cut in sorted(engine.items()) if (q := CUTS[cut](SENTENCES[n])) in self.desk.source.text]
        if fault:
            at, kind, lasting = fault
            what = die if kind == "die" else failing(ERRORS[kind])

            def work() -> None:
                Fault(at, what, lasting).arm()
                self.desk.save(*quotes, themes=(theme,)) if quotes else None

            in_child(work)
        elif quotes:
            assert not [p for p in self.desk.save(*quotes, themes=(theme,)).problems if p.severity == "error"]
            tree = self.desk.tree()
            self.desk.save(*quotes, themes=(theme,))
            assert self.desk.tree() == tree, "a second run changed something"
            assert not (self.desk.claims / ".pending").exists()
        self.nothing_came_back()

    def nothing_came_back(self) -> None:
        for name in self.names():
            if name not in self.theirs:
                claim, _ = read_claim(self.desk.root, self.desk.claims / name)
                assert claim and claim.quote not in self.gone, f"deleted, and made again: {claim}"

    def names(self) -> list[str]:
        return self.desk.names() if self.desk.claims.exists() else []

    def edit(self, which: int, more: bytes) -> None:
        if names := self.names():
            file = self.desk.claims / names[which % len(names)]
            file.write_bytes(file.read_bytes() + more)
            self.theirs[file.name] = file.read_bytes()

    def delete(self, which: int) -> None:
        if names := self.names():
            name = names[which % len(names)]
            if name not in self.theirs:
                claim, _ = read_claim(self.desk.root, self.desk.claims / name)
                assert claim
                self.gone.add(claim.quote)
            (self.desk.claims / name).unlink()
            self.theirs.pop(name, None)

    def rename(self, which: int, stem: str) -> None:
        new = self.desk.claims / f"{stem}.yaml"
        if (names := self.names()) and not new.exists():
            old = self.desk.claims / names[which % len(names)]
            # A file put back under the very name and bytes the tool gave it is the tool's again.
            ledger, _ = read_ledger(self.desk.root, self.desk.claims)
            if ledger is not None and new.name in ledger:
                return
            old.rename(new)
            self.theirs.pop(old.name, None)
            self.theirs[new.name] = new.read_bytes()

    def add(self, which: int, stem: str) -> None:
        new = self.desk.claims / f"{stem}.yaml"
        if not new.exists():
            new.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(f"quote: >-\n  {SENTENCES[which]}\nstatement: mine\n", "utf-8")
            self.theirs[new.name] = new.read_bytes()

    def text(self, order: list[int], many: int) -> None:
        self.desk.source = source_of(*[SENTENCES[n] for n in order[:many]])


@runs(40)
@given(st.lists(STEP, min_size=3, max_size=14))
def test_in_any_history_what_people_did_stays(steps: list) -> None:  # type: ignore[type-arg]
    with tempfile.TemporaryDirectory() as folder:
        history = History(Path(folder))
        for step in steps:
            history.play(step)


# ---------------------------------------------------------------- branches


def git(root: Path, *words: str) -> int:
    command = ["git", "-c", "user.name=A. Editor", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false"]
    return subprocess.run([*command, *words], cwd=root, capture_output=True, check=False).returncode


EDIT = st.one_of(
    st.tuples(st.just("edit"), WHICH, st.sampled_from([b"# mine\n", b"note: x\n"])),
    st.tuples(st.just("delete"), WHICH),
)
BRANCH = st.tuples(st.lists(EDIT, max_size=3), ENGINE)


@runs(6)
@given(BRANCH, BRANCH, st.sampled_from(["--ours", "--theirs", ""]), ENGINE)
def test_two_branches_merged_in_any_way_lose_nothing(left, right, side: str, engine: dict[int, int]) -> None:  # type: ignore[no-untyped-def]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        base = History(root)
        base.extract(dict.fromkeys(range(6), 0), "trade", None)
        for words in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-qm", "base")):
            assert git(root, *words) == 0
        histories = []
        for name, (edits, found) in (("left", left), ("right", right)):
            git(root, "checkout", "-q", "-b", name, "main")
            history = History(root)
            for step in edits:
                history.play(step)
            history.extract(found, "farming", None)
            git(root, "add", "-A")
            git(root, "commit", "-qm", name)
            histories.append(history)
        git(root, "checkout", "-q", "left")
        if git(root, "merge", "-q", "right", "-m", "both") and side:
            unmerged = subprocess.run(
                ["git", "diff", "--name-only", "--diff-filter=U"],
                cwd=root,
                capture_output=True,
                text=True,
                check=True,
            ).stdout.split()
            for path in unmerged:
                git(root, "checkout", side, "--", path)
        claims = root / "claims/gazette"
        merged = {f.name: f.read_bytes() for f in claims.glob("*.yaml") if f.name != LEDGER}
        drafted = [CUTS[cut](SENTENCES[n]) for n, cut in sorted(engine.items())] or [SENTENCES[0]]
        base.desk.save(*drafted, themes=("milling",))
        for name in {n for history in histories for n in history.theirs} & merged.keys():
            assert (claims / name).read_bytes() == merged[name], "a person's file changed after the merge"
        shutil.rmtree(root / ".git")
