"""Headlines, tellers, verbs with particles, mended lemmas, numbers in words: what news do with words."""

import pytest

from dossier.language.core import core_of
from dossier.language.headline import is_headline, sentence_case
from dossier.language.lexical import are_same, closeness
from dossier.language.synonyms import plain_verbs
from dossier.language.words import lemma_of, words_of
from dossier.relating.apart.numerals import numerals


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("At least 15 people died, hospital officials said.", "At least 15 people died."),
        ("Peru backs the dam, saying it brings power.", "Peru backs the dam."),
        ("The ministry said 12 people were killed.", "12 people were killed."),
        ("Exports rose in May, according to the customs office.", "Exports rose in May."),
        ("The firm said it would leave.", "The firm said it would leave."),
        ("Norway said the talks had failed.", "Norway said the talks had failed."),
        ("", ""),
    ],
)
def test_who_said_it_is_not_the_statement(text: str, core: str) -> None:
    assert core_of(text) == core


def test_capitals_of_a_title_name_nobody() -> None:
    assert sentence_case("Village In Norway Elects Cat As Mayor") == "Village in Norway elects cat as mayor"
    assert sentence_case("The mayor of Oslo met Anna Berg.") == "The mayor of Oslo met Anna Berg."


def test_headlines_stand_without_a_full_stop() -> None:
    assert is_headline("Cat elected mayor of Norwegian village")
    assert not is_headline("A cat was elected mayor.")
    assert not is_headline("A man is playing a guitar")


def test_a_verb_with_its_particle_stands_for_a_plain_verb() -> None:
    assert plain_verbs(words_of("The minister stepped down on Friday")) == {2: "resign", 3: ""}


@pytest.mark.parametrize(
    ("form", "base"),
    [("growing", "grow"), ("cancelled", "cancel"), ("won", "win"), ("rose", "rise"), ("dunes", "dune")],
)
def test_lemmas_do_not_stop_halfway(form: str, base: str) -> None:
    assert lemma_of(form) == base


def test_words_of_news_for_one_another() -> None:
    assert are_same("appoint", "name") and are_same("kidnap", "abduct")
    assert closeness("acquire", "acquisition") > closeness("acquire", "resign") == 0


@pytest.mark.parametrize(
    ("text", "low", "kind"),
    [
        ("Half of the seats", 50, "share"),
        ("two thirds of voters", pytest.approx(66.6), "share"),
        ("it fell by 20 percent", 20, "share"),
        ("it fell by 20%", 20, "share"),
        ("it fell by 20 per cent", 20, "share"),
        ("20 voters", 20, "cardinal"),
        ("the third test", 3, "ordinal"),
        ("on 14 March", 14, "day"),
        ("in 1998", 1998, "year"),
    ],
)
def test_numbers_by_sort(text: str, low: float, kind: str) -> None:
    assert [(n.low, n.kind) for n in numerals(words_of(text))] == [(low, kind)]
