"""The menu and the page call it the same."""

from ui.places import how_words
from ui.places.how_known import HowPage
from ui.places.workplace import Workplace


def test_the_page_is_called_what_the_menu_says(workplace: Workplace) -> None:
    assert HowPage(workplace, "").title == how_words.WORDS
