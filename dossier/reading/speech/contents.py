"""Where a content opens behind its verb: at a "that", a quotation, or behind the person spoken to."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.language.listed import listed_words
from dossier.reading.sentences.telling import parsed
from dossier.reading.sentences.verb_forms import present_forms
from dossier.reading.speech.extent import after_cue
from dossier.reading.speech.frames import Frame
from dossier.reading.speech.phrases import Span, on_the_right
from dossier.reading.speech.reporting import Verb, small, spoken
from dossier.reading.speech.times import behind_time, low, low_at


@dataclass(frozen=True, slots=True)
class Content:
    """A content found behind its verb; `clear` when a "that", a question word or a quotation shows it."""

    span: tuple[int, int]
    clear: bool


def quotation_from(frame: Frame, k: int) -> Content | None:
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


def to_end(frame: Frame, k: int, clear: bool) -> Content | None:
    """All from word number k to the end of what is said."""
    span = after_cue(frame, k)
    return Content(span, clear) if span else None


def deed_only(frame: Frame, content: Content | None) -> Content | None:
    """ "To mediate" of "Mali offered to mediate and called the war a folly": what anybody did next is not offered."""
    if content is None:
        return None
    start = content.span[0]
    tokens, told, _ = parsed(frame.text[slice(*content.span)])
    for k in range(1, len(tokens) - 2):
        if tokens[k].text != "," or tokens[k].deep or tokens[k + 1].low not in _TURNS:
            continue
        if tokens[k + 2].low in present_forms()[0] | {"to", "not"} or k + 2 in told:
            continue  # "to pay, and leave", "…, and pays"
        if any(k + 3 <= n < k + _SUBJECT for n in told):
            return Content((start, start + tokens[k - 1].end), content.clear)
    return content


_TURNS = frozenset(("and", "but", "while"))
_SUBJECT = 12  # words of a clause before its verb


_REACH = 16  # words between a verb and its "that": "told a rally in Ohio last week that"
_FAR = 30  # where the clauses show whose it is
_CLOSE = 6  # words between it and a quotation


def marked(frame: Frame, i: int, k: int, verb: Verb) -> Content | None:
    """The clause that a "that" opens behind the verb at word number i, not far behind k, or a quotation before."""
    words = frame.words
    if not verb.takes & {"clause", "person"} and verb.base != "quote":
        return None
    opened = _opened(frame, k, verb)
    noun = "also_nouns" in verb.takes and verb.shape != "past"  # "pointed to REMARKS by the chair that were taken so"
    if opened is not None and noun and low_at(words, opened + 1) in small("auxiliaries"):
        return None
    opened = _told_by(frame, i, k, verb) if opened is None else opened
    last = min(len(words), k + _REACH) if opened is None else opened
    quoted = next((at for at in range(k, last) if frame.quotation_at(at)), None)
    if quoted is not None and (found := _quoted(frame, k, quoted)):
        return found
    return to_end(frame, opened + (low(words[opened]) == "that"), True) if opened is not None else None


def _opened(frame: Frame, k: int, verb: Verb) -> int | None:
    """The word number of the "that" or "whether", with no finite verb between it and word number k."""
    words = frame.words
    if words[k].text == "," and low_at(words, k + 1) in small("coordinators"):
        return None  # "…, sources said, and analysts believe that"
    aside = words[k].text == "," or low(words[k]) in small("prepositions", "days", "after_saying")
    reach = k + _REACH if aside or "person" in verb.takes else k + 1
    verbal = {
        frame.group_of(n)[0]
        for n, c in enumerate(frame.tree)
        if c.verb and c.kind != "reduced" and not c.verb[0].endswith("ing")
    }
    for at in range(k, min(len(words) - 1, reach)):
        if low(words[at]) == "that" and not frame.in_quotation(at) and words[at + 1].text not in (".", ";"):
            return at
        if at > k and words[at - 1].text == "," and low(words[at]) in small("subject_pronouns"):
            return at  # "told Reuters, it seems"
        if low(words[at]) == "whether" and "asking" in verb.takes:
            return at
        aside = words[at - 1].text == "," and low(words[at]).endswith("ing")  # "asked him to go, arguing that"
        if aside or at in verbal or words[at].text in (";", ":", "."):
            return None
    return None


def _told_by(frame: Frame, i: int, k: int, verb: Verb) -> int | None:
    """ "Told the exchanges and the regulator, which sees to them, THAT …", "has said all along THAT"."""
    own = frame.clause_of_verb(i)
    told = (c for c in frame.tree if own >= 0 and c.governor == own and c.kind == "complement" and c.link == "that")
    at = frame.word_at(frame.start + next((c.start for c in told), len(frame.text)))
    between = frame.words[k:at]
    near = k < at < min(len(frame.words), k + _FAR) and not frame.in_quotation(at)
    # Behind a noun it is that of "announced a tax that".
    near = near and (
        "person" in verb.takes or low(frame.words[at - 1]) in {",", ")", "along", "again"} | small("adverbs")
    )
    return at if near and not any(w.text in (";", ":") for w in between) else None


def _quoted(frame: Frame, k: int, at: int) -> Content | None:
    """The quotation of "said after the talks in Oslo “we have a deal”", "said through an interpreter: “…”"."""
    words = frame.words
    after = low(words[k]) in spoken("said_after", "said_when") and _states(frame, at)
    close = at - k <= _CLOSE and words[at - 1].text in (",", ":")
    return quotation_from(frame, at) if after or close else None


def _states(frame: Frame, at: int) -> bool:
    """Whether the quotation that opens at word number `at` says something and is not only a name in marks."""
    quoted = frame.quotation_at(at)
    return quoted is not None and any(parsed(frame.text[quoted.inner_start : quoted.inner_end]).verbs)


OPENING_WORDS = frozenset(("whether", "if", "why", "how", "what", "who", "where", "when", "which"))


def after_person(frame: Frame, k: int, verb: Verb) -> Content | None:
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
    if at - k > 1 and (low(words[k]) in ("a", "an") or low(words[k]) not in small("articles")):
        # "told Reuters the bank": the noun phrase ends before a second determiner.
        at = next(
            (
                n
                for n in range(k + 1, at)
                if low(words[n]) in small("articles") and low(words[n - 1]) not in small("prepositions", "articles")
            ),
            at,
        )
    at = behind_time(words, at, len(words)) if at < len(words) else at
    at += at < len(words) and words[at].text == "," and frame.in_quotation(at + 1)
    while (
        at < len(words)
        and (low(words[at]) in small("days") or low(words[at]) in ("on", "last", "in", "at"))
        and low(words[at]) != "to"
    ):
        at += 1
    if at >= len(words):
        return None
    quoted = quotation_from(frame, at)
    if quoted:
        return quoted
    text = low(words[at])
    if text == "to" and "deed" in verb.takes:
        return to_end(frame, k, False)
    if text in ("of", "about", "against") and verb.base in listed_words("reporting.yaml", "telling_of"):
        return to_end(frame, at + 1, False)
    if text == "that" and at + 1 < len(words):
        return to_end(frame, at + 1, True)
    if words[at].is_word and (
        text in small("articles") or text in small("subject_pronouns") or words[at].text[0].isupper()
    ):
        return to_end(frame, at, False)
    return None
