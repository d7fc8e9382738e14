"""Reports of one matter whose long sentences share a word by the way: what only describes a thing is no dispute."""

from collections.abc import Sequence

from two_claims import kind

from dossier.model import Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.relating.relate import relate


def shown(*texts: str) -> list[tuple[str, Sequence[str]]]:
    """Type and deciding words of all that is shown between articles, which came out a day after one another."""
    sources = [
        Source(f"s{n}", Metadata(title=f"s{n}", issued=f"2024-05-2{n + 7}"), text, clean(text))
        for n, text in enumerate(texts)
    ]
    claims = [claim for source in sources for claim in draft(source, Codebook())]
    return [(r.type, r.words) for r in relate(claims, Codebook(), sources)]


def disputes(*texts: str) -> list[Sequence[str]]:
    return [words for kind, words in shown(*texts) if kind in ("contradicts", "updates")]


def test_what_is_not_so_for_the_first_time_is_so() -> None:
    texts = (
        "The lithium mine at Ewoyaa in Ghana stands still. An earlier licence of the mine was ruled illegal in 2017. "
        "Villagers had sued the mine over the river.",
        "Ghana’s lithium mine at Ewoyaa is shut. It is not the first time the licence of the mine has been ruled "
        "illegal. The village near the river celebrated.",
    )
    assert disputes(*texts) == []


def test_a_legal_team_says_nothing_of_what_the_law_allows() -> None:
    texts = (
        "The lithium mine at Ewoyaa in Ghana stands still. The mine was found unconstitutional in 2017 because "
        "villagers had not been asked. They had sued over the river.",
        "Ghana’s lithium mine at Ewoyaa is shut. The owner of the mine sent legal counsel to meet Ghana’s legal "
        "team. The village near the river celebrated.",
    )
    assert disputes(*texts) == []


def test_what_is_disputed_may_well_stand_still() -> None:
    assert kind("The lithium mine at Ewoyaa stands still.", "The lithium mine at Ewoyaa was long disputed.") == "none"


def test_what_is_told_now_does_not_bear_out_what_happened_years_ago() -> None:
    texts = (
        "Ghana’s court dealt with the lithium mine at Ewoyaa. In 2017 the licence of the mine was found "
        "unconstitutional because villagers had not been asked. They had sued over the river.",
        "Ghana’s Supreme Court has declared a licence for the lithium mine at Ewoyaa unconstitutional. The village "
        "near the river celebrated.",
    )
    assert [kind for kind, words in shown(*texts) if "unconstitutional" in str(words)] == []


def test_what_two_hold_of_a_law_is_no_dispute_of_fact() -> None:
    texts = (
        "Nightly protests fill Tbilisi in Georgia. Despite the backlash, the ruling party, Harbour Dream, defends "
        "the bill as a measure to enhance transparency and safeguard national sovereignty.",
        "Georgia’s parliament has overridden a veto. Zurabi, who is increasingly at odds with the ruling party, "
        "vetoed the bill on May 18.",
    )
    assert disputes(*texts) == []


def test_a_right_to_do_it_is_not_the_doing() -> None:
    assert kind("Zurabi has a two-week window to veto the bill.", "Zurabi vetoed the law on May 18.") == "none"


def test_what_has_yet_to_become_law_is_not_law() -> None:
    texts = (
        "President Zurabi of Georgia vetoed the broadcasting bill earlier in May, citing the constitution. Crowds "
        "cheered outside.",
        "Georgian supporters rally against a broadcasting bill in Tbilisi on Tuesday on which lawmakers were "
        "expected to vote to override a veto clearing the way for the broadcasting legislation, which has divided "
        "the country, to become law.",
    )
    assert disputes(*texts) == []


def test_what_a_long_sentence_says_in_passing_is_no_opposite() -> None:
    strike = (
        "Unions in Kenya struck on Thursday. The strike led to the cancellation of hundreds of flights and halted "
        "key bus and rail lines in Nairobi. Shops stayed shut.",
        "A strike of Kenya’s unions emptied Nairobi. The strike has led to the cancellation of hundreds of flights "
        "and the suspension of bus lines. Markets were closed.",
    )
    assert disputes(*strike) == []
    money = (
        "The budget of Kenya is fought over. The government devalued the shilling, stabilizing the currency but "
        "causing prices to soar. Unions called a strike.",
        "Kenya’s unions struck over the budget. Its policies resulted in the devaluation of the shilling, "
        "stabilizing the currency but causing a sharp increase in prices. Shops stayed shut.",
    )
    assert disputes(*money) == []


def test_what_talks_are_about_has_not_moved() -> None:
    texts = (
        "Envoys of Chad and Sudan met in Tunis on Monday. They discussed the road to the normalisation of relations "
        "between Chad and Sudan.",
        "Talks of Chad and Sudan in Tunis are over. Mediators called the paper of Tunis a step on the path to the "
        "normalization of relations between Chad and Sudan.",
        "Chad and Sudan sat in Tunis. The papers fail to achieve the long-awaited normalization of relations "
        "between Chad and Sudan.",
    )
    assert [kind for kind, words in shown(*texts) if any("normali" in w for w in words)] == []


def test_what_was_introduced_again_had_been_abolished() -> None:
    texts = (
        "Ghana's parliament abolished the levy on lithium in 2018. The lithium levy had angered miners in Ewoyaa.",
        "In 2018 Ghana's parliament eradicated the levy on lithium, but recently it was introduced again, which "
        "angered the miners of Ewoyaa.",
    )
    assert disputes(*texts) == []


def test_a_ruling_party_holds_nothing() -> None:
    one = "The quota favours allies of the ruling Kandi League party, students say."
    assert kind(one, "Crowds confined ruling Kandi League leaders.") == "none"
    assert kind("Rebels are holding the town of Kandi.", "Government troops control the town of Kandi.") != "none"


def test_who_somebody_is_is_nothing_two_reports_agree_on() -> None:
    said = "Ana Ruiz, chief financial officer of Callao, says what the firm did was completely unacceptable."
    assert kind(said, "Ana Ruiz, Callao's chief financial officer, voiced deep regret.") == "none"
