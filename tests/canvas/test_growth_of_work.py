"""What a large paste costs grows with what is pasted, and with nothing else."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from editor.canvas.view import Canvas
from editor.drawing.theme import LIGHT
from editor.geometry import Rect
from editor.model.document import Document
from editor.model.excerpts import Arriving
from editor.model.records import Edge, Node
from editor.model.vocabulary import Vocabulary
from editor.text.fixed import FixedMeasurer

Calls = Callable[[Callable[[], object]], int]
ROW, REPORTS = 40, 6


def chart(count: int) -> Document:
    """A tree of so many boxes in rows. Nothing is written on its lines: spots of words are looked for by the clock."""
    nodes = [
        Node(f"n{at}", f"Enhet {at}", box=Rect(at % ROW * 220.0, at // ROW * 120.0, 180.0, 60.0), order=float(at))
        for at in range(count)
    ]
    edges = [Edge(f"e{at}", f"n{at // REPORTS}", f"n{at}", order=float(at)) for at in range(1, count)]
    return Document(nodes, edges)


def pasted(qtbot: QtBot, count: int, into: int, calls: Calls) -> int:
    """The calls it takes to paste so many boxes into a chart of so many, to draw all of them, and to undo that."""
    document = chart(into)
    canvas = Canvas(document, Vocabulary(), FixedMeasurer(), LIGHT, "sv")
    qtbot.addWidget(canvas)
    canvas.resize(800, 600)
    arriving = Arriving(document, chart(count), (0.0, 1e5))

    def paste() -> None:
        with document.transaction("paste") as step:
            arriving.put(step)
        canvas.scene.refresh(Rect(0.0, 1e5, 800.0, 600.0))
        canvas.scene.refresh()
        document.undo()
        canvas.scene.refresh()

    found = calls(paste)
    assert not canvas.scene.is_stale and len(document.nodes) == into
    canvas.shutdown()
    return found


def test_twice_as_many_boxes_are_pasted_in_about_twice_as_many_calls(qtbot: QtBot, calls: Calls) -> None:
    assert pasted(qtbot, 1600, 200, calls) < 2.4 * pasted(qtbot, 800, 200, calls)


def test_a_paste_costs_about_the_same_in_a_small_and_a_large_chart(qtbot: QtBot, calls: Calls) -> None:
    assert pasted(qtbot, 400, 1600, calls) < 1.3 * pasted(qtbot, 400, 400, calls)


def test_a_frame_of_a_drag_costs_what_is_dragged_not_what_there_is(qtbot: QtBot, calls: Calls) -> None:
    def dragged(count: int) -> int:
        document = chart(count)
        canvas = Canvas(document, Vocabulary(), FixedMeasurer(), LIGHT, "sv")
        qtbot.addWidget(canvas)
        boxes = [f"n{at}" for at in range(count // 2, count // 2 + 100)]

        def frame() -> None:
            with document.transaction("drag") as step:
                for id in boxes:
                    box = document.nodes[id].box
                    assert box is not None
                    step.update(id, box=box.moved(4.0, 0.0))
            canvas.scene.refresh(Rect(0.0, 0.0, 800.0, 600.0))

        frame()
        found = calls(frame)
        canvas.shutdown()
        return found

    assert dragged(1600) < 1.5 * dragged(400)
