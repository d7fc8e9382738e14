"""Names that stand beside what is told: where an expert sits, where a firm is based, where a report was filed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from dossier.data import load
from dossier.reading.datelines import after_dateline
from dossier.reading.places.finding import MEANT, Mention
from dossier.reading.places.gazetteer import any_of

_AT_HOME_ELSEWHERE = (" minority", " minorities")  # "the ethnic HUNGARIAN minority" lives in another country
_BASED = ("-based", "-born", "‑based")
_WHERE = (" at ", " in ", " of ", " from ", " the ")
_JOINED = frozenset((" and ", ", ", ", and ", " or "))
# "The fifth country after GREECE, IRELAND and SPAIN to ask for aid"
_COUNTED_AFTER = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:[a-z-]+ ){0,3}"
    r"(?:country|nation|state|economy|member|government),? after (?:the )?$"
)
_OPENS = len("But the former ")
_OPENING = frozenset(("", "the", "at the", "in the", "at", "for the", "last year the"))
_REACH = 70  # characters between "an economist" and where he works


def tellers_aside(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of the sentence text[start:end] that are what it speaks of, without those that stand beside it."""
    told_from = after_dateline(text, start, end)
    told: list[Mention] = []
    aside: Mention | None = None  # the bystander named last
    for mention in mentions:
        joined = aside is not None and text[aside.end : mention.start] in _JOINED and mention.kind == aside.kind
        if joined or is_bystander(text, start, mention):
            aside = mention  # "economists in Lima and Quito"
        elif mention.start >= told_from:
            told.append(mention)
    spoken_of = [m for m in told if not _is_stage(text, start, m)]
    return spoken_of or told  # a town alone is what the sentence speaks of, stage or not


def _is_stage(text: str, start: int, mention: Mention) -> bool:
    """'The minister said in Munich', 'at talks in Geneva': where somebody spoke or met."""
    if mention.kind not in ("town", "capital"):
        return False
    lead = text[max(start, mention.start - _REACH) : mention.start]
    return lead.endswith((" in ", " at ")) and bool(_on_stage().search(lead))


def held_office(text: str, start: int, mention: Mention) -> bool:
    """ "Among them a former BRITISH minister": whose office one once held, but not in front of the sentence."""
    before = text[start : mention.start]
    return mention.kind in ("people", "name") and before.endswith(" former ") and len(before) > _OPENS


def is_bystander(text: str, start: int, mention: Mention) -> bool:
    """'an economist at the University of Dakar', 'a Singapore-based trader'; the sentence begins at `start`."""
    if text.startswith(_BASED, mention.end) or _only_names().match(text, mention.end):
        return True
    if mention.kind == "people" and text.startswith(_AT_HOME_ELSEWHERE, mention.end):
        return True
    if _COUNTED_AFTER.search(text, max(start, mention.start - _REACH), mention.start):
        return True
    if mention.kind in ("people", "region", "local") or mention.kind in MEANT:
        return False
    lead = text[max(start, mention.start - _REACH) : mention.start]
    works = _works_at().search(lead) if lead.endswith(_WHERE) else None
    if works is None:
        return False
    opens = text[start : mention.start - len(lead) + works.start()].strip().lower()
    # "At the University of Melbourne students pay": the house itself is spoken of.
    return not (works["word"] in load("places.yaml")["houses"] and opens in _OPENING)


@cache
def _only_names() -> re.Pattern[str]:
    """Behind "U.S.": dollars that lack elsewhere, a survey that measures quakes everywhere; "Spanish-language"."""
    money = "|".join(sorted(word for word in load("figures.yaml")["money"] if word.endswith("s")))
    return re.compile(rf" ?(?:[$€£]|(?<= )(?:{money}|currency|{any_of('watchers')})\b)|{_TONGUE}")


_TONGUE = r"[ -]language\b| (?:service|edition|version|translation) of\b"


@cache
def _on_stage() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('stages')})\b(?: (?!in\b|at\b)[\w’'-]+){{0,4}} (?:in|at) $")


def countries_of(mentions: Iterable[Mention]) -> list[str]:
    """Their places in order, each once."""
    return list(dict.fromkeys(place for m in mentions for place in m.places))


@cache
def _works_at() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<word>{any_of('onlookers')})\b[^.,;:“”\"]{{0,50}}$")
