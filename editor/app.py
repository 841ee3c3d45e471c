"""Starting the window: fonts, colours, language, the first documents, and what happens when something goes wrong."""

import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from editor.errors import UserError
from editor.layout.presets import Presets
from editor.model.vocabulary import Vocabulary
from editor.storage.journal import Recovery, recovery_folder
from editor.storage.packaged import resources_dir
from editor.storage.presets import OWN_NAME, packaged_presets, the_presets
from editor.storage.settings import settings_path
from editor.storage.vocabularies import NAME, packaged_vocabulary, the_vocabulary
from editor.text.qt import QtMeasurer, register_fonts
from editor.ui.dialogs.asking import show_error, show_trouble
from editor.ui.language import Language, load_texts
from editor.ui.look.appearance import SYSTEM, Appearance
from editor.ui.look.typeface import follow_system_size, typeface
from editor.ui.surroundings import Choices, Surroundings
from editor.ui.window.main_window import MainWindow

QUIET_S = 30.0
"""After a trouble was shown, others only go to the terminal for so long: painting fails at every frame."""


class TroubleHook:
    """What Python calls for an exception nobody caught: written out, and shown now and then, but never the end."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._shown_at = -QUIET_S
        self._showing = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        details = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(details)
        if self._showing or time.monotonic() - self._shown_at < QUIET_S:
            return
        self._showing = True
        try:
            show_trouble(QApplication.activeWindow(), self._language, details)
        finally:
            self._showing = False
            self._shown_at = time.monotonic()


def application() -> QApplication:
    """The one QApplication, dressed for us."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("ledgraf")
    app.setApplicationDisplayName("")
    QGuiApplication.setDesktopFileName("ledgraf")
    app.setStyle("Fusion")
    register_fonts()
    follow_system_size(app)
    app.setFont(typeface())
    return app


def surroundings(settings: Path | None = None) -> Surroundings:
    """What the windows share, from the user's settings and what travels with the program. Needs the QApplication."""
    path = settings or settings_path()
    choices = Choices(path)
    vocabulary, trouble = _vocabulary(path.with_name(NAME))
    presets, unread = _presets(path.with_name(OWN_NAME))
    chosen = choices.settings
    appearance = Appearance(resources_dir() / "icons", chosen.theme or SYSTEM)
    appearance.put_on()
    return Surroundings(
        Language(load_texts(resources_dir() / "translations"), chosen.lang or SYSTEM),
        appearance,
        vocabulary,
        dict(presets),
        QtMeasurer(),
        choices,
        Recovery(recovery_folder()),
        trouble or unread,
    )


def _vocabulary(path: Path) -> tuple[Vocabulary, UserError | None]:
    """The kinds there are; where the user's own can't be understood those that travel along, and what is to be said."""
    try:
        return the_vocabulary(path), None
    except UserError as error:
        return packaged_vocabulary(), error


def _presets(path: Path) -> tuple[Presets, UserError | None]:
    """The layouts there are, likewise."""
    try:
        return the_presets(path), None
    except UserError as error:
        return packaged_presets(), error


def run(files: Sequence[Path]) -> int:
    """Open the window on these files, or on the start page; returns the exit code when it is closed."""
    app = application()
    shared = surroundings()
    sys.excepthook = TroubleHook(shared.language)
    window = MainWindow(shared, awaits_file=bool(files))
    window.restore_geometry()
    window.show()
    if shared.trouble is not None:
        show_error(window, shared.language, shared.language("error.vocabulary"), shared.trouble)
    for path in files:
        window.files.open_path(path)
    if window.chart is None:
        window.show_start()
    window.recovering.look()
    return app.exec()
