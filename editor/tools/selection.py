"""Which records are selected."""

from collections.abc import Callable, Iterable


class Selection:
    """A set of ids that tells one listener when it has changed.

    existing: those of some ids that there are. A gesture may have begun with what an undo has taken away meanwhile.
    """

    def __init__(self, changed: Callable[[], None], existing: Callable[[frozenset[str]], frozenset[str]]) -> None:
        self._ids: frozenset[str] = frozenset()
        self._changed = changed
        self._existing = existing

    @property
    def ids(self) -> frozenset[str]:
        return self._ids

    def __contains__(self, id: str) -> bool:
        return id in self._ids

    def __len__(self) -> int:
        return len(self._ids)

    def set(self, ids: Iterable[str]) -> None:
        wanted = self._existing(frozenset(ids))
        if wanted != self._ids:
            self._ids = wanted
            self._changed()

    def add(self, id: str) -> None:
        self.set(self._ids | {id})

    def toggle(self, id: str) -> None:
        self.set(self._ids ^ {id})

    def discard(self, ids: Iterable[str]) -> None:
        self.set(self._ids.difference(ids))
