"""Claims in, relations with reasons out."""

from dataclasses import replace

import pytest

from dossier.model import (
    Claim,
    Cleaned,
    Codebook,
    Decision,
    Metadata,
    Position,
    Question,
    Region,
    Relation,
    Source,
    Theme,
    fingerprint,
)
from dossier.relating.apart.frames import frame_of
from dossier.relating.explain import explain_pair
from dossier.relating.many.memory import Memory
from dossier.relating.matter import Between
from dossier.relating.meeting_words import matter_of
from dossier.relating.questions import readings
from dossier.relating.relate import relate

BOOK = Codebook(
    regions=(Region("andes", "Andes", ("BO", "PE", "EC")),),
    questions=(Question("trade-growing", "Is trade growing?"),),
)


def claim(source: str, text: str, stance: str = "", **more: object) -> Claim:
    positions = (Position("trade-growing", stance, text.split()[-1].strip(".")),) if stance else ()
    id = f"{source}/p{len(text)}-{text.split()[0].lower()}"
    return replace(Claim(id, source, text, text, positions=positions), **more)


def source(id: str, family: str = "", issued: str = "2023-05") -> Source:
    return Source(id, Metadata(title=id, family=family, issued=issued), "", Cleaned(""))


def related(*claims: Claim, book: Codebook = BOOK, sources: tuple[Source, ...] = ()) -> tuple[Relation, ...]:
    return relate(claims, book, sources or tuple(source(s) for s in sorted({c.source for c in claims})))


GROWS = claim("lima-post", "Trade with Bolivia is growing.", "yes", date="2023-04", countries=("BO", "PE"))
SHRINKS = claim("la-paz-news", "Trade with Peru has weakened.", "no", date="2023", countries=("BO", "PE"))


def test_opposite_answers_to_one_question_contradict_and_say_why() -> None:
    (relation,) = related(GROWS, SHRINKS)
    assert (relation.type, relation.question) == ("contradicts", "trade-growing")
    assert relation.because == (
        "Asked “Is trade growing?”, la-paz-news answers no (“Trade with Peru has weakened”, 2023) and "
        "lima-post answers yes (“Trade with Bolivia is growing”, April 2023). "
        "Both speak of Bolivia and Peru at about the same time, and neither hedges. "
        "If both are read correctly, they cannot both be right."
    )
    assert 0.5 < relation.score <= 1


def test_of_two_answers_that_nobody_has_reviewed_it_is_open_whether_they_are_read_rightly() -> None:
    (seen,) = related(GROWS, replace(SHRINKS, status="reviewed"))
    assert seen.because.endswith("and neither hedges, so they cannot both be right.")


@pytest.mark.parametrize(("voices", "note"), [
    (("attributed", "own"), "lima-post reports it as said by others"),
    (("attributed", "attributed"), "la-paz-news and lima-post report it as said by others"),
])  # fmt: skip
def test_who_only_reports_is_named(voices: tuple[str, str], note: str) -> None:
    (relation,) = related(*(replace(c, voice=v) for c, v in zip((GROWS, SHRINKS), voices)))
    assert next(g.note for g in relation.gates if g.name == "voice") == note


def test_what_wording_alone_puts_at_odds_is_scored_as_the_hint_it_is() -> None:
    pair = (
        claim("a", "The mine at Ewoyaa is open.", date="2023"),
        claim("b", "The mine at Ewoyaa is shut.", date="2023"),
    )
    (relation,) = related(*pair, book=Codebook())
    assert (relation.type, relation.question) == ("contradicts", "")
    assert 0 < relation.score <= 0.1


def test_the_words_stand_in_the_order_of_the_claims() -> None:
    (relation,) = related(GROWS, SHRINKS)
    assert relation.between == tuple(sorted((GROWS.id, SHRINKS.id)))
    assert relation.words == ("weakened", "growing")


def test_same_answers_agree() -> None:
    (relation,) = related(GROWS, claim("quito-daily", "Commerce is growing.", "yes", countries=("BO",)))
    assert relation.type == "agrees"


