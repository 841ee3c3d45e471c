"""The blocks that are shown, kept in step with the document: what changed is rebuilt, and nothing else."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtGui import QPainter

from editor.drawing.shapes import Block, Drawing
from editor.geometry import Rect, bounds_of
from editor.model.changes import ChangeSet
from editor.model.spatial import SpatialIndex


class Maker(Protocol):
    """What is asked of `editor.drawing.maker.DrawingMaker`."""

    def block(self, id: str) -> Block | None: ...

    def ids_in_order(self) -> Iterable[str]: ...

    def concerned(self, change: ChangeSet) -> set[str]: ...

    def drawing(self, *, paper: bool = False) -> Drawing: ...


class Batches(Protocol):
    """What is asked of `editor.render.batches.BatchPainter`."""

    def set_block(self, id: str, block: Block, z: float) -> None: ...

    def remove(self, id: str) -> None: ...

    def paint(self, painter: QPainter, area: Rect, scale: float) -> None: ...


class Scene:
    """All blocks by id. After a change, `refresh` brings it up to date and says which areas look different."""

    def __init__(self, maker: Maker, batches: Batches) -> None:
        self._maker = maker
        self._batches = batches
        self._blocks: dict[str, Block] = {}
        self._heights: dict[str, float] = {}
        self._edges = SpatialIndex()
        self._stale: set[str] = set()
        self._bounds: Rect | None = None
        self._load()

    def note(self, change: ChangeSet) -> None:
        """Remember what a change concerns; it is looked at when it is next needed."""
        self._stale |= self._maker.concerned(change)

    @property
    def is_stale(self) -> bool:
        return bool(self._stale)

    def refresh(self) -> list[Rect]:
        """Rebuild what is stale; returns the areas where something was or is drawn differently."""
        stale, self._stale = self._stale, set()
        if not stale:
            return []
        self._bounds = None
        if not stale <= self._heights.keys():
            self._find_heights()
        dirty: list[Rect] = []
        for id in stale:
            dirty += self._rebuild(id)
        return dirty

    def block(self, id: str) -> Block | None:
        return self._blocks.get(id) if id not in self._stale else self._maker.block(id)

    def blocks(self) -> Iterable[Block]:
        return self._blocks.values()

    def edges_touching(self, area: Rect) -> Iterable[str]:
        return self._edges.touching(area)

    def bounds(self) -> Rect | None:
        """Around all blocks; None where there are none."""
        if self._bounds is None:
            self._bounds = bounds_of(block.bounds for block in self._blocks.values())
        return self._bounds

    def drawing(self) -> Drawing:
        """The whole picture with its page."""
        return self._maker.drawing(paper=True)

    def paint(self, painter: QPainter, area: Rect, scale: float) -> None:
        self._batches.paint(painter, area, scale)

    def _load(self) -> None:
        for height, id in enumerate(self._maker.ids_in_order()):
            self._heights[id] = float(height)
            self._rebuild(id)

    def _find_heights(self) -> None:
        """Give what is new a height between its neighbours', so that nothing else has to be painted anew."""
        below, waiting = -1.0, list[str]()
        for id in (*self._maker.ids_in_order(), None):
            height = below + len(waiting) + 1 if id is None else self._heights.get(id)
            if height is None and id is not None:
                waiting.append(id)
            elif height is not None:
                for number, new in enumerate(waiting, 1):
                    self._heights[new] = below + (height - below) * number / (len(waiting) + 1)
                below, waiting = height, []

    def _rebuild(self, id: str) -> list[Rect]:
        old, new = self._blocks.get(id), self._maker.block(id)
        if new is None:
            self._drop(id)
        elif new is not old:
            self._blocks[id] = new
            self._batches.set_block(id, new, self._heights.get(id, len(self._heights)))
            if new.role == "edge":
                self._edges.put(id, new.bounds)
        return [block.bounds for block in (old, new) if block is not None]

    def _drop(self, id: str) -> None:
        if self._blocks.pop(id, None) is not None:
            self._batches.remove(id)
            self._edges.discard(id)
