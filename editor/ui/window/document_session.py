"""A document and the file it came from: opening, saving, and whether there is anything to save.

What writes files is imported where somebody saves, so that opening one needn't wait for it.
"""

import contextlib
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

from editor.canvas.scene import Scene
from editor.errors import UserError
from editor.graphml.baseline import Baseline
from editor.graphml.notices import Notice
from editor.graphml.reading import read_graphml
from editor.model.appearance import Appearance
from editor.model.document import Document
from editor.storage.files import Stamp, read_file, save_atomically, stamp_of
from editor.storage.journal import About, Journal, Recovery
from editor.storage.presence import Presence, announce

OnDisk = Literal["same", "told", "changed", "gone"]
Progress = Callable[[float], None]
"""Told how much is done, 0 to 1; what it raises stops the work."""
PACKED_SUFFIX = ".graphmlz"


class ChangedOnDisk(UserError):
    """The file is no longer what it was when it was opened or last saved here."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            {
                "sv": "Filen har ändrats av någon annan sedan den öppnades här.",
                "en": "Someone else has changed the file since it was opened here.",
            },
            {
                "sv": "Sammanfoga ändringarna, skriv över den, spara under ett annat namn eller läs in den på nytt.",
                "en": "Merge the changes, overwrite it, save under another name or read it anew.",
            },
            where=str(path),
        )


class Save:
    """One save: made in the window's thread of the records of that moment, written in any thread, then settled."""

    def __init__(self, document: Document, baseline: Baseline, target: Path, stamp: Stamp | None) -> None:
        self.target = target
        self.mark = document.history.mark
        self.baseline = baseline
        self.stamp = stamp
        self._records = (tuple(document.nodes.values()), tuple(document.edges.values()), document.info)

    def write(self, appearance: Appearance, overwrites: bool = False) -> None:
        """Replace the file. ChangedOnDisk unless `overwrites`; UserError on trouble, with the old file as it was."""
        if not overwrites and self._was_changed():
            raise ChangedOnDisk(self.target)
        from editor.graphml.writing import written

        data, self.baseline = written(Document(*self._records), self.baseline, appearance)
        save_atomically(self.target, data)
        self.stamp = stamp_of(self.target)

    def _was_changed(self) -> bool:
        """Other bytes than ours; a file that was only touched, or is gone, has no one's work to lose."""
        now = stamp_of(self.target)
        if self.stamp is None or now is None or now == self.stamp:
            return False
        return read_file(self.target) != self.baseline.data


