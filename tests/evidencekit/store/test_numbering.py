"""A record's number: its place in time, given once."""

from evidencekit.ids import RecordId, SeededIds
from evidencekit.store import numbering
from evidencekit.store.connection import Database

SECOND = 1_353_315_600


def ids_at(*seconds: int) -> list[RecordId]:
    found = []
    for position, second in enumerate(seconds):
        maker = SeededIds(str(position), lambda at=second: at * 1000)  # type: ignore[misc]
        found.append(RecordId(maker.uuid()))
    return found


def number(store: Database, records: list[RecordId]) -> list[int]:
    with store.transaction():
        given = numbering.number(store, records)
    return [given.of[record] for record in records]


def test_later_records_have_higher_numbers(store: Database) -> None:
    late, early, middle = ids_at(SECOND + 500, SECOND, SECOND + 60)
    assert number(store, [late, early, middle]) == [SECOND + 500, SECOND, SECOND + 60]


def test_a_number_is_given_once(store: Database) -> None:
    one, other = ids_at(SECOND, SECOND + 5)
    first = number(store, [one])
    with store.transaction():
        again = numbering.number(store, [other, one])
    assert again.of[one] == first[0]
    assert again.new == {other}
    assert numbering.number_of(store, one) == first[0]
    assert numbering.number_of(store, RecordId("unknown")) is None


def test_two_of_one_second_get_neighbours(store: Database) -> None:
    one, two, three, four = ids_at(SECOND, SECOND, SECOND + 1, SECOND)
    assert number(store, [one, two]) == [SECOND, SECOND + 1]
    assert number(store, [three]) == [SECOND + 2]
    assert number(store, [four]) == [SECOND + 3]


def test_thousands_of_one_second_all_get_a_number(store: Database) -> None:
    records = ids_at(*[SECOND] * 3000)
    numbers = number(store, records[:1500]) + number(store, records[1500:])
    assert len(set(numbers)) == 3000
    assert min(numbers) == SECOND
    assert max(numbers) < SECOND + 10_000_000


def test_ids_of_another_make_are_put_into_the_distant_past() -> None:
    others = ["r1", "", "zz" * 16, "6f9619ff-8b86-4011-b42d-00c04fc964ff", "-1"]
    numbers = [numbering.second_of(RecordId(other)) for other in others]
    assert all(0 <= number < 2**28 for number in numbers)
    assert len(set(numbers)) == len(others)
