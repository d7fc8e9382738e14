"""Two sentences on one situation: what is denied, what only sounds like it, and a long text beside a short one."""

import pytest

from dossier.relating.bare.pair import relate_bare


def asked(a: str, b: str) -> str:
    return relate_bare(a, "", b, "")


def test_a_name_keeps_its_capital_when_the_speaker_behind_the_sentence_is_left_off() -> None:
    said = "Turkish inflation was higher in June than in May, the statistics institute reported."
    assert asked(said, "Inflation in Turkey was higher in June than in May.") == "agrees"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nobody is swimming in the lake.", "There is no one swimming in the lake."),
        ("It is untrue that the mill was sold.", "The mill was not sold."),
    ],
)
def test_two_ways_to_deny_one_thing_agree(a: str, b: str) -> None:
    assert asked(a, b) == "agrees"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Divers found no evidence that the cable had been sabotaged.",
            "Divers found that the cable had been sabotaged.",
        ),
        ("There is no evidence that the herd is recovering.", "The herd is recovering."),
        ("It is impossible to cross the pass in winter.", "The pass can be crossed in winter."),
        ("Some boys are not painting the fence.", "Some boys are painting the fence."),
    ],
)
def test_what_is_denied_in_whatever_words_contradicts(a: str, b: str) -> None:
    assert asked(a, b) == asked(b, a) == "contradicts"


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        (
            "The jury in Sydney found the nurse not guilty of all four charges.",
            "The jury convicted the nurse.",
            "contradicts",
        ),
        ("A court in Oran found the editor guilty of libel.", "The editor was acquitted of libel.", "contradicts"),
        ("The tribunal found the captain not guilty.", "The tribunal found the captain guilty.", "contradicts"),
        ("The tribunal found both officers innocent.", "The tribunal acquitted both officers.", "agrees"),
        ("The nurse pleaded not guilty to fraud.", "The nurse denied fraud.", "agrees"),
        ("The nurse pleaded guilty to fraud.", "The nurse admitted fraud.", "agrees"),
        ("The nurse pleaded not guilty.", "The jury convicted the nurse.", "none"),
        ("The jury found the nurse not guilty.", "The jury convicted the doctor.", "none"),
    ],
)
def test_verdicts_and_pleas_are_read_as_a_whole(a: str, b: str, answer: str) -> None:
    assert asked(a, b) == asked(b, a) == answer


def test_what_keeps_selling_keeps_nothing() -> None:
    assert asked("Iceland will no longer sell fin whales.", "Iceland will keep selling fin whales.") != "agrees"


def test_a_verb_without_an_object_denies_nothing_of_what_follows() -> None:
    assert (
        asked("The strike ended on Thursday after a rise in pay.", "The strike was over on Thursday.")
        != "contradicts"
    )


def test_a_text_of_several_sentences_is_held_against_the_one_that_matters() -> None:
    text = (
        "The airline said it would cut 1,200 jobs after a third loss. Its head, Petra Holm, said pilots were not "
        "affected. The shares rose by 2 percent."
    )
    assert asked(text, "The pilots were affected.") == "contradicts"
    assert asked("The pilots were affected.", text) == "contradicts"


def test_who_beat_whom_is_seen_although_names_have_two_words() -> None:
    text = "Rain delayed the start of the final, but Elin Sand needed only 58 minutes to beat the champion, Mia Roux."
    assert asked(text, "Mia Roux beat Elin Sand in the final.") == "contradicts"


def test_one_winner_excludes_another_whatever_their_shares() -> None:
    a, b = (
        "Ruto won the presidential election with 50.5 percent.",
        "Odinga won the presidential election with 50.9 percent.",
    )
    assert asked(a, b) == "contradicts"


def test_few_and_most_exclude_each_other_and_some_and_many_do_not() -> None:
    few = "Few of the workers belong to a union."
    assert asked(few, "Most of the workers belong to a union.") == "contradicts"
    assert asked("Some of the workers belong to a union.", "Many of the workers belong to a union.") != "contradicts"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The hospital has run out of insulin.", "There is no insulin left in the hospital, doctors say."),
        ("The line to Kano is closed since the bridge fell.", "No trains run to Kano since the bridge fell."),
        ("The pilot ignored the warning.", "The pilot did not heed the warning."),
        ("The bank hid its losses.", "The bank did not disclose its losses."),
        ("Berlin abstained in the vote on the dam.", "Berlin did not vote for the dam."),
        ("Neglected upkeep made the dam burst.", "The dam burst because there was no upkeep."),
    ],
)
def test_what_is_shut_gone_or_left_undone_is_not_contradicted_by_saying_so_with_not(a: str, b: str) -> None:
    assert asked(a, b) != "contradicts"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The union rejected the offer of 4 percent.", "The union did not reject the offer of 4 percent."),
        ("The shop stayed closed on Friday.", "The shop was not closed on Friday."),
        ("The museum has returned the painting to Benin.", "The painting has not been returned to Benin."),
    ],
)
def test_to_deny_the_very_word_contradicts(a: str, b: str) -> None:
    assert asked(a, b) == "contradicts"


