"""The layouts that can be chosen: those that travel with the program, and the user's own after them."""

from pathlib import Path

import msgspec

from editor.errors import UserError
from editor.layout.presets import Preset, Presets, load_presets
from editor.storage.files import save_atomically
from editor.storage.packaged import resources_dir
from editor.storage.settings import settings_path

NAME = "presets.toml"
OWN_NAME = "presets.json"


def packaged_presets() -> Presets:
    """The presets that travel with the program."""
    return load_presets(resources_dir() / NAME)


def own_presets_path() -> Path:
    """Where the user's own presets are kept: beside the settings."""
    return settings_path().with_name(OWN_NAME)


def the_presets(own: Path | None = None) -> Presets:
    """All presets there are. UserError, naming the file and what is wrong, where the user's own can't be understood."""
    path = own or own_presets_path()
    return {**packaged_presets(), **{preset.id: preset for preset in _own(path)}}


def save_preset(preset: Preset, own: Path | None = None) -> None:
    """Keep a preset of the user's own; one with the same id is replaced. UserError where that can't be written."""
    path = own or own_presets_path()
    kept = [*(other for other in _own(path) if other.id != preset.id), preset]
    path.parent.mkdir(parents=True, exist_ok=True)
    save_atomically(path, msgspec.json.format(msgspec.json.encode(kept)) + b"\n")


def _own(path: Path) -> list[Preset]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=list[Preset])
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError, msgspec.DecodeError) as error:
        raise UserError(
            {
                "sv": f"De egna utläggningarna går inte att läsa: {error}.",
                "en": f"Your own layouts can't be read: {error}.",
            },
            {"sv": "Rätta filen eller flytta undan den.", "en": "Correct the file or move it away."},
            where=str(path),
        ) from error
