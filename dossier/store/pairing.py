"""An article and the file beside it that do not find each other: one message for both of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from dossier.problems import Problem, Where
from dossier.store.articles import ARTICLES
from dossier.store.astray import claim_in, misnamed
from dossier.store.files import is_safe_name, read_bytes, relative, safe_name
from dossier.store.hints import nearest_word, shown
from dossier.store.limits import Limits

_OTHER_KINDS = (".md", ".docx", ".doc", ".odt", ".rtf", ".epub")
_READ = (*ARTICLES, ".yaml")
_ENDINGS = re.compile(rf"(?:{'|'.join(map(re.escape, (*_READ, '.yml', *_OTHER_KINDS)))})+", re.IGNORECASE)


def meant_id(file: Path) -> str:
    """The id that a file of any name was meant for: "My Text.TXT.txt" for my-text."""
    return safe_name(_ENDINGS.sub("", file.name)) if _ENDINGS.search(file.name) else safe_name(file.stem)


def refusal(root: Path, file: Path, limits: Limits) -> Problem | None:
    """Why a file is no article and nothing told of one; a README may stay."""
    if file.suffix in _READ and is_safe_name(file.stem, limits.name_length):
        return None
    if file.suffix in _READ:
        return misnamed(root, file, "a source's", f"{meant_id(file)}{file.suffix}", "name it ")
    where, suffix, what = Where(relative(root, file)), file.suffix.lower(), f"'{shown(file.name)}' is not read"
    if file.stem.upper() == "README":
        return Problem(where, "unsupported-file", "")
    if suffix in _OTHER_KINDS:
        what = f"articles are read from .txt, .html and .pdf files, not from {suffix}"
        return Problem(where, "unsupported-file", what, "save its text as a .txt file in UTF-8")
    if file.is_dir():
        hint = "articles and their metadata go directly into sources/"
        return Problem(where, "unsupported-file", "this is a folder", hint, "warning")
    if ending := next((kind for kind in _READ if suffix in (kind, kind.replace("yaml", "yml"))), ""):
        hint = f"endings are in lower case: rename it to {meant_id(file)}{ending}"
        return Problem(where, "unsupported-file", what, hint)
    hint = "articles end in .txt, .html or .pdf, their metadata in .yaml, all in lower case"
    return Problem(where, "unsupported-file", what, hint, "warning")


def unpaired(
    root: Path, texts: Mapping[str, Path], metadata: Mapping[str, Path], refused: Collection[Path]
) -> Iterator[Problem]:
    """What lacks its other half, but for halves that lie there under a name that has its own message.

    A text and a file of metadata that both stand alone are told together: most often one of them was renamed.
    """
    told = {(meant_id(file), file.suffix.lower() in (".yaml", ".yml")) for file in refused}
    alone = {id: file for id, file in texts.items() if id not in metadata and (id, True) not in told}
    bare = {id: file for id, file in metadata.items() if id not in texts and (id, False) not in told}
    for id, file in alone.items():
        near = nearest_word(id, bare) or (next(iter(bare)) if len(alone) == len(bare) == 1 else "")
        what, hint = f"the article's metadata file sources/{id}.yaml is missing", "with at least: title: the headline"
        if near:
            del bare[near]
            what += f", and so is the article of sources/{near}.yaml"
            kept, other = (id, near) if _has_claims(root, id) and not _has_claims(root, near) else (near, id)
            renamed = f"this file to {near}{file.suffix}" if kept == near else f"sources/{near}.yaml to {id}.yaml"
            command = f"or call all of it {other}: python build_dossier.py rename {kept} {other}"
            together = f"if they belong together, rename {renamed}: claims go by that name; {command}"
            hint = f"{together}; else write sources/{id}.yaml {hint}, and put the other's article into sources/"
        else:
            hint = f"write sources/{id}.yaml {hint}"
        yield Problem(Where(relative(root, file)), "missing-metadata", what, hint)
    for id, file in bare.items():
        if not file.is_file():
            yield from read_bytes(root, file, 0)[1]
            continue
        if claim_in(root, file):
            what, hint = "this is a claim file, but articles are kept here", "move it to claims/<source-id>/"
            yield Problem(Where(f"sources/{id}.yaml"), "misplaced-file", what, hint)
            continue
        hint = f"put the article into sources/{id}.txt; a claim belongs in claims/"
        yield Problem(Where(f"sources/{id}.yaml"), "missing-text", f"the article sources/{id}.txt is missing", hint)


def _has_claims(root: Path, id: str) -> bool:
    return (root / "claims" / id).is_dir()
