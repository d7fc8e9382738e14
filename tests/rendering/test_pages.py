"""What readers find on the pages: a dossier goes in, text comes out."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
import wind

from dossier.model import Claim, Codebook, Dossier, Gate, Position, Question, Reading
from dossier.rendering.addresses import claim_anchor
from dossier.rendering.labels import when
from dossier.rendering.pieces import period, said_by
from dossier.rendering.quoting import enclosed
from dossier.rendering.render import pages_of, render
from dossier.rendering.view import SiteOptions

PAGES = render(wind.DOSSIER, SiteOptions(url="https://wind.example/", edit="https://code.example/edit/main"))


def reads(path: str) -> str:
    """A page as a reader sees it: no tags, single spaces."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", PAGES[path])))


def part(path: str, anchor: str) -> str:
    """The article that holds an anchor."""
    articles = re.findall(r"<article.*?</article>", PAGES[path], re.DOTALL)
    return next(a for a in articles if f'id="{anchor}"' in a)


def test_home_says_what_the_dossier_is_and_how_large() -> None:
    text = reads("index.md")
    assert "What three texts say about wind power in two countries." in text
    for count in ("3 sources", "10 claims", "4 questions"):
        assert count in text


def test_home_shows_both_quotations_of_a_contradiction() -> None:
    text = reads("index.md")
    assert "Offshore building is growing fast" in text
    assert "Offshore building has stalled since 2022" in text


def test_a_question_shows_every_position_with_source_date_and_reason() -> None:
    text = reads("questions/offshore-growing.md")
    assert "One source says yes, one no, of the same years." in text
    assert "Coast Daily , 2 March 2024" in text
    assert "One says it is growing fast, the other that it has stalled." in text
    assert "both speak of Ireland" in text
    assert "What would settle it" in text
    assert "Two see it differently." in text


def test_the_words_that_decide_are_marked() -> None:
    page = PAGES["questions/offshore-growing.md"]
    assert "<mark>growing fast</mark>" in page
    assert "<mark>has stalled</mark>" in page


def test_a_question_leads_to_those_the_same_claims_speak_to() -> None:
    both = replace(wind.CLAIMS[1], positions=(*wind.CLAIMS[1].positions, Position("fish", "yes")))
    others = tuple(both if c.id == both.id else c for c in wind.CLAIMS)
    page = render(replace(wind.DOSSIER, claims=others))["questions/offshore-growing.md"]
    near = page[page.index('id="near"') :]
    assert 'href="fish.html"' in near
    assert "1 claim in common" in near
    assert 'id="near"' not in PAGES["questions/fish.md"]


def test_silence_is_named_and_not_taken_for_agreement() -> None:
    text = reads("questions/villages-support.md")
    assert re.search(r"Silent\s+North Blog\s+says nothing on it\. Silence is not agreement", text)


def test_a_relation_says_whether_a_person_confirmed_it() -> None:
    assert "Confirmed by an editor" in reads("questions/villages-support.md")
    assert "Same villages, same year." in reads("questions/villages-support.md")
    assert "Found by rule, not yet reviewed" in reads("questions/offshore-growing.md")


def test_a_dismissed_pair_stands_in_the_list_of_all_and_nowhere_else() -> None:
    assert "Dismissed pair." in reads("relations.md")
    assert [path for path in PAGES if path.endswith(".md") and "Dismissed pair." in PAGES[path]] == ["relations.md"]


def test_a_rejected_claim_is_shown_nowhere() -> None:
    assert not [path for path, text in PAGES.items() if "A rejected reading" in text]


def test_one_click_leads_from_a_claim_to_all_it_belongs_to() -> None:
    card = part("sources/coast-daily.md", "p01-offshore-growing")
    for target in (
        'href="../countries/IE.html"',
        'href="../themes/wind-power.html"',
        'href="../questions/offshore-growing.html"',
        'href="#p01-offshore-growing"',
        'href="https://code.example/edit/main/claims/coast-daily/p01-offshore-growing.yaml"',
        "https://coast.example/wind-on-the-coast#:~:text=Offshore%20building%20is%20growing%20fast",
    ):
        assert target in card


