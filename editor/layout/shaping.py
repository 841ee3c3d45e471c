"""Choosing how each branch is drawn, so that the whole chart fits a page: a few shapes for each, from the leaves up."""

import math
from collections.abc import Iterable, Mapping, Sequence

from editor.layout.branches import Branches
from editor.layout.levels import Levels
from editor.layout.shapes import (
    EMPTY_FRAME_PX,
    JOINT_GAP_PX,
    TRUNK_SHIFT_PX,
    Area,
    Kind,
    Shape,
    Spacing,
    accompanied,
    bare,
    forest,
    headed,
    leaf,
    rails,
    row,
    row_width,
    spine,
)

MOST_SHAPES, MOST_SHAPES_OF_MANY, MANY = 24, 8, 1000
"""Shapes that are kept for each branch; fewer in a chart of many boxes, where what is chosen below hardly shows."""
MOST_IN_ROW = 8
"""Leaves that may stand side by side; more are always stacked."""
AIRS = (1.3, 1.6)
"""How many times the usual distances downwards may become in a chart that is too wide."""
MOST_STACKS = 6
TALL_COLUMN = 12
"""Boxes of a column beyond which it begins to look like a list."""
ROWS = (2, 3, 4, 6, 9, 14, 20, 30)
COLUMNS = (1, 2, 3, 4, 5, 6, 8, 11, 13, 15, 17, 20, 24, 28)
SPINE_STRAIN = 0.12
OUTLINE_STRAIN = 0.12
COLUMN_STRAIN = 0.02
MIXED_STRAIN = 0.06
"""For siblings that are not drawn in the same way."""
TOO_LONG = 1.3
TOO_WIDE_STRAIN = 2.0
TOO_HIGH_STRAIN = 0.5
"""How many times longer than aimed at a chart may be, and what counts from there on; columns are read easily."""


def shape_branches(
    branches: Branches, sizes: Mapping[str, tuple[float, float]], spacing: Spacing, levels: Levels | None = None
) -> dict[str, Shape]:
    """The best shape of every branch that has nothing above it in the document."""
    shapes: dict[str, list[Shape]] = {}
    most = MOST_SHAPES if len(branches.order) <= MANY else MOST_SHAPES_OF_MANY
    for id in reversed(branches.order):
        heads = _heads(id, branches, shapes, sizes, spacing)
        children = branches.below.get(id, ())
        below = [shapes.pop(child) for child in children]
        if levels is not None:
            below = _led(below, levels.leads(children, spacing.between))
            levels.learn(id, heads[0].own_height, children, spacing.between)
        spilled = {
            member: [shapes.pop(child) for child in theirs] for member, theirs in branches.spilled.get(id, {}).items()
        }
        if not below and not spilled:
            shapes[id] = heads
            continue
        areas = _spilled_areas(below, spilled, spacing) if spilled else _areas(below, spacing)
        shapes[id] = _kept([headed(head, area) for head in heads for area in areas], most)
    return {id: best(shapes[id], spacing) for id in branches.roots}


def shape_document(
    branches: Branches, sizes: Mapping[str, tuple[float, float]], spacing: Spacing, levels: Levels | None = None
) -> tuple[dict[str, Shape], Spacing]:
    """The best shapes, and the spacing they were made with: a chart that is too wide is given more air downwards."""
    shapes = shape_branches(branches, sizes, spacing, levels)
    if len(shapes) != 1 or len(sizes) > MANY:
        return shapes, spacing
    found = [(shapes, spacing)]
    for air in AIRS:
        whole = next(iter(found[-1][0].values()))
        if whole.width <= whole.height * spacing.aspect * TOO_LONG:
            break
        airy = spacing.aired(air)
        found.append((shape_branches(branches, sizes, airy, levels), airy))
    return min(found, key=lambda one: sum(_cost(shape, spacing) for shape in one[0].values()))


def best(shapes: Iterable[Shape], spacing: Spacing) -> Shape:
    """The one that can be shown largest on the page and is least strained."""
    return min(shapes, key=lambda shape: _cost(shape, spacing))


def _cost(shape: Shape, spacing: Spacing) -> float:
    wide, high = shape.width / spacing.aspect, shape.height
    too_wide = max(0.0, math.log(wide / high / TOO_LONG))
    too_high = max(0.0, math.log(high / wide / TOO_LONG))
    return math.log(max(wide, high)) + TOO_WIDE_STRAIN * too_wide + TOO_HIGH_STRAIN * too_high + shape.strain


