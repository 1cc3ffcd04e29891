"""The boxes for the reasons are the framework's; a kept form comes back as what it was."""

from dataclasses import replace
from pathlib import Path

from evidencekit.records.kinds import KINDS
from tests.ui.places.laptops import laptops
from ui.places.judgement_page import JudgementPage, with_reasons_of


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
