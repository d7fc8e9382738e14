"""What may be a part of its own: a subject and a finite verb that a reader understands without the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.language.grammar import is_adverb
from dossier.language.listed import listed_words
from dossier.reading.sentences.verbs import Token, class_of, is_finite, is_past, looks_past, present_forms

QUANTITIES = frozenset(["all", "none", "some", "most", "many", "few", "both", "several", "others", "half"])

# "The union says it has 40,000 members; the government PUTS the number at 12,000."
_COUNTERING = frozenset(
    ["puts", "put", "estimates", "denies", "denied", "disputes", "disputed", "rejects", "rejected"]
)
_REACH = 14  # words between the beginning of a part and its verb
_ADVERBS = frozenset(["also", "now", "still", "never", "not", "then", "too", "already", "soon", "later"])


def verb_of_right(tokens: Sequence[Token], begin: int) -> int:
    """Number of the finite verb of a part that begins there; 0 if it has none or cannot stand alone."""
    if tokens[begin].low in class_of("hanging") or not stands_alone(tokens, begin):
        return 0
    at = after_adverbial(tokens, begin, len(tokens))
    if at >= len(tokens) or not stands_alone(tokens, at):
        return 0
    if looks_past(tokens[at]):
        return 0
    commas = 0
    for k in range(at + 1, min(len(tokens), at + _REACH)):
        token = tokens[k]
        if token.deep:
            continue
        if token.text in (";", ":") or token.low in class_of("relatives", "hanging", "people"):
            return 0
        if token.low in class_of("joints") | {"or"} and (tokens[k - 1].text == "," or is_finite(tokens, k + 1)):
            return 0
        commas += token.text == ","
        if is_finite(tokens, k):
            # An apposition stands between two commas; a single one ends what is no subject.
            return k if commas in (0, 2) and _names_something(tokens[at:k]) else 0
    return 0


def verb_behind_clause(tokens: Sequence[Token], begin: int) -> int:
    """The main verb of "as rivals pursue lithium, their plans may change"; 0 where there is none."""
    if tokens[begin].low not in class_of("opening"):
        return 0
    comma = next((k for k in range(begin + 3, min(len(tokens), begin + 18)) if tokens[k].text == ","), 0)
    if not comma or not any(
        is_finite(tokens, k) or _after_two_names(tokens, begin, k) for k in range(begin + 2, comma)
    ):
        return 0
    return next((k for k in range(comma + 2, min(len(tokens), comma + 10)) if is_finite(tokens, k)), 0)


def _after_two_names(tokens: Sequence[Token], begin: int, at: int) -> bool:
    """ "Chad and Togo pursue": a plural verb behind two names."""
    names = at - begin > 3 and tokens[at - 1].text[0].isupper() and tokens[at - 2].low == "and"
    return names and tokens[at].low in present_forms()[0]


def _names_something(subject: Sequence[Token]) -> bool:
    return any(t.text[0].isalnum() and not is_adverb(t.low) and t.low not in class_of("empty") for t in subject)


def after_adverbial(tokens: Sequence[Token], begin: int, limit: int) -> int:
    """Past 'in December,' or 'in the second quarter of 2022,' at the beginning of a part."""
    if tokens[begin].low not in class_of("prepositions"):
        return begin
    for k in range(begin + 1, min(limit, begin + 9)):
        if tokens[k].text == ",":
            return k + 1
    return begin


def stands_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether the subject that begins here can be understood without what went before."""
    if at >= len(tokens):
        return False
    first = tokens[at]
    if not first.text[0].isalnum() and first.text not in "$€£“\"'‘":
        return False
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if first.low in class_of("possessives"):
        return False
    if first.low in class_of("pronouns"):
        if following == "of":
            return at + 2 < len(tokens) and tokens[at + 2].low not in ("them", "these", "those", "which", "whom")
        return (
            first.low not in ("he", "she", "it", "they")
            and not (is_finite(tokens, at + 1) or following in _ADVERBS)
            and first.low in listed_words("grammar.yaml", "self_standing")
        )
    if first.low in present_forms()[1] and _is_plural_noun(tokens, at):
        return True
    return not is_finite(tokens, at) or (first.low in ("will", "may", "can") and first.text[0].isupper())


def _is_plural_noun(tokens: Sequence[Token], at: int) -> bool:
    """ "imports fell", "exports to China have grown": a plural that looks like a verb."""
    if any(is_past(tokens, k) for k in (at + 1, at + 2)):
        return True
    behind = tokens[at + 1 : at + 6]
    phrase = bool(behind) and behind[0].low in ("of", "to", "from", "in", "for", "by")
    return phrase and any(is_past(tokens, at + 1 + k) for k, t in enumerate(behind) if k > 1)


