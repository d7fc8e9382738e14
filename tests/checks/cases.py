"""One wrong edit for each rule, and the message it gives."""

from __future__ import annotations

from checks.small import CLAIM, SOUND
from dossier.model import Claim, fingerprint
from dossier.store.claims import claim_from

QUESTION = "claims/codebook/questions/harvest-falling.yaml"
Files = dict[str, str | bytes | None]  # None: the file is deleted


def claim(old: str, new: str) -> Files:
    """The claim with one change."""
    text = SOUND[CLAIM]
    assert isinstance(text, str) and old in text
    return {CLAIM: text.replace(old, new)}


def decided(pair: str, more: str = "") -> Files:
    text = f"question: Are harvests falling?\ndecisions:\n  - pair: [{pair}]\n    relation: dismissed\n"
    return {QUESTION: f"{text}    because: Different valleys.\n{more}"}


def summed(text: str) -> Files:
    return {QUESTION: f"question: Are harvests falling?\nsummary: >-\n  {text}\n"}


def sound(path: str) -> Claim:
    text = SOUND[path]
    assert isinstance(text, str)
    found, _ = claim_from(text, path.removeprefix("claims/").removesuffix(".yaml"), path)
    assert found
    return found


SEEN = fingerprint(sound(CLAIM), sound("claims/report/p01-rich.yaml"))

