"""The layouts that a user can choose between, read from `resources/presets.toml`; users save presets of their own."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

USUAL = "municipal"
Stacks = Literal["free", "rows", "one", "two", "sides", "layers"]
Presets = Mapping[str, "Preset"]
"""By id, in the order in which they are offered."""


class Preset(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a chart is laid out. Distances in pixels; `names` by language.

    engine: of Graphviz (dot, twopi, fdp …).  direction: its rankdir (TB, BT, LR, RL).
    beside_px: between branches side by side.  between_px: from a box down to the row of its children.
    gap_px: between the boxes of a stack.  hook_px: from a box down to a stack.
    stacks: how children stand under their parent: as the page asks for ("free"), in rows, in one or two columns, or
    in a column at either side; "layers" for each box below all whose lines come to it, as "free" does where a chart is
    no tree.
    companions: whether deputies, assistants, staff and heads of units stand at the side of what they belong to;
    "loose" for those only that hang under nothing.
    lanes: whether each sector has rows of its own; "levels" for sectors below each other among those that hang under
    the same box only.
    wrap_px: the widest that boxes of a kind are made; longer names are broken. None for as the drawing likes them.
    """

    id: str
    names: Mapping[str, str]
    engine: str = "dot"
    direction: Literal["TB", "BT", "LR", "RL"] = "TB"
    beside_px: float = 24.0
    between_px: float = 48.0
    gap_px: float = 16.0
    hook_px: float = 24.0
    stacks: Stacks = "free"
    companions: bool | Literal["loose"] = False
    lanes: bool | Literal["levels"] = False
    wrap_px: float | None = None

    def tightened(self, times: float) -> "Preset":
        """With so many times its distances."""
        return msgspec.structs.replace(
            self,
            beside_px=self.beside_px * times,
            between_px=self.between_px * times,
            gap_px=self.gap_px * times,
            hook_px=self.hook_px * times,
        )


def load_presets(path: Path, base: Presets | None = None) -> Presets:
    """Read a file of presets: a table for each, under its id; those of `base` come first and may be replaced.

    Raises OSError, UnicodeDecodeError, TOMLDecodeError, or msgspec.ValidationError that names what is at fault.
    """
    data = tomllib.loads(path.read_text("utf-8"))
    own = msgspec.convert({id: {"id": id, **table} for id, table in data.items()}, dict[str, Preset])
    return {**(base or {}), **own}
