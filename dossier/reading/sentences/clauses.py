"""The parts of a sentence that state something each: 'exports rose, while imports fell'.

Two parts are told apart only where each has its own subject and its own finite verb and can stand alone as
a quote. Relative clauses, enumerations, conditions and reasons stay with what they belong to; so does a part
whose subject is a pronoun or missing. In doubt a sentence stays whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dossier.language.grammar import is_adverb
from dossier.reading.sentences.clause_nodes import SIDE
from dossier.reading.sentences.clause_parts import after_adverbial, leans_back, shares_quantity, stands_alone
from dossier.reading.sentences.clause_tree import Clause, clauses_of
from dossier.reading.sentences.telling import Parsed, parsed
from dossier.reading.sentences.tokens import Token, class_of
from dossier.reading.sentences.verb_forms import looks_past, plain_auxiliary, words_of

_LONGEST = 200  # words; longer sentences are no sentences
_DASHES = (":", "—", "–", "-")
_MARKS = (*_DASHES, ",", ";")
_CONTRAST = ("while", "whereas")
_ANNOUNCING = frozenset(["follows", "following", "this", "these", "question", "reason", "answer"])
_NOW = frozenset(["is", "are", "has", "have"])
_SHORT = 8  # words of a subject behind a colon


class _Cut(NamedTuple):
    """Where a clause may be cut off, by numbers of words: the mark or "and", its first word, its verb."""

    clause: Clause
    place: int
    begin: int
    verb: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its words and clauses."""

    said: Parsed
    tree: Sequence[Clause]

    @property
    def tokens(self) -> Sequence[Token]:
        """Its words and marks."""
        return self.said.tokens

    def word_at(self, place: int) -> int:
        """The number of the word at a place of the sentence."""
        return next(k for k, token in enumerate(self.tokens) if token.start >= place)

    def clauses_in(self, first: int, last: int) -> list[Clause]:
        """The clauses with their verbs between two words."""
        start, end = (self.tokens[k].start for k in (first, last))
        return [clause for clause in self.tree if clause.verb and start <= clause.verb_start < end]


