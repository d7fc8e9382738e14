"""What the reporting words of one sentence attribute, and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dossier.language.words import Word, is_known
from dossier.reading.sentences.verbs import is_finite, tokens_of
from dossier.reading.speech.complements import complement
from dossier.reading.speech.extent import after_cue, around, before_cue
from dossier.reading.speech.frames import Frame, is_phrasal, text_span
from dossier.reading.speech.reporting import content_nouns, going_on, phrases_before_source, small, verbs
from dossier.reading.speech.speakers import Span, before_verb, head_noun, low, on_the_left, on_the_right

_FAR = 300  # characters behind a noun in which its sentence's own verb is looked for


@dataclass(frozen=True, slots=True)
class Attribution:
    """One thing that somebody says: spans of the text, code points, half open."""

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[int, int]
    by_noun: bool = False  # "the claim that", not "claims that"


def heard_in(frame: Frame) -> list[Attribution]:
    """Attributions by the reporting words of one sentence, in the order they are found."""
    words = frame.words
    found = _before_source(frame)
    for i, word in enumerate(words):
        if frame.in_quotation(i):
            continue
        text = low(word)
        one = _by_verb(frame, i, found) if text in verbs() else None
        one = one or (_by_noun(frame, i) if text in content_nouns() else None)
        if one:
            found.append(one)
    return found


def _by_verb(frame: Frame, i: int, earlier: list[Attribution]) -> Attribution | None:
    words, verb = frame.words, verbs()[low(frame.words[i])]
    if not frame.phrasal_fits(i, verb):
        return None
    group = before_verb(words, 0, i)
    helpers = {low(w) for w in words[group:i]}
    previous = low(words[i - 1]) if i else ""
    if previous in (
        small("articles") - {"this", "that", "these", "those", "some", "many", "most", "few", "all", "both"}
    ):
        return None
    if verb.shape == "ing":
        return _by_participle(frame, i, earlier)
    if (previous in small("prepositions") and previous != "to") or (previous == "to" and verb.shape != "base"):
        return None
    if verb.shape == "past" and helpers & small("be") and not _perfect_only(words, group, i):
        return _by_passive(frame, i, group)
    content = complement(frame, i, verb)
    if previous == "to":
        source = first_subject(frame, i)
        if source is None or low(words[source[0]]).split("'")[0] in ("that", "this", "it", "there"):
            return None  # "that is not to say that": nobody says it
        return _make(frame, source, (i, i + 1), content) if content and content.clear else None
    inverted = _inverted_source(frame, i, group)
    if inverted:
        span = before_cue(frame, group) or after_cue(frame, inverted[1])
        return _make(frame, inverted, (i, i + 1), span) if span else None
    subject = on_the_left(words, 0, group) if not frame.in_quotation(group - 1) else None
    if subject is None:
        if i and low(words[group - 1]) in ("and", "but", "or", "who", "which") and content and earlier:
            return Attribution(earlier[-1].source, text_span(words, i, i + 1), content.span)
        return None
    if "also_nouns" in verb.takes and previous in verbs() and verbs()[previous].shape == "past":
        return None  # "rejected claims that"
    if (
        "also_nouns" in verb.takes
        and verb.shape in ("base", "s")
        and not _is_verb(frame, i, helpers, content, subject)
    ):
        return None
    if low(words[subject[1] - 1]) in verbs() and subject[1] - subject[0] > 1 and previous in _SAYS:
        return None  # "which critics say favours the rich"
    if content and _in_relative(words, subject):
        comma = next((w.start for w in words[i:] if w.text == "," and content.span[0] < w.start), content.span[1])
        return _make(frame, subject, (i, i + 1), (content.span[0], min(comma, content.span[1])))
    if content:
        return _make(frame, subject, (i, i + 1), content)
    if aside := _aside(frame, i, subject):
        return _make(frame, subject, (i, i + 1), aside)
    if not helpers & (small("auxiliaries") - small("have")) and verb.takes & {
        "clause",
        "beside_quotation",
        "person",
        "asking",
    }:
        span = before_cue(frame, subject[0])
        plain = not (frame.in_quotation(subject[0] - 1) or frame.in_quotation(subject[0] - 2))
        if plain and not verb.takes & {"clause", "person"}:
            return None  # "…, more people went to work": such verbs speak beside quotations only
        if span and ("person" in verb.takes or frame.ends_here(i + 1)):
            return _make(frame, subject, (i, i + 1), span)
    return None


_SAYS = frozenset(("say", "says", "said", "think", "thinks", "thought", "believe", "believes", "believed"))


def _in_relative(words: Sequence[Word], subject: Span) -> bool:
    """ "the plan, which critics say favours the rich, passed": the content ends with the relative clause."""
    return subject[0] > 1 and low(words[subject[0] - 1]) in ("which", "whom") and words[subject[0] - 2].text == ","


def _aside(frame: Frame, i: int, subject: Span) -> tuple[int, int] | None:
    """ "As X noted, …" and "The bill, X says, would …": the content goes on behind the comma."""
    words, before = frame.words, subject[0] - 1
    if i + 2 >= len(words) or words[i + 1].text != "," or before < 0 or frame.in_quotation(before):
        return None
    if low(words[before]) == "as" and before == 0:
        return after_cue(frame, i + 2)
    inside = low(words[i + 2]) in small("auxiliaries")  # "Prices, analysts say, will fall"
    if words[before].text == "," and (inside or before_cue(frame, subject[0]) is None):
        return after_cue(frame, i + 2)
    return None


def _perfect_only(words: Sequence[Word], group: int, i: int) -> bool:
    """ "has said" is active, "has been said" is not."""
    nearest = next((low(words[k]) for k in range(i - 1, group - 1, -1) if low(words[k]) in small("auxiliaries")), "")
    return nearest in small("have")


def _is_verb(frame: Frame, i: int, helpers: set[str], content: object, subject: Span) -> bool:
    """Whether a form that is also a noun ("claims", "report") is a verb here."""
    words = frame.words
    if helpers & small("auxiliaries"):
        return True
    if low(words[i - 1]).endswith(("'s", "s'")):
        return False  # "Turkey’s claim that"
    head = head_noun(words, subject)
    if low(head) in small("pronouns") or low(head) in small("subject_pronouns"):
        return True
    after = low(words[i + 1]) if i + 1 < len(words) else ""
    named = head.text[0].isupper() and not (subject == (0, 1) and is_known(low(head)))
    if is_phrasal(verbs()[low(words[i])].base) or (subject[0] == 1 and low(words[0]) == "as"):
        return True
    if any(low(w) == "there" for w in words[max(0, i - 5) : i]):
        return False  # "there were false reports that"
    if after in ("that", "whether", "if") and content:
        return True
    if after == "to" and low(words[i]) == "claims" and not head.text.endswith("s"):
        return True
    if low(words[i]).endswith("s"):
        plural = head.text.endswith("s") and not head.text.endswith("ss") and not named
        if i + 1 < len(words) and not words[i + 1].is_word and not frame.in_quotation(i + 1):
            return False
        return not plural and (named or after in small("articles") or after in small("subject_pronouns"))
    return (head.text.endswith("s") or low(head) in ("people", "police", "some", "many")) and after in small(
        "subject_pronouns"
    ) | small("articles")


def _inverted_source(frame: Frame, i: int, group: int) -> Span | None:
    """The speaker after the verb: “…,” said the minister."""
    words, verb = frame.words, verbs()[low(frame.words[i])]
    if (
        group != i
        or verb.shape not in ("past", "s", "base")
        or not verb.takes & {"clause", "beside_quotation", "asking"}
    ):
        return None
    plain = not (frame.in_quotation(i - 1) or frame.in_quotation(i - 2))
    if plain and i and "clause" not in verb.takes:
        return None
    closes = i == 0 or frame.in_quotation(i - 1) or words[i - 1].text in (",", "—", "–", "-", "?", "!")
    if not closes or i + 1 >= len(words):
        return None
    after = words[i + 1]
    if not (after.text[0].isupper() or low(after) in small("articles") or low(after) in small("subject_pronouns")
            or (after.is_word and after.text.islower() and low(after) not in small("prepositions")
                and (i and frame.in_quotation(i - 1)))):  # fmt: skip
        return None
    source = on_the_right(words, i + 1, len(words))
    if i and words[i - 1].text == "," and not frame.in_quotation(i - 2) and on_the_left(words, 0, i):
        return None  # the comma closes an apposition: the speaker stands before it
    if source is None or (
        i and words[i - 1].text == "," and not frame.in_quotation(i - 1) and not _closes_well(frame, source[1])
    ):
        return None
    if i == 0 and frame.first_quotation_after(source[1]) is None:
        return None
    return source


def _closes_well(frame: Frame, at: int) -> bool:
    """After an inverted speaker the sentence ends or goes on with an aside, not with a verb."""
    words = frame.words
    if at >= len(words):
        return True
    text = low(words[at])
    return (
        not words[at].is_word
        or text in small("prepositions")
        or text in small("days")
        or text in ("who", "last", "whose")
    )


def _by_participle(frame: Frame, i: int, earlier: list[Attribution]) -> Attribution | None:
    """ "…, adding that": the same speaker goes on; "is saying that", "was quoted as saying"."""
    words = frame.words
    verb = verbs()[low(words[i])]
    before = words[i - 1] if i else None
    content = complement(frame, i, verb)
    if content is None:
        return None
    if before is not None and low(before) == "as":
        opening = next(
            (
                k
                for k in range(i - 2, max(-1, i - 12), -1)
                if low(words[k]) in ("quoted", "cited", "quoting", "quotes")
            ),
            -1,
        )
        if opening < 0:
            return None
        group = before_verb(words, 0, opening)
        passive = any(low(w) in small("be") for w in words[group:opening])
        source = on_the_left(words, 0, group) if passive else on_the_right(words, opening + 1, i - 1)
        return _make(frame, source, (opening, i + 1), content)
    group = before_verb(words, 0, i)
    if any(low(w) in small("be") for w in words[group:i]):
        return _make(frame, on_the_left(words, 0, group), (i, i + 1), content)
    aside = before is not None and (
        before.text == "," or frame.in_quotation(i - 1) or low(before) in ("and", "while", "by", "but")
    )
    if aside and low(words[i]) in going_on():
        source = earlier[-1].source if earlier else None
        subject = None if source else first_subject(frame, i) or _before_participle(frame, i)
        if subject:
            source = frame.source_span(subject)
        span = content.span
        if subject and subject[1] == i - 1:
            # "Peru, saying it had no choice, left the pact": the sentence's own verb comes behind the aside.
            comma = next((w.start for w in words[i:] if w.text == "," and span[0] < w.start < span[1]), span[1])
            span = (span[0], comma)
        return Attribution(source, text_span(words, i, i + 1), span)
    return None


def _before_participle(frame: Frame, i: int) -> Span | None:
    """The subject of the clause that "…, saying" hangs on, when the sentence begins with it."""
    words = frame.words
    tokens = tokens_of(frame.text, frame.start, words[i].start)
    verb = next((t.start for k, t in enumerate(tokens) if k and is_finite(tokens, k)), words[i - 1].start)
    end = next((k for k in range(i) if words[k].start >= verb), i - 1)
    whole = 0 < end <= 8 and all(w.is_word for w in words[:end]) and not frame.in_quotation(0)
    return on_the_left(words, 0, end) if whole and low(words[0]) not in small("prepositions") else None


def _by_passive(frame: Frame, i: int, group: int) -> Attribution | None:
    """ "it was announced that", "is said to be", "was accused by the union of lying"."""
    words, verb = frame.words, verbs()[low(frame.words[i])]
    at = i + 1
    source = None
    if at < len(words) and low(words[at]) == "by":
        source = on_the_right(words, at + 1, len(words))
        if source:
            stop = next(
                (n for n in range(*source) if "matter" in verb.takes and low(words[n]) in ("of", "for")), source[1]
            )
            source, at = (source[0], stop), stop
    elif verb.base in ("convince", "persuade"):
        source = on_the_left(words, 0, group)
    if at >= len(words):
        return None
    text = low(words[at])
    if text in ("that", "whether", "to") or (text in ("of", "for", "as") and "matter" in verb.takes):
        span = after_cue(frame, at + (text == "that"))
        return _make(frame, source, (i, i + 1), span) if span else None
    return None


def _by_noun(frame: Frame, i: int) -> Attribution | None:
    """ "the claim that", "Rome’s insistence that", "reports from Kyiv that", "in the union’s view, …"."""
    words = frame.words
    at, source = i + 1, None
    if at < len(words) and low(words[at]) in ("by", "from", "of", "among"):
        source = on_the_right(words, at + 1, len(words))
        at = source[1] if source else at
    if i and source is None:
        owner = words[i - 1]
        if low(owner).endswith(("'s", "s'")) or low(owner) in ("his", "her", "their", "its", "my", "our"):
            source = on_the_left(words, 0, i)
            if low(owner) in ("his", "her", "their", "its", "my", "our"):
                source = (i - 1, i)
        elif words[i - 1].text in ("'", "’") and i > 1:
            source = on_the_left(words, 0, i - 1)
    if at >= len(words):
        return None
    if low(words[at]) == "that" and low(words[at - 1]) not in small("auxiliaries"):
        span = _noun_clause(frame, i, at + 1)
        one = _make(frame, source, (i, i + 1), span) if span else None
        return replace(one, by_noun=True) if one else None
    if words[at].text == "," and source and low(words[i]) in ("view", "opinion", "judgment", "judgement", "eyes"):
        opens = low(words[source[0] - 1]) if source[0] else ""
        if opens == "in":
            span = after_cue(frame, at + 1)
            return _make(frame, source, (source[0] - 1, i + 1), span) if span else None
    return None


def _noun_clause(frame: Frame, noun: int, start: int) -> tuple[int, int] | None:
    """The clause behind "the claim that"; where the noun is the subject, up to the sentence's own verb."""
    span = after_cue(frame, start)
    says = max((k for k in range(noun) if low(frame.words[k]) in _SAYS), default=-1)
    before = frame.words[says + 1 : noun]
    if span is None or any(low(w) in small("auxiliaries") or low(w) in verbs() for w in before):
        return span
    tokens = tokens_of(frame.text, span[0], min(span[1], span[0] + _FAR))
    own = next((k for k in range(1, len(tokens)) if is_finite(tokens, k)), 0)
    for k in range(own + 2, len(tokens)):
        opens = tokens[k - 1].low in small("subject_pronouns") or tokens[k - 1].low in (
            "who",
            "which",
            "and",
            "or",
            "to",
        )
        if own and is_finite(tokens, k) and not is_finite(tokens, k - 1) and not tokens[k].deep and not opens:
            back = k - 1 if tokens[k - 1].text == "," else k
            return span[0], tokens[back - 1].end
    return span


