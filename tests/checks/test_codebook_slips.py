"""One slip in the codebook, one message: in questions, summaries and decisions, themes and places."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.cases import QUESTION, Files, claim, summed
from checks.small import CLAIM
from checks.test_one_message import CITED, told

DECISIONS, PLACES = "claims/codebook/decisions.yaml", "claims/codebook/places.yaml"
DECIDED = "  - pair: [gazette/p01-harvests, report/p01-rich]\n    relation: dismissed\n    because: Other years.\n"
SLIPS: dict[str, tuple[Files, str]] = {
    "decisions under a misspelt key": (
        {QUESTION: "question: Falling?\n", DECISIONS: str(CITED[DECISIONS])[:8] + ":\n"
         + str(CITED[DECISIONS]).partition("\n")[2]},
        "claims/codebook/decisions.yaml:1:1: a decisions file has no key 'decision' -> did you mean 'decisions'?",
    ),
    "decisions begun twice": (
        {DECISIONS: str(CITED[DECISIONS]) * 2},
        "claims/codebook/decisions.yaml:6:1: 'decisions' appears twice, first in line 1 -> "
        "delete this line: the entries below it then stand under the first",
    ),
    "decisions begun twice, with something between": (
        {DECISIONS: None, QUESTION: str(CITED[DECISIONS]) + "question: Falling?\n" + str(CITED[DECISIONS])},
        f"{QUESTION}:7:1: 'decisions' appears twice, first in line 1 -> "
        "put the entries below it under the first, and delete this line",
    ),
    "a decision whose other lines are not indented": (
        {DECISIONS: None, QUESTION: "question: Falling?\n" + str(CITED[DECISIONS]).replace("\n    ", "\n")},
        f"{QUESTION}:4:1: a question file has no key 'relation' and no 'because' and no 'seen' -> "
        "if they belong to the entry of 'decisions' above, put 4 spaces before each",
    ),
    "a second decision that begins without a dash": (
        {DECISIONS: str(CITED[DECISIONS]) + DECIDED.replace("    ", "").replace("  - ", "")},
        f"{DECISIONS}:6:1: a decisions file has no key 'pair' and no 'relation' and no 'because' -> "
        "if a new entry of 'decisions' begins here, put '  - ' before it, and 4 spaces before the others",
    ),
    "a decision that stands under nothing": (
        {QUESTION: "question: Falling?\n" + DECIDED.replace("    ", "").replace("  - ", "")},
        f"{QUESTION}:2:1: a question file has no key 'pair' and no 'relation' and no 'because' -> they belong below "
        "a line 'decisions:': write that above them, '  - ' before 'pair', and four spaces before the others",
    ),
    "a decision with its dash, under nothing": (
        {QUESTION: "question: Falling?\n" + DECIDED},
        f"{QUESTION}:2:9: an entry of 'decisions' is under no key -> write a line 'decisions:' above it",
    ),
    "a pair decided in two files": (
        {QUESTION: "question: Falling?\n" + str(CITED[DECISIONS])},
        f"{DECISIONS}:2:5: this pair is already decided in {QUESTION}:3:5 -> keep one of the two decisions",
    ),
    "a pair decided again, the other way round": (
        {DECISIONS: str(CITED[DECISIONS])
         + "  - {pair: [report/p01-rich, gazette/p01-harvests], relation: agrees, because: So it is.}\n"},
        f"{DECISIONS}:6:5: this pair is already decided in line 2 -> keep one of the two decisions",
    ),
    "a citation in round brackets": (
        summed("Harvests fell (gazette/p01-harvests)."),
        f"{QUESTION}:2:10: the sentence 'Harvests fell (gazette/p01-harvests).' cites no claim -> "
        "name the claims it rests on in square brackets: [gazette/p01-harvests]",
    ),
    "a citation by its address": (
        summed("They fell [https://example.org/p01-harvests.html]."),
        f"{QUESTION}:2:10: the sentence 'They fell [https://example.org/p01-harvests.html].' cites no claim -> "
        "name the claims it rests on in square brackets: [gazette/p01-harvests]",
    ),
    "two ids with a word between": (
        {DECISIONS: str(CITED[DECISIONS]).replace("[gazette/p01-harvests, report/p01-rich]",
                                                  "gazette/p01-harvests vs report/p01-rich")},
        f"{DECISIONS}:2:11: 'pair' is a list, not the text 'gazette/p01-harvests vs repor…' -> "
        "write pair: [gazette/p01-harvests, report/p01-rich]",
    ),
    "a region's slug in capitals": (
        {PLACES: "regions:\n  Nordic:\n    title: Nordic\n    members: [NO, SE]\n"}
        | claim("[NO]", "[nordic]") | {QUESTION: "question: Falling?\nyes: [<nordic> falls]\n"},
        "claims/codebook/places.yaml:2:3: 'Nordic' cannot be a slug -> "
        "use lower-case letters, digits and hyphens: nordic",
    ),
    "a region that lists itself, in a cue": (
        {PLACES: "regions:\n  nordic:\n    title: Nordic\n    members: [nordic]\n    words: [Nordic]\n"}
        | {QUESTION: "question: Falling?\nyes: [<nordic> falls]\n"},
        "claims/codebook/places.yaml:2:3: the region 'nordic' lists 'nordic', which is no country code -> "
        "a region is made of countries: write the codes of those it has, such as NO",
    ),
    "a region called like a country, in a cue": (
        {PLACES: "regions:\n  NO:\n    title: Norway\n    members: [NO]\n"}
        | {QUESTION: "question: Falling?\nyes: [<NO> falls]\n"},
        "claims/codebook/places.yaml:2:3: 'NO' cannot be a slug -> use lower-case letters, digits and hyphens: no",
    ),
    "a judgement that denies another": (
        {DECISIONS: str(CITED[DECISIONS]).replace("relation: dismissed", "relation: Not a contradiction")},
        "claims/codebook/decisions.yaml:3:15: 'Not a contradiction' is not allowed in 'relation' -> did you mean "
        "'dismissed'? choose one of: confirmed, dismissed, agrees, contradicts, qualifies, updates",
    ),
    "no word among the words of a theme": (
        {"claims/codebook/themes.yaml": "farming: {title: Farming, words: [harvest, null]}\n"},
        "claims/codebook/themes.yaml:1:44: 'null' would be shown to readers as it is -> delete it",
    ),
    "places that cannot be read": (
        {PLACES: "regions:\n  nordic:\n    title: Nordic\n  members: [SE]\n   words: [x]\n"}
        | claim("[NO]", "[nordic]") | {QUESTION: "question: Falling?\nyes: [<nordic> falls]\n"},
        "claims/codebook/places.yaml:5:4: this line does not fit the lines above it -> "
        "delete the spaces before 'words'",
    ),
    "a region nobody knows": (
        claim("[NO]", "[central-asia]"),
        f"{CLAIM}:4:13: no country or region is called 'central-asia' -> use a two-letter code such as NO, or a "
        "region's slug; regions are: nordic; a new one: claims/codebook/places.yaml",
    ),
    "a cue with a colon": (
        {QUESTION: "question: Falling?\nyes:\n  - The minister said: fell\n"},
        f"{QUESTION}:3:5: 'yes' is a text, not 'key: value' lines -> "
        'put it in quotation marks: - "The minister said: fell"',
    ),
    "a cue with a hash": (
        {QUESTION: "question: Falling?\nyes:\n  - #1 harvest\n"},
        f"{QUESTION}:3:4: '#' turns what follows into a comment: nothing is left of 'yes' -> "
        'write - "#1 harvest"; for a comment put a space after the \'#\'',
    ),
    "a theme as a list of words": (
        {"claims/codebook/themes.yaml": "farming: [harvest, crop]\n"},
        "claims/codebook/themes.yaml:1:10: 'farming' is a list of 'key: value' lines, not a list -> "
        "write, for example: farming: {title: Wind power, words: [harvest, crop]}",
    ),
    "a theme as a text": (
        {"claims/codebook/themes.yaml": "farming: Farming\n"},
        "claims/codebook/themes.yaml:1:10: 'farming' is a list of 'key: value' lines, not the text 'Farming' -> "
        "write farming: {title: Farming}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_the_codebook_gives_one_message(tmp_path: Path, slip: str) -> None:
    files, message = SLIPS[slip]
    assert [m for m in told(tmp_path, files) if "changed since it was decided" not in m] == [message]