def split_clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the sentence text[start:end] that state something independently; the whole where there is one.

    Joining words and the marks before them lie outside the spans.
    """
    said = parsed(text[start:end])
    tokens = said.tokens
    if not 5 <= len(tokens) <= _LONGEST or tokens[-1].text == "?":
        return [(start, end)]
    sentence = _Sentence(said, clauses_of(text[start:end]))
    if tokens[0].low in _CONTRAST:
        return [(start + a, start + b) for a, b in _contrasted(sentence)] or [(start, end)]
    spans, at, left = [], start, 0
    for number in range(1, len(sentence.tree)):
        cut = _cut_before(sentence, number) if _is_told(sentence.tree, number) else None
        if cut and cut.place > left + 1 and _can_part(sentence, left, cut):
            spans.append((at, start + tokens[cut.place - 1].end))
            at, left = start + tokens[cut.begin].start, cut.begin
    return [*spans, (at, end)]


def _is_told(tree: Sequence[Clause], number: int) -> bool:
    """Whether a clause tells something beside the main one, or beside what is told so; or who says something else."""
    reports = _says(tree[number])
    while number > 0:
        clause = tree[number]
        beside = clause.kind in ("joined", "behind") or clause.link in _CONTRAST
        if not beside and not (reports and clause.kind == "complement"):
            return False
        number = clause.governor
    return True


def _says(clause: Clause) -> bool:
    """Whether the verb of a clause tells that somebody says something: not "was expected"."""
    passive = len(clause.verb) > 1 and clause.verb[-2] not in words_of("have", "do", "modals")
    return bool(clause.verb) and not passive and clause.verb[-1] in class_of("speaking", "countering")


def _cut_before(sentence: _Sentence, number: int) -> _Cut | None:
    """Where a clause begins behind its mark and joining words, with a subject of its own; None where it has none."""
    tokens, clause = sentence.tokens, sentence.tree[number]
    place = sentence.word_at(clause.start)
    place -= tokens[place - 1].text in _MARKS
    begin = place
    while begin < len(tokens) - 1 and (
        tokens[begin].text in _MARKS or tokens[begin].low in class_of("joints", "after_joint")
    ):
        begin += 1
    verb = sentence.word_at(clause.verb_start) if clause.verb else 0
    joined = tokens[place].text in _MARKS or tokens[place].low in ("and", "but")
    joined = joined and tokens[place - 1].low not in class_of("relatives")  # "the view that, while"
    if (
        not joined
        or not begin < verb
        or tokens[begin].deep
        or tokens[begin].low.endswith("ing")
        or looks_past(tokens[begin])
    ):
        return None
    return _Cut(clause, place, begin, verb)


def _contrasted(sentence: _Sentence) -> list[tuple[int, int]]:
    """ "While exports to China fell, exports to India grew": the two parts, when each can stand alone."""
    tokens = sentence.tokens
    commas = [k for k, t in enumerate(tokens) if t.text == "," and not t.deep]
    if len(commas) != 1 or not 4 < commas[0] < len(tokens) - 4:
        return []
    if any(t.text in (";", ":") or t.low in class_of("speaking") for t in tokens):
        return []
    place, end = commas[0], len(tokens) - 1
    one, other = (
        [c for c in sentence.clauses_in(*span) if c.kind in ("main", "behind", "temporal", "reason")]
        for span in ((2, place), (place + 2, end))
    )
    if not one or not other or any(c.verb[0].endswith("ing") for c in one) or not stands_alone(sentence.said, 1):
        return []
    if _is_when(sentence, one[0]):
        return []
    cut = _Cut(other[0], place, place + 1, sentence.word_at(other[0].verb_start))
    if not tokens[1].text[0].isalnum() or not _stands_on_its_own(sentence.said, cut):
        return []
    return [(tokens[1].start, tokens[place - 1].end), (tokens[place + 1].start, tokens[-1].end)]


def _is_when(sentence: _Sentence, clause: Clause) -> bool:
    """ "While she was IN office", "while he was STILL abroad": it only tells when."""
    verb = sentence.word_at(clause.verb_start)
    after = sentence.tokens[verb + 1].low
    return (
        clause.verb in (("was",), ("were",), ("is",), ("are",)) and after in class_of("prepositions") | _WHEREABOUTS
    )


_WHEREABOUTS = frozenset(["abroad", "away", "still", "there", "out", "ill", "president", "minister"])


def _hangs_together(tokens: Sequence[Token]) -> bool:
    return (tokens[0].low in class_of("openers") and not _harmless(tokens)) or _is_reported(tokens)


def _is_reported(tokens: Sequence[Token]) -> bool:
    """'..., officials said on Monday': what the last words attribute is the whole sentence."""
    commas = [k for k, t in enumerate(tokens) if t.text == "," and not t.deep]
    tail = tokens[commas[-1] + 1 :] if commas else []
    return (
        len(tail) <= 12
        and bool({t.low for t in tail} & class_of("speaking"))
        and tail[0].low not in class_of("joints")
    )


def _harmless(tokens: Sequence[Token]) -> int:
    """How many words "As a result," and the like take at the beginning."""
    low = " ".join(t.low for t in tokens[:4])
    found = max((p for p in class_of("harmless_openers") if low.startswith(p + " ")), key=len, default="")
    taken = len(found.split())
    return taken + (0 < taken < len(tokens) and tokens[taken].text == ",")


def _can_part(sentence: _Sentence, left: int, cut: _Cut) -> bool:
    tokens, mark = sentence.tokens, sentence.tokens[cut.place].text
    before, inside = tokens[left : cut.place], sentence.clauses_in(left, cut.place)
    if not _is_whole(sentence, before, inside, left):
        return False
    shared = mark == "," and shares_quantity(sentence.said, left, cut.place, cut.begin)
    if not (shared or _stands_on_its_own(sentence.said, cut)):
        return False
    said = [t for t in before if t.low in class_of("speaking")]
    held = any(c.kind == "complement" for c in inside)
    if mark == ";":
        return _parts_at_semicolon(tokens, cut, said, held)
    start = before[min(_harmless(before), len(before) - 1)].start
    sides = [c for c in inside if c.kind in SIDE and c.start > start and not c.verb[0].endswith("ing")]
    hanging = any(c.link not in _CONTRAST for c in sides)
    if hanging or _hangs_together(tokens[left:]) or ((said or held) and not (mark == "," and _says(cut.clause))):
        return False
    if mark == "," and cut.begin == cut.place + 1:
        return _is_in_row(sentence, cut)
    if mark in _DASHES:
        pair = mark != ":" and sum(t.text == mark for t in tokens) > 1
        announced = pair or before[-1].low in class_of("telling_what") or any(t.low in _ANNOUNCING for t in before)
        return cut.verb - cut.begin <= _SHORT and not announced
    return mark == "," or _own_subject(tokens, before, cut, inside)


def _parts_at_semicolon(tokens: Sequence[Token], cut: _Cut, said: Sequence[Token], held: bool) -> bool:
    """What somebody said may run on behind a semicolon, unless it was said in the past and is told as being so now.

    "Officials feared a wave; 4,000 have come"; another may be heard there, too.
    """
    colons = [k < cut.place for k, t in enumerate(tokens) if t.text == ":"]
    if False in colons or (said and True in colons):
        return False
    now = bool(said) and looks_past(said[0]) and cut.clause.verb[0] in _NOW and not held
    return not said or now or _says(cut.clause)


def _is_whole(sentence: _Sentence, before: Sequence[Token], inside: Sequence[Clause], left: int) -> bool:
    """Whether the part before can stand; "its", where it opens the sentence, has its owner named in the statement."""
    told = any(sentence.tree.index(c) == 0 or _is_told(sentence.tree, sentence.tree.index(c)) for c in inside)
    own = left == 0 and before[0].low in class_of("possessives")
    end = left + len(before)
    return told and (own or stands_alone(sentence.said, after_adverbial(sentence.tokens, left, end), end))


def _stands_on_its_own(said: Parsed, cut: _Cut) -> bool:
    """Whether what follows has a subject that names something, and is understood without what went before."""
    tokens = said.tokens
    subject = tokens[cut.begin : cut.verb]
    alone = stands_alone(said, cut.begin) and stands_alone(said, after_adverbial(tokens, cut.begin, len(tokens)))
    if not alone or leans_back(said, cut.begin, cut.verb) or any(t.low in class_of("people") for t in subject):
        return False
    fitting = any(t.low in _FITTING for t in subject[1:2])
    if subject[0].low in class_of("prepositions") and len(subject) <= _PHRASE + fitting:
        return False  # "and on Friday asked", "and at the weekend opened": its subject stands before
    return any(t.text[0].isalnum() and not is_adverb(t.low) and t.low not in class_of("empty") for t in subject)


_PHRASE = 2  # words: "on Friday"
_FITTING = frozenset(("the", "a", "an", "early", "mid", "late", "last", "next", "this", "that"))


def _is_in_row(sentence: _Sentence, cut: _Cut) -> bool:
    """Whether the part is the middle one of "A fell, B fell, and C has halved"."""
    number = sentence.tree.index(cut.clause)
    return not _says(cut.clause) and any(c.governor == number and c.kind == "joined" for c in sentence.tree)


def _own_subject(tokens: Sequence[Token], before: Sequence[Token], cut: _Cut, inside: Sequence[Clause]) -> bool:
    """Without a comma, 'and' must be followed by what can only be a new subject."""
    if any(t.low in class_of("relatives", "hanging_or_not") for t in before[_harmless(before) :]):
        return False
    if len(cut.clause.verb) == 1 and cut.clause.verb[0].endswith("ed") and any(len(c.verb) > 1 for c in inside):
        return False  # 'ten were killed and fifty injured': the verb is shared
    first, last, auxiliary = tokens[cut.begin], before[-1], bool(plain_auxiliary(cut.clause.verb[0]))
    if first.low in class_of("prepositions") or first.low == "there":
        return True
    if any(t.text in ("and", ",") for t in tokens[cut.begin : cut.verb]):
        return False
    if first.low in class_of("numbers") or first.low[0].isdigit():
        return not cut.clause.verb[-1].endswith("ed") or auxiliary  # not "one dead and five wounded"
    if last.low.endswith(("ly", "ed", "%")) or last.low[0].isdigit() or last.low in class_of("past"):
        return True
    near = 1 if last.text.islower() and not auxiliary and not looks_past(tokens[cut.verb]) else 3
    return first.text[0].isupper() and cut.verb - cut.begin <= near
