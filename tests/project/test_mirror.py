"""Every module has its own test, and the tree keeps its shape."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("evidencekit", "ui")


def modules() -> list[str]:
    found = [
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in sorted((ROOT / package).rglob("*.py"))
    ]
    return [name for name in found if not name.endswith(("__init__.py", "__main__.py"))]


def mirrored(module: str) -> list[Path]:
    """Give where a module's test may be: its own, or for a part of a screen that of the screen."""
    path = ROOT / "tests" / module
    own = path.with_name(f"test_{path.name}")
    if not module.startswith("ui/places/"):
        return [own]
    words = path.stem.split("_")
    return [own, *(path.with_name(f"test_{'_'.join(words[:n])}.py") for n in range(1, len(words)))]


@pytest.mark.parametrize("module", modules(), ids=str)
def test_every_module_has_its_own_test(module: str) -> None:
    assert any(path.exists() for path in mirrored(module))


def test_the_packaging_folder_never_hides_the_packaging_library() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


# Words for people, read one class at a time, may fill a longer file than code.
CODE = [name for name in modules() if not name.startswith("evidencekit/errors/")]


@pytest.mark.parametrize("module", CODE, ids=str)
def test_no_module_grows_beyond_one_screenful_of_scrolling(module: str) -> None:
    assert (ROOT / module).read_text("utf-8").count("\n") <= 320
