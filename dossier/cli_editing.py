"""The command line of an editor: diff, decide, new, suggest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dossier.cli import Setting


@click.command(epilog="\b\nExamples:\n  python build_dossier.py diff main\n  python build_dossier.py diff v1 v2")
@click.argument("base")
@click.argument("head", required=False)
@click.pass_obj
def diff(setting: Setting, base: str, head: str | None) -> None:
    """Say what a change means: BASE against HEAD (by default the files as they are), as Markdown."""
    from dossier.assemble import read_dossier
    from dossier.changes import report
    from dossier.revisions import NoRevision, dossier_at

    try:
        before = dossier_at(setting.root, base)
        after = dossier_at(setting.root, head) if head else read_dossier(setting.root)[0]
    except NoRevision as reason:
        raise click.UsageError(str(reason)) from None
    click.echo(report(before, after), nl=False)


COMMANDS = (diff,)
