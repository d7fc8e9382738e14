"""Many decisions at once: a list of undecided pairs, to be filled in and given back.

Each entry is what will be written to the question's file, plus the question; the comments above it show both quotes.
An entry whose `relation` is empty is skipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dossier.model import JUDGEMENTS, Claim, Decision, Dossier, Relation, fingerprint
from dossier.problems import Problem, Where
from dossier.store.dialect import read_yaml
from dossier.store.fields import DECISION_FIELDS, TEXT, Field
from dossier.store.files import read_text
from dossier.store.hints import shown
from dossier.store.limits import Limits
from dossier.store.loading import Loading
from dossier.store.nodes import Items, Mapping, Node, Text

_FIELDS = (Field("question", TEXT, "The question it is about.", "harvest-falling"), *DECISION_FIELDS)
_FIRST = ("contradicts", "qualifies", "updates", "agrees")  # what a reader trips over first
_LONGEST = 600


def open_pairs(dossier: Dossier, question: str = "") -> list[Relation]:
    """Relations no person has judged, or whose claims changed since; of one question, or all."""
    wanted = [r for r in dossier.relations if r.status in ("proposed", "stale") and question in ("", r.question)]
    return sorted(wanted, key=lambda r: (r.question == "", r.question, _FIRST.index(r.type), -r.score, r.between))


def worksheet(dossier: Dossier, question: str = "") -> str:
    """The list as a YAML file, contradictions first."""
    pairs = open_pairs(dossier, question)
    about = f" on '{question}'" if question else ""
    if not pairs:
        return f"# there is no undecided pair{about}\n"
    head = (
        f"# {len(pairs)} undecided pair{'s' if len(pairs) > 1 else ''}{about}.\n"
        f"# After 'relation' write one of: {', '.join(JUDGEMENTS)}; after 'because' why, in one sentence.\n"
        "# Then: python build_dossier.py decide --file THIS-FILE. What is left empty stays undecided.\n"
        "decisions:\n"
    )
    return head + "\n".join(_entry(dossier, r, f"{n} of {len(pairs)}") for n, r in enumerate(pairs, 1))


def read_worksheet(file: Path, limits: Limits) -> tuple[list[Decision], list[Problem]]:
    """The entries a person filled in, as typed, and what is wrong with them."""
    text, problems = read_text(file.parent, file, limits.source_bytes, "source_bytes")
    if text is None:
        return [], problems
    node, problems = read_yaml(text, file.name, limits)
    if node is None or problems:
        return [], problems
    decisions = node.get("decisions") if isinstance(node, Mapping) else None
    if isinstance(decisions, Text) and not decisions.value:
        return [], []
    if not isinstance(decisions, Items):
        hint = "python build_dossier.py decide --question QUESTION prints one to fill in"
        return [], [Problem(Where(file.name), "missing-key", "the file has no list called 'decisions'", hint)]
    loading = Loading()
    typed = [d for item in decisions.items if _filled(item) for d in _decision(item, loading)]
    seen: dict[tuple[str, ...], Decision] = {}
    for decision in typed:
        first = seen.setdefault((decision.question, *sorted(decision.pair)), decision)
        if first is not decision:
            what = f"this pair is already decided in line {first.where.line}"
            loading.fault(decision.where, "wrong-pair", what, "keep one of the two decisions")
    return typed, loading.problems


def _filled(item: Node) -> bool:
    said = item.get("relation") if isinstance(item, Mapping) else None
    return not isinstance(item, Mapping) or (said is not None and not (isinstance(said, Text) and not said.value))


def _decision(item: Node, loading: Loading) -> Iterator[Decision]:
    values = loading.record(item, _FIELDS, "an entry of 'decisions'")
    if len(values.get("pair", ())) != 2 and "pair" in values:
        what = f"a pair names two claims, not {len(values['pair'])}"
        loading.fault(item.where, "wrong-pair", what, "write both: pair: [SOURCE/CLAIM, OTHER/CLAIM]")
    elif {"pair", "relation", "because"} <= values.keys():
        yield Decision(**values, where=item.where)


def _entry(dossier: Dossier, relation: Relation, number: str) -> str:
    a, b = (dossier.claim[id] for id in relation.between)
    asked = dossier.question.get(relation.question)
    earlier = relation.decision if relation.status == "stale" else None
    lines = [
        f"  # {number}: {shown(asked.question, 200) if asked else 'on no question'}",
        f"  # proposed: {relation.type}. {shown(relation.because, _LONGEST)}",
        *_quoted(dossier, a),
        *_quoted(dossier, b),
    ]
    if earlier:
        lines.append(f"  # decided before a claim changed: {earlier.relation}. {shown(earlier.because, _LONGEST)}")
    lines.append(f"  - pair: [{a.id}, {b.id}]")
    if relation.question:
        lines.append(f"    question: {relation.question}")
    lines += [f"    proposed: {relation.type}", f'    seen: "{fingerprint(a, b)}"', "    relation:", "    because:"]
    return "\n".join(lines) + "\n"


def _quoted(dossier: Dossier, claim: Claim) -> Iterator[str]:
    source = dossier.source.get(claim.source)
    said = f", {claim.voice}" if claim.voice != "own" else ""
    when = f", about {claim.date}" if claim.date else ""
    yield f"  #   {shown(source.meta.title, 80) if source else claim.source}{when}{said}:"
    yield f"  #     “{shown(claim.quote, _LONGEST)}”"
