"""The main job as a person does it: articles in, claims drafted, edited by hand, run again, a site out."""

import shutil
import subprocess
import sys
from pathlib import Path

from folder import PROJECT, Folder


def only(folder: Folder, words: str) -> str:
    """The one claim file whose text has these words."""
    found = [path for path in folder.files("claims/*/*.yaml") if words in folder.read(path).replace("\n  ", " ")]
    assert len(found) == 1, found
    return found[0]


def test_articles_become_claims_and_a_site(folder: Folder) -> None:
    done = folder.run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert only(folder, "Wind output in Ireland fell in 2023").startswith("claims/calm/")
    assert not any("Will it last" in folder.read(path) for path in folder.files("claims/**/*.yaml"))
    assert (folder.root / "site/index.html").is_file()
    assert (folder.root / "site/data/dossier.json").is_file()


def test_a_second_run_changes_no_byte_of_claims_or_site(with_site: Folder) -> None:
    folder = with_site
    claims, site = folder.tree("claims"), folder.tree("site")
    folder.delete("site/index.html")  # a site that stands whole would be left alone
    assert folder.run().returncode == 0
    assert folder.tree("claims") == claims
    after = folder.tree("site")
    assert {p for p in after | site if after.get(p) != site.get(p)} - {"site/sitemap.xml.gz"} == set()


def test_sources_are_never_written(folder: Folder) -> None:
    before = folder.tree("sources")
    folder.run()
    assert folder.tree("sources") == before


def test_a_correction_a_rejection_a_deletion_and_an_addition_all_hold(with_drafts: Folder) -> None:
    folder = with_drafts
    corrected = only(folder, "The price of electricity fell")
    folder.edit(corrected, "statement: ", "statement: As we read it, ")
    rejected = only(folder, "Onshore wind farms were the largest")
    folder.edit(rejected, "status: draft", "status: rejected  # it is hydro power")
    deleted = only(folder, "The grid in Ireland is not ready")
    folder.delete(deleted)
    added = "claims/calm/p02-farms-soon.yaml"
    offshore = only(folder, "Offshore farms should be built soon")
    folder.delete(offshore)
    folder.write(
        added,
        "quote: >-\n  Offshore farms should be built\nstatement: More farms are wanted.\ncountries: [IE]\n",
    )
    before = folder.tree("claims")
    assert folder.run("extract").returncode == 0
    assert folder.tree("claims") == before
    done = folder.run("build")
    assert done.returncode == 0, done.stdout + done.stderr
    page = folder.read("site/sources/calm.html")
    assert "Offshore farms should be built" in page
    assert "As we read it" in folder.read("site/sources/irish-wind.html")


def test_nothing_is_written_while_an_error_stands(with_site: Folder) -> None:
    folder = with_site
    claim = only(folder, "The price of electricity fell")
    folder.edit(claim, "fell", "rose")
    site = folder.tree("site")
    done = folder.run("build")
    assert done.returncode == 1
    assert f"{claim}:" in done.stdout + done.stderr
    assert "[quote-not-found]" in done.stdout + done.stderr
    assert folder.tree("site") == site


def test_one_bad_file_does_not_hide_the_others(with_drafts: Folder) -> None:
    folder = with_drafts
    folder.write("claims/calm/p01-broken.yaml", "quote: [unclosed\n")
    folder.edit(only(folder, "The price of electricity fell"), "status: draft", "status: drafted")
    done = folder.run("check")
    assert done.returncode == 1
    assert "claims/calm/p01-broken.yaml:" in done.stdout
    assert "drafted" in done.stdout


def test_a_command_used_wrongly_ends_with_2(folder: Folder) -> None:
    assert folder.run("explain").returncode == 2
    assert folder.run("explain", "no-such-source").returncode == 2
    assert folder.run("nonsense").returncode == 2
    assert folder.run("--help").returncode == 0


def test_settings_without_the_hook_are_one_message(with_drafts: Folder) -> None:
    with_drafts.edit("mkdocs.yml", "hooks: [build_dossier.py]\n", "")
    done = with_drafts.run("build")
    assert (done.returncode, done.stdout.count("\n")) == (1, 2)
    assert done.stdout.endswith("hint: add the line: hooks: [build_dossier.py]\n")


