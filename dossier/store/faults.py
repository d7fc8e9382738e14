"""What the YAML reader stumbled over, in words for somebody who does not know YAML, where they must look."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from dossier.data import load
from dossier.problems import Problem, Where
from dossier.store.fields import FILES, RECORD, every_field
from dossier.store.hints import of_kind, shown
from dossier.store.outdented import under_no_key
from dossier.store.rewriting import closed_value, unopened, written_again

_KEY_AND_TEXT = re.compile(r"([A-Za-z_][\w-]*):[ \t]+(\S.*?)[ \t]*")
_INDENTED = re.compile(r"[ -]+([A-Za-z_][\w-]*):[ \t]+(\S.*?)[ \t]*")
_NO_SPACE = re.compile(r"([A-Za-z_][\w-]*)(:| +=|=)[ \t]*(\S.*?)[ \t]*")
_DASHED = re.compile(r"- +([A-Za-z_][\w-]*):(?: |$)")
_ITEM = re.compile(r"( +)- ")
_OPEN_LIST = re.compile(r"( *)([A-Za-z_][\w-]*): +\[([^\[\]{}]*?),? *")
_HASH = re.compile(r"[\[, ]#")
_BULLET = re.compile(r"\s*[•·‣▪*–—]\s*(\S.*)")
_PREFIXED = re.compile(r" *(?:\d{1,4}[.):|]?|[+>|])\s*(?=[a-z_]+:(?: |$)|  |# )")
_BLOCK_BEGUN = re.compile(r"([A-Za-z_][\w-]*):[ \t]*[>|][-+]?[ \t]*")
_OPENED = re.compile(r"( *(?:- )?)([A-Za-z_][\w-]*): +([\"'])(.*)")
_CLOSED = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'")}
_ENTRY = re.compile(r" *- +([A-Za-z_][\w-]*):(?: |$)")
_BEGINS = {f.of[0].name: f.name for kind in FILES for f in kind.fields if f.kind == RECORD and f.many}
_ENTRY_ABOVE = re.compile(r"( *(?:- +)?)([^\s:#-][^:]*):(?: |$)")
_KEYS = {name: field for kind in FILES for name, field in every_field(kind.fields)}
_INNER = {name.rpartition(".")[2] for name in _KEYS if "." in name} - _KEYS.keys()  # keys of entries only
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$|^={7}$", re.MULTILINE)
_OURS = re.compile(r"^<{7} ", re.MULTILINE)
_NO_DASH = "a list item begins with a dash and a space"
_UNCLOSED = "a quotation mark is opened and never closed"


def unfinished_merge(text: str, path: str) -> Problem | None:
    """Where Git left both sides of a line for a person to choose."""
    if not any(sign * 7 in text for sign in "<>|="):
        return None
    text = text.replace("\r", "")
    found = _CONFLICT.search(text)
    return _unchosen(text, found.start(), path) if found else None


def unfinished_merge_in_prose(text: str, path: str) -> Problem | None:
    """The same in an article, where one of the marks alone may be an ornament."""
    text = text.replace("\r", "") if ">>>>>>> " in text else ""
    found = _OURS.search(text)
    if not found:
        return None
    parted = text.find("\n=======\n", found.start())
    return _unchosen(text, found.start(), path) if parted > 0 and text.find("\n>>>>>>> ", parted) > 0 else None


def _unchosen(text: str, at: int, path: str) -> Problem:
    where = Where(path, text.count("\n", 0, at) + 1)
    hint = "keep the lines you want and delete those with <<<<<<<, ======= and >>>>>>>"
    return Problem(where, "merge-conflict", "the file contains both sides of an unfinished merge", hint)


def in_plain_words(error: yaml.YAMLError, lines: list[str], path: str) -> Problem:
    """One message for what the YAML reader could not read, at the place a person has to look."""
    if isinstance(error, yaml.reader.ReaderError):
        before = "\n".join(lines).encode()[: error.position].decode("utf-8", "replace").split("\n")
        where = Where(path, len(before), len(before[-1]) + 1)
        what = f"control character U+{_code(error):04X} in the text"
        return Problem(where, "control-character", what, "delete it")
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem(Where(path), "syntax", "this is not readable as YAML", "compare it with another file")
    said = f"{error.context or ''} {error.problem or ''}"
    line, column = _place(error, said)
    for number, at, hint in _unclosed(lines, line):
        return Problem(Where(path, number + 1, at + 1), "syntax", _UNCLOSED, hint)
    if foreign := _foreign_line(said, lines, line, path) or under_no_key(said, lines, path):
        return foreign
    where = Where(path, min(line + 1, max(len(lines), 1)), column + 1)
    rule = next((rule for part, rule in load("yaml_faults.yaml")["rules"].items() if part in said), "syntax")
    return Problem(where, rule, *_told(said, lines, line))


def _foreign_line(said: str, lines: list[str], line: int, path: str) -> Problem | None:
    """The first line that looks like none of ours, by the table of what people paste."""
    places = {"first": [0], "here": [line], "near": [line, line - 1], "any": range(len(lines))}
    for fault in load("yaml_faults.yaml")["lines"] if lines else ():
        for number in (number for place in fault["at"] for number in places[place]):
            found = re.match(fault["form"], lines[number], re.IGNORECASE) if 0 <= number < len(lines) else None
            if found and fault.get("said", "") in said:
                column = found.start("at") if "at" in found.groupdict() else 0
                hint = fault["hint"].format(*(shown(part).strip() for part in (found[0], *found.groups())))
                return Problem(Where(path, number + 1, column + 1), fault.get("rule", "syntax"), fault["what"], hint)
    return None


def _code(error: yaml.reader.ReaderError) -> int:
    """The number of the character that the YAML reader refuses, which it names in two ways."""
    return error.character if isinstance(error.character, int) else ord(error.character)


def _place(error: yaml.MarkedYAMLError, said: str) -> tuple[int, int]:
    """Line and column, from 0, of what has to be mended."""
    opened, stopped = error.context_mark, error.problem_mark
    unclosed = "quoted scalar" in said and "end of stream" in said
    # A bracket that is never closed is noticed lines later; the place where it was opened helps more.
    lost = bool(opened and stopped and "flow" in said and stopped.line != opened.line)
    # A line without a colon is noticed in the next one.
    keyless = "expected ':'" in said
    mark = opened if (unclosed or lost or keyless) and opened else stopped or opened
    return (mark.line, mark.column) if mark else (0, 0)


def _told(said: str, lines: list[str], line: int) -> tuple[str, str]:
    """What is wrong and what to do."""
    if "quoted scalar" in said and "end of stream" in said:
        return _UNCLOSED, "add the closing mark"
    text = lines[line] if line < len(lines) else ""
    above = next((above for above in lines[line - 1 :: -1] if above.strip()), "") if line else ""
    if "expected ':'" in said:
        return _without_colon(text, _begins_below(lines, line))
    entry = _ENTRY.match(text)
    home = _BEGINS.get(entry[1], "") if entry and entry[1] not in _KEYS else ""
    if home and not any(line.startswith(f"{home}:") for line in lines):
        return f"an entry of '{home}' is under no key", f"write a line '{home}:' above it"
    if (first := _without_dash(lines, line)) is not None:
        return "a list item begins with a dash, and the first one here has none", f"write '- ' before '{first}'"
    if (dashed := _DASHED.match(text)) and above and not above.startswith("-"):
        if dashed[1] in _KEYS:
            return "there is a dash before a key", f"delete the dash before '{shown(dashed[1])}'"
        if inset := next((len(n[1]) for above in lines[line - 1 :: -1] if (n := _ITEM.match(above))), 0):
            what = "this list item is further left than those above it"
            return what, f"put {inset} spaces before it, and before each line that belongs to it"
    if (item := _BULLET.fullmatch(text)) and "alias" in said:
        return _NO_DASH, f"write '- {shown(item[1])}'"
    indented = re.fullmatch(r"( +)([A-Za-z_][\w-]*):(?: .*)?", text)
    unfit = "expected key" in said or "block end" in said
    if indented and (unfit or _drawn_in(indented[2], above) or _too_deep(indented[2], above)):
        below = next((below for below in lines[line + 1 :] if below.strip()), "")
        return "this line does not fit the lines above it", _moved(indented, _ENTRY_ABOVE.match(above), below)
    if above.startswith("#"):
        opened = next((text for text in lines[line - 1 :: -1] if text.strip() and text[0] != "#"), "")
        if _BLOCK_BEGUN.fullmatch(opened):
            return (
                "there is a comment between a key and its text",
                f"move the comment above the line '{shown(opened)}'",
            )
    if line and lines[line - 1].startswith(" ") and lines[line - 1].lstrip().startswith("#"):
        what = f"the line above begins with '#', which ends the text: '{shown(lines[line - 1])}'"
        return what, "put the whole text in quotation marks, or write it below its key after '>-'"
    if "mapping values" in said and above and ":" not in above and not above.startswith((" ", "#", "-")):
        return f"the line above has no 'key: value': '{shown(above)}'", "delete it, or put '# ' before it"
    return _by_sign(said, lines, line, text)


def _without_dash(lines: list[str], line: int) -> str | None:
    """The key that begins the first entry of a list where other entries, as on this line, have a dash; else None."""
    if line >= len(lines) or not _ENTRY.match(lines[line]):
        return None
    begins = next((n for n in range(line - 1, -1, -1) if lines[n].strip() and lines[n][0] not in " #-"), line)
    first = re.match(r" +([A-Za-z_][\w-]*):", lines[begins + 1])
    return first[1] if first and begins + 1 < line else None


def _moved(key: re.Match[str], above: re.Match[str] | None, below: str) -> str:
    """Where a key belongs that is not under the one above it: below it, or to the beginning of the line."""
    column, own = len(above[1]) if above else 0, len(key[1])
    if not above or column in (0, own) or (key[2] in _KEYS and above[2] not in _KEYS):
        return f"delete the spaces before '{shown(key[2])}'"
    if column < own == len(below) - len(below.lstrip()):  # the lines that follow stand as this one does
        return f"begin the line above where this one begins: put {_spaces(own - column)} before '{shown(above[0])}'"
    return f"begin it exactly below '{shown(above[2])}': {_spaces(column)} before '{shown(key[2])}', no more"


def _too_deep(key: str, above: str) -> bool:
    """Whether a key stands deeper than the one it belongs beside, so that it goes on that one's text."""
    beside = _ENTRY_ABOVE.match(above)
    if not beside or not beside[1]:
        return False
    return key in _INNER or len(above[beside.end() :].split()) == 1


