"""What a reporting word takes: where its content begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dossier.data import load
from dossier.language.words import Word
from dossier.reading.speech.extent import after_cue, content_end
from dossier.reading.speech.frames import Frame, phrasal, text_span
from dossier.reading.speech.reporting import Verb, small, verbs
from dossier.reading.speech.speakers import Span, low, on_the_right

_REACH = 14  # words between a verb and its "that": "told a rally in Ohio last week that"
_OPENING_WORDS = frozenset(("whether", "if", "why", "how", "what", "who", "where", "when", "which"))


@dataclass(frozen=True, slots=True)
class Content:
    """A content found behind its verb; `clear` when a "that", a question word or a quotation shows it."""

    span: tuple[int, int]
    clear: bool


def complement(frame: Frame, i: int, verb: Verb) -> Content | None:
    """The content behind the verb at word number i."""
    words, takes = frame.words, verb.takes
    k = i + 1
    if verb.base in phrasal():
        k = next((n + 1 for n in range(i + 1, min(len(words), i + 4)) if low(words[n]) in phrasal()[verb.base]), k)
    while k < len(words) and low(words[k]) in small("adverbs") and not frame.in_quotation(k):
        k += 1
    if k >= len(words):
        return None
    opened = _quotation_from(frame, k)
    if opened:
        return opened
    text = low(words[k])
    if text in ("nor", "or", "and") and k + 1 < len(words) and low(words[k + 1]) in verbs():
        return None  # "confirm nor deny that": the content belongs to the last of the verbs
    marked = _marked(frame, i, k, verb)
    if marked:
        return marked
    if text in _OPENING_WORDS and ("asking" in takes or (text in ("how", "what", "why") and "clause" in takes)):
        return _to_end(frame, k, True)
    if text == "to" and "deed" in takes:
        if k + 1 < len(words) and low(words[k + 1]) in verbs():
            return None  # "refused to say how": the saying is told by the verb that follows
        return _to_end(frame, k, False)
    if not words[k].is_word:
        if words[k].text == ":" and takes & {"clause", "beside_quotation"}:
            return _to_end(frame, k + 1, True)
        return None
    if text in small("days") or (text in ("last", "late", "early", "earlier") and "clause" in takes):
        while k < len(words) and low(words[k]) in small("days") | {"last", "late", "early", "on"}:
            k += 1
        if k >= len(words) or not words[k].is_word:
            return _quotation_from(frame, k) if k < len(words) else None
        text = low(words[k])
    if "person" in takes:
        spoken = _after_person(frame, k, verb)
        if spoken or "clause" not in takes:
            return spoken
    if "clause" in takes and "only_with_that" not in takes and _reads_as_clause(frame, k):
        return _to_end(frame, k, False)
    if "only_with_that" in takes and text in small("subject_pronouns") - {
        "that",
        "this",
        "these",
        "those",
        "it",
        "none",
    }:
        return _to_end(frame, k, False)
    if takes & {"clause", "person"} and _surely_clause(frame, k):
        return _to_end(frame, k, True)
    if (
        "deed" in takes
        and verb.base
        in (
            "ask",
            "urge",
            "order",
            "call",
            "beg",
            "implore",
            "instruct",
            "advise",
            "encourage",
            "invite",
            "command",
            "request",
            "exhort",
            "press",
            "pressure",
            "recommend",
            "want",
            "expect",
        )
        and _has_to(words, k)
    ):
        return _to_end(frame, k + (text in ("on", "upon")), False)
    if "matter" in takes:
        return _matter(frame, k, text, verb)
    return None


def _quotation_from(frame: Frame, k: int) -> Content | None:
    """A quotation right here or behind a comma or colon."""
    at = k
    while at < len(frame.words) and frame.words[at].text in (",", ":", "—", "–", "-") and not frame.in_quotation(at):
        at += 1
    q = frame.quotation_at(at) if at < len(frame.words) else None
    if q is None:
        return None
    after = frame.word_at(q.end)
    goes_on = at == k and after < len(frame.words) and frame.words[after].is_word
    if goes_on:
        end = after_cue(frame, at)
        return Content(end, True) if end else None
    return Content((q.start, q.end), True)


def _marked(frame: Frame, i: int, k: int, verb: Verb) -> Content | None:
    """A "that" or "whether" not far behind, with only an addressee, a time or an aside between."""
    words = frame.words
    if not verb.takes & {"clause", "person"} and verb.base != "quote":
        return None
    if words[k].text in ("(", ";", ".", "?", "!"):
        return None
    for at in range(k, min(len(words), k + _REACH)):
        text = low(words[at])
        if frame.in_quotation(at):
            return _quotation_from(frame, at) if at - k <= 6 and words[at - 1].text in (",", ":") else None
        if (
            text == "that"
            and at + 1 < len(words)
            and (at > k or words[at + 1].is_word or frame.in_quotation(at + 1) or words[at + 1].text == ",")
        ):
            if at > k and low(words[at - 1]) in small("articles") | {"so"} | small("auxiliaries"):
                return None
            if at > k and not _addressee(words, k, at, verb):
                return None
            return _to_end(frame, at + 1, True)
        if text == "whether" and "asking" in verb.takes:
            return _to_end(frame, at, True)
        if text in small("clause_openers") and text != "that":
            return None
        if at > k and text in small("subject_pronouns") - {"that", "this"} and words[at - 1].text == ",":
            return _to_end(frame, at, True)  # "told Reuters, it seems that"
        if text in (";", ".", ":") or (
            at > k and (text in small("auxiliaries") or (text in verbs() and verbs()[text].shape == "past"))
        ):
            return None
    return None


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
    return "person" in verb.takes or (text == "it" and at == k + 2)


def _after_person(frame: Frame, k: int, verb: Verb) -> Content | None:
    """ "told reporters the plan was dead", "told them to leave"."""
    words = frame.words
    if low(words[k]) in small("prepositions"):
        return None
    person: Span | None
    if low(words[k]) in ("me", "us", "him", "them", "you", "her", "it"):
        person = (k, k + 1)
    else:
        person = on_the_right(words, k, len(words))
    if person is None:
        return None
    at = person[1]
    if at - k > 1 and low(words[k]) not in small("articles"):
        # "told Reuters the bank": the noun phrase ends before a second determiner.
        at = next(
            (
                n
                for n in range(k + 1, at)
                if low(words[n]) in small("articles") and low(words[n - 1]) not in small("prepositions")
            ),
            at,
        )
    while (
        at < len(words)
        and (low(words[at]) in small("days") or low(words[at]) in ("on", "last", "in", "at"))
        and low(words[at]) != "to"
    ):
        at += 1
    if at >= len(words):
        return None
    quoted = _quotation_from(frame, at)
    if quoted:
        return quoted
    text = low(words[at])
    if text == "to" and "deed" in verb.takes:
        return _to_end(frame, k, False)
    if text in ("of", "about", "against") and verb.base in (
        "warn",
        "inform",
        "convince",
        "remind",
        "tell",
        "assure",
        "notify",
    ):
        return _to_end(frame, at + 1, False)
    if text in _OPENING_WORDS:
        return _to_end(frame, at, True)
    if words[at].is_word and (
        text in small("articles") or text in small("subject_pronouns") or words[at].text[0].isupper()
    ):
        return _to_end(frame, at, False)
    return None


def _reads_as_clause(frame: Frame, k: int) -> bool:
    """Whether what follows a bare "said" is a clause: no preposition in front, and something like a verb inside."""
    words = frame.words
    text = low(words[k])
    if text in (
        "so",
        "goodbye",
        "sorry",
        "yes",
        "no",
        "hello",
        "to",
        "of",
        "about",
        "like",
        "him",
        "her",
        "them",
        "me",
        "us",
    ):
        return text in ("no", "her") and len(words) - k > 4
    if text in small("prepositions") and text not in (
        "in",
        "for",
        "during",
        "after",
        "since",
        "despite",
        "under",
        "without",
        "before",
        "at",
        "by",
        "on",
        "from",
        "with",
    ):
        return False
    body = words[k:]
    if len(body) < 3:
        return False
    return any(_verbal(w) for w in body[1:])


def _surely_clause(frame: Frame, k: int) -> bool:
    """A subject and soon behind it an auxiliary that nothing subordinates: "argue the cuts do not go far"."""
    words = frame.words
    if low(words[k]) in small("prepositions") or not words[k].is_word:
        return False
    for at in range(k + 1, min(len(words), k + 9)):
        text = low(words[at])
        if text in small("auxiliaries") and text not in ("been", "being", "having", "used", "be"):
            return True
        if not words[at].is_word or text in small("clause_openers") or text in ("and", "to", "or"):
            return False
        if text in verbs() and verbs()[text].shape == "past":
            return False
    return False


def _verbal(word: Word) -> bool:
    text = low(word)
    return (
        text in small("auxiliaries")
        or "'" in text
        or (word.text.islower() and (text.endswith(("ed", "s", "en")) or text in verbs() or word.lemma != text))
    )


def _has_to(words: Sequence[Word], k: int) -> bool:
    for word in words[k : k + 12]:
        if low(word) == "to":
            return True
        if not word.is_word:
            return False
    return False


def _matter(frame: Frame, k: int, text: str, verb: Verb) -> Content | None:
    """A noun phrase as content, up to the first comma that opens something else."""
    words = frame.words
    if text in small("prepositions"):
        if verb.base not in _matter_after().get(text, ()):
            return None
        k += 1
    elif verb.base == "call":
        if not any(frame.in_quotation(n) or low(words[n]) in ("a", "an") for n in range(k, min(len(words), k + 8))):
            return None
    elif verb.base in _matter_after()["about"]:
        return None
    end = content_end(frame, k)
    for n in range(k + 1, end):
        if (
            words[n].text == ","
            and not frame.in_quotation(n)
            and n + 1 < end
            and low(words[n + 1])
            in (small("clause_openers") | {"and", "according", "saying"} | small("prepositions"))
        ):
            end = n
            break
    if end - k < 1 or (end - k < 2 and not words[k].text.islower()):
        return None
    return Content(text_span(words, k, end), False)


def _to_end(frame: Frame, k: int, clear: bool) -> Content | None:
    span = after_cue(frame, k)
    return Content(span, clear) if span else None


@cache
def _matter_after() -> dict[str, tuple[str, ...]]:
    """Prepositions that may open a matter, and the verbs they do it for: "warned of floods"."""
    return {preposition: tuple(bases) for preposition, bases in load("reporting.yaml")["matter_after"].items()}
