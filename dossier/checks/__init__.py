"""What must hold in a dossier as a whole: small functions, one promise to the reader each, in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from dossier.checks.articles import articles_are_in_english, articles_are_there_once, letters_are_whole
from dossier.checks.dates import dates_are_of_the_articles_time, dates_mean_what_they_say
from dossier.checks.decisions import confirmations_confirm_something, decisions_are_about_pairs, decisions_are_fresh
from dossier.checks.doubled import nothing_is_listed_twice
from dossier.checks.figures import figures_stand_in_their_quote
from dossier.checks.gone import named_claims_exist
from dossier.checks.idle import about_words_stand_somewhere
from dossier.checks.loose import cues_in_many_disputes_were_looked_at
from dossier.checks.quotes import passages_are_claimed_once, quotes_hold_whole_words, quotes_stand_in_their_source
from dossier.checks.renamed import claims_belong_to_a_source
from dossier.checks.reviews import reviewed_claims_are_no_drafts, speakers_are_heard
from dossier.checks.rights import compared_quotations_may_be_shown
from dossier.checks.tags import (
    cues_can_be_read,
    places_are_known,
    questions_are_asked_once,
    questions_are_known,
    regions_hold_countries,
    repairs_are_known,
    themes_are_known,
)
from dossier.checks.upkeep import (
    ledgers_are_whole,
    pages_can_be_read,
    schemas_know_the_codebook,
    texts_are_plain,
    texts_read_as_they_stand,
)
from dossier.editing.prose import both_sides_are_cited, figures_are_cited, summaries_cite
from dossier.model import Dossier
from dossier.problems import Problem, in_order
from dossier.store.places import Pointing

Check = Callable[[Dossier, Pointing], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    claims_belong_to_a_source,
    letters_are_whole,
    articles_are_in_english,
    articles_are_there_once,
    quotes_stand_in_their_source,
    quotes_hold_whole_words,
    figures_stand_in_their_quote,
    places_are_known,
    regions_hold_countries,
    themes_are_known,
    questions_are_known,
    questions_are_asked_once,
    repairs_are_known,
    cues_can_be_read,
    about_words_stand_somewhere,
    texts_read_as_they_stand,
    texts_are_plain,
    nothing_is_listed_twice,
    reviewed_claims_are_no_drafts,
    speakers_are_heard,
    dates_mean_what_they_say,
    dates_are_of_the_articles_time,
    passages_are_claimed_once,
    named_claims_exist,
    decisions_are_about_pairs,
    decisions_are_fresh,
    summaries_cite,
    figures_are_cited,
    schemas_know_the_codebook,
    ledgers_are_whole,
    pages_can_be_read,
)
RELATED: tuple[Check, ...] = (
    both_sides_are_cited,
    confirmations_confirm_something,
    compared_quotations_may_be_shown,
    cues_in_many_disputes_were_looked_at,
)


def check(dossier: Dossier, root: Path | None = None) -> list[Problem]:
    """Everything wrong with the dossier as a whole; with `root` messages point at lines and columns."""
    at = Pointing(root)
    return in_order(chain.from_iterable(rule(dossier, at) for rule in CHECKS))


def check_related(dossier: Dossier, root: Path | None = None) -> list[Problem]:
    """What shows only when relations are worked out."""
    at = Pointing(root)
    return in_order(chain.from_iterable(rule(dossier, at) for rule in RELATED))
