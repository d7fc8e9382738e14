"""The tense of a clause, by its first finite verb."""

from __future__ import annotations

import re
from functools import cache

from dossier.data import load

WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+|[^\w\s]")
_CLAUSE = 600  # characters within which a clause shows its tense; what is longer is no sentence a person wrote


def tense_of(clause: str) -> str:
    """The first finite verb's: past, present, perfect, future, or "" where none says.

    After a verb of saying in the past the words said decide; "reported" when they are not in the past either.
    """
    words = [w.lower() for w in WORD.findall(clause, 0, _CLAUSE)]
    if (
        words and words[0] in ("if", "unless") and "," in words
    ):  # "If Rome signs, is willing to pay and stays, it will …"
        ahead = next((w for w in words[words.index(",") :] if w in listed("future")), "")
        return "future" if ahead else tense_of(" ".join(words[words.index(",") + 1 :]))
    if words and words[0] in listed("absolute") and "," in words:  # "With its forces drained, ..."
        words = words[words.index(",") + 1 :]
    words = _without_asides(words)
    for i, word in enumerate(words):
        before = words[i - 1] if i else ""
        after = words[i + 1] if i + 1 < len(words) else ""
        if after == "by" and words[i + 2 : i + 3] and _opens_measure(words[i + 2]):
            after = ""  # "declined by more than a fifth" tells of no doer
        if word == "will" and (after in ("to", "of") or before in listed("before_nouns")):
            continue
        if word in listed("future") and listed("indirect").isdisjoint(words[:i]):
            return "future"
        if word in ("is", "are") and after in listed("going") and "to" in words[i + 2 : i + 3]:
            return "future"
        if word in listed("perfect"):
            return "present" if after == "to" else "perfect"
        if word in listed("reporting") and i:
            inner = tense_of(" ".join(words[i + 1 :]))
            return inner if inner in ("past", "future") else "reported"
        if word == "could" and after not in ("not", "no", "only", "have"):
            return "present"
        if word == "did" and "".join(words[max(0, i - 2) : i - 1]) in ("as", "than"):
            continue  # "no longer behaves as it did"
        if word in listed("past") and i and not (word == "were" and "if" in words[max(0, i - 3) : i]):
            return "past"
        if word in listed("present") and before not in ("to", "who", "which", "that"):
            return "present"
        if i and _is_past(word, "" if i == 1 and before in ("this", "that") else before, after):
            return "past"
    return ""


def _without_asides(words: list[str]) -> list[str]:
    """Without what stands between commas behind a "who": the mayor, who was elected in 2019, has no plan."""
    for i, word in enumerate(words[:-1]):
        opens = word == "," and any(w in listed("relative") - {"that", "when"} for w in words[i + 1 : i + 3])
        if opens and "," in words[i + 2 :]:
            return words[:i] + _without_asides(words[words.index(",", i + 2) + 1 :])
    return words


def _opens_measure(word: str) -> bool:
    return word[0].isdigit() or word in listed("measures")


def _is_past(word: str, before: str, after: str) -> bool:
    """A regular past tense: an -ed word where no participle would stand."""
    if not word.endswith("ed") or len(word) < 5 or word.endswith("eed") or "-" in word:
        return False
    return before not in listed("before_participles") and after != "by"


@cache
def listed(name: str) -> frozenset[str]:
    """A list of data/periods.yaml."""
    return frozenset(load("periods.yaml")[name])
