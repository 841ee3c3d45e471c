"""Runs one story in the real program on a real X display: pointer and keys come from xdotool, as a user's would.

Started by the tests as `python stage.py STORY FILE TARGET`. A story is a generator of conditions to wait for; a timer
carries it on, also while a dialog waits. The exit code is 0 when the story came to its end.
"""

import functools
import shlex
import subprocess
import sys
import traceback
from collections.abc import Callable, Generator
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from editor import app
from editor.canvas.view import Canvas
from editor.ui.dialogs.export import ExportDialog
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.main_window import MainWindow

sys.path.insert(0, str(Path(__file__).parent))
import building
from keyboard import Keys

Condition = Callable[[], object]
Story = Generator[Condition, None, None]
PATIENCE_MS = 20_000
STEP_MS = 15
BY = (37, 46)


@functools.cache
def _hand() -> subprocess.Popen[str]:
    """One that reads what to do line by line: to start another for every key takes most of a story's time."""
    return subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, text=True)


def xdotool(*words: object) -> None:
    hand = _hand()
    assert hand.stdin is not None and hand.poll() is None
    hand.stdin.write(shlex.join(map(str, words)) + "\n")
    hand.stdin.flush()


def shown(kind: type[QWidget]) -> QWidget | None:
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()), None)


def in_front(kind: type[QWidget]) -> bool:
    """Whether such a window has the keys; there is no window manager here that would give them to a new one."""
    found = shown(kind)
    if found is not None and not found.isActiveWindow():
        found.activateWindow()
    return found is not None and found.isActiveWindow()


def chart() -> ChartPage | None:
    window = shown(MainWindow)
    return window.chart if isinstance(window, MainWindow) else None


class Stage(QObject):
    """Carries a story on whenever the condition it waits for holds."""

    def __init__(self, story: Story) -> None:
        super().__init__()
        self._story = story
        self._waits: Condition = lambda: True
        self._waited_ms = 0
        self._clock = QTimer(self, interval=STEP_MS)
        self._clock.timeout.connect(self._go_on)
        self._clock.start()
        self.is_over = False

    def _go_on(self) -> None:
        self._waited_ms += STEP_MS
        try:
            if self._waits():
                self._waited_ms = 0
                self._waits = next(self._story)
            elif self._waited_ms > PATIENCE_MS:
                raise TimeoutError(f"waited in vain {' ← '.join(_where(self._story))}")
        except StopIteration:
            self.is_over = True
            self._clock.stop()
            QTimer.singleShot(PATIENCE_MS, self, lambda: QApplication.exit(5))
        except BaseException:
            traceback.print_exc()
            QApplication.exit(3)


def _where(story: Story) -> list[str]:
    """The line that a story stands in, and those of the stories inside it; and who has the keys."""
    focus = QApplication.focusWidget()
    places = [f"with the keys in {type(focus).__name__} {focus.accessibleName() if focus is not None else ''}"]
    inner: object = story
    while isinstance(inner, Generator) and inner.gi_frame is not None:
        places.insert(0, f"{Path(inner.gi_frame.f_code.co_filename).name}:{inner.gi_frame.f_lineno}")
        inner = inner.gi_yieldfrom
    page = chart()
    if page is not None:
        nodes, chosen = page.document.nodes, page.canvas.selection()
        places.append(f"{[nodes[id].name if id in nodes else id for id in chosen]} selected among")
        places.append(str([node.name for node in nodes.values()]))
    return places


