"""What 'the country', 'the junta', 'the capital', 'both states' refer to, where the text before lets us know.

Each kind of phrase has its reader; where it is not sure of itself, nothing is said. The phrases stand in
gazetteer.py, those for several countries are read in pairs.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.data import load
from dossier.model import Codebook
from dossier.reading.places import pairs
from dossier.reading.places.bystanders import tellers_aside
from dossier.reading.places.certainty import Look, Reader, heaviest, is_sure
from dossier.reading.places.finding import Mention
from dossier.reading.places.gazetteer import references, there_is
from dossier.reading.places.home import headed, section_of
from dossier.reading.places.memory import (
    WEIGHTS,
    Context,
    in_compound,
    in_predicate,
    inherited,
    new_paragraph,
    refocus,
    remember,
)
from dossier.reading.speech.quotations import Quotation, quotations
from dossier.reading.speech.reporting import small, verbs

_LEAVING = re.compile(r"\b(?:fle[de]\w*|fleeing|leav\w+|left|exit\w*|quit\w*|abandon\w*|depart\w* from)\s+$", re.I)
_COMING = re.compile(r"\b(?:enter\w*|reach\w*|to|into|invad\w+|arriv\w+ in)\s+$", re.IGNORECASE)
_OWNED = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?[A-Z]|[-‑]")
_WHERE = re.compile(r"^[^,;]*\b(?:in|of|at|across|inside)\s+(?:the\s+)?$")
# "Production there is held back", "because wages there are higher"
_SUBJECT_THERE = re.compile(
    r"(?:^|, |\b(?:because|while|and|but|as|that|since) )(?:the )?(\w[\w-]*)(?: of [a-z]+(?: [a-z]+)?)? $",
    re.IGNORECASE,
)
_TO_A_TOWN = re.compile(
    r"\b(?:in|to|near|from|into|towards|around|outside|of|across|on|occup\w+|entered|reached|left|stormed|seized|captured"
    r"|held)\s+$",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"(?:according to|as per|figures from|data from) ", re.IGNORECASE)
_SPEAKS = re.compile(r", |(?: also| later)? (?P<verb>[a-z]+)(?: on \w+| in [A-Z]\w+| last \w+)? (?:that )?")
_PARTNER = re.compile(r"\b(?:to|from|with|by|against|than|like|for) (?:the )?$")
_FAR = 60  # mentions of one sentence; what names more is a list, not a sentence
_CLOSE = 60  # characters that a short subject before "there" takes at most
_SUBJECT = 45  # characters from the sentence's start: "Kenyan officials said the country"


@dataclass(frozen=True, slots=True)
class Survey:
    """What a text's references stand for, and what each of its sentences goes on about when it names no place."""

    references: tuple[Mention, ...]
    spoken_of: tuple[tuple[str, ...], ...]  # one for each sentence
    turned_to: tuple[tuple[str, ...], ...]  # the same, unweighed: what the sentence before it opened with or led to


def survey(
    text: str,
    sentences: Sequence[tuple[int, int]],
    mentions: Sequence[Mention],
    codebook: Codebook,
    home: tuple[str, ...] = (),
) -> Survey:
    """Read the text's sentences one after the other.

    `mentions` are those of find_places over the same text, `home` is what the whole text is about. Only what is
    said before counts, and within a sentence what stands before the reference; a blank line weakens the memory.
    """
    context, found, spoken_of, turned_to = Context(home=home), [], [], []
    has_begun = False
    starts = [m.start for m in mentions]
    quoted = quotations(text)
    lower = text.lower()
    lower = lower if len(lower) == len(text) else text
    end_before = 0
    for start, end in sentences:
        first = bisect_left(starts, start)
        here = mentions[first : bisect_left(starts, end, first)]
        is_new = not end_before or "\n\n" in text[end_before:start]
        is_heading = is_new and headed(text, start, end)
        if is_heading and has_begun:
            context.home = section_of(text, start, here, home)
        has_begun = has_begun or not is_heading
        keep = 0.25 if is_new else 0.5
        context.weight = {code: w * keep for code, w in context.weight.items() if w > 0.05}
        if is_new:
            new_paragraph(context)
        spoken_of.append(inherited(context))
        turned_to.append(context.focus if context.is_set else ())
        told = tellers_aside(text, start, end, here)
        made = []
        for match in references().finditer(lower, start, end):
            reference = _reference(text, start, match, (here, told), context, codebook, quoted)
            made += [reference] if reference else []
        found += made
        context.lately = [*context.lately[-1:], (*here, *made)]
        told = sorted([*told, *made], key=lambda m: m.start)
        told = [m for m in told if m.kind != "firm"] or ([] if home else told)
        refocus(text, start, told, context, is_new)
        remember(text, start, told, context)
        end_before = end
    return Survey(tuple(found), tuple(spoken_of), tuple(turned_to))


