"""Who says what: direct, indirect and mixed speech, with the places of speaker, reporting word and content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.language.words import Word, is_known, words_of
from dossier.reading.complements import Frame, before_cue, complement, is_phrasal, text_span
from dossier.reading.quotations import Quotation, masked, quotations
from dossier.reading.reporting import content_nouns, going_on, phrases_before_source, small, verbs
from dossier.reading.sentences import split_sentences
from dossier.reading.speakers import Span, before_verb, head_noun, low, on_the_left, on_the_right

_SHORT = 5  # quoted words without a reporting word are a name or an irony below this length


@dataclass(frozen=True, slots=True)
class Attribution:
    """One thing that somebody says: spans of the text, code points, half open."""

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[int, int]


def attributions(text: str) -> list[Attribution]:
    """All attributions of a text, in the order of their contents.

    The content leaves out the reporting word and a "that"; the source is the shortest phrase that names the speaker
    (title and name, without what an apposition adds), None when nobody is named.
    """
    passages = quotations(text)
    words = words_of(text)
    frames = _frames(text, words, passages)
    found: list[Attribution] = []
    for frame in frames:
        found += _in_frame(frame)
    found += _quotations_left(frames, found, text)
    unique = {a.content: a for a in reversed(found) if a.content[0] < a.content[1]}
    return sorted(unique.values(), key=lambda a: (a.content, a.cue or (0, 0)))


def _frames(text: str, words: Sequence[Word], passages: tuple[Quotation, ...]) -> list[Frame]:
    """Sentences with quotations as closed boxes, and after them the sentences inside long quotations."""
    outer = split_sentences(masked(text, passages))
    frames = list(_cut(text, words, outer, passages))
    inside = [
        (q.inner_start + s, q.inner_start + e)
        for q in passages
        if q.inner_end - q.inner_start > 40
        for s, e in split_sentences(text[q.inner_start : q.inner_end])
    ]
    return [*frames, *_cut(text, words, inside, (), inner=True)]


def _cut(
    text: str,
    words: Sequence[Word],
    spans: Sequence[tuple[int, int]],
    passages: tuple[Quotation, ...],
    inner: bool = False,
) -> list[Frame]:
    frames, at, q = [], 0, 0
    for start, end in spans:
        while at < len(words) and words[at].start < start:
            at += 1
        first = at
        while at < len(words) and words[at].end <= end:
            at += 1
        while q < len(passages) and passages[q].end <= start:
            q += 1
        held, k = [], q
        while k < len(passages) and passages[k].start < end:
            held.append(passages[k])
            k += 1
        if at > first:
            frames.append(Frame(text, words[first:at], tuple(held), inner))
    return frames


# ---------------------------------------------------------------- one sentence


def _in_frame(frame: Frame) -> list[Attribution]:
    words = frame.words
    found = _before_source(frame)
    for i, word in enumerate(words):
        if frame.in_quotation(i):
            continue
        text = low(word)
        if (text in verbs() and (one := _by_verb(frame, i, found))) or (text in content_nouns() and (one := _by_noun(frame, i))):
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
        source = _first_subject(frame, i)
        if source is None or low(words[source[0]]).split("'")[0] in ("that", "this", "it", "there"):
            return None  # "that is not to say that": nobody says it
        return _make(frame, source, (i, i + 1), content) if content and content.clear else None
    inverted = _inverted_source(frame, i, group)
    if inverted:
        span = before_cue(frame, group) or frame.after_cue(inverted[1])
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
    if content:
        return _make(frame, subject, (i, i + 1), content)
    if not helpers & (small("auxiliaries") - small("have")) and verb.takes & {
        "clause",
        "beside_quotation",
        "person",
        "asking",
    }:
        span = before_cue(frame, subject[0])
        if span and ("person" in verb.takes or frame.ends_here(i + 1)):
            return _make(frame, subject, (i, i + 1), span)
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
    head = head_noun(words, subject)
    if low(head) in small("pronouns") or low(head) in small("subject_pronouns"):
        return True
    after = low(words[i + 1]) if i + 1 < len(words) else ""
    named = head.text[0].isupper() and not (subject == (0, 1) and is_known(low(head)))
    if is_phrasal(verbs()[low(words[i])].base):
        return True
    if after in ("that", "whether", "if") and content:
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
        if source is None and (subject := _first_subject(frame, i)):
            source = text_span(words, *subject)
        return Attribution(source, text_span(words, i, i + 1), content.span)
    return None


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
    if at >= len(words):
        return None
    text = low(words[at])
    if text in ("that", "whether", "to") or (text in ("of", "for", "as") and "matter" in verb.takes):
        span = frame.after_cue(at + (text == "that"))
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
        span = frame.after_cue(at + 1)
        return _make(frame, source, (i, i + 1), span) if span else None
    if words[at].text == "," and source and low(words[i]) in ("view", "opinion", "judgment", "judgement", "eyes"):
        opens = low(words[source[0] - 1]) if source[0] else ""
        if opens == "in":
            span = frame.after_cue(at + 1)
            return _make(frame, source, (source[0] - 1, i + 1), span) if span else None
    return None


def _before_source(frame: Frame) -> list[Attribution]:
    """ "according to X" in front, behind or in the middle."""
    found = []
    words = frame.words
    texts = [low(w) for w in words]
    for phrase in phrases_before_source():
        for i, text in enumerate(texts):
            if text != phrase[0] or tuple(texts[i : i + len(phrase)]) != phrase or frame.in_quotation(i):
                continue
            after = i + len(phrase)
            source = on_the_right(words, after, len(words))
            if source is None:
                continue
            span = frame.around(i, frame.aside_end(source[1]))
            if span:
                found.append(_make(frame, source, (i, after), span))
    return found


def _first_subject(frame: Frame, end: int) -> Span | None:
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


# ---------------------------------------------------------------- quotations that no sentence of theirs explains


def _quotations_left(frames: Sequence[Frame], found: Sequence[Attribution], text: str) -> list[Attribution]:
    """Quotations without a reporting word of their own go on with the last speaker, or stand alone."""
    left: list[Attribution] = []
    ordered = sorted(found, key=lambda a: a.cue or a.content)
    for frame in frames:
        if frame.inner:
            continue
        here = [a for a in ordered if a.cue and frame.start <= a.cue[0] < frame.end]
        for q in frame.passages:
            if any(a.content[0] < q.end - 1 and q.start < a.content[1] for a in [*here, *left]):
                continue
            length = sum(w.is_word for w in words_of(text[q.inner_start : q.inner_end]))
            if length < _SHORT and not (here and length > 1):
                continue
            model = next((a for a in reversed(here) if a.cue and a.cue[0] < q.start), here[0] if here else None)
            whole = q.start <= frame.start + 1
            if model is None and whole:
                earlier = [
                    a
                    for a in [*ordered, *left]
                    if a.source and max(a.content[1], (a.cue or a.content)[1]) <= q.start + 1
                ]
                model = max(earlier, key=lambda a: max(a.content[1], (a.cue or a.content)[1]), default=None)
                if model and q.start - max(model.content[1], (model.cue or model.content)[1]) > 250:
                    model = None
            source, cue = (model.source, model.cue) if model else (None, None)
            if model is None and not whole:
                subject = _first_subject(frame, frame.word_at(q.start)) or frame.name_before_colon(q.start)
                source = text_span(frame.words, *subject) if subject else None
            left.append(Attribution(source, cue, (q.start, q.end)))
    return left