class DocumentSession:
    """One open document. `path` is None until it is saved; a sample has none, so it stays as it is.

    scene: its picture, where one was made while the file was read; the canvas takes it.
    """

    def __init__(
        self,
        document: Document,
        baseline: Baseline,
        path: Path | None = None,
        notices: Sequence[Notice] = (),
        name: str = "",
        stamp: Stamp | None = None,
    ) -> None:
        self.document = document
        self.path = path
        self.notices = tuple(notices)
        self.saved_at: datetime | None = None
        self.is_saving = False
        self.scene: Scene | None = None
        self.journal: Journal | None = None
        self._presence: Presence | None = None
        self._seen: Stamp | None = stamp
        self._baseline = baseline
        self._name = name
        self._stamp = stamp

    @property
    def name(self) -> str:
        """The file's name; the document's own where there is no file yet, "" where it has none."""
        return self.path.name if self.path is not None else self._name or " ".join(self.document.info.title.split())

    @property
    def is_saved(self) -> bool:
        return self.document.history.is_saved

    def keep_journal(self, recovery: Recovery) -> None:
        """Write down what is done from now on, so that it outlives a crash; one that has a journal keeps that."""
        if self.journal is None:
            self.journal = recovery.begin(self.document, self.about, self._baseline.original)

    @property
    def about(self) -> About:
        return About(str(self.path.absolute()) if self.path is not None else None, self.name)

    def announce(self) -> None:
        """Say to others that the file is open here."""
        if self.path is not None and self._presence is None:
            self._presence = announce(self.path)

    def look_at_file(self) -> OnDisk:
        """How the file stands to what it was when it was opened or last saved; each state is told once."""
        if self.path is None or self.is_saving or self._stamp is None:
            return "same"
        now = stamp_of(self.path)
        if now in (self._stamp, self._seen):
            return "same" if now == self._stamp else "told"
        self._seen = now
        if now is None:
            return "gone"
        try:
            is_ours = read_file(self.path) == self._baseline.data
        except UserError:
            return "told"  # It can't be read now; who wants to save there is told why.
        if is_ours:
            self._stamp = now
        return "same" if is_ours else "changed"

    def keep_over_file(self) -> None:
        """What the file holds by now is known and not wanted: the next save may write over it."""
        if self.path is not None:
            with contextlib.suppress(UserError):
                stamp = stamp_of(self.path)
                self._baseline = msgspec.structs.replace(self._baseline, data=read_file(self.path))
                self._stamp = stamp
        self.document.history.mark_unsaved()

    def begin_save(self, path: Path | None = None) -> Save:
        """A save of the document as it is now, to its file or to another one that is its file from then on."""
        target = path or self.path
        assert target is not None, "a document without a file is saved under a name first"
        baseline = self._baseline
        if path is not None and _is_packed(path) != baseline.encoding.gzipped and _says_packing(path, self.path):
            from editor.graphml.writing import packed

            baseline = packed(baseline, _is_packed(path))
        return Save(self.document, baseline, target, self._stamp if target == self.path else None)

    def settle(self, save: Save) -> None:
        """Note that a save was written; what was changed meanwhile is unsaved."""
        if save.target != self.path:
            self._leave_file()
        self._baseline, self._stamp, self.path = save.baseline, save.stamp, save.target
        self.saved_at = datetime.now()
        self.document.history.mark_saved(save.mark)
        self.announce()
        if self.journal is not None:
            self.journal.note_saved(save.target, save.baseline.data)

    def close(self) -> None:
        """The document is closed, and nothing of it is to be had again."""
        self._leave_file()
        if self.journal is not None:
            self.journal.close()

    @property
    def baseline(self) -> Baseline:
        """The file as it was opened; its `data` are the bytes that we know it to have."""
        return self._baseline

    def _leave_file(self) -> None:
        if self._presence is not None:
            self._presence.end()
            self._presence = None

    def save(self, appearance: Appearance, path: Path | None = None, overwrites: bool = False) -> None:
        """The three steps in one, for callers without a window."""
        save = self.begin_save(path)
        save.write(appearance, overwrites)
        self.settle(save)

    def as_graphml(self, document: Document, appearance: Appearance) -> bytes:
        """The bytes a save of `document`, a copy of this session's, would write."""
        from editor.graphml.writing import written

        return written(document, self._baseline, appearance)[0]


def read_session(path: Path, progress: Progress | None = None, keeps_path: bool = True) -> DocumentSession:
    """Open a file. UserError where it can't be read; whatever `progress` raises comes through."""
    stamp = stamp_of(path)
    reading = read_graphml(read_file(path), progress=progress)
    notices = reading.report.notices
    kept, mark = (path, stamp) if keeps_path else (None, None)
    return DocumentSession(reading.document, reading.baseline, kept, notices, path.stem, mark)


def new_session() -> DocumentSession:
    """An empty document without a file."""
    from editor.graphml.writing import new_baseline

    return DocumentSession(Document(), new_baseline())


def _is_packed(path: Path) -> bool:
    return path.suffix.lower() == PACKED_SUFFIX


def _says_packing(path: Path, before: Path | None) -> bool:
    """Whether the new name asks for another packing: a packed file may well be called .graphml, and stays packed."""
    return before is None or _is_packed(path) != _is_packed(before)
