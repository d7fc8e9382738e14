"""How single words stand to each other: same, opposite, narrower, side by side; and how common they are.

From WordNet and word frequencies (data/wordnet.json, data/frequency.json), mended by data/wording.yaml.
"""

from __future__ import annotations

from functools import cache, lru_cache

from dossier.data import load
from dossier.language.synonyms import groups_of

_RAREST = 3.0  # words that are not in the frequency list: names, mostly


@cache
def _frequency() -> dict[str, float]:
    return {word: float(band) for band, words in load("frequency.json")["bands"].items() for word in words.split()}


@lru_cache(maxsize=50_000)
def weight_of(word: str) -> float:
    """How telling a word is: about 1 for "the", 6 for a rare word or name."""
    return max(0.5, 8.5 - _frequency().get(word, _RAREST)) if not word.isdigit() else 5.0


@cache
def _pairs(name: str) -> frozenset[tuple[str, str]]:
    listed = load("wording.yaml").get(name, ())
    return frozenset(p for a, b in (entry.split("/") for entry in listed) for p in ((a, b), (b, a)))


@lru_cache(maxsize=50_000)
def _senses(word: str) -> tuple[tuple[str, int], ...]:
    apart = {s for other in load("wording.yaml")["not_same"].get(word, ()) for s in _sense_set(other)}
    told = ((s[0], int(s[1:])) for s in load("wordnet.json")["senses"].get(word, "").split())
    return tuple(sense for sense in told if sense not in apart)


def has_entry(word: str) -> bool:
    """Whether WordNet lists it as a common word, so that a capital at the start of a sentence makes no name of it."""
    return bool(_senses(word))


@lru_cache(maxsize=100_000)
def are_opposite(a: str, b: str) -> bool:
    """Words that cannot both hold of one thing: open/closed, win/lose, huge/small."""
    if (a, b) in _pairs("opposites"):
        return True
    if (a, b) in _pairs("not_opposites"):
        return False
    if b in _against("antonyms", a) or b in _against("far", a) or a in _against("far", b):
        return True
    if not (a.endswith(b) or b.endswith(a)):
        return False
    return any(
        a == prefix + b or b == prefix + a for prefix in ("un", "in", "im", "il", "ir", "non", "non-", "dis")
    ) and (len(min(a, b, key=len)) > 3 and bool(_senses(a)) and bool(_senses(b)) and bool(_against("antonyms", a)))


@lru_cache(maxsize=50_000)
def _against(kind: str, word: str) -> frozenset[str]:
    return frozenset(load("wordnet.json")[kind].get(word, "").split())


@lru_cache(maxsize=50_000)
def is_verb(word: str) -> bool:
    """Whether it is often used as a verb."""
    return any(pos == "v" for pos, _ in _senses(word))


def is_adjective(word: str) -> bool:
    """Whether it is often used as an adjective."""
    return any(pos == "a" for pos, _ in _senses(word))


@lru_cache(maxsize=50_000)
def first_used_as_verb(word: str) -> bool:
    """Whether its commonest sense is a verb."""
    return _senses(word)[:1] != () and _senses(word)[0][0] == "v"


def used_as_adjective(word: str) -> bool:
    """Whether its commonest sense is an adjective."""
    return bool(_senses(word)) and _senses(word)[0][0] == "a"


@lru_cache(maxsize=100_000)
def are_same(a: str, b: str) -> bool:
    """One word for the other: dog/hound, sofa/couch, little/small."""
    if a == b or (a, b) in _pairs("same") or not groups_of(a).isdisjoint(groups_of(b)):
        return True
    return not _sense_set(a).isdisjoint(_senses(b))


@lru_cache(maxsize=50_000)
def _sense_set(word: str) -> frozenset[tuple[str, int]]:
    return frozenset(_senses(word))


