"""Noun phrases as contents: "announced a new tax", "warned of floods"."""

from __future__ import annotations

from dossier.reading.sentences.tokens import class_of
from dossier.reading.speech.clause_signs import is_count
from dossier.reading.speech.contents import Content
from dossier.reading.speech.extent import content_end
from dossier.reading.speech.frames import Frame, text_span
from dossier.reading.speech.reporting import Verb, content_nouns, matter_after, small
from dossier.reading.speech.times import low

JUDGING = frozenset(("put", "call", "describe", "label", "brand"))  # "call it an attack on the poor"
_NEAR, _CLOSE = 8, 5  # words behind the verb in which "a" stands, or the "that" of a noun
_NOTHINGS = frozenset(("nothing", "something", "anything", "everything", "much", "little", "so", "it", "them"))


def matter(frame: Frame, k: int, text: str, verb: Verb) -> Content | None:
    """A noun phrase as content, up to the first comma that opens something else."""
    first = _first_word(frame, k, text, verb)
    if first is None:
        return None
    end = _ends_at_mark(frame, first, content_end(frame, first), verb)
    if end - first < 1 or (end - first < 2 and not frame.words[first].text.islower()):
        return None
    return Content(text_span(frame.words, first, end), False)


def _first_word(frame: Frame, k: int, text: str, verb: Verb) -> int | None:
    """The word number at which the matter begins: k, or behind its "of" or "for"; None where none does."""
    words, following = frame.words, range(k, min(len(frame.words), k + _NEAR))
    if text.endswith(("self", "selves")) or (text in _NOTHINGS and verb.base not in JUDGING):
        return None
    if verb.base == "put" and not _sets_value(frame, k):
        return None
    if verb.base in matter_after().get(text, ()):
        return k + 1
    if is_count(words, k):
        return k  # "reported at least 12 deaths", "announced over 300 layoffs"
    if text in matter_after() or text in small("prepositions"):
        return None
    if verb.base == "call":
        return k if any(frame.in_quotation(n) or low(words[n]) in ("a", "an") for n in following) else None
    told = verb.base in ("express", "voice") and any(
        low(words[n]) == "that" and low(words[n - 1]) in content_nouns() for n in following[:_CLOSE]
    )
    return None if told or verb.base in matter_after()["about"] else k  # "expressed concern that": the noun tells it


def _ends_at_mark(frame: Frame, k: int, end: int, verb: Verb) -> int:
    """Where a colon or a comma ends the matter: "rejected the claim: the mission said …"."""
    words = frame.words
    for n in range(k + 1, end - 1):
        if frame.in_quotation(n):
            continue
        after = low(words[n + 1])
        if words[n].text == ":" and not frame.in_quotation(n + 1):
            return n
        listed = after in ("among", "including")  # "seven injured, among them a child"
        other = after in small("clause_openers", "prepositions") or after in ("and", "according", "saying")
        if words[n].text == "," and other and not listed:
            return n
    return end


def _sets_value(frame: Frame, k: int) -> bool:
    """ "Put the damage at 3 billion": whether an amount stands behind an "at"."""
    words = frame.words
    at = next((n for n in range(k + 1, min(len(words) - 1, k + 12)) if low(words[n]) == "at"), 0)
    after = words[at + 1 : at + 4] if at else ()
    return any(w.text[0].isdigit() or w.text in ("$", "€", "£") or low(w) in class_of("numbers") for w in after)
