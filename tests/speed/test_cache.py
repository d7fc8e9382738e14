"""What was kept changes how long a run takes, and nothing in what it makes."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from test_stamping import PROJECT

from dossier.assemble import extract, read_dossier
from dossier.model import Claim, Cleaned, Dossier, Edit, Relation
from dossier.model.plain import plain as tuples
from dossier.problems import Problem
from dossier.relating.comparisons.opinion import Setting
from dossier.relating.many.memory import Memory
from dossier.store import claims, files
from dossier.store.cache import FOLDER, Cache, _held, open_cache
from dossier.store.records import Misfit, from_json, to_json

SHORT = ("different-truths-2025", "kurbanovmurad-2024")  # two articles that meet each other


def short_dossier(root: Path) -> Path:
    """Two of the project's own articles with their claims, and the codebook."""
    (root / "sources").mkdir(parents=True)
    for name in SHORT:
        shutil.copytree(PROJECT / "claims" / name, root / "claims" / name)
        for file in (PROJECT / "sources").glob(f"{name}.*"):
            shutil.copy(file, root / "sources")
    shutil.copytree(PROJECT / "claims" / "codebook", root / "claims" / "codebook")
    return root


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The short dossier with all that is kept of it."""
    root = short_dossier(tmp_path_factory.mktemp("filled"))
    read_dossier(root)
    return root


@pytest.fixture
def root(tmp_path: Path, filled: Path) -> Path:
    """The same for one test alone."""
    return Path(shutil.copytree(filled, tmp_path, dirs_exist_ok=True))


def entries(root: Path) -> list[Path]:
    return sorted(p for p in (root / FOLDER).rglob("*") if p.is_file())


def keep_nothing(root: Path) -> None:
    """Neither on disk nor in this process."""
    shutil.rmtree(root / FOLDER)
    _held.clear()


def delete(files: list[Path]) -> None:
    for file in files[::2]:
        file.unlink()


def cut_off(files: list[Path]) -> None:
    for file in files:
        file.write_bytes(file.read_bytes()[: len(file.read_bytes()) // 2])


def change_a_letter(files: list[Path]) -> None:
    for file in files:
        data = file.read_bytes()
        file.write_bytes(data[:-9] + b"X" + data[-8:])


def swap(files: list[Path]) -> None:
    for a, b in pairwise(files):
        first, second = a.read_bytes(), b.read_bytes()
        a.write_bytes(second)
        b.write_bytes(first)


def fill_with_rubbish(files: list[Path]) -> None:
    for file in files:
        file.write_bytes(b"\x80\x04\x95 rubbish \xff\n" * 40)


def put_folders(files: list[Path]) -> None:
    for file in files:
        file.unlink()
        file.mkdir()


def make_unreadable(files: list[Path]) -> None:
    for file in files:
        file.chmod(0)


def put_pipes(files: list[Path]) -> None:
    for file in files:
        file.unlink()
        os.mkfifo(file)


DAMAGES = (put_pipes, delete, cut_off, change_a_letter, swap, fill_with_rubbish, put_folders, make_unreadable)


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The dossier worked out where nothing was kept."""
    root = short_dossier(tmp_path_factory.mktemp("plain"))
    (root / ".cache").write_text("no folder here\n", "utf-8")
    dossier = read_dossier(root)[0]
    assert dossier.relations
    return dossier


def test_what_is_kept_gives_what_nothing_kept_gives(root: Path, plain: Dossier) -> None:
    assert read_dossier(root)[0] == plain


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda d: d.__name__)
def test_a_damaged_or_foreign_cache_is_as_good_as_none(
    root: Path, plain: Dossier, damage: Callable[[list[Path]], None]
) -> None:
    assert entries(root)
    damage(entries(root))
    assert read_dossier(root)[0] == plain


def test_what_was_kept_is_found_again(root: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in entries(root)}
    read_dossier(root)
    assert {file: file.stat().st_mtime_ns for file in entries(root)} == before


