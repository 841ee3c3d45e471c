"""Printing the chart shown: what was chosen last, the preview, and handing the sheets to the system's print dialog.

Qt's printing is brought in with this file only, when somebody prints.
"""

import msgspec
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QWidget

from editor.model.paper import PRINTED
from editor.ui.commands.printing import Printing, PrintWish
from editor.ui.dialogs.print_preview import PrintDialog
from editor.ui.surroundings import Surroundings
from editor.ui.window.desk import Desk


def print_chart(window: Desk, surroundings: Surroundings, with_preview: bool) -> str | None:
    """Print the chart shown; None where nothing was printed, else the file that the sheets went to, "" for paper."""
    chart = window.chart
    if chart is None:
        return None
    chart.canvas.settle()
    printing = Printing(chart.session, surroundings)
    wish: PrintWish | None = _last(surroundings)
    if with_preview:
        wish = PrintDialog(window, surroundings, printing, wish or PrintWish()).ask()
    if wish is None:
        return None
    surroundings.choices.change(printing=msgspec.json.encode(wish).decode())
    return _hand_over(window, printing, wish)


def _hand_over(window: QWidget, printing: Printing, wish: PrintWish) -> str | None:
    printer = printing.printer(wish)
    dialog = QPrintDialog(printer, window)
    dialog.setMinMax(1, len(printing.plan(wish).sheets))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    is_wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    if is_wanted:
        printing.paint(printer, wish)
    return printer.outputFileName() if is_wanted else None


def _last(surroundings: Surroundings) -> PrintWish:
    """What was chosen last; the usual where there is nothing, or nothing that can be."""
    try:
        wish = msgspec.json.decode(surroundings.choices.settings.printing or "", type=PrintWish)
    except msgspec.DecodeError:
        return PrintWish()
    return wish if wish.paper in PRINTED and 0 <= wish.margin_mm <= 60 else PrintWish()
