"""What must hold in a dossier as a whole: small functions, one promise to the reader each, in one list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from dossier.editing.prose import both_sides_are_cited, figures_are_cited, summaries_cite
from dossier.editing.schemas import outdated
from dossier.language.cue_writing import cue_faults
from dossier.model import Claim, Decision, Dossier, Question, fingerprint
from dossier.problems import Problem, Where, in_order
from dossier.quotes import differs_in_marks, nearest, to_paste
from dossier.store.cache import Cache, open_cache
from dossier.store.claims import LEDGER
from dossier.store.codebook import absent_part
from dossier.store.hints import did_you_mean, latin, listed, nearest_word, shown
from dossier.store.ledger import no_ledger, read_ledger
from dossier.store.limits import read_limits
from dossier.store.places import Pointing
from dossier.world import countries, nearest_codes

Check = Callable[[Dossier, Pointing], Iterator[Problem]]
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_NEAR_ENOUGH = 60  # below it a "nearest passage" only confuses


def check(dossier: Dossier, root: Path | None = None) -> list[Problem]:
    """Everything wrong with the dossier as a whole; with `root` messages point at lines and columns."""
    at = Pointing(root)
    return in_order(chain.from_iterable(rule(dossier, at) for rule in CHECKS))


def check_related(dossier: Dossier, root: Path | None = None) -> list[Problem]:
    """What shows only when relations are worked out."""
    at = Pointing(root)
    return in_order(chain.from_iterable(rule(dossier, at) for rule in RELATED))


def claims_belong_to_a_source(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A folder of claims is named as the source they quote."""
    folders: dict[str, Claim] = {}
    for claim in dossier.claims:
        if claim.source not in dossier.source:
            folders.setdefault(claim.source, claim)
    for folder, claim in folders.items():
        if at.root is not None and (at.root / "sources" / f"{folder}.yaml").is_file():
            continue  # its article is missing, and that has its own message
        hint = did_you_mean(folder, dossier.source, "put the article into sources/, or rename the folder")
        yield Problem(claim.where, "unknown-source", f"there is no source '{shown(folder)}'", hint)