def test_a_new_command_looks_only_at_one_changed_claim_and_what_it_may_meet(root: Path, plain: Dossier) -> None:
    met = [root / "claims" / f"{claim}.yaml" for r in plain.relations for claim in r.between]
    file = next(f for f in met if "note:" not in f.read_text("utf-8"))
    told = file.read_text("utf-8")
    noted, changed, afresh = Memory(), Memory(), Memory()
    file.write_text(told + "note: Looked at again\n", "utf-8")
    assert read_dossier(root, noted)[0] != plain
    assert noted.compared == 0
    file.write_text(re.sub("^statement: .*", "statement: Said in other words.", told, flags=re.MULTILINE), "utf-8")
    dossier, _ = read_dossier(root, changed)
    file.write_text(told, "utf-8")
    _held.clear()
    assert read_dossier(root)[0] == plain, "the edit was taken back"
    file.write_text(re.sub("^statement: .*", "statement: Said in other words.", told, flags=re.MULTILINE), "utf-8")
    keep_nothing(root)
    assert read_dossier(root, afresh)[0] == dossier
    assert 0 < changed.compared < afresh.compared / 4
    assert changed.apart == 1, "only the changed claim is taken apart,"
    assert afresh.apart == sum(c.status != "rejected" for c in dossier.claims), (
        "and all of them where nothing is kept"
    )


def test_another_day_of_publication_counts_for_pairs_that_were_kept(root: Path) -> None:
    for meta in sorted((root / "sources").glob("*.yaml")):
        told = meta.read_text("utf-8")
        later = re.sub("^issued: .*", 'issued: "1999-01-01"', told, flags=re.MULTILINE)
        assert later != told
        meta.write_text(later, "utf-8")
        dossier, _ = read_dossier(root)
        keep_nothing(root)
        assert read_dossier(root)[0] == dossier


def cites_nothing(codebook: Path) -> None:
    """The codebook without what it says of single claims, so that all of them may go; it learns nothing either."""
    (codebook / "decisions.yaml").unlink()
    for file in (codebook / "questions").iterdir():
        told = re.sub(r"(?m)^(?:summary|decisions|examples-[a-z]+):.*\n(?:[ -].*\n|\n)*", "", file.read_text("utf-8"))
        file.write_text(told, "utf-8")


def drafted_anew(root: Path) -> dict[str, bytes]:
    """Every claim file after all of them were thrown away and drafted from the articles."""
    for name in SHORT:
        shutil.rmtree(root / "claims" / name)
    assert not extract(root).problems
    files = {p.relative_to(root).as_posix(): p.read_bytes() for p in (root / "claims").glob("*/p[0-9]*.yaml")}
    assert {file.split("/")[1] for file in files} == set(SHORT)
    return files


