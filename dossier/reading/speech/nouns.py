"""Speech in nouns: "the claim that", "Rome’s insistence that", "in the union’s view"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dossier.language.words import Word
from dossier.reading.sentences.telling import parsed
from dossier.reading.sentences.verb_forms import present_forms
from dossier.reading.speech.extent import after_cue, closes_subordinate, relative_end
from dossier.reading.speech.frames import Attribution, Frame, make
from dossier.reading.speech.phrases import Span, on_the_right
from dossier.reading.speech.reporting import forms_in, small, state_phrases, verbs
from dossier.reading.speech.subjects import phrase_before, subject_of
from dossier.reading.speech.times import low, low_at
from dossier.reading.speech.unmarked import surely_clause

_OPENS_VERB = frozenset(("who", "which", "and", "or", "to"))
_FAR = 300  # characters behind a noun in which its sentence's own verb is looked for


SAYS = frozenset(("say", "says", "said", "think", "thinks", "thought", "believe", "believes", "believed"))


def by_noun(frame: Frame, i: int) -> Attribution | None:
    """ "the claim that", "Rome’s insistence that", "reports from Lima that", "in the union’s view, …"."""
    words = frame.words
    source, at = _whose(frame, i)
    if at >= len(words):
        return None
    text, after = low(words[at]), low_at(words, at + 1)
    if source and text in small("be") and after == "that":
        span = after_cue(frame, at + 2)  # "The mayor’s view is that the bridge is safe"
        return make(frame, source, (i, i + 1), span) if span else None
    if text == "that":
        return _with_clause(frame, i, at, source)
    if at == i + 1 and not source and _is_brought_up(words, i) and surely_clause(frame, at):
        said = after_cue(frame, at)
        return _told_by_noun(frame, None, (i, i + 1), said and (said[0], relative_end(frame, at, said)))
    if text == "to" and source and at == i + 1 and low(words[i]) in forms_in("nouns_with_to"):
        done = after and (after in present_forms()[0] or after in ("be", "have"))
        return _told_by_noun(frame, source, (i, i + 1), _noun_clause(frame, i, at)) if done else None
    opens = source and source[0] == 1 and text in small("articles")  # "In his view the fines are low"
    if source and (text == "," or opens) and low(words[i]) in forms_in("views"):
        return _seen_by(frame, i, source)
    return None


def _is_brought_up(words: Sequence[Word], i: int) -> bool:
    """ "Fell amid FEARS the bank would fail", "There is SPECULATION the king will go"."""
    before = low(words[i - 1]) if i else ""
    return before == "amid" or (i > 1 and before in small("be") and low(words[i - 2]) == "there")


def _whose(frame: Frame, i: int) -> tuple[Span | None, int]:
    """Whose the noun at word number i is, and the word number behind it: "reports FROM LIMA that", "ROME’S claim"."""
    words = frame.words
    behind = low_at(words, i + 1) in ("by", "from", "of", "among")
    own_verb = min(
        (at for at in (frame.group_of(n)[0] for n in range(len(frame.tree))) if at > i + 2), default=len(words)
    )
    if behind and (source := on_the_right(words, i + 2, own_verb)):
        return source, source[1]
    own = i - (i > 1 and low(words[i - 1]) == "own")
    if not i:
        return None, i + 1
    if low(words[own - 1]) in small("owners"):
        return (own - 1, own), i + 1
    if low(words[own - 1]).endswith(("'s", "s'")):
        return _owner(frame, own, own - 1), i + 1
    if words[i - 1].text in ("'", "’") and i > 1:
        return _owner(frame, i - 1, i - 2), i + 1
    return None, i + 1


def _owner(frame: Frame, end: int, last: int) -> Span | None:
    """Who owns what is said, behind the last preposition but an "of": "in return for PRAGUE’S accusation"."""
    whole = phrase_before(frame, end, frame.owners[last])
    if whole is None:
        return None
    outer = small("inner_prepositions") - {"of"}
    inside = (k + 1 for k in range(whole[1] - 2, whole[0], -1) if low(frame.words[k]) in outer)
    return next(inside, whole[0]), whole[1]


def _with_clause(frame: Frame, i: int, at: int, source: Span | None) -> Attribution | None:
    """The noun at word number i with the "that" at word number `at`."""
    words = frame.words
    start, source = (i, source) if source else _voiced(frame, i)
    relative = low_at(words, at + 1) in small("auxiliaries")
    if relative or any(frame.group_of(number)[0] == at + 1 < len(words) for number in range(len(frame.tree))):
        return None  # "a ruling that surprised even the plaintiffs", "a claim that officials dispute"
    first, span = next((k for k in range(i, 0, -1) if _opens(words[k - 1])), 0), after_cue(frame, at + 1)
    end = closes_subordinate(frame, first, span) if span else 0  # "Despite claims that A, B"
    said = (span[0], end) if span and end < span[1] else _noun_clause(frame, i, at + 1)
    return _told_by_noun(frame, source, (start, i + 1), said)


def _opens(word: Word) -> bool:
    return not word.is_word or low(word) in small("prepositions", "clause_openers")


def _told_by_noun(frame: Frame, source: Span | None, cue: Span, span: tuple[int, int] | None) -> Attribution | None:
    one = make(frame, source, cue, span) if span else None
    return replace(one, by_noun=True) if one else None


def _seen_by(frame: Frame, i: int, source: Span) -> Attribution | None:
    """ "In the union’s view, …": what is so in the eyes of the owner of the noun at word number i."""
    if not source[0] or low(frame.words[source[0] - 1]) not in ("in", "by", "on"):
        return None
    span = after_cue(frame, i + 1)
    return make(frame, source, (source[0] - 1, i + 1), span) if span else None


def _voiced(frame: Frame, noun: int) -> tuple[int, Span | None]:
    """ "Senators expressed deep concern that": the cue's first word, and who gives voice to it."""
    words = frame.words
    for verb in range(noun - 1, max(0, noun - 5), -1):
        text = low(words[verb])
        if text in forms_in("giving_voice"):
            clause = frame.clause_of_verb(verb)
            group = frame.tree[clause].verb
            source = subject_of(frame, clause) if clause >= 0 and small("be").isdisjoint(group) else None
            return (verb, source) if source else (noun, None)
        if not words[verb].is_word or text in small("clause_openers") or text in small("prepositions"):
            break
    return noun, None


