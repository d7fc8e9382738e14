"""Texts to YAML of our dialect, so that they read back as the same texts and make readable diffs."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

import yaml

from dossier.store.meant import means_nothing
from dossier.store.nodes import Mapping, Text

FOLD_AT = 88
_PLAIN = re.compile(r"[^\W\d_](?:[\w .,;()’‘“”–—/%$€£+'-]*[\w.)’”%])?")
# Words that other YAML readers take for something else than text; ours never does, but editors' tools may.
_OTHER_TYPE = re.compile(r"(?i:true|false|null|y|n|yes|no|on|off|\.nan|\.inf|~)|[-+.\d].*")
_SIMPLE = re.compile(r"\S+(?: +\S+)*")
_ODD_SPACE = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")


def block(text: str, indent: str = "  ") -> str:
    """A text as a block scalar, mark included: '>-' folded where that loses nothing, else literal.

    Line ends that YAML cannot keep become newlines or spaces; quotes are compared with white space made equal.
    """
    text = _ODD_SPACE.sub(lambda m: "\n" if m[0][0] == "\r" else " ", text)
    if _SIMPLE.fullmatch(text):
        return ">-\n" + "\n".join(f"{indent}{line}" for line in _folded(text, FOLD_AT - len(indent)))
    literal = "\n".join(f"{indent}{line}" if line else "" for line in text.split("\n"))
    for mark in ("|-", "|2-", "|", "|2", "|+", "|2+"):
        written = f"{mark}\n{literal}" if mark[-1] != "+" else f"{mark}\n{literal.removesuffix(chr(10))}"
        if _reads_back(written, text):
            return written
    return block(" ".join(text.split()) or "''", indent)


def inline(text: str) -> str:
    """A text behind its key: bare where every YAML reader takes it for this text, else quoted."""
    other = _OTHER_TYPE.fullmatch(text) or means_nothing(text)
    if _PLAIN.fullmatch(text) and not other and "  " not in text:
        return text
    return str(yaml.dump(text, default_style='"', allow_unicode=True, width=10**9)).strip()


def word(text: str) -> str:
    """A slug, code or choice: bare, also when it is a word like yes or NO that our dialect reads as text."""
    return text if re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", text) else inline(text)


def inside_braces(text: str) -> str:
    """A text between braces on one line, where a comma would end it."""
    plain = inline(text)
    return plain if plain.startswith('"') or not set(",[]{}") & set(plain) else f'"{plain}"'


def listed(words: tuple[str, ...]) -> str:
    """A short list on one line."""
    return f"[{', '.join(word(w) for w in words)}]"


def _folded(text: str, width: int) -> Iterator[str]:
    """Lines of at most `width`, broken only at single spaces, which folding gives back."""
    wrapper = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False)
    pieces = re.split(r"(?<=[^ ]) (?=[^ ])", text)
    # Runs of several spaces must stay inside a line; stand-ins keep them together while lines are broken.
    kept = " ".join(piece.replace(" ", "\ue000") for piece in pieces)
    if "\ue000" in text or "\t" in text or not kept.isprintable():
        yield text
        return
    yield from (line.replace("\ue000", " ") for line in wrapper.wrap(kept))


def _reads_back(written: str, text: str) -> bool:
    from dossier.store.dialect import read_yaml  # which asks this module how a line is written again

    node, problems = read_yaml(f"k: {written}\nz: z\n", "")
    value = node.get("k") if isinstance(node, Mapping) else None
    return not problems and isinstance(value, Text) and value.value == text
