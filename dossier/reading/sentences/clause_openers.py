"""Where a clause opens inside another one: "who", "that", "after it closed", ", leaving", "built in 1990"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from dossier.language.grammar import is_adverb
from dossier.language.lexical import is_kind_of
from dossier.language.words import lemma_of
from dossier.reading.sentences.tokens import Token, class_of, low_at
from dossier.reading.sentences.verb_forms import is_past_form, plain_auxiliary, words_of
from dossier.reading.sentences.verb_groups import Verb
from dossier.reading.sentences.verb_signs import LIKELY, SURE
from dossier.reading.speech.reporting import Verb as Reporting
from dossier.reading.speech.reporting import verbs as reporting

_THAT = frozenset(("clause", "only_with_that", "person", "evidence_matter"))
_APPOSED = 14  # words of "the elected leader of the country who had been ousted,"
_STOPS = frozenset((",", ";", ":", "("))
_NEVER_CLAUSE = {
    "as": frozenset(
        ("of", "well", "part", "many", "much", "early", "late", "recently", "far", "long", "soon", "for")
    ),
    "than": frozenset(("a", "an", "half")),  # "more than a million have"
}


class Opening(NamedTuple):
    """A clause that opens at word number `first`: its kind, the word that opens it, a verb without a finite form."""

    kind: str
    first: int
    link: str
    verb: Verb | None = None
    needs: int | None = None  # a word that is its verb, because it has no other


def opening_at(tokens: Sequence[Token], finite: Mapping[int, Verb], at: int, told: Verb | None) -> Opening | None:
    """What clause opens with this word; `told` is the verb of the clause it stands in."""
    low = tokens[at].low
    if not may_open(low):
        return None
    if low in words_of("relative"):
        return _relative(tokens, at, told)
    if low == "that":
        return _that(tokens, finite, at, told)
    if low in words_of("asking"):
        if low == "where" and not (told and told.last == at - 1):
            return Opening("relative", at, low)
        return Opening("complement", at, low) if _has_verb(tokens, finite, at + 1) else None
    after = low_at(tokens, at + 1)
    if low in words_of("with_gerund") and after.endswith("ing") and after not in words_of("things_in_ing"):
        return Opening("reason", at, low, Verb(at + 1, at + 1, (after,), SURE))
    for kind in ("temporal", "reason", "condition"):
        if low in words_of(kind) and (low != "than" or told):  # not "more than a million have"
            return None if _is_role(tokens, at, told) else _side(tokens, finite, at, kind)
    return _unfinished(tokens, at)


@lru_cache(maxsize=50_000)
def may_open(low: str) -> bool:
    """Whether a word may open a clause at all."""
    links = words_of("relative", "asking", "with_gerund", "temporal", "reason", "condition", "only_participle") | {
        "that",
        "including",
    }
    return low in links or low.endswith("ing") or is_past_form(low)


def _relative(tokens: Sequence[Token], at: int, told: Verb | None) -> Opening | None:
    if not at:
        return None
    if told and told.last == at - 1:
        return Opening("complement", at, tokens[at].low)
    first = at - 1 if tokens[at - 1].low in words_of("before_relative") else at
    if first < at and tokens[first].low == "of":  # ", most of which"
        first = next((k + 1 for k in range(first, max(0, first - 5), -1) if tokens[k].low == ","), first)
    return Opening("relative", first, tokens[at].low)


def _that(tokens: Sequence[Token], finite: Mapping[int, Verb], at: int, told: Verb | None) -> Opening | None:
    before = tokens[at - 1].low if at else ""
    if at + 1 < len(tokens) and tokens[at + 1].low in words_of("times"):
        return None
    if before in ("so", "now"):
        return Opening("reason", at, "that")
    if (
        not at
        or before in class_of("prepositions") | {"of", "than", "like", "to"}
        or not _has_verb(tokens, finite, at + 1, True)
    ):
        return None
    if before in ("and", "but", "or"):
        return Opening("complement", at, "that")
    if told and (told.last == at - 1 or (told.head in words_of("be") and at - told.last <= 4)):
        return Opening("complement", at, "that")
    if (at + 1 in finite and finite[at + 1].sure >= LIKELY) or before in words_of("holding"):
        return Opening("relative", at, "that")
    known = reporting().get(told.head) if told else None
    return Opening("complement" if known and known.takes & _THAT else "relative", at, "that")


def _is_role(tokens: Sequence[Token], at: int, told: Verb | None) -> bool:
    """ "Hailed as a hero", "the town, as a hub, has": not "fell on Monday as a storm hit"."""
    if tokens[at].low != "as" or at + 1 == len(tokens) or tokens[at + 1].low not in ("a", "an"):
        return False
    return told is None or told.sure < SURE or told.last == at - 1 or told.head in reporting()


def _side(tokens: Sequence[Token], finite: Mapping[int, Verb], at: int, kind: str) -> Opening | None:
    low, after = tokens[at].low, low_at(tokens, at + 1)
    before = tokens[at - 1].low if at else ""
    if before in ("such", "same") or after in _NEVER_CLAUSE.get(low, ()) or (low == "until" and before == "not"):
        return None
    if low in words_of("prepositional") and (after in words_of("time_openings") or after[:1].isdigit()):
        return None  # "since then", "until 2014", "after last year's vote"
    if after.endswith("ing") and after not in words_of("things_in_ing"):
        return Opening(kind, at, low, Verb(at + 1, at + 1, (after,), SURE))
    if (is_past_form(after) or after in words_of("only_participle")) and low not in ("after", "before", "since"):
        return Opening(kind, at, low, Verb(at + 1, at + 1, (after,), LIKELY))
    if _has_verb(tokens, finite, at + 1):
        return Opening(kind, at, low)
    needs = None if low in words_of("prepositional") else _verb_of(tokens, finite, at + 1, True)
    return Opening(kind, at, low, None, needs) if needs is not None or low not in words_of("may_be_phrases") else None


def _has_verb(tokens: Sequence[Token], finite: Mapping[int, Verb], at: int, perhaps: bool = False) -> bool:
    return _verb_of(tokens, finite, at, perhaps) is not None


def _verb_of(tokens: Sequence[Token], finite: Mapping[int, Verb], at: int, perhaps: bool = False) -> int | None:
    """The finite verb before the next mark or clause; `perhaps`: what may be one, too."""
    inside, until, joints = 0, 0, () if perhaps else ("and", "but")
    for k in range(at, len(tokens)):
        low = tokens[k].low
        if k < until:
            continue
        if k in finite and (perhaps or finite[k].sure >= LIKELY):
            if not inside:
                return k
            inside -= 1
        if low in words_of("relative"):
            inside += 1
        elif low == "," and k + 1 < len(tokens) and tokens[k + 1].low in words_of("relative"):
            until = next((m + 1 for m in range(k + 1, len(tokens)) if tokens[m].low == ","), len(tokens))
        elif low == "," and k > at and not inside and (behind := _behind_apposition(tokens, finite, k)):
            until = behind
        elif not inside and (low in _STOPS or low in (_opening_beside() if k > at else ()) or low in joints):
            return None
    return None


def _behind_apposition(tokens: Sequence[Token], finite: Mapping[int, Verb], comma: int) -> int:
    """The word behind the second comma of "while Ana Ruiz, THE MAYOR, said"; 0 where nothing stands so."""
    opens = comma + 1 < len(tokens) and tokens[comma + 1].low in class_of("determiners", "possessives")
    last = range(comma + 2, min(len(tokens), comma + _APPOSED)) if opens else ()
    end = next((k for k in last if tokens[k].low in _STOPS), 0)
    told = any(
        k in finite and finite[k].sure == SURE and tokens[k - 1].low not in words_of("relative")
        for k in range(comma, end)
    )
    return end + 1 if end and tokens[end].low == "," and end + 1 in finite and not told else 0


@cache
def _opening_beside() -> frozenset[str]:
    return words_of("temporal", "condition")


def _is_whose(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is surely the verb of what stands before it."""
    low, after = (low_at(tokens, k) for k in (at, at + 1))
    begun = tokens[at - 1].low in ("having", "being")
    verb = reporting().get(low)
    says = verb and (low in class_of("past") or after == "that" or _only_tells(verb))
    does = is_past_form(low) and after in class_of("determiners", "possessives")  # "Boeing FILED a complaint"
    return bool(plain_auxiliary(low) or ((says or does) and not begun))


