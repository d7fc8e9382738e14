"""What a reporting verb attributes, and to whom: the ways in which English builds such a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.data import load
from dossier.language.grammar import is_adverb
from dossier.language.words import Word
from dossier.reading.sentences.telling import has_verb
from dossier.reading.sentences.verb_forms import is_plural
from dossier.reading.speech.as_said import by_as
from dossier.reading.speech.complements import complement
from dossier.reading.speech.contents import Content
from dossier.reading.speech.extent import after_cue, before_cue, closes_subordinate, relative_end
from dossier.reading.speech.frames import Attribution, Frame, make, text_span
from dossier.reading.speech.inserted import inverted_source
from dossier.reading.speech.participles import by_participle, by_passive, taken_for_by
from dossier.reading.speech.phrases import Span, head_noun, names_somebody
from dossier.reading.speech.relatives import by_relative
from dossier.reading.speech.reporting import Verb, forms_in, small, spoken, verbs
from dossier.reading.speech.sorts import is_person_word
from dossier.reading.speech.standing import Standing, standing
from dossier.reading.speech.subjects import beside_mark, phrase_before, subject_of
from dossier.reading.speech.times import low, times_begin

_SPEAKS = frozenset({"clause", "beside_quotation", "person", "asking"})
_UNSURE = ("behind", "participle")  # of a finite form behind a comma
_NEAR = 6  # words from "claimed" to the end of "an estimated two hundred lives"


def by_verb(frame: Frame, i: int, earlier: list[Attribution]) -> Attribution | None:
    """What the reporting verb at word number i attributes; None where it reports nothing.

    `earlier` are the attributions found before it in the sentence: their speaker may go on.
    """
    form = verbs()[low(frame.words[i])]
    if not frame.phrasal_fits(i, form):
        return None
    if form.shape == "ing":
        return by_participle(frame, i, earlier)
    verb = standing(frame, i, form)
    if said := by_as(frame, i, form, verb.group) or by_relative(frame, i, form, verb.group):
        return said
    if verb.clause < 0 and verb.word(-1) == "to":
        return _in_infinitive(frame, i, form)
    if _says_nothing(verb) or frame.only_names(verb.clause):
        return None
    if inverted := inverted_source(frame, i, verb.group):
        span = before_cue(frame, i) or after_cue(frame, inverted[1])
        return make(frame, inverted, (i, i + 1), span) if span else None
    if verb.clause >= 0 and frame.group_of(verb.clause)[0] < i and verb.helpers.isdisjoint(small("auxiliaries")):
        return None  # "remains CONTESTED"
    if form.shape == "past" and verb.helpers & small("be"):
        return by_passive(frame, i, form, verb.clause)
    if form.shape == "past" and verb.word(1) == "by" and (taken := taken_for_by(frame, i, form)):
        return taken
    content = complement(frame, i, form)
    if _tells_which(verb):
        return None
    subject = _subject(verb, content, earlier)
    if verb.clause < 0 and subject is None:
        return _unknown(verb, content, earlier)
    if subject is None:
        return _going_on(verb, content, earlier)
    if content and (content.clear or not _closes_quotation(frame, subject[0] - 1)):
        return _before_content(verb, subject, content, earlier)
    aside = _aside(frame, i, subject)
    return make(frame, subject, (i, i + 1), aside) if aside else _beside_quotation(verb, subject)


def _subject(verb: Standing, content: Content | None, earlier: Sequence[Attribution]) -> Span | None:
    """Of whom it tells; nobody acts by "when ASKED about it", nor those of "of 90 deputies asked"."""
    frame, words = verb.frame, verb.words
    if verb.clause < 0:
        surely = content is not None and content.clear and verb.verb.shape == "base"  # "Supporters POINT out that"
        own = phrase_before(frame, verb.group, frame.owners[verb.at]) if surely else None
        base = verb.verb.base
        unchanged = base in load("reporting.yaml")["irregular"].get(base, ())  # "the banner READ:"
        return own if own and (unchanged or _agrees(verb, own)) else None
    clause = frame.tree[verb.clause]
    spoken_at = max((a.cue[0] for a in earlier if a.source and a.cue), default=-1)
    nearer = spoken_at > words[min(frame.group_of(clause.governor)[0], verb.at)].start
    if _is_joined(verb) and spoken_at >= 0 and (clause.governor > 0 or nearer):
        return None  # "Peru said its jets had turned back and DENIED that": whoever spoke goes on
    hangs = _is_joined(verb) and frame.tree[clause.governor].kind in ("complement", "relative")
    # "Countered criticism that … and SAID": the main clause goes on.
    own, kind = subject_of(frame, 0 if hangs else verb.clause), clause.kind
    beside = beside_mark(frame, verb.group)
    if beside and not _holds_verb(frame, beside) and (kind in _UNSURE or _is_nearer(frame, own, beside, verb.group)):
        own = beside
    acts = own and own[0] < verb.at and any(w.text[0].isalpha() for w in words[slice(*own)])
    return _told_who(verb, own) if own and acts else None


def _told_who(verb: Standing, subject: Span) -> Span:
    """ "THOSE WHO BACK THE PLAN say", "THOSE IN FAVOUR say": what tells who "those" are belongs to the name."""
    told = verb.words[subject[1] : verb.group]
    alone = subject[1] - subject[0] == 1 and low(verb.words[subject[0]]) == "those"
    names = bool(told) and all(w.is_word for w in told) and low(told[-1]) != "who"
    return (subject[0], verb.group) if alone and names else subject


def _is_joined(verb: Standing) -> bool:
    return verb.word(verb.group - verb.at - 1) in ("and", "but", "or")


def _tells_which(verb: Standing) -> bool:
    """ "All countries that have REPORTED cholera are waiting": a verb that needs a "that" has an object instead."""
    relative = verb.word(verb.group - verb.at - 1) == "that" and "only_with_that" in verb.verb.takes
    after = verb.at + 1
    if not relative or after >= len(verb.words) or verb.frame.in_quotation(after) or not verb.words[after].is_word:
        return False
    return verb.word(1) not in small("clause_openers", "subject_pronouns", "articles")


def _is_nearer(frame: Frame, own: Span | None, beside: Span, group: int) -> bool:
    """Whether a phrase between a mark and the verb is its subject: "In a note issued late, THE CENTRE said"."""
    behind_mark = beside[0] > 0 and not frame.words[beside[0] - 1].is_word and beside[1] == group
    joined = own is not None and beside[0] < own[0] and beside[1] == own[1]
    return joined or (behind_mark and (own is None or own[1] <= beside[0])) or _is_told_before(frame, own, beside)


def _is_told_before(frame: Frame, own: Span | None, beside: Span) -> bool:
    """ "A mason fell, POLICE IN YORK, Maine, said": the tree’s subject did something else."""
    words, mark = frame.words, beside[0] - 1
    apart = own is not None and own[1] < mark and words[mark].text == "," == words[beside[1]].text
    return bool(
        apart and own and words[own[1]].is_word and has_verb(frame.text[words[own[0]].start : words[mark].start])
    )


def _holds_verb(frame: Frame, span: Span) -> bool:
    verbs_at = (frame.group_of(n)[0] for n in range(len(frame.tree)))
    return any(span[0] <= at < span[1] and frame.words[at].text.islower() for at in verbs_at)


def _agrees(verb: Standing, subject: Span) -> bool:
    """Whether a form that may be a noun is the verb of such a subject: "workers DOUBT", not "the mayor’s CLAIM"."""
    last = low(verb.words[subject[1] - 1])
    if "'" in last or last in small("articles"):
        return False
    if "also_nouns" not in verb.verb.takes or verb.verb.shape == "past":
        return verb.verb.shape == "s" or "clause" in verb.verb.takes
    head = head_noun(verb.words, subject)
    several = head.text.endswith("s") or (low(head) == last and is_plural(last))  # not "some in a grave STATE"
    return several == (verb.verb.shape == "base")


def _unknown(verb: Standing, content: Content | None, earlier: Sequence[Attribution]) -> Attribution | None:
    """What the tree takes for no verb: "The dam is safe, the operator INSISTS", "Half of those asked SAID"."""
    frame, words, i = verb.frame, verb.words, verb.at
    subject = beside_mark(frame, verb.group)
    unsure = "also_nouns" in verb.verb.takes and verb.verb.shape != "past"
    if subject and content and not (unsure and verb.verb.shape == "s"):
        behind = subject[0] > 0 and words[subject[0] - 1].text == "," and words[subject[0]].text[0].isupper()
        told = behind and verb.verb.shape == "past" and not _holds_verb(frame, subject)
        if told or (subject[0] == 0 and _agrees(verb, subject)):
            return _before_content(verb, subject, content, earlier)  # "Once it had paid, INDIA rejected the plan"
    after = i + 1 < len(words) and words[i + 1].is_word
    tells = (
        subject is not None
        and is_person_word(head_noun(words, subject).text)
        and verb.word(1) in small("prepositions")
    )
    when = verb.word(1) in small("after_saying") or (after and times_begin(words, i + 1, len(words)))
    goes_on = after and not (tells or when)
    if subject is None or goes_on or "clause" not in verb.verb.takes:
        return None
    shown = low(head_noun(words, subject)) in forms_in("evidence")  # "Soldiers fled, video SHOWS"
    told = shown or verb.verb.shape == "base" or names_somebody(words, subject)
    if low(words[subject[1] - 1]) in small("prepositions") or (unsure and not (told and _agrees(verb, subject))):
        return None  # "the largest number on RECORD"
    aside = _aside(frame, i, subject)
    return make(frame, subject, (i, i + 1), aside) if aside else _beside_quotation(verb, subject)


def _says_nothing(verb: Standing) -> bool:
    """ "The STATE Department", "2,300 SUSPECTED cases", "value ADDED tax", "the flood CLAIMED hundreds of lives"."""
    text, before = verb.words[verb.at].text, verb.word(-1)
    if verb.at and text[0].isupper() and not text.isupper():
        return True
    if verb.verb.shape != "past":
        return before in spoken("noun_openers")  # "under such STRESS that"
    behind = (low(w) for w in verb.words[verb.at + 1 : verb.at + _NEAR])
    takes_lives = verb.verb.base == "claim" and not spoken("lives").isdisjoint(behind)
    day = verb.word(-2) in small("days")  # "on June 18 CALLED for"
    counted = before[:1].isdigit() and not day and verb.word(1) not in small("articles", "pronouns")
    return counted or takes_lives or f"{before} {verb.word(0)}" in load("reporting.yaml")["no_saying"]


def _in_infinitive(frame: Frame, i: int, form: Verb) -> Attribution | None:
    """ "Officials refused to SAY whether"; nobody says what "that is not to SAY that" goes on with."""
    content = complement(frame, i, form)
    clause = frame.owners[i]
    source = subject_of(frame, clause) if forms_in("leaving_unsaid").isdisjoint(frame.tree[clause].verb) else None
    if source is None or low(frame.words[source[0]]).split("'")[0] in spoken("nobodies"):
        return None
    return make(frame, source, (i, i + 1), content) if content and content.clear else None


def _going_on(verb: Standing, content: Content | None, earlier: Sequence[Attribution]) -> Attribution | None:
    """ "He thanked them but SAID that", "…, said Ana Ruiz, who ADDED that": the speaker stands further ahead."""
    known = next((a.source for a in reversed(earlier) if a.source), None)
    hangs = _is_joined(verb) or verb.frame.tree[verb.clause].governor >= 0
    if content is None or not hangs or not known:
        return None
    return Attribution(known, text_span(verb.words, verb.at, verb.at + 1), content.span)


def _before_content(
    verb: Standing, subject: Span, content: Content, earlier: Sequence[Attribution]
) -> Attribution | None:
    """ "The mayor SAID that …", also inside a relative clause, with which what is said ends."""
    frame, words = verb.frame, verb.words
    if "deed" in verb.verb.takes and _says_of_itself(verb, subject, earlier):
        return None
    start, end = content.span
    if verb.group > 1 and low(words[verb.group - 1]) in ("who", "which") and _is_aside(words, subject, verb.group):
        if verb.word(1) in ("to", "not"):
            return None  # "two aides, who ASKED not to be named, said"
        end = relative_end(frame, verb.at, content.span)
    elif _in_relative(words, subject):
        end = relative_end(frame, verb.at, content.span)
    elif verb.clause > 0 and frame.tree[verb.clause].link == "who":
        end = min(end, frame.start + frame.tree[verb.clause].end)  # "Those who FAVOUR the tax say that"
    else:
        end = closes_subordinate(frame, subject[0], content.span)
    return make(frame, subject, (verb.at, verb.at + 1), (start, end))


def _beside_quotation(verb: Standing, subject: Span) -> Attribution | None:
    """ "“It has fallen,” the mayor SAID", "Prices fell, the bank SAID"."""
    frame, words, takes = verb.frame, verb.words, verb.verb.takes
    if verb.verb.base in ("quote", "cite") and any(low(w) == "as" for w in words[verb.at : verb.at + _NEAR]):
        return None  # "“…,” it quoted George AS saying"
    helped = not verb.helpers & small("auxiliaries") <= small("have")
    if helped or not takes & _SPEAKS or is_adverb(low(words[subject[0]])):
        return None  # "…, currently STRAINED by debt from costly projects"
    if _tells_of_quoted(frame, subject[0] - 1):
        return None
    plain = not (frame.in_quotation(subject[0] - 1) or frame.in_quotation(subject[0] - 2))
    if plain and not takes & {"clause", "person"}:
        return None  # "…, more people went to WORK": such verbs speak beside quotations only
    span = before_cue(frame, subject[0])
    ends = "person" in takes or frame.ends_here(verb.at + 1)
    return make(frame, subject, (verb.at, verb.at + 1), span) if span and ends else None


def _closes_quotation(frame: Frame, i: int) -> bool:
    """Whether word number i closes a quotation with a comma before its mark, so that who said it follows."""
    q = frame.quotation_closed_at(i)
    return q is not None and frame.text[q.inner_end - 1] == ","


def _tells_of_quoted(frame: Frame, i: int) -> bool:
    """ "Called it the “worst flood” LIMA HAS KNOWN": no mark parts it from quoted words inside the sentence."""
    q = frame.quotation_closed_at(i)
    before = frame.text[frame.start : q.start].rstrip() if q else ""
    return q is not None and before[-1:] not in ("", ":", ",") and frame.text[q.inner_end - 1] not in ",.!?…—"


def _says_of_itself(verb: Standing, subject: Span, earlier: Sequence[Attribution]) -> bool:
    """ "The airline said it PLANS to": a pronoun inside what is said adds no speaker.

    Nor does whoever says it in passing: "The airline, unions said, has AGREED to".
    """
    place, begins = verb.words[subject[0]].start, verb.words[verb.group].start
    if any(a.content[0] == begins and a.source == verb.frame.source_span(subject) for a in earlier):
        return True
    is_pronoun = subject[1] - subject[0] == 1 and low(verb.words[subject[0]]) in small("subject_pronouns")
    return is_pronoun and any(a.content[0] <= place < a.content[1] for a in earlier)


def _is_aside(words: Sequence[Word], subject: Span, group: int) -> bool:
    """ "The mayor, WHO denied it, won", "Ana Ruiz, A BANKER who claimed victory, left": a comma ends what is said."""
    held = subject[0] > 0 and words[subject[0] - 1].text == "," and low(words[subject[0]]) in ("a", "an")
    return held or words[group - 2].text == ","


def _in_relative(words: Sequence[Word], subject: Span) -> bool:
    """ "the plan, which critics say favours the rich, passed": the content ends with the relative clause."""
    opens = low(words[subject[0] - 1]) if subject[0] else ""
    return opens == "what" or (subject[0] > 1 and opens in ("which", "whom") and words[subject[0] - 2].text == ",")


def _aside(frame: Frame, i: int, subject: Span) -> tuple[int, int] | None:
    """ "The bill, X says, would …": the content goes on behind the comma."""
    words, before = frame.words, subject[0] - 1
    if i + 2 >= len(words) or words[i + 1].text != "," or before < 0 or frame.in_quotation(before):
        return None
    if low(words[i + 2]) in small("coordinators"):
        return None  # "Outside, they PROTESTED, but there were few"
    inside = low(words[i + 2]) in small("auxiliaries")  # "Prices, analysts say, will fall"
    if words[before].text == "," and (inside or before_cue(frame, subject[0]) is None):
        return after_cue(frame, i + 2)
    return None
