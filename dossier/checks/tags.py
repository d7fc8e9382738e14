"""Places, themes, questions, cues and repairs: claims, sources and codebook use words that are known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from dossier.data import load
from dossier.language.cue_names import group_faults
from dossier.language.cue_writing import cue_faults
from dossier.language.lexical import are_opposite
from dossier.language.words import lemma_of
from dossier.model import Claim, Dossier, Position, Question
from dossier.problems import Problem, Where
from dossier.store.cache import Cache, open_cache
from dossier.store.codebook import absent_part
from dossier.store.files import is_safe_name
from dossier.store.hints import did_you_mean, foreign_letter, latin, listed, nearest_word, shown
from dossier.store.places import Pointing
from dossier.world import code_of, countries, nearest_codes

_MOST = 50  # unknown places of one list that are told at once: each is compared with all names of the world
_TURNED = {"yes": "no", "no": "yes"}
_Advice = tuple[str, str]  # what to do about an unknown word, and the one word it is meant for, or ""


def places_are_known(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A place is a country's two-letter code or a region of the codebook."""
    regions = {region.id: region.title for region in dossier.codebook.regions}
    used = {p for _, _, places in _places(dossier) for p in places if p not in countries() and p == p.lower()}
    if not regions and used and (absent := absent_part(at.root, "places.yaml", used, "regions")):
        yield absent
        return
    for where, key, places in _places(dossier):
        unknown = [place for place in places if place not in countries() and place not in regions][:_MOST]
        advice = {place: _meant_place(place, regions) for place in unknown}
        for words, hint in _listed_anew(advice, places, key):
            what = f"no country or region is called {_named(words)}"
            yield Problem(at(where, key, words[0]), "unknown-country", what, hint)


