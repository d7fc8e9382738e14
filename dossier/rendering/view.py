"""The dossier arranged for pages: who said what about where, which claims meet which, all looked up once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from markupsafe import Markup

from dossier.model import STANCES, Claim, Dossier, Passage, Question, Reading, Relation, Source, Theme
from dossier.rendering.filtering import attributes
from dossier.rendering.naming import in_names
from dossier.rendering.ordering import day_order, sharpness
from dossier.rendering.remembering import Keep, afresh, common, of_claim, of_everything, of_one, of_relation
from dossier.rendering.rights import within_rights
from dossier.rendering.room import Pair, crowded_out, place_of
from dossier.rendering.shortnames import told_apart
from dossier.world import name_of

TEMPLATES = Path(__file__).parents[2] / "docs" / "templates" / "pages"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """What the pages need to know of the place they are published at; everything may be left out."""

    url: str = ""  # where the site is published, for citations and the feed
    edit: str = ""  # the repository's address for editing files, e.g. https://.../edit/main
    report: str = ""  # where a reader reports a mistake without editing, e.g. https://.../issues/new
    templates: Path = TEMPLATES


@dataclass(frozen=True)
class View:
    """A dossier with everything the pages look up; rejected claims and their relations are left out."""

    dossier: Dossier
    options: SiteOptions = field(default_factory=SiteOptions)
    keep: Keep = afresh  # pages made before, by what they were made from

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
        return tuple(r for r in self.relations if r.type == kind)

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
    def theme(self) -> dict[str, Theme]:
        """Themes by id."""
        return {t.id: t for t in self.dossier.codebook.themes}

    @cached_property
    def order(self) -> dict[str, int]:
        """Each source's place among the sources."""
        return {s.id: n for n, s in enumerate(self.sources)}

    @cached_property
    def common(self) -> str:
        """A hash of what every page shares."""
        return common(self)

    def claim_digest(self, claim: Claim) -> str:
        """A hash of a claim with what meets it."""
        if (key := ("digest", claim.id)) not in self.fragments:
            self.fragments[key] = of_claim(self, claim)
        return self.fragments[key]

    def digest_of(self, item: Claim | Relation) -> str:
        """A hash of a claim by itself, or of a relation with its claims, worked out once."""
        key = ("hash", item.id) if isinstance(item, Claim) else ("hash", item.between, item.question, item.type)
        if key not in self.fragments:
            self.fragments[key] = of_one(item) if isinstance(item, Claim) else of_relation(self, item)
        return self.fragments[key]

    def digests_of(self, relations: Iterable[Relation]) -> list[str]:
        """A hash of each; none where no page is kept."""
        return [] if self.keep is afresh else [self.digest_of(r) for r in relations]

    @cached_property
    def everything(self) -> str:
        """A hash of all that any page may show."""
        return of_everything(self)

    @cached_property
    def fragments(self) -> dict[tuple[object, ...], str]:
        """Pieces of pages that stand on many of them, kept once made."""
        return {}

    @cached_property
    def relations_with(self) -> dict[str, tuple[Relation, ...]]:
        """Standing relations by the sources they lie between."""
        return grouped(self.relations, lambda r: tuple(self.claim[i].source for i in r.between))

    @cached_property
    def relations_of(self) -> dict[str, tuple[Relation, ...]]:
        """Standing relations by claim."""
        return grouped(self.relations, lambda r: r.between)

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
        members = self.dossier.codebook.expand(claim.countries)
        return tuple(dict.fromkeys((*claim.countries, *sorted(members))))

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
        """Short name for cards and columns: who published it, else the title."""
        found = self.source.get(source)
        return (found.meta.publisher or found.meta.container_title or found.meta.title) if found else source

    @cached_property
    def short(self) -> dict[str, str]:
        """One name per source, told apart where two share a publisher."""
        names = {s.id: s.meta.container_title_short or self.source_name(s.id) for s in self.sources}
        return told_apart(names, {s.id: s.meta for s in self.sources})

    def stance(self, question: str, source: str) -> str:
        """A source's stance on a question: yes, no, mixed, silent, or unread."""
        if source in self.unread:
            return "unread"
        taken = {stance for who, stance, _ in self.reading[question].stances if who == source}
        return "silent" if not taken else taken.pop() if len(taken) == 1 else "mixed"

    @cached_property
    def unread(self) -> tuple[str, ...]:
        """Sources no claim is drawn from yet: they are not silent, we do not know."""
        read = {c.source for c in self.dossier.claims}
        return tuple(s.id for s in self.sources if s.id not in read)

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
        ids = (i for who, how, found in self.reading[question].stances if who == source for i in found
               if stance in ("", how))  # fmt: skip
        return tuple(self.claim[i] for i in dict.fromkeys(ids) if i in self.claim)

    def claim_file(self, claim: Claim) -> str:
        """The file an editor changes."""
        return claim.where.path or f"claims/{claim.id}.yaml"

    def data_of(self, claims: Sequence[Claim]) -> Markup:
        """The attributes by which the script filters what shows these claims."""
        key = ("data", *(c.id for c in claims))
        if key not in self.fragments:
            self.fragments[key] = attributes(self, claims)
        return Markup(self.fragments[key])

    def in_names(self, text: str) -> str:
        """Our own sentences with source ids put in the words readers know them by."""
        return in_names(text, self.short)

    def pair(self, relation: Relation) -> tuple[Claim, Claim]:
        """The two claims: the older source first, of a change the earlier time spoken of."""
        a, b = (self.claim[i] for i in relation.between)
        if relation.type == "updates" and (spoken := day_order(a.date)[0] - day_order(b.date)[0]):
            return (a, b) if spoken < 0 else (b, a)
        return (a, b) if self.order[a.source] <= self.order[b.source] else (b, a)

    @cached_property
    def crowded_out(self) -> frozenset[Pair]:
        """Relations that their question's page has no room for."""
        return crowded_out(self)

    def place_of(self, relation: Relation) -> str:
        """Where both sides stand with the reason."""
        return place_of(self, relation)

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
