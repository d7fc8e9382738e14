"""Claims taken apart and pairs compared in the last run of this process, for the next one.

A pair is compared again when one of its claims, the codebook, or what is known of all claims together has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.model import Claim, Codebook
from dossier.relating.comparisons.opinion import Setting
from dossier.relating.frames import Frame, frame_of
from dossier.relating.selecting import Found

Compare = Callable[[Frame, Frame, Setting, Mapping[str, str]], list[Found]]


@dataclass(slots=True)
class Memory:
    """What one run leaves to the next; an empty one makes no difference to what comes out."""

    codebook: Codebook | None = None
    known: tuple[Setting, Mapping[str, str]] | None = None
    frames: dict[tuple[Claim, str], Frame] = field(default_factory=dict)
    # By the frames' identity: both stay alive in `frames` as long as their pair stands here.
    pairs: dict[tuple[int, int], list[Found]] = field(default_factory=dict)
    compared: int = 0  # pairs the last run had to look at

    def framed(self, claims: Sequence[Claim], issued: Mapping[str, str], codebook: Codebook) -> list[Frame]:
        """The claims taken apart, those of the last run as they were."""
        last = self.frames if self.codebook == codebook else {}
        keys = [(claim, issued.get(claim.source, "")) for claim in claims]
        before, self.codebook = self.frames, codebook
        self.frames = {key: last.get(key) or frame_of(key[0], codebook, key[1]) for key in keys}
        alive = {id(frame) for frame in self.frames.values()}
        self.pairs = {pair: found for pair, found in self.pairs.items() if alive.issuperset(pair)}
        del before  # only now may the frames that went be dropped, and their places in memory be taken by others
        return [self.frames[key] for key in keys]

    def found(
        self,
        pairs: Iterable[tuple[Frame, Frame]],
        setting: Setting,
        family: Mapping[str, str],
        compare: Compare,
    ) -> list[Found]:
        """What holds between these pairs, in their order."""
        last = self.pairs if self.known == (setting, family) else {}
        self.known, self.pairs, self.compared = (setting, family), {}, 0
        result: list[Found] = []
        for a, b in pairs:
            key = (id(a), id(b))
            made = last.get(key)
            if made is None:
                made = compare(a, b, setting, family)
                self.compared += 1
            self.pairs[key] = made
            result += made
        return result
