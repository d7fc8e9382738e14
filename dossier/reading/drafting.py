"""From a source to its draft claims: sentence by sentence, clause by clause, each tied to its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dossier.language.line import line_within
from dossier.language.words import Words, words_of
from dossier.model import Claim, Codebook, Position, Source
from dossier.reading.author_notes import ABOUT_AUTHOR, author_notes
from dossier.reading.claim_places import places_of
from dossier.reading.cleaning.marks import as_written, curled
from dossier.reading.cleaning.shouting import unshouted
from dossier.reading.cleaning.steps import is_heading
from dossier.reading.datelines import after_dateline
from dossier.reading.findings import Findings, Sentence, Span, find_all, heard_at, within
from dossier.reading.kinds import kind_told, modality_of
from dossier.reading.naming import stem
from dossier.reading.periods import ClaimDate, date_of
from dossier.reading.places.finding import MEANT, Mention, find_countries
from dossier.reading.positions import positions_in
from dossier.reading.quoting import quote_spans
from dossier.reading.referents import glossed, meant_of, referent, same_pronoun
from dossier.reading.sentences.clauses import split_clauses
from dossier.reading.speech.acts import is_promise
from dossier.reading.speech.frames import Attribution
from dossier.reading.speech.naming import speaker_names
from dossier.reading.speech.persons import told_in_first_person
from dossier.reading.speech.reporting import small
from dossier.reading.speech.sorts import is_body, may_be_one
from dossier.reading.speech.turns import behind_label
from dossier.reading.speech.voice import Voice, after_retort, all_said, voice_of, without_who_speaks
from dossier.reading.stating import is_inserted, statement
from dossier.reading.themes import themes_in
from dossier.reading.wording import Judged
from dossier.reading.worth import asked_in, reason_against, reason_to_skip
from dossier.world import name_of

_GOES_ON = re.compile(r"(?:But|And|Because|So|Also),? (?:it|its|they|their|this|that|these|those|there)\b")
_JOINED = re.compile(r"\b(?:but|and|while|though|although|yet|so)\s*$")
_LEANS = re.compile(r"(?:it|this|that)\b", re.IGNORECASE)  # "the firm says it is a good deal less"
_IS = re.compile(r"(?:it|they) (?:is|was|are|were)\b")  # tells only how something is that the rest names
_NEAR = 12  # characters before a part in which the word that joins it stands
_LEADING = 2  # sentences before one that may name the matter it goes on about


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft claim and what decided its fields."""

    claim: Claim
    date: ClaimDate
    voice: Voice
    modality: Judged
    kind: Judged
    at_home: bool = False  # no place named or meant: what the text before, or all of it, is about


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """One sentence of a source: the claims drafted from it, or the reason there are none."""

    sentence: Sentence
    drafted: tuple[Drafted, ...] = ()
    reason: str = ""


def draft(source: Source, codebook: Codebook) -> tuple[Claim, ...]:
    """The claims of a source, in its order; quotes do not overlap."""
    return tuple(d.claim for read in read_source(source, codebook) for d in read.drafted)


def read_source(source: Source, codebook: Codebook) -> Iterator[ReadSentence]:
    """Every sentence of the source in order, with its claims or the reason it has none."""
    found = read_all(source, codebook)
    reader = _Reader(source.id, found, codebook, source.text)
    headings = {n for n, (start, end) in enumerate(source.cleaned.paragraphs, 1) if is_heading(found.text[start:end])}
    notes = author_notes(found.text, source.cleaned.paragraphs)
    for number, sentence in enumerate(found.sentences):
        if sentence.paragraph in headings or sentence.paragraph in notes:
            yield ReadSentence(sentence, (), "heading" if sentence.paragraph in headings else ABOUT_AUTHOR)
            continue
        yield reader.read(number)


