"""Reporting verbs that report nothing where they stand: nouns, participles, parts of somebody's title.

Each is a small question to the verb where it stands; the example in its first line is what it keeps out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dossier.data import load
from dossier.language.dictionary import is_known
from dossier.language.grammar import is_adverb
from dossier.language.words import Word
from dossier.reading.sentences.verbs import class_of
from dossier.reading.speech.contents import Content
from dossier.reading.speech.frames import Frame, is_phrasal
from dossier.reading.speech.nouns import SAYS
from dossier.reading.speech.phrases import Span, head_noun, looks_past, names_somebody, only_reports
from dossier.reading.speech.reporting import Verb, matter_after, small, spoken, verbs
from dossier.reading.speech.speakers import before_verb
from dossier.reading.speech.times import low

_NEAR = 6  # words from "claimed" to the end of "an estimated two hundred lives"


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

    @property
    def ends_in_s(self) -> bool:
        """ "Claims", "reports"."""
        return low(self.words[self.at]).endswith("s")

    @property
    def after(self) -> str:
        """The word behind it, past an aside of one word: "stresses, THEREFORE, that"."""
        following = self.words[self.at + 1 : self.at + 5]
        aside = len(following) > 3 and following[0].text == "," == following[2].text
        return self.word(4 if aside else 1)

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
    if any(is_none(verb, subject) for is_none in _NO_VERBS_OF):
        return True
    judged = (judge(verb, subject, content) for judge in _VERB_OR_NOUN)
    return verb.may_be_noun and not next((is_verb for is_verb in judged if is_verb is not None), False)


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


def _takes_lives(verb: Standing) -> bool:
    """ "The flood CLAIMED hundreds of lives"."""
    behind = (low(w) for w in verb.words[verb.at + 1 : verb.at + _NEAR])
    return verb.verb.base == "claim" and not spoken("lives").isdisjoint(behind)


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


def _by_neighbours(verb: Standing, subject: Span, content: Content | None) -> bool | None:
    """ "The bank now PROJECTS"; no verb in "Turkey’s CLAIM that", "by six STATES"."""
    words, between = verb.words, verb.words[subject[1] : verb.at]
    if verb.helpers & small("auxiliaries"):
        return True
    if between and all(low(w) in small("adverbs") or is_adverb(low(w)) for w in between):
        return True
    counted = verb.previous in class_of("numbers") or words[verb.at - 1].text.isdigit()
    return False if verb.previous.endswith(("'s", "s'")) or (verb.ends_in_s and counted) else None


def _behind_clause(verb: Standing, subject: Span, content: Content | None) -> bool | None:
    """ "Prices fell, the union ESTIMATES."; "…, agronomists in Tafo ESTIMATE."."""
    words, head = verb.words, head_noun(verb.words, subject)
    if content is not None or subject[0] <= 2 or words[subject[0] - 1].text != ",":
        return None
    mark = words[verb.at + 1].text if verb.at + 1 < len(words) else "."
    if verb.ends_in_s and mark in (".", ",", ";"):
        return names_somebody(words, subject) and not head.text.endswith("s")
    if verb.verb.shape == "base" and mark in (".", ";"):
        return head.text.islower() and head.text.endswith("s")
    return None


def _by_subject(verb: Standing, subject: Span, content: Content | None) -> bool | None:
    """ "He CLAIMS", "AS economists estimate"; no verb in "there were false REPORTS that"."""
    head = head_noun(verb.words, subject)
    if low(head) in small("pronouns", "subject_pronouns") or is_phrasal(verb.verb.base):
        return True
    if subject[0] == 1 and low(verb.words[0]) == "as":
        return True
    return False if any(low(w) == "there" for w in verb.words[max(0, verb.at - 5) : verb.at]) else None


def _by_object(verb: Standing, subject: Span, content: Content | None) -> bool | None:
    """ "STRESSES, therefore, that", "researchers REPORT in a journal that", "officials CLAIM to have told them"."""
    plural = head_noun(verb.words, subject).text.endswith("s")
    if content and verb.after in ("that", "whether", "if"):
        return True
    if content and content.clear and plural and not verb.ends_in_s:
        return True
    done = verb.word(2) in ("have", "be") or not plural
    return True if verb.after == "to" and "deed" in verb.verb.takes and done else None


def _by_number(verb: Standing, subject: Span, content: Content | None) -> bool | None:
    """Whether subject and form agree in number, and something follows that a verb may have behind it."""
    words, head, after = verb.words, head_noun(verb.words, subject), verb.after
    opens = after in small("articles", "subject_pronouns")
    if not verb.ends_in_s:
        several = head.text.endswith("s") or low(head) in spoken("collective")
        opens = opens or verb.verb.base in matter_after().get(after, ())
        return several and (opens or (content is not None and words[verb.at + 1].text[0].isupper()))
    behind = verb.at + 1
    if behind < len(words) and not words[behind].is_word and not verb.frame.in_quotation(behind):
        return False
    named = head.text[0].isupper() and not (subject == (0, 1) and is_known(low(head)))
    plural = head.text.endswith("s") and not head.text.endswith("ss") and not named
    return not plural and (named or opens)


_NO_REPORTS: tuple[Callable[[Standing], bool], ...] = (
    _in_title,
    _of_measure,
    _of_set_phrase,
    _takes_lives,
    _before_noun,
    _behind_article,
    _behind_owner,
    _of_several,
    _behind_preposition,
    _counted,
)
_NO_VERBS_OF: tuple[Callable[[Standing, Span], bool], ...] = (
    _governed,
    _of_nobody,
    _object,
    _of_what_is_said,
    _of_relative,
)
# Whether a form that is also a noun ("claims", "report") is a verb: the first that can tell decides.
_VERB_OR_NOUN: tuple[Callable[[Standing, Span, Content | None], bool | None], ...] = (
    _by_neighbours,
    _behind_clause,
    _by_subject,
    _by_object,
    _by_number,
)
