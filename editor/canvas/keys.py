"""Qt's words for buttons and keys in the tools' words."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from editor.canvas.camera import Camera
from editor.geometry import Point
from editor.tools.events import Button, KeyEvent, Modifier, PointerEvent

BUTTONS: dict[Qt.MouseButton, Button] = {
    Qt.MouseButton.LeftButton: "left",
    Qt.MouseButton.MiddleButton: "middle",
    Qt.MouseButton.RightButton: "right",
}
MODIFIERS: dict[Qt.KeyboardModifier, Modifier] = {
    Qt.KeyboardModifier.ShiftModifier: "shift",
    Qt.KeyboardModifier.ControlModifier: "ctrl",
    Qt.KeyboardModifier.AltModifier: "alt",
}


def held(modifiers: Qt.KeyboardModifier, space: bool = False) -> frozenset[Modifier]:
    names: set[Modifier] = {name for modifier, name in MODIFIERS.items() if modifiers & modifier}
    return frozenset(names | {"space"}) if space else frozenset(names)


def pointer(event: QMouseEvent, camera: Camera, space: bool) -> PointerEvent:
    view = to_point(event.position())
    button = BUTTONS.get(event.button(), "none")
    return PointerEvent(camera.to_drawing(view), view, button, held(event.modifiers(), space), camera.scale)


def key(event: QKeyEvent) -> KeyEvent:
    name = Qt.Key(event.key()).name.removeprefix("Key_")
    return KeyEvent(name, event.text(), held(event.modifiers()))


def to_point(point: QPointF) -> Point:
    return Point(point.x(), point.y())
