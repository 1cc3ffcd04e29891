from dataclasses import replace

from evidencekit.framework import library
from evidencekit.report.dataset.days import Dates
from evidencekit.report.dataset.readme import USE, About, few, package, page

ABOUT = About(
    publication="s1", pack=library.get("macp-2012"), dates=Dates.NUMBERS, records=7,
    stayed={}, rows={"record": 8}, small={},
)  # fmt: skip


def test_it_says_what_it_may_be_used_for() -> None:
    assert USE in page(ABOUT)
    assert package(ABOUT)["description"] == USE


def test_it_says_how_dates_are_told() -> None:
    assert "1 is the first on site" in page(ABOUT)
    assert "Every date is moved" in page(replace(ABOUT, dates=Dates.SHIFTED))


def test_it_says_whether_bases_can_be_joined() -> None:
    assert "belong to this base alone" in page(ABOUT)
    assert "A key file was used" in page(replace(ABOUT, is_shared_key=True))


def test_a_small_number_is_not_counted_out() -> None:
    assert [few(many) for many in (1, 4, 5)] == ["fewer than 5", "fewer than 5", "5"]
    told = page(replace(ABOUT, stayed={"deleted": 3, "draft": 9}))
    assert "deleted. Records: fewer than 5." in told
    assert "submitted. Records: 9." in told


def test_it_names_the_area_only_when_told() -> None:
    assert "the name of the area" in page(ABOUT)
    assert "the name of the area" not in page(replace(ABOUT, area="Amberford"))