def test_who_interrupts_the_program_while_it_loads_sees_no_traceback(tmp_path: Path) -> None:
    shutil.copy(PROJECT / "build_dossier.py", tmp_path)
    (tmp_path / "dossier").mkdir()
    (tmp_path / "dossier" / "cli.py").write_text("raise KeyboardInterrupt\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "build_dossier.py"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "Aborted!\n")


def test_a_front_door_of_an_earlier_version_is_one_message(with_drafts: Folder) -> None:
    with_drafts.write("build_dossier.py", "from dossier.publishing.hook import on_config, on_page_content\n")
    done = with_drafts.run("build")
    assert done.returncode == 1
    assert done.stdout.startswith("build_dossier.py:1:1: error: this file is of another version")
    assert done.stdout.count("\n") == 2


def test_a_python_without_our_libraries_is_told_as_that() -> None:
    bare = [sys.executable, "-I", "-S", "-c", "import runpy, sys; sys.path.insert(0, sys.argv[1])\n"]
    bare[-1] += "runpy.run_path(sys.argv[1] + '/build_dossier.py', run_name='__main__')"
    done = subprocess.run([*bare, str(PROJECT)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("click is not installed for ") and done.stderr.count("\n") == 1


def test_quiet_says_nothing_when_all_is_well(folder: Folder) -> None:
    done = folder.run("-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_explain_tells_how_a_source_was_read(with_drafts: Folder) -> None:
    folder = with_drafts
    done = folder.run("explain", "sources/irish-wind.txt")
    assert done.returncode == 0
    assert "Will it last?" in done.stdout
    assert "question" in done.stdout


def test_explain_tells_why_two_claims_are_related(with_drafts: Folder) -> None:
    folder = with_drafts
    rose, fell = only(folder, "Wind output in Ireland rose"), only(folder, "Wind output in Ireland fell")
    done = folder.run("explain", rose, fell)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "contradicts" in done.stdout


def test_the_five_articles_give_at_least_150_claims_each_verbatim() -> None:
    from dossier.assemble import read_dossier

    dossier, problems = read_dossier(PROJECT)
    assert [str(p) for p in problems if p.severity == "error"] == []
    assert len(dossier.claims) >= 150
    for claim in dossier.claims:
        text = dossier.source[claim.source].text
        assert " ".join(text[claim.start : claim.end].split()) == " ".join(claim.quote.split())


def test_the_sources_are_byte_for_byte_what_git_holds() -> None:
    attributes = (PROJECT / ".gitattributes").read_text("utf-8")
    assert "sources/** -text" in attributes
    assert sorted(Path(PROJECT / "sources").glob("*.txt"))


def test_nothing_is_drafted_while_a_persons_file_is_wrong(with_drafts: Folder) -> None:
    folder = with_drafts
    folder.edit(only(folder, "The price of electricity fell"), "fell", "rose")
    folder.write(
        "sources/calm.txt", folder.read("sources/calm.txt") + "\nRain in Ireland rose by 5 percent in 2023.\n"
    )
    before = folder.tree("claims")
    done = folder.run("extract")
    assert done.returncode == 1
    assert "[quote-not-found]" in done.stdout
    assert folder.tree("claims") == before


def test_the_tools_own_drafts_follow_a_renamed_theme_and_a_replaced_article(with_drafts: Folder) -> None:
    folder = with_drafts
    folder.edit("claims/codebook/themes.yaml", "wind-power:", "wind-energy:")
    folder.edit("claims/codebook/questions/output-rising.yaml", "wind-power", "wind-energy")
    folder.edit("sources/calm.txt", "Wind output in Ireland fell in 2023.", "Wind output in Ireland halved in 2023.")
    assert folder.run("extract").returncode == 0
    assert folder.run("check").returncode == 0
    assert "wind-energy" in folder.read(only(folder, "Wind output in Ireland halved in 2023"))


def test_pages_once_rendered_to_disk_do_not_hide_a_later_correction(with_drafts: Folder) -> None:
    folder = with_drafts
    folder.write("docs/timeline.md", "# By hand\n")
    assert folder.run("render").returncode == 0
    assert folder.read("docs/timeline.md") == "# By hand\n"
    assert "Is wind output in Ireland rising?" in folder.read("docs/questions/output-rising.md")
    folder.edit(only(folder, "The price of electricity fell"), "statement: ", "statement: As we read it, ")
    done = folder.run("build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "As we read it" in folder.read("site/sources/irish-wind.html")
    assert "As we read it" in folder.read("site/data/dossier.json")


def test_nothing_is_drafted_from_an_article_in_another_language(with_drafts: Folder) -> None:
    ours, theirs = with_drafts.files("claims/calm/*.yaml")[:2]
    with_drafts.edit(theirs, "status: draft", "status: reviewed")
    with_drafts.edit("sources/calm.yaml", "language: en", "language: ga")
    assert with_drafts.run("extract").returncode == 0
    assert with_drafts.files("claims/calm/*.yaml") == [theirs] != [ours]
    with_drafts.edit("sources/calm.yaml", "language: ga", "language: en-IE")
    assert with_drafts.run("extract").returncode == 0
    assert ours in with_drafts.files("claims/calm/*.yaml")