def _heads(
    id: str,
    branches: Branches,
    shapes: dict[str, list[Shape]],
    sizes: Mapping[str, tuple[float, float]],
    spacing: Spacing,
) -> list[Shape]:
    """The box itself, or the frame of a group around its members."""
    members = branches.inside.get(id)
    if members is None:
        own, beside = leaf(id, sizes[id]), [shapes.pop(other)[0] for other in branches.beside.get(id, ())]
        return [accompanied(own, beside, spacing) if beside else own]
    inside = [shapes.pop(member) for member in members]
    areas = _joined(inside, spacing) if id in branches.joint else packings(inside, spacing)
    return [leaf(id, _frame_size(area, sizes[id], spacing), area) for area in areas]


def _joined(members: Sequence[list[Shape]], spacing: Spacing) -> list[Area]:
    """The posts of a shared leadership beside each other."""
    apart = spacing.even(JOINT_GAP_PX)
    return _kept_areas([forest([chosen], apart) for chosen in _selections(members)])


def _frame_size(area: Area, own: tuple[float, float], spacing: Spacing) -> tuple[float, float]:
    """A frame around its members, wide enough for its tab, and with its joint tasks below them."""
    left, top, right, bottom = spacing.pad
    width, height = area.width + left + right, area.height + top + bottom
    if spacing.aspect < 1:  # seen sideways: what is the frame's height on paper is its width here
        return width + max(0.0, own[0] - EMPTY_FRAME_PX), max(height, own[1])
    return max(width, own[0]), height + max(0.0, own[1] - EMPTY_FRAME_PX)


def _spilled_areas(below: list[list[Shape]], spilled: Mapping[str, list[list[Shape]]], spacing: Spacing) -> list[Area]:
    """Under a frame: what hangs under its members, each member's apart from the others', around what hangs under it."""
    blocks = []
    for place, (member, children) in enumerate(spilled.items()):
        shift = (place - (len(spilled) - 1) / 2) * min(TRUNK_SHIFT_PX, spacing.between / 2 / len(spilled))
        areas = _areas(children, spacing)
        blocks.append([bare(area)._replace(owner=member, shift=shift) for area in areas])
    middle = (len(blocks) + 1) // 2
    items = [*blocks[:middle], *below, *blocks[middle:]]
    return _kept_areas([row(chosen, spacing) for chosen in _selections(items)])


def packings(members: Sequence[list[Shape]], spacing: Spacing) -> list[Area]:
    """Branches that no line joins, in rows of different widths."""
    found = []
    for chosen in _selections(members):
        total = sum(shape.width * shape.height for shape in chosen)
        widest = max(shape.width for shape in chosen)
        for aspect in (spacing.aspect / 2, spacing.aspect, spacing.aspect * 2):
            width = max(widest, math.sqrt(total * aspect) * 1.15)
            found.append(forest(_shelves(chosen, width, spacing), spacing))
    return _kept_areas(found)


def _shelves(items: Sequence[Shape], width: float, spacing: Spacing) -> list[list[Shape]]:
    rows: list[list[Shape]] = [[]]
    used = 0.0
    for item in items:
        if rows[-1] and used + spacing.beside + item.width > width:
            rows.append([])
            used = 0.0
        used += item.width + (spacing.beside if rows[-1] else 0.0)
        rows[-1].append(item)
    return rows


def _led(children: list[list[Shape]], leads: Sequence[float]) -> list[list[Shape]]:
    """Each with so much room above it."""
    return [
        [shape.led(lead) for shape in shapes] if lead else shapes for shapes, lead in zip(children, leads, strict=True)
    ]


