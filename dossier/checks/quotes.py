"""Quotes: each stands in its source, once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.checks.articles import article_of, is_garbled, marked_otherwise, other_marks, replaced
from dossier.model import Claim, Dossier, Source
from dossier.problems import Problem
from dossier.quotes import differs_in_marks, longest_held, nearest, stands_in, to_paste
from dossier.store.hints import shown
from dossier.store.ledger import Entry, read_ledger
from dossier.store.places import Pointing
from dossier.store.spans import begins_inside

_WORD = re.compile(r"\w+")
_NEXT = re.compile(r" \w[\w’'-]*")
_GAP = re.compile(r"\s*[\[(]?(?:…|\.{3,}|\. \. \.)[\])]?\s*")
_MOSTLY, _SLACK = (
    0.6,
    8,
)  # of a quote with words added behind it: the part that stands, and how much is taken for them
_LEFT_OUT = 200  # characters between two pieces of a quote that a whole passage may bring back
_TELLING = 3  # words by which another article is told to be the one quoted
_NEAR_ENOUGH = 68  # below it a "nearest passage" is most often about something else
_ALIKE = 60  # two spellings of a word


def quotes_stand_in_their_source(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A quote must stand in its source word for word, or nobody can verify it."""
    lost: dict[str, list[Claim]] = {}
    for claim in dossier.claims:
        source = dossier.source.get(claim.source)
        if source and source.text and claim.start < 0 and not is_garbled(claim, source):
            lost.setdefault(source.id, []).append(claim)
    for id, claims in lost.items():
        yield from _lost(dossier.source[id], claims, dossier, at)


