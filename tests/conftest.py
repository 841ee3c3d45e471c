"""What holds for every test: no display, settings of their own, and no time limit for what hypothesis tries."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("ledgraf", deadline=None)
settings.load_profile("ledgraf")


@pytest.fixture(scope="session", autouse=True)
def one_application(qapp: QApplication) -> QApplication:
    """Made before any test: the command line would else make one that no widget can live in, and Qt allows only one."""
    return qapp


@pytest.fixture
def calls() -> Callable[[Callable[[], object]], int]:
    """How many calls some work takes: tells how it grows, the same on every machine, as no time would."""

    def count(work: Callable[[], object]) -> int:
        found = 0

        def note(_frame: object, event: str, _what: object) -> None:
            nonlocal found
            found += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(note)
        try:
            work()
        finally:
            sys.setprofile(before)
        return found

    return count


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the settings of whoever runs it."""
    folder = tmp_path_factory.mktemp("config")
    monkeypatch.setenv("LEDGRAF_CONFIG_DIR", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_window_left(one_application: QApplication) -> Iterator[None]:
    """A window left over from a test would be laid out again at every change of style in the tests after it."""
    yield
    for widget in one_application.topLevelWidgets():
        if widget.parent() is None:
            widget.deleteLater()
    one_application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A log line that the test didn't ask for (with `caplog.clear()` after looking at it) fails it."""
    yield
    lines = [record.getMessage() for record in caplog.get_records("call") if record.levelname != "DEBUG"]
    assert not lines, f"unexpected log lines: {lines}"
