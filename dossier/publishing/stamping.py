"""The theme renders one page of each kind; the others of that kind are stamped into its shell.

A theme works out the same head, header, navigation and footer again for every page, which took most of a build.
A shell is the theme's own page with marks where one page differs from the next, so it follows every theme and every
override. Where a theme does something with a page that marks cannot follow, that kind of page is left to the theme.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import copy
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment, pass_context
from jinja2.runtime import Context
from mkdocs.structure.toc import AnchorLink, TableOfContents

STAMPED = "stamped.html"  # pages that name this template are stamped
_THEMED = "main.html"
_MARK = re.compile("\ue000([a-z]+)[^\ue001]*\ue001")
_TITLED = "<h1"  # themes ask whether a page has its title in itself
_ENTRY = ("anchor", "heading")  # what one line of the table of contents shows
_LONG = "." * 400  # a theme that shows the beginning only cuts such a mark, which is seen
Shell = tuple[str, ...]  # text and the names of fields in turn
Shells = dict[object, Shell | None]  # by kinds of pages; None of those that are left to the theme


def _mark(field: str, hint: str = "") -> str:
    return f"\ue000{field} {hint}{_LONG}\ue001"


def with_stamps(env: Environment, shells: Shells) -> Environment:
    """Teach the theme's environment the template `STAMPED`; it puts the shells it makes into `shells`."""

    @pass_context
    def stamp(context: Context) -> str:
        page = context["page"]
        kind = kind_of(page)
        if kind not in shells:
            shells[kind] = shell_of(env, context, page)
        shell = shells[kind]
        if shell is None:
            return env.get_template(_THEMED).render(context.get_all())
        return "".join(filled(shell, page))

    assert env.loader is not None
    env.loader = ChoiceLoader([DictLoader({STAMPED: "{{ stamp() }}"}), env.loader])
    env.globals["stamp"] = stamp
    return env


def kind_of(page: Any) -> tuple[object, ...]:
    """What a theme can tell pages apart by, besides the fields that are stamped."""
    meta = {key: str(value) for key, value in page.meta.items() if key != "description"}
    given = (bool(x) for x in (page.meta.get("description"), page.edit_url, page.canonical_url, _headings(page)))
    return (page.url.rpartition("/")[0], _TITLED in page.content, *sorted(meta.items()), *given)


def shell_of(env: Environment, context: Context, page: Any) -> Shell | None:
    """The theme's page around what differs, or None where the theme does not let itself be stamped."""
    sample = copy(page)
    sample.title = _mark("title")
    sample.content = _mark("content", _TITLED if _TITLED in page.content else "")
    sample.edit_url = _mark("edit") if page.edit_url else page.edit_url
    sample.canonical_url = _mark("address") if page.canonical_url else page.canonical_url
    sample.meta = page.meta | ({"description": _mark("description")} if page.meta.get("description") else {})
    if _headings(page):
        lines = (("anchor", "heading"), ("nextanchor", "nextheading"))
        sample.toc = TableOfContents([AnchorLink(_mark(title), _mark(anchor), 2) for anchor, title in lines])
    html = env.get_template(_THEMED).render({**context.get_all(), "page": sample})
    pieces = _MARK.split(html)
    if html.count("\ue000") != len(pieces) // 2:
        return None  # the theme cut a mark short
    parts = _with_lines(pieces)
    if parts is None or "content" not in parts[1::2] or any(page.url in text for text in parts[::2]):
        return None
    return parts


def _with_lines(parts: list[str]) -> Shell | None:
    """The two sample lines of a table of contents as one field that holds what stands between their marks."""
    made: list[str] = [parts[0]]
    at = 1
    while at < len(parts):
        fields = tuple(parts[at : at + 8 : 2])
        if fields == (*_ENTRY, "nextanchor", "nextheading") and parts[at + 1] == parts[at + 5]:
            made += ["lines", parts[at + 1], "between", parts[at + 3], "", parts[at + 7]]
            at += 8
        elif parts[at].startswith("next") or parts[at] == "heading":
            return None
        else:
            made += [parts[at], parts[at + 1]]
            at += 2
    return tuple(made)


def filled(shell: Shell, page: Any) -> Iterable[str]:
    """The pieces of one page."""
    values = _values(page)
    at = 0
    while at < len(shell):
        yield shell[at]
        field = shell[at + 1] if at + 1 < len(shell) else ""
        if field == "lines":
            inside, between = shell[at + 2], shell[at + 4]
            yield between.join(f"{anchor}{inside}{title}" for anchor, title in _headings(page))
            at += 6
        else:
            yield values.get(field, "")
            at += 2


def _values(page: Any) -> Mapping[str, str]:
    headings = _headings(page)
    return {
        "title": page.title,
        "content": page.content,
        "edit": page.edit_url or "",
        "address": page.canonical_url or "",
        "description": page.meta.get("description") or "",
        "anchor": headings[0][0] if headings else "",
    }


def _headings(page: Any) -> list[tuple[str, str]]:
    """The lines of a page's table of contents: (anchor, title)."""
    return [(link.id, link.title) for link in page.toc if link.level == 2]
