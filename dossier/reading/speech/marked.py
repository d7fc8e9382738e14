"""A content that a word opens: the "that" or "whether" behind a verb, with little between."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.language.words import Word
from dossier.reading.sentences.verbs import is_finite, present_forms, tokens_of
from dossier.reading.speech.clause_signs import is_gerund
from dossier.reading.speech.contents import Content, quotation_from, to_end
from dossier.reading.speech.frames import Frame
from dossier.reading.speech.reporting import Verb, forms_in, small, spoken, verbs
from dossier.reading.speech.times import low

_REACH = 16  # words between a verb and its "that": "told a rally in Ohio last week that"
_CLOSE = 6  # words between it and a quotation
_COLON = 8  # words between it and a colon: "said through an interpreter: “…”"


def marked(frame: Frame, k: int, verb: Verb) -> Content | None:
    """A "that" or "whether" not far behind word number k, with only an addressee, a time or an aside between."""
    words = frame.words
    if not verb.takes & {"clause", "person"} and verb.base != "quote":
        return None
    if words[k].text in ("(", ";", ".", "?", "!"):
        return None
    if words[k].text == "," and k + 1 < len(words) and low(words[k + 1]) in small("coordinators"):
        return None  # "…, sources said, and analysts believe that"
    for at in range(k, min(len(words), k + _REACH)):
        if frame.in_quotation(at):
            if _ends_at_quotation(frame, k, at):
                return _quoted(frame, k, at)
        elif opened := _opened(frame, k, at, verb):
            return opened
        elif _breaks_off(words, k, at, verb):
            return None
    return None


def _ends_at_quotation(frame: Frame, k: int, at: int) -> bool:
    """Not at that of "said after the vote in the “lower house” that"."""
    if _is_close(frame.words, k, at) or low(frame.words[k]) not in spoken("said_after", "said_when"):
        return True
    return frame.quotation_at(at) is not None and _states(frame, at)


def _quoted(frame: Frame, k: int, at: int) -> Content | None:
    """The quotation of "said after the talks in Oslo “we have a deal”"."""
    after = low(frame.words[k]) in spoken("said_after", "said_when")
    return quotation_from(frame, at) if after or _is_close(frame.words, k, at) else None


def _is_close(words: Sequence[Word], k: int, at: int) -> bool:
    return at - k <= _CLOSE and words[at - 1].text in (",", ":")


def _states(frame: Frame, at: int) -> bool:
    """Whether the quotation that opens at word number `at` says something and is not only a name in marks."""
    quoted = frame.quotation_at(at)
    said = tokens_of(frame.text, quoted.inner_start, quoted.inner_end) if quoted else []
    return len(said) > 2 and any(is_finite(said, n) for n in range(1, len(said)))


def _opened(frame: Frame, k: int, at: int, verb: Verb) -> Content | None:
    """The content that the word at `at` opens."""
    words, text = frame.words, low(frame.words[at])
    if _is_that(frame, k, at):
        return to_end(frame, at + 1, True) if _is_its_that(words, k, at, verb) else None
    if text == "whether" and "asking" in verb.takes:
        return to_end(frame, at, True)
    if text == ":" and 0 < at - k <= _COLON and low(words[k]) in small("prepositions"):
        return quotation_from(frame, at)
    subject = text in small("subject_pronouns") - {"that", "this"}
    return to_end(frame, at, True) if at > k and subject and words[at - 1].text == "," else None  # "told Reuters, it"


def _is_that(frame: Frame, k: int, at: int) -> bool:
    words = frame.words
    if low(words[at]) != "that" or at + 1 >= len(words):
        return False
    return at > k or words[at + 1].is_word or frame.in_quotation(at + 1) or words[at + 1].text == ","


def _is_its_that(words: Sequence[Word], k: int, at: int, verb: Verb) -> bool:
    """Whether a "that" belongs to the verb, and only an addressee, a time or an aside stands between."""
    if at == k:
        return True
    if low(words[at - 1]) in small("articles", "auxiliaries") or low(words[at - 1]) == "so":
        return False
    if at - k > 2 and words[at - 3].text == "," and low(words[at - 2]) in small("articles"):
        return False  # "informed of every step, a claim that others dispute"
    return _addressee(words, k, at, verb)


def _addressee(words: Sequence[Word], k: int, at: int, verb: Verb) -> bool:
    """Whether words[k:at] may stand between a verb and its "that"."""
    text = low(words[k])
    if text in small("prepositions", "days") or words[k].text == "," or text in ("last", "late", "early"):
        return True
    weighed = at == k + 1 and text in forms_in("weighing") and verb.base == "consider"  # "consider likely that"
    return "person" in verb.takes or weighed or (text == "it" and at == k + 2)


def _breaks_off(words: Sequence[Word], k: int, at: int, verb: Verb) -> bool:
    """Whether the word at `at` begins something else, so that no "that" behind it is the verb's."""
    text = low(words[at])
    if text in ("that", ";", ".", ":") or (text in small("clause_openers") - spoken("said_after")):
        return True
    if at == k:
        return False
    if words[at - 1].text == "," and is_gerund(words[at]):
        return True  # "asked the court to jail him, arguing that"
    after = low(words[at + 1]) if at + 1 < len(words) else ""
    if text == "to" and "deed" in verb.takes and after in present_forms()[0]:
        return True
    if low(words[at - 1]) in small("articles"):
        return False  # "in an EMAILED statement that"
    return text in small("auxiliaries") or (text in verbs() and verbs()[text].shape == "past")
