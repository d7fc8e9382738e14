"""Why the dossier says what it says: of a source, a claim, a question, or a pair of claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.cues_at_work import at_work, not_yet_drafted
from dossier.cues_at_work import told as cue_told
from dossier.edtf import in_words
from dossier.model import Claim, Dossier, Question, Relation
from dossier.problems import Refused
from dossier.reading.drafting import read_statement
from dossier.reading.explaining import explain_source
from dossier.reading.reasons import reasons_in, told
from dossier.relating.answers import passed_over
from dossier.relating.decisions import undecided
from dossier.relating.explain import explain_pair
from dossier.relating.matter import between
from dossier.relating.relate import setting_of
from dossier.store.hints import nearest_word
from dossier.unplaced import may_answer
from dossier.unplaced import told as near_told

_FOLDERS = re.compile(r"(?:.*/)?(?:codebook/questions|claims|sources|questions(?=/[^/]+\.html$))/")
_ENDING = re.compile(r"\.(?:yaml|txt|html?|pdf)(?:(?::\d+){1,2}:?)?$")


def explanation(dossier: Dossier, ids: tuple[str, ...]) -> str:
    """The explanation of one id (source, claim or question), of a pair of claims, or of a sentence in quotes.

    Raises Refused with a message for the person who typed the id.
    """
    if len(ids) > 2:
        raise Refused("name one source, claim or question, or two claims")
    if len(ids) == 2:
        one, two = (claim_named(dossier, wanted) for wanted in ids)
        one, two = sorted((one, two), key=lambda claim: claim.id)
        told = between(one, two, dossier.claims, dossier.codebook, dossier.sources)
        issued = {source.id: source.meta.issued for source in dossier.sources}
        setting = setting_of(dossier.claims, dossier.codebook)
        return explain_pair(one, two, dossier.codebook, setting, told, issued)
    (wanted,) = ids
    key = id_typed(wanted)
    if key in dossier.source:
        return explain_source(dossier.source[key], dossier.codebook)
    if key in dossier.question:
        return "\n".join(_of_question(dossier, dossier.question[key]))
    if " " in key:
        return "\n".join(_of_sentence(dossier, wanted))
    return "\n".join(_of_claim(dossier, claim_named(dossier, wanted)))


def id_typed(name: str) -> str:
    """The id of something named by its file's path, by the place in a message or by its address on the site."""
    plain = _FOLDERS.sub("", name.strip().replace("\\", "/").rstrip("/,"), count=1)
    return _ENDING.sub("", re.sub(r"\.html#", "/", plain))


def claim_named(dossier: Dossier, wanted: str) -> Claim:
    """A claim by its id or whatever `id_typed` accepts. Raises Refused with a message that names the nearest."""
    key = id_typed(wanted)
    if key in dossier.claim:
        return dossier.claim[key]
    if key in dossier.source:
        first = next((claim.id for claim in dossier.claims if claim.source == key), f"{key}/p01-words")
        raise Refused(f"{key!r} is an article; its claims are called by it and the name of their file: {first}")
    if key in dossier.question:
        raise Refused(f"{key!r} is a question, and a claim is wanted here: SOURCE/CLAIM")
    known = {id.rpartition("/")[2]: id for id in dossier.claim}  # by the file's name alone
    known |= {id: id for id in (*dossier.claim, *dossier.source, *dossier.question)}
    near = nearest_word(key, known)
    hint = f"; did you mean {known[near]!r}?" if near else ""
    raise Refused(f"no source, claim or question is called {wanted!r}{hint}")


def _of_sentence(dossier: Dossier, text: str) -> Iterator[str]:
    """How a sentence of your own would be read, for trying out cues."""
    claim = read_statement(text, "", dossier.codebook)
    yield f"as a claim: places {', '.join(claim.countries) or 'none'}; {claim.voice}, {claim.modality}, {claim.kind}"
    yield from _positions(dossier, claim)


def _positions(dossier: Dossier, claim: Claim) -> Iterator[str]:
    passed = passed_over(claim, undecided(dossier.codebook))
    for position in claim.positions:
        words = f"because of {position.words!r}" if position.words else "set by a person"
        if position.question in passed:
            words += "; compared with nobody before a review: most such drafts do not answer it"
        yield f"  position   {position.question}: {position.stance} ({words})"
    placed = {position.question for position in claim.positions}
    yield from (f"  cue        {told(r)}" for r in reasons_in(claim.quote, claim.countries, dossier.codebook, placed))


def _of_claim(dossier: Dossier, claim: Claim) -> Iterator[str]:
    yield f"{claim.id}  ({claim.where})"
    yield f"  quote      {claim.quote}"
    yield f"  statement  {claim.statement}"
    origin = f"from {claim.date_from!r}" if claim.date_from else "set by hand or from publication"
    yield f"  date       {in_words(claim.date) or 'none'} ({origin})"
    yield f"  places     {', '.join(claim.countries) or 'none'}"
    yield f"  themes     {', '.join(claim.themes) or 'none'}"
    yield f"  said by    {claim.speaker or 'the article'} ({claim.voice}, {claim.modality}, {claim.kind})"
    yield f"  status     {claim.status}"
    yield from _positions(dossier, claim)
    for relation in dossier.relations:
        if claim.id in relation.between:
            yield from _of_relation(relation, claim.id)


def _of_relation(relation: Relation, seen_from: str) -> Iterator[str]:
    other = next((id for id in relation.between if id != seen_from), seen_from)
    yield f"  {relation.type} {other} [{relation.rule}, {relation.score:.2f}, {relation.status}]"
    yield f"      {relation.because}"


def _of_question(dossier: Dossier, question: Question) -> Iterator[str]:
    reading = next(r for r in dossier.readings if r.question == question.id)
    yield f"{question.id}: {question.question}"
    yield f"  {reading.verdict}: {reading.because}"
    for source, stance, claims in reading.stances:
        yield f"  {source}: {stance}"
        yield from (f"      {claim}" for claim in claims)
    if reading.silent:
        yield f"  silent: {', '.join(reading.silent)}"
    if waiting := not_yet_drafted(dossier, question):
        held = f"{len(waiting)} {'claim holds' if len(waiting) == 1 else 'claims hold'} its words"
        if any(claim.status == "draft" for claim in waiting):
            yield f"  {held} and no draft has a side yet; run: python build_dossier.py extract"
        else:
            yield f"  {held}, but people have reviewed what it says: write the side into the file, under 'positions'"
            yield from (f"      {claim.id}" for claim in waiting)
        return
    for work in at_work(dossier, question):
        yield from cue_told(work)
    changes = [r for r in dossier.relations if r.question == question.id and r.type == "updates"]
    open_ones = sum(r.status == "proposed" for r in changes)
    if open_ones and not question.lasting:
        yield f"  changes from one time to another, which nobody has judged: {open_ones};"
        yield "      if no later year changes the answer, write 'lasting: true' into the question"
    if unplaced := may_answer(dossier, question):
        yield "  may answer it too: write the side into the claim, under 'positions', or widen a cue or 'about'"
        for near in unplaced:
            yield from near_told(near)
