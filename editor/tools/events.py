"""What a tool is told of pointer and keyboard, in drawing coordinates and without a word of any window system."""

from typing import Literal

import msgspec

from editor.geometry import Point

Button = Literal["left", "middle", "right", "none"]
Modifier = Literal["shift", "ctrl", "alt", "space"]
NO_MODIFIERS: frozenset[Modifier] = frozenset()


class PointerEvent(msgspec.Struct, frozen=True):
    """A pointer that was pressed, moved or released.

    point: in drawing pixels.  view_point: in the window's pixels.  scale: window pixels per drawing pixel.
    button: the one that was pressed or released; "none" for moves.  modifiers: the keys held down, the space bar too.
    """

    point: Point
    view_point: Point
    button: Button = "none"
    modifiers: frozenset[Modifier] = NO_MODIFIERS
    scale: float = 1.0


class KeyEvent(msgspec.Struct, frozen=True):
    """A key that was pressed: its name ("Escape", "Delete", "Left", "F2", "A", …) and the text it types, if any."""

    key: str
    text: str = ""
    modifiers: frozenset[Modifier] = NO_MODIFIERS
