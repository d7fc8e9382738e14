"""Which articles draw on one origin and so are one witness: by metadata, shared wording, or whom they cite.

Two articles that say the same in the same words did not find it out independently. We look at runs of words
(shingles) that stand in claims of both, and at the speaker to whom both ascribe a claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from dossier.language.words import spoken, words_of
from dossier.model import Claim, Source

_RUN = 7  # words in a row that two people hardly write by chance
_LEAST = 3  # runs
_MANY = 6  # articles
_SHARE = 0.2  # of the shorter article's runs; below it one passage may be a common quotation


def origins(sources: Sequence[Source], claims: Iterable[Claim] = ()) -> dict[str, str]:
    """Source id -> the family it counts for: what the metadata say, joined where the wording is shared.

    The name of a paper stands beside the ids, so that who only quotes the paper counts for it.
    """
    told = tuple((source.id, source.family) for source in sources)
    family = _origins(told, ((claim.source, claim.quote) for claim in claims))
    named = {_name(paper): family[s.id] for s in reversed(sources) for paper in _papers(s) if _name(paper)}
    return named | family


def _papers(source: Source) -> tuple[str, ...]:
    """By which names others quote its paper."""
    return source.meta.container_title, source.meta.container_title_short, source.meta.publisher


def witness(source: str, stance: str, quoted: str, family: Mapping[str, str]) -> str:
    """For whom a source counts where it says so: its family, or the paper or person whose word is all it gives.

    "Officials" may be anybody; and who is quoted for both answers is not one witness of either.
    """
    name = _name(quoted)
    if not any(letter.isupper() for letter in quoted):
        return family.get(source, source)
    return family.get(name) or f"{name}, {stance}"


def _origins(told: Sequence[tuple[str, str]], quoted: Iterable[tuple[str, str]]) -> dict[str, str]:
    family = dict(told)
    runs: dict[str, set[tuple[str, ...]]] = {id: set() for id in family}
    for source, quote in quoted:
        runs.setdefault(source, set()).update(_runs(quote))
    for (a, b), shared in sorted(_shared(runs).items()):
        if shared >= max(_LEAST, _SHARE * min(len(runs[a]), len(runs[b]))):
            old, new = sorted((family.get(a, a), family.get(b, b)), reverse=True)
            family = {id: new if f == old else f for id, f in family.items()}
    return family


def _shared(runs: Mapping[str, set[tuple[str, ...]]]) -> Counter[tuple[str, str]]:
    """How many runs any two articles share; a run that many articles have is a set phrase and shows nothing."""
    holders: dict[tuple[str, ...], list[str]] = {}
    for id in sorted(runs):
        for run in runs[id]:
            holders.setdefault(run, []).append(id)
    return Counter(pair for ids in holders.values() if 1 < len(ids) <= _MANY for pair in combinations(ids, 2))


def _runs(text: str) -> Iterable[tuple[str, ...]]:
    words = [word.lower() for word in spoken(text)]
    return zip(*(words[i:] for i in range(_RUN)))


def one_family(a: Claim, b: Claim, family: Mapping[str, str]) -> str:
    """Why two claims are one witness, in words; "" when they are two."""
    if family and family.get(a.source, a.source) == family.get(b.source, b.source):
        return "both articles draw on one origin"
    if a.speaker and a.voice == "attributed" and b.voice == "attributed" and _name(a.speaker) == _name(b.speaker):
        return f"both cite {a.speaker}"
    for one, other in ((a, b), (b, a)):
        paper = family.get(_name(one.speaker)) if one.voice == "attributed" and one.speaker else None
        if paper and paper == family.get(other.source):
            return f"{one.source} quotes {one.speaker}"
    return ""


@lru_cache(maxsize=4096)  # who speaks in many claims is asked for with each pair of them
def _name(speaker: str) -> str:
    return " ".join(w.lemma.lower() for w in words_of(speaker) if w.is_word).removeprefix("the ")
