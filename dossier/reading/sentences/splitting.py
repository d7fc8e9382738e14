"""Where sentences end: places in the text, every character but white space inside one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from dossier.language.listed import listed_words
from dossier.reading.sentences.items import BULLETS, item_starts

_listed = partial(listed_words, "abbreviations.yaml")
_CLOSERS = "\"'”’»›)\\]}"
_OPENERS = "\"'“‘«‹([{„‚¿¡*_"
# A run of stops, what closes after it, and the space that follows; or a line break.
_EMOJI = r"(?:[ \u00a0]?[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?)*"  # belongs to the sentence it follows
_FINAL = "。！？｡؟۔।॥"  # stops of other scripts, which have no other use
_STOP = re.compile(rf"([.!?…{_FINAL}]+(?:[ \u00a0]\.+)*)([{_CLOSERS}」』]*(?:\[\d{{1,3}}\])*{_EMOJI})(\s*)|\n\s*")
_NEXT_WORD = re.compile(rf"[{re.escape(_OPENERS)}\-–— \u00a0]{{0,4}}([^\W_]+(?:[.’'\-][^\W_]+)*)")
_ZONE = re.compile(r"\.? (?:[A-Z][\w-]+ ){1,2}time\b")  # "6 p.m. New York time"
_BETWEEN = re.compile("[ \t\n\u00a0([{\"'“‘’,;:/\\-–—]")
_ENUMERATOR = re.compile(rf"[{BULLETS}(\s]*(?:\d{{1,3}}|[A-Za-z]|[ivxIVX]{{1,5}})")
_INITIAL = re.compile(r"\.\s*[A-Z]\.\s")  # "W. A. Perera"
_FULL_WIDTH = 120  # a line longer than this is a paragraph, not a piece of a wrapped one


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences, in order; only white space lies outside them.

    A blank line always ends a sentence; a single line break does when the next line starts anew.
    """
    cuts = item_starts(text)
    wrapped = _is_wrapped(text)
    spans: list[tuple[int, int]] = []
    for start, end in zip([0, *cuts], [*cuts, len(text)]):
        spans.extend(_spans(text, start, end, wrapped))
    return spans


def _spans(text: str, start: int, end: int, wrapped: bool) -> Iterator[tuple[int, int]]:
    for match in _STOP.finditer(text, start, end):
        for at in _ends(text, start, match, end, wrapped):
            span = _trimmed(text, start, at)
            if span:
                yield span
            start = at
    span = _trimmed(text, start, end)
    if span:
        yield span


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return (start + left, start + right) if left < right else None


# ---------------------------------------------------------------- one candidate


def _ends(text: str, start: int, match: re.Match[str], limit: int, wrapped: bool) -> tuple[int, ...]:
    """Where sentences end at this run of stops or this line break; usually one place or none."""
    run, closing, space = match.groups()
    if run is None:
        return (match.start(),) if _breaks(text, match.start(), match.end(), wrapped) else ()
    after = match.end(2)
    if match.end() >= limit or run[-1] in _FINAL:
        return (after,)
    if not space:
        return (after,) if _is_glued(text, match.start(), after) else ()
    if "\n" in space and _line_ends(text, match, wrapped):
        return (after,)
    if run[0] == "." and ". ." in run and text[match.start() - 1 : match.start()].strip():
        # 'compounds. . . . The': the first stop ends a sentence, the others stand for words left out.
        return (match.start() + 1,) if _starts_anew(text, match.end()) else ()
    if closing[:1] in (")", "]") and not run.strip(".… ") and text[max(0, match.start() - 1)] in "[(":
        return ()  # "We met [...] Ruiz"
    return (after,) if _is_end(text, start, match) else ()


def _line_ends(text: str, match: re.Match[str], wrapped: bool) -> bool:
    """Whether the line break behind a run of stops settles it; else the run is judged as inside a line."""
    if match[3].count("\n") > 1:
        return True
    title = _word_before(text, match.start()).lower() in _listed("titles") and match[1] == "."
    return not wrapped and not title and _new_line_starts(text, match.end())


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    run, closing, _ = match.groups()
    if not _starts_anew(text, match.end()):
        return False
    if run != ".":
        if _is_omission(text, match.start(), run):
            return False
        if run == "!" and _word_before(text, match.start()).lower() in _listed("marked_names"):
            return _next_word(text, match.end()).lower() in _listed("starters")
        return not (_calls(text, start, match) or (closing and _carries_on(text, match.end())))
    if match.start() - start <= 12 and _ENUMERATOR.fullmatch(text[start : match.start()].strip()):
        return False
    word = _word_before(text, match.start())
    if closing:
        # '(D-Calif.) Smith': the stop belongs to what the bracket abbreviates.
        short = closing == ")" and (word.lower() in _listed("may_end") or "." in word)
        return not short or _next_word(text, match.end()).lower() in _listed("starters")
    if text[match.end()] == "(" and "." in word:
        return False
    return _word_can_end(text, start, match.start(), word, _next_word(text, match.end()))


def _is_omission(text: str, at: int, run: str) -> bool:
    """Three stops with a space before them stand for words left out; a fourth would end the sentence."""
    return run.replace(" ", "").replace("\u00a0", "") in ("...", "…") and text[max(0, at - 1) : at] in (
        "",
        " ",
        "\u00a0",
    )


