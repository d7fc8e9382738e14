"""Sayings that "as" opens: "As X once noted, …", "The bill, as X put it, is …"; and "…, or so X says"."""

from __future__ import annotations

from dossier.language.grammar import is_adverb
from dossier.reading.sentences.telling import has_verb
from dossier.reading.speech.extent import after_cue, around, before_cue
from dossier.reading.speech.frames import Attribution, Frame, make
from dossier.reading.speech.reporting import Verb, matter_after, small
from dossier.reading.speech.times import low, times_begin

# "As everybody knows", "as this shows": the author.
_EVERYBODY = frozenset(("we", "i", "you", "everybody", "everyone", "anyone", "this", "that", "it"))
_LONGEST = 8  # words between "as" and the verb, and between the verb and the mark behind it


def by_as(frame: Frame, i: int, verb: Verb, group: int) -> Attribution | None:
    """Who says what stands around such a saying with its verb at word number i, whose words begin at `group`.

    None where "as" tells when or why: "As X warned OF floods, …".
    """
    words, last = frame.words, group
    while last and (low(words[last - 1]) == "once" or is_adverb(low(words[last - 1]))):
        last -= 1
    opens = next((k for k in range(last - 2, max(-1, last - 2 - _LONGEST), -1) if low(words[k]) == "as"), -1)
    if frame.in_quotation(i):
        return None
    if opens < 0:
        return _or_so(frame, i, last)
    if opens and words[opens - 1].text not in (",", "—", "–"):
        return None
    named = words[opens + 1 : last]
    if (
        low(named[0]) in _EVERYBODY
        or not all(w.is_word for w in named)
        or has_verb(frame.text[named[0].start : named[-1].end])
    ):
        return None
    end = next((k for k in range(i + 1, min(i + 1 + _LONGEST, len(words))) if not words[k].is_word), len(words))
    if not _ends_saying(frame, i, verb, end):
        return None
    behind = end < len(words) and words[end].text in (",", ":")
    said = around(frame, opens, end) if opens else after_cue(frame, end + 1) if behind else None
    return make(frame, (opens + 1, last), (i, i + 1), said) if said else None


def _or_so(frame: Frame, i: int, last: int) -> Attribution | None:
    """ "It is full, OR SO THE MAYOR SAYS": all before the comma."""
    words = frame.words
    so = next((k for k in range(last - 2, max(1, last - 2 - _LONGEST), -1) if low(words[k]) == "so"), 0)
    if not so or low(words[so - 1]) != "or" or words[so - 2].text not in (",", "—", "–") or i + 1 < len(words) - 1:
        return None
    said = before_cue(frame, so - 1)
    return make(frame, (so + 1, last), (i, i + 1), said) if said else None


def _ends_saying(frame: Frame, i: int, verb: Verb, end: int) -> bool:
    """Whether at most a time, a place or who was told stands between the verb and the mark at word number `end`."""
    words, after = frame.words, i + 1
    told = low(words[after]) if after < end else ""
    if told == "it":
        return after + 1 == end
    if after + 1 == end and "person" in verb.takes and words[after].text.islower():
        return True
    if "clause" not in verb.takes or verb.base in matter_after().get(told, ()):
        return False
    return after == end or told in small("prepositions") or times_begin(words, after, len(words))
