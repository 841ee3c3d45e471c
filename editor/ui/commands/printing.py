"""A chart on sheets of paper: what is wished, which sheets it takes, and painting them."""

import msgspec
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter

from editor.drawing.sheets import Plan
from editor.render.printing import page_layout, plan_of, print_on
from editor.ui.commands.exporting import Exporter, Wish
from editor.ui.language import LANGUAGES
from editor.ui.surroundings import Surroundings
from editor.ui.window.document_session import DocumentSession

USUAL_MARGIN_MM = 10.0


class PrintWish(msgspec.Struct, frozen=True):
    """What is to be printed. percent: of the drawing's own size, on as many sheets as it takes; None: on one sheet."""

    paper: str = "A4"
    lies: bool = True
    margin_mm: float = USUAL_MARGIN_MM
    percent: int | None = None

    @property
    def layout(self) -> QPageLayout:
        return page_layout(self.paper, self.lies, self.margin_mm)


NOT_IN_FILES = str.maketrans(dict.fromkeys('\\/:*?"<>|', " "))
"""Who prints to a file gets one of the document's name, and these can be in no name on some systems."""


class Printing:
    """Prints one session as it is now, light and with title, legend and source, as an export of it."""

    def __init__(self, session: DocumentSession, surroundings: Surroundings) -> None:
        own = session.document.info.lang
        lang = own if own in LANGUAGES else surroundings.language.code
        self._drawing = Exporter(session, surroundings).drawing(Wish("pdf", True, lang))
        self._name = session.document.info.title or session.name or surroundings.language("file.unnamed")
        self._words = surroundings.language

    def plan(self, wish: PrintWish) -> Plan:
        scale = wish.percent / 100 if wish.percent is not None else None
        return plan_of(self._drawing, wish.layout, scale)

    def printer(self, wish: PrintWish) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setPageLayout(wish.layout)
        made.setDocName(" ".join(self._name.translate(NOT_IN_FILES).split()))
        made.setCreator("Ledgraf")
        return made

    def paint(self, printer: QPrinter, wish: PrintWish) -> None:
        """The sheets on the printer's paper, those only that the print dialog was asked for."""
        scale = wish.percent / 100 if wish.percent is not None else None
        plan = plan_of(self._drawing, printer.pageLayout(), scale)
        only = range(printer.fromPage() - 1, printer.toPage()) if printer.fromPage() else None
        name = self._name.replace("{", "{{").replace("}", "}}")
        print_on(printer, self._drawing, plan, f"{name} · {self._words('print.sheet')}", only)