def quotes_stand_in_their_source(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A quote must stand in its source word for word, or nobody can verify it."""
    for claim in dossier.claims:
        source = dossier.source.get(claim.source)
        if source is None or not source.text or claim.start >= 0:
            continue
        where = at(claim.where, "quote")
        home = next((s.id for s in dossier.sources if s.id != source.id and _stands_in(claim.quote, s.text)), "")
        if home:
            hint = f"move the file to claims/{home}/"
            yield Problem(where, "wrong-folder", f"this quote stands in '{home}', not in '{source.id}'", hint)
        else:
            what = f"the quote is not in '{source.id}' word for word: '{shown(claim.quote)}'"
            yield Problem(where, "quote-not-found", what, _passages(claim.quote, source.text))


def places_are_known(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A place is a country's two-letter code or a region of the codebook."""
    regions = {region.id: region.title for region in dossier.codebook.regions}
    used = {p for _, _, places in _places(dossier) for p in places if p not in countries() and p == p.lower()}
    if not regions and used and (absent := absent_part(at.root, "places.yaml", used, "regions")):
        yield absent
        return
    for where, key, places in _places(dossier):
        for place in places:
            if place not in countries() and place not in regions:
                what = f"no country or region is called '{shown(place)}'"
                yield Problem(at(where, key, place), "unknown-country", what, _meant_place(place, regions))


def regions_hold_countries(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A region of the codebook lists country codes, and is not itself called like one."""
    where = Where("claims/codebook/places.yaml")
    for region in dossier.codebook.regions:
        for member in region.members:
            if member not in countries():
                what = f"the region '{shown(region.id)}' lists '{shown(member)}', which is no country code"
                yield Problem(at(where, "regions", region.id), "unknown-country", what, _meant_place(member, {}))
    for name in dossier.codebook.names:
        for place in name.places:
            if place not in countries() and place not in dossier.codebook.members:
                what = f"the name '{shown(name.name)}' stands for '{shown(place)}', which is no country or region"
                hint = _meant_place(place, {region.id: region.title for region in dossier.codebook.regions})
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
        for theme in item.themes:
            if theme not in known:
                hint = did_you_mean(theme, known, f"{there}a new one is an entry of claims/codebook/themes.yaml")
                what = f"no theme is called '{shown(theme)}'"
                yield Problem(at(item.where, "themes", theme), "unknown-theme", what, hint)


def questions_are_known(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A claim takes positions on questions of the codebook."""
    used = {position.question for claim in dossier.claims for position in claim.positions}
    if not dossier.question and used and (absent := absent_part(at.root, "questions", used, "questions")):
        yield absent
        return
    for claim in dossier.claims:
        for position in claim.positions:
            if position.question not in dossier.question:
                otherwise = (
                    f"add the file claims/codebook/questions/{shown(position.question)}.yaml, or delete the line"
                )
                hint = did_you_mean(position.question, dossier.question, otherwise)
                where = at(claim.where, "positions", position.question)
                yield Problem(where, "unknown-question", f"no question is called '{shown(position.question)}'", hint)


def cues_can_be_read(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A question's cues follow the small language of the codebook; one that does not would find nothing."""
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


def _cue_faults(dossier: Dossier) -> tuple[tuple[str, str, str, str], ...]:
    return tuple((question.id, key, cue, fault) for question, key, cue, fault in cue_faults(dossier.codebook))


def texts_read_as_they_stand(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """No invisible mark turns letters round, so that a reviewer sees something else than stands there."""
    claims = ((c.where, key, text) for c in dossier.claims for key, text in _own_words(c))
    questions = (
        (q.where, key, getattr(q, key)) for q in dossier.codebook.questions for key in ("question", "summary")
    )
    for where, key, text in chain(claims, questions):
        if found := _TURNING.search(text):
            what = f"an invisible mark (U+{ord(found[0]):04X}) in '{key}' turns the order of letters"
            yield Problem(at(where, key), "turning-mark", what, "delete the text there and type it anew", "warning")


def _own_words(claim: Claim) -> tuple[tuple[str, str], ...]:
    return tuple((key, getattr(claim, key)) for key in ("statement", "speaker", "note"))


def passages_are_claimed_once(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """Two claims on the same words would count one statement twice."""
    order = sorted((c for c in dossier.shown if c.start >= 0), key=lambda c: (c.source, c.start, -c.end, c.id))
    widest: Claim | None = None
    for claim in order:
        if widest and widest.source == claim.source and claim.start < widest.end:
            same = (claim.start, claim.end) == (widest.start, widest.end)
            what = f"its quote {'is that' if same else 'shares words with the one'} of '{widest.id}'"
            hint = (
                "delete or reject one of the two" if same else "shorten one of the quotes, or reject one of the two"
            )
            severity = "error" if same else "warning"
            yield Problem(at(claim.where, "quote"), "overlap", what, hint, severity)
        if widest is None or widest.source != claim.source or claim.end > widest.end:
            widest = claim


def decisions_are_about_claims(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A decision names two claims of the dossier, once."""
    decided: dict[tuple[str, ...], Decision] = {}
    for decision in _decisions(dossier):
        for id in decision.pair:
            if id not in dossier.claim and not _lies_there(id, at):
                hint = did_you_mean(id, dossier.claim, "delete the decision if the claim is gone for good")
                yield Problem(decision.where, "unknown-claim", f"there is no claim '{shown(id)}'", hint)
        if len(set(decision.pair)) == 1:
            yield Problem(decision.where, "wrong-pair", "a claim is compared with itself", "name two claims")
        key = (decision.question, *sorted(decision.pair))
        first = decided.setdefault(key, decision)
        if first is not decision:
            what = f"this pair is already decided in line {first.where.line}"
            yield Problem(decision.where, "wrong-pair", what, "keep one of the two decisions")


def decisions_are_fresh(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A decision remembers what it was about; when a claim changed since, a person looks again."""
    for decision in _decisions(dossier):
        left, right = (dossier.claim.get(id) for id in decision.pair)
        if left and right and left is not right and decision.seen != (now := fingerprint(left, right)):
            changed = "a claim of this pair changed since it was decided"
            what = changed if decision.seen else "the decision does not say what it was about"
            hint = f'look at both claims again; if the decision still holds, write: seen: "{now}"'
            yield Problem(decision.where, "stale-decision", what, hint, "warning")


def ledgers_are_whole(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """The tool can only keep people's work apart from its own while it can read its ledgers."""
    if at.root is not None:
        claimed = {claim.source for claim in dossier.claims}
        folders = {id: at.root / "claims" / id for id in sorted({s.id for s in dossier.sources} | claimed)}
        known = {id for id, folder in folders.items() if (folder / LEDGER).exists()}
        for id, folder in folders.items():
            yield from read_ledger(at.root, folder, read_limits(at.root)[0])[1]
            if known and id in claimed - known:
                yield no_ledger(at.root, folder)


def schemas_know_the_codebook(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """The schemas in docs/assets/schema offer the codebook's own words to an editor's program."""
    for path in outdated(at.root, dossier.codebook)[:1] if at.root else ():
        what = "the schemas do not hold the codebook's newest words"
        hint = "whoever has the program here: python build_dossier.py schema"
        yield Problem(Where(f"docs/{path}"), "old-schema", what, hint, "warning")


CHECKS: tuple[Check, ...] = (
    claims_belong_to_a_source,
    quotes_stand_in_their_source,
    places_are_known,
    regions_hold_countries,
    themes_are_known,
    questions_are_known,
    cues_can_be_read,
    texts_read_as_they_stand,
    passages_are_claimed_once,
    decisions_are_about_claims,
    decisions_are_fresh,
    summaries_cite,
    figures_are_cited,
    schemas_know_the_codebook,
    ledgers_are_whole,
)
RELATED: tuple[Check, ...] = (both_sides_are_cited,)


def _stands_in(quote: str, text: str) -> bool:
    return " ".join(quote.split()) in " ".join(text.split())


def _passages(quote: str, text: str) -> str:
    """The nearest passages, the first as lines to paste."""
    near = [found for found in nearest(quote, text) if found.score >= _NEAR_ENOUGH]
    if not near:
        return "no passage comes near; copy the words from the source's page"
    paste = to_paste(text[near[0].start : near[0].end])
    others = "".join(f"\nor: {shown(text[f.start : f.end], 120)}" for f in near[1:])
    if differs_in_marks(quote, text[near[0].start : near[0].end]):
        said = "the words are right, but a quotation mark, dash or invisible character is not the article's; paste:"
        return f"{said}\n{paste}"
    return f"the nearest passage, to paste:\n{paste}{others}"


def _places(dossier: Dossier) -> Iterator[tuple[Where, str, tuple[str, ...]]]:
    for item in _tagged(dossier):
        yield item.where, "countries", item.countries


def _tagged(dossier: Dossier) -> tuple[Claim | Question, ...]:
    """All that bears places and themes."""
    return (*dossier.claims, *dossier.codebook.questions)


def _meant_place(place: str, regions: Mapping[str, str]) -> str:
    """The region or country somebody meant, by its title, name, code or what looks like it; else what there is."""
    titles = {title.casefold(): id for id, title in regions.items()}
    region = titles.get(place.casefold()) or (nearest_word(place, regions) if len(place) > 3 else "")
    if region and not any(name.casefold() == place.casefold() for name in countries()):
        return f"did you mean '{region}'?"
    words = [word for word in re.split(r"[;,/\s]+", latin(place)) if word]
    if len(words) > 1 and all(len(word) < 4 and nearest_codes(word, 1) for word in words):
        return f"write them apart, with commas: [{', '.join(nearest_codes(word, 1)[0] for word in words)}]"
    codes = nearest_codes(latin(place))
    if codes:
        return f"did you mean {', '.join(f'{code} ({countries()[code].name})' for code in codes)}?"
    there = f"; regions are: {listed(regions)}" if regions else ""
    return f"use a two-letter code such as NO, or a region's slug{there}"


def _decisions(dossier: Dossier) -> Iterator[Decision]:
    for question in dossier.codebook.questions:
        yield from question.decisions
    yield from dossier.codebook.decisions


def _lies_there(id: str, at: Pointing) -> bool:
    """Whether the claim's file exists but could not be read; that has its own message."""
    return at.root is not None and (at.root / "claims" / f"{id}.yaml").is_file()
