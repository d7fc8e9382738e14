"""Both claims answer one question of the codebook: what their answers come to."""

from __future__ import annotations

from dossier.relating.frames import Frame
from dossier.relating.opinion import Opinion


@dataclass(frozen=True, slots=True)
class Setting:
    """How much is known before two claims are compared.

    `same_situation`: both are known to speak of one situation (two descriptions of one picture, a text and
    a statement about it). Then two different drinks exclude each other, and less must be shared. In a dossier
    this is not known: two countries may each have their own inflation, so names and topic have to meet.
    """

    same_situation: bool = False
    scene: bool = False  # more than that: two descriptions of one picture or moment
    ground: frozenset[str] = frozenset()  # countries named all over the dossier: sharing one of them shows nothing

    def allowed(self, pair: Alignment) -> float:
        """The share of words that may differ on both sides; in a short sentence one word is another thing."""
        short = min(len(pair.a.terms), len(pair.b.terms)) <= 5
        return 0.25 if self.same_situation and not short else 0.12


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one comparison makes of a pair: a relation, the rule, the deciding words of a and b, how sure."""

    type: str
    rule: str
    words: tuple[str, str]
    what: str
    score: float
    question: str = ""


def shared_questions(a: Frame, b: Frame) -> list[Opinion]:
    """Both take a position on a question of the codebook: one opinion for each such question."""
    stances_b = {p.question: p for p in b.claim.positions}
    found: list[Opinion] = []
    for mine in a.claim.positions:
        theirs = stances_b.get(mine.question)
        if theirs is None:
            continue
        kind = "qualifies" if "mixed" in (mine.stance, theirs.stance) else ""
        kind = kind or ("agrees" if mine.stance == theirs.stance else "contradicts")
        words = (_clipped(mine.words or a.claim.quote), _clipped(theirs.words or b.claim.quote))
        what = f"answer “{mine.stance}” and “{theirs.stance}” to the same question"
        score = {"agrees": 0.85, "contradicts": 0.85, "qualifies": 0.6}[kind]
        found.append(Opinion(kind, "question", words, what, score, mine.question))
    return sorted(found, key=lambda o: o.question)


@dataclass(frozen=True, slots=True)
class Setting:
    """How much is known before two claims are compared.

    `same_situation`: both are known to speak of one situation (two descriptions of one picture, a text and
    a statement about it). Then two different drinks exclude each other, and less must be shared. In a dossier
    this is not known: two countries may each have their own inflation, so names and topic have to meet.
    """

    same_situation: bool = False
    scene: bool = False  # more than that: two descriptions of one picture or moment
    ground: frozenset[str] = frozenset()  # countries named all over the dossier: sharing one of them shows nothing

    def allowed(self, pair: Alignment) -> float:
        """The share of words that may differ on both sides; in a short sentence one word is another thing."""
        short = min(len(pair.a.terms), len(pair.b.terms)) <= 5
        return 0.25 if self.same_situation and not short else 0.12


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one comparison makes of a pair: a relation, the rule, the deciding words of a and b, how sure."""

    type: str
    rule: str
    words: tuple[str, str]
    what: str
    score: float
    question: str = ""


def shared_questions(a: Frame, b: Frame) -> list[Opinion]:
    """Both take a position on a question of the codebook: one opinion for each such question."""
    stances_b = {p.question: p for p in b.claim.positions}
    found: list[Opinion] = []
    for mine in a.claim.positions:
        theirs = stances_b.get(mine.question)
        if theirs is None:
            continue
        kind = "qualifies" if "mixed" in (mine.stance, theirs.stance) else ""
        kind = kind or ("agrees" if mine.stance == theirs.stance else "contradicts")
        words = (_clipped(mine.words or a.claim.quote), _clipped(theirs.words or b.claim.quote))
        what = f"answer “{mine.stance}” and “{theirs.stance}” to the same question"
        score = {"agrees": 0.85, "contradicts": 0.85, "qualifies": 0.6}[kind]
        found.append(Opinion(kind, "question", words, what, score, mine.question))
    return sorted(found, key=lambda o: o.question)


def one_word_apart(pair: Alignment, setting: Setting) -> Opinion | None:
    """The same sentence but for a word or two."""
    verdict = swap_verdict(pair.a.words, pair.b.words, setting.scene)
    if verdict is None or (not setting.scene and pair.order_turned):
        return None
    kind, mine, theirs = verdict
    if kind == "contradicts":
        return Opinion(kind, "swap", (mine, theirs), "differ in one place where both cannot hold", 0.9)
    return Opinion(kind, "swap", (mine, theirs), "say the same with another word", 0.85)


