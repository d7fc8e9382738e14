"""A sentence made ready for finding speech: its words, with the quotations in it as closed boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from dossier.data import load
from dossier.language.grammar import is_adverb
from dossier.language.words import Word
from dossier.reading.sentences.clause_tree import Clause, clause_at, clauses_of
from dossier.reading.sentences.telling import has_verb, parsed
from dossier.reading.speech.phrases import Span, looks_past
from dossier.reading.speech.quotations import Quotation
from dossier.reading.speech.reporting import Verb, small
from dossier.reading.speech.times import low, low_at

_GROUP = 10  # words of "had, he thought, been closed"


def text_span(words: Sequence[Word], first: int, end: int) -> tuple[int, int]:
    """Word numbers to places in the text."""
    return words[first].start, words[end - 1].end


class Frame:
    """A sentence with the quotations in it as closed boxes."""

    def __init__(self, text: str, words: Sequence[Word], passages: tuple[Quotation, ...], inner: bool) -> None:
        self.text, self.words, self.passages, self.inner = text, words, passages, inner
        self.start, self.end = words[0].start, words[-1].end
        self._box = [self._boxed(w) for w in words] if passages else []

    def _boxed(self, word: Word) -> int:
        return next((k for k, q in enumerate(self.passages) if q.start <= word.start < q.end), -1)

    @cached_property
    def tree(self) -> tuple[Clause, ...]:
        """The clauses of the sentence, in which a quotation is one word; places count from its start."""
        at, pieces = self.start, list[str]()
        for q in self.passages:
            first, last = max(q.inner_start + 1, self.start), min(q.inner_end, self.end)
            pieces += [self.text[at:first], "x" * (last - first)]
            at = max(first, last)
        return clauses_of("".join([*pieces, self.text[at : self.end]])) or (Clause(0, 0, "main", "", (), -1, -1),)

    @cached_property
    def owners(self) -> tuple[int, ...]:
        """For each word the number of the innermost clause it stands in."""
        numbers = range(len(self.tree))
        own = [n if self.text[self.start + self.tree[n].start - 1] != "-" else self.tree[n].governor for n in numbers]
        # "The Atlanta-BASED centre" is no clause.
        return tuple(own[clause_at(self.tree, w.start - self.start)] for w in self.words)

    @cached_property
    def _groups(self) -> tuple[Span, ...]:
        """For each clause the words from its finite form to its main verb."""
        return tuple(self._group(c) if c.verb else (len(self.words), len(self.words)) for c in self.tree)

    def _group(self, clause: Clause) -> Span:
        first = self.word_at(self.start + clause.verb_start)
        left, last = list(clause.verb[1:]), first
        for k in range(first + 1, min(len(self.words), first + _GROUP)):
            if left and low(self.words[k]) == left[0]:
                left, last = left[1:], k if left[0] != "to" else last
        return first, last + 1

    def group_of(self, number: int) -> Span:
        """The words from the finite form to the main verb of a clause; behind the last word where it has none."""
        return self._groups[number]

    def clause_of_verb(self, i: int) -> int:
        """The number of the clause whose main verb is word number i; -1 where it is nobody's."""
        return next((n for n, (_, end) in enumerate(self._groups) if end == i + 1 and self.tree[n].verb), -1)

    def only_names(self, number: int) -> bool:
        """Whether a clause tells who is meant, of whom all is told: "THOSE WHO SAY that it works should read this".

        Where the verb of all was not found, it would be taken for a part of what they say.
        """
        told = self.tree[number] if number >= 0 else None
        if told is None or told.kind != "relative" or told.link != "who":
            return False
        held = self.tree[told.governor]
        return held.kind == "main" and not held.verb and told.start > held.start

    def goes_on_from(self, start: int) -> int:
        """Where an "and" behind what begins at word number `start` goes on with who says it: "AND have fled"."""
        for number, clause in enumerate(self.tree):
            first = self.word_at(self.start + clause.start)
            joined = clause.kind == "joined" and self.group_of(clause.governor)[0] < start < first
            if joined and self.group_of(number)[0] == first + 1:
                return first - (self.words[first - 1].text == ",")
        return len(self.words)

    def in_quotation(self, i: int) -> bool:
        """Whether word number i stands inside a quotation or is one of its marks."""
        return bool(self._box) and 0 <= i < len(self._box) and self._box[i] >= 0

    def quotation_closed_at(self, i: int) -> Quotation | None:
        """The quotation that word number i closes."""
        return next((q for q in self.passages if i >= 0 and q.end == self.words[i].end), None)

    def quotation_at(self, i: int) -> Quotation | None:
        """The quotation that opens at word number i."""
        if not self.in_quotation(i) or (self.in_quotation(i - 1) and self._box[i] == self._box[i - 1]):
            return None
        return self.passages[self._box[i]]

    def word_at(self, place: int) -> int:
        """The number of the first word at or behind a place in the text."""
        return next((i for i, w in enumerate(self.words) if w.start >= place), len(self.words))

    def phrasal_fits(self, i: int, verb: Verb) -> bool:
        """ "point" reports only with its "out"."""
        particles = phrasal().get(verb.base)
        after = low_at(self.words, i + 1)
        if after in load("reporting.yaml")["other_meaning"].get(verb.base, ()):
            return False  # "called OFF a deal"
        return particles is None or any(low(w) in particles for w in self.words[i + 1 : i + 4])

    def source_span(self, source: Span) -> tuple[int, int]:
        """Places of a speaker's phrase, a possessive ending left out."""
        closed = source[1] == len(self.words) and self.words[-1].text == "."  # "said Amartya Sen."
        start, end = text_span(self.words, source[0], max(source[0] + 1, source[1] - closed))
        if self.words[source[1] - 1].text.lower().replace("’", "'").endswith("'s"):
            end -= 2
        return start, end

    def ends_here(self, i: int) -> bool:
        """Whether the main thing is said at word number i: only an aside, a time or the end may follow."""
        if i >= len(self.words):
            return True
        word = self.words[i]
        return (
            not word.is_word
            or is_adverb(low(word))
            or low(word) in small("days", "prepositions", "after_saying")
            or (word.text.islower() and word.text.endswith("ing"))  # "she said laughing"
            or word.text[0].isupper()
        )

    def aside_end(self, i: int) -> int:
        """From the end of a named source to the comma or the end of the sentence."""
        while (
            i < len(self.words) and self.words[i].text not in (",", ";", "—", "–", ")") and not self.in_quotation(i)
        ):
            i += 1
        return i

    def apposition_end(self, comma: int) -> int:
        """ "According to X, a bank in Y, prices fell": the second comma; 0 where there are no two."""
        words = self.words
        if comma + 2 >= len(words) or words[comma].text != ",":
            return 0
        relative = low(words[comma + 1]) in _RELATIVE
        if not relative and low(words[comma + 1]) not in small("articles") and not looks_past(words, comma + 1):
            return 0  # "According to a bulletin, RELEASED on Thursday, …"
        end = next((i for i in range(comma + 2, min(len(words), comma + 14)) if words[i].text == ","), 0)
        if not end or self.in_quotation(end):
            return 0
        if relative:
            return end if has_verb(self.text[words[end].start : words[-1].end]) else 0
        aside = self.text[words[comma + 1].start : words[end].start]
        return 0 if any(t.low in small("auxiliaries") for t in parsed(aside).tokens) or has_verb(aside) else end