def test_times_that_lie_apart_make_an_update() -> None:
    (relation,) = related(GROWS, replace(SHRINKS, date="2016"))
    assert relation.type == "updates"
    assert "about seven years apart" in relation.because and "2016" in relation.because


def test_since_reaches_to_the_day_the_article_came_out() -> None:
    old = replace(SHRINKS, date="2010/..")
    (relation,) = related(GROWS, old, sources=(source("la-paz-news", issued="2014-03"), source("lima-post")))
    assert relation.type == "updates"


def test_a_forecast_does_not_contradict_a_fact() -> None:
    (relation,) = related(GROWS, replace(SHRINKS, kind="prediction"))
    assert relation.type == "qualifies"


def test_what_is_only_possible_does_not_contradict() -> None:
    (relation,) = related(GROWS, replace(SHRINKS, modality="possible"))
    assert relation.type == "qualifies"


def test_what_is_only_imagined_is_no_view_of_the_source() -> None:
    assert related(GROWS, replace(SHRINKS, voice="hypothetical")) == ()


def test_different_countries_are_not_held_against_each_other() -> None:
    assert related(GROWS, replace(SHRINKS, countries=("FI", "SE"))) == ()


def test_one_country_qualifies_what_is_said_of_its_region() -> None:
    (relation,) = related(replace(GROWS, countries=("BO",)), replace(SHRINKS, countries=("andes",)))
    assert relation.type == "qualifies"


def test_rejected_claims_take_no_part() -> None:
    assert related(GROWS, replace(SHRINKS, status="rejected")) == ()


def test_articles_of_one_origin_are_marked() -> None:
    sources = (source("la-paz-news", "agency"), source("lima-post", "agency"))
    (relation,) = related(GROWS, SHRINKS, sources=sources)
    assert any(g.name == "origin" and not g.open for g in relation.gates)


def test_without_a_codebook_opposite_directions_are_found() -> None:
    a = claim("a", "Copper exports from Chile rose sharply.")
    b = claim("b", "Chile's copper exports fell.")
    (relation,) = related(a, b, book=Codebook())
    assert (relation.type, relation.rule) == ("contradicts", "direction")


def test_input_order_does_not_change_the_outcome() -> None:
    assert related(GROWS, SHRINKS) == related(SHRINKS, GROWS)


# ---------------------------------------------------------------- decisions


def decided(relation: str, seen: str = "", pair: tuple[Claim, Claim] = (GROWS, SHRINKS)) -> Codebook:
    ids = (pair[0].id, pair[1].id)
    decision = Decision(ids, relation, "read both", seen=seen or fingerprint(*pair), question="trade-growing")
    return replace(BOOK, questions=(replace(BOOK.questions[0], decisions=(decision,)),))


def test_a_person_confirms() -> None:
    (relation,) = related(GROWS, SHRINKS, book=decided("confirmed"))
    assert (relation.type, relation.status) == ("contradicts", "confirmed")


def test_what_a_person_judged_for_a_question_stands_on_its_page() -> None:
    a = claim("lima-post", "The fishermen of Callao were warned by the ministry.")
    b = claim("la-paz-news", "The fishermen of Callao were not warned by the ministry.")
    (found,) = related(a, b)
    (relation,) = related(a, b, book=decided("contradicts", pair=(a, b)))
    assert (found.question, relation.question) == ("", "trade-growing")


def test_after_a_decision_or_a_themes_new_word_nothing_is_taken_apart_or_compared_anew() -> None:
    a, b = claim("c", "The fishermen of Callao were warned by the ministry."), claim("d", "The harbour was busy.")
    claims, sources, memory = (
        (GROWS, SHRINKS, a, b),
        tuple(source(c.source) for c in (GROWS, SHRINKS, a, b)),
        Memory(),
    )
    assert relate(claims, BOOK, sources, memory)
    assert memory.apart and memory.compared
    worded = replace(BOOK, themes=(Theme("trade", "Trade", ("port",)),))
    for book in (worded, decided("dismissed"), decided("contradicts", pair=(a, b))):
        memory.apart = memory.compared = 0
        assert relate(claims, book, sources, memory) == relate(claims, book, sources)
        assert (memory.apart, memory.compared) == (0, 0)


