"""What is kept of the look, and that nothing else is."""

from pathlib import Path

from ui import theme
from ui.places.look_settings import IDLE_MINUTES, LookSettings
from ui.theme import DiscreetType, ThemeName


def test_the_look_comes_back_at_the_next_start(tmp_path: Path) -> None:
    kept = LookSettings(tmp_path / "look.ini")
    kept.put_on()
    theme.current().choose(ThemeName.DARK)
    theme.current().scale_text(1.5)
    kept.set_idle_minutes(5)
    theme.current().choose(ThemeName.LIGHT)
    theme.current().choose(ThemeName.DARK)
    kept.let_go()
    theme.current().choose(ThemeName.LIGHT)
    theme.current().scale_text(1.0)

    again = LookSettings(tmp_path / "look.ini")
    again.put_on()

    assert theme.current().name is ThemeName.DARK
    assert theme.current().scale == 1.5
    assert again.idle_minutes == 5
    again.let_go()


def test_a_discreet_screen_comes_back_discreet_and_leaves_to_what_was_chosen(
    tmp_path: Path,
) -> None:
    kept = LookSettings(tmp_path / "look.ini")
    kept.put_on()
    theme.current().scale_text(1.3)
    theme.current().be_discreet(on=True, type_size=DiscreetType.LARGE)
    kept.let_go()
    theme.current().be_discreet(on=False, type_size=DiscreetType.TINY)
    theme.current().scale_text(1.0)

    again = LookSettings(tmp_path / "look.ini")
    again.put_on()

    assert theme.current().is_discreet
    assert theme.current().discreet_type is DiscreetType.LARGE
    theme.current().be_discreet(on=False)
    assert theme.current().scale == 1.3
    again.put_back()
    assert theme.current().discreet_type is DiscreetType.TINY
    again.let_go()


def test_only_six_values_are_ever_written(tmp_path: Path) -> None:
    kept = LookSettings(tmp_path / "look.ini")
    kept.put_on()
    theme.current().scale_text(1.2)
    kept.set_idle_minutes(15)
    kept.let_go()

    lines = (tmp_path / "look.ini").read_text("utf-8").split()
    assert sorted(line.split("=")[0] for line in lines if "=" in line) == [
        "caret", "discreet", "discreet_type", "idle_minutes", "text_percent", "theme",
    ]  # fmt: skip


def test_nonsense_in_the_file_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "look.ini").write_text(
        "[look]\ntheme=purple\ntext_percent=huge\n[lock]\nidle_minutes=0\n", "utf-8"
    )

    kept = LookSettings(tmp_path / "look.ini")
    kept.put_on()

    assert theme.current().name is ThemeName.AUTOMATIC
    assert theme.current().scale == 1.0
    assert kept.idle_minutes == IDLE_MINUTES
    kept.let_go()