def _before_source(frame: Frame) -> list[Attribution]:
    """ "according to X" in front, behind or in the middle."""
    found = []
    words = frame.words
    texts = [low(w) for w in words]
    for i, text in enumerate(texts):
        for phrase in phrases_before_source().get(text, ()):
            if tuple(texts[i : i + len(phrase)]) != phrase or frame.in_quotation(i):
                continue
            after = i + len(phrase)
            source = on_the_right(words, after, len(words))
            if source is None:
                continue
            end = frame.aside_end(source[1])
            if i == 0 and frame.apposition_end(end):
                end = frame.apposition_end(end)
            span = around(frame, i, end)
            if one := _make(frame, source, (i, after), span):
                found.append(one)
    return found


def first_subject(frame: Frame, end: int) -> Span | None:
    """The first noun phrase of the sentence, as far as it reads as one."""
    for at in range(min(end, 30)):
        text = low(frame.words[at])
        if frame.in_quotation(at):
            return None
        if at and (text in small("auxiliaries") or (text in verbs() and verbs()[text].shape in ("past", "s"))):
            return on_the_left(frame.words, 0, before_verb(frame.words, 0, at))
    return None


def _make(frame: Frame, source: Span | None, cue: Span, content: object) -> Attribution | None:
    span = getattr(content, "span", content)
    if not isinstance(span, tuple) or span[0] >= span[1]:
        return None
    named = frame.source_span(source) if source else None
    if named and named[0] < span[1] and span[0] < named[1]:
        named = None
    return Attribution(named, text_span(frame.words, *cue), span)
