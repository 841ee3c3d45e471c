"""The window's fonts: the shipped family in a few sizes and weights.

They are set on widgets rather than in the style sheet: the family is a variable font, and a style sheet
can't state its axis.
"""

import sys

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

from editor.text.measure import FAMILY

BASE_PX = 14
ROLES: dict[str, tuple[int, int]] = {
    "title": (17, 600),
    "display": (30, 700),
    "heading": (15, 600),
    "field": (13, 600),
    "secondary": (13, 400),
    "warning": (14, 600),
    "bad": (13, 400),
    "primary": (14, 600),
    "link": (14, 600),
}
"""Size in pixels and weight of the roles that differ from ordinary text."""

SCALE_PROPERTY = "ledgrafTextScale"
USUAL_PX = {"win32": 12, "darwin": 13}
OTHER_USUAL_PX = 14
"""How large each system's own text is where nobody has asked for larger text."""
LEAST_SCALE, MOST_SCALE = 1.15, 2.0


def follow_system_size(app: QGuiApplication) -> None:
    """Take over, once, how much larger than usual the system's text is; all typefaces are that much larger then."""
    if app.property(SCALE_PROPERTY) is not None:
        return
    system_px = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    scale = min(MOST_SCALE, system_px / USUAL_PX.get(sys.platform, OTHER_USUAL_PX))
    app.setProperty(SCALE_PROPERTY, scale if scale >= LEAST_SCALE else 1.0)


def text_scale() -> float:
    app = QGuiApplication.instance()
    kept = app.property(SCALE_PROPERTY) if app is not None else None
    return float(kept) if kept else 1.0


def scaled(px: int) -> int:
    """A measure of something that holds text: as much larger as the text is."""
    return round(px * text_scale())


def typeface(size_px: int = BASE_PX, weight: int = 400) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(round(size_px * text_scale()))
    font.setWeight(QFont.Weight(weight))
    font.setVariableAxis(QFont.Tag("wght"), float(weight))
    return font


def typeface_for(role: str) -> QFont:
    return typeface(*ROLES.get(role, (BASE_PX, 400)))
