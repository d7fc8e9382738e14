"""Whom "the company" or "the minister" means, where the text so far calls one name so and no other."""

from __future__ import annotations

import re
from functools import lru_cache

from dossier.reading.speech.people import given_names, listed

_WORD = r"[A-Z][\w’'&-]*\w"
_NAME = rf"{_WORD}(?: (?:(?:of|de|da|van|al|bin|el) )?{_WORD}){{0,3}}"
_WHOLE = re.compile(r"(?:the|this|that) ((?:[a-z-]+ )?)([a-z]+)", re.IGNORECASE)
_OTHERS = r"(?<!former )(?<!deputy )(?<!vice )(?<!ex-)(?<!acting )(?<!late )(?<!then-)"
_NO_NAME = frozenset(("the", "a", "an", "in", "on", "but", "and", "mr", "mrs", "ms", "dr"))


def named_as(words: str, text: str, at: int) -> str:
    """The name of "the company" or "the minister" at text[at:], as the text before tells it; "" when not sure.

    Sure is what one name alone is called: "state-run miner Codelco", "Ana Ruiz, the health minister,".
    """
    found = _WHOLE.fullmatch(words)
    if not found or found[2].lower() not in listed("roles") | listed("firms"):
        return ""
    sort, noun = found[1].lower(), found[2].lower()
    loose = not sort and noun in listed("any_firm")
    called = _calling("|".join(sorted(listed("firms"))) if loose else sort + noun)
    names = {name.split()[-1]: name for m in called.finditer(text, 0, at) if (name := m["behind"] or m["before"])}
    one = next(iter(names.values())) if len(names) == 1 else ""
    person = len(one.split()) > 1 or one.lower() in given_names()
    return one if one.lower() not in _NO_NAME and person >= (noun in listed("roles")) else ""


@lru_cache(maxsize=64)
def _calling(nouns: str) -> re.Pattern[str]:
    """ "Health Minister Ana Ruiz", "Australian group BHP"; "Ana Ruiz, Chad’s health minister,"."""
    return re.compile(
        rf"{_OTHERS}\b(?i:{nouns}) (?P<behind>{_NAME})"
        rf"|(?P<before>{_NAME}), (?:[\w’'-]+ ){{0,6}}?{_OTHERS}(?i:{nouns})(?=[,.;]| (?:in|of|for)\b)"
    )
