"""Each paragraph that two people changed is chosen alone; nothing is chosen beforehand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.ids import RecordId, RevisionId
from evidencekit.merge.resolution import propose
from evidencekit.operations.clash_text import passages_of
from evidencekit.operations.clash_view import ClashView, FieldView, SideView
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import Body
from tests.ui.places.laptops import Laptop
from tests.ui.places.teamed import teamed
from ui.places.clash_fields import ClashFields
from ui.widgets.page import Page

TEXTS = (
    "Seen at nine.\nThe plan had dates.\nHe was asked.\n",
    "Seen at ten.\nThe plan had dates.\nHe was asked twice.\n",
    "Seen at nine.\nThe plan had dates.\nNobody asked.\n",
)


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Laptop]:
    with teamed(tmp_path) as (made, _ben):
        yield made


def side(number: int, who: str) -> SideView:
    return SideView(
        revision=RevisionId(str(number) * 64), who=who, written="2012-11-19T10:00:00Z",
        reason="", is_deletion=False,
    )  # fmt: skip


def laid_out(lead: Laptop, *sides: SideView, values: tuple[str, ...] = ()) -> ClashFields:
    base, one, other = (Body(fields={"i_saw": text}) for text in TEXTS)
    (found,) = propose(base, one, other).fields
    field = FieldView(
        key="i_saw", label="I saw", field=KINDS["case-note"].field("i_saw"), base=found.base,
        a=found.a, b=found.b, changed="both", can_combine=False,
        passages=() if values else passages_of(found), values=values,
        offered=tuple(range(len(values))),
    )  # fmt: skip
    view = ClashView(
        record=RecordId("r"), kind="case-note", title="A note", sides=sides, fields=(field,),
        names={},
    )  # fmt: skip
    page = Page("Two versions")
    made = ClashFields(lead.place, view, page.add_panes)
    made.show(field, page.body)
    page.show_content()
    lead.window.show_alone(page)
    return made


def test_a_paragraph_is_chosen_without_the_rest_of_the_field(lead: Laptop) -> None:
    fields = laid_out(lead, side(1, "Lena Marsh"), side(2, "Ben Okoro"))
    assert fields.chosen == {}
    assert fields.open_labels() == [("I saw", "i_saw")]
    (part,) = [key for key in fields.choices if "#" in key]
    fields.choices[part].set_value("a")
    assert fields.open_labels() == []
    assert fields.chosen == {part: "a"}


def test_versions_of_one_person_are_told_apart_by_number(lead: Laptop) -> None:
    three = laid_out(
        lead, *(side(number, "Lena Marsh") for number in (1, 2, 3)), values=("a", "b", "c")
    )
    assert set(three.choices) == {"i_saw"}
    three.choices["i_saw"].set_value("2")
    assert three.chosen == {"i_saw": "2"}
