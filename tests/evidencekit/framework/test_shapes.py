from dataclasses import dataclass
from enum import Enum

import pytest

from evidencekit.framework.shapes import Misfit, shaped


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, kw_only=True)
class Wheel:
    id: str
    spokes: int


@dataclass(frozen=True, kw_only=True)
class Cart:
    id: str
    colour: Colour
    wheels: tuple[Wheel, ...] = ()
    names: tuple[str, ...] = ()
    horse: Wheel | None = None
    fast: bool = False
    maker: str = ""


def test_a_table_becomes_its_value() -> None:
    cart = shaped(
        Cart,
        {"id": "a", "colour": "red", "wheels": [{"id": "w", "spokes": 8}], "names": ["b", "c"]},
        (),
    )

    wheel = Wheel(id="w", spokes=8)
    assert cart == Cart(id="a", colour=Colour.RED, wheels=(wheel,), names=("b", "c"))


def test_what_is_given_is_not_asked_of_the_table() -> None:
    assert shaped(Cart, {"colour": "red"}, (), id="given").id == "given"
    with pytest.raises(Misfit):
        shaped(Cart, {"colour": "red", "id": "b"}, (), id="given")


@pytest.mark.parametrize(
    ("change", "path", "why"),
    [
        ({"clour": "red"}, ("clour",), "the key clour is not known here; did you mean colour"),
        ({"zzz": 1}, ("zzz",), "the key zzz is not known here"),
        ({"colour": "green"}, ("colour",), "colour must be one of red, blue"),
        ({"colour": 1}, ("colour",), "colour must be text in quotation marks"),
        ({"id": ""}, ("id",), "an id is letters, digits and hyphens"),
        ({"id": "a b"}, ("id",), "an id is letters, digits and hyphens"),
        ({"maker": "a\x07"}, ("maker",), "maker holds a control character"),
        ({"fast": "yes"}, ("fast",), "fast must be true or false"),
        ({"names": "b"}, ("names",), "names must be a list"),
        ({"names": ["b", 2]}, ("names", 1), "names must be text in quotation marks"),
        ({"horse": 3}, ("horse",), "horse must be a table"),
        ({"wheels": [{"id": "w"}]}, ("wheels", 0), "the key spokes is missing here"),
        (
            {"wheels": [{"id": "w", "spokes": True}]},
            ("wheels", 0, "spokes"),
            "spokes must be a whole number",
        ),
        (
            {"wheels": [{"id": "w", "spokes": 10_000}]},
            ("wheels", 0, "spokes"),
            "spokes must be between 0 and 9999",
        ),
    ],
)
def test_a_misfit_names_the_place_and_the_reason(
    change: dict[str, object], path: tuple[object, ...], why: str
) -> None:
    with pytest.raises(Misfit) as refusal:
        shaped(Cart, {"id": "a", "colour": "red", **change}, ())

    assert refusal.value.path == path
    assert refusal.value.why == why


def test_a_long_unknown_key_is_shortened() -> None:
    with pytest.raises(Misfit, match="is not known here") as refusal:
        shaped(Cart, {"k" * 500: 1}, ())

    assert len(refusal.value.why) < 100
