"""The bar under the chart: which day is shown, the dates that matter as marks, and a way to play through them."""

import datetime
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from editor.insight.timing import dates_that_matter
from editor.model.changes import ChangeSet
from editor.model.dates import humanised
from editor.model.document import Document
from editor.model.records import NO_FACTS, Facts, Info, Record
from editor.ui.look.parts import OneLine, label, row
from editor.ui.look.typeface import scaled
from editor.ui.surroundings import Surroundings

PLAY_MS = 1400
BESIDE_DAYS = 90
"""How far the line reaches before the first and after the last date that matters."""
MARGIN_PX, MARK_PX, HANDLE_PX = 12.0, 5.0, 7.0
SAID_PX = 112
"""The least room for the day in words, as much larger as the text is."""


class TimeLine(QWidget):
    """A line with a mark for every date that matters and a handle for the day shown; arrows go from mark to mark."""

    day_picked = Signal(object)

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self.marks: Sequence[datetime.date] = ()
        self.day: datetime.date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(28)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(400, 28)

    def show_marks(self, marks: Sequence[datetime.date], day: datetime.date | None) -> None:
        self.marks, self.day = marks, day
        self.update()

    def step(self, by: int) -> datetime.date | None:
        """The next or previous mark from the day shown; None where there is none."""
        if self.day is None:
            return (self.marks[0] if by > 0 else self.marks[-1]) if self.marks else None
        later = [mark for mark in self.marks if (mark > self.day if by > 0 else mark < self.day)]
        return (later[0] if by > 0 else later[-1]) if later else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pick(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._pick(event.position().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
        if event.key() in steps and (day := self.step(steps[Qt.Key(event.key())])) is not None:
            self.day_picked.emit(day)
        elif event.key() in ends and self.marks:
            self.day_picked.emit(self.marks[ends[Qt.Key(event.key())]])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = self._surroundings.appearance.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = self.height() / 2
        painter.setPen(QPen(QColor(colors.border), 2))
        painter.drawLine(QPointF(MARGIN_PX, y), QPointF(self.width() - MARGIN_PX, y))
        painter.setPen(QPen(QColor(colors.secondary), 1.5))
        painter.setBrush(QColor(colors.surface))
        for mark in self.marks:
            painter.drawEllipse(QPointF(self._x(mark), y), MARK_PX, MARK_PX)
        if self.day is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent))
            painter.drawEllipse(QPointF(self._x(self.day), y), HANDLE_PX, HANDLE_PX)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def _pick(self, x: float) -> None:
        """The day at this place; a mark that is close draws it to itself."""
        if not self.marks:
            return
        near = [mark for mark in self.marks if abs(self._x(mark) - x) <= HANDLE_PX + 1]
        if near:
            self.day_picked.emit(min(near, key=lambda mark: abs(self._x(mark) - x)))
            return
        first, last = self._ends()
        part = (x - MARGIN_PX) / max(1.0, self.width() - 2 * MARGIN_PX)
        days = round((last - first).days * min(1.0, max(0.0, part)))
        self.day_picked.emit(first + datetime.timedelta(days=days))

    def _x(self, day: datetime.date) -> float:
        first, last = self._ends()
        part = (day - first).days / max(1, (last - first).days)
        return MARGIN_PX + min(1.0, max(0.0, part)) * (self.width() - 2 * MARGIN_PX)

    def _ends(self) -> tuple[datetime.date, datetime.date]:
        return _moved(self.marks[0], -BESIDE_DAYS), _moved(self.marks[-1], BESIDE_DAYS)