def _spaces(number: int) -> str:
    return "one space" if number == 1 else f"{number} spaces"


def _begins_below(lines: list[str], line: int) -> bool:
    """Whether a line not indented is to go on a text that began, indented, below its key."""
    opened = next((text for text in lines[line - 1 :: -1] if text.strip() and text[0] != " "), "") if line else ""
    return _BLOCK_BEGUN.fullmatch(opened) is not None


def _drawn_in(key: str, above: str) -> bool:
    """Whether a key of ours stands, indented, below a key that takes a text."""
    begun = _KEY_AND_TEXT.fullmatch(above)
    return key in _KEYS and begun is not None and begun[1] in _KEYS and _KEYS[begun[1]].kind != RECORD


def _by_sign(said: str, lines: list[str], line: int, text: str) -> tuple[str, str]:
    """What is wrong by the reader's own words, and what to do by the words of the line."""
    if "expected node content" in said and not any("," in below for below in lines[line:]):
        before = "\n".join(lines[: line + 1])
        brace = before.rfind("{") > before.rfind("[")
        said = "while parsing a flow mapping" if brace else "while parsing a flow sequence"
    found = next(((what, hint) for sign, what, hint in load("yaml_faults.yaml")["plain"] if sign in said), None)
    if found is None:
        return "this is not readable as YAML", "compare it with another file"
    what, hint = found
    whole = _KEY_AND_TEXT.fullmatch(text)
    unfit = what.startswith("this line does not fit")
    if unfit and text[:1].isalpha() and ":" not in text:
        return _without_colon(text, _begins_below(lines, line))
    if whole and (any(sign in said for sign in load("yaml_faults.yaml")["about_texts"]) or "flow mapping" in said):
        if whole[2][0] in "'\"[{" and unfit:
            mark = {"[": "bracket", "{": "bracket"}.get(whole[2][0], "quotation mark")
            what = f"there are words after the closing {mark}"
        hint = _as_block(whole[1], " ".join([whole[2], *_going_on(lines, line, whole[2][0])]))
        if unfit and (short := closed_value(*whole.groups())):
            hint = f"write {short}"
    elif "mapping values" in said and (whole_text := _begun_above(lines, line)):
        what, hint = _text_or_lines(what, *whole_text)
    elif (inside := _INDENTED.fullmatch(text)) and "mapping values" in said and inside[2][0] not in "'\"[{":
        hint = f'write {inside[1]}: "{shown(inside[2], 2000)}"' if '"' not in inside[2] else hint
    elif found_open := _OPEN_LIST.fullmatch(text.rstrip("] ") if _HASH.search(text) else text):
        field = _KEYS.get(found_open[2])
        items = [item.strip(" '\"#") for item in found_open[3].split(",")]
        if _HASH.search(text):
            what = "a '#' begins a comment, so that the list is not closed"
        listed = ", ".join(of_kind(item, field) if field and field.many else item for item in items)
        hint = f"write {found_open[2]}: [{shown(listed, 300)}]"
    return what, hint


