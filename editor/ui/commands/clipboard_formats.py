"""A copied part of a chart as GraphML, SVG, PNG and indented text, each made when another program asks for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QImage, QStandardItemModel

from editor.drawing.maker import DrawingMaker
from editor.drawing.shapes import Drawing
from editor.drawing.theme import LIGHT
from editor.errors import UserError
from editor.graphml.reading import read_graphml
from editor.model.document import Document
from editor.model.excerpts import Chosen
from editor.model.vocabulary import Vocabulary
from editor.text.measure import TextMeasurer

if TYPE_CHECKING:
    from PySide6.QtCore import QMetaType

GRAPHML = "application/graphml+xml"
SVG = "image/svg+xml"
PNG = "image/png"
IMAGE = "application/x-qt-image"
TEXT = "text/plain"
MOST_IN_PICTURE = 2000
"""Of more boxes no picture is offered: nobody could read it, and whoever asks for it would wait."""
MOST_LEFT_AS_PICTURE = 300
"""Of more boxes the program leaves no picture when it ends: whoever closes it would wait."""
PICTURE_SCALE = 2.0


class ChartMime(QMimeData):
    """Holds the part as it was when it was copied; each format is made the first time somebody wants it."""

    def __init__(self, chosen: Chosen, vocabulary: Vocabulary, measurer: TextMeasurer, lang: str) -> None:
        super().__init__()
        self.chosen = chosen
        self._vocabulary = vocabulary
        self._measurer = measurer
        self._lang = lang
        self._made: dict[str, bytes] = {}

    def formats(self) -> list[str]:
        pictures = [SVG, PNG, IMAGE] if len(self.chosen.ids) <= MOST_IN_PICTURE else []
        return [GRAPHML, *pictures, TEXT]

    def hasFormat(self, mimetype: str) -> bool:
        return mimetype in self.formats()

    def retrieveData(self, mimetype: str, preferred: "QMetaType | QMetaType.Type") -> object:
        if mimetype not in self.formats():
            return None
        if mimetype == TEXT:
            return self.made(TEXT).decode()
        if mimetype == IMAGE:
            return QImage.fromData(self.made(PNG))
        return QByteArray(self.made(mimetype))

    def made(self, format: str) -> bytes:
        if format not in self._made:
            self._made[format] = self._make(format)
        return self._made[format]

    def plain(self) -> QMimeData:
        """The same as mere data, for when the program that makes it on demand ends before those who want it."""
        plain = _mime_of_qt()
        plain.setText(self.made(TEXT).decode())
        plain.setData(GRAPHML, self.made(GRAPHML))
        if len(self.chosen.ids) <= MOST_LEFT_AS_PICTURE:
            plain.setData(SVG, self.made(SVG))
            plain.setData(PNG, self.made(PNG))
            plain.setImageData(QImage.fromData(self.made(PNG)))
        return plain

    def _make(self, format: str) -> bytes:
        """What makes it is imported when it is first asked for."""
        if format == GRAPHML:
            from editor.graphml.writing import new_baseline, write_graphml

            # A plain baseline says exactly what the records say, no more.
            return write_graphml(self.chosen.document, new_baseline("plain"))
        if format == SVG:
            from editor.render.svg import to_svg

            return to_svg(self._drawing()).encode()
        if format == PNG:
            return _picture(self._drawing())
        from editor.interchange.outline_text import to_outline

        return to_outline(self.chosen.document, self._vocabulary).encode()

    def _drawing(self) -> Drawing:
        return DrawingMaker(self.chosen.document, self._vocabulary, LIGHT, self._measurer, self._lang).drawing(
            paper=False
        )


def _mime_of_qt() -> QMimeData:
    """Empty data that Qt has made: one made here would still belong to Python, and be asked for when that is gone."""
    model = QStandardItemModel(1, 1)
    made = model.mimeData([model.index(0, 0)])
    made.clear()
    return made


def pasted(data: bytes | None, text: str, vocabulary: Vocabulary) -> Document:
    """The document that GraphML bytes, else a text says. UserError where neither makes a box."""
    from editor.interchange.outline_text import read_outline

    if data is None and text.lstrip("\ufeff \r\n\t").startswith(("<?xml", "<graphml")):
        data = text.lstrip("\ufeff \r\n\t").encode()
    if data is None:
        return read_outline(text, vocabulary)
    document = read_graphml(data).document
    return document if document.nodes else read_outline("", vocabulary)


def _picture(drawing: Drawing) -> bytes:
    """At double size for sharp screens; smaller where that would be too large."""
    from editor.render.png import to_png

    scale = PICTURE_SCALE
    while scale > 0.05:
        try:
            return to_png(drawing, scale)
        except UserError:
            scale /= 2
    return b""
