"""Laying out and drawing without a window: what needs the font, the engine and the theme."""

import os
import time
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtGui import QGuiApplication

from editor.drawing.maker import DrawingMaker
from editor.drawing.quality import Quality, Sheet, chart_of, quality
from editor.drawing.theme import LIGHT
from editor.geometry import Rect
from editor.layout.applying import apply_arrangement, suggest_arrangement
from editor.layout.run import arrange
from editor.model.document import Document
from editor.model.vocabulary import Vocabulary
from editor.render.pdf import to_pdf
from editor.render.png import to_png
from editor.render.svg import to_svg
from editor.storage.presets import the_presets
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
        self._presets = the_presets()
        self._engine = load_settings(settings_path()).engine

    @property
    def presets(self) -> tuple[str, ...]:
        return tuple(self._presets)

    def lay_out(self, document: Document, preset: str) -> Mapping[str, float]:
        """Lay a document out as one step. UserError where the engine can't. Returns the milliseconds it took."""
        sizes = self._maker(document, document.info.lang or "sv").sizes()
        begun = time.perf_counter()
        timing: dict[str, float] = {}
        arrangement = arrange(
            document, self.vocabulary, sizes, self._presets[preset], engine=self._engine, timing=timing
        )
        apply_arrangement(document, arrangement, preset, STEP_NAMES[self._lang])
        whole = (time.perf_counter() - begun) * 1000
        graphviz = timing["graphviz_ms"]
        return {"graphviz_ms": round(graphviz, 1), "own_ms": round(whole - graphviz, 1)}

    def place_unplaced(self, document: Document, preset: str) -> None:
        """Give a document without any places some, which are drawn but not saved."""
        nodes = document.nodes.values()
        if nodes and all(node.box is None for node in nodes):
            sizes = self._maker(document, document.info.lang or "sv").sizes()
            arrangement = arrange(document, self.vocabulary, sizes, self._presets[preset], engine=self._engine)
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

    def quality(
        self, document: Document, sheet: Sheet, before: Mapping[str, Rect] | None = None, touched: Iterable[str] = ()
    ) -> Quality:
        """What the layout of a document is like, in numbers, on a sheet."""
        drawing = self._maker(document, document.info.lang or "sv").drawing()
        return quality(chart_of(document, drawing), sheet, before, touched)

    def _maker(self, document: Document, lang: str) -> DrawingMaker:
        return DrawingMaker(document, self.vocabulary, LIGHT, self._measurer, lang)


def _qt() -> QGuiApplication:
    """Fonts and painting need an application; without a window it never asks for a display."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication(["ledgraf"])
