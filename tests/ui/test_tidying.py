"""Layouts with a choice: a sheet of paper, one branch, presets of one's own, pinned boxes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from editor.geometry import Rect
from editor.model.document import Document
from editor.model.line_style import lines_of
from editor.model.paper import Paper, paper_of, sheet_called
from editor.model.records import Edge, Node
from editor.pages import fitting
from editor.storage.packaged import load_samples
from editor.storage.presets import the_presets
from editor.ui.dialogs.lay_out import LayOutDialog
from editor.ui.surroundings import Surroundings
from editor.ui.window.main_window import MainWindow


@pytest.fixture
def document(window: MainWindow) -> Document:
    window.files.open_sample(load_samples()[0])
    assert window.chart is not None
    return window.chart.document


def test_fitting_to_paper_is_one_step_and_said(window: MainWindow, shared: Surroundings, document: Document) -> None:
    before = dict(document.nodes)
    window.tidying.fit(shared.presets["municipal"], Paper(sheet_called("A3")))
    paper = paper_of(document.info)
    assert paper is not None and paper.sheet == sheet_called("A3")
    assert len(document.history.done) == 1 and document.info.preset == "municipal"
    window.edits.undo()
    assert dict(document.nodes) == before and paper_of(document.info) is None


def test_lines_are_chosen_in_the_menu_as_one_step(window: MainWindow, document: Document) -> None:
    assert window.actions_book["lines_orthogonal"].isChecked()
    window.actions_book["lines_curved"].trigger()
    assert lines_of(document.info) == "curved" and window.actions_book["lines_curved"].isChecked()
    window.edits.undo()
    assert lines_of(document.info) == "orthogonal"


def test_the_dialog_offers_what_the_chart_has(window: MainWindow, shared: Surroundings, document: Document) -> None:
    window.layouts.draw_lines("straight")
    dialog = LayOutDialog(window, shared, document)
    assert dialog.choice().lines == "straight"
    dialog.lines.setCurrentIndex(dialog.lines.findData("curved"))
    assert dialog.choice().lines == "curved"
    window.tidying.fit(shared.presets["down"], Paper(sheet_called("A3")), "curved")
    assert lines_of(document.info) == "curved"


def test_what_does_not_fit_is_said_with_the_sheet_it_needs(
    window: MainWindow, shared: Surroundings, document: Document
) -> None:
    assert window.chart is not None
    window.tidying.fit(shared.presets["municipal"], Paper(sheet_called("A4"), smallest_pt=14.0))
    assert "ryms på A" in window.chart.notices.text


def test_tidying_a_branch_moves_nothing_before_it(window: MainWindow, document: Document) -> None:
    assert window.chart is not None
    parent = next(id for id, node in document.nodes.items() if node.name == "Kommundirektör")
    window.chart.canvas.select([parent])
    assert window.actions_book["tidy_branch"].isEnabled()
    window.tidying.tidy_branch()
    assert document.history.undo_name is not None


def test_a_pinned_box_stays_in_a_layout(qtbot: QtBot, window: MainWindow, document: Document) -> None:
    assert window.chart is not None
    id = next(id for id, node in document.nodes.items() if node.group is None and not node.is_group)
    window.chart.canvas.select([id])
    window.actions_book["pin"].trigger()
    assert document.nodes[id].pinned and window.actions_book["pin"].isChecked()
    box = document.nodes[id].box
    window.layouts.lay_out("down")
    qtbot.waitUntil(lambda: not window.layouts.is_running, timeout=20_000)
    assert document.nodes[id].box == box
    window.actions_book["pin"].trigger()
    assert not document.nodes[id].pinned


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_dialog_begins_with_what_was_chosen_last(
    qtbot: QtBot, shared: Surroundings, document: Document, lang: str
) -> None:
    shared.language.choose(lang)
    with document.transaction("paper") as step:
        step.set_info(preset="lanes")
    dialog = LayOutDialog(None, shared, document)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    assert dialog.choice().preset == shared.presets["lanes"] and dialog.choice().paper is None
    dialog.paper.setCurrentText("A3")
    dialog.upright.setCurrentIndex(1)
    assert dialog.choice().paper == Paper(sheet_called("A3", upright=True))


def test_a_layout_of_ones_own_is_kept(
    window: MainWindow, shared: Surroundings, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def agree(dialog: LayOutDialog) -> int:
        dialog.stacks.setCurrentIndex(2)
        dialog.name.setText("Min egen")
        return 1

    monkeypatch.setattr(LayOutDialog, "exec", agree)
    window.tidying.choose()
    path = shared.choices.presets_path
    assert [preset.names["sv"] for preset in the_presets(path).values()][-1] == "Min egen"
    assert shared.presets["own1"].stacks == "one"


def test_where_it_cannot_be_kept_is_said(
    window: MainWindow, shared: Surroundings, document: Document, dialogs: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(shared.choices.presets_path).parent.mkdir(parents=True, exist_ok=True)
    shared.choices.presets_path.write_text("no presets")
    monkeypatch.setattr(LayOutDialog, "exec", lambda dialog: dialog.name.setText("Min") or 1)
    window.tidying.choose()
    assert dialogs.errors and not document.history.done  # type: ignore[attr-defined]


def test_the_numbers_of_the_dialog_can_be_read(
    qtbot: QtBot, window: MainWindow, shared: Surroundings, document: Document
) -> None:
    dialog = LayOutDialog(window, shared, document)
    dialog.show()
    for field in (dialog.margin, dialog.smallest):
        written = field.fontMetrics().horizontalAdvance(field.text())
        qtbot.waitUntil(lambda field=field, written=written: field.lineEdit().width() > written)
    dialog.deleteLater()


@pytest.mark.parametrize("how", ["stop", "close"])
def test_a_fitting_that_would_never_end_is_broken_off(
    window: MainWindow, shared: Surroundings, document: Document, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """By its button, and by closing the window, which waits for nothing."""

    def endless(*_: object) -> None:
        while True:
            len(repr(list(range(10))))

    monkeypatch.setattr(fitting, "fitted", endless)
    act = window.tidying.stop if how == "stop" else window.close
    QTimer.singleShot(50, window, act)
    window.tidying.fit(shared.presets["municipal"], Paper(sheet_called("A3")))
    assert not window.tidying.is_running and not document.history.done
    assert window.isVisible() == (how == "stop")


def test_what_goes_wrong_beside_the_window_ends_the_progress(
    window: MainWindow, shared: Surroundings, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("no width")

    monkeypatch.setattr(fitting, "fitted", fails)
    with pytest.raises(ZeroDivisionError):
        window.tidying.fit(shared.presets["municipal"], Paper(sheet_called("A3")))
    assert not window.tidying.is_running and not window.status.stop.isVisible()


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_arrows_that_point_up_are_seen_and_can_be_read_otherwise(
    qtbot: QtBot, window: MainWindow, shared: Surroundings, document: Document, lang: str
) -> None:
    shared.language.choose(lang)
    assert LayOutDialog(window, shared, document).choice().arrows is None, "all lines say what they are"
    with document.transaction("lines") as step:
        step.remove(*document.nodes)
        step.put(*(Node(id, id, box=Rect(0, 0, 90, 40), order=place) for place, id in enumerate("tab")))
        step.put(Edge("a>t", "a", "t"), Edge("b>t", "b", "t", order=1.0))
    dialog = LayOutDialog(window, shared, document)
    assert dialog.choice().arrows == "up"
    dialog.arrows.setCurrentIndex(0)
    assert dialog.choice().arrows == "down"
    window.layouts.lay_out("down")
    qtbot.waitUntil(lambda: not window.layouts.is_running, timeout=20_000)
    assert above(document, "t", "a")
    window.layouts.read_arrows(document, "down")
    window.layouts.lay_out("down")
    qtbot.waitUntil(lambda: not window.layouts.is_running, timeout=20_000)
    assert above(document, "a", "t")
    window.edits.undo()  # the layout
    assert document.history.undo_name == shared.language("layouts.step_arrows_down")


def above(document: Document, one: str, other: str) -> bool:
    upper, lower = document.nodes[one].box, document.nodes[other].box
    return upper is not None and lower is not None and upper.bottom < lower.y
