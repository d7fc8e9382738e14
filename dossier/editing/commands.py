"""The command line of an editor: diff, decide, new claim, split, rename, schema, suggest."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from dossier.model import JUDGEMENTS, NOWHERE, Decision, Dossier
from dossier.problems import Problem, Refused, errors
from dossier.setting import Setting


@click.command(epilog="\b\nExamples:\n  python build_dossier.py diff main\n  python build_dossier.py diff v1 v2")
@click.argument("base")
@click.argument("head", required=False)
@click.pass_obj
def diff(setting: Setting, base: str, head: str | None) -> None:
    """Show what your changes mean for readers, as Markdown.

    BASE and HEAD are branches, tags or commits. Without HEAD, the files as they are now are compared with BASE.
    """
    from dossier.editing.changes import report
    from dossier.editing.revisions import as_it_lies, at_revision

    later = at_revision(setting.root, head) if head else nullcontext(as_it_lies(setting.root))
    with at_revision(setting.root, base) as before, later as after:
        click.echo(report(before, after), nl=False)


@click.command(
    epilog="\b\nExamples:\n  python build_dossier.py decide --question QUESTION > pairs.yaml\n"
    "  python build_dossier.py decide --file pairs.yaml --by NAME\n"
    "  python build_dossier.py decide SOURCE/CLAIM OTHER/CLAIM --as dismissed \\\n"
    '      --because "They speak of different valleys."\n'
    "  python build_dossier.py decide SOURCE/CLAIM --still-holds"
)
@click.argument("ids", nargs=-1)
@click.option("--as", "relation", type=click.Choice(JUDGEMENTS), help="How the two claims are related.")
@click.option("--because", default="", help="The reason, in one sentence for readers.")
@click.option("--question", default="", help="The question it is about; needed if the claims share several.")
@click.option(
    "--file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A filled-in list of decisions."
)
@click.option("--still-holds", is_flag=True, help="Renew stale decisions that you looked at and that still hold.")
@click.option("--by", default="", help="Who decides.")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    default=lambda: date.today().isoformat(),
    show_default="today",
    help="The day of the decision.",
)
@click.pass_obj
def decide(
    setting: Setting,
    ids: tuple[str, ...],
    relation: str | None,
    because: str,
    question: str,
    file: Path | None,
    still_holds: bool,
    by: str,
    on: date,
) -> None:
    """Record decisions on pairs of claims, or list undecided pairs.

    A decision overrides the rules until one of its claims changes. IDS are ids or paths of claims, two for each
    pair; an earlier decision on the same pair is replaced. Without IDS and --file, the command lists the pairs that
    nobody has decided, with both quotes, as a file to fill in.

    --still-holds with one claim renews every stale decision on it; with two claims, only the one on that pair.
    Nothing else in the decision changes.
    """
    from dossier.editing.deciding import known_question
    from dossier.editing.worksheet import read_worksheet, worksheet
    from dossier.store.limits import read_limits

    if file and (ids or relation or because or question):
        raise click.UsageError("with --file, the pairs, relations and reasons come from the file; leave the rest out")
    if still_holds:
        if file or relation or because or not 0 < len(ids) < 3:
            raise click.UsageError(
                "--still-holds takes one claim or the two claims of a pair; only --question may be added"
            )
        return _still_holds(setting, ids, question)
    if ids and not (relation and because):
        raise click.UsageError("say how the two are related and why: --as dismissed --because '...'")
    if len(ids) % 2:
        raise click.UsageError("name an even number of claims: the two claims of each pair, one after the other")
    if not ids and (relation or because):
        raise click.UsageError("name the two claims that the decision is about")
    dossier = setting.dossier()
    if not ids and not file:
        click.echo(worksheet(dossier, question and known_question(dossier, question)), nl=False)
        return
    day = f"{on:%Y-%m-%d}"
    if file:
        typed, problems = read_worksheet(file, read_limits(setting.root)[0])
        _end_with(problems)
        typed = [replace(d, by=d.by or by, on=d.on or day) for d in typed]
    else:
        pairs = zip(ids[::2], ids[1::2])
        typed = [Decision(pair, relation or "", because, by, day, question=question) for pair in pairs]
    _write_down(setting, dossier, typed)


def _still_holds(setting: Setting, ids: tuple[str, ...], question: str) -> None:
    """Renew the stale decisions on one claim or pair, and print them, so that nobody renews one unread."""
    from dossier.editing.deciding import stale_on
    from dossier.store.renewing import renew

    seen = stale_on(setting.dossier(), ids, question)
    _end_with(renew(setting.root, seen))
    for decision in seen:
        click.echo(f"{decision.where}: {' and '.join(decision.pair)}: {decision.relation}: {decision.because}")


def _write_down(setting: Setting, dossier: Dossier, typed: list[Decision]) -> None:
    """Write all decisions or none; say so if the rules no longer propose a pair that is confirmed."""
    from dossier.editing.deciding import decision_on, shifted
    from dossier.store.decisions import decide as write_all

    decisions, unclear = [], []
    for given in typed:
        try:
            decisions.append(decision_on(dossier, given))
        except Refused as reason:
            if given.where == NOWHERE:
                raise
            unclear.append(Problem(given.where, reason.rule, str(reason)))
    _end_with(unclear or write_all(setting.root, *decisions))
    for given, decision in zip(typed, decisions):
        if said := shifted(dossier, given, decision):
            click.echo(said)
    for decision in decisions:
        name = f"questions/{decision.question}.yaml" if decision.question else "decisions.yaml"
        setting.say(f"claims/codebook/{name}: {' and '.join(decision.pair)}: {decision.relation}")


def _end_with(problems: list[Problem]) -> None:
    """Print the problems and end with status 1, if there are any."""
    if problems:
        click.echo("\n".join(map(str, problems)))
        raise SystemExit(1)


@click.group()
def new() -> None:
    """Start a new file: new claim."""


@new.command(
    "claim", epilog='\b\nExamples:\n  python build_dossier.py new claim SOURCE --quote "words of the article"'
)
@click.argument("source")
@click.option("--quote", required=True, help="Words copied from the article; white space does not matter.")
@click.pass_obj
def new_claim(setting: Setting, source: str, quote: str) -> None:
    """Write a claim file for words of SOURCE.

    Date, places, themes and positions are filled in as in a draft, and the file's path is printed. The file is
    yours: extract never changes it.
    """
    from dossier.editing.proposing import NoPlace, proposed
    from dossier.store.adding import add_claim

    dossier = setting.dossier(learned=True)
    try:
        claim = proposed(dossier, source, quote)
    except NoPlace as reason:
        click.echo(str(reason))
        raise SystemExit(1) from None
    path, problems = add_claim(setting.root, claim)
    _end_with(problems)
    click.echo(path)


@click.command(
    epilog='\b\nExamples:\n  python build_dossier.py split SOURCE/CLAIM --quote "the second thing it says"'
)
@click.argument("claim")
@click.option("--quote", required=True, help="The words of its quote that become a claim of their own.")
@click.option("--keep", default="", help="The words of its quote that stay; by default all the others.")
@click.option(
    "--move", multiple=True, metavar="QUESTION", help="Move the position on this question too; may be repeated."
)
@click.pass_obj
def split(setting: Setting, claim: str, quote: str, keep: str, move: tuple[str, ...]) -> None:
    """Split a claim that says two things.

    Part of the quote of CLAIM becomes a claim of its own; the rest keeps its id. Positions and figures go with their
    words. If a position moves, the decisions and the summary of its question name the new claim. Decisions that held
    still hold, and nothing else in any file changes.
    """
    from dossier.editing.splitting import halves, write_halves

    dossier = setting.dossier(learned=True)
    cut = halves(dossier, claim, quote, keep, move)
    path, problems = write_halves(setting.root, dossier, cut)
    _end_with(problems)
    click.echo(path)
    moved, stays = (", ".join(ids) or "none" for ids in (cut.moved, [p.question for p in cut.stays.positions]))
    click.echo(f"    positions that moved: {moved}; that stayed: {stays}")
    click.echo(f"    now reword both statements, here and in {cut.stays.where.path}; then: decide ID --still-holds")


@click.command(
    epilog="\b\nExamples:\n  python build_dossier.py rename SOURCE/p01-old-words SOURCE/p01-new-words\n"
    "  python build_dossier.py rename SOURCE NEW-SOURCE"
)
@click.argument("old")
@click.argument("new")
@click.pass_obj
def rename(setting: Setting, old: str, new: str) -> None:
    """Give a claim or an article a new id, everywhere.

    The files of OLD are renamed, and everything that refers to it is changed to NEW. The claims of an article move
    with it. Decisions that held still hold; nothing else changes. If files were already renamed by hand, or a run
    was cut off, the rest is done. The changed files are printed.
    """
    from dossier.editing.moving import rename_source
    from dossier.editing.renaming import rename as rename_claim
    from dossier.explain import id_typed
    from dossier.store.limits import read_limits

    dossier = setting.dossier()
    old, new = id_typed(old), id_typed(new)
    renamed = rename_claim if "/" in old else rename_source
    changed, problems = renamed(setting.root, dossier, old, new, read_limits(setting.root)[0])
    _end_with(problems)
    click.echo("\n".join(changed) or f"nothing to do: nothing is called {old!r} any more, everything is {new!r}")


@click.command(epilog="\b\nExamples:\n  python build_dossier.py schema")
@click.pass_obj
def schema(setting: Setting) -> None:
    """Write the schemas that let text editors complete keys.

    They are in docs/assets/schema and offer the codebook's own words; run this after changing the codebook.
    """
    from dossier.editing.schemas import fields_page, write_schemas
    from dossier.store.codebook import read_codebook
    from dossier.store.writing import write_changed

    codebook, problems = read_codebook(setting.root)
    problems = errors(problems) or write_schemas(setting.root, codebook)
    write_changed(setting.root / "docs" / "about", {"fields.md": fields_page()})
    _end_with(problems)


@click.command(
    epilog="\b\nExamples:\n  python build_dossier.py suggest\n  python build_dossier.py suggest --write harvest-rises"
)
@click.option(
    "--write", "chosen", multiple=True, metavar="ID", help="Save this proposal as a question file; may be repeated."
)
@click.pass_obj
def suggest(setting: Setting, chosen: tuple[str, ...]) -> None:
    """Propose questions for the codebook.

    A question is proposed if claims of several sources bear on it and no question asks it yet. Each is printed as
    the file it would be, with the claims behind it. Existing files are never changed.
    """
    from dossier.relating.proposing.suggesting import question_text, suggestions
    from dossier.store.writing import put_new

    dossier = setting.dossier()
    found = {question.id: question for question in suggestions(dossier)}
    for id in chosen:
        if id not in found:
            raise click.UsageError(f"no proposal is called '{id}'; there are: {', '.join(found) or 'none'}")
    if not found:
        setting.say(
            "nothing to propose: no accusations, and no two sources that differ on what caused something or where it "
            "is heading, beyond what your questions ask already"
        )
    for id in chosen or found:
        path = f"claims/codebook/questions/{id}.yaml"
        if not chosen:
            click.echo(f"# {path}\n{question_text(found[id], dossier)}")
            continue
        file = setting.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        put_new(file, question_text(found[id], dossier).encode())
        setting.say(f"{path}: reword the question, then run python build_dossier.py")


COMMANDS = (diff, decide, new, split, rename, schema, suggest)