def _noun_clause(frame: Frame, noun: int, start: int) -> tuple[int, int] | None:
    """The clause behind "the claim that"; where the noun is the subject, up to the sentence's own verb."""
    span = after_cue(frame, start)
    says = max((k for k in range(noun) if low(frame.words[k]) in SAYS), default=-1)
    before = frame.words[says + 1 : noun]
    if span is None or any(low(w) in small("auxiliaries") or low(w) in verbs() for w in before):
        return span
    tokens, told, _ = parsed(frame.text[span[0] : min(span[1], span[0] + _FAR)])
    own = tokens[0].low != "to"  # "the claim to have been robbed WAS dismissed"
    for k in [k for k in told if k and not tokens[k].deep][own:]:
        if tokens[k - 1].low not in small("subject_pronouns") | _OPENS_VERB:
            back = k - 1 if tokens[k - 1].text == "," else k
            return span[0], span[0] + tokens[back - 1].end
    return span


def by_state(frame: Frame, i: int) -> Attribution | None:
    """The attribution whose adjective begins at word number i, with a "that" behind it."""
    words = frame.words
    for phrase in state_phrases().get(low(words[i]), ()):
        that = i + len(phrase)
        if that >= len(words) or tuple(low(w) for w in words[i:that]) != phrase:
            continue
        marked = low(words[that]) == "that"
        if not marked and not surely_clause(frame, that):
            continue
        at, end = frame.group_of(frame.owners[i])
        if not end <= i + 1 or small("be").isdisjoint(frame.tree[frame.owners[i]].verb):
            return None
        source = subject_of(frame, frame.owners[i])
        span = after_cue(frame, that + marked)
        if source and span and low(words[source[0]]) not in ("it", "that", "there", "you"):
            return make(frame, source, (at, that), span)
    return None
