"""What every test may use: no display needed, a cheap cost for keys, a clock and ids that count."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import settings

from evidencekit.clock import SetClock
from evidencekit.crypto.passphrase import stretch
from evidencekit.ids import SeededIds

settings.register_profile("house", max_examples=25, deadline=None, print_blob=True)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def stretched_once() -> Iterator[None]:
    """Stretch each passphrase with each salt once a run: the same in gives the same out."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("evidencekit.crypto.wrapping.stretch", cache(stretch))
        yield


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2012, 11, 19, 9, 0, tzinfo=UTC))


@pytest.fixture
def ids() -> SeededIds:
    return SeededIds("test")
