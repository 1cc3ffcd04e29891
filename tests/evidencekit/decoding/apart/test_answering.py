"""Whatever goes wrong inside, the answer is one of a few words and nothing of the file."""

import subprocess

import pytest

from evidencekit.decoding import asking
from evidencekit.decoding.apart import answering, pictures
from evidencekit.decoding.question import Do, Question, Why
from tests.evidencekit.decoding import files


def asked(media_type: str = "image/png", do: Do = Do.SHOW) -> Question:
    return Question(do=do, media_type=media_type, width=99, height=99)


@pytest.mark.parametrize(
    ("media_type", "data", "why"),
    [
        ("image/png", files.CANARY.encode(), Why.UNREADABLE),
        ("image/png", files.png_bomb(), Why.TOO_LARGE),
        ("image/made-up", b"", Why.UNREADABLE),
        ("application/pdf", files.CANARY.encode(), Why.UNREADABLE),
    ],
)  # fmt: skip
@pytest.mark.parametrize("do", list(Do))
def test_a_refusal_is_a_word(media_type: str, data: bytes, why: Why, do: Do) -> None:
    answer = answering.answer(asked(media_type, do), data)
    assert answer.why is why
    assert files.CANARY not in repr(answer)


def test_memory_that_ran_out_is_a_word_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def run_out(_question: Question, _data: bytes) -> None:
        raise MemoryError

    monkeypatch.setattr(pictures, "show", run_out)
    assert answering.answer(asked(), b"").why is Why.MEMORY


def test_what_is_no_question_ends_the_process_without_an_answer() -> None:
    done = subprocess.run(
        asking.own_command(), input=b"GET / HTTP/1.1\r\n\r\n" + bytes(99), capture_output=True,
        env=asking._settings(), check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Traceback" not in done.stderr
