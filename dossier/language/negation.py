"""What is negated in a sentence, and by which word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from dossier.data import load
from dossier.language.grammar import is_a_thing, words_in
from dossier.language.lexical import is_verb
from dossier.language.listed import listed_words
from dossier.language.phrases import Found, Lexicon, plain_words
from dossier.language.words import Word, once

_levels = partial(listed_words, "negation.yaml", "levels")
_boundary_words = partial(listed_words, "negation.yaml", "boundaries")
_asking_words = partial(listed_words, "negation.yaml", "asked")

_counting = partial(listed_words, "numerals.yaml", "cardinals", "fractions")

_HARDLY = frozenset({"hardly", "scarcely", "barely"})
_plain_words = partial(listed_words, "denials.yaml", "plain")

_DEGREES = frozenset({"least", "most", "more", "less", "much"})
_HARD_MARKS = frozenset('.;:?!—–()"“”…')
_QUOTES = frozenset('“"‘')
_ASIDE = 3  # words between two commas that do not end a clause ("did not, however, support")
_QUOTED = 5  # words in quotation marks that go on with the clause before them
_SUBJECT = 8  # words after "and" within which a new subject has its verb
_CLEFT = frozenset({"is", "was"})
_VERBAL = ("ing", "ed")  # endings of verbs that "and" may join
_PAIR = 4  # words before an "and" in which its "between" stands
_LIST = 7  # words after a comma within which an "or" shows that a list goes on


@dataclass(frozen=True, slots=True)
class Negation:
    """One cue at words[start:end] and the words it reaches, words[first:last] without the cue itself."""

    start: int
    end: int
    first: int
    last: int
    words: str

    @property
    def is_plain(self) -> bool:
        """Whether it says no more than "not", "never", "nobody", be it grown together: "didn't", "isn't"."""
        low = self.words.lower()
        return low in _plain_words() or low.endswith(("n't", "n’t"))

    def reaches(self, i: int) -> bool:
        """Whether word number i lies in its scope."""
        return self.first <= i < self.last and not self.start <= i < self.end


@once
def negations(words: Sequence[Word]) -> tuple[Negation, ...]:
    """All negation cues with their scope, in order."""
    cues = [_scoped(words, found) for found in _cues(words) if found.value != "exception"]
    return tuple(_until_nor(cue, cues) for cue in cues)


def _until_nor(cue: Negation, cues: list[Negation]) -> Negation:
    """Of "neither supported nor condemned it" each half is negated once."""
    nor = next((c.start for c in cues if c.start > cue.start and c.words.lower() == "nor"), cue.last)
    return replace(cue, last=min(cue.last, nor))


def clause_around(words: Sequence[Word], i: int) -> tuple[int, int]:
    """The clause word number i stands in, as word numbers, end exclusive."""
    start = i
    while start > 0 and not _ends_clause(words, start - 1):
        start -= 1
    end = i + 1
    while end < len(words) and not _ends_clause(words, end):
        end += 1
    return start, end


@cache
def _lexicon() -> Lexicon[str]:
    data = load("negation.yaml")
    entries = dict.fromkeys(data["forward"], "forward")
    entries |= dict.fromkeys(data["object"], "object")
    entries |= dict.fromkeys(data["clause"], "clause")
    entries |= dict.fromkeys(data["exceptions"], "exception")
    return Lexicon(entries)


def _cues(words: Sequence[Word]) -> list[Found[str]]:
    found = [
        f
        for f in _lexicon().find(words)
        if (f.value != "object" or (_has_object(words, f.end) and not _is_before_noun(words, f)))
        and not _reaches_level(words, f.end)
        and not _answers(words, f)
        and not is_a_thing(words, f.start, f.end)
    ]
    inside = {i for f in found for i in range(f.start, f.end)}  # "DIDN'T ONLY" is found as "not only"
    short = [
        Found(i, i + 1, "n't", "forward")
        for i, low in enumerate(plain_words(words))
        if low.endswith("n't") and len(words[i].text) > len("n't") and i not in inside
    ]
    return sorted([*found, *short], key=lambda f: f.start)


def _has_object(words: Sequence[Word], end: int) -> bool:
    """Whether something follows the verb that it can end or deny: no preposition, no day, no mark, no other verb."""
    after = words[end].text.lower() if end < len(words) else ""
    return after in _QUOTES or (after[:1].isalnum() and after not in _no_object())


def _is_before_noun(words: Sequence[Word], found: Found[str]) -> bool:
    """ "The (least) DISPUTED vote gave him the seat": what a thing is called denies nothing of what follows it."""
    before = words[found.start - 1].text.lower() if found.start else ""
    after = words[found.end].text.lower() if found.end < len(words) else ""
    called = found.end == found.start + 1 and words[found.start].text.lower().endswith("ed")
    degree = before in _DEGREES and after not in words_in("determiners")
    return called and (degree or (before in words_in("determiners") and before != "all"))


def _answers(words: Sequence[Word], found: Found[str]) -> bool:
    """ "NO, it is not true": an answer, and nothing in the sentence is denied by it."""
    after = words[found.end].text if found.end < len(words) else ""
    return found.start == 0 and found.entry == "no" and after == ","


def _reaches_level(words: Sequence[Word], end: int) -> bool:
    """ "Declined to 6.8 percent", "a record low", "BARELY three percent": a level, and nothing refused."""
    if end >= len(words):
        return False
    last, after = words[end - 1].text.lower(), words[end].text.lower()
    if last in _HARDLY:
        told = words[end + 1].text.lower() if after in ("a", "one") and end + 1 < len(words) else after
        return told[0].isdigit() or told in _counting()
    declines = last == "to" and words[end - 2].text.lower().startswith("declin")
    return declines and (after[0].isdigit() or after in _levels())


@cache
def _no_object() -> frozenset[str]:
    grammar = load("grammar.yaml")
    return frozenset([*grammar["prepositions"], *grammar["days"], *grammar["auxiliaries"]]) - {
        "be",
        "being",
        "having",
    }


def _scoped(words: Sequence[Word], cue: Found[str]) -> Negation:
    start, end = clause_around(words, cue.start)
    text = " ".join(w.text for w in words[cue.start : cue.end])
    after = max(cue.end, clause_around(words, cue.end - 1)[1])
    first = _after_and(words, start, cue.start) if cue.value == "clause" else cue.end
    own = cue.start + 1 if "_" in cue.entry else cue.end  # what stands in the gap is no part of the cue
    last = _past_quotation(words, _until_next(words, cue, max(end, after)))
    if cue.value == "forward":
        first, last = max(first, _other_reason(words, cue.end)), min(last, _until_cleft(words, cue))
    return Negation(cue.start, own, first, max(first, last), text)


def _other_reason(words: Sequence[Word], start: int) -> int:
    """Where the reason stands that alone is denied: "prices did not fall BECAUSE OF it but because of the war"."""
    low = [w.text.lower() for w in words]
    because = [i for i in range(start, len(words)) if low[i] == "because"]
    return because[0] if len(because) > 1 and low[because[1] - 1] == "but" else 0


def _until_cleft(words: Sequence[Word], cue: Found[str]) -> int:
    """ "It was not the vote THAT ENDED the strike", "it is not Peru WHO pays": that it ended is not denied."""
    low = [w.text.lower() for w in words]
    opens = cue.start - (low[cue.start] == "not")
    asserted = opens > 0 and low[opens - 1] == "it" and low[opens].removesuffix("n't").removesuffix("n’t") in _CLEFT
    if not asserted or cue.end >= len(words) or not _opens_noun(words[cue.end]):
        return len(words)
    return next((i for i in range(cue.end, len(words) - 1) if _opens_cleft(words, i)), len(words))


def _opens_cleft(words: Sequence[Word], i: int) -> bool:
    """ "Who", or a "that" whose verb follows at once: of "not the case that PRICES fell" the fall is denied."""
    low, verb = words[i].text.lower(), words[i + 1]
    if low == "who" or verb.text.lower() in words_in("be", "auxiliaries"):
        return low in ("who", "that")
    subject = i + 2 < len(words) and is_finite(words, i + 2) and verb.text.lower().endswith("s")
    return low == "that" and verb.text.lower() != verb.lemma and is_verb(verb.lemma) and not subject


def _past_quotation(words: Sequence[Word], end: int) -> int:
    """ "Did not find “EVIDENCE OF FRAUD”": a few words of somebody's own are no clause apart."""
    if end >= len(words) or words[end].text not in '“"' or not words[end - 1].is_word:
        return end
    close = next((i for i in range(end + 1, len(words)) if not words[i].is_word), end)
    quoted = words[end + 1 : close]
    short = 0 < len(quoted) <= _QUOTED and quoted[0].text[0].islower() and words[close].text in '”"'
    return close if short else end


