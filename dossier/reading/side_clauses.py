"""Times that stand in a clause beside the main one: behind "who", "before", "as", or a participle."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.reading.clause_tense import listed, tense_of
from dossier.reading.sentences.verbs import class_of, present_forms
from dossier.reading.speech.reporting import verbs

_RELATES = re.compile(r" (?:(?:in|on|at|under|from|by|of|with|for) which|who|whose|where) ")
# "People who fled in 2015 live in camps": the date of the relative clause before the main verb.
_RELATIVE = re.compile(
    r"(?:\w (?:who|which)|\b(?:[Aa]n?|[Tt]he|[Ee]ach|[Ee]very) [\w-]+ that) (?:[^,;.]{1,80} )?"
    r"(?:(?:in|on|since|during|after|before) )?$"
)
_GOES_ON = re.compile(
    r" (?!and\b|or\b|in\b|at\b|on\b|to\b|by\b|for\b|with\b|from\b|after\b|before\b|as\b|but\b|when\b|that\b)[a-z]+\b"
)
# "Demanded that it be open about the blast that killed 21 in May": behind the main verb the blast is dated.
_RESTRICTED = re.compile(r"(?<=[a-z]) (?P<link>who|which|that) (?P<verb>[a-z]+)\b")
_PARTED = re.compile(r"[,;:]")
_AS_CLAUSE = re.compile(r", (?:just )?as (?P<clause>(?:the|an?|it|its|they|he|she|their|[A-Z])[^,;]*)$")
_BEFORE_CLAUSE = re.compile(r" before (?P<clause>(?:[\w’'-]+ ){2,9}?)(?:in |on |at |by )?$")


def in_side_clause(lead: str, rest: str, clause: str) -> bool:
    """Whether the time behind `lead` and before `rest`, both of `clause`, tells when something beside happened."""
    return bool(
        (_RELATIVE.search(lead) and _ends_side(rest) and not _opens(lead))
        or _is_restricted(lead)
        or _is_beside_now(lead)
        or _is_in_before_clause(lead)
        or _is_in_as_clause(lead)
        or _is_of_participle(lead, clause, rest.lower().split())
    )


def _ends_side(rest: str) -> bool:
    """Whether the main verb is still to come: " live in camps", ", other parties hope to gain"."""
    return bool(_GOES_ON.match(rest) or (rest.startswith(", ") and tense_of(rest[2:])))


def _is_of_participle(lead: str, clause: str, behind: Sequence[str]) -> bool:
    """ "Rules passed last April ban it", "migrants settled in 2015 are": the rest shows that the verb is none."""
    opening = lead.lower().split()
    if not listed("subordinating").isdisjoint(opening[:3]) or not listed("before_verb_forms").isdisjoint(opening):
        return False  # "Since the link was opened in May, Bern has bought gas"
    if lead.endswith(" of "):
        return False  # "families hit by the floods of 2019 have": the floods are dated, not the participle
    if tense_of(lead + " ") != "past" or "," in lead or opening[0] in ("what", "those"):
        return False
    if behind[:1] and behind[0] in class_of("auxiliaries"):
        return True  # "Compensation paid in 2014 was spent"
    if tense_of(clause) not in ("present", "perfect", "future"):
        return False
    # "A survey conducted in May found that most distrust it."
    return verbs().keys().isdisjoint(clause[len(lead) :].lower().split())


def _is_in_before_clause(lead: str) -> bool:
    """ "Donors must act before the lean season returns next June": "before" opens a clause with a verb."""
    found = _BEFORE_CLAUSE.search(lead)
    return bool(found and tense_of(lead[: found.start()] + " ") and tense_of(f"{found['clause']} it"))


def _is_in_as_clause(lead: str) -> bool:
    """ "The provinces should run them, as the law has allowed since 2010"."""
    found = _AS_CLAUSE.search(lead)
    return bool(found and tense_of(lead[: found.start()] + " ") and tense_of(found["clause"]))


def _is_restricted(lead: str) -> bool:
    """ "He criticised the law that came into force in 2019": not "It was Mali that left", "one of 12 who left"."""
    found = max(_RESTRICTED.finditer(lead), key=lambda m: m.start(), default=None)
    if not found or (found["link"] == "that" and not _is_finite(found["verb"])) or _PARTED.search(lead, found.end()):
        return False
    main = lead[: found.start()]
    words = main.lower().split()
    tells = tense_of(main + " ") != "" or not present_forms()[1].isdisjoint(words[1:])
    return tells and listed("being").isdisjoint(words)


def _is_finite(word: str) -> bool:
    return word in listed("past", "present", "perfect", "either") or (word.endswith("ed") and len(word) > 4)


def _is_beside_now(lead: str) -> bool:
    """ "Pays for a flat in which the ceiling came down in May": the relative clause of what is told of now."""
    found = max(_RELATES.finditer(lead), key=lambda m: m.start(), default=None)
    return bool(found and "," not in lead[found.end() :] and tense_of(lead[: found.start()] + " ") == "present")


def _opens(lead: str) -> bool:
    """Whether a verb stands before the relative clause: "it jailed people who voted in 2019"."""
    before = lead[: max(lead.rfind(" who "), lead.rfind(" which "), lead.rfind(" that "))]
    return tense_of(before + " ") != ""
