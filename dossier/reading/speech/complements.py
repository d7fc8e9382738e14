"""What a reporting word takes: where its content begins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from dossier.language.grammar import is_adverb
from dossier.language.listed import listed_words
from dossier.language.words import Word
from dossier.reading.sentences.verbs import is_finite, present_forms, tokens_of
from dossier.reading.speech.addressees import OPENING_WORDS, after_person
from dossier.reading.speech.clause_signs import before_joint, has_to, is_gerund, reads_as_clause, shows, surely_clause
from dossier.reading.speech.contents import Content, deed_only, quotation_from, to_end
from dossier.reading.speech.frames import Frame, phrasal
from dossier.reading.speech.matters import matter
from dossier.reading.speech.phrases import looks_past
from dossier.reading.speech.reporting import Verb, forms_in, small, verbs
from dossier.reading.speech.speakers import low
from dossier.reading.speech.times import behind_time

_listed = partial(listed_words, "reporting.yaml")
_OCCASIONS = frozenset(("after", "before", "since"))  # "said after the match that"
_SAYS = frozenset(("clause", "person", "matter"))
_WHEN = frozenset(("on", "in", "at", "during", "late", "last", "early", "earlier"))
_MEANWHILE = frozenset(("as", "after", "while", "when", "because", "though", "although", "amid", "but", "before"))
_REACH = 16  # words between a verb and its "that": "told a rally in Ohio last week that"


def complement(frame: Frame, i: int, verb: Verb) -> Content | None:
    """The content behind the verb at word number i."""
    words, takes = frame.words, verb.takes
    k = i + 1
    if verb.base in phrasal():
        k = next((n + 1 for n in range(i + 1, min(len(words), i + 4)) if low(words[n]) in phrasal()[verb.base]), k)
    while k < len(words) and low(words[k]) in small("adverbs") and not frame.in_quotation(k):
        if low(words[k]) == "there" and k + 1 < len(words) and low(words[k + 1]) in small("auxiliaries"):
            break  # "insisted there were no plans"
        k += 1
    if k + 1 < len(words) and is_adverb(low(words[k])) and low(words[k + 1]) == "that":
        k += 1  # "say PRIVATELY that"
    if k + 3 < len(words) and words[k].text == "," == words[k + 2].text and low(words[k + 3]) == "that":
        k += 3  # "conceded, THOUGH, that"
    if k >= len(words):
        return None
    opened = quotation_from(frame, k)
    if opened:
        return opened
    text = low(words[k])
    if verb.shape == "past" and _is_fate(words, k):
        return None
    if text in small("prepositions") and words[min(k + 1, len(words) - 1)].text in ("–", "—", "-", ";"):
        return None  # "not the result that the union hoped FOR – in the end": it leans back
    if text in ("nor", "or", "and") and k + 1 < len(words) and low(words[k + 1]) in verbs():
        return None  # "confirm nor deny that": the content belongs to the last of the verbs
    marked = _marked(frame, i, k, verb)
    if marked:
        return marked
    if text in OPENING_WORDS and ("asking" in takes or (text in ("how", "what", "why") and "clause" in takes)):
        return to_end(frame, k, True)
    if text == "to" and "deed" in takes:
        if k + 1 < len(words) and (inner := verbs().get(low(words[k + 1]))) and inner.takes & _SAYS:
            return None  # "refused to say how": the saying is told by the verb that follows
        return deed_only(frame, to_end(frame, k - (low(words[k - 1]) == "not"), False))  # "decided not to publish"
    if not words[k].is_word:
        if words[k].text == ":" and takes & {"clause", "beside_quotation"}:
            return to_end(frame, k + 1, True)
        return None
    if text in small("days") or (text in ("last", "late", "early", "earlier") and "clause" in takes):
        while k < len(words) and low(words[k]) in small("days") | {"last", "late", "early", "on"}:
            k += 1
        if k >= len(words) or not words[k].is_word:
            return quotation_from(frame, k) if k < len(words) else None
        text = low(words[k])
    if "clause" in takes and text in _WHEN:
        at, behind = k, behind_time(words, k, len(words))
        k = behind + (behind > k and behind < len(words) and words[behind].text == ",")
        if k >= len(words):
            return None
        if quoted := quotation_from(frame, k):
            return quoted
        if not words[k].is_word:
            return None
        if low(words[k]) == "to" and "deed" in takes and behind != at:
            return to_end(frame, k, False)  # "claimed on Sunday to have taken Goma"
        if behind != at and low(words[k]) == "from":
            return None  # "said in an address from Lima, a day after crowds stormed the court"
        if words[k - 1].text == "," and low(words[k]).endswith("ing"):
            return None  # "Rates will stay, the bank said on Monday, dismissing calls for a cut"
        if words[k - 1].text == "," and low(words[k]) in _MEANWHILE:
            return None  # "…, the ministry said on Monday, as it pleaded for help"
        if behind != at and low(words[k]) not in ("of", "about", "against", "for"):
            return to_end(frame, k, False) if reads_as_clause(frame, k) else None
        text = low(words[k])
    if "person" in takes:
        spoken = after_person(frame, k, verb)
        if spoken or "clause" not in takes:
            return spoken
    noun_alone = "matter" in takes and before_joint(frame, k)
    if "clause" in takes and "only_with_that" not in takes and not noun_alone and reads_as_clause(frame, k):
        return to_end(frame, k, False)
    goes_on = k + 1 < len(words) and words[k + 1].is_word
    if goes_on and "only_with_that" in takes and text in small("subject_pronouns") - _listed("no_subjects"):
        return to_end(frame, k, False)
    if takes & {"clause", "person"} and not noun_alone and surely_clause(frame, k):
        return to_end(frame, k, True)
    if "deed" in takes and verb.base in _listed("asking_to") and has_to(words, k):
        return to_end(frame, k + (text in ("on", "upon")), False)
    if "gerund" in takes and is_gerund(words[k]):
        return to_end(frame, k, False)
    if "matter" in takes or ("evidence_matter" in takes and shows(frame, i)):
        return matter(frame, k, text, verb)
    return None


def _is_fate(words: Sequence[Word], k: int) -> bool:
    """ "Forty are feared DROWNED", "were reported MISSING in the hills": what became of them, and nobody says it."""
    last = (
        k + 1 >= len(words)
        or not words[k + 1].is_word
        or low(words[k + 1]) in small("prepositions", "clause_openers") | {"off"}
    )
    return last and (looks_past(words, k) or low(words[k]) in forms_in("fates"))


def _marked(frame: Frame, i: int, k: int, verb: Verb) -> Content | None:
    """A "that" or "whether" not far behind, with only an addressee, a time or an aside between."""
    words = frame.words
    if not verb.takes & {"clause", "person"} and verb.base != "quote":
        return None
    if words[k].text in ("(", ";", ".", "?", "!"):
        return None
    if words[k].text == "," and k + 1 < len(words) and low(words[k + 1]) in small("coordinators"):
        return None  # "…, sources said, and analysts believe that"
    for at in range(k, min(len(words), k + _REACH)):
        text = low(words[at])
        if frame.in_quotation(at):
            near = at - k <= 6 and words[at - 1].text in (",", ":")
            if near or low(words[k]) not in _OCCASIONS | _WHEN:
                return quotation_from(frame, at) if near else None
            if frame.quotation_at(at) and _states(frame, at):
                return quotation_from(frame, at)  # "said after the talks in Oslo “we have a deal”"
            continue  # "said after the vote in the “lower house” that"
        if (
            text == "that"
            and at + 1 < len(words)
            and (at > k or words[at + 1].is_word or frame.in_quotation(at + 1) or words[at + 1].text == ",")
        ):
            if at > k and low(words[at - 1]) in small("articles") | {"so"} | small("auxiliaries"):
                return None
            if at - k > 2 and words[at - 3].text == "," and low(words[at - 2]) in small("articles"):
                return None  # "informed of every step, a claim that others dispute"
            if at > k and not _addressee(words, k, at, verb):
                return None
            return to_end(frame, at + 1, True)
        if at > k and words[at - 1].text == "," and is_gerund(words[at]):
            return None  # "asked the court to jail him, arguing that"
        if (
            text == "to"
            and at > k
            and "deed" in verb.takes
            and at + 1 < len(words)
            and low(words[at + 1]) in present_forms()[0]
        ):
            return None
        if text == "whether" and "asking" in verb.takes:
            return to_end(frame, at, True)
        if text in small("clause_openers") - _OCCASIONS and text != "that":
            return None
        if text == ":" and 0 < at - k <= 8 and low(words[k]) in small("prepositions"):
            return quotation_from(frame, at)  # "said through an interpreter: “…”"
        if at > k and text in small("subject_pronouns") - {"that", "this"} and words[at - 1].text == ",":
            return to_end(frame, at, True)  # "told Reuters, it seems that"
        if text in (";", ".", ":") or (
            at > k
            and low(words[at - 1]) not in small("articles")  # "in an emailed statement that"
            and (text in small("auxiliaries") or (text in verbs() and verbs()[text].shape == "past"))
        ):
            return None
    return None


def _states(frame: Frame, at: int) -> bool:
    """Whether the quotation that opens at word number `at` says something and is not only a name in marks."""
    quoted = frame.quotation_at(at)
    said = tokens_of(frame.text, quoted.inner_start, quoted.inner_end) if quoted else []
    return len(said) > 2 and any(is_finite(said, n) for n in range(1, len(said)))


def _addressee(words: Sequence[Word], k: int, at: int, verb: Verb) -> bool:
    """Whether words[k:at] may stand between a verb and its "that"."""
    text = low(words[k])
    if (
        text in small("prepositions")
        or text in small("days")
        or words[k].text == ","
        or text in ("last", "late", "early")
    ):
        return True
    weighed = at == k + 1 and text in forms_in("weighing") and verb.base == "consider"  # "consider likely that"
    return "person" in verb.takes or weighed or (text == "it" and at == k + 2)
