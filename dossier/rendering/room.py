"""How much a page shows, however large the dossier grows.

What does not fit is in the tables of all claims and relations, to which the page links, and in the database.
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
    """Relations that do not fit on their question's page; the sharpest stay."""
    told: Counter[tuple[str, str]] = Counter()
    out: set[Pair] = set()
    for relation in view.relations:
        told[relation.question, relation.type] += 1
        if told[relation.question, relation.type] > PAIRS:
            out.add((relation.between, relation.question))
    return frozenset(out)


def place_of(view: Arranged, crowded: frozenset[Pair], relation: Relation) -> str:
    """The address of its question's page, or of the filtered table of all relations if it did not fit."""
    question = relation.question if relation.question in view.question else ""
    if question and (relation.between, relation.question) in crowded:
        return f"relations.html?question={question}&type={relation.type}"
    return pair_page(relation.between, question)


def pairs_a_question(found: Iterable[int], most: int) -> int:
    """How many pairs of each question a list shows, given how many were found for each.

    As many as fit in total, at least two; questions with fewer leave room for the others.
    """
    counts, room = sorted(found), LISTED
    for place, count in enumerate(counts):
        share = room // (len(counts) - place)
        if count > share:
            return max(2, min(most, share))
        room -= count
    return most


def printed(view: Arranged) -> frozenset[str]:
    """The claims listed on the page to print: all, or those that agree or disagree with others most sharply."""
    if len(view.claims) <= PRINTED:
        return frozenset(view.claim)
    meeting = dict.fromkeys(claim for relation in view.relations for claim in relation.between)
    return frozenset(list(meeting)[:PRINTED])


def sharpest_of_each(relations: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """As many as fit in a table, in order, with the first of each question and kind, so that none is missing."""
    if len(relations) <= ROWS:
        return relations
    told: Counter[tuple[str, str]] = Counter()
    ranked = []
    for place, relation in enumerate(relations):
        told[relation.question, relation.type] += 1
        ranked.append((told[relation.question, relation.type], place))
    return tuple(relations[place] for place in sorted(place for _, place in sorted(ranked)[:ROWS]))
