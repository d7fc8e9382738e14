"""Claim files that no reader takes, by their name, their ending or where they lie: what to do about them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from dossier.problems import Problem, Where
from dossier.store.files import copied_from, is_safe_name, read_text, relative, safe_name
from dossier.store.hints import shown
from dossier.store.ledger import LEDGER
from dossier.store.limits import LIMITS, Limits

_KEPT = r"\.(?:orig|bak|rej|old|tmp)"  # what programs put behind the name of a file that they keep
_ENDING = re.compile(rf"(?:\.(?:ya?ml|txt|md|json)|{_KEPT})+[\s~]*$", re.IGNORECASE)
MEANT = re.compile(rf"\.ya?ml(?:\.txt|{_KEPT})?\s*$", re.IGNORECASE)
_TEXT_ENDING = re.compile(r"(?:\.txt|\.md|\.json)?$", re.IGNORECASE)
TAKE_OVER = "copy your changes there"
_QUOTE = re.compile(r"^quote:", re.MULTILINE)


def readable(
    root: Path, files: Iterable[Path], refused: Callable[[Path], Problem | None]
) -> tuple[list[Path], list[Problem]]:
    """Files whose names let them be read, in their order, and what is wrong with the others.

    `refused` says why a name keeps a file out; a problem without words means: pass over it. Of two with one id, which
    may differ in capital letters or in the ending of an article, the first is read.
    """
    kept, problems, seen = list[Path](), list[Problem](), dict[tuple[str, bool], Path]()
    for file in files:
        problem = refused(file)
        twin = file if problem else seen.setdefault((file.stem.casefold(), file.suffix == ".yaml"), file)
        if twin != file:
            alike = "" if twin.stem == file.stem else " apart from upper and lower case"
            what = f"'{twin.name}' has the same id{alike}"
            problem = Problem(Where(relative(root, file)), "duplicate-id", what, "rename one of the two")
        if problem is None:
            kept.append(file)
        elif problem.what:
            problems.append(problem)
    return kept, problems


def misnamed(root: Path, file: Path, whose: str, name: str, keep: str, letters: str = "letters a to z") -> Problem:
    """The message for a name that cannot be an id, `whose` it would be; `keep`: what else to do with a copy."""
    what = f"'{shown(file.stem)}' cannot be {whose} id"
    unseen = (
        "; it contains an invisible character"
        if shown(file.stem) != file.stem.strip() and is_safe_name(shown(file.stem))
        else ""
    )
    hint = f"use {letters}, digits and hyphens: {name}"
    if original := copied_from(file):
        hint = f"it looks like a copy of {original}: delete it, or {keep}{name}"
    if original == LEDGER:
        hint = "it looks like a copy of the program's ledger: delete it"
    return Problem(Where(relative(root, file)), "bad-name", f"{what}{unseen}", hint)


def refusal(root: Path, file: Path, limits: Limits) -> Problem | None:
    """Why a file is not read as a claim."""
    if file.suffix == ".yaml" and is_safe_name(file.stem, limits.name_length):
        return None
    where = Where(relative(root, file))
    if file.stem.upper() == "README" and file.suffix != ".yaml":
        return Problem(where, "unsupported-file", "")
    if file.is_dir() and file.suffix != ".yaml":
        what, hint = "there is a folder inside a source's folder", "claim files go directly into claims/<source-id>/"
        return Problem(where, "misplaced-file", what, hint)
    if file.suffix != ".yaml":
        # A claim under another ending would be lost to the site without a word.
        meant = MEANT.search(file.name) or _as_text(root, file, limits)
        what, hint = f"'{shown(file.name)}' is not read", "claim files end in .yaml, in lower case"
        kept = file.with_name(named_like(file)).exists()  # and so nothing is lost to the site
        hint = to_be_read(file) if meant else hint
        return Problem(where, "unsupported-file", what, hint, "error" if meant and not kept else "warning")
    keep = f"{TAKE_OVER}; for a claim of its own give it another quote and the name "
    return misnamed(root, file, "a claim's", named_like(file), keep)


def outside(root: Path, file: Path, limits: Limits) -> Problem:
    """The message for a file that lies in claims/ itself."""
    if file.suffix not in (".yaml", ".yml") and not claim_in(root, file, limits):
        what, hint = f"'{shown(file.name)}' is not read", "claim files go into claims/<source-id>/"
        return Problem(Where(relative(root, file)), "unsupported-file", what, hint, "warning")
    what, hint = "this claim file is in no source's folder", "move it to claims/<source-id>/"
    return Problem(Where(relative(root, file)), "misplaced-file", what, hint)


def hidden_claims(root: Path, folder: Path, limits: Limits) -> Iterator[Problem]:
    """Claims under names that programs hide; what a program keeps beside the file it works on is left alone."""
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False))
    except OSError:
        return
    for name in names:
        plain = name.strip(".~")
        if plain == name or any(other != name and plain.startswith(other) for other in names):
            continue
        file = folder / name
        if claim_in(root, file, limits):
            what = f"'{shown(name)}' is not read: a name with '.' or '~' at an end belongs to a hidden file"
            yield Problem(Where(relative(root, file)), "unsupported-file", what, to_be_read(file))


def in_no_folder(root: Path, limits: Limits) -> Iterator[Problem]:
    """Claims in the dossier's own folder, where a file goes that is uploaded without a folder's name."""
    for file in sorted(f for f in root.glob("*.y*ml") if f.is_file() and claim_in(root, f, limits)):
        what, hint = "this claim file is in no source's folder", "move it to claims/<source-id>/"
        yield Problem(Where(relative(root, file)), "misplaced-file", what, hint)


def strays(root: Path, read: Collection[str], limits: Limits = LIMITS) -> Iterator[tuple[str, str]]:
    """Paths and texts of files with a claim in the dossier's folder, in sources/ and in claims/ that are not read."""
    for file in sorted((*root.glob("*.yaml"), *root.glob("sources/*"), *root.glob("claims/**/*"))):
        if relative(root, file) not in read and file.is_file() and (text := claim_in(root, file, limits)):
            yield relative(root, file), text


def claim_in(root: Path, file: Path, limits: Limits = LIMITS) -> str:
    """The text of a file in which somebody wrote a claim, wherever it lies; "" of any other."""
    text = read_text(root, file, limits.yaml_bytes)[0] or ""
    return text if _QUOTE.search(text) else ""


def to_be_read(file: Path) -> str:
    """What to do with a file that is not read for its name; nothing is put over one that is there."""
    name = named_like(file)
    return beside(file, name) or f"rename it to {name}"


def beside(file: Path, name: str) -> str:
    """What to do where the file that somebody means lies there as well; "" where it does not."""
    there = bool(name) and file.with_name(name).exists()
    return f"{name} is beside it: copy your changes from here into it, then delete this one" if there else ""


def named_like(file: Path) -> str:
    """A name like the file's that a claim or question can have."""
    return f"{safe_name(_ENDING.sub('', file.name))}.yaml"


def _as_text(root: Path, file: Path, limits: Limits) -> bool:
    """Whether it is a text file in which somebody wrote a claim."""
    ending = _TEXT_ENDING.search(file.name)
    if not ending or (not ending[0] and "." in file.name):
        return False
    return bool(claim_in(root, file, limits))
