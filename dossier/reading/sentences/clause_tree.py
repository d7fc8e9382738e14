"""How the clauses of a sentence hang together: which is the main one, and what each of the others is to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from dossier.reading.sentences.clause_nodes import CLOSED_BY_COMMA, MARKS, SIDE, Node, Reading
from dossier.reading.sentences.clause_openers import Opening, closing_bracket, may_open, opening_at
from dossier.reading.sentences.clause_verbs import has_object, take_verb
from dossier.reading.sentences.telling import parsed
from dossier.reading.sentences.tokens import Token, class_of
from dossier.reading.sentences.verb_forms import words_of
from dossier.reading.sentences.verb_groups import Verb, tense_of_words
from dossier.reading.sentences.verb_signs import LIKELY, PERHAPS

_STOPS = ".!? "
_BRACKETS = ("(", "—", "–", "--")


class Clause(NamedTuple):
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


def clauses_of(sentence: str) -> tuple[Clause, ...]:
    """The clauses of a sentence in the order in which they open; the first is the main one.

    The stop at its end belongs to none, so a quote without it is read as its sentence was, and only once.

    Read by rule, without a tagger, so it cannot tell: a participle from a past where both would do ("the horse raced
    past the barn"), what an "and" joins beyond the clause it stands in, where an enumeration inside a relative clause
    ends, an object from a subject behind a verb of saying ("announced the sale ended").
    """
    return _clauses_of(sentence.rstrip(_STOPS))


@lru_cache(maxsize=4096)
def _clauses_of(sentence: str) -> tuple[Clause, ...]:
    tokens, _, finite = parsed(sentence)
    if not tokens:
        return ()
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


def clause_at(tree: Sequence[Clause], place: int) -> int:
    """The number of the innermost clause around a place of the sentence."""
    return max((k for k, c in enumerate(tree) if c.start <= place < c.end), default=0)


def held_by(tree: Sequence[Clause], number: int) -> int:
    """Which clause tells what the verb of another one says: its complement, or what stands before ", he said"."""
    inner = (
        k
        for k, c in enumerate(tree)
        if c.governor == number and c.verb and c.kind == "complement" and c.link in ("", "that")
    )
    behind = (k for k, c in enumerate(tree) if c.kind == "behind" and c.verb and number == 0)
    return next(inner, next(behind, -1))


def is_told_aside(sentence: str, place: int) -> bool:
    """ "Struck down a clause THAT WOULD HAVE allowed mining", "at better rates THAN IT WOULD HAVE got if it …".

    What the sentence mainly says, before it or behind it, does not hang on it: nor does what has happened ("ten have
    died, AND MORE COULD if it spreads").
    """
    tree = clauses_of(sentence)
    at = clause_at(tree, place)
    happened = bool(tree) and tense_of_words(tree[0].verb) in ("past", "perfect")
    while at > 0 and tree[at].kind != "relative" and tree[at].link != "than":
        if happened and tree[at].kind == "joined" and not tree[at].governor:
            return True
        at = tree[at].governor
    return at > 0 and bool(tree[0].verb)


def hangs_on_main(sentence: str, place: int) -> bool:
    """ "Peru builds the dam, ALTHOUGH CHILE FEARS that …", "left on the day on which HE SWORE to stay": told beside.

    Not what a "while" or "as" tells, nor what stands before the main verb.
    """
    tree = clauses_of(sentence)
    at = clause_at(tree, place)
    while at > 0 and tree[at].kind not in (*SIDE, "relative", "bracket") and tree[at].link != "what":
        at = tree[at].governor
    told = at > 0 and tree[at].link not in ("while", "as") and tree[0].verb_start >= 0
    return told and (tree[0].verb_start < tree[at].start or tree[at].kind == "relative")


def _lacking(read: Reading, finite: Mapping[int, Verb], taken: Set[int]) -> int | None:
    """The next word that may be a verb in a clause without one, or with one that may be none: "rules passed ban"."""
    for node in read.nodes:
        spare = node.kind == "main" and any(
            _is_spare(n) and has_object(read.tokens, n.verb) for n in read.nodes[1:] if n.verb
        )
        doubted = (
            node.verb
            and node.verb.may_be_participle
            and node.kind in ("main", "complement")
            and not has_object(read.tokens, node.verb)
        )
        if (not node.awaits or spare) and not doubted:
            continue
        for verb in finite.values():
            owner = _owner(read, verb.first)
            behind = owner.kind in CLOSED_BY_COMMA and owner.parent is node and owner.verb
            inside = behind and behind.last < verb.first  # "families who fled in 2015 live in tents"
            if verb.first in taken or (owner is not node and not inside):
                continue
            if node.verb is None or (
                node.verb.last < verb.first and read.comma < verb.first and has_object(read.tokens, verb)
            ):
                return verb.first
    return None


def _owner(read: Reading, at: int) -> Node:
    return next(n for n in reversed(read.nodes) if n.first <= at <= n.last)


def _give_main_a_verb(nodes: Sequence[Node]) -> None:
    """A main clause without a verb takes that of the first clause inside that may be none: "X, locked in, left"."""
    main = nodes[0]
    if main.verb is None and (spare := next((n for n in nodes[1:] if n.verb and _is_spare(n)), None)):
        main.verb, spare.verb = spare.verb, None


def _is_spare(node: Node) -> bool:
    if node.kind == "temporal" and node.first <= 1 and node.link in words_of("prepositional"):
        return True  # "After the vote the party split"
    return (
        node.kind in ("participle", "reduced", "joined", "relative")
        and node.link in ("", "and")
        and bool(node.verb and node.verb.sure >= LIKELY and not node.verb.head.endswith("ing"))
    )


def _read(tokens: Sequence[Token], finite: Mapping[int, Verb], taken: set[int]) -> Reading:
    main = Node("main", 0, None)
    read = Reading(tokens, finite, [main], main)
    at = 0
    while at < len(tokens):
        low = tokens[at].low
        if at in taken:
            take_verb(read, verb := finite[at])
            at = verb.last + 1
            continue
        if not _may_turn(low):
            at += 1
            continue
        if low in _BRACKETS and (end := closing_bracket(tokens, at)):
            read.open("bracket", at, read.top)
            read.back_to(read.top.parent or main, end + 1)
            at = end + 1
            continue
        if low in MARKS:
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


@lru_cache(maxsize=50_000)
def _may_turn(low: str) -> bool:
    """Whether at a word a clause may open or end; most words only go on with theirs."""
    return low in (*_BRACKETS, *MARKS, ";", ":") or low in words_of("joining") or may_open(low)


def _open(read: Reading, opening: Opening) -> None:
    parent = read.top
    read.open(opening.kind, max(opening.first, parent.first), parent, opening.link, opening.verb)


def _join(read: Reading, at: int) -> None:
    """Behind a comma an "and" joins what is told, not what stands beside it: ", but teachers AND pupils"."""
    tokens = read.tokens
    if at and tokens[at - 1].low == ",":
        told = next((n for n in read.top.up() if n.kind not in (*CLOSED_BY_COMMA, *SIDE) and n.verb), None)
        if told:
            read.back_to(told, at)
    for node in read.top.up():
        if node.verb:
            if node.joint < 1 or tokens[node.joint - 1].low != "," or tokens[at - 1].low == ",":
                node.joint = at
            return


def _pass_comma(read: Reading, at: int) -> None:
    spare = (v for k, v in read.finite.items() if read.top.first < k < at)
    if read.top.awaits and read.top.parent and (verb := next(spare, None)):
        read.top.verb = verb  # "if it finds that the predicament calls for more, it may"
    ended = None
    for node in read.top.up():
        if node.awaits:
            break
        fronted = node.kind in SIDE and any(n.awaits for n in node.up())
        ended = node if fronted or node.kind in CLOSED_BY_COMMA else ended
    read.closed = ended is not None
    if ended and ended.parent:
        read.back_to(ended.parent, at)
    before, read.comma = read.comma, at
    if read.top.awaits and _is_apposed(read, max(before + 1, read.top.first), at):
        read.open("apposition", at + 1, read.top)


def _is_apposed(read: Reading, first: int, comma: int) -> bool:
    """Whether a subject stands before this comma, and only words that tell more of it before the next."""
    tokens = read.tokens
    low = tokens[first].low
    if first >= comma or low in class_of("prepositions") | words_of(
        "temporal", "condition", "reason", "before_relative"
    ):
        return False
    if comma + 1 < len(tokens) and tokens[comma + 1].low in class_of("prepositions"):
        return False  # ", at the end of 2020,"
    end = next((k for k in range(comma + 1, len(tokens)) if tokens[k].low in (",", ";", ":")), 0)
    inside = range(comma + 1, end)
    free = not any(
        (k in read.finite and read.finite[k].sure > PERHAPS) or opening_at(tokens, read.finite, k, None)
        for k in inside
    )
    return bool(end) and len(inside) > 0 and free
