"""From claims to relations: which agree, contradict, qualify or update each other, and why.

relations = relate(claims, codebook, sources)
relations = apply_decisions(relations, claims, codebook)
readings = read_questions(claims, relations, codebook, sources)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from functools import cache, lru_cache, partial

from dossier.data import load
from dossier.language.words import words_of
from dossier.model import Claim, Codebook, Gate, Relation, Source
from dossier.model.plain import plain
from dossier.relating.apart.frames import Frame, frame_of, whole_frame
from dossier.relating.because import because
from dossier.relating.behind_gates import pass_gates
from dossier.relating.comparisons.all import opinions
from dossier.relating.comparisons.opinion import POINTS, Opinion, Setting
from dossier.relating.comparisons.stances import shared_questions
from dossier.relating.decisions import all_decisions, apply_decisions, undecided
from dossier.relating.families import one_family, origins
from dossier.relating.many.couples import Articles, Couple, Sources, couples_of, sources_of
from dossier.relating.many.light import lighten
from dossier.relating.many.memory import Memory
from dossier.relating.many.shelving import hashed
from dossier.relating.meeting import meetings
from dossier.relating.selecting import Found, overtaken, select
from dossier.relating.stories import matters
from dossier.relating.surety import is_share, of_hint, share

_EVERYWHERE = 0.5  # a country in more than this share of the claims tells nothing about what one of them is on
_FEW = 10  # claims of which nothing can be said so
_NEAR = 0.06  # what naming the same places adds to a score
_CLOSED = 0.85  # what each closed gate takes from it
_ABOUT = 0.97  # what it takes when the times only nearly meet
_LEANS = 0.08  # what it takes when a claim cannot be read alone
_LONG = 0.04  # what it takes when most of a quote is about something else
_SURE = 0.42  # a relation between articles on one matter must come to this: an even chance, one gate closed
_AT_HAND = 100  # articles held as they are read when they meet others
_BY_WORDS = POINTS - {"denied"} | {"direction", "poles"}  # rules that set one word against another
_ONE_ORIGIN = 0.8  # how much of its score a relation keeps when both articles draw on one origin


def relate(
    claims: Iterable[Claim],
    codebook: Codebook,
    sources: Iterable[Source],
    memory: Memory | None = None,
    executor: Executor | None = None,
    family: Mapping[str, str] | None = None,
) -> tuple[Relation, ...]:
    """All relations between claims of different sources, with people's decisions applied; sorted.

    With `memory`, what an earlier call compared is not compared again; with an `executor`, many pairs are compared
    elsewhere, with the same result. `family` gives the `origins` of the articles, if they are known.
    """
    claims = tuple(claims)
    return apply_decisions(find_relations(claims, codebook, sources, memory, executor, family), claims, codebook)


def find_relations(
    claims: Iterable[Claim],
    codebook: Codebook,
    sources: Iterable[Source],
    memory: Memory | None = None,
    executor: Executor | None = None,
    family: Mapping[str, str] | None = None,
) -> tuple[Relation, ...]:
    """What the rules find by themselves, before any decision; rejected claims are left out."""
    memory = memory or Memory()
    sources = tuple(sources)
    decided = {(min(d.pair), max(d.pair)) for d in all_decisions(codebook)}  # a person has looked at these
    issued = {source.id: source.meta.issued for source in sources}
    claimed = sorted((c for c in claims if c.status != "rejected"), key=lambda c: c.id)
    setting = setting_of(claimed, codebook)
    codebook = setting.codebook  # the very same: what is worked out by a codebook is kept with it
    frames = memory.framed(claimed, issued, codebook, executor)
    family = origins(sources, claimed) if family is None else family
    under = hashed(repr(plain((setting, sorted(family.items())))))
    pairs = memory.pairs_of(frames)
    told = [([frames[n] for n in ours], [frames[m] for m in theirs]) for ours, theirs in matters(frames, issued)]
    over = overtaken(frames)

    def between(couples: list[Couple]) -> Iterator[tuple[Sources, Relation]]:
        """What holds between the articles of these couples."""
        firsts, asked = {a.claim.source for c in couples for a, _ in c.pairs}, {c.sources for c in couples}
        near = [pair for pair in pairs if pair[0].claim.source in firsts]
        compared = memory.found(near, under, partial(_found, setting=setting, family=family), executor)
        found = [f for f in compared if sources_of(f.a, f.b) in asked]
        known = decided | {f.between for f in found if f.type != "agrees"}
        articles = [couple.articles for couple in couples if couple.articles]
        shown = select(_once_met(found, _of_one_matter(articles, setting, family, known, memory)), over)
        return ((sources_of(f.a, f.b), _between_articles(f, _reason(f, codebook))) for f in _let_go(shown))

    kept = memory.relations(couples_of(pairs, told, over, under, decided), between)
    return tuple(sorted(kept, key=lambda r: (r.between, r.question)))


def _let_go(found: list[Found]) -> Iterator[Found]:
    """Each in order; it is let go when the next is asked for: of many claims these and the relations fill memory."""
    found.reverse()
    while found:
        yield found.pop()


def _once_met(found: list[Found], met: list[Found]) -> list[Found]:
    """All pairs once: a dispute between articles on one matter replaces an agreement found by whole sentences."""
    agreed = {f.between for f in found if f.type == "agrees" and not f.opinion.question}
    at_odds = {f.between for f in met if f.opinion.type == "contradicts"} & agreed
    kept = [f for f in found if f.opinion.question or f.between not in at_odds]
    told = {f.between for f in kept}
    return kept + [f for f in met if f.between in at_odds or f.between not in told]


def _of_one_matter(
    couples: Sequence[Articles],
    setting: Setting,
    family: Mapping[str, str],
    known: Collection[tuple[str, str]],
    memory: Memory,
) -> list[Found]:
    """What is found in articles on one matter, claim by claim."""
    found: list[Found] = []
    whole = partial(whole_frame, codebook=setting.codebook)

    @lru_cache(maxsize=_AT_HAND)  # by the frames' identity: an article meets several others
    def read(article: tuple[Frame, ...]) -> list[Frame]:
        return [whole(f) for f in article]

    def meet(ours: Sequence[Frame], theirs: Sequence[Frame]) -> Iterator[tuple[int, int, Opinion]]:
        return meetings(read(tuple(ours)), read(tuple(theirs)))

    for (ours, theirs), met in zip(couples, memory.meetings(couples, meet)):
        for n, m, opinion in met:
            a, b = ours[n], theirs[m]
            if a.claim.id > b.claim.id:
                a, b, opinion = b, a, replace(opinion, words=opinion.words[::-1])
            if (a.claim.id, b.claim.id) not in known and _goes_with(
                opinion, shared_questions(a, b, setting.codebook)
            ):
                judged = _judged(a, b, opinion, setting, family)
                found += [judged] if judged and judged.score >= _SURE else []
        if met and memory.many:
            lighten([*ours, *theirs], setting.codebook)
    return found


def relate_pair(
    a: Claim, b: Claim, codebook: Codebook | None = None, setting: Setting | None = None
) -> Relation | None:
    """The relation between two claims by themselves, or None. `setting` is what is known about their dossier."""
    book = codebook or Codebook()
    found = _found(frame_of(a, book), frame_of(b, book), setting or Setting(codebook=book), {})
    return _relation(found[0], _reason(found[0], book)) if found else None


def setting_of(claims: Iterable[Claim], codebook: Codebook) -> Setting:
    """What is known about a dossier before two claims are compared: its questions and its main countries."""
    shown = [claim for claim in claims if claim.status != "rejected"]
    return Setting(ground=ground_places(shown), codebook=undecided(codebook))


def ground_places(claims: Sequence[Claim]) -> frozenset[str]:
    """Countries that most claims of a dossier name."""
    counts = Counter(place for claim in claims for place in claim.countries)
    few = len(claims) <= _FEW
    return frozenset() if few else frozenset(p for p, n in counts.items() if n > _EVERYWHERE * len(claims))


def _found(a: Frame, b: Frame, setting: Setting, family: Mapping[str, str]) -> list[Found]:
    """What holds between two claims: one for each shared question, else one by the first general comparison."""
    if a.claim.source == b.claim.source and not setting.same_situation:
        return []
    if a.claim.id > b.claim.id:
        a, b = b, a
    judged = (_judged(a, b, opinion, setting, family) for opinion in opinions(a, b, setting))
    return [found for found in judged if found]


def _goes_with(opinion: Opinion, answers: Iterable[Opinion]) -> bool:
    """Whether an opinion is compatible with how the two claims answer shared questions."""
    against = {"agrees": "contradicts", "contradicts": "agrees"}.get(opinion.type, "agrees")
    return all(answer.type != against for answer in answers)


def _judged(a: Frame, b: Frame, opinion: Opinion, setting: Setting, family: Mapping[str, str]) -> Found | None:
    """What remains of an opinion after the gates, with its score."""
    kind, gates = pass_gates(a, b, opinion, setting)
    if not kind or (kind == "contradicts" and _shows_nothing(a, b, opinion)):
        return None
    one_origin = one_family(a.claim, b.claim, family)
    if one_origin:
        gates = (*gates, Gate("origin", False, one_origin))
    closed = sum(not g.open for g in gates if g.name != "origin")
    near = 0.0 if is_share(opinion.rule) else _NEAR * _nearness(a, b)
    score = (opinion.score + near) * _CLOSED**closed * (_ONE_ORIGIN if one_origin else 1.0)
    if a.period and b.period and not closed and not a.period.overlaps(b.period):
        score *= _ABOUT
    if not is_share(opinion.rule):
        score -= _LEANS * sum(map(leans, (a, b))) + _LONG * sum(map(spread, (a, b), opinion.words))
    return Found(a, b, opinion, kind, gates, round(min(1.0, score), 3))


def _shows_nothing(a: Frame, b: Frame, opinion: Opinion) -> bool:
    """Whether both say the deciding words of both, denied alike: no reader would see what is at odds."""
    one, other = ([w.lemma for w in words_of(words)] for words in opinion.words)
    if one == other or not (one and other):
        return opinion.rule in POINTS and one == other
    denied = ([c.words.lower() for c in f.negations] for f in (a, b))
    in_both = all(words.lower() in f.text.lower() for f, words in zip((b, a), opinion.words))
    return opinion.rule in _BY_WORDS and in_both and next(denied) == next(denied)


def leans(frame: Frame) -> bool:
    """Whether the claim cannot stand alone: it begins with "this", "they", "it also"."""
    first = next((w.text.lower() for w in frame.words if w.is_word), "")
    return first in _leaning()


def spread(frame: Frame, words: str) -> float:
    """The share of the quote outside the deciding words."""
    return max(0.0, 1 - len(words) / max(1, len(frame.claim.quote)))


@cache
def _leaning() -> frozenset[str]:
    return frozenset(load("grammar.yaml")["subject_pronouns"]) | frozenset({"these", "its", "their", "his"})


def _nearness(a: Frame, b: Frame) -> float:
    """How comparable two claims are, so that the best pairs come first: shared places, a word like "all"."""
    either = set(a.claim.countries) | set(b.claim.countries)
    shared = len(set(a.claim.countries) & set(b.claim.countries)) / len(either) if either else 0.0
    universal = [f for f in (a, b) if f.scope in ("all", "none")]
    counter = len(universal) == 1 and any(
        f.scope == "" and f.places and f.places < universal[0].places for f in (a, b)
    )
    return shared + 0.5 * bool(universal) + 0.8 * counter


def _reason(found: Found, codebook: Codebook) -> str:
    return because(found.opinion, found.type, found.a, found.b, found.gates, codebook)


def _between_articles(found: Found, reason: str) -> Relation:
    """Like `_relation`, but with the lower score of a hint if only wording puts the two articles at odds."""
    relation = _relation(found, reason)
    return replace(relation, score=of_hint(relation.score)) if relation.is_hint else relation


def _relation(found: Found, reason: str) -> Relation:
    return Relation(
        type=found.type,
        between=found.between,
        question=found.opinion.question,
        rule=found.opinion.rule,
        because=reason,
        words=found.opinion.words,
        gates=found.gates,
        score=share(found.opinion.rule, found.score),
    )
