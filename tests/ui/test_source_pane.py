"""The source pane: a text with what is used of it marked; words become facts by keys, buttons, menu and drag."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.canvas.drops import QUOTE_MIME
from editor.model.kept_texts import kept_texts
from editor.model.records import Source, Tenure
from editor.model.source_text import SourceText
from editor.storage.packaged import load_samples
from editor.ui.asides.source_pane import SourcePane
from editor.ui.commands import sourcing
from editor.ui.dialogs.connect import ConnectDialog
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.main_window import MainWindow
from tests.ui.conftest import Dialogs

TEXT = """Nytt i Åby 🏛 kommun

Ekonomikontoret bildas den 1 maj 2009.
Ada Ek (s) är ordförande i fritidsnämnden och leder arbetet.
Kontoret ansvarar för upphandling.
"""


@pytest.fixture
def chart(window: MainWindow) -> Iterator[ChartPage]:
    window.files.new()
    assert window.chart is not None
    window.toggle_aside("source")
    QGuiApplication.clipboard().setText(TEXT)
    window.sourcing.paste_text()
    yield window.chart
    QGuiApplication.clipboard().clear()


def pane(window: MainWindow) -> SourcePane:
    return window.source_pane


def select(window: MainWindow, words: str) -> None:
    start = TEXT.index(words)
    pane(window).view.select_words(start, start + len(words))


def key(window: MainWindow, qtbot: QtBot, letter: Qt.Key, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(pane(window).view, letter, modifier)


def only(chart: ChartPage) -> str:
    [id] = chart.canvas.selection()
    return id


def test_words_become_a_box_that_keeps_the_quote(window: MainWindow, chart: ChartPage, qtbot: QtBot) -> None:
    select(window, "Ekonomikontoret")
    assert "Stycke 2" in pane(window).said and "förvaltning" in pane(window).kinds.itemText(0)
    key(window, qtbot, Qt.Key.Key_E)
    document = chart.document
    node = document.nodes[only(chart)]
    [known] = document.info.documents
    assert known.title == "Nytt i Åby 🏛 kommun"
    assert (node.name, node.kind) == ("Ekonomikontoret", "administration")
    assert node.facts.sources == (Source(known.id, 2, "Ekonomikontoret", 0),)
    assert node.facts.certainty == "stated"
    assert len(document.history.done) == 1
    marked = pane(window).view.marks
    assert [(TEXT[mark.start : mark.end], mark.ids) for mark in marked] == [("Ekonomikontoret", (node.id,))]
    document.undo()
    assert not document.info.documents and not document.nodes


def test_days_holders_tasks_and_support(window: MainWindow, chart: ChartPage, qtbot: QtBot) -> None:
    document = chart.document
    select(window, "Ekonomikontoret")
    key(window, qtbot, Qt.Key.Key_E)
    office = only(chart)
    select(window, "1 maj 2009")
    key(window, qtbot, Qt.Key.Key_D)
    assert document.nodes[office].facts.start == "2009-05-01"
    pane(window).reading.setChecked(True)
    select(window, "upphandling")
    key(window, qtbot, Qt.Key.Key_T)
    select(window, "Kontoret ansvarar")
    key(window, qtbot, Qt.Key.Key_S)
    facts = document.nodes[office].facts
    assert [(task.text, task.certainty) for task in facts.tasks] == [("upphandling", "interpreted")]
    assert [source.quote for source in facts.sources] == ["Ekonomikontoret", "1 maj 2009", "Kontoret ansvarar"]
    pane(window).reading.setChecked(False)
    select(window, "ordförande")
    key(window, qtbot, Qt.Key.Key_E)
    post = only(chart)
    assert document.nodes[post].kind == "elected_office"
    select(window, "Ada Ek (s)")
    key(window, qtbot, Qt.Key.Key_P)
    [tenure] = document.nodes[post].facts.tenures
    source = Source(document.info.documents[0].id, 3, "Ada Ek (s)", 0)
    assert tenure == Tenure("Ada Ek", party="s", certainty="stated", sources=(source,))
    assert len(document.info.documents) == 1


def test_a_relation_is_drawn_from_words(window: MainWindow, chart: ChartPage, qtbot: QtBot) -> None:
    document = chart.document
    made: list[str] = []
    for words in ("Ekonomikontoret", "fritidsnämnden"):
        select(window, words)
        key(window, qtbot, Qt.Key.Key_E)
        made.append(only(chart))
    chart.canvas.select(made)
    select(window, "leder")

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ConnectDialog) and dialog.chosen == made[1]
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    key(window, qtbot, Qt.Key.Key_R)
    [edge] = document.edges.values()
    assert (edge.source, edge.target) == tuple(made)
    assert [source.quote for source in edge.facts.sources] == ["leder"]
    assert chart.canvas.selection() == {edge.id}


def test_what_is_missing_is_told_and_nothing_is_done(window: MainWindow, chart: ChartPage, qtbot: QtBot) -> None:
    select(window, "upphandling")
    key(window, qtbot, Qt.Key.Key_T)
    assert "Markera först en ruta" in pane(window).said
    select(window, "Ekonomikontoret")
    key(window, qtbot, Qt.Key.Key_E)
    select(window, "leder arbetet")
    key(window, qtbot, Qt.Key.Key_D, shift=True)
    assert "inget datum" in pane(window).said
    assert len(chart.document.history.done) == 1 and not chart.document.in_transaction


def test_a_mark_leads_to_the_chart_and_the_selection_to_the_mark(
    window: MainWindow, chart: ChartPage, qtbot: QtBot
) -> None:
    for words in ("Ekonomikontoret", "fritidsnämnden"):
        select(window, words)
        key(window, qtbot, Qt.Key.Key_E)
    view = pane(window).view
    office = next(id for id, node in chart.document.nodes.items() if node.name == "Ekonomikontoret")
    start = TEXT.index("Ekonomikontoret")
    view.select_words(start + 3, start + 3)
    where = view.cursorRect().center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chart.canvas.selection() == {office}
    chosen = [each for each in view.extraSelections() if each.format.background().color().alphaF() > 0.3]  # type: ignore[attr-defined]
    assert [each.cursor.selectedText() for each in chosen] == ["Ekonomikontoret"]  # type: ignore[attr-defined]


def drop(chart: ChartPage, source: Source, at: QPoint) -> None:
    data = QMimeData()
    data.setText(source.quote or "")
    data.setData(QUOTE_MIME, msgspec.json.encode(source))
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    chart.canvas.dropEvent(QDropEvent(QPointF(at), *held, QDropEvent.Type.Drop))


def test_words_dragged_to_the_ground_are_a_box_there(window: MainWindow, chart: ChartPage) -> None:
    select(window, "fritidsnämnden")
    dragged = pane(window).view.createMimeDataFromSelection()
    assert dragged.hasFormat(QUOTE_MIME) and dragged.hasText()
    source = msgspec.json.decode(bytes(dragged.data(QUOTE_MIME).data()), type=Source)
    assert source == Source("", 3, "fritidsnämnden", TEXT.split("\n")[3].index("fritidsnämnden"))
    drop(chart, source, QPoint(300, 200))
    node = chart.document.nodes[only(chart)]
    assert node.kind == "committee" and node.facts.sources[0].document == chart.document.info.documents[0].id
    assert chart.canvas.editor.node_at(chart.canvas.camera.to_drawing(node.box.centre)) is not None  # type: ignore[union-attr]


def test_words_dragged_to_a_box_ask_what_they_are(
    window: MainWindow, chart: ChartPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    select(window, "Ekonomikontoret")
    key(window, qtbot, Qt.Key.Key_E)
    office = only(chart)
    box = chart.document.nodes[office].box
    assert box is not None
    chart.canvas.fit()
    at = chart.canvas.camera.to_view(box.centre)
    asked: list[tuple[str, str]] = []

    def choose(_parent: object, offered: list[tuple[str, str]]) -> str:
        asked.extend(offered)
        return "start"

    monkeypatch.setattr(sourcing, "choose_deed", choose)
    drop(chart, Source("", 2, "1 maj 2009", 27), QPoint(round(at.x), round(at.y)))
    assert chart.document.nodes[office].facts.start == "2009-05-01"
    assert ("start", "Första dag för Ekonomikontoret") in asked
    assert "holder" not in dict(asked), "an office has no holder"


def test_the_actions_follow_the_selected_words(window: MainWindow, chart: ChartPage) -> None:
    book = window.actions_book
    assert not book["source_element"].isEnabled()
    select(window, "fritidsnämnden")
    assert book["source_element"].isEnabled() and not book["source_support"].isEnabled()
    book["source_element"].trigger()
    select(window, "leder")
    assert book["source_support"].isEnabled() and not book["source_end"].isChecked()


def test_the_text_of_a_sample_is_known_by_its_quotes(window: MainWindow, tmp_path: Path) -> None:
    assert window.files.open_sample(next(each for each in load_samples() if each.name == "hassleholm"))
    assert window.chart is not None
    document = window.chart.document
    known = document.info.documents[0].id
    records = [*document.nodes.values(), *document.edges.values()]
    quoted = [(source, record.id) for record in records for source in record.facts.sources if source.quote]
    path = tmp_path / "text.txt"
    path.write_text("\n".join(source.quote or "" for source, _ in quoted), "cp1252", errors="replace")
    window.toggle_aside("source")
    pane(window).open_path(path)
    assert pane(window).opened is not None and pane(window).opened.document == known  # type: ignore[union-attr]
    assert {id for mark in pane(window).view.marks for id in mark.ids} >= {id for _, id in quoted[:5]}


def test_each_chart_keeps_its_own_text(window: MainWindow, chart: ChartPage, qtbot: QtBot) -> None:
    window.files.new()
    qtbot.waitUntil(lambda: pane(window).view.toPlainText() == "")
    window.step_tab(1)
    qtbot.waitUntil(lambda: "Ekonomikontoret" in pane(window).view.toPlainText())


def test_what_is_no_text_is_refused(window: MainWindow, chart: ChartPage, dialogs: Dialogs, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7 \0")
    (tmp_path / "y.bin").write_bytes(b"a\0b")
    for path in (tmp_path / "x.pdf", tmp_path / "y.bin", tmp_path / "borta.txt", tmp_path):
        pane(window).open_path(path)
    assert len(dialogs.errors) == 4
    assert "PDF" in dialogs.errors[0][1].what["sv"]
    assert "Ekonomikontoret" in pane(window).view.toPlainText(), "the text before stays"


def test_an_empty_clipboard_is_told_of(window: MainWindow, chart: ChartPage) -> None:
    QGuiApplication.clipboard().setText(" \n ")
    window.sourcing.paste_text()
    assert "ingen text" in pane(window).said


def test_words_in_both_languages(window: MainWindow, chart: ChartPage) -> None:
    window.program.choose_language("en")
    select(window, "fritidsnämnden")
    assert pane(window).buttons["support"].text() == "Support (S)"
    assert pane(window).said.startswith("Paragraph 3")


def test_a_text_is_kept_in_the_file_on_request_and_shown_without_it(
    window: MainWindow, chart: ChartPage, tmp_path: Path, dialogs: Dialogs
) -> None:
    select(window, "Ekonomikontoret")
    window.sourcing.do("element")
    assert not pane(window).keep.isChecked() and "1 kB" in pane(window).keep.text()
    pane(window).keep.click()
    assert pane(window).keep.isChecked() and chart.document.history.undo_name == "Spara källtexten i filen"
    dialogs.target = tmp_path / "med text.graphml"
    assert window.files.save()
    window.close_current()
    window.files.open_path(tmp_path / "med text.graphml")
    assert window.chart is not None
    pane(window).refresh()
    opened = pane(window).opened
    assert opened is not None and opened.text.text == TEXT and pane(window).keep.isChecked()
    assert pane(window).view.toPlainText() == TEXT
    (node,) = window.chart.document.nodes.values()
    pane(window).show_source(node.facts.sources[0])
    source = pane(window).source
    assert source is not None and source.quote == "Ekonomikontoret"


def test_a_text_that_is_kept_no_more_stays_open(window: MainWindow, chart: ChartPage) -> None:
    pane(window).keep.click()
    assert len(chart.document.info.documents) == 1 and kept_texts(chart.document.info)
    pane(window).keep.click()
    assert not kept_texts(chart.document.info) and pane(window).view.toPlainText() == TEXT
    chart.document.undo()
    pane(window).refresh()
    assert pane(window).keep.isChecked()


def test_the_texts_of_several_sources_are_shown_by_turns(window: MainWindow, chart: ChartPage) -> None:
    pane(window).keep.click()
    first = pane(window).opened
    assert first is not None
    pane(window).show_text(SourceText("En annan text"), "En annan text")
    pane(window).keep.click()
    other = pane(window).opened
    assert other is not None and other.document != first.document
    pane(window).show_source(Source(first.document, 2, "Ekonomikontoret", 0))
    assert pane(window).view.toPlainText() == TEXT
    pane(window).whose.setCurrentIndex(pane(window).whose.findData(other.document))
    pane(window)._say_whose()
    assert pane(window).view.toPlainText() == "En annan text"
