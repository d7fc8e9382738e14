"""Whole articles on one matter, in long sentences and without any question: where they meet, where they must \
not."""

from dossier.model import Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.relating.apart.frames import frame_of
from dossier.relating.relate import relate
from dossier.relating.stories import matters

WIRE = """\
At least 62 people have died and tens of thousands have been driven from their homes since the Lunzu dam gave \
way on \
Thursday night, sending a wall of water through villages in the south of Malawi, officials said on Saturday.

The disaster agency said that 41,000 people had taken refuge in schools and churches. Three soldiers were injured.

Residents told reporters that cracks had been visible for months. The state utility, which owns the dam, \
rejected the \
charge, saying sirens had been sounded an hour before the breach.

President Grace Banda promised that every family would be compensated.
"""
AID = """\
Four days after the Lunzu dam burst, our teams have reached all eleven villages. By our count 97 people lost \
their lives, \
most of them women and children who were asleep when the water came.

Survivors whom we interviewed in three camps all say the same: no siren sounded, and no official came to tell \
them to leave.

The road to Namitambo remains cut. Cases of diarrhoea have been seen in the camps. No case of cholera has been \
confirmed.

The families displaced by the floods of 2019 have received nothing to this day.
"""
OFFICE = """\
The department informs the public that the number of confirmed dead from the failure of the Lunzu dam stands \
at 84, of whom \
nine were children.

Warning sirens operated as foreseen one hour before the breach, and were heard in at least six villages.

The road to Namitambo was reopened to lorries on Thursday after army engineers put up a temporary bridge.

No case of cholera has been registered in the camps. Vaccination of children against cholera nevertheless began.

The families affected by the floods of 2019 have all been paid. Three nurses were injured when a tent collapsed.
"""


def related(*articles: tuple[str, str, str]) -> dict[tuple[str, str], str]:
    """What is found between articles (id, day, text): the deciding words of both sides, and the relation."""
    sources = [Source(i, Metadata(title=i, issued=day), text, clean(text)) for i, day, text in articles]
    claims = [claim for source in sources for claim in draft(source, Codebook())]
    return {r.words: r.type for r in relate(claims, Codebook(), sources)}


def test_two_that_differ_on_whether_it_happened_contradict_each_other() -> None:
    found = related(("a", "2022-09-03", WIRE), ("b", "2022-09-06", AID), ("c", "2022-09-09", OFFICE))
    assert found["sirens had been sounded", "siren sounded"] == "contradicts"
    assert found["siren sounded", "sirens operated"] == "contradicts"
    assert found["floods of 2019 have received nothing", "floods of 2019 have all been paid"] == "contradicts"


def test_a_road_open_again_and_a_higher_toll_are_news_and_a_lower_toll_is_a_dispute() -> None:
    found = related(("a", "2022-09-03", WIRE), ("b", "2022-09-06", AID), ("c", "2022-09-09", OFFICE))
    assert found["Namitambo remains cut", "Namitambo was reopened"] == "updates"
    assert found["62 people have died", "97 people lost their lives"] == "updates"
    assert found["97 people lost their lives", "dead from the failure of the Lunzu dam stands at 84"] == "contradicts"


def test_two_that_deny_the_same_agree() -> None:
    found = related(("b", "2022-09-06", AID), ("c", "2022-09-09", OFFICE))
    assert [kind for words, kind in found.items() if all("cholera" in w for w in words)] == ["agrees"]


def test_other_people_other_floods_and_promises_do_not_meet() -> None:
    found = related(("a", "2022-09-03", WIRE), ("c", "2022-09-09", OFFICE))
    assert not [words for words in found if "Three" in words[0] or "compensated" in words[0] or "cholera" in words[1]]


def test_articles_on_another_matter_or_of_other_years_are_not_held_against_each_other() -> None:
    elsewhere = OFFICE.replace("Lunzu", "Katete").replace("Namitambo", "Sinda")
    other = "Sirens were heard and the roads were open. The number of dead from the fire stands at 12."
    assert not related(("a", "2022-09-03", WIRE), ("c", "2022-09-03", other))
    assert not related(("b", "2012-09-06", AID), ("c", "2022-09-09", elsewhere))


