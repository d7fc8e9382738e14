"""The detector against pairs written for this project: what it reports must hold."""

import json
from collections import Counter
from functools import cache

import pytest
from report import DOCS, answers, floors, is_for_report, pairs, report

from dossier.model import Claim, Codebook
from dossier.relating.alignment import align
from dossier.relating.apart.frames import frame_of
from dossier.relating.apart.terms import alone_on_both
from dossier.relating.bare.pair import bare_claim, relate_bare
from dossier.relating.comparisons.all import of_two_things
from dossier.relating.relate import relate_pair

# Precision and recall that each relation must keep on all gold pairs; the share of unrelated pairs to be kept apart.
PRECISION = {"contradicts": 0.93, "agrees": 0.93}
RECALL = {"contradicts": 0.8, "agrees": 0.7}
APART = 0.95
STALE = 0.06  # how far the published figures may be from what the detector does now
BARE = {"updates": "tension", "qualifies": "tension"}


@cache
def bare_answers() -> tuple[tuple[str, str], ...]:
    """What holds, and what is said of two sentences known to speak of one situation."""
    return tuple((BARE.get(wanted, wanted), relate_bare(a, "", b, "")) for _, wanted, a, b in pairs())


def dossier_answers() -> tuple[tuple[str, str], ...]:
    return tuple((x.wanted, x.got) for x in answers())


@pytest.mark.parametrize("relation", PRECISION)
@pytest.mark.parametrize("asked", [dossier_answers, bare_answers])
def test_what_is_reported_holds(asked, relation: str) -> None:
    reported = Counter(wanted for wanted, got in asked() if got == relation)
    assert reported[relation] >= PRECISION[relation] * reported.total(), dict(reported)


@pytest.mark.parametrize("relation", RECALL)
@pytest.mark.parametrize("asked", [dossier_answers, bare_answers])
def test_most_of_what_holds_is_found(asked, relation: str) -> None:
    found = Counter(got for wanted, got in asked() if wanted == relation)
    assert found[relation] >= RECALL[relation] * found.total(), dict(found)


@pytest.mark.parametrize("asked", [dossier_answers, bare_answers])
def test_statements_that_only_share_words_are_kept_apart(asked) -> None:
    got = Counter(got for wanted, got in asked() if wanted == "none")
    assert got["none"] >= APART * got.total(), dict(got)


@pytest.mark.parametrize(("relation", "rule"), [(r, rule) for r, rules in floors().items() for rule in rules])
def test_no_rule_sinks_below_its_floor(relation: str, rule: str) -> None:
    reported = [x for x in answers() if (x.got, x.rule) == (relation, rule)]
    wrong = [(x.wanted, x.a, x.b) for x in reported if not x.right]
    assert len(reported) >= 5
    assert len(reported) - len(wrong) >= floors()[relation][rule] * len(reported), wrong


def test_the_published_figures_are_those_of_today() -> None:
    published = json.loads((DOCS / "assets" / "detector.json").read_text("utf-8"))
    for half, now in report().items():
        for then, today in zip(published[half]["relations"], now["relations"]):
            for measure in ("precision", "recall"):
                assert then[measure] == pytest.approx(today[measure], abs=STALE), "run tests/gold/report.py"


def test_a_score_is_about_the_share_that_holds() -> None:
    shown = sorted((x.score, x.right) for x in answers() if x.got != "none" and is_for_report(x.a, x.b))
    thirds = [shown[n * len(shown) // 3 : (n + 1) * len(shown) // 3] for n in range(3)]
    for third in thirds:
        meant, held = sum(score for score, _ in third) / len(third), sum(right for _, right in third) / len(third)
        assert meant == pytest.approx(held, abs=STALE), third[0]


def test_order_of_the_two_statements_does_not_matter() -> None:
    turned = [(a, b) for _, _, a, b in pairs() if _dossier(a, b) != _dossier(b, a)]
    assert len(turned) <= 3, turned


def _dossier(a: str, b: str) -> str:
    relation = relate_pair(bare_claim("a", a), bare_claim("b", b))
    return relation.type if relation else "none"


def test_no_pair_stands_twice() -> None:
    seen = Counter(frozenset((a, b)) for _, _, a, b in pairs())
    assert [sorted(pair) for pair, n in seen.items() if n > 1] == []


def test_there_are_enough_pairs_of_each_sort() -> None:
    kinds = Counter(kind for kind, *_ in pairs())
    unseen = sum(is_for_report(a, b) for _, _, a, b in pairs())
    assert kinds.total() >= 400 and kinds["near-miss"] >= 120 and 0.4 < unseen / kinds.total() < 0.6


def test_bare_sentences_get_one_of_four_answers() -> None:
    assert {got for _, got in bare_answers()} <= {"agrees", "contradicts", "tension", "none"}


def test_a_headline_bears_a_claim_out_denies_it_or_only_passes_it_on() -> None:
    claim = "A village in Norway elected a cat as mayor."
    assert relate_bare("Norwegian Village Elects Cat As Mayor", "", claim, "") == "agrees"
    assert relate_bare("No, a Norwegian village did not elect a cat as mayor", "", claim, "") == "contradicts"
    assert relate_bare("Story of Norwegian village and its cat mayor is a hoax", "", claim, "") == "contradicts"
    assert relate_bare("Report: Norwegian village elects cat as mayor", "", claim, "") == "tension"


def test_captions_of_two_pictures_may_differ_in_what_is_seen() -> None:
    assert relate_bare("A man is playing a guitar", "", "A man is playing a flute", "") == "none"
    assert relate_bare("A man is playing a guitar", "", "There is no man playing a guitar", "") == "contradicts"
    assert relate_bare("The dog is chasing a cat", "", "A cat is chasing the dog", "") == "contradicts"


def test_a_question_or_rumour_does_not_agree_outright() -> None:
    said = "A meteorite hit the cathedral of Managua."
    assert relate_bare("Did a meteorite hit the cathedral of Managua?", "", said, "") == "tension"
    assert relate_bare("Police deny that a meteorite hit the cathedral of Managua.", "", said, "") == "contradicts"


def test_claims_of_one_source_are_never_related() -> None:
    a, b = "The border is open.", "The border is closed."
    same = [Claim(f"s/{n}", "s", text, text) for n, text in enumerate((a, b))]
    assert relate_pair(*same) is None


def test_who_is_told_apart_before_two_are_laid_side_by_side_is_so_after() -> None:
    frames = [frame_of(bare_claim("a", text), Codebook()) for *_, a, b in pairs() for text in (a, b)]
    frames += [
        frame_of(bare_claim("a", text), Codebook())
        for text in ("Madrid hired 12 judges.", "The government of Spain hired 14 judges.")
    ]
    known = [(a, b) for n in (1, 2, 7) for a, b in zip(frames, frames[n:]) if of_two_things(a, b)]
    laid = [align(a, b) for a, b in known]
    assert len(known) > 100
    assert all(len(alone_on_both((pair.left_a, pair.left_b)) - {"word"}) > 1 for pair in laid)