def draft_at(source: Source, codebook: Codebook, start: int, end: int) -> Claim:
    """The claim a draft on text[start:end] would be, whether or not the reader would have drawn one there."""
    found = read_all(source, codebook)
    reader = _Reader(source.id, found, codebook, source.text)
    number = max((n for n, sentence in enumerate(found.sentences) if sentence.start <= start), default=0)
    for earlier in range(number):
        reader.read(earlier)  # what was said before decides who speaks and what "they" stands for
    return reader.claim((start, end), number).claim


def read_statement(text: str, published: str, codebook: Codebook = Codebook()) -> Claim:  # noqa: B008 frozen
    """One bare sentence as a claim: date, places, figures, voice, modality, kind and positions; no id."""
    found = find_all(text, published, ((0, len(text)),), codebook)
    if not found.sentences:
        return Claim("", "", text, text)
    reader = _Reader("", found, codebook, text)
    return reader.claim((0, len(text)), 0).claim


def read_all(source: Source, codebook: Codebook) -> Findings:
    """Everything in the source's text, its capitals and quotation marks read as others write them."""
    meta, paragraphs = source.meta, source.cleaned.paragraphs
    text = curled(unshouted(source.text, paragraphs))
    return find_all(text, meta.issued, paragraphs, codebook, meta.title or source.id)


