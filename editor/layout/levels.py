"""Political bodies above the administration above companies: how much lower a box starts than its siblings of an
earlier sector.
"""

from collections.abc import Mapping, Sequence


class Levels:
    """What is learned from the leaves up. `lane`: by box, the place of its sector in the vocabulary's order."""

    def __init__(self, lane: Mapping[str, int]) -> None:
        self._lane = lane
        self._reach: dict[str, float] = {}

    def learn(self, id: str, own_height: float, below: Sequence[str], between: float) -> None:
        """How far down the boxes of its own sector reach that hang under a box, itself included."""
        lane = self._lane.get(id)
        own = [self._reach[child] for child in below if self._lane.get(child) == lane]
        self._reach[id] = own_height + (between + max(own) if own else 0.0)

    def leads(self, siblings: Sequence[str], between: float) -> list[float]:
        """For each, the room above it in which siblings of earlier sectors stand."""
        lanes = [self._lane.get(id, 0) for id in siblings]
        if len(set(lanes)) < 2:
            return [0.0] * len(siblings)
        reaches = [self._reach[id] + between for id in siblings]
        return [
            max([reach for reach, other in zip(reaches, lanes, strict=True) if other < lane], default=0.0)
            for lane in lanes
        ]