def _until_next(words: Sequence[Word], cue: Found[str], last: int) -> int:
    """Where something else is said: "no deal was reached AND THE TALKS fell apart", "never came AND SENT none"."""
    for i in range(cue.end + 1, last - 2):
        if words[i].text.lower() != "and":
            continue
        if words[i + 1].text.lower() == "that" and not any(w.text.lower() == "that" for w in words[cue.end : i]):
            return i  # "said that NO deal was near AND THAT prices fell", not "did NOT say that … and that"
        if cue.value == "forward" and _opens_verb(words, i + 1) and _denies_one_verb(words, cue):
            return i
        if cue.value == "object" and (_is_joined_alike(words, cue.start, i + 1) or _says(words[i + 1])):
            return i
        if _opens_noun(words[i + 1]) and not _joins_two(words, i):
            end = next((k for k in range(i + 2, min(last, i + _SUBJECT)) if is_finite(words, k)), 0)
            if end and any(is_finite(words, k) for k in range(cue.end, i)):
                return i
    return last


def _joins_two(words: Sequence[Word], i: int) -> bool:
    """ "Trade BETWEEN Peru AND Chile is growing": the "and" opens nothing new."""
    return any(w.text.lower() in ("between", "both") for w in words[max(0, i - _PAIR) : i])