def test_a_person_dismisses() -> None:
    (relation,) = related(GROWS, SHRINKS, book=decided("dismissed"))
    assert relation.status == "dismissed"


def test_a_person_sees_another_relation() -> None:
    (relation,) = related(GROWS, SHRINKS, book=decided("qualifies"))
    assert (relation.type, relation.status) == ("qualifies", "confirmed")
    assert relation.because == "read both"  # not the engine's words, which argue for a contradiction


def test_what_a_person_confirms_keeps_the_engines_reason() -> None:
    (relation,) = related(GROWS, SHRINKS, book=decided("confirmed"))
    assert "read both" not in relation.because and relation.because


def test_a_changed_claim_makes_a_decision_stale() -> None:
    changed = replace(SHRINKS, statement="Trade with Peru has collapsed.")
    (relation,) = related(GROWS, changed, book=decided("dismissed"))
    assert relation.status == "stale" and relation.decision is not None


def test_a_person_finds_what_the_engine_did_not() -> None:
    a, b = claim("a", "The harbour was busy."), claim("b", "Hardly a ship came in.")
    (relation,) = related(a, b, book=decided("contradicts", pair=(a, b)))
    assert (relation.type, relation.rule, relation.because) == ("contradicts", "decision", "read both")


# ---------------------------------------------------------------- readings


def verdict(*claims: Claim, sources: tuple[Source, ...]) -> tuple[str, str]:
    (reading,) = readings(claims, related(*claims, sources=sources), BOOK, sources)
    return reading.verdict, reading.because


TWO = (source("la-paz-news"), source("lima-post"))


def test_a_question_with_opposite_answers_is_a_contradiction() -> None:
    assert verdict(GROWS, SHRINKS, sources=TWO)[0] == "contradiction"


def test_opposite_answers_about_two_years_are_a_change_once_a_person_has_reviewed_one() -> None:
    earlier = replace(SHRINKS, date="2019")
    assert [r.type for r in related(GROWS, earlier)] == ["updates"]
    found, why = verdict(GROWS, earlier, sources=TWO)
    assert found == "open" and why.endswith("whether anything changed in between nobody has checked yet.")
    assert verdict(GROWS, replace(earlier, status="reviewed"), sources=TWO)[0] == "changed"


def test_two_articles_of_one_origin_are_one_source() -> None:
    sources = (source("la-paz-news", "agency"), source("lima-post", "agency"))
    found, why = verdict(GROWS, replace(SHRINKS, positions=GROWS.positions), sources=sources)
    assert found == "single-source" and "one origin" in why


@pytest.mark.parametrize(("speaker", "wanted"), [("Ana Ruiz", "single-source"), ("officials", "agreement")])
def test_two_papers_that_only_quote_one_person_are_one_source(speaker: str, wanted: str) -> None:
    one = replace(GROWS, speaker=speaker, voice="attributed")
    other = replace(SHRINKS, speaker=speaker, voice="attributed", positions=GROWS.positions)
    assert verdict(one, other, sources=TWO)[0] == wanted


def test_a_paper_that_only_quotes_another_is_no_second_source() -> None:
    agency = source("lima-post")
    sources = (source("la-paz-news"), replace(agency, meta=replace(agency.meta, publisher="Lima Post")))
    claims = GROWS, replace(SHRINKS, speaker="the Lima Post", voice="attributed", positions=GROWS.positions)
    assert verdict(*claims, sources=sources)[0] == "single-source"
    (relation,) = related(*claims, sources=sources)
    assert "quotes the Lima Post" in relation.because


def test_silence_is_named_and_is_no_agreement() -> None:
    (reading,) = readings((GROWS,), (), BOOK, TWO)
    assert reading.verdict == "single-source"
    assert reading.silent == ("la-paz-news",)


