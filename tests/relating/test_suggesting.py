"""Which questions a dossier without a codebook calls for."""

from __future__ import annotations

from dataclasses import replace

from dossier.language.cues import compile_cue
from dossier.model import Claim, Cleaned, Dossier, Metadata, Relation, Source
from dossier.relating.proposing.suggesting import behind, question_text, suggestions


def dossier(*said: tuple[str, str]) -> Dossier:
    claims = tuple(Claim(f"{s}/p{n}", s, text, text) for n, (s, text) in enumerate(said))
    sources = tuple(Source(s, Metadata(title=s), "", Cleaned("")) for s in sorted({s for s, _ in said}))
    return Dossier("T", "D", sources=sources, claims=claims)


HARVESTS = (
    ("post", "Harvests in the highlands fell sharply."),
    ("daily", "Harvests in the highlands are growing again."),
    ("weekly", "The mayor opened a museum."),
)


def test_claims_on_one_thing_from_several_sources_call_for_a_question() -> None:
    (found,) = suggestions(dossier(*HARVESTS))
    assert found.question == "Are harvests rising?"
    for cue in (*found.yes, *found.no):
        compile_cue(cue)


def test_the_file_names_the_claims_of_either_side() -> None:
    whole = dossier(*HARVESTS)
    text = question_text(suggestions(whole)[0], whole)
    yes, _, no = text.partition("\nno:")
    assert "are growing again" in yes and "fell sharply" in no


def test_one_source_alone_calls_for_none() -> None:
    assert suggestions(dossier(*[("post", text) for _, text in HARVESTS])) == ()


def paired(kind: str) -> Dossier:
    """Two claims that the detector holds together, with the words that decided."""
    said = (("post", "The mayor signed the lease."), ("daily", "No lease was ever signed by the mayor of Ambo."))
    words = ("No lease was ever signed", "signed the lease")
    found = Relation(kind, ("daily/p1", "post/p0"), "", "negation", "", words)
    return replace(dossier(*said), relations=(found,))


def test_a_pair_that_no_question_relates_calls_for_one() -> None:
    (found,) = suggestions(paired("contradicts"))
    assert found.question == "Was any lease signed by the mayor of Ambo?"


def test_a_cue_finds_next_months_article_too_and_a_denial_the_other_side() -> None:
    (found,) = suggestions(paired("contradicts"))
    later = dossier(
        ("ledger", "The lease has been signed."), ("herald", "She has not signed a lease with anybody."),
        ("gazette", "The mayor has read the lease.")
    )  # fmt: skip
    sides = behind(found, later)
    assert [c.source for c in sides["yes"]] == ["ledger"] and [c.source for c in sides["no"]] == ["herald"]


def asks(said: str, denied: str, words: tuple[str, str]) -> list[str]:
    whole = dossier(("post", said), ("daily", denied))
    found = Relation("contradicts", ("daily/p1", "post/p0"), "", "points", "", words)
    return [q.question for q in suggestions(replace(whole, relations=(found,)))]


def test_a_question_reads_as_an_editor_would_ask_it() -> None:
    backups = asks(
        "The backups were destroyed, an engineer of the clinic said.",
        "Backups of the clinic in Cebu are intact, according to what the department has told reporters.",
        ("Backups of the clinic in Cebu are intact", "backups were destroyed"),
    )
    assert backups == ["Were the backups destroyed?"]


def test_nobody_is_asked_about_a_he_of_whom_nothing_is_known() -> None:
    assert asks(
        "He signed the lease.",
        "The lease was never signed, said Ambo.",
        ("lease was never signed", "signed the lease"),
    ) == ["Was the lease signed?"]


def test_what_two_sources_say_alike_is_at_issue_nowhere() -> None:
    said = (("post", "The mayor signed the lease."), ("daily", "A lease was signed by the mayor of Ambo."))
    words = ("A lease was signed", "signed the lease")
    agreed = Relation("agrees", ("daily/p1", "post/p0"), "", "points", "", words)
    assert suggestions(replace(dossier(*said), relations=(agreed,))) == ()