def test_a_quotation_stands_among_a_dozen_words_of_its_passage() -> None:
    card = re.sub(r"<[^>]+>", "", part("sources/coast-daily.md", "p01-offshore-growing"))
    assert "demand in 2023. Offshore building is growing fast. Most villages" in unescape(card)


def test_no_passage_around_a_quotation_where_the_rights_say_none() -> None:
    first = wind.SOURCES[0]
    closed = replace(first, meta=replace(first.meta, rights=replace(first.meta.rights, publish="none")))
    pages = render(replace(wind.DOSSIER, sources=(closed, *wind.SOURCES[1:])))
    assert 'class="around"' not in pages["sources/coast-daily.md"]


def test_no_page_holds_a_whole_article() -> None:
    for path, page in PAGES.items():
        for text in wind.TEXTS.values():
            assert text not in page, path


def test_a_source_says_how_its_date_is_known_what_was_left_out_and_repaired() -> None:
    text = reads("sources/coast-daily.md")
    assert "How we date it printed under the headline" in text
    assert "no checkable statement: 1" in text
    assert "rejoined at a line end" in text


def test_a_claim_on_a_region_stands_on_the_pages_of_its_countries() -> None:
    for place in ("north-sea", "DK", "NL"):
        assert "Danish ports earn well on turbines" in reads(f"countries/{place}.md")


def test_the_timeline_goes_by_what_claims_are_about() -> None:
    text = reads("timeline.md")
    assert text.index("In 2019 offshore building") < text.index("Offshore building was growing fast in 2023.")
    assert text.index("No date given") < text.index("Danish ports profit from every turbine")


def test_figures_of_one_unit_stand_together() -> None:
    text = reads("figures.md")
    assert "20 percent" in text and "35 percent" in text
    assert "<svg" in PAGES["figures.md"]


def test_one_is_not_plural() -> None:
    assert not re.search(
        r"\b1 (claims|sources|contradictions|agreements|questions|changes)\b", reads("themes/ports.md")
    )


def test_equal_dossiers_give_equal_bytes() -> None:
    again = render(wind.DOSSIER, SiteOptions(url="https://wind.example/", edit="https://code.example/edit/main"))
    assert again == PAGES


def test_order_in_the_folder_does_not_matter() -> None:
    turned = replace(
        wind.DOSSIER, claims=wind.CLAIMS[::-1], relations=wind.RELATIONS[::-1], sources=wind.SOURCES[::-1]
    )
    assert render(turned) == render(wind.DOSSIER)


def test_an_empty_dossier_is_a_site_too() -> None:
    pages = render(Dossier("Nothing yet", "No article was read."))
    assert "Nothing yet" in pages["index.md"]


def test_a_question_nobody_worked_out_is_open() -> None:
    asked = Dossier("t", "d", codebook=Codebook(questions=(Question("q", "Is it so?"),)))
    assert "Open" in render(asked)["questions/q.md"]


@pytest.mark.parametrize("page", pages_of(wind.DOSSIER), ids=lambda p: p.path)
def test_anchors_are_unique_on_a_page(page: object) -> None:
    ids = re.findall(r'\bid="([^"]+)"', page.html)  # type: ignore[attr-defined]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("page", pages_of(wind.DOSSIER), ids=lambda p: p.path)
def test_a_finished_page_has_no_blank_line_that_ends_its_block(page: object) -> None:
    body = page.as_text().partition("---\n")[2].partition("---\n")[2]  # type: ignore[attr-defined]
    assert "\n\n" not in body.strip()


