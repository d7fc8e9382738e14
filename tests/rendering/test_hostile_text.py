"""Text from sources and claims is shown as text, whatever it holds; ids and file names lead nowhere outside."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
import wind

from dossier.model import Codebook, Position, Question, Reading, Theme
from dossier.rendering.addresses import outside, passage, safe_name
from dossier.rendering.quoting import closed, marked
from dossier.rendering.render import exports_of, pages_of

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></textarea></style></script><svg onload=alert(1)>",
    "{{ config }} {% raw %} {# x #}",
    "[a](javascript:alert(1)) ![b](data:text/html,x) **c** `d`",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "--8<-- '/etc/passwd'",
    "\u202eright to left\u2066",
    "../../../etc/passwd",
    "<!-- comment",
    "]]> <![CDATA[",
    "&lt;b&gt; &amp;amp;",
    "x" * 100_000,
)


class Reader(HTMLParser):
    """The tags and addresses of a page as a browser finds them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.scripts: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]
        if tag == "script":
            self.scripts.append(dict(attrs).get("type"))


def hostile(text: str) -> object:
    """The wind dossier with `text` in every field that comes from a file."""
    first = wind.CLAIMS[1]
    claim = replace(
        first, id=f"{text}/{text}", source=text, quote=text, statement=text, countries=(text,), themes=(text,),
        date=text, date_from=text, speaker=text, note=text, positions=(Position(text, "yes", text),),
        figures=(replace(wind.CLAIMS[0].figures[0], raw=text, unit=text, of=text),), reviewed_by=text,
    )  # fmt: skip
    meta = replace(
        wind.SOURCES[0].meta, title=text, publisher=text, container_title=text, issued=text, issued_evidence=text,
        URL=text, language=text, origin=text, note=text,
    )  # fmt: skip
    source = replace(wind.SOURCES[0], id=text, meta=meta)
    relation = replace(
        wind.RELATIONS[0], between=(claim.id, wind.CLAIMS[4].id), question=text, because=text, rule=text,
        words=(text, text),
    )  # fmt: skip
    return replace(
        wind.DOSSIER,
        title=text,
        description=text,
        sources=(source, *wind.SOURCES),
        claims=(claim, *wind.CLAIMS),
        relations=(relation,),
        readings=(Reading(text, "contradiction", text, ((text, "yes", (claim.id,)),)),),
        codebook=Codebook(
            themes=(Theme(text, text, description=text),),
            questions=(Question(text, text, (text,), (text,), summary=text, settle=text),),
        ),
    )


@pytest.mark.parametrize("text", ATTACKS, ids=lambda t: t[:24])
def test_hostile_text_adds_no_tag_no_event_and_no_address(text: str) -> None:
    plain, attacked = Reader(), Reader()
    for page in pages_of(hostile("harmless")):  # type: ignore[arg-type]
        plain.feed(page.html)
    for page in pages_of(hostile(text)):  # type: ignore[arg-type]
        attacked.feed(page.html)
        assert not page.path.startswith(("/", "..")) and "/.." not in page.path
        assert re.fullmatch(r"[A-Za-z0-9._/-]{1,200}", page.path)
    assert attacked.tags <= plain.tags | {"figure", "figcaption", "svg", "title", "line", "circle"}
    assert not {name for name in attacked.attributes if name.startswith("on")}
    assert set(attacked.scripts) <= {"application/ld+json"}
    assert not [a for a in attacked.links if re.match(r"\s*(javascript|data|vbscript|file):", a, re.IGNORECASE)]


@pytest.mark.parametrize("text", ATTACKS, ids=lambda t: t[:24])
def test_hostile_text_reaches_the_data_file_unchanged(text: str) -> None:
    content = json.loads(exports_of(hostile(text))["data/dossier.json"])  # type: ignore[arg-type]
    assert text in [c["quote"] for c in content["claims"]]


@pytest.mark.parametrize(
    "name", ["../up", "a/b", "index", "INDEX", "", ".", "..", "a\\b", "con:x", "ä ö", "x\x00y", "."]
)
def test_ids_become_names_that_stay_in_their_folder(name: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", safe_name(name))
    assert safe_name(name).lower() != "index"


def test_different_ids_never_share_a_page() -> None:
    names = ["a b", "a-b", "a/b", "a.b", "A b", "a  b"]
    assert len({safe_name(n) for n in names}) == len(names)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", " java\nscript:x", "//host/x", "file:///etc", "http:", "x"]
)
def test_only_web_addresses_become_links(address: str) -> None:
    assert outside(address) == ""
    assert passage(address, "words") == ""


def test_a_text_fragment_escapes_what_has_a_meaning_there() -> None:
    assert passage("https://a.example/x#y", "twenty-five, or so & more").endswith(
        "#:~:text=twenty%2Dfive%2C%20or%20so%20%26%20more"
    )


def test_marked_words_are_found_whole_with_gaps_and_across_lines() -> None:
    assert marked("Trade is growing very fast", ["growing … fast"]) == (
        "Trade is <mark>growing</mark> very <mark>fast</mark>"
    )
    assert marked("has\nstalled <b>", ["has stalled"]) == "<mark>has\nstalled</mark> &lt;b&gt;"
    assert marked("a snow day", ["no"]) == "a snow day"


def test_a_direction_mark_ends_with_its_text() -> None:
    assert closed("a\u202eb") == "a\u202eb\u202c"
    assert closed("plain") == "plain"
