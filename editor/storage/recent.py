"""The files that were opened last, newest first, kept beside the settings."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from editor.storage.files import save_atomically
from editor.storage.settings import keep_aside

MOST = 12


class RecentFiles:
    """A short list in a JSON file of its own; a damaged one is kept aside and the list begins anew."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._names = _load(path)

    def list(self) -> list[Path]:
        """The remembered files that are still there."""
        return [path for path in map(Path, self._names) if path.is_file()]

    def remembered(self) -> Sequence[Path]:
        """All of them, also those that are gone."""
        return tuple(map(Path, self._names))

    def add(self, path: Path) -> None:
        """Put a file first. UserError where the list can't be kept."""
        name = str(path.absolute())
        self._keep([name, *(other for other in self._names if other != name)])

    def remove(self, path: Path) -> None:
        name = str(path.absolute())
        self._keep([other for other in self._names if other != name])

    def _keep(self, names: Sequence[str]) -> None:
        self._names = [*names[:MOST]]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        save_atomically(self._path, msgspec.json.encode(self._names) + b"\n")


def _load(path: Path) -> list[str]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=list[str])
    except OSError:
        return []
    except (msgspec.DecodeError, UnicodeDecodeError):
        keep_aside(path)
        return []
