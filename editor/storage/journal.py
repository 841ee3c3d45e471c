"""What was done to open documents since they were opened, written down as it happens, to be had again after a crash.

Every open document has a folder of its own: `about.json` (which file it is), `base.graphml` (the bytes it was opened
with; written with the first change), `changes.jsonl` (a line of JSON for each step, undo, redo and save) and `lock`,
held for as long as the program lives. A folder that nobody holds is what a crash has left.
"""

import contextlib
import errno
import hashlib
import os
import shutil
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

import msgspec
import platformdirs

from editor.errors import UserError
from editor.model.changes import ChangeSet
from editor.model.document import Document
from editor.model.records import Edge, Info, Node, Record
from editor.storage.entries import ENTRIES, Begun, Entry, Redone, Saved, StepNoted, Suggested, Undone
from editor.storage.files import save_atomically
from editor.storage.locks import Lock
from editor.storage.settings import FOLDER_VARIABLE, keep_aside

VERSION = 1
Work = Callable[[], None]
ABOUT, BASE, CHANGES, LOCK = "about.json", "base.graphml", "changes.jsonl", "lock"


class About(msgspec.Struct, frozen=True):
    """Whose journal it is. path: the document's file, None where it has none yet.  name: what it is called."""

    path: str | None
    name: str


def recovery_folder() -> Path:
    """Where the journals are: among what the system keeps of a program's state."""
    portable = os.environ.get(FOLDER_VARIABLE)
    return Path(portable or platformdirs.user_state_dir("ledgraf", appauthor=False)) / "recovery"


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Journal:
    """Hears what happens to a document and has it written by `writer`, a thread; nothing here waits for a disk.

    trouble: why nothing more can be written down; None while all is well.
    """

    def __init__(
        self, lock: Lock, writer: ThreadPoolExecutor, document: Document, about: About, base: bytes | None
    ) -> None:
        """`lock` is held, in the journal's folder. base: None where it is there already, as in one that goes on."""
        self.folder = lock.path.parent
        self.trouble: Exception | None = None
        self._lock = lock
        self._writer = writer
        self._document = document
        self._about = about
        self._base = base
        self._mark = document.history.mark
        self._do(lambda: _write_about(self.folder, about))
        document.listen(self._hear)
        document.history.listen(self._note_step)

    def note_saved(self, path: Path, data: bytes) -> None:
        """The document, as its history says, is in a file now."""
        about = About(str(path.absolute()), path.name)
        if about != self._about:
            self._about = about
            self._do(lambda: _write_about(self.folder, about))
        done = self._document.history.saved_at
        self._do(lambda: self._write(Saved(digest_of(data), done)))

    def close(self) -> None:
        """The document is closed and nothing of it is to be had again: the folder goes."""
        self._document.unlisten(self._hear)
        self._document.history.unlisten(self._note_step)
        self._writer.submit(self._remove)

    def _hear(self, change: ChangeSet) -> None:
        """Undo, redo and suggested places; steps come through the history."""
        if self._document.in_transaction:
            return
        before, self._mark = self._mark, self._document.history.mark
        if self._mark.done < before.done:
            self._do(lambda: self._write(Undone()))
        elif self._mark.done > before.done:
            self._do(lambda: self._write(Redone()))
        else:
            after = change.after().values()
            self._do(lambda: self._write(Suggested(tuple(_nodes(after)), tuple(_edges(after)))))

    def _note_step(self) -> None:
        """A step was added, was merged with the one before, or has taken that back so that neither is left."""
        before, self._mark = self._mark, self._document.history.mark
        step = self._mark.last if self._mark.done >= before.done else before.last
        assert step is not None, "a step was noted"
        after = step.change.after() if step is self._mark.last else {}
        merged = before.last.change.ids if before.last is not None and before.done >= self._mark.done else set[str]()
        taken_back = {id: self._document.record(id) for id in merged}
        self._do(lambda: self._write(_noted(step.name, step.merge_key, {**taken_back, **after})))

    def _do(self, work: Work) -> None:
        if self.trouble is None:
            self._writer.submit(self._guarded, work)

    def _guarded(self, work: Work) -> None:
        """A journal with a hole would give back a document that never was: after one trouble it ends."""
        if self.trouble is not None:
            return
        try:
            work()
        except Exception as error:  # kept for the window, which says so; the document itself is not concerned
            self.trouble = error

    def _write(self, entry: Entry) -> None:
        lines = ENCODER.encode(entry) + b"\n"
        if self._base is not None:
            save_atomically(self.folder / BASE, self._base)
            lines = ENCODER.encode(Begun(VERSION, digest_of(self._base))) + b"\n" + lines
            self._base = None
        with (self.folder / CHANGES).open("ab") as stream:
            stream.write(lines)
            stream.flush()
            os.fsync(stream.fileno())

    def _remove(self) -> None:
        self._lock.release()
        shutil.rmtree(self.folder, ignore_errors=True)


