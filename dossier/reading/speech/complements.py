"""What a reporting word takes: where its content begins."""

from __future__ import annotations

from collections.abc import Container, Sequence

from dossier.language.grammar import is_adverb
from dossier.language.words import Word
from dossier.reading.speech.contents import (
    OPENING_WORDS,
    Content,
    after_person,
    deed_only,
    marked,
    quotation_from,
    to_end,
)
from dossier.reading.speech.frames import Frame, phrasal
from dossier.reading.speech.phrases import looks_past
from dossier.reading.speech.reporting import Verb, forms_in, matter_after, small, spoken, verbs
from dossier.reading.speech.times import behind_time, low, low_at
from dossier.reading.speech.unmarked import (
    before_joint,
    has_to,
    is_gerund,
    matter,
    reads_as_clause,
    shows,
    surely_clause,
    takes_for,
)

_SAYS = frozenset(("clause", "person", "matter"))
_SEEN = 9  # words behind "saw" in which an auxiliary makes a clause of them
_OF_MATTERS = frozenset(("of", "about", "against", "for"))


def complement(frame: Frame, i: int, verb: Verb) -> Content | None:
    """The content behind the verb at word number i."""
    words, takes = frame.words, verb.takes
    k = _behind_adverbs(frame, i, verb)
    if k >= len(words):
        return None
    if opened := quotation_from(frame, k):
        return opened
    if _leads_away(words, k, verb):
        return None
    if verb.base == "mean" and low(words[k]) == "to":
        return None  # "a vote MEANT to replace the house that the king dissolved"
    if found := marked(frame, i, k, verb):
        return found
    text = low(words[k])
    if _asks(text, takes):
        return to_end(frame, k, True)
    if text == "to" and "deed" in takes:
        return _deed(frame, k, verb)
    if not words[k].is_word:
        opens = words[k].text == ":" and takes & {"clause", "beside_quotation"}
        return to_end(frame, k + 1, True) if opens else None
    day = text in small("days") or (text in spoken("near_days") and "clause" in takes)
    k = _behind_day(words, k) if day else k
    if k >= len(words) or not words[k].is_word:
        return quotation_from(frame, k)
    at = _past_time(words, k) if "clause" in takes else k
    if at > k and (at >= len(words) or low(words[at]) not in _OF_MATTERS):
        return _behind_time(frame, at, verb)
    about = verb.base in matter_after().get(low(words[at]), ())  # "asked FOR patience"
    if "person" in takes and not about and ((told := after_person(frame, at, verb)) or "clause" not in takes):
        return told
    return _unmarked(frame, i, at, verb)


def _asks(text: str, takes: Container[str]) -> bool:
    """ "Wondered WHETHER", "explained HOW"."""
    return text in OPENING_WORDS and ("asking" in takes or (text in ("how", "what", "why") and "clause" in takes))


def _behind_adverbs(frame: Frame, i: int, verb: Verb) -> int:
    """Past "out", "again", "privately" and an aside to where the content may begin: "conceded, THOUGH, that"."""
    words = frame.words
    k = i + 1
    if verb.base in phrasal():
        k = next((n + 1 for n in range(i + 1, min(len(words), i + 4)) if low(words[n]) in phrasal()[verb.base]), k)
    while low_at(words, k) in small("adverbs") and not frame.in_quotation(k):
        if low(words[k]) == "there" and low_at(words, k + 1) in small("auxiliaries"):
            break  # "insisted there were no plans"
        k += 1
    if k + 1 < len(words) and is_adverb(low(words[k])) and low(words[k + 1]) == "that":
        k += 1
    if k + 3 < len(words) and words[k].text == "," == words[k + 2].text and low(words[k + 3]) == "that":
        k += 3
    return k


def _sees(words: Sequence[Word], k: int, verb: Verb) -> bool:
    """ "SAW their savings shrink", not "saw the dam was full": whether what is seen is no clause."""
    return verb.base in spoken("perceiving") and not any(low(w) in small("auxiliaries") for w in words[k : k + _SEEN])


def _leads_away(words: Sequence[Word], k: int, verb: Verb) -> bool:
    """Whether words[k] belongs to something else than what is said."""
    if verb.shape == "past" and _is_fate(words, k):
        return True
    # "confirm nor deny that": the content belongs to the last of the verbs
    return low(words[k]) in ("nor", "or", "and") and low_at(words, k + 1) in verbs()


