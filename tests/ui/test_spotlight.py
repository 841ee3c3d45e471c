"""What an answer rests on is lit in the chart, and the rest dimmed, while the question stands."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from editor.geometry import Point
from editor.storage.packaged import load_samples
from editor.ui.asides.questions_pane import QuestionsPane
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.main_window import MainWindow


@pytest.fixture
def chart(window: MainWindow) -> ChartPage:
    assert window.files.open_sample(next(sample for sample in load_samples() if sample.name == "hassleholm"))
    assert window.chart is not None
    return window.chart


def pane(window: MainWindow) -> QuestionsPane:
    return window.findChildren(QuestionsPane)[0]


def ask(window: MainWindow, question: str) -> None:
    if not window.is_aside_shown("questions"):
        window.toggle_aside("questions")
    pane(window).field.setText(question)
    pane(window).refresh()


def test_the_answer_is_lit_until_the_question_goes(window: MainWindow, chart: ChartPage, qtbot: QtBot) -> None:
    ask(window, "Vem leder Staben?")
    edge = next(e for e in chart.document.edges.values() if e.kind == "leads" and e.target == "staben")
    assert {edge.id, "staben", edge.source} <= chart.canvas.lit
    assert "medborgarservice" not in chart.canvas.lit
    pane(window).lights.setChecked(False)
    assert not chart.canvas.lit
    pane(window).lights.setChecked(True)
    assert chart.canvas.lit
    pane(window).field.clear()
    qtbot.waitUntil(lambda: not chart.canvas.lit)


def test_an_answer_says_how_sure_it_is_also_where_it_is_stated(window: MainWindow, chart: ChartPage) -> None:
    ask(window, "Vem leder Staben?")
    assert [entry.detail for entry in pane(window).list.entries] == ["Johan Eriksson · angivet · stycke 11"]


def test_turning_to_another_pane_gives_all_light_back(window: MainWindow, chart: ChartPage) -> None:
    ask(window, "Vem leder Staben?")
    window.toggle_aside("history")
    assert not chart.canvas.lit
    window.toggle_aside("questions")
    assert chart.canvas.lit, "the question still stands"


def test_a_matters_way_from_the_selected_box(window: MainWindow, chart: ChartPage) -> None:
    prepared = next((e for e in chart.document.edges.values() if e.kind in ("decides_on", "prepares_for")), None)
    assert prepared is not None
    chart.canvas.select([prepared.source])
    window.actions_book["matter_way"].trigger()
    assert prepared.id in chart.canvas.lit and prepared.target in chart.canvas.lit
    assert window.is_aside_shown("questions") and pane(window).field.text()


def test_what_is_not_lit_is_dimmed_on_the_screen(window: MainWindow, chart: ChartPage) -> None:
    canvas = chart.canvas
    canvas.fit()
    canvas.sharpen()

    def darkest(id: str) -> int:
        box = chart.document.nodes[id].box
        assert box is not None
        picture: QImage = canvas.viewport().grab().toImage()
        ratio = picture.devicePixelRatio()
        corners = [canvas.camera.to_view(Point(x, y)) for x, y in ((box.x, box.y), (box.right, box.bottom))]
        xs, ys = ([round(one * ratio) for one in (corners[0][i], corners[1][i])] for i in (0, 1))
        return min(picture.pixelColor(x, y).lightness() for x in range(*xs) for y in range(*ys))

    before = {id: darkest(id) for id in ("staben", "medborgarservice")}
    canvas.light(["staben"])
    assert abs(darkest("staben") - before["staben"]) < 12
    assert darkest("medborgarservice") > before["medborgarservice"] + 80
    canvas.light(())
    assert darkest("medborgarservice") == before["medborgarservice"]
