"""Laying out and drawing without a window: what needs the font, the engine and the theme.

A command imports only what it does: a picture of a chart that is laid out needs neither layouts nor Qt's painters.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from editor.drawing.maker import DrawingMaker
from editor.drawing.shapes import Drawing
from editor.drawing.sheet import on_sheet
from editor.drawing.theme import LIGHT
from editor.geometry import Rect
from editor.layout.shapes import ASPECT
from editor.model.arrows import Arrows, chosen
from editor.model.collector import without_collector
from editor.model.document import Document
from editor.model.paper import Paper, Sheet, paper_of
from editor.model.vocabulary import Vocabulary
from editor.storage.presets import the_presets
from editor.storage.settings import load_settings, settings_path
from editor.text.qt import QtMeasurer, register_fonts

if TYPE_CHECKING:
    from editor.drawing.quality import Quality
    from editor.layout.answer import Arrangement
    from editor.layout.presets import Preset
    from editor.pages.fitting import Sizes
    from editor.pages.splitting import Page

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

    def lay_out(self, document: Document, preset: str, paper: Paper | None = None) -> Mapping[str, object]:
        """Lay a document out as one step, fitted on paper where that is given. UserError where the engine can't.

        Returns the milliseconds it took, and with paper whether it fits and which sheet it needs.
        """
        from editor.layout.applying import apply_arrangement
        from editor.layout.run import arrange

        read_arrows(document)
        begun = time.perf_counter()
        asked: list[float] = []

        def ask(document: Document, sizes: Sizes, preset: Preset, aspect: float, rough: bool) -> Arrangement:
            timing: dict[str, float] = {}
            found = arrange(
                document, self.vocabulary, sizes, preset, self._engine, timing=timing, aspect=aspect, rough=rough
            )
            asked.append(timing["graphviz_ms"])
            return found

        lang, chosen = document.info.lang or "sv", self._presets[preset]
        said: dict[str, object] = {}
        if paper is None:
            document_sizes = self.maker(document, lang).sizes()
            arrangement = ask(document, document_sizes, chosen, ASPECT, False)
        else:
            from editor.pages.fitting import fitted

            fit = fitted(document, lambda one: self.maker(one, lang), chosen, paper, ask)
            assert fit is not None  # nobody can cancel it here
            arrangement, paper = fit.arrangement, fit.paper
            said = {"fits": fit.fits, "needs": fit.needs, "captions": fit.paper.captions}
        apply_arrangement(document, arrangement, preset, STEP_NAMES[self._lang], paper)
        whole = (time.perf_counter() - begun) * 1000
        return {**said, "graphviz_ms": round(sum(asked), 1), "own_ms": round(whole - sum(asked), 1)}

    def pages(self, document: Document, preset: str, paper: Paper, lang: str) -> list[Page]:
        """The document on sheets of paper: on one where it fits, else an overview and a page for each unit."""
        from editor.layout.run import arrange
        from editor.pages.splitting import Splitter

        def ask(document: Document, sizes: Sizes, preset: Preset, aspect: float, rough: bool) -> Arrangement:
            return arrange(document, self.vocabulary, sizes, preset, self._engine, aspect=aspect, rough=rough)

        read_arrows(document)
        made = Splitter(self.vocabulary, lambda one: self.maker(one, lang), self._presets[preset], paper, ask, lang)
        return made.pages(document)

    def tidy_branch(self, document: Document, id: str, preset: str) -> None:
        """Lay one branch out anew where it stands, as one step. UserError where the engine can't."""
        from editor.layout.applying import apply_arrangement
        from editor.layout.run import arrange
        from editor.layout.tidying import tidied

        chosen = self._presets[preset]
        lang = document.info.lang or "sv"

        def lay_out(branch: Document, aspect: float) -> Arrangement:
            sizes = self.maker(branch, lang).sizes()
            return arrange(branch, self.vocabulary, sizes, chosen, self._engine, aspect=aspect)

        arrangement = tidied(document, self.vocabulary, id, chosen, lay_out)
        apply_arrangement(document, arrangement, preset, STEP_NAMES[self._lang], paper_of(document.info))

    def place_unplaced(self, document: Document, preset: str) -> None:
        """Give what has no place one, which is drawn but not saved; a document without any is laid out."""
        unplaced = [node.box is None for node in document.nodes.values()]
        if not any(unplaced):
            return
        sizes = self.maker(document, document.info.lang or "sv").sizes()
        from editor.layout.applying import suggest_arrangement
        from editor.layout.rows import beside_others
        from editor.layout.run import arrange

        if all(unplaced):
            read_arrows(document)
            arrangement = arrange(document, self.vocabulary, sizes, self._presets[preset], engine=self._engine)
        else:
            arrangement = beside_others(document, sizes)
        suggest_arrangement(document, arrangement)

    def picture(
        self, document: Document, ending: str, lang: str, paper: Paper | None = None, footnotes: bool = False
    ) -> bytes:
        """The bytes of a picture, ".svg", ".pdf" or ".png"; on this paper or that which it is made for."""
        with without_collector():
            return self.rendered(self.drawing(document, lang, footnotes), ending, paper or paper_of(document.info))

    def drawing(self, document: Document, lang: str, footnotes: bool = False) -> Drawing:
        """The whole picture, with footnotes to its sources if they are wanted."""
        maker = self.maker(document, lang)
        made = maker.drawing()
        if not footnotes:
            return made
        from editor.drawing.footnotes import with_footnotes

        return with_footnotes(made, document, maker.setting)

    def rendered(self, drawing: Drawing, ending: str, paper: Paper | None = None) -> bytes:
        """A drawing as the bytes of ".svg", ".pdf" or ".png", on a sheet where that is asked for."""
        if paper is not None:
            drawing = on_sheet(drawing, paper.sheet)
        if ending == ".svg":
            from editor.render.svg import to_svg

            return to_svg(drawing).encode()
        if ending == ".pdf":
            from editor.render.pdf import to_pdf

            return to_pdf(drawing)
        from editor.render.png import to_png

        return to_png(drawing)

    def quality(
        self, document: Document, sheet: Sheet, before: Mapping[str, Rect] | None = None, touched: Iterable[str] = ()
    ) -> Quality:
        """What the layout of a document is like, in numbers, on a sheet."""
        from editor.drawing.quality import chart_of, quality

        drawing = self.maker(document, document.info.lang or "sv").drawing()
        return quality(chart_of(document, drawing), sheet, before, touched)

    def maker(self, document: Document, lang: str) -> DrawingMaker:
        """What draws a document, always light."""
        return DrawingMaker(document, self.vocabulary, LIGHT, self._measurer, lang)


def _qt() -> QGuiApplication:
    """Fonts and painting need an application; without a window it never asks for a display."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication(["ledgraf"])


def read_arrows(document: Document, arrows: Arrows | None = None) -> None:
    """Read lines that don't say what they are downwards or upwards; None for as they seem to point."""
    info = document.info
    said = chosen(info, document.edges.values(), arrows)
    if said != info:
        with document.transaction("arrows") as step:
            step.put(said)
