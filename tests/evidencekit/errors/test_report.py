from evidencekit.errors.report import (
    NoSuchSection,
    NotAPoint,
    NotASnapshot,
    NotFinal,
    NothingWritten,
    ReportDiskFull,
    ReportPlaceClosed,
    SentenceGone,
    UnknownReportForm,
    UnknownReportKind,
)


def test_a_closed_place_is_named_and_nothing_is_left_there() -> None:
    refused = ReportPlaceClosed(path="/media/stick/report.pdf")
    assert "/media/stick/report.pdf" in refused.what_happened
    assert "half-written" in refused.what_is_safe
    assert refused.exit_status == 5


def test_a_full_disk_says_how_much_room_is_needed() -> None:
    refused = ReportDiskFull(path="/media/stick/report.pdf", size_kb=812)
    assert "812 KB" in refused.what_happened
    assert refused.exit_status == 5


def test_an_unknown_kind_or_ending_lists_those_there_are() -> None:
    assert "report, coverage" in UnknownReportKind(kind="x", known=("report", "coverage")).words
    assert ".pdf, .csv" in UnknownReportForm(ending=".doc", known=(".pdf", ".csv")).words


def test_what_is_not_final_yet_is_named_by_place_and_by_number() -> None:
    refused = NotFinal(places=("Key strengths, sentence 3",), count=1)
    assert "Key strengths, sentence 3" in refused.what_happened
    assert refused.exit_status == 1
    assert "No section of the report" in NothingWritten().words
    assert "strengths" in NoSuchSection(section="poem", known=("strengths",)).words
    assert "snapshot" in NotASnapshot().words
    assert "accuracy point" in NotAPoint().words
    assert "no longer stands" in SentenceGone().words
