"""A disclosure pack: nothing withheld is left in any layer, and stock tools prove what it is."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.clock import SetClock
from evidencekit.crypto import sshsig
from evidencekit.errors.disclosing import (
    CheckedByOneself,
    NotADisclosure,
    NotChecked,
    NothingInScope,
    StillOpen,
)
from evidencekit.errors.work import AlreadyThere, FileUnwritable
from evidencekit.operations import (
    care,
    disclosing,
    disclosure_requests,
    holds,
    reading,
    redacting,
    unlock,
)
from evidencekit.operations.disclosing import Disclosed
from evidencekit.operations.disclosure_requests import Asked, Scope
from evidencekit.operations.redacting import Ground, Place
from evidencekit.progress import Stopped
from evidencekit.report.disclosure import Making
from tests.asked_for import PERSONAL, AskedFor, asked_for
from tests.world import PASSPHRASE, World

FOR_CHECKING = Making(for_release=False)
MADE = (
    "allowed_signers", "disclosure.html", "disclosure.pdf", "how-to-check.txt",
    "manifest-sha256.txt", "manifest-sha256.txt.sig", "statement.txt", "withheld.csv",
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[AskedFor, Disclosed]]:
    """Make one pack that the tests of this module look into and never change."""
    folder = tmp_path_factory.mktemp("disclosed")
    world = World(folder)
    asked = asked_for(world)
    asked.withholds_all()
    asked.is_checked()
    yield asked, asked.discloses(folder / "pack")
    world.closes()


@pytest.fixture
def asked(world: World) -> AskedFor:
    return asked_for(world)


def tool(*words: str, given: bytes = b"", at: Path | None = None) -> str:
    if shutil.which(words[0]) is None:
        pytest.skip(f"{words[0]} is not here")
    done = subprocess.run(words, input=given, capture_output=True, cwd=at, check=True)
    return done.stdout.decode(errors="replace")


def layers(pack: Path) -> Iterator[str]:
    """Give all that stock tools find in a pack: bytes, text layer, streams, metadata."""
    for path in pack.iterdir():
        yield path.name
        yield path.read_bytes().decode("utf-8", "replace")
        yield tool("strings", str(path))
        yield tool("strings", "-el", str(path))
    paper = str(pack / "disclosure.pdf")
    yield tool("pdftotext", paper, "-")
    yield tool("pdftotext", "-raw", paper, "-")
    yield tool("pdfinfo", paper)
    yield tool("qpdf", "--qdf", "--object-streams=disable", "--stream-data=uncompress", paper, "-")
    yield tool("qpdf", "--json", paper)


def test_no_layer_of_any_file_holds_a_word_that_is_withheld(
    made: tuple[AskedFor, Disclosed],
) -> None:
    asked, pack = made
    found = "\n".join(layers(pack.path)).casefold()
    assert "freedom of information" in found  # the layers were read at all
    for words in asked.words:
        assert words.casefold() not in found
        assert words.encode("utf-16-be").hex() not in found


def test_in_place_of_the_words_stands_a_block_with_its_ground(
    made: tuple[AskedFor, Disclosed],
) -> None:
    _asked, pack = made
    said = tool("pdftotext", "-raw", str(pack.path / "disclosure.pdf"), "-")
    page = (pack.path / "disclosure.html").read_text("utf-8")
    for text in (said, page):
        assert "■■■■■■ [s40(2)]'s file was late" in text.replace("&#x27;", "'")
        assert "[s41] Withheld whole." in text
        assert "Personal information of" in text


def test_what_was_corrected_and_deleted_stays_visible(made: tuple[AskedFor, Disclosed]) -> None:
    _asked, pack = made
    page = (pack.path / "disclosure.html").read_text("utf-8")
    assert "The worker said the file was late. She was not asked." in page
    assert "Reason: A name had slipped in." in page
    assert "Reason: Written about the wrong case." in page


def test_the_log_in_the_pack_names_place_length_and_ground_and_no_words(
    made: tuple[AskedFor, Disclosed],
) -> None:
    _asked, pack = made
    lines = (pack.path / "withheld.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == "Record,Place,Length,Ground"
    assert sorted(lines[1:]) == [
        "[2],I saw (version 2012-11-19),a few words,s40(2)",
        "[2],I saw (version 2012-11-19),a few words,s40(2)",
        "[3],I saw (version 2012-11-19),a few words,s40(2)",
    ]
    assert (pack.withheld, pack.withheld_whole, pack.printed) == (3, 1, 3)


def test_stock_tools_prove_every_file_and_who_signed(made: tuple[AskedFor, Disclosed]) -> None:
    asked, pack = made
    checked = tool("sha256sum", "--strict", "-c", "manifest-sha256.txt", at=pack.path)
    assert checked.count(": OK") == len(MADE) - 2
    me = asked.lead.desk.me.id
    words = ("-Y", "verify", "-f", "allowed_signers", "-I", me, "-n", "evidencekit-disclosure-v1")
    told = tool(
        "ssh-keygen", *words, "-s", "manifest-sha256.txt.sig", at=pack.path,
        given=(pack.path / "manifest-sha256.txt").read_bytes(),
    )  # fmt: skip
    key = sshsig.fingerprint(asked.lead.desk.signing.public)
    assert told.startswith("Good ")
    assert key in told
    assert key in (pack.path / "statement.txt").read_text("utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        tool("ssh-keygen", *words, "-s", "manifest-sha256.txt.sig", at=pack.path, given=b"other")


def test_the_paper_is_a_whole_pdf(made: tuple[AskedFor, Disclosed]) -> None:
    _asked, pack = made
    assert tuple(sorted(path.name for path in pack.path.iterdir())) == MADE == pack.files
    assert "No syntax" in tool("qpdf", "--check", str(pack.path / "disclosure.pdf"))


def test_the_records_are_untouched_and_the_request_remembers_the_pack(
    made: tuple[AskedFor, Disclosed],
) -> None:
    asked, pack = made
    desk = asked.lead.desk
    first = reading.history(desk, asked.note)[0].body.fields["i_saw"]
    assert "Sarah Connor" in str(first)
    packs = reading.item(desk, asked.request).fields["packs"]
    assert isinstance(packs, list)
    assert packs[0]["sha256"] == pack.sha256
    assert packs[0]["for_release"] == "yes"
    redactions = [item.fields for item in reading.whole(desk).of_kind("redaction")]
    assert "Sarah" not in json.dumps([dict(fields) for fields in redactions])
    assert care.check(desk).is_sound


def test_our_own_log_has_the_words_the_reason_and_who(made: tuple[AskedFor, Disclosed]) -> None:
    asked, _pack = made
    first, second = redacting.log(asked.lead.desk, asked.request)
    assert (first.words, first.decision.reason) == ("Sarah Connor", PERSONAL.reason)
    assert (first.by_name, second.words) == ("Lena Marsh", "the whole record")


def test_a_request_counts_its_day_and_puts_a_legal_hold_on_its_cases(asked: AskedFor) -> None:
    desk = asked.lead.desk
    (request,) = disclosure_requests.requests(desk)
    assert (request.due, request.rule[:15]) == ("2013-01-03", "20 working days")
    (hold,) = holds.standing(desk)
    assert hold.cases == (asked.case,)


def test_no_pack_is_made_while_a_place_is_undecided_unless_a_reason_is_given(
    asked: AskedFor, tmp_path: Path
) -> None:
    target = tmp_path / "pack"
    with pytest.raises(StillOpen) as refusal:
        disclosing.disclose(asked.lead.desk, asked.request, target, FOR_CHECKING)
    assert refusal.value.facts == {"count": len(asked.seen.open)}
    assert not target.exists()
    why = Making(for_release=False, undecided_because="The court ordered it in full.")
    pack = disclosing.disclose(asked.lead.desk, asked.request, target, why)
    assert pack.undecided == len(asked.seen.open)
    page = (target / "disclosure.html").read_text("utf-8")
    assert "The court ordered it in full." in page
    assert "NOT FOR RELEASE" in page


def test_no_pack_goes_out_before_a_second_person_looked_it_over_as_it_is(
    asked: AskedFor, tmp_path: Path
) -> None:
    desk = asked.lead.desk
    asked.withholds_all()
    with pytest.raises(NotChecked):
        asked.discloses(tmp_path / "early")
    for by in ("", desk.me.id, "Lena Marsh"):
        with pytest.raises(CheckedByOneself):
            disclosing.check(desk, asked.request, "Fine.", by)
    asked.is_checked()
    asked.withholds("rang twice")
    with pytest.raises(NotChecked):  # something was decided since
        asked.discloses(tmp_path / "changed")
    assert sorted(path.name for path in tmp_path.iterdir() if "pack" in path.name) == []


def test_a_deputy_is_a_second_person(world: World) -> None:
    asked = asked_for(world)
    deputy = world.inspector("Dee Ward", "cqc")
    world.joins(deputy, asked.lead, deputy=True)
    asked.withholds_all()
    deputy.receives(asked.lead.hands_over(BundleKind.RETURN))
    made = disclosing.check(deputy.desk, asked.request, "Read it all.")
    assert made.revision.header.author == deputy.desk.me.id


def test_a_place_that_is_taken_or_closed_is_refused_and_nothing_is_left(
    made: tuple[AskedFor, Disclosed], tmp_path: Path
) -> None:
    asked, pack = made
    with pytest.raises(AlreadyThere):
        asked.discloses(pack.path)
    with pytest.raises(FileUnwritable):
        asked.discloses(tmp_path / "no" / "such" / "folder")
    assert not list(tmp_path.iterdir())


def test_a_pack_that_is_stopped_leaves_nothing(
    made: tuple[AskedFor, Disclosed], tmp_path: Path
) -> None:
    asked, _pack = made

    def stop(_done: int, _of: int) -> None:
        raise Stopped

    ready = disclosing.gather(asked.lead.desk, asked.request, FOR_CHECKING)
    with pytest.raises(Stopped):
        disclosing.write(ready, tmp_path / "stopped", stop)
    assert not list(tmp_path.iterdir())


def test_a_pack_of_nothing_and_of_no_disclosure_is_refused(
    made: tuple[AskedFor, Disclosed], tmp_path: Path
) -> None:
    asked, _pack = made
    desk = asked.lead.desk
    with pytest.raises(NotADisclosure):
        disclosing.disclose(desk, asked.note, tmp_path / "x")
    empty = Asked(route="foi", received=date(2012, 12, 3), hold=False,
                  scope=Scope(kinds=("voice",)))  # fmt: skip
    request = disclosure_requests.put_down(desk, empty).record
    with pytest.raises(NothingInScope):
        disclosing.disclose(desk, request, tmp_path / "x", FOR_CHECKING)


def test_two_years_later_the_same_workspace_answers(
    made: tuple[AskedFor, Disclosed], tmp_path: Path
) -> None:
    asked, pack = made
    later = SetClock(datetime(2014, 12, 1, 9, tzinfo=UTC), step=timedelta(seconds=1))
    copy = tmp_path / "later.evidence"
    shutil.copytree(asked.lead.folder, copy)
    desk = unlock.open_workspace(copy, PASSPHRASE, clock=later, ids=asked.lead.desk.ids)
    again = disclosing.disclose(desk, asked.request, tmp_path / "again")
    was, now = ((each / "disclosure.html").read_text("utf-8") for each in (pack.path, again.path))
    assert [line for line in was.splitlines() if "I saw" in line] == [
        line for line in now.splitlines() if "I saw" in line
    ]
    asked_now = Asked(route="sar", received=date(2014, 12, 1), scope=Scope(cases=(asked.case,)))
    made_now = disclosure_requests.put_down(desk, asked_now)
    assert made_now.revision.body.fields["due"] == "2015-01-10"
    unlock.lock(desk)


def test_words_may_be_withheld_in_one_record_only(asked: AskedFor) -> None:
    asked.withholds("Sarah Connor", Ground(code="s40(2)", reason="Her.", everywhere=False))
    found = asked.seen
    held = found.decisions
    assert [bool(held.withheld_in(each)) for each in (asked.note, asked.deleted)] == [True, False]


def test_a_released_name_is_open_no_more(asked: AskedFor) -> None:
    before = [each.words for each in asked.seen.open]
    place = next(each for each in asked.seen.open if each.words)
    at = Place(record=place.record, version=place.version, path=place.path, start=place.start,
               end=place.end)  # fmt: skip
    redacting.release(asked.lead.desk, asked.request, at, Ground(reason="She agreed."))
    after = [each.words for each in asked.seen.open]
    assert place.words in before
    assert place.words not in after
