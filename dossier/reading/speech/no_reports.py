"""Reporting verbs that report nothing where they stand: nouns, participles, parts of somebody's title.

Each is a small question to the verb where it stands; the example in its first line is what it keeps out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dossier.data import load
from dossier.language.words import Word
from dossier.reading.speech.clause_signs import is_verb
from dossier.reading.speech.contents import Content
from dossier.reading.speech.frames import Frame
from dossier.reading.speech.nouns import SAYS
from dossier.reading.speech.phrases import Span, looks_past, only_reports
from dossier.reading.speech.reporting import Verb, small, spoken, verbs
from dossier.reading.speech.speakers import before_verb
from dossier.reading.speech.times import low


@dataclass(frozen=True, slots=True)
class Standing:
    """A reporting verb where it stands: its word number, where its group begins, what stands before it."""

    frame: Frame
    at: int
    verb: Verb
    group: int
    previous: str
    helpers: frozenset[str]

    @property
    def words(self) -> Sequence[Word]:
        """Those of its sentence."""
        return self.frame.words

    @property
    def is_past(self) -> bool:
        """ "Said", and "claimed" whether verb or participle."""
        return self.verb.shape == "past"

    @property
    def may_be_noun(self) -> bool:
        """ "Claims", "report"."""
        return "also_nouns" in self.verb.takes and self.verb.shape in ("base", "s")

    def word(self, number: int) -> str:
        """The word so many behind the verb, or before it, in lower case; "" beyond the sentence."""
        at = self.at + number
        return low(self.words[at]) if 0 <= at < len(self.words) else ""


def standing(frame: Frame, at: int, verb: Verb) -> Standing:
    """The verb at word number `at` with what stands around it."""
    group = before_verb(frame.words, 0, at)
    previous = low(frame.words[at - 1]) if at else ""
    return Standing(frame, at, verb, group, previous, frozenset(low(w) for w in frame.words[group:at]))


def reports_nothing(verb: Standing) -> bool:
    """Whether what stands beside the verb shows that it tells of nobody's words."""
    return any(is_none(verb) for is_none in _NO_REPORTS)


def is_no_verb_of(verb: Standing, subject: Span, content: Content | None) -> bool:
    """Whether, held against what would be its subject, it is no verb, or none that speaks."""
    return any(is_none(verb, subject) for is_none in _NO_VERBS_OF) or (
        verb.may_be_noun and not is_verb(verb.frame, verb.at, verb.helpers, content, subject)
    )


def _in_title(verb: Standing) -> bool:
    """ "The STATE Secretary"."""
    text = verb.words[verb.at].text
    return verb.at > 0 and text[0].isupper() and not text.isupper() and verb.verb.shape == "base"


def _of_measure(verb: Standing) -> bool:
    """ "Fell 180 basis POINTS to 13 percent"."""
    counted = verb.previous in small("kinds_of_point") or verb.previous[:1].isdigit()
    return verb.word(0) == "points" and counted


def _of_set_phrase(verb: Standing) -> bool:
    """ "Value ADDED tax"."""
    return f"{verb.previous} {verb.word(0)}" in load("reporting.yaml")["no_saying"]


def _before_noun(verb: Standing) -> bool:
    """ "Spain extradited ACCUSED smugglers"."""
    return verb.at > 0 and verb.is_past and "clause" not in verb.verb.takes and looks_past(verb.words, verb.at - 1)


def _behind_article(verb: Standing) -> bool:
    """ "Under such STRESS that", but "the other two ARGUED that"."""
    return verb.previous in spoken("noun_openers") or (not verb.is_past and verb.previous in spoken("counting"))


def _behind_owner(verb: Standing) -> bool:
    """ "The group's SUPPOSED fault"."""
    return verb.is_past and verb.previous.endswith(("'s", "s'"))


def _of_several(verb: Standing) -> bool:
    """ "Both FIGURES", "disputes that FIGURE"."""
    if verb.verb.shape == "s" and verb.previous in spoken("of_several"):
        return True
    return verb.may_be_noun and verb.previous in spoken("pointing")


def _behind_preposition(verb: Standing) -> bool:
    """ "In REPORT after report"."""
    if verb.verb.shape == "ing" or verb.previous not in small("prepositions"):
        return False
    return verb.previous != "to" or verb.verb.shape != "base"


def _of_those_asked(verb: Standing) -> bool:
    """ "Half of those ASKED said"."""
    after = verbs().get(verb.word(1)) if verb.is_past and not verb.helpers else None
    return after is not None and after.shape == "past" and "clause" in after.takes


def _counted(verb: Standing) -> bool:
    """ "Over 2,300 SUSPECTED cases"."""
    counts = verb.is_past and verb.previous[:1].isdigit() and verb.at + 1 < len(verb.words)
    return counts and verb.word(1) not in small("articles", "subject_pronouns", "pronouns")


def _governed(verb: Standing, subject: Span) -> bool:
    """ "Of the plants ANNOUNCED in May, none": whoever announced them; "with fewer than five REPORTED cases"."""
    words, opened = verb.words, subject[0]
    if opened > 2 and low(words[opened - 1]) == "than":
        opened -= 2
    return verb.is_past and not verb.helpers and opened > 0 and low(words[opened - 1]) in spoken("governing")


def _of_nobody(verb: Standing, subject: Span) -> bool:
    """ "Denies HAVING KNOWN": no subject but a verb; "of 90 asked, 45 SAID": nobody in particular."""
    first = verb.words[subject[0]]
    return subject[1] - subject[0] == 1 and (only_reports(first) or first.text.isdigit())


def _object(verb: Standing, subject: Span) -> bool:
    """ "Rejected CLAIMS that"."""
    return "also_nouns" in verb.verb.takes and verb.previous in verbs() and verbs()[verb.previous].shape == "past"


def _of_what_is_said(verb: Standing, subject: Span) -> bool:
    """ "Which critics say FAVOURS the rich"."""
    reports = low(verb.words[subject[1] - 1]) in verbs()
    return reports and subject[1] - subject[0] > 1 and verb.previous in SAYS


def _of_relative(verb: Standing, subject: Span) -> bool:
    """ "All countries that have REPORTED cholera are waiting"."""
    that = low(verb.words[verb.group - 1]) == "that"
    return that and "only_with_that" in verb.verb.takes and _has_object(verb.frame, verb.at + 1)


def _has_object(frame: Frame, k: int) -> bool:
    """Whether a plain noun stands at word number k, and no "that", quotation or pronoun opens a clause."""
    if k >= len(frame.words) or frame.in_quotation(k) or not frame.words[k].is_word:
        return False
    return low(frame.words[k]) not in small("clause_openers", "subject_pronouns", "articles")


_NO_REPORTS: tuple[Callable[[Standing], bool], ...] = (
    _in_title,
    _of_measure,
    _of_set_phrase,
    _before_noun,
    _behind_article,
    _behind_owner,
    _of_several,
    _behind_preposition,
    _of_those_asked,
    _counted,
)
_NO_VERBS_OF: tuple[Callable[[Standing, Span], bool], ...] = (
    _governed,
    _of_nobody,
    _object,
    _of_what_is_said,
    _of_relative,
)
