"""Random histories of a whole dossier with the real reader: articles, codebook, claims and decisions all change."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from folder import wind_dossier
from hypothesis import given
from hypothesis import strategies as st
from runs import runs

from dossier.assemble import extract, read_dossier
from dossier.editing.deciding import decision_on
from dossier.editing.proposing import NoPlace, proposed
from dossier.model import RELATION_TYPES, Decision
from dossier.store.adding import add_claim
from dossier.store.claims import read_claim
from dossier.store.decisions import decide
from dossier.store.ledger import read_ledger
from dossier.store.writing import sha_of
from never_lost.faults import ERRORS, Fault, die, failing, in_child

SENTENCES = (
    "Wind met 35 percent of electricity demand in Ireland in 2023.",
    "Wind output in Ireland rose sharply in 2023, according to the grid operator.",
    "The price of electricity fell in Ireland in 2023.",
    "The grid in Ireland is not ready for more turbines.",
    "Offshore farms should be built soon, the minister said in June 2023.",
    "Turbine makers in Denmark cut 1,200 jobs and moved production abroad.",
)
WORDS = ("[wind, wind farm]", "[turbine]", "[price, grid]")
CUES = ("[wind output RISES]", "[output RISES, wind meets]", "[price FALLS]")
EDITS = (b"# mine\n", b"note: seen\n", b"\r\n", b"speaker: [\n", b"status: rejected\n")
WHICH = st.integers(0, 9)
FAULT = st.none() | st.tuples(st.integers(1, 60), st.sampled_from(["die", *ERRORS]), st.booleans())
STEP = st.one_of(
    st.tuples(st.just("extract"), FAULT),
    st.tuples(
        st.just("article"), st.sampled_from(["calm", "irish-wind"]), st.permutations(SENTENCES), st.integers(1, 6)
    ),
    st.tuples(st.just("codebook"), st.sampled_from(WORDS), st.sampled_from(CUES)),
    st.tuples(st.just("edit"), WHICH, st.sampled_from(EDITS)),
    st.tuples(st.just("delete"), WHICH),
    st.tuples(st.just("rename"), WHICH),
    st.tuples(st.just("propose"), WHICH),
    st.tuples(st.just("judge"), WHICH, WHICH, st.sampled_from(RELATION_TYPES), FAULT),
)  # fmt: skip


class Office:
    """A dossier on which people and the tool work by turns, and what the people remember."""

    def __init__(self, root: Path) -> None:
        self.root = wind_dossier(root).root
        shutil.rmtree(root / "docs")
        self.theirs: dict[Path, bytes] = {}
        self.gone: set[tuple[str, str]] = set()
        self.judged: dict[tuple[str, ...], str] = {}

    def play(self, step: tuple) -> None:  # type: ignore[type-arg]
        getattr(self, step[0])(*step[1:])
        for file, data in self.theirs.items():
            assert file.read_bytes() == data, f"a person's file changed: {file}"
        self.nothing_came_back()
        self.ledger_is_right()

    def files(self) -> list[Path]:
        folders = (f for f in sorted((self.root / "claims").iterdir()) if f.name != "codebook")
        return [f for folder in folders for f in sorted(folder.glob("[a-z]*.yaml"))]

    def nothing_came_back(self) -> None:
        for file in set(self.files()) - self.theirs.keys():
            claim, _ = read_claim(self.root, file)
            assert claim and (claim.source, claim.quote) not in self.gone, f"deleted, and made again: {claim}"

    def ledger_is_right(self) -> None:
        """It never counts a person's file as the tool's own."""
        for file in self.theirs:
            ledger, _ = read_ledger(self.root, file.parent)
            assert ledger is not None
            assert file.name not in ledger or ledger[file.name].sha256 != sha_of(file)

    def extract(self, fault: tuple[int, str, bool] | None) -> None:
        if fault:
            self.cut_off(fault, lambda: extract(self.root))
            return
        before = self.claims()
        if any(p.severity == "error" for p in extract(self.root).problems):
            assert self.claims() == before, "errors stand, and yet something was written"
            return
        after = self.claims()
        assert not [p for p in extract(self.root).problems if p.severity == "error"]
        assert self.claims() == after, "a second run changed something"

    def claims(self) -> dict[Path, bytes]:
        return {f: f.read_bytes() for f in (self.root / "claims").rglob("*") if f.is_file()}

    def cut_off(self, fault: tuple[int, str, bool], work: object) -> None:
        at, kind, lasting = fault

        def armed() -> None:
            Fault(at, die if kind == "die" else failing(ERRORS[kind]), lasting).arm()
            work()  # type: ignore[operator]

        in_child(armed)

    def article(self, source: str, order: list[str], many: int) -> None:
        (self.root / f"sources/{source}.txt").write_text("\n\n".join(order[:many]) + "\n", "utf-8")

    def codebook(self, words: str, cues: str) -> None:
        book = self.root / "claims/codebook"
        (book / "themes.yaml").write_text(f"wind-power:\n  title: Wind power\n  words: {words}\n", "utf-8")
        question = book / "questions/output-rising.yaml"
        lines = question.read_text("utf-8").splitlines(keepends=True)
        question.write_text("".join(f"yes: {cues}\n" if n.startswith("yes:") else n for n in lines), "utf-8")

    def edit(self, which: int, more: bytes) -> None:
        if files := self.files():
            file = files[which % len(files)]
            data = file.read_bytes()
            if more.startswith(b"status"):
                data = data.replace(b"status: draft\n", b"")
            file.write_bytes(data + more)
            self.theirs[file] = file.read_bytes()

    def delete(self, which: int) -> None:
        if files := self.files():
            file = files[which % len(files)]
            if file not in self.theirs:
                claim, _ = read_claim(self.root, file)
                assert claim
                self.gone.add((claim.source, claim.quote))
            file.unlink()
            self.theirs.pop(file, None)

    def rename(self, which: int) -> None:
        if files := self.files():
            old = files[which % len(files)]
            new = old.with_name(f"mine-{len(self.theirs)}.yaml")
            if not new.exists():
                old.rename(new)
                self.theirs.pop(old, None)
                self.theirs[new] = new.read_bytes()

    def propose(self, which: int) -> None:
        try:
            claim = proposed(read_dossier(self.root)[0], "calm", SENTENCES[which % len(SENTENCES)])
        except NoPlace:
            return
        path, problems = add_claim(self.root, claim)
        assert path and not problems
        self.theirs[self.root / path] = (self.root / path).read_bytes()

    def judge(self, one: int, other: int, relation: str, fault: tuple[int, str, bool] | None) -> None:
        dossier, _ = read_dossier(self.root)
        if not dossier.claims:
            return
        ids = tuple(dossier.claims[n % len(dossier.claims)].id for n in (one, other))
        try:
            decision = decision_on(dossier, Decision(ids, relation, f"Reason {one}.", question="output-rising"))
        except LookupError:
            return
        file = self.root / "claims/codebook/questions/output-rising.yaml"
        before = file.read_bytes()
        if fault:
            self.cut_off(fault, lambda: decide(self.root, decision))
            assert file.read_bytes() == before or b"Reason" in file.read_bytes()
        assert decide(self.root, decision) == []
        self.judged[tuple(sorted(ids))] = relation
        now = {
            tuple(sorted(d.pair)): d.relation for d in read_dossier(self.root)[0].question["output-rising"].decisions
        }
        assert now == self.judged, "a decision was lost"


@runs(8)
@given(st.lists(STEP, min_size=4, max_size=10))
def test_in_any_history_of_a_dossier_what_people_did_stays(steps: list) -> None:  # type: ignore[type-arg]
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder) / "wind")
        extract(office.root)
        for step in steps:
            office.play(step)
