"""Where a record may be drawn, told without drawing it: rather too large an area than too small."""

from collections.abc import Mapping

from editor.geometry import Rect, bounds_of_points
from editor.model.records import Edge, Node

ANYWHERE = Rect(-1e12, -1e12, 2e12, 2e12)
WORD_PX = 200.0
"""No line's word reaches farther from it, unless its letters are of an unusual size."""


def reach(id: str, old: Rect, nodes: Mapping[str, Node], edges: Mapping[str, Edge]) -> Rect:
    """Around where it was drawn (`old`) and where it may be now."""
    edge = edges.get(id)
    if edge is not None:
        return _reach_of_line(edge, old, nodes)
    node = nodes.get(id)
    if node is None:
        return old
    if node.box is None or node.labels or _is_nested(node):
        return ANYWHERE
    return node.box.grown(max(old.width, old.height)).united(old)


def _reach_of_line(edge: Edge, old: Rect, nodes: Mapping[str, Node]) -> Rect:
    """Plain numbers: a drag of hundreds of boxes asks it thousands of times in every frame."""
    source, target = nodes[edge.source], nodes[edge.target]
    one, other = source.box, target.box
    if one is None or other is None or edge.look.font_size is not None or _is_nested(source) or _is_nested(target):
        return ANYWHERE
    left, top, width, height = one
    right, bottom = left + width, top + height
    x, y, width, height = other
    left, top = (x if x < left else left) - WORD_PX, (y if y < top else top) - WORD_PX
    right = (x + width if x + width > right else right) + WORD_PX
    bottom = (y + height if y + height > bottom else bottom) + WORD_PX
    around = Rect(left, top, right - left, bottom - top).united(old)
    bends = bounds_of_points(edge.bends) if edge.bends else None
    return around if bends is None else around.united(bends.grown(WORD_PX))


def _is_nested(node: Node) -> bool:
    """Whether more than its own box decides where it is drawn: groups are drawn otherwise when they are folded."""
    return node.is_group or node.group is not None
