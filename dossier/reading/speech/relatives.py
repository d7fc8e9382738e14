"""Whether a word stands in a clause that only tells which one is meant, behind the main clause or inside it."""

from __future__ import annotations

from dossier.reading.sentences.clause_tree import clause_at, clauses_of


def is_told_aside(sentence: str, place: int) -> bool:
    """ "Struck down a clause THAT WOULD HAVE allowed mining", "at better rates THAN IT WOULD HAVE got if it …".

    What the sentence mainly says, before it or behind it, does not hang on it.
    """
    tree = clauses_of(sentence)
    at = clause_at(tree, place)
    while at > 0 and tree[at].kind != "relative" and tree[at].link != "than":
        at = tree[at].governor
    return at > 0 and bool(tree[0].verb)
