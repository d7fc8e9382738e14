"""What a command is told before its own words: which folder, and whether to speak."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import click


@dataclass(frozen=True, slots=True)
class Setting:
    """What all commands share."""

    root: Path
    quiet: bool

    def say(self, text: str) -> None:
        """Progress: for a person at a terminal only."""
        if not self.quiet and sys.stderr.isatty():
            click.echo(text, err=True)
