"""What a change means, told in claim terms."""

from dataclasses import replace

from dossier.editing.changes import report as report_of
from dossier.editing.revisions import State
from dossier.model import (
    Claim,
    Cleaned,
    Codebook,
    Decision,
    Dossier,
    Figure,
    Metadata,
    Position,
    Question,
    Reading,
    Relation,
    Source,
    Theme,
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
    assert "## Quotes that are no longer in their source (1)" in text


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
    assert "## Errors: nothing is published until they are fixed (1)" in text
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


def test_a_confirmation_is_told_though_the_relation_is_what_it_was() -> None:
    pair = ("a/p01-farms", "b/p01-coast")
    judged = Decision(pair, "confirmed", "Both speak of <one> sale.", "Ana", "2026-01-02", "aa", "sold")
    asked = Question("sold", "Were farms sold?")
    before = dossier(FARM, COAST, relations=(Relation("agrees", pair, "sold", "x", "both"),))
    after = replace(before, codebook=Codebook(questions=(replace(asked, decisions=(judged,)),)))
    text = report(before, after)
    assert "## Decisions taken (1)" in text
    assert "a/p01-farms and b/p01-coast on sold: confirmed by Ana: “Both speak of &lt;one&gt; sale.”" in text
    assert "- questions/sold" in text and "- sources/b" in text
    assert "## Decisions withdrawn (1)" in report(after, before)
    changed = replace(after, codebook=Codebook(questions=(replace(asked, decisions=(replace(judged, by="Bo"),)),)))
    assert "## Decisions changed (1)" in report(after, changed)
    assert "by “Ana”, now “Bo”" in report(after, changed)
    renewed = replace(after, codebook=Codebook(questions=(replace(asked, decisions=(replace(judged, seen="bb"),)),)))
    assert "## Decisions renewed (1)" in report(after, renewed)


def test_a_decision_on_a_claim_that_was_renamed_is_no_new_one() -> None:
    def judged(id: str) -> Dossier:
        decision = Decision((id, "b/p01-coast"), "dismissed", "Other farms.", question="sold")
        book = Codebook(questions=(Question("sold", "Were farms sold?", decisions=(decision,)),))
        return dossier(replace(FARM, id=id), COAST, codebook=book)

    assert "Decisions" not in report(judged("a/p01-farms"), judged("a/p01-sales"))


def test_a_summary_that_changed_is_told_where_it_differs() -> None:
    long = "One says that farms were sold [a/p01-farms]. " * 9
    before, after = (
        dossier(codebook=Codebook(questions=(Question("sold", "Were farms sold?", summary=text),)))
        for text in (f"{long}Nobody says why. {long}", f"{long}One says why. {long}")
    )
    text = report(before, after)
    assert "## Questions and summaries changed (1)" in text
    assert (
        "Nobody says why." in text
        and "now “… that farms were sold \\[a/p01-farms\\]. One says why. One says that …”" in text
    )
    assert len(text) < 500 and "- questions/sold" in text


def test_what_is_told_of_an_article_and_its_text_are_told_when_they_change() -> None:
    was = Source(
        "a", Metadata(title="Farms", issued="2020"), "Ten farms were sold.\n", Cleaned("Ten farms were sold.")
    )
    now = replace(was, meta=replace(was.meta, issued="2021"), original="Two farms were sold.\r\n")
    text = report(dossier(sources=(was,)), dossier(sources=(now,)))
    assert "a: issued “2020”, now “2021”" in text
    assert "## Articles whose text changed (1)\n\n- a: “Ten farms were sold.”, now “Two farms were sold.”" in text
    assert "- sources/a" in text
    assert "Articles" not in report(dossier(sources=(was,)), dossier(sources=(replace(was, original=was.text),)))


def test_pages_of_claims_that_only_stand_further_on_in_their_article_are_not_affected() -> None:
    further = replace(FARM, start=20, end=35)
    assert "Nothing changes for readers." in report(dossier(FARM), dossier(further))


def test_a_theme_called_otherwise_is_told_with_its_page() -> None:
    was, now = (dossier(codebook=Codebook(themes=(Theme("trade", title),))) for title in ("Trade", "Commerce"))
    text = report(was, now)
    assert "trade: title “Trade”, now “Commerce”" in text and "- themes/trade" in text


def test_while_something_is_wrong_no_loss_is_told_that_is_only_unreadable() -> None:
    where = Where("claims/a/p01-farms.yaml", 6, 1)
    agreed = Relation("agrees", ("a/p01-farms", "b/p01-coast"), "sold", "x", "both")
    claim = replace(FARM, where=where)
    broken = State(dossier(replace(claim, date="", speaker="Ana"), COAST), (Problem(where, "bad-date", "no date"),))
    text = report_of(State(dossier(claim, COAST, relations=(agreed,))), broken)
    assert "vanished" not in text and "date “2020”" not in text and "Pages affected" not in text
    assert "speaker empty, now “Ana”" in text
    assert "is reported once the errors are fixed" in text


def test_what_nobody_has_judged_only_may_contradict() -> None:
    drafted = Relation("contradicts", ("a/p01-farms", "b/p01-coast"), "sold", "x", "both", drafted=True)
    text = report(dossier(FARM, COAST), dossier(FARM, COAST, relations=(drafted,)))
    assert "a/p01-farms may contradict b/p01-coast" in text
    judged = dossier(FARM, COAST, relations=(replace(drafted, status="confirmed"),))
    assert "a/p01-farms contradicts b/p01-coast" in report(dossier(FARM, COAST, relations=(drafted,)), judged)


def test_a_large_change_stays_small_enough_for_a_steps_summary() -> None:
    many = [replace(FARM, id=f"a/p01-farms-{n}", quote="Farms were sold. " * 40) for n in range(2000)]
    text = report(dossier(), dossier(*many))
    assert "## Claims added (2000)" in text and "- and 1950 more" in text
    assert len(text.encode()) < 2**20
