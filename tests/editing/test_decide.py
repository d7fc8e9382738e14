"""A person judges two claims: the page follows, the judgement holds, and a changed claim asks for a new look."""

from __future__ import annotations

import json
import re

import pytest

from editing.conftest import Editor

QUESTION = "claims/codebook/questions/output-rising.yaml"
WHY = "One counts turbines at sea, the other on land."
Pair = tuple[str, str]


def id_of(path: str) -> str:
    return path.removeprefix("claims/").removesuffix(".yaml")


@pytest.fixture
def pair(editor: Editor) -> Pair:
    """Two claims that the rules take for a contradiction."""
    return editor.claim("Wind output in Ireland rose"), editor.claim("Wind output in Ireland fell")


def relation(editor: Editor, pair: Pair) -> dict[str, object]:
    """What the site's data file says of the pair."""
    wanted = sorted(map(id_of, pair))
    (found,) = (r for r in json.loads(editor.pages()["data/dossier.json"])["relations"] if r["between"] == wanted)
    return dict(found)


def is_compared(editor: Editor) -> bool:
    """Whether the page of the question sets the two side by side."""
    return " pair--" in editor.pages()["questions/output-rising.html"]


def test_a_pair_is_not_judged_elsewhere_while_the_file_of_its_question_cannot_be_read(
    editor: Editor, pair: Pair
) -> None:
    editor.edit(QUESTION, "question: ", "<<<<<<< HEAD\nquestion: ")
    before = editor.tree("claims")
    done = editor.type("decide", *pair, "--as", "dismissed", "--because", WHY)
    assert done.exit_code == 2 and "both answer 'output-rising', whose file" in done.output
    assert editor.tree("claims") == before


def test_a_dismissed_pair_stays_away_until_a_claim_changes(editor: Editor, pair: Pair) -> None:
    assert relation(editor, pair)["type"] == "contradicts"
    assert is_compared(editor)

    before = editor.read(QUESTION)
    done = editor.type(
        "decide", *pair, "--as", "dismissed", "--because", WHY, "--by", "A. Editor", "--on", "2024-05-28"
    )
    assert (done.exit_code, done.stdout) == (0, "")
    assert editor.read(QUESTION).startswith(before)
    assert WHY in editor.read(QUESTION) and 'on: "2024-05-28"' in editor.read(QUESTION)

    assert relation(editor, pair)["status"] == "dismissed"
    assert not is_compared(editor)
    assert editor.type("check").output == ""
    editor.type("extract")
    assert relation(editor, pair)["status"] == "dismissed"

    editor.edit(pair[0], "statement: ", "statement: As we read it, ")
    done = editor.type("check")
    assert done.exit_code == 0
    assert f"{QUESTION}:" in done.stdout and "[stale-decision]" in done.stdout
    assert relation(editor, pair)["status"] == "stale"
    assert is_compared(editor)

    old = re.findall(r'seen: "\w+"', editor.read(QUESTION))
    new = re.findall(r'seen: "\w+"', done.stdout)
    editor.edit(QUESTION, old[0], new[0])
    assert editor.type("check").output == ""
    assert relation(editor, pair)["status"] == "dismissed"


def test_deciding_again_replaces_the_decision(editor: Editor, pair: Pair) -> None:
    editor.type("decide", *pair, "--as", "dismissed", "--because", WHY)
    done = editor.type("decide", *reversed(pair), "--as", "qualifies", "--because", "Both are true, for parts of it.")
    assert done.exit_code == 0
    assert editor.read(QUESTION).count("pair:") == 1
    assert WHY not in editor.read(QUESTION)
    assert (relation(editor, pair)["type"], relation(editor, pair)["status"]) == ("qualifies", "confirmed")


@pytest.mark.parametrize("typed", ["{}", "./claims/{}.yaml", "claims\\{}.yaml:2:1:", "http://localhost/sources/{}"])
def test_ids_do_as_well_as_paths_places_and_addresses(editor: Editor, pair: Pair, typed: str) -> None:
    named = [typed.format(id_of(path).replace("/", ".html#") if "http" in typed else id_of(path)) for path in pair]
    done = editor.type("decide", *named, "--as", "confirmed", "--because", "Same year, same country.")
    assert done.exit_code == 0
    assert relation(editor, pair)["status"] == "confirmed"


def test_a_pair_that_shares_no_question_goes_to_the_file_for_those(editor: Editor, pair: Pair) -> None:
    price = editor.claim("The price of electricity fell")
    questions = editor.read(QUESTION)
    done = editor.type("decide", price, pair[1], "--as", "agrees", "--because", "Both fell.", "--on", "2024-05-28")
    assert done.exit_code == 0
    assert editor.read(QUESTION) == questions
    assert "relation: agrees" in editor.read("claims/codebook/decisions.yaml")
    assert relation(editor, (price, pair[1]))["because"] == "Both fell."


