"""What a command is told before its own words: which folder, and whether to speak."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dossier.model import Dossier


@dataclass(frozen=True, slots=True)
class Setting:
    """What all commands share."""

    root: Path
    quiet: bool

    def dossier(self, learned: bool = False) -> Dossier:
        """The dossier as its files say, whatever is wrong with it; `learned` where examples are to decide as well."""
        from dossier.assemble import read_dossier
        from dossier.learning import have_learned
        from dossier.store.cache import open_cache

        found, _ = read_dossier(self.root)
        if learned:
            have_learned(found.codebook, open_cache(self.root))
        return found

    def say(self, text: str) -> None:
        """Progress: for a person at a terminal only."""
        if not self.quiet and sys.stderr.isatty():
            click.echo(text, err=True)
