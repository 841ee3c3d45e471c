"""Exporting: the format, a preview of what comes out, and where it goes."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from editor.drawing.maker import DrawingMaker
from editor.drawing.shapes import Drawing
from editor.drawing.theme import LIGHT
from editor.errors import UserError
from editor.interchange.dot import to_dot
from editor.render.pdf import to_pdf
from editor.render.png import to_png
from editor.render.svg import to_svg
from editor.storage.files import save_atomically
from editor.ui.asking import show_error
from editor.ui.document_session import DocumentSession
from editor.ui.parts import button, label, row
from editor.ui.pictures import picture_of
from editor.ui.surroundings import Surroundings

FORMATS = ("svg", "pdf", "png", "graphml", "dot")
PREVIEW = (520, 368)
PNG_SCALE = 2.0


class ExportDialog(QDialog):
    """An export is always light and opaque, whatever the window looks like."""

    def __init__(self, session: DocumentSession, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._surroundings = surroundings
        self._words = surroundings.language
        self.setWindowTitle(self._words("export.title"))
        self.formats = QListWidget()
        self.formats.setFixedWidth(210)
        self.formats.setAccessibleName(self._words("export.format"))
        for format in FORMATS:
            self.formats.addItem(self._words(f"export.{format}"))
        self._preview = QLabel()
        self._preview.setFixedSize(*PREVIEW)
        self._why = label("", "secondary")
        self._why.setFixedWidth(PREVIEW[0])
        self._why.setMinimumHeight(40)
        self._why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._paper = QCheckBox(self._words("export.paper"))
        self._paper.setChecked(True)
        self._lay_out()
        self.formats.currentRowChanged.connect(self._tell_format)
        self._paper.toggled.connect(self._show_preview)
        self.formats.setCurrentRow(0)
        self._show_preview()

    @property
    def format(self) -> str:
        return FORMATS[max(0, self.formats.currentRow())]

    def data(self) -> bytes:
        """The bytes of the export as it is chosen now."""
        makers: Mapping[str, Callable[[], bytes | str]] = {
            "svg": lambda: to_svg(self.drawing()),
            "pdf": lambda: to_pdf(self.drawing()),
            "png": lambda: to_png(self.drawing(), PNG_SCALE),
            "graphml": self._session.as_graphml,
            "dot": lambda: to_dot(self._session.document, self._surroundings.vocabulary),
        }
        made = makers[self.format]()
        return made.encode() if isinstance(made, str) else made

    def drawing(self) -> Drawing:
        given = self._surroundings
        document = self._session.document
        maker = DrawingMaker(document, given.vocabulary, LIGHT, given.measurer, document.info.lang or self._words.code)
        drawing: Drawing = maker.drawing(paper=self._paper.isChecked())
        return drawing

    def export_to(self, path: Path) -> bool:
        """Write the export; says what went wrong and is False where it can't be."""
        try:
            save_atomically(path, self.data())
        except UserError as error:
            show_error(self, self._words, self._words("error.export"), error)
            return False
        return True

    def _ask_where(self) -> None:
        folder = self._session.path.parent if self._session.path is not None else Path.home()
        stem = Path(self._session.name or self._words("file.unnamed")).stem
        suggestion = str(folder / f"{stem}.{self.format}")
        kinds = f"{self.format.upper()} (*.{self.format})"
        name, _ = QFileDialog.getSaveFileName(self, self._words("export.title"), suggestion, kinds)
        if name and self.export_to(Path(name) if Path(name).suffix else Path(f"{name}.{self.format}")):
            self.accept()

    def _tell_format(self) -> None:
        self._why.setText(self._words(f"export.{self.format}_why"))
        self._paper.setEnabled(self.format in ("svg", "pdf", "png"))

    def _show_preview(self) -> None:
        self._preview.setPixmap(picture_of(self.drawing(), *PREVIEW, self.devicePixelRatioF()))

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        for widget in (self._preview, self._why, self._paper):
            right.addWidget(widget)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addWidget(self.formats)
        middle.addLayout(right)
        go = button(self._words("button.export"), self._ask_where)
        go.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(14)
        layout.addWidget(label(self._words("export.title"), "title"))
        layout.addLayout(middle)
        layout.addLayout(row(None, button(self._words("button.cancel"), self.reject), go))
