from evidencekit.progress import quiet


def test_quiet_progress_takes_no_notice_and_never_stops() -> None:
    for done in range(3):
        quiet(done, 3)
