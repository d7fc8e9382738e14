"""What time a claim is about: its own words, its sentence, the story's running date, or publication."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dossier.edtf import parse
from dossier.model import Event
from dossier.reading.clause_tense import tense_of
from dossier.reading.dates import find_dates, find_events
from dossier.reading.periods import date_of

EVENTS = (
    Event("flood", "2016-05-02", ("the flood", "outbreak of cholera")),
    Event("vote", "2024-03-17", ("his re-election",)),
)


def about(text: str, quote: str, published: str) -> tuple[str, str, str]:
    """The date of the claim that `quote` makes in `text`; paragraphs are divided by empty lines."""
    start = text.index(quote)
    paragraph = text.rfind("\n\n", 0, start) + 2 if "\n\n" in text[:start] else 0
    times = sorted([*find_dates(text, published), *find_events(text, EVENTS)], key=lambda e: e.start)
    found = date_of(start, start + len(quote), paragraph, text, times, published)
    return found.edtf, found.words, found.origin


@pytest.mark.parametrize(
    ("quote", "published", "edtf", "words"),
    [
        ("In October, the ministry cancelled the exercise.", "2022-12", "2022-10", "October"),
        ("Since September 21, 100,000 people have crossed.", "2022-09-30", "2022-09-21/..", "September 21"),
        ("The president said last Tuesday that most left.", "2022-09-30", "2022-09-27", "last Tuesday"),
        ("In January this year troops arrived.", "2022-09-28/2022-09-30", "2022-01", "January this year"),
        ("A similar answer came from Oslo last June.", "2022-09-28/2022-09-30", "2022-06", "last June"),
        ("Polls were open for five days from last Friday.", "2022-09-30", "2022-09-23/2022-09-27", "last Friday"),
        ("Just one year ago the alliance was solid.", "2022-12", "~2021-12", "one year ago"),
        ("Now, a year later, its position is weaker.", "2023-01", "2023-01", "Now"),
        ("This year the king visited all five provinces.", "2022-12", "2022", "This year"),
        ("At a 2022 summit the president challenged him.", "2025-04", "2022", "2022"),
        ("After opening in Lima in 2013, the firm has become a large employer.", "2025-04", "2013/..", "2013"),
        ("In fiscal 2021 more people left than in the last six years.", "2022-12", "~2021", "fiscal 2021"),
        ("Historically, the valley has traded with the coast.", "2025-04", "../2025-04", "Historically"),
        ("Since the flood, rents have risen.", "2025-04", "2016-05-02/..", "the flood"),
        ("Following his re-election, he chose Tunis for a visit.", "2025-04", "2024-03-17/..", "his re-election"),
        ("From 2009 to 2013 wages fell.", "2025-04", "2009/2013", "2009"),
        ("Until 2014, the bridge was closed.", "2025-04", "../2014", "2014"),
        ("Landings fell from 84 tonnes in 2015 to 31 last year.", "2025-04", "2015/2024", "2015"),
        ("The share rose from 3 percent in 2010 to 5 percent in 2020.", "2025-04", "2010/2020", "2010"),
        ("The port plans to handle two million boxes by 2030.", "2025-04", "2025-04/2030", "2030"),
        ("Quito has promised to shut wells by the end of 2026.", "2025-04", "2025-04/2026-12", "the end of 2026"),
        ("In 2021 the bank promised to lend more by 2028.", "2025-04", "2021", "2021"),
        ("The bridge will open by 2028.", "2025-04", "2025-04/2028", "2028"),
        ("Traffic has more than doubled since 2013.", "2025-04", "2013/..", "2013"),
        ("The ship is now expected in 2032.", "2025-04", "2032", "2032"),
    ],
)  # fmt: skip
def test_a_claim_with_its_own_words_of_time(quote: str, published: str, edtf: str, words: str) -> None:
    assert about(quote, quote, published) == (edtf, words, "quote")


@pytest.mark.parametrize(
    ("quote", "edtf"),
    [
        ("Trade is growing fast.", "2022-12"),
        ("No country has supported the tax.", "2022-12"),
        ("Most people work abroad.", "2022-12"),
        ("The influence will wither away.", "2022-12/.."),
        ("The minister said that the coast has been silent so far.", "2022-12"),
        ("More people leave than in 2014.", "2022-12"),
        ("They praised the men who fled following the outbreak of cholera.", "../2022-12"),
        ("Output is lower compared with the harvest of 2014.", "2022-12"),
        ("The mill employs 40 people, down from a peak of 300 in 2009.", "2022-12"),
        ("The mayor, who was elected in 2019, has no plan.", "2022-12"),
        ("The guild, of which the founder was jailed in 2017, brings out thousands.", "2022-12"),
        ("If the rains fail, the wells will run dry.", "2022-12/.."),
        ("The rule could cut smuggling.", "2022-12"),
        ("Few charts are exact, and ice no longer behaves as it did.", "2022-12"),
        ("The guard has two ships, both of them built before 1990.", "2022-12"),
    ],
)
def test_without_a_date_the_tense_decides(quote: str, edtf: str) -> None:
    found = about(quote, quote, "2022-12")
    assert found[0] == edtf
    assert found[1] == ""


def test_a_past_nobody_dates_stays_open() -> None:
    assert about("The king dismissed his minister.", "The king dismissed his minister.", "2022-12") == (
        "../2022-12",
        "",
        "vague",
    )


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The airport is due to open in 2028. The company declined to comment.", "../2025-03"),
        ("Catches fell from 84 tonnes in 2015 to 31 in 2020. The nets were sold.", "../2025-03"),
        ("The law took effect in May 2021. Three banks have closed since then.", "2021-05/.."),
        ("The law took effect in May 2021. Three banks closed.", "2021-05"),
        ("Scores of engineers, whose firm drew a plan in 2019, left. The land was sold.", "../2025-03"),
    ],
)
def test_what_the_sentence_before_hands_on(text: str, edtf: str) -> None:
    assert about(text, text[text.index(". ") + 2 :], "2025-03")[0] == edtf


STORY = (
    "In March 2011, the mine flooded. The owners called the army.\n\n"
    "Soldiers arrived at night and pumped for days.\n\n"
    "Now the shaft is dry. The owners are suing the state. The judge dismissed the first suit."
)


@pytest.mark.parametrize(
    ("quote", "answer"),
    [
        ("The owners called the army.", ("2011-03", "March 2011", "paragraph")),
        ("Soldiers arrived at night and pumped for days.", ("2011-03", "March 2011", "paragraph")),
        ("Now the shaft is dry.", ("2020-06", "Now", "quote")),
        ("The owners are suing the state.", ("2020-06", "", "publication")),
        ("The judge dismissed the first suit.", ("../2020-06", "", "vague")),
    ],
)
def test_a_date_that_opens_a_story_lasts_while_it_is_told(quote: str, answer: tuple[str, str, str]) -> None:
    assert about(STORY, quote, "2020-06") == answer


def test_that_time_is_the_time_told_before() -> None:
    text = "An answer came from Rabat last June. At that time, the king said the port will not open."
    quote = "At that time, the king said the port will not open."
    assert about(text, quote, "2022-09") == ("2022-06", "last June", "paragraph")


def test_a_clause_takes_the_date_of_its_sentence() -> None:
    text = "In October, Togo cancelled the drill, and in December, Benin postponed a visit."
    assert about(text, "Togo cancelled the drill", "2022-12") == ("2022-10", "October", "sentence")
    assert about(text, "in December, Benin postponed a visit", "2022-12") == ("2022-12", "December", "quote")


def test_a_clause_does_not_take_the_date_of_its_neighbour() -> None:
    text = "Trade is growing fast and in the second quarter of 2022 more people left."
    assert about(text, "Trade is growing fast", "2022-12") == ("2022-12", "", "publication")


def test_what_was_said_is_dated_by_the_saying() -> None:
    text = "The president said last Tuesday that most of the refugees are leaving."
    quote = "most of the refugees are leaving"
    assert about(text, quote, "2022-09-28/2022-09-30") == ("2022-09-27", "last Tuesday", "sentence")


def test_what_was_announced_holds_from_then_on() -> None:
    text = "The ministry announced last Monday that they will not recognise the vote."
    quote = "they will not recognise the vote"
    assert about(text, quote, "2022-09-28/2022-09-30") == ("2022-09-26/..", "last Monday", "sentence")


def test_a_date_that_opens_the_next_clause_is_not_taken() -> None:
    text = "Trade is growing fast and in 2021 more people left."
    assert about(text, "Trade is growing fast and in 2021", "2022-12") == ("2022-12", "", "publication")


@pytest.mark.parametrize(
    ("clause", "tense"),
    [
        ("The army withdrew.", "past"),
        ("The court welcomed the ruling.", "past"),
        ("The sanctioned goods are sold openly.", "present"),
        ("With its forces drained, the state is weak.", "present"),
        ("They have left.", "perfect"),
        ("Losses call into question the political will to go on.", "present"),
        ("Observers find it hard to say whether it will last.", "present"),
        ("She will not sign.", "future"),
        ("The vote is expected to be close.", "future"),
        ("The minister said exports will rise.", "future"),
        ("The minister said exports are rising.", "reported"),
        ("The minister said exports had risen.", "past"),
        ("A title without a verb", ""),
    ],
)
def test_tense(clause: str, tense: str) -> None:
    assert tense_of(clause) == tense


@pytest.mark.parametrize("published", ["", "2022", "2022-12", "~2024-06", "2024-05-28/2024-07", "2022-12-31"])
@pytest.mark.parametrize(
    "quote", ["It fell.", "It will fall.", "It falls.", "It fell last year.", "Since May it has fallen."]
)
def test_every_answer_is_a_readable_period(quote: str, published: str) -> None:
    edtf = about(quote, quote, published)[0]
    assert edtf == "" or parse(edtf)


CASES = yaml.load((Path(__file__).parent / "cases" / "claim_dates.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("case", CASES, ids=[f"{n} {c['rule']}" for n, c in enumerate(CASES, 1)])
def test_what_time_a_claim_speaks_of(case: dict[str, str]) -> None:
    text = case["text"].replace(" | ", "\n\n")
    quote = text[text.index("[") + 1 : text.index("]")] if "[" in text else text
    assert about(text.replace("[", "").replace("]", ""), quote, case["published"])[0] == case["date"]