def rebuttal(pair: Alignment, setting: Setting) -> Opinion | None:
    """One tells a story, the other calls it untrue."""
    mine = [t for t in pair.left_a if t.lemma in _listed("rebut") or t.text.lower() in _listed("rebut")]
    theirs = [t for t in pair.left_b if t.lemma in _listed("rebut") or t.text.lower() in _listed("rebut")]
    if bool(mine) == bool(theirs):
        return None
    enough = 0.4 if setting.same_situation else 0.7
    longer = max(pair.cover_a, pair.cover_b) if setting.same_situation else pair.without(mine, theirs)
    if longer < enough or pair.clash(mine, theirs, allowed=0.3 if setting.same_situation else 0.12):
        return None
    words = (mine[0].text if mine else _met_words(pair, 0), theirs[0].text if theirs else _met_words(pair, 1))
    return Opinion("contradicts", "rebuttal", words, "one calls untrue what the other says", 0.8)


def figures(pair: Alignment, setting: Setting) -> Opinion | None:
    """Figures on the same thing that cannot both hold, or that are the same."""
    numbers = [[t for t in left if t.kind == "number"] for left in (pair.left_a, pair.left_b)]
    rest = pair.without(numbers[0], numbers[1])
    if rest < (0.55 if setting.same_situation else 0.7) or pair.clash(numbers[0], numbers[1], setting.allowed(pair)):
        return None
    for mine in pair.a.numerals:
        for theirs in pair.b.numerals:
            if mine.kind != theirs.kind or mine.kind != "cardinal":
                continue
            if not _counts_same(pair, mine.end, theirs.end):
                continue
            words = (_around(pair.a, mine.start, mine.end), _around(pair.b, theirs.start, theirs.end))
            if mine.clashes(theirs):
                if _value_elsewhere(pair, mine.low, theirs.low):
                    continue
                return Opinion(
                    "contradicts", "figures", words, "give different figures for the same thing", 0.8 * rest + 0.15
                )
    return None


def direction(pair: Alignment, setting: Setting) -> Opinion | None:
    """The same thing is said to rise and to fall, to be strong and weak, to be supported and opposed."""
    best: tuple[float, Direction, Direction] | None = None
    for mine in pair.a.directions:
        for theirs in pair.b.directions:
            if not mine.sign or not theirs.sign or not akin(mine.dimension, theirs.dimension):
                continue
            if mine.sign == theirs.sign and mine.words.lower() == theirs.words.lower():
                continue
            shared = _shared_thing(pair, mine, theirs, setting)
            if shared and (
                best is None or (mine.sign != theirs.sign, shared) > (best[1].sign != best[2].sign, best[0])
            ):
                best = (shared, mine, theirs)
    if best is None:
        return None
    shared, mine, theirs = best
    words = (_moving(pair.a, mine), _moving(pair.b, theirs))
    if mine.sign != theirs.sign:
        return Opinion(
            "contradicts", "direction", words, "say opposite things of the same thing", min(0.9, 0.55 + 0.35 * shared)
        )
    return Opinion(
        "agrees", "direction", words, "see the same thing move the same way", min(0.85, 0.5 + 0.35 * shared)
    )


def negation(pair: Alignment, setting: Setting) -> Opinion | None:
    """One says what the other says is not so."""
    apart = [(x, y) for x, y in pair.met if x.negated != y.negated]
    if not apart or bool(_denials(pair.a)) == bool(_denials(pair.b)) or _opposed(pair):
        return None
    if pair.clash(allowed=2.2 * setting.allowed(pair)):
        return None
    cover = max(pair.cover_b, pair.cover) if setting.same_situation else pair.cover
    if cover < (0.5 if setting.same_situation else 0.66):
        return None
    x, y = max(apart, key=lambda m: (m[0].kind == "word", m[0].weight))
    words = (_cue_and(pair.a, x), _cue_and(pair.b, y))
    return Opinion("contradicts", "negation", words, "one denies what the other states", min(0.9, 0.5 + 0.4 * cover))


def _denials(frame: Frame) -> list[str]:
    """Cues that deny outright, not verbs such as "stop" that tell of an act."""
    cues = [c.words.lower().replace("’", "'") for c in frame.negations]
    return [c for c in cues if c.split()[0] in _listed("outright") or c.endswith("n't")]


def roles(pair: Alignment, setting: Setting) -> Opinion | None:
    """Who did it to whom is told the other way round."""
    if pair.cover < 0.85:
        return None
    met = [(x, y) for x, y in pair.met if x.kind in ("name", "word")]
    for verb_a, verb_b in met:
        if verb_a.kind != "word" or verb_a.lemma in _listed("mutual") or not _is_act(pair.a, verb_a):
            continue
        turned = _passive(pair.a, verb_a) != _passive(pair.b, verb_b)
        movers = [
            (x, y)
            for x, y in met
            if x is not verb_a
            and x.kind == "name"
            and ((x.index < verb_a.index) != (y.index < verb_b.index)) != turned
        ]
        if len(movers) == 2 and (movers[0][0].index < verb_a.index) != (movers[1][0].index < verb_a.index):
            words = (_around(pair.a, verb_a.index, verb_a.index + 1), _around(pair.b, verb_b.index, verb_b.index + 1))
            return Opinion("contradicts", "roles", words, "swap who does it and to whom it is done", 0.8)
    return None


