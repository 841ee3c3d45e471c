"""Laying out while the window stays alive: one Graphviz process, the newest question replacing the older."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from editor.errors import UserError
from editor.layout.answer import Arrangement
from editor.layout.arrange import Plan
from editor.layout.engine import GraphvizError, find_engine
from editor.layout.presets import Preset
from editor.model.document import Document
from editor.model.vocabulary import Vocabulary

LONGEST_MS = 60_000


class _Inquiry(QObject):
    """One question to one Graphviz process. It tells its end once: an answer, or an error.

    A child of the runner; its slots are its own methods, as a closure would die with the connection while it runs.
    """

    answered = Signal(QObject, object)
    failed = Signal(QObject, object)

    def __init__(self, plan: Plan, parent: QObject) -> None:
        super().__init__(parent)
        self._plan = plan
        self._process = QProcess(self)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._went_wrong)

    @property
    def is_over(self) -> bool:
        return self._process.state() == QProcess.ProcessState.NotRunning

    def ask(self, command: list[str]) -> None:
        self._process.start(command[0], command[1:])
        self._process.write(self._plan.question().encode())
        self._process.closeWriteChannel()

    def kill(self) -> None:
        self._process.kill()

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        try:
            self.answered.emit(self, self._answer(code, status))
        except UserError as error:
            self.failed.emit(self, error)

    def _answer(self, code: int, status: QProcess.ExitStatus) -> Arrangement:
        if code or status != QProcess.ExitStatus.NormalExit:
            said = self._process.readAllStandardError().toStdString()
            raise GraphvizError("Graphviz misslyckades.", "Graphviz failed.", said)
        return self._plan.answer(self._process.readAllStandardOutput().toStdString())

    def _went_wrong(self, what: QProcess.ProcessError) -> None:
        if what == QProcess.ProcessError.FailedToStart:
            error = GraphvizError("Graphviz kunde inte startas.", "Graphviz could not be started.")
            self.failed.emit(self, error)


class LayoutRunner(QObject):
    """Asks for one layout at a time; an answer to a question that was replaced or cancelled is never told."""

    started = Signal(int)
    finished = Signal(int, object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, engine: str | None = None, longest_ms: int = LONGEST_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._revision = 0
        self._inquiry: _Inquiry | None = None
        self._dropped: list[_Inquiry] = []
        self._clock = QTimer(self, singleShot=True, interval=longest_ms)
        self._clock.timeout.connect(self._too_late)

    @property
    def is_idle(self) -> bool:
        """Whether no process is running, not even one that was killed and has yet to end."""
        self._let_go()
        return self._inquiry is None and not self._dropped

    def start(
        self, document: Document, vocabulary: Vocabulary, sizes: Mapping[str, tuple[float, float]], preset: Preset
    ) -> None:
        """Ask for a layout of the document as it is now; a question still open is dropped."""
        self._drop()
        self._revision += 1
        try:
            command = find_engine(self._engine).command(preset.engine)
        except UserError as error:
            self.failed.emit(error)
            return
        self._inquiry = inquiry = _Inquiry(Plan(document, vocabulary, sizes, preset), self)
        inquiry.answered.connect(self._answered)
        inquiry.failed.connect(self._failed)
        self.started.emit(self._revision)
        self._clock.start()
        inquiry.ask(list(command))

    def cancel(self) -> None:
        """Kill the process that is running, if any, and say so."""
        if self._inquiry is not None:
            self._drop()
            self.cancelled.emit()

    def _drop(self) -> None:
        """Forget the open question; its process is killed and its object kept until the process has ended."""
        self._clock.stop()
        self._let_go()
        if self._inquiry is not None:
            self._dropped.append(self._inquiry)
            self._inquiry.kill()
            self._inquiry = None

    def _let_go(self) -> None:
        for inquiry in [inquiry for inquiry in self._dropped if inquiry.is_over]:
            self._dropped.remove(inquiry)
            inquiry.deleteLater()

    def _answered(self, inquiry: QObject, arrangement: Arrangement) -> None:
        if inquiry is self._inquiry:
            self._drop()
            self.finished.emit(self._revision, arrangement)

    def _failed(self, inquiry: QObject, error: UserError) -> None:
        if inquiry is self._inquiry:
            self._drop()
            self.failed.emit(error)

    def _too_late(self) -> None:
        self._drop()
        self.failed.emit(GraphvizError("Graphviz tog för lång tid.", "Graphviz took too long."))
