"""Laying out and drawing without a window: what needs the font, the engine and the theme."""

import os
from collections.abc import Callable, Mapping

from PySide6.QtGui import QGuiApplication

from editor.drawing.maker import DrawingMaker
from editor.drawing.theme import LIGHT
from editor.layout.applying import apply_arrangement, suggest_arrangement
from editor.layout.presets import PRESETS
from editor.layout.run import arrange
from editor.model.document import Document
from editor.model.vocabulary import Vocabulary
from editor.render.pdf import to_pdf
from editor.render.png import to_png
from editor.render.svg import to_svg
from editor.storage.settings import load_settings, settings_path
from editor.text.qt import QtMeasurer, register_fonts

STEP_NAMES = {"sv": "Lägg ut", "en": "Lay out"}


class Studio:
    """Shared by the commands of one run. `lang` is the language of step names and errors, not of the pictures."""

    def __init__(self, vocabulary: Vocabulary, lang: str) -> None:
        self.vocabulary = vocabulary
        self._lang = lang
        self._application = _qt()
        register_fonts()
        self._measurer = QtMeasurer()
        self._engine = load_settings(settings_path()).engine

    @property
    def presets(self) -> tuple[str, ...]:
        return tuple(PRESETS)

    def lay_out(self, document: Document, preset: str) -> None:
        """Lay a document out as one step. UserError where the engine can't."""
        sizes = self._maker(document, document.info.lang or "sv").sizes()
        arrangement = arrange(document, self.vocabulary, sizes, PRESETS[preset], engine=self._engine)
        apply_arrangement(document, arrangement, preset, STEP_NAMES[self._lang])

    def place_unplaced(self, document: Document, preset: str) -> None:
        """Give a document without any places some, which are drawn but not saved."""
        nodes = document.nodes.values()
        if nodes and all(node.box is None for node in nodes):
            sizes = self._maker(document, document.info.lang or "sv").sizes()
            arrangement = arrange(document, self.vocabulary, sizes, PRESETS[preset], engine=self._engine)
            suggest_arrangement(document, arrangement)

    def picture(self, document: Document, ending: str, lang: str) -> bytes:
        """The bytes of a picture: ".svg", ".pdf" or ".png"."""
        drawing = self._maker(document, lang).drawing()
        makers: Mapping[str, Callable[[], bytes | str]] = {
            ".svg": lambda: to_svg(drawing),
            ".pdf": lambda: to_pdf(drawing),
            ".png": lambda: to_png(drawing),
        }
        made = makers[ending]()
        return made.encode() if isinstance(made, str) else made

    def _maker(self, document: Document, lang: str) -> DrawingMaker:
        return DrawingMaker(document, self.vocabulary, LIGHT, self._measurer, lang)


def _qt() -> QGuiApplication:
    """Fonts and painting need an application; without a window it never asks for a display."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication(["ledgraf"])
