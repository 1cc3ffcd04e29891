from evidencekit.report.office.sheets import LONGEST, sheets
from evidencekit.report.outline import Block, Heading, Outline, Paragraph, Table


def outline(*blocks: Block) -> Outline:
    return Outline(title="T", author="A", subject="S", fingerprint="1", taken_at="", blocks=blocks)


def test_a_text_longer_than_a_cell_goes_on_below_and_no_letter_is_lost() -> None:
    long = "word " * LONGEST
    text = sheets(outline(Heading(text="H", anchor="h"), Paragraph(text=long)))[1]
    assert all(len(str(cell)) <= LONGEST for row in text.rows for cell in row)
    assert "".join(str(row[1]) for row in text.rows) == long


def test_sheets_have_names_that_excel_takes_and_no_two_the_same() -> None:
    tables = [Table(caption=f"A/B: what [every] one of them says {n % 2}", headers=("a",),
                    rows=(("1",),)) for n in range(12)]  # fmt: skip
    names = [sheet.name for sheet in sheets(outline(*tables))]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)


def test_figures_are_numbers_and_words_among_them_stay_words() -> None:
    table = Table(caption="C", headers=("a", "b"), figures=frozenset({1}),
                  rows=(("1", "1,234"), ("x", "none found"), ("y", "0")))  # fmt: skip
    assert sheets(outline(table))[-1].rows == (("1", 1234), ("x", "none found"), ("y", 0))
