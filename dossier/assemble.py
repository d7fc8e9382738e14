"""The whole line in its order: read the folders, draft claims, relate them, check everything."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from dossier.checks import check
from dossier.history import corrections
from dossier.model import Claim, Codebook, Dossier, Source
from dossier.problems import Problem, errors, in_order
from dossier.quotes import locate
from dossier.reading.cleaning import clean
from dossier.reading.drafting import draft
from dossier.reading.passages import passages
from dossier.relating.questions import readings
from dossier.relating.relate import relate
from dossier.store.claims import read_claims
from dossier.store.codebook import read_codebook
from dossier.store.drafts import Saved, save_drafts
from dossier.store.sources import read_sources


@dataclass(frozen=True, slots=True)
class Extraction:
    """What drafting did to each source's folder of claims."""

    saved: tuple[Saved, ...]
    problems: tuple[Problem, ...]


def read_dossier(root: Path) -> tuple[Dossier, list[Problem]]:
    """Read both folders and work out the whole dossier; write nothing.

    The dossier holds what could be read; with any error among the problems it must not be published.
    """
    sources, codebook, faults = _read_ground(root)
    claims, unclear = read_claims(root)
    by_id = {source.id: source for source in sources}
    placed = tuple(_placed(claim, by_id.get(claim.source)) for claim in claims)
    claims_of = {id: tuple(c for c in placed if c.source == id) for id in by_id}
    relations = relate(placed, codebook, sources)
    dossier = Dossier(
        *site_words(root),
        sources=sources,
        codebook=codebook,
        claims=placed,
        relations=relations,
        readings=readings(placed, relations, codebook, sources),
        passages=tuple(p for source in sources for p in passages(source, claims_of[source.id])),
        corrections=corrections(root),
    )
    return dossier, in_order([*faults, *unclear, *check(dossier, root)])


def extract(root: Path) -> Extraction:
    """Draft claims from every source and write those that nobody has touched; nothing while an error stands."""
    sources, codebook, faults = _read_ground(root)
    problems = [*faults, *read_claims(root)[1]]
    if errors(problems):
        return Extraction((), tuple(in_order(problems)))
    saved = tuple(save_drafts(root, source, draft(source, codebook)) for source in sources)
    return Extraction(saved, tuple(in_order([*problems, *(p for s in saved for p in s.problems)])))


def site_words(root: Path) -> tuple[str, str]:
    """The dossier's title and description, from mkdocs.yml; its other settings and tags are left alone."""
    try:
        node = yaml.compose((root / "mkdocs.yml").read_text("utf-8"), Loader=yaml.SafeLoader)
    except (OSError, UnicodeError, yaml.YAMLError):
        return "Dossier", ""  # mkdocs itself says what is wrong with its file
    pairs = {key.value: value.value for key, value in getattr(node, "value", ()) if isinstance(value.value, str)}
    return pairs.get("site_name", "Dossier"), pairs.get("site_description", "")


def _read_ground(root: Path) -> tuple[tuple[Source, ...], Codebook, list[Problem]]:
    sources, unread = read_sources(root)
    codebook, uncoded = read_codebook(root)
    read = (replace(s, cleaned=clean(s.original, s.meta.keep_as_written)) for s in sources)
    return tuple(read), codebook, [*unread, *uncoded]


def _placed(claim: Claim, source: Source | None) -> Claim:
    start, end = locate(claim, source) if source else (-1, -1)
    return replace(claim, start=start, end=end)
