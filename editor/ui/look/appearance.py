"""Light or dark: the window's colours, its icons and the drawing's theme, following the system where that is wanted."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from editor.drawing.theme import DARK as DARK_THEME
from editor.drawing.theme import LIGHT as LIGHT_THEME
from editor.drawing.theme import Theme
from editor.ui.look import icons
from editor.ui.look.style import DARK, LIGHT, Colors, palette, stylesheet

SYSTEM = "system"
GLYPHS = ("chevron", "closed", "cross", "chevron-up", "tick", "tick-dark")


class Appearance(QObject):
    """`changed` tells every part to fetch its icons and colours anew."""

    changed = Signal()

    def __init__(self, icons_folder: Path, choice: str = SYSTEM) -> None:
        super().__init__()
        self.choice = choice
        self._glyphs = {name: (icons_folder / f"{name}.svg").as_posix() for name in GLYPHS}
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def is_dark(self) -> bool:
        if self.choice == SYSTEM:
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.choice == "dark"

    @property
    def colors(self) -> Colors:
        return DARK if self.is_dark else LIGHT

    @property
    def theme(self) -> Theme:
        """What the chart on the screen is drawn with; exports stay light."""
        return DARK_THEME if self.is_dark else LIGHT_THEME

    def choose(self, choice: str) -> None:
        """Be light, dark, or as the system is ("system")."""
        self.choice = choice
        self.put_on()
        self.changed.emit()

    def put_on(self) -> None:
        """Dress the whole application."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(palette(self.colors))
        glyphs = dict(self._glyphs)
        dark, glyphs["up"] = glyphs.pop("tick-dark"), glyphs.pop("chevron-up")
        app.setStyleSheet(stylesheet(self.colors, {**glyphs, "tick": dark} if self.is_dark else glyphs))

    def icon(self, name: str, color: str = "") -> QIcon:
        """An outlined icon of the one family (Phosphor) by its name there, in the colour of secondary text.

        "name@90" is the same icon turned by that many degrees.
        """
        colors = self.colors
        return icons.icon(name, color or colors.secondary, color or colors.accent, colors.disabled)

    def _follow_system(self) -> None:
        if self.choice == SYSTEM:
            self.put_on()
            self.changed.emit()
