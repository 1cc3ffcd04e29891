import io
import zipfile

import pytest

from evidencekit.report.build import build
from evidencekit.report.office.package import package, relations, text
from evidencekit.report.outline import Outline
from tests.evidencekit.report.office.opened import names, part
from tests.evidencekit.report.whole import whole_amberford


@pytest.fixture(scope="module")
def outline() -> Outline:
    snapshot = whole_amberford()
    return build(snapshot, snapshot.pack)


def test_a_package_names_every_part_it_holds(outline: Outline) -> None:
    made = package(
        outline, "a/b.xml", {"a/b.xml": ("text/b", "<b/>"), "a/_rels/r.rels": ("", "<r/>")}
    )
    assert names(made) == [
        "[Content_Types].xml", "_rels/.rels", "a/b.xml", "a/_rels/r.rels", "docProps/core.xml",
    ]  # fmt: skip
    types = {each.get("PartName") for each in part(made, "[Content_Types].xml")}
    assert {"/a/b.xml", "/docProps/core.xml"} <= types


def test_no_clock_and_no_machine_stands_in_a_package(outline: Outline) -> None:
    made = package(outline, "a.xml", {"a.xml": ("text/a", "<a/>")})
    with zipfile.ZipFile(io.BytesIO(made)) as bag:
        assert {each.date_time for each in bag.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {each.create_system for each in bag.infolist()} == {3}


def test_the_core_tells_title_language_and_when_the_base_was_taken(outline: Outline) -> None:
    made = package(outline, "a.xml", {"a.xml": ("text/a", "<a/>")})
    told = {each.tag.rpartition("}")[2]: each.text for each in part(made, "docProps/core.xml")}
    assert told["title"] == outline.title
    assert told["language"] == "en-GB"
    assert told["created"] == outline.taken_at
    assert told["keywords"] == "OFFICIAL-SENSITIVE"


@pytest.mark.parametrize("said", ["a\x00b", "\u202ereversed", "x\ufffey", "\ud800", '<&">'])
def test_whatever_was_typed_is_well_formed_xml(said: str, outline: Outline) -> None:
    made = package(outline, "a.xml", {"a.xml": ("text/a", f"<a>{text(said)}</a>")})
    assert part(made, "a.xml").text


def test_relations_name_their_targets() -> None:
    assert 'Id="r1" Type="t" Target="x.xml"' in relations({"r1": ("t", "x.xml")})
