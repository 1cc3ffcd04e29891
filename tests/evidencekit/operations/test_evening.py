"""The evening: any order, any repetition, one preview that comes true, one refusal stops nobody."""

from itertools import islice, permutations
from pathlib import Path

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.bundle import ForkAlarm
from evidencekit.operations import care, evening, receive, remembering, unlock
from tests.world import PASSPHRASE, Person, World, case


def handed_in(world: World) -> tuple[Person, list[Path]]:
    """Give a lead and what two inspectors handed over, one of them twice over."""
    lead, ben = world.team()
    cara = world.inspector("Cara Dean", "cqc")
    world.joins(cara, lead)
    paths = []
    for person in (ben, cara):
        kept = person.writes("case", **case(f"{person.desk.me.name[0]}-1", "own-re-tracked"))
        paths.append(person.hands_over().path)
        person.notes(kept.record, "A plan without dates.")
        paths.append(person.hands_over().path)
    paths.append(ben.hands_over(BundleKind.FULL).path)
    return lead, paths


def test_the_preview_of_all_comes_true_in_any_order_and_repetition(tmp_path: Path) -> None:
    found = set()
    # Six files in four quite different orders, each dropped in part first and then all again.
    for cut, order in enumerate(islice(permutations((0, 1, 2, 3, 4, 2)), 0, 720, 191)):
        folder = tmp_path / str(cut)
        folder.mkdir()
        world = World(folder)
        lead, paths = handed_in(world)
        shuffled = [paths[at] for at in order]
        for part in (shuffled[:cut], shuffled):
            before, seen = care.fingerprint(lead.desk), evening.read(lead.desk, part)
            assert care.fingerprint(lead.desk) == before
            done = evening.join(lead.desk, seen)
            assert done.refused == ()
            written = [joined.written for _seen, joined in done.joined]
            brought = [seen.counts[name] for name in ("new", "corrections", "waiting")]
            assert sum(written) == sum(brought)
        found.add(care.fingerprint(lead.desk).groups)
        assert care.check(lead.desk).is_sound
        world.closes()
    assert len(found) == 1


def test_sums_are_told_per_sender_and_each_revision_counts_once(world: World) -> None:
    lead, paths = handed_in(world)
    seen = evening.read(lead.desk, reversed(paths))
    assert {each.name: each.bundles for each in seen.senders} == {
        "Ben Okoro": (1, 2, 3), "Cara Dean": (1, 2),
    }  # fmt: skip
    bens = next(each for each in seen.senders if each.name == "Ben Okoro")
    assert (bens.counts["new"], bens.counts["held"], bens.missing) == (2, 2, ())
    assert (seen.counts["new"], seen.counts["held"]) == (4, 2)
    assert seen.absent == ()


def test_who_has_not_handed_in_is_named_with_when_they_last_did(world: World) -> None:
    lead, paths = handed_in(world)
    lead.receives(paths[2])
    seen = evening.read(lead.desk, paths[:1])
    (absent,) = seen.absent
    assert absent.name == "Cara Dean"
    assert absent.last_came


def test_the_steps_merges_know_one_another(world: World) -> None:
    lead, paths = handed_in(world)
    done = evening.join(lead.desk, evening.read(lead.desk, paths))
    batches = [joined.batch for _seen, joined in done.joined]
    assert {each.together for each in remembering.received(lead.desk)} == {batches[0]}


def test_one_refused_bundle_never_stops_the_rest(world: World) -> None:
    lead, paths = handed_in(world)
    content = bytearray(paths[0].read_bytes())
    content[-100] ^= 1
    paths[0].write_bytes(content)
    gone = paths[0].with_name("gone.evb")
    seen = evening.read(lead.desk, [gone, *paths])
    assert [path for path, _error in seen.refused] == [gone, paths[0]]
    assert len(evening.join(lead.desk, seen).joined) == len(paths) - 1


def test_a_bundle_changed_after_the_preview_stays_out_and_the_rest_is_joined(
    world: World,
) -> None:
    lead, paths = handed_in(world)
    seen = evening.read(lead.desk, paths)
    lead.receives(paths[0])  # another window joined one of them meanwhile
    done = evening.join(lead.desk, seen)
    assert len(done.joined) + len(done.refused) == len(paths)
    assert care.check(lead.desk).is_sound


def test_two_bundles_under_one_number_are_both_left_out_whichever_came_first(
    world: World, tmp_path: Path
) -> None:
    lead, ben = world.team()
    old = tmp_path / "old"
    unlock.lock(ben.desk)
    copy_of(ben.folder, old / ben.folder.name)
    world.reopens(ben)
    ben.writes("document", title="One")
    one = ben.hands_over().path
    twin = unlock.open_workspace(old / ben.folder.name, PASSPHRASE, clock=world.clock)
    other = Person(twin, old, tmp_path / "other", "")
    other.stick.mkdir()
    other.writes("document", title="Another")
    two = other.hands_over().path
    unlock.lock(twin)
    for order in ((one, two), (two, one)):
        seen = evening.read(lead.desk, order)
        assert seen.ready == ()
        assert {error.code for _path, error in seen.refused} == {ForkAlarm.code}
    done = receive.merge_file(lead.desk, one)
    assert done.written == 1
    with pytest.raises(ForkAlarm):
        receive.merge_file(lead.desk, two)


def test_a_fork_verified_beside_the_first_is_refused_when_it_is_joined(
    world: World, tmp_path: Path
) -> None:
    lead, ben = world.team()
    unlock.lock(ben.desk)
    copy_of(ben.folder, tmp_path / "old" / ben.folder.name)
    world.reopens(ben)
    ben.writes("document", title="One")
    one = ben.hands_over().path
    twin = unlock.open_workspace(
        tmp_path / "old" / ben.folder.name, PASSPHRASE, clock=world.clock
    )  # fmt: skip
    other = Person(twin, tmp_path / "old", tmp_path / "other", "")
    other.stick.mkdir()
    other.writes("document", title="Another")
    two = other.hands_over().path
    unlock.lock(twin)
    ready = [
        receive.preview(lead.desk, path, receive.verify(lead.desk, path)) for path in (one, two)
    ]
    receive.join(lead.desk, ready[0])
    before = care.fingerprint(lead.desk)
    with pytest.raises(ForkAlarm):
        receive.join(lead.desk, ready[1])
    assert care.fingerprint(lead.desk) == before


def copy_of(folder: Path, to: Path) -> None:
    to.mkdir(parents=True)
    for part in folder.iterdir():
        if part.is_file():
            (to / part.name).write_bytes(part.read_bytes())
