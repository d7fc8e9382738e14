"""Splits a claim that says two things: what goes with the new claim, what stays, and who cites which."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.data import load
from dossier.editing.following import still_held
from dossier.explain import claim_named
from dossier.language.citations import citations
from dossier.model import Claim, Dossier
from dossier.problems import Problem, Refused, Where
from dossier.reading.drafting import draft_at
from dossier.store.adding import add_claim
from dossier.store.claims import claim_text
from dossier.store.cutting import shortened
from dossier.store.files import read_text
from dossier.store.hints import shown
from dossier.store.limits import LIMITS, Limits
from dossier.store.replacing import Edit, replace_all
from dossier.store.spans import occurrences

_LOOSE = " \t\n.,;:–—-"


@dataclass(frozen=True, slots=True)
class Halves:
    """The claim as it stays, and the new one taken from its quote; the new one's id is only proposed."""

    stays: Claim
    taken: Claim

    @property
    def moved(self) -> tuple[str, ...]:
        """The questions whose position goes with the new claim."""
        return tuple(p.question for p in self.taken.positions)


def halves(dossier: Dossier, wanted: str, quote: str, keep: str = "", move: tuple[str, ...] = ()) -> Halves:
    """Cut a claim: `quote` goes into a new one, `keep` (by default all the rest) stays.

    A position goes where the words that decided it stand, else where the codebook's cues find it; `move` names
    questions that go in any case. Raises Refused with what to do.
    """
    claim = claim_named(dossier, wanted)
    source = dossier.source.get(claim.source)
    if source is None or claim.start < 0:
        raise Refused(f"the quote of '{claim.id}' is not in its source; fix that first")
    passage = source.text[claim.start : claim.end]
    kept = keep or _rest(passage, quote)
    spans = [next(iter(occurrences(part, passage)), None) for part in (quote, kept)]
    if None in spans or not quote.split():
        missing = quote if spans[0] is None else kept
        if quote.split() and not missing.strip():
            raise Refused("these words are the whole quote, and nothing is left for the other claim; name fewer")
        raise Refused(f"these words are not in the quote of '{claim.id}': '{shown(missing, 200)}'")
    (a, b), (c, d) = (span for span in spans if span)
    if a < d and c < b:
        raise Refused("the two parts share words; no word can be in both")
    drafts = [draft_at(source, dossier.codebook, claim.start + x, claim.start + y) for x, y in ((a, b), (c, d))]
    if unknown := set(move) - {p.question for p in claim.positions}:
        raise Refused(f"'{claim.id}' has no position on {', '.join(sorted(unknown))}")
    taken, rest = (" ".join(draft.quote.split()).casefold() for draft in drafts)
    goes = [
        p
        for p in claim.positions
        if p.question in move or _goes(p.words.casefold(), (taken, rest), drafts, p.question)
    ]
    figures = [f for f in claim.figures if f.raw.casefold() in taken and f.raw.casefold() not in rest]
    new = replace(
        claim, id=drafts[0].id, quote=drafts[0].quote, statement=drafts[0].statement, positions=tuple(goes),
        figures=tuple(figures), note="", status="draft", reviewed_by="", reviewed_on="",
    )  # fmt: skip
    stays = replace(
        claim, quote=drafts[1].quote, positions=tuple(p for p in claim.positions if p not in goes),
        figures=tuple(f for f in claim.figures if f not in figures),
    )  # fmt: skip
    return Halves(stays, new)


def write_halves(root: Path, dossier: Dossier, cut: Halves, limits: Limits = LIMITS) -> tuple[str, list[Problem]]:
    """Write the new claim, shorten the old one, and bring decisions and summaries along; the new path, or why not.

    On a question whose position moved, decisions and summary name the new claim. Decisions that were fresh stay so.
    """
    path = cut.stays.where.path
    text, problems = read_text(root, root / path, limits.yaml_bytes)
    if text is None:
        return "", problems
    after = shortened(text, cut.stays.quote, cut.moved, [f.raw for f in cut.taken.figures], limits)
    if after is None:
        what = "the quote cannot be cut without touching other parts of the file"
        return "", [Problem(Where(path), "cannot-write", what, "write each position and figure on its own line")]
    there = next((c for c in dossier.claims if (c.source, c.quote) == (cut.taken.source, cut.taken.quote)), None)
    if there and read_text(root, root / there.where.path, limits.yaml_bytes)[0] != claim_text(cut.taken):
        what = f"the new claim would quote the same words as '{there.id}'"
        return "", [Problem(there.where, "overlap", what, f"shorten the quote of '{cut.stays.id}' by hand")]
    made, problems = (
        (there.where.path, []) if there else add_claim(root, cut.taken, limits)
    )  # there: of a run cut off
    if not made:
        return "", problems
    new = replace(cut.taken, id=made.removeprefix("claims/").removesuffix(".yaml"))
    edits = [*_followed(root, dossier, cut, new, limits), Edit(path, text, after)]
    if problems := replace_all(root, edits, limits):
        if not there:
            (root / made).unlink()  # written a moment ago, by us
        return "", problems
    return made, []


def _followed(root: Path, dossier: Dossier, cut: Halves, new: Claim, limits: Limits) -> list[Edit]:
    """The codebook's files that name the claim, with the new one in its place where its position moved."""
    old = dossier.claim[cut.stays.id]
    edits = []
    of = [(q.where.path, q.id, q.decisions, q.summary) for q in dossier.codebook.questions]
    for path, question, decisions, summary in [
        *of,
        ("claims/codebook/decisions.yaml", "", dossier.codebook.decisions, ""),
    ]:
        mine = [d for d in decisions if old.id in d.pair]
        moves = question in cut.moved
        if not mine and not (moves and any(old.id in c.claims for c in citations(summary))):
            continue
        before = read_text(root, root / path, limits.yaml_bytes)[0] or ""
        after = re.sub(rf"(?<![\w/-]){re.escape(old.id)}(?![\w-])", new.id, before) if moves else before
        half = new if moves else cut.stays
        for decision in sorted(mine, key=lambda d: d.where, reverse=True):
            other = next((dossier.claim.get(id) for id in decision.pair if id != old.id), None)
            if other is not None:
                after = still_held(after, decision, (old, other), (half, other), limits)
        edits.append(Edit(path, before, after))
    return edits


def _rest(passage: str, quote: str) -> str:
    """What is left of a passage when words at its beginning or end are taken out."""
    plain, words = " ".join(passage.split()), " ".join(quote.split())
    if plain.startswith(words):
        rest = plain[len(words) :]
    elif plain.endswith(words):
        rest = plain[: -len(words)]
    else:
        raise Refused("say with --keep which words stay: those taken are in the middle, or not in the quote")
    at_end = plain.startswith(rest)
    joints = "|".join(load("prose.yaml")["joints"])
    edge = rf"[\s,;:–—-]+(?:{joints})$" if at_end else rf"^(?:{joints})\b"
    return re.sub(edge, "", rest.strip(_LOOSE), flags=re.IGNORECASE).strip(_LOOSE)


def _goes(words: str, texts: tuple[str, str], drafts: list[Claim], question: str) -> bool:
    """Whether a position belongs to the new claim: by the words that decided it, else by what a draft would say."""
    parts = [" ".join(part.split()) for part in words.split("…") if part.strip()]
    in_new, in_rest = (bool(parts) and all(part in text for part in parts) for text in texts)
    if in_new != in_rest:
        return in_new
    answers = [any(p.question == question for p in draft.positions) for draft in drafts]
    return answers[0] and not answers[1]
