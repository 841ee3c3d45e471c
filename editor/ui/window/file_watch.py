"""Notices that a file may have changed on disk: told by the system, or by a look when the window comes forward."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

CALM_MS = 300
"""Programs write in several goes: only when a file has been left alone for so long is it looked at."""


class FileWatch(QObject):
    """`stirred` tells that some file should be looked at; which one, and whether anything is new, is not known here.

    The folders are watched too, as most programs put a new file in the place of the old one.
    """

    stirred = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._paths: set[Path] = set()
        self._watcher: QFileSystemWatcher | None = None
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._tell)

    def follow(self, paths: Iterable[Path]) -> None:
        """Watch these files and no others."""
        self._paths = {path.resolve() for path in paths}
        if self._watcher is None and self._paths:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self.look_soon)
            self._watcher.directoryChanged.connect(self.look_soon)
        self._renew()

    def look_soon(self) -> None:
        self._calm.start()

    def _tell(self) -> None:
        self._renew()
        self.stirred.emit()

    def _renew(self) -> None:
        """A file that was replaced is no longer watched; one that is there again is watched again."""
        watcher = self._watcher
        if watcher is None:
            return
        wanted = {str(path) for path in self._paths if path.exists()}
        wanted |= {str(path.parent) for path in self._paths if path.parent.exists()}
        watched = {*watcher.files(), *watcher.directories()}
        if watched - wanted:
            watcher.removePaths(sorted(watched - wanted))
        if wanted - watched:
            watcher.addPaths(sorted(wanted - watched))
