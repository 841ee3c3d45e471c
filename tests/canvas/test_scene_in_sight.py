"""What is out of sight is redrawn later; whatever was done meanwhile, nothing in sight is ever old."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from editor.canvas.scene import Scene
from editor.canvas.view import Canvas
from editor.drawing.maker import DrawingMaker
from editor.drawing.shapes import Block, Sketch
from editor.drawing.theme import LIGHT
from editor.geometry import Point, Rect
from editor.model import commands
from editor.model.document import Document
from editor.model.records import Edge, Label, Node
from editor.model.vocabulary import load_vocabulary
from editor.text.fixed import FixedMeasurer

VOCABULARY = load_vocabulary(Path(__file__).parents[2] / "resources" / "vocabulary.toml")
SIDE = 12
SIGHT = Rect(0, 0, 700, 500)
EVERYWHERE = Rect(-1e6, -1e6, 2e6, 2e6)


class Unpainted:
    """Batches that paint nothing."""

    def set_block(self, id: str, block: Block, z: float) -> None: ...

    def remove(self, id: str) -> None: ...

    def paint(self, painter: object, area: Rect, scale: float) -> None: ...


class Looked(Unpainted):
    """Batches as a screen has them that has been looked at from near: of a sketch the whole is asked for once."""

    def __init__(self, near: Callable[[str], Block | None]) -> None:
        self._near = near
        self.seen: dict[str, Block | None] = {}
        self._sketches: dict[str, Block] = {}

    def set_block(self, id: str, block: Block, z: float) -> None:
        self.seen.pop(id, None)
        self._sketches.pop(id, None)
        if isinstance(block, Sketch):
            self._sketches[id] = block
        else:
            self.seen[id] = block

    def remove(self, id: str) -> None:
        self.seen.pop(id, None)
        self._sketches.pop(id, None)

    def look(self, area: Rect) -> None:
        for id, sketch in list(self._sketches.items()):
            if sketch.bounds.touches(area):
                self.seen[id] = self._near(id)
                del self._sketches[id]


def field() -> Document:
    """Boxes in rows, each hanging under one before it; some in a group, some with a label far from its box."""
    nodes = [Node("g", "Grupp", is_group=True, box=Rect(900, 900, 800, 400))]
    for at in range(SIDE * SIDE):
        labels = (Label("långt bort", Point(-1500, -1500)),) if at == 77 else ()
        box = Rect(at % SIDE * 250, at // SIDE * 150, 180, 60)
        nodes.append(
            Node(f"n{at}", f"Box {at}", box=box, group="g" if at in (50, 51) else None, labels=labels, order=at)
        )
    words = ("", "ansvarar för")
    edges = [Edge(f"e{at}", f"n{at // 3}", f"n{at}", name=words[at % 2]) for at in range(1, SIDE * SIDE)]
    return Document(nodes, edges)


NUMBERS = st.integers(0, SIDE * SIDE - 1)
STEPS = st.lists(
    st.tuples(st.sampled_from(["move", "name", "drop", "fold", "bend"]), NUMBERS, st.integers(-3000, 3000)), max_size=12
)


def step(document: Document, what: str, number: int, by: int) -> None:
    id, edge = f"n{number}", f"e{number}"
    if what == "fold":
        with document.transaction("fold") as write:
            write.update("g", folded=not document.nodes["g"].folded)
    elif what == "bend" and edge in document.edges:
        with document.transaction("bend") as write:
            write.update(edge, bends=(Point(by, by / 2),))
    elif id in document.nodes and what == "move":
        commands.move_by(document, [id], by, by / 3, "move")
    elif id in document.nodes and what == "name":
        commands.rename(document, id, f"Nytt {by}", "name")
    elif id in document.nodes and what == "drop":
        commands.delete(document, [id], "drop")


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_what_is_in_sight_is_as_if_drawn_anew(steps: list[tuple[str, int, int]]) -> None:
    document = field()
    maker = DrawingMaker(document, VOCABULARY, LIGHT, FixedMeasurer(), "sv")
    screen = Looked(maker.near)
    scene = Scene(document, maker, screen, lambda area: ())
    document.listen(scene.note)
    screen.look(SIGHT)
    for what, number, by in steps:
        step(document, what, number, by)
        scene.refresh(SIGHT)
        screen.look(SIGHT)
    anew = drawn_anew(document)
    for id in anew.keys() | screen.seen.keys():
        pair = screen.seen.get(id), anew.get(id)
        if any(block is not None and block.bounds.touches(SIGHT) for block in pair):
            assert pair[0] == pair[1]
    assert all(scene.shows(id) == (id in anew) for id in (*document.nodes, *document.edges))
    while scene.is_stale:
        scene.refresh(most=20)
    assert all(scene.shows(id) == (id in anew) for id in (*document.nodes, *document.edges))
    screen.look(EVERYWHERE)
    assert screen.seen == anew


def drawn_anew(document: Document) -> dict[str, Block]:
    fresh = DrawingMaker(document, VOCABULARY, LIGHT, FixedMeasurer(), "sv")
    return {id: block for id in fresh.ids_in_order() if (block := fresh.near(id)) is not None}


def test_a_move_of_many_redraws_only_those_in_sight() -> None:
    document = field()
    maker = DrawingMaker(document, VOCABULARY, LIGHT, FixedMeasurer(), "sv")
    scene = Scene(document, maker, Unpainted(), lambda area: ())
    document.listen(scene.note)
    commands.move_by(document, [f"n{at}" for at in range(SIDE * SIDE)], 8.0, 0.0, "move")
    at_once = len(scene.refresh(SIGHT))
    assert at_once and scene.is_stale
    assert len(scene.refresh()) > at_once and not scene.is_stale


def test_a_click_on_a_line_that_has_just_gone_hits_nothing(qtbot: QtBot) -> None:
    """Found by a random hand."""
    nodes = [Node("a", box=Rect(0, 0, 100, 40)), Node("b", box=Rect(0, 300, 100, 40))]
    document = Document(nodes, [Edge("ab", "a", "b")])
    canvas = Canvas(document, VOCABULARY, FixedMeasurer(), LIGHT, "sv")
    qtbot.addWidget(canvas)
    assert canvas.editor.hit(Point(50, 170), 1.0) == "ab"
    commands.delete(document, ["ab"], "delete")
    assert canvas.editor.hit(Point(50, 170), 1.0) is None
    canvas.shutdown()


def test_a_turn_ends_when_its_time_is_over_and_the_next_goes_on() -> None:
    document = field()
    maker = DrawingMaker(document, VOCABULARY, LIGHT, FixedMeasurer(), "sv")
    scene = Scene(document, maker, Unpainted(), lambda area: ())
    document.listen(scene.note)
    commands.move_by(document, [f"n{at}" for at in range(SIDE * SIDE)], 8.0, 0.0, "move")
    waiting = scene.stale_count
    scene.refresh(SIGHT, seconds=0.0)
    assert scene.stale_count == waiting - 1
    scene.refresh(seconds=3600.0)
    assert not scene.is_stale


def test_where_a_chart_ends_is_known_while_thousands_wait_to_be_drawn() -> None:
    document = field()
    scene = Scene(document, DrawingMaker(document, VOCABULARY, LIGHT, FixedMeasurer(), "sv"), Unpainted(), lambda _: ())
    document.listen(scene.note)
    with document.transaction("paste") as step:
        step.put(*(Node(f"new{at}", str(at), box=Rect(at * 200, 9000, 180, 60)) for at in range(1500)))
    bounds = scene.bounds()
    assert bounds is not None and bounds.right >= 1499 * 200 + 180 and bounds.bottom >= 9060
    with document.transaction("delete") as step:
        step.remove(*(f"new{at}" for at in range(1500)))
    scene.refresh()
    scene.page()
    after = scene.bounds()
    assert after is not None and after.bottom < 9000


def test_what_is_out_of_sight_and_the_page_follow_a_command_soon(qtbot: QtBot) -> None:
    document = field()
    canvas = Canvas(document, VOCABULARY, FixedMeasurer(), LIGHT, "sv")
    qtbot.addWidget(canvas)
    canvas.resize(600, 400)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.set_zoom(1.0)
    canvas.centre_on(Point(0, 0))
    canvas.viewport().repaint()
    page = canvas.content()
    commands.move_by(document, [f"n{SIDE * SIDE - 1}"], 4000.0, 0.0, "move")
    canvas.viewport().repaint()
    assert canvas.scene.is_stale
    qtbot.waitUntil(lambda: not canvas.scene.is_stale and canvas.content() != page)
    canvas.shutdown()