class _Reader:
    """Reads one text's sentences in order; it remembers the names given and who spoke last."""

    def __init__(self, source: str, found: Findings, codebook: Codebook, verbatim: str) -> None:
        self.source, self.found, self.codebook = source, found, codebook
        self.verbatim = verbatim  # the source's text letter for letter, for quotes
        self.names: set[str] = set()
        self.speakers = speaker_names(found.text, found.heard)
        self.stood_for: dict[int, str] = {}  # where a sentence begins with "it" -> what that stands for
        self.speaking: tuple[int, str] = (-1, "")  # the last sentence said by somebody, and by whom

    @cached_property
    def asked(self) -> float:
        """How much there must be to check in a sentence of this text."""
        return asked_in(self.found.text[start:end] for start, end in self.found.spans)

    def read(self, number: int) -> ReadSentence:
        """The claims of a sentence."""
        text, sentence = self.found.text, self.found.sentences[number]
        words = text[sentence.start : sentence.end]
        heard = heard_at(self.found.heard, sentence.start, sentence.end)
        # Few words in quotation marks count only where we know whose they are.
        known = words[:1] not in '“"«‘' or any(a.source for a in heard)
        reason = reason_to_skip(words, self.asked) if known else reason_against(words)
        told = told_in_first_person(text, heard)
        if reason and not (told and reason == "first-person talk"):
            return ReadSentence(sentence, (), reason)
        start = after_dateline(text, behind_label(text, sentence.start, sentence.end, heard), sentence.end)
        clauses = split_clauses(text, start, sentence.end)
        spans = quote_spans(text, (start, sentence.end), clauses, heard)
        if told and (reason or len(spans) == 1):
            spans = [told]
        kept = [s for s in spans if len(spans) == 1 or self._is_claim(s, heard)] or spans[:1]
        left = [s for s in spans if s not in kept]
        said = self._are_said(left, heard)
        if said and not any(_LEANS.match(text, s[0]) for s in left):
            kept = spans
        elif said or (left and not any(a.source for a in heard) and self._are_joined(start, spans)):
            kept = quote_spans(text, (start, sentence.end), [], [])
        return ReadSentence(sentence, tuple(self.claim(span, number) for span in kept))

    def _are_joined(self, start: int, spans: Sequence[Span]) -> bool:
        """Whether a part that is no claim of its own, left out, would bend what the others say."""
        return any(_JOINED.search(self.found.text, max(start, s[0] - _NEAR), s[0]) for s in spans[1:])

    def _are_said(self, left: Sequence[Span], heard: Sequence[Attribution]) -> bool:
        """Whether one of several speakers would lose what is left out: "A doubts talks, and B denies the trip"."""
        voices = [a for a in heard if a.source]
        said = any(a.content[0] <= s[0] < a.content[1] for s in left for a in voices)
        return said and len({a.source for a in voices}) > 1

    def _is_claim(self, span: Span, heard: Sequence[Attribution]) -> bool:
        """Whether one of several quotes of a sentence is a claim; what somebody said may be short."""
        quote = self.found.text[slice(*span)] + "."
        leans = _LEANS.match(quote) is not None
        reason = reason_against(quote) if _IS.match(quote) else reason_to_skip(quote, self.asked, part=True)
        short = reason in ("fragment", "says nothing by itself") or (reason == "nothing to check" and not leans)
        said = any(a.source and a.content[0] <= span[0] and span[1] <= a.content[1] for a in heard)
        return not reason or (short and said)

    def claim(self, span: Span, number: int) -> Drafted:
        """The claim whose quote is text[span[0]:span[1]] in sentence `number`."""
        found, text = self.found, self.found.text
        sentence = found.sentences[number]
        quote = as_written(text[slice(*span)], self.verbatim[slice(*span)])
        whole = text[sentence.start : sentence.end]
        words = words_of(whole)
        place = (span[0] - sentence.start, span[1] - sentence.start)
        line = line_within(whole, *place)
        own = Words(words[line.start : line.end])
        heard = heard_at(found.heard, sentence.start, sentence.end)
        voice = voice_of(text, words, span, heard, sentence.start)
        speaker = self.speakers.get(voice.speaker, "") if voice.speaker else ""
        voice, speaker = self._carried(voice, speaker, number, whole)
        voice = after_retort(voice, heard, text, found.sentences, number)
        figures = tuple(f.figure for f in within(found.figures, *span))
        told = without_who_speaks(own, sentence.start, voice, heard)
        modality = modality_of(told)
        act = any(a.cue and span[0] <= a.cue[0] < span[1] and is_promise(text, a) for a in heard)
        before = self._before(number)
        mentions = within(found.mentions, *span)
        meant = meant_of(text, sentence.start, *span)
        stands_for = text[slice(*meant)] if meant else self._stands_for(sentence, span, mentions, before)
        mentions = [*within(found.mentions, *meant), *mentions] if meant else mentions
        meaning = tuple(p for m in find_countries(stands_for) for p in m.places) if stands_for and not meant else ()
        countries, own_places = places_of(found, number, span, mentions, voice, meaning)
        said = all_said(voice, heard, span)
        date = date_of(*span, sentence.paragraph_start, text, found.times, found.published, found.spans, said)
        kind = kind_told(told, quote, voice, date, found, bool(figures), act)
        name = self._name(quote, span, mentions, sentence) if self.source else ""
        # The quote itself may say who says so.
        named = voice.speaker is not None and span[0] <= voice.speaker[0] < span[1]
        if named and not speaker and voice.speaker and voice.speaker[0] == span[0]:
            speaker = stands_for  # "It puts the debt at 9 million": whatever the sentence before spoke of
        if stands_for == speaker and not named and voice.value == "attributed":
            stands_for = ""  # "According to Ana Ruiz, she was confident": who "she" is stands there
        shown = named and not (speaker and is_inserted(quote))  # "those who pay, she said, will vote": who is she?
        words_told = quote if stands_for else glossed(quote, span[0], within(found.mentions, *span), self.codebook)
        claim = Claim(
            id=f"{self.source}/{name}" if name else "",
            source=self.source,
            quote=self.verbatim[slice(*span)],
            statement=statement(
                words_told, voice.value, "" if shown else speaker, stands_for, shown, self.found.small
            ),
            countries=countries,
            themes=themes_in(whole, self.codebook, place)
            or (themes_in(whole, self.codebook) if len(quote) < len(whole) - 1 else ()),
            date=date.edtf,
            date_from=date.words or ("publication" if date.origin in ("publication", "perfect", "vague") else ""),
            positions=self._as_written(
                positions_in(whole, place, countries, voice.value, self.codebook, self._leading_up(number)), sentence
            ),
            speaker=speaker,
            voice=voice.value,
            modality=modality.value,
            kind=kind.value,
            figures=figures,
            start=span[0],
            end=span[1],
        )
        return Drafted(claim, date, voice, modality, kind, bool(countries) and not own_places)

    def _as_written(self, positions: tuple[Position, ...], sentence: Sentence) -> tuple[Position, ...]:
        """With their words letter for letter as in the source: by them a claim file tells cues from a person."""
        read, written = (text[sentence.start : sentence.end] for text in (self.found.text, self.verbatim))
        if read == written:
            return positions
        at = ((p, read.index(p.words)) for p in positions)
        return tuple(replace(p, words=written[n : n + len(p.words)]) for p, n in at)

    def _name(self, quote: str, span: Span, mentions: Sequence[Mention], sentence: Sentence) -> str:
        named = [(m.start - span[0], m.end - span[0]) for m in mentions if m.kind not in MEANT]
        name = stem(sentence.paragraph, quote, named, self.names)
        self.names.add(name)
        return name

    def _leading_up(self, number: int) -> tuple[str, ...]:
        """The sentences of the paragraph that lead up to this one: they name what it goes on about."""
        spans = (s for s in self.found.sentences[max(0, number - _LEADING) : number])
        here = self.found.sentences[number].paragraph
        return tuple(self.found.text[s.start : s.end] for s in spans if s.paragraph == here)

    def _before(self, number: int) -> Sentence | None:
        """The sentence before, in the same paragraph."""
        if number == 0:
            return None
        here, before = self.found.sentences[number], self.found.sentences[number - 1]
        return before if before.paragraph == here.paragraph else None

    def _carried(self, voice: Voice, speaker: str, number: int, whole: str) -> tuple[Voice, str]:
        """A sentence that goes on with "But it" or "Because they" after one person's words is theirs.

        It is the author's after a body's words, and where it turns to others or to the speaker: "But HE errs".
        """
        last, who = self.speaking
        goes_on = last == number - 1 and self._before(number) and _GOES_ON.match(whole)
        theirs = goes_on and may_be_one(who) and not is_body(who)
        if voice.value == "own" and theirs:
            voice, speaker = Voice("attributed", "goes on", voice.speaker, voice.cue), who
        if voice.value == "attributed" and speaker:
            self.speaking = (number, speaker)
        return voice, speaker

    def _stands_for(
        self, sentence: Sentence, span: Span, mentions: Sequence[Mention], before: Sentence | None
    ) -> str:
        quote = self.found.text[slice(*span)]
        opening = next((m for m in mentions if m.start == span[0] and m.kind == "reference"), None)
        if opening and len(opening.places) == 1:
            if not opening.sure:
                return ""
            place = opening.places[0]
            region = "region" in self.found.text[opening.start : opening.end].lower()
            return name_of(place, self.codebook) if region == (place in self.codebook.members) else ""
        if who := self._who_speaks_at(span):
            return who
        if before is None or self._speaker_before(sentence, span):
            return ""
        text = self.found.text[before.start : before.end]
        again = same_pronoun(quote, text) and self.stood_for.get(before.start, "")
        who = again or referent(quote, text, within(self.found.mentions, before.start, before.end), before.start)
        if who:
            self.stood_for[sentence.start] = who
        return who

    def _who_speaks_at(self, span: Span) -> str:
        """Who the "he" is with which a quote opens when it tells that he said or asked: "He urged doctors to go"."""
        heard = heard_at(self.found.heard, *span)
        opens = next((a.source for a in heard if a.source and a.source[0] == span[0]), None)
        one = opens is not None and self.found.text[slice(*opens)].lower() in ("he", "she")
        return self.speakers.get(opens, "") if opens and one else ""

    def _speaker_before(self, sentence: Sentence, span: Span) -> bool:
        """Whether this sentence names a speaker in front of the quote: "the bank said it" speaks of the bank."""
        heard = heard_at(self.found.heard, sentence.start, sentence.end)
        names = (a.source for a in heard if a.source and a.content[0] <= span[0] < a.content[1])
        return any(sentence.start <= s[0] < s[1] <= span[0] and self._is_named(s) for s in names)

    def _is_named(self, source: Span) -> bool:
        return self.found.text[slice(*source)].lower() not in small("pronouns")
