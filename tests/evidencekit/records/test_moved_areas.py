import pytest

from evidencekit.canonical import Json
from evidencekit.records.moved_areas import with_areas

MOVED = {"E4": "E14"}


@pytest.mark.parametrize(
    ("fields", "read"),
    [
        ({"area": "E4"}, {"area": "E14"}),
        ({"areas": [{"area": "E4"}, {"area": "E5"}]}, {"areas": [{"area": "E14"}, {"area": "E5"}]}),
        ({"lines": [{"areas": ["E4", "E5"]}]}, {"lines": [{"areas": ["E14", "E5"]}]}),
        ({"enquiries": [{"areas": ["E4"]}]}, {"enquiries": [{"areas": ["E14"]}]}),
        ({"areas": "E4", "lines": ["odd"]}, {"areas": "E4", "lines": ["odd"]}),
        ({"what": "E4 in prose"}, {"what": "E4 in prose"}),
    ],
)
def test_areas_are_read_under_their_id_of_today(
    fields: dict[str, Json], read: dict[str, Json]
) -> None:
    given = dict(fields)
    assert with_areas(fields, MOVED) == read
    assert fields == given


def test_where_nothing_moved_nothing_is_read_again() -> None:
    fields: dict[str, Json] = {"area": "E4"}
    assert with_areas(fields, {}) is fields
