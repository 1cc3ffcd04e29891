"""The files of a pack: the list that is signed, and the last look for words that are left."""

from evidencekit import canonical
from evidencekit.analysis.redactions import withheld
from evidencekit.report import disclosure_files

WANTED = (withheld("Ann Lee", "s38"),)


def page(body: str) -> dict[str, bytes]:
    html = f"<html><style>.lee {{}}</style><body>{body}</body></html>"
    return {
        disclosure_files.PAGE: html.encode(), disclosure_files.LOG: b"Record",
        disclosure_files.STATEMENT: b"Statement",
    }  # fmt: skip


def test_the_list_is_what_sha256sum_reads() -> None:
    made = disclosure_files.manifest({"b.txt": b"two", "a.txt": b"one"})
    assert made.decode().splitlines() == [
        f"{canonical.sha256(b'one')}  a.txt", f"{canonical.sha256(b'two')}  b.txt",
    ]  # fmt: skip


def test_words_left_in_a_finished_page_are_counted_through_its_tags() -> None:
    assert disclosure_files.words_left(page("<p>Nothing.</p>"), WANTED) == 0
    assert disclosure_files.words_left(page("<p>Ann</p>\n<p>Lee</p> &#65;nn Lee"), WANTED) == 2
