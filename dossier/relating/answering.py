"""How likely a draft answers a question outright, by signs: what a cue finds often says it only in passing, or not.

How much each sign weighs was not thought out but fitted to answers that had been read and judged one by one without
knowing what the program made of them (`tests/gold/answering.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp, log

from dossier.data import load
from dossier.language.cue import Match
from dossier.language.grammar import function_words, words_in
from dossier.language.lexical import weight_of
from dossier.language.line import Line, whole_line
from dossier.language.negation import is_finite
from dossier.language.words import Word, words_of
from dossier.model import Claim, Question

# They open a sentence too, and leave what it says as it is.
_JOINING = frozenset({"and", "or", "but", "nor", "yet", "so"})


def is_likely(claim: Claim, line: Line, matches: Sequence[Match], question: Question) -> bool:
    """Whether what cues of one side find in the claim's quote is likely enough to be an answer."""
    least: float = load("answering.yaml")["least"]
    return likelihood(signs(claim, line, matches, question)) >= least


def likelihood(found: Mapping[str, float]) -> float:
    """The share of drafts with these signs that answer the question outright, on the side they are put on."""
    fitted = load("answering.yaml")
    return 1 / (1 + exp(-fitted["base"] - sum(fitted["signs"][name] * value for name, value in found.items())))


def signs(claim: Claim, line: Line, matches: Sequence[Match], question: Question) -> dict[str, float]:
    """The signs by the names they have in `answering.yaml`; `line` is the quote, where the cues of one side match."""
    telling = [m for m in matches if not any(other.outdoes(m) for other in matches)]
    most = max(telling, key=lambda m: len(m.at))
    first = min(most.at)
    cued = {i for m in telling for i in m.at if _tells(line.words[i])}
    return {
        "telling words of cues": log(max(1, len(cued))),
        "words of the longest cue": float(len(most.at)),
        "what is asked": _asked(line, question.question),
        "denied": float(most.flipped and bool(most.by)),
        "behind a preposition": float(_is_behind_link(line, first)),
        "behind a verb": float(any(is_finite(line.words, i) for i in range(first))),
        "opens a clause": float(line.words[0].text.lower() in words_in("conjunctions") - _JOINING),
        "judgement": float(claim.kind == "assessment"),
        "length": log(sum(word.is_word for word in line.words) or 1),
    }


def _tells(word: Word) -> bool:
    return word.is_word and word.text.lower() not in function_words()


def _is_behind_link(line: Line, i: int) -> bool:
    """ "OVER the dispute", "for RAIN"."""
    before = [word.text.lower() for word in line.words[max(0, i - 2) : i]]
    if before and before[-1] in words_in("determiners"):
        before.pop()
    return bool(before) and before[-1] in words_in("links")


def _asked(line: Line, question: str) -> float:
    """How much of what the question asks for stands in the sentence, by the weight of its words."""
    words = _weighed(question)
    total = sum(weight for _, weight in words)
    return sum(weight for keys, weight in words if not keys.isdisjoint(line.forms)) / total if total else 0.0


@lru_cache(maxsize=2000)
def _weighed(question: str) -> tuple[tuple[frozenset[str], float], ...]:
    """The telling words of a question by their forms, and how telling each is."""
    line = whole_line(words_of(question))
    return tuple((line.keys[i], weight_of(word.lemma)) for i, word in enumerate(line.words) if _tells(word))
