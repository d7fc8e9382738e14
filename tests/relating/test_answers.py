"""Only outright answers contradict each other; signs, attempts and what a source calls over do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.explain import explanation
from dossier.model import Claim, Cleaned, Codebook, Dossier, Metadata, Position, Question, Region, Relation, Source
from dossier.relating import answers
from dossier.relating.answers import answered
from dossier.relating.questions import readings
from dossier.relating.relate import relate

ASKED = Question(
    "exports-falling",
    "Are exports falling?",
    yes=("exports FALLS", "poor exporter pay most"),
    no=("exports RISES",),
    signs_yes=("port ... close|closes|closed",),
    signs_no=("port ... hire|hires|hired",),
)
BOOK = Codebook(questions=(ASKED,), regions=(Region("andes", "Andes", ("BO", "PE")),))


def claim(source: str, text: str, stance: str, words: str, **more: object) -> Claim:
    position = Position(ASKED.id, stance, words)
    made = Claim(f"{source}/p{len(text):03}", source, text, text, ("PE",), (), "2023-01", positions=(position,))
    return replace(made, **{"date_from": "publication", **more})


def related(*claims: Claim) -> tuple[Relation, ...]:
    sources = tuple(
        Source(id, Metadata(title=id, issued="2023-01"), "", Cleaned("")) for id in sorted({c.source for c in claims})
    )
    return relate(claims, BOOK, sources)


FELL = claim("post", "Exports fell for the third month.", "yes", "Exports fell")
ROSE = claim("daily", "Exports rose in the valley.", "no", "Exports rose")
CLOSED = claim("post", "The port of Callao closed a quay.", "yes", "port of Callao closed")
HIRED = claim("daily", "The port of Callao hired dockers.", "no", "port of Callao hired")


@pytest.mark.parametrize(
    ("said", "words", "outright"),
    [
        ("Exports fell for the third month.", "Exports fell", True),
        ("The port of Callao closed a quay.", "port of Callao closed", False),
        ("The ministry is trying to make exports grow.", "exports grow", False),
        ("The minister spoke of the falling exports.", "falling exports", False),
        ("Peru has falling exports.", "falling exports", True),
        ("The poor exporters pay most.", "poor exporters pay most", True),
        ("By law exports must first fall below the quota.", "exports must first fall", False),
        ("To let exports fall below the quota, Lima raised the duty.", "exports fall", False),
        ("The duty is meant to make exports fall.", "exports fall", False),
        ("To their surprise, exports fell.", "exports fell", True),
    ],
)
def test_what_answers_and_what_is_only_a_sign(said: str, words: str, outright: bool) -> None:
    assert (ASKED.id in answered(claim("a", said, "yes", words), BOOK)) == outright


NAMED = Question(
    "quay-closed",
    "Is the quay closed?",
    yes=("closure of quay", "lockout", "quay ... graveyard"),
    no=("quay ... open|reopen",),
)


@pytest.mark.parametrize(
    ("said", "words", "outright"),
    [
        ("The deal follows the closure of the quay.", "closure of the quay", False),
        ("The board confirmed the closure of the quay.", "closure of the quay", True),
        ("A closure of the quay came in May.", "closure of the quay", True),
        ("Ministers met dockers over Callao’s lockout.", "lockout", False),
        ("The quay has become a graveyard.", "quay has become a graveyard", True),
        ("For the port the quay is a graveyard.", "quay is a graveyard", True),
        ("Dockers spoke of the quay, the graveyard of Callao.", "quay, the graveyard", False),
    ],
)
def test_a_thing_only_named_is_no_answer_until_somebody_says_there_is_one(
    said: str, words: str, outright: bool
) -> None:
    draft = replace(claim("a", said, "yes", words), positions=(Position(NAMED.id, "yes", words),))
    book = Codebook(questions=(NAMED,))
    assert (NAMED.id in answered(draft, book)) == outright
    assert NAMED.id in answered(replace(draft, status="reviewed"), book)


def test_a_position_set_by_a_person_is_an_answer() -> None:
    assert answered(claim("a", "The quay is empty.", "yes", ""), BOOK) == {ASKED.id}


def test_a_denied_attempt_is_no_denial_of_what_was_not_tried() -> None:
    tried = claim(
        "a", "It is wrong to see in it an attempt to make exports fall.", "no", "exports fall", voice="rebutted"
    )
    done = claim("a", "It is wrong to say that exports fell.", "no", "exports fell", voice="rebutted")
    assert not answered(tried, BOOK)
    assert answered(done, BOOK) == {ASKED.id}


def test_two_answers_contradict_a_sign_only_qualifies_and_two_signs_say_nothing() -> None:
    assert [r.type for r in related(FELL, ROSE)] == ["contradicts"]
    (relation,) = related(FELL, HIRED)
    assert relation.type == "qualifies" and "a sign settles nothing" in relation.because
    assert related(CLOSED, HIRED) == ()


def test_signs_never_make_an_update() -> None:
    assert related(replace(FELL, date="2019"), HIRED) == ()


def test_what_articles_say_of_their_present_holds_for_some_weeks_around() -> None:
    (relation,) = related(replace(FELL, date="2022-12"), ROSE)
    assert relation.type == "contradicts" and "at about the same time" in relation.because
    (relation,) = related(replace(FELL, date="2021-06"), ROSE)
    assert relation.type == "updates" and "may have changed" in relation.because


def test_a_dated_event_has_no_such_margin() -> None:
    (relation,) = related(replace(FELL, date="2022-08", date_from="last August"), replace(ROSE, date_from="January"))
    assert relation.type == "updates"


def test_an_undated_past_contradicts_nothing() -> None:
    assert related(replace(FELL, date="../2023-01"), ROSE) == ()


def test_a_source_is_not_held_to_what_it_says_was_so_before() -> None:
    before = claim("post", "A year ago exports rose.", "no", "exports rose", date="2022-01", date_from="a year ago")
    assert {r.type for r in related(before, FELL, ROSE)} == {"contradicts"}


def test_whom_a_source_quotes_and_contradicts_is_no_voice_of_it() -> None:
    quoted = claim("post", "Exports rose again.", "no", "Exports rose", voice="attributed", speaker="the minister")
    assert {(r.type, r.between) for r in related(quoted, ROSE)} == {("agrees", (ROSE.id, quoted.id))}
    assert {(r.type, r.between) for r in related(quoted, FELL, ROSE)} == {("contradicts", (ROSE.id, FELL.id))}


@pytest.mark.parametrize("apart", [{"countries": ("CL",)}, {"date": "2017"}])
def test_whom_a_source_quotes_on_another_country_or_year_it_does_not_contradict(apart: dict[str, object]) -> None:
    quoted = claim("post", "Exports rose again.", "no", "Exports rose", voice="attributed", speaker="the minister")
    assert quoted.id in {id for r in related(quoted, replace(FELL, **apart), ROSE) for id in r.between}


def test_what_a_source_later_says_of_another_country_overtakes_nothing() -> None:
    elsewhere = claim("post", "Exports of Chile rose later.", "no", "Exports", countries=("CL",), date="2024-01")
    assert {r.type for r in related(elsewhere, replace(FELL, source="post"), ROSE)} == {"contradicts"}


def test_two_who_tell_of_one_year_are_held_to_it_whatever_either_tells_of_later_years() -> None:
    fell = replace(FELL, date="2020", date_from="in 2020")
    rose = replace(ROSE, date="2020", date_from="in 2020")
    later = claim(fell.source, "In 2022 exports rose.", "no", "exports rose", date="2022", date_from="In 2022")
    found = related(fell, rose, later)
    assert any(r.type == "contradicts" and set(r.between) == {fell.id, rose.id} for r in found)


def test_a_may_elsewhere_in_the_sentence_does_not_weaken_an_answer() -> None:
    text = "Exports fell, and the ministry may react."
    (relation,) = related(replace(FELL, quote=text, statement=text, modality="possible"), ROSE)
    assert relation.type == "contradicts"
    reviewed = replace(FELL, quote=text, statement=text, modality="possible", status="reviewed")
    assert [r.type for r in related(reviewed, ROSE)] == ["qualifies"]


def test_cues_of_both_sides_in_one_sentence_relate_to_nothing() -> None:
    assert related(replace(FELL, positions=(Position(ASKED.id, "mixed", "Exports fell"),)), ROSE) == ()


def test_the_closest_pair_stands_for_those_that_repeat_it() -> None:
    more = [claim("daily", f"Exports rose in {place}, they say, as prices {p}.", "no", "Exports rose")
            for place, p in (("Lima", "sank"), ("Cusco", "held"), ("Puno", "grew"), ("Tacna", "shrank"))]  # fmt: skip
    assert len(related(FELL, ROSE, *more)) == 1


def test_two_who_cite_the_same_person_are_one_witness() -> None:
    cited = [replace(c, voice="attributed", speaker="Ana Quispe") for c in (FELL, replace(FELL, id="daily/p1"))]
    (relation,) = related(cited[0], replace(cited[1], source="daily"))
    assert relation.type == "agrees" and "both cite Ana Quispe" in relation.because


def test_shared_wording_makes_one_origin() -> None:
    texts = ["Exports fell for the third month in a row as the drought went on and on in the south."] * 2
    one, two = (claim(s, t, "yes", "Exports fell") for s, t in zip(("post", "daily"), texts))
    (relation,) = related(one, two)
    assert "draw on one origin" in relation.because


def test_changes_counted_from_different_years_may_both_hold() -> None:
    since = replace(ROSE, date="2019/..", date_from="since 2019")
    (relation,) = related(FELL, since)
    assert relation.type == "qualifies" and "counts from 2019" in relation.because


def test_most_and_many_may_both_be_true() -> None:
    most = claim("post", "Most traders say exports fell.", "yes", "exports fell")
    many = claim("daily", "Many traders say exports rose.", "no", "exports rose")
    assert [r.type for r in related(most, many)] == ["qualifies"]


def test_a_single_country_of_the_region_qualifies_what_is_said_of_all_of_it() -> None:
    region = replace(FELL, countries=("andes",))
    (relation,) = related(region, ROSE)
    assert relation.type == "qualifies" and "daily speaks of Peru, post of Andes" in relation.because


def test_what_only_resembles_an_example_is_a_sign() -> None:
    asked = Question(
        "quiet", "Is the port quiet?", yes=("port FALLS",), examples_yes=("No ship has called for weeks.",)
    )
    told = Claim(
        "a/p1", "a", "For weeks no ship has called.", "", positions=(Position("quiet", "yes", "no ship has called"),)
    )
    assert answered(told, Codebook(questions=(asked,))) == frozenset()


WORSENED = Question("dams-worsened", "Did the dams worsen the drought?", yes=("withheld the rains",), no=("denies",))


def test_what_happened_once_is_in_dispute_whenever_it_is_told() -> None:
    book = Codebook(questions=(WORSENED,))
    yes = replace(
        claim(
            "post", "In 2019 the dams withheld the rains.", "yes", "withheld the rains", date="2019", date_from="2019"
        ),
        positions=(Position(WORSENED.id, "yes", "withheld the rains"),),
    )
    no = replace(
        claim("daily", "Peru denies that its dams worsened the drought.", "no", "denies", date="../2024-03"),
        positions=(Position(WORSENED.id, "no", "denies"),),
    )
    sources = tuple(Source(id, Metadata(title=id, issued="2024-03"), "", Cleaned("")) for id in ("daily", "post"))
    (relation,) = relate((yes, no), book, sources)
    assert relation.type == "contradicts"
    other_year = replace(no, date="2022", date_from="drought", quote=no.quote)
    assert [r.type for r in relate((yes, other_year), book, sources)] != ["contradicts"]


NETS = Question("nets-harm", "Do nets harm seals?", yes=("net harm seal",), no=("net spare seal",), lasting=True)


@pytest.mark.parametrize(("lasting", "kind"), [(False, "updates"), (True, "contradicts")])
def test_an_answer_that_lasts_is_in_dispute_whatever_the_years(lasting: bool, kind: str) -> None:
    (relation,) = relate(*of_nets(lasting))
    assert relation.type == kind


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Should nets be allowed among seals?", "contradicts"),
        ("Would nets harm the seals?", "contradicts"),
        ("Is it right to allow nets among seals?", "contradicts"),
        ("Is it quiet among the seals?", "updates"),
        ("Are nets harming seals?", "updates"),
    ],
)
def test_what_should_be_is_in_dispute_whatever_the_years(asked: str, kind: str) -> None:
    claims, book, sources = of_nets(False)
    book = Codebook(questions=(replace(book.questions[0], question=asked),))
    (relation,) = relate(claims, book, sources)
    assert relation.type == kind


def test_explain_sees_two_claims_as_the_dossier_does() -> None:
    claims, book, sources = of_nets(True)
    dossier = Dossier("", "", sources, book, claims, relate(claims, book, sources))
    text = explanation(dossier, ("post/harm", "daily/spare"))
    assert "gate period: open, the question's answer lasts" in text and "so: contradicts" in text


def of_nets(lasting: bool) -> tuple[tuple[Claim, ...], Codebook, tuple[Source, ...]]:
    """Two that answer one question, four years apart."""
    said = (("post", "harm", "yes", "2023-01"), ("daily", "spare", "no", "2019-04"))
    claims = [
        replace(
            Claim(f"{source}/{verb}", source, f"Nets {verb} seals.", f"Nets {verb} seals."),
            date=day,
            date_from="publication",
            positions=(Position(NETS.id, stance, f"Nets {verb} seals"),),
        )
        for source, verb, stance, day in said
    ]
    sources = [Source(source, Metadata(title=source, issued=day), "", Cleaned("")) for source, *_, day in said]
    return tuple(claims), Codebook(questions=(replace(NETS, lasting=lasting),)), tuple(sources)


def test_what_a_claim_answers_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    worked: list[str] = []

    def counted(claim: Claim, codebook: Codebook) -> tuple[frozenset[str], frozenset[str]]:
        worked.append(claim.id)
        return work_out(claim, codebook)

    work_out = answers._worked_out
    monkeypatch.setattr(answers, "_worked_out", counted)
    book = replace(BOOK, themes=())
    said = (FELL, ROSE, claim("news", "Exports rose off the coast.", "no", "Exports rose"))
    sources = tuple(
        Source(id, Metadata(title=id, issued="2023-01"), "", Cleaned("")) for id in ("daily", "news", "post")
    )
    relations = relate(said, book, sources)
    readings(said, relations, book, sources)
    assert sorted(worked) == sorted(c.id for c in said)


def test_what_two_claims_say_besides_counts_where_their_answers_do_not_meet() -> None:
    said = claim("post", "The fishermen of Callao were warned by the ministry.", "yes", "", date="2023-01-10")
    denied = claim("daily", "The fishermen of Callao were not warned by the ministry.", "no", "", date="../2023-01")
    (relation,) = related(said, denied)
    assert (relation.type, relation.question) == ("contradicts", "")


def test_what_two_claims_say_besides_never_goes_against_their_answers() -> None:
    said = claim("post", "The fishermen of Callao were warned by the ministry.", "yes", "", date="2023-01-10")
    denied = claim("daily", "The fishermen of Callao were not warned by the ministry.", "yes", "", date="../2023-01")
    assert all(r.type != "contradicts" for r in related(said, denied))


@pytest.mark.parametrize(("came_out", "kind"), [("2023-05-20", "updates"), ("2023-02-10", "contradicts")])
def test_news_of_days_months_apart_tells_of_different_times(came_out: str, kind: str) -> None:
    rose = replace(ROSE, date=came_out)
    fell = replace(FELL, date="2023-01-20")
    sources = tuple(
        Source(id, Metadata(title=id, issued=day), "", Cleaned(""))
        for id, day in (("daily", came_out), ("post", "2023-01-20"))
    )
    assert [r.type for r in relate((fell, rose), BOOK, sources)] == [kind]


def test_a_contradiction_of_drafts_is_a_hint_until_a_person_has_read_one_of_them() -> None:
    (drafts,) = related(FELL, ROSE)
    (read,) = related(replace(FELL, status="reviewed"), ROSE)
    (set_by_hand,) = related(replace(FELL, positions=(Position(ASKED.id, "yes", ""),)), ROSE)
    assert [r.type for r in (drafts, read, set_by_hand)] == ["contradicts"] * 3
    assert [r.is_hint for r in (drafts, read, set_by_hand)] == [True, False, False]


PASSING = "When the mayor, who keeps her papers in a safe, came back on Friday, she promised to mend the school."
SAFE = Question("safe", "Is the harbour of Beira safe?", yes=("safe",), no=("dangerous",))


@pytest.mark.parametrize(
    ("said", "status", "kinds"),
    [
        ("The harbour of Beira is safe.", "draft", ["contradicts"]),
        ("It is safe.", "draft", ["contradicts"]),
        (PASSING, "draft", []),
        (PASSING, "reviewed", ["contradicts"]),
    ],
)
def test_a_draft_that_most_likely_answers_nothing_is_held_against_nobody(
    said: str, status: str, kinds: list[str]
) -> None:
    book = Codebook(questions=(SAFE,))
    denied = replace(claim("post", "The harbour of Beira is dangerous.", "no", "dangerous"), countries=())
    told = replace(claim("daily", said, "yes", "safe"), countries=(), status=status)
    made = [replace(c, positions=(replace(c.positions[0], question="safe"),)) for c in (denied, told)]
    sources = tuple(Source(id, Metadata(title=id, issued="2023-01"), "", Cleaned("")) for id in ("daily", "post"))
    found = relate(made, book, sources)
    assert [relation.type for relation in found] == kinds
    text = explanation(Dossier("", "", sources, book, tuple(made), found), (made[1].id,))
    assert ("compared with nobody before a review" in text) == (not kinds)
