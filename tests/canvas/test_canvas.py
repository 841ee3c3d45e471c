"""The canvas worked by real mouse and key events: what they do to the document, and what is then on the screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from editor.canvas.text_editor import TextEditor
from editor.canvas.view import Canvas
from editor.drawing import theme
from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Relation, Vocabulary
from editor.text.fixed import FixedMeasurer

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
VOCABULARY = Vocabulary(relations={"leads": Relation(id="leads", label={"sv": "leder", "en": "leads"}, hangs="target")})


@pytest.fixture
def document() -> Document:
    nodes = [
        Node("a", "Kommunstyrelsen", box=Rect(0, 0, 184, 48), order=0),
        Node("b", "Nämnden", box=Rect(400, 0, 184, 48), order=1),
        Node("c", "Kontoret", box=Rect(700, 500, 184, 48), order=2),
    ]
    return Document(nodes, [Edge("ab", "a", "b", order=0)])


@pytest.fixture
def canvas(document: Document, qtbot: QtBot) -> Iterator[Canvas]:
    canvas = Canvas(document, VOCABULARY, FixedMeasurer(), theme.LIGHT, "en")
    qtbot.addWidget(canvas)
    canvas.resize(1100, 800)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.set_zoom(1.0)
    canvas.camera.left, canvas.camera.top = -50, -50
    canvas.sharpen()
    canvas.setFocus()
    yield canvas
    canvas.shutdown()


def place(canvas: Canvas, x: float, y: float) -> QPoint:
    return QPoint(*(round(number) for number in canvas.camera.to_view(Point(x, y))))


def click(canvas: Canvas, x: float, y: float, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(canvas.viewport(), LEFT, held, place(canvas, x, y))


def drag(canvas: Canvas, *points: tuple[float, float], drop: bool = True) -> None:
    QTest.mouseMove(canvas.viewport(), place(canvas, *points[0]))
    QTest.mousePress(canvas.viewport(), LEFT, NONE, place(canvas, *points[0]))
    for point in points[1:]:
        QTest.mouseMove(canvas.viewport(), place(canvas, *point))
    if drop:
        QTest.mouseRelease(canvas.viewport(), LEFT, NONE, place(canvas, *points[-1]))


def picture(canvas: Canvas) -> QImage:
    canvas.sharpen()
    return canvas.viewport().grab().toImage()


def field(canvas: Canvas) -> TextEditor:
    fields = [field for field in canvas.findChildren(TextEditor) if field.isVisible()]
    assert len(fields) == 1
    return fields[0]


def test_a_click_selects_and_tells(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.selection_changed):
        click(canvas, 20, 20)
    assert canvas.selection() == {"a"}
    click(canvas, 420, 20, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.selection() == {"a", "b"}
    QTest.keyClick(canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert canvas.selection() == {"a", "b", "c", "ab"}
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.selection() == set()


def test_a_drag_moves_the_box_and_the_picture(canvas: Canvas, document: Document) -> None:
    before = picture(canvas)
    drag(canvas, (720, 510), (740, 560), (730, 610))
    assert document.nodes["c"].box == Rect(710, 600, 184, 48)
    assert document.history.undo_name == "Move box"
    canvas.select([])
    QTest.mouseMove(canvas.viewport(), place(canvas, 300, 300))
    spot = place(canvas, 720, 548 - 10)
    assert picture(canvas).pixelColor(spot) != before.pixelColor(spot)
    document.undo()
    assert picture(canvas).pixelColor(spot) == before.pixelColor(spot)


def test_escape_puts_a_dragged_box_back(canvas: Canvas, document: Document) -> None:
    drag(canvas, (720, 510), (740, 560), (730, 610), drop=False)
    assert document.in_transaction
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert document.nodes["c"].box == Rect(700, 500, 184, 48) and document.history.done == ()


def test_a_rubber_band_selects_what_is_inside(canvas: Canvas) -> None:
    drag(canvas, (-20, -20), (300, 100), (620, 120))
    assert canvas.selection() == {"a", "b"}


def test_ctrl_and_wheel_zoom_at_the_pointer(canvas: Canvas, qtbot: QtBot) -> None:
    view = QPointF(300.0, 200.0)
    before = canvas.camera.to_drawing(Point(300, 200))
    with qtbot.waitSignal(canvas.zoom_changed):
        wheel(canvas, view, Qt.KeyboardModifier.ControlModifier)
    after = canvas.camera.to_drawing(Point(300, 200))
    assert canvas.zoom == pytest.approx(1.25)
    assert before.distance_to(after) < 1
    top = canvas.camera.top
    wheel(canvas, view, NONE)
    assert canvas.camera.top < top


def wheel(canvas: Canvas, at: QPointF, held: Qt.KeyboardModifier) -> None:
    viewport = canvas.viewport()
    event = QWheelEvent(
        at,
        viewport.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_space_and_drag_pans(canvas: Canvas, document: Document) -> None:
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    start = canvas.camera.left, canvas.camera.top
    QTest.mousePress(canvas.viewport(), LEFT, NONE, QPoint(100, 100))
    QTest.mouseMove(canvas.viewport(), QPoint(160, 130))
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, QPoint(160, 130))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert (canvas.camera.left, canvas.camera.top) == (start[0] - 60, start[1] - 30)
    assert document.history.done == () and canvas.selection() == set()


def test_fit_shows_everything_and_fit_selection_what_is_selected(canvas: Canvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    content = canvas.content()
    assert content is not None and canvas.visible_area().encloses(content)
    assert not canvas.minimap.isVisible()
    canvas.select(["c"])
    QTest.keyClick(canvas, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert canvas.visible_area().encloses(Rect(700, 500, 184, 48))
    assert canvas.visible_area().centre.distance_to(Point(792, 524)) < 2
    assert canvas.minimap.isVisible()
    canvas.zoom_to_100()
    assert canvas.zoom == 1.0


def test_a_fitted_chart_stays_so_when_there_is_less_room_until_somebody_moves(canvas: Canvas) -> None:
    """As when a line above the chart says something, or a pane is closed."""
    canvas.fit()
    content = canvas.content()
    assert content is not None
    for size in ((500, 300), (900, 700)):
        canvas.resize(*size)
        QApplication.processEvents()
        assert canvas.visible_area().grown(1).encloses(content)
    canvas.scroll_by(30, 10)
    before = canvas.zoom
    canvas.resize(400, 240)
    QApplication.processEvents()
    assert canvas.zoom == before


def test_the_minimap_goes_where_it_covers_no_box_and_stays_there(canvas: Canvas, document: Document) -> None:
    canvas.set_zoom(2.0)
    canvas.sharpen()

    def covered() -> bool:
        canvas._come_to_rest()
        view = canvas.minimap.geometry()
        area = Rect(view.x(), view.y(), view.width(), view.height())
        return bool(document.indexes.boxes.touching(canvas.camera.rect_to_drawing(area)))

    start = canvas.minimap.pos()
    box = document.nodes["c"].box
    assert box is not None and canvas.minimap.isVisible()
    corner = canvas.camera.to_drawing(Point(start.x() + 20, start.y() + 20))
    canvas.scroll_by((corner.x - box.x) * canvas.zoom, (corner.y - box.y) * canvas.zoom)
    assert not covered() and canvas.minimap.pos() != start
    moved = canvas.minimap.pos()
    canvas.scroll_by(4000, 4000)
    assert not covered() and canvas.minimap.pos() == moved


def test_the_minimap_moves_the_view(canvas: Canvas) -> None:
    canvas.set_zoom(4.0)
    before = canvas.visible_area().centre
    QTest.mouseClick(canvas.minimap, LEFT, NONE, QPoint(canvas.minimap.width() - 30, canvas.minimap.height() - 30))
    after = canvas.visible_area().centre
    assert after.x > before.x and after.y > before.y


def test_a_double_click_renames_in_place(canvas: Canvas, document: Document, qtbot: QtBot) -> None:
    QTest.mouseDClick(canvas.viewport(), LEFT, NONE, place(canvas, 20, 20))
    writing = field(canvas)
    assert writing.toPlainText() == "Kommunstyrelsen"
    QTest.keyClicks(writing, "Ny")
    QTest.keyClick(writing, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(writing, "rad")
    QTest.keyClick(writing, Qt.Key.Key_Return)
    assert document.nodes["a"].name == "Ny\nrad"
    assert document.history.undo_name == "Rename"


def test_escape_ends_a_name_and_so_does_a_press_elsewhere(canvas: Canvas, document: Document) -> None:
    canvas.select(["a"])
    QTest.keyClick(canvas, Qt.Key.Key_X)
    QTest.keyClicks(field(canvas), "yz")
    QTest.keyClick(field(canvas), Qt.Key.Key_Escape)
    assert document.nodes["a"].name == "xyz" and canvas.hasFocus()
    document.undo()
    canvas.begin_rename("a")
    QTest.keyClicks(field(canvas), "Kept")
    click(canvas, 420, 20)
    assert document.nodes["a"].name == "Kept" and canvas.selection() == {"b"}


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_relation_is_drawn_and_its_kind_chosen_in_the_menu(canvas: Canvas, document: Document) -> None:
    QTimer.singleShot(50, choose_first)
    drag(canvas, (184, 24), (300, 200), (720, 520))
    (id,) = canvas.selection()
    assert document.edges[id].kind == "leads" and document.edges[id].target == "c"


def choose_first() -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.setActiveAction(menu.actions()[0])
    QTest.keyClick(menu, Qt.Key.Key_Return)


def test_a_box_is_placed_with_the_tool(canvas: Canvas, document: Document, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.tool_changed):
        canvas.set_tool("place:office")
    click(canvas, 300, 400)
    QTest.keyClicks(field(canvas), "Stab")
    QTest.keyClick(field(canvas), Qt.Key.Key_Return)
    assert [node.name for node in document.nodes.values()][-1] == "Stab"
    assert canvas.tool == "select"


def test_a_reader_finds_the_boxes_by_name_and_place(canvas: Canvas) -> None:
    interface = QAccessible.queryAccessibleInterface(canvas)
    assert interface.childCount() == 4
    first = interface.child(0)
    assert "Kommunstyrelsen" in first.text(QAccessible.Text.Name)
    assert first.rect().size().toTuple() == (184, 48)
    assert first.role() == QAccessible.Role.ListItem


def test_another_theme_changes_the_ground(canvas: Canvas) -> None:
    corner = QPoint(2, canvas.viewport().height() - 2)
    canvas.fit()
    assert picture(canvas).pixelColor(corner) == QColor(theme.LIGHT.ground)
    canvas.set_theme(theme.DARK)
    assert picture(canvas).pixelColor(corner) == QColor(theme.DARK.ground)


def test_what_is_repaired_looks_like_what_is_painted_anew(canvas: Canvas, document: Document) -> None:
    drag(canvas, (720, 510), (400, 300), (230, 90))
    document.undo()
    document.redo()
    repaired = picture(canvas)
    canvas.set_theme(theme.LIGHT)
    assert picture(canvas) == repaired


def test_zooming_right_after_a_change_leaves_no_hole(canvas: Canvas, document: Document) -> None:
    with document.transaction("Move") as step:
        step.update("a", box=Rect(200, 200, 184, 48))
    canvas.begin_rename("a")
    before = field(canvas).geometry()
    canvas.set_zoom(1.2)
    image = canvas.viewport().grab().toImage()
    spots = [QPoint(x, y) for x in range(0, image.width(), 40) for y in range(0, image.height(), 40)]
    assert not any(image.pixelColor(spot) == QColor("black") for spot in spots)
    assert field(canvas).geometry() != before


def test_a_layout_glides_and_ends_where_it_should(canvas: Canvas, document: Document, qtbot: QtBot) -> None:
    def apply() -> None:
        with document.transaction("Lay out") as step:
            step.update("c", box=Rect(0, 300, 184, 48))

    canvas.animate_to(apply)
    assert document.nodes["c"].box == Rect(0, 300, 184, 48)
    gliding = canvas.viewport().grab().toImage()
    qtbot.wait(300)
    assert picture(canvas) != gliding
    canvas.reduced_motion = True
    document.undo()
    canvas.animate_to(apply)
    assert picture(canvas) == canvas.viewport().grab().toImage()


def test_after_shutdown_nothing_follows_the_document(document: Document, qtbot: QtBot) -> None:
    canvas = Canvas(document, VOCABULARY, FixedMeasurer(), theme.LIGHT, "sv")
    qtbot.addWidget(canvas)
    canvas.shutdown()
    with document.transaction("Move") as step:
        step.update("a", box=Rect(5, 5, 184, 48))
    assert not canvas.scene.is_stale
