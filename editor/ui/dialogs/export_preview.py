"""The preview in the export dialog: the picture as it comes out, or the beginning of the text."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QImage, QPixmap
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QStackedWidget

from editor.errors import UserError
from editor.ui.commands.exporting import Exporter, Wish
from editor.ui.jobs import Job
from editor.ui.language import Language
from editor.ui.start.pictures import image_of, pages_image

SIZE_PX = (600, 400)
CALM_MS = 80
"""How long a wish must stand before work is begun on it."""
MOST_CHARACTERS = 4000


class Preview(QStackedWidget):
    """Shows the newest wish; one that was replaced while it was drawn is never shown. `made` tells when it is."""

    made = Signal()

    def __init__(self, exporter: Exporter, words: Language) -> None:
        super().__init__()
        self._exporter = exporter
        self._words = words
        self._wish: Wish | None = None
        self._job: Job | None = None
        self._made: tuple[Wish, QImage | str] | None = None
        self._asked: Wish | None = None
        self._shown: Wish | None = None
        self.failed = False
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setProperty("role", "secondary")
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setStyleSheet("border: none;")
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.addWidget(self._picture)
        self.addWidget(self._text)
        self.setFixedSize(SIZE_PX[0] + 2, SIZE_PX[1] + 2)
        self.setContentsMargins(1, 1, 1, 1)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._begin)

    @property
    def shown(self) -> Wish | None:
        """The wish whose preview is seen now; None while it is being made."""
        return self._shown if self._shown == self._wish else None

    def show_wish(self, wish: Wish) -> None:
        if wish != self._wish:
            self._wish = wish
            self._calm.start()

    def finish(self) -> None:
        """Before the dialog goes: what is being drawn ends soon, and nothing more is begun."""
        self._wish = None
        self._calm.stop()
        self._exporter.stop()
        job, self._job = self._job, None
        if job is not None:
            job.wait()

    def _begin(self) -> None:
        if self._job is not None or self._wish is None or self.shown is not None:
            return
        self._picture.setText(self._words("export.drawing"))
        self._shown = None
        wish, ratio = self._wish, self.devicePixelRatioF()
        self._asked = wish
        self._job = Job(lambda: self._make(wish, ratio), self)
        self._job.finished.connect(self._show)
        self._job.start()

    def _make(self, wish: Wish, ratio: float) -> None:
        """In the thread: no widget is touched here."""
        if wish.has_pages:
            drawings = [page.drawing for page in self._exporter.pages(wish)]
            self._made = wish, pages_image(drawings, *SIZE_PX, ratio)
        elif wish.is_picture:
            if wish.sheet is not None:
                self._exporter.smallest_pt(wish)  # draws what the dialog tells of, here and not in the window's thread
            self._made = wish, image_of(self._exporter.drawing(wish), *SIZE_PX, ratio)
        else:
            self._made = wish, self._exporter.data(wish)[:MOST_CHARACTERS].decode(errors="replace")

    def _show(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        job.deleteLater()
        if isinstance(job.error, UserError):
            self.failed = True
            self._picture.setText(job.error.line(self._words.code))
            self.setCurrentWidget(self._picture)
            self._shown = self._asked
        elif job.error is not None:
            raise job.error
        elif self._made is not None and self._made[0] == self._wish:
            self._put(*self._made)
        if self._wish is not None and self.shown is None:
            self._calm.start()

    def _put(self, wish: Wish, made: QImage | str) -> None:
        self._shown, self.failed = wish, False
        if isinstance(made, str):
            self._text.setPlainText(made)
            self.setCurrentWidget(self._text)
        else:
            self._picture.setPixmap(QPixmap.fromImage(made))
            self.setCurrentWidget(self._picture)
        self.made.emit()
