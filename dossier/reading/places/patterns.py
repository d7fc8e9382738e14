"""The phrases that refer to a country without naming it; their words stand in data/places.yaml."""

from __future__ import annotations

import re
from functools import cache

from dossier.data import load

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten)"
_MANY = r"(?:three|four|five|six|seven|eight|nine|ten)"
_FUNDS = r"of|and|requirements?|markets?|gains?|account|needed|stock|base|expenditure"


def any_of(name: str) -> str:
    """A list of data/places.yaml as alternatives, the longest first."""
    return "|".join(re.escape(w) for w in sorted(load("places.yaml")[name], key=lambda w: (-len(w), w)))


@cache
def references() -> re.Pattern[str]:
    """Every phrase that may refer to a place, in small letters; the group that matched tells its kind."""
    paired, states = any_of("paired"), "countries|nations|republics|states|regimes|kingdoms"
    qualified, forms = r"(?:[a-z]{4,} )?", "|".join(load("places.yaml")["forms"])
    single = "country|nation|state|government|capital|army"
    return re.compile(
        r"\b(?=[abehinorst])"  # the letters they begin with, so that most words are passed at once
        rf"(?:(?P<one>(?:the|this|that|their home|their|his|her|its own) (?:country|nation|republic)\b)"
        rf"|(?P<region>(?:the|this|that|the whole|the entire) region\b)"
        rf"|(?P<bloc>the (?:\w+-(?:member|nation|country|strong) )?(?:bloc|grouping)\b)"
        rf"|(?P<rest>(?:the )?(?:other|remaining) (?P<left>{_NUMBER})\b)"
        rf"|(?P<both>(?:both|neither|either) (?:of the |the )?(?:two )?{qualified}(?:{paired}|{single})\b"
        rf"|(?:the|these|those|their) two {qualified}(?:{paired})\b)"
        rf"|(?P<sides>(?:both|neither|either|each|the two) (?:{any_of('parties')}|side|party)\b)"
        rf"|(?P<all>(?:all|the|these|those) (?P<count>{_MANY})\b(?: {qualified}(?:{paired})\b)?)"
        rf"|(?P<group>(?:these|those|the|such|their) (?:{states})\b)"
        rf"|(?P<form>(?:the|this) (?P<called>{forms})\b)"
        rf"|(?P<capital>the capital\b)(?! (?:{_FUNDS})\b)"
        rf"|(?P<body>the (?P<bodied>{any_of('bodies')})\b)"
        rf"|(?P<money>the (?P<coin>{any_of('currencies')})\b)"
        rf"|(?P<there>there\b)(?!['’]))(?!-)"
    )


@cache
def peculiar() -> re.Pattern[str]:
    """Behind a country, what only it has: "'s military rulers"."""
    return re.compile(rf"(?:['’]s?)? (?:[a-z]+ )?(?P<body>{any_of('peculiar')})\b")


@cache
def there_is() -> re.Pattern[str]:
    """Behind "there": the verbs by which it only says that something is."""
    return re.compile(rf" (?:{any_of('there_is')})\b")
