"""The ends and corners of a selected line are taken by hand, and each change is a step."""

import sys
from pathlib import Path

from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.records import Edge, Node

sys.path.insert(0, str(Path(__file__).parent))
from driver import EditorDriver


def chart(bends: tuple[Point, ...] = ()) -> EditorDriver:
    """a above b, c to the right; a line from a to b, selected."""
    nodes = [
        Node("a", "a", box=Rect(0, 0, 100, 40), order=0.0),
        Node("b", "b", box=Rect(0, 300, 100, 40), order=1.0),
        Node("c", "c", box=Rect(400, 300, 100, 40), order=2.0),
    ]
    driver = EditorDriver(Document(nodes, [Edge("e", "a", "b", kind="leads", bends=bends)]))
    driver.editor.picture = Shown(driver.editor.picture)
    driver.editor.selection.set(["e"])
    return driver


class Shown:
    """The picture, with the lines too."""

    def __init__(self, picture: object) -> None:
        self._picture = picture

    def shows(self, id: str) -> bool:
        return id == "e" or self._picture.shows(id)  # type: ignore[attr-defined]

    def __getattr__(self, name: str) -> object:
        return getattr(self._picture, name)


def test_an_end_is_attached_to_another_box() -> None:
    driver = chart()
    driver.down(50, 300).expect("select.reattaching").move(420, 310).up().expect("select.idle")
    edge = driver.document.edges["e"]
    assert (edge.source, edge.target) == ("a", "c")
    driver.document.undo()
    assert driver.document.edges["e"].target == "b"


def test_let_go_on_the_ground_it_stays_where_it_was() -> None:
    driver = chart()
    driver.down(50, 300).move(700, 700).up()
    assert driver.document.edges["e"].target == "b" and driver.document.history.undo_name is None


def test_a_corner_is_made_moved_and_taken_away() -> None:
    driver = chart()
    driver.down(50, 170).expect("select.bending").move(150, 170).up()
    assert driver.document.edges["e"].bends == (Point(150, 170),)
    driver.down(150, 170).move(200, 180, "alt").up()
    assert driver.document.edges["e"].bends == (Point(200, 180),)
    driver.double_click(200, 180)
    assert driver.document.edges["e"].bends == ()
    for _ in range(3):
        driver.document.undo()
    assert driver.document.edges["e"].bends == () and driver.document.history.undo_name is None


def test_a_corner_catches_the_line_of_its_neighbours() -> None:
    driver = chart(bends=(Point(50, 170), Point(150, 170)))
    driver.down(150, 170).move(154, 174).up()
    assert driver.document.edges["e"].bends[1] == Point(154, 170)


def test_escape_puts_everything_back() -> None:
    driver = chart(bends=(Point(80, 170),))
    driver.down(80, 170).move(300, 170).key("Escape").expect("select.idle")
    assert driver.document.edges["e"].bends == (Point(80, 170),)
    driver.down(50, 300).move(420, 310).key("Escape").expect("select.idle")
    assert driver.document.edges["e"].target == "b" and driver.editor.line is None


def test_a_line_from_a_box_to_itself() -> None:
    driver = chart()
    driver.editor.selection.set(["c"])
    driver.down(450, 300).move(450, 200).move(420, 320).up()
    (loop,) = driver.editor.selection.ids
    edge = driver.document.edges[loop]
    assert edge.source == edge.target == "c" and len(driver.editor.line_of(edge)) > 2
