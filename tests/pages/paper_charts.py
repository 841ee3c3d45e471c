"""Charts, and how they are drawn and laid out, for the tests of this room."""

from editor.drawing.maker import DrawingMaker
from editor.drawing.theme import LIGHT
from editor.layout.answer import Arrangement
from editor.layout.presets import Preset
from editor.layout.run import arrange
from editor.model.document import Document
from editor.model.paper import Paper, sheet_called
from editor.model.records import Edge, Info, Node
from editor.pages.fitting import Fit, Sizes, fitted
from editor.storage.presets import packaged_presets
from editor.storage.vocabularies import packaged_vocabulary
from editor.text.fixed import FixedMeasurer

VOCABULARY = packaged_vocabulary()
MUNICIPAL = packaged_presets()["municipal"]
A4 = sheet_called("A4")


def maker_of(document: Document) -> DrawingMaker:
    return DrawingMaker(document, VOCABULARY, LIGHT, FixedMeasurer(), "sv")


def ask(document: Document, sizes: Sizes, preset: Preset, aspect: float, rough: bool) -> Arrangement:
    return arrange(document, VOCABULARY, sizes, preset, aspect=aspect, rough=rough)


def fit(document: Document, paper: Paper) -> Fit:
    found = fitted(document, maker_of, MUNICIPAL, paper, ask)
    assert found is not None
    return found


def offices(count: int, units: int) -> Document:
    nodes = [Node("top", "Kommunstyrelsen")]
    edges = []
    for office in range(count):
        nodes.append(Node(f"o{office}", f"Kontor {office}", order=len(nodes)))
        edges.append(Edge(f"e{len(edges)}", "top", nodes[-1].id, order=len(edges)))
        for unit in range(units):
            nodes.append(Node(f"o{office}u{unit}", f"Enhet {unit}", order=len(nodes)))
            edges.append(Edge(f"e{len(edges)}", f"o{office}", nodes[-1].id, order=len(edges)))
    return Document(nodes, edges, Info(title="Provkommunen"))