def _areas(children: list[list[Shape]], spacing: Spacing) -> list[Area]:
    if all(_is_leaf(child) for child in children):
        leaves = [child[0] for child in children]
        if len(leaves) <= MOST_IN_ROW and any([leaf.lead for leaf in leaves]) and spacing.stacks == "free":
            return [row(leaves, spacing)]
        return _leaf_areas([leaf.led(0.0) for leaf in leaves], spacing)
    if len(children) == 1 and spacing.stacks != "one":
        return [row([shape], spacing) for shape in children[0]]
    flush = [shape for child in children if (shape := _flush(child)) is not None]
    if spacing.stacks == "one" and len(flush) == len(children):
        return [rails([flush], spacing, OUTLINE_STRAIN)]
    if spacing.stacks != "free":
        return _kept_areas([row(chosen, spacing) for chosen in _selections(children)])
    items = _with_stacks(children, spacing)
    found = []
    for chosen in _selections(items):
        mixed = MIXED_STRAIN if len({_style(shape) for shape in chosen} - {None}) > 1 else 0.0
        found.append(row(chosen, spacing, mixed))
        for count in ROWS:
            if count * 2 <= len(chosen):
                rows = _halved(_broken(chosen, count), spacing)
                found.append(spine(rows, spacing, SPINE_STRAIN + mixed))
    if len(flush) == len(children):
        found += _outlines(flush, spacing)
    return _kept_areas(found)


def _is_leaf(shapes: list[Shape]) -> bool:
    return shapes[0].area is None and shapes[0].inner is None


def _leaf_areas(leaves: Sequence[Shape], spacing: Spacing) -> list[Area]:
    """As the preset says, or all ways that there are."""
    if spacing.stacks == "rows":
        return [row(leaves, spacing)]
    if spacing.stacks in ("one", "two"):
        return [rails(_broken(leaves, 1 if spacing.stacks == "one" else 2, upright=True), spacing, 0.0)]
    if spacing.stacks == "sides":
        pairs = [(leaves[at : at + 1], leaves[at + 1 : at + 2]) for at in range(0, len(leaves), 2)]
        return [spine(pairs, spacing, 0.0)]
    found = [rails(columns, spacing, strain) for columns, strain in _columns(leaves)]
    if len(leaves) <= MOST_IN_ROW:
        found.append(row(leaves, spacing))
    return found


def _columns(items: Sequence[Shape]) -> list[tuple[list[list[Shape]], float]]:
    found = []
    for count in COLUMNS:
        if count > 1 and count * 2 > len(items) + 1:
            break
        columns = _broken(items, count, upright=True)
        longest = max(len(column) for column in columns)
        found.append((columns, COLUMN_STRAIN * (count - 1) * max(0, 8 - longest) / 8 + _tallness(longest)))
    return found


def _tallness(rows: int) -> float:
    return COLUMN_STRAIN * max(0.0, math.log2(rows / TALL_COLUMN)) if rows else 0.0


def _outlines(items: Sequence[Shape], spacing: Spacing) -> list[Area]:
    return [rails(columns, spacing, strain + OUTLINE_STRAIN) for columns, strain in _columns(items)]


def _with_stacks(children: list[list[Shape]], spacing: Spacing) -> list[list[Shape]]:
    """Leaves that follow each other, at the same height, become one stack beside the branches."""
    items: list[list[Shape]] = []
    run: list[Shape] = []
    for child in [*children, None]:
        leaf = child[0] if child is not None and _is_leaf(child) else None
        if run and (leaf is None or leaf.lead != run[0].lead):
            items.append(run if len(run) == 1 else _stack(run, spacing))
            run = []
        if leaf is not None:
            run.append(leaf)
        elif child is not None:
            items.append(child)
    return items


def _stack(leaves: list[Shape], spacing: Spacing) -> list[Shape]:
    lead = leaves[0].lead
    columns = _columns([leaf.led(0.0) for leaf in leaves])
    return [bare(rails(parts, spacing, strain)).led(lead) for parts, strain in columns][:MOST_STACKS]


def _style(shape: Shape) -> bool | None:
    """Whether its children hang on rails; None where it has none, or one below the other."""
    area = shape.area
    while area is not None and len(area.parts) == 1 and len(area.parts[0]) == 1:
        area = area.parts[0][0].area
    return None if area is None else area.kind is Kind.RAIL


def _selections(items: Sequence[list[Shape]]) -> list[list[Shape]]:
    """One shape for each item: the narrowest that is not higher than the others need be, for some heights."""
    if all([len(shapes) == 1 for shapes in items]):
        return [[shapes[0] for shapes in items]]
    lowest = _least_height(items)
    heights = sorted({shape.height for shapes in items for shape in shapes if shape.height >= lowest})
    step = max(1, math.ceil((len(heights) - 1) / 4))
    chosen = [[_fitting(shapes, height) for shapes in items] for height in (*heights[:-1:step], heights[-1])]
    styles = [[_style(shape) for shape in shapes] for shapes in items]
    for style in (True, False):
        alike = [
            [shape for shape, its in zip(shapes, theirs, strict=True) if its is style or its is None]
            for shapes, theirs in zip(items, styles, strict=True)
        ]
        if all(alike):
            lowest = _least_height(alike)
            chosen += [[_fitting(shapes, height) for shapes in alike] for height in (lowest, lowest * 1.6)]
    return list({tuple(map(id, shapes)): shapes for shapes in chosen}.values())


