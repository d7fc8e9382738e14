"""Marks of another format left in a text: tags and entities of HTML, emphasis, links and notes of Markdown.

Only the marks go, the words between them stay; what was never meant to be read (a picture's address, a style) goes
whole. The text between two marks is not touched, so that marks may stand inside one another.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from dossier.model import Edit

_FRONT = re.compile(r"\A\s*---[ \t]*\n(?:[ \t]*[\w-]+:.*\n|[ \t]+-.*\n){1,40}---[ \t]*(?:\n|\Z)")
_BLOCKS = "p|div|h[1-6]|ul|ol|li|blockquote|figure|figcaption|table|tr|section|article|hr|header|footer"
_INLINE = "b|i|u|em|strong|span|a|sup|sub|small|font|img|td|th|tbody|thead|cite|q|mark|time|picture|source"
# Each stops where another of its kind opens, so that a text full of openings costs no more than its length.
_UNREAD = re.compile(
    r"<(script|style)\b[^<>]{0,300}>(?:[^<]|<(?!/?(?:script|style)\b)){0,5000}</\1>"
    r"|<!--(?:(?!<!--|-->).){0,2000}-->|<sup>\s*\[?\d{1,3}\]?\s*</sup>",
    re.I | re.DOTALL,
)
_TAG = re.compile(rf"</?(?:(?P<block>{_BLOCKS})|(?P<line>br)|{_INLINE})(?:\s[^<>]{{0,400}})?/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
# Each pair holds what opens and what closes; the words between them stay.
_PAIRS = (
    re.compile(r"(?<!!)(\[)(?=[^\]\[\n^]{1,300}\]\()[^\]\[\n]+(\]\((?:https?:|/|#|mailto:|www\.)[^)\s]{0,500}\))"),
    re.compile(r"(?<!\*)(\*\*)(?=[^\s*])[^\n]{0,600}?(?<=[^\s*])(\*\*)(?!\*)"),
    re.compile(r"(?<!_)(__)(?=[^\s_])[^\n]{0,600}?(?<=[^\s_])(__)(?!_)"),
    re.compile(r"(?<![\w*\\])(\*)(?=[^\s*])[^\n*]{1,600}?(?<=[^\s*\\])(\*)(?![\w*])"),
    re.compile(r"(?<!\w)(_)(?=[^\s_])[^\n_]{1,600}?(?<=[^\s_])(_)(?!\w)"),
)
_ALONE = re.compile(
    r"(?P<picture>!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\))"
    r"|(?P<note>\[\^[\w-]{1,20}\]:?[ \t]*(?=\n|\Z)|\[\^[\w-]{1,20}\](?::[ \t]*)?)"
    r"|(?P<number>(?<=[^\W\d][.,;:!?”\"’)])\[\d{1,3}\]|(?<=[a-z])\[\d{1,3}\]|(?<=\])\[\d{1,3}\]"
    r"|(?<=[\w)%”\"’][.!?”\"’]) ?\[\d{1,3}\](?=\s|\Z|\[))"
    r"|(?P<raised>(?<=[.,;:!?”\"’)])[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}(?=[\s”\"’)]|\Z))"
    r"|(?P<wanting> ?\[(?:(?:citation|clarification) needed|(?:who|when|where|why|by whom|according to whom)\?)\])"
    r"|(?P<head>(?m:^)[ \t]{0,3}#{1,6}[ \t]+(?=\S))"
    r"|(?P<cited>(?m:^)[ \t]{0,3}>[ \t]?(?=[^\s\d]))"
    r"|(?P<ruled>(?m:^)[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*(?::?-{3,}:?)?[ \t]*(?m:$))"
    r"|(?P<escaped>\\(?=[\\`*_{}\[\]()#+.!'\"&>~|-]))"
)
_CITED = re.compile(r"(?m)^[ \t]{0,3}(?:>[ \t]?)+")  # each line of a mail that was sent on
# What a newspaper's or an agency's system puts into running text: "(GHCBIR=ECI)", "<AAPL.O>", "opens new tab".
_INSERTED = re.compile(
    r"(?P<ticker> ?[(<\[][A-Z0-9]{2,12}(?:=[A-Z]{0,4}|\.[A-Z]{1,3})[)>\]]"
    r"| [A-Z][A-Z0-9]{1,11}=(?:[A-Z]{1,4})?(?![\w=]))"
    r"|(?P<link>,? opens (?:in )?(?:a )?new (?:tab|window)(?=[\s,.;:)]))"
    r"|(?P<advertisement>(?:Article|Story) continues (?:below|after) (?:this |the )?(?:advertisement|ad)"
    r"(?=[A-Z“\"\s]))"
)
MARKUP_RULES = frozenset({"front-matter", "html-tags", "html-entities", "markdown", "inserted-marks"})


def markup(text: str) -> list[Edit]:
    """Edits that take out the marks of HTML and Markdown; where two would touch, the earlier one stays."""
    edits: list[Edit] = []
    reached = 0
    for edit in sorted(_edits(text), key=lambda e: (e.start, -e.end)):
        if edit.start >= reached:
            edits.append(edit)
            reached = edit.end
    return edits


def _edits(text: str) -> Iterator[Edit]:
    if front := _FRONT.match(text):
        yield Edit(front.start(), front.end(), "", "front-matter")
    if "<" in text:
        yield from (Edit(*m.span(), "", "html-tags") for m in _UNREAD.finditer(text))
        for tag in _TAG.finditer(text):
            yield Edit(*tag.span(), "\n\n" if tag["block"] else "\n" if tag["line"] else "", "html-tags")
    if "&" in text:
        for entity in _ENTITY.finditer(text):
            plain = html.unescape(entity[0])
            if plain != entity[0]:
                yield Edit(*entity.span(), plain, "html-entities")
    cited = list(_CITED.finditer(text)) if ">" in text else []
    if 2 * len(cited) > len(text.splitlines()):
        yield from (Edit(*m.span(), "", "markdown") for m in cited)
    yield from (Edit(*m.span(), "", "inserted-marks") for m in _INSERTED.finditer(text))
    for pair in _PAIRS:
        for match in pair.finditer(text):
            yield Edit(*match.span(1), "", "markdown")
            yield Edit(*match.span(2), "", "markdown")
    yield from (Edit(*m.span(), "", "markdown") for m in _ALONE.finditer(text))