def _is_fate(words: Sequence[Word], k: int) -> bool:
    """ "Forty are feared DROWNED", "were reported MISSING in the hills": what became of them, and nobody says it."""
    last = (
        k + 1 >= len(words)
        or not words[k + 1].is_word
        or low(words[k + 1]) in small("prepositions", "clause_openers", "auxiliaries") | {"off"}
    )
    return last and (looks_past(words, k) or low(words[k]) in forms_in("fates"))


def _is_complement(frame: Frame, i: int, k: int) -> bool:
    """ "The union argued WAGES ROSE less": whether the clauses show that one begins here without a "that"."""
    own, start = frame.clause_of_verb(i), frame.words[k].start - frame.start
    return own >= 0 and any(
        c.governor == own and c.start == start and c.kind == "complement" and not c.link for c in frame.tree
    )


def _is_clear(frame: Frame, i: int, verb: Verb) -> bool:
    content = complement(frame, i, verb)
    return content is not None and content.clear


def _deed(frame: Frame, k: int, verb: Verb) -> Content | None:
    """ "Decided not TO PUBLISH"; none in "refused TO SAY how": the saying is told by the verb that follows."""
    inner = verbs().get(low(frame.words[k + 1])) if k + 1 < len(frame.words) else None
    if inner and inner.takes & _SAYS and (verb.base in spoken("leaving_unsaid") or _is_clear(frame, k + 1, inner)):
        return None
    return deed_only(frame, to_end(frame, k - (low(frame.words[k - 1]) == "not"), False))


def _behind_day(words: Sequence[Word], k: int) -> int:
    """Past "late on Sunday"."""
    while low_at(words, k) in small("days") | spoken("leading_days"):
        k += 1
    return k


def _past_time(words: Sequence[Word], k: int) -> int:
    """Past "on Monday," at word number k, which itself else."""
    behind = behind_time(words, k, len(words)) if low(words[k]) in spoken("said_when") else k
    return behind + (k < behind < len(words) and words[behind].text == ",")


def _behind_time(frame: Frame, k: int, verb: Verb) -> Content | None:
    """What begins at word number k, behind a time: "said on Monday THE BRIDGE WAS SHUT"."""
    words = frame.words
    if k >= len(words) or (quoted := quotation_from(frame, k)) or not words[k].is_word:
        return quoted if k < len(words) else None
    text = low(words[k])
    if text == "to" and "deed" in verb.takes:
        return to_end(frame, k, False)  # "claimed on Sunday to have taken Goma"
    aside = words[k - 1].text == "," and (text.endswith("ing") or text in spoken("meanwhile"))
    if text == "from" or aside:
        return None  # "Rates will stay, the bank said on Monday, DISMISSING calls for a cut"
    return to_end(frame, k, False) if reads_as_clause(frame, k) else None


def _unmarked(frame: Frame, i: int, k: int, verb: Verb) -> Content | None:
    """A clause without "that", what somebody is to do, or a noun phrase, from word number k on."""
    words, takes, text = frame.words, verb.takes, low(frame.words[k])
    noun_alone = "matter" in takes and before_joint(frame, k)
    if "clause" in takes and "only_with_that" not in takes and not noun_alone and reads_as_clause(frame, k):
        return to_end(frame, k, False)
    goes_on = k + 1 < len(words) and words[k + 1].is_word
    if goes_on and "only_with_that" in takes and text in small("subject_pronouns") - spoken("unsure_subjects"):
        return to_end(frame, k, False)
    sure = surely_clause(frame, k) or (verb.base in spoken("without_that") and _is_complement(frame, i, k))
    if takes & {"clause", "person"} and not noun_alone and not _sees(words, k, verb) and sure:
        return to_end(frame, k, True)
    if "deed" in takes and verb.base in spoken("commanding") and has_to(frame, k):
        return to_end(frame, k + (text in ("on", "upon")), False)
    if verb.base in spoken("taking_for") and low(words[k]) not in small("prepositions") and takes_for(frame, k):
        return to_end(frame, k, False)
    if "gerund" in takes and is_gerund(words[k]):
        return to_end(frame, k, False)
    if (
        verb.base in matter_after().get(text, ())
        or "matter" in takes
        or ("evidence_matter" in takes and shows(frame, i))
    ):
        return matter(frame, k, text, verb)
    return None