# rule -> files changed in a sound dossier, and the whole message
CASES: dict[str, tuple[Files, str]] = {
    "uncited-sentence": (summed("Harvests fell. They fell [gazette/p01-harvests]."),
        f"{QUESTION}:2:10: error: the sentence 'Harvests fell.' cites no claim [uncited-sentence]\n"
        "    hint: name the claims it rests on in square brackets: [source/p01-words]"),
    "unknown-citation": (summed("Harvests fell [gazette/p01-harvest]."),
        f"{QUESTION}:3:18: error: the summary cites 'gazette/p01-harvest', which is no claim [unknown-citation]\n"
        "    hint: did you mean 'gazette/p01-harvests'?"),
    "uncited-figure": (summed("Harvests fell by 30 percent [gazette/p01-harvests]."),
        f"{QUESTION}:2:10: error: '30 percent' in the summary is in none of the claims that its sentence cites "
        "[uncited-figure]\n"
        "    hint: cite the claim that says so, or leave the figure out"),
    "idle-about": ({QUESTION: "question: Are harvests falling?\nabout:\n  - valley|crop|grain yield\n"
        "yes:\n  - harvest FALLS\n"},
        f"{QUESTION}:3:5: warning: cues stand in 1 claim, but in no article what 'about' asks for: "
        "'valley|crop|grain yield' [idle-about]\n    hint: it finds one of the words joined by | and then what "
        "stands behind: give each phrase its own line"),
    "alias": (claim("NO]", "*norway]"),
        f"{CLAIM}:4:13: error: '*norway' copies another part of the file [alias]\n"
        "    hint: write the text itself; a text that begins with '*' needs quotation marks"),
    "markup": (claim("Harvests fell.", "Harvests **fell**."),
        f"{CLAIM}:3:12: warning: '**fell**' in 'statement' formats nothing: readers see these signs "
        "[markup]\n    hint: delete them; all texts here are plain"),
    "other-language": ({"sources/report.txt": "Die Täler brachten nach dem Bericht des Ministeriums eine reiche "
        "Ernte ein, und die Bauern hoffen auf ein noch besseres Jahr. Im Herbst soll die neue Brücke fertig sein.\n",
        "claims/report/p01-rich.yaml": None},
        "sources/report.txt:1:1: warning: this article is not in English, the only language that is read "
        "[other-language]\n"
        "    hint: give its language in sources/report.yaml, such as language: de; then nothing is drafted from it"),
    "same-article": ({"sources/valley.txt": SOUND["sources/gazette.txt"], "sources/valley.yaml": "title: Valleys\n"},
        "sources/valley.txt:1:1: warning: its text is that of 'gazette' [same-article]\n"
        "    hint: delete one of the two articles with its claims, claims/valley/ or claims/gazette/"),
    "anchor": (claim("date: ", "date: &year "),
        f"{CLAIM}:6:7: error: '&year' names a part of the file for copying [anchor]\n"
        "    hint: delete it; a text that begins with '&' needs quotation marks"),
    "asked-twice": ({"claims/codebook/questions/harvest-falling-2.yaml": "question: Are  harvests falling?\n"},
        "claims/codebook/questions/harvest-falling-2.yaml:1:11: error: it asks the same as 'harvest-falling' "
        "[asked-twice]\n"
        "    hint: delete one of the two files, or ask something else here; "
        "claims/codebook/questions/harvest-falling.yaml is the other"),
    "listed-twice": (claim("[farming]", "[farming, farming]"),
        f"{CLAIM}:5:10: warning: 'farming' is listed twice in 'themes' [listed-twice]\n"
        "    hint: delete one, or write in its place what was meant"),
    "bad-cue": ({QUESTION: "question: Are harvests falling?\nyes:\n  - harvest FALS\n"},
        f"{QUESTION}:3:5: error: the cue 'harvest FALS' cannot be read: no direction is called FALS; "
        "did you mean FALLS? [bad-cue]\n"
        "    hint: docs/about/codebook.md shows how cues are written"),
    "bad-date": (claim('"2022"', "last year"),
        f"{CLAIM}:6:7: error: 'last year' is not a date of the forms we read [bad-date]\n"
        "    hint: work it out from the article and write it as "
        "2022, 2022-06, 2022-09-21, 2022-Q2, ~2022, 2022-02/2022-06 or 2022-02/.."),
    "bad-name": ({"claims/gazette/two valleys.yaml": SOUND["claims/report/p01-rich.yaml"]},
        "claims/gazette/two valleys.yaml:1:1: error: 'two valleys' cannot be a claim's id [bad-name]\n"
        "    hint: use letters a to z, digits and hyphens: two-valleys.yaml"),
    "bad-number": (claim("status: draft", "figures:\n  - {raw: three valleys, value: three}"),
        f"{CLAIM}:9:33: error: 'three' is not a number [bad-number]\n"
        "    hint: write it as 100000 or 2.5"),
    "bad-url": ({"sources/gazette.yaml": "title: A hard year\nURL: javascript:alert(1)\n"},
        "sources/gazette.yaml:2:6: error: 'javascript:alert(1)' is not an address we can link to [bad-url]\n"
        "    hint: it begins with https:// or http:// and holds no spaces or quotation marks"),
    "comment": (claim("Harvests fell.", "Harvests fell to #1."),
        f"{CLAIM}:3:12: error: '#' ends the text of 'statement' here; what follows is a comment: '1.' [comment]\n"
        "    hint: if it belongs to the text, write statement: \"Harvests fell to #1.\"; "
        "else put a space after the #"),
    "missing-codebook": ({QUESTION: "question: Are harvests falling?\n", "claims/codebook/themes.yaml": None},
        "claims/codebook/themes.yaml:1:1: error: it is missing, but claims and questions name themes: farming "
        "[missing-codebook]\n"
        "    hint: bring it back from Git: git restore claims/codebook/themes.yaml"),
    "turning-mark": (claim("Harvests fell.", "Harvests \u202efell."),
        f"{CLAIM}:3:12: warning: an invisible mark (U+202E) in 'statement' reverses the order of letters "
        "[turning-mark]\n"
        "    hint: delete the text there and type it again"),
    "control-character": (claim("Harvests fell.", "Harvests\x07 fell."),
        f"{CLAIM}:3:20: error: control character U+0007 in the text [control-character]\n"
        "    hint: delete it"),
    "duplicate-id": ({"claims/gazette/P01-Harvests.yaml": "quote: >-\n  better year\nstatement: Better.\n"},
        f"{CLAIM}:1:1: error: 'P01-Harvests.yaml' has the same id but for small and capital letters [duplicate-id]\n"
        "    hint: rename one of the two"),
    "duplicate-key": (claim("status: draft", "countries: [SE]"),
        f"{CLAIM}:8:1: error: 'countries' stands twice, first in line 4 [duplicate-key]\n"
        "    hint: keep one of the two"),
    "empty-file": ({CLAIM: "# nothing yet\n"},
        f"{CLAIM}:1:1: error: the file is empty [empty-file]\n"
        "    hint: fill it or delete it"),
    "encoding": ({CLAIM: "quote: >-\n  na\xefve\n".encode("latin-1")},
        f"{CLAIM}:2:5: error: byte 0xEF is not UTF-8 [encoding]\n"
        "    hint: save the file as UTF-8; it may be in Windows-1252"),
    "garbled": (claim("Harvests fell.", "Irelandâ€™s harvests fell."),
        f"{CLAIM}:3:12: warning: letters in 'statement' are garbled: 'Irelandâ€™s' for 'Ireland’s' [garbled]\n"
        "    hint: type them again, and save the file as UTF-8: it was opened in another encoding"),
    "ledger": (
        {"claims/gazette/_extracted.yaml": "<<<<<<< ours\ndrafts:\n=======\ndrafts:\n>>>>>>> theirs\n"},
        "claims/gazette/_extracted.yaml:1:1: error: the tool's ledger is damaged: the file holds both sides of an "
        "unfinished merge; nothing is drafted for this source [ledger]\n    hint: keep the entries of both sides: "
        "delete the lines with <<<<<<<, ======= and >>>>>>>, and of a file that then stands twice either entry",
    ),
    "many-documents": (claim("status: draft", "---\nstatus: draft"),
        f"{CLAIM}:8:1: error: a second document begins here after '---' [many-documents]\n"
        "    hint: delete the line '---', or make two files"),
    "merge-conflict": (claim("status: draft", "<<<<<<< ours\nstatus: draft\n=======\nnote: x\n>>>>>>> theirs"),
        f"{CLAIM}:8:1: error: the file holds both sides of an unfinished merge [merge-conflict]\n"
        "    hint: keep the lines you want and delete those with <<<<<<<, ======= and >>>>>>>"),
    "misplaced-file": ({"claims/p02-better.yaml": "quote: >-\n  better year\nstatement: Better.\n"},
        "claims/p02-better.yaml:1:1: error: a claim file lies outside the folders [misplaced-file]\n"
        "    hint: move it to claims/<source-id>/"),
    "missing-key": (claim("statement: Harvests fell.\n", ""),
        f"{CLAIM}:1:1: error: a claim has no 'statement' [missing-key]\n"
        "    hint: add, for example: statement: Harvests fell in all three valleys in 2022."),
    "missing-metadata": ({"sources/letter.txt": "Dear reader."},
        "sources/letter.txt:1:1: error: there is no sources/letter.yaml to this article [missing-metadata]\n"
        "    hint: write sources/letter.yaml with at least: title: the headline"),
    "missing-text": ({"sources/letter.yaml": "title: A letter\n"},
        "sources/letter.yaml:1:1: error: there is no sources/letter.txt to this file [missing-text]\n"
        "    hint: put the article into sources/letter.txt; claims belong into claims/"),
    "not-a-file": ({"claims/gazette/p02-better.yaml/p01.yaml": "quote: x\n"},
        "claims/gazette/p02-better.yaml:1:1: error: a folder stands where a file should be [not-a-file]\n"
        "    hint: rename or remove the folder"),
    "not-a-folder": ({"claims/codebook/questions": "question: x\n"},
        "claims/codebook/questions:1:1: error: a file stands where a folder should be [not-a-folder]\n"
        "    hint: move it away"),
    "old-schema": ({"docs/assets/schema/claim.schema.json": "{}"},
        "docs/assets/schema/claim.schema.json:1:1: warning: the schemas lack the codebook's newest words "
        "[old-schema]\n"
        "    hint: if you have the program here, run: python build_dossier.py schema"),
    "overlap": ({"claims/gazette/p01-three.yaml": "quote: >-\n  Harvests fell in all three valleys\nstatement: x\n"},
        "claims/gazette/p01-three.yaml:1:8: error: its quote is that of 'gazette/p01-harvests' [overlap]\n"
        "    hint: delete or reject one of the two"),
    "quote-not-found": (claim("in all three", "in nearly all three"),
        f"{CLAIM}:1:8: error: the quote is not in 'gazette' word for word: "
        "'Harvests fell in nearly all three valleys' [quote-not-found]\n"
        "    hint: the nearest passage, to paste:\nquote: >-\n  Harvests fell in all three valleys"),
    "cut-word": (claim("  Harvests fell", "  vests fell"),
        f"{CLAIM}:1:8: error: the quote begins inside the word 'Harvests' [cut-word]\n"
        "    hint: take the whole word. To paste:\nquote: >-\n  Harvests fell in all three valleys"),
    "figure-not-in-quote": (claim("status: draft", "figures:\n  - {raw: both valleys, value: 2}"),
        f"{CLAIM}:9:3: warning: the figure 'both valleys' is not in the quote [figure-not-in-quote]\n"
        "    hint: write 'raw' in the quote's own words, or delete the figure"),
    "quote-style": (claim(">-\n  Harvests fell in all", "Harvests fell in all"),
        f"{CLAIM}:1:8: error: 'quote' is not written as a block [quote-style]\n"
        "    hint: write it as:\nquote: >-\n  Harvests fell in all three valleys"),
    "stale-decision": (decided("gazette/p01-harvests, report/p01-rich", '    seen: "0f3a9c1b2d4e"\n'),
        f"{QUESTION}:3:5: warning: a claim of this pair has changed since it was decided [stale-decision]\n"
        f'    hint: look at both claims again; if the decision still holds, write: seen: "{SEEN}"'),
    "syntax": (claim("Harvests fell.", "Harvests: they fell."),
        f"{CLAIM}:3:20: error: a ': ' stands inside a text without quotation marks [syntax]\n"
        "    hint: write it as:\nstatement: >-\n  Harvests: they fell."),
    "tab": (claim("countries: [NO]", "countries:\n\t- NO"),
        f"{CLAIM}:5:1: error: a tab indents this line [tab]\n"
        "    hint: indent with spaces"),
    "tag": (claim('"2022"', "!!int 2022"),
        f"{CLAIM}:6:7: error: '!!int' gives a text another type [tag]\n"
        "    hint: delete it; a text that begins with '!' needs quotation marks"),
    "too-deep": (claim("[NO]", "[" * 20 + "NO" + "]" * 20),
        f"{CLAIM}:4:23: error: more than 12 levels of lists inside lists [too-deep]\n"
        "    hint: claims and codebook need three; write it flatter, "
        "or raise 'depth' under extra: dossier: limits: in mkdocs.yml"),
    "too-large": ({CLAIM: "quote: >-\n  " + "x" * 300_000},
        f"{CLAIM}:1:1: error: the file has 300012 bytes; at most 262144 are read [too-large]\n"
        "    hint: split it or cut it down, or raise 'yaml_bytes' under extra: dossier: limits: in mkdocs.yml"),
    "unknown-claim": (decided("gazette/p01-harvest, report/p01-rich"),
        f"{QUESTION}:3:12: error: there is no claim 'gazette/p01-harvest' [unknown-claim]\n"
        "    hint: did you mean 'gazette/p01-harvests'?"),
    "unknown-country": (claim("[NO]", "[Norway]"),
        f"{CLAIM}:4:13: error: no country or region is called 'Norway' [unknown-country]\n"
        "    hint: did you mean NO (Norway)?"),
    "unknown-key": (claim("themes:", "theme:"),
        f"{CLAIM}:5:1: error: a claim has no key 'theme' [unknown-key]\n"
        "    hint: did you mean 'themes'?"),
    "unknown-question": (claim("harvest-falling", "harvests-falling"),
        f"{CLAIM}:7:13: error: no question is called 'harvests-falling' [unknown-question]\n"
        "    hint: did you mean 'harvest-falling'?"),
    "unknown-source": ({"claims/gazete/p02-better.yaml": "quote: >-\n  better year\nstatement: Better.\n"},
        "claims/gazete/p02-better.yaml:1:1: error: there is no source 'gazete' [unknown-source]\n"
        "    hint: did you mean 'gazette'? then move what is in it to claims/gazette/"),
    "unknown-repair": ({"sources/gazette.yaml": "title: A hard year\nkeep-as-written: [lost-ligatures]\n"},
        "sources/gazette.yaml:2:19: warning: no repair of the text is called 'lost-ligatures', so none is left out "
        "[unknown-repair]\n"
        "    hint: did you mean 'lost-ligature'?"),
    "unknown-theme": (claim("[farming]", "[farmin]"),
        f"{CLAIM}:5:10: error: no theme is called 'farmin' [unknown-theme]\n"
        "    hint: did you mean 'farming'?"),
    "unreadable-article": ({"sources/letter.pdf": b"%PDF-1.7", "sources/letter.yaml": "title: A letter\n"},
        "sources/letter.pdf:1:1: error: the PDF is broken [unreadable-article]\n"
        "    hint: save its text as a .txt file in UTF-8"),
    "unsupported-file": ({"sources/letter.docx": b"PK"},
        "sources/letter.docx:1:1: error: articles are read from .txt, .html and .pdf files, not from .docx "
        "[unsupported-file]\n"
        "    hint: save its text as a .txt file in UTF-8"),
    "wrong-choice": (claim("status: draft", "status: reviewd"),
        f"{CLAIM}:8:9: error: 'reviewd' cannot stand in 'status' [wrong-choice]\n"
        "    hint: did you mean 'reviewed'? choose one of: draft, reviewed, rejected"),
    "wrong-folder": ({"claims/gazette/p02-rich.yaml": "quote: >-\n  a rich harvest\nstatement: Rich.\n"},
        "claims/gazette/p02-rich.yaml:1:8: error: this quote is from 'report', not from 'gazette' [wrong-folder]\n"
        "    hint: move the file to claims/report/"),
    "wrong-pair": (decided("gazette/p01-harvests, gazette/p01-harvests"),
        f"{QUESTION}:3:5: error: a claim is compared with itself [wrong-pair]\n"
        "    hint: name two claims"),
    "wrong-type": (claim("[NO]", "NO, SE"),
        f"{CLAIM}:4:12: error: 'countries' is a list, not the text 'NO, SE' [wrong-type]\n"
        "    hint: write countries: [NO, SE]"),
}  # fmt: skip

# Rules about writing and links need a folder to go wrong in: tests/store, tests/never_lost and tests/hostile.
