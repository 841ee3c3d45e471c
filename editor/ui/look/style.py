"""The window's colours, light and dark, and the style sheet made of them."""

from string import Template

import msgspec
from PySide6.QtGui import QColor, QPalette

from editor.ui.look.typeface import scaled


class Colors(msgspec.Struct, frozen=True):
    """What each part of the window is painted with; all `#rrggbb`."""

    chrome: str
    surface: str
    field: str
    ground: str
    border: str
    hover: str
    chosen: str
    text: str
    secondary: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    notice: str
    warning: str
    error: str


LIGHT = Colors(
    chrome="#f6f7f9",
    surface="#ffffff",
    field="#ffffff",
    ground="#e6eaed",
    border="#dde2e7",
    hover="#eef2f4",
    chosen="#dbecef",
    text="#1b2430",
    secondary="#56616d",
    disabled="#a9b1b9",
    accent="#0b6b7c",
    accent_hover="#095a69",
    on_accent="#ffffff",
    notice="#eef6f7",
    warning="#7a4b00",
    error="#a1262f",
)
DARK = Colors(
    chrome="#212428",
    surface="#2a2e34",
    field="#212428",
    ground="#1a1c1f",
    border="#3d434b",
    hover="#343941",
    chosen="#2d4a51",
    text="#e8ecf0",
    secondary="#a9b3bd",
    disabled="#666e77",
    accent="#4fb3c4",
    accent_hover="#6cc3d2",
    on_accent="#0f1a1d",
    notice="#24363b",
    warning="#d9a441",
    error="#f08a8f",
)

