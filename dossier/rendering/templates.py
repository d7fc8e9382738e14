"""The Jinja environment of the pages: everything is escaped, and an unknown name is an error."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context
from markupsafe import Markup, escape

from dossier.model import Claim
from dossier.rendering import addresses, labels, links, matter_cards, pairs, pieces, quoting, room
from dossier.rendering.compiled import compiled
from dossier.rendering.matters import matters
from dossier.rendering.unfit import Unfit, unfit
from dossier.rendering.view import TEMPLATES, View

# What stands on pages many thousand times is put together as text.
_MADE: dict[str, Callable[..., str]] = {
    "source_link": pieces.source_link,
    "line": pieces.line,
    "quote": pairs.quote,
    "reason": pairs.reason,
    "card": matter_cards.card,
    "title": lambda view, _, matter: matter_cards.title(view, matter),
    "heading": lambda view, _, matter: matter_cards.heading(view, matter),
    "sign": lambda _, __, relation: pieces.sign(relation),
    "brief": pairs.brief,
    "clashes": links.claim_clashes,
    "met": lambda view, _, claim: pieces.met(view, claim),
}


class Plainly(Context):
    """Calls what a template calls and nothing more.

    Jinja asks before every call whether the context is wanted as well, a million times in a large dossier; nothing
    that these templates call wants it, but for macros, which do without.
    """

    def call(self, called: Callable[..., Any], *args: Any, **given: Any) -> Any:
        """The result of the call."""
        given.pop("_loop_vars", None)
        given.pop("_block_vars", None)
        return called(*args, **given)


@lru_cache(maxsize=4)
def environment(folder: Path) -> Environment:
    """The environment for one folder of templates."""
    env = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=True,
        bytecode_cache=compiled("pages", Path(__file__)),
    )
    env.context_class = Plainly
    env.globals |= {
        "STANCE": labels.STANCE,
        "RELATION": labels.RELATION,
        "VERDICT": labels.VERDICT,
        "DECIDED": labels.DECIDED,
        "STATUS": labels.STATUS,
        "matters": matters,
        "pieces": pieces,
        "room": room,
        "anchor_of": addresses.claim_anchor,
        **_named(labels, "plural number amount published byline when"),
        **_named(quoting, "marked shortened telling tongue"),
        **_named(
            addresses, "outside passage claim_page source_page question_page country_page theme_page stance_anchor"
        ),
    }
    env.filters["paragraphs"] = paragraphs
    return env


def _named(module: ModuleType, names: str) -> dict[str, object]:
    return {name: getattr(module, name) for name in names.split()}


def _finalize(value: Any) -> Any:
    return quoting.closed(value) if type(value) is str else value


def fill(view: View, template: str, path: str, values: Mapping[str, Any] | None = None) -> str:
    """The template's HTML for the page at `path`.

    In it `to(target)` links to another page of the site, and `once(name, claim)` is `made[name](claim)`, worked
    out once for all pages of a folder.
    """
    folder = path.rpartition("/")[0]
    within = [0]  # links to the page itself, which no other page may share

    def to(target: str) -> str:
        within[0] += target.startswith(path)
        return addresses.relative(target, path)

    made = {name: partial(make, view, to) for name, make in _MADE.items()}

    def once(name: str, claim: Claim, **given: object) -> Markup:
        key = (name, folder, claim.id, *sorted(given.items()))
        found = view.fragments.get(key)
        if found is None:
            before = within[0]
            found = made[name](claim, **given)
            if within[0] == before:
                view.fragments[key] = found
        return Markup(found)

    try:
        return (
            environment(view.options.templates)
            .get_template(template)
            .render(
                view=view,
                path=path,
                to=to,
                once=once,
                made=made,
                edit=lambda file: addresses.edit_link(view.options.edit, file),
                form=lambda name, **filled: addresses.form_link(view.options.report, name, **filled),
                **(values or {}),
            )
        )
    except Exception as error:
        if told := unfit(error, view.options.templates, TEMPLATES):
            raise Unfit(told) from error
        raise


def paragraphs(text: str) -> Markup:
    """Plain text as HTML paragraphs: a blank line starts a new one."""
    blocks = [block for block in text.split("\n\n") if block.strip()]
    return Markup("\n").join(Markup("<p>{}</p>").format(escape(block.strip())) for block in blocks)
