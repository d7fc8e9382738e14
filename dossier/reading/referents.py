"""What a quote’s first word stands for, and what "these nations" are, where the text lets us be sure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.language.dictionary import is_known
from dossier.model import Codebook
from dossier.reading.places.finding import MEANT, Mention
from dossier.reading.sentences.clause_parts import QUANTITIES
from dossier.reading.sentences.telling import has_verb, parsed
from dossier.reading.sentences.tokens import class_of
from dossier.reading.speech.reporting import small
from dossier.reading.speech.sorts import is_individual, may_be_one, sex_of
from dossier.world import name_of

_LEADING = re.compile(
    r"(?:(?:he|she|it|they|his|her|its|their|this|these|those|such|them)\b"
    r"|(?:both|neither|each|the two) (?:has|have|had|is|are|was|were|will|would|can|could|may|do|does|did|also|now"
    r"|still|later|then|of (?:them|these|those)|[a-z]+ed)\b"
    r"|[a-z]+ of (?:them|these|those|the (?:two|three|four|five|six|seven|eight|nine|ten) (?=[a-z]))\b)",
    re.IGNORECASE,
)
_LEADING_NEAR = re.compile(r"\b(?:he|she|it|they|his|her|its|their|these|those)\b", re.IGNORECASE)
# "It is clear that", "it would be wrong to": this "it" stands for nothing.
_EMPTY_IT = re.compile(
    r"it (?:is|was|would be|will be|(?:seem|appear|remain)(?:s|ed)|ha[sd] been|may be)\b(?! \w+ing\b).{0,40}"
    r"\b(?:that|to|how|whether)\b",
    re.IGNORECASE,
)
# "But Peru", "However, Peru", "Until now, Peru": what may stand before the subject of a sentence.
_OPENING = re.compile(r"(?:(?:But|And|Yet),? |[A-Z][\w ’']{1,30}, )+")
_NEXT_CLAUSE = re.compile(r"\w,? (?:and|but|because|although|though|as|if|when|since|until) $")
_SUBJECT = re.compile(r"(?:The|An?) [a-z]")  # "THE MINISTER has staked HIS future"
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4}")
_NO_IT = MEANT | {"people", "local"}  # a president is no "it"


def leads_back(quote: str) -> bool:
    """Whether the quote opens with a word that stands for something said before."""
    return bool(_LEADING.match(quote)) and not _EMPTY_IT.match(quote)


def stands_for_one(quote: str) -> bool:
    """Whether the word that leads back is "it", "he" or "she" and not "they"."""
    found = _LEADING_NEAR.search(quote[:60])
    return bool(found) and found[0].lower() in ("it", "its", "he", "his", "she", "her")  # type: ignore[index]


def points_back(quote: str) -> bool:
    """Whether the quote holds such a word anywhere near its beginning, and no clause of its own that it leads to."""
    found = _LEADING_NEAR.search(quote[:60])
    if not found or (found.start() and _EMPTY_IT.match(quote, found.start())):
        return False  # "Later it was confirmed that"
    if not _NEXT_CLAUSE.search(quote, 0, found.start()):
        own = found[0].lower() in ("his", "her", "its", "their") and _SUBJECT.match(quote)
        return not (own and has_verb(quote[: found.start()]))
    return not has_verb(quote[: found.start()])  # "Rice is safe, but it is dear"


def referent(quote: str, before: str, mentions: Sequence[Mention], start: int) -> str:
    """The name for a leading "he", "she" or "it": that of which the sentence before says something.

    A person for "he" and "she", a country or one of its bodies for "it"; "" when not sure. `mentions` are those of
    the sentence before, which begins at `start`.
    """
    pronoun = re.match(r"(he|she|it|his|her|its)\b(?!['’])", quote, re.IGNORECASE)
    if not pronoun or _EMPTY_IT.match(quote):
        return ""
    opening = _OPENING.match(before)
    at = opening.end() if opening else 0
    sort = _SORT[pronoun[1].lower()]
    named = next((m for m in mentions if m.start == start + at), None)
    if sort == "it":
        end = named.end - start if named and named.kind not in _NO_IT else at
    else:
        run = _NAME.match(before, at)
        end = run.end() if run and _may_be(run[0], sort) and not (named and named.kind not in _NO_IT) else at
        if any(is_individual(other[0]) for other in _NAME.finditer(before, end)):
            return ""
    return before[at:end] if at < end and 0 in parsed(before[end:]).verbs else ""


def _may_be(name: str, pronoun: str) -> bool:
    """Whether a name at the beginning of a sentence is that of one man, or woman."""
    one = is_individual(name) or (" " not in name and not is_known(name.lower()))
    return one and may_be_one(name) and sex_of(name) in ("", pronoun)


def same_pronoun(quote: str, before: str) -> bool:
    """Whether a quote and the sentence before it open with the same "he", "she" or "it", or "her" behind "she"."""
    first, earlier = (_ONE_MEANT.match(t) for t in (quote, before))
    return bool(first and earlier) and _SORT[first[1].lower()] == earlier[1].lower()  # type: ignore[index]


_ONE_MEANT = re.compile(r"(?:But |And |Yet )?(he|she|it|his|her|its)\b", re.IGNORECASE)
_SORT = {"he": "he", "his": "he", "she": "she", "her": "she", "it": "it", "its": "it"}


def meant_of(text: str, sentence: int, start: int, end: int) -> tuple[int, int] | None:
    """Of whom "all" speaks in "None of the states signed, and all are waiting": the place of "of the states".

    text[start:end] is the quote, `sentence` the beginning of its sentence; None when it does not begin so.
    """
    first = text[start : start + 12].split(" ", 1)[0].lower()
    if first not in QUANTITIES or start == sentence:
        return None
    if 1 not in parsed(text[start : min(end, start + _NEAR)]).verbs:
        return None
    tokens, told, _ = parsed(text[sentence:start])
    for k, token in enumerate(tokens[:-2]):
        if token.low in QUANTITIES | class_of("numbers") and tokens[k + 1].low == "of" and not token.deep:
            verb = next((n for n in told if k + 3 <= n < k + 10), 0)
            return (sentence + tokens[k + 1].start, sentence + tokens[verb - 1].end) if verb else None
    return None


_NEAR = 60  # characters of a quote in which its verb opens
_MOST = 5  # names in one pair of brackets


def glossed(quote: str, start: int, mentions: Sequence[Mention], codebook: Codebook) -> str:
    """The quote with the names of what it refers to without naming it, once each: "these nations (Togo and Benin)".

    `mentions` are those inside the quote, which begins at `start`. Left alone is a possessive, and what the quote
    names itself or what opens it alone, since that can be replaced.
    """
    named = codebook.expand(tuple(p for m in mentions if m.kind != "reference" for p in m.places))
    told: set[tuple[str, ...]] = set()
    pieces, at = [], 0
    for m in mentions:
        first, end = m.start - start, m.end - start
        if m.kind != "reference" or not m.sure or first < at or end > len(quote) or m.places in told:
            continue
        alone = first == 0 and len(m.places) == 1 and m.places[0] not in codebook.members
        plain = quote[first:end].lower().split()[-1] in small("kinds_of_places")
        owns = quote[end : end + 1] in ("'", "’")
        if plain and quote[first:end].lower().endswith("region") and all(p.isupper() for p in m.places):
            continue  # "the region" is seldom one country, and never surely
        if alone or not plain or owns or codebook.expand(m.places) <= named or len(m.places) > _MOST:
            continue
        told.add(m.places)
        pieces += [quote[at:end], f" ({_listed([name_of(p, codebook) for p in m.places])})"]
        at = end
    return "".join([*pieces, quote[at:]])


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