def _lost(source: Source, claims: list[Claim], dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """What to do about quotes that their source does not hold."""
    foreign, near = [], []
    for claim in claims:
        others = dossier.sources if len(claim.quote.split()) >= _TELLING else ()
        home = next((s.id for s in others if s.id != source.id and stands_in(claim.quote, s.text)), "")
        passages = "" if home else _passages(claim.quote, source.text)
        back = _bring_back(claim, source, at)
        what = f"the quote is not in '{source.id}' word for word: '{shown(claim.quote)}'"
        if home:
            what = f"this quote is from '{home}', not from '{source.id}'"
            yield Problem(at(claim.where, "quote"), "wrong-folder", what, f"move the file to claims/{home}/")
        elif passages:
            near.append(Problem(at(claim.where, "quote"), "quote-not-found", what, f"{back}{passages}"))
        else:
            gone = "delete the claim: nothing like it is there any more"
            hint = f"{back}{gone}" if back else "no passage comes near; copy the words from the source's page"
            foreign.append((claim, Problem(at(claim.where, "quote"), "quote-not-found", what, hint)))
    of_it = sum(claim.source == source.id for claim in dossier.claims)
    if whole := replaced(source, [claim for claim, _ in foreign], len(foreign) + len(near), of_it, at):
        yield whole
        return
    if marked := marked_otherwise(source, claims):
        yield other_marks(source, marked, at)
    told = {claim.where.path for claim in marked}
    yield from (found for found in (*near, *(problem for _, problem in foreign)) if found.where.path not in told)


def _bring_back(claim: Claim, source: Source, at: Pointing) -> str:
    """What to do first where the quote is still the one that was drafted: then it is the article that changed."""
    entry = _drafted(claim, at)
    if not entry or entry.quote.split() != claim.quote.split():
        return ""
    back = f"bring the article back (git restore {article_of(source, at)})"
    return f"these words were there when the claim was drafted: {back}; else "


def _drafted(claim: Claim, at: Pointing) -> Entry | None:
    """The claim as the tool drafted it; None where a person added it."""
    ledger = read_ledger(at.root, at.root / "claims" / claim.source)[0] if at.root else None
    return (ledger or {}).get(f"{claim.id.partition('/')[2]}.yaml")


def _was_there(claim: Claim, at: Pointing) -> bool:
    """Whether a claim is no new one: the tool drafted it, or a person has reviewed it."""
    return claim.status == "reviewed" or _drafted(claim, at) is not None


def quotes_hold_whole_words(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A word cut at its beginning may become its opposite, "legal" from "illegal"; at its end it reads badly."""
    for claim in dossier.claims:
        source = dossier.source.get(claim.source)
        if source is None or claim.start < 0:
            continue
        for edge, place, severity in (("begins", claim.start, "error"), ("ends", claim.end, "warning")):
            if begins_inside(source.text, place):
                start, end = _word_around(source.text, place)
                whole = source.text[min(start, claim.start) : max(end, claim.end)]
                what = f"the quote {edge} inside the word '{shown(source.text[start:end])}'"
                hint = f"take the whole word. To paste:\n{to_paste(whole)}"
                yield Problem(at(claim.where, "quote"), "cut-word", what, hint, severity)
                break


def _word_around(text: str, place: int) -> tuple[int, int]:
    """The word that goes on over a place."""
    start = end = place
    while begins_inside(text, start):
        start -= 1
    while begins_inside(text, end):
        end += 1
    return start, end


def passages_are_claimed_once(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """Two claims on the same words would count one statement twice."""
    order = sorted((c for c in dossier.shown if c.start >= 0), key=lambda c: (c.source, c.start, -c.end, c.id))
    widest: Claim | None = None
    for claim in order:
        if widest and widest.source == claim.source and claim.start < widest.end:
            same = (claim.start, claim.end) == (widest.start, widest.end)
            known, other = _was_there(claim, at), _was_there(widest, at)
            later, first = (widest, claim) if known and not other else (claim, widest)
            what = f"it quotes {'the same words as' if same else 'some words of'} '{first.id}'"
            hint = (
                "delete or reject one of the two" if same else "shorten one of the quotes, or reject one of the two"
            )
            if same and known != other:
                hint = f"correct '{first.id}' instead of adding a second claim; delete or reject this one"
            severity = "error" if same else "warning"
            yield Problem(at(later.where, "quote"), "overlap", what, hint, severity)
        if widest is None or widest.source != claim.source or claim.end > widest.end:
            widest = claim


def _passages(quote: str, text: str) -> str:
    """The nearest passages, the first as lines to paste; "" when none comes near."""
    parts = [part.strip() for part in _GAP.split(quote) if part.strip()]
    if len(parts) > 1 and any(stands_in(part, text) for part in parts):
        held = max((part for part in parts if stands_in(part, text)), key=len)
        if whole := _from_first_to_last(parts, text):
            return f"a quote leaves no words out. The whole passage, to paste:\n{to_paste(whole)}\nor only: {held}"
        return f"a quote leaves no words out: keep one piece, or all of the passage. To paste:\n{to_paste(held)}"
    near = [found for found in nearest(quote, text) if found.score >= _NEAR_ENOUGH]
    if not near:
        held = longest_held(quote, text)
        if 5 * len(held) < len(quote):  # a turn that the article has elsewhere
            return ""
        return f"only this part is in the article; the rest is not its words. To paste:\n{to_paste(held)}"
    if held := _begun_in_it(quote, text, text[near[0].start : near[0].end]):
        if whole := _with_the_articles_last_word(quote, text, held):
            return f"its last word is not the article's. To paste:\n{to_paste(whole)}\nor only: {held}"
        return f"only its beginning is in the article; the rest is not its words. To paste:\n{to_paste(held)}"
    paste = to_paste(text[near[0].start : near[0].end])
    others = "".join(f"\nor: {shown(text[f.start : f.end], 120)}" for f in near[1:])
    if differs_in_marks(quote, text[near[0].start : near[0].end]):
        unlike = "a quotation mark, a dash, a letter that looks alike or an invisible character"
        return f"the words are right, but {unlike} is not the article's; paste:\n{paste}"
    return f"the nearest passage, to paste:\n{paste}{others}"


def _from_first_to_last(parts: list[str], text: str) -> str:
    """The passage that holds the pieces in their order, not much apart; "" without one."""
    even, pieces = " ".join(text.split()), [" ".join(part.split()) for part in parts]
    start = even.find(pieces[0])
    while start >= 0:
        end = start + len(pieces[0])
        for piece in pieces[1:]:
            at = even.find(piece, end, end + len(piece) + _LEFT_OUT)
            if at < 0:
                break
            end = at + len(piece)
        else:
            return even[start:end]
        start = even.find(pieces[0], start + len(pieces[0]))
    return ""


def _begun_in_it(quote: str, text: str, passage: str) -> str:
    """The beginning of a quote that stands in the article, when only words of somebody else come behind it."""
    plain, held = " ".join(quote.split()), longest_held(quote, text)
    near = " ".join(passage.split())
    if not held or not (plain.startswith(held) and near.startswith(held)) or len(held) < _MOSTLY * len(plain):
        return ""
    behind, there = (_WORD.search(whole[len(held) :]) for whole in (plain, near))
    goes_on = behind and there and _is_spelt_like(behind[0], there[0])
    return "" if goes_on or len(near) - len(held) > _SLACK else held


def _with_the_articles_last_word(quote: str, text: str, held: str) -> str:
    """What begins a quote, and the word with which the article goes on where the quote has its last one.

    "" where more than a word is other, or where the article makes a stop there: then words were added.
    """
    even = " ".join(text.split())
    behind = _NEXT.match(even, even.find(held) + len(held))
    return held + behind[0] if behind and len(quote.split()) == len(held.split()) + 1 else ""


def _is_spelt_like(word: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return other.startswith(word) or word.startswith(other) or fuzz.ratio(word, other) >= _ALIKE
