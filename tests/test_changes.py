"""What a change means, told in claim terms."""

from dataclasses import replace

from dossier.editing.changes import report as report_of
from dossier.editing.revisions import State
from dossier.model import (
    Claim,
    Cleaned,
    Codebook,
    Dossier,
    Figure,
    Metadata,
    Position,
    Question,
    Reading,
    Relation,
    Source,
)  # fmt: skip
from dossier.problems import Problem, Where

FARM = Claim("a/p01-farms", "a", "Farms were sold", "Farms were sold in 2020.", ("NO",), date="2020", start=0, end=15)
COAST = Claim("b/p01-coast", "b", "The coast is clear", "The coast is clear.", ("NO",), start=3, end=21)


def report(before: Dossier, after: Dossier) -> str:
    return report_of(State(before), State(after))


def dossier(*claims: Claim, **more: object) -> Dossier:
    book = Codebook(questions=(Question("sold", "Were farms sold?"),))
    return replace(Dossier("T", "", codebook=book, claims=claims), **more)  # type: ignore[arg-type]


def test_no_change_says_so() -> None:
    assert "Nothing changes for readers." in report(dossier(FARM), dossier(FARM))


def test_added_and_removed_claims_are_named_with_their_quotes() -> None:
    text = report(dossier(FARM), dossier(COAST))
    assert "## Claims added (1)\n\n- b/p01-coast: “The coast is clear”" in text
    assert "## Claims removed (1)\n\n- a/p01-farms: “Farms were sold”" in text


def test_a_renamed_file_is_a_move_not_a_loss() -> None:
    text = report(dossier(FARM), dossier(replace(FARM, id="a/p01-sales")))
    assert "a/p01-farms is now a/p01-sales" in text
    assert "Claims removed" not in text


def test_a_renamed_source_is_told_once_and_not_as_claims_lost_and_found() -> None:
    was, now = (
        Source(id, Metadata(title="Farms", issued="2020"), "Farms.", Cleaned("Farms.")) for id in ("a", "north")
    )
    text = report(
        dossier(FARM, sources=(was,)), dossier(replace(FARM, id="north/p01-farms", source="north"), sources=(now,))
    )
    assert "## Sources renamed (1)\n\n- a is now north" in text
    assert "Claims" not in text


def test_a_changed_date_shows_both_values_and_the_pages() -> None:
    text = report(dossier(FARM), dossier(replace(FARM, date="2021")))
    assert "date “2020”, now “2021”" in text
    assert "- sources/a\n- countries/NO" in text


def test_all_that_changed_of_a_claim_is_one_line_with_what_its_figures_are_taken_for() -> None:
    was = replace(FARM, figures=(Figure("ten", 10, 10, "farm"),))
    now = replace(FARM, statement="Farms went.", figures=(Figure("ten", 12, 12, "farm"),))
    text = report(dossier(was), dossier(now))
    assert "## Claims reworded or retagged (1)" in text
    assert "now “Farms went.”; figures “ten \\(10 farms\\)”, now “ten \\(12 farms\\)”" in text


def test_a_rejection_is_told_once() -> None:
    text = report(dossier(FARM), dossier(replace(FARM, status="rejected")))
    assert "## Claims rejected (1)" in text
    assert "status" not in text


def test_a_quote_that_stopped_to_verify_is_told() -> None:
    text = report(dossier(FARM), dossier(replace(FARM, quote="Farms were burnt", start=-1)))
    assert "## Quotes that no longer stand in their source (1)" in text


def test_relations_and_verdicts_that_turned_are_told() -> None:
    with_stance = replace(FARM, positions=(Position("sold", "yes"),))
    against = Relation(
        "contradicts", ("a/p01-farms", "b/p01-coast"), "sold", "shared question", "“sold” against “clear”"
    )
    before = dossier(with_stance, COAST, readings=(Reading("sold", "open", ""),))
    after = dossier(with_stance, COAST, relations=(against,), readings=(Reading("sold", "contradiction", ""),))
    text = report(before, after)
    assert "## Contradictions that appeared (1)" in text
    assert "Were farms sold? was open, is contradiction" in text
    assert "## Contradictions that vanished (1)" in report(after, before)
    stale = replace(after, relations=(replace(against, status="stale"),))
    assert "## Decisions that went stale (1)" in report(after, stale)


def test_text_from_a_pull_request_cannot_format_the_report() -> None:
    evil = replace(COAST, quote="<img src=x onerror=alert(1)> [click](javascript:alert(1)) `a`\n# Heading")
    text = report(dossier(), dossier(evil))
    assert "<img" not in text
    assert "](javascript" not in text
    assert "\n# Heading" not in text


def test_a_claim_that_moved_and_was_reworded_is_still_one_claim() -> None:
    moved = replace(FARM, id="a/p01-sales", quote="Farms were", end=10, statement="Farms changed hands.")
    text = report(dossier(FARM), dossier(moved))
    assert "a/p01-farms is now a/p01-sales" in text
    assert "a/p01-sales: statement “Farms were sold in 2020.”, now “Farms changed hands.”" in text
    assert "Claims added" not in text and "Claims removed" not in text


def test_relations_of_a_renamed_claim_neither_appear_nor_vanish() -> None:
    related = Relation("agrees", ("a/p01-farms", "b/p01-coast"), "", "x", "both")
    renamed = replace(related, between=("a/p01-sales", "b/p01-coast"))
    before = dossier(FARM, COAST, relations=(related,))
    text = report(before, dossier(replace(FARM, id="a/p01-sales"), COAST, relations=(renamed,)))
    assert "Agreements" not in text


def test_a_file_that_cannot_be_read_is_not_told_as_a_claim_removed() -> None:
    where = Where("claims/a/p01-farms.yaml", 3, 1)
    broken = State(dossier(), (Problem(where, "syntax", "a bracket is open"),))
    text = report_of(State(dossier(replace(FARM, where=Where(where.path)))), broken)
    assert "## Errors: nothing is published until they are mended (1)" in text
    assert "claims/a/p01-farms.yaml:3:1: a bracket is open" in text
    assert "## Claims that cannot be read now (1)" in text and "Claims removed" not in text


def test_ids_lead_to_the_line_of_the_file_and_to_the_page() -> None:
    at = {"date": Where("claims/a/p01-farms.yaml", 7)}

    def place(where: Where, *keys: str) -> Where:
        return at.get(keys[0], where)

    links = {"files": "https://example.org/r/blob/abc/", "site": "https://example.org/s/", "at": place}
    text = report_of(State(dossier(FARM), **links), State(dossier(replace(FARM, date="2021"), COAST), **links))
    assert "[a/p01-farms](https://example.org/r/blob/abc/claims/a/p01-farms.yaml#L7)" in text
    assert "([page](https://example.org/s/sources/a.html#p01-farms)): date “2020”" in text
    assert "- [sources/a](https://example.org/s/sources/a.html)" in text
    assert "sources/b.html#p01-coast" not in text, "what is new has no page yet"
