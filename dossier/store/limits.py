"""How large a file of the dossier may be before it is refused with a message instead of read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is read; generous for honest work, small enough that nothing hostile can hang a build."""

    yaml_bytes: int = 256 * 1024
    source_bytes: int = 4 * 1024 * 1024
    pdf_bytes: int = 32 * 1024 * 1024
    pdf_pages: int = 400
    depth: int = 12
    claims_per_source: int = 5_000
    name_length: int = 120


LIMITS = Limits()
