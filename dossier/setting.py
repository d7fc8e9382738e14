"""The settings every command shares: which folder, and whether to show progress."""

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
    """The settings every command shares."""

    root: Path
    quiet: bool

    def dossier(self, learned: bool = False) -> Dossier:
        """The dossier as far as its files can be read; with `learned`, the codebook's examples count too."""
        from dossier.assemble import read_dossier
        from dossier.learning import have_learned
        from dossier.store.cache import open_cache

        found, _ = read_dossier(self.root)
        if learned:
            have_learned(found.codebook, open_cache(self.root))
        return found

    def say(self, text: str) -> None:
        """Show progress, but only to a person at a terminal."""
        if not self.quiet and sys.stderr.isatty():
            click.echo(text, err=True)