def test_a_source_that_says_both_is_mixed_in_the_matrix() -> None:
    both = Reading("fish", "open", "", (("coast-daily", "yes", ("coast-daily/p01-offshore-growing",)),
                                        ("coast-daily", "no", ("coast-daily/p01-villages-support",))))  # fmt: skip
    readings = tuple(both if r.question == "fish" else r for r in wind.READINGS)
    page = render(replace(wind.DOSSIER, readings=readings))["questions/index.md"]
    row = next(r for r in re.findall(r"<tr.*?</tr>", page, re.DOTALL) if "Do the fish mind?" in r)
    assert "Mixed" in row


def test_long_lists_of_pairs_fold(claims: tuple[Claim, ...] = wind.CLAIMS) -> None:
    couples = zip(claims[::2], claims[1::2], strict=False)
    many = tuple(wind.relation("contradicts", a.id, b.id, "offshore-growing") for a, b in couples)
    page = render(replace(wind.DOSSIER, relations=many))["contradictions.md"]
    assert f"{len(many) - 3} more pair" in page


QUOTE = "Offshore building is growing fast"
ASKED = "Is offshore building growing?"
LONG = f"Asked “{ASKED}”, coast-daily answers yes (“{QUOTE}”, 2023) and grid-review answers no (“… has stalled since 2022”, since 2022). Both cannot be right."  # noqa: E501


def test_a_reason_does_not_repeat_what_stands_right_above_it() -> None:
    pair = replace(wind.RELATIONS[0], because=LONG)
    pages = render(replace(wind.DOSSIER, relations=(pair,)))
    text = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", pages["contradictions.md"])))
    told = "Coast Daily answers yes (2023) and Grid Review answers no (since 2022). Both cannot be right."
    assert f"Why they contradict: {told}" in text


def test_a_reason_with_other_words_than_the_quotation_keeps_them() -> None:
    pair = replace(wind.RELATIONS[0], because="Seen in (“something else”, 2023).")
    pages = render(replace(wind.DOSSIER, relations=(pair,)))
    assert "Seen in (“something else”, 2023)." in unescape(pages["contradictions.md"])


def test_what_a_summary_cites_is_numbered_named_below_and_leads_to_the_passage() -> None:
    told = (
        "It grows <fast> [coast-daily/p01-offshore-growing, grid-review/p01-offshore-stalled]. It [did] not [x/gone]."
    )
    asked = replace(wind.QUESTIONS[0], summary=told)
    book = replace(wind.DOSSIER.codebook, questions=(asked, *wind.QUESTIONS[1:]))
    page = render(replace(wind.DOSSIER, codebook=book))["questions/offshore-growing.md"]
    assert "It grows &lt;fast&gt;" in page
    assert '<sup class="cited"><a href="../sources/coast-daily.html#p01-offshore-growing" title=' in page
    text = re.sub(r"<[^>]+>", "", page)
    assert "It grows &lt;fast&gt;1 2. It [did] not3." in text
    for note in ("1Coast Daily: “Offshore building is growing fast", "2Grid Review: “", "3x/gone"):
        assert note in text


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("2022-12-16/2022-12-31", "December 2022 (second half)"),
     ("2022-02-15/2022-02-28", "February 2022 (second half)"),
     ("2022-09-01/2022-09-15", "September 2022 (first half)"), ("2022-09-28/2022-09-30", "28 to 30 September 2022"),
     ("2022-12-16/2022-12-30", "16 to 30 December 2022"), ("9999-12-16/9999-12-31", "December 9999 (second half)"),
     ("2022/2023", "2022 to 2023"), ("2022-11-16/2022-12-31", "16 November to 31 December 2022")],
)  # fmt: skip
def test_a_span_reads_as_people_say_it(edtf: str, words: str) -> None:
    assert when(edtf) == words


def test_an_article_came_out_on_one_day_of_a_span_and_what_it_tells_of_that_time_lasted() -> None:
    meta = replace(wind.SOURCES[0].meta, issued="2025-04-05/2025-04-30")
    source = replace(wind.SOURCES[0], meta=meta)
    first, second, *others = wind.CLAIMS
    claims = (replace(first, date=meta.issued), replace(second, date="2025-04-04/2025-04-30"))
    pages = render(replace(wind.DOSSIER, sources=(source, *wind.SOURCES[1:]), claims=(*claims, *others)))
    assert "between 5 and 30 April 2025" in pages[f"sources/{source.id}.md"]
    assert "between 5 and 30 April 2025" in pages["timeline.md"] and "4 to 30 April 2025" in pages["timeline.md"]


