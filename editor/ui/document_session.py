"""A document and the file it came from: opening, saving, and whether there is anything to save."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from editor.graphml.baseline import Baseline
from editor.graphml.notices import Notice
from editor.graphml.reading import read_graphml
from editor.graphml.writing import new_baseline, written
from editor.model.document import Document
from editor.storage.files import read_file, save_atomically

Progress = Callable[[float], None]
"""Told how much is done, 0 to 1; what it raises stops the work."""


class DocumentSession:
    """One open document. `path` is None until it is saved; a sample has none, so it stays as it is."""

    def __init__(
        self,
        document: Document,
        baseline: Baseline,
        path: Path | None = None,
        notices: Sequence[Notice] = (),
        name: str = "",
    ) -> None:
        self.document = document
        self.path = path
        self.notices = tuple(notices)
        self.saved_at: datetime | None = None
        self._baseline = baseline
        self._name = name

    @property
    def name(self) -> str:
        """The file's name; the document's own where there is no file yet, "" where it has none."""
        return self.path.name if self.path is not None else self._name or self.document.info.title

    @property
    def is_saved(self) -> bool:
        return self.document.history.is_saved

    def save(self, path: Path | None = None) -> None:
        """Write the document to its file, or to another one that is its file from then on. UserError on trouble."""
        target = path or self.path
        assert target is not None, "a document without a file is saved under a name first"
        data, baseline = written(self.document, self._baseline)
        save_atomically(target, data)
        self._baseline = baseline
        self.path = target
        self.saved_at = datetime.now()
        self.document.history.mark_saved()

    def as_graphml(self) -> bytes:
        """The bytes a save would write now."""
        return written(self.document, self._baseline)[0]


def read_session(path: Path, progress: Progress | None = None, keeps_path: bool = True) -> DocumentSession:
    """Open a file. UserError where it can't be read; whatever `progress` raises comes through."""
    reading = read_graphml(read_file(path), progress=progress)
    notices = reading.report.notices
    return DocumentSession(reading.document, reading.baseline, path if keeps_path else None, notices, path.stem)


def new_session() -> DocumentSession:
    """An empty document without a file."""
    return DocumentSession(Document(), new_baseline())