def _reference(
    text: str,
    start: int,
    match: re.Match[str],
    mentions: tuple[Sequence[Mention], Sequence[Mention]],
    context: Context,
    codebook: Codebook,
    quoted: Sequence[Quotation],
) -> Mention | None:
    """The mention a matched phrase makes, or None where it points nowhere we know.

    `mentions` are all those of the sentence, and those of them that it speaks of.
    """
    here, told = mentions
    kind = next(name for name in _READERS if match[name])
    first, last = match.span(kind)
    near = bisect_left(here, last, key=lambda m: m.start)
    if near and here[near - 1].end > first:
        return None  # the codebook has a name for it
    at = bisect_left(told, first, key=lambda m: m.start)
    before = [m for m in told[max(0, at - _FAR) : at] if not in_compound(text, m)]
    later = [m for m in told[at : at + _FAR] if not in_compound(text, m)]
    look = Look(text, start, match, before, later, context, codebook)
    places = _READERS[kind](look)
    if not places:
        return None
    said = bisect_left(quoted, first, key=lambda q: q.end)
    within = quoted[said] if said < len(quoted) and quoted[said].start < first else None
    return Mention(first, last, places, "reference", is_sure(kind, places, look, within))


def _one(look: Look) -> tuple[str, ...]:
    """'the country': whom one flees is the people named; where one comes to is a place named; else the topic."""
    lead = look.text[max(0, look.match.start() - 20) : look.match.start()]
    single = [m for m in look.before if len(m.places) == 1 and m.places[0].isupper()]
    peoples = [m for m in single if m.kind == "people"]
    names = [m for m in single if m.kind in ("name", "capital")]
    if _LEAVING.search(lead) and peoples:
        return peoples[-1].places
    if names:
        return names[-1].places
    if look.match[0].split()[0].lower() in ("his", "her", "their") and not single:
        return ()  # a person's country is not that of the text before
    is_coming = bool(_COMING.search(lead))
    if single and not is_coming and single[0].start - look.start < _SUBJECT:
        return single[0].places
    weight = dict(look.context.weight)
    for mention in () if is_coming else single:
        weight[mention.places[0]] = weight.get(mention.places[0], 0) + WEIGHTS.get(mention.kind, 1.0)
    if look.text[look.match.start()].isupper() and look.context.last:
        weight[look.context.last] = weight.get(look.context.last, 0) + 1.0  # it takes up the thread
    if look.context.before == look.context.focus == (look.context.last,):
        weight[look.context.last] = weight.get(look.context.last, 0) + 1.0  # the sentence before was about it alone
    if look.context.home == look.context.focus and len(look.context.home) == 1:
        weight[look.context.home[0]] = weight.get(look.context.home[0], 0) + 1.0
    for mention in look.later:
        # "the country ... Kenyan voters" speaks of one; "the country ... than Kenya" of two.
        for code in mention.places if mention.kind in ("people", "name") else ():
            weight[code] = weight.get(code, 0) + 0.5 if mention.kind == "people" else 0.0
    if is_coming:
        weight = {code: w for code, w in weight.items() if all(code not in m.places for m in single)}
    return heaviest(weight)


def _land(look: Look) -> tuple[str, ...]:
    """'the small Balkan country': the one that the text is about, whoever else its sentence names."""
    return _only(look.context.home) or _only(look.context.focus)


