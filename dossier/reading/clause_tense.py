"""The tense of a clause, by its first finite verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from dossier.data import load
from dossier.language.grammar import is_adverb
from dossier.reading.sentences.verbs import class_of, present_forms
from dossier.reading.speech.reporting import small

WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+|[^\w\s]")
_REACHED = re.compile(
    r"(?<!\bup )\b(?:to|reached) (?:(?:about|only|just|almost|nearly|over|some|around|a record) )?[$€£]?\d"
)
_SUBJECT = 9  # words within which a sentence's subject ends, with the clause that tells which
_PHRASE = 8  # words behind a participle in which its noun's own verb is looked for
_THIS = frozenset(("this", "that"))
_THIRD = frozenset(("it", "he", "she"))
_TOLD = ("past", "future", "shifted")
_NO_SUBJECT = frozenset(("to", "of", "be", "and", "or", "not", ",", "who", "which", "that", "how", "whether"))
_CLAUSE = 600  # characters within which a clause shows its tense; what is longer is no sentence a person wrote


@lru_cache(maxsize=4096)  # a sentence is looked at again for each claim after it
def tense_of(clause: str) -> str:
    """The first finite verb's: past, present, perfect, future, or "" where none says.

    After a verb of saying in the past the words said decide; "reported" when they are not in the past either,
    "shifted" when they may be a present told in the past: "said it regretted the decision".
    """
    words = _words(clause)
    # "If Rome signs, is willing to pay and stays, it will …", "If it does not — and it won't — then it will …"
    behind = next((words[at:] for at, word in enumerate(words) if word in (",", "then")), [])
    if behind and words[0] in ("if", "unless"):
        ahead = any(w in listed("future") or (w == "would" and "have" not in behind) for w in behind)
        return "future" if ahead else tense_of(" ".join(behind[1:]))
    if words and words[0] in listed("absolute") and "," in words:  # "With its forces drained, ..."
        words = words[words.index(",") + 1 :]
    elif "," in words[2:] and _opens_beside(words):
        words = words[words.index(",", 2) + 1 :]
    words = _without_asides(words)
    if main := _behind_complement(words):
        return main
    for i, word in enumerate(words):
        before = words[i - 1] if i else ""
        after = words[i + 1] if i + 1 < len(words) else ""
        if after == "by" and words[i + 2 : i + 3] and _tells_no_doer(words[i + 2]):
            after = ""  # "declined by more than a fifth", "survived by selling"
        if word == "will" and (after in ("to", "of") or before in listed("before_nouns")):
            continue
        if word in listed("future") and listed("indirect").isdisjoint(words[2 * _opens_with_those_who(words) : i]):
            return "future"
        if word in listed("obliging") and "have" in words[i + 1 : i + 3]:
            return "past"  # "the town ought to have been asked"
        to_be = after == "be" and not (words[i + 2 : i + 3] and _is_participle(words[i + 2]))
        if word in listed("obliging") and not to_be and after != "" and before not in listed("before_nouns"):
            return "future"  # "Parliament should publish", "the list should be published": from now on
        if i and word in listed("foreseeing") and "to" in words[i + 2 :]:
            return "future"  # "analysts expect the bank to cut"
        if word in ("is", "are") and _is_going_to(words[i + 1 : i + 6]):
            return "future"
        if i and word in listed("meaning") and after == "to" and before not in class_of("determiners", "possessives"):
            return "present"  # "the port plans to buy cranes"
        if is_planned(words, i):
            return "future"
        if word in listed("perfect"):
            return "present" if after == "to" or after in class_of("determiners", "possessives") else "perfect"
        if word == "used" and after == "to" and before not in ("is", "are", "be", "was", "were", "get", "got"):
            return "past"
        if word in listed("past") and word.endswith("ed") and before in class_of("determiners"):
            continue  # "the agreed minimum is"
        if word in listed("reporting") and i:
            said = " ".join(words[i + 1 :])
            inner = tense_of(said)
            if not inner and word != "said" and after in class_of("determiners") | class_of("possessives"):
                return "past"  # "never believed the numbers", "announced a sale"
            return "shifted" if inner == "past" and is_shifted(said) else inner if inner in _TOLD else "reported"
        if (
            word in listed("denying")
            and i
            and after == "that"
            and (inner := tense_of(" ".join(words[i + 2 :]))) == "past"
        ):
            return inner  # "denies that its dams worsened the drought": what is denied is dated, not the denial
        if word == "would" and after in ("rather", "like", "prefer", "love"):
            return "present"
        if word in ("would", "may", "might", "must") and after == "have" and _tells_of_past(words[i + 2 : i + 4]):
            return "past"  # "would have cost", "may have left"; not "may have to leave"
        if word == "would" and i:
            return _behind_comma(words[i:])  # not by a verb that stands beside what it would touch
        if word == "could" and after not in ("not", "no", "only", "have"):
            return "present"
        if word == "did" and "".join(words[max(0, i - 2) : i - 1]) in ("as", "than"):
            continue  # "no longer behaves as it did"
        if i and after in listed("into_participles", "time_openings") and (verb := _verb_after(words, i + 2, before)):
            if verb in class_of("auxiliaries") | listed("present"):
                continue  # "hospitals built under communism are falling apart"
            return "present"  # "reforms passed last April ban it"
        listed_verb = word in listed("past", "perfect", "present")
        relates = listed_verb and (before in ("who", "which") or _that_relates(words, i))
        if relates or (_contact_clause(words, i) and (listed_verb or _is_past(word, before, after))):
            main = tense_of(" ".join(words[i + 1 :]))
            if main in ("present", "perfect", "future"):
                return main  # "families who fled in 2015 are still in camps"
            if not main and words[1] in present_forms()[1]:
                return "present"  # "Serbia buys gas under a contract that was extended in 2022"
        if word in listed("past") and i and not (word == "were" and "if" in words[max(0, i - 3) : i]):
            return "past"
        if word in listed("present") and before not in ("to", "who", "which", "that"):
            return "present"
        if before in listed("going_on") and word.endswith("s") and not word.endswith(("ss", "ous", "us")):
            return "present"  # "still bars"
        if i == 1 and before in _THIRD and word.endswith("s") and after in class_of("determiners", "possessives"):
            return "present"  # "it updates our study"
        if i and (_is_present(word, before, after) or (i == 2 and _is_subject_and_verb(words))):
            return "present"
        if i and _is_past(word, "" if i == 1 and before in ("this", "that") else before, after):
            return "past"
    return ""


def _opens_beside(words: list[str]) -> bool:
    """ "When it closed, ...", "Ten years after it closed, ..."; not "It comes as a relief to Turin, which ..."."""
    at = next((i for i, word in enumerate(words[:3]) if word in listed("subordinating")), -1)
    return at == 0 or (at > 0 and not tense_of(" ".join([*words[:at], "it"])))


def _words(clause: str) -> list[str]:
    """The words of a clause in small letters, but for the month: "ended on May 31" holds no "may"."""
    return [w if w == "May" else w.lower() for w in WORD.findall(clause, 0, _CLAUSE)]


def is_planned(words: Sequence[str], i: int) -> bool:
    """ "The mine IS TO receive a loan"; not "the aim is to", "is to blame"."""
    if words[i] not in ("is", "are") or not i or "to" not in words[i + 1 : i + 2]:
        return False
    verb = words[i + 2] if i + 2 < len(words) else ""
    return verb.isalpha() and verb not in listed("no_plan") and words[i - 1] not in listed("purposes")


def _is_going_to(behind: Sequence[str]) -> bool:
    """ "Is expected to", "is also due to open"; not "is due to the drought"."""
    verb, to, after, *_ = [*(w for w in behind if not is_adverb(w) and w not in listed("between")), "", "", ""]
    return verb in listed("going") and to == "to" and after not in class_of("determiners", "possessives")


def _that_relates(words: list[str], i: int) -> bool:
    """ "A pallet THAT took nine days": behind a noun with its article "that" opens no clause of its own."""
    return i > 2 and words[i - 1] == "that" and words[i - 3] in ("a", "an", "the", "each", "every")


def _contact_clause(words: list[str], i: int) -> bool:
    """ "Surveys THAT WE reviewed do not", "officials WE spoke to": no verb of the sentence."""
    if words[i - 1 : i] and words[i - 1] in small("subject_pronouns") and i > 1:
        return i < _SUBJECT and (words[i - 2] in ("that", "which", "whom", "who") or words[i - 2].endswith("s"))
    return False


def _opens_with_those_who(words: list[str]) -> bool:
    """ "THOSE WHO confess will not go to prison": no indirect question."""
    return words[1:2] == ["who"] and words[0] in ("those", "people", "anyone", "anybody", "everyone")


def is_shifted(clause: str) -> bool:
    """Whether the first verb of what somebody said tells a state: "was ready", "was stepping down", "wanted"."""
    said = _words(clause)
    for i, word in enumerate(said):
        after = next(
            (w for w in said[i + 1 : i + 4] if not is_adverb(w) and w not in listed("between", "not_yet")), ""
        )
        if word in ("was", "were"):
            return not _is_participle(after)
        if word == "had" and after and not _is_participle(after):
            return True  # "said her grandson had asthma"
        if word in ("had", "did") or word in listed("states"):
            return word in listed("states")
        if word in listed("past") or (i and _is_past(word, said[i - 1], after)):
            return False
    return False


def _is_present(word: str, before: str, after: str, subject: str = "") -> bool:
    """ "Critics argue that", "the code asks its members": a present with an object or a clause behind it.

    It must agree in number with its subject, where that is not the word before it.
    """
    bases, thirds = present_forms()
    if word in listed("past") or (word not in thirds and word not in bases):
        return False  # "a study by the university found that" founds nothing
    opens = class_of("determiners", "possessives") | small("subject_pronouns")
    if (
        not (after in opens or (word in thirds and after[:1] in tuple("$€£0123456789")))
        or before in opens - small("subject_pronouns") | class_of("prepositions") | _NO_SUBJECT
    ):
        return False
    subject = subject or before
    plural = subject.endswith("s") and not subject.endswith(("ss", "'s", "’s"))
    return plural != (word in thirds)


def _verb_after(words: list[str], start: int, noun: str) -> str:
    """The verb before the next comma or conjunction, by which the words behind `noun` are none; "" without one."""
    for at, word in enumerate(words[start : start + _PHRASE], start):
        if word in listed("subordinating", "relative", "parting"):
            return ""
        if word in ("is", "are", "was", "were", "has", "have", "had", "will") or word in listed("present"):
            return word
        before, after = words[at - 1], words[at + 1] if at + 1 < len(words) else ""
        if _is_present(word, before, after) or _is_present(word, before, after, noun):
            return word
        if before.isdigit() and word.endswith("s") and after in class_of("determiners"):
            return word  # "signed in Dubai in 2021 foresees a swap"
    return ""


def may_be_past(clause: str) -> bool:
    """Whether a clause without a sure tense has a verb whose past looks like its present: "they set up a fund"."""
    words = _words(clause)
    return not listed("either").isdisjoint(words) and listed("modals").isdisjoint(words) and tense_of(clause) == ""


def has_happened(clause: str) -> bool:
    """Whether the first "has" tells of something that happened (has grown, has been banned).

    What it tells of a state (has become, has been silent), of a level reached (has risen to 5 percent), of what has
    not happened or of what is owned does not.
    """
    words = _without_asides(_words(clause))
    at = next((i for i, w in enumerate(words) if w in listed("perfect")), len(words))
    after = [w for w in words[at + 1 : at + 6] if not is_adverb(w) and w not in listed("between")]
    if not after or not listed("not_yet").isdisjoint(words[: at + 3]) or after[0] in listed("holding"):
        return False
    if _REACHED.search(clause, 0, _CLAUSE):
        return False
    if after[0] == "been":
        return len(after) > 1 and (after[1].endswith("ing") or _is_participle(after[1]))
    return _is_participle(after[0])


def _is_participle(word: str) -> bool:
    formed = word.endswith(("ed", "en")) or word in _irregular() or word in listed("past", "either")
    return formed and word not in listed("no_participles")


@cache
def _irregular() -> frozenset[str]:
    forms = {form for base, known in load("irregular.yaml").items() for form in (base, *known)}
    return frozenset(f for f in forms if not f.endswith(("er", "est", "ing")))


def _without_asides(words: list[str]) -> list[str]:
    """Without what stands between commas behind a "who" or a participle: the mayor, elected in 2019, has no plan."""
    for i, word in enumerate(words[:-2]):
        if word != ",":
            continue
        participle, behind = words[i + 1 : i + 3]
        opens = any(w in listed("relative") and w not in ("that", "when") for w in (participle, behind)) or (
            _may_be_participle(participle)
            and (behind in listed("into_participles", "time_openings") or behind in ("by", "as", "to"))
        )
        if opens and "," in words[i + 2 :]:
            return words[:i] + _without_asides(words[words.index(",", i + 2) + 1 :])
    return words


def _tells_of_past(words: Sequence[str]) -> bool:
    verb = next((w for w in words if not is_adverb(w) and w not in listed("between")), "")
    return verb != "to" and _is_participle(verb)


def _is_subject_and_verb(words: Sequence[str]) -> bool:
    """ "This paper ASKS instead": behind an article and a noun, no other verb beside it ("the firm plans fell")."""
    article, noun, verb = words[:3]
    after = words[3] if len(words) > 3 else ""
    if article not in class_of("determiners") | _THIS or noun.endswith("s") or verb not in present_forms()[1]:
        return False
    return not (after.endswith(("ed", "s")) or after in listed("past", "perfect", "future") | class_of("auxiliaries"))


def _behind_complement(words: list[str]) -> str:
    """The tense behind what a noun as subject holds: "the chance THAT IT WILL RAIN rose"; "" where there is none."""
    for at, word in enumerate(words[:6]):
        noun = word in listed("holding_that") and (not at or words[at - 1] in class_of("determiners"))
        if noun and words[at + 1 : at + 2] == ["that"]:
            verb = next((k for k in range(at + 2, len(words)) if words[k] in class_of("auxiliaries")), 0)
            return tense_of(" ".join(words[verb + 1 :])) if verb else ""
    return ""


def _behind_comma(words: Sequence[str]) -> str:
    """The tense of what comes behind the next comma: "would cut jobs, the union said"; "" for a relative clause."""
    at = next((k for k, word in enumerate(words) if word == ","), len(words))
    behind = words[at + 1 :]
    return "" if not behind or behind[0] in listed("relative") else tense_of(" ".join(behind))


def _may_be_participle(word: str) -> bool:
    return word in listed("dated_things") or (word.endswith("ed") and len(word) > 4)


def _tells_no_doer(word: str) -> bool:
    return word[0].isdigit() or word in listed("measures") or (word.endswith("ing") and len(word) > 5)


def _is_past(word: str, before: str, after: str) -> bool:
    """A regular past tense: an -ed word where no participle would stand."""
    if not word.endswith("ed") or len(word) < 5 or word.endswith("eed") or "-" in word:
        return False
    if is_adverb(before) and before.endswith("ly") and after in ("to", "as", "for"):
        return False  # "the basket typically used to measure prices"
    return before not in listed("before_participles") and after != "by"


@cache
def listed(*names: str) -> frozenset[str]:
    """The words of these lists of data/periods.yaml."""
    return frozenset(word for name in names for word in load("periods.yaml")[name])