def test_a_question_that_is_named_is_taken(editor: Editor, pair: Pair) -> None:
    price = editor.claim("The price of electricity fell")
    done = editor.type("decide", price, pair[1], "--as", "agrees", "--because", "x", "--question", "output-rising")
    assert done.exit_code == 0
    assert relation(editor, (price, pair[1]))["question"] == "output-rising"


WRONG = {
    "an unknown claim": ("{0}x", "{1}", ("--as", "agrees", "--because", "x"), "did you mean"),
    "an unknown question": ("{0}", "{1}", ("--as", "agrees", "--because", "x", "--question", "output-risin"),
                            "did you mean 'output-rising'?"),
    "a claim and itself": ("{0}", "{0}", ("--as", "agrees", "--because", "x"), "two different claims"),
    "no reason": ("{0}", "{1}", ("--as", "agrees", "--because", "  "), "say why"),
    "nothing to confirm": ("{1}", "{2}", ("--as", "confirmed", "--because", "x"), "nothing is proposed"),
    "another word": ("{0}", "{1}", ("--as", "refutes", "--because", "x"), "refutes"),
    "a day that is none": ("{0}", "{1}", ("--as", "agrees", "--because", "x", "--on", "May"), "May"),
}  # fmt: skip


@pytest.mark.parametrize(("first", "second", "more", "said"), WRONG.values(), ids=WRONG)
def test_what_was_typed_wrongly_is_told_and_changes_nothing(editor, pair, first, second, more, said) -> None:
    ids = [*map(id_of, pair), id_of(editor.claim("The price of electricity fell"))]
    before = editor.tree("claims")
    done = editor.type("decide", first.format(*ids), second.format(*ids), *more)
    assert done.exit_code == 2
    assert said in done.stderr
    assert editor.tree("claims") == before


def test_a_rejected_claim_cannot_be_judged(editor: Editor, pair: Pair) -> None:
    editor.edit(pair[0], "status: draft", "status: rejected")
    done = editor.type("decide", *pair, "--as", "agrees", "--because", "x")
    assert done.exit_code == 2
    assert "is rejected" in done.stderr


def listed(editor: Editor, *words: str) -> str:
    """The list of open pairs, saved beside the dossier as a person would."""
    done = editor.type("decide", *words)
    assert done.exit_code == 0
    editor.write("pairs.yaml", done.stdout)
    return done.stdout


def fill(editor: Editor, pair: Pair, relation: str, because: str) -> None:
    """Write behind the two empty keys of this pair's entry."""
    text = editor.read("pairs.yaml")
    entry = re.search(rf"  - pair: \[{', '.join(sorted(map(id_of, pair)))}\].*?because:", text, re.DOTALL)
    assert entry
    filled = entry[0].replace("relation:", f"relation: {relation}").replace("because:", f"because: {because}")
    editor.write("pairs.yaml", text.replace(entry[0], filled))


def test_the_list_shows_both_quotes_and_filled_in_it_is_the_decision(editor: Editor, pair: Pair) -> None:
    text = listed(editor, "--question", "output-rising")
    assert "1 of " in text and "proposed: contradicts" in text
    assert "“Wind output in Ireland rose" in text and "“Wind output in Ireland fell" in text

    before = editor.read(QUESTION)
    fill(editor, pair, "dismissed", WHY)
    assert editor.type("decide", "--file", f"{editor.root}/pairs.yaml", "--by", "A. Editor").exit_code == 0
    assert editor.read(QUESTION).startswith(before) and "by: A. Editor" in editor.read(QUESTION)
    assert relation(editor, pair)["status"] == "dismissed"
    assert ", ".join(sorted(map(id_of, pair))) not in listed(editor)


def test_several_pairs_are_judged_in_one_call(editor: Editor, pair: Pair) -> None:
    price = editor.claim("The price of electricity fell")
    done = editor.type("decide", *pair, price, pair[1], "--as", "qualifies", "--because", "Not all of it.")
    assert done.exit_code == 0
    assert [relation(editor, p)["type"] for p in (pair, (price, pair[1]))] == ["qualifies", "qualifies"]


def test_a_list_with_one_wrong_entry_changes_nothing(editor: Editor, pair: Pair) -> None:
    listed(editor)
    fill(editor, pair, "dismissed", WHY)
    wrong = "  - {pair: [gazette/p99-none, gazette/p98-none], relation: agrees, because: x}\n"
    editor.write("pairs.yaml", editor.read("pairs.yaml") + wrong)
    before = editor.tree("claims")
    done = editor.type("decide", "--file", f"{editor.root}/pairs.yaml")
    assert done.exit_code == 1
    assert re.search(r"^pairs.yaml:\d+:5: error: .*gazette/p99-none.*\[unknown-claim\]", done.stdout, re.MULTILINE)
    assert editor.tree("claims") == before


