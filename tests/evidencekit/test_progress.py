from evidencekit.progress import quiet, stage


def test_quiet_progress_takes_no_notice_and_never_stops() -> None:
    for done in range(3):
        quiet(done, 3)


def test_stages_of_one_work_make_one_whole() -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, of: int) -> None:
        told.append((done, of))

    for number in range(2):
        stage(tell, number, 2)(1, 2)
        stage(tell, number, 2)(2, 2)
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