def dates(pair: Alignment, setting: Setting) -> Opinion | None:
    """Another date for an event that happened once."""
    mine = [t for t in pair.left_a if t.kind == "time"]
    theirs = [t for t in pair.left_b if t.kind == "time"]
    if not mine or not theirs or pair.clash(mine, theirs) or pair.without(mine, theirs) < 0.75:
        return None
    once = [x for x, _ in pair.met if x.kind == "word" and x.lemma in _listed("single_events")]
    if not once:
        return None
    words = (f"{once[0].text} … {mine[0].text}", f"{once[0].text} … {theirs[0].text}")
    return Opinion("contradicts", "dates", words, "date the same event differently", 0.75)


def states(pair: Alignment, setting: Setting) -> Opinion | None:
    """States that exclude each other are said of the same thing."""
    for x, y in _opposed(pair):
        if _names_which(pair.a, x) or _names_which(pair.b, y):
            continue
        rest = pair.without([x], [y])
        if rest < (0.6 if setting.same_situation else 0.7) or pair.clash([x], [y], setting.allowed(pair)):
            continue
        kind = "contradicts" if x.negated == y.negated else "agrees"
        words = (_cue_and(pair.a, x), _cue_and(pair.b, y))
        what = (
            "say of one thing what excludes each other"
            if kind == "contradicts"
            else "say the same, one by denying the opposite"
        )
        return Opinion(kind, "states", words, what, min(0.88, 0.45 + 0.45 * rest))
    return None


def same_statement(pair: Alignment, setting: Setting) -> Opinion | None:
    """The same thing said in other words."""
    if any(x.negated != y.negated for x, y in pair.met if x.kind == "word") or pair.clash(
        allowed=setting.allowed(pair)
    ):
        return None
    if any(t.kind in ("number", "time") for t in pair.left_a) and any(
        t.kind in ("number", "time") for t in pair.left_b
    ):
        return None
    if _opposed(pair):
        return None
    cover = max(pair.cover_b, pair.cover) if setting.same_situation else pair.cover
    if cover < 0.6 or len([x for x, _ in pair.met if x.kind == "word"]) < 2:
        return None
    words = (_met_words(pair, 0), _met_words(pair, 1))
    return Opinion("agrees", "same", words, "say the same", min(0.9, 0.45 + 0.5 * cover))


COMPARISONS: tuple[Callable[[Alignment, Setting], Opinion | None], ...] = (
    one_word_apart,
    rebuttal,
    direction,
    negation,
    roles,
    dates,
    figures,
    states,
    same_statement,
)


_ASIDE = 7  # words from a direction or its thing that still belong to what it says
_TOO_LITTLE = 0.2  # of neither side so much is shared: no comparison could have an opinion


def general_opinion(a: Frame, b: Frame, setting: Setting) -> Opinion | None:
    """That of the first comparison that has something to say, for claims that share no question."""
    pair = align(a, b)
    if max(pair.cover_a, pair.cover_b) < _TOO_LITTLE:
        return None
    return next((o for compare in COMPARISONS if (o := compare(pair, setting)) is not None), None)


def opinions(a: Frame, b: Frame, setting: Setting) -> list[Opinion]:
    """One opinion for each shared question; without any, the general one."""
    shared = shared_questions(a, b)
    if shared:
        return shared
    general = general_opinion(a, b, setting)
    return [general] if general else []


# ---------------------------------------------------------------- helpers


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(
        form
        for word in load("exclusive.yaml")[name]
        for form in ({word} if name in ("rebut", "outright") else forms_of(word) | {word})
    )


def _opposed(pair: Alignment) -> list[tuple[Term, Term]]:
    """Words left over on the two sides that exclude each other."""
    return [
        (x, y)
        for x in pair.left_a
        for y in pair.left_b
        if x.kind == y.kind == "word" and are_opposite(x.lemma, y.lemma)
    ]


def _names_which(frame: Frame, term: Term) -> bool:
    """ "the new law", "the east": the word tells which one is meant, it says nothing of it."""
    return term.index > 0 and frame.words[term.index - 1].text.lower() in words_in("determiners")


def _counts_same(pair: Alignment, end_a: int, end_b: int) -> bool:
    """Whether the next telling word after both numbers is the same, so that they count one thing."""
    after_a = next((t for t in pair.a.terms if t.index >= end_a), None)
    after_b = next((t for t in pair.b.terms if t.index >= end_b), None)
    if after_a is None or after_b is None:
        return after_a is after_b
    return any(x is after_a and y is after_b for x, y in pair.met)


