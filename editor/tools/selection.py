"""Which records are selected."""

from collections.abc import Callable, Iterable


class Selection:
    """A set of ids that tells one listener when it has changed."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._ids: frozenset[str] = frozenset()
        self._changed = changed

    @property
    def ids(self) -> frozenset[str]:
        return self._ids

    def __contains__(self, id: str) -> bool:
        return id in self._ids

    def __len__(self) -> int:
        return len(self._ids)

    def set(self, ids: Iterable[str]) -> None:
        wanted = frozenset(ids)
        if wanted != self._ids:
            self._ids = wanted
            self._changed()

    def add(self, id: str) -> None:
        self.set(self._ids | {id})

    def toggle(self, id: str) -> None:
        self.set(self._ids ^ {id})

    def discard(self, ids: Iterable[str]) -> None:
        self.set(self._ids.difference(ids))
