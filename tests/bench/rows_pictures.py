"""Layout against the bare engine, the SVG of 10,000 against joining its text, and a sample from bytes to picture."""

import math
import subprocess
from html import escape

from measuring import Row, alone, compared
from organisations import organisation, plain_dot

from editor.cli.opened import open_file
from editor.cli.studio import Studio
from editor.drawing.maker import DrawingMaker
from editor.drawing.theme import LIGHT
from editor.geometry import Rect
from editor.layout.engine import find_engine
from editor.layout.run import arrange
from editor.model.document import Document
from editor.render.svg import to_svg
from editor.storage.packaged import load_samples
from editor.storage.presets import packaged_presets
from editor.storage.vocabularies import the_vocabulary
from editor.text.qt import QtMeasurer

LARGEST = 50_000
NOWHERE = Rect(0.0, 0.0, 0.0, 0.0)


def first_picture_rows() -> list[Row]:
    """Opening a sample and drawing it once, in a running program."""
    studio = Studio(the_vocabulary(), "en")
    rows = []
    for sample in load_samples()[:1]:

        def show(path=sample.path) -> object:  # type: ignore[no-untyped-def]
            return studio.picture(open_file(path).document, ".png", "sv")

        rows.append(alone(f"first picture of {sample.name}", 1, show))
    return rows


def layout_rows() -> list[Row]:
    """The whole of our layout, measuring included, against the engine alone on the plainest question, the tree."""
    studio = Studio(the_vocabulary(), "en")
    rows = []
    for count, second in ((1000, False), (10000, False), (10000, True)):
        document = organisation(count, second=second)
        maker = DrawingMaker(document, studio.vocabulary, LIGHT, QtMeasurer(), "sv")
        question = plain_dot(count).encode()

        def ours(document=document, maker=maker) -> object:  # type: ignore[no-untyped-def]
            return arrange(document, studio.vocabulary, maker.sizes(), packaged_presets()["down"])

        name = "layout with second relations" if second else "layout"
        rows += compared(name, count, ours, "bare engine", lambda question=question: bare_engine(question))
    return rows


def growth_rows() -> list[Row]:
    """Our layout of 50,000 boxes against that of 10,000; and the exponent of its growth, 1 where that is even."""
    studio = Studio(the_vocabulary(), "en")

    def layout_of(count: int):  # type: ignore[no-untyped-def]
        document = organisation(count)
        sizes = DrawingMaker(document, studio.vocabulary, LIGHT, QtMeasurer(), "sv").sizes()
        return lambda: arrange(document, studio.vocabulary, sizes, packaged_presets()["down"])

    large, small = layout_of(LARGEST), layout_of(10000)
    rows = compared("layout of 50,000", LARGEST, large, "layout of 10,000", small, 3)
    exponent = round(math.log(rows[0].median / rows[1].median) / math.log(LARGEST / 10000), 3)
    return [*rows, Row("growth of layout", LARGEST, exponent, exponent, "exponent", None, None, 3)]


def bare_engine(question: bytes) -> bytes:
    command = [find_engine().path, "-Kdot", "-Tplain"]
    return subprocess.run(command, input=question, capture_output=True, check=True).stdout


def drawing_rows() -> list[Row]:
    """An SVG of 10,000 boxes whose places are known. The peer is Graphviz told to lay nothing out, in its own process;
    the floor is the barest text of it, a box with two lines of words for each, without measuring or breaking any.
    """
    studio = Studio(the_vocabulary(), "en")
    document = organisation(10000)
    measurer = QtMeasurer()
    maker = DrawingMaker(document, studio.vocabulary, LIGHT, measurer, "sv")
    drawing, question = maker.drawing(), placed_dot(document).encode()

    def from_nothing() -> object:
        return to_svg(DrawingMaker(document, studio.vocabulary, LIGHT, measurer, "sv").drawing())

    def peer() -> object:
        command = [find_engine().path, "-Kneato", "-n2", "-Tsvg"]
        return subprocess.run(command, input=question, capture_output=True, check=True).stdout

    return [
        *compared("document to SVG, first time", 10000, from_nothing, "neato -n2", peer, 3),
        alone("document to drawing, once more", 10000, maker.drawing),
        *compared("drawing to SVG", 10000, lambda: to_svg(drawing), "barest text", lambda: barest_svg(document)),
    ]


def placed_dot(document: Document) -> str:
    """The document as a question that holds every answer: where each box stands and how large it is."""
    lines = ["digraph { node [shape=box fixedsize=true]"]
    for node in document.nodes.values():
        if node.box is not None:
            (x, y), (width, height) = node.box.centre, node.box[2:]
            label = node.name.encode("ascii", "replace").decode().replace("\n", "\\n")
            size = f"width={width / 72} height={height / 72}"
            lines.append(f'{node.id} [pos="{x},{-y}" {size} label="{label}"]')
    lines += [f"{edge.source} -> {edge.target}" for edge in document.edges.values()]
    return "\n".join([*lines, "}"])


def barest_svg(document: Document) -> str:
    nodes = document.nodes
    parts = []
    for node in nodes.values():
        x, y, width, height = node.box or (0.0, 0.0, 0.0, 0.0)
        first, _, second = escape(node.name).partition("\n")
        parts.append(
            f'<g id="r-{node.id}" role="img"><title>{first} {second}</title><rect x="{x}" y="{y}" width="{width}"'
            f' height="{height}"/><text x="{x + 9}"><tspan y="{y + 20}">{first}</tspan><tspan y="{y + 38}">{second}'
            "</tspan></text></g>"
        )
    for edge in document.edges.values():
        one, other = nodes[edge.source], nodes[edge.target]
        (x, y), (to_x, to_y) = (one.box or NOWHERE).centre, (other.box or NOWHERE).centre
        title = f"<title>{escape(one.name)} → {escape(other.name)}</title>"
        parts.append(f'<g id="r-{edge.id}" role="img">{title}<path d="M{x} {y}L{to_x} {to_y}"/></g>')
    return "<svg>" + "\n".join(parts) + "</svg>"
