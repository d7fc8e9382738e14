"""What stands around somebody's words in their sentence, and whether a quote may leave it off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from dossier.data import load
from dossier.language.listed import listed_words
from dossier.reading.sentences.telling import has_verb, parsed
from dossier.reading.speech.acts import base_of
from dossier.reading.speech.frames import Attribution
from dossier.reading.speech.reporting import small, verbs, withheld

_listed = partial(listed_words, "framing.yaml")

Span = tuple[int, int]

_ROLE = re.compile(r"(?:The|An?|Its|His|Her|Their) (?:[\w’'-]+ ){0,4}[\w’'-]+, ")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_THERE_IS = re.compile(r"\bthere (?:is|are|was|were|have been|has been)\b[^.;:]*$", re.IGNORECASE)
_RELATIVE = re.compile(r", (?:which|who|whom|whose)\b[^,;]*,")  # what is told of the speaker in passing
_TOLD_LAST = re.compile(r", (?:who|whose)\b[^.;:“”\"]*[.!]?\s*$")
_APPOSITION = re.compile(
    r", (?:once|formerly|never|not|no longer|an?|the|himself|herself)\b[^,;]*,"
)  # "Mr Lam, once a critic,"
_UNNAMED = re.compile(
    r"(?:,? who)? (?:asked|asking|wished|wanted|did not want|requested|declined|spoke|speaking)\b[^,;]{0,40}"
    r"\b(?:named|identified|anonymity|anonymous|anonymously)\b"
)
# "Told Lima that it will join and Quito that it never will": two are told two things.
_TOLD_ANOTHER = re.compile(
    r"\band (?!(?:said|says|so|now|also|only)\b)(?:the |its |his |her )?[\w-]+ that (?:it|he|she|they|the|there|no)\b"
)
# "Recommended that all ferries be inspected": no sentence without the recommending.
_SUBJUNCTIVE = re.compile(
    r"(?!.{0,60}\b(?:to|will|would|should|must|can|cannot|could|may|might|shall|not|also|ever|only|n[’']t) be\b)"
    r"[^,;]{2,60} be \w+"
)
_SILENT = re.compile(r"^[^,;]{0,80}\b(?:declined|refused) to (?:comment|answer|respond)\b[^,;]{0,60}, but")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")  # what else was said
# "…, she says, although …", "…, he said, once …"; not "…, he said, adding", "…, said Ada Byron, who …".
GOES_ON = re.compile(r";|, (?!\w+ing\b|who\b|whose\b|which\b|according\b)[a-z]")
_BY_SAYING = re.compile(r"([^,;:“”\"]{0,80}), (?:\w+ly )?\w{2,}ing\b")
_WHILE_SAYING = re.compile(r"While \w+ing ")
_TOPIC = re.compile(
    r"(?:On (?=whether|how|why|what)|Asked (?=whether|if|how|why|about)|As (?:to|for) |Regarding |Concerning )"
    r"[^.;:“”\"]* "
)
_JOINT = re.compile(r",? (?:and|but)(?: (?:also|then|later|again|instead))? $")  # "said A AND warned that B"
_AS_ONCE = re.compile(r"(?<=\b[Aa]s )([^,;:]{1,60}?)\bonce\b")  # "As Ruiz ONCE wrote": an old word holds still
_SAID_ONLY = re.compile(r" only(?: that)? $")  # "said only that": nothing else was said
_THOSE_WHO = re.compile(r"\bwho (?:\w+ly |still |now )?$")
_TURN = re.compile(r";|: |,? (?:but|while|whereas|although|though) |, and ")


def may_be_left_off(text: str, clause: Span, heard: Attribution) -> bool:
    """Whether the words of the clause around the content only tell who says it.

    They do not where they negate, weigh or reject it, where they state something of their own, or where the content
    is no sentence without them.
    """
    if heard.cue is None:
        return False
    if _THOSE_WHO.search(text, clause[0], heard.cue[0]) and text[heard.content[1] : clause[1]].strip(" ."):
        return False  # "Those who THINK it is full SHOULD LOOK AGAIN"
    if keeps_its_verb(text, heard) or not is_sentence(text, heard.content):
        return False
    if _TOLD_ANOTHER.search(text, *heard.content) or _SUBJUNCTIVE.match(text, *heard.content):
        return False
    clause = _behind_topic(text, clause, heard)
    told = _THERE_IS.search(text[clause[0] : heard.cue[0]]) and text[slice(*heard.cue)].lower() in _listed("told_of")
    if heard.by_noun and not told:
        return False  # "there is a strong suspicion that" says less than what is suspected
    around = _around(text, clause, heard.content)
    if any(weighs(part) for part in around):
        return False
    return heard.by_noun or not any(has_verb(part) for part in _without_report(text, around, heard))


def _behind_topic(text: str, clause: Span, heard: Attribution) -> Span:
    """The clause without what only tells of what was spoken: "ASKED WHETHER RENTS WOULD FALL, she said that …"."""
    if not (heard.source and heard.cue) or not clause[0] < heard.source[0] < heard.cue[0] < heard.content[0]:
        return clause
    topic = _TOPIC.fullmatch(text, clause[0], heard.source[0])
    if not topic or not text[heard.source[1] : heard.cue[0]].isspace():
        return clause
    told = not topic[0].startswith("Asked ") and any(
        low in verbs() for low in _lows(topic[0])[1:]
    )  # "As for Ruiz, he said it fell because she CLAIMED that"
    return clause if told else (heard.source[0], clause[1])


def keeps_its_verb(text: str, heard: Attribution) -> bool:
    """Whether what is said would say something else without its reporting word: "doubted that", "asked whether"."""
    if heard.cue is None:
        return False
    return base_of(text[slice(*heard.cue)]) in _listed("keeps_its_verb") or _told_to_act(text, heard)


def _told_to_act(text: str, heard: Attribution) -> bool:
    """ "Told DRIVERS TO STOP work": who is to act stands before an infinitive, right behind the verb."""
    verb = verbs().get(text[slice(*heard.cue)].lower()) if heard.cue else None
    if heard.cue is None or verb is None or not {"person", "deed"} <= verb.takes:
        return False
    if text[heard.cue[1] : heard.content[0]] != " ":
        return False
    tokens, told, _ = parsed(text[slice(*heard.content)])
    to = next((k for k, t in enumerate(tokens) if t.low == "to"), 0)
    return to > 0 and not any(0 < k < to for k in told)


def weighs(words: str) -> bool:
    """Whether words beside a content negate, weigh or reject it."""
    lows = _lows(_AS_ONCE.sub("", words))
    return any(low in _listed("weighs") or low in _listed("rejects") or low.endswith("n't") for low in lows)


def is_sentence(text: str, span: Span) -> bool:
    """Whether the words have a subject and do not break off, unlike "to leave", "does not bind", "it will not"."""
    said = parsed(text[slice(*span)])
    tokens = [t for t in said.tokens if t.text[0].isalnum()]
    if (
        not tokens
        or (tokens[0].low in _NO_OPENING and not _opens_with_aside(text[slice(*span)]))
        or tokens[0].text in ("but", "and", "or")
        or tokens[0].low.endswith("n't")
    ):
        return False
    if (tokens[-1].low in small("auxiliaries") | {"not"} and tokens[-1].text != "May") or tokens[-1].low.endswith(
        "n't"
    ):
        return False
    if tokens[0].text in ("what", "how", "why", "who", "where", "when"):
        return False  # "point to what they pay"
    if tokens[0].low == "because" and "," not in text[slice(*span)].strip(" ,“”\"'"):
        return False
    first = tokens[0].text
    return not (first.islower() and said.tokens.index(tokens[0]) in said.verbs) or tokens[0].low.endswith("s")


def _opens_with_aside(words: str) -> bool:
    """ "FOR years they paid nothing", "AS a mother I know it": a sentence that does not open with its subject."""
    return words.lstrip("“\"‘'«").startswith(("For ", "As ", "Of ")) and has_verb(words)


_NO_OPENING = small("auxiliaries") | {"to", "of", "for", "as", "whether"}


def beside_saying(text: str, heard: Attribution, end: int) -> int:
    """Where words begin, up to `end`, that tell what was done by the saying: ", dismissing calls for a cut"."""
    if heard.cue is None or heard.cue[0] < heard.content[1]:
        return end
    tail = _BY_SAYING.match(text, heard.cue[1], end)
    return tail.end(1) if tail else end


def stance_of_frame(text: str, sentence: Span, heard: Attribution) -> str:
    """ "rejects" or "weighs" where the words beside the content do so; those beside other contents do not count."""
    sentence = _behind_topic(text, sentence, heard)
    left = _RELATIVE.sub(lambda found: " " * len(found[0]), text[sentence[0] : heard.content[0]])
    if heard.source and heard.cue and heard.source[1] < heard.cue[0] <= heard.content[0]:
        aside = _APPOSITION.match(text, heard.source[1], heard.cue[0])
        first, last = aside.span() if aside else (sentence[0], sentence[0])
        left = left[: first - sentence[0]] + " " * (last - first) + left[last - sentence[0] :]
    if heard.source and (role := _ROLE.fullmatch(left, 0, max(0, heard.source[0] - sentence[0]))):
        left = " " * role.end() + left[role.end() :]  # "The MINORITY leader, Hassan Duale, argued that"
    if heard.source and _WHILE_SAYING.match(left):
        opened = heard.source[0] - sentence[0]  # "While saying it will NOT close, the mayor noted that"
        left = " " * opened + left[opened:]
    if heard.cue and (joint := _JOINT.search(text, sentence[0], heard.cue[0])) and heard.cue[1] <= heard.content[0]:
        left = " " * (joint.start() - sentence[0]) + left[joint.start() - sentence[0] :]  # what else they said
    left = _SAID_ONLY.sub(lambda found: " " * len(found[0]), _in_front(sentence, heard, left))
    turns = list(_TURN.finditer(left))
    if heard.cue and is_aside(text, sentence, heard.cue):
        left = ""  # "rejected the charge, saying …": another thing is rejected
    left = left[turns[-1].end() :] if turns and heard.cue and heard.cue[0] >= sentence[0] + turns[-1].end() else left
    if heard.opens is not None:
        left = " " * (heard.opens - sentence[0])  # "FEWER than ten ships, according to the port, came": what is said
    right = text[heard.content[1] : beside_saying(text, heard, sentence[1])]
    right = _QUOTED.sub(" ", right) if text[heard.content[1] - 1] in '”"' else right
    left, right = _blank(_QUOTED.sub(" ", left)), _blank(_without_relative(right))
    if heard.cue and heard.content[1] <= heard.cue[0] and GOES_ON.match(text, heard.cue[1], sentence[1]):
        right = right[: heard.cue[1] - heard.content[1]]  # "…, she says, not even if": what she says goes on
    turn = _TURN.search(right)
    if turn and not (heard.cue and heard.cue[0] >= heard.content[1] + turn.end()):
        right = right[: turn.start()]
    if heard.by_noun and heard.cue and _is_subject(text[sentence[0] : heard.cue[0]]):
        right = text[heard.content[0] : sentence[1]]  # how far the content of "the idea that" reaches is never sure
    lows = [*_lows(_AS_ONCE.sub("", left)), *_lows(_AS_ONCE.sub("", right))]
    negated = any(low in _listed("turned") or low.endswith("n't") for low in lows)
    if any(low in _listed("rejects") for low in lows):
        return "weighs" if negated else "rejects"
    return "weighs" if negated or any(low in _listed("weighs") for low in lows) else ""


def _in_front(sentence: Span, heard: Attribution, left: str) -> str:
    """The words in front without a clause that only tells when: "ONCE THE FIRM HAS PAID, officials say that"."""
    speaks = heard.source[0] - sentence[0] if heard.source and heard.source[0] > sentence[0] else 0
    told = left[:speaks].rstrip()
    opens = told.split(" ", 1)[0].lower() in _listed("when")
    if not (opens and told.endswith(",") and has_verb(told)):
        return left  # "Until last year, the bank said that" is no clause
    return " " * speaks + left[speaks:]


def is_aside(text: str, span: Span, cue: Span) -> bool:
    """ "Peru left, saying …": the saying hangs on what Peru did."""
    return text[cue[0] : cue[1]].endswith("ing") and text[span[0] : cue[0]].rstrip().endswith(",")


def _without_relative(words: str) -> str:
    """Without what is told of a speaker at the end, ", who works on half an acre", unless it rejects what is said."""
    told = _TOLD_LAST.search(words)
    if told is None or any(low in _listed("rejects") for low in _lows(told[0])):
        return words
    return words[: told.start()] + " " * len(told[0])


def _blank(words: str) -> str:
    """The words without what tells of the speaker's name, of grounds, or of what others think of it."""
    for aside in (_UNNAMED, *_told_beside(), withheld()):
        words = aside.sub(lambda found: " " * len(found[0]), words)
    return words