@cache
def phrasal() -> dict[str, frozenset[str]]:
    """Verbs that report only with one of these words behind them."""
    return {base: frozenset(words) for base, words in load("reporting.yaml")["phrasal"].items()}


@dataclass(frozen=True, slots=True)
class Attribution:
    """One thing that somebody says: spans of the text, code points, half open."""

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[int, int]
    by_noun: bool = False  # "the claim that", not "claims that"
    opens: int | None = None  # "The mines, she says, take too much": where what is said begins before the saying


_RELATIVE = frozenset(("who", "which", "whose"))
_OWNERS = frozenset(("his", "her", "their"))  # "in his view": whose, the text before tells
_SOME = frozenset(("many", "most", "some", "several", "others", "few", "two", "three", "both"))


def make(frame: Frame, source: Span | None, cue: Span, content: object) -> Attribution | None:
    """An attribution, unless the content is empty; a source inside its own content is none."""
    span = getattr(content, "span", content)
    if not isinstance(span, tuple) or span[0] >= span[1]:
        return None
    named = frame.source_span(source) if source else None
    only = [low(w) for w in frame.words[slice(*source)]] if source else []
    if source and all(not w[0].isalpha() or (w in small("articles") and w not in _OWNERS | _SOME) for w in only):
        named = None  # no name is in "the", "2,600"
    if only == ["there"]:
        return None  # "there is no denying that"
    if named and named[0] < span[1] and span[0] < named[1]:
        named = None
    return Attribution(named, text_span(frame.words, *cue), span)