def regions_hold_countries(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A region of the codebook lists country codes, and is not itself called like one."""
    where = Where("claims/codebook/places.yaml")
    for region in dossier.codebook.regions:
        for member in region.members:
            if member not in countries():
                what = f"the region '{shown(region.id)}' lists '{shown(member)}', which is no country code"
                hint = _meant_place(member, {})[0]
                if member in dossier.codebook.members:
                    hint = "a region is made of countries: write the codes of those it has, such as NO"
                yield Problem(at(where, "regions", region.id), "unknown-country", what, hint)
    for name in dossier.codebook.names:
        for place in name.places:
            if place not in countries() and place not in dossier.codebook.members:
                what = f"the name '{shown(name.name)}' stands for '{shown(place)}', which is no country or region"
                hint, _ = _meant_place(place, {region.id: region.title for region in dossier.codebook.regions})
                yield Problem(at(where, "names", name.name), "unknown-country", what, hint)


def themes_are_known(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A theme is an entry of claims/codebook/themes.yaml."""
    known = {theme.id for theme in dossier.codebook.themes}
    used = {theme for item in _tagged(dossier) for theme in item.themes}
    if not known and used and (absent := absent_part(at.root, "themes.yaml", used, "themes")):
        yield absent
        return
    there = f"there are: {listed(known)}; " if known else ""
    for item in _tagged(dossier):
        advice = {}
        for theme in (theme for theme in item.themes if theme not in known):
            hint = did_you_mean(theme, known, f"{there}a new one is an entry of claims/codebook/themes.yaml")
            parts = [part for part in re.split(r"[;,/\s]+", theme) if part]
            if len(parts) > 1 and all(part in known for part in parts):
                advice[theme] = f"write them apart, with commas: [{', '.join(parts)}]", ""
            else:
                advice[theme] = hint, nearest_word(theme, known)
        for words, hint in _listed_anew(advice, item.themes, "themes"):
            what = f"no theme is called {_named(words)}"
            yield Problem(at(item.where, "themes", words[0]), "unknown-theme", what, hint)


def _listed_anew(
    advice: Mapping[str, _Advice], words: Iterable[str], key: str
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Unknown words with what to do; several that each mean one word are told together, with the list to write."""
    if len(advice) > 1 and all(meant for _, meant in advice.values()):
        right = dict.fromkeys(advice[word][1] if word in advice else word for word in words)
        yield tuple(advice), f"write {key}: [{', '.join(right)}]"
    else:
        yield from (((word,), hint) for word, (hint, _) in advice.items())


def _named(words: Iterable[str]) -> str:
    return " or ".join(f"'{shown(word)}'" for word in words)


def questions_are_known(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A claim takes positions on questions of the codebook."""
    used = {position.question for claim in dossier.claims for position in claim.positions}
    if not dossier.question and used and (absent := absent_part(at.root, "questions", used, "questions")):
        yield absent
        return
    asked = {question.question: question.id for question in dossier.codebook.questions}
    for claim in dossier.claims:
        for position in claim.positions:
            if position.question not in dossier.question:
                hint = _meant_question(position, asked)
                where = at(claim.where, "positions", position.question)
                yield Problem(where, "unknown-question", f"no question is called '{shown(position.question)}'", hint)


def _meant_question(position: Position, asked: Mapping[str, str]) -> str:
    """What to do about a name of no question, which may be what one asks (wording -> id), or its opposite."""
    name = position.question
    add = f"add the file claims/codebook/questions/{shown(name)}.yaml, or delete the line"
    there = "a question is named by its file in claims/codebook/questions, without .yaml; or delete the line"
    wording = nearest_word(name, asked) if " " in name else ""
    if wording:
        return f"did you mean '{asked[wording]}'? a question is named by its file, without .yaml"
    near = nearest_word(name, asked.values())
    if _asks_the_opposite(name, near):
        return f"'{near}' asks the opposite: write {near}: {_TURNED.get(position.stance, position.stance)}"
    return did_you_mean(name, asked.values(), add if is_safe_name(name) else there)


def _asks_the_opposite(name: str, other: str) -> bool:
    """Whether two ids differ in one word each, and these exclude each other: "output-falling", "output-rising"."""
    ours, theirs = name.casefold().split("-"), other.split("-")
    differing = [[w for w in words if w not in rest] for words, rest in ((ours, theirs), (theirs, ours))]
    return all(len(words) == 1 for words in differing) and are_opposite(*(lemma_of(word) for [word] in differing))


def repairs_are_known(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A repair of the text that an article is to be spared is one that we make."""
    for source in (s for s in dossier.sources if s.meta.keep_as_written):
        from dossier.reading.cleaning.steps import rule_names  # most articles are spared nothing, and need no reader

        for name in source.meta.keep_as_written:
            if name not in rule_names():
                what = f"no repair of the text is called '{shown(name)}', so none is left out"
                hint = did_you_mean(name, rule_names(), "the source's page names the repair of each place")
                yield Problem(at(source.where, "keep-as-written", name), "unknown-repair", what, hint, "warning")


def questions_are_asked_once(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """Two files that ask the same would have the sources' answers counted twice."""
    asked: dict[str, Question] = {}
    for question in sorted(dossier.codebook.questions, key=lambda q: (len(q.id), q.id)):
        first = asked.setdefault(" ".join(question.question.casefold().split()), question)
        if first is not question:
            what = f"it asks the same as '{shown(first.id)}'"
            hint = f"delete one of the two files, or ask something else here; {first.where.path} is the other"
            yield Problem(at(question.where, "question"), "asked-twice", what, hint)


def cues_can_be_read(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """Cues and groups follow the small language of the codebook; one that does not would find nothing."""
    kept = open_cache(at.root) if at.root else Cache()
    form = tuple[tuple[str, str, str, str], ...]
    placeless = at.root is not None and not dossier.codebook.regions and absent_part(at.root, "places.yaml", (), "")
    for id, key, cue, fault in kept.record("cues", (repr(dossier.codebook),), form, lambda: _cue_faults(dossier)):
        if placeless and "no place is called" in fault:
            continue  # the regions are all gone, which has its own message
        question = dossier.question[id]
        hint = "docs/about/codebook.md shows how cues are written"
        yield Problem(
            at(question.where, key, cue), "bad-cue", f"the cue '{shown(cue)}' cannot be read: {fault}", hint
        )
    for group, word, fault in group_faults(dossier.codebook):
        what = f"the group ~{shown(group.id)} holds what cannot be read: {fault}"
        hint = "docs/about/codebook.md shows what a group may hold"
        yield Problem(at(Where("claims/codebook/groups.yaml"), group.id, word), "bad-cue", what, hint)


def _cue_faults(dossier: Dossier) -> tuple[tuple[str, str, str, str], ...]:
    return tuple((question.id, key, cue, fault) for question, key, cue, fault in cue_faults(dossier.codebook))


def _places(dossier: Dossier) -> Iterator[tuple[Where, str, tuple[str, ...]]]:
    for item in _tagged(dossier):
        yield item.where, "countries", item.countries


def _tagged(dossier: Dossier) -> tuple[Claim | Question, ...]:
    """All that bears places and themes."""
    return (*dossier.claims, *dossier.codebook.questions)


def _meant_place(place: str, regions: Mapping[str, str]) -> _Advice:
    """The region or country somebody meant, by its title, name, code or what looks like it; else what there is."""
    if place != (latinised := latin(place).strip()) and (latinised in countries() or latinised in regions):
        return f"did you mean '{latinised}'?{foreign_letter(place, latinised)}", latinised
    there = f"; regions are: {listed(regions)}" if regions else ""
    if place.casefold() in load("meant.yaml")["everywhere"]:
        return f"a claim about no country in particular names none: leave it out{there}", ""
    apart = [part if part in regions else code_of(part) for part in re.split(r"[;,/\s]+", latin(place)) if part]
    if len(apart) > 1 and all(apart):
        return f"write them apart, with commas: [{', '.join(apart)}]", ""
    titles = {title.casefold(): id for id, title in regions.items()}
    region = titles.get(place.casefold()) or (nearest_word(place, regions) if len(place) > 3 else "")
    if region and not any(name.casefold() == place.casefold() for name in countries()):
        return f"did you mean '{region}'?", region
    is_slug = "-" in place and place == place.lower()
    if not is_slug and (codes := nearest_codes(latin(place))):
        hint = f"did you mean {', '.join(f'{code} ({countries()[code].name})' for code in codes)}?"
        return hint, codes[0] if len(codes) == 1 else ""
    return f"use a two-letter code such as NO, or a region's slug{there}; a new one: claims/codebook/places.yaml", ""
