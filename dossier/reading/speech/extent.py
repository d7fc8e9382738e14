"""How far a content reaches: to where another speaker, an aside or the end of the sentence cuts it off."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.data import load
from dossier.language.words import Word
from dossier.reading.sentences.telling import may_tell, parsed
from dossier.reading.speech.frames import Frame, text_span
from dossier.reading.speech.phrases import names_somebody
from dossier.reading.speech.reporting import content_nouns, going_on, small, verbs, withheld
from dossier.reading.speech.sorts import is_person_word
from dossier.reading.speech.subjects import phrase_before
from dossier.reading.speech.times import low, low_at

_SUBJECT = 14  # words of a clause before its verb
_ROLE = 16  # words of "the minister of energy of the coastal province,"
_ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "their"))
_TURNS = frozenset(("but", "while", "although", "though", "whereas", "and"))


def after_cue(frame: Frame, i: int) -> tuple[int, int] | None:
    """From word number i to the end of what is said."""
    while i < len(frame.words) and frame.words[i].text in (",", ":", "-", "–", "—"):
        i += 1
    end = content_end(frame, i)
    return text_span(frame.words, i, end) if end > i else None


def around(frame: Frame, start: int, end: int) -> tuple[int, int] | None:
    """What is said around an aside at words[start:end]: behind it when it opens the sentence, else before it."""
    before_end = start
    while before_end and frame.words[before_end - 1].text in (",", "—", "–", "-", "("):
        before_end -= 1
    turns = (i + 1 for i in range(before_end) if frame.words[i].text == ";" and not frame.in_quotation(i))
    first = max(turns, default=0)
    before = [w for w in frame.words[first:before_end] if w.is_word]
    if len(before) < 4 or not may_tell(frame.text[before[0].start : before[-1].end]):
        after = after_cue(frame, end + 1)
        if after:
            return after
    return text_span(frame.words, first, before_end) if before_end > first else None


def before_cue(frame: Frame, end: int) -> tuple[int, int] | None:
    """What was said before the speaker's phrase at word number `end`: a quotation or the sentence so far."""
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
    first = 0
    while first < at and (words[first].text in (",", ".")):
        first += 1
    if not frame.in_quotation(at - 1) and at - first < 2:
        return None
    if not frame.in_quotation(at - 1):
        q = next((p for p in reversed(frame.passages) if p.end <= words[at - 1].start), None)
        between = [w for w in words[:at] if q and w.start >= q.end]
        lead = [w for w in words[first:at] if q and w.end <= q.start]
        held = bool(lead) and between[0].is_word and _carries_on(lead)  # "will cause “harm” to us, he said"
        if (
            q
            and not held
            and len(between) <= 10
            and not any(low(w) in small("auxiliaries") or w.text in verbs() for w in between)
        ):
            return q.start, q.end  # only the speaker's role stands between
    if frame.in_quotation(at - 1):
        q = next(p for p in frame.passages if p.start <= words[at - 1].start < p.end)
        lead = [w for w in words if w.end <= q.start]
        if not lead or not _carries_on(lead):
            return q.start, q.end
        return lead[0].start, q.end
    at = _before_role(words, first, at)
    span = text_span(words, first, at)
    return span if may_tell(frame.text[span[0] : span[1]]) else None


def _before_role(words: Sequence[Word], first: int, end: int) -> int:
    """Before the speaker's role that ends at word number `end`: "…, the energy minister, Peter Kapala, said"."""
    comma = next((k for k in range(end - 1, max(first, end - _ROLE), -1) if words[k].text == ","), 0)
    role = words[comma + 1 : end]
    if not comma or not role or low(role[0]) not in _ARTICLES or not role[-1].is_word:
        return end
    # "The head of the State Commission": a capital makes no verb.
    verbal = any(low(w) in small("auxiliaries") or w.text in verbs() or low(w).endswith("ed") for w in role)
    somebody = low(role[1]) == "head" or any(is_person_word(low(w)) for w in role[1:]) if len(role) > 1 else False
    return comma if somebody and not verbal else end


def _carries_on(lead: Sequence[Word]) -> bool:
    """Whether the words before a quotation belong to one clause with it: no colon, no full stop, no speaker."""
    return lead[-1].is_word and not any(low(w) in verbs() and verbs()[low(w)].shape == "past" for w in lead[-2:])


def content_end(frame: Frame, start: int) -> int:
    """The end of what begins at word number `start`: the sentence's, or where another speaker takes over."""
    words = frame.words
    end = len(words)
    while (
        end > start and words[end - 1].text in (".", ",", ";", ":", "—", "–", "…") and not frame.in_quotation(end - 1)
    ):
        end -= 1
    end = min(end, frame.goes_on_from(start))
    for i in range(start + 1, end):
        if frame.in_quotation(i):
            continue
        if words[i].text == ";":
            return i
        if words[i - 1].text == "," and _sets_in(frame, i, end):
            return i - 1
        text = low(words[i])
        if text in going_on() and low(words[i - 1]) == "and" and _says_more(frame, i):
            return i - 1 - (words[i - 2].text == ",")
        if text in verbs() and (cut := _next_saying(frame, start, i)):
            return cut
    return end


