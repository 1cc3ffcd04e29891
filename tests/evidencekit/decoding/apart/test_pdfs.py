"""Pages as dots with their text; and what a PDF says about itself."""

import pytest

from evidencekit.decoding.apart import pdfs
from evidencekit.decoding.apart.pictures import TooLarge
from evidencekit.decoding.question import Do, Fact, Question
from tests.evidencekit.decoding import files


def asked(page: int = 0, turns: int = 0, width: int = 300, height: int = 300) -> Question:
    return Question(
        do=Do.SHOW, media_type="application/pdf", page=page, turns=turns, width=width,
        height=height,
    )  # fmt: skip


def test_a_page_fits_its_box_and_gives_its_text() -> None:
    answer = pdfs.show(asked(page=2), files.pdf())
    assert (answer.height, answer.pages) == (300, 3)
    assert answer.width < 300
    assert (answer.whole_width, answer.whole_height) == (595, 842)
    assert answer.text.startswith("Page 3 of the plan")
    assert files.colour(answer, 2, 2) == (255, 255, 255)
    assert min(answer.dots) < 128


def test_a_turned_page_lies_on_its_side() -> None:
    answer = pdfs.show(asked(turns=1), files.pdf())
    assert answer.width > answer.height


@pytest.mark.parametrize("page", [-1, 3, 99])
def test_a_page_that_is_not_there_is_refused(page: int) -> None:
    with pytest.raises(pdfs.NoSuchPage):
        pdfs.show(asked(page=page), files.pdf())


def test_a_huge_box_asked_for_is_kept_within_bounds() -> None:
    answer = pdfs.show(asked(width=10**9, height=10**9), files.pdf())
    assert answer.width * answer.height <= 16_000_000


def test_a_page_too_large_or_too_small_to_believe_is_refused() -> None:
    for box in (b"0 0 90000 10", b"0 0 10 90000"):
        with pytest.raises(TooLarge):
            pdfs.show(asked(), files.pdf_page(box))


def test_what_it_says_about_itself_is_told() -> None:
    facts = dict(pdfs.describe(asked(), files.pdf()).facts)
    assert facts[Fact.TITLE] == "A plan of the house"
    assert facts[Fact.AUTHOR] == files.CANARY
    assert "ReportLab" in facts[Fact.PRODUCER]
