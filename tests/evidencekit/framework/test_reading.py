import pytest
from hypothesis import given, settings, strategies as st

from evidencekit.errors.framework import BadPack
from evidencekit.framework.items import AreaKind
from evidencekit.framework.reading import LARGEST, faults, read_bytes, read_pack

SMALL = """\
id = "own-pack"
version = 1
title = "Our own framework"
short_title = "Own"
year = 2013
status = "piloted"
source = "Our paper"
rules = ["no-identity"]

[[inspectorates]]
id = "ofsted"
label = "Ofsted"
full_name = "Ofsted"
part = "lead"
source = "page 1"

[[grades]]
id = "good"
label = "Good"
source = "page 2"

[[judgements]]
id = "J1"
label = "Overall"
owner = "shared"
covers = "All of it."
grades = ["good"]
source = "page 2"

[[areas]]
id = "A1"
kind = "joint"
number = 1
key = "one"
label = "The first area"
text = "What is looked at."
source = "page 3"
"""


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def refusal(text: str) -> tuple[int, str]:
    with pytest.raises(BadPack) as found:
        read_pack(text, "own.toml")
    assert found.value.facts["file"] == "own.toml"
    return int(str(found.value.facts["line"])), str(found.value.facts["why"])


def test_a_small_pack_of_ones_own_is_read() -> None:
    pack = read_pack(SMALL)

    assert pack.id == "own-pack"
    assert pack.areas[0].kind is AreaKind.JOINT
    assert pack.grades_of(pack.judgements[0]) == pack.grades
    assert pack.notice is None
    assert pack.stages == ()


def test_spacing_comments_and_order_of_tables_keep_the_digest() -> None:
    spaced = SMALL.replace(" = ", "   =  ").replace("[[grades]]", "# a remark\n\n\n[[grades]]")
    head, tail = SMALL.split("[[grades]]")
    grades, rest = tail.split("[[judgements]]")
    moved = head + "[[judgements]]" + rest + "\n[[grades]]" + grades

    assert read_pack(spaced).digest == read_pack(SMALL).digest
    assert read_pack(moved).digest == read_pack(SMALL).digest
    assert read_pack(SMALL.replace("\n", "\r\n")).digest == read_pack(SMALL).digest


def test_another_word_changes_the_digest() -> None:
    assert read_pack(SMALL.replace("first area", "last area")).digest != read_pack(SMALL).digest


@pytest.mark.parametrize(
    ("old", "new", "at", "why"),
    [
        ('label = "Good"', 'lable = "Good"', 'lable = "Good"', "did you mean label"),
        ('source = "page 2"\n\n[[judg', "\n[[judg", "[[grades]]", "the key source is missing here"),
        ('source = "page 3"', 'source = ""', 'source = ""', "source is empty"),
        ('source = "page 3"', "source = 3", "source = 3", "source must be text"),
        ("year = 2013", "year = 2013.5", "year = 2013.5", "year must be a whole number"),
        ("year = 2013", "year = 2013-01-01", "year = 2013-", "year must be a whole number"),
        ('"piloted"', '"done"', "status", "proposed, piloted, live, superseded"),
        ('["no-identity"]', '["no-idenity"]', "rules", "no rule called no-idenity"),
        ('["no-identity"]', '["no-identity", "no-identity"]', "rules", "stands twice"),
        ('grades = ["good"]', 'grades = ["great"]', 'grades = ["great"]', "on the scale called"),
        ('owner = "shared"', 'owner = "cqc"', 'owner = "cqc"', "no inspectorate called cqc"),
        ('key = "one"', 'key = "1"', 'key = "1"', "two to eight small letters"),
        ('"The first area"', f'"{"long " * 8}"', 'label = "long', "34 fit a row"),
        ('part = "lead"', 'part = "member"', "[[inspectorates]]", "exactly one inspectorate"),
        ('id = "own-pack"', 'id = "Own"', 'id = "Own"', "small letters"),
        ('id = "A1"', 'id = "A 1"', 'id = "A 1"', "letters, digits and hyphens"),
    ],
)
def test_a_bad_pack_is_refused_with_the_line_and_the_reason(
    old: str, new: str, at: str, why: str
) -> None:
    assert old in SMALL
    text = SMALL.replace(old, new)

    line, said = refusal(text)

    assert line == line_of(text, at)
    assert why in said


def test_an_id_that_stands_twice_is_named_where_it_stands_again() -> None:
    area = SMALL[SMALL.index("[[areas]]") :]
    again = area.replace("number = 1", "number = 2").replace('"one"', '"two"')
    text = SMALL + "\n" + again

    line, why = refusal(text)

    assert line == line_of(SMALL + "\n", "[[areas]]") + area.count("\n") + 2
    assert why == "the id A1 stands twice in areas"


