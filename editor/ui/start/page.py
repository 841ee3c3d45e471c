"""The start page: three ways to begin, the files that were open last, and the samples as pictures."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editor.errors import UserError
from editor.model.vocabulary import text_in
from editor.storage.packaged import Sample, load_samples
from editor.ui.look.parts import Card, button, label
from editor.ui.start.cards import PICTURE, SMALL, FileCard, PictureCard
from editor.ui.start.pictures import blank_picture, paper_drawing, picture_of
from editor.ui.start.unsaved import UnsavedWork
from editor.ui.surroundings import Surroundings
from editor.ui.window.document_session import read_session
from editor.ui.window.workplace import Workplace

MOST_RECENT = 5
SIDE_PX = 300
GAP_PX = 56
SPACING_PX = 16
MARGIN_PX = 40
MOST_COLUMNS = 3
BREATH_MS = 15
"""Between two pictures the window looks after whoever is using it."""


class StartPage(QWidget):
    """Everything on it is made anew when it is shown, so recent files and language are always right.

    Pictures of samples are painted one by one while it is in sight and no file is being read.
    """

    def __init__(self, window: Workplace, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self._surroundings = surroundings
        self._words = surroundings.language
        self._pictures: dict[tuple[str, str], QPixmap] = {}
        self._waiting: list[tuple[Sample, PictureCard]] = []
        self.cards: dict[str, Card] = {}
        self._samples: list[PictureCard] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self._painting = QTimer(self)
        self._painting.setInterval(BREATH_MS)
        self._painting.timeout.connect(self._paint_when_idle)
        self._is_stale = True

    def refresh(self) -> None:
        """Build the page anew: now if it is in sight, else before it is."""
        self._is_stale = True
        if self.isVisible():
            self._build()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._build()
        self._painting.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._painting.stop()

    def _build(self) -> None:
        self._is_stale = False
        self.cards.clear()
        self._waiting.clear()
        self._samples.clear()
        content = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(GAP_PX)
        self._side = self._made_side()
        self._halves.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        self._halves.addLayout(self._made_samples(), 0)
        both = QVBoxLayout()
        both.setSpacing(MARGIN_PX)
        if self._window.recovering.left:
            both.addWidget(UnsavedWork(self._window.recovering, self._surroundings))
        both.addLayout(self._halves)
        outer = QHBoxLayout(content)
        outer.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        outer.addStretch(1)
        outer.addLayout(both)
        outer.addStretch(1)
        self._area.setWidget(content)
        self._arrange()
        self._painting.start()

    def retell(self) -> None:
        """After a change of language or colours; a page that nobody has seen yet needs none."""
        if self.cards:
            self._build()

    def _paint_when_idle(self) -> None:
        if not self._window.files.is_reading:
            self.paint_next()

    def paint_next(self) -> bool:
        """Paint one sample's picture: one at a time, so that the page is there at once. False when all are done."""
        if not self._waiting:
            self._painting.stop()
            return False
        sample, card = self._waiting.pop(0)
        card.picture.show_picture(self._sample_picture(sample))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.cards:
            self._arrange()

    def _arrange(self) -> None:
        """As many samples in a row as there is room for; where the window is narrow they stand below the actions."""
        room = self.width() - 2 * MARGIN_PX
        card = PICTURE.width() + 2 + SPACING_PX
        beside = (room - SIDE_PX - GAP_PX + SPACING_PX) // card
        is_wide = beside >= 2
        columns = max(1, min(MOST_COLUMNS, beside if is_wide else (room + SPACING_PX) // card))
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self._side.setFixedWidth(SIDE_PX if is_wide else min(room, max(SIDE_PX, columns * card - SPACING_PX)))
        for number, made in enumerate(self._samples):
            self._grid.addWidget(made, number // columns, number % columns)

    def _made_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label("Ledgraf", "display"))
        column.addWidget(label(self._words("start.what"), "secondary"))
        column.addSpacing(12)
        for made in self._actions():
            column.addWidget(made)
        column.addSpacing(20)
        self._fill_recent(column)
        return side

    def _actions(self) -> list[QPushButton]:
        files = self._window.files
        icon = self._surroundings.appearance.icon
        begin = button(self._words("start.new"), files.new, "primary")
        begin.setIcon(icon("file-plus", self._surroundings.appearance.colors.on_accent))
        opening = button(self._words("start.open"), files.open)
        opening.setIcon(icon("folder-open"))
        trying = button(self._words("start.sample"), self._choose_sample)
        trying.setIcon(icon("stack"))
        return [begin, opening, trying]

    def _fill_recent(self, column: QVBoxLayout) -> None:
        recent = self._surroundings.choices.recent[:MOST_RECENT]
        column.addWidget(label(self._words("start.recent"), "heading"))
        if not recent:
            column.addWidget(label(self._words("start.no_recent"), "secondary"))
        for path in recent:
            column.addWidget(self._recent_card(path))

    def _made_samples(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(label(self._words("start.samples"), "heading"))
        column.addWidget(label(self._words("start.samples_why"), "secondary"))
        column.addSpacing(8)
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACING_PX)
        self._samples = [self._sample_card(sample) for sample in load_samples()]
        column.addLayout(self._grid)
        column.addStretch(1)
        return column

    def _sample_card(self, sample: Sample) -> PictureCard:
        key = (sample.name, self._words.code)
        picture = self._pictures.get(key)
        about = text_in(sample.about, self._words.code)
        card = PictureCard(sample.title, about, picture or self._blank(PICTURE))
        card.clicked.connect(lambda: self._window.files.open_sample(sample))
        if picture is None:
            self._waiting.append((sample, card))
        self.cards[sample.name] = card
        return card

    def _recent_card(self, path: Path) -> FileCard:
        folder = str(path.parent).replace(str(Path.home()), "~")
        kept = QPixmap(str(self._surroundings.choices.picture_path(path)))
        card = FileCard(path.name, folder, self._blank(SMALL) if kept.isNull() else kept)
        card.clicked.connect(lambda: self._window.files.open_path(path))
        self.cards[str(path)] = card
        return card

    def _sample_picture(self, sample: Sample) -> QPixmap:
        try:
            session = read_session(sample.path, keeps_path=False)
        except UserError:
            return self._blank(PICTURE)  # Opening it says what is wrong with it.
        drawing = paper_drawing(session.document, self._surroundings)
        picture = picture_of(drawing, PICTURE.width(), PICTURE.height(), self.devicePixelRatioF())
        self._pictures[sample.name, self._words.code] = picture
        return picture

    def _blank(self, size: QSize) -> QPixmap:
        colors = self._surroundings.appearance.colors
        return blank_picture(size.width(), size.height(), colors.hover, colors.disabled)

    def _choose_sample(self) -> None:
        sample = self._window.ask_for_sample("open")
        if sample is not None:
            self._window.files.open_sample(sample)
