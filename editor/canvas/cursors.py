"""The pointer's shapes, by what the tools call them."""

from PySide6.QtCore import Qt

CURSORS = {
    "arrow": Qt.CursorShape.ArrowCursor,
    "cross": Qt.CursorShape.CrossCursor,
    "move": Qt.CursorShape.SizeAllCursor,
    "grabbing": Qt.CursorShape.ClosedHandCursor,
    "size_falling": Qt.CursorShape.SizeFDiagCursor,
    "size_rising": Qt.CursorShape.SizeBDiagCursor,
    "size_across": Qt.CursorShape.SizeHorCursor,
    "size_down": Qt.CursorShape.SizeVerCursor,
}
