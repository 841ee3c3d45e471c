"""The records that wait for being drawn anew, and which of them may be in sight."""

import itertools
from collections.abc import Iterable, Mapping

from editor.canvas.reach import Reach
from editor.drawing.shapes import Block
from editor.geometry import Rect
from editor.model.document import Document


class Waiting:
    """In the order in which they came. What was found to be elsewhere is not asked again until people look elsewhere,
    or it has changed again.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ids: dict[str, None] = {}
        self._elsewhere: set[str] = set()
        self._looked: Rect | None = None
        """The area in which nothing of `_elsewhere` is or was drawn."""

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, id: str) -> bool:
        return id in self._ids

    def add(self, ids: Iterable[str]) -> None:
        new = dict.fromkeys(ids)
        self._ids.update(new)
        self._elsewhere.difference_update(new)

    def discard(self, id: str) -> None:
        self._ids.pop(id, None)
        self._elsewhere.discard(id)

    def first(self, most: int | None) -> list[str]:
        return list(itertools.islice(self._ids, most))

    def within(self, area: Rect, blocks: Mapping[str, Block], most: int | None) -> list[str]:
        """Those that are drawn in an area (as `blocks`), or may be when they are drawn anew."""
        if self._looked != area:
            self._looked = area
            self._elsewhere.clear()
        asked = [id for id in self._ids if id not in self._elsewhere]
        found = list(Reach(area, self._document.nodes, self._document.edges).among(asked, blocks))
        self._elsewhere.update(set(asked).difference(found))
        return found[:most]
