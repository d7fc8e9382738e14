"""The command line: extract, check, build, render, serve, explain; the editor's commands are in `editing.commands`.

Exit status: 0 if all is well, 1 if the dossier's files have errors, 2 if a command was used wrongly.
Problems go to standard output; progress goes to standard error, and only on a terminal.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from dossier.editing.commands import COMMANDS
from dossier.problems import Problem, Refused, errors, refused
from dossier.setting import Setting
from dossier.store.writing import clear_left_over

Told = tuple[tuple[str, ...], tuple[Problem, ...]]  # what drafting did to each source, and what went wrong


def _examples(*lines: str) -> str:
    """The end of a command's help: what to type. The backspace keeps click from folding the lines."""
    return "\b\nExamples:\n" + "\n".join(f"  python build_dossier.py {line}".rstrip() for line in lines)


def _root(_: click.Context, __: click.Parameter, value: Path | None) -> Path:
    try:
        root = value or Path.cwd()
    except FileNotFoundError:
        raise click.BadParameter("the current folder no longer exists; change to the dossier's folder") from None
    if value is None and not any((root / name).exists() for name in ("sources", "claims", "mkdocs.yml")):
        root = Path(__file__).parent.parent
    if not (root / "sources").is_dir():
        raise click.BadParameter(f"{root} has no folder 'sources'; name the dossier's folder with --root")
    return root


class _Telling(click.Group):
    """Commands that report trouble with the disk, or with what was typed, in one line."""

    def invoke(self, context: click.Context) -> object:
        """Run what was typed."""
        _in_utf8()
        try:
            return super().invoke(context)
        except BrokenPipeError:
            raise
        except Refused as reason:
            raise click.UsageError(str(reason)) from None
        except OSError as error:
            _tell(f"not finished: {refused(error)}")
            raise SystemExit(1) from None


def _tell(text: str) -> None:
    """Print a line; to standard error, if standard output cannot be written."""
    try:
        click.echo(text)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or the same fails when the process ends
        click.echo(text, err=True)


