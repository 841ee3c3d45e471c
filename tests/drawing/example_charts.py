"""Small charts that the tests of pictures share, each showing one thing."""

from pathlib import Path

from editor.drawing.maker import DrawingMaker
from editor.drawing.shapes import Drawing
from editor.drawing.theme import LIGHT, Theme
from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.records import Edge, Facts, Info, Label, Look, Node, Task, Tenure
from editor.model.vocabulary import load_vocabulary
from editor.text.fixed import FixedMeasurer

VOCABULARY = load_vocabulary(Path(__file__).parents[2] / "resources" / "vocabulary.toml")


def drawn(document: Document, lang: str = "sv", theme: Theme = LIGHT, paper: bool = True) -> Drawing:
    return DrawingMaker(document, VOCABULARY, theme, FixedMeasurer(), lang).drawing(paper)


def states() -> Document:
    """Every state that a box can show."""
    facts = (
        Facts(status="planned"),
        Facts(status="ended", end="2008-12-31"),
        Facts(status="unknown"),
        Facts(start="XXXX-04-03"),
        Facts(certainty="interpreted"),
        Facts(status="vacant"),
    )
    boxes = [
        Node(f"n{at}", f"Stab {at}", "staff_unit", box=Rect(200.0 * at, 0.0, 176.0, 60.0), facts=fact, order=at)
        for at, fact in enumerate(facts)
    ]
    return Document(boxes, [], Info(title="Lägen", lang="sv"))


def leadership() -> Document:
    """A board, two posts that share one mandate, and a set of offices under one of them."""
    tasks = (Task("leda ledningsgruppen"), Task("bereda ärenden"))
    nodes = [
        Node("ks", "Kommunstyrelsen", "executive_board", box=Rect(240.0, 0.0, 180.0, 60.0)),
        Node("delat", "Gemensamt ledarskap", "shared_leadership", box=Rect(40.0, 120.0, 600.0, 150.0), is_group=True,
             facts=Facts(tasks=tasks)),
        _post("kd", "Kommundirektör", "Ulla Å", Rect(60.0, 150.0, 170.0, 70.0)),
        _post("cd", "Koncerndirektör", "Kjell Ö", Rect(450.0, 150.0, 170.0, 70.0)),
        Node("kontor", "Kontoren", "counted_set", box=Rect(60.0, 330.0, 170.0, 64.0)),
    ]  # fmt: skip
    edges = [
        Edge("e1", "delat", "ks", kind="reports_to"),
        Edge("e2", "kd", "cd", kind="shares_leadership"),
        Edge("e3", "kd", "kontor", kind="responsible_for", bends=(Point(145.0, 300.0), Point(130.0, 300.0))),
        Edge("e4", "cd", "kontor", kind="coordinates", facts=Facts(certainty="interpreted")),
    ]
    info = Info(title="Delat ledarskap", subtitle="Ett exempel", lang="sv", source_line="Källa: påhittad")
    return Document(nodes, edges, info)


def _post(id: str, name: str, holder: str, box: Rect) -> Node:
    return Node(id, name, "post", group="delat", box=box, facts=Facts(tenures=(Tenure(holder),)))


def looks() -> Document:
    """Boxes and lines that bring looks of their own, as yEd's files do."""
    shapes = ("rectangle", "roundrectangle", "ellipse", "diamond", "hexagon", "star5")
    nodes = [
        Node(f"s{at}", shape, box=Rect(120.0 * at, 0.0, 100.0, 50.0),
             look=Look(shape=shape, fill="#ffcc00", border="#000000", border_width=1.0))
        for at, shape in enumerate(shapes)
    ]  # fmt: skip
    arrows = ("standard", "plain", "white_delta", "diamond", "circle")
    edges = [
        Edge(f"l{at}", f"s{at}", f"s{at + 1}", look=Look(border="#000000", target_arrow=arrow, border_style="dashed"))
        for at, arrow in enumerate(arrows)
    ]
    nodes.append(
        Node("two", "Två rader\nhär", box=Rect(0.0, 100.0, 140.0, 60.0), look=Look(fill="#ffffff80", border="none"),
             labels=(Label("bredvid", Point(150.0, 10.0)),))
    )  # fmt: skip
    return Document(nodes, edges, Info(title="Egna utseenden"))


CHARTS = {"states": states, "leadership": leadership, "looks": looks}