@pytest.mark.parametrize(
    ("date", "told"),
    [("2024-03-02", "about the time of writing (2 March 2024)"),
     ("../2024-03-02", "up to the time of writing (2 March 2024)")],
)  # fmt: skip
def test_the_time_of_writing_is_not_said_of_every_quotation(date: str, told: str) -> None:
    claims = [replace(c, date=date) if c.source == "coast-daily" else c for c in wind.CLAIMS]
    pages = render(replace(wind.DOSSIER, claims=tuple(claims)))
    figures = pages["questions/offshore-growing.md"].split("<figure")
    own = [
        f for f in figures if "Offshore building is growing fast" in f.replace("<mark>", "").replace("</mark>", "")
    ]
    assert own and not [f for f in own if "Period" in f]
    assert told in pages["sources/coast-daily.md"]


@pytest.mark.parametrize(
    ("date", "issued", "said"),
    [("2024-03-02/..", "2024-03-02", "from the time of writing"),
     ("../2024-03-02", "2024-03-02", "up to the time of writing"),
     ("2024-03-01/..", "2024-03-01/2024-03-31", "from the time of writing"),
     ("2022/..", "2024-03-02", "since 2022"), ("2024-03-02", "2024-03-02", ""), ("2023", "2024-03-02", "2023"),
     ("", "2024-03-02", "not dated"), ("2022/..", "", "since 2022")],
)  # fmt: skip
def test_a_period_that_begins_or_ends_with_the_article_is_told_so(date: str, issued: str, said: str) -> None:
    source = replace(wind.SOURCES[0], meta=replace(wind.SOURCES[0].meta, issued=issued))
    assert period(replace(wind.CLAIMS[0], date=date), source) == said


OFFSHORE = next(c for c in wind.CLAIMS if c.id == "coast-daily/p01-offshore-growing")


def with_offshore(**changed: str) -> dict[str, str]:
    """The pages where that claim reads otherwise."""
    claims = tuple(replace(c, **changed) if c is OFFSHORE else c for c in wind.CLAIMS)
    return render(replace(wind.DOSSIER, claims=claims))


@pytest.mark.parametrize(("quote", "explained"), [("is growing fast", True), ("It is growing fast", True),
                                                  ("Offshore building is growing fast", False)])  # fmt: skip
def test_a_quotation_that_cannot_stand_alone_is_followed_by_what_it_means(quote: str, explained: bool) -> None:
    meaning = "Offshore building in Ireland is growing fast."
    page = with_offshore(quote=quote, statement=meaning)["questions/offshore-growing.md"]
    assert (meaning in page) == explained


def test_a_reading_that_only_names_the_speaker_is_not_put_below_words_that_have_him_beside_them() -> None:
    said = {"quote": "it will grow", "speaker": "The ministry", "voice": "attributed"}
    for statement, put in (
        ("According to the ministry, it will grow.", False),
        ("The ministry expects growth.", True),
    ):
        page = with_offshore(**said, statement=statement)["questions/offshore-growing.md"]
        assert (f'<p class="quote__reading">{statement}</p>' in page) == put
        assert "aid by the ministry" in page


@pytest.mark.parametrize(("speaker", "statement", "told"), [
    ("Activists", "According to activists, it will grow.", "said by activists"),
    ("May", "According to May, it may grow.", "said by May"),
])  # fmt: skip
def test_a_speaker_has_the_capital_that_our_reading_gives_him(speaker: str, statement: str, told: str) -> None:
    assert said_by(replace(OFFSHORE, speaker=speaker, voice="attributed", statement=statement)) == told


