"""The files that were opened last, newest first, as part of the settings."""

from pathlib import Path

import msgspec

from editor.storage.settings import Settings

MOST = 12


def remembered(settings: Settings, path: Path) -> Settings:
    """The settings with this file as the newest."""
    name = str(path.absolute())
    others = [other for other in settings.recent if other != name]
    return msgspec.structs.replace(settings, recent=(name, *others)[:MOST])


def forgotten(settings: Settings, path: Path) -> Settings:
    """The settings without this file."""
    name = str(path.absolute())
    return msgspec.structs.replace(settings, recent=tuple(other for other in settings.recent if other != name))


def present(settings: Settings) -> list[Path]:
    """The remembered files that are still there."""
    return [path for path in map(Path, settings.recent) if path.is_file()]
