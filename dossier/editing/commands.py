"""The command line of an editor: diff, decide, new claim, schema."""

from __future__ import annotations

from datetime import date

import click

from dossier.model import JUDGEMENTS
from dossier.problems import errors
from dossier.setting import Setting


@click.command(epilog="\b\nExamples:\n  python build_dossier.py diff main\n  python build_dossier.py diff v1 v2")
@click.argument("base")
@click.argument("head", required=False)
@click.pass_obj
def diff(setting: Setting, base: str, head: str | None) -> None:
    """Say what a change means: BASE against HEAD (by default the files as they are), as Markdown."""
    from dossier.assemble import read_dossier
    from dossier.editing.changes import report
    from dossier.editing.revisions import NoRevision, dossier_at

    try:
        before = dossier_at(setting.root, base)
        after = dossier_at(setting.root, head) if head else read_dossier(setting.root)[0]
    except NoRevision as reason:
        raise click.UsageError(str(reason)) from None
    click.echo(report(before, after), nl=False)


@click.command(
    epilog="\b\nExamples:\n  python build_dossier.py decide SOURCE/CLAIM OTHER/CLAIM --as dismissed \\\n"
    '      --because "They speak of different valleys."'
)
@click.argument("first")
@click.argument("second")
@click.option(
    "--as", "relation", type=click.Choice(JUDGEMENTS), required=True, help="What the two are to each other."
)
@click.option("--because", required=True, help="Why, in one sentence a reader understands.")
@click.option("--question", default="", help="The question it is about; needed when they share several.")
@click.option("--by", default="", help="Who decides.")
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), default=lambda: date.today().isoformat(), show_default="today"
)
@click.pass_obj
def decide(
    setting: Setting, first: str, second: str, relation: str, because: str, question: str, by: str, on: date
) -> None:
    """Write down a judgement on two claims: it wins over the rules until one of the claims changes.

    FIRST and SECOND are ids or paths of claims. An earlier decision on the same two is replaced.
    """
    from dossier.assemble import read_dossier
    from dossier.editing.deciding import decision_on
    from dossier.store.decisions import decide as write_down

    dossier, _ = read_dossier(setting.root)
    try:
        decision = decision_on(dossier, (first, second), relation, because, question, by, f"{on:%Y-%m-%d}")
    except LookupError as unclear:
        raise click.UsageError(str(unclear.args[0])) from None
    problems = write_down(setting.root, decision)
    if problems:
        click.echo("\n".join(map(str, problems)))
        raise SystemExit(1)
    file = f"questions/{decision.question}.yaml" if decision.question else "decisions.yaml"
    setting.say(f"claims/codebook/{file}: {relation}")


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
    from dossier.assemble import read_dossier
    from dossier.editing.proposing import NoPlace, proposed
    from dossier.store.adding import add_claim

    dossier, _ = read_dossier(setting.root)
    try:
        claim = proposed(dossier, source, quote)
    except LookupError as unknown:
        raise click.UsageError(str(unknown.args[0])) from None
    except NoPlace as reason:
        click.echo(str(reason))
        raise SystemExit(1) from None
    path, problems = add_claim(setting.root, claim)
    click.echo(path or "\n".join(map(str, problems)))
    if problems:
        raise SystemExit(1)


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
    if problems:
        click.echo("\n".join(map(str, problems)))
        raise SystemExit(1)


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
    from dossier.assemble import read_dossier
    from dossier.relating.suggesting import question_text, suggestions

    dossier, _ = read_dossier(setting.root)
    found = {question.id: question for question in suggestions(dossier)}
    for id in chosen:
        if id not in found:
            raise click.UsageError(f"no suggestion is called '{id}'; there are: {', '.join(found) or 'none'}")
    for id in chosen or found:
        path = f"claims/codebook/questions/{id}.yaml"
        if not chosen:
            click.echo(f"# {path}\n{question_text(found[id], dossier)}")
            continue
        file = setting.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as new_file:  # "x": a file somebody made meanwhile stays as it is
            new_file.write(question_text(found[id], dossier))
        setting.say(path)


COMMANDS = (diff, decide, new, schema, suggest)
