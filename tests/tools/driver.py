"""A hand that works an editor without a window: `EditorDriver(doc).down(9, 9).move(50, 9).up()`."""

from collections.abc import Iterable

from editor.drawing.shapes import Block
from editor.geometry import Point, Rect, bounds_of_points
from editor.model.document import Document
from editor.model.vocabulary import Relation, Vocabulary
from editor.tools.editor import Choice, Editor
from editor.tools.events import Button, KeyEvent, Modifier, PointerEvent
from editor.tools.machine import Machine


class PlainPicture:
    """Shows every node that has a place, as an empty block."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def block(self, id: str) -> Block | None:
        node = self._document.nodes.get(id)
        return Block("node", id, node.box, ()) if node is not None and node.box is not None else None

    def shows(self, id: str) -> bool:
        return self.block(id) is not None

    def edges_touching(self, area: Rect) -> Iterable[str]:
        for edge in self._document.edges.values():
            ends = [self._document.nodes[end].box for end in (edge.source, edge.target)]
            points = [*edge.bends, *(corner for box in ends if box is not None for corner in box.corners)]
            bounds = bounds_of_points(points)
            if bounds is not None and bounds.touches(area):
                yield edge.id


class PlainView:
    """Notes what a window would have been asked to do."""

    def __init__(self) -> None:
        self.scrolled = Point(0.0, 0.0)
        self.text: str | None = None
        self.offered: list[str] = []
        self.choice: Choice = None
        self.tools: list[str] = []
        self.revealed: list[str] = []
        self.machine: Machine | None = None

    def scroll_by(self, dx: float, dy: float) -> None:
        self.scrolled = self.scrolled.moved(dx, dy)

    def open_text(self, id: str, text: str) -> None:
        self.text = text

    def close_text(self) -> None:
        assert self.machine is not None
        text, self.text = self.text, None
        self.machine.end_text(text)

    def choose_relation(self, relations: list[Relation]) -> Choice:
        self.offered = [relation.id for relation in relations]
        return self.choice

    def show_selection(self) -> None:
        pass

    def show_overlay(self) -> None:
        pass

    def reveal(self, id: str) -> None:
        self.revealed.append(id)

    def show_tool(self, tool: str) -> None:
        self.tools.append(tool)


class EditorDriver:
    """Every act returns the driver, so that a gesture reads as one line. Coordinates are the drawing's."""

    def __init__(self, document: Document, vocabulary: Vocabulary | None = None, scale: float = 1.0) -> None:
        self.document = document
        self.view = PlainView()
        self.editor = Editor(document, vocabulary or Vocabulary(), PlainPicture(document), self.view, "en")
        self.machine = self.view.machine = Machine(self.editor)
        self.scale = scale
        self._at = Point(0.0, 0.0)
        self._button: Button = "left"

    @property
    def selected(self) -> set[str]:
        return set(self.editor.selection.ids)

    def down(self, x: float, y: float, *held: Modifier, button: Button = "left") -> "EditorDriver":
        self._button = button
        self.machine.press(self._event(x, y, button, held))
        return self

    def move(self, x: float, y: float, *held: Modifier) -> "EditorDriver":
        self.machine.move(self._event(x, y, "none", held))
        return self

    def up(self, *held: Modifier) -> "EditorDriver":
        self.machine.release(self._event(*self._at, self._button, held))
        return self

    def click(self, x: float, y: float, *held: Modifier) -> "EditorDriver":
        return self.down(x, y, *held).up(*held)

    def double_click(self, x: float, y: float) -> "EditorDriver":
        self.click(x, y).machine.double_click(self._event(x, y, "left", ()))
        return self.up()

    def key(self, key: str, *held: Modifier, text: str = "") -> "EditorDriver":
        self.machine.key(KeyEvent(key, text, frozenset(held)))
        return self

    def write(self, text: str) -> "EditorDriver":
        """What has been typed when Enter is pressed in the open field."""
        assert self.view.text is not None, "no text field is open"
        self.view.text = text
        self.view.close_text()
        return self

    def expect(self, state: str, selected: set[str] | None = None) -> "EditorDriver":
        assert self.machine.state.name == state
        assert selected is None or self.selected == selected
        return self

    def _event(self, x: float, y: float, button: Button, held: Iterable[Modifier]) -> PointerEvent:
        self._at = Point(x, y)
        return PointerEvent(self._at, Point(x * self.scale, y * self.scale), button, frozenset(held), self.scale)
