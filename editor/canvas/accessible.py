"""Boxes and lines of the canvas as a screen reader meets them: named, where they are, and which are selected."""

from functools import cache
from typing import Any, Protocol, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from editor.canvas.speech import Speech

NO_OBJECT = cast(QObject, None)
NO_INTERFACE = cast(QAccessibleInterface, None)
"""Qt takes None where there is no such thing; PySide's type hints leave that out."""


class Spoken(Protocol):
    """What is asked of the canvas."""

    speech: Speech

    def hasFocus(self) -> bool: ...

    def screen_rect(self, id: str) -> QRect: ...

    def id_at(self, screen_point: QPoint) -> str | None: ...

    def selection(self) -> set[str]: ...

    def accessible_interface(self) -> "CanvasInterface": ...

    def viewport(self) -> QWidget: ...


class PartInterface(QAccessibleInterface):
    """One box or line: its name as a person would say it."""

    def __init__(self, canvas: Spoken, parent: "CanvasInterface", id: str) -> None:
        super().__init__()
        self._canvas = canvas
        self._parent = parent
        self.id = id

    def isValid(self) -> bool:
        return self._canvas.speech.place_of(self.id) is not None

    def object(self) -> QObject:
        return NO_OBJECT

    def window(self) -> Any:
        return self._parent.window()

    def text(self, what: QAccessible.Text) -> str:
        if what == QAccessible.Text.Name:
            return self._canvas.speech.name(self.id)
        return self._canvas.speech.description(self.id) if what == QAccessible.Text.Description else ""

    def setText(self, what: QAccessible.Text, text: str) -> None:
        """Names are changed in the canvas, not through the reader."""

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.selectable = True
        state.multiSelectable = True
        state.focusable = True
        node = self._canvas.speech.node(self.id)
        if node is not None and self._canvas.speech.opens(self.id):
            state.expandable = True
            state.collapsed = node.folded or node.collapsed
            state.expanded = not state.collapsed
        selected = self._canvas.selection()
        state.selected = self.id in selected
        state.focused = selected == {self.id} and self._canvas.hasFocus()
        return state

    def rect(self) -> QRect:
        return self._canvas.screen_rect(self.id)

    def parent(self) -> QAccessibleInterface:
        return self._parent

    def child(self, index: int) -> QAccessibleInterface:
        return NO_INTERFACE

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return NO_INTERFACE

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1


class CanvasInterface(QAccessibleWidget):
    """The canvas as a list of its boxes and lines. The interfaces live as long as it does: Qt keeps no reference."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas, QAccessible.Role.List, canvas.accessibleName())
        self._canvas = cast(Spoken, canvas)
        self._parts: dict[str, PartInterface] = {}

    def childCount(self) -> int:
        return len(self._canvas.speech.ids)

    def child(self, index: int) -> QAccessibleInterface:
        ids = self._canvas.speech.ids
        if not 0 <= index < len(ids):
            return NO_INTERFACE
        id = ids[index]
        if id not in self._parts:
            self._parts[id] = PartInterface(self._canvas, self, id)
        return self._parts[id]

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """What a pointer would take there, in the screen's pixels."""
        id = self._canvas.id_at(QPoint(x, y))
        place = self._canvas.speech.place_of(id) if id is not None else None
        return NO_INTERFACE if place is None else self.child(place)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        place = self._canvas.speech.place_of(child.id) if isinstance(child, PartInterface) else None
        return -1 if place is None else place

    def focusChild(self) -> QAccessibleInterface:
        """What is selected, where that is just one."""
        selected = self._canvas.selection()
        place = self._canvas.speech.place_of(next(iter(selected))) if len(selected) == 1 else None
        return NO_INTERFACE if place is None else self.child(place)


def _make(class_name: str, widget: QObject) -> QAccessibleInterface | None:
    wanted = getattr(widget, "accessible_interface", None)
    return cast(QAccessibleInterface, wanted()) if callable(wanted) else None


@cache
def install() -> None:
    """Let Qt ask for canvases' interfaces; once for the process, as Qt keeps a list."""
    QAccessible.installFactory(_make)
