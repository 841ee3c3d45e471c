"""The print preview: paper, size and margins on the left, the sheets as they come out on the right."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from editor.model.paper import PRINTED
from editor.ui.commands.printing import Printing, PrintWish
from editor.ui.look.parts import button, label, roomy, row
from editor.ui.look.typeface import scaled
from editor.ui.surroundings import Surroundings

SIDE_PX = 270
PREVIEW_PX = (620, 560)
PERCENT = (10, 1000)
MARGIN_MM = (0, 60)


class PrintDialog(QDialog):
    """`ask` gives what is to be printed and how, or None where it was closed; what was chosen is kept by the caller."""

    def __init__(self, parent: QWidget, surroundings: Surroundings, printing: Printing, wish: PrintWish) -> None:
        super().__init__(parent)
        self._words = surroundings.language
        self._printing = printing
        self.setWindowTitle(self._words("print.title"))
        self._make_options(wish)
        self._printer = printing.printer(wish)
        self.preview = QPrintPreviewWidget(self._printer)
        self.preview.setMinimumSize(*PREVIEW_PX)
        self.preview.setAccessibleName(self._words("print.preview"))
        self.preview.setViewMode(QPrintPreviewWidget.ViewMode.AllPagesView)
        self.preview.paintRequested.connect(self._paint)
        self._told = label("", "secondary")
        self._lay_out()
        self._connect()
        self._tell()

    @property
    def wish(self) -> PrintWish:
        return PrintWish(
            self.paper.currentText(),
            self.lying.isChecked(),
            float(self.margin.value()),
            self.percent.value() if self.tiled.isChecked() else None,
        )

    def ask(self) -> PrintWish | None:
        is_wanted = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return self.wish if is_wanted else None

    def showEvent(self, event: QShowEvent) -> None:
        """Only in its full size does the preview know what it has to fit into."""
        super().showEvent(event)
        QTimer.singleShot(0, self.preview, self.preview.fitInView)

    def _paint(self, printer: QPrinter) -> None:
        self._printing.paint(printer, self.wish)

    def _tell(self) -> None:
        """After a choice: the preview anew, and how many sheets it takes."""
        wish = self.wish
        self.percent.setEnabled(wish.percent is not None)
        self._printer.setPageLayout(wish.layout)
        plan = self._printing.plan(wish)
        id = "print.sheets" if len(plan.sheets) > 1 else "print.one_sheet"
        self._told.setText(self._words(id, count=len(plan.sheets), percent=round(plan.scale * 100)))
        self.preview.updatePreview()
        self.preview.fitInView()

    def _make_options(self, wish: PrintWish) -> None:
        self.paper = QComboBox()
        self.paper.addItems(PRINTED)
        self.paper.setCurrentText(wish.paper)
        self.standing, self.lying = (QRadioButton(self._words(f"print.{id}")) for id in ("standing", "lying"))
        self.one, self.tiled = (QRadioButton(self._words(f"print.{id}")) for id in ("fit", "tiled"))
        self._groups = [QButtonGroup(self), QButtonGroup(self)]
        for group, (first, second), takes_second in (
            (self._groups[0], (self.standing, self.lying), wish.lies),
            (self._groups[1], (self.one, self.tiled), wish.percent is not None),
        ):
            group.addButton(first)
            group.addButton(second)
            (second if takes_second else first).setChecked(True)
        self.percent = roomy(QSpinBox())
        self.percent.setRange(*PERCENT)
        self.percent.setSuffix(" %")
        self.percent.setValue(wish.percent or 100)
        self.margin = roomy(QSpinBox())
        self.margin.setRange(*MARGIN_MM)
        self.margin.setSuffix(" mm")
        self.margin.setValue(round(wish.margin_mm))

    def _connect(self) -> None:
        self.paper.currentIndexChanged.connect(self._tell)
        self.percent.valueChanged.connect(self._tell)
        self.margin.valueChanged.connect(self._tell)
        for group in self._groups:
            group.buttonClicked.connect(self._tell)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(14)
        for id, field in (("paper", self.paper), ("margin", self.margin)):
            field.setAccessibleName(self._words(f"print.{id}"))
            form.addRow(self._words(f"print.{id}"), field)
        self.percent.setAccessibleName(self._words("print.size"))
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addLayout(form)
        side.addSpacing(6)
        side.addWidget(label(self._words("print.orientation"), "heading"))
        side.addLayout(row(self.standing, self.lying, None, spacing=16))
        side.addSpacing(6)
        side.addWidget(label(self._words("print.extent"), "heading"))
        side.addWidget(self.one)
        side.addLayout(row(self.tiled, None, self.percent))
        side.addSpacing(6)
        side.addWidget(self._told)
        side.addStretch(1)
        whole = QWidget()
        whole.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        whole.setFixedWidth(scaled(SIDE_PX))
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(whole)
        middle.addWidget(self.preview, 1)
        cancel = button(self._words("button.cancel"), self.reject)
        cancel.setAutoDefault(False)
        go = button(self._words("print.go"), self.accept, "primary")
        go.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(16)
        layout.addWidget(label(self._words("print.title"), "title"))
        layout.addLayout(middle, 1)
        layout.addLayout(row(None, cancel, go))
