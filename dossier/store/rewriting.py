"""A line that cannot be read, written again in the form its key takes."""

from __future__ import annotations

import re
from functools import cache

from dossier.store.fields import BLOCK, DATE, DAY, FILES, ISSUED, RECORD, STANCE_MAP, TEXT, URL, Field
from dossier.store.hints import shown
from dossier.store.meant_dates import meant_dates

_AROUND = " \t\"'“”‘’«»[]{}(),;"
_BETWEEN = re.compile(r"\s*[,;/]\s*|\s+(?:and|&)\s+|(?:^|\s+)(?:[-•*]|\d+[.)])\s+")
_SIDE = re.compile(r"([\w-]+)\s*(?:[:=]|[-–]?>|→)\s*([\w-]+)")
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\`{}()\[\]]+")
_LEFT_OUT = re.compile(r"'(?:\d\d|[Tt](?:is|was|were|ill)|[Ee]m|[Nn])\b")  # an apostrophe, though it opens a text


def written_again(key: str, text: str) -> str:
    """The key and its value as the check would take them; a text goes below its key."""
    field = _fields().get(key)
    bare = text.strip(_AROUND)
    if field is None or (field.kind in (TEXT, BLOCK) and not field.many):
        return f"write it as:\n{key}: >-\n  {shown(text, 2000)}"
    if field.kind == STANCE_MAP and (sides := _SIDE.findall(bare)):
        return f"write {key}: {{{', '.join(f'{question}: {side}' for question, side in sides)}}}"
    if field.kind in (DATE, ISSUED, DAY):
        date = next(iter(meant_dates(bare)), shown(bare))
        return f'write {key}: "{date}"'
    if field.kind == URL:
        return f"write {key}: {shown(address_in(text) or bare, 300)}"
    if field.many and field.kind != RECORD:
        parts = (part.strip(_AROUND) for part in _BETWEEN.split(f" {bare}"))
        return f"write {key}: [{shown(', '.join(part for part in parts if part), 300)}]"
    return f"write {key}: {shown(field.example if field.kind in (RECORD, STANCE_MAP) else bare, 300)}"


def unopened(text: str) -> str:
    """The text without a quotation mark that was opened and never closed; an apostrophe is none."""
    return text if _LEFT_OUT.match(text) else text[1:].strip()


def address_in(text: str) -> str:
    """The first address in the text, without what stands around it: "[here](https://example.org)"."""
    found = _ADDRESS.search(text)
    return found[0].rstrip(".,;:!?") if found else ""


@cache
def _fields() -> dict[str, Field]:
    """Fields at the beginning of lines, by name; where two kinds of files have one name, the first kind's."""
    found: dict[str, Field] = {}
    for kind in FILES:
        for field in kind.fields if not kind.keyed else ():
            found.setdefault(field.name, field)
    return found
