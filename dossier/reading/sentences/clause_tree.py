"""How the clauses of a sentence hang together: which is the main one, and what each of the others is to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from dossier.reading.sentences.clause_openers import Opening, closing_bracket, opening_at
from dossier.reading.sentences.verb_groups import LIKELY, PERHAPS, Verb, finite_verbs, words_of
from dossier.reading.sentences.verbs import Token, class_of, tokens_of
from dossier.reading.speech.reporting import verbs as reporting

_SAYING = frozenset(("clause", "only_with_that", "person"))
_UNFINISHED = ("participle", "reduced", "apposition", "bracket")
_CLOSED_BY_COMMA = (*_UNFINISHED, "relative")
_SUBJECTS = ("he", "she", "it", "they", "we", "i")
_MARKS = (",", "—", "–", "--", "-")
_PLAINLY = ("say", "think", "believe", "claim", "insist")  # behind these a participle is rarer than a verb
_NEAR = 4  # words behind an "and"
_SIDE = ("temporal", "reason", "condition")


@dataclass(frozen=True, slots=True)
class Clause:
    """text[start:end] of a sentence; clauses inside it are clauses of their own.

    kind: main | complement | joined | behind | relative | participle | reduced | apposition | temporal | reason |
    condition | bracket. `link` is the word that opens it, `verb` its verb with its auxiliaries, () where it has none,
    at `verb_start`; `governor` is the number of the clause it hangs on, -1 for the main one.
    """

    start: int
    end: int
    kind: str
    link: str
    verb: tuple[str, ...]
    verb_start: int
    governor: int


@dataclass(slots=True, eq=False)
class _Node:
    """A clause while it is read, by numbers of words."""

    kind: str
    first: int
    parent: _Node | None
    link: str = ""
    verb: Verb | None = None
    last: int = -1
    joint: int = -1  # where an "and" stands behind the verb

    @property
    def awaits(self) -> bool:
        return self.verb is None and self.kind not in _UNFINISHED

    def up(self) -> Iterator[_Node]:
        node: _Node | None = self
        while node:
            yield node
            node = node.parent


@dataclass(slots=True, eq=False)
class _Reading:
    """A sentence while it is read: its words, its finite verbs, the clauses so far and the one it stands in."""

    tokens: Sequence[Token]
    finite: Mapping[int, Verb]  # all that may be
    nodes: list[_Node]
    top: _Node
    comma: int = -1
    closed: bool = False  # whether the last comma ended a clause

    def open(self, kind: str, first: int, parent: _Node, link: str = "", verb: Verb | None = None) -> None:
        """A clause inside another, which everything behind belongs to until it is closed."""
        self.back_to(parent, first)
        self.top = _Node(kind, first, parent, link, verb)
        self.nodes.append(self.top)

    def back_to(self, node: _Node, at: int) -> None:
        """Close what stands inside a clause at word number `at`."""
        while self.top is not node and self.top.parent:
            self.top.last = at - 1
            self.top = self.top.parent


@lru_cache(maxsize=4096)
def clauses_of(sentence: str) -> tuple[Clause, ...]:
    """The clauses of a sentence in the order in which they open; the first is the main one.

    Read by rule, without a tagger, so it cannot tell: a participle from a past where both would do ("the horse raced
    past the barn"), what an "and" joins beyond the clause it stands in, where an enumeration inside a relative clause
    ends, an object from a subject behind a verb of saying ("announced the sale ended").
    """
    tokens = tokens_of(sentence, 0, len(sentence))
    if not tokens:
        return ()
    finite = {verb.first: verb for verb in finite_verbs(tokens)}
    taken = {at for at, verb in finite.items() if verb.sure > PERHAPS}
    read = _read(tokens, finite, taken)
    while (more := _lacking(read, finite, taken)) is not None:
        taken.add(more)
        read = _read(tokens, finite, taken)
    _give_main_a_verb(read.nodes)
    numbers = {id(node): number for number, node in enumerate(read.nodes)}
    return tuple(
        Clause(
            tokens[n.first].start,
            tokens[n.last].end,
            n.kind,
            n.link,
            n.verb.words if n.verb else (),
            tokens[n.verb.first].start if n.verb else -1,
            numbers[id(n.parent)] if n.parent else -1,
        )
        for n in read.nodes
    )


def held_by(tree: Sequence[Clause], number: int) -> int:
    """Which clause tells what the verb of another one says: its complement, or what stands before ", he said"."""
    inner = (k for k, c in enumerate(tree) if c.governor == number and c.verb and c.kind == "complement")
    behind = (k for k, c in enumerate(tree) if c.kind == "behind" and c.verb and number == 0)
    return next(inner, next(behind, -1))


def _lacking(read: _Reading, finite: Mapping[int, Verb], taken: Set[int]) -> int | None:
    """The next word that may be a verb in a clause without one, or with one that may be none: "rules passed ban"."""
    for node in read.nodes:
        spare = node.kind == "main" and any(_is_spare(n) and _has_object(read.tokens, n.verb) for n in read.nodes[1:] if n.verb)
        doubted = node.verb and node.verb.may_be_participle and node.kind in ("main", "complement") and not _has_object(read.tokens, node.verb)
        if (not node.awaits or spare) and not doubted:
            continue
        for verb in finite.values():
            if verb.first in taken or _owner(read, verb.first) is not node:
                continue
            if node.verb is None or (node.verb.last < verb.first and read.comma < verb.first and _has_object(read.tokens, verb)):
                return verb.first
    return None


def _owner(read: _Reading, at: int) -> _Node:
    return next(n for n in reversed(read.nodes) if n.first <= at <= n.last)


def _give_main_a_verb(nodes: Sequence[_Node]) -> None:
    """A main clause without a verb takes that of the first clause in it that may be no clause: "X, locked in, left"."""
    main = nodes[0]
    if main.verb is None and (spare := next((n for n in nodes[1:] if n.verb and _is_spare(n)), None)):
        main.verb, spare.verb = spare.verb, None


def _is_spare(node: _Node) -> bool:
    if node.kind == "temporal" and node.first <= 1 and node.link in words_of("prepositional"):
        return True  # "After the vote the party split"
    return node.kind in ("participle", "reduced", "joined", "relative") and node.link in ("", "and") and bool(
        node.verb and node.verb.sure >= LIKELY and not node.verb.head.endswith("ing")
    )


def _read(tokens: Sequence[Token], finite: Mapping[int, Verb], taken: set[int]) -> _Reading:
    main = _Node("main", 0, None)
    read = _Reading(tokens, finite, [main], main)
    at = 0
    while at < len(tokens):
        low = tokens[at].low
        if at in taken:
            _take_verb(read, verb := finite[at])
            at = verb.last + 1
            continue
        if low == "(":
            end = closing_bracket(tokens, at)
            read.open("bracket", at, read.top)
            read.back_to(read.top.parent or main, end + 1)
            at = end + 1
            continue
        if low in _MARKS:
            _pass_comma(read, at)
        elif low in (";", ":") and not (at and tokens[at - 1].low.isdigit()):
            read.back_to(main, at)
            read.comma = at
        elif low in words_of("joining"):
            _join(read, at)
        elif opening := opening_at(tokens, finite, at, read.top.verb):
            _open(read, opening)
            if opening.needs is not None:
                taken.add(opening.needs)
            at += opening.verb is not None and opening.verb.first > at
        at += 1
    read.back_to(main, len(tokens))
    main.last = len(tokens) - 1
    return read


def _open(read: _Reading, opening: Opening) -> None:
    parent = read.top
    if opening.first <= parent.first and parent.parent:
        parent = parent.parent
    read.open(opening.kind, max(opening.first, parent.first), parent, opening.link, opening.verb)


def _join(read: _Reading, at: int) -> None:
    """Behind a comma an "and" joins what is told, not what stands beside it."""
    if at and read.tokens[at - 1].low == ",":
        told = next((n for n in read.top.up() if n.kind not in (*_CLOSED_BY_COMMA, *_SIDE) and n.verb), None)
        if told:
            read.back_to(told, at)
    for node in read.top.up():
        if node.verb:
            node.joint = at
            return


def _pass_comma(read: _Reading, at: int) -> None:
    read.closed = False
    while not read.top.awaits and read.top.parent:
        fronted = read.top.kind in _SIDE and any(n.awaits for n in read.top.up())
        if read.top.kind not in _CLOSED_BY_COMMA and not fronted:
            break
        read.back_to(read.top.parent, at)
        read.closed = True
    before, read.comma = read.comma, at
    if read.top.awaits and _is_apposed(read, max(before + 1, read.top.first), at):
        read.open("apposition", at + 1, read.top)


def _is_apposed(read: _Reading, first: int, comma: int) -> bool:
    """Whether a subject stands before this comma, and only words that tell more of it before the next."""
    tokens = read.tokens
    low = tokens[first].low
    if first >= comma or low in class_of("prepositions") | words_of("temporal", "condition", "reason", "before_relative"):
        return False
    end = next((k for k in range(comma + 1, len(tokens)) if tokens[k].low in (",", ";", ":")), 0)
    inside = range(comma + 1, end)
    free = not any((k in read.finite and read.finite[k].sure > PERHAPS) or opening_at(tokens, read.finite, k, None) for k in inside)
    return bool(end) and len(inside) > 0 and free


def _take_verb(read: _Reading, verb: Verb) -> None:
    """Give a finite verb to the clause that waits for one, or open the clause it is the verb of."""
    tokens, top, told = read.tokens, read.top, read.top.verb
    before = tokens[verb.first - 1].low if verb.first else ""
    if told and told.may_be_noun and top.awaits is False and _was_noun(read, told, verb):
        top.verb = verb
    elif verb.may_be_participle and (first := _set_off(read, verb)):
        read.open("participle", first, top, "", verb)
    elif verb.may_be_participle and top.kind in _UNFINISHED and top.joint == verb.first - 1:
        read.open("reduced", verb.first, top, "", verb)
    elif saying := _saying(read, verb):
        read.open("complement", _subject_of(read, verb, saying.verb.last + 1 if saying.verb else 0), saying, "", verb)
    elif waiting := _waiting(read, verb, before == ","):
        read.back_to(waiting, verb.first)
        waiting.verb = verb
    elif joined := _joined(read, verb):
        kind = joined.kind if joined.kind in (*_SIDE, "relative") else "joined"
        first, joined.joint = joined.joint, -1
        read.open(kind, first, joined, "and", verb)
    elif verb.may_be_noun and not (told and told.may_be_participle and _has_object(tokens, verb) > _has_object(tokens, told)):
        return
    elif told is None or told.last + 1 == verb.first or _is_reduced(read, told, verb):
        read.open("reduced", verb.first, top, "", verb)
    elif doubtful := _doubtful(read, verb):
        _take_back(read, doubtful, verb)
    elif read.comma > told.last:
        read.open("behind", read.comma + 1, read.nodes[0], "", verb)
    elif told.first > top.first + 1 and tokens[told.first - 1].low in _SUBJECTS and tokens[told.first - 2].text[0].islower():
        _take_back(read, top, verb, told.first - 1)  # "the bridges it built have"
    elif before in _SUBJECTS:
        read.open("relative", verb.first - 1, top, "", verb)
    else:
        read.open("complement", told.last + 1, top, "", verb)


def _set_off(read: _Reading, verb: Verb) -> int:
    """Where a participle opens behind a comma: ", built in 1939", ", some built then"; 0 behind what a comma ended."""
    before, mark = read.tokens[verb.first - 1].low, read.tokens[verb.first - 2].low
    if before == ",":
        return 0 if read.closed and any(n.awaits for n in read.top.up()) else verb.first
    return verb.first - 1 if mark == "," and before in words_of("part_of") else 0


def _was_noun(read: _Reading, told: Verb, verb: Verb) -> bool:
    """Whether what was taken for a verb is a noun before the real one: "the appeals court dismissed a case"."""
    if told.last + 1 == verb.first:
        return True
    if verb.may_be_noun or _has_object(read.tokens, told) or (verb.may_be_participle and not _has_object(read.tokens, verb)):
        return False
    return read.comma < told.last or read.comma == verb.first - 1


def _waiting(read: _Reading, verb: Verb, behind_comma: bool) -> _Node | None:
    """The innermost clause without a verb; not a relative one that a comma has closed: "ferries, which …, are"."""
    waiting = [n for n in read.top.up() if n.awaits and (n is read.top or not verb.may_be_noun or n.kind == "main")]
    if verb.may_be_noun and any(n.kind in _SIDE and n.verb for n in read.top.up()):
        return None  # "although it was driven by costs, prices"
    if len(waiting) > 1 and behind_comma and waiting[0].kind == "relative":
        return waiting[1]
    return waiting[0] if waiting else None


def _joined(read: _Reading, verb: Verb) -> _Node | None:
    """The clause whose "and" a verb stands behind; what may be a noun, only close behind it."""
    joined = next((n for n in read.top.up() if n.verb and n.joint > n.verb.last), None)
    if joined and verb.may_be_noun and (joined is not read.top or verb.first - joined.joint > _NEAR):
        return None
    return joined


def _is_reduced(read: _Reading, told: Verb, verb: Verb) -> bool:
    """Whether a past behind another verb is a participle: "took a call made in May", not "a call made in May took"."""
    if not verb.may_be_participle:
        return False
    return not told.may_be_participle or _has_object(read.tokens, told) or not _has_object(read.tokens, verb)


def _doubtful(read: _Reading, verb: Verb) -> _Node | None:
    """The clause whose verb was none after all, now that a surer one comes without a comma or a clause between."""
    for node in read.top.up():
        if node.verb and node.verb.sure == LIKELY:
            return None if _told_behind(read, node, verb) else node
        if node.kind in ("complement", "joined", "behind"):
            return None
    return None


def _subject_of(read: _Reading, verb: Verb, first: int) -> int:
    """Where the subject of a verb begins that stands behind a verb of saying and perhaps a day: "said on Friday it"."""
    if read.tokens[first].low not in class_of("prepositions") | {"("}:
        return first
    for at in range(verb.first - 1, first, -1):
        if read.tokens[at].low in class_of("determiners", "possessives", "pronouns"):
            return at
    return verb.first - 1


def _told_behind(read: _Reading, node: _Node, verb: Verb) -> bool:
    """Whether a comma and a subject of its own stand before a verb: "rose last year, officials said"."""
    fronted = read.tokens[node.first].low in class_of("prepositions") | {"of"}  # "Of 148 permits granted, four are"
    return not fronted and bool(node.verb and node.verb.last < read.comma < verb.first - 1)


def _saying(read: _Reading, verb: Verb) -> _Node | None:
    """The clause whose verb may hold a clause without "that", and holds none yet: "said facilities including X were"."""
    node = next(n for n in read.top.up() if n.kind not in (*_UNFINISHED, "relative") or n is read.top)
    told = node.verb
    known = reporting().get(told.head) if told else None
    before = read.tokens[verb.first - 1].low
    if told is None or known is None or not known.takes & _SAYING or verb.may_be_noun or verb.first <= max(node.joint, told.last) + 1:
        return None
    if (read.comma > told.last and before not in _MARKS) or any(n.parent is node and n.kind == "complement" for n in read.nodes):
        return None
    direct = read.tokens[told.last + 1].low not in class_of("prepositions") and known.base in _PLAINLY
    return node if direct or not verb.may_be_participle else None


def _has_object(tokens: Sequence[Token], verb: Verb) -> bool:
    """Whether an object, an infinitive or a clause follows."""
    after = tokens[verb.last + 1] if verb.last + 1 < len(tokens) else None
    if after is None:
        return False
    opens = class_of("determiners", "possessives") | {"to", "that", "it", "they", "he", "she"}
    return after.low in opens or after.text[0].isupper() or after.low[0].isdigit()


def _take_back(read: _Reading, node: _Node, verb: Verb, first: int = -1) -> None:
    """What was taken for a clause's verb is that of a clause inside: "the permit awarded last year should be halted"."""
    old = node.verb
    read.back_to(node, verb.first)
    node.verb = verb
    if old is None or (first < 0 and not old.may_be_participle):
        return
    inner = _Node("relative" if first >= 0 else "reduced", max(first, old.first), node, "", old, verb.first - 1)
    if first >= 0:
        inner.first = first
    place = next((k for k, n in enumerate(read.nodes) if n.first > inner.first), len(read.nodes))
    for other in read.nodes[place:]:
        if other.parent is node:
            other.parent = inner
    read.nodes.insert(place, inner)
