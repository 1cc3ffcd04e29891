from evidencekit.report.pdf.fonts import BEHIND, Face, letters, pair


def test_every_face_has_a_font_behind_it() -> None:
    assert set(BEHIND) == set(Face)
    for face in Face:
        assert pair(face).front.name == face.value
        assert pair(face) is pair(face)


def test_the_letters_of_many_tongues_can_be_drawn() -> None:
    names = "Nguyễn Thị Hạnh, Ọlá Ẹkún, Дмитро Шевченко, Ελένη, Łukasz, Zoë, Ṣọla, Ķ, ß, “…” ¶"
    assert set(names) <= letters()


def test_letters_beyond_the_first_plane_count_as_missing() -> None:
    assert "\U0001f467" not in letters()
    assert "م" not in letters()