def test_drafts_are_the_same_from_a_cache(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cites_nothing(root / "claims" / "codebook")
    shutil.rmtree(root / FOLDER)
    first = drafted_anew(root)
    with monkeypatch.context() as kept_only:
        kept_only.setattr("dossier.reading.drafting.draft", no_draft)
        assert drafted_anew(root) == first


def no_draft(*_: object) -> None:
    raise AssertionError("what is kept is not drafted again")


def test_nothing_is_written_through_a_link(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    shutil.rmtree(root / ".cache")
    (root / ".cache").symlink_to(elsewhere)
    assert open_cache(root) == Cache()
    read_dossier(root)
    assert not list(elsewhere.iterdir())


def test_the_folder_does_not_grow_without_end(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for n in range(20):
        cache.record("words", (str(n),), str, lambda: "x" * 1000)
    cache.tidy(most=5_000)
    assert 0 < sum(f.stat().st_size for f in tmp_path.rglob("*") if f.is_file()) <= 5_000


def test_what_every_edit_adds_does_not_push_out_what_is_found_between_pairs(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.keep("pairs", ("a source",), "x" * 500)
    for n in range(20):
        cache.keep("pages", (str(n),), "x" * 1000)
    os.utime(next((tmp_path / "pairs").iterdir()), (0, 0))
    cache.tidy(most=5_000)
    assert cache.look_up("pairs", ("a source",), str)


def test_records_come_back_as_they_were(plain: Dossier) -> None:
    for value, form in (
        (plain.claims, tuple[Claim, ...]),
        (plain.relations, tuple[Relation, ...]),
        (plain.sources[0].cleaned, Cleaned),
    ):
        assert from_json(to_json(value), form) == value
    odd = replace(plain.claims[0], quote='<b>"\\\u202e\u2028 ', figures=())
    assert from_json(to_json(odd), Claim) == odd


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", "[[]]", '["a", "b", "c", 4]', '[1.5, 2, "", ""]', "[true, 1, 2, 3]", "[" * 9999]
)
def test_other_data_is_refused(text: str) -> None:
    with pytest.raises(Misfit):
        from_json(text, Edit)


def test_what_a_process_holds_follows_every_file(root: Path) -> None:
    first = read_dossier(root)[0]
    claim = next(root / c.where.path for c in first.claims if not c.note)
    meta = next((root / "sources").glob("*.yaml"))
    question = root / first.codebook.questions[0].where.path
    for file, line in ((claim, "note: Looked at again"), (meta, "note: Seen"), (question, "settle: More figures.")):
        told = file.read_text("utf-8")
        kept = re.sub(rf"^{line.partition(':')[0]}: .*(?:\n .*)*\n", "", told, flags=re.MULTILINE)
        file.write_text(f"{kept}{line}\n", "utf-8")
        changed, _ = read_dossier(root)
        assert changed != first, f"{file.name} was read again"
        file.write_text(told, "utf-8")
        assert read_dossier(root)[0] == first


def test_a_file_is_read_again_once_it_was_written_whatever_its_dates_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, read = tmp_path / "p01.yaml", list[str]()
    whole = files._whole
    monkeypatch.setattr(files, "_whole", lambda path: read.append(path) or whole(path))

    def told() -> bytes:
        found, problems = files.read_hash(tmp_path, file, 1000, {})
        assert found and not problems
        return found

    def write(text: str) -> None:
        file.write_text(text)
        os.utime(file, (0, 0))  # as a program that keeps a file's date

    write("yes")
    before = told()
    write("no!")
    assert told() != before, "just written: its clocks may not have moved yet"
    monkeypatch.setattr(files, "_SETTLED", -(10**12))  # as if it had been written long ago
    before, count = told(), len(read)
    assert told() == before and len(read) == count, "not read again"
    time.sleep(0.02)  # longer than the clock of a file system ticks
    write("yes")
    assert told() != before and len(read) > count


def test_what_is_saved_while_its_folder_is_read_counts(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = root / "claims" / SHORT[0]
    first = min(folder.glob("p*.yaml"))
    saves = iter(["status: rejected\n"])

    def slow(root: Path, file: Path, most: int) -> tuple[bytes | None, list[Problem]]:
        for change in saves:  # once, after its hash was taken
            first.write_text(re.sub(r"(?m)^status: .*\n|\Z", "", first.read_text("utf-8")) + change, "utf-8")
        return files.read_bytes(root, file, most)

    monkeypatch.setattr(files, "_SETTLED", -(10**12))  # as if all had been written long ago:
    claims.read_folder(root, folder)  # what is read now is known by its clocks the next time
    monkeypatch.setattr(claims, "read_bytes", slow)
    found, problems = claims.read_folder(root, folder)
    assert not problems
    assert next(c for c in found if c.id.endswith(first.stem)).status == "rejected"


def test_pairs_are_found_again_by_a_process_that_tells_sets_in_another_order() -> None:
    places = [f"region-{n}" for n in range(100)]  # so many that the order in which they came shows in the set's
    one, other = (Setting(ground=frozenset(told)) for told in (places, places[::-1]))
    assert list(one.ground) != list(other.ground)
    assert repr(tuples(one)) == repr(tuples(other)), "by this what is kept of them is known"


def test_of_a_folder_in_which_a_file_was_saved_the_others_are_not_parsed_again(root: Path) -> None:
    folder = root / "claims" / SHORT[0]
    before = {claim.id: claim for claim in claims.read_folder(root, folder)[0]}
    saved = min(folder.glob("p*.yaml"))
    saved.write_text(re.sub("(?m)^note:.*\n(?: .*\n)*", "", saved.read_text("utf-8")) + "note: Seen\n", "utf-8")
    after = claims.read_folder(root, folder)[0]
    assert [claim.id for claim in after if claim is not before[claim.id]] == [f"{SHORT[0]}/{saved.stem}"]