def test_what_somebody_said_he_would_not_do_is_no_other_date_of_doing_it() -> None:
    assert (
        asked("The minister resigned on Tuesday.", "The minister said on Monday that he would not resign.") == "none"
    )


def test_how_many_it_was_not_is_denied() -> None:
    assert asked("Two lakes had burst, the department said.", "One lake burst, not two.") == "contradicts"
    assert asked("One lake had burst, the department said.", "One lake burst, not two.") != "contradicts"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Senegal's assembly approved the treaty on migration with Spain.",
            "Senegal's assembly rejected the extradition treaty with Spain.",
        ),
        (
            "The wool cooperative of Lesotho accepted the offer.",
            "The mohair cooperative of Lesotho turned down the offer.",
        ),
    ],
)
def test_words_before_or_behind_a_noun_tell_two_things_apart(a: str, b: str) -> None:
    assert asked(a, b) == "none"
    assert asked(b, a) == "none"


def test_what_trails_behind_hides_no_contradiction() -> None:
    a = "The court of appeal in Accra upheld the sentence against the banker, who was led away in tears."
    b = "The sentence against the banker was quashed by Accra's court of appeal, to the surprise of his lawyers."
    assert asked(a, b) == "contradicts"
    assert asked(b, a) == "contradicts"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The regulator in Hanoi has suspended drilling in block 12 of the gulf.",
            "Drilling in block 12 of the gulf has been halted by Hanoi's regulator.",
        ),
        (
            "The governor of Oran never signed the permit for the quarry.",
            "The permit for the quarry was not signed by Oran's governor.",
        ),
        (
            "The coalition talks in Vilnius collapsed on Monday.",
            "No deal was reached on taxes and the coalition talks in Vilnius collapsed on Monday.",
        ),
    ],
)
def test_a_noun_that_looks_like_a_verb_and_a_denial_of_something_else_deny_nothing(a: str, b: str) -> None:
    assert asked(a, b) == "agrees"


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Only Chile voted against the levy.", "All members but Peru voted for the levy.", "none"),
        (
            "Not one of the nine envoys voted for the plan of the Cypriot bank.",
            "All nine envoys voted against the Cypriot bank's plan.",
            "agrees",
        ),
    ],
)
def test_what_the_few_do_who_are_named_and_what_the_rest_do(a: str, b: str, relation: str) -> None:
    assert (asked(a, b), asked(b, a)) == (relation, relation)


def test_the_passive_says_the_same_and_before_and_after_are_no_dispute() -> None:
    built = "Swedish engineers built the lighthouse at Naze."
    assert asked(built, "The lighthouse at Naze was built by Swedish engineers.") == "agrees"
    assert asked("Oil prices fell before the storm.", "Oil prices fell after the storm.") == "none"


def test_a_day_between_refusing_and_what_is_refused_hides_no_denial() -> None:
    refused = "The shipping line refused on Tuesday to sign the charter for the ferry in Patras."
    assert asked(refused, "The shipping line signed the charter for the ferry in Patras on Tuesday.") == "contradicts"


def test_two_sentences_that_deny_the_same_harm_do_not_contradict_each_other() -> None:
    no_one = "No one was injured when the scaffolding collapsed in Bergen."
    assert asked(no_one, "The collapse of the scaffolding in Bergen caused no injuries.") != "contradicts"


def test_a_mine_is_no_act_of_the_group_it_belongs_to() -> None:
    hosts = "Namibia hosts the largest uranium mine of the Chinese group."
    lies = "The Chinese group's largest uranium mine is in Namibia."
    assert (asked(hosts, lies), asked(lies, hosts)) == ("agrees", "agrees")


def test_who_still_waits_for_it_does_not_agree_that_it_is_done() -> None:
    waiting = "Passengers stranded in Nuuk are still waiting for the airline to refund them."
    assert asked(waiting, "The airline refunded the passengers stranded in Nuuk.") != "agrees"
