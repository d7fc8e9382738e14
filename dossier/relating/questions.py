"""What each question comes to: a verdict with its reason, who says what, and who is silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dossier.language.grammar import within_a_sentence
from dossier.model import Claim, Codebook, Question, Reading, Relation, Source
from dossier.relating.answers import answered
from dossier.relating.apart.times import period_of
from dossier.relating.decisions import undecided
from dossier.relating.families import origins, witness

_NAMED = 8  # sources that a sentence names
_COUNTS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")

Stance = tuple[str, str, tuple[str, ...]]  # source, yes | no | mixed, its claims


def readings(
    claims: Iterable[Claim],
    relations: Iterable[Relation],
    codebook: Codebook,
    sources: Iterable[Source],
    family: Mapping[str, str] | None = None,
) -> tuple[Reading, ...]:
    """One reading for each question, in the codebook's order. Origins are counted, not articles.

    `family` are the `origins` of the articles, where somebody has worked them out before.
    """
    shown = sorted((c for c in claims if c.status != "rejected"), key=lambda c: (c.source, c.start, c.id))
    ordered = sorted(sources, key=lambda s: s.id)
    family = origins(ordered, shown) if family is None else family
    standing: dict[str, list[Relation]] = {}
    for relation in relations:
        if relation.status != "dismissed":
            standing.setdefault(relation.question, []).append(relation)
    said: dict[str, list[Claim]] = {}
    for claim in shown:
        for position in claim.positions if claim.voice != "hypothetical" else ():
            said.setdefault(position.question, []).append(claim)
    return tuple(
        _reading(q, said.get(q.id, []), standing.get(q.id, []), ordered, family, codebook) for q in codebook.questions
    )


def _reading(
    question: Question,
    claims: Sequence[Claim],
    relations: Sequence[Relation],
    sources: Sequence[Source],
    family: Mapping[str, str],
    codebook: Codebook,
) -> Reading:
    by_source: dict[str, list[Claim]] = {}
    for claim in claims:
        by_source.setdefault(claim.source, []).append(claim)
    stances = tuple(
        (s, _stance(question.id, by_source[s], codebook), tuple(c.id for c in by_source[s]))
        for s in sorted(by_source)
    )
    quoted = {source: _quoted(question.id, stance, by_source[source]) for source, stance, _ in stances}
    verdict, why = _verdict(stances, relations, family, quoted)
    silent = tuple(s.id for s in sources if s.id not in by_source)
    return Reading(question.id, verdict, why, stances, silent)


def _stance(question: str, claims: Sequence[Claim], codebook: Codebook) -> str:
    """One word for a source: what it answers outright, else where its signs point; mixed where it says both."""
    outright = [c for c in claims if question in answered(c, undecided(codebook))]
    found = {c.stance_on(question) for c in _latest(question, outright or claims)}
    return found.pop() if len(found) == 1 else "mixed"


def _latest(question: str, claims: Sequence[Claim]) -> list[Claim]:
    """Without those that the same voice says are over: "a year ago it was so, now it is not".

    What a study found of 2022 and what a ministry says today are two answers that the source gives, not one.
    """
    dated = [(claim, period_of(claim, "")) for claim in claims]
    return [
        claim
        for claim, period in dated
        if not any(
            period
            and later
            and later.start > period.end
            and (other.speaker, other.voice) == (claim.speaker, claim.voice)
            and other.stance_on(question) != claim.stance_on(question)
            for other, later in dated
        )
    ]


def _quoted(question: str, stance: str, claims: Sequence[Claim]) -> str:
    """Whom a source quotes where it gives the answer in no words of its own; "" where it gives it itself."""
    holding = [c for c in claims if stance == "mixed" or c.stance_on(question) == stance]
    if not all(c.voice == "attributed" and c.speaker for c in holding):
        return ""
    speakers = {c.speaker for c in holding}
    return within_a_sentence(min(speakers)) if len(speakers) == 1 else "others"


def _verdict(
    stances: Sequence[Stance], relations: Sequence[Relation], family: Mapping[str, str], quoted: Mapping[str, str]
) -> tuple[str, str]:
    if not stances:
        return "open", "No source takes a position."
    origins_of = {witness(source, stance, quoted[source], family) for source, stance, _ in stances}
    sides = {stance for _, stance, _ in stances}
    answer = _split(stances, quoted)
    if len(origins_of) == 1:
        several = " They draw on one origin." if len(stances) > 1 else ""
        return "single-source", f"{answer}{several} No other source takes a position."
    kinds = {r.type for r in relations}
    if "contradicts" in kinds:
        return "contradiction", f"{answer} {_at_odds([r for r in relations if r.type == 'contradicts'])}"
    if "updates" in kinds:
        # What was true then and is true now is one reason to differ; where others stand, they are named too.
        limits = ", or differ in scope, degree or certainty" if "qualifies" in kinds else ""
        told = f"{answer} Where they differ, they speak of different times{limits}"
        if any(r.type == "updates" and not r.is_hint for r in relations):
            return "changed", f"{told}."
        return "open", f"{told}; whether anything changed in between nobody has checked yet."
    if len(sides) == 1 and "mixed" not in sides:
        witnesses = f"They are {_count(len(origins_of)).lower()} independent sources"
        if "qualifies" in kinds:
            return "qualified", f"{answer} {witnesses}; some say so with limits of scope or certainty."
        return "agreement", f"{answer} {witnesses}."
    if "qualifies" in kinds:
        return "qualified", f"{answer} They differ in scope, degree or certainty."
    if "mixed" in sides:
        return "qualified", f"{answer} A source that says both settles nothing."
    return "open", f"{answer} No two of their statements are close enough to contradict each other."


def _at_odds(pairs: Sequence[Relation]) -> str:
    """How many pairs contradict each other; where the rules alone say so, no more than that they seem to."""
    meet = "Two of their statements" if len(pairs) == 1 else f"{_count(len(pairs))} pairs of their statements"
    if all(r.is_hint for r in pairs):
        return f"{meet} seem to contradict each other; nobody has checked {'it' if len(pairs) == 1 else 'them'} yet."
    return f"{meet} contradict each other."


def _count(n: int) -> str:
    return _COUNTS[n] if n < len(_COUNTS) else str(n)


def _names(sources: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(sources[:-1]), sources[-1])))


def _split(stances: Sequence[Stance], quoted: Mapping[str, str]) -> str:
    """Who answers what, as one sentence: "Yes, say A and B; no, says C (quoting the ministry)."."""
    parts = []
    for stance, told in (("yes", "yes"), ("no", "no"), ("mixed", "both yes and no")):
        named = [source for source, found, _ in stances if found == stance]
        if named:
            shown = [f"{source} (quoting {quoted[source]})" if quoted[source] else source for source in named]
            who = _names(shown) if len(named) <= _NAMED else f"{len(named)} sources"
            parts.append(f"{told}, {'says' if len(named) == 1 else 'say'} {who}")
    answer = "; ".join(parts)
    return f"{answer[:1].upper()}{answer[1:]}."
