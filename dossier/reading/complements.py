"""What a reporting word takes: where its content begins and ends in the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dossier.data import load
from dossier.language.words import Word
from dossier.reading.quotations import Quotation
from dossier.reading.reporting import Verb, going_on, small, verbs
from dossier.reading.speakers import Span, before_verb, low, on_the_left, on_the_right
from dossier.reading.worth import has_verb

_REACH = 14  # words between a verb and its "that": "told a rally in Ohio last week that"
_OPENING_WORDS = frozenset(("whether", "if", "why", "how", "what", "who", "where", "when", "which"))
_TURNS = frozenset(("but", "while", "although", "though", "whereas", "and"))


@dataclass(frozen=True, slots=True)
class Content:
    """A content found behind its verb; `clear` when a "that", a question word or a quotation shows it."""

    span: tuple[int, int]
    clear: bool


def text_span(words: Sequence[Word], first: int, end: int) -> tuple[int, int]:
    """Word numbers to places in the text."""
    return words[first].start, words[end - 1].end


class Frame:
    """A sentence with the quotations in it as closed boxes."""

    def __init__(self, text: str, words: Sequence[Word], passages: tuple[Quotation, ...], inner: bool) -> None:
        self.text, self.words, self.passages, self.inner = text, words, passages, inner
        self.start, self.end = words[0].start, words[-1].end
        self._box = [self._boxed(w) for w in words] if passages else []

    def _boxed(self, word: Word) -> int:
        return next((k for k, q in enumerate(self.passages) if q.start <= word.start < q.end), -1)

    def in_quotation(self, i: int) -> bool:
        """Whether word number i stands inside a quotation or is one of its marks."""
        return bool(self._box) and 0 <= i < len(self._box) and self._box[i] >= 0

    def quotation_at(self, i: int) -> Quotation | None:
        """The quotation that opens at word number i."""
        if not self.in_quotation(i) or (self.in_quotation(i - 1) and self._box[i] == self._box[i - 1]):
            return None
        return self.passages[self._box[i]]

    def first_quotation_after(self, i: int) -> Quotation | None:
        """The next quotation from word number i on."""
        return next((self.passages[self._box[k]] for k in range(i, len(self._box)) if self._box[k] >= 0), None)

    def word_at(self, place: int) -> int:
        """The number of the first word at or behind a place in the text."""
        return next((i for i, w in enumerate(self.words) if w.start >= place), len(self.words))

    def phrasal_fits(self, i: int, verb: Verb) -> bool:
        """ "point" reports only with its "out"."""
        particles = _phrasal().get(verb.base)
        return particles is None or any(low(w) in particles for w in self.words[i + 1 : i + 4])

    def source_span(self, source: Span) -> tuple[int, int]:
        """Places of a speaker's phrase, a possessive ending left out."""
        start, end = text_span(self.words, *source)
        if self.words[source[1] - 1].text.lower().replace("’", "'").endswith("'s"):
            end -= 2
        return start, end

    def ends_here(self, i: int) -> bool:
        """Whether the main thing is said at word number i: only an aside, a time or the end may follow."""
        if i >= len(self.words):
            return True
        word = self.words[i]
        return (
            not word.is_word
            or low(word)
            in small("days")
            | small("prepositions")
            | {
                "last",
                "this",
                "when",
                "while",
                "as",
                "later",
                "earlier",
                "me",
                "us",
                "reporters",
                "them",
                "him",
                "her",
            }
            or word.text[0].isupper()
            or self.in_quotation(i)
        )

    def after_cue(self, i: int) -> tuple[int, int] | None:
        """From word number i to the end of what is said."""
        while i < len(self.words) and self.words[i].text in (",", ":", "-", "–", "—"):
            i += 1
        end = self._content_end(i)
        return text_span(self.words, i, end) if end > i else None

    def aside_end(self, i: int) -> int:
        """From the end of a named source to the comma or the end of the sentence."""
        while (
            i < len(self.words) and self.words[i].text not in (",", ";", "—", "–", ")") and not self.in_quotation(i)
        ):
            i += 1
        return i

    def around(self, start: int, end: int) -> tuple[int, int] | None:
        """What is said around an aside at words[start:end]: behind it when it opens the sentence, else before it."""
        before_end = start
        while before_end and self.words[before_end - 1].text in (",", "—", "–", "-", "("):
            before_end -= 1
        before = [w for w in self.words[:before_end] if w.is_word]
        if len(before) < 4 or not has_verb(self.text[self.start : before[-1].end]):
            after = self.after_cue(end + 1)
            if after:
                return after
        return text_span(self.words, 0, before_end) if before_end else None

    def name_before_colon(self, place: int) -> Span | None:
        """ "Ada Byron: “…”"."""
        i = self.word_at(place)
        if 1 < i <= 7 and self.words[i - 1].text == ":":
            return 0, i - 1
        return None

    def _content_end(self, start: int) -> int:
        """The end of what begins at word number `start`: the sentence's, or where another speaker takes over."""
        words = self.words
        end = len(words)
        while (
            end > start
            and words[end - 1].text in (".", ",", ";", ":", "—", "–", "…")
            and not self.in_quotation(end - 1)
        ):
            end -= 1
        for i in range(start + 1, end):
            if self.in_quotation(i):
                continue
            text = low(words[i])
            if words[i].text == ";":
                return i
            if text in going_on() and words[i - 1].text == ",":
                return i - 1
            if text == "according" and words[i - 1].text == ",":
                return i - 1
            if text in ("quoting", "citing") and words[i - 1].text == ",":
                return i - 1
            if text in verbs() and verbs()[text].shape != "ing":
                cut = self._taken_over(start, i)
                if cut:
                    return cut
        return end

    def _taken_over(self, start: int, i: int) -> int:
        """Where ", but the union denied …" begins, when word number i is such a verb; else 0."""
        words = self.words
        group = before_verb(words, start, i)
        if group > start and low(words[group - 1]) in ("and", "but") and verbs()[low(words[i])].takes & {"clause"}:
            if complement_opens(self, i):
                return group - 1 - (words[group - 2].text == ",")
            return 0
        subject = on_the_left(words, start, group)
        if subject is None or subject[0] - 2 < start:
            return 0
        turn = subject[0] - 1
        if low(words[turn]) in _TURNS and words[turn - 1].text == ",":
            return turn - 1
        if words[turn].text == "," and self.ends_here(i + 1) and (i + 1 >= len(words) or not words[i + 1].is_word):
            return turn
        return 0