@pytest.mark.parametrize(("key", "kept"), [("key", "number"), ("number", "key")])
def test_two_areas_cannot_be_typed_alike(key: str, kept: str) -> None:
    again = SMALL[SMALL.index("[[areas]]") :].replace('"A1"', '"A2"')
    other = {"number": ("number = 1", "number = 2"), "key": ('"one"', '"two"')}[kept]

    _line, why = refusal(SMALL + "\n" + again.replace(*other))

    assert why.startswith(f"the {key} ")


def test_two_leads_are_one_too_many() -> None:
    block = SMALL[SMALL.index("[[inspectorates]]") : SMALL.index("[[grades]]")]
    text = SMALL.replace(block, block + block.replace('id = "ofsted"', 'id = "cqc"'))

    line, why = refusal(text)

    assert line == text.splitlines().index("[[inspectorates]]") + 8
    assert why == "exactly one inspectorate has the part lead"


def test_phases_and_establishments_name_what_there_is() -> None:
    phase = '\n[[phases]]\nid = "a"\nlabel = "A"\nweek = 1\nfocus = "x"\nsource = "y"\n'
    text = SMALL + phase + 'inspectorates = ["hmic"]\n'
    assert refusal(text) == (line_of(text, '["hmic"]'), "there is no inspectorate called hmic")

    text = SMALL.replace('part = "lead"', 'part = "lead"\nestablishments = ["yoi"]')
    assert refusal(text) == (line_of(text, '["yoi"]'), "there is no establishment called yoi")


def test_a_framework_without_an_area_is_not_one() -> None:
    text = SMALL[: SMALL.index("[[areas]]")].replace("rules =", "areas = []\nrules =")

    assert refusal(text) == (8, "a framework needs at least one area")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('id = "a"\ntitle = "b\n', 2),
        ('id = "a"\n\nid = "b"\n', 3),
        ("id = \n", 1),
        ("[[areas]\n", 1),
        ('id = "a"\nlist = [1,\n2\n', 3),
    ],
)
def test_text_that_is_not_toml_is_refused_at_its_line(text: str, line: int) -> None:
    found, why = refusal(text)

    assert found == line
    assert why.startswith("this is not TOML (")


def test_a_nest_without_end_and_a_number_without_end_are_refused() -> None:
    assert refusal("a = " + "[" * 5000 + "]" * 5000)[1] == "lists stand inside lists too deeply"
    assert refusal("a = 1" + "0" * 6000)[1] == "a number is too long"


def test_bytes_that_are_not_text_are_refused_at_their_line() -> None:
    with pytest.raises(BadPack) as found:
        read_bytes(b'id = "a"\ntitle = "\xff"\n', "own.toml")
    assert found.value.facts["line"] == 2

    with pytest.raises(BadPack, match="larger than 1 MB"):
        read_bytes(b"#" * (LARGEST + 1), "own.toml")


def test_a_mark_that_some_editors_put_first_does_not_matter() -> None:
    assert read_bytes(b"\xef\xbb\xbf" + SMALL.encode(), "own.toml") == read_pack(SMALL)


def test_the_refusal_reads_as_a_sentence() -> None:
    with pytest.raises(BadPack) as found:
        read_pack(SMALL.replace("lead", "boss"), "own.toml")

    assert found.value.what_happened == (
        "own.toml, line 14: part must be one of lead, member, conditional, triggered."
    )


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_changed_pack_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(SMALL)))
    end = data.draw(st.integers(start, min(len(SMALL), start + 12)))
    text = SMALL[:start] + data.draw(st.text(max_size=6)) + SMALL[end:]

    try:
        read_pack(text)
    except BadPack as found:
        line = found.facts["line"]
        assert isinstance(line, int)
        assert 1 <= line <= len(text.split("\n"))


def test_every_line_that_is_not_right_is_named_in_order() -> None:
    wrong = SMALL.replace('"no-identity"', '"no-such-rule"').replace('key = "one"', 'key = "X"')
    found = faults(wrong.encode(), "own.toml")
    assert [each.facts["line"] for each in found] == [
        line_of(wrong, "no-such-rule"), line_of(wrong, 'key = "X"'),
    ]  # fmt: skip
    assert refusal(wrong) == (found[0].facts["line"], found[0].facts["why"])
    assert faults(SMALL.encode(), "own.toml") == ()
    assert [each.facts["line"] for each in faults(b"\xff", "own.toml")] == [1]
    assert len(faults(b"x = [", "own.toml")) == 1
