"""Words on lines that are not all found within a frame: shown at once, and where they belong when the hand rests."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from editor.canvas import ahead
from editor.canvas.view import Canvas
from editor.drawing.maker import DrawingMaker
from editor.drawing.shapes import Sketch
from editor.drawing.theme import LIGHT
from editor.geometry import Rect
from editor.model import commands
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import load_vocabulary
from editor.text.fixed import FixedMeasurer

VOCABULARY = load_vocabulary(Path(__file__).parents[2] / "resources" / "vocabulary.toml")


def test_they_are_found_when_the_hand_rests(qtbot: QtBot, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(ahead, "WORD_S", 0.0)
    nodes = [Node(f"n{at}", f"Box {at}", box=Rect(at % 8 * 150, at // 8 * 80, 120, 60), order=at) for at in range(40)]
    edges = [Edge(f"e{at}", f"n{at}", f"n{(at * 11 + 5) % 40}", name="samråder med", order=at) for at in range(40)]
    document = Document(nodes, edges)
    canvas = Canvas(document, VOCABULARY, FixedMeasurer(), LIGHT, "sv")
    qtbot.addWidget(canvas)
    canvas.resize(900, 600)
    canvas.show()
    qtbot.waitExposed(canvas)
    qtbot.waitUntil(lambda: not canvas.scene.is_stale and not canvas.scene.words_wait)
    commands.move_by(document, [f"n{at}" for at in range(0, 40, 3)], 37.0, 21.0, "move")
    assert canvas.scene.words_wait
    canvas.viewport().repaint()
    assert all(canvas.scene.block(id) is not None for id in document.edges)
    qtbot.waitUntil(lambda: not canvas.scene.is_stale and not canvas.scene.words_wait)
    anew = DrawingMaker(document, VOCABULARY, LIGHT, FixedMeasurer(), "sv")
    shown = {block.record: block for block in canvas.scene.blocks()}
    assert shown == {id: anew.block(id, "far" if isinstance(it, Sketch) else "seen") for id, it in shown.items()}
    canvas.shutdown()
