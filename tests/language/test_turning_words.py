"""Negation with its scope, words of direction, and how words stand to each other."""

import pytest

from dossier.language.direction import directions
from dossier.language.happenings import same_happening
from dossier.language.lexical import are_opposite, are_same, is_kind_of
from dossier.language.likeness import likeness
from dossier.language.negation import negations
from dossier.language.words import words_of


def denied(text: str, word: str) -> bool:
    """Whether an odd number of cues reaches the word: two cancel out."""
    words = words_of(text)
    at = next(i for i, w in enumerate(words) if w.text == word)
    return sum(cue.reaches(at) for cue in negations(words)) % 2 == 1


@pytest.mark.parametrize(
    ("text", "word", "negated"),
    [
        ("None of the mayors supported the toll.", "supported", True),
        ("None of the mayors came, and all sent letters.", "sent", False),
        ("The envoy said that he made no promise to sign and that prices fell.", "fell", False),
        ("Chile neither signed nor ratified it.", "signed", True),
        ("Chile neither signed nor ratified it.", "ratified", True),
        ("She never married and left her house to the town.", "left", False),
        ("They did not sign the deal and left the room.", "left", False),
        ("They did not wait and help the driver.", "help", True),
        ("The firm was not warned and fined.", "fined", True),
        ("It is not without risk.", "risk", False),
        ("They did not, however, sign the treaty.", "sign", True),
        ("Not only did it rise, it doubled.", "rise", False),
        ("The firm fails to meet targets but grows.", "grows", False),
        ("The firm fails to meet targets but grows.", "meet", True),
        ("The bank doesn’t lend.", "lend", True),
        ("The bank noted that it lends.", "lends", False),
        ("The disputed vote gave her the seat.", "seat", False),
        ("She disputed the vote.", "vote", True),
        ("It is no surprise that the toll rose.", "rose", False),
        ("There was no accident on the bridge.", "bridge", True),
        ("The least disputed gain is that it raised wages.", "raised", False),
        ("The mayor rejected the charge and said that the toll had been paid.", "paid", False),
        ("The mayor rejected the charge and the toll.", "toll", True),
        ("Kenya no longer exports tea.", "exports", True),
        ("The hunting blocks are too remote for guests.", "remote", False),
        ("The bridge blocks all the traffic.", "traffic", True),
        ("The refuse was burnt on the beach.", "burnt", False),
        ("Barely three percent of the fees reach the villages.", "reach", False),
        ("Hardly a tenth of the fees reaches the villages.", "reaches", False),
        ("The fees hardly reach the villages.", "reach", True),
        ("Hardly a village profits.", "profits", True),
        ("The panel did not find “evidence of fraud” in the count.", "fraud", True),
        ("The panel did not answer “It was a fraud”.", "fraud", False),
        ("The talks ended on Friday after a rise in prices.", "rise", False),
        ("They ended the siege.", "siege", True),
        ("It is not clear what caused the collapse.", "collapse", False),
        ("It was not the vote that ended the strike, but hunger.", "ended", False),
        ("It wasn’t Peru that has paid.", "paid", False),
        ("It is not the ministry who pays.", "pays", False),
        ("It is not the case that prices fell.", "fell", True),
        ("It is not true that ended strikes count.", "ended", True),
        ("The plan has few users and no friends.", "users", False),
        ("Nobody can deny that trade between Peru and Chile is growing.", "growing", False),
        ("Coal will rise, they say, never mind that it fell.", "fell", False),
        ("Roads are not what makes the towns grow.", "grow", True),
        ("It is withdrawing its staff and suspending work.", "suspending", False),
        ("The talks ended without an agreement.", "agreement", True),
        ("The minister denied that it fell.", "fell", True),
        ("The minister denied on Monday in Lima that it fell.", "fell", True),
        ("Planes dropped leaflets on the port.", "leaflets", False),
        ("The crew dropped barrel bombs on the port.", "bombs", False),
        ("The party dropped its plan for the port.", "plan", True),
        ("Savers withdrew some 10 million pesos in a day.", "pesos", False),
        ("The senator withdrew her support for the bill.", "support", True),
        ("There was a clear breach of the treaty.", "treaty", False),
        ("The court cleared her of fraud.", "fraud", True),
        ("Rents did not fall because of the tax but because of the crisis.", "fall", False),
        ("Rents did not fall because of the tax.", "fall", True),
    ],
)
def test_negation_reaches_as_far_as_its_clause(text: str, word: str, negated: bool) -> None:
    assert denied(text, word) is negated


