"""Headlines: written without a full stop, often With a Capital on Every Word."""

from __future__ import annotations

from dossier.language.grammar import function_words, words_in
from dossier.language.lexical import has_entry
from dossier.language.words import Word, words_of

_TITLE = 0.7  # the share of longer words with a capital from which on capitals name nobody
_WITH_STOP = 0.95  # the same for a text that ends like a sentence: it may be full of names
_LONGER = 4  # letters; shorter words stay small in many titles


def is_sentence(text: str) -> bool:
    """Whether it ends with the mark that ends a sentence."""
    return text.rstrip(" ”\"'’)")[-1:] in (".", "!", "…")


def is_headline(text: str) -> bool:
    """Whether it stands without that mark, and not in the full manner of a caption ("The man is ...")."""
    words = words_of(text)
    opens = bool(words) and words[0].text.lower() in words_in("determiners", "pronouns")
    country = bool(words) and len(words[0].text) > 1 and words[0].text.isupper()  # "US", not "us"
    caption = opens and not country and any(w.text.lower() in words_in("be") for w in words)
    return not caption and not is_sentence(text)


def sentence_case(text: str) -> str:
    """The text with the capitals of a title taken off all words that a dictionary lists as common."""
    words = words_of(text)
    longer = [w for w in words if w.text.isalpha() and len(w.text) >= _LONGER]
    capitals = sum(w.text[0].isupper() for w in longer)
    if len(longer) < 3 or capitals < (_WITH_STOP if is_sentence(text) else _TITLE) * len(longer):
        return text
    out, at = [], 0
    for i, word in enumerate(words):
        out += [text[at : word.start], word.text.lower() if i and _is_common(word) else word.text]
        at = word.end
    return "".join([*out, text[at:]])


def _is_common(word: Word) -> bool:
    return word.is_word and (has_entry(word.lemma) or word.text.lower() in function_words())
