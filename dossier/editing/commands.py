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
    """Say what a change means: BASE against HEAD (by default the files as they are), as Markdown."""
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
@click.option("--as", "relation", type=click.Choice(JUDGEMENTS), help="What the two are to each other.")
@click.option("--because", default="", help="Why, in one sentence a reader understands.")
@click.option("--question", default="", help="The question it is about; needed when they share several.")
@click.option("--file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A list, filled in.")
@click.option("--still-holds", is_flag=True, help="The stale decisions on these claims were looked at and stand.")
@click.option("--by", default="", help="Who decides.")
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), default=lambda: date.today().isoformat(), show_default="today"
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
    """Write down judgements on pairs of claims: they win over the rules until one of the claims changes.

    IDS are ids or paths of claims, two for each pair. An earlier decision on the same two is replaced. Without IDS
    and --file the pairs that wait for a person are listed, with both quotes, as a file to fill in.

    --still-holds with one claim renews every decision on it that went stale, with two claims the one on the pair;
    what they are, why, by whom and when stays as it is.
    """
    from dossier.editing.deciding import known_question
    from dossier.editing.worksheet import read_worksheet, worksheet
    from dossier.store.limits import read_limits

    if file and (ids or relation or because or question):
        raise click.UsageError("with --file the pairs, what they are and why stand in the file")
    if still_holds:
        if file or relation or because or not 0 < len(ids) < 3:
            raise click.UsageError("--still-holds takes one claim, or the two of a pair, and at most --question")
        return _still_holds(setting, ids, question)
    if ids and not (relation and because):
        raise click.UsageError("say what the two are and why: --as dismissed --because '...'")
    if len(ids) % 2:
        raise click.UsageError("name claims two by two, the two of each pair one after the other")
    if not ids and (relation or because):
        raise click.UsageError("name the two claims this is about")
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
    """Renew the stale decisions on one claim or pair; say which, so that nobody renews one unread."""
    from dossier.editing.deciding import stale_on
    from dossier.store.renewing import renew

    seen = stale_on(setting.dossier(), ids, question)
    _end_with(renew(setting.root, seen))
    for decision in seen:
        click.echo(f"{decision.where}: {' and '.join(decision.pair)}: {decision.relation}: {decision.because}")


def _write_down(setting: Setting, dossier: Dossier, typed: list[Decision]) -> None:
    """Write all of them or none; say for each confirmation when the rules no longer propose it."""
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
    """Print what is wrong and end, when there is something."""
    if problems:
        click.echo("\n".join(map(str, problems)))
        raise SystemExit(1)


@click.group()
def new() -> None:
    """Begin a new file: new claim."""


@new.command(
    "claim", epilog='\b\nExamples:\n  python build_dossier.py new claim SOURCE --quote "words of the article"'
)
@click.argument("source")
@click.option("--quote", required=True, help="Words of the article, copied; white space does not count.")
@click.pass_obj
def new_claim(setting: Setting, source: str, quote: str) -> None:
    """Write a claim file on words of SOURCE, its date, places, themes and positions filled in as a draft.

    The file is yours: extraction never changes it. Its path is printed.
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
@click.option("--quote", required=True, help="Words of its quote that go into a claim of their own.")
@click.option("--keep", default="", help="Words of its quote that stay; by default all the others.")
@click.option("--move", multiple=True, metavar="QUESTION", help="A position that goes along in any case; repeat it.")
@click.pass_obj
def split(setting: Setting, claim: str, quote: str, keep: str, move: tuple[str, ...]) -> None:
    """Cut CLAIM in two: part of its quote becomes a claim of its own, and the rest stays under its id.

    Positions and figures go where their words are. Where a position moved, decisions and the summary of its question
    name the new claim; decisions that held go on holding. Nothing else in any file changes.
    """
    from dossier.editing.splitting import halves, write_halves

    dossier = setting.dossier(learned=True)
    cut = halves(dossier, claim, quote, keep, move)
    path, problems = write_halves(setting.root, dossier, cut)
    _end_with(problems)
    click.echo(path)
    moved, stays = (", ".join(ids) or "none" for ids in (cut.moved, [p.question for p in cut.stays.positions]))
    click.echo(f"    positions that went along: {moved}; that stayed: {stays}")
    click.echo(f"    now word both statements, here and in {cut.stays.where.path}; then: decide ID --still-holds")


@click.command(
    epilog="\b\nExamples:\n  python build_dossier.py rename SOURCE/p01-old-words SOURCE/p01-new-words\n"
    "  python build_dossier.py rename SOURCE NEW-SOURCE"
)
@click.argument("old")
@click.argument("new")
@click.pass_obj
def rename(setting: Setting, old: str, new: str) -> None:
    """Give the claim or article OLD the id NEW: its files are renamed, and all that names it names it so.

    An article takes its claims along. Decisions that held go on holding; every other byte stays. Where somebody
    renamed files by hand already, or a run was cut off, what is left is done. The changed files are printed.
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
    click.echo("\n".join(changed) or f"nothing is called {old!r} any more: all of it is called {new!r}")


@click.command(epilog="\b\nExamples:\n  python build_dossier.py schema")
@click.pass_obj
def schema(setting: Setting) -> None:
    """Bring docs/assets/schema in step with the codebook, so that editors' programs complete its words."""
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
    "--write", "chosen", multiple=True, metavar="ID", help="Make this one a question file; repeat for more."
)
@click.pass_obj
def suggest(setting: Setting, chosen: tuple[str, ...]) -> None:
    """Propose questions that claims of several sources call for and no question asks yet.

    Prints each as the file it would be, with the claims behind it. An existing file is never changed.
    """
    from dossier.relating.proposing.suggesting import question_text, suggestions
    from dossier.store.writing import put_new

    dossier = setting.dossier()
    found = {question.id: question for question in suggestions(dossier)}
    for id in chosen:
        if id not in found:
            raise click.UsageError(f"no suggestion is called '{id}'; there are: {', '.join(found) or 'none'}")
    if not found:
        setting.say(
            "nothing to propose: nobody is charged with anything, no two sources say what caused a thing or where it "
            "is heading, or a question asks it already"
        )
    for id in chosen or found:
        path = f"claims/codebook/questions/{id}.yaml"
        if not chosen:
            click.echo(f"# {path}\n{question_text(found[id], dossier)}")
            continue
        file = setting.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        put_new(file, question_text(found[id], dossier).encode())
        setting.say(f"{path}: put the question in your own words, then run python build_dossier.py")


COMMANDS = (diff, decide, new, split, rename, schema, suggest)