def drag(canvas: Canvas, id: str) -> Story:
    """Move a box with the left button, in a few steps as a hand does."""
    start = canvas.screen_rect(id).center()
    xdotool("mousemove", start.x(), start.y(), "mousedown", 1)
    yield lambda: True
    for part in (1, 2, 3, 4):
        at = start + QPoint(BY[0] * part // 4, BY[1] * part // 4)
        xdotool("mousemove", at.x(), at.y())
        yield lambda: True
    xdotool("mouseup", 1)


def type_path(path: Path) -> Story:
    """Answer the file dialog."""
    yield lambda: in_front(QFileDialog)
    dialog = shown(QFileDialog)
    assert dialog is not None
    field = dialog.findChild(QLineEdit)
    yield lambda: isinstance(field, QLineEdit) and field.hasFocus()
    xdotool("key", "ctrl+a")
    xdotool("type", "--delay", 8, str(path))
    yield lambda: isinstance(field, QLineEdit) and field.text() == str(path)
    xdotool("key", "Return")


def report(_path: Path, target: Path) -> Story:
    """Move three boxes, lay out, undo, save, put the picture into a report."""
    yield lambda: in_front(MainWindow) and (page := chart()) is not None and page.canvas.hasFocus()
    page = chart()
    assert page is not None
    document, history = page.document, page.document.history
    for count, id in enumerate(("n1", "n2", "n3"), start=1):
        yield from drag(page.canvas, id)
        yield lambda count=count: len(history.done) == count and not document.in_transaction
    moved = dict(document.nodes)
    xdotool("key", "ctrl+l")
    yield lambda: len(history.done) == 4
    assert dict(document.nodes) != moved
    xdotool("key", "ctrl+z")
    yield lambda: dict(document.nodes) == moved
    assert not page.session.is_saved
    xdotool("key", "ctrl+s")
    yield lambda: page.session.is_saved
    xdotool("key", "ctrl+e")
    yield lambda: in_front(ExportDialog)
    xdotool("key", "Return")
    yield from type_path(target)
    yield lambda: shown(ExportDialog) is None and target.is_file()
    yield lambda: in_front(MainWindow)
    xdotool("key", "ctrl+q")


def first_chart(_path: Path, target: Path) -> Story:
    """From the start page: a new chart, a box by its key, its name typed, another under it, saved under a name."""
    yield lambda: in_front(MainWindow)
    xdotool("key", "ctrl+n")
    yield lambda: (page := chart()) is not None and page.canvas.hasFocus()
    page = chart()
    assert page is not None
    nodes = page.document.nodes
    xdotool("key", "b")
    yield lambda: len(nodes) == 1 and not page.canvas.hasFocus()
    xdotool("key", "ctrl+a")
    xdotool("type", "--delay", 8, "Ledning")
    xdotool("key", "Return")
    yield lambda: [node.name for node in nodes.values()] == ["Ledning"] and page.canvas.hasFocus()
    xdotool("key", "ctrl+Return")
    yield lambda: len(nodes) == 2 and not page.canvas.hasFocus()
    xdotool("key", "ctrl+a")
    xdotool("type", "--delay", 8, "Stab")
    xdotool("key", "Return")
    yield lambda: sorted(node.name for node in nodes.values()) == ["Ledning", "Stab"]
    xdotool("key", "ctrl+s")
    yield from type_path(target)
    yield lambda: page.session.is_saved and target.is_file()
    yield lambda: in_front(MainWindow)
    xdotool("key", "ctrl+q")


def built(how: Callable[[Keys], Story]) -> Callable[[Path, Path], Story]:
    """A chart from nothing with the keys alone, saved; what it took a person is written beside it."""

    def story(_path: Path, target: Path) -> Story:
        yield lambda: in_front(MainWindow)
        xdotool("key", "ctrl+n")
        yield lambda: (page := chart()) is not None and page.canvas.hasFocus()
        page = chart()
        assert page is not None
        keys = Keys(xdotool, page)
        yield from how(keys)
        xdotool("key", "ctrl+s")
        yield from type_path(target)
        yield lambda: page.session.is_saved and target.is_file()
        target.with_suffix(".effort").write_text(f"{keys.struck} {keys.thoughts} {keys.minutes:.1f}")
        yield lambda: in_front(MainWindow)
        xdotool("key", "ctrl+q")

    return story


def main() -> int:
    story, path, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    app.application()
    stories = {
        "report": report,
        "first_chart": first_chart,
        "shared_leadership": built(building.shared_leadership),
        "merger": built(building.merger),
    }
    stage = Stage(stories[story](path, target))
    code = app.run([path] if path.exists() else [])
    _hand().terminate()
    return code if stage.is_over else code or 4


if __name__ == "__main__":
    sys.exit(main())