def _word_can_end(text: str, start: int, stop: int, word: str, following: str) -> bool:
    """Whether the full stop after `word` ends the sentence, given the word that follows."""
    lower = word.lower()
    starter = following.lower() in _listed("starters")
    if word.endswith("%"):
        return True  # the dot in "0.3%" makes it no abbreviation
    if following[:1].isdigit() and lower in _listed("before_numbers"):
        return False
    if lower in _listed("clock"):
        zone = following.lower() in _listed("after_clock") or _ZONE.match(text, stop)
        return not zone and len(text[start : min(stop, start + 60)].split()) > 3
    if lower in _listed("inner"):
        return False
    if lower in _listed("titles") and word[:1].isupper():
        ends = lower in _listed("may_end") or _is_surname(text, start, stop - len(word))
        return ends and (starter or text[stop + 1 : stop + 3].strip()[:1] in ("“", '"'))
    if lower in _listed("often_end"):
        return True
    if lower in _listed("may_end") and (
        word[:1].isupper() or not following[:1].isupper() or "." in word or lower == "co"
    ):
        return starter
    if "." in word and all(len(part) <= 2 for part in word.split(".")):
        return starter
    if len(word) == 1 and word.isalpha() and word.isupper():
        return starter and not _INITIAL.match(text, stop)
    return True


def _is_surname(text: str, start: int, at: int) -> bool:
    """ "Said Amartya SEN. The": whether another name stands right in front of a word that is a title, too."""
    before = text[start:at].rstrip().rpartition(" ")[2]
    return before.isalpha() and before.istitle()


def _starts_anew(text: str, at: int) -> bool:
    """Whether a sentence can begin here: a capital, a figure, an opening quotation mark or a bullet."""
    head = text[at : at + 1]
    if head.isupper() or head.isdigit() or head in BULLETS:
        return True
    if head.islower():
        # iPhone, eBay: a small letter before a capital is a name.
        return text[at + 1 : at + 2].isupper()
    if head in _OPENERS or head in "-–—#@$€£¥":
        word = _NEXT_WORD.match(text, at)
        return not (word and word[1][0].islower()) if head not in "$€£¥#@" else True
    return head not in ",;:.!?…)]}%&/\\=+<>”’»"


def _next_word(text: str, at: int) -> str:
    match = _NEXT_WORD.match(text, at, at + 60)
    return match[1] if match else ""


def _word_before(text: str, stop: int) -> str:
    """The word or dotted abbreviation that the full stop at `stop` closes."""
    return _BETWEEN.split(text[max(0, stop - 24) : stop])[-1]


def _carries_on(text: str, at: int) -> bool:
    """'“Will you go?” Smith asked': the quotation is part of a longer sentence."""
    words = re.findall(r"[^\W\d_]+|[^\w\s]", text[at : at + 60])[:4]
    if words and words[0][0].isupper() and words[0] != "I" and words[0].lower() in _listed("starters"):
        return False  # '"Is it safe?" Nobody answered.'
    for place, word in enumerate(words):
        if not word[0].isalpha():
            return False
        if word.lower() in _listed("saying"):
            return place > 0 or words[0].islower()
    return False


def _calls(text: str, start: int, match: re.Match[str]) -> bool:
    """ "The crowd chanted, “Peru! Peru!”": calls inside a sentence that began before them."""
    opens = max(text.rfind(mark, start, match.start()) for mark in (' "', " “"))
    return opens > start and not match[2] and bool(_CALL.match(text, match.end()))


_CALL = re.compile(r"(?:[A-Z]\w*[ ,]{0,2})(?:\w+[ ,]{0,2}){0,2}[!?][\"”]")


def _is_glued(text: str, stop: int, after: int) -> bool:
    """'the war.Critics said': a sentence end whose space was lost; never inside an address or a file name."""
    left = re.split(r"\s", text[max(0, stop - 40) : stop])[-1]
    right = re.split(r"\s", text[after : after + 40], maxsplit=1)[0]
    return (
        len(left) > 1
        and left.strip("“‘\"'(").replace("’", "").replace("-", "").isalpha()
        and left[-2:].islower()
        and text[after : after + 1].isupper()
        and right.rstrip(",;:").replace("’", "").replace("'", "").replace("-", "").isalpha()
        and (len(right) == 1 or right[1:].islower())
        and not text[stop : stop + 1].isalnum()
        and (text[stop] != "!" or len(right) > 2)
    )


# ---------------------------------------------------------------- lines and lists


def _breaks(text: str, end_of_line: int, next_line: int, wrapped: bool) -> bool:
    """Whether the line break between `end_of_line` and `next_line` ends a sentence."""
    if text.count("\n", end_of_line, next_line) > 1:
        return True
    if not _new_line_starts(text, next_line):
        return False
    line = text[text.rfind("\n", 0, end_of_line) + 1 : end_of_line].rstrip()
    if line.endswith((",", "-", "–", "—", "(", "&")) or line.rsplit(" ", 1)[-1] in _listed("open_words"):
        return False
    if not wrapped or len(line) > _FULL_WIDTH:
        return True
    stop = text.find("\n", next_line)
    following = text[next_line : stop if stop >= 0 else len(text)].rstrip()
    return len(line) + 1 + len(following.split(" ", 1)[0]) <= min(len(following), _FULL_WIDTH)


def _new_line_starts(text: str, at: int) -> bool:
    head = text[at : at + 1]
    return head.isupper() or head.isdigit() or head in BULLETS or head in '“"«‘*#'


def _is_wrapped(text: str) -> bool:
    """Lines of the text are pieces of paragraphs: many of them begin in the middle of a sentence."""
    if "\n" not in text:
        return False
    heads: list[str] = re.findall(r"[^\n]\n[ \t]*(\S)", text)
    return sum(head.islower() for head in heads) * 4 > len(heads)