def test_two_things_that_move_in_one_country_are_two_things() -> None:
    survey = "The survey by the Lunzu institute was published on Monday by the statistics office. "
    one = survey + "Bus fares in Ghana rose by 31 percent in 2021. Milk output in Ghana fell by 22 percent in 2021.\n"
    two = (
        survey
        + "Wheat prices in Ghana fell by 31 percent in 2021. Coal output in Ghana rose by 22 percent in 2021.\n"
    )
    assert not [words for words in related(("a", "2022-09-03", one), ("c", "2022-09-09", two)) if "Ghana" in words[0]]


SURVEY = "The survey by the Lunzu institute was published on Monday by the statistics office. "


def met(one: str, two: str) -> dict[tuple[str, str], str]:
    """What is found between two sentences in two articles on one matter."""
    return related(("a", "2022-09-03", f"{SURVEY}{one}\n"), ("c", "2022-09-04", f"{SURVEY}{two}\n"))


def test_who_somebody_is_makes_no_agreement_on_what_was_said() -> None:
    one = "Yoshi Nomura, Tanaka's chief financial officer, voiced the company's \"deep regret\" over the recall."
    two = "Yoshi Nomura, chief financial officer of Tanaka, says what the company did was unacceptable."
    assert [words for words in met(one, two) if "Nomura" in words[0]] == []
    three = (
        'Yoshi Nomura, the chief financial officer of Tanaka, spoke of the company\'s "deep regret" over the recall.'
    )
    assert "agrees" in met(one, three).values()


def test_a_length_given_in_two_units_is_one_length() -> None:
    one = (
        "A stretch of the Lunzu bridge some 200 metres (650 feet) long fell on Tuesday, "
        "and more than 30 vehicles dropped 50 metres onto the ground."
    )
    two = (
        "On Tuesday 200 metres of the Lunzu bridge broke away "
        "and sent vehicles down to the ground 50 metres (165 feet) below."
    )
    assert set(met(one, two).values()) == {"agrees"}
    longer = "A stretch of the Lunzu bridge {} long fell into the river on Tuesday."
    assert (
        "contradicts" in met(longer.format("200 metres (650 feet)"), longer.format("80 metres (260 feet)")).values()
    )


def test_those_still_treated_are_not_all_who_were_hurt() -> None:
    one = "Fourteen people were injured in the fall of the Lunzu bridge on Tuesday, three of them badly."
    two = "Nine people were still being treated in hospital after the fall of the Lunzu bridge on Tuesday."
    assert "contradicts" not in met(one, two).values()


def test_an_adjective_that_opens_a_sentence_is_nobodys_act() -> None:
    one = "The harvest of cocoa in Ghana fell sharply last season and hit the farmers."
    two = "Growers complained that lower harvests put the cocoa of Ghana at risk."
    assert "contradicts" not in met(one, two).values()


def test_what_was_imposed_one_day_was_lifted_on_another() -> None:
    brief = "The Baltic League imposed sanctions on Karelia after the coup and threatened to march in with force."
    report = (
        "The Baltic League lifted its sanctions against Karelia in February, after months in which trade stopped."
        " The coup in Karelia surprised the Baltic League."
    )
    found = related(("a", "2024-05", brief), ("b", "2024-07-27", report))
    assert "contradicts" not in found.values()


