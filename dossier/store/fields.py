"""What each kind of file holds, defined once for loader, messages, schemas and tables."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.model import JUDGEMENTS, KINDS, MODALITIES, RELATION_TYPES, SIDES, STATUSES, VOICES

PUBLISH = ("excerpt", "full", "none")
CHANGES = ("up", "down", "same")

# kinds of values a field may hold; `many` makes it a list of them
TEXT = "text"  # one line or more, as written
BLOCK = "block"  # a text written below the key after >- or |-
DATE = "date"  # EDTF, as precise as the evidence
ISSUED = "issued"  # EDTF, or a date as CSL-JSON writes it
DAY = "day"  # 2024-05-28
URL = "url"  # http or https
LANGUAGE = "language"  # en, de-CH
NUMBER = "number"
FLAG = "flag"  # true or false
CHOICE = "choice"  # one of `choices`
PLACE = "place"  # a country code or a region's slug
THEME = "theme"
QUESTION = "question"
CLAIM = "claim"  # <source-id>/<file name without .yaml>
RECORD = "record"  # a mapping with the keys in `of`
MAP = "map"  # names chosen by the editor, each with the keys in `of`
STANCE_MAP = "stances"  # question: stance


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a file: its name, what kind of value it takes, and how we explain it to a person."""

    name: str
    kind: str
    help: str
    example: str = ""
    required: bool = False
    many: bool = False
    default: str = ""
    choices: tuple[str, ...] = ()
    of: tuple[Field, ...] = ()
    least: float = -math.inf  # of a NUMBER
    most: float = math.inf
    short: str = ""  # in a MAP: an entry that is only a list stands for this key


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file: where such files lie and which keys they hold; `keyed` when every key is a slug."""

    name: str
    path: str
    help: str
    fields: tuple[Field, ...]
    keyed: bool = False


FIGURE = (
    Field("raw", TEXT, "The figure in the quote's own words.", '"about 100,000"', required=True),
    Field("value", NUMBER, "The number meant; leave it out when the text gives a range.", "100000"),
    Field("low", NUMBER, "The lower end of a range.", "30"),
    Field("high", NUMBER, "The upper end of a range.", "40"),
    Field("unit", TEXT, "What it is measured in: one word, singular, lower case.", "percentage"),
    Field("of", TEXT, "What is counted, in the text's words.", "oil exports"),
    Field("change", CHOICE, "Whether the figure says how much something rose or fell.", "up", choices=CHANGES),
    Field("approx", FLAG, "true when the text says about, nearly, some.", "true", default="false"),
)

CLAIM_FIELDS = (
    Field("quote", BLOCK, "The source's own words, copied exactly, on the lines below 'quote: >-'.",
          "Harvests fell in all three valleys", required=True),
    Field("statement", TEXT, "Our one-sentence reading of the quote. Free to improve.",
          "Harvests fell in all three valleys in 2022.", required=True),
    Field("countries", PLACE, "The countries and regions it is about: two-letter codes or a region of the codebook.",
          "[NO, nordic]", many=True),
    Field("themes", THEME, "What it is about: themes of the codebook.", "[trade]", many=True),
    Field("date", DATE, "The time it is about, as precise as the source: 2022, 2022-06, 2022-09-21, ~2022, "
          "2022-02/..", '"2022-06"'),
    Field("date_from", TEXT, "The words the date comes from, or 'publication'.", "last June"),
    Field("positions", STANCE_MAP, "Which questions of the codebook it answers, and how: yes, no, mixed; "
          "sign-yes or sign-no when it only speaks for a side and is no answer.",
          "{harvest-falling: yes}", choices=SIDES),
    Field("speaker", TEXT, "Who says it, when the article quotes or reports someone.", "Ministry of Agriculture"),
    Field("voice", CHOICE, "own: the article says it; attributed: someone in it; rebutted: it is denied; "
          "hypothetical: it is only imagined.", "attributed", default="own", choices=VOICES),
    Field("modality", CHOICE, "How sure the source is.", "likely", default="certain", choices=MODALITIES),
    Field("kind", CHOICE, "What sort of claim it is.", "assessment", default="fact", choices=KINDS),
    Field("figures", RECORD, "Quantities the quote gives.", "- {raw: 30 percent, value: 30, unit: percentage}",
          many=True, of=FIGURE),
    Field("note", TEXT, "Anything a reader should know about it.", "The table in the annex says 31."),
    Field("status", CHOICE, "draft: as the program proposed it; reviewed: a person checked it; rejected: not shown, "
          "and not proposed again.", "reviewed", default="draft", choices=STATUSES),
    Field("reviewed_by", TEXT, "Who checked it.", "A. Editor"),
    Field("reviewed_on", DAY, "The day it was checked.", '"2024-05-28"'),
)  # fmt: skip

_NAME = (
    Field("family", TEXT, "Family name.", "Hansen"),
    Field("given", TEXT, "Given names.", "Ida"),
    Field("literal", TEXT, "A name that has no such parts, such as an office's.", "Statistics Office"),
)
_RIGHTS = (
    Field("holder", TEXT, "Who holds the rights in the text.", "The publisher"),
    Field("publish", CHOICE, "How much of the text the site may show: quotations with a few words around them "
          "(excerpt), all of it (full), or quotations only (none).", "excerpt", default="excerpt", choices=PUBLISH),
    Field("share", NUMBER, "What percentage of its words the site may show in and around quotations, pages and data "
          "taken together; beyond it only the first words are shown. Without this key there is no limit.", "50",
          least=0, most=100),
    Field("words", NUMBER, "The same as a number of words.", "400", least=0),
    Field("note", TEXT, "Terms, or where they are stated.", "CC BY 4.0"),
)  # fmt: skip
SOURCE_FIELDS = (
    Field("title", TEXT, "The article's headline.", "A hard year for the valleys", required=True),
    Field("author", RECORD, "Who wrote it.", "- {family: Hansen, given: Ida}", many=True, of=_NAME),
    Field("container-title", TEXT, "The newspaper, journal or website it appeared in.", "Valley Gazette"),
    Field("container-title-short", TEXT, "A short name for it, for narrow columns.", "Gazette"),
    Field("publisher", TEXT, "Who published it.", "Valley Press"),
    Field("issued", ISSUED, "When it was published, as precise as the evidence.", '"2022-12"'),
    Field("issued-evidence", TEXT, "Where the publication date comes from.", "the text says 'this December'"),
    Field("URL", URL, "Its address on the web, beginning with http:// or https://.", "https://example.org/a"),
    Field("language", LANGUAGE, "Its language as a code.", "en", default="en"),
    Field("family", TEXT, "One word shared by all articles that draw on the same origin; they count as one witness.",
          "gazette-report"),
    Field("origin", TEXT, "In words: what it relays, and how.", "Relays a radio report."),
    Field("keep-as-written", TEXT, "Repairs of the text that must not be made in this article.", "[lost-ligature]",
          many=True),
    Field("note", TEXT, "Anything a reader should know about the article.", "The end is missing."),
    Field("rights", RECORD, "Whose text it is and what may be shown of it.",
          "{holder: The publisher, publish: excerpt}", of=_RIGHTS),
)  # fmt: skip

DECISION_FIELDS = (
    Field("pair", CLAIM, "The two claims that were compared.", "[gazette/p02-harvests-fell, report/p01-rich-harvest]",
          required=True, many=True),
    Field("relation", CHOICE, "What they are to each other: the program's proposal is right (confirmed), they have "
          "nothing to do with each other (dismissed), or another relation.", "dismissed", required=True,
          choices=JUDGEMENTS),
    Field("because", TEXT, "The reason, in one sentence a reader understands.", "They speak of different valleys.",
          required=True),
    Field("by", TEXT, "Who decided.", "A. Editor"),
    Field("on", DAY, "The day of the decision.", '"2024-05-28"'),
    Field("seen", TEXT, "The fingerprint of both claims at that time; the program gives it.", "0f3a9c1b2d4e"),
    Field("proposed", CHOICE, "What the program proposed at that time; 'confirmed' means this, even if the "
          "program proposes something else later.", "agrees", choices=RELATION_TYPES),
)  # fmt: skip
_CUES = "contains one of these words or phrases; docs/about/codebook.md explains their form"
QUESTION_FIELDS = (
    Field("question", TEXT, "A question that can be answered yes or no.", "Are harvests falling?", required=True),
    Field("themes", THEME, "Themes it belongs to.", "[farming]", many=True),
    Field("countries", PLACE, "Countries and regions it is about.", "[NO]", many=True),
    Field("about", TEXT, f"A claim answers the question only if it {_CUES}.", "[harvest, crop]", many=True),
    Field("yes", TEXT, f"A claim says yes if it {_CUES}.", "[harvest falls]", many=True),
    Field("no", TEXT, f"A claim says no if it {_CUES}.", "[harvest rises]", many=True),
    Field("signs-yes", TEXT, f"A claim only points to yes if it {_CUES}.", "[(sell cattle)]", many=True),
    Field("signs-no", TEXT, f"A claim only points to no if it {_CUES}.", "[(full barns)]", many=True),
    Field("examples-yes", TEXT, "Sentences in your own words that say yes; a claim like one of them takes its side.",
          "[Farmers bring in less than they used to.]", many=True),
    Field("examples-no", TEXT, "Sentences in your own words that say no.", "[The barns are full.]", many=True),
    Field("examples-neither", TEXT, "Sentences that sound like the others and answer nothing.",
          "[Farmers met in the capital.]", many=True),
    Field("summary", TEXT, "What the sources say between them; every sentence cites claims by id.",
          "Harvests fell [gazette/p02-harvests-fell]."),
    Field("settle", TEXT, "What evidence would settle the question.", "Harvest statistics by valley."),
    Field("lasting", FLAG, "true when no later year changes the answer (does it work, who was to blame): statements "
          "of different years may then contradict each other.", "true", default="false"),
    Field("decisions", RECORD, "What people decided about pairs of claims on this question.",
          "- {pair: [a/p01-x, b/p02-y], relation: dismissed, because: Different years.}", many=True,
          of=DECISION_FIELDS),
)  # fmt: skip

THEME_FIELDS = (
    Field("title", TEXT, "Its name on the site.", "Wind power", required=True),
    Field("words", TEXT, "Words and phrases that point to it.", "[wind farm, wind turbine]", many=True),
    Field("description", TEXT, "What belongs to it and what does not.", "Wind farms on land and at sea."),
)
_REGION = (
    Field("title", TEXT, "Its name on the site.", "The Nordic countries", required=True),
    Field("members", PLACE, "The countries it stands for.", "[DK, FI, IS, NO, SE]", required=True, many=True),
    Field("words", TEXT, "Words and phrases that name it.", "[Nordic, Nordic countries]", many=True),
)
_LOCAL_NAME = (
    Field("places", PLACE, "The places the name stands for.", "[NO]", required=True, many=True),
    Field("also", TEXT, "Other spellings of the name.", "[the Storting]", many=True),
)
PLACES_FIELDS = (
    Field("regions", MAP, "Regions: a slug, its title, members and words.",
          "nordic: {title: Nordic, members: [NO, SE]}", of=_REGION),
    Field("names", MAP, "Leaders, capitals, offices and other names that stand for places here.", "Storting: [NO]",
          of=_LOCAL_NAME, short="places"),
)  # fmt: skip
EVENT_FIELDS = (
    Field("date", DATE, "When it happened.", '"2022-06"', required=True),
    Field("words", TEXT, "The words articles use for it.", "[the flood, since the flood]", required=True, many=True),
)
GROUP_FIELDS = (
    Field("words", TEXT, "Words and phrases that say one thing; also <places> and other ~groups.", "[raid, round up]",
          required=True, many=True),
    Field("description", TEXT, "What belongs to it and what does not.", "Harm done to people by the police."),
)  # fmt: skip

FILES = (
    FileKind("claim", "claims/<source>/*.yaml", "One thing one source says.", CLAIM_FIELDS),
    FileKind("source", "sources/*.yaml", "What is known about an article.", SOURCE_FIELDS),
    FileKind("question", "claims/codebook/questions/*.yaml", "A question at issue.", QUESTION_FIELDS),
    FileKind("themes", "claims/codebook/themes.yaml", "The themes: a slug each.", THEME_FIELDS, keyed=True),
    FileKind("places", "claims/codebook/places.yaml", "Regions and local names.", PLACES_FIELDS),
    FileKind("events", "claims/codebook/events.yaml", "Dated events: a slug each.", EVENT_FIELDS, keyed=True),
    FileKind("groups", "claims/codebook/groups.yaml", "Words for cues: a slug each.", GROUP_FIELDS, keyed=True),
    FileKind("decisions", "claims/codebook/decisions.yaml", "Decisions on pairs that share no question.", (
        Field("decisions", RECORD, "One entry for each pair.", "- {pair: [a/p01-x, b/p02-y], relation: dismissed}",
              many=True, of=DECISION_FIELDS),)),
)  # fmt: skip
FILE = {kind.name: kind for kind in FILES}


def every_field(fields: tuple[Field, ...], inside: str = "") -> Iterator[tuple[str, Field]]:
    """All fields with their dotted names, nested ones included."""
    for field in fields:
        name = f"{inside}{field.name}"
        yield name, field
        yield from every_field(field.of, f"{name}.")
