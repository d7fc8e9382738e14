"""How much a page holds: enough for any reader, and no more however large the dossier grows.

What does not fit stands in the tables of all claims and all relations, to which the page leads, and in the database.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dossier.model import Relation
from dossier.rendering.addresses import pair_page
from dossier.rendering.arranged import Arranged

ROWS = 5_000  # of a table of everything: so many a browser still filters and sorts at once
PAIRS = 30  # of one kind on a question's page
SOURCES = 40  # that hold one position, or are named as silent, on a question's page
MET = 20  # relations of one claim on its source's page
SAID = 20  # quotations of one source for one position
LINES = 400  # claims listed on the page of a country or theme
FIGURES = 500  # of one unit
YEAR = 100  # claims of one year on the timeline
LISTED = 300  # pairs on the page of one kind of relation
WAITING = 200  # of one kind on the editor's desk
PRINTED = 1_500  # claims of the dossier on one page; of more those that meet others most sharply

Pair = tuple[tuple[str, str], str]  # both claims and the question


def crowded_out(view: Arranged) -> frozenset[Pair]:
    """Relations that their question's page has no room for; the sharpest stay."""
    told: Counter[tuple[str, str]] = Counter()
    out: set[Pair] = set()
    for relation in view.relations:
        told[relation.question, relation.type] += 1
        if told[relation.question, relation.type] > PAIRS:
            out.add((relation.between, relation.question))
    return frozenset(out)


def place_of(view: Arranged, crowded: frozenset[Pair], relation: Relation) -> str:
    """Its question's page; where it found no room there, the table of all relations, filtered."""
    question = relation.question if relation.question in view.question else ""
    if question and (relation.between, relation.question) in crowded:
        return f"relations.html?question={question}&type={relation.type}"
    return pair_page(relation.between, question)


def pairs_a_question(found: Iterable[int], most: int) -> int:
    """How many pairs of each question a list of one kind holds, given how many were found of each.

    So many that all together fit, at least two; who has fewer leaves room to the others.
    """
    counts, room = sorted(found), LISTED
    for place, count in enumerate(counts):
        share = room // (len(counts) - place)
        if count > share:
            return max(2, min(most, share))
        room -= count
    return most


def printed(view: Arranged) -> frozenset[str]:
    """The claims that the dossier on one page lists by source: all, or those that meet others most sharply."""
    if len(view.claims) <= PRINTED:
        return frozenset(view.claim)
    meeting = dict.fromkeys(claim for relation in view.relations for claim in relation.between)
    return frozenset(list(meeting)[:PRINTED])


def sharpest_of_each(relations: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """As many as a table holds, in their order: of each question and kind the first, so that none is all gone."""
    if len(relations) <= ROWS:
        return relations
    told: Counter[tuple[str, str]] = Counter()
    ranked = []
    for place, relation in enumerate(relations):
        told[relation.question, relation.type] += 1
        ranked.append((told[relation.question, relation.type], place))
    return tuple(relations[place] for place in sorted(place for _, place in sorted(ranked)[:ROWS]))
