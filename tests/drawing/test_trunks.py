"""Lines of one kind that come to a box together say once what they are, on the part that they share."""

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.drawing.spots import Word
from editor.drawing.trunks import together
from editor.drawing.typography import Paragraph
from editor.drawing.words import Words
from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.text.measure import TextStyle

PARAGRAPH = Paragraph(("rapporterar till",), TextStyle(12.0), "#000000")


def words_of(document: Document) -> Words:
    """Lines leave their boxes level and come to the others from above or below."""

    def led(id: str) -> Word | None:
        edge = document.edges[id]
        one, other = document.nodes[edge.source].box, document.nodes[edge.target].box
        if one is None or other is None:
            return None
        line = (one.centre, Point(other.centre.x, one.centre.y), other.centre)
        return Word(PARAGRAPH, 60.0, 20.0, line)

    return Words(document, led, lambda _: None, lambda _: True)


def chart(*places: tuple[float, float], kinds: str = "aaaaaaaaa", to: str = "0") -> Document:
    """The first box is the one to which the others have lines."""
    nodes = [Node(f"{n}", f"{n}", box=Rect(*place, 40, 40), order=float(n)) for n, place in enumerate(places)]
    edges = [Edge(f"e{n}", f"{n}", to, kind=kinds[n], order=float(n)) for n in range(1, len(places))]
    return Document(nodes, edges)


def spots(document: Document) -> dict[str, Rect]:
    words = words_of(document)
    return {id: found[1].area for id in document.edges if (found := words.set_at(id)) is not None}


def test_the_word_of_lines_that_come_together_stands_once_on_the_part_they_share() -> None:
    (spot,) = spots(chart((500, 1000), (0, 100), (0, 300), (900, 500))).items()
    assert spot[0] == "e1" and spot[1].centre.x == 520 and 520 < spot[1].centre.y < 1020


def test_other_kinds_and_lines_without_a_kind_say_it_themselves() -> None:
    assert spots(chart((500, 1000), (0, 100), (0, 300), kinds="0ab")).keys() == {"e1", "e2"}
    document = chart((500, 1000), (0, 100), (0, 300))
    bare = [Edge(edge.id, edge.source, edge.target, name="ord", order=edge.order) for edge in document.edges.values()]
    assert spots(Document(document.nodes.values(), bare)).keys() == {"e1", "e2"}


def test_lines_that_share_too_little_for_the_word_say_it_themselves() -> None:
    assert spots(chart((500, 330), (0, 100), (0, 300))).keys() == {"e1", "e2"}


def test_what_lines_share() -> None:
    a, b, c, d = Point(0, 0), Point(100, 0), Point(100, 50), Point(200, 50)
    assert together((a, b, c, d), (a, b, c, d)) == (a, b, c, d)
    assert together((a, b, c, d), (Point(60, 50), d)) == (c, d)
    assert together((Point(0, 50), d), (Point(60, 50), d)) == (Point(60, 50), d)
    assert together((a, d), (b, d)) == ()
    assert together((c, d), (Point(300, 50), d)) == () and together((a, b), (c, d)) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=4, max_size=8, unique=True),
    st.lists(st.tuples(st.integers(0, 7), st.integers(-4, 4), st.integers(-4, 4)), max_size=5),
    st.text("ab", min_size=8, max_size=8),
)
def test_following_changes_gives_what_finding_all_anew_gives(
    places: list[tuple[int, int]], moves: list[tuple[int, int, int]], kinds: str
) -> None:
    document = chart(*((x * 80.0, y * 80.0) for x, y in places), kinds=kinds)
    words = words_of(document)
    words.set_at("e1")
    for number, x, y in moves:
        id = str(number % len(places))
        box = document.nodes[id].box
        assert box is not None
        with document.transaction("move") as step:
            step.update(id, box=box.moved(x * 80.0 + 1, y * 80.0 + 1))
        words.follow({id, *document.indexes.edges_at(id)})
        followed = {one: words.set_at(one) for one in document.edges}
        anew = words_of(document)
        assert followed == {one: anew.set_at(one) for one in document.edges}


def test_a_line_that_goes_leaves_its_word_to_the_next() -> None:
    document = chart((500, 1000), (0, 100), (0, 300), (900, 500))
    words = words_of(document)
    assert words.set_at("e1") is not None and words.set_at("e2") is None
    with document.transaction("remove") as step:
        step.remove("e1")
    assert words.follow({"e1"}) >= {"e2"}
    assert words.set_at("e2") is not None and words.set_at("e3") is None