def _value_elsewhere(pair: Alignment, mine: float | None, theirs: float | None) -> bool:
    return any(n.low == theirs for n in pair.a.numerals) or any(n.low == mine for n in pair.b.numerals)


def _shared_thing(pair: Alignment, mine: Direction, theirs: Direction, setting: Setting) -> float:
    """How much of the smaller thing is shared, 0 when too little to call it one thing."""
    own_a, own_b = _terms_in(pair.a, mine), _terms_in(pair.b, theirs)
    met = [(x, y) for x, y in pair.met if x in own_a and y in own_b]
    total = min(sum(t.weight for t in own_a), sum(t.weight for t in own_b))
    if not total or not _heads_meet(pair, mine, theirs, met):
        return 0.0
    only_a = [t for t in own_a if all(t is not x for x, _ in met) and _tells(t)]
    only_b = [t for t in own_b if all(t is not y for _, y in met) and _tells(t)]
    if only_a and only_b:
        return 0.0
    moving_a = [t for t in pair.left_a if not _near(mine, t) or mine.start <= t.index < mine.end]
    moving_b = [t for t in pair.left_b if not _near(theirs, t) or theirs.start <= t.index < theirs.end]
    if pair.clash(moving_a, moving_b, 0.3 if len(met) > 1 else setting.allowed(pair)):
        return 0.0
    share = sum(min(x.weight, y.weight) for x, y in met) / total
    return share if share >= 0.5 else 0.0


def _tells(term: Term) -> bool:
    return term.weight > 2.0 and term.lemma not in load("exclusive.yaml")["containers"]


def _near(d: Direction, term: Term) -> bool:
    """Whether a word stands by the thing and its direction; the rest of a long sentence tells other things."""
    first, last = d.thing
    return min(first, d.start) - _ASIDE <= term.index < max(last, d.end) + _ASIDE


def _heads_meet(pair: Alignment, mine: Direction, theirs: Direction, met: list[tuple[Term, Term]]) -> bool:
    """The word that names each thing ("exports" of "copper exports from Chile") is met in the other thing."""
    head_a, head_b = _head(pair.a, mine), _head(pair.b, theirs)
    return bool(head_a and head_b) and any(x is head_a for x, _ in met) and any(y is head_b for _, y in met)


def _head(frame: Frame, d: Direction) -> Term | None:
    first, last = d.thing
    link = next((i for i in range(first + 1, last) if frame.words[i].text.lower() in words_in("links")), last)
    inside = [t for t in frame.terms if first <= t.index < link and not d.start <= t.index < d.end]
    while len(inside) > 1 and inside[-1].lemma in load("exclusive.yaml")["containers"]:
        inside = inside[:-1]  # of "trade turnover" and "trade" the thing is trade
    return inside[-1] if inside else None


def _terms_in(frame: Frame, d: Direction) -> list[Term]:
    first, last = d.thing
    return [t for t in frame.terms if first <= t.index < last and not d.start <= t.index < d.end]


def _is_act(frame: Frame, term: Term) -> bool:
    """A verb stands between two names or right after one; a noun follows an article."""
    before = frame.words[term.index - 1].text.lower() if term.index else ""
    return before not in ("the", "a", "an", "of", "in", "this", "that")


def _passive(frame: Frame, verb: Term) -> bool:
    return any(w.text.lower() == "by" for w in frame.words[verb.index + 1 : verb.index + 3])


def _around(frame: Frame, start: int, end: int) -> str:
    return frame.text_of(max(0, start - 1), min(len(frame.words), end + 2)).strip(" ,.;:")


def _moving(frame: Frame, d: Direction) -> str:
    """The thing and its direction word, in the claim's own words."""
    first, last = d.thing if d.thing != (0, 0) else (d.start, d.end)
    return frame.text_of(min(first, d.start), max(last, d.end)).strip(" ,.;:")


def _cue_and(frame: Frame, term: Term) -> str:
    """The word with the cue that negates it."""
    cue = next((c for c in frame.negations if c.reaches(term.index)), None)
    if cue is None or not term.negated:
        return _around(frame, term.index, term.index + 1)
    first, last = min(cue.start, term.index), max(cue.end, term.index + 1)
    return frame.text_of(first, last) if last - first <= 8 else f"{cue.words} … {term.text}"


def _met_words(pair: Alignment, side: int) -> str:
    telling = sorted(pair.met, key=lambda m: -m[side].weight)[:4]
    return ", ".join(m[side].text for m in sorted(telling, key=lambda m: m[side].index))


def _clipped(text: str) -> str:
    return text if len(text) <= 90 else text[:87].rsplit(" ", 1)[0] + " …"
