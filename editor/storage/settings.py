"""What the user has chosen, kept as JSON where the system keeps settings; a damaged file gives the defaults."""

import os
from pathlib import Path

import msgspec
import platformdirs

from editor.storage.files import save_atomically

FOLDER_VARIABLE = "LEDGRAF_CONFIG_DIR"
"""Points the settings elsewhere: for tests, and for a portable installation."""


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    """The choices. lang: "sv", "en", or None = as the system says.  theme: None = as the system says.

    engine: the path of a Graphviz `dot` to use instead of the one that ships.
    snapping / grid: whether dragged boxes catch on to their neighbours, and on to a grid.
    window / panes: what Qt gives to restore a window by, as hexadecimal text.
    export_folder / export_format: where the last export went, and as what.  printing: paper and size, as JSON.
    """

    lang: str | None = None
    theme: str | None = None
    engine: str | None = None
    snapping: bool = True
    grid: bool = False
    minimap: bool = True
    window: str | None = None
    panes: str | None = None
    export_folder: str | None = None
    export_format: str | None = None
    printing: str | None = None


def settings_path() -> Path:
    folder = os.environ.get(FOLDER_VARIABLE)
    return (
        Path(folder) if folder else Path(platformdirs.user_config_dir("ledgraf", appauthor=False))
    ) / "settings.json"


def load_settings(path: Path) -> Settings:
    """The saved choices, else the defaults. A file that can't be understood is kept aside as `.damaged`."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except OSError:
        return Settings()
    except (msgspec.DecodeError, UnicodeDecodeError):
        keep_aside(path)
        return Settings()


def save_settings(path: Path, settings: Settings) -> None:
    """Raises UserError where they can't be kept."""
    path.parent.mkdir(parents=True, exist_ok=True)
    save_atomically(path, msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n")


def keep_aside(path: Path) -> None:
    """Rename a file that can't be understood, so that nothing in it is lost."""
    try:
        path.replace(path.with_suffix(".damaged"))
    except OSError:
        return  # A folder that can't be written to: the file stays where it is, which loses nothing either.
