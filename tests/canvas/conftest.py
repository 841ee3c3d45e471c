"""A small chart on a canvas that is shown."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from editor.canvas.view import Canvas
from editor.drawing import theme
from editor.geometry import Rect
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Vocabulary
from editor.text.fixed import FixedMeasurer


@pytest.fixture
def grouped() -> Document:
    """A group with two boxes, and a box outside it that leads one of them."""
    nodes = [
        Node("g", "Förvaltningen", box=Rect(0, 0, 500, 200), is_group=True, order=0),
        Node("a", "Kontoret", group="g", box=Rect(40, 60, 184, 48), order=1),
        Node("b", "Staben", group="g", box=Rect(260, 60, 184, 48), order=2),
        Node("c", "Nämnden", box=Rect(700, 500, 184, 48), order=3),
    ]
    return Document(nodes, [Edge("ca", "c", "a", order=0)])


@pytest.fixture
def chart(grouped: Document, qtbot: QtBot) -> Iterator[Canvas]:
    canvas = Canvas(grouped, Vocabulary(), FixedMeasurer(), theme.LIGHT, "sv")
    qtbot.addWidget(canvas)
    canvas.resize(1100, 800)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.set_zoom(1.0)
    canvas.camera.left, canvas.camera.top = -50, -50
    canvas.sharpen()
    canvas.setFocus()
    yield canvas
    canvas.shutdown()
