"""The boxes for the reasons are the framework's; a kept form comes back as what it was."""

from dataclasses import replace
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.operations import checking, frameworks
from evidencekit.records.kinds import KINDS
from tests.ui.places.laptops import laptops, words_on
from ui.places.edit_record import EditRecord
from ui.places.judgement_page import JudgementPage, _begun_with, asked_of, with_reasons_of
from ui.places.sources import words_of


def test_the_form_asks_for_the_framework_s_reasons_and_a_kept_one_is_found_again(
    tmp_path: Path,
) -> None:
    with laptops(tmp_path) as (lead, _ben):
        pack = lead.place.pack
        asked = with_reasons_of(KINDS["judgement"], pack).field("rationale")
        assert asked is not None
        assert [column.key for column in asked.columns] == [part.id for part in pack.rationale]
        assert [column.help for column in asked.columns] == [part.prompt for part in pack.rationale]
        without = with_reasons_of(KINDS["judgement"], replace(pack, rationale=()))
        assert without.field("rationale") is None
        begun = JudgementPage(lead.place, "", {"judgement": "J2"})
        lead.window.show_alone(begun)
        lead.settles()
        name = begun.form_name
        again = JudgementPage(lead.place, "", {"area": name.rsplit(":", 1)[1]})
        lead.window.show_alone(again)
        lead.settles()
        assert again.form_name == name
        assert again.form is not None
        assert again.form.answers() == {"judgement": "J2"}


def test_each_framework_asks_what_it_has_and_nothing_else() -> None:
    kind = KINDS["judgement"]
    packs = {name: frameworks.find(name).pack for name in
             ("macp-2012", "integrated-2014", "lac-2012")}  # fmt: skip

    def keys(name: str, **fields: Json) -> set[str]:
        return {field.key for field in asked_of(kind, packs[name], fields).fields}

    shared = keys("macp-2012", judgement="J2")
    assert {"grade", "rationale", "contrary", "why_outweighed", "agreed_by"} <= shared
    assert not shared & {"owner", "narrative"}
    own = keys("integrated-2014", judgement="PO1")
    assert {"owner", "narrative"} <= own
    assert "rationale" not in own
    lac = packs["lac-2012"]
    assert "grade" not in keys("lac-2012", judgement=lac.judgements[0].id)
    # What stands in a record is never hidden from whoever must put it right.
    assert {"owner", "narrative"} <= keys("macp-2012", judgement="J2", owner="hmic", narrative="x")


def test_a_judgement_of_one_inspectorate_begins_with_its_owner() -> None:
    pack = frameworks.find("integrated-2014").pack
    assert _begun_with(pack, {"judgement": "PO1"}) == {"judgement": "PO1", "owner": "hmic"}
    assert _begun_with(pack, {"judgement": "BD1"}) == {"judgement": "BD1"}


def test_where_no_judgement_is_made_the_page_says_so_with_the_paragraph(tmp_path: Path) -> None:
    with laptops(tmp_path) as (lead, _ben):
        lead.place._desk.pack = frameworks.find("jtai-2015").pack
        page = JudgementPage(lead.place)
        lead.window.show_alone(page)
        lead.settles()
        assert page.form is None
        assert "makes no graded judgement" in words_on(page) + page.notice.words
        assert "¶23-27" in words_on(page) + page.notice.words
        assert words_of(lead.place.pack, "finding-kinds")[0] == ("strength", "Key strength")


REFUSED = (
    ("macp-2012", "judgement", {"judgement": "J2", "owner": "hmic", "grade": "good"}, "¶50"),
    ("integrated-2014", "judgement", {"judgement": "ALL", "grade": "good"}, "¶108-111"),
    ("jtai-2015", "finding", {"text": "The partnership is inadequate at keeping children safe."},
     "¶23-27"),
    ("ofsted-targeted-2015", "finding", {"text": "Help was judged good."}, "¶31-34"),
)  # fmt: skip


def test_the_window_refuses_what_a_framework_forbids_in_the_same_words(tmp_path: Path) -> None:
    with laptops(tmp_path) as (lead, _ben):
        for pack, kind, given, paragraph in REFUSED:
            lead.place._desk.pack = frameworks.find(pack).pack
            page = EditRecord(lead.place, kind, "", given)
            lead.window.show_alone(page)
            lead.settles()
            page.hand_in.click()
            lead.settles()
            assert page.form is not None
            told = [p.cited for p in checking.breaches(lead.place._desk, kind, given)
                    if paragraph in p.source]  # fmt: skip
            assert told
            for words in told:
                assert words.rstrip(".") in page.notice.words
                assert words in words_on(page.form.problems)
            assert page.form.answers()["judgement" if kind == "judgement" else "text"]