MARCH = """\
Police put the number of marchers in Accra at 12,000 on Saturday; the trade union congress spoke of 80,000. Nineteen \
people were hurt, two of them seriously, the ambulance service said.

The unions demand a pay rise of 14 percent. Internet access in central Accra was cut for six hours, according to \
NetWatch.

The mine at Aranka, where the march began, fell silent on Thursday after the last trucks were parked. All gates of \
the stadium at Osu had been open, its chairman said.
"""
REPLY = """\
Contrary to reports circulating online, access to the internet was at no time restricted. Seven officers were injured.

The union wants 14 percent more, said Abena Owusu at Aranka. The march was attended by some 45,000 people.

Two of the four gates of the stadium at Osu were locked at the time. The number of those hurt on Saturday in Accra \
stands at more than 18.
"""
LATER = """\
The disconnection of the internet during the march in Accra has never been explained. The mine at Aranka resumed \
work in September. The fuel tax was withdrawn.
"""


def test_what_one_denies_and_another_tells_in_other_words_is_a_dispute() -> None:
    found = related(("a", "2023-07-03", MARCH), ("b", "2023-07-04", REPLY), ("c", "2023-12-11", LATER))
    assert found["internet access in central Accra was cut", "internet was at no time restricted"] == "contradicts"
    assert found["internet was at no time restricted", "disconnection of the internet"] == "contradicts"


def test_numbers_of_people_are_held_against_each_other_only_where_the_same_are_counted() -> None:
    found = related(("a", "2023-07-03", MARCH), ("b", "2023-07-04", REPLY))
    assert found["marchers in Accra at 12,000 on", "attended by some 45,000 people"] == "contradicts"
    assert not [words for words in found if "officers" in words[1]]


def test_a_state_of_back_then_is_in_dispute_and_what_stopped_and_went_on_again_is_not() -> None:
    found = related(("a", "2023-07-03", MARCH), ("b", "2023-07-04", REPLY), ("c", "2023-12-11", LATER))
    gates = [kind for words, kind in found.items() if "open" in words[0] and "locked" in words[1]]
    mine = [kind for words, kind in found.items() if "silent" in words[0] and "resumed" in words[1]]
    assert (gates, mine) == (["contradicts"], [])


def test_the_same_demand_with_the_same_figure_is_an_agreement() -> None:
    found = related(("a", "2023-07-03", MARCH), ("b", "2023-07-04", REPLY))
    assert found["unions demand a pay rise of 14", "union wants 14"] == "agrees"


def test_an_illness_is_another_cause_than_the_vaccine_named_after_it() -> None:
    maker = (
        "No death in Ambo has been linked to the measles vaccine, the maker said. The clinic in Ambo opened in May."
    )
    office = "The vaccine is responsible for eleven deaths, said the prosecutor in Ambo. The clinic stayed open."
    doctors = "The four children died due to measles, doctors in Ambo found. The clinic stayed open."
    found = related(
        ("maker", "2022-06-03", maker), ("office", "2022-06-09", office), ("doctors", "2022-06-09", doctors)
    )
    disputed = [words for words, kind in found.items() if kind == "contradicts"]
    assert [any("responsible" in w for w in words) for words in disputed] == [True]


def test_losses_are_counted_for_each_side_and_kind() -> None:
    wire = (
        "Five Peruvian soldiers were injured by a mine near Zumba on Wednesday. "
        "Its army said seven soldiers and 13 civilians had been killed, while Ecuador's ministry spoke of five."
    )
    post = (
        "The clash erupted after an explosion in a minefield hurt five Peruvian soldiers, "
        "prompting Lima to expel Ecuador's ambassador. Near Zumba eleven deaths were put down to shelling."
    )
    found = related(("wire", "2024-03-08", wire), ("post", "2024-03-09", post))
    assert sorted(found.values()) == ["agrees"]


def test_in_a_small_dossier_every_article_meets_every_other() -> None:
    text = "The ferry Lira sank off Zumba on Monday. Divers recovered 41 bodies from the wreck of the Lira."
    days = {f"paper-{n}": "2024-03-08" for n in range(9)}
    sources = [Source(i, Metadata(title=i, issued=day), text, clean(text)) for i, day in days.items()]
    frames = [frame_of(claim, Codebook(), days[s.id]) for s in sources for claim in draft(s, Codebook())]
    assert len(list(matters(frames, days))) == 36