def test_a_claim_that_changed_since_the_list_was_made_is_not_judged(editor: Editor, pair: Pair) -> None:
    listed(editor)
    fill(editor, pair, "dismissed", WHY)
    editor.edit(pair[0], "statement: ", "statement: As we read it, ")
    done = editor.type("decide", "--file", f"{editor.root}/pairs.yaml")
    assert done.exit_code == 1 and "changed since the list was made" in done.stdout


def test_what_was_confirmed_stays_when_the_rules_come_to_see_it_otherwise(editor: Editor, pair: Pair) -> None:
    listed(editor)
    text = editor.read("pairs.yaml")
    assert "proposed: contradicts" in text
    editor.write("pairs.yaml", text.replace("proposed: contradicts", "proposed: updates"))  # what an older engine saw
    fill(editor, pair, "confirmed", "The years differ.")
    done = editor.type("decide", "--file", f"{editor.root}/pairs.yaml")
    assert done.exit_code == 0
    assert "confirmed as 'updates'; the rules now propose contradicts" in done.stdout
    assert (relation(editor, pair)["type"], relation(editor, pair)["status"]) == ("updates", "confirmed")


def test_what_was_confirmed_stays_when_the_rules_propose_nothing_any_more(editor: Editor, pair: Pair) -> None:
    price = editor.claim("The price of electricity fell")
    ids = ", ".join(map(id_of, (price, pair[1])))
    editor.write("pairs.yaml", f"decisions:\n  - pair: [{ids}]\n    proposed: agrees\n    relation: confirmed\n"
                               "    because: Both fell.\n")  # fmt: skip
    done = editor.type("decide", "--file", f"{editor.root}/pairs.yaml")
    assert done.exit_code == 0 and "the rules now propose nothing" in done.stdout
    assert relation(editor, (price, pair[1]))["type"] == "agrees"


MISUSED = {
    "half a pair": (("a/b", "--as", "agrees", "--because", "x"), "the two claims of each pair"),
    "no judgement": (("a/b", "c/d"), "how the two are related and why"),
    "a judgement on nothing": (("--as", "agrees", "--because", "x"), "name the two claims"),
    "an unknown question": (("--question", "output-risin"), "did you mean 'output-rising'?"),
}


@pytest.mark.parametrize(("words", "said"), MISUSED.values(), ids=MISUSED)
def test_a_call_that_cannot_be_meant_says_what_is_missing(editor: Editor, words: Pair, said: str) -> None:
    done = editor.type("decide", *words)
    assert done.exit_code == 2 and said in done.stderr


BAD_LISTS = {
    "no list": ("pairs: []\n", "no list called 'decisions'"),
    "no yaml": ("decisions: [\n", "[syntax]"),
    "three claims": ("decisions:\n  - {pair: [a/b, c/d, e/f], relation: agrees, because: x}\n", "[wrong-pair]"),
    "a word that is no relation": (
        "decisions:\n  - {pair: [a/b, c/d], relation: agree, because: x}\n", "did you mean 'agrees'?"),
    "the same pair twice": (
        "decisions:\n" + "  - {pair: [a/b, c/d], relation: agrees, because: x}\n" * 2, "already decided in line 2"),
    "a text for an entry": ("decisions:\n  - agrees\n", "[wrong-type]"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), BAD_LISTS.values(), ids=BAD_LISTS)
def test_a_list_that_cannot_be_read_is_a_message(editor: Editor, text: str, said: str) -> None:
    editor.write("pairs.yaml", text)
    before = editor.tree("claims")
    done = editor.type("decide", "--file", f"{editor.root}/pairs.yaml")
    assert done.exit_code == 1 and said in done.stdout
    assert editor.tree("claims") == before


def test_a_confirmation_that_confirms_nothing_any_more_is_told(editor: Editor, pair: Pair) -> None:
    price = editor.claim("The price of electricity fell")
    ids = ", ".join(map(id_of, (price, pair[1])))
    entry = f"decisions:\n  - pair: [{ids}]\n    relation: confirmed\n    because: Both fell.\n"
    editor.write("claims/codebook/decisions.yaml", entry)
    said = editor.type("check").stdout
    assert "claims/codebook/decisions.yaml:2:5: warning: nothing is proposed for this pair any more" in said
    editor.edit("claims/codebook/decisions.yaml", "confirmed", "agrees")
    assert "nothing is proposed" not in editor.type("check").stdout


def test_a_broken_claim_is_told_before_the_judgements_on_it(editor: Editor, pair: Pair) -> None:
    editor.type("decide", *pair, "--as", "dismissed", "--because", WHY)
    editor.edit(pair[0], "Wind output", "The wind output")
    said = editor.type("check").stdout
    assert "[quote-not-found]" in said and "[stale-decision]" not in said