def _going_on(lines: list[str], line: int, mark: str) -> Iterator[str]:
    """The lines below that belong to a text which begins with a quotation mark."""
    for text in lines[line + 1 :] if mark in "'\"" else ():
        if not text.startswith(" "):
            return
        yield text.strip()


def _begun_above(lines: list[str], line: int) -> tuple[str, str, str] | None:
    """The key whose text began lines above and goes on here, its first line and all of it; None where none does."""
    above = line - 1
    while above >= 0 and (not lines[above].strip() or lines[above].startswith(" ")):
        above -= 1
    begun = _KEY_AND_TEXT.fullmatch(lines[above]) if above >= 0 else None
    if not begun or begun[2][0] in "'\"[{|>#&*!":
        return None
    end = next((n for n in range(line, len(lines)) if lines[n].strip() and not lines[n].startswith(" ")), len(lines))
    return begun[1], begun[2], " ".join(" ".join([begun[2], *lines[above + 1 : end]]).split())


def _text_or_lines(what: str, key: str, first: str, whole: str) -> tuple[str, str]:
    """About a key with a text and, below it, what reads like a key: all of it the text, or lines of the key's own."""
    if key in _INNER:
        return f"'{key}' belongs to the entry above it", f"begin '{key}:' exactly below the other keys of that entry"
    if inner := next((f for kind in FILES for f in kind.fields if f.name == key and f.kind == RECORD), None):
        name = inner.of[0].name
        what = f"'{key}' has a text on its line and 'key: value' lines below it"
        return what, f"put that text below as a line of its own: two spaces and {name}: {shown(first, 300)}"
    return what, _as_block(key, whole)


