"""The ways in which a branch can be drawn, with their sizes: children in a row, on both sides of a spine, or on rails.

Everything is counted downwards: the parent above, its children below. Other directions turn the result.
"""

import itertools
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from editor.layout.presets import Preset
from editor.routing.ways import RAIL_PX

GAP_PX = 16.0
BRANCH_GAP = 1.5
TRUNK_SHIFT_PX = 10.0
JOINT_GAP_PX = 168.0
"""Between the posts of a shared leadership: the line that joins them carries a word."""
EMPTY_FRAME_PX = 64.0
"""What a drawing asks for the height of a frame with no text of its own; more is for its joint tasks, at its bottom."""
SIDE_PX = 32.0
"""Between a box and those at its side: room for a rail and a little of each line."""
PADDING_PX = 16.0
TITLE_PX = 28.0
ASPECT = 1.6
"""Width to height of the room for the chart on a page across (A4 less margins, title and source line)."""


class Spacing(NamedTuple):
    """Distances of a layout, and the shape it aims at.

    beside, leaf: between branches, and between boxes without branches, side by side.
    between: from a box down to the row of its children.  hook: down to the stack on a rail.
    stack: between the boxes of a stack.  pad: left, top, right and bottom of a group's frame.
    stacks: how children stand, as the preset says.  rail: from the left of a stack's rail room to its boxes.
    side: between a box and those at its side.
    """

    beside: float
    between: float
    leaf: float
    hook: float
    stack: float
    aspect: float
    pad: tuple[float, float, float, float]
    stacks: str = "free"
    rail: float = RAIL_PX
    side: float = SIDE_PX

    def aired(self, times: float) -> "Spacing":
        """With so many times the distances downwards."""
        return self._replace(between=self.between * times, hook=self.hook * times, stack=self.stack * times)

    def even(self, gap: float) -> "Spacing":
        """With this distance between all that stands side by side."""
        return self._replace(beside=gap, leaf=gap)

    def after(self, item: "Shape") -> float:
        """The room below an item of a stack; more where the item is a branch."""
        return self.stack * (BRANCH_GAP if item.hangs else 1.0)


def spacing_of(preset: Preset, aspect: float = ASPECT) -> Spacing:
    """The distances for a preset, seen as if it ran downwards. aspect: width to height of the room on the page."""
    titled = PADDING_PX + TITLE_PX
    plain = PADDING_PX
    is_sideways = preset.direction in ("LR", "RL")
    upright = (plain, plain, plain, titled) if preset.direction == "BT" else (plain, titled, plain, plain)
    tight = min(1.0, max(0.5, preset.gap_px / GAP_PX))
    return Spacing(
        beside=preset.beside_px,
        between=preset.between_px,
        leaf=preset.gap_px if is_sideways else preset.beside_px,
        hook=preset.hook_px,
        stack=preset.gap_px,
        aspect=1 / aspect if is_sideways else aspect,
        pad=(titled, plain, plain, plain) if is_sideways else upright,
        stacks="free" if preset.stacks == "layers" else preset.stacks,
        rail=RAIL_PX * tight,
        side=SIDE_PX * tight,
    )


class Kind(Enum):
    """How the children of a box stand under it."""

    ROW = "row"
    SPINE = "spine"
    RAIL = "rail"
    FOREST = "forest"


class Area(NamedTuple):
    """Children of one box, arranged. `parts`: the row; or left, right, left, … of the spine; or the columns.

    `port`: where the parent's centre belongs; None where the parent's left side stands over the area's left side.
    """

    kind: Kind
    width: float
    height: float
    port: float | None
    strain: float
    parts: tuple[tuple["Shape", ...], ...]
    gap: float


class Shape(NamedTuple):
    """One way to draw a branch: its box on top (none for a bare stack of leaves) and the area of its children.

    `port`: the centre of its box, from the left. `strain`: how far it is from the plainest look.
    `owner`: of a bare stack, the box that it hangs under where that is not the box above it but a member of that frame;
    `shift`: how much higher or lower its trunk then runs, so that two members' trunks are two lines.
    `lead`: empty room above its box, where siblings of an earlier sector stand; `height` includes it, `head` does not.
    `side`: boxes in a column at the right of its own; `box_height` then says how high that is, `head` both together.
    """

    width: float
    height: float
    port: float
    strain: float
    id: str | None
    box_width: float
    head: float
    area: Area | None = None
    area_x: float = 0.0
    inner: Area | None = None
    owner: str | None = None
    shift: float = 0.0
    side: tuple["Shape", ...] = ()
    box_height: float | None = None
    lead: float = 0.0

    @property
    def is_flush(self) -> bool:
        """Whether its box stands at the very left, so that it can hang on a rail."""
        return self.port * 2 == self.box_width and not self.lead

    def led(self, lead: float) -> "Shape":
        """The same with so much empty room above it instead of what it has."""
        return self._replace(height=self.height - self.lead + lead, lead=lead)

    @property
    def own_height(self) -> float:
        return self.head if self.box_height is None else self.box_height

    @property
    def hangs(self) -> bool:
        """Whether something hangs under its box, which then starts below the highest box of the row."""
        return self.id is not None and self.area is not None