class Left:
    """What a crash has left of one document. It is held until `release` or `discard`, so that nobody else takes it."""

    def __init__(self, folder: Path, lock: Lock, about: About, entries: tuple[Entry, ...], whole: bool) -> None:
        self.folder = folder
        self.about = about
        self.entries = entries
        self.whole = whole
        """False where a line in the middle can't be read: what comes after it is not among the entries."""
        self._lock = lock

    @property
    def base(self) -> bytes:
        """The bytes that were opened; OSError where they are gone, or no longer those."""
        data = (self.folder / BASE).read_bytes()
        if not self.entries or self.entries[0] != Begun(VERSION, digest_of(data)):
            raise OSError(errno.EIO, "not the bytes that were opened")
        return data

    @property
    def digests(self) -> set[str]:
        """Of the bytes that the document's file had when we last knew it."""
        known = [entry.digest for entry in self.entries if isinstance(entry, Begun | Saved)]
        return set(known[-1:])

    @property
    def steps(self) -> int:
        """How many things were done since the last save."""
        count = 0
        for entry in self.entries:
            if isinstance(entry, Saved | Begun):
                count = 0
            elif not isinstance(entry, Suggested):
                count += 1
        return count

    @property
    def when(self) -> datetime:
        """When the last of it was written down."""
        return datetime.fromtimestamp(_modified(self.folder / CHANGES) or _modified(self.folder / ABOUT))

    def take_over(self, kept: int) -> Lock:
        """Let a journal go on after the first `kept` entries; what can't be used is kept aside in the folder."""
        changes = self.folder / CHANGES
        data = changes.read_bytes()
        lines = data.split(b"\n")[: len(self.entries)]
        good = b"".join(line + b"\n" for line in lines[:kept])
        if kept < len(self.entries) or not self.whole:
            keep_aside(changes)
        if good != data:
            save_atomically(changes, good)
        return self._lock

    def release(self) -> None:
        """Leave it for another time."""
        self._lock.release()

    def discard(self) -> None:
        self._lock.release()
        shutil.rmtree(self.folder, ignore_errors=True)


class Recovery:
    """The journals of all documents that are open in this program, and those that others have left."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="journal")

    def begin(self, document: Document, about: About, base: bytes) -> Journal | None:
        """Keep a journal of a document; None where that isn't possible, which is no reason not to work on it."""
        folder = self._root / uuid.uuid4().hex
        lock = Lock(folder / LOCK)
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True)
            if lock.take():
                return Journal(lock, self._writer, document, about, base)
        return None

    def go_on(self, left: Left, kept: int, document: Document, about: About) -> Journal | None:
        """Keep the journal of a document to which `kept` entries were done again; None as for `begin`."""
        try:
            return Journal(left.take_over(kept), self._writer, document, about, None)
        except (OSError, UserError):
            return None

    def left(self) -> list[Left]:
        """What crashes have left unsaved, each held; what has nothing unsaved in it is tidied away."""
        found = [left for folder in self._folders() if (left := _left(folder)) is not None]
        for left in found:
            if left.whole and not left.steps:
                left.discard()
        return [left for left in found if left.folder.exists()]

    def settle(self) -> None:
        """Wait until everything is on disk."""
        self._writer.submit(lambda: None).result()

    def _folders(self) -> Iterator[Path]:
        with contextlib.suppress(OSError):
            yield from sorted(path for path in self._root.iterdir() if (path / ABOUT).is_file())


def _noted(name: str, merge_key: str | None, after: Mapping[str, Record | None]) -> StepNoted:
    records = after.values()
    return StepNoted(
        name,
        merge_key,
        tuple(_nodes(records)),
        tuple(_edges(records)),
        next((record for record in records if isinstance(record, Info)), None),
        tuple(id for id, record in after.items() if record is None),
    )


def _nodes(records: Iterable[Record | None]) -> Iterator[Node]:
    return (record for record in records if isinstance(record, Node))


def _edges(records: Iterable[Record | None]) -> Iterator[Edge]:
    return (record for record in records if isinstance(record, Edge))


def _plain(value: object) -> object:
    if isinstance(value, MappingProxyType):
        return dict(value)
    raise NotImplementedError(type(value))


ENCODER = msgspec.json.Encoder(enc_hook=_plain)


def _modified(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _write_about(folder: Path, about: About) -> None:
    save_atomically(folder / ABOUT, msgspec.json.encode(about))


def _about(folder: Path) -> About | None:
    try:
        return msgspec.json.decode((folder / ABOUT).read_bytes(), type=About)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def _left(folder: Path) -> Left | None:
    """What is in a folder; None where a running program holds it."""
    lock = Lock(folder / LOCK)
    if not lock.take():
        return None
    entries, whole = _entries(folder)
    return Left(folder, lock, _about(folder) or About(None, ""), entries, whole)


def _entries(folder: Path) -> tuple[tuple[Entry, ...], bool]:
    """The lines that are there; the last one may have been cut off by the crash, and is not missed."""
    try:
        lines = (folder / CHANGES).read_bytes().split(b"\n")[:-1]
    except OSError:
        return (), True
    entries: list[Entry] = []
    for line in lines:
        try:
            entries.append(ENTRIES.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError):
            return tuple(entries), False
    return tuple(entries), True
