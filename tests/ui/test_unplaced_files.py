"""A file without places: it is laid out on its own, said when it is there, and stands in rows where no layout comes."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.graphml.writing import write_graphml
from editor.ui.surroundings import Surroundings
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.main_window import MainWindow

PLAIN = (
    b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed">'
    b'<node id="Ledning"/><node id="Stab"/><node id="Kontor"/>'
    b'<edge source="Ledning" target="Stab"/><edge source="Ledning" target="Kontor"/></graph></graphml>'
)


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "plain.graphml"
    path.write_bytes(PLAIN)
    return path


@pytest.fixture
def engine(shared: Surroundings, tmp_path: Path) -> Path:
    """A Graphviz that is asked instead; what it does is written into it."""
    path = tmp_path / "dot"
    path.touch(0o755)
    shared.choices.change(engine=str(path))
    return path


def opened(window: MainWindow, path: Path) -> ChartPage:
    window.files.open_path(path)
    assert window.chart is not None and window.layouts.is_running
    return window.chart


def test_that_it_was_laid_out_is_said_when_it_is(
    qtbot: QtBot, window: MainWindow, shared: Surroundings, plain: Path
) -> None:
    chart = opened(window, plain)
    assert not chart.notices.text
    qtbot.waitUntil(lambda: not window.layouts.is_running)
    assert chart.notices.text == shared.language("layout.unplaced")
    assert "Ångra" not in window.statusBar().currentMessage()
    assert all(node.box is not None for node in chart.document.nodes.values()) and chart.session.is_saved
    qtbot.waitUntil(lambda: not chart.canvas.scene.is_stale)
    content = chart.canvas.content()
    assert content is not None and chart.canvas.visible_area().grown(1).encloses(content)


def test_rows_where_the_layout_is_stopped(engine: Path, window: MainWindow, shared: Surroundings, plain: Path) -> None:
    engine.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(60)\n")
    chart = opened(window, plain)
    window.status.stop.click()
    assert_in_rows(chart, shared)


def test_rows_wait_for_an_open_step_and_are_one_then(
    engine: Path, qtbot: QtBot, window: MainWindow, shared: Surroundings, plain: Path
) -> None:
    engine.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(60)\n")
    chart = opened(window, plain)
    document = chart.document
    with document.transaction("rename") as step:
        step.update("Stab", name="Staben")
        window.status.stop.click()
        assert document.nodes["Stab"].box is None
    qtbot.waitUntil(lambda: document.nodes["Stab"].box is not None)
    assert [step.name for step in document.history.done] == ["rename", shared.language("layouts.step_rows")]
    while document.undo() is not None:
        pass
    assert document.nodes["Stab"].name == "Stab" and chart.session.is_saved


def test_rows_where_the_layout_fails(
    engine: Path, qtbot: QtBot, window: MainWindow, shared: Surroundings, plain: Path
) -> None:
    engine.write_text(f"#!{sys.executable}\nimport sys\nsys.exit('syntax error')\n")
    chart = opened(window, plain)
    qtbot.waitUntil(lambda: not window.layouts.is_running)
    assert_in_rows(chart, shared)


HALF = b"""<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key for="node" id="d0" yfiles.type="nodegraphics"/><graph edgedefault="directed">
<node id="a"><data key="d0"><y:ShapeNode><y:Geometry x="0" y="0" width="90" height="30"/></y:ShapeNode></data></node>
<node id="b"><data key="d0"><y:ShapeNode><y:Geometry x="NaN" y="0" width="90" height="30"/></y:ShapeNode></data></node>
<node id="c"/><edge source="a" target="b"/></graph></graphml>"""


def test_boxes_without_a_place_among_others(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "half.graphml"
    path.write_bytes(HALF)
    window.files.open_path(path)
    chart = window.chart
    assert chart is not None and not window.layouts.is_running
    boxes = [node.box for node in chart.document.nodes.values() if node.box is not None]
    assert len(boxes) == 3 and not any(one.overlaps(other) for one in boxes for other in boxes if one is not other)
    assert "orimlig plats" in chart.notices.text and "2 rutor" in chart.notices.text and chart.session.is_saved
    assert write_graphml(chart.document, chart.session.baseline) == HALF


def assert_in_rows(chart: ChartPage, shared: Surroundings) -> None:
    boxes = [node.box for node in chart.document.nodes.values() if node.box is not None]
    assert len(boxes) == len(chart.document.nodes)
    assert not any(one.overlaps(other) for one in boxes for other in boxes if one is not other)
    assert chart.notices.text == shared.language("layout.in_rows")
    assert chart.session.is_saved and not chart.document.history.done