def _least_height(items: Sequence[list[Shape]]) -> float:
    return max([min([shape.height for shape in shapes]) for shapes in items])


def _fitting(shapes: Sequence[Shape], height: float) -> Shape:
    fitting = [shape for shape in shapes if shape.height <= height]
    return fitting[0] if len(fitting) == 1 else min(fitting, key=_narrowness)


def _narrowness(shape: Shape) -> tuple[float, float]:
    return shape.width, shape.strain


def _flush(shapes: Sequence[Shape]) -> Shape | None:
    return min((shape for shape in shapes if shape.is_flush), key=lambda shape: shape.width, default=None)


def _broken(items: Sequence[Shape], count: int, upright: bool = False) -> list[list[Shape]]:
    """In their order into so many runs of about the same length; as many boxes each where all are alike."""
    lengths = [item.height if upright else item.width for item in items]
    if max(lengths) - min(lengths) < 1.0:
        size = math.ceil(len(items) / count)
        return [list(items[start : start + size]) for start in range(0, len(items), size)]
    total, used, last = sum(lengths), 0.0, count - 1
    runs: list[list[Shape]] = [[] for _ in range(count)]
    for item, length in zip(items, lengths, strict=True):
        place = int((used + length / 2) / total * count)
        runs[place if place < last else last].append(item)
        used += length
    return [run for run in runs if run]


def _halved(rows: Sequence[list[Shape]], spacing: Spacing) -> list[tuple[list[Shape], list[Shape]]]:
    """Each row divided where its halves differ least in width."""
    return [_halves(items, spacing) for items in rows]


def _halves(items: list[Shape], spacing: Spacing) -> tuple[list[Shape], list[Shape]]:
    whole, used, split = row_width(items, spacing), 0.0, 0
    while split < len(items) and used + items[split].width / 2 <= whole / 2:
        used += items[split].width + spacing.beside
        split += 1
    return items[:split], items[split:]


def _kept_areas(areas: Sequence[Area]) -> list[Area]:
    """Those that no narrower one beats in height and strain, and one that can hang on a rail."""
    kept: list[Area] = []
    has_flush = False
    for area in sorted(areas, key=_extent):
        flush = area.port is None and not has_flush
        if flush or not _is_beaten(area, kept):
            kept.append(area)
            has_flush = has_flush or flush
    return kept


def _extent(one: Area | Shape) -> tuple[float, float, float]:
    return one.width, one.height, one.strain


def _is_beaten(one: Area | Shape, others: Sequence[Area | Shape]) -> bool:
    height, strain = one.height + 1, one.strain + 1e-9
    return any([height >= other.height and strain >= other.strain for other in others])


def _kept(shapes: Sequence[Shape], most: int) -> list[Shape]:
    """A few that differ in width, none beaten by another in all respects; one that can hang on a rail among them."""
    kept: list[Shape] = []
    for shape in sorted(shapes, key=_extent):
        if not _is_beaten(shape, kept):
            kept.append(shape)
    chosen = _spread(kept, most) if len(kept) > most else kept
    flush = _flush(shapes)
    if flush is not None and not any(shape.is_flush for shape in chosen):
        chosen = [flush, *chosen]
    return chosen


def _spread(shapes: Sequence[Shape], most: int) -> list[Shape]:
    """The most compact of each width class."""
    narrowest = math.log(shapes[0].width)
    span = max(math.log(shapes[-1].width) - narrowest, 1e-9)
    classes: dict[int, Shape] = {}
    for shape in shapes:
        place = round((math.log(shape.width) - narrowest) / span * (most - 1))
        if place not in classes or _bulk(shape) < _bulk(classes[place]):
            classes[place] = shape
    return list(classes.values())


def _bulk(shape: Shape) -> float:
    return math.log(shape.width * shape.height) + 2 * shape.strain
