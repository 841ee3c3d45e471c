"""One open change of a document: what it has done so far, and how it ends."""

from typing import Any, Protocol

import msgspec

from editor.model.changes import ChangeSet, between
from editor.model.integrity import check_place
from editor.model.records import Edge, Info, Node, Record


class Changeable(Protocol):
    """What a transaction asks of the document that it changes."""

    @property
    def info(self) -> Info: ...

    def record(self, id: str) -> Record | None: ...

    def apply(self, change: ChangeSet) -> None: ...

    def complete(self, before: ChangeSet) -> ChangeSet: ...

    def finish(self, transaction: "Transaction", done: ChangeSet | None) -> None: ...


class Transaction:
    """Writes records, shows what it wrote when flushed, and ends with `commit` or `cancel`.

    Reading the document shows what has been written: each write is carried out at once. `reset` takes everything back
    without ending, which is how a gesture recomputes each move from where it began.
    """

    def __init__(self, document: Changeable, name: str, merge_key: str | None = None) -> None:
        self.name = name
        self.merge_key = merge_key
        self._document = document
        self._before: dict[str, Record | None] = {}

    def add(self, record: Node | Edge) -> None:
        """Add a record with a new id; see `editor.model.ids` for finding one."""
        if self._document.record(record.id) is not None:
            raise ValueError(f"the id {record.id!r} is taken")
        self._write({record.id: record})

    def put(self, *records: Record) -> None:
        """Add records, or replace those with the same ids; one call is one change for the listeners."""
        self._write({record.id: record for record in records})

    def update(self, id: str, **fields: Any) -> None:
        """Replace some fields of a record; KeyError where there is none with this id."""
        record = self._document.record(id)
        if record is None:
            raise KeyError(id)
        self._write({id: msgspec.structs.replace(record, **fields)})

    def set_info(self, **fields: Any) -> None:
        info: Info = msgspec.structs.replace(self._document.info, **fields)
        self._write({info.id: info})

    def remove(self, *ids: str) -> None:
        """Remove records; what hangs on them follows when the transaction ends."""
        self._write(dict.fromkeys(id for id in ids if self._document.record(id) is not None))

    def reset(self) -> None:
        """Take back everything done so far and go on."""
        self._document.apply(self._so_far().reversed())
        self._before.clear()

    def commit(self) -> ChangeSet:
        """End it as one undo step. Raises `IntegrityError`, with everything restored, if the result would be broken."""
        done = self._so_far()
        try:
            completion = self._document.complete(done)
        except BaseException:
            self.cancel()
            raise
        if completion:
            self._write(completion.after())
            done = self._so_far()
        self._document.finish(self, done)
        return done

    def cancel(self) -> None:
        """End it as if it had never been."""
        self.reset()
        self._document.finish(self, None)

    def _write(self, after: dict[str, Record | None]) -> None:
        for record in after.values():
            if record is not None:
                check_place(record)
        now = {id: self._document.record(id) for id in after}
        for id, old in now.items():
            self._before.setdefault(id, old)
        self._document.apply(between(now, after))

    def _so_far(self) -> ChangeSet:
        return between(self._before, {id: self._document.record(id) for id in self._before})
