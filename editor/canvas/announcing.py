"""What a screen reader is told when something on the canvas changes."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from editor.model.changes import ChangeSet
from editor.model.records import Node

Tell = Callable[[QAccessibleEvent], object]
MOST_TOLD = 20
"""Names that are told one by one after a change; of more, the reader is asked to read the list anew."""


class Places(Protocol):
    """Where each box and line stands in the canvas's list."""

    def place_of(self, id: str) -> int | None: ...

    def selection(self) -> set[str]: ...


class Announcer:
    """Turns what changes into events about the canvas's children."""

    def __init__(
        self,
        canvas: QObject,
        places: Places,
        tell: Tell = QAccessible.updateAccessibility,
        is_heard: Callable[[], bool] = QAccessible.isActive,
    ) -> None:
        """is_heard: whether anybody listens; finding out where things stand in the list takes time in a large chart."""
        self._canvas = canvas
        self._places = places
        self._tell = tell
        self._is_heard = is_heard
        self._chosen: set[str] = set()

    def selection_changed(self) -> None:
        """Say what has been selected and what no longer is; a single selected box also has the focus."""
        before, self._chosen = self._chosen, self._places.selection()
        if not self._is_heard():
            return
        if len(before ^ self._chosen) > MOST_TOLD:
            self._send(QAccessible.Event.SelectionWithin, None)
        else:
            for id in before - self._chosen:
                self._send_about(QAccessible.Event.SelectionRemove, id)
            for id in self._chosen - before:
                self._send_about(QAccessible.Event.SelectionAdd, id)
        if len(self._chosen) == 1:
            self._send_about(QAccessible.Event.Focus, next(iter(self._chosen)))

    def document_changed(self, change: ChangeSet) -> None:
        if not self._is_heard():
            return
        renamed = [id for id, (old, new) in change.updated.items() if _name(old) != _name(new)]
        if change.added or change.removed or len(renamed) > MOST_TOLD:
            self._send(QAccessible.Event.ObjectReorder, None)
        else:
            for id in renamed:
                self._send_about(QAccessible.Event.NameChanged, id)

    def announce(self, text: str) -> None:
        """Say a sentence of its own: what has just been done."""
        if text and self._is_heard():
            self._tell(QAccessibleAnnouncementEvent(self._canvas, text))

    def _send_about(self, kind: QAccessible.Event, id: str) -> None:
        place = self._places.place_of(id)
        if place is not None:
            self._send(kind, place)

    def _send(self, kind: QAccessible.Event, child: int | None) -> None:
        event = QAccessibleEvent(self._canvas, kind)
        if child is not None:
            event.setChild(child)
        self._tell(event)


def _name(record: object) -> str:
    return record.name if isinstance(record, Node) else ""