def test_quotation_marks_of_the_source_stand_apart_from_ours() -> None:
    assert enclosed("“We grow” fast") == "“\u200a“We grow” fast”"
    assert enclosed("we “grow”", ["we"]) == "“<mark>we</mark> “grow”\u200a”"


def test_a_draft_whose_reading_is_the_quotation_says_it_once() -> None:
    page = with_offshore(statement=f"{OFFSHORE.quote}.")["sources/coast-daily.md"]
    card = next(a for a in page.split("<article")[1:] if claim_anchor(OFFSHORE.id) in a).partition("<section")[0]
    assert re.sub(r"<[^>]+>", "", card).count(OFFSHORE.quote) == 1
    assert f'id="{claim_anchor(OFFSHORE.id)}"' in card


def test_a_pair_says_what_its_reason_is_a_reason_of_and_no_more() -> None:
    card = reads("contradictions.md").partition("Why they contradict:")[0]
    assert "≠ Contradict" not in card


def test_home_says_which_side_answers_what() -> None:
    text = reads("index.md")
    assert "Yes: “" in text and "No: “" in text


def test_a_source_s_table_leads_to_the_pairs_it_counts_and_names_only_those_it_meets() -> None:
    page = render(wind.DOSSIER)["sources/coast-daily.md"]
    assert "relations.html?source=coast-daily&amp;other=grid-review&amp;type=contradicts" in page
    quiet = replace(
        wind.SOURCES[0], id="quiet", meta=replace(wind.SOURCES[0].meta, publisher="Quiet Post", title="Q")
    )
    word = replace(wind.CLAIMS[0], id="quiet/p01-tea", source="quiet", quote="Tea is dear", statement="Tea is dear.")
    more = render(replace(wind.DOSSIER, sources=(*wind.SOURCES, quiet), claims=(*wind.CLAIMS, word)))
    table, _, rest = more["sources/coast-daily.md"].partition("</table>")
    assert (
        "Quiet Post" not in table.partition("profile")[2]
        and "No agreement or difference was found with Quiet Post." in rest
    )


def test_the_list_of_claims_says_who_speaks_inside_a_source() -> None:
    row = next(r for r in PAGES["claims.md"].split("<tr") if "Most villages on the coast" in r)
    assert "said by the paper" in row


def test_a_source_that_nobody_read_yet_is_not_called_silent() -> None:
    new = replace(wind.SOURCES[0], id="new-paper", meta=replace(wind.SOURCES[0].meta, publisher="New Paper"))
    pages = render(replace(wind.DOSSIER, sources=(*wind.SOURCES, new)))
    row = next(r for r in pages["questions/index.md"].split("<tr") if "Is offshore building growing?" in r)
    cell = row[row.index('data-label="New Paper"') :]
    assert "Not yet read" in cell
    assert "Silent" not in cell.partition("</td>")[0]
    assert "Not yet read" in pages["questions/offshore-growing.md"]


def test_a_change_tells_the_earlier_time_first_whoever_published_it() -> None:
    later = replace(wind.CLAIMS[1], date="2023-05")  # the newspaper that is older writes of the later time
    earlier = replace(wind.CLAIMS[4], date="2021")
    change = replace(wind.RELATIONS[0], type="updates")
    page = render(replace(wind.DOSSIER, claims=(later, earlier, *wind.CLAIMS[5:]), relations=(change,)))["changes.md"]
    assert page.index("has stalled") < page.index("growing fast")


def test_home_says_in_a_sentence_what_the_questions_come_to() -> None:
    text = reads("index.md")
    assert re.search(r"On 1 of 4 questions the sources contradict each other ?(,| and) on \d", text)
    assert "Two independent sources say yes." in text


