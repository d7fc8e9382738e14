"""What somebody is told to have said and the next sentence calls untrue: "Ministers say so. That is false."."""

from __future__ import annotations

import re

from dossier.reading.findings import Sentence

_UNTRUE = re.compile(
    r"(?:But |Yet |In fact, |In truth, |However, )?(?:[Ii]t|[Tt]his|[Tt]hat|[Tt]he (?:claim|charge|statement|story)) "
    r"(?:(?:is|was) (?:(?:simply|plainly|just|quite|demonstrably|flatly) )?"
    r"(?:not (?:true|so|the case|correct)|untrue|false|wrong|incorrect|nonsense|a lie|a myth)|does not hold|"
    r"is(?:n[’']t| not) (?:simply )?(?:true|so))[.!]?$"
)


def is_refuted(text: str, sentence: Sentence, after: Sentence | None) -> bool:
    """Whether the sentence behind does nothing but call untrue what this one reports."""
    return after is not None and _UNTRUE.match(text[after.start : after.end].strip()) is not None
