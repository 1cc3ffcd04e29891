from hypothesis import given, strategies as st

from evidencekit.ids import AuthorId
from evidencekit.records.acceptance import Said, acceptance

LEAD, DEPUTY = AuthorId("LEAD000000"), AuthorId("DEPUTY0000")


def said(revision: str, outcome: str, seq: int = 1, author: AuthorId = LEAD) -> Said:
    return Said(author, seq, revision, outcome)


def test_nobody_has_decided_when_nothing_was_said_or_only_something_else() -> None:
    assert acceptance(["v1"], []) == ""
    assert acceptance(["v1"], [said("v1", "not-the-same"), said("v1", "keep")]) == ""


def test_an_accepted_or_adopted_version_is_accepted() -> None:
    assert acceptance(["v1"], [said("v1", "accept")]) == "accepted"
    assert acceptance(["v1"], [said("v1", "adopt")]) == "accepted"


def test_a_version_after_the_accepted_one_is_new_information() -> None:
    assert acceptance(["v2"], [said("v1", "accept")]) == "new-information"
    assert acceptance(["v2"], [said("v1", "set-aside")]) == "new-information"
    assert acceptance(["v2"], [said("v1", "accept"), said("v2", "accept", 2)]) == "accepted"


def test_who_decides_again_has_changed_their_mind() -> None:
    both = [said("v1", "accept", 4), said("v1", "set-aside", 9)]
    assert acceptance(["v1"], both) == acceptance(["v1"], both[::-1]) == "set-aside"


def test_two_people_who_differ_leave_it_contested() -> None:
    both = [said("v1", "accept"), said("v1", "set-aside", 9, DEPUTY)]
    assert acceptance(["v1"], both) == "contested"
    assert acceptance(["v1"], [both[0], said("v1", "adopt", 1, DEPUTY)]) == "accepted"


def test_one_decided_version_of_two_is_new_information() -> None:
    assert acceptance(["v1", "v2"], [said("v1", "accept")]) == "new-information"
    assert acceptance(["v1", "v2"], [said("v1", "accept"), said("v2", "accept")]) == "accepted"
    assert acceptance(["v1", "v2"], [said("v1", "accept"), said("v2", "set-aside", 2)]) == (
        "new-information"
    )


@given(
    st.lists(
        st.builds(
            Said,
            st.sampled_from([LEAD, DEPUTY]),
            st.integers(1, 99),
            st.sampled_from(["v1", "v2"]),
            st.sampled_from(["accept", "set-aside", "keep"]),
        ),
        max_size=6,
        unique_by=lambda each: (each.author, each.seq),
    ),
    st.data(),
)
def test_the_order_of_arrival_decides_nothing(found: list[Said], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(found))
    assert acceptance(["v1", "v2"], shuffled) == acceptance(["v1", "v2"], found)
