"""What every window of one run shares: words, looks, vocabulary, measuring, choices."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from editor.errors import UserError
from editor.layout.presets import Preset
from editor.model.vocabulary import Vocabulary
from editor.storage.journal import Recovery
from editor.storage.presets import OWN_NAME
from editor.storage.recent import RecentFiles
from editor.storage.settings import Settings, load_settings, save_settings
from editor.text.measure import TextMeasurer
from editor.ui.language import Language
from editor.ui.look.appearance import Appearance


class Choices:
    """The user's settings, written whenever one changes, and the recent files with their pictures."""

    def __init__(self, settings_path: Path) -> None:
        self._path = settings_path
        self.settings: Settings = load_settings(settings_path)
        self._recent = RecentFiles(settings_path.with_name("recent.json"))

    def change(self, **fields: object) -> None:
        self.settings = msgspec.structs.replace(self.settings, **fields)
        try:
            save_settings(self._path, self.settings)
        except (UserError, OSError):
            return  # A choice that can't be kept holds for this run; that is no reason to stop anyone's work.

    @property
    def recent(self) -> list[Path]:
        return self._recent.list()

    @property
    def remembered(self) -> Sequence[Path]:
        """The recent files, those that are gone among them."""
        return self._recent.remembered()

    def remember(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        try:
            self._recent.add(path)
        except (UserError, OSError):
            return  # As above: the file is open, which is what was asked for.

    def forget(self, path: Path) -> None:
        """Take a file that is gone off the recent ones."""
        try:
            self._recent.remove(path)
        except (UserError, OSError):
            return  # As above.

    @property
    def presets_path(self) -> Path:
        """Where the user's own layouts are kept."""
        return self._path.with_name(OWN_NAME)

    def picture_path(self, path: Path) -> Path:
        """Where the picture of a recent file is kept."""
        name = hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:20]
        return self._path.with_name("pictures") / f"{name}.png"


@dataclass(frozen=True)
class Surroundings:
    """Handed to the constructors of windows and panes; nothing here is global."""

    language: Language
    appearance: Appearance
    vocabulary: Vocabulary
    presets: dict[str, Preset]
    measurer: TextMeasurer
    choices: Choices
    recovery: Recovery
    trouble: UserError | None = None
    """What went wrong while all this was read; the first window says it."""
