"""Tab in the window: a child of the selected box, also out of the middle of a name; otherwise the focus goes on."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.canvas.text_editor import TextEditor
from editor.canvas.view import Canvas
from editor.model.document import Document
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary


def field(canvas: Canvas) -> TextEditor:
    (found,) = [field for field in canvas.findChildren(TextEditor) if field.isVisible()]
    return found


def test_tab_makes_a_child_and_tab_in_its_name_the_next_one_below(chart: Canvas, grouped: Document) -> None:
    chart.setFocus()
    chart.select(["c"])
    QTest.keyClick(chart, Qt.Key.Key_Tab)
    QTest.keyClicks(field(chart), "Stab")
    QTest.keyClick(field(chart), Qt.Key.Key_Tab)
    QTest.keyClicks(field(chart), "Registrator")
    QTest.keyClick(field(chart), Qt.Key.Key_Return)
    structure = Structure(grouped, Vocabulary())
    (child,) = [id for id, node in grouped.nodes.items() if node.name == "Stab"]
    (grandchild,) = [id for id, node in grouped.nodes.items() if node.name == "Registrator"]
    assert structure.parent[grandchild] == child and structure.parent[child] == "c"
    assert chart.selection() == {grandchild} and chart.hasFocus()


def test_without_a_box_tab_leaves_the_canvas(chart: Canvas, grouped: Document) -> None:
    chart.setFocus()
    before = dict(grouped.nodes)
    chart.select([])
    QTest.keyClick(chart, Qt.Key.Key_Tab)
    QTest.keyClick(chart, Qt.Key.Key_Backtab)
    assert dict(grouped.nodes) == before


def test_arrows_in_the_window_walk_and_say_where(chart: Canvas, grouped: Document) -> None:
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert len(chart.selection()) == 1 and grouped.history.done == ()
