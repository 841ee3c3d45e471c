"""Laying out while the window stays alive: one Graphviz process, the newest question replacing the older."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from editor.errors import UserError
from editor.layout.arrange import Plan
from editor.layout.engine import GraphvizError, find_engine
from editor.layout.presets import Preset
from editor.model.document import Document
from editor.model.vocabulary import Vocabulary

LONGEST_MS = 60_000


class LayoutRunner(QObject):
    """Asks for one layout at a time; an answer to a question that was replaced or cancelled is never told."""

    started = Signal(int)
    progressed = Signal(float)
    finished = Signal(int, object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, engine: str | None = None, longest_ms: int = LONGEST_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._revision = 0
        self._process: QProcess | None = None
        self._clock = QTimer(self, singleShot=True, interval=longest_ms)
        self._clock.timeout.connect(self._too_late)

    def start(
        self, document: Document, vocabulary: Vocabulary, sizes: Mapping[str, tuple[float, float]], preset: Preset
    ) -> None:
        self._drop()
        self._revision += 1
        try:
            command = find_engine(self._engine).command(preset.engine)
        except UserError as error:
            self.failed.emit(error)
            return
        plan = Plan(document, vocabulary, sizes, preset)
        process = self._process = QProcess(self)
        process.finished.connect(lambda code, _status: self._ended(process, plan, code))
        process.errorOccurred.connect(lambda what: self._not_started(process, what))
        self.started.emit(self._revision)
        self._clock.start()
        process.start(command[0], command[1:])
        process.write(plan.question().encode())
        process.closeWriteChannel()

    def cancel(self) -> None:
        if self._process is not None:
            self._drop()
            self.cancelled.emit()

    def _drop(self) -> None:
        process, self._process = self._process, None
        self._clock.stop()
        if process is not None:
            process.kill()

    def _ended(self, process: QProcess, plan: Plan, code: int) -> None:
        process.deleteLater()
        if process is not self._process:
            return
        self._drop()
        try:
            if code or process.exitStatus() != QProcess.ExitStatus.NormalExit:
                said = process.readAllStandardError().toStdString()
                raise GraphvizError("Graphviz misslyckades.", "Graphviz failed.", said)
            arrangement = plan.answer(process.readAllStandardOutput().toStdString())
        except UserError as error:
            self.failed.emit(error)
            return
        self.finished.emit(self._revision, arrangement)

    def _not_started(self, process: QProcess, what: QProcess.ProcessError) -> None:
        if process is self._process and what == QProcess.ProcessError.FailedToStart:
            self._drop()
            self.failed.emit(GraphvizError("Graphviz kunde inte startas.", "Graphviz could not be started."))

    def _too_late(self) -> None:
        self._drop()
        self.failed.emit(GraphvizError("Graphviz tog för lång tid.", "Graphviz took too long."))