class DateBar(QWidget):
    """`day_chosen` carries the day to show, or None for all days at once; `compared` says that `mode` or `before` is
    another one."""

    day_chosen = Signal(object)
    compared = Signal()

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.setProperty("role", "datebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._surroundings, self._words = surroundings, surroundings.language
        self._document: Document | None = None
        self.day: datetime.date | None = None
        self._all = QPushButton()
        self._all.setCheckable(True)
        self._all.setProperty("role", "toggle")
        self._all.clicked.connect(self._show_all)
        self._back, self._play, self._forth = QToolButton(), QToolButton(), QToolButton()
        self._back.clicked.connect(self.step_back)
        self._forth.clicked.connect(self.step_forth)
        self._play.setCheckable(True)
        self._play.toggled.connect(self._play_or_pause)
        self.line = TimeLine(surroundings)
        self.line.day_picked.connect(self.choose)
        self.modes, self._before = QComboBox(), QComboBox()
        for combo in (self.modes, self._before):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.modes.activated.connect(self._turn_mode)
        self._before.activated.connect(self.compared)
        self._counts: QLabel = label("", "secondary", wraps=False)
        self._said = OneLine(least_px=scaled(SAID_PX))
        self._clock = QTimer(self, interval=PLAY_MS)
        self._clock.timeout.connect(self._next)
        self._compared_with = label("", "secondary", wraps=False)
        days = row(self._all, self._back, self._play, self._forth, self.line, self._said, self.modes, spacing=6)
        days.setStretch(4, 1)
        days.insertSpacing(6, 10)
        self._second_row = QWidget()
        second = row(self._compared_with, self._before, self._counts, None, spacing=10)
        self._second_row.setLayout(second)
        self._second_row.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 4, 14, 4)
        layout.setSpacing(4)
        layout.addLayout(days)
        layout.addWidget(self._second_row)

    @property
    def is_playing(self) -> bool:
        return self._clock.isActive()

    @property
    def has_dates(self) -> bool:
        """Whether there is anything to choose from."""
        return bool(self.line.marks)

    def show_document(self, document: Document | None) -> None:
        if self._document is not None:
            self._document.unlisten(self._changed)
        self._document = document
        if document is not None:
            document.listen(self._changed)
        self.retell()

    @property
    def mode(self) -> str:
        """What is compared: "" nothing, "one" both days in one picture, "beside" side by side."""
        return str(self.modes.currentData() or "")

    @property
    def before(self) -> datetime.date | None:
        """The earlier of the two days that are compared."""
        return datetime.date.fromisoformat(chosen) if (chosen := self._before.currentData()) else None

    def compare(self, mode: str, before: datetime.date | None = None) -> None:
        """Compare, or stop comparing; without a day with the one before the last change."""
        self.modes.setCurrentIndex(max(0, self.modes.findData(mode)))
        if before is not None:
            place = self._before.findData(before.isoformat())
            if place < 0:
                self._before.addItem(humanised(before.isoformat(), self._words.code), before.isoformat())
                place = self._before.count() - 1
            self._before.setCurrentIndex(place)
        self._turn_mode()

    def tell_counts(self, text: str) -> None:
        """What differs, counted."""
        self._counts.setText(text)

    def choose(self, day: datetime.date | None) -> None:
        """Show a day; None shows everything that the document holds."""
        self.day = day
        self._tell()
        self.day_chosen.emit(day)

    def step_back(self) -> None:
        self._step(-1)

    def step_forth(self) -> None:
        self._step(1)

    def retell(self) -> None:
        """After a change of language, colours or document."""
        appearance, words = self._surroundings.appearance, self._words
        for made, icon, text in (
            (self._back, "skip-back", "dates.back"),
            (self._play, "pause" if self.is_playing else "play", "dates.pause" if self.is_playing else "dates.play"),
            (self._forth, "skip-forward", "dates.forth"),
        ):
            made.setIcon(appearance.icon(icon))
            made.setToolTip(words(text))
            made.setAccessibleName(words(text))
        self._all.setText(words("dates.all"))
        self.line.setAccessibleName(words("dates.line"))
        chosen = self.mode
        self.modes.clear()
        for mode in ("", "one", "beside"):
            self.modes.addItem(words(f"dates.mode_{mode or 'off'}"), mode)
        self.modes.setCurrentIndex(max(0, self.modes.findData(chosen)))
        self.modes.setAccessibleName(words("dates.compare"))
        self._before.setAccessibleName(words("dates.before"))
        self._compared_with.setText(words("dates.compared_with"))
        self._tell()

    def _tell(self) -> None:
        marks = dates_that_matter(self._document) if self._document is not None else []
        self.line.show_marks(marks, self.day)
        self._all.setChecked(self.day is None)
        shown = humanised(self.day.isoformat(), self._words.code) if self.day else self._words("dates.all_shown")
        self._said.setText(shown)
        self.line.setAccessibleDescription(shown)
        for made in (self._back, self._play, self._forth, self.modes):
            made.setEnabled(bool(marks))
        self._offer_before(marks)

    def _offer_before(self, marks: Sequence[datetime.date]) -> None:
        """The days before each date that matters; the one chosen stays, else the last before the day shown."""
        kept = self.before
        days = sorted({_moved(mark, -1) for mark in marks} | ({kept} if kept is not None else set()))
        self._before.clear()
        for day in days:
            self._before.addItem(humanised(day.isoformat(), self._words.code), day.isoformat())
        usual = [day for day in days if self.day is None or day < self.day]
        wanted = kept if kept is not None else usual[-1] if usual else None
        self._before.setCurrentIndex(self._before.findData(wanted.isoformat()) if wanted is not None else -1)
        self._second_row.setVisible(bool(self.mode))

    def _turn_mode(self) -> None:
        """A comparison needs a later day: the last that matters, where none is shown."""
        if self.mode and self.day is None and self.line.marks:
            self.day = self.line.marks[-1]
        self._tell()
        self.compared.emit()

    def _show_all(self) -> None:
        self.modes.setCurrentIndex(0)
        self._play.setChecked(False)
        self.choose(None)

    def _step(self, by: int) -> None:
        day = self.line.step(by)
        if day is not None:
            self.choose(day)

    def _play_or_pause(self, is_on: bool) -> None:
        if is_on:
            if self.line.step(1) is None and self.line.marks:
                self.choose(_moved(self.line.marks[0], -1))
            self._clock.start()
        else:
            self._clock.stop()
        self.retell()

    def _next(self) -> None:
        day = self.line.step(1)
        if day is None:
            self._play.setChecked(False)
        else:
            self.choose(day)

    def _changed(self, change: ChangeSet) -> None:
        """Moves and names, which come many times a second, say nothing of dates."""
        came, went = change.added.values(), change.removed.values()
        pairs = ((_dated(old), _dated(new)) for old, new in change.updated.values())
        if any(map(_says, came)) or any(map(_says, went)) or any(old is not new and old != new for old, new in pairs):
            self._tell()


def _dated(record: Record) -> Facts:
    return NO_FACTS if isinstance(record, Info) else record.facts


def _says(record: Record) -> bool:
    facts = _dated(record)
    return facts is not NO_FACTS and facts != NO_FACTS


def _moved(day: datetime.date, days: int) -> datetime.date:
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return day
