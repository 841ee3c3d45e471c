"""The runner answers by signals while the window stays alive."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from layout_charts import PRESETS
from PySide6.QtCore import QObject, QThread, QTimer
from pytestqt.qtbot import QtBot

from editor.layout.arrange import Plan
from editor.layout.engine import find_engine
from editor.layout.runner import LayoutRunner
from editor.layout.thought import BrokenOff, Thought
from editor.model.document import Document
from editor.model.records import Node
from editor.model.vocabulary import Vocabulary


def plan(document: Document) -> Callable[[], Plan]:
    return lambda: Plan(document, Vocabulary(), {}, PRESETS["down"])


def test_thinking_does_not_hold_the_window(qtbot: QtBot) -> None:
    ticks: list[int] = []
    may_go_on = threading.Event()
    runner, timer = LayoutRunner(), QTimer()
    timer.timeout.connect(lambda: (ticks.append(1), may_go_on.set() if len(ticks) > 5 else None))

    def slow() -> Plan:
        assert may_go_on.wait(20)  # as long as the window does not live, this does not end
        return plan(Document([Node("a")]))()

    timer.start(1)
    with qtbot.waitSignal(runner.finished, timeout=30_000):
        runner.start(slow, PRESETS["down"])
    timer.stop()
    qtbot.waitUntil(lambda: runner.is_idle)


def test_what_is_cancelled_while_it_is_thought_out_asks_nobody(qtbot: QtBot) -> None:
    may_go_on = threading.Event()
    runner = LayoutRunner()

    def slow() -> Plan:
        may_go_on.wait(20)
        return plan(Document([Node("a")]))()

    with qtbot.assertNotEmitted(runner.finished, wait=200), qtbot.waitSignal(runner.cancelled):
        runner.start(slow, PRESETS["down"])
        runner.cancel()
        assert not runner.is_idle
        may_go_on.set()
    qtbot.waitUntil(lambda: runner.is_idle)


def test_an_answer_comes_by_signal(qtbot: QtBot) -> None:
    document = Document([Node("a"), Node("b")])
    runner = LayoutRunner()
    with qtbot.waitSignal(runner.finished, timeout=3000) as answer:
        runner.start(plan(document), PRESETS["down"])
    assert set(answer.args[1].boxes) == {"a", "b"}


@pytest.mark.parametrize(
    "program",
    ["sys.exit(3)", "print('nonsense')", "os.kill(os.getpid(), 9)", "time.sleep(60)", "while True: print('x' * 9999)"],
    ids=["dies", "nonsense", "crashes", "hangs", "floods"],
)
def test_an_engine_that_fails_is_told_of(qtbot: QtBot, tmp_path: Path, program: str) -> None:
    engine = tmp_path / "dot"
    engine.write_text(f"#!{sys.executable}\nimport os, sys, time\nsys.stdin.read()\n{program}\n")
    engine.chmod(0o755)
    runner = LayoutRunner(str(engine), longest_ms=500)
    with qtbot.waitSignal(runner.failed, timeout=10_000) as failure:
        runner.start(plan(Document([Node("a")])), PRESETS["down"])
    qtbot.waitUntil(lambda: runner.is_idle)
    assert "Graphviz" in failure.args[0].line("sv")
    assert "Graphviz" in failure.args[0].line("en")


def test_a_newer_question_replaces_an_older(qtbot: QtBot) -> None:
    runner = LayoutRunner()
    answers: list[set[str]] = []
    runner.finished.connect(lambda _revision, arrangement: answers.append(set(arrangement.boxes)))
    with qtbot.waitSignal(runner.finished, timeout=10_000):
        runner.start(plan(Document([Node("old")])), PRESETS["down"])
        runner.start(plan(Document([Node("new")])), PRESETS["down"])
    qtbot.waitUntil(lambda: runner.is_idle)
    assert answers == [{"new"}]


def test_a_cancelled_question_is_never_answered(qtbot: QtBot) -> None:
    runner = LayoutRunner()
    with qtbot.assertNotEmitted(runner.finished, wait=200), qtbot.waitSignal(runner.cancelled):
        runner.start(plan(Document([Node("a")])), PRESETS["down"])
        runner.cancel()
    qtbot.waitUntil(lambda: runner.is_idle)


SLOW_FIRST = """
import os, subprocess, sys, time
question = sys.stdin.buffer.read()
if not os.path.exists({mark!r}):
    open({mark!r}, "w").close()
    time.sleep(0.6)
sys.stdout.buffer.write(subprocess.run([{engine!r}, *sys.argv[1:]], input=question, capture_output=True).stdout)
"""


def test_an_engine_that_answers_for_an_older_revision_is_not_heard(qtbot: QtBot, tmp_path: Path) -> None:
    """The first question is answered only after the second was; it went to an engine that nobody could stop."""
    engine = tmp_path / "dot"
    program = SLOW_FIRST.format(mark=str(tmp_path / "asked"), engine=find_engine().path)
    engine.write_text(f"#!{sys.executable}\n{program}")
    engine.chmod(0o755)
    runner = LayoutRunner(str(engine))
    answers: list[tuple[int, set[str]]] = []
    runner.finished.connect(lambda revision, arrangement: answers.append((revision, set(arrangement.boxes))))
    runner.start(plan(Document([Node("old")])), PRESETS["down"])
    older = runner._inquiry
    assert older is not None
    older.kill = lambda: None  # type: ignore[method-assign]
    qtbot.waitUntil(lambda: (tmp_path / "asked").exists(), timeout=10_000)
    with qtbot.waitSignal(older.answered, timeout=20_000):
        runner.start(plan(Document([Node("new")])), PRESETS["down"])
    qtbot.waitUntil(lambda: runner.is_idle and bool(answers), timeout=20_000)
    assert answers == [(2, {"new"})]


@pytest.mark.parametrize("place", ["before the question", "after the answer"])
def test_an_error_of_our_own_in_the_thread_is_told_at_once_and_logged(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    def fails(*_: object) -> object:
        raise ZeroDivisionError("no width")

    if place == "after the answer":
        monkeypatch.setattr(Plan, "answer", fails)
    runner = LayoutRunner()
    with qtbot.waitSignal(runner.failed, timeout=20_000) as failure:
        runner.start(plan(Document([Node("a")])) if place == "after the answer" else fails, PRESETS["down"])  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: runner.is_idle)
    for lang in ("sv", "en"):
        assert "ZeroDivisionError: no width" in failure.args[0].line(lang)
    (line,) = caplog.records
    assert line.exc_info is not None and isinstance(line.exc_info[1], ZeroDivisionError)
    caplog.clear()


def test_closing_breaks_off_a_thought_that_would_never_end(qtbot: QtBot) -> None:
    has_begun = threading.Event()

    def endless() -> Plan:
        has_begun.set()
        while True:
            len(repr(list(range(10))))

    runner = LayoutRunner()
    with qtbot.assertNotEmitted(runner.failed):
        runner.start(endless, PRESETS["down"])
        assert has_begun.wait(20)
        runner.shutdown()
    assert runner.is_idle


def test_a_thought_broken_off_at_any_moment_ends_and_keeps_its_end(qtbot: QtBot) -> None:
    """Also before it has begun, as it ends, and after."""
    parent = QObject()
    for turns in range(60):
        thought = Thought(lambda turns=turns: sum(len(str(number)) for number in range(turns * 20)), parent)  # type: ignore[misc]
        thought.start()
        for _ in range(turns % 7):
            QThread.yieldCurrentThread()
        thought.break_off()
        assert thought.wait(20_000)
        thought.break_off()
        assert isinstance(thought.error, BrokenOff) or thought.made is not None