def _only_tells(verb: Reporting) -> bool:
    """ "Says", "insists": a form that is no plural of a noun."""
    return verb.shape == "s" and "also_nouns" not in verb.takes


def _names_office(tokens: Sequence[Token], at: int) -> bool:
    """ "MANAGING director Ana Ruiz", "SURVIVING passengers said": people with a name or a verb are no object."""
    behind = tokens[at + 1 : at + 3]
    named = next((k for k in range(at, len(tokens)) if not tokens[k].text[0].isupper()), at)
    if named > at and named < len(tokens) and tokens[named].low in reporting() and _is_whose(tokens, named):
        return True  # "DOWNING Street said"
    told = len(behind) == 2 and (behind[1].text[0].isupper() or _is_whose(tokens, at + 2))
    return told and is_kind_of(lemma_of(behind[0].low), "person")


def _unfinished(tokens: Sequence[Token], at: int) -> Opening | None:
    """A clause whose verb is no finite form: "including", ", leaving six dead", "bodies taken in May"."""
    low, before = tokens[at].low, tokens[at - 1].low if at else ""
    after = low_at(tokens, at + 1)
    verb = Verb(at, at, (low,), SURE)
    if low == "including":
        return Opening("participle", at, low, verb)
    if low.endswith("ing") and len(low) > 5 and low not in words_of("things_in_ing"):
        opens = not before and not (_is_whose(tokens, at + 1) or _names_office(tokens, at))
        if before == "," or opens:  # not "Boeing is", "Manning said"
            return Opening("participle", at, low, verb)
        if low == "having" and (
            first := next((k + 1 for k in range(at - 1, max(0, at - 5), -1) if tokens[k].low == ","), 0)
        ):
            return Opening("participle", first, low, verb)  # ", most having fled"
        if tokens[at].text[0].islower() and is_noun(before) and _goes_on(after, tokens, at):
            return Opening("reduced", at, "", verb)
    if tokens[at].text[0].islower() and (low in words_of("only_participle") or (is_past_form(low) and after == "by")):
        if before == ",":
            return Opening("participle", at, low, verb)
        if is_noun(before) and _goes_on(after, tokens, at):
            return Opening("reduced", at, "", verb)
    return None


def is_noun(low: str) -> bool:
    """Whether a word may be the noun a participle tells of: no article, no preposition, no auxiliary, no adverb."""
    return low[:1].isalpha() and low not in _no_nouns() and not plain_auxiliary(low) and not is_adverb(low)


@cache
def _no_nouns() -> frozenset[str]:
    return (
        class_of("determiners", "possessives", "prepositions", "pronouns", "joints")
        | words_of("unfinished", "between", "before_relative", "temporal", "joining", "reason", "condition", "asking")
        | {"that"}
    )


def _goes_on(after: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a phrase follows: an object, or when, where and by whom."""
    if not after[:1].isalnum():
        return True
    opens = (
        class_of("determiners", "possessives", "prepositions", "pronouns")
        | words_of("before_relative", "temporal")
        | {"that", "last", "next", "this"}
    )
    return after in opens or after[0].isdigit() or tokens[at + 1].text[0].isupper()


def closing_bracket(tokens: Sequence[Token], at: int) -> int:
    """Where a bracket, or what a dash sets apart, ends that opens at this word; 0 where it does not."""
    mark = ")" if tokens[at].low == "(" else tokens[at].low
    return next((k for k in range(at + 1, len(tokens)) if tokens[k].low == mark), 0)
