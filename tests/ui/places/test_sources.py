"""Words and choices for the forms of a place."""

from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.kinds import KINDS
from tests.ui.places.conftest import Known, settle
from ui.places.sources import Sources, area_code, area_words, words_of
from ui.places.workplace import Workplace


def test_areas_are_named_as_they_are_typed(pack: FrameworkPack) -> None:
    joint, special = pack.joint_areas[5], pack.specialist_areas[0]
    assert area_code(joint) == "6"
    assert area_code(special) == special.id
    assert area_words(pack, joint.id) == f"6 {joint.label}"
    assert area_words(pack, "X1") == "X1"
    assert dict(words_of(pack, "pack.areas"))[joint.id] == f"6 {joint.label}"


def test_words_are_those_of_the_frameworks_year(pack: FrameworkPack) -> None:
    agencies = dict(words_of(pack, "agencies"))
    assert "pct" in agencies
    assert "icb" not in agencies
    assert words_of(pack, "no-such-words") == ()
    assert words_of(pack, "pack.no-such-list") == ()


def test_choices_come_with_the_form_once_they_are_read(workplace: Workplace, known: Known) -> None:
    kind = KINDS["observation"]
    sources = Sources(workplace, kind.fields)
    cases = kind.field("cases")
    assert cases is not None
    assert sources.choices(cases) == ()
    told: list[bool] = []
    sources.load(workplace, lambda: told.append(True))
    settle(workplace)
    assert told == [True]
    assert sources.choices(cases) == ((known.case, "OWN-L1"),)
    assert f"{sources.today()}" == "2012-11-20"
    form = sources.form([cases])
    form.set_answers({"cases": [known.case]})
    assert form.answers() == {"cases": [known.case]}
    form.deleteLater()