def _in_utf8() -> None:
    """Write UTF-8 to files and pipes, and to a terminal a question mark for what it cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


@click.group(
    cls=_Telling,
    invoke_without_command=True,
    epilog=_examples("", "check", "explain SOURCE", "serve"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), callback=_root,
              help="The dossier's folder; by default the current one.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Show no progress; problems are still printed.")
@click.pass_context
def main(context: click.Context, root: Path, quiet: bool) -> None:
    """Turn a folder of articles into a website of checked quotations.

    Without a command: draft claims from sources/, check everything and build the site in site/.
    """
    context.obj = Setting(root, quiet)
    clear_left_over(*(root / name for name in ("sources", "claims", "docs")))
    if context.invoked_subcommand is None:
        context.invoke(extract)
        context.invoke(build)


@main.command(epilog=_examples("extract", "extract --jobs 4"))
@click.option("--jobs", type=click.IntRange(1), default=lambda: os.cpu_count() or 1, show_default="all",
              help="How many processors to use; the result is the same.")  # fmt: skip
@click.option("--cluster", default="", metavar="ADDRESS", help="Use a Dask cluster instead: tcp://HOST:8786.")
@click.pass_obj
def extract(setting: Setting, jobs: int, cluster: str = "") -> None:
    """Draft claims from the articles in sources/.

    Claims that a person wrote, changed or deleted are left alone.
    """
    from dossier.store.unchanged import told

    def drafted() -> Told:
        from dossier.assemble import extract as draft_all
        from dossier.spreading import workers

        with workers(jobs, cluster) as executor:
            done = draft_all(setting.root, executor)
        return tuple(map(str, done.saved)), done.problems

    setting.say("reading the articles")
    try:
        # What went wrong may lie in the machine and be over the next time: a full disk, another run.
        saved, problems = told(setting.root, "extract", Told, drafted, worth=lambda told: not told[1])
    except ConnectionError as unreached:
        raise click.UsageError(str(unreached)) from None
    _report(problems)
    for line in saved:
        setting.say(f"  {line}")


@main.command(epilog=_examples("check", "check claims/SOURCE/p01-words.yaml", "check --format github"))
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True,
              help="github: ten annotations, the rest in the step's summary; json: for programs.")  # fmt: skip
@click.pass_obj
def check(setting: Setting, paths: tuple[Path, ...], form: str) -> None:
    """List every problem: file, line and what to do.

    With PATHS, only problems in those files and folders are listed.
    """
    from dossier.store.unchanged import told

    def found() -> tuple[Problem, ...]:
        from dossier.assemble import read_dossier

        return tuple(read_dossier(setting.root)[1])

    wanted = [_below(path, setting.root) for path in paths]
    problems = told(setting.root, "check", tuple[Problem, ...], found)
    if wanted and "." not in wanted:
        problems = tuple(p for p in problems if any(f"{p.where.path}/".startswith(f"{path}/") for path in wanted))
    if form == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        from dossier.formats import as_summary

        with Path(summary).open("a", encoding="utf-8") as stream:
            stream.write(as_summary(problems))
    _report(problems, form)
    setting.say("nothing wrong" if not problems else "")


@main.command(epilog=_examples("build", "build --to ../published", "build --desk"))
@click.option("--to", type=click.Path(file_okay=False, path_type=Path), help="Where the site goes; by default site/.")
@click.option("--desk", is_flag=True, help="Add the editor's desk, which lists open work. Not for publication.")
@click.pass_obj
def build(setting: Setting, to: Path | None = None, desk: bool = False) -> None:
    """Build the site from the claims as they are.

    If there is any error, nothing is built.
    """
    from dossier.publishing.standing import unless_standing

    def built() -> str:
        from dossier.publishing.site import build_site

        return build_site(setting.root, to, desk)

    setting.say("building the site")
    failure = unless_standing(setting.root, to, desk, built)
    if failure:
        click.echo(failure)
        raise SystemExit(1)
    home = (to or setting.root / "site") / "index.html"
    setting.say(f"  open {home}" if home.is_file() else "  built")  # mkdocs.yml may name another folder


@main.command(epilog=_examples("render", "render --to docs/generated"))
@click.option("--to", type=click.Path(file_okay=False, path_type=Path), help="By default docs/ of the dossier.")
@click.pass_obj
def render(setting: Setting, to: Path | None) -> None:
    """Write the pages as files for builders other than MkDocs."""
    from dossier.assemble import read_dossier
    from dossier.publishing.site import write_pages
    from dossier.rendering.unfit import Unfit

    to = to or setting.root / "docs"
    within, root = to.resolve(), setting.root.resolve()
    if root.is_relative_to(within) or any(within.is_relative_to(root / name) for name in ("claims", "sources")):
        raise click.UsageError(
            f"the pages would be mixed with articles and claims in {to}; name a folder of their own"
        )
    dossier, problems = read_dossier(setting.root)
    _report(problems)
    clear_left_over(to)
    try:
        written = write_pages(dossier, setting.root, to)
    except Unfit as told:
        _report(told.args)
        return
    setting.say(f"  {written} files written")


@main.command(epilog=_examples("serve", "serve --address 127.0.0.1:8001"))
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Host and port to serve it at.")
@click.pass_obj
def serve(setting: Setting, address: str) -> None:
    """Show the site on this machine and rebuild it on every save."""
    from dossier.publishing.site import serve_site

    host, _, port = address.rpartition(":")
    if not (host and port.isdecimal() and int(port) < 2**16):
        raise click.UsageError(f"{address} is not an address to serve at: write host and port, as in 127.0.0.1:8001")
    try:
        serve_site(setting.root, address)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EADDRNOTAVAIL):
            raise
        raise click.UsageError(f"{address}: {error.strerror}; name another: --address 127.0.0.1:8001") from None


@main.command(
    epilog=_examples(
        "explain SOURCE",
        "explain SOURCE/CLAIM",
        "explain SOURCE/CLAIM OTHER/CLAIM",
        'explain "A sentence to try cues on."',
    )
)
@click.argument("ids", nargs=-1, required=True)
@click.pass_obj
def explain(setting: Setting, ids: tuple[str, ...]) -> None:
    """Explain how the program arrived at something.

    \b
    SOURCE        how each sentence was read, and why it is a claim or not
    CLAIM         where its date, places and positions come from
    CLAIM CLAIM   why the two are related, or why not
    QUESTION      what each cue finds
    "A sentence"  which cues it contains
    """
    from dossier.explain import explanation

    dossier = setting.dossier(learned=len(ids) == 1)  # what holds between two claims hangs on no example
    click.echo(explanation(dossier, ids))


def _report(problems: Sequence[Problem], form: str = "text") -> None:
    """Print the problems; end with status 1 if one of them is an error."""
    if not problems and form == "text":
        return
    from dossier.formats import FORMATS

    text = FORMATS[form](problems)
    if text:
        click.echo(text)
    if errors(problems):
        raise SystemExit(1)


def _below(path: Path, root: Path) -> str:
    """The path from the root, as problems name it; a link counts where it is, not where it leads."""
    lies = path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()
    try:
        return lies.relative_to(root.resolve()).as_posix()
    except ValueError:
        raise click.UsageError(f"{path} is not in {root}") from None


for _command in COMMANDS:
    main.add_command(_command)