def _sets_in(frame: Frame, i: int, end: int) -> bool:
    """Whether what begins at word number i, behind a comma, is no longer what is said: "…, ACCORDING to"."""
    words, text = frame.words, low(frame.words[i])
    if text == "according" or text in going_on():
        return True
    if text in ("a", "an") and any(low(w) in content_nouns() for w in words[i + 1 : min(end, i + 3)]):
        return True  # "…, an accusation his lawyers reject"
    return withheld().match(frame.text, words[i - 1].start) is not None  # "…, though he declined to say which"


def _next_saying(frame: Frame, start: int, i: int) -> int:
    """Where another speaker takes over with the reporting verb at word number i; 0 where none does."""
    verb = verbs()[low(frame.words[i])]
    if verb.shape == "ing":
        return 0
    noun = "also_nouns" in verb.takes and low(frame.words[i - 1]) in small("prepositions", "articles")
    return 0 if noun else _taken_over(frame, start, i)  # "the highest number on record"


def closes_subordinate(frame: Frame, subject: int, content: tuple[int, int]) -> int:
    """The end of a content inside an opening: "WHILE ROME SAYS THE LAW STANDS, three judges doubt it"."""
    words = frame.words
    opens = subject - 1
    if opens < 0 or low(words[opens]) not in _SUBORDINATORS or (opens and words[opens - 1].is_word):
        return content[1]
    tokens, told, _ = parsed(frame.text[slice(*content)])
    for k, token in enumerate(tokens):
        inside = token.text in ("”", '"') and tokens[k - 1].text == ","  # “held hostage,” the mayor noted
        if not inside and (token.text != "," or token.deep):
            continue
        own = any(0 < n < k and not tokens[n].deep for n in told) or any(t.low == "to" for t in tokens[:k])
        follows = any(k + 2 <= n < k + _SUBJECT for n in told)
        if own and follows and tokens[k + 1].low not in _GOING_ON:
            return content[0] + (token.end if inside else tokens[k - 1].end)
    return content[1]


_SUBORDINATORS = frozenset(
    (
        "while",
        "although",
        "though",
        "whereas",
        "if",
        "whether",
        "when",
        "as",
        "because",
        "since",
        "after",
        "despite",
        "amid",
        "with",
        "following",
    )
)
_GOING_ON = frozenset(("and", "or", "which", "who", "but", "that", "while", "where"))


def _taken_over(frame: Frame, start: int, i: int) -> int:
    """Where ", but the union denied …" begins, when word number i is such a verb; else 0."""
    words = frame.words
    clause = frame.clause_of_verb(i)
    if clause < 0:
        return 0
    group = frame.group_of(clause)[0]
    if any(low(w) in small("be") for w in words[group:i]):
        return 0  # "…, and the loan had been declared": nobody takes over by what is done to a thing
    if (
        group > start
        and low(words[group - 1]) in ("and", "but")
        and verbs()[low(words[i])].takes & {"clause", "deed"}
    ):
        deeds = low(words[start]) == "to" and group == i and low_at(words, i + 1) == "to"
        if deeds or _clearly_reports(frame, i):
            return group - 1 - (words[group - 2].text == ",")
        return 0
    subject = phrase_before(frame, group, clause)
    if subject is None or subject[0] - 2 < start:
        return 0
    turn = subject[0] - 1
    turn -= low(words[turn]) in small("adverbs") and turn - 1 > start
    if low(words[turn]) in _TURNS and words[turn - 1].text == ",":
        return turn - 1
    if (
        words[turn].text == ","
        and names_somebody(words, subject)
        and frame.ends_here(i + 1)
        and (i + 1 >= len(words) or not words[i + 1].is_word)
    ):
        return turn
    return 0


def _says_more(frame: Frame, i: int) -> bool:
    """Whether "and adding" goes on to report: a "that", a colon or a quotation follows."""
    following = frame.words[i + 1 : i + 3]
    return any(low(w) == "that" or w.text in (":", ",") for w in following) or frame.in_quotation(i + 1)


def _clearly_reports(frame: Frame, i: int) -> bool:
    """Whether "and warned" goes on to report: a "that", a quotation or a pronoun follows."""
    base = verbs()[low(frame.words[i])].base
    particles = load("reporting.yaml")["phrasal"].get(base, ())
    if low_at(frame.words, i + 1) in particles:
        i += 1  # "and pointed OUT that"
    if i + 1 >= len(frame.words):
        return False
    follows = low(frame.words[i + 1])
    if base == "call" and follows in ("on", "upon", "for"):
        return True
    opens = follows == "that" or follows in small("subject_pronouns") or follows in small("articles")
    return frame.in_quotation(i + 1) or opens or frame.words[i + 1].text[0].isupper()


def relative_end(frame: Frame, i: int, content: tuple[int, int]) -> int:
    """Where the comma after a relative clause stands, in the text or inside the quotation that closes it."""
    words = frame.words
    commas = [words[k].start for k in range(i, len(words)) if words[k].text == "," and not frame.in_quotation(k)]
    commas += [q.end for q in frame.passages if frame.text[q.inner_end - 1] == ","]
    return min([place for place in commas if content[0] < place], default=content[1])
