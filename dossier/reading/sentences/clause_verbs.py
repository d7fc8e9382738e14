"""Where the finite verbs of a sentence go while its clauses are read: which clause each is the verb of."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.sentences.clause_nodes import (
    CLOSED_BY_COMMA,
    MARKS,
    SIDE,
    STOPS,
    UNFINISHED,
    Node,
    Reading,
    is_in_row,
    joined,
    who_goes_on,
)
from dossier.reading.sentences.clause_openers import is_noun
from dossier.reading.sentences.tokens import Token, class_of
from dossier.reading.sentences.verb_forms import words_of
from dossier.reading.sentences.verb_groups import Verb
from dossier.reading.sentences.verb_signs import LIKELY, opens_phrase
from dossier.reading.speech.reporting import verbs as reporting

_SAYING = frozenset(("clause", "only_with_that", "person"))
_PLAINLY = ("say", "think", "believe", "claim", "insist")  # behind these a participle is rarer than a verb
_NEAR = 6  # words behind an "and"


def take_verb(read: Reading, verb: Verb) -> None:
    """Give a finite verb to the clause that waits for one, or open the clause it is the verb of."""
    tokens, top, told = read.tokens, read.top, read.top.verb
    before = tokens[verb.first - 1].low if verb.first else ""
    if told and told.may_be_noun and _was_noun(read, told, verb):
        _take_from(read, told, verb)
    elif verb.may_be_participle and (first := _set_off(read, verb)):
        kind, link = ("joined", "and") if is_in_row(read, verb) else ("participle", "")
        read.open(kind, first, top, link, verb)
    elif verb.may_be_participle and top.kind in UNFINISHED and top.joint == verb.first - 1:
        read.open("reduced", verb.first, top, "", verb)
    elif side := _side_again(read, verb):
        read.open(side.kind, verb.first, top, side.link, verb)
    elif saying := _saying(read, verb):
        read.open("complement", _subject_of(read, verb, saying.verb.last + 1 if saying.verb else 0), saying, "", verb)
    elif waiting := _waiting(read, verb, before == ","):
        read.back_to(waiting, verb.first)
        waiting.verb = verb
    elif beside := joined(read, verb):
        kind = beside.kind if beside.kind in (*SIDE, "relative") else "joined"
        first, beside.joint = beside.joint, -1
        read.open(kind, first, who_goes_on(read, beside, first, verb), "and", verb)
    elif told and before in words_of("subjects") and _is_contact(read, verb):
        read.open("relative", verb.first - 1, top, "", verb)
    elif told and (stop := _stop(read, told, verb)):
        read.open("behind", stop + 1, read.nodes[0], "", verb)
    elif verb.may_be_noun and not (
        told and told.may_be_participle and has_object(tokens, verb) > has_object(tokens, told)
    ):
        return
    elif told is None or _is_right_behind(told, verb) or _is_reduced(read, told, verb):
        read.open("reduced", verb.first, top, "", verb)
    elif doubtful := _doubtful(read, verb):
        _take_back(read, doubtful, verb)
    elif read.comma > told.last:
        read.open("behind", read.comma + 1, read.nodes[0], "", verb)
    elif _is_contact(read, told):
        _take_back(read, top, verb, told.first - 1)  # "the bridges it built have"
    else:
        read.open("complement", told.last + 1, top, "", verb)


def _take_from(read: Reading, noun: Verb, verb: Verb) -> None:
    """Give the clause its verb in place of what was a noun: "who backs tax cuts in Mali, resigned"."""
    if inside := next((n for n in read.nodes if n.parent is read.top and n.last == noun.first - 1), None):
        closed = read.comma if read.comma > noun.last else verb.first
        inside.last = max(inside.last, closed - 1)
    read.top.verb = verb


def _is_contact(read: Reading, verb: Verb) -> bool:
    """Whether a verb and its pronoun stand right behind a noun: "the people it said were affected"."""
    if verb.first < read.top.first + 2 or read.tokens[verb.first - 1].low not in words_of("subjects"):
        return False
    noun = read.tokens[verb.first - 2]
    return noun.text[0].islower() and is_noun(noun.low)


def _is_said_of_apposed(read: Reading, node: Node, verb: Verb) -> bool:
    """ "Police allege Eric Ross, 61, OPENED fire": who is told of stands behind the saying, with an apposition."""
    told, tokens = node.verb, read.tokens
    known = reporting().get(told.head) if told and node.first < told.first else None
    if not told or not known or "clause" not in known.takes or told.last + 1 >= verb.first:
        return False
    commas = [k for k in range(told.last + 1, verb.first) if tokens[k].low == ","]
    named = tokens[told.last + 1].text[0].isupper()
    return named and len(commas) == 2 and commas[1] == verb.first - 1 and commas[1] - commas[0] <= _NEAR


def _set_off(read: Reading, verb: Verb) -> int:
    """Where a participle opens behind a comma: ", built in 1939", ", some built then"; 0 where a comma ended."""
    if verb.first < 1:
        return 0
    before, mark = read.tokens[verb.first - 1].low, read.tokens[verb.first - 2].low
    if before == ",":
        over = read.closed and any(n.awaits for n in read.top.up())
        return 0 if over or _is_said_of_apposed(read, read.top, verb) else verb.first
    return verb.first - 1 if mark == "," and before in words_of("part_of") else 0


def _was_noun(read: Reading, told: Verb, verb: Verb) -> bool:
    """Whether what was taken for a verb is a noun before the real one: "the appeals court dismissed a case"."""
    if told.last + 1 == verb.first:
        return not verb.may_be_noun or _goes_on(read.tokens, verb)
    if (
        verb.may_be_noun
        or (has_object(read.tokens, told) and not _leads_to_thing(read.tokens, told))
        or (verb.may_be_participle and not has_object(read.tokens, verb))
    ):
        return False
    return read.comma < told.last or read.comma == verb.first - 1


def _goes_on(tokens: Sequence[Token], verb: Verb) -> bool:
    """Whether an object or a phrase follows, and the sentence does not end: "backs tax CUTS."."""
    after = verb.last + 1
    return after < len(tokens) and tokens[after].text[0].isalnum() and opens_phrase(tokens, after)


def _leads_to_thing(tokens: Sequence[Token], verb: Verb) -> bool:
    """ "State CLAIMS TO THE land were rejected": behind "to" stands no verb."""
    behind = [t.low for t in tokens[verb.last + 1 : verb.last + 3]]
    return len(behind) > 1 and behind[0] == "to" and behind[1] in class_of("determiners", "possessives")


def _side_again(read: Reading, verb: Verb) -> Node | None:
    """The clause before a comma that goes on behind it: "If Rome signs, IS willing to pay and stays, it will"."""
    at = verb.first - 1 - (read.tokens[verb.first - 1].low in words_of("joining"))
    if at != read.comma or not read.top.awaits:
        return None
    return next((n for n in read.nodes if n.kind in SIDE and n.parent is read.top and n.last == at - 1), None)


def _waiting(read: Reading, verb: Verb, behind_comma: bool) -> Node | None:
    """The innermost clause without a verb; not a relative one that a comma has closed: "ferries, which …, are"."""
    waiting = [n for n in read.top.up() if n.awaits and (n is read.top or not verb.may_be_noun or n.kind == "main")]
    if verb.may_be_noun and any(n.kind in SIDE and n.verb for n in read.top.up()):
        return None  # "although it was driven by costs, prices"
    if len(waiting) > 1 and behind_comma and waiting[0].kind == "relative":
        return waiting[1]
    return waiting[0] if waiting else None


def _is_right_behind(told: Verb, verb: Verb) -> bool:
    """ "Dismissed CLAIMS that"; not "those asked SAID so", "people asked OPPOSE it": the first is a participle."""
    several = verb.may_be_participle or not told.may_be_participle or verb.head.endswith("s")
    return told.last + 1 == verb.first and several


def _is_reduced(read: Reading, told: Verb, verb: Verb) -> bool:
    """Whether a past behind another verb is a participle: "took a call made then", not "a call made then took"."""
    if not verb.may_be_participle:
        return False
    return not told.may_be_participle or has_object(read.tokens, told) or not has_object(read.tokens, verb)


def _stop(read: Reading, told: Verb, verb: Verb) -> int:
    """The last mark between two verbs that no phrase reaches across; 0 where there is none."""
    return next((k for k in range(verb.first - 1, told.last, -1) if read.tokens[k].low in STOPS), 0)


def _doubtful(read: Reading, verb: Verb) -> Node | None:
    """The clause whose verb was none after all, now that a surer one comes without a comma or a clause between."""
    for node in read.top.up():
        if node.verb and node.verb.sure == LIKELY:
            return None if _told_behind(read, node, verb) else node
        if node.kind in ("complement", "joined", "behind"):
            return None
    return None


def _subject_of(read: Reading, verb: Verb, first: int) -> int:
    """Where the subject of a verb begins behind a verb of saying and perhaps a day: "said on Friday it"."""
    if read.tokens[first].low not in class_of("prepositions") | {"("}:
        return first
    for at in range(verb.first - 1, first, -1):
        if read.tokens[at].low in class_of("determiners", "possessives", "pronouns"):
            return at
    return verb.first - 1


def _told_behind(read: Reading, node: Node, verb: Verb) -> bool:
    """Whether a comma and a subject of its own stand before a verb: "rose last year, officials said"."""
    # "Of 148 permits granted, four are"; "since" before a clause fronts nothing.
    fronted = node.kind not in SIDE and read.tokens[node.first].low in class_of("prepositions") | {"of"}
    return not fronted and bool(node.verb and node.verb.last < read.comma < verb.first - 1)


def _saying(read: Reading, verb: Verb) -> Node | None:
    """The clause whose verb may hold a clause without "that", and holds none yet: "said halls including X were"."""
    if read.top.kind == "relative" and read.top.awaits and read.top.first == verb.first - 1:
        return None  # "agreed to a settlement THAT COULD cost 3 million"
    for node in read.top.up():
        if node.verb and _may_hold(read, node, node.verb, verb):
            return node
        if node.kind not in CLOSED_BY_COMMA:
            return None
    return None


def _may_hold(read: Reading, node: Node, told: Verb, verb: Verb) -> bool:
    known = reporting().get(told.head) if node.kind != "reduced" or told.head.endswith("ing") else None
    if not known or not known.takes & _SAYING or verb.may_be_noun or verb.first <= max(node.joint, told.last) + 1:
        return False
    before = read.tokens[verb.first - 1].low
    if (read.comma > told.last and before not in MARKS) or (told.sure == LIKELY and before[0].isdigit()):
        return False  # "the rate announced on May 26 is"
    direct = read.tokens[told.last + 1].low not in class_of("prepositions") and known.base in _PLAINLY
    return direct or not verb.may_be_participle or _is_said_of_apposed(read, node, verb)


def has_object(tokens: Sequence[Token], verb: Verb) -> bool:
    """Whether an object, an infinitive or a clause follows."""
    after = tokens[verb.last + 1] if verb.last + 1 < len(tokens) else None
    if after is None:
        return False
    opens = class_of("determiners", "possessives") | words_of("after_verbs")
    return after.low in opens or after.text[0].isupper() or after.low[0].isdigit()


def _take_back(read: Reading, node: Node, verb: Verb, first: int = -1) -> None:
    """What was taken for a clause's verb is that of a clause inside: "the permit awarded last year should end"."""
    old = node.verb
    read.back_to(node, verb.first)
    node.verb = verb
    if old and (first >= 0 or old.may_be_participle):
        kind, first = ("relative", first) if first >= 0 else ("reduced", old.first)
        read.place(Node(kind, first, node, "", old, verb.first - 1))
