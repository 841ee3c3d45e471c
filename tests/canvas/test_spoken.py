"""What a screen reader meets on the canvas, and what it is told when something changes."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from editor.canvas.announcing import Announcer
from editor.canvas.view import Canvas
from editor.geometry import Rect
from editor.model.document import Document
from editor.model.records import Node

Event = QAccessible.Event


def told(chart: Canvas) -> list[tuple[Event, int]]:
    """Everything told from now on: the kind of event and which child it is about (-1 = the canvas)."""
    events: list[tuple[Event, int]] = []

    def tell(event: QAccessibleEvent) -> None:
        events.append((event.type(), event.child()))

    announcer = Announcer(chart, chart, tell, lambda: True)
    chart.selection_changed.connect(announcer.selection_changed)
    chart._document.listen(announcer.document_changed)
    return events


def test_every_box_has_a_name_a_role_a_place_and_says_whether_it_is_selected(chart: Canvas, grouped: Document) -> None:
    interface = QAccessible.queryAccessibleInterface(chart)
    children = [interface.child(index) for index in range(interface.childCount())]
    assert [child.text(QAccessible.Text.Name).split(",")[0] for child in children] == [
        *(node.name for node in grouped.nodes.values()),
        "Nämnden → Kontoret",
    ]
    chart.select(["b"])
    assert [child.state().selected for child in children] == [False, False, True, False, False]
    assert children[2].role() == QAccessible.Role.ListItem
    centre = children[2].rect().center()
    assert interface.indexOfChild(children[2]) == 2
    assert children[2].rect().contains(centre) and children[2].parent() is not None


def test_the_only_selected_box_has_the_focus(chart: Canvas) -> None:
    interface = chart.accessible_interface()
    chart.select(["c"])
    focused = interface.focusChild()
    assert focused.text(QAccessible.Text.Name).startswith("Nämnden")
    chart.select(["a", "c"])
    assert interface.focusChild() is None


def test_selecting_is_told(chart: Canvas) -> None:
    events = told(chart)
    chart.select(["a"])
    assert events == [(Event.SelectionAdd, 1), (Event.Focus, 1)]
    events.clear()
    chart.select([])
    assert events == [(Event.SelectionRemove, 1)]


def test_a_new_name_a_new_box_and_a_removed_one_are_told(chart: Canvas, grouped: Document) -> None:
    events = told(chart)
    with grouped.transaction("Rename") as step:
        step.update("b", name="Enheten")
    assert events == [(Event.NameChanged, 2)]
    events.clear()
    with grouped.transaction("Add") as step:
        step.add(Node("d", "Ny", box=Rect(0, 600, 184, 48), order=9))
    grouped.undo()
    assert events == [(Event.ObjectReorder, -1)] * 2
    assert QAccessible.queryAccessibleInterface(chart).childCount() == 5


def test_a_box_says_where_it_stands_and_whether_it_is_open(chart: Canvas, grouped: Document) -> None:
    interface = QAccessible.queryAccessibleInterface(chart)
    group, inside = interface.child(0), interface.child(1)
    assert inside.text(QAccessible.Text.Description).startswith("i Förvaltningen")
    assert group.text(QAccessible.Text.Description) == "2 närmast under"
    assert group.state().expandable and group.state().expanded and not inside.state().expandable
    with grouped.transaction("Fold") as step:
        step.update("g", folded=True)
    assert interface.child(0).state().collapsed
    assert not inside.isValid()


def test_what_is_pointed_at_is_found(chart: Canvas) -> None:
    interface = QAccessible.queryAccessibleInterface(chart)
    at = chart.screen_rect("b").center()
    assert interface.childAt(at.x(), at.y()).text(QAccessible.Text.Name) == "Staben"
    corner = chart.viewport().mapToGlobal(chart.viewport().rect().bottomRight())
    assert interface.childAt(corner.x(), corner.y()) is None


def test_a_step_is_announced(chart: Canvas, grouped: Document) -> None:
    said: list[str] = []

    def tell(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    chart._announcer = Announcer(chart, chart, tell, lambda: True)
    with grouped.transaction("Byt namn") as step:
        step.update("b", name="Enheten")
    chart.announce("Ångrat: Byt namn")
    assert said == ["Byt namn", "Ångrat: Byt namn"]
