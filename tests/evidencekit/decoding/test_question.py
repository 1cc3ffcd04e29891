"""Questions and answers survive the pipe; anything else is refused word by word."""

import io
import json
import struct
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from evidencekit.decoding import limits, question as talk
from evidencekit.decoding.question import Answer, Do, Fact, Garbled, Question, Why

HEAD = ">4sIQ"
GOOD: dict[str, Any] = {
    "width": 2, "height": 1, "pages": 1, "whole_width": 2, "whole_height": 1, "text": "a",
    "facts": [["camera", "Nokon"]], "why": None,
}  # fmt: skip


def framed(said: object, dots: bytes = b"123456", mark: bytes = b"EKa1") -> io.BytesIO:
    words = json.dumps(said).encode()
    return io.BytesIO(struct.pack(HEAD, mark, len(words), len(dots)) + words + dots)


def test_a_question_comes_over_with_its_file() -> None:
    pipe = io.BytesIO()
    asked = Question(do=Do.SHOW, media_type="image/png", page=3, width=800, height=600, turns=1)
    talk.write_question(pipe, asked, b"bytes of a file")
    pipe.seek(0)
    assert talk.read_question(pipe) == (asked, b"bytes of a file")


def test_an_answer_comes_back_whole() -> None:
    pipe = io.BytesIO()
    answer = Answer(
        width=2, height=1, pages=4, whole_width=200, whole_height=100, text="line\nline",
        facts=((Fact.PLACE, "51.5, -0.1"),), dots=b"123456",
    )  # fmt: skip
    talk.write_answer(pipe, answer)
    pipe.seek(0)
    assert talk.read_answer(pipe) == answer


def test_a_refusal_comes_back_as_one_of_few_words() -> None:
    pipe = io.BytesIO()
    talk.write_answer(pipe, Answer(why=Why.LOCKED))
    pipe.seek(0)
    assert talk.read_answer(pipe).why is Why.LOCKED


@pytest.mark.parametrize(
    "wrong",
    [
        {"width": 3}, {"width": -2, "height": -1}, {"width": "2"}, {"width": True}, {"width": 2.0},
        {"height": None}, {"pages": limits.PAGES + 1}, {"whole_width": limits.DOTS + 1},
        {"text": 7}, {"text": "x" * (limits.TEXT_CHARACTERS + 1)}, {"facts": {}},
        {"facts": [["camera", "a"]] * (limits.FACTS + 1)}, {"facts": [["made-up", "a"]]},
        {"facts": [["camera", 7]]}, {"facts": [["camera"]]}, {"facts": ["camera"]},
        {"why": "because"}, {"why": 7}, {"why": []},
    ],
)  # fmt: skip
def test_an_answer_with_one_wrong_part_is_refused(wrong: dict[str, object]) -> None:
    assert talk.read_answer(framed(GOOD)).width == 2
    with pytest.raises(Garbled):
        talk.read_answer(framed({**GOOD, **wrong}))


@pytest.mark.parametrize("missing", [key for key in GOOD if key != "why"])
def test_an_answer_without_one_of_its_parts_is_refused(missing: str) -> None:
    with pytest.raises(Garbled):
        talk.read_answer(framed({key: value for key, value in GOOD.items() if key != missing}))


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"EKa1", b"HTTP/1.1 200 OK\r\n\r\n" + bytes(99),
        struct.pack(HEAD, b"EKa1", limits.HEADER_BYTES + 1, 0) + bytes(99),
        struct.pack(HEAD, b"EKa1", 2, limits.ANSWER_DOTS * 3 + 1) + b"{}",
        struct.pack(HEAD, b"EKa1", 2, 0) + b"[]",
        struct.pack(HEAD, b"EKa1", 3, 0) + b"\xff\xfe\x00",
        struct.pack(HEAD, b"EKa1", 100_000, 0) + b"[" * 100_000,
        struct.pack(HEAD, b"EKq1", 2, 0) + b"{}",
    ],
)  # fmt: skip
def test_what_is_no_answer_is_refused(raw: bytes) -> None:
    with pytest.raises(Garbled):
        talk.read_answer(io.BytesIO(raw))


def test_words_behind_the_end_are_refused() -> None:
    held = framed(GOOD).getvalue()
    with pytest.raises(Garbled):
        talk.read_answer(io.BytesIO(held + b"x"))


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_no_bytes_at_all_bring_the_reader_down(raw: bytes) -> None:
    for read in (talk.read_answer, talk.read_question):
        with pytest.raises(Garbled):
            read(io.BytesIO(raw))


def test_a_question_that_asks_for_something_else_is_refused() -> None:
    for said in ({"do": "run", "media_type": "x"}, {"do": "show"}, {"do": "show", "extra": 1}):
        with pytest.raises(Garbled):
            talk.read_question(framed(said, b"", b"EKq1"))


def test_text_from_a_file_keeps_only_what_can_be_printed() -> None:
    assert talk.plain("a\x1b[31mb\u202ec\nd\te", 100, lines=True) == "a [31mb c\nd\te"
    assert talk.plain("a\nb", 100) == "a b"
