"""The dossier arranged for pages: who said what about where, which claims meet which, all looked up once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dossier.model import STANCES, Claim, Dossier, Passage, Question, Reading, Relation, Source, Theme
from dossier.rendering.labels import RELATION
from dossier.rendering.ordering import day_order, sharpness
from dossier.rendering.rights import within_rights
from dossier.rendering.shortnames import told_apart
from dossier.world import name_of

T = TypeVar("T")


@dataclass(frozen=True)
class Arranged:
    """A dossier with everything the pages look up; rejected claims and their relations are left out."""

    dossier: Dossier

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Shown claims in reading order, their quotations as far as rights allow."""
        order = self.order
        shown = (c for c in self.dossier.shown if c.source in order)
        found = sorted(shown, key=lambda c: (order[c.source], c.start < 0, c.start, c.id))
        return tuple(within_rights(self.dossier, found))

    @cached_property
    def claim(self) -> dict[str, Claim]:
        """Shown claims by id."""
        return {c.id: c for c in self.claims}

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Sources, the oldest first."""
        return tuple(sorted(self.dossier.sources, key=lambda s: (day_order(s.meta.issued), s.id)))

    @cached_property
    def source(self) -> dict[str, Source]:
        """Sources by id."""
        return {s.id: s for s in self.sources}

    @cached_property
    def all_relations(self) -> tuple[Relation, ...]:
        """Relations between shown claims, dismissed ones included; the sharpest first."""
        known = (r for r in self.dossier.relations if r.between[0] in self.claim and r.between[1] in self.claim)
        return tuple(sorted(known, key=sharpness))

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Relations that stand: all but those a person dismissed."""
        return tuple(r for r in self.all_relations if r.status != "dismissed")

    def of_type(self, kind: str) -> tuple[Relation, ...]:
        """Standing relations of one type."""
        return self._by_type.get(kind, ())

    @cached_property
    def _by_type(self) -> dict[str, tuple[Relation, ...]]:
        return grouped(self.relations, lambda r: (r.type,))

    def findings(self, kind: str) -> tuple[Relation, ...]:
        """Standing relations of one type that are more than a hint for an editor."""
        return self._settled_by_type.get(kind, ())

    @cached_property
    def _settled_by_type(self) -> dict[str, tuple[Relation, ...]]:
        return grouped((r for r in self.relations if not r.is_hint), lambda r: (r.type,))

    def kinds_of(self, claim: Claim) -> Counter[str]:
        """How often a claim meets others, by kind."""
        found = self._kinds.get(claim.id)
        if found is None:
            found = self._kinds[claim.id] = Counter([r.kind for r in self.relations_of.get(claim.id, ())])
        return found

    @cached_property
    def _kinds(self) -> dict[str, Counter[str]]:
        """The same by claim: it is asked for on several pages."""
        return {}

    def sharpest_of(self, claim: Claim) -> str:
        """The sharpest way in which a claim meets others; "" where it meets none."""
        kinds = self.kinds_of(claim)
        return next((kind for kind in RELATION if kind in kinds), "")

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Questions with the most contested first, then those most sources speak to."""
        rank = {v: i for i, v in enumerate(("contradiction", "changed", "qualified", "agreement", "single-source"))}
        reading = self.reading

        def order(question: Question) -> tuple[int, int, str]:
            found = reading[question.id]
            return rank.get(found.verdict, 9), -len({s for s, _, _ in found.stances}), question.id

        return tuple(sorted(self.dossier.codebook.questions, key=order))

    @cached_property
    def question(self) -> dict[str, Question]:
        """Questions by id."""
        return {q.id: q for q in self.dossier.codebook.questions}

    @cached_property
    def reading(self) -> dict[str, Reading]:
        """What each question comes to; open and silent where nothing was worked out."""
        found = {r.question: r for r in self.dossier.readings}
        everyone = tuple(s.id for s in self.sources)
        return {q: found.get(q, Reading(q, "open", "", (), everyone)) for q in self.question}

    @cached_property
    def verdict(self) -> dict[str, str]:
        """What each question comes to as readers see it.

        A contradiction of drafts alone is "unchecked", an open one that is answered is "differing".
        """
        at_odds = {r.question for r in self.findings("contradicts")}
        found = {
            q: "differing" if reading.verdict == "open" and reading.stances else reading.verdict
            for q, reading in self.reading.items()
        }
        return found | {q: "unchecked" for q, v in found.items() if v == "contradiction" and q not in at_odds}

    @cached_property
    def theme(self) -> dict[str, Theme]:
        """Themes by id."""
        return {t.id: t for t in self.dossier.codebook.themes}

    @cached_property
    def order(self) -> dict[str, int]:
        """Each source's place among the sources."""
        return {s.id: n for n, s in enumerate(self.sources)}

    @cached_property
    def relations_with(self) -> dict[str, tuple[Relation, ...]]:
        """Standing relations by the sources they lie between."""
        return grouped(self.relations, lambda r: tuple(self.claim[i].source for i in r.between))

    @cached_property
    def relations_of(self) -> dict[str, tuple[Relation, ...]]:
        """Standing relations by claim."""
        return grouped(self.relations, lambda r: r.between)

    @cached_property
    def relations_at(self) -> dict[str, tuple[Relation, ...]]:
        """Standing relations by place: both sides are on it or on a region it belongs to, and one names it."""

        def places(relation: Relation) -> set[str]:
            a, b = (self.claim[i] for i in relation.between)
            return {*self.places_of(a)} & {*self.places_of(b)} & {*a.countries, *b.countries}

        return grouped(self.relations, places)

    @cached_property
    def relations_on(self) -> dict[str, tuple[Relation, ...]]:
        """Standing relations by question; "" holds those found without one."""
        return grouped(self.relations, lambda r: (r.question if r.question in self.question else "",))

    @cached_property
    def claims_of(self) -> dict[str, tuple[Claim, ...]]:
        """Claims by source, in reading order."""
        return grouped(self.claims, lambda c: (c.source,))

    @cached_property
    def passages_of(self) -> dict[str, tuple[Passage, ...]]:
        """What became of each sentence, by source, in the article's order."""
        return grouped(self.dossier.passages, lambda p: (p.source,))

    @cached_property
    def claims_at(self) -> dict[str, tuple[Claim, ...]]:
        """Claims by place: a country has those on it and those on a region it belongs to."""
        return grouped(self.claims, self.places_of)

    @cached_property
    def naming(self) -> dict[str, tuple[Claim, ...]]:
        """Claims by place as tagged, regions not expanded."""
        return grouped(self.claims, lambda c: c.countries)

    @cached_property
    def claims_on(self) -> dict[str, tuple[Claim, ...]]:
        """Claims by theme."""
        return grouped(self.claims, lambda c: c.themes)

    @cached_property
    def claims_to(self) -> dict[str, tuple[Claim, ...]]:
        """Claims by question they speak to."""
        return grouped(self.claims, lambda c: tuple(p.question for p in c.positions if p.question in self.question))

    def places_of(self, claim: Claim) -> tuple[str, ...]:
        """The claim's places as tagged, and the countries its regions stand for."""
        if claim.countries not in self._places:
            members = self.dossier.codebook.expand(claim.countries)
            self._places[claim.countries] = tuple(dict.fromkeys((*claim.countries, *sorted(members))))
        return self._places[claim.countries]

    @cached_property
    def _places(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """The same by what is tagged: few claims are tagged in a way of their own."""
        return {}

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Places with a page: regions and countries that claims speak of, by name."""
        return tuple(sorted(self.claims_at, key=lambda p: (self.place_name(p).casefold(), p)))

    def place_name(self, place: str) -> str:
        """What readers call it."""
        return name_of(place, self.dossier.codebook)

    def is_region(self, place: str) -> bool:
        """True for a codebook region."""
        return place in self.dossier.codebook.members

    def theme_name(self, theme: str) -> str:
        """What readers call it."""
        title = self.theme[theme].title if theme in self.theme else ""
        return title or theme.replace("-", " ").capitalize()

    def source_name(self, source: str) -> str:
        """Short name for cards and columns: what it appeared in, else who published it, else the title."""
        found = self.source.get(source)
        return (found.meta.container_title or found.meta.publisher or found.meta.title) if found else source

    @cached_property
    def short(self) -> dict[str, str]:
        """One name per source, told apart where two share a publisher."""
        names = {s.id: s.meta.container_title_short or self.source_name(s.id) for s in self.sources}
        return told_apart(names, {s.id: s.meta for s in self.sources})

    @cached_property
    def held(self) -> dict[tuple[str, str], list[tuple[str, tuple[str, ...]]]]:
        """By question and source: each stance it takes, with the claims it takes it by."""
        found: dict[tuple[str, str], list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        for question, reading in self.reading.items():
            for source, stance, claims in reading.stances:
                found[question, source].append((stance, claims))
        return found

    def stance(self, question: str, source: str) -> str:
        """A source's stance on a question: yes, no, mixed, silent, or unread."""
        if source in self.unread:
            return "unread"
        taken = {stance for stance, _ in self.held.get((question, source), ())}
        return "silent" if not taken else taken.pop() if len(taken) == 1 else "mixed"

    @cached_property
    def rank(self) -> dict[str, int]:
        """Each claim's place in reading order."""
        return {claim: place for place, claim in enumerate(self.claim)}

    @cached_property
    def unread(self) -> tuple[str, ...]:
        """Sources no claim is drawn from yet: they are not silent, we do not know."""
        read = {c.source for c in self.dossier.claims}
        return tuple(s.id for s in self.sources if s.id not in read)

    def silent(self, question: str) -> list[str]:
        """The sources that say nothing on a question, of those that were read."""
        unread = frozenset(self.unread)
        return [s for s in self.reading[question].silent if s in self.source and s not in unread]

    def stances(self, question: str) -> dict[str, int]:
        """How many sources hold what on a question, the silent ones included."""
        taken: dict[str, set[str]] = {}
        for who, stance, _ in self.reading[question].stances:
            taken.setdefault(who, set()).add(stance)
        held = Counter("mixed" if len(found) > 1 else min(found) for found in taken.values())
        unread = len(self.unread)
        held |= {"silent": len(self.sources) - len(taken) - unread, "unread": unread}
        return {stance: held[stance] for stance in (*STANCES, "silent", "unread") if unread or stance != "unread"}

    def said(self, question: str, source: str, stance: str = "") -> tuple[Claim, ...]:
        """The claims by which a source takes its stance."""
        ids = (i for how, found in self.held.get((question, source), ()) if stance in ("", how) for i in found)
        return tuple(self.claim[i] for i in dict.fromkeys(ids) if i in self.claim)

    def pair(self, relation: Relation) -> tuple[Claim, Claim]:
        """The two claims: the older source first, of a change the earlier time spoken of."""
        a, b = (self.claim[i] for i in relation.between)
        if relation.type == "updates" and (spoken := day_order(a.date)[0] - day_order(b.date)[0]):
            return (a, b) if spoken < 0 else (b, a)
        return (a, b) if self.order[a.source] <= self.order[b.source] else (b, a)

    def words_in(self, relation: Relation, claim: Claim) -> tuple[str, ...]:
        """The words of this side that decided the relation, else those that decided the position."""
        words = relation.words[relation.between.index(claim.id)]
        if words:
            return (words,)
        return tuple(p.words for p in claim.positions if p.question == relation.question and p.words)

    def other(self, relation: Relation, claim: Claim) -> Claim:
        """The claim on the other side."""
        a, b = relation.between
        return self.claim[b if a == claim.id else a]

    def independent(self, sources: Iterable[str]) -> int:
        """How many witnesses these sources are: those that draw on one origin count once."""
        return len({self.source[s].family for s in sources if s in self.source})


def grouped(items: Iterable[T], keys: Callable[[T], Iterable[str]]) -> dict[str, tuple[T, ...]]:
    """Items under each of their keys, in their order; keys sorted."""
    found: dict[str, list[T]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            found[key].append(item)
    return {key: tuple(found[key]) for key in sorted(found)}
