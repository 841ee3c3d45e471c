"""What a layout says: where every box stands and how every line bends."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from editor.geometry import Point, Rect


class Arrangement(NamedTuple):
    """Boxes by node and bends by edge; an element that is not named stays as it is.

    ports: by edge, how far from the centres of its source and its target it begins and ends, where that is not there.
    """

    boxes: Mapping[str, Rect]
    bends: Mapping[str, tuple[Point, ...]]
    ports: Mapping[str, tuple[Point, Point]] = MappingProxyType({})
