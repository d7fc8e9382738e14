"""One text to one value by the kind of its field, with a message where it does not fit."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from dossier.edtf import parse
from dossier.problems import Where
from dossier.store.dating import csl_date, date_fault, day_fault
from dossier.store.fields import BLOCK, CHOICE, DATE, DAY, FLAG, ISSUED, LANGUAGE, NUMBER, URL, Field
from dossier.store.hints import foreign_letter, nearest_word, shown
from dossier.store.meant import meant_choice, meant_language, meant_number
from dossier.store.meant_dates import DAY_FORM
from dossier.store.nodes import Mapping, Text, is_empty
from dossier.store.rewriting import address_in

_NO_SCHEME = re.compile(r"(?:h?t{1,2}ps?[:;]?/{1,3}|/{2})?((?:[\w-]+\.)+[a-z]{2,}(?:/[^\s<>\"\\\\`{}]*)?)", re.ASCII)
_DOI = re.compile(r"(?:doi:?)\s*(10\.\d+/[^\s<>\"\\\\`{}]+)", re.IGNORECASE)
_SPACE = re.compile(r"\s")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

Fault = Callable[[Where, str, str, str], None]  # takes where, by which rule, what is wrong, and what to write


def block(node: Text, field: Field, fault: Fault) -> str:
    """A text that must stand below its key, because '#' and ': ' lose text elsewhere."""
    if node.style not in ("|", ">"):
        fault(
            node.where,
            "quote-style",
            f"'{field.name}' is not written as a block",
            f"write it as:\n{field.name}: >-\n  {shown(node.value, 300)}",
        )
    return node.value


def dated(node: Text, field: Field, fault: Fault) -> str | None:
    """A date as precise as its source."""
    if parse(node.value):
        return node.value
    fault(node.where, "bad-date", *date_fault(node.value, field.name))
    return None


def date_parts(node: Mapping, field: Field, fault: Fault) -> str | None:
    """A date as CSL-JSON writes it: {date-parts: [[2022, 12, 16]]}; two lists of parts are a period."""
    if written := csl_date(node):
        return written
    what = f"'{field.name}' has the form of CSL, but not as we read it"
    hint = f'write {field.name}: "2022-12-16", or {field.name}: {{date-parts: [[2022, 12, 16]]}}'
    fault(node.where, "bad-date", what, hint)
    return None


def day(node: Text, field: Field, fault: Fault) -> str | None:
    """A calendar day."""
    try:
        if DAY_FORM.fullmatch(node.value):
            return date.fromisoformat(node.value).isoformat()
    except ValueError:
        pass
    fault(node.where, "bad-date", *day_fault(node.value, field.name))
    return None


def url(node: Text, field: Field, fault: Fault) -> str | None:
    """An address a reader may safely click."""
    try:
        parts = urlsplit(node.value)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and not _SPACE.search(node.value)
        named = parts.username is not None  # "https://known.example@other.example" leads to the other
        fine = fine and not named and (parts.port or 1) > 0
    except ValueError:
        fine = named = False
    if fine and node.value.isprintable() and not set('<>"\\`{}') & set(node.value):
        return node.value
    hint = "it must begin with https:// or http:// and contain no spaces or quotation marks"
    if named:
        hint = "delete what comes before the '@': it is a login name, not part of the address"
    elif found := _NO_SCHEME.fullmatch(node.value):
        hint = f"did you mean https://{shown(found[1], 300)}?"
    elif found := _DOI.fullmatch(node.value):
        hint = f"did you mean https://doi.org/{shown(found[1], 300)}?"
    elif (inside := address_in(node.value)) not in ("", node.value):
        hint = f"did you mean {shown(inside, 300)}?"
    fault(node.where, "bad-url", f"'{shown(node.value)}' is not an address we can link to", hint)
    return None


def language(node: Text, field: Field, fault: Fault) -> str | None:
    """A language's code, which browsers and screen readers go by."""
    if _LANGUAGE.fullmatch(node.value):
        return node.value
    meant = meant_language(node.value)
    hint = f"did you mean {field.name}: {meant}?" if meant else "write its code of two letters, such as en or de"
    fault(node.where, "wrong-choice", f"'{shown(node.value)}' is not the code of a language", hint)
    return None


def number(node: Text, field: Field, fault: Fault) -> float | None:
    """A finite number with a decimal point and no separators."""
    try:
        found = float(node.value) if re.fullmatch(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", node.value, re.A) else math.nan
    except ValueError:
        found = math.nan
    if field.least <= found <= field.most and math.isfinite(found):
        return found
    if math.isfinite(found):
        limit = f"more than {field.most:g}" if found > field.most else f"less than {field.least:g}"
        bounds = f"{field.least:g} or more" if field.most == math.inf else f"{field.least:g} to {field.most:g}"
        fault(node.where, "bad-number", f"'{shown(field.name)}' cannot be {limit}", f"write {bounds}")
        return None
    if math.isinf(found):
        fault(
            node.where,
            "bad-number",
            f"'{shown(node.value)}' is larger than any number we can hold",
            "write the number of the article, in digits",
        )
        return None
    meant = meant_number(node.value)
    hint = f"did you mean {meant}?" if meant else "write it as 100000 or 2.5"
    fault(node.where, "bad-number", f"'{shown(node.value)}' is not a number", hint)
    return None


def choice(node: Text, field: Field, fault: Fault) -> str | None:
    """One of the listed words."""
    if node.value in field.choices:
        return node.value
    listed = f"choose one of: {', '.join(field.choices)}"
    meant = meant_choice(node.value, field.choices) or nearest_word(node.value, field.choices)
    odd = foreign_letter(node.value, meant) if meant else ""
    near = f"did you mean '{meant}'?{odd}" if meant else ""
    said = f"'{shown(node.value)}' is not allowed in" if not is_empty(node) else "there is nothing after"
    what = f"{said} '{shown(field.name)}'"
    fault(node.where, "wrong-choice", what, near if odd else f"{near} {listed}".strip())
    return None


def flag(node: Text, field: Field, fault: Fault) -> bool | None:
    """true or false."""
    found = choice(node, Field(field.name, CHOICE, "", choices=("true", "false")), fault)
    return None if found is None else found == "true"


READERS: dict[str, Callable[[Text, Field, Fault], Any]] = {
    BLOCK: block,
    DATE: dated,
    ISSUED: dated,
    DAY: day,
    URL: url,
    LANGUAGE: language,
    NUMBER: number,
    CHOICE: choice,
    FLAG: flag,
}