def _says(word: Word) -> bool:
    """ "Rejected the charge AND SAID that it was paid": what somebody says besides is not rejected."""
    return word.text.lower() != word.lemma and word.lemma in load("acts.yaml")["saying"]


def _is_joined_alike(words: Sequence[Word], cue: int, after: int) -> bool:
    """ "WITHDRAWING all its staff and indefinitely SUSPENDING work": a second verb of the same form."""
    ending = next((e for e in _VERBAL if words[cue].text.lower().endswith(e)), "")
    beside = words[after : after + 2]
    adverb = beside[0].text.lower().endswith("ly")
    verb = beside[-1] if adverb else beside[0]
    return bool(ending) and verb.text.lower().endswith(ending) and is_verb(verb.lemma)


def _denies_one_verb(words: Sequence[Word], cue: Found[str]) -> bool:
    """Whether what is denied shares no auxiliary with a verb behind "and": "did not SIGN", "never MARRIED"."""
    denied = words[cue.end]
    before = words[cue.start - 1].text.lower() if cue.start else ""
    if before in words_in("be") or before in ("has", "have", "had"):
        return False
    plain_form = denied.text.lower() == denied.lemma and is_verb(denied.lemma)
    return plain_form or (cue.entry == "never" and _opens_verb(words, cue.end))


def _opens_verb(words: Sequence[Word], i: int) -> bool:
    """Whether a verb in the past or an auxiliary stands there."""
    return is_finite(words, i) or words[i].text.lower() in _past_forms()


@cache
def _past_forms() -> frozenset[str]:
    return frozenset(forms[0] for forms in load("irregular.yaml").values())


def _opens_noun(word: Word) -> bool:
    """ "The talks", "Peru", "36" or "nine" of them."""
    low = word.text.lower()
    return low in words_in("determiners") or word.text[0].isupper() or low[0].isdigit() or low in _numbers()


@cache
def _numbers() -> frozenset[str]:
    return frozenset(load("numerals.yaml")["cardinals"])


def is_finite(words: Sequence[Word], i: int) -> bool:
    """An auxiliary, or a form only the past of a verb has; "the DECLARED winner" has none."""
    low, lemma = words[i].text.lower(), words[i].lemma
    if low in words_in("be", "auxiliaries"):
        return low not in ("be", "been", "being", "to")
    past = low != lemma and not low.endswith(("s", "ing")) and is_verb(lemma)
    return past and words[i - 1].text.lower() not in words_in("determiners")


def _after_and(words: Sequence[Word], start: int, cue: int) -> int:
    """Where a cue's own half begins: "it clings to neutrality and joins no bloc", "it has rivals and no friends"."""
    joined = (i + 1 for i in range(cue - 1, start, -1) if words[i].text.lower() == "and")
    return next(joined, start)


def _ends_clause(words: Sequence[Word], i: int) -> bool:
    """Whether the word or mark closes the clause before it."""
    text = words[i].text.lower()
    if text == ",":
        return not (_closes_aside(words, i) or _list_goes_on(words, i))
    asked = text in _asking_words() and i > 0 and not words[i - 1].text.lower().endswith(("not", "n't", "n’t"))
    return text in _HARD_MARKS or (text in _boundary_words() and i > 0) or asked


def _closes_aside(words: Sequence[Word], i: int) -> bool:
    around = range(max(0, i - _ASIDE - 1), min(len(words), i + _ASIDE + 2))
    others = [k for k in around if k != i and words[k].text == ","]
    return any(abs(k - i) - 1 <= _ASIDE for k in others) and not any(
        words[k].text.lower() in ("and", "but") for k in range(i + 1, min(len(words), i + 2))
    )


def _list_goes_on(words: Sequence[Word], i: int) -> bool:
    for word in words[i + 1 : i + 1 + _LIST]:
        if word.text.lower() in ("or", "nor"):
            return True
        if word.text in _HARD_MARKS:
            return False
    return False
