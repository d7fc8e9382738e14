"""A new claim file, written once as a person's: the program's ledger does not know it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dossier.model import Claim
from dossier.problems import Problem, Where
from dossier.store.claims import claim_text
from dossier.store.drafts import claim_files, free_name
from dossier.store.files import home_of
from dossier.store.ledger import read_ledger
from dossier.store.limits import LIMITS, Limits
from dossier.store.writing import alone, put_new, unwritten


def add_claim(root: Path, claim: Claim, limits: Limits = LIMITS) -> tuple[str, list[Problem]]:
    """Write the claim under a name that is free; the path from the root, or "" and why not.

    A name the ledger remembers is not taken: there the file would count as a draft of the tool.
    """
    where = Where(f"claims/{claim.source}")
    folder, fault = home_of(root, claim.source, limits.name_length)
    if fault:
        return "", [fault]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder):
            ledger, problems = read_ledger(root, folder, limits)
            if ledger is None:
                return "", problems
            used = {name.casefold() for name in (*claim_files(folder), *ledger)}
            name = free_name(claim, used, limits)
            put_new(folder / name, claim_text(replace(claim, status="draft")).encode())
    except OSError as error:
        return "", [unwritten(where, error)]
    return f"{where.path}/{name}", []
