"""A source, drafts made by hand, and a folder to save them in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from dossier.model import Claim, Cleaned, Metadata, Source
from dossier.store.drafts import Saved, save_drafts
from dossier.store.ledger import LEDGER
from dossier.store.spans import best_occurrence

SENTENCES = (
    "Harvests fell in all three valleys.",
    "The ministry expects a better year.",
    "Exports of grain rose by a tenth.",
    "Nobody knows where the seed went.",
    "Two mills closed in the autumn.",
    "Prices of bread doubled since then.",
)


def source_of(*sentences: str) -> Source:
    """An article of one paragraph for each sentence."""
    text = "\n".join(sentences)
    starts = [sum(len(s) + 1 for s in sentences[:n]) for n in range(len(sentences))]
    paragraphs = tuple((start, start + len(s)) for start, s in zip(starts, sentences))
    return Source("gazette", Metadata("The gazette"), text, Cleaned(text, (), paragraphs))


def draft_of(source: Source, quote: str, **more: object) -> Claim:
    """What an engine would propose for this quote."""
    number = next((n for n, (a, b) in enumerate(source.cleaned.paragraphs, 1) if quote in source.text[a:b]), 1)
    words = "-".join(quote.lower().strip(".").split()[:4])
    start, end = best_occurrence(quote, source.text, source.cleaned.paragraphs, number) or (-1, -1)
    claim = Claim(f"gazette/p{number:02}-{words}", "gazette", quote, quote, start=start, end=end)
    return replace(claim, **more)  # type: ignore[arg-type]


@dataclass
class Desk:
    """A dossier with one source, as a person and the tool both work on it."""

    root: Path
    source: Source

    @property
    def claims(self) -> Path:
        return self.root / "claims" / "gazette"

    def save(self, *quotes: str, **more: object) -> Saved:
        """Let the tool draft these quotes, by default every sentence."""
        quotes = quotes or tuple(self.source.text.split("\n"))
        return save_drafts(self.root, self.source, [draft_of(self.source, q, **more) for q in quotes])

    def file(self, beginning: str) -> Path:
        (found,) = (f for f in self.claims.glob("*.yaml") if f.name.startswith(beginning))
        return found

    def names(self) -> list[str]:
        return sorted(f.name for f in self.claims.glob("*.yaml") if f.name != LEDGER)

    def tree(self) -> dict[str, bytes]:
        return {
            f.relative_to(self.root).as_posix(): f.read_bytes() for f in sorted(self.root.rglob("*")) if f.is_file()
        }
