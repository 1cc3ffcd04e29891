"""Every planned refusal, read as a person reads it."""

import importlib
import pkgutil
import string

import pytest

from evidencekit import errors
from evidencekit.errors.base import Damaged, Planned, Refused, Unavailable, every

for _module in pkgutil.iter_modules(errors.__path__, "evidencekit.errors."):
    importlib.import_module(_module.name)

REFUSALS = sorted(every(), key=lambda kind: kind.code)

# Words of programmers and of blame; product.md §7 and architecture.md §6.
JARGON = (
    "invalid", "please", "error occurred", "exception", "traceback", "null", "illegal", "abort",
    "fatal", "unexpected", "oops", "sorry", "failed to", "deserialize", "deserialise", "payload",
    "parse", "schema", "boolean", "integer overflow", "malformed", "corrupt",
)  # fmt: skip

SENTENCES = ("happened", "safe", "next_step")


def _fields(template: str) -> list[str | None]:
    return [name for _, name, _, _ in string.Formatter().parse(template) if name is not None]


def _ids(kind: type[Planned]) -> str:
    return f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}"


@pytest.fixture(params=REFUSALS, ids=_ids)
def refusal(request: pytest.FixtureRequest) -> type[Planned]:
    kind: type[Planned] = request.param
    return kind


def test_no_two_refusals_share_a_code() -> None:
    codes = [kind.code for kind in REFUSALS]
    assert len(codes) == len(set(codes))


def test_a_code_is_a_room_and_a_reason(refusal: type[Planned]) -> None:
    room, dot, reason = refusal.code.partition(".")
    assert dot
    for part in (room, reason):
        assert part
        assert not set(part) - set(string.ascii_lowercase + string.digits + "-")


def test_a_code_belongs_to_one_class_and_is_not_inherited(refusal: type[Planned]) -> None:
    assert "code" in vars(refusal)


@pytest.mark.parametrize("part", SENTENCES)
def test_every_sentence_ends_with_a_full_stop(refusal: type[Planned], part: str) -> None:
    sentence: str = getattr(refusal, part)
    assert sentence == sentence.strip()
    assert sentence.endswith(".")


@pytest.mark.parametrize("part", SENTENCES)
def test_no_sentence_speaks_jargon_or_blames(refusal: type[Planned], part: str) -> None:
    words = getattr(refusal, part).casefold()
    assert not [word for word in JARGON if word in words]
    assert "!" not in words


@pytest.mark.parametrize("part", SENTENCES)
def test_every_place_for_a_fact_is_named(refusal: type[Planned], part: str) -> None:
    for name in _fields(getattr(refusal, part)):
        assert name
        assert name.isidentifier()


def test_a_refusal_says_its_words_when_it_is_given_its_facts(refusal: type[Planned]) -> None:
    names = {name for part in SENTENCES for name in _fields(getattr(refusal, part)) if name}
    raised = refusal(**dict.fromkeys(names, "7"))
    assert "{" not in raised.words
    assert raised.words.count(".") >= 3
    assert str(raised) == f"{refusal.code}: {raised.words}"


def test_a_refusal_has_a_family_and_a_known_exit_status(refusal: type[Planned]) -> None:
    assert issubclass(refusal, Refused | Damaged | Unavailable)
    assert refusal.exit_status in (1, 2, 3, 4, 5)


def test_a_refusal_has_a_docstring_of_its_own(refusal: type[Planned]) -> None:
    assert (refusal.__doc__ or "").endswith(".")
    assert refusal.__doc__ is not refusal.__mro__[1].__doc__


def test_a_list_of_facts_is_read_out_with_commas() -> None:
    class TwoMissing(Refused):
        happened = "Missing: {names}."
        next_step = "Add {names}."

    raised = TwoMissing(names=("a", "b"))
    assert raised.what_happened == "Missing: a, b."
    assert raised.what_to_do == "Add a, b."
    assert raised.what_is_safe == "Nothing was changed."
    assert raised.facts == {"names": ("a", "b")}


def test_unavailable_means_not_possible_now() -> None:
    assert Unavailable.exit_status == 5
    assert Refused.exit_status == Damaged.exit_status == 4


def test_a_family_without_a_code_is_not_listed() -> None:
    assert not {Planned, Refused, Damaged, Unavailable} & set(REFUSALS)
    assert REFUSALS