@lru_cache(maxsize=50_000)
def _above(word: str) -> frozenset[int]:
    """All nouns and verbs a word is a kind of, by its first sense of each."""
    parents = load("wordnet.json")["parents"]
    above: set[int] = set()
    for _, node in _senses(word):
        at = parents[node]
        while at >= 0 and at not in above:
            above.add(at)
            at = parents[at]
    return frozenset(above)


@lru_cache(maxsize=100_000)
def is_kind_of(a: str, b: str) -> bool:
    """Whether every a is a b: a kitchen is a room, a violin is an instrument."""
    if (a, b) in _pairs("same"):
        return False
    return any(node in _above(a) for _, node in _senses(b)[:1])


@lru_cache(maxsize=100_000)
def are_siblings(a: str, b: str) -> bool:
    """Two kinds of one thing, so that what is one is not the other: beer/vodka, violin/flute."""
    if a == b or are_same(a, b) or is_kind_of(a, b) or is_kind_of(b, a):
        return False
    parents = load("wordnet.json")["parents"]
    up_a = {parents[n] for p, n in _senses(a) if p == "n"} - {-1}
    up_b = {parents[n] for p, n in _senses(b) if p == "n"} - {-1}
    grand_a = up_a | {parents[n] for n in up_a if n >= 0}
    grand_b = up_b | {parents[n] for n in up_b if n >= 0}
    return bool(up_a & grand_b or grand_a & up_b)


@lru_cache(maxsize=50_000)
def _formed(word: str) -> frozenset[str]:
    return frozenset(load("wordnet.json")["formed"].get(word, "").split())


@lru_cache(maxsize=200_000)
def closeness(a: str, b: str) -> float:
    """How far a may stand for b: 1 for one word, less for synonyms, words formed from it, wider and narrower ones."""
    if a == b:
        return 1.0
    if not _may_be_close(a, b) or are_opposite(a, b):
        return 0.0
    if b in _formed(a) or (min(len(a), len(b)) >= 4 and stem_of(a) == stem_of(b)):
        return 0.9
    if are_same(a, b):
        return 0.9
    if is_kind_of(a, b):
        return 0.8
    if any(are_same(f, b) for f in _formed(a)) or any(are_same(a, f) for f in _formed(b)):
        return 0.7
    return 0.6 if is_kind_of(b, a) else 0.0


def _may_be_close(a: str, b: str) -> bool:
    """Seen by few looks: most words have nothing to do with each other."""
    return not (
        _touched(a).isdisjoint(_touched(b)) and _above(a).isdisjoint(_first(b)) and _above(b).isdisjoint(_first(a))
    )


@lru_cache(maxsize=50_000)
def _touched(word: str) -> frozenset[str | int]:
    """Of two words that are the same in a way, by sense, by form or listed, the sets have something in common."""
    forms = _formed(word) | {word}
    listed = {other for form in forms for other in _same_as().get(form, ())}
    senses = {node for form in forms for _, node in _senses(form)}
    groups = {-1 - number for form in forms for number in groups_of(form)}
    return frozenset({*forms, *listed, *senses, *groups, f"{stem_of(word)}-"})


@lru_cache(maxsize=50_000)
def _first(word: str) -> frozenset[int]:
    return frozenset(node for _, node in _senses(word)[:1])


@cache
def _same_as() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for a, b in _pairs("same"):
        found[a] = (*found.get(a, ()), b)
    return found


@lru_cache(maxsize=50_000)
def concepts_of(word: str) -> frozenset[str]:
    """Keys two words share when one may stand for the other: stem, synonyms, related forms (invade, invasion)."""
    keys = {f"s{node}" for pos, node in _senses(word)[:2]}
    keys |= {f"w{other}" for other in (word, *_same_as().get(word, ()))}
    keys |= {f"g{number}" for number in groups_of(word)}
    if len(word) >= 5 and word.isalpha():
        keys.add("k" + stem_of(word))
    return frozenset(keys)


_ENDINGS = tuple(load("wording.yaml")["endings"].split())


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """What related forms share, roughly: negotiate, negotiation, negotiator -> negoti."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
