"""Questions on where a thing is heading, of which several sources tell: "Is demand rising?"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.data import load
from dossier.language.cues import compile_cue, match
from dossier.language.direction import Direction
from dossier.language.grammar import words_in
from dossier.language.line import Line
from dossier.language.words import words_of
from dossier.model import Question
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.heads import head_of
from dossier.relating.apart.terms import Term
from dossier.relating.proposing.asking import asked
from dossier.relating.proposing.judged import is_sort

_SOURCES = 2
_ONE_WAY = 3  # sources that tell of one way
_TELLING = 2.5
_HANGING = 4  # words before a noun within which "in" or "of" makes it hang on another
_OF_ITSELF = frozenset({"strength", "quality"})  # a blast that SHOOK the depot left it no weaker
_OWN = 2 / 3  # share of what a cue finds that must be said of this very thing
# dimension -> the words of a question, the same where all tell of the other way, and the capitals for the two sides
_ASKED = {
    "amount": ("{} {} rising?", "{} {} falling?", "RISES", "FALLS"),
    "strength": ("{} {} getting stronger?", "{} {} getting weaker?", "STRONGER", "WEAKER"),
    "quality": ("{} {} improving?", "{} {} getting worse?", "RISES", "FALLS"),
    "closeness": ("{} {} drawing closer?", "{} {} moving apart?", "CLOSER", "FURTHER"),
    "support": ("Is there support for {1}?", "Is there opposition to {1}?", "SUPPORTS", "OPPOSES"),
    "tension": ("{} {} getting tenser?", "{} {} calming down?", "TENSER", "CALMER"),
    "dependence": ("{} {} something to depend on?", "{} {} independent?", "DEPENDS", "INDEPENDENT"),
}


@dataclass(frozen=True, slots=True)
class Moved:
    """One claim in which the cue of a thing stands, and whether it is this thing of which the claim tells."""

    frame: Frame
    thing: Term
    dimension: str
    sign: int
    said: str  # the word that says which way
    is_own: bool


def moving_questions(frames: Sequence[Frame]) -> Iterator[tuple[float, Question]]:
    """Questions with how much they are worth: many sources, and both sides.

    A thing is taken from where a sentence plainly names it; its claims are all that its cue would find, and when much
    of that is said of something else, there is no question.
    """
    having: dict[str, list[tuple[Frame, Term]]] = {}
    for frame in frames:
        for term in {t.lemma: t for t in frame.terms if frame.directions and t.kind == "word"}.values():
            having.setdefault(term.lemma, []).append((frame, term))
    heads = [(head.lemma, d.dimension) for f in frames for d in f.directions if (head := _askable(f, d))]
    for (thing, up), ways in sorted(_by_way(heads).items()):
        group = [m for frame, term in having[thing] if (m := _found(frame, term, f"{thing} {up}"))]
        own = [m for m in group if m.is_own]
        enough = len({m.frame.claim.source for m in own}) >= _SOURCES and len(own) >= _OWN * len(group)
        if enough and _is_in_dispute(own):
            yield _interest(group), _question(thing, ways, group)


def _is_in_dispute(own: Sequence[Moved]) -> bool:
    """Whether two sources tell of both ways, or more of one: of two it may be no more than "to build trust".

    What all tell of in one word is an event ("the dam collapsed") and no trend.
    """
    ways = {m.sign: {o.frame.claim.source for o in own if o.sign == m.sign} for m in own}
    sources = len(set.union(*ways.values()))
    return sources >= _SOURCES if len(ways) == 2 else sources >= _ONE_WAY and len({m.said for m in own}) > 1


def _by_way(heads: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Counter[str]]:
    """Things by the capitals of their cue, with the dimensions met: "shrinking" and "weaker" are one way."""
    found: dict[tuple[str, str], Counter[str]] = {}
    ways = load("cues.yaml")["ways"]
    for thing, dimension in heads:
        up = next(name for name, way in ways.items() if way["sign"] > 0 and dimension in way["dimensions"])
        found.setdefault((thing, up), Counter())[dimension] += 1
    return found


def _askable(frame: Frame, d: Direction) -> Term | None:
    """What is said to move and a question can be asked of: no word before its noun says so ("a LARGER class")."""
    head = head_of(frame, d)
    if head is None or not d.sign or d.dimension not in _ASKED:
        return None
    if _is_before_its_noun(frame, d, head):
        return None
    if not _is_meant(frame, d, head):
        return None
    if d.dimension in _OF_ITSELF and d.kind == "verb" and head.index >= d.end:
        return None
    too_wide = (*load("amounts.yaml")["containers"], *load("amounts.yaml")["too_wide"])
    return head if head.kind == "word" and head.weight > _TELLING and head.lemma not in too_wide else None


def _is_before_its_noun(frame: Frame, d: Direction, head: Term) -> bool:
    """ "A LARGER class", "the DOUBLE class": not said of it, but taken for granted."""
    before = frame.words[d.start - 1].text.lower() if d.start else ""
    return d.end == head.index and (d.kind == "adjective" or before in words_in("determiners"))


def _is_meant(frame: Frame, d: Direction, head: Term) -> bool:
    """Of support: whether somebody is plainly for this very thing or against it."""
    return d.dimension != "support" or (_is_plainly_for(frame, d) and _is_object(frame, d, head))


def _is_plainly_for(frame: Frame, d: Direction) -> bool:
    """Whether it tells who is for something or against it, and not who helps with it, keeps to it or evades it."""
    return any(w.lemma in load("judging.yaml")["for_or_against"] for w in frame.words[d.start : d.end])


def _is_object(frame: Frame, d: Direction, head: Term) -> bool:
    """Whether it is what is supported, and not who does: "boycotted by the OPPOSITION", nor a part of its name."""
    between = [w.text.lower() for w in frame.words[d.end : head.index]]
    return head.index >= d.end and "by" not in between and not is_sort(frame.words, head.index)


def _found(frame: Frame, term: Term, cue: str) -> Moved | None:
    """The claim as the cue finds it in the quote."""
    hit = match(compile_cue(cue), Line(words_of(frame.claim.quote)))
    if hit is None:
        return None
    dimensions = load("cues.yaml")["ways"][cue.split()[-1]]["dimensions"]
    near = [d for d in frame.directions if d.sign and d.dimension in dimensions]
    heads = [(d, head_of(frame, d)) for d in near]
    own = next((d for d, head in heads if head is not None and head.lemma == term.lemma), None)
    if own is not None:
        is_own = not _is_before_its_noun(frame, own, term) and _is_meant(frame, own, term)
    else:
        is_own = all(head is None and term.index < d.start for d, head in heads) and not _is_linked(frame, term)
    shown = own or next(iter(near), None)
    dimension, said = (shown.dimension, frame.words[shown.end - 1].lemma) if shown else (dimensions[0], "")
    return Moved(frame, term, dimension, -1 if hit.flipped else 1, said, is_own)


def _is_linked(frame: Frame, term: Term) -> bool:
    """Whether it only hangs on another noun: "deaths in nursing HOSPITALS rose"."""
    before = [w.text.lower() for w in frame.words[max(0, term.index - _HANGING) : term.index]]
    return not words_in("links").isdisjoint(before)


def _interest(group: Sequence[Moved]) -> float:
    """Many sources, and both sides."""
    return len({m.frame.claim.source for m in group}) + 2 * (len({m.sign for m in group}) == 2)


def _has_article(group: Sequence[Moved], word: str) -> bool:
    """Whether the claims speak of "the" thing right before the word."""
    ahead = [
        m.frame.words[m.thing.index - 1].text.lower() for m in group if m.thing.index and m.thing.text.lower() == word
    ]
    return "the" in ahead


def _question(thing: str, ways: Counter[str], group: Sequence[Moved]) -> Question:
    dimension = ways.most_common(1)[0][0]
    rising, falling, up, down = _ASKED[dimension]
    yes, no = (f"{thing} {up}",), (f"{thing} {down}",)
    falls = all(m.sign < 0 for m in group if m.is_own)
    if falls:
        yes, no = no, yes
    claims = [m.frame.claim for m in group]
    themes = Counter(t for c in claims for t in c.themes)
    places = Counter(p for c in claims for p in c.countries)
    most = len(claims) / 2
    named = Counter(m.thing.text.lower() for m in group)
    word = min(named, key=lambda w: (-named[w], w))
    the = "the " if _has_article(group, word) else ""
    be = "Are" if word.endswith("s") and not word.endswith("ss") else "Is"
    told = _told(group) if "strength" in ways else ""
    if told and group[0].sign < 0 and not falls:  # "Will the project destroy the habitat?"
        yes, no = no, yes
    holds = dimension == "support"  # one may be for it and another against it: neither answers for both
    return Question(
        id=f"{thing}-{up.lower()}",
        question=told or (falling if falls else rising).format(be, the + word),
        themes=tuple(t for t, n in sorted(themes.items()) if n >= most),
        countries=tuple(p for p, n in sorted(places.items()) if n >= most),
        yes=() if holds else yes,
        no=() if holds else no,
        signs_yes=yes if holds else (),
        signs_no=no if holds else (),
        settle=f"One series on {thing}, measured in the same way over the years.",
    )


def _told(group: Sequence[Moved]) -> str:
    """In the words of one of the claims, where all say the same: what is ruined is not "getting stronger"."""
    made = [text for m in group if (text := asked(m.frame, m.thing.index)) and m.thing.text in text]
    return min(made, key=lambda text: (len(text), text)) if made and len({m.sign for m in group}) == 1 else ""