def leaf(id: str, size: tuple[float, float], inner: Area | None = None) -> Shape:
    width, height = size
    return Shape(width, height, width / 2, inner.strain if inner else 0.0, id, width, height, None, 0.0, inner)


def accompanied(head: Shape, side: Sequence[Shape], spacing: Spacing) -> Shape:
    """A box with others in a column at its right, the first level with it; the box is at least as high as that one."""
    width = head.width + spacing.side + max([item.width for item in side])
    own = max(head.height, side[0].height)
    column = sum([item.height for item in side]) + spacing.stack * (len(side) - 1)
    height = max(own, (own - side[0].height) / 2 + column)
    return head._replace(width=width, height=height, head=height, side=tuple(side), box_height=own)


def headed(head: Shape, area: Area) -> Shape:
    """A box (or a group's frame) with its children below it."""
    half = head.box_width / 2
    left = half if area.port is None else max(half, area.port)
    area_x = 0.0 if area.port is None else left - area.port
    right = max(left + head.width - half, area_x + area.width)
    height = head.head + area.gap + area.height
    strain = head.strain + area.strain
    return head._replace(width=right, height=height, port=left, strain=strain, area=area, area_x=area_x)


def bare(area: Area) -> Shape:
    """A stack of leaves that stands in a row beside other children of the same parent."""
    return Shape(area.width, area.height, area.width / 2, area.strain, None, 0.0, 0.0, area)


def row_head(items: Sequence[Shape]) -> float:
    """The height from which the children of a row's boxes start; what stands at a side may reach farther down."""
    return max([item.own_height for item in items if item.id is not None and not item.lead], default=0.0)


def row_height(items: Sequence[Shape], head: float) -> float:
    heights = [
        item.height + (head - item.head if item.hangs and item.head < head and not item.lead else 0.0) for item in items
    ]
    return max(heights, default=0.0)


def mean_strain(items: Sequence[Shape]) -> float:
    return sum([item.strain for item in items]) / max(len(items), 1)


def row_gap(one: Shape, other: Shape, spacing: Spacing) -> float:
    return spacing.leaf if one.area is None and other.area is None else spacing.beside


def row_width(items: Sequence[Shape], spacing: Spacing) -> float:
    gaps = sum([row_gap(one, other, spacing) for one, other in itertools.pairwise(items)])
    return sum([item.width for item in items]) + gaps


def row(items: Sequence[Shape], spacing: Spacing, strain: float = 0.0) -> Area:
    """Side by side, the parent over the middle between the first and the last."""
    width = row_width(items, spacing)
    height = row_height(items, row_head(items))
    port = (items[0].port + width - items[-1].width + items[-1].port) / 2
    strain += mean_strain(items)
    return Area(Kind.ROW, width, height, port, strain, (tuple(items),), spacing.between)


def spine(rows: Sequence[tuple[Sequence[Shape], Sequence[Shape]]], spacing: Spacing, strain: float) -> Area:
    """Rows on both sides of a line that runs down from the parent."""
    left = max([row_width(before, spacing) for before, _ in rows]) + spacing.beside / 2
    right = max([row_width(after, spacing) for _, after in rows]) + spacing.beside / 2
    height = sum([row_height(items, row_head(items)) for items in ([*a, *b] for a, b in rows)]) + spacing.between * (
        len(rows) - 1
    )
    inside = mean_strain([item for pair in rows for side in pair for item in side])
    parts = tuple(tuple(side) for pair in rows for side in pair)
    return Area(Kind.SPINE, left + right, height, left, inside + strain, parts, spacing.between)


def rail_column(items: Sequence[Shape], spacing: Spacing) -> tuple[float, float]:
    """Width and height of one column, its rail included."""
    height = sum([item.height + spacing.after(item) for item in items]) - spacing.after(items[-1])
    return spacing.rail + max([item.width for item in items]), height


def rails(columns: Sequence[Sequence[Shape]], spacing: Spacing, strain: float) -> Area:
    """Columns, each with its rail at the left."""
    sizes = [rail_column(column, spacing) for column in columns]
    width = sum([size[0] for size in sizes]) + spacing.stack * (len(columns) - 1)
    inside = mean_strain([item for column in columns for item in column])
    port = None if len(columns) == 1 else width / 2
    parts = tuple(tuple(column) for column in columns)
    return Area(Kind.RAIL, width, max([size[1] for size in sizes]), port, inside + strain, parts, spacing.hook)


def forest(rows: Sequence[Sequence[Shape]], spacing: Spacing) -> Area:
    """Rows of branches that no line joins, all of them equally far apart."""
    even = spacing.even(spacing.beside)
    width = max((row_width(items, even) for items in rows), default=0.0)
    height = sum(row_height(items, row_head(items)) for items in rows) + spacing.beside * max(len(rows) - 1, 0)
    strain = mean_strain([item for items in rows for item in items])
    return Area(Kind.FOREST, width, height, width / 2, strain, tuple(tuple(items) for items in rows), spacing.beside)
