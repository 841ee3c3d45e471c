"""New ids that collide with nothing."""

from collections.abc import Callable


def new_id(prefix: str, taken: Callable[[str], bool], start: int = 0) -> str:
    """The first of prefix0, prefix1, … from `start` on that is not taken."""
    number = start
    while taken(f"{prefix}{number}"):
        number += 1
    return f"{prefix}{number}"


class NewIds:
    """New ids for many at a time, where what was taken stays so: it goes on counting where it stopped."""

    def __init__(self) -> None:
        self._next: dict[str, int] = {}

    def new(self, prefix: str, taken: Callable[[str], bool], start: int = 0) -> str:
        """As `new_id`."""
        id = new_id(prefix, taken, self._next.get(prefix, start))
        self._next[prefix] = int(id[len(prefix) :]) + 1
        return id
