"""A text to be read and quoted from: what is used is marked, a click on a mark chooses what rests on it."""

from collections.abc import Iterable, Sequence

import msgspec
from PySide6.QtCore import QMimeData, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from editor.canvas.drops import QUOTE_MIME
from editor.model.records import Source
from editor.model.source_text import Mark, SourceText, cut_apart, mark_at
from editor.ui.look.appearance import Appearance
from editor.ui.look.typeface import typeface

KEYS = {
    Qt.Key.Key_E: "element",
    Qt.Key.Key_U: "under",
    Qt.Key.Key_R: "relation",
    Qt.Key.Key_P: "holder",
    Qt.Key.Key_T: "task",
    Qt.Key.Key_D: "start",
    Qt.Key.Key_S: "support",
}
"""Keys that make something of the selected words; with Shift, D is the last day."""
GUTTER_PX = 34
EXACT_VEIL, PARAGRAPH_VEIL, CHOSEN_VEIL = 0.18, 0.07, 0.42


class SourceView(QPlainTextEdit):
    """`asked` carries what is to be made of the selected words, `chosen` the ids that a clicked mark stands for."""

    asked = Signal(str)
    chosen = Signal(list)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._text = SourceText("")
        self._marks: Sequence[Mark] = ()
        self._chosen_ids: frozenset[str] = frozenset()
        self._document = ""
        self.setReadOnly(True)
        self.setFont(typeface(15))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._gutter = _Gutter(self)
        self.setViewportMargins(GUTTER_PX, 0, 0, 0)
        self.updateRequest.connect(lambda *_: self._gutter.update())

    @property
    def source_text(self) -> SourceText:
        return self._text

    @property
    def marks(self) -> Sequence[Mark]:
        return self._marks

    def show_text(self, text: SourceText) -> None:
        self._text = text
        self.setPlainText(text.text)

    def show_marks(self, marks: Sequence[Mark], document: str) -> None:
        """Mark what is used; `document` is the id that quotes carry."""
        self._marks, self._document = marks, document
        self._paint_marks()

    def show_chosen(self, ids: Iterable[str]) -> None:
        """Let the marks of what is selected in the chart stand out, the first of them in sight."""
        before, self._chosen_ids = self._chosen_ids, frozenset(ids)
        if before == self._chosen_ids:
            return
        self._paint_marks()
        first = next((mark for mark in self._marks if mark.is_exact and self._chosen_ids & set(mark.ids)), None)
        if first is not None and not self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(self._to_qt(first.start))
            self.setTextCursor(cursor)
            self.centerCursor()  # what stands around it is seen too

    @property
    def source(self) -> Source | None:
        """The selected words as a source; None where there are none."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._text.quoted(self._document, *self._places(cursor.selectionStart(), cursor.selectionEnd()))

    def select_words(self, start: int, end: int) -> None:
        """Select from a letter of the text to another."""
        cursor = self.textCursor()
        cursor.setPosition(self._to_qt(start))
        cursor.setPosition(self._to_qt(end), cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        deed = KEYS.get(Qt.Key(event.key())) if self.textCursor().hasSelection() else None
        is_plain = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if deed is not None and is_plain:
            has_shift = modifiers == Qt.KeyboardModifier.ShiftModifier
            self.asked.emit("end" if deed == "start" and has_shift else deed)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_at(self.textCursor().position())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._choose_at(self.cursorForPosition(event.position().toPoint()).position())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Words that are dragged or copied remember where they stand."""
        source = self.source
        if source is None:
            return super().createMimeDataFromSelection()
        data = QMimeData()  # Qt's own for a text names its own formats only, and hides whatever is put in beside them
        data.setText(source.quote or "")
        data.setData(QUOTE_MIME, msgspec.json.encode(source))
        return data

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        area = self.contentsRect()
        self._gutter.setGeometry(QRect(area.left(), area.top(), GUTTER_PX, area.height()))

    def sizeHint(self) -> QSize:
        return QSize(320, 400)

    def paint_numbers(self, painter: QPainter) -> None:
        """The numbers of the paragraphs, beside their first lines."""
        painter.setFont(typeface(12))
        painter.setPen(QColor(self._appearance.colors.secondary))
        block, number = self.firstVisibleBlock(), 0
        first = self._text.paragraph_at(self._from_qt(block.position()) - 1) or 0 if block.position() else 0
        number = first
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if area.top() > self.height():
                break
            if block.text().strip():
                number += 1
                at = QPointF(0, area.top() + self.fontMetrics().ascent())
                width = painter.fontMetrics().horizontalAdvance(str(number))
                painter.drawText(QPointF(GUTTER_PX - 12 - width, at.y()), str(number))
            block = block.next()

    def _choose_at(self, position: int) -> None:
        mark = mark_at(self._marks, self._from_qt(position))
        if mark is not None and mark.ids:
            self.chosen.emit(list(mark.ids))

    def _paint_marks(self) -> None:
        """Paragraphs faintly, words more, what is selected most; our readings with a broken line below."""
        parts = cut_apart(self._marks, lambda mark: (mark.is_exact, bool(self._chosen_ids & set(mark.ids))))
        self.setExtraSelections([self._selection(mark) for mark in parts])

    def _selection(self, mark: Mark) -> QTextEdit.ExtraSelection:
        is_chosen = bool(self._chosen_ids & set(mark.ids))
        color, line = QColor(self._appearance.colors.accent), QColor(self._appearance.colors.accent)
        color.setAlphaF(CHOSEN_VEIL if is_chosen and mark.is_exact else EXACT_VEIL if mark.is_exact else PARAGRAPH_VEIL)
        form = QTextCharFormat()
        form.setBackground(color)
        if mark.is_exact or is_chosen:
            styles = QTextCharFormat.UnderlineStyle
            form.setUnderlineStyle(styles.DashUnderline if mark.is_reading else styles.SingleUnderline)
            form.setUnderlineColor(line)
        made = QTextEdit.ExtraSelection()
        cursor = self.textCursor()
        cursor.setPosition(self._to_qt(mark.start))
        cursor.setPosition(self._to_qt(mark.end), cursor.MoveMode.KeepAnchor)
        made.cursor, made.format = cursor, form
        return made

    def _places(self, *positions: int) -> tuple[int, ...]:
        return tuple(map(self._from_qt, positions))

    def _from_qt(self, position: int) -> int:
        """Qt counts UTF-16 units; letters outside the first plane are two of them."""
        return len(self._text.text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))

    def _to_qt(self, place: int) -> int:
        return len(self._text.text[:place].encode("utf-16-le")) // 2


class _Gutter(QWidget):
    """The strip beside the text in which the numbers of the paragraphs stand."""

    def __init__(self, view: SourceView) -> None:
        super().__init__(view)
        self._view = view

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._view.paint_numbers(painter)
        painter.end()


def pasted_text() -> str:
    """What the clipboard holds as text."""
    return QApplication.clipboard().text()
