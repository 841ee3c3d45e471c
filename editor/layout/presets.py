"""The layouts that a user can choose between."""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec


class Preset(msgspec.Struct, frozen=True):
    """A Graphviz engine with its direction and spacing in pixels. `names`: by language."""

    id: str
    names: Mapping[str, str]
    engine: str
    direction: str = "TB"
    beside_px: float = 24.0
    between_px: float = 48.0


PRESETS: Mapping[str, Preset] = MappingProxyType(
    {
        preset.id: preset
        for preset in (
            Preset("down", {"sv": "Nedåt", "en": "Downwards"}, "dot"),
            Preset("right", {"sv": "Åt höger", "en": "To the right"}, "dot", direction="LR"),
            Preset("up", {"sv": "Uppåt", "en": "Upwards"}, "dot", direction="BT"),
            Preset("left", {"sv": "Åt vänster", "en": "To the left"}, "dot", direction="RL"),
            Preset("radial", {"sv": "Radiell", "en": "Radial"}, "twopi"),
            Preset("organic", {"sv": "Organisk", "en": "Organic"}, "fdp"),
        )
    }
)
