"""The runner answers by signals while the window stays alive."""

from pytestqt.qtbot import QtBot

from editor.layout.presets import PRESETS
from editor.layout.runner import LayoutRunner
from editor.model.document import Document
from editor.model.records import Node
from editor.model.vocabulary import Vocabulary


def test_an_answer_comes_by_signal(qtbot: QtBot) -> None:
    document = Document([Node("a"), Node("b")])
    runner = LayoutRunner()
    with qtbot.waitSignal(runner.finished, timeout=3000) as answer:
        runner.start(document, Vocabulary(), {}, PRESETS["down"])
    assert set(answer.args[1].boxes) == {"a", "b"}
