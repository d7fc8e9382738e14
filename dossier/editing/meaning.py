"""The claim that was meant by an unknown id, and whether the cause has a message of its own already."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from dossier.editing.history import gone_claims
from dossier.model import Claim, Decision, Dossier, is_about
from dossier.store.astray import strays
from dossier.store.claims import claim_from
from dossier.store.hints import nearest_word
from dossier.store.ledger import Ledger, read_ledger
from dossier.store.places import Pointing

_MISNAMED = re.compile(r"\.ya?ml(?:\.txt)?", re.IGNORECASE)


def meant_claim(id: str, dossier: Dossier, at: Pointing) -> str:
    """The claim meant: the one that now quotes what this one did, else one of its own source with a near name.

    A claim that was there once is not meant for another one because their names are alike.
    """
    folder, _, stem = id.partition("/")
    own = {claim.id.partition("/")[2]: claim.id for claim in dossier.claims if claim.source == folder}
    if not own:
        last = re.split(r"[/#]", id.removesuffix(".yaml"))[-1]  # of an address, or of the file's path
        named = [claim.id for claim in dossier.claims if claim.id.endswith(f"/{last}")]
        return named[0] if len(named) == 1 else nearest_word(id, dossier.claim)
    quotes = _quotes(folder, stem, dossier, at)
    if quotes:
        return next((c.id for c in dossier.claims if c.source == folder and _plain(c.quote) in quotes), "")
    return own.get(nearest_word(stem, own), "")


def renamed_claim(decision: Decision, id: str, dossier: Dossier) -> Claim | None:
    """The claim that says, under another name, what the claim of this id said when the decision was made."""
    folder, _, stem = id.partition("/")
    other = _other(decision, id, dossier)
    near = (c for c in dossier.claims if c.source == folder or c.id.endswith(f"/{stem}"))
    return next(
        (c for c in near if other and c is not other and is_about(decision.seen, replace(c, id=id), other)), None
    )


def _other(decision: Decision, id: str, dossier: Dossier) -> Claim | None:
    return next((dossier.claim.get(of) for of in decision.pair if of != id), None)


def told_elsewhere(id: str, dossier: Dossier, at: Pointing) -> bool:
    """Whether the claim's file lies there but cannot be read, has a wrong ending or lies in another folder."""
    folder, _, stem = id.partition("/")
    if at.root is None or not stem or "/" in stem or folder in ("", ".", ".."):
        return False
    lies = at.root / "claims" / folder
    if os.path.lexists(lies / f"{stem}.yaml"):
        return True
    if any(c.start < 0 and c.source != folder and c.id.endswith(f"/{stem}") for c in dossier.claims):
        return True
    try:
        names = [entry.name for entry in lies.iterdir() if entry.name.startswith(f"{stem}.")]
    except FileNotFoundError:
        return False
    except OSError:
        return True  # nobody may look into the folder, which has its own message
    return any(_MISNAMED.fullmatch(name.removeprefix(stem)) for name in names)


def unread_claims(dossier: Dossier, at: Pointing) -> list[Claim]:
    """Claims in files that lie where none is read, or under a name that none can have."""
    files = strays(at.root, {claim.where.path for claim in dossier.claims}) if at.root else ()
    found = (claim_from(text, path.removesuffix(".yaml"), path)[0] for path, text in files)
    return [claim for claim in found if claim]


def lies_as(id: str, decisions: Iterable[Decision], unread: list[Claim], dossier: Dossier, at: Pointing) -> str:
    """The path of the unread claim that is the one of this id, by its quote or by what was decided; or ""."""
    folder, _, stem = id.partition("/")
    quotes = _quotes(folder, stem, dossier, at) if unread else set()
    judged = [(d.seen, other) for d in decisions if (other := _other(d, id, dossier))]
    for claim in unread:
        is_meant = any(is_about(seen, replace(claim, id=id), other) for seen, other in judged)
        if is_meant or _plain(claim.quote) in quotes:
            return claim.where.path
    return ""


def _quotes(folder: str, stem: str, dossier: Dossier, at: Pointing) -> set[str]:
    """What the claim of this name quoted: as the tool drafted it, and as it was last committed."""
    if at.root is None or folder not in dossier.source:
        return set()
    entry = _drafted(at, folder).get(f"{stem}.yaml")
    path = f"claims/{folder}/{stem}.yaml"
    committed, _ = claim_from(_gone(at).get(path, ""), f"{folder}/{stem}", path)
    return {_plain(found.quote) for found in (entry, committed) if found}


@lru_cache(maxsize=8)
def _drafted(at: Pointing, folder: str) -> Ledger:
    return (at.root and read_ledger(at.root, at.root / "claims" / folder)[0]) or {}


@lru_cache(maxsize=1)  # asked for each id that is missing, and git takes its time
def _gone(at: Pointing) -> dict[str, str]:
    return gone_claims(at.root) if at.root else {}


def _plain(text: str) -> str:
    return " ".join(text.split())