def test_with_many_sources_the_matrix_counts_who_holds_what() -> None:
    more = tuple(replace(wind.SOURCES[0], id=f"paper-{n}") for n in range(12))
    said = tuple(replace(wind.CLAIMS[0], id=f"{s.id}/c", source=s.id) for s in more)
    dossier = replace(wind.DOSSIER, sources=(*wind.SOURCES, *more), claims=(*wind.CLAIMS, *said))
    page = render(dossier)["questions/index.md"]
    row = next(r for r in re.findall(r"<tr.*?</tr>", page, re.DOTALL) if "Is offshore building growing?" in r)
    cells = re.findall(r'<td data-label="(\w+)">(\d+)</td>', row)
    assert cells == [("Yes", "1"), ("No", "2"), ("Mixed", "0"), ("Silent", "12")]


def test_a_question_answered_yes_and_no_is_never_called_open() -> None:
    held = (("coast-daily", "yes", ("coast-daily/p01-offshore-growing",)), ("north-blog", "no", ()))
    differing = replace(wind.READINGS[0], question="offshore-growing", verdict="open", because="Both.", stances=held)
    pages = render(replace(wind.DOSSIER, relations=(), readings=(differing,)))
    assert "Answers differ" in pages["questions/offshore-growing.md"]
    assert "they answer differently" in pages["index.md"] or "sources answer differently" in pages["index.md"]
    assert "</span> Open<" not in pages["questions/offshore-growing.md"]


def test_a_reader_who_will_not_edit_reports_a_mistake_with_the_claim_filled_in() -> None:
    site = SiteOptions(edit="https://code.example/edit/main", report="https://code.example/issues/new")
    claim = next(c for c in wind.DOSSIER.claims if c.status != "rejected")
    form = f"https://code.example/issues/new?template=wrong-claim.yml&amp;claim={claim.id.replace('/', '%2F')}"
    assert f'<a href="{form}">Report a mistake</a>' in render(wind.DOSSIER, site)[f"sources/{claim.source}.md"]
    assert "Report a mistake" not in PAGES[f"sources/{claim.source}.md"]


def renamed(old: str, new: str) -> Dossier:
    """The dossier with one source under another id, and a reason that names it."""
    sources = tuple(replace(s, id=new) if s.id == old else s for s in wind.SOURCES)
    claims = tuple(replace(c, id=c.id.replace(old, new), source=new) if c.source == old else c for c in wind.CLAIMS)
    told = replace(wind.RELATIONS[0], between=tuple(i.replace(old, new) for i in wind.RELATIONS[0].between),
                   because=f"{new} answers yes.")  # fmt: skip
    return replace(wind.DOSSIER, sources=sources, claims=claims, relations=(told,), readings=())


def test_in_the_list_of_claims_an_answer_stands_with_its_question() -> None:
    rows = re.sub(r"<[^>]+>", "", PAGES["claims.md"])
    assert "Yes Is offshore building growing?" in rows and "No Is offshore building growing?" in rows


@pytest.mark.parametrize("id", ["coast-daily-2024", "cdaily", "s0"])
def test_a_reason_calls_sources_by_their_names_and_not_by_their_ids(id: str) -> None:
    page = render(renamed("coast-daily", id))["questions/offshore-growing.md"]
    assert "Coast Daily answers yes." in page
    assert f"{id} answers" not in page


def test_an_id_that_is_an_ordinary_word_changes_no_sentence() -> None:
    dossier = renamed("coast-daily", "report")
    said = Gate("voice", True, "report and grid-review report it as said by others")
    told = replace(
        dossier.relations[0], because="The report says so. So says report (“It grows”, 2022).", gates=(said,)
    )
    reading = replace(
        wind.READINGS[0], because="Yes, say north-blog and report; no, says grid-review. The report stays."
    )
    page = render(replace(dossier, relations=(told,), readings=(reading,)))["questions/offshore-growing.md"]
    assert "The report says so. So says Coast Daily (" in page
    assert "Coast Daily and Grid Review report it as said by others" in page
    assert "Yes, say North Blog and Coast Daily; no, says Grid Review. The report stays." in page


def test_a_dossier_without_anything_says_how_to_begin() -> None:
    pages = render(Dossier("Bees", "", (), Codebook(), ()))
    assert "How to start a dossier" in pages["index.md"]
    assert "There is no question yet" in pages["questions/index.md"]
