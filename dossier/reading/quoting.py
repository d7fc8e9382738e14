"""The shortest span of a sentence that can stand alone as a quote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from dossier.language.words import words_of
from dossier.reading.sentences.telling import has_verb, may_tell, parsed
from dossier.reading.speech.acts import is_act
from dossier.reading.speech.frames import Attribution
from dossier.reading.speech.framing import is_sentence, keeps_its_verb, may_be_left_off, weighs
from dossier.reading.speech.persons import TURNS_ASIDE, is_first
from dossier.reading.speech.reporting import small, verbs
from dossier.reading.speech.unmarked import JUDGING
from dossier.reading.trimming import tidy
from dossier.reading.wording import voice_signs

Span = tuple[int, int]

_TURNS = re.compile(r", but |[:;] ")
_RELATIVE = re.compile(r"\b(?:that|which|who)\b", re.IGNORECASE)
_LEAST_WORDS = 3
_CLAUSES = frozenset(("clause", "person", "asking", "beside_quotation"))
_NOUN_PHRASE = 4  # words before a relative pronoun that may be one noun phrase
_SUBJECT = 5  # words of "the mines," between a colon and its speaker
_ASIDE = 12  # words of the author's own around somebody's content that may be left out of the quote


def quote_spans(text: str, sentence: Span, clauses: Sequence[Span], heard: Sequence[Attribution]) -> list[Span]:
    """Spans of the text that become quotes: one per clause that can stand alone.

    Speakers and connectives are left off.
    """
    spans: list[Span] = []
    parts = [part for whole in clauses or (sentence,) for part in _parts_of(text, whole, heard)]
    for clause in [half for part in parts for half in _opening_apart(text, part, heard)]:
        if both := _said_twice(text, clause, heard):
            spans += [part for part in both if not spans or spans[-1][1] <= part[0]]
            continue
        said = _said(text, clause, heard)
        if (earlier := _told_before(text, clause, said, heard)) and _stands_alone(text, tidy(text, earlier)):
            spans.append(tidy(text, earlier))
        span = tidy(text, said)
        if not _stands_alone(text, span):
            if spans:
                continue
            span = tidy(text, clause)
        if _stands_alone(text, span) and all(end <= span[0] or span[1] <= start for start, end in spans):
            spans += _each_that(text, span) if said != clause else [span]
    if not spans:
        whole = tidy(text, sentence)
        return [whole] if whole[1] > whole[0] else []
    return spans


def _parts_of(text: str, clause: Span, heard: Sequence[Attribution]) -> list[Span]:
    """The clause, cut where a rejection ends and where behind a colon somebody else is heard."""
    for a in heard:
        if not a.source or not a.cue or not clause[0] < a.source[0] < a.cue[0] < clause[1]:
            continue
        colon = _colon_before(text, clause[0], a.source[0])
        if colon and _stands_alone(text, (clause[0], colon)):
            return [*_rejection_apart(text, (clause[0], colon)), *_rejection_apart(text, (colon + 2, clause[1]))]
        if other := _answered(text, clause, a):
            return [(clause[0], max(a.cue[1], a.source[1])), other]
    return _rejection_apart(text, clause)


def _opening_apart(text: str, clause: Span, heard: Sequence[Attribution]) -> list[Span]:
    """ "He lashed out at the judges: “They all": what is quoted over sentences apart from what is told first."""
    opens = _LEFT_OPEN.search(text, *clause)
    told, said = ((clause[0], opens.start()), (opens.end(), clause[1])) if opens else (clause, clause)
    if not opens or not _stands_alone(text, said) or not is_sentence(text, said):
        return [clause]
    aside = any(a.cue and told[1] - _SAYING < a.cue[0] < told[1] for a in heard)
    aside = aside or len(text[slice(*told)].split()) < _ASIDE or not _stands_alone(text, told)
    return [said] if aside else [told, said]


_SAYING = len("told the crowd of farmers ")
_LEFT_OPEN = re.compile(r": [“\"](?=\w)(?=[^”\"]*\Z)")


def _answered(text: str, clause: Span, heard: Attribution) -> Span | None:
    """ "The dam is full, the minister said on Tuesday, BUT THE UNION DENIED IT": what is told behind the saying."""
    if not (heard.cue and heard.source) or heard.content[1] > min(heard.cue[0], heard.source[0]) or heard.by_noun:
        return None
    if heard.content[0] - clause[0] > _ASIDE:
        return None
    turn = _ANSWERS.match(text, max(heard.cue[1], heard.source[1]), clause[1])
    rest = (turn.end(), clause[1]) if turn else None
    opens = text[rest[0] : rest[1]].split(" ", 1)[0].lower() if rest else ""
    plain = opens != "not" and opens not in verbs()
    return rest if rest and plain and _stands_alone(text, rest) and is_sentence(text, rest) else None


def _colon_before(text: str, start: int, source: int) -> int:
    """Where a colon stands right before a speaker, or before the subject in ": the mines, she argues, take"."""
    colon = text.rfind(": ", start, source)
    between = text[colon + 2 : source]
    subject = between.endswith(", ") and len(between.split()) <= _SUBJECT and "," not in between[:-2]
    points = text[start:colon].endswith((" this", " that", " it"))  # "rejected this: the reserve, it said, was full"
    return colon if colon > 0 and (not between or (subject and not points)) else 0


def _rejection_apart(text: str, clause: Span) -> list[Span]:
    """ "That is not to say A, but B", "A is a myth: B": only A is rejected, so B is a claim of its own."""
    body = text[clause[0] : clause[1]]
    turn = next((found for found in _TURNS.finditer(body) if _rejects(body[: found.start()])), None)
    if turn is None:
        return [clause]
    return [(clause[0], clause[0] + turn.start()), (clause[0] + turn.end(), clause[1])]


def _rejects(words: str) -> bool:
    return any(f.value == "rebutted" for f in voice_signs(words_of(words)))


def _said(text: str, clause: Span, heard: Sequence[Attribution]) -> Span:
    """The content of what is said in the clause, when the clause does hardly more than report it."""
    best = clause
    if _in_two_parts(text, clause, heard):
        return clause
    for a in heard:
        if a.cue is None or is_act(text, a) or _takes_no_clause(text, a) or _is_told_by_another(text, a, heard):
            continue
        shared = (max(a.content[0], clause[0]), min(a.content[1], clause[1]))
        if shared[0] >= shared[1] or not (clause[0] <= a.cue[0] and a.cue[1] <= clause[1]):
            continue
        if _says_beside(text, clause, a.cue) or a.opens is not None:
            continue
        told = _told_by_now(text, a, clause[1])
        rest = [best[0] - shared[0] < 0 and text[best[0] : shared[0]], text[shared[1] : min(told, best[1])]]
        own = sum(len(_without(part, a, text).split()) for part in rest if part)
        rejected = any(_rejects(part) for part in rest if part)  # without it the quote would say the contrary
        whole = shared[0] == clause[0] and _ends_quotation(text, clause, shared[1])
        if (
            (whole or (own <= _ASIDE and may_be_left_off(text, (clause[0], told), a)))
            and not rejected
            and best[0] <= shared[0]
            and shared[1] <= best[1]
            and _stands_alone(text, shared)
        ):
            best = shared
    return best


def _each_that(text: str, said: Span) -> list[Span]:
    """ "Said that the dam was full AND THAT the town was safe": each a claim of its own."""
    turn = _AND_THAT.search(text, *said)
    turn = turn if turn and " that " not in text[said[0] : turn.start()] else None  # "we BELIEVE that A and that B"
    parts = [(said[0], turn.start()), *_each_that(text, tidy(text, (turn.end(), said[1])))] if turn else [said]
    bodies = [text[slice(*part)] for part in parts]
    whole = all(_stands_alone(text, part) and is_sentence(text, part) for part in parts)
    apart = not any(_LEANS.match(body) or body.count("“") != body.count("”") for body in bodies)
    return parts if whole and apart else [said]


def _is_told_by_another(text: str, told: Attribution, heard: Sequence[Attribution]) -> bool:
    """ "“They think that the well is dry,” said Ana", "“WE WERE TOLD THAT it was safe,” said Ruiz".

    Without these words the speaker would say that it is so.
    """
    if told.cue is None or (told.source and is_first(text[slice(*told.source)])):
        return False
    inside = (a for a in heard if a.source and a is not told and a.content[0] <= told.cue[0])
    if told.source is None:
        return any(told.content[1] <= a.content[1] for a in inside)
    return any(text[a.content[0]] in '“"' and told.source[0] < a.content[1] for a in inside)


def _told_by_now(text: str, heard: Attribution, end: int) -> int:
    """The end of what tells that it was said: behind "“A,” said X" it may be told when, "as she opened the fair"."""
    behind = max(heard.cue[1], heard.source[1]) if heard.cue and heard.source else 0
    quoted = text[heard.content[1] - 1 : heard.content[1] + 1].strip(" ,")[-1:] in ("”", '"')
    return behind if quoted and behind > heard.content[1] and _WHEN_SAID.match(text, behind, end) else end


def _in_two_parts(text: str, clause: Span, heard: Sequence[Attribution]) -> bool:
    """ "“The dam is full,” said Ana, “if you believe them.”": one part without the other would say something else."""
    for a, b in pairwise(sorted((a for a in heard if a.cue and a.source), key=lambda a: a.content)):
        if a.cue != b.cue or not a.cue or not (clause[0] <= a.content[0] and b.content[1] <= clause[1] + 1):
            continue
        said = text[b.content[0] : b.content[1]]
        opens = said.lstrip("“\"‘'«")[:1] if said[:1] in "“\"‘'«" else ""
        if a.content[1] <= a.cue[0] and a.cue[1] <= b.content[0] and opens.islower():
            return True
    return False


def _takes_no_clause(text: str, heard: Attribution) -> bool:
    """ "A paper put the cost at 9 million": what such a word reports is no sentence by itself."""
    verb = verbs().get(text[slice(*heard.cue)].lower()) if heard.cue and not heard.by_noun else None
    if (
        heard.cue
        and _OF.fullmatch(text, heard.cue[1], heard.content[0])
        and not has_verb(text[slice(*heard.content)])
    ):
        return True  # "pointed to “the effect of three bans”"
    judged = verb is not None and verb.base in JUDGING and text[heard.content[0]] not in '“"‘'
    return verb is not None and (judged or not verb.takes & _CLAUSES or _is_noun_phrase(text, heard, verb.takes))


def _is_noun_phrase(text: str, heard: Attribution, takes: frozenset[str]) -> bool:
    """ "Declared A STRIKE against the quota, which left many idle": what is said opens with no clause."""
    if not (heard.cue and "matter" in takes) or text[: heard.content[0]].endswith(" that "):
        return False
    turn = TURNS_ASIDE.search(text, *heard.content)
    said = text[heard.content[0] : turn.start() if turn else heard.content[1]]
    return heard.cue[1] <= heard.content[0] and said[:1] not in '“"([' and not has_verb(said)


def _said_twice(text: str, clause: Span, heard: Sequence[Attribution]) -> list[Span]:
    """ "“A,” said X, adding that B", "A, X said, and B", "While saying that A, X added that B": both contents."""
    for a, b in pairwise(sorted((a for a in heard if a.cue and a.source), key=lambda a: a.content)):
        if a.source != b.source or not a.cue or not b.cue or not b.source:
            continue
        if _says_next(text, clause, a, b):
            parts = [tidy(text, a.content), tidy(text, (b.content[0], min(b.content[1], clause[1])))]
            if all(_stands_alone(text, part) and is_sentence(text, part) for part in parts):
                return parts
        adding = text[slice(*b.cue)].endswith("ing") and a.cue[0] < b.cue[0]
        opening = a.cue[1] <= a.content[0] < a.content[1] < b.source[0] < b.cue[0] and a.cue[0] - clause[0] <= _WHILE
        if not (opening or adding or (a.cue == b.cue and text.startswith("and ", b.content[0]))):
            continue
        behind = clause[0] <= a.content[0] and a.content[1] <= a.cue[0] <= b.cue[0] < b.content[0]
        if not (opening or behind):
            continue
        if _takes_no_clause(text, b):
            continue  # "…, dismissing calls for a cut"
        parts = [tidy(text, a.content), tidy(text, (b.content[0], min(b.content[1], clause[1])))]
        if all(_stands_alone(text, part) and is_sentence(text, part) for part in parts):
            return parts
    return []


def _says_next(text: str, clause: Span, first: Attribution, then: Attribution) -> bool:
    """ "X NOTED THAT A, AND POINTED OUT THAT B": nothing but the speaker and two sayings stands around A and B."""
    if not (first.cue and then.cue and first.source) or first.cue[0] < first.source[1]:
        return False
    opens = clause[0] <= first.source[0] and not may_tell(text[clause[0] : first.source[0]])
    joined = _AND.fullmatch(text[first.content[1] : then.cue[0]] + " ") or _AND.fullmatch(
        text, first.content[1], then.cue[0]
    )
    ordered = first.cue[1] <= first.content[0] < first.content[1] <= then.cue[0] < then.content[0]
    plain = not any(is_act(text, a) or _takes_no_clause(text, a) or keeps_its_verb(text, a) for a in (first, then))
    sure = not weighs(text[clause[0] : first.content[0]]) and not weighs(text[first.content[1] : then.content[0]])
    return bool(opens and joined and ordered and plain and sure and then.content[0] < clause[1])


def _told_before(text: str, clause: Span, said: Span, heard: Sequence[Attribution]) -> Span | None:
    """ "The union promised a strike and said …": what the speaker told or did first, which the quote would lose."""
    if said == clause:
        return None
    best = next((a for a in heard if a.content[0] <= said[0] and said[1] <= a.content[1]), None)
    if best is None or best.cue is None or best.source is None:
        return None
    for a in heard:
        if a.source != best.source or a.cue is None or not clause[0] <= a.cue[0] < a.content[1] <= best.cue[0]:
            continue
        if _AND.fullmatch(text, a.content[1], best.cue[0]):
            return (clause[0], a.content[1]) if is_act(text, a) else a.content
    return None


_WHEN_SAID = re.compile(r" (?:as|while|when)\b[^“”\"]*$")
_WHILE = len("While ")
_ANSWERS = re.compile(r"(?: (?:on|in|at|to|by|during|last|late|early)\b[^,;:“”\"]{1,60})?, (?:but|while|and) ")
_LEANS = re.compile(r"(?:this|that|these)\b|(?:it|they) (?:is|was|are|were)\b")  # tells little by itself
_AND_THAT = re.compile(r"(?:,(?= that .* and that )|,? (?:and|but)) that (?!means\b|makes\b)")
_AND = re.compile(r",? (?:and|but)(?: \w+){0,2} ")


def _says_beside(text: str, clause: Span, cue: Span) -> bool:
    """ "Peru backs the pact, saying that ...": the saying comes beside a statement that must not be lost."""
    before = text[clause[0] : cue[0]].rstrip()
    return text[cue[0] : cue[1]].lower().endswith("ing") and before.endswith(",") and may_tell(before)


_OF = re.compile(r" (?:to|of|about|at|over|against) [\"“‘']?")


def _ends_quotation(text: str, clause: Span, end: int) -> bool:
    """ "“I saw it. NOR DID HE COME BACK,” said Ruiz, a guard who …": what it ends began in the sentence before."""
    words = text[slice(*clause)]
    return text[end - 1 : end] in ('"', "”") and (words.count('"') % 2 == 1 or words.count("“") < words.count("”"))


def _without(part: str, a: Attribution, text: str) -> str:
    """What stands around a content besides its speaker and its reporting word."""
    for span in (a.source, a.cue):
        if span:
            part = part.replace(text[span[0] : span[1]], " ", 1)
    return re.sub(r"\b(?:that|who|has|have|had|a|the|an|of|in|on|for)\b|\W", " ", part)


@lru_cache(maxsize=256)  # one clause after the other is weighed, and each cut of it more than once
def _stands_alone(text: str, span: Span) -> bool:
    body = text[span[0] : span[1]]
    return len(body.split()) >= _LEAST_WORDS and may_tell(body) and not _lacks_main_verb(text, span)


def _lacks_main_verb(text: str, span: Span) -> bool:
    """ "The drought THAT HAS gripped the country a disaster": no statement, its verbs are a relative clause's."""
    if not _RELATIVE.search(text, *span):  # most spans hold none, and need not be cut into words again
        return False
    tokens, told, _ = parsed(text[slice(*span)])
    finite = [k for k in told if k]
    if not finite or any("'" in t.low or "’" in t.low for t in tokens[: finite[0]]):  # "THAT'S not to say that …"
        return False
    relative = (k for k, t in enumerate(tokens) if k and t.low in ("that", "which", "who"))
    opens = next((k for k in relative if tokens[k - 1].low not in small("prepositions")), 0)  # "of THAT size"
    if not 0 < opens < finite[0] or (opens > _NOUN_PHRASE and tokens[opens + 1].low not in small("subject_pronouns")):
        return False
    aside = sum(tokens[k].low in verbs() for k in finite[:1] if k > opens + 1)  # "that it SAYS Moldova owes"
    return len(finite) <= 1 + aside or not has_verb(text[slice(*span)])
