"""The help: one page a language, with its headings as a list beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from editor.ui.language import Language
from editor.ui.look.typeface import scaled, typeface_for

SIZE_PX = (920, 680)
LIST_PX = 290
MARGIN_PX = 28
HEADINGS = {1: "title", 2: "heading"}
AIR_PX = {0: (0, 9), 1: (26, 8), 2: (16, 5)}
"""Above and below a paragraph (0) and the headings of each level."""
LINE_PERCENT = 125
INDENT = "    "


class HelpWindow(QDialog):
    """Stays open beside the chart; choosing a heading shows its part of the page."""

    def __init__(self, parent: QWidget, words: Language, page: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("help.title"))
        self.resize(*SIZE_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page = QTextBrowser()
        self.page.setOpenExternalLinks(True)
        self.page.setProperty("role", "page")
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.document().setDocumentMargin(MARGIN_PX)
        self.page.setMarkdown(page)
        _set_in_type(self.page.document())
        self.page.setAccessibleName(words("help.title"))
        self.headings = QListWidget()
        self.headings.setFixedWidth(scaled(LIST_PX))
        self.headings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.headings.ensurePolished()
        self.headings.setAccessibleName(words("help.headings"))
        for block in self._heading_blocks():
            self.headings.addItem(_entry(block))
        self.headings.currentItemChanged.connect(self._show)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.headings)
        layout.addWidget(self.page, 1)
        self.headings.setCurrentRow(0)

    def _heading_blocks(self) -> list[QTextBlock]:
        found, block = [], self.page.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                found.append(block)
            block = block.next()
        return found

    def _show(self, item: QListWidgetItem) -> None:
        """Scroll so that the heading is at the top."""
        block = self.page.document().findBlock(item.data(Qt.ItemDataRole.UserRole))
        top = self.page.document().documentLayout().blockBoundingRect(block).top()
        self.page.verticalScrollBar().setValue(round(top) - MARGIN_PX // 2)


def _set_in_type(document: QTextDocument) -> None:
    """Qt's own headings are twice as large as the text and have no air around them."""
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        above, below = AIR_PX[min(level, 2)]
        cursor = QTextCursor(block)
        shape = block.blockFormat()
        shape.setTopMargin(above)
        shape.setBottomMargin(below)
        shape.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(shape)
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = QTextCharFormat()
            letters.setFont(typeface_for(HEADINGS[min(level, 2)]))
            cursor.setCharFormat(letters)
        block = block.next()


def _entry(block: QTextBlock) -> QListWidgetItem:
    level = block.blockFormat().headingLevel()
    item = QListWidgetItem(INDENT * (level - 1) + block.text())
    item.setData(Qt.ItemDataRole.UserRole, block.position())
    item.setToolTip(block.text())
    return item