@cache
def _told_beside() -> tuple[re.Pattern[str], ...]:
    """What is told beside a saying and does not take it from its speaker."""
    return tuple(re.compile(look) for look in load("framing.yaml")["told_beside"])


def _is_subject(before: str) -> bool:
    """Whether a noun with only these words before it is what its sentence speaks of."""
    return len(before.split()) <= 5 and not has_verb(before) and " there " not in before


def _around(text: str, clause: Span, content: Span) -> tuple[str, str]:
    before, after = text[clause[0] : max(clause[0], content[0])], text[min(content[1], clause[1]) : clause[1]]
    return _SILENT.sub("", _UNNAMED.sub("", before)), _without_relative(_UNNAMED.sub("", withheld().sub("", after)))


def _without_report(text: str, around: Sequence[str], heard: Attribution) -> list[str]:
    """The words around a content besides the speaker's name and the reporting word with its auxiliaries."""
    parts = []
    for part in around:
        for span in (heard.source, heard.cue):
            words = text[slice(*span)] if span else ""
            at = _place_of(words, part) if words else -1
            part = f"{_AUXILIARIES_LAST.sub('', part[:at])} {part[at + len(words) :]}" if at >= 0 else part
        parts.append(part)
    return parts


def _place_of(words: str, part: str) -> int:
    """Where the words stand and are no part of others, no "he" in "the"; -1 where they do not."""
    at = part.find(words)
    while at >= 0 and (_goes_on(part[:at][-1:]) or _goes_on(part[at + len(words) :][:1])):
        at = part.find(words, at + 1)
    return at


def _goes_on(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


_AUXILIARIES_LAST = re.compile(r"(?:\b(?:has|have|had|was|is|are|were|been|also)\s+)+$")


def _lows(part: str) -> list[str]:
    """The words, without names inside: Mr Lie rejects nothing."""
    found = _WORD.findall(part)
    return [w.lower().replace("’", "'") for k, w in enumerate(found) if not k or not w[0].isupper()]
