from evidencekit.checks.plain_english import jargon, jargon_in, spelled_out, unexplained


def names(text: str, explained: frozenset[str] = frozenset()) -> list[str]:
    return [text[start:end] for start, end in unexplained(text, explained)]


def test_a_short_name_is_asked_for_in_full_until_it_is_spelled_out() -> None:
    assert names("The IRO told the LSCB.") == ["IRO", "LSCB"]
    assert names("The independent reviewing officer (IRO) wrote; the IRO waited.") == []
    assert names("The IROs met.", spelled_out(["independent reviewing officers (IROs)"])) == []


def test_case_references_the_health_service_and_ordinary_words_are_no_short_names() -> None:
    assert names("SH-04 saw the NHS in the UK. I was there. A child waited.") == []


def test_jargon_comes_with_a_plainer_way_to_say_it() -> None:
    said = "Staff Signposted families to a robust pathway."
    found = {said[start:end]: plain for (start, end), plain in jargon_in(said)}
    assert set(found) == {"Signposted", "robust", "pathway"}
    assert found["Signposted"] == "told where to find help"


def test_a_word_that_only_holds_jargon_is_let_be() -> None:
    assert not list(jargon_in("Robustly made toolkits."))


def test_every_entry_of_the_list_has_both_halves_and_none_stands_twice() -> None:
    assert all(words == words.casefold() and plain for words, plain in jargon().items())