def test_a_source_that_says_both_is_mixed() -> None:
    other = claim("lima-post", "Trade with Bolivia later fell.", "no")
    (reading,) = readings((GROWS, other), (), BOOK, TWO)
    assert reading.stances[0][:2] == ("lima-post", "mixed")


def test_a_source_holds_what_it_says_now_not_what_it_says_was_so_before() -> None:
    before = claim("lima-post", "A year ago trade with Bolivia fell.", "no", date="2022-04")
    (reading,) = readings((GROWS, before), (), BOOK, TWO)
    assert reading.stances[0][:2] == ("lima-post", "yes")


def test_a_source_that_only_quotes_an_answer_is_not_said_to_give_it() -> None:
    quoted = replace(SHRINKS, speaker="The ministry", voice="attributed")
    _, why = verdict(GROWS, quoted, sources=TWO)
    assert "(quoting the ministry)" in why and why.count("quoting") == 1
    second = replace(quoted, id=f"{quoted.id}-2", speaker="Ana Quispe")
    assert "(quoting others)" in verdict(GROWS, quoted, second, sources=TWO)[1]
    assert "quoting" not in verdict(GROWS, quoted, replace(SHRINKS, id=f"{SHRINKS.id}-2"), sources=TWO)[1]


def test_what_a_study_found_and_what_a_ministry_says_today_are_two_answers() -> None:
    found = replace(
        claim("lima-post", "According to a study, trade with Bolivia fell.", "no", date="2018/2021"),
        speaker="a study",
        voice="attributed",
    )
    says = replace(GROWS, speaker="the ministry", voice="attributed")
    (reading,) = readings((says, found), (), BOOK, TWO)
    assert reading.stances[0][:2] == ("lima-post", "mixed")


# ---------------------------------------------------------------- explaining


def test_explanation_shows_both_frames_and_every_gate() -> None:
    text = explain_pair(GROWS, replace(SHRINKS, date="2016"), BOOK)
    for words in (GROWS.id, SHRINKS.id, "gate period: closed", "gate places: open", "so: updates", "growing"):
        assert words in text


def test_explanation_says_why_two_claims_are_not_related() -> None:
    text = explain_pair(claim("a", "The harbour was busy."), claim("b", "The king sneezed."), BOOK)
    assert "Not related: no comparison has an opinion" in text


def test_explanation_of_two_that_meet_in_a_point_begins_with_it() -> None:
    a = claim("a", "Fishermen were never warned, and the harbour of Callao lost a year.")
    b = claim("b", "The ministry warned fishermen three times before anything was built.")
    frames = frame_of(a, Codebook(), whole=True), frame_of(b, Codebook(), whole=True)
    text = explain_pair(a, b, Codebook(), told=Between(matter_of(frames[:1], frames[1:]), frames))
    assert "Not related" not in text
    assert text.index("Article by article") < text.index("As whole sentences no comparison has an opinion")


# ---------------------------------------------------------------- without a codebook


def test_what_trails_behind_a_statement_does_not_hide_that_two_sources_disagree() -> None:
    a = claim("a", "Fishermen in Peru oppose the harbour, because they fear for the anchovy.")
    b = claim("b", "Fishermen in Peru support the harbour.")
    (relation,) = related(a, b, book=Codebook())
    assert relation.type == "contradicts"


def test_who_said_it_is_not_part_of_what_was_said() -> None:
    a = claim("a", "Copper exports from Chile rose in 2023.")
    told = "According to the customs office, copper exports from Chile fell in 2023."
    b = replace(claim("b", "copper exports from Chile fell in 2023"), statement=told, voice="attributed")
    (relation,) = related(a, b, book=Codebook())
    assert relation.type == "contradicts" and "reports it" not in relation.because


def test_an_act_of_some_earlier_day_and_its_denial_meet() -> None:
    a = replace(claim("a", "The council approved the harbour of Callao."), date="../2023-05", date_from="publication")
    b = replace(claim("b", "The council has not approved the harbour of Callao."), date="2023-05")
    (relation,) = related(a, b, book=Codebook())
    assert relation.type == "contradicts"
