"""The start page: three ways to begin, the samples as pictures, and the files that were open last."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from editor.errors import UserError
from editor.model.vocabulary import text_in
from editor.storage.packaged import Sample, load_samples
from editor.ui.document_session import DocumentSession, read_session
from editor.ui.parts import Card, button, label, row
from editor.ui.pictures import blank_picture, keep_picture, paper_drawing, picture_of
from editor.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow

PICTURE = (326, 196)
SMALL = (240, 132)
MOST_RECENT = 4
COLUMN_PX = 1080


class StartPage(QWidget):
    """Everything on it is made anew when it is shown, so recent files and language are always right."""

    def __init__(self, window: "MainWindow", surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self._surroundings = surroundings
        self._words = surroundings.language
        self._pictures: dict[tuple[str, str], QPixmap] = {}
        self._waiting: list[tuple[Sample, QLabel]] = []
        self.cards: dict[str, Card] = {}
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self._painting = QTimer(self)
        self._painting.setInterval(0)
        self._painting.timeout.connect(self.paint_next)

    def refresh(self) -> None:
        """Build the page anew."""
        self.cards.clear()
        self._waiting.clear()
        content = QWidget()
        outer = row(None, spacing=0)
        column = QVBoxLayout()
        column.setContentsMargins(32, 36, 32, 32)
        column.setSpacing(12)
        holder = QWidget()
        holder.setLayout(column)
        holder.setMaximumWidth(COLUMN_PX)
        outer.addWidget(holder, 100)
        outer.addStretch(1)
        content.setLayout(outer)
        self._fill(column)
        self._area.setWidget(content)
        self._painting.start()

    def retell(self) -> None:
        self.refresh()

    def remember(self, session: DocumentSession) -> None:
        """Keep a picture of a session's chart, if it has a file."""
        if session.path is not None and session.is_saved:
            keep_picture(session.document, self._surroundings, session.path, *SMALL)

    def paint_next(self) -> bool:
        """Paint one sample's picture: one at a time, so that the page is there at once. False when all are done."""
        if not self._waiting:
            self._painting.stop()
            return False
        sample, target = self._waiting.pop(0)
        target.setPixmap(self._sample_picture(sample))
        return True

    def _fill(self, column: QVBoxLayout) -> None:
        column.addWidget(label("Ledgraf", "display"))
        column.addWidget(label(self._words("start.what"), "secondary"))
        files = self._window.files
        column.addSpacing(8)
        icon = self._surroundings.appearance.icon
        colors = self._surroundings.appearance.colors
        begin = button(self._words("start.new"), files.new, "primary")
        begin.setIcon(icon("file-plus", colors.on_accent))
        opening = button(self._words("start.open"), files.open)
        opening.setIcon(icon("folder-open"))
        trying = button(self._words("start.sample"), self._choose_sample)
        trying.setIcon(icon("stack"))
        column.addLayout(row(begin, opening, trying, None, spacing=10))
        column.addSpacing(18)
        self._fill_recent(column)
        self._fill_samples(column)
        column.addStretch(1)

    def _fill_recent(self, column: QVBoxLayout) -> None:
        recent = self._surroundings.choices.recent[:MOST_RECENT]
        column.addWidget(label(self._words("start.recent"), "heading"))
        if not recent:
            column.addWidget(label(self._words("start.no_recent"), "secondary"))
        else:
            grid = _grid(column)
            for number, path in enumerate(recent):
                grid.addWidget(self._recent_card(path), 0, number)
            grid.setColumnStretch(len(recent), 1)
        column.addSpacing(18)

    def _fill_samples(self, column: QVBoxLayout) -> None:
        column.addWidget(label(self._words("start.samples"), "heading"))
        column.addWidget(label(self._words("start.samples_why"), "secondary"))
        grid = _grid(column)
        for number, sample in enumerate(load_samples()):
            grid.addWidget(self._sample_card(sample), number // 3, number % 3)
        grid.setColumnStretch(3, 1)

    def _sample_card(self, sample: Sample) -> Card:
        about = text_in(sample.about, self._words.code)
        card, picture = _card(sample.title, about, PICTURE, lambda: self._window.files.open_sample(sample))
        self.cards[sample.name] = card
        key = (sample.name, self._words.code)
        if key in self._pictures:
            picture.setPixmap(self._pictures[key])
        else:
            picture.setPixmap(self._blank(PICTURE))
            self._waiting.append((sample, picture))
        return card

    def _recent_card(self, path: Path) -> Card:
        folder = str(path.parent).replace(str(Path.home()), "~")
        card, picture = _card(path.name, folder, SMALL, lambda: self._window.files.open_path(path))
        kept = QPixmap(str(self._surroundings.choices.picture_path(path)))
        kept.setDevicePixelRatio(2.0)
        picture.setPixmap(self._blank(SMALL) if kept.isNull() else kept)
        self.cards[str(path)] = card
        return card

    def _sample_picture(self, sample: Sample) -> QPixmap:
        try:
            session = read_session(sample.path, keeps_path=False)
        except UserError:
            return self._blank(PICTURE)  # Opening it says what is wrong with it.
        picture = picture_of(paper_drawing(session.document, self._surroundings), *PICTURE, self.devicePixelRatioF())
        self._pictures[sample.name, self._words.code] = picture
        return picture

    def _blank(self, size: tuple[int, int]) -> QPixmap:
        colors = self._surroundings.appearance.colors
        return blank_picture(*size, colors.hover, colors.disabled)

    def _choose_sample(self) -> None:
        sample = self._window.ask_for_sample()
        if sample is not None:
            self._window.files.open_sample(sample)


def _grid(column: QVBoxLayout) -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(16)
    column.addLayout(grid)
    return grid


def _card(title: str, about: str, size: tuple[int, int], does: Callable[[], object]) -> tuple[Card, QLabel]:
    """A picture with a title and a line below it."""
    card = Card(f"{title}. {about}")
    card.setFixedWidth(size[0] + 2)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(1, 1, 1, 12)
    layout.setSpacing(4)
    picture = QLabel()
    picture.setFixedSize(*size)
    layout.addWidget(picture)
    for text, role in ((title, "heading"), (about, "secondary")):
        words = label(text, role)
        words.setContentsMargins(12, 2, 12, 0)
        layout.addWidget(words)
    layout.addStretch(1)
    card.clicked.connect(does)
    return card, picture
