"""The blocks that are shown, kept in step with the document: what changed is rebuilt, and nothing else."""

import time
from collections.abc import Callable, Iterable, Set
from typing import Protocol

from PySide6.QtGui import QPainter

from editor.canvas.waiting import Waiting
from editor.drawing.maker import Detail
from editor.drawing.shapes import Block, Shape
from editor.geometry import Point, Rect, bounds_of
from editor.model.changes import ChangeSet
from editor.model.document import Document
from editor.model.records import Node
from editor.routing.spatial import SpatialIndex
from editor.tools.lifted import Lifted

EDGE_HEIGHT = 1000.0
NODE_HEIGHT = 2000.0
ABOVE = 0.5
QUARTER_PX = 1500.0
PAGE_MARGIN_PX = 40.0
Furniture = Callable[[Rect], tuple[Block, ...]]
"""What a page says around a chart with these bounds: title, legend, source line."""


class Maker(Protocol):
    """What is asked of `editor.drawing.maker.DrawingMaker`."""

    def block(self, id: str, detail: Detail = "all") -> Block | None: ...

    def shows(self, id: str) -> bool: ...

    def ids_in_order(self) -> Iterable[str]: ...

    def concerned(self, change: ChangeSet) -> set[str]: ...

    def carried(self, id: str, moving: Set[str], dx: float, dy: float) -> list[Shape]: ...

    def carried_roughly(self, id: str, moving: Set[str], dx: float, dy: float) -> tuple[Point, ...]: ...

    @property
    def words_wait(self) -> bool: ...

    def find_words(self, seconds: float | None = None) -> set[str]: ...


class Batches(Protocol):
    """What is asked of `editor.render.batches.BatchPainter`."""

    def set_block(self, id: str, block: Block, z: float) -> None: ...

    def remove(self, id: str) -> None: ...

    def paint(self, painter: QPainter, area: Rect, scale: float) -> None: ...

    def lift(self, shown: Iterable[str], hidden: Iterable[str]) -> None: ...

    def put_down(self) -> None: ...

    def paint_lifted(self, painter: QPainter, area: Rect, scale: float) -> None: ...


WORD_S = 0.003
"""How long after a change the spots of words on lines are looked for before the others wait for a rest."""
MANY = 1000
"""Where more than so many are drawn anew at once, those that are new are only sketched."""


