"""Laying out while the window stays alive: one Graphviz process, the newest question replacing the older."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from editor.errors import UserError
from editor.layout.answer import Arrangement
from editor.layout.arrange import Plan
from editor.layout.engine import GraphvizError, find_engine
from editor.layout.presets import Preset
from editor.layout.thought import Thought

LONGEST_MS = 60_000


class _Inquiry(QObject):
    """One question to one Graphviz process, thought out before and after in a thread. It tells its end once: an answer,
    or an error.

    A child of the runner; its slots are its own methods, as a closure would die with the connection while it runs.
    """

    answered = Signal(QObject, object)
    failed = Signal(QObject, object)

    def __init__(self, command: list[str], plan: Callable[[], Plan], parent: QObject) -> None:
        super().__init__(parent)
        self._command = command
        self._planning = Thought(lambda: _asked(plan()), self)
        self._planning.finished.connect(self._ask)
        self._reading: Thought | None = None
        self._is_wanted = True
        self._process = QProcess(self)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._went_wrong)
        self._planning.start()

    @property
    def is_over(self) -> bool:
        thoughts = [self._planning, *([self._reading] if self._reading is not None else [])]
        return self._process.state() == QProcess.ProcessState.NotRunning and all(one.isFinished() for one in thoughts)

    def kill(self) -> None:
        """Nobody waits for the answer any more."""
        self._is_wanted = False
        self._process.kill()
        for thought in (self._planning, self._reading):
            if thought is not None:
                thought.break_off()

    def wait(self) -> None:
        self._process.waitForFinished()
        for thought in (self._planning, self._reading):
            if thought is not None:
                thought.wait()

    def _ask(self) -> None:
        if not self._is_wanted:
            return
        try:
            _, question = cast(tuple[Plan, bytes], self._planning.result())
        except UserError as error:
            self.failed.emit(self, error)
            return
        self._process.start(self._command[0], self._command[1:])
        self._process.write(question)
        self._process.closeWriteChannel()

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        if not self._is_wanted:
            return
        if code or status != QProcess.ExitStatus.NormalExit:
            said = self._process.readAllStandardError().toStdString()
            self.failed.emit(self, GraphvizError("Graphviz misslyckades.", "Graphviz failed.", said))
            return
        plan, _ = cast(tuple[Plan, bytes], self._planning.result())
        text = self._process.readAllStandardOutput().toStdString()
        self._reading = Thought(lambda: plan.answer(text), self)
        self._reading.finished.connect(self._read)
        self._reading.start()

    def _read(self) -> None:
        if not self._is_wanted or self._reading is None:
            return
        try:
            self.answered.emit(self, self._reading.result())
        except UserError as error:
            self.failed.emit(self, error)

    def _went_wrong(self, what: QProcess.ProcessError) -> None:
        if what == QProcess.ProcessError.FailedToStart:
            error = GraphvizError("Graphviz kunde inte startas.", "Graphviz could not be started.")
            self.failed.emit(self, error)


def _asked(plan: Plan) -> tuple[Plan, bytes]:
    return plan, plan.question().encode()


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

    def start(self, plan: Callable[[], Plan], preset: Preset) -> None:
        """Ask for a layout; a question still open is dropped.

        plan: made in a thread, of a document that does not change meanwhile.
        """
        self._drop()
        self._revision += 1
        try:
            command = find_engine(self._engine).command(preset.engine)
        except UserError as error:
            self.failed.emit(error)
            return
        self._inquiry = inquiry = _Inquiry(list(command), plan, self)
        inquiry.answered.connect(self._answered)
        inquiry.failed.connect(self._failed)
        self.started.emit(self._revision)
        self._clock.start()

    def cancel(self) -> None:
        """Kill the process that is running, if any, and say so."""
        if self._inquiry is not None:
            self._drop()
            self.cancelled.emit()

    def shutdown(self) -> None:
        """Drop what is asked and wait until nothing runs any more, which is soon as all of it is broken off."""
        self._drop()
        for inquiry in self._dropped:
            inquiry.wait()

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