def shares_quantity(before: Sequence[Token], tokens: Sequence[Token], begin: int) -> bool:
    """ "None of the states signed, and all are waiting": all of the states are meant, and a reader can be told so."""
    return (
        begin + 1 < len(tokens)
        and tokens[begin].low in QUANTITIES
        and is_finite(tokens, begin + 1)
        and len(before) > 4
        and before[0].low in QUANTITIES | class_of("numbers")
        and before[1].low == "of"
        and before[2].low in class_of("determiners") | {"its", "their", "these", "those"}
    )


def in_row(tokens: Sequence[Token], begin: int) -> bool:
    """Whether the part is the middle one of "A fell, B fell, and C has halved"."""
    ends = next((k for k in range(begin + 2, len(tokens)) if tokens[k].text == "," and not tokens[k].deep), 0)
    apart = class_of("relatives", "hanging", "speaking")
    if not ends or any(t.low in apart for t in tokens[:ends]):
        return False
    names = tokens[begin - 2].text[0].isupper() and tokens[begin].text[0].isupper()
    if names and any(
        t.low in ("and", "or") and tokens[k + 1].text[0].isupper() for k, t in _before_verb(tokens, begin)
    ):
        return False  # "exports to Mali, Burkina Faso and Niger grew": the names are a row, not the statements
    verb = _plain_verb(tokens, begin, ends)
    last = ends + 1
    while last < len(tokens) and tokens[last].low not in class_of("joints"):  # further ones of the row
        stop = next((k for k in range(last + 2, len(tokens) - 2) if tokens[k].text == "," and not tokens[k].deep), 0)
        if not stop or not _plain_verb(tokens, last, stop):
            return False
        last = stop + 1
    return bool(verb and verb_of_right(tokens, last + 1)) if last + 1 < len(tokens) else False


def _before_verb(tokens: Sequence[Token], begin: int) -> Iterator[tuple[int, Token]]:
    """The words of a part up to its first finite verb, with their numbers."""
    for k in range(begin, len(tokens) - 1):
        if is_finite(tokens, k):
            return
        yield k, tokens[k]


def _plain_verb(tokens: Sequence[Token], begin: int, end: int) -> int:
    """The verb of "the share price has halved" right behind a short subject of its own."""
    opens = tokens[begin].low
    if opens in class_of("prepositions") or not tokens[begin].text[0].isalnum() or not stands_alone(tokens, begin):
        return 0
    return next((k for k in range(begin + 1, min(end, begin + 6)) if is_finite(tokens, k)), 0)


def leans_back(tokens: Sequence[Token], begin: int, verb: int) -> bool:
    """Whether a part needs the one before to be understood: "has not ratified it", "that of rice", "Peru’s rose"."""
    if tokens[verb - 1].low.endswith(("'s", "s'")) or (tokens[begin].low in ("that", "those") and verb - begin > 1):
        return True
    if any(t.low in ("them", "which", "whom") for t in tokens[begin:verb]):
        return True  # "half of them are women"
    plural = tokens[verb - 1].low.endswith("s") or any(t.low == "and" for t in tokens[begin:verb])
    for k in range(verb + 1, len(tokens)):
        low, after = tokens[k].low, tokens[k + 1].low if k + 1 < len(tokens) else ""
        if low in (";",) or (tokens[k].text == "," and after in class_of("joints")):
            return False
        counted = tokens[k - 1].low == "that" and after.isalpha()  # "found that one child in five"
        if low == "one" and tokens[k - 1].low in ("the", "new", "old", "another", "that") and not counted:
            return True
        if low in ("it", "them", "him", "they", "this"):
            speaks_of_itself = is_finite(tokens, k + 1) and (
                (low == "it" and not plural) or (low == "they" and plural)
            )
            if low == "this" and not is_finite(tokens, k + 1) and after not in (".", ",", ";"):
                continue
            if not speaks_of_itself:
                return True
    return any(t.low == "one" for t in tokens[begin + 1 : verb])


def reports_too(tokens: Sequence[Token], begin: int) -> bool:
    """Whether the part that begins here tells in its first words who says what: "while the union said they fell"."""
    if tokens[begin].low in class_of("pronouns", "possessives"):
        return False
    stop = next(
        (k for k in range(begin + 1, min(len(tokens), begin + 9)) if not tokens[k].text[0].isalnum()), begin + 9
    )
    return any(
        (tokens[k].low in class_of("speaking") and is_finite(tokens, k)) or tokens[k].low in _COUNTERING
        for k in range(begin + 1, min(len(tokens), stop))
    )
