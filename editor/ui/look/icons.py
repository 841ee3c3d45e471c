"""Outlined icons of one family, drawn from the glyphs of a font that travels with qtawesome.

The package itself isn't imported: with the layer it puts over Qt that is a seventh of the time it takes to start.
"""

import functools
import importlib.util
from pathlib import Path

import msgspec
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

FAMILY = "phosphor"
GLYPH_SHARE = 0.875
"""The glyph's size in that of the icon: the rest is the bearing of the font."""
Paints = dict[tuple[QIcon.Mode, QIcon.State], str]


class IconFont:
    """The typeface of the icons and which letter each of them is. Needs a QGuiApplication."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds the font and its table of letters, with their version in their names."""
        font = max(folder.glob(f"{FAMILY}-[0-9]*.ttf"))
        added = QFontDatabase.addApplicationFont(str(font))
        self.family = QFontDatabase.applicationFontFamilies(added)[0]
        table = max(folder.glob(f"{FAMILY}-charmap-*.json"))
        codes = msgspec.json.decode(table.read_bytes(), type=dict[str, str])
        self._letters = {name: chr(int(code, 16)) for name, code in codes.items()}

    def letter(self, name: str) -> str:
        return self._letters[name]


@functools.cache
def icon_font() -> IconFont:
    """The font as it lies in the package that brings it."""
    found = importlib.util.find_spec("qtawesome")
    assert found is not None and found.origin is not None, "qtawesome is installed with the program"
    return IconFont(Path(found.origin).with_name("fonts"))


class _GlyphEngine(QIconEngine):
    """Draws a letter of the font in the middle, turned if that is asked for."""

    def __init__(self, letter: str, family: str, paints: Paints, turned: int) -> None:
        super().__init__()
        self._letter = letter
        self._family = family
        self._paints = paints
        self._turned = turned

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        font = QFont(self._family)
        font.setPixelSize(max(1, round(GLYPH_SHARE * rect.height())))
        painter.setFont(font)
        painter.setPen(self._paints[mode, state])
        if self._turned:
            middle = QRectF(rect).center()
            painter.translate(middle)
            painter.rotate(self._turned)
            painter.translate(-middle)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self._letter)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture


@functools.lru_cache(maxsize=1024)
def icon(name: str, normal: str, lively: str, disabled: str) -> QIcon:
    """The icon of this name in three colours; `lively` is under the pointer, selected or switched on.

    "name@90" is the same icon turned by that many degrees.
    """
    name, _, turned = name.partition("@")
    font = icon_font()
    paints = {(mode, state): lively for mode in QIcon.Mode for state in QIcon.State}
    paints[QIcon.Mode.Normal, QIcon.State.Off] = normal
    for state in QIcon.State:
        paints[QIcon.Mode.Disabled, state] = disabled
    return QIcon(_GlyphEngine(font.letter(name), font.family, paints, int(turned or 0)))