def test_what_one_side_charges_another_with_is_asked() -> None:
    accused = ("post", "The union accused Ambo Steel of hiding the leak for a month, a charge it calls baseless.")
    assert questions(accused) == ["Did Ambo Steel hide the leak for a month?"]
    assert questions(("post", "The council blamed its engineers for ignoring 14 warnings.")) == []


def test_what_a_side_insists_on_is_asked() -> None:
    inside = ("post", "The owner insisted that Ambo Steel opened the valve in time.")
    assert questions(inside) == ["Did Ambo Steel open the valve in time?"]
    text = "The owner maintains that Ambo Steel opened the valve in time."
    quoted = Claim("post/p0", "post", text[25:-1], text, start=25)
    whole = Dossier("T", "D", (Source("post", Metadata(title="post"), text, Cleaned(text)),), claims=(quoted,))
    assert [q.question for q in suggestions(whole)] == ["Did Ambo Steel open the valve in time?"]


def test_what_brought_a_thing_about_is_asked_where_two_sources_tell_of_it() -> None:
    said = (
        ("post", "The outbreak was caused by the pipeline."),
        ("daily", "There is no evidence that the pipeline caused the outbreak."),
        ("weekly", "The pump beside the pipeline was painted before the outbreak."),
    )
    (found,) = suggestions(dossier(*said))
    assert found.question == "Did the pipeline cause the outbreak?"
    assert [c.source for side in behind(found, dossier(*said)).values() for c in side] == ["post", "daily"]


def test_what_a_person_dismissed_calls_for_no_question() -> None:
    whole = paired("contradicts")
    assert suggestions(replace(whole, relations=(replace(whole.relations[0], status="dismissed"),))) == ()


def test_what_was_promised_and_what_came_of_it_is_no_question() -> None:
    whole = paired("updates")
    assert suggestions(replace(whole, relations=(replace(whole.relations[0], rule="outcomes"),))) == ()


def questions(*said: tuple[str, str]) -> list[str]:
    return [q.question for q in suggestions(dossier(*said))]


def test_what_one_says_and_another_denies_is_asked_without_a_pair() -> None:
    (found,) = suggestions(
        dossier(
            ("post", "There is no shortage of nurses in Ambo."),
            ("daily", "The shortage of nurses is growing worse in the hills."),
            ("weekly", "Ambo faces a shortage of nurses."),
        )
    )
    assert found.question == "Is there any shortage of nurses in Ambo?" and found.no == ()


def test_what_is_shrinking_and_what_is_weaker_move_one_way() -> None:
    said = (
        ("post", "Demand for copper is shrinking."),
        ("daily", "Demand is weaker than was hoped."),
        ("weekly", "Global demand for tin is rising every year."),
    )
    assert [q[:9] for q in questions(*said)] == ["Is demand"]


def test_a_noun_that_only_stands_beside_what_moves_is_no_question() -> None:
    said = (
        ("post", "Deaths in nursing hospitals rose."),
        ("daily", "The number of patients sent away by small hospitals fell."),
        ("weekly", "They can teach the double class."),
        ("herald", "The larger class has come."),
    )
    assert questions(*said) == []


def test_who_is_for_it_and_who_against_contradict_nobody() -> None:
    (found,) = suggestions(
        dossier(("post", "Fishermen support the harbour."), ("daily", "The town of Ambo opposes the harbour."))
    )
    assert (found.yes, found.no) == ((), ()) and found.signs_yes and found.signs_no
    assert "signs-no:" in question_text(found, dossier())


def test_no_question_is_proposed_that_a_claim_answers_both_ways() -> None:
    for question in suggestions(paired("contradicts")):
        sides = behind(question, paired("contradicts"))
        assert not {c.id for c in sides["yes"]} & {c.id for c in sides["no"]}


def test_no_number_is_asked_for_that_the_cues_cannot_tell_from_another() -> None:
    said = (
        "Of 560 families by the canal, 310 have been compensated.",
        "All families by the canal had been compensated by the firm.",
    )
    for words in (("310 have been compensated", "families by the canal had been compensated"),):
        assert not any(c.isdigit() for q in asks(*said, words) for c in q)


def test_a_relative_clause_stays_with_its_noun() -> None:
    assert questions(
        ("post", "The venture that runs the line has never made a profit."),
        ("daily", "Last year the line made a profit of 3 million."),
    ) == ["Has the venture that runs the line made a profit?"]


