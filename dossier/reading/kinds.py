"""What kind of thing a claim says (fact, assessment, prediction or recommendation), and how sure it is of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from dossier.edtf import parse
from dossier.language.grammar import is_adverb
from dossier.language.listed import listed_words
from dossier.language.words import Word, straight, straight_words
from dossier.reading.clause_tense import is_planned, tense_of
from dossier.reading.findings import Findings
from dossier.reading.periods import ClaimDate
from dossier.reading.sentences.clause_nodes import SIDE
from dossier.reading.sentences.clause_tree import Clause, clause_at, clauses_of, held_by
from dossier.reading.sentences.tokens import class_of
from dossier.reading.sentences.verb_groups import tense_of_words
from dossier.reading.speech.reporting import content_nouns, small, verbs
from dossier.reading.speech.voice import Voice
from dossier.reading.wording import Judged, Sign, found_in, text_of

_listed = partial(listed_words, "modals.yaml")

_ONE = frozenset(("a", "an"))
_ITS = frozenset(("its", "his", "her"))
_AHEAD = ("is", "are")  # before a "to" they tell of a plan


def kind_of(
    words: Sequence[Word],
    cue: str = "",
    measured: bool = False,
    tells_act: bool = False,
    ahead_of_now: bool = False,
    argued: bool = False,
    reported: bool = False,
) -> Judged:
    """The kind, from the claim's words and the reporting word it hangs on (its base form), if any.

    `measured` says that it gives a figure or tells of the past, `ahead_of_now` that its time is to come, `tells_act`
    that it tells what somebody did by saying something ("pledged to"), a fact whatever was said; `argued` that the
    author of an analysis says how things stand, `reported` that a report tells it with a time or a figure.

    What should be done comes before what will be, and that before weighing words; what is measured is a fact else.
    """
    found = [f for f in found_in("kinds.yaml", words) if not _is_no_sign(words, f.start, f.end)]
    for kind in ("recommendation", "prediction"):
        for one in found:
            advice = kind == "recommendation"
            aside = one.value != kind or (advice and _in_passing(words, one))
            aside = aside or (advice and reported and _is_to_come(words, one.start))
            if not aside and not _told_beside(words, one.start):
                return Judged(kind, text_of(words, one))
    if cue in _listed("fearing") and not {w.text.lower() for w in words}.isdisjoint(_listed("unsure")):
        return Judged("prediction", cue)
    if ahead := _ahead(words) or _conditional(words):
        return Judged("prediction", ahead)
    if cue in ("recommend", "call for") or (cue in _listed("recommending") and _asks(words)):
        return Judged("recommendation", cue)
    if ahead_of_now:
        return Judged("prediction", "a time to come")
    if cue in _listed("predicting"):
        return Judged("prediction", cue)
    if cue and _would_come(words):
        return Judged("prediction", "would")
    weighing = next((f for f in found if f.value == "assessment" and not _is_beside(words, f.start)), None)
    if (weighing or argued) and not measured and not tells_act:
        return Judged("assessment", text_of(words, weighing) if weighing else "what its author argues")
    return Judged("fact")


def _is_to_come(words: Sequence[Word], at: int) -> bool:
    """ "Anglers WILL HAVE TO pay from May": told of, and not recommended."""
    return at > 0 and straight(words[at - 1].text).lower() in ("will", "'ll") and words[at].lemma in ("have", "need")


def _asks(words: Sequence[Word]) -> bool:
    """ "To leave at once", "that no more than 500 tonnes be caught"."""
    lows = [w.text.lower() for w in words]
    passive = any(a == "be" and b.endswith("ed") for a, b in pairwise(lows))
    return passive or not {"to", "should", "be"}.isdisjoint(lows[:3])


def _told_beside(words: Sequence[Word], at: int) -> str:
    """The kind of clause by which a word stands beside what is claimed; "" where it stands in what is claimed.

    "The vote, WHICH HAS TO be held by spring", "ALTHOUGH it PLANS to pay", "it paid 3 billion and EXPECTS to pay 4":
    what it did is told first, and dates the claim.
    """
    text = " ".join(w.text for w in words)
    tree = clauses_of(text)
    number = clause_at(tree, len(" ".join(w.text for w in words[:at])) + (at > 0)) if tree else 0
    while number > 0:
        clause = tree[number]
        lead = text[clause.start : clause.verb_start].lower().split()
        # "The price that Quito pays is modest": where the main verb was not found, it may be this one.
        which = clause.kind == "relative" and (tree[0].verb or len(lead) == 1)
        if clause.kind in SIDE or (which and not _tells_content(text, clause)):
            return clause.kind
        own = _listed("alone", "joints").issuperset(lead)
        if own and not clause.governor and tense_of_words(tree[0].verb) == "past":
            return clause.kind
        number = clause.governor
    return ""


def _tells_content(text: str, clause: Clause) -> bool:
    """ "The notion THAT fish will come back", "it is Lima THAT will pay"; not "the catch that will be allowed"."""
    before = text[: clause.start].lower().split()
    noun = before[-1] if before else ""
    told = noun in verbs() or noun in content_nouns() or before[:1] in (["it"], ["this"], ["these"])
    return clause.link == "that" and told


def _is_beside(words: Sequence[Word], at: int) -> bool:
    return _told_beside(words, at) == "relative"


def _would_come(words: Sequence[Word]) -> bool:
    """Whether what is said is that something would come; not "solutions that would help", "would have been"."""
    lows = straight_words(words)
    if not any(low.startswith("would") or low.endswith("'d") for low in lows):
        return False
    tree = clauses_of(" ".join(lows))
    verb = tree[max(0, held_by(tree, 0))].verb if tree else ()
    return verb[:1] in (("would",), ("wouldn't",)) and "have" not in verb[1:]


def _ahead(words: Sequence[Word]) -> str:
    """ "May collapse", "might be postponed", "would lose its majority": what a modal says may happen yet.

    "May be true", "may have known" and "could not swim" foresee nothing.
    """
    lows = straight_words(words)
    for k in [k for k, low in enumerate(lows) if low in _AHEAD or low in _listed("unsure")]:
        low = lows[k]
        if is_planned(lows, k) and not _is_beside(words, k):
            return " ".join(w.text for w in words[k : k + 3])
        if low not in _listed("unsure") or words[k].text == "May" or _is_beside(words, k):
            continue
        at = k + 1
        while at < len(lows) and (lows[at] in _listed("between_modal") or is_adverb(lows[at])):
            at += 1
        verb, after = lows[at] if at < len(lows) else "", lows[at + 1] if at + 1 < len(lows) else ""
        happens = verb.isalpha() and verb not in _listed("states") and verb not in small("prepositions")
        happens = happens or (verb == "have" and (after == "to" or lows[0] == "by"))
        befalls = verb == "be" and (after.endswith("ed") or after in class_of("past"))
        if not (happens or befalls) or not _listed("looking_back").isdisjoint(lows[k + 1 : at]):
            continue
        if "whether" in lows[:k]:
            continue  # "asked whether it would appeal"
        if low == "would" and any(w in verbs() for w in lows[1:k]):
            continue  # "announced that they would leave"
        if low == "would" and "not" in lows[k + 1 : at] and (verb in verbs() or verb == "comment"):
            continue  # "would not say how many": who refuses has refused
        if low == "could" and _listed("looking_ahead").isdisjoint(lows):
            continue  # "could reach the village by boat only"
        return " ".join(w.text for w in words[k : at + 1])
    return ""


def _conditional(words: Sequence[Word]) -> str:
    """ "If it appeals, the case would not come up before 2027", "Were it to fail, the loss would be small"."""
    lows = straight_words(words)
    if not lows or lows[0] not in ("if", "should", "were", "unless", "without"):
        return ""
    at = next((k for k, low in enumerate(lows) if low in ("would", "will", "could", "might", "can")), 0)
    past = "have" in lows[at + 1 : at + 3] and "to" not in lows[at + 2 : at + 4]  # "would have been"
    return lows[at] if at and not past else ""


def _in_passing(words: Sequence[Word], sign: Sign) -> bool:
    """ "Should the talks fail", "a resolution calling on Chad to leave": no advice."""
    i = sign.start
    if i and words[i - 1].text == "I":
        return True  # "I have to fetch water": what somebody does every day
    if "had" in [w.text.lower() for w in words[max(0, i - 2) : i]]:
        return True  # "had advised against the crossing": told as something past
    return (i == 0 and words[0].text == "Should") or (i > 0 and words[i].text.lower().endswith("ing"))


def _is_noun_here(words: Sequence[Word], at: int) -> bool:
    """Whether "plan" is a thing: behind a possessive or, with a word between, behind "a"."""
    before = straight(words[at - 1].text)
    if before in _listed("owning") or before.endswith(("'s", "s'")):
        return True
    near = {w.text.lower() for w in words[max(0, at - 3) : at - 1]}
    done = before.endswith("ed") and before not in verbs()  # "SCRAPPED plans to", "its deficit forecast"
    one = words[at].text.lower() in ("plan", "forecast") and not before.endswith("s")
    owned = at > 1 and straight(words[at - 2].text) in _ITS
    return done or (one and (owned or not near.isdisjoint(_ONE)))


def _is_required(words: Sequence[Word], at: int) -> bool:
    """ "Under the law, firms MUST report", "boats HAVE TO stop or face fines": what is in force is a fact."""
    behind = [w.lemma for w in words[at + 1 :]]
    under = behind.index("under") if "under" in behind else len(behind)
    if not _listed("rules").isdisjoint(behind[under : under + 5]) or ("or", "face") in pairwise(behind):
        return True
    for k, word in enumerate(words[: max(0, at - 1)]):
        if word.lemma in _listed("rules") and k + 1 < at:
            opened = any(w.text.lower() in ("under", "by") for w in words[max(0, k - 4) : k])
            if opened or words[k + 1].lemma in _listed("stipulating"):
                return True
    return False


def _is_no_sign(words: Sequence[Word], start: int, end: int) -> bool:
    """ "the will of the people", "his last will", "WILL Porter won"."""
    first = words[start].text.lower()
    after = words[start + 1] if start + 1 < len(words) else words[start]
    if (
        words[start].text == "Will"
        and after.text.istitle()
        and after.text.lower() not in small("pronouns", "articles")
    ):
        return True
    if first in ("was", "were", "been"):
        return True
    if first in ("plan", "plans", "forecast", "forecasts") and start and _is_noun_here(words, start):
        return True  # "dropped its plan to build", "the town’s plans to"
    if first.startswith("recommend"):
        last = end >= len(words) or not words[end].is_word
        return (last and end - start == 1) or (
            start > 0 and words[start - 1].text.lower() in _listed("before_needed")
        )
    before = words[start - 1].text.lower() if start else ""
    if first == "needed" and (before not in small("auxiliaries") or before in ("was", "were", "been")):
        return True  # "she needed to see a doctor", "ten men were needed to pull it free"
    if first in ("must", "have", "has", "shall") and _is_required(words, start):
        return True
    if first in _listed("ahead") and any(w.text.lower() in ("whether", "how") for w in words[:start]):
        return True  # "it is unclear whether it will": nobody says that it will
    if first not in ("will", "need", "must"):
        return False
    before = words[start - 1].text.lower() if start else ""
    return before in ("the", "a", "his", "her", "their", "political", "of", "free", "good", "last", "no", "popular")


_UNREAL = re.compile(r"\b(?:would|should|could|might|must|ought to) (?:not )?have\b")


def kind_told(
    told: Sequence[Word], quote: str, voice: Voice, date: ClaimDate, found: Findings, measured: bool, tells_act: bool
) -> Judged:
    """The kind of the claim with this quote; `told` are its words without who speaks, the rest as in `kind_of`."""
    tense = tense_of(quote)
    past = tense == "past" and not _UNREAL.search(quote)
    ahead = _is_ahead(date, found) and tense not in ("past", "perfect")
    # The author of an analysis says how things stand, without a time: nobody can look that up.
    argued = found.argues and voice.value == "own" and not date.words and tense == "present"
    reported = voice.value == "own" and not found.argues and (measured or bool(date.words))
    return kind_of(told, voice.cue, measured or past, tells_act, ahead, argued, reported)


def _is_ahead(date: ClaimDate, found: Findings) -> bool:
    """Whether the time told of begins after publication."""
    meant, now = parse(date.edtf), parse(found.published)
    return bool(date.words and meant and now and meant.start > now.end)


_WEAKEST_FIRST = ("doubtful", "possible", "likely")


def modality_of(words: Sequence[Word]) -> Judged:
    """certain, likely, possible or doubtful: the weakest sign in what the words claim, not in a clause beside it."""
    found = [f for f in found_in("modality.yaml", words) if not _is_month(words, f.start)]
    for value in _WEAKEST_FIRST:
        for one in found:
            denied = words[one.start].lemma == "deny"  # "has been accused of it (though Lima DENIES this)"
            if one.value == value and (denied or _is_of_degree(words, one.start) or not _is_beside(words, one.start)):
                return Judged(value, text_of(words, one))
    return Judged("certain")


def _is_of_degree(words: Sequence[Word], at: int) -> bool:
    """ "Was hit SO hard THAT the damage may last": what comes of it belongs to the claim."""
    lows = [w.text.lower() for w in words[:at]]
    return "so" in lows and "that" in lows[lows.index("so") :]


def _is_month(words: Sequence[Word], i: int) -> bool:
    """ "May" with a capital inside a sentence, or before a number, is the month."""
    if words[i].text != "May":
        return False
    return i > 0 or (len(words) > 1 and words[1].text[0].isdigit())
