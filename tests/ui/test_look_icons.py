"""Icons: each says one thing only, and can be seen on what it stands on in every state."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from editor.ui.actions.listing import ACTIONS, TOOLBAR
from editor.ui.surroundings import Surroundings

SIZE = QSize(32, 32)


def colors_of(icon: QIcon, mode: QIcon.Mode) -> set[str]:
    """The colours of an icon's solid parts."""
    image = icon.pixmap(SIZE, mode, QIcon.State.Off).toImage()
    colors = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {color.name() for color in colors if color.alpha() == 255}


def is_near(one: str, other: str) -> bool:
    first, second = QColor(one), QColor(other)
    pairs = ((first.red(), second.red()), (first.green(), second.green()), (first.blue(), second.blue()))
    return all(abs(a - b) < 40 for a, b in pairs)


def test_no_two_tools_have_the_same_icon(shared: Surroundings) -> None:
    icons = [action.icon for action in ACTIONS if action.id in TOOLBAR]
    assert all(icons) and len(set(icons)) == len(icons)
    upright, turned = (shared.appearance.icon(name).pixmap(SIZE).toImage() for name in ("rows", "rows@90"))
    assert upright != turned


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_icon_on_the_accent_never_melts_into_it(shared: Surroundings, theme: str) -> None:
    shared.appearance.choose(theme)
    colors = shared.appearance.colors
    icon = shared.appearance.icon("file-plus", colors.on_accent)
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
        found = colors_of(icon, mode)
        assert found and not any(is_near(color, colors.accent) for color in found)
