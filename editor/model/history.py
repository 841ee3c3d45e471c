"""The steps that can be undone and redone, without limit."""

from collections.abc import Callable, Mapping

import msgspec

from editor.model.changes import ChangeSet
from editor.model.records import Record


class Step(msgspec.Struct, frozen=True):
    """One undo step: what the user calls it, and what it did."""

    name: str
    change: ChangeSet
    merge_key: str | None = None


class Mark(msgspec.Struct, frozen=True):
    """A place in a history: how many steps were done, and which was the last."""

    done: int
    last: Step | None


class History:
    """The steps in order, and how many of them are done now. It changes no document; `Document` does that.

    `mark_saved` notes the state that the file has, so `is_saved` can tell whether there is anything to save.
    """

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._done = 0
        self._saved: int | None = 0
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> None:
        """Be told when a step has been noted: the document's own listeners are told before that."""
        self._listeners.append(listener)

    def unlisten(self, listener: Callable[[], None]) -> None:
        """Stop telling this listener; one that is not listening is no error."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    @property
    def done(self) -> tuple[Step, ...]:
        return tuple(self._steps[: self._done])

    @property
    def undone(self) -> tuple[Step, ...]:
        return tuple(self._steps[self._done :])

    @property
    def undo_name(self) -> str | None:
        return self._steps[self._done - 1].name if self._done else None

    @property
    def redo_name(self) -> str | None:
        return self._steps[self._done].name if self._done < len(self._steps) else None

    @property
    def is_saved(self) -> bool:
        return self._saved == self._done

    @property
    def mark(self) -> Mark:
        """The state of now, for a save that ends later."""
        return Mark(self._done, self._steps[self._done - 1] if self._done else None)

    @property
    def saved_at(self) -> int | None:
        """How many steps the file has; None where its state can't be come back to."""
        return self._saved

    def mark_saved(self, at: Mark | None = None) -> None:
        """The file has the state of `at`, or of now. Where that state can't be come back to, nothing here is saved."""
        mark = at or self.mark
        reachable = mark.done <= len(self._steps) and (not mark.done or self._steps[mark.done - 1] is mark.last)
        self._saved = mark.done if reachable else None

    def mark_unsaved(self) -> None:
        """Nothing on disk has this document as it is now (a new one, or one opened from another format)."""
        self._saved = None

    def push(self, name: str, change: ChangeSet, merge_key: str | None = None) -> None:
        """Note a step that was just done; what had been undone is forgotten.

        Steps that merge and together do nothing (a letter typed and deleted) are no step.
        """
        if self._saved is not None and self._saved > self._done:
            self._saved = None
        del self._steps[self._done :]
        if self._merges(merge_key):
            last = self._steps.pop()
            change = last.change.then(change)
        if change:
            self._steps.append(Step(name, change, merge_key))
        self._done = len(self._steps)
        for listener in tuple(self._listeners):
            listener()

    def step_back(self) -> Step | None:
        if not self._done:
            return None
        self._done -= 1
        return self._steps[self._done]

    def step_forward(self) -> Step | None:
        if self._done == len(self._steps):
            return None
        self._done += 1
        return self._steps[self._done - 1]

    def rebase(self, updated: Mapping[str, tuple[Record, Record]]) -> None:
        """After a suggestion that is no step: there must be no steps yet that remember the records without it."""
        if any(id in step.change.ids for step in self._steps for id in updated):
            raise RuntimeError("a record that has been changed by hand can't be given a suggested place")

    def _merges(self, merge_key: str | None) -> bool:
        if merge_key is None or not self._steps or self._saved == self._done:
            return False
        return self._steps[-1].merge_key == merge_key
