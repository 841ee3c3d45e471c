"""Many boxes on their way: they are shown moved, and written when they are let go of."""

import msgspec


class Lifted(msgspec.Struct, frozen=True):
    """nodes: all that moves, the insides of groups among it.  dx, dy: how far, in drawing pixels."""

    nodes: frozenset[str]
    dx: float = 0.0
    dy: float = 0.0