MARK_PX = 16
"""Side of what shows whether a switch is on."""
SHEET = Template(
    """
QMainWindow, QDialog { background: $surface; }
QToolTip { color: $text; background: $surface; border: 1px solid $border; padding: 4px 6px; }
QMenuBar { background: $chrome; color: $text; padding: 3px 8px; }
QMenuBar::item { padding: 5px 11px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $chosen; }
QMenu { background: $surface; color: $text; border: 1px solid $border; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 10px; border-radius: 5px; }
QMenu::item:selected { background: $chosen; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
QToolBar { background: $surface; border: none; border-bottom: 1px solid $border; padding: 6px 10px; spacing: 3px; }
QToolBar::separator { width: 1px; background: $border; margin: 4px 8px; }
QToolButton { border: none; border-radius: 6px; padding: 6px; color: $text; background: transparent; }
QToolButton:hover { background: $hover; }
QToolButton:checked, QToolButton:pressed { background: $chosen; }
QToolButton:focus { border: 2px solid $accent; padding: 4px; }
QToolButton::menu-indicator { image: none; }
QStatusBar { background: $chrome; color: $text; border-top: 1px solid $border; min-height: 30px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $secondary; padding: 0 8px; }
QLabel { color: $text; background: transparent; }
QLabel[role="field"] { color: $secondary; padding-top: 8px; }
QLabel[role="secondary"] { color: $secondary; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="bad"] { color: $error; }
QLabel[role="fact"] { background: $notice; border-radius: 5px; padding: 6px 9px; }
QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {
  background: $field; color: $text; border: 1px solid $border; border-radius: 6px; padding: 6px 9px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QComboBox:focus { border: 2px solid $accent; padding: 5px 8px; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: $disabled; }
QPushButton[role="search"] { background: $chrome; color: $secondary; border-radius: 15px; padding: 6px 16px;
  min-width: 250px; text-align: left; margin-right: 10px; }
QPushButton[role="fact"] { background: $notice; border: 1px solid $notice; border-radius: 5px; padding: 6px 9px;
  text-align: left; }
QPushButton[role="fact"]:hover { border-color: $accent; }
QPushButton[role="fact"]:focus { border: 2px solid $accent; padding: 5px 8px; }
QPushButton[role="section"] { background: transparent; border: 1px solid transparent; border-radius: 5px;
  padding: 6px 2px; text-align: left; }
QPushButton[role="section"]:hover { background: $hover; }
QPushButton[role="section"]:focus { border: 2px solid $accent; padding: 5px 1px; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; width: 24px;
  height: ${mark}px; border: none; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; width: 24px;
  height: ${mark}px; border: none; }
QAbstractSpinBox::up-arrow { image: url("$up"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("$chevron"); width: 10px; height: 10px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { border: none; padding: 0;
  background: transparent; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator { width: ${mark}px; height: ${mark}px; background: $field;
  border: 1px solid $secondary; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: ${round}px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator:checked { border: ${dot}px solid $accent; width: ${inner}px; height: ${inner}px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $border; background: $chrome; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $border; outline: none;
  selection-background-color: $chosen; selection-color: $text; padding: 4px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton { background: $field; color: $text; border: 1px solid $border; border-radius: 6px; padding: 7px 16px; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $accent; padding: 6px 15px; }
QPushButton:default, QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:hover, QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton:disabled, QPushButton[role="primary"]:disabled { background: $hover; color: $disabled;
  border-color: $border; }
QPushButton[role="swatch"] { padding: 0; border-radius: 6px; }
QPushButton[role="link"] { background: transparent; border: none; color: $accent; padding: 4px; }
QPushButton[role="link"]:focus { border: 2px solid $accent; border-radius: 5px; padding: 2px; }
QTabBar { background: $chrome; }
QTabWidget::pane { border: none; }
QTabWidget::tab-bar { left: 0; }
QTabBar::tab { background: transparent; color: $secondary; padding: 8px 16px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; background: $surface; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar#asides::tab { padding: 9px 2px 7px 8px; min-width: 20px; }
QTabBar::close-button { image: url("$cross"); subcontrol-position: right; padding: 2px; border-radius: 4px; }
QTabBar::close-button:hover { background: $chosen; }
QDockWidget { color: $text; }
QDockWidget > QWidget, QWidget[role="pane"] { background: $surface; }
QMainWindow::separator { background: $border; width: 1px; height: 1px; }
QTreeView { background: $surface; color: $text; border: none; outline: none; show-decoration-selected: 1; }
QTreeView::item { padding: 5px 4px; border: none; }
QTreeView::item:hover { background: $hover; }
QTreeView::item:selected { background: $chosen; color: $text; }
QTreeView::branch { background: $surface; }
QTreeView::branch:hover { background: $surface; }
QTreeView#outline { show-decoration-selected: 0; }
QTreeView#outline::item, QTreeView#outline::item:hover, QTreeView#outline::item:selected { background: transparent; }
QTreeView#outline::branch, QTreeView#outline::branch:hover { background: transparent; }
QTreeView#outline QLineEdit { padding: 0 6px; border: 2px solid $accent; border-radius: 5px; }
QTreeView::branch:has-children:closed { image: url("$closed"); }
QTreeView::branch:has-children:open { image: url("$chevron"); }
QListView { background: $surface; color: $text; border: none; outline: none; }
QListView::item { padding: 7px 10px; border-radius: 5px; }
QListView::item:selected { background: $chosen; color: $text; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 2px; }
QScrollBar::handle { background: $border; border-radius: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $disabled; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $hover; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QFrame[role="unsaved"] { background: $notice; border: 1px solid $border; border-radius: 10px; }
QFrame[role="notice"] { background: $notice; border: none; border-bottom: 1px solid $border; }
QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: 10px; }
QFrame[role="card"]:hover { border-color: $accent; }
QFrame[role="card"]:focus { border: 2px solid $accent; }
QFrame[role="finding"] { background: $chrome; border: 1px solid $chrome; border-radius: 6px; }
QFrame[role="finding"]:hover { border-color: $accent; }
QFrame[role="finding"]:focus { border: 2px solid $accent; }
QFrame[role="findbar"] { background: $surface; border: none; border-bottom: 1px solid $border; }
QWidget[role="datebar"] { background: $surface; border-top: 1px solid $border; }
QPushButton[role="toggle"] { padding: 4px 12px; }
QPushButton[role="toggle"]:checked { background: $chosen; border-color: $chosen; }
QFrame[role="rule"] { background: $border; max-height: 1px; min-height: 1px; border: none; }
QWidget#start { background: $chrome; }
"""
)


def stylesheet(colors: Colors, glyphs: dict[str, str]) -> str:
    """The style sheet in some colours; `glyphs` gives the picture files for chevron, closed, cross, tick and up."""
    mark = scaled(MARK_PX)
    dot = max(2, round(mark * 0.3))
    sizes = {"mark": mark, "dot": dot, "inner": mark + 2 - 2 * dot, "round": mark // 2 + 1}
    return SHEET.substitute(msgspec.structs.asdict(colors), **glyphs, **sizes)


def palette(colors: Colors) -> QPalette:
    """The same colours for whatever the style sheet does not reach."""
    roles = {
        QPalette.ColorRole.Window: colors.surface,
        QPalette.ColorRole.WindowText: colors.text,
        QPalette.ColorRole.Base: colors.field,
        QPalette.ColorRole.AlternateBase: colors.chrome,
        QPalette.ColorRole.Text: colors.text,
        QPalette.ColorRole.Button: colors.surface,
        QPalette.ColorRole.ButtonText: colors.text,
        QPalette.ColorRole.Highlight: colors.accent,
        QPalette.ColorRole.HighlightedText: colors.on_accent,
        QPalette.ColorRole.ToolTipBase: colors.surface,
        QPalette.ColorRole.ToolTipText: colors.text,
        QPalette.ColorRole.PlaceholderText: colors.secondary,
        QPalette.ColorRole.Link: colors.accent,
        QPalette.ColorRole.Mid: colors.border,
    }
    made = QPalette()
    for role, color in roles.items():
        made.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.disabled))
    return made
