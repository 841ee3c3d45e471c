"""Frames of the canvas with 10,000 boxes in it, and a move and an undo until they are shown."""

from collections.abc import Callable

from measuring import Row, row, seconds
from organisations import organisation
from PySide6.QtWidgets import QApplication

from editor.canvas.view import Canvas
from editor.drawing.theme import LIGHT
from editor.geometry import Point
from editor.model import commands
from editor.model.document import Document
from editor.model.vocabulary import load_vocabulary
from editor.storage.packaged import resources_dir
from editor.text.qt import QtMeasurer, register_fonts
from editor.tools.events import PointerEvent

COUNT = 10000
FRAMES = 60
SIZE_PX = (1920, 1080)
ZOOM_STEP = 1.12


def screen_rows() -> list[Row]:
    """Every frame is painted at once, so the time is that of the work and not of waiting for the screen."""
    application = QApplication.instance() or QApplication(["bench"])
    register_fonts()
    document = organisation(COUNT)
    canvas = Canvas(document, load_vocabulary(resources_dir() / "vocabulary.toml"), QtMeasurer(), LIGHT, "sv")
    canvas.resize(*SIZE_PX)
    canvas.show()
    application.processEvents()
    canvas.fit()
    rows = _rows(canvas, document)
    canvas.shutdown()
    canvas.close()
    return rows


def _rows(canvas: Canvas, document: Document) -> list[Row]:
    middle = Point(SIZE_PX[0] / 2, SIZE_PX[1] / 2)
    steps = [ZOOM_STEP] * (FRAMES // 2) + [1 / ZOOM_STEP] * (FRAMES // 2)

    def zoom() -> None:
        canvas.zoom_at(middle, canvas.zoom * steps[0])
        steps.append(steps.pop(0))

    whole = _frames(canvas, lambda: canvas.scroll_by(7.0, 3.0))
    zooming = _frames(canvas, zoom)
    canvas.set_zoom(1.0)
    near = _frames(canvas, lambda: canvas.scroll_by(7.0, 3.0))
    many = [f"n{number}" for number in range(0, 300 * 7, 7)]
    named = {
        "frame, panning the whole chart": whole,
        "frame, zooming": zooming,
        "frame, panning at 1:1": near,
        "move, shown": _frames(canvas, lambda: commands.move_by(document, ["n7"], 8.0, 0.0, "move")),
        "move of 300, shown": _frames(canvas, lambda: commands.move_by(document, many, 8.0, 0.0, "move")),
        "drag of 300, shown": _dragged(canvas, many),
        "rename, shown": _frames(
            canvas, lambda: commands.rename(document, "n7", f"Namn {document.nodes['n7'].name}"[:40], "rename")
        ),
        "re-parent, shown": _frames(canvas, _reparenting(document)),
        "undo, shown": _frames(canvas, lambda: document.undo()),
    }
    return [row(name, COUNT, times) for name, times in named.items()]


def _frames(canvas: Canvas, change: Callable[[], object]) -> list[float]:
    def frame() -> None:
        change()
        canvas.viewport().repaint()

    frame()
    return [seconds(frame) for _ in range(FRAMES)]


def _dragged(canvas: Canvas, ids: list[str]) -> list[float]:
    """As a hand does it: pressed on the first of them, moved for every frame, and taken back."""
    canvas.select(ids)
    box = canvas.editor.document.nodes[ids[0]].box
    assert box is not None
    at = [box.centre]

    def event() -> PointerEvent:
        return PointerEvent(at[0], canvas.camera.to_view(at[0]), "left", scale=canvas.zoom)

    def drag() -> None:
        at[0] = at[0].moved(8.0, 3.0)
        canvas.machine.move(event())

    canvas.machine.press(event())
    times = _frames(canvas, drag)
    canvas.settle()
    canvas.select([])
    return times


def _reparenting(document: Document) -> Callable[[], object]:
    """Hang a leaf under one manager and the other by turns."""
    vocabulary = load_vocabulary(resources_dir() / "vocabulary.toml")
    leaf, parents = f"n{COUNT - 1}", ["n3", "n4"]

    def reparent() -> None:
        parents.reverse()
        commands.reparent(document, vocabulary, leaf, parents[0], "re-parent")

    return reparent