class Scene:
    """All blocks by id. After a change, `refresh` brings it up to date and says which areas look different."""

    def __init__(self, document: Document, maker: Maker, batches: Batches, furniture: Furniture) -> None:
        self._document = document
        self._maker = maker
        self._batches = batches
        self._furniture = furniture
        self._blocks: dict[str, Block] = {}
        self._edges = SpatialIndex()
        self._stale = Waiting(document)
        self._lifted: list[str] = []
        self._bounds: Rect | None = None
        self._standing: Rect | None = None
        """Around the boxes as they stand in the document, where that has been asked for."""
        self._load()

    def note(self, change: ChangeSet) -> None:
        """Remember what a change concerns; it is looked at when it is next needed."""
        self._stale.add(self._maker.concerned(change))
        if self._standing is not None:
            records = [*change.added.values(), *(after for _, after in change.updated.values())]
            boxes = [record.box for record in records if isinstance(record, Node) and record.box is not None]
            self._standing = bounds_of([self._standing, *boxes])

    @property
    def is_stale(self) -> bool:
        return len(self._stale) > 0

    @property
    def words_wait(self) -> bool:
        """Whether some words on lines are still to be put where they belong."""
        return self._maker.words_wait

    def find_words(self, seconds: float | None = None) -> None:
        """Go on with them for so long; what looks different by it is stale then."""
        self._stale.add(self._maker.find_words(seconds))

    @property
    def stale_count(self) -> int:
        """How many records wait for being drawn anew."""
        return len(self._stale)

    def refresh(self, within: Rect | None = None, most: int | None = None, seconds: float | None = None) -> list[Rect]:
        """Rebuild what is stale; returns the areas where something was or is drawn differently.

        within: only what was or may now be in this area.  most: no more than so many.  seconds: stop when that is
        over.  The rest stays stale.
        """
        stale = self._stale.first(most) if within is None else self._stale.within(within, self._blocks, most)
        if not stale:
            return []
        dirty: list[Rect] = []
        is_much = len(self._stale) > MANY
        end = None if seconds is None else time.perf_counter() + seconds
        for id in stale:
            self._stale.discard(id)
            dirty += self._rebuild(id, is_much)
            if end is not None and time.perf_counter() > end:
                break
        changed = bounds_of(dirty)
        if self._bounds is None or changed is None or not self._blocks:
            self._bounds = None
        else:
            self._bounds = self._bounds.united(changed)
        return dirty

    def block(self, id: str) -> Block | None:
        """What is drawn of a record, as far as it has been needed; None where it isn't shown."""
        return self._blocks.get(id) if id not in self._stale else self._maker.block(id, "seen")

    def shows(self, id: str) -> bool:
        """Whether anything is drawn of a record; told without drawing it."""
        return id in self._blocks if id not in self._stale else self._maker.shows(id)

    def spoken(self, id: str) -> tuple[str, str]:
        """A record's name as a person would say it, and what else is known; empty where it isn't shown."""
        block = self._maker.block(id)
        return (block.title, block.desc) if block is not None else ("", "")

    def blocks(self) -> Iterable[Block]:
        return self._blocks.values()

    def edges_touching(self, area: Rect) -> Iterable[str]:
        return self._edges.touching(area)

    def bounds(self) -> Rect | None:
        """Around all blocks; None where there are none. Between two calls of `page` it grows and never shrinks.

        While thousands wait for being drawn, or nothing has been yet, it is where the boxes stand in the document.
        """
        if len(self._stale) > MANY or not self._blocks:
            if self._standing is None:
                self._standing = bounds_of(node.box for node in self._document.nodes.values() if node.box is not None)
            return self._standing
        if self._bounds is None:
            self._bounds = bounds_of(block.bounds for block in self._blocks.values())
        return self._bounds

    def page(self) -> tuple[Rect | None, tuple[Block, ...]]:
        """The page around the chart (None where there is nothing yet), and what is printed on it beside the chart."""
        self._bounds = self._standing = None
        bounds = self.bounds()
        if bounds is None:
            return None, ()
        extra = self._furniture(bounds)
        whole = bounds_of(block.bounds for block in extra)
        return (bounds if whole is None else bounds.united(whole)).grown(PAGE_MARGIN_PX), extra

    def paint(self, painter: QPainter, area: Rect, scale: float) -> None:
        self._batches.paint(painter, area, scale)

    def lift(self, shown: Iterable[str], hidden: Iterable[str]) -> list[Rect]:
        """Leave these records out of the picture until `put_down`, the first of them to be painted apart.

        Returns the areas in which they were drawn.
        """
        self._lifted = [*shown, *hidden]
        for id in self._lifted:
            if id in self._stale:
                self._stale.discard(id)
                self._rebuild(id, False)
        self._batches.lift(shown, hidden)
        return self._where_lifted()

    def put_down(self) -> list[Rect]:
        """Take them back into the picture; returns the areas in which they are drawn."""
        self._batches.put_down()
        return self._where_lifted()

    def _where_lifted(self) -> list[Rect]:
        return [self._blocks[id].bounds for id in self._lifted if id in self._blocks]

    def paint_lifted(self, painter: QPainter, area: Rect, scale: float) -> None:
        """What is lifted, where it stood before."""
        self._batches.paint_lifted(painter, area, scale)

    def carried(self, id: str, lifted: Lifted) -> list[Shape]:
        """A line at boxes that are lifted, as it is drawn on the way."""
        return self._maker.carried(id, lifted.nodes, lifted.dx, lifted.dy)

    def carried_roughly(self, id: str, lifted: Lifted) -> tuple[Point, ...]:
        """Its corners only."""
        return self._maker.carried_roughly(id, lifted.nodes, lifted.dx, lifted.dy)

    def _load(self) -> None:
        """Take in every block, neighbours one after another: batches of neighbours are small, and few are in sight."""
        made = (self._maker.block(id, "far") for id in self._maker.ids_in_order())
        blocks = sorted((block for block in made if block is not None), key=_quarter)
        self._blocks = {block.record: block for block in blocks}
        self._edges.fill({block.record: block.bounds for block in blocks if block.role == "edge"})
        for block in blocks:
            self._batches.set_block(block.record, block, self._height(block))

    def _take(self, block: Block) -> None:
        """Changed blocks lie a little above the others, in small batches of their own that are quickly made again."""
        self._blocks[block.record] = block
        self._batches.set_block(block.record, block, self._height(block) + ABOVE)
        if block.role == "edge":
            self._edges.put(block.record, block.bounds)

    def _height(self, block: Block) -> float:
        """Groups from the outside in, then lines, then boxes: few heights, so that batches are large."""
        role = block.role
        if role != "group":
            return NODE_HEIGHT if role == "node" else EDGE_HEIGHT
        depth, group = 0.0, self._document.nodes[block.record].group
        while group is not None:
            depth, group = depth + 1, self._document.nodes[group].group
        return min(depth, EDGE_HEIGHT - 1)

    def _rebuild(self, id: str, is_one_of_many: bool) -> list[Rect]:
        """Of thousands that are new at once (a large paste) sketches do, as when a chart is opened."""
        old = self._blocks.get(id)
        new = self._maker.block(id, "far" if is_one_of_many and old is None else "seen")
        if new is None:
            self._drop(id)
        elif new != old:
            self._take(new)
        else:
            return []
        return [block.bounds for block in (old, new) if block is not None]

    def _drop(self, id: str) -> None:
        if self._blocks.pop(id, None) is not None:
            self._batches.remove(id)
            self._edges.discard(id)


def _quarter(block: Block) -> tuple[float, float]:
    x, y, width, height = block.bounds
    return (y + height / 2) // QUARTER_PX, (x + width / 2) // QUARTER_PX
