"""Asking where a file should go."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from editor.ui.dialogs import asking
from editor.ui.language import Language


def choose_target(parent: QWidget, words: Language, title: str, suggestion: Path, kinds: dict[str, str]) -> Path | None:
    """The path the user chose, None where nothing was. `kinds`: suffix → what files with it are called.

    A name without a known suffix gets that of the kind that was chosen. The system's dialog has asked about a file that
    is overwritten, but not about the one with the suffix; that is asked here.
    """
    filters = {f"{name} (*{suffix})": suffix for suffix, name in kinds.items()}
    plain_title = title.removesuffix("…").strip()
    name, kind = QFileDialog.getSaveFileName(parent, plain_title, str(suggestion), ";;".join(filters))
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() in kinds:
        return path
    path = path.with_name(path.name + filters.get(kind, next(iter(kinds))))
    return path if not path.exists() or asking.ask_to_overwrite(parent, words, path.name) else None
