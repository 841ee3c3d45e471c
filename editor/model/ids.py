"""New ids that collide with nothing."""

from collections.abc import Callable


def new_id(prefix: str, taken: Callable[[str], bool], start: int = 0) -> str:
    """The first of prefix0, prefix1, … from `start` on that is not taken."""
    number = start
    while taken(f"{prefix}{number}"):
        number += 1
    return f"{prefix}{number}"
