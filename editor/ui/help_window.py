"""The help: one page a language, with its headings as a list beside it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from editor.ui.language import Language

SIZE_PX = (920, 680)
LIST_PX = 250
INDENT = "    "


class HelpWindow(QDialog):
    """Stays open beside the chart; choosing a heading shows its part of the page."""

    def __init__(self, parent: QWidget, words: Language, folder: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("help.title"))
        self.resize(*SIZE_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page = QTextBrowser()
        self.page.setOpenExternalLinks(True)
        self.page.setProperty("role", "page")
        self.page.document().setDocumentMargin(28)
        self.page.setMarkdown((folder / f"{words.code}.md").read_text("utf-8"))
        self.page.setAccessibleName(words("help.title"))
        self.headings = QListWidget()
        self.headings.setFixedWidth(LIST_PX)
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
        self.page.verticalScrollBar().setValue(round(top) - 12)


def _entry(block: QTextBlock) -> QListWidgetItem:
    level = block.blockFormat().headingLevel()
    item = QListWidgetItem(INDENT * (level - 1) + block.text())
    item.setData(Qt.ItemDataRole.UserRole, block.position())
    item.setToolTip(block.text())
    return item
