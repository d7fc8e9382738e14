"""A small dossier on wind power in two countries, as records: what pages are made from, hostile strings included."""

from __future__ import annotations

from dossier.edtf import parse
from dossier.model import (
    Claim,
    Cleaned,
    Codebook,
    Decision,
    Dossier,
    Edit,
    Figure,
    Gate,
    Metadata,
    Passage,
    Position,
    Question,
    Reading,
    Region,
    Relation,
    Rights,
    Source,
    Theme,
)
from dossier.problems import Where

HOSTILE = '</script><script>alert("x")</script> {{ 7*7 }} **bold** [a](javascript:alert(1)) \u202etxt'

TEXTS = {
    "coast-daily": "The mood at the harbour was calm. Wind met 35 percent of Irish demand in 2023. "
    "Offshore building is growing fast. Most villages on the coast support the turbines, the paper found. "
    "Nobody asked the fish.",
    "grid-review": "Wind met 20 percent of Irish demand in 2023. Offshore building has stalled since 2022. "
    "Danish ports profit from every turbine. Villages on the coast support the turbines.",
    "north-blog": "In 2019 offshore building was only beginning. Danish ports earn well on turbines. " + HOSTILE,
}


def source(name: str, issued: str, publisher: str, title: str, url: str = "", origin: str = "") -> Source:
    text = TEXTS[name]
    meta = Metadata(
        title=title,
        publisher=publisher,
        issued=issued,
        issued_evidence="printed under the headline",
        URL=url,
        origin=origin,
        rights=Rights(holder=publisher),
    )
    edits = (Edit(4, 8, "mood", "rejoined at a line end"),)
    return Source(name, meta, text, Cleaned(text, edits, ((0, len(text)),)), Where(f"sources/{name}.yaml"))


def claim(name: str, quote: str, statement: str = "", **more: object) -> Claim:
    owner = name.partition("/")[0]
    start = TEXTS[owner].find(quote)
    fields = {"countries": ("IE",), "themes": ("wind-power",), "date": "2023"} | more
    return Claim(
        name, owner, quote, statement or quote, start=start, end=start + len(quote),
        where=Where(f"claims/{name}.yaml"),
        **fields,  # type: ignore[arg-type]
    )  # fmt: skip


def on(question: str, stance: str, words: str = "") -> tuple[Position, ...]:
    return (Position(question, stance, words),)


def share(value: float) -> tuple[Figure, ...]:
    return (Figure(f"{value:g} percent", value, value, "percentage", "Irish demand"),)


SOURCES = (
    source(
        "coast-daily", "2024-03-02", "Coast Daily", "Wind on the coast", "https://coast.example/wind-on-the-coast"
    ),
    source("grid-review", "2024-05", "Grid Review", "What the grid carries"),
    source("north-blog", "~2020", "North Blog", HOSTILE, "javascript:alert(1)", origin="Notes from the north"),
)
CLAIMS = (
    claim("coast-daily/p01-wind-met-35", "Wind met 35 percent of Irish demand in 2023", figures=share(35)),
    claim("coast-daily/p01-offshore-growing", "Offshore building is growing fast",
          "Offshore building was growing fast in 2023.", positions=on("offshore-growing", "yes", "growing fast")),
    claim("coast-daily/p01-villages-support", "Most villages on the coast support the turbines",
          speaker="the paper", voice="attributed", positions=on("villages-support", "yes", "support")),
    claim("grid-review/p01-wind-met-20", "Wind met 20 percent of Irish demand in 2023", figures=share(20)),
    claim("grid-review/p01-offshore-stalled", "Offshore building has stalled since 2022", date="2022/..",
          positions=on("offshore-growing", "no", "stalled"), status="reviewed", reviewed_by="editors",
          reviewed_on="2025-01-02"),
    claim("grid-review/p01-danish-ports", "Danish ports profit from every turbine", countries=("DK",),
          themes=("ports",), date="", positions=on("ports-profit", "yes", "profit")),
    claim("grid-review/p01-villages", "Villages on the coast support the turbines",
          positions=on("villages-support", "yes", "support")),
    claim("north-blog/p01-only-beginning", "In 2019 offshore building was only beginning", date="2019",
          positions=on("offshore-growing", "no", "only beginning")),
    claim("north-blog/p01-ports-earn", "Danish ports earn well on turbines", countries=("north-sea",),
          themes=("ports",), date="2020", positions=on("ports-profit", "yes", "earn well")),
    claim("north-blog/p01-hostile", HOSTILE, HOSTILE, note=HOSTILE, speaker=HOSTILE, date="20XX"),
    claim("north-blog/p01-rejected", "Danish ports earn", "A rejected reading", status="rejected"),
)  # fmt: skip
GATES = (Gate("period", True, "both speak of 2023"), Gate("places", True, "both speak of Ireland"))


