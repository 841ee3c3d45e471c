"""Where dragged boxes would land if they were let go of here: shown before it is done."""

import msgspec

from editor.geometry import Point, Rect


class Drop(msgspec.Struct, frozen=True):
    """The preview. parent: the id they would hang under; None = at the top of the structure.

    target: the parent's box.  landing: where the first of them would stand.  words: the same in words.
    at: where the pointer is.
    """

    parent: str | None
    words: str
    at: Point
    target: Rect | None = None
    landing: Rect | None = None
