"""Files no honest person writes: each is refused with a message at its place, and nothing is published."""

from __future__ import annotations

import pytest
from editing.conftest import Editor

from dossier.assemble import extract, read_dossier

CLAIM = "claims/calm/p09-evil.yaml"
QUESTION = "claims/codebook/questions/evil.yaml"
SOUND = "quote: >-\n  Wind output in Ireland fell\nstatement: It fell.\nstatus: rejected\n"
LAUGHS = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi"))


def claim(more: str) -> dict[str, str | bytes]:
    return {CLAIM: SOUND + more}


def decided(pair: str, relation: str = "agrees") -> dict[str, str | bytes]:
    return {QUESTION: f"question: Q?\ndecisions:\n  - {{pair: {pair}, relation: {relation}, because: x}}\n"}


CASES: dict[str, tuple[dict[str, str | bytes], str]] = {
    # YAML as a weapon
    "a billion laughs": ({CLAIM: LAUGHS}, "anchor"),
    "a billion laughs in a question": ({QUESTION: LAUGHS}, "anchor"),
    "a billion laughs in metadata": ({"sources/calm.yaml": LAUGHS}, "anchor"),
    "a merge key": (claim("<<: *x\n"), "alias"),
    "an object of Python": (claim('note: !!python/object/apply:os.system ["id"]\n'), "tag"),
    "a name of Python": (claim("note: !!python/name:os.system x\n"), "tag"),
    "a tag of its own": (claim("note: !evil x\n"), "tag"),
    "a declared tag": ({CLAIM: "%TAG ! tag:evil,2000:\n---\n" + SOUND}, "tag"),
    "binary data": (claim("note: !!binary SGVsbG8=\n"), "tag"),
    "a second document": (claim("---\nstatus: reviewed\n"), "many-documents"),
    "deep lists": (claim(f"themes: {'[' * 5000}{']' * 5000}\n"), "too-deep"),
    "deep mappings": (claim("note: " + "{a: " * 3000 + "x" + "}" * 3000 + "\n"), "too-deep"),
    "deep lines": (claim("note:\n" + "".join(" " * n + "a:\n" for n in range(1, 300))), "too-deep"),
    "a list as key": (claim("[a, b]: x\n"), "syntax"),
    "a key twice": (claim("statement: something else\n"), "duplicate-key"),
    "a key that looks the same": (claim("st\u0430tus: reviewed\n"), "unknown-key"),
    "a key with a mark nobody sees": (claim("status\u200b: reviewed\n"), "unknown-key"),
    "a key of the record itself": (claim("source: irish-wind\n"), "unknown-key"),
    "an id of its own": (claim("id: ../../x\n"), "unknown-key"),
    "offsets of its own": (claim("start: 0\nend: 99999999\n"), "unknown-key"),
    "a file too large": ({CLAIM: SOUND + "note: " + "x" * 300_000}, "too-large"),
    "metadata too large": ({"sources/calm.yaml": "title: " + "x" * 300_000}, "too-large"),
    "an article too large": ({"sources/calm.txt": "word " * 900_000}, "too-large"),
    "thousands of keys": (claim("".join(f"k{n}: x\n" for n in range(16_000))), "unknown-key"),
    "thousands of countries": (
        claim(f"countries: [{', '.join(f'q{n}x' for n in range(30_000))}]\n"),
        "unknown-country",
    ),
    # bytes
    "NUL": (claim("note: a\0b\n"), "control-character"),
    "an escape code": (claim("note: \x1b[2Jgone\n"), "control-character"),
    "a written NUL": (claim('note: "a\\0b"\n'), "control-character"),
    "a written escape code": (claim('note: "a\\x1b[2J"\n'), "control-character"),
    "a bell in an article": ({"sources/calm.txt": "Wind\x07 fell."}, "control-character"),
    "Latin-1": ({CLAIM: SOUND.encode() + b"note: na\xefve\n"}, "encoding"),
    "overlong UTF-8": ({CLAIM: SOUND.encode() + b"note: \xc0\xae\xc0\xae/\n"}, "encoding"),
    "half a pair": ({CLAIM: SOUND.encode() + b"note: \xed\xa0\x80\n"}, "encoding"),
    "UTF-16": ({CLAIM: SOUND.encode("utf-16")}, "encoding"),
    "UTF-32": ({CLAIM: SOUND.encode("utf-32")}, "encoding"),
    "a zip": ({CLAIM: b"PK\x03\x04" + bytes(range(256))}, "encoding"),
    "a picture as article": ({"sources/calm.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256))}, "encoding"),
    "an archive among the sources": ({"sources/evil.zip": b"PK\x03\x04"}, "unsupported-file"),
    "a web page among the sources": ({"sources/evil.html": "<script>alert(1)</script>"}, "unreadable-article"),
    "a PDF that is none": ({"sources/evil.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 40}, "unreadable-article"),
    "a tag of a thousand hundred attributes": (
        {"sources/evil.html": f"<article><p {' '.join(f'a{n}=1' for n in range(100_000))}>It rose.</p></article>"},
        "unreadable-article",
    ),
    "a page of a thousand thousand boxes": ({"sources/evil.html": "<div>" * 200_000}, "unreadable-article"),
    # names and places
    "a claim in no folder": ({"claims/evil.yaml": SOUND}, "misplaced-file"),
    "a claim too deep": ({"claims/calm/more/evil.yaml": SOUND}, "misplaced-file"),
    "a folder of no source": ({"claims/evil/p01.yaml": SOUND}, "unknown-source"),
    "a folder named like an option": ({"claims/-rf/p01.yaml": SOUND}, "bad-name"),
    "a name with a space": ({"claims/calm/p 1.yaml": SOUND}, "bad-name"),
    "a name with a line end": ({"claims/calm/p\n1.yaml": SOUND}, "bad-name"),
    "a name that turns round": ({"claims/calm/p\u202elmay.yaml": SOUND}, "bad-name"),
    "a name Windows keeps to itself": ({"claims/calm/aux.yaml": SOUND}, "bad-name"),
    "a name like markup": ({"claims/calm/<b>.yaml": SOUND}, "bad-name"),
    "a name too long": ({f"claims/calm/{'p' * 200}.yaml": SOUND}, "bad-name"),
    "an ending in capitals": ({"claims/calm/p09.YAML": SOUND}, "unsupported-file"),
    "the same name in capitals": ({"claims/calm/p09-x.yaml": SOUND, "claims/calm/P09-X.yaml": SOUND}, "duplicate-id"),
    "the same source in capitals": ({"sources/CALM.txt": "x", "sources/CALM.yaml": "title: x\n"}, "duplicate-id"),
    "a question named like an option": ({"claims/codebook/questions/-evil.yaml": "question: Q?\n"}, "bad-name"),
    "a question with capitals": ({"claims/codebook/questions/Evil.yaml": "question: Q?\n"}, "bad-name"),
    "a theme that leads out": ({"claims/codebook/themes.yaml": "../../x:\n  title: x\n"}, "bad-name"),
    "a theme like markup": ({"claims/codebook/themes.yaml": '"<b>":\n  title: x\n'}, "bad-name"),
    "a region that leads out": ({"claims/codebook/places.yaml": "regions:\n  ../x: {title: x, members: [NO]}\n"},
                                "bad-name"),
    # values
    "a quote of its own making": ({CLAIM: "quote: >-\n  Wind farms kill people.\nstatement: x\n"}, "quote-not-found"),
    "a quote with another letter": ({CLAIM: "quote: >-\n  Wind \u043eutput in Ireland fell\nstatement: x\n"},
                                    "quote-not-found"),
    "a quote with marks nobody sees": ({CLAIM: "quote: >-\n  Wind\u200b output in Ireland fell\nstatement: x\n"},
                                       "quote-not-found"),
    "a quote of another article": ({CLAIM: "quote: >-\n  The price of electricity fell\nstatement: x\n"},
                                   "wrong-folder"),
    "the same quote again": ({CLAIM: SOUND.replace("status: rejected\n", "") + "status: reviewed\n"}, "overlap"),
    "an empty quote": ({CLAIM: "quote: |\n   \nstatement: x\n"}, "missing-key"),
    "a country that is markup": (claim('countries: ["<b>NO</b>"]\n'), "unknown-country"),
    "a country that leads out": (claim("countries: [../../x]\n"), "unknown-country"),
    "a country of look-alike letters": (claim("countries: [N\u041e]\n"), "unknown-country"),
    "a theme nobody has": (claim('themes: ["javascript:alert(1)"]\n'), "unknown-theme"),
    "a question nobody has": (claim('positions: {"../../x": yes}\n'), "unknown-question"),
    "a stance of its own": (claim("positions: {output-rising: <script>}\n"), "wrong-choice"),
    "a status of its own": ({CLAIM: SOUND.replace("rejected", "published")}, "wrong-choice"),
    "a date that is a formula": (claim('date: "=1+1"\n'), "bad-date"),
    "a date that never was": (claim('date: "2023-02-30"\n'), "bad-date"),
    "a day in other digits": (claim('reviewed_on: "\u0662\u0660\u0662\u0664-01-01"\n'), "bad-date"),
    "a number without end": (claim(f"figures: [{{raw: x, value: {'9' * 400}}}]\n"), "bad-number"),
    "not a number": (claim("figures: [{raw: x, value: .nan}]\n"), "bad-number"),
    "infinity": (claim("figures: [{raw: x, value: 1e999}]\n"), "bad-number"),
    "a flag of its own": (claim("figures: [{raw: x, value: 1, approx: 1}]\n"), "wrong-choice"),
    "a script as address": ({"sources/calm.yaml": "title: x\nURL: javascript:alert(1)\n"}, "bad-url"),
    "data as address": ({"sources/calm.yaml": "title: x\nURL: data:text/html,x\n"}, "bad-url"),
    "an address with a name and a mark": ({"sources/calm.yaml": "title: x\nURL: 'https://a.example/\"onx=\"'\n"},
                                          "bad-url"),
    "the whole text for everyone": ({"sources/calm.yaml": "title: x\nrights: {publish: everything}\n"},
                                    "wrong-choice"),
    "a decision on nothing": (decided("[calm/p77, irish-wind/p88]"), "unknown-claim"),
    "a decision that leads out": (decided("[../../etc/passwd, calm/p01]"), "unknown-claim"),
    "a decision on three": (decided("[a/b, c/d, e/f]"), "wrong-pair"),
    "a decision of its own": (decided("[a/b, c/d]", "destroys"), "wrong-choice"),
    "a summary citing nothing": ({QUESTION: "question: Q?\nsummary: Wind farms kill people.\n"}, "uncited-sentence"),
    "a summary citing what is not": ({QUESTION: "question: Q?\nsummary: They kill [calm/p99].\n"},
                                     "unknown-citation"),
    "an unfinished merge": ({CLAIM: f"<<<<<<< a\n{SOUND}=======\n{SOUND}>>>>>>> b\n"}, "merge-conflict"),
    "a ledger of its own making": ({"claims/calm/_extracted.yaml": "drafts:\n  ../x.yaml: {sha256: 0, quote: x}\n"},
                                   "ledger"),
    "a ledger full of laughs": ({"claims/calm/_extracted.yaml": LAUGHS}, "ledger"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_it_is_refused_with_a_message_at_its_place(editor: Editor, name: str) -> None:
    files, rule = CASES[name]
    for path, content in files.items():
        file = editor.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    outside = sorted(editor.root.parent.iterdir())
    before = editor.tree("claims")
    _, problems = read_dossier(editor.root)
    found = [p.where.path for p in problems if p.rule == rule]
    assert found, [str(p) for p in problems]
    assert any(path.casefold().startswith(place.casefold()) for path in files for place in found)
    for problem in problems:
        assert problem.what.isprintable() and len(str(problem)) < 4000
    extract(editor.root)
    assert {path: data for path, data in editor.tree("claims").items() if path in before and path in files} == {
        path: data for path, data in before.items() if path in files
    }
    assert sorted(editor.root.parent.iterdir()) == outside


def test_as_many_claims_as_nobody_reads_are_refused(editor: Editor) -> None:
    for n in range(5001):
        (editor.root / f"claims/calm/q{n}.yaml").write_bytes(b"")
    _, problems = read_dossier(editor.root)
    assert [p.rule for p in problems if p.where.path == "claims/calm"] == ["too-large"]


def test_a_site_stands_as_it_was_while_a_hostile_file_lies_there(editor: Editor) -> None:
    assert editor.type("build").exit_code == 0
    before = editor.tree("site")
    editor.write(CLAIM, LAUGHS)
    assert editor.run("build").returncode == 1
    assert editor.tree("site") == before