def _region(look: Look) -> tuple[str, ...]:
    """'the region': the last region named, or the country a part was named of since."""
    regions = [m for m in look.before if m.kind == "region"]
    if regions:
        return regions[-1].places
    parts = [m for m in look.before if m.kind == "part"]
    if parts or look.context.part_of:
        return parts[-1].places if parts else (look.context.part_of,)
    return (look.context.region,) if look.context.region else ()


def _bloc(look: Look) -> tuple[str, ...]:
    """'the bloc': the last region named."""
    regions = [look.context.region, *(m.places[0] for m in look.before if m.kind == "region")]
    return (regions[-1],) if regions[-1] else ()


def _body(look: Look) -> tuple[str, ...]:
    """'the junta' at the head of a sentence is that of the one country spoken of; behind a name it adds nothing."""
    if look.before or _OWNED.match(look.text, look.match.end()):
        return ()
    if look.later and _tells_whose(look):
        return ()  # "the generals seized power in Accra": the sentence tells whose they are
    alone = load("places.yaml")["peculiar"].get(look.match["bodied"].lower())
    known = look.context.bodies.get(alone, "")
    places = (known,) if known else _only(look.context.focus)
    if alone and places:
        look.context.bodies[alone] = places[0]
    return places


def _tells_whose(look: Look) -> bool:
    """ "The generals seized power in Accra", "According to the central bank, wages in Peru rose"."""
    text, begin, first = look.text, look.match.end(), look.later[0]
    if _WHERE.search(text[begin : first.start]):
        return True
    spoken = _SPEAKS.match(text, begin, first.start)
    if spoken and spoken["verb"] and spoken["verb"] not in verbs():
        return False
    if not spoken or not (spoken["verb"] or _ACCORDING.fullmatch(text, look.start, look.match.start())):
        return False
    if _WHERE.search(text[spoken.end() : first.start]):
        return True
    # A text about one country has its own central bank in mind, whatever other country that tells of.
    is_subject = not in_predicate(text, spoken.end(), first.start) and not _PARTNER.search(text, begin, first.start)
    return is_subject and not look.context.home


def _money(look: Look) -> tuple[str, ...]:
    """'the ringgit' is money of one country alone."""
    return (load("places.yaml")["currencies"][look.match["coin"].lower()],)


def _capital(look: Look) -> tuple[str, ...]:
    """'in the capital': of the country named in the sentence, else of the one spoken of."""
    if not _TO_A_TOWN.search(look.text, max(look.start, look.match.start() - 15), look.match.start()):
        return ()  # capital to invest
    named = [m for m in look.before if m.places[0].isupper() and len(m.places) == 1]
    return named[-1].places if named else _only(look.context.focus)


def _form(look: Look) -> tuple[str, ...]:
    """'the kingdom': the country last spoken of that is one."""
    fit = set(load("places.yaml")["forms"][look.match["called"].lower()])
    named = [c for m in reversed(look.before) for c in m.places]
    told = [code for places in reversed(look.context.recent) for code in places]
    recent = [*named, *look.context.home, *look.context.focus, *told]
    return next(((code,) for code in recent if code in fit), ())


def _there(look: Look) -> tuple[str, ...]:
    """'wages there': the place named last in the sentence, else the one spoken of; "there is" means no place."""
    if there_is().match(look.text, look.match.end()):
        opening = _SUBJECT_THERE.search(look.text[max(look.start, look.match.start() - _CLOSE) : look.match.start()])
        if not opening or opening[1].lower() in small(
            "clause_openers", "prepositions", "adverbs", "subject_pronouns", "coordinators"
        ):
            return ()
    named = [m for m in look.before if m.kind in ("name", "capital", "town", "part", "region")]
    if named:
        return named[-1].places
    return (look.context.lies_in,) if look.context.lies_in else look.context.focus


def _only(places: tuple[str, ...]) -> tuple[str, ...]:
    return places if len(places) == 1 and places[0].isupper() else ()


_READERS: dict[str, Reader] = {
    "one": _one, "land": _land, "region": _region, "bloc": _bloc, "rest": pairs.rest,
    "both": pairs.both, "sides": pairs.sides,
    "all": pairs.everyone, "group": pairs.group, "form": _form,
    "capital": _capital, "body": _body, "money": _money, "there": _there,
}  # fmt: skip