@cache
def _phrasal() -> dict[str, frozenset[str]]:
    return {base: frozenset(words) for base, words in load("reporting.yaml")["phrasal"].items()}


def is_phrasal(base: str) -> bool:
    """Whether the verb reports only with a second word: "point out"."""
    return base in _phrasal()


def complement_opens(frame: Frame, i: int) -> bool:
    """Whether a clear content follows word number i."""
    content = complement(frame, i, verbs()[low(frame.words[i])])
    return content is not None and content.clear


def before_cue(frame: Frame, end: int) -> tuple[int, int] | None:
    """What was said before the speaker's phrase that begins at word number `end`: a quotation or the sentence so far."""
    words = frame.words
    at = end
    if at == 0:
        return None
    mark = words[at - 1]
    if frame.in_quotation(at - 1):
        pass
    elif mark.text in (",", "—", "–", "-"):
        at -= 1
    else:
        return None
    if at <= 0:
        return None
    first = 0
    while first < at and (words[first].text in (",", ".")):
        first += 1
    if not frame.in_quotation(at - 1) and at - first < 2:
        return None
    if frame.in_quotation(at - 1):
        q = next(p for p in frame.passages if p.start <= words[at - 1].start < p.end)
        lead = [w for w in words if w.end <= q.start]
        if not lead or not _carries_on(lead):
            return q.start, q.end
        return lead[0].start, q.end
    span = text_span(words, first, at)
    return span if has_verb(frame.text[span[0] : span[1]]) else None


def _carries_on(lead: Sequence[Word]) -> bool:
    """Whether the words before a quotation belong to one clause with it: no colon, no full stop, no speaker."""
    return lead[-1].is_word and not any(low(w) in verbs() and verbs()[low(w)].shape == "past" for w in lead[-2:])


def complement(frame: Frame, i: int, verb: Verb) -> Content | None:
    """The content behind the verb at word number i."""
    words, takes = frame.words, verb.takes
    k = i + 1
    if verb.base in _phrasal():
        k = next((n + 1 for n in range(i + 1, min(len(words), i + 4)) if low(words[n]) in _phrasal()[verb.base]), k)
    while k < len(words) and low(words[k]) in small("adverbs") and not frame.in_quotation(k):
        k += 1
    if k >= len(words):
        return None
    opened = _quotation_from(frame, k)
    if opened:
        return opened
    text = low(words[k])
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
        end = frame.after_cue(at)
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
        if not ((text == "of" and verb.base in ("warn", "complain", "boast", "speak"))
                or (text == "for" and verb.base == "call") or (text == "about" and verb.base in ("complain", "warn", "boast"))
                or (text == "at" and verb.base == "hint")):  # fmt: skip
            return None
        k += 1
    elif verb.base in ("call", "hint", "complain", "boast"):
        if verb.base != "call" or not any(
            frame.in_quotation(n) or low(words[n]) in ("a", "an") for n in range(k, min(len(words), k + 8))
        ):
            return None
    end = frame._content_end(k)
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
    span = frame.after_cue(k)
    return Content(span, clear) if span else None