@pytest.mark.parametrize(
    ("text", "sign", "dimension", "thing"),
    [
        ("Trade with Norway is growing fast.", 1, "amount", "Trade"),
        ("Attacks by armed bands in Mali rose by a third.", 1, "amount", "Attacks by armed bands in Mali"),
        ("Polish exports to Chad, Mali and Togo grew.", 1, "amount", "Polish exports to Chad, Mali and Togo"),
        (
            "Exports to the two states (Chad and Mali) fell.",
            -1,
            "amount",
            "Exports to the two states (Chad and Mali)",
        ),
        ("The war has weakened the foundation of trade.", -1, "strength", "foundation"),
        ("Its historical dominance is fading.", -1, "strength", "dominance"),
        ("Exports stopped falling in May.", 1, "amount", "Exports"),
        ("The decline in exports has stopped.", 1, "amount", "exports"),
        ("The decline slows.", 0, "amount", ""),
        ("Unemployment did not fall.", 1, "amount", "Unemployment"),
        ("None of them support the war.", -1, "support", "war"),
        ("The use of the language is in decline.", -1, "amount", "language"),
        ("The city ended its opposition to the dam.", 1, "support", "dam"),
        ("Peru is losing friends.", -1, "closeness", "Peru"),
        ("The reputation of the club is in tatters.", -1, "strength", "reputation"),
        ("The union is gaining ground.", 1, "strength", "union"),
    ],
)
def test_direction_with_its_sign_and_thing(text: str, sign: int, dimension: str, thing: str) -> None:
    words = words_of(text)
    found = directions(words)
    assert [(d.sign, d.dimension) for d in found] == [(sign, dimension)]
    first, last = found[0].thing
    assert thing in (text[words[first].start : words[last - 1].end] if first < last else "")


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Sales of rice fell in 2014 and were up again in 2015.", ["Sales of rice", "Sales of rice"]),
        ("Exports rose, but fell in May.", ["Exports", "Exports"]),
        ("The bank cut rates and raised fees.", ["rates", "fees"]),
        ("Trade grew and weakened ties.", ["Trade", "ties"]),
        ("Sales went up for weeks, but they fell again.", ["Sales", "Sales"]),
        ("Wages fell and prices rose.", ["Wages", "prices"]),
    ],
)
def test_two_verbs_of_one_subject_tell_of_it_and_two_objects_are_two_things(text: str, things: list[str]) -> None:
    words = words_of(text)
    assert [" ".join(w.text for w in words[slice(*d.thing)]) for d in directions(words)] == things


@pytest.mark.parametrize(
    "pair", ["open/closed", "win/lose", "rise/fall", "accept/reject", "giant/tiny", "guilty/innocent"]
)
def test_opposites(pair: str) -> None:
    a, b = pair.split("/")
    assert are_opposite(a, b) and are_opposite(b, a)


@pytest.mark.parametrize("pair", ["black/white", "come/go", "man/woman", "table/window"])
def test_words_that_may_both_hold_are_no_opposites(pair: str) -> None:
    a, b = pair.split("/")
    assert not are_opposite(a, b)


def test_kinds_and_synonyms() -> None:
    assert are_same("street", "road")
    assert is_kind_of("kitchen", "room") and not is_kind_of("room", "kitchen")


def test_likeness_prefers_the_same_event() -> None:
    quake = "An earthquake destroyed homes in Nepal."
    assert likeness(quake, "Homes in Nepal were destroyed by an earthquake.") > likeness(
        quake, "Nepal elected a mayor."
    )
    assert likeness("", quake) == 0


def test_two_reports_of_one_event_are_nearer_than_reports_of_another_sort_of_event() -> None:
    fire = "A fire destroyed the Marlow theatre on Sunday."
    assert same_happening(fire, "The blaze at the Marlow theatre was put out by noon.") > same_happening(
        fire, "Thieves broke into the Marlow theatre on Sunday."
    )
    assert same_happening(fire, "A fire destroyed the Marlow theatre.") > same_happening(fire, "A fire in Oslo.")


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("The communities around the salt flats were not asked.", []),
        ("The price stayed flat.", ["stayed flat"]),
        ("The rate was flat in March.", ["flat"]),
        ("A flat rate applies.", ["flat"]),
        ("The firm makes tyres.", []),
        ("A private firm in Oslo was hired.", []),
        ("A law firm, which had been hired, warned the town.", []),
        ("A firm stance was wanted.", ["firm"]),
        ("The bank stayed firm on it.", ["firm"]),
    ],
)
def test_a_thing_that_looks_like_a_word_of_direction_heads_nowhere(text: str, heading: list[str]) -> None:
    assert [d.words for d in directions(words_of(text))] == heading


def test_a_noun_in_ly_is_no_adverb_to_be_passed_over() -> None:
    words = words_of("The power supply is threatened.")
    (found,) = directions(words)
    assert [w.text for w in words[found.thing[0] : found.thing[1]]] == ["The", "power", "supply"]
