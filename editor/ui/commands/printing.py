"""Printing the chart shown: what was chosen last, the sheets, and handing them to the system's print dialog.

Qt's printing is brought in only here and in the preview, when somebody prints.
"""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from editor.drawing.sheets import Plan
from editor.model.paper import PRINTED
from editor.render.printing import page_layout, plan_of, print_on
from editor.ui.commands.exporting import Exporter, Wish
from editor.ui.language import LANGUAGES
from editor.ui.surroundings import Surroundings
from editor.ui.window.document_session import DocumentSession

if TYPE_CHECKING:
    from editor.ui.window.main_window import MainWindow

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
        made.setDocName(self._name)
        made.setCreator("Ledgraf")
        return made

    def paint(self, printer: QPrinter, wish: PrintWish) -> None:
        """The sheets on the printer's paper, those only that the print dialog was asked for."""
        scale = wish.percent / 100 if wish.percent is not None else None
        plan = plan_of(self._drawing, printer.pageLayout(), scale)
        only = range(printer.fromPage() - 1, printer.toPage()) if printer.fromPage() else None
        name = self._name.replace("{", "{{").replace("}", "}}")
        print_on(printer, self._drawing, plan, f"{name} · {self._words('print.sheet')}", only)


def print_chart(window: "MainWindow", surroundings: Surroundings, with_preview: bool) -> bool:
    """Print the chart shown; False where nothing was printed."""
    chart = window.chart
    if chart is None:
        return False
    chart.canvas.settle()
    printing = Printing(chart.session, surroundings)
    wish: PrintWish | None = _last(surroundings)
    if with_preview:
        from editor.ui.dialogs.print_preview import PrintDialog  # brings in this module

        wish = PrintDialog(window, surroundings, printing, wish or PrintWish()).ask()
    if wish is None:
        return False
    surroundings.choices.change(printing=msgspec.json.encode(wish).decode())
    return _hand_over(window, printing, wish)


def _hand_over(window: QWidget, printing: Printing, wish: PrintWish) -> bool:
    printer = printing.printer(wish)
    dialog = QPrintDialog(printer, window)
    dialog.setMinMax(1, len(printing.plan(wish).sheets))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    is_wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    if is_wanted:
        printing.paint(printer, wish)
    return is_wanted


def _last(surroundings: Surroundings) -> PrintWish:
    """What was chosen last; the usual where there is nothing, or nothing that can be."""
    try:
        wish = msgspec.json.decode(surroundings.choices.settings.printing or "", type=PrintWish)
    except msgspec.DecodeError:
        return PrintWish()
    return wish if wish.paper in PRINTED and 0 <= wish.margin_mm <= 60 else PrintWish()
