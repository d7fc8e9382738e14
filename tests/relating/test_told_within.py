"""A short statement beside a long sentence that tells it among other things, of somebody else, or otherwise."""

import pytest

from dossier.relating.bare.pair import relate_bare

ADEN = "Halima Aden, the Somali model who left fashion in 2020 and was born in a camp, now writes books."
COMET = "The comet, discovered by the Chilean astronomer Teresa Ruiz in 1996, returns every 80 years."
CARLOS = "Juan Carlos, who abdicated in favour of his son Felipe, lives in Abu Dhabi."
MEKONG = "The Mekong, which rises in Tibet, crosses Laos and reaches the sea in Vietnam."
DUSEK = "Clara Dusek, the chemist who was born in Brno and trained at Yale, died on Sunday."

TOLD = [
    (ADEN, "Halima Aden left fashion in 2020."),
    (COMET, "Teresa Ruiz discovered the comet."),
    ("Built in 1912 by Belgian engineers, the Kinshasa railway decayed.", "The Kinshasa railway was built in 1912."),
    (MEKONG, "The Mekong rises in Tibet."),
    (MEKONG, "The Mekong reaches the sea in Vietnam."),
    (CARLOS, "Juan Carlos lives in Abu Dhabi."),
    ("Stromboli, which towers over the port, erupted on Monday, the institute said.", "Stromboli erupted."),
    ("Renault said that it had sold its stake in the plant to the state.", "Renault sold its stake in the plant."),
]
NOT_TOLD = [
    (ADEN, "Halima Aden was born in 2020."),
    (COMET, "The astronomer returns every 80 years."),
    (CARLOS, "Felipe lives in Abu Dhabi."),
    ("The author was born in Harare and studied in Leeds.", "The author was born in Leeds."),
    ("Ghana's coach praised the striker, who scored twice against Mali.", "Ghana's coach scored against Mali."),
    ("The firm that owns the ship went bankrupt and sank into debt.", "The ship sank."),
    ("Oslo moved its archive from Bergen to Drammen in 2001.", "Oslo moved its archive to Bergen."),
    ("Kodak, whose film was bought by Polaroid, moved to Ohio in 2012.", "Polaroid moved to Ohio."),
    ("The orchestra played in Oslo and Bergen last week.", "The orchestra played in Tromso."),
    ("Clara Dusek was born in Brno, and her brother in Prague.", "The brother was born in Vienna."),
]
TOLD_OTHERWISE = [
    (DUSEK, "Clara Dusek was born in Ostrava."),
    ("The mill, which was founded by two brothers in 1871, went bankrupt.", "The mill was founded in 1899."),
    ("The strait's bridge was opened to traffic in June 1998, two years late.", "The bridge was opened in 1996."),
    ("The judge was killed by a car bomb near her home in October 2017.", "The judge was killed in 2015."),
    ("Built in 1912 by Belgian engineers, the railway decayed.", "The railway was built in 1931."),
]


def both_ways(a: str, b: str) -> set[str]:
    return {relate_bare(a, "", b, ""), relate_bare(b, "", a, "")}


@pytest.mark.parametrize(("text", "said"), TOLD)
def test_what_a_long_sentence_tells_by_the_way_it_tells(text: str, said: str) -> None:
    assert both_ways(text, said) == {"agrees"}


@pytest.mark.parametrize(("text", "said"), NOT_TOLD)
def test_the_words_of_a_statement_may_be_told_of_somebody_else(text: str, said: str) -> None:
    assert both_ways(text, said) == {"none"}


@pytest.mark.parametrize(("text", "said"), TOLD_OTHERWISE)
def test_nobody_is_born_in_two_towns_and_nothing_is_founded_twice(text: str, said: str) -> None:
    assert both_ways(text, said) == {"contradicts"}
