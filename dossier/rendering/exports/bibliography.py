"""The sources for reference managers: BibTeX and CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from dossier.edtf import parse
from dossier.model import Source
from dossier.rendering.addresses import outside
from dossier.rendering.labels import byline, published
from dossier.rendering.view import View

_SPECIAL: dict[int, str] = {ord(c): f"\\{c}" for c in "&%$#_{}"} | {
    ord("\\"): r"\textbackslash{}",
    ord("~"): r"\~{}",
    ord("^"): r"\^{}",
}


def files(view: View) -> dict[str, str]:
    """sources.bib and sources.csl.json."""
    return {
        "data/sources.bib": "\n".join(entry(s) for s in view.sources),
        "data/sources.csl.json": json.dumps([csl(s) for s in view.sources], ensure_ascii=False, indent=1) + "\n",
    }


def entry(source: Source) -> str:
    """One BibTeX entry for the source."""
    return entries(source)(source.id, "")


def entries(source: Source) -> Callable[[str, str], str]:
    """BibTeX entries for what is quoted from the source, each by its key and a note."""
    meta = source.meta
    authors = " and ".join(
        f"{{{_tex(n.literal)}}}" if n.literal else f"{_tex(n.family)}, {_tex(n.given)}" for n in meta.author
    )
    date = parse(meta.issued) if meta.issued else None
    fields = {
        "author": authors,
        "title": f"{{{_tex(meta.title)}}}",
        "journal": _tex(meta.container_title),
        "publisher": _tex(meta.publisher),
        "year": f"{date.start.year:04d}" if date else "",
        "date": _tex(meta.issued),
        "url": outside(meta.URL).translate({ord("{"): "%7B", ord("}"): "%7D", ord("\\"): "%5C"}),
        "langid": _tex(meta.language),
    }
    lines = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items() if value)

    def one(key: str, note: str) -> str:
        told = f"  note = {{{_tex(note)}}},\n" if note else ""
        return f"@misc{{{_key(key)},\n{lines}{told}}}\n"

    return one


def csl(source: Source) -> dict[str, Any]:
    """One CSL-JSON item."""
    meta = source.meta
    names = [{"literal": n.literal} if n.literal else {"family": n.family, "given": n.given} for n in meta.author]
    item: dict[str, Any] = {
        "id": source.id,
        "type": "article",
        "title": meta.title,
        "author": names,
        "container-title": meta.container_title,
        "container-title-short": meta.container_title_short,
        "publisher": meta.publisher,
        "issued": _parts(meta.issued),
        "URL": outside(meta.URL),
        "language": meta.language,
    }
    return {key: value for key, value in item.items() if value}


def _parts(edtf: str) -> dict[str, Any]:
    """CSL's date parts where the date is a plain one, else its EDTF text."""
    if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", edtf):
        return {"date-parts": [[int(part) for part in edtf.split("-")]]}
    return {"raw": edtf} if edtf else {}


def _tex(text: str) -> str:
    return " ".join(text.translate(_SPECIAL).split())


def _key(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9_.:-]", "_", text)


def citation(source: Source) -> str:
    """The source in one line, for a footnote."""
    meta = source.meta
    house = ", ".join(dict.fromkeys(filter(None, (meta.container_title, meta.publisher))))
    parts = (
        byline(meta),
        f"“{meta.title}”",
        house,
        published(meta.issued, ""),
        outside(meta.URL),
    )
    # A headline that asks needs no full stop behind it.
    return ". ".join(part for part in parts if part).replace("?”. ", "?” ").replace("!”. ", "!” ") + "."
