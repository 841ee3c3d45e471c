"""After a crash the window offers the unsaved work: restored with its undo steps, discarded, or left for later."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from editor.app import surroundings
from editor.storage.journal import CHANGES, Left, recovery_folder
from editor.ui.dialogs import asking
from editor.ui.start.unsaved import UnsavedWork
from editor.ui.surroundings import Surroundings
from editor.ui.window.main_window import MainWindow

Make = Callable[[str], Path]
DYING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from editor import app
from editor.model import commands

def work():
    (window,) = [widget for widget in app.QApplication.topLevelWidgets() if isinstance(widget, app.MainWindow)]
    if len(sys.argv) == 1:
        window.files.new()
        window.edits.add_box()
        window.chart.canvas.settle()
    else:
        for number in range(3):
            with window.chart.document.transaction(f"step {number}") as step:
                step.update("n0", name=f"name {number}")
        window.edits.undo()
    window._surroundings.recovery.settle()
    print("ready", flush=True)

QTimer.singleShot(0, work)
app.run([Path(name) for name in sys.argv[1:]])
"""


def killed(*files: Path) -> None:
    """Run the program on these files, work in it, and kill it without a word."""
    command = [sys.executable, "-c", DYING, *map(str, files)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as dying:
        assert dying.stdout is not None and dying.stdout.readline() == "ready\n"
        dying.kill()


def offered(window: MainWindow) -> list[Left]:
    window.recovering.look()
    return window.recovering.left


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
def test_after_a_kill_the_work_is_back_with_its_undo_steps(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    path = new_file("a.graphml")
    killed(path)
    (left,) = offered(window)
    section = window.findChild(UnsavedWork)
    assert section is not None
    (restore,) = [made for made in section.findChildren(QPushButton) if made.text() == "Återställ"]
    assert "a.graphml" in restore.accessibleName() and "4 ändringar" in window.recovering.about(left)
    restore.click()
    assert window.chart is not None and window.chart.session.path == path
    document = window.chart.document
    assert document.nodes["n0"].name == "name 1" and not window.chart.session.is_saved
    assert (document.history.undo_name, document.history.redo_name) == ("step 1", "step 2")
    window.edits.redo()
    assert window.files.save() and b"name 2" in path.read_bytes() and not dialogs.clashes_asked
    assert offered(window) == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
def test_a_chart_that_never_had_a_file_is_back_too(window: MainWindow) -> None:
    killed()
    (left,) = offered(window)
    assert window.recovering.restore(left)
    assert window.chart is not None and window.chart.session.path is None
    assert len(window.chart.document.nodes) == 1 and not window.chart.session.is_saved


def crashed(new_file: Make, *names: str, path: Path | None = None, undone: int = 0) -> Path:
    """What a run leaves that ended after these renamings, so many of them undone, made without a process."""
    path = path or new_file("a.graphml")
    given = surroundings()
    made = MainWindow(given)
    assert made.files.open_path(path) and made.chart is not None
    for name in names:
        with made.chart.document.transaction(name) as step:
            step.update("n0", name=name)
    for _ in range(undone):
        made.chart.document.undo()
    given.recovery.settle()
    journal = made.chart.session.journal
    assert journal is not None
    made.chart.session.journal = None
    made.chart.document.unlisten(journal._hear)
    made.chart.document.history.unlisten(journal._note_step)
    journal._lock.release()
    made.chart.document.history.mark_saved()
    made.close()
    made.deleteLater()
    return path


def folder() -> Path:
    (found,) = (path for path in recovery_folder().iterdir() if (path / CHANGES).exists())
    return found


def test_closing_and_saving_leave_nothing(window: MainWindow, shared: Surroundings, new_file: Make) -> None:
    window.files.open_path(new_file("a.graphml"))
    window.edits.select_all()
    window.edits.delete()
    window.files.save()
    window.close_current()
    shared.recovery.settle()
    assert not list(recovery_folder().iterdir())


def test_a_restored_document_that_crashes_again_is_offered_again(window: MainWindow, new_file: Make) -> None:
    crashed(new_file, "ett")
    (left,) = offered(window)
    window.recovering.restore(left)
    assert window.chart is not None
    with window.chart.document.transaction("två") as step:
        step.update("n0", name="två")
    window._surroundings.recovery.settle()
    lock = window.chart.session.journal
    assert lock is not None
    lock._lock.release()
    (left,) = offered(window)
    assert left.steps == 2
    left.release()


def test_put_off_it_is_offered_at_the_next_start(window: MainWindow, new_file: Make) -> None:
    crashed(new_file, "ett")
    (left,) = offered(window)
    window.recovering.put_off(left)
    assert window.recovering.left == [] and window.findChild(UnsavedWork) is None
    assert len(offered(window)) == 1


@pytest.mark.parametrize("answer", [True, False])
def test_it_is_thrown_away_only_after_a_yes(
    window: MainWindow, new_file: Make, answer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed(new_file, "ett")
    (left,) = offered(window)
    monkeypatch.setattr(asking, "ask_to_discard", lambda *_: answer)
    window.recovering.discard(left)
    assert left.folder.exists() != answer and (window.recovering.left == []) == answer


def test_over_a_chart_a_line_leads_to_it(window: MainWindow, new_file: Make) -> None:
    crashed(new_file, "ett")
    window.files.open_path(new_file("b.graphml"))
    offered(window)
    assert window.notices.isVisible() and "osparat arbete" in window.notices.text
    window.notices.buttons[0].click()
    assert window.chart is None and window.findChild(UnsavedWork) is not None


def test_what_is_damaged_is_said_and_the_rest_restored(window: MainWindow, new_file: Make) -> None:
    crashed(new_file, "ett", "två", "tre")
    changes = folder() / CHANGES
    changes.write_bytes(changes.read_bytes().replace(b'"name":"tv\xc3\xa5"', b'"name":"tv'))
    (left,) = offered(window)
    assert "skadat" in window.recovering.about(left)
    assert window.recovering.restore(left) and window.chart is not None
    assert window.chart.document.nodes["n0"].name == "ett" and not window.chart.session.is_saved
    assert "skadat" in window.chart.notices.text and window.chart.notices.isVisible()


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_beginning_that_is_gone_is_said_and_nothing_is_removed(
    window: MainWindow,
    dialogs,  # type: ignore[no-untyped-def]
    new_file: Make,
    lang: str,
) -> None:
    crashed(new_file, "ett")
    (folder() / "base.graphml").write_bytes(b"")
    window.program.choose_language(lang)
    (left,) = offered(window)
    assert not window.recovering.restore(left)
    ((headline, error),) = dialogs.errors
    assert "a.graphml" in headline and error.where == str(left.folder)
    assert left.folder.exists() and window.recovering.left == [left]


def test_a_file_that_has_changed_since_is_not_written_over(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    path = crashed(new_file, "ett")
    path.write_bytes(path.read_bytes().replace(b"Stab", b"Kansli"))
    (left,) = offered(window)
    window.recovering.restore(left)
    assert not window.files.save() and dialogs.clashes_asked == ["a.graphml"]
    assert b"Kansli" in path.read_bytes()


def test_a_file_that_is_gone_is_saved_anew(window: MainWindow, new_file: Make) -> None:
    path = crashed(new_file, "ett")
    path.unlink()
    (left,) = offered(window)
    window.recovering.restore(left)
    assert window.files.save() and b"ett" in path.read_bytes()


def test_beside_a_tab_with_changes_it_is_a_chart_of_its_own(window: MainWindow, new_file: Make) -> None:
    path = crashed(new_file, "ett")
    window.files.open_path(path)
    (left,) = offered(window)
    assert window.chart is not None
    with window.chart.document.transaction("x") as step:
        step.update("n1", name="x")
    window.recovering.restore(left)
    assert [chart.session.path for chart in window.charts] == [path, None]


def test_in_place_of_a_tab_without_changes(window: MainWindow, new_file: Make) -> None:
    path = crashed(new_file, "ett")
    window.files.open_path(path)
    (left,) = offered(window)
    window.recovering.restore(left)
    (chart,) = window.charts
    assert chart.session.path == path and chart.document.nodes["n0"].name == "ett"


def test_a_disk_that_fills_is_said_once(window: MainWindow, new_file: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    window.files.open_path(new_file("a.graphml"))
    assert window.chart is not None

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        for name in ("ett", "två"):
            with window.chart.document.transaction(name) as step:
                step.update("n0", name=name)
            window._surroundings.recovery.settle()
    assert "Spara ofta" in window.chart.notices.text


@pytest.mark.parametrize(
    ("names", "undone"), [(("Annat", "Ledning"), 0), (("Annat", "Tredje"), 2), (("Ett", "Två", "Ett"), 3)]
)
def test_changes_that_undo_each_other_are_not_offered(
    window: MainWindow, new_file: Make, names: tuple[str, ...], undone: int
) -> None:
    crashed(new_file, *names, undone=undone)
    assert offered(window) == [] and not list(recovery_folder().iterdir())


@pytest.mark.parametrize(("names", "undone"), [(("Ledning", "Annat"), 0), (("Annat", "Tredje"), 1)])
def test_what_is_left_of_changes_that_were_undone_in_part_is_offered(
    window: MainWindow, new_file: Make, names: tuple[str, ...], undone: int
) -> None:
    crashed(new_file, *names, undone=undone)
    assert len(offered(window)) == 1
