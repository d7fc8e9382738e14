"""Files made to harm: shown as text or refused with a message; nothing outside the dossier is read or written."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.checks import check
from dossier.formats import FORMATS
from dossier.model import Claim, Cleaned, Dossier, Metadata, Source
from dossier.problems import Problem, Where, errors
from dossier.quotes import nearest, place_in
from dossier.store.claims import claim_from, claim_text, read_claims
from dossier.store.codebook import read_codebook
from dossier.store.drafts import save_drafts
from dossier.store.ledger import LEDGER
from dossier.store.sources import read_sources
from dossier.store.writing import write_changed

SECRET = "the secret outside"
TEXTS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</script><svg onload=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](data:text/html;base64,PHNjcmlwdD4=)",
    "{{ config.items() }} {% import os %} {# x #}",
    "<!-- comment --> --><b>",
    "=cmd|'/c calc'!A1",
    "@SUM(1+1)",
    "]]><x/>",
    "\u202egnp.exe\u202c right to left",
    "\u200bzero\u200bwidth\ufeff",
    "p\u0430yp\u0430l in Cyrillic letters",
    "::error file=x::injected",
    "%0A::set-output name=x::y",
    "---\n- !!python/object/apply:os.system [ls]",
    "*alias &anchor !tag",
    "quote: >-\n  another",
    "# comment",
    ">- |+2",
    "'\"`\\",
    "a" * 5000,
    "\u0301" * 200,
    "\U0001f469\u200d\U0001f469\u200d\U0001f467",
    "key: value\n  - item\n\t tab",
    "../../etc/passwd",
    "${jndi:ldap://x}",
    "<a href='vbscript:x'>",
    "<style>*{display:none}</style>",
    "%s %n {0} {x!r}",
)


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_words_are_only_words_in_a_claim(text: str) -> None:
    claim = Claim("a/p01", "a", text, " ".join(text.split()), note=text.replace("\n", " "), speaker=text.split()[0])
    found, problems = claim_from(claim_text(claim), "a/p01", "claims/a/p01.yaml")
    assert problems == [] and found
    assert replace(found, where=claim.where) == claim


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_words_in_every_place_of_a_message_stay_on_their_line(tmp_path: Path, text: str) -> None:
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'
    body = f"quote: >-\n  x\nstatement: y\n{quoted}: 1\nthemes: [{quoted}]\ncountries: [{quoted}]\ndate: {quoted}\n"
    file = tmp_path / "claims/a/p01.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(f"{body}status: {quoted}\n", "utf-8")
    write_changed(tmp_path, {"claims/codebook/themes.yaml": "", "claims/codebook/places.yaml": ""})
    claims, problems = read_claims(tmp_path)
    problems += check(Dossier("", "", claims=tuple(claims)), tmp_path)
    assert problems
    for problem in problems:
        assert "\n" not in problem.what and len(problem.what) < 400 and problem.what.isprintable()
    lines = FORMATS["github"](problems).splitlines()
    assert all(line.startswith(("::error file=claims/a/p01.yaml,", "claims/", "and ")) for line in lines)


ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//example.org",
    "https:/example.org",
    "https://",
    "http://[::1",
    "https://example.org/\u202e",
    "https://example.org/ javascript:alert(1)",
    'https://example.org/"onmouseover="alert(1)',
    "https://example.org/<script>",
    "ftp://example.org",
    "mailto:a@example.org",
    "blob:https://example.org",
    "https:\\\\example.org",
    "\u0130ttps://example.org",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_but_http_is_taken(tmp_path: Path, address: str) -> None:
    write_changed(tmp_path, {"sources/a.txt": "x", "sources/a.yaml": f"title: A\nURL: '{address}'\n"})
    (source,), problems = read_sources(tmp_path)
    assert source.meta.URL == ""
    assert [p.rule for p in problems] == ["bad-url"]


NAMES = (
    "..",
    ".",
    "../x",
    "a/b",
    "a\\b",
    "CON",
    "nul",
    "a:b",
    "a\nb",
    "a\0b",
    "a b",
    "-rf",
    "~",
    "é",
    "a" * 300,
    "",
    "x.",
    "$(ls)",
)


@pytest.mark.parametrize("name", NAMES)
def test_no_source_id_leads_out_of_its_folder(tmp_path: Path, name: str) -> None:
    source = Source(name, Metadata("x"), "Some words.", Cleaned("Some words."))
    draft = Claim(f"{name}/p01-some", name, "Some words.", "Some words.", start=0, end=11)
    saved = save_drafts(tmp_path, source, [draft])
    assert [p.rule for p in saved.problems] == ["bad-name"]
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize("stem", [n for n in NAMES if "/" not in n])
def test_a_draft_with_a_hostile_name_gets_a_harmless_one(tmp_path: Path, stem: str) -> None:
    source = Source("a", Metadata("x"), "Some words.", Cleaned("Some words."))
    saved = save_drafts(tmp_path, source, [Claim(f"a/{stem}", "a", "Some words.", "x", start=0, end=11)])
    assert len(saved.written) == 1
    claims, problems = read_claims(tmp_path)
    assert problems == [] and len(claims) == 1
    assert {f.parent for f in tmp_path.rglob("*.yaml")} == {tmp_path / "claims" / "a"}


def test_nothing_is_written_outside_the_folder_of_pages(tmp_path: Path) -> None:
    for path in ("../x", "/tmp/x-of-a-hostile-page", "a/../../x"):
        with pytest.raises(ValueError, match="outside"):
            write_changed(tmp_path / "site", {path: "x"})
    assert not (tmp_path / "x").exists()


# ---------------------------------------------------------------- links and things that are no files


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.txt").write_text(SECRET, "utf-8")
    (folder / "secret.yaml").write_text(f"quote: >-\n  {SECRET}\nstatement: x\ntitle: {SECRET}\n", "utf-8")
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "dossier/sources").mkdir(parents=True)
    (tmp_path / "dossier/claims/a").mkdir(parents=True)
    (tmp_path / "dossier/claims/codebook").mkdir(parents=True)
    return tmp_path / "dossier"


def everything(root: Path) -> tuple[str, list[Problem]]:
    """All that the readers give, as one text, and the problems."""
    sources, claims, codebook = read_sources(root), read_claims(root), read_codebook(root)
    return repr((sources[0], claims[0], codebook[0])), [*sources[1], *claims[1], *codebook[1]]


LINKS = {
    "sources/a.txt": "secret.txt",
    "sources/a.yaml": "secret.yaml",
    "claims/a/p01.yaml": "secret.yaml",
    "claims/b": ".",
    "claims/codebook/themes.yaml": "secret.yaml",
    "claims/codebook/questions": ".",
    "claims/codebook/questions/q.yaml": "secret.yaml",
}


@pytest.mark.parametrize("path", LINKS)
@pytest.mark.parametrize("way", ["absolute", "relative", "through another link"])
def test_a_link_is_not_followed_out_of_the_dossier(root: Path, outside: Path, path: str, way: str) -> None:
    target = outside / LINKS[path]
    link = root / path
    link.parent.mkdir(exist_ok=True)
    if path == "sources/a.yaml":
        (root / "sources/a.txt").write_text("Some words.", "utf-8")
    if way == "relative":
        target = Path(os.path.relpath(target, link.parent))
    elif way == "through another link":
        (root / "way").symlink_to(target)
        target = root / "way"
    link.symlink_to(target)
    said, problems = everything(root)
    assert SECRET not in said and not any(SECRET in str(p) for p in problems)
    assert "symlink" in [p.rule for p in errors(problems)]


def test_a_whole_folder_linked_from_outside_is_refused(root: Path, outside: Path) -> None:
    for name in ("sources", "claims"):
        for inner in sorted((root / name).rglob("*"), reverse=True):
            inner.rmdir()
        (root / name).rmdir()
        (root / name).symlink_to(outside)
    said, problems = everything(root)
    assert SECRET not in said
    assert {p.rule for p in problems} == {"symlink"}


@pytest.mark.parametrize("target", ["loop", "nowhere"])
def test_a_link_to_itself_or_to_nothing_is_a_message(root: Path, target: str) -> None:
    (root / "claims/a/p01.yaml").symlink_to("p01.yaml" if target == "loop" else "gone.yaml")
    _, problems = everything(root)
    assert [p.rule for p in problems] == ["symlink"]


@pytest.mark.parametrize("path", ["claims/a/p01.yaml", "sources/a.txt", "claims/codebook/themes.yaml"])
def test_a_pipe_does_not_make_the_reader_wait(root: Path, path: str) -> None:
    os.mkfifo(root / path)
    _, problems = everything(root)
    assert "not-a-file" in [p.rule for p in problems]


@pytest.mark.parametrize(
    "path", ["claims/a/p01.yaml", "sources/a.txt", "sources/a.yaml", "claims/codebook/themes.yaml"]
)
def test_a_folder_with_a_files_name_is_a_message(root: Path, path: str) -> None:
    if path == "sources/a.yaml":
        (root / "sources/a.txt").write_text("Some words.", "utf-8")
    (root / path).mkdir()
    _, problems = everything(root)
    assert "not-a-file" in [p.rule for p in problems]


SOURCE = Source("a", Metadata("x"), "Some words.", Cleaned("Some words."))
DRAFT = Claim("a/p01-some", "a", "Some words.", "Some words.", start=0, end=11)


@pytest.mark.parametrize(
    "name", ["claims", "claims/a", "claims/a/.pending", "claims/a/_extracted.yaml", "claims/a/p01-some.yaml"]
)
def test_drafts_are_not_written_through_a_link(tmp_path: Path, outside: Path, name: str) -> None:
    before = {f: f.read_bytes() for f in outside.iterdir()}
    root = tmp_path / "empty"
    (root / name).parent.mkdir(parents=True)
    (root / name).symlink_to(outside if "." not in name or name.endswith("pending") else outside / "secret.yaml")
    save_drafts(root, SOURCE, [DRAFT])
    assert {f: f.read_bytes() for f in outside.iterdir()} == before
    assert (root / name).is_symlink()


def test_a_pending_folder_in_a_pull_request_writes_only_claims_of_its_folder(root: Path, outside: Path) -> None:
    pending = root / "claims/a/.pending"
    pending.mkdir()
    for name in ("new-none-..%2Fx.tmp", "new-none-.hidden.tmp", "new-none-_extracted.yaml.tmp", "gone-x", "else"):
        (pending / name).write_text("x", "utf-8")
    (pending / f"gone-{'0' * 64}-stolen.yaml.tmp").symlink_to(outside / "secret.yaml")
    save_drafts(root, SOURCE, [DRAFT])
    for file in (root / "claims").rglob("*"):
        assert not (file.is_file() and SECRET in file.read_text("utf-8"))
    assert (outside / "secret.yaml").exists()
    assert (root / "claims/a" / LEDGER).read_text("utf-8").startswith("# Kept by the tool")


# ---------------------------------------------------------------- sizes


def test_a_line_of_a_megabyte_is_read_and_searched(tmp_path: Path) -> None:
    line = "word " * 200_000 + "Harvests fell in all three valleys."
    write_changed(tmp_path, {"sources/a.txt": line, "sources/a.yaml": "title: A"})
    (source,), problems = read_sources(tmp_path)
    assert problems == []
    claim = Claim("a/p01", "a", "Harvests fell in  all three", "x")
    assert place_in(claim, Cleaned(source.original)) == (1_000_000, 1_000_026)
    best = nearest("Harvests fell in nearly all three valleys", line)[0]
    assert line[best.start : best.end] == "Harvests fell in all three valleys"


@pytest.mark.parametrize("quote", ["word " * 10_000, "a" * 50_000, "((((a+)+)+)+)+$" * 20, " ", ".", "\u0301" * 1000])
def test_a_quote_of_any_kind_is_looked_for_in_reasonable_time(quote: str) -> None:
    text = "word " * 100_000 + "a" * 100_000
    nearest(quote, text)
    place_in(Claim("a/p01", "a", quote + "!", "x"), Cleaned(text))


def test_a_github_annotation_cannot_be_broken_out_of() -> None:
    problem = Problem(Where("a,b:c.yaml", 1, 2), "syntax", "x\n::error::y\r%0A", "z")
    assert FORMATS["github"]([problem]) == (
        "::error file=a%2Cb%3Ac.yaml,line=1,col=2,title=syntax::x%0A::error::y%0D%250A%0Ahint: z"
    )
