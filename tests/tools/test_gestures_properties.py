"""Random gestures: nothing stays open, Escape brings rest, and undoing everything leads back to the start."""

import sys
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Relation, Vocabulary
from editor.tools.editor import CANCELLED

sys.path.insert(0, str(Path(__file__).parent))
from driver import EditorDriver

PLACES = st.integers(-1, 8).map(lambda number: number * 50.0)
HELD = st.sampled_from([(), ("shift",), ("alt",), ("ctrl",), ("space",)])
KEYS = st.sampled_from(["Escape", "Delete", "Left", "Down", "Up", "Tab", "Return", "F2"])
TOOLS = st.sampled_from(["select", "connect", "place:office", "place:"])
HOLDING = ("select.dragging", "select.resizing", "select.bending")
"""The states that have the document's transaction open."""
VOCABULARY = Vocabulary(relations={"leads": Relation(id="leads", label={"en": "leads"}, hangs="target")})


def chart() -> Document:
    nodes = [
        Node("a", "A", box=Rect(0, 0, 100, 40)),
        Node("b", "B", box=Rect(200, 0, 100, 40)),
        Node("g", "G", is_group=True, box=Rect(0, 100, 300, 300)),
        Node("m", "M", group="g", box=Rect(50, 150, 100, 40)),
        Node("nowhere", "no place yet"),
    ]
    edges = [Edge("ab", "a", "b"), Edge("am", "a", "m", kind="leads", bends=(Point(50, 100), Point(100, 100)))]
    return Document(nodes, edges)


class Gestures(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.hand = EditorDriver(chart(), VOCABULARY)
        self.start = self.content()

    def content(self) -> tuple[object, object]:
        return dict(self.hand.document.nodes), dict(self.hand.document.edges)

    @rule(x=PLACES, y=PLACES, held=HELD, button=st.sampled_from(["left", "left", "middle", "right"]))
    def press(self, x: float, y: float, held: tuple, button: str) -> None:  # type: ignore[type-arg]
        self.hand.down(x, y, *held, button=button)  # type: ignore[arg-type]

    @rule(x=PLACES, y=PLACES, held=HELD)
    def move(self, x: float, y: float, held: tuple) -> None:  # type: ignore[type-arg]
        self.hand.move(x, y, *held)

    @rule(choice=st.sampled_from([None, "leads", CANCELLED]))
    def release(self, choice: object) -> None:
        self.hand.view.choice = choice  # type: ignore[assignment]
        self.hand.up()

    @rule(x=PLACES, y=PLACES)
    def double_click(self, x: float, y: float) -> None:
        self.hand.double_click(x, y)

    @rule(key=KEYS, held=HELD)
    def key(self, key: str, held: tuple) -> None:  # type: ignore[type-arg]
        self.hand.key(key, *held)

    @rule()
    def select_all(self) -> None:
        self.hand.key("A", "ctrl")

    @rule(text=st.sampled_from(["", "New name"]))
    def write(self, text: str) -> None:
        if self.hand.machine.state.name == "text.editing":
            self.hand.write(text)

    @rule(tool=TOOLS)
    def change_tool(self, tool: str) -> None:
        self.hand.machine.set_tool(tool)

    @rule()
    def undo(self) -> None:
        self.hand.machine.settle()
        self.hand.document.undo()

    @rule()
    def redo(self) -> None:
        self.hand.machine.settle()
        self.hand.document.redo()

    @invariant()
    def only_a_drag_holds_the_document(self) -> None:
        assert self.hand.document.in_transaction == (self.hand.machine.state.name in HOLDING)

    @invariant()
    def only_what_exists_is_selected(self) -> None:
        assert all(self.hand.document.record(id) is not None for id in self.hand.selected)

    def teardown(self) -> None:
        self.hand.machine.settle()
        while self.hand.document.undo() is not None:
            pass
        assert self.content() == self.start


TestGestures = Gestures.TestCase
TestGestures.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