def _as_block(key: str, text: str) -> str:
    """The key with its text below it, without the quotation marks somebody put around it."""
    if not any(c.isalnum() for c in text.replace("&gt;", "")):
        if text in ("?", "-", "–", "—", "??", "...", "…"):
            return f"delete the line, or write what is meant after '{key}:'"
        return f"write '{key}: >-' and nothing else in this line; the text stands below it, indented by two spaces"
    marked = len(text) > 2 and text[0] == text[-1] and text[0] in "'\""
    # The second mark closes the first in '"a" and "b"', opens in '"The "a" fell"', is a letter in "'the man's'".
    closed = marked and re.match(r"[^\s{0}]+(?:\s+[^\s{0}]+)*{0}(?!\w)".format(text[0]), text[1:-1])
    bare = text[1:-1] if marked and not closed else text
    if text[0] in "|>":
        bare = re.sub(r"[|>]+(?:\d?[-+]|[-+]?)\s*", "", text, count=1).strip() or text
        if joined := re.search(r" ([a-z_]+): ", bare):
            return f"each key begins a line of its own: break the line before '{joined[1]}:', and behind '>-'"
    return written_again(key, bare)


def _unclosed(lines: list[str], last: int) -> Iterator[tuple[int, int, str]]:
    """Where, up to a line, a quotation mark opens a text and the next key stands before the one that closes it."""
    for number, text in enumerate(lines[: last + 1]):
        opened = _OPENED.fullmatch(text)
        if not opened or _CLOSED[opened[3]].match(opened[4]):
            continue
        after = next((below for below in lines[number + 1 :] if below.strip()), "")
        if not after or _KEY_AND_TEXT.fullmatch(after.strip()) or after.rstrip().endswith(":"):
            text = unopened(f"{opened[3]}{opened[4]}")
            yield number, opened.start(3), _as_block(opened[2], text or "...")


def _without_colon(text: str, goes_on: bool) -> tuple[str, str]:
    """About a line that is neither 'key: value' nor part of the text above it."""
    what = "this line has no 'key: value'"
    if found := _BULLET.fullmatch(text):
        return _NO_DASH, f"write '- {shown(found[1])}'"
    if found := _PREFIXED.match(text):
        told = f"delete '{found[0].strip()}' and what is like it at the beginning of every line"
        return "this line begins with a sign or number that does not belong to the file", told
    if text.startswith("-") and text[1:2].strip(" -"):
        return "a space is missing after the dash", f"write '- {shown(text[1:])}'"
    if found := _NO_SPACE.fullmatch(text):
        key = found[1].lower() if found[1].lower() in _KEYS else found[1]
        return "a key ends in a colon and a space", f"write '{key}: {shown(found[3])}'"
    if (wide := text.replace("\uff1a", ": ", 1)) != text and _NO_SPACE.fullmatch(wide):
        return "this colon is of another alphabet", f"write '{shown(wide.replace('  ', ' '))}'"
    first, _, rest = text.partition(" ")
    if first in _KEYS and rest.strip():
        return "a colon is missing after the key", f"write '{first}: {shown(rest)}'"
    if goes_on:
        return "the text below a key is not indented", f"write two spaces before it: '  {shown(text, 2000)}'"
    return (
        what,
        "write 'key: value', indent the line by two spaces if it belongs to the text above it, or put '# ' before it",
    )
