"""What a layout says: where every box stands and how every line bends."""

from collections.abc import Mapping
from typing import NamedTuple

from editor.geometry import Point, Rect


class Arrangement(NamedTuple):
    """Boxes by node and bends by edge; an element that is not named stays as it is."""

    boxes: Mapping[str, Rect]
    bends: Mapping[str, tuple[Point, ...]]
