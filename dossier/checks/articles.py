"""An article that was replaced, or whose letters are garbled: told once, where the article lies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dossier.data import load
from dossier.language.garbled import first_garbled, garbled_word, ungarbled
from dossier.model import Claim, Dossier, Source
from dossier.problems import Problem, Where
from dossier.quotes import MARKS
from dossier.store.articles import ARTICLES
from dossier.store.hints import shown
from dossier.store.places import Pointing

_WORD = re.compile(r"[^\W\d_]+")
_BEGINNING = 4000  # characters by which an article's language is told
_FEW, _COMMON = 25, 0.08  # words of which nothing is told; the share of the commonest words that any English text has
_PLAINLY = 4  # times "the" after which no word is counted any more
_SEVERAL = 5  # claims of which nothing stands in an article, before it is taken for another one
_NAMED, _LISTED = 4, 12


def letters_are_whole(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """An article's letters are those that were printed; saved in one encoding and read in another they are not."""
    for source in dossier.sources:
        found = first_garbled(source.original)
        if not found:
            continue
        before = source.original[: found.start()]
        where = Where(article_of(source, at), before.count("\n") + 1, len(before) - before.rfind("\n"))
        lost = any(c.source == source.id and c.start < 0 and is_garbled(c, source) for c in dossier.claims)
        word = garbled_word(source.original)
        what = f"letters of this article are garbled: '{shown(word)}' for '{shown(ungarbled(word))}'"
        hint = (
            "it was saved in one encoding and opened in another; fetch it again from its origin and save it as UTF-8"
        )
        yield Problem(where, "garbled", what, hint, "error" if lost else "warning")


def articles_are_in_english(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """Only English is read: of an article in another language the metadata say so, and nothing is drafted from it."""
    for source in dossier.sources:
        if source.is_english and not _reads_like_english(source.original):
            what = "this article is not in English, the only language that is read"
            said = f"give its language in sources/{source.id}.yaml, such as language: de"
            hint = f"{said}; then nothing is drafted from it"
            yield Problem(Where(article_of(source, at)), "other-language", what, hint, "warning")


def articles_are_there_once(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """An article that lies there twice would fill every page twice with the same claims."""
    seen: dict[str, str] = {}
    for source in dossier.sources:
        first = seen.setdefault(source.text, source.id)
        if first != source.id and source.text.strip():
            what = f"it has the same text as '{shown(first)}'"
            hint = f"delete one of the two articles with its claims, claims/{source.id}/ or claims/{first}/"
            yield Problem(Where(article_of(source, at)), "same-article", what, hint, "warning")
        words = source.text.split()
        if len(words) > 2 * _FEW and words[: len(words) // 2] == words[len(words) // 2 :]:
            what = "its whole text appears twice, one after the other"
            yield Problem(Where(article_of(source, at)), "same-article", what, "delete the second half", "warning")


def _reads_like_english(text: str) -> bool:
    """Whether the commonest words of English are common in it; of a few words nobody can tell."""
    if text.count(" the ", 0, _BEGINNING) >= _PLAINLY:
        return True
    words = _WORD.findall(text[:_BEGINNING].casefold())
    common = sum(word in _commonest() for word in words)
    return len(words) < _FEW or common >= _COMMON * len(words)


@cache
def _commonest() -> frozenset[str]:
    return frozenset(load("english.yaml")["commonest"])


def is_garbled(claim: Claim, source: Source) -> bool:
    """Whether the article holds a claim's quote, but in garbled letters."""
    return bool(first_garbled(source.text)) and _even(claim.quote) in _even(ungarbled(source.text))


def replaced(source: Source, foreign: Sequence[Claim], lost: int, all_of_it: int, at: Pointing) -> Problem | None:
    """The message for claims whose quotes stand no longer in their article, when there are too many for slips.

    Of the `lost` ones nothing comes near those that are `foreign`.
    """
    if lost < _SEVERAL or 2 * lost < all_of_it:
        return None
    path = article_of(source, at)
    if 2 * len(foreign) < lost:
        what = f"of {all_of_it} claims that quote this article, {lost} no longer do so word for word"
        hint = (
            f"articles stay as received: if this one was changed, bring it back (git restore {path}) and give "
            "a newer version a name of its own; if it was not, the quotes were changed in the claims' files"
        )
        return Problem(Where(path), "quote-not-found", what, hint)
    names = ", ".join(claim.id.rpartition("/")[2] for claim in foreign[:_NAMED])
    more = f" and {len(foreign) - _NAMED} more" if len(foreign) > _NAMED else ""
    what = f"nothing that {len(foreign)} claims quote is in this article: {names}{more}"
    hint = (
        f"if another article was put in its place, bring the old one back (git restore {path}) and give the new one "
        f"a name of its own; if the old one is not wanted any more, delete its claims as well: claims/{source.id}/"
    )
    return Problem(Where(path), "quote-not-found", what, hint)


def marked_otherwise(source: Source, lost: Sequence[Claim]) -> list[Claim]:
    """Claims that quote the article with marks it has nowhere, when they are too many for slips."""
    marks = [mark for mark in MARKS if mark not in source.text]
    found = [claim for claim in lost if any(mark in claim.quote for mark in marks)]
    return found if len(found) >= _SEVERAL else []


def other_marks(source: Source, claims: Sequence[Claim], at: Pointing) -> Problem:
    """The message for an article, or for quotes, in which one kind of mark was put for another."""
    path = article_of(source, at)
    marks = " ".join(mark for mark in MARKS if mark not in source.text and any(mark in c.quote for c in claims))
    names = ", ".join(claim.id.rpartition("/")[2] for claim in claims[:_LISTED])
    more = f" and {len(claims) - _LISTED} more" if len(claims) > _LISTED else ""
    what = f"{len(claims)} claims quote this article with marks that it has nowhere: {marks}"
    hint = (
        f"articles stay as received: if the marks were changed here, bring the article back (git restore {path}); "
        f"if it was in the claims, put the article's marks into their quotes: {names}{more}"
    )
    return Problem(Where(path), "quote-not-found", what, hint)


def article_of(source: Source, at: Pointing) -> str:
    """The path of the article's own file."""
    paths = [f"sources/{source.id}{ending}" for ending in ARTICLES]
    return next((path for path in paths if at.root and (at.root / path).is_file()), paths[0])


def _even(text: str) -> str:
    return " ".join(text.split())
