"""Measuring with the font that ships with the program, through Qt, without hinting so that widths scale linearly."""

from pathlib import Path

import fontpkg_source_sans_3
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from editor.text.measure import FAMILY, Metrics, TextStyle

DESIGN_PX = 100
"""Qt rounds sizes to whole pixels, so everything is measured and set at this size and scaled."""
CACHED_WIDTHS = 65536
"""Of texts in one style."""


def register_fonts() -> str:
    """Make shipped faces known to Qt and return the family's name. Needs a QGuiApplication; harmless if repeated."""
    if FAMILY not in QFontDatabase.families():
        for path in sorted((Path(fontpkg_source_sans_3.ROOT) / "files").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(path))
    return FAMILY


def design_font(style: TextStyle) -> QFont:
    """The Qt font for a style at `DESIGN_PX`; whoever paints with it scales by `size_px / DESIGN_PX`."""
    font = QFont(style.family)
    font.setPixelSize(DESIGN_PX)
    font.setWeight(QFont.Weight(style.weight))
    # The shipped faces are variable fonts: without the axis Qt sets all weights in the lightest one.
    font.setVariableAxis(QFont.Tag("wght"), float(style.weight))
    font.setItalic(style.italic)
    font.setUnderline(style.underline)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if style.tracking:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.tracking * DESIGN_PX / style.size_px)
    return font


class QtMeasurer:
    """Widths and heights of the shipped font. Needs a QGuiApplication."""

    def __init__(self) -> None:
        register_fonts()
        self._at_design_size: dict[TextStyle, QFontMetricsF] = {}
        self._widths: dict[TextStyle, dict[str, float]] = {}
        self._metrics: dict[TextStyle, Metrics] = {}

    def width(self, text: str, style: TextStyle) -> float:
        known = self._widths.get(style)
        if known is None:
            known = self._widths[style] = {}
        width = known.get(text)
        if width is None:
            width = self._design(style).horizontalAdvance(text) * style.size_px / DESIGN_PX
            if len(known) >= CACHED_WIDTHS:
                known.clear()
            known[text] = width
        return width

    def metrics(self, style: TextStyle) -> Metrics:
        metrics = self._metrics.get(style)
        if metrics is None:
            design, scale = self._design(style), style.size_px / DESIGN_PX
            metrics = self._metrics[style] = Metrics(design.ascent() * scale, design.descent() * scale)
        return metrics

    def _design(self, style: TextStyle) -> QFontMetricsF:
        metrics = self._at_design_size.get(style)
        if metrics is None:
            metrics = self._at_design_size[style] = QFontMetricsF(design_font(style))
        return metrics