def test_who_keeps_to_a_thing_or_evades_it_is_neither_for_it_nor_against_it() -> None:
    assert questions(("post", "Shops evade the levy."), ("daily", "The town of Ambo enforces the levy.")) == []
    assert questions(("post", "Anglers back the ferry line."), ("daily", "Ambo opposes the ferry tax.")) == []
    asked = questions(("post", "Bakers condemn the levy."), ("daily", "The town of Ambo defends the levy."))
    assert asked == ["Is there support for the levy?"]


def test_a_question_that_lost_what_its_verb_needs_is_not_asked() -> None:
    meant = (
        ("post", "The trams are meant to relieve the road."),
        ("daily", "The trams are not meant to replace it."),
    )
    assert questions(*meant) == []
    assert questions(("post", "The union accused Ambo Steel of taking part in it.")) == []
    assert questions(("post", "The union accused Ambo Steel of taking part in the theft.")) == [
        "Did Ambo Steel take part in the theft?"
    ]


def test_a_question_asks_of_anything_where_nothing_is_said_of_it() -> None:
    said = ("post", "The owner insisted that Ambo Steel paid nothing for the land.")
    assert questions(said) == ["Did Ambo Steel pay anything for the land?"]


def test_no_count_of_people_in_words_is_asked_for() -> None:
    assert questions(("post", "The owner insisted that nine people opened the valve.")) == []
    assert questions(("post", "The owner insisted that two brothers opened the valve.")) == [
        "Did two brothers open the valve?"
    ]


def test_a_trend_of_which_three_sources_tell_is_asked_as_they_tell_it() -> None:
    said = (
        ("post", "Sales of bread fell by a tenth."),
        ("daily", "The levy has cut sales in the valley."),
        ("weekly", "Ambo saw a drop in sales."),
    )
    assert questions(*said) == ["Are sales falling?"]
    assert questions(*said[:2]) == []


def test_an_event_that_all_tell_of_in_one_word_is_no_trend() -> None:
    said = (
        ("post", "The bridge collapsed on Monday."),
        ("daily", "A bridge at Ambo has collapsed."),
        ("weekly", "What made the bridge collapse is not known."),
    )
    assert questions(*said) == []


def test_one_claim_that_tells_of_both_ways_does_not_keep_a_question_back() -> None:
    said = (
        ("post", "Sales of bread fell by a tenth."),
        ("daily", "In the valley sales are rising."),
        ("weekly", "Sales of bread are up."),
        ("herald", "Sales dropped sharply."),
        ("ledger", "Sales fell in the first year and were up again in the second."),
    )
    assert questions(*said) == ["Are sales rising?"]


def test_nobody_more_than_somebody_denies_nothing() -> None:
    said = (
        ("post", "No town buys more bread than Ambo."),
        ("daily", "In May the town bought bread from Ambo Mills."),
    )
    assert questions(*said) == []


def test_whoever_quotes_a_judgement_to_reject_it_stands_on_the_other_side() -> None:
    whole = dossier(("post", "The ferry tax is a failure."), ("daily", "the ferry tax is a failure"))
    assert suggestions(whole) == ()
    first, second = whole.claims
    disputed = replace(whole, claims=(first, replace(second, voice="rebutted")))
    (found,) = suggestions(disputed)
    sides = behind(found, disputed)
    assert {c.source for c in sides["yes"]} != {c.source for c in sides["no"]} and all(sides.values())


def test_what_is_said_of_all_things_of_a_kind_is_no_question() -> None:
    needed = ("daily", "Carters have waited for years for a plan that would mend the canals.")
    assert suggestions(dossier(("post", "The drawbridge does not mend canals."), needed)) != ()
    assert suggestions(dossier(("post", "A drawbridge does not mend canals."), needed)) == ()


def test_a_decade_is_one_word() -> None:
    (found,) = suggestions(
        dossier(
            ("post", "The drawbridge was not dismantled in the 1930s."),
            ("daily", "The drawbridge was dismantled in the 1930s."),
        )
    )
    assert found.question == "Was the drawbridge dismantled in the 1930s?"