def relation(kind: str, a: str, b: str, question: str = "", because: str = "", **more: object) -> Relation:
    pair = (a, b) if a < b else (b, a)
    fields = {"gates": GATES, "score": 0.9} | more
    return Relation(kind, pair, question, "same-question", because or f"{a} and {b}", **fields)  # type: ignore[arg-type]


RELATIONS = (
    relation("contradicts", "coast-daily/p01-offshore-growing", "grid-review/p01-offshore-stalled",
             "offshore-growing", "One says it is growing fast, the other that it has stalled.",
             words=("growing fast", "has stalled")),
    relation("contradicts", "coast-daily/p01-wind-met-35", "grid-review/p01-wind-met-20", "",
             "35 percent against 20 percent of Irish demand in 2023."),
    relation("agrees", "coast-daily/p01-villages-support", "grid-review/p01-villages", "villages-support",
             "Both say that villages support the turbines.", status="confirmed",
             decision=Decision(("coast-daily/p01-villages-support", "grid-review/p01-villages"), "confirmed",
                               "Same villages, same year.", "editors", "2025-01-03")),
    relation("agrees", "grid-review/p01-danish-ports", "north-blog/p01-ports-earn", "ports-profit"),
    relation("updates", "coast-daily/p01-offshore-growing", "north-blog/p01-only-beginning", "offshore-growing",
             "2019 against 2023."),
    relation("qualifies", "grid-review/p01-offshore-stalled", "north-blog/p01-only-beginning", "offshore-growing",
             "Dismissed pair.", status="dismissed"),
    relation("qualifies", "north-blog/p01-hostile", "grid-review/p01-villages", "villages-support", HOSTILE),
)  # fmt: skip
QUESTIONS = (
    Question("offshore-growing", "Is offshore building growing?", ("wind-power",), ("IE",), settle="Yearly counts.",
             summary="Two see it differently.\n\nA third speaks of another time."),
    Question("villages-support", "Do villages support the turbines?", ("wind-power",)),
    Question("ports-profit", "Do Danish ports profit?", ("ports",), ("DK",)),
    Question("fish", "Do the fish mind?"),
)  # fmt: skip
READINGS = (
    Reading("offshore-growing", "contradiction", "One source says yes, one no, of the same years.", (
        ("coast-daily", "yes", ("coast-daily/p01-offshore-growing",)),
        ("grid-review", "no", ("grid-review/p01-offshore-stalled",)),
        ("north-blog", "no", ("north-blog/p01-only-beginning",)))),
    Reading("villages-support", "agreement", "Two independent sources say yes.", (
        ("coast-daily", "yes", ("coast-daily/p01-villages-support",)),
        ("grid-review", "yes", ("grid-review/p01-villages",))), ("north-blog",)),
    Reading("ports-profit", "agreement", "Two independent sources say yes.", (
        ("grid-review", "yes", ("grid-review/p01-danish-ports",)),
        ("north-blog", "yes", ("north-blog/p01-ports-earn",))), ("coast-daily",)),
    Reading("fish", "open", "No source takes a position.", (), ("coast-daily", "grid-review", "north-blog")),
)  # fmt: skip
DOSSIER = Dossier(
    title="Wind power",
    description="What three texts say about wind power in two countries.",
    sources=SOURCES,
    codebook=Codebook(
        themes=(Theme("wind-power", "Wind power"), Theme("ports", "Ports", description="Harbours and their trade.")),
        regions=(Region("north-sea", "North Sea", ("DK", "NL")),),
        questions=QUESTIONS,
    ),
    claims=CLAIMS,
    relations=RELATIONS,
    readings=READINGS,
    passages=(
        Passage("coast-daily", 0, 33, (), "no checkable statement"),
        Passage("coast-daily", 180, 203, (), "rhetoric"),
    ),
)
assert all(parse(c.date) for c in CLAIMS if c.date)
