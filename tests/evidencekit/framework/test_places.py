from evidencekit.framework.places import Places

TEXT = '''\
id = "x"
words = """
[[not-a-table]]
key = "not a key"
"""   # [[nor-this]]
list = [
    "[[nor]]",
    ["a"],
    ["b"]
]

[notice]
kind = "unannounced"

[[areas]]
id = "E1"
[[areas]]
id = "E2" # note = "here"
label = 'one'

[[areas.prompts]]
text = "?"

[areas.depth]
least = 3

[[judgements]]
a . b = 1
'''


def test_tables_and_keys_are_found_on_their_lines() -> None:
    places = Places(TEXT)

    assert places.line(("id",)) == 1
    assert places.line(("list",)) == 6
    assert places.line(("notice",)) == 12
    assert places.line(("notice", "kind")) == 13
    assert places.line(("areas",)) == 15
    assert places.line(("areas", 0, "id")) == 16
    assert places.line(("areas", 1, "id")) == 18
    assert places.line(("areas", 1, "prompts", 0, "text")) == 22
    assert places.line(("areas", 1, "depth", "least")) == 25
    assert places.line(("judgements", 0, "a", "b")) == 28


def test_a_missing_key_is_looked_for_at_its_table() -> None:
    places = Places(TEXT)

    assert places.line(("areas", 1, "source")) == 17
    assert places.line(("list", 2, "id")) == 6
    assert places.line(("nowhere",)) == 1


def test_signs_inside_strings_and_comments_are_not_tables() -> None:
    places = Places(TEXT)

    assert places.line(("not-a-table",)) == 1
    assert places.line(("key",)) == 1
    assert places.line(("nor-this",)) == 1
