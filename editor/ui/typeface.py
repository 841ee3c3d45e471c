"""The window's fonts: the shipped family in a few sizes and weights.

They are set on widgets rather than in the style sheet: the family is a variable font, and a style sheet
can't state its axis.
"""

from PySide6.QtGui import QFont

from editor.text.measure import FAMILY

BASE_PX = 14
ROLES: dict[str, tuple[int, int]] = {
    "title": (17, 600),
    "display": (30, 700),
    "heading": (15, 600),
    "field": (13, 600),
    "secondary": (13, 400),
    "warning": (14, 600),
    "primary": (14, 600),
    "link": (14, 600),
}
"""Size in pixels and weight of the roles that differ from ordinary text."""


def typeface(size_px: int = BASE_PX, weight: int = 400) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(size_px)
    font.setWeight(QFont.Weight(weight))
    font.setVariableAxis(QFont.Tag("wght"), float(weight))
    return font


def typeface_for(role: str) -> QFont:
    return typeface(*ROLES.get(role, (BASE_PX, 400)))
